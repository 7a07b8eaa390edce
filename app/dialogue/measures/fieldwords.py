"""Which field a message asks for, by the words of the field and the words beside them (`data/pointing.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from app.dialogue import cues
from app.query import FieldName
from index.places import DATA

_CONDITION = re.compile(r"\b(?:met|zonder|geen)(?: een)? $")
_WORD = re.compile(r"[^\W_](?:[\w'/+&-]|\.(?=\w))*")
_OPENING = re.compile(
    r"^(?:en|maar|of|dus|nou|dan|nu|ok[e]|over|bij|van|voor|wat betreft|hoe zit het met|weet je|zeg)\b ?"
)
_WHO_IS = re.compile(r"^(?:wie|wat) (?:is|zijn|was|waren)\b")
_WHOSE = re.compile(r"\b(?:aan|bij|door|namens|onder|van|via) wie\b")
_EDGE = re.compile(r"^(?:(?:met|van|voor|bij|over|aan|in|op) )?")


@dataclass(frozen=True, slots=True)
class AskedField:
    """A field, and the words beside it that say of what."""

    field: FieldName
    rest: str = ""


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The data file, its sets filled in."""
    content = tomllib.loads((DATA / "pointing.toml").read_text(encoding="utf-8"))
    sets = {name: "(?:" + "|".join(words) + ")" for name, words in content["words"].items()}
    for name, patterns in content["fields"].items():
        filled = []
        for pattern in patterns:
            for word, alternatives in sets.items():
                pattern = pattern.replace("{" + word + "}", alternatives)
            filled.append(pattern)
        content["fields"][name] = re.compile("|".join(f"(?:{pattern})" for pattern in filled))
    content["state"]["pattern"] = _state_pattern(content["state"])
    return content


def _state_pattern(words: dict[str, list[str]]) -> re.Pattern[str]:
    verbs, said, beside = ("|".join(sorted(words[name], key=len, reverse=True)) for name in ("verbs", "said", "beside"))
    light = f"(?: (?:{beside}))*"
    after = f"(?: (?:{beside}|{said}|is|worden))*"
    return re.compile(rf"^(?:(?:en|maar|dus|of|nou|dan) )*(?:{verbs}) (?P<x>.+?){light} (?:{said}){after}$")


def words_beside(field: FieldName) -> frozenset[str]:
    """The words that say nothing more where a field is asked."""
    beside = table()["beside"]
    return cues.word_set("light") | frozenset(beside["any"]) | frozenset(beside.get(field, ()))


def asked_field(plain: str) -> AskedField | None:
    """The field whose words a message has, and what is left of it; None where it asks for none.

    The field is the one that is named first; where two are, the second belongs to what is left.
    """
    found: list[tuple[int, FieldName]] = []
    for name, pattern in table()["fields"].items():
        match = pattern.search(plain)
        if match and not (_CONDITION.search(plain[: match.start()]) and not _asks(match.group())):
            found.append((match.start(), cast(FieldName, name)))
    if not found:
        return _state_of(plain)
    field = min(found)[1]
    if field == "end" and _of_beginning(plain):
        return None
    rest = _left(table()["fields"][field].sub(" | ", plain), field)
    whose = _WHOSE.search(plain) is not None  # "van wie was het transitieverlof?"
    if rest and field == "owners" and not whose and _WHO_IS.match(_OPENING.sub("", plain)) and not _names_owner(plain):
        return None  # "wie is de NCDR?"
    return AskedField(field, rest)


def _of_beginning(plain: str) -> bool:
    """Whether a question of time asks when something began."""
    words = "|".join(map(re.escape, table()["beside"]["beginning"]))
    return re.search(rf"\b(?:{words})\b", plain) is not None


def asks_beginning(plain: str) -> bool:
    """Whether the message asks when something began: "in welk jaar begon dat?"."""
    return table()["fields"]["end"].search(plain) is not None and _of_beginning(plain)


def _asks(words: str) -> bool:
    return re.search(r"\b(?:wie|wiens|welke?|wat|wanneer|hoe)\b", words) is not None


def _names_owner(plain: str) -> bool:
    own = frozenset(table()["beside"]["owners"]) - frozenset(
        ("zijn", "gaat", "gaan", "doen", "doet", "achter", "kabinet", "partij", "partijen")
    )
    return (
        any(word in own for word in _WORD.findall(plain))
        or len(re.findall(r"\b(?:die|dat|dit|deze|het|er|ze)\b$", plain)) > 0
    )


def _state_of(plain: str) -> AskedField | None:
    """A yes-or-no question after how far something is: "is het onderzoek naar het gebruik doorgegaan?"."""
    head, _, tail = plain.rpartition(",")
    match = table()["state"]["pattern"].match(tail.strip())
    if match is None or re.match(r"^er\b", match["x"]):
        return None
    return AskedField("status", _left(f"{head} | {match['x']}", "status"))


def _left(words: str, field: FieldName) -> str:
    """The longest stretch of words that says something, without the empty words at its edges."""
    beside = words_beside(field)
    parts = []
    for part in words.split("|"):
        said = _WORD.findall(part)
        while said and (said[0] in beside or cues.says_little(said[0])):
            said = said[1:]
        while said and (said[-1] in beside):
            said = said[:-1]
        if said:
            parts.append(" ".join(said))
    return " ".join(parts)
