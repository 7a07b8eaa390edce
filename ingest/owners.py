"""The cell "wie" read into ministry codes and other bodies; names and codes are data/ministries.toml."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.printed_text import fold
from ingest.vocabulary import load

_Kind = Literal["ministry", "body", "as printed", "government wide", "nobody", "linking"]
_ABBREVIATION = re.compile(
    r"[A-ZÀ-Þ][\w&+.'’-]*(?:\s+(?:van|voor|der|de|het|en)\s+[A-ZÀ-Þ][\w&+.-]*|\s+[A-ZÀ-Þ][\w&+.-]*)*"
)


@dataclass(frozen=True, slots=True)
class Owners:
    """Who a printed cell names."""

    owners: tuple[str, ...] = ()  # ministry codes in printed order, each once
    bodies: tuple[str, ...] = ()  # others, by code where known, else as printed
    government_wide: bool = False
    unread: str = ""  # words that are no name that we know


def _plain(name: str) -> str:
    """In capitals, without spaces and accents."""
    letters = unicodedata.normalize("NFD", re.sub(r"\s", "", name).upper())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _case_matters(name: str) -> bool:
    """Whether a name is so short that in small letters it is a word: BZ, DE."""
    return len(name) <= 2 and name.isalpha() and name.isupper()


def _key(name: str) -> str:
    return f"={name}" if _case_matters(name) else _plain(name)


def _spelled(name: str) -> str:
    letters = (re.escape(letter) if letter.isascii() else f"[{letter}{_plain(letter)}]" for letter in name)
    return "".join(letters).replace(r"\ ", r"\s*" if len(name) < 6 else r"\s+").replace(r"\&", r"\s*&\s*")


@cache
def _names() -> tuple[re.Pattern[str], dict[str, tuple[_Kind, str]]]:
    """One pattern for every name, and what each stands for, by the name in capitals without spaces."""
    data = load("ministries")
    meaning: dict[str, tuple[_Kind, str]] = {}
    names: list[str] = []

    def learn(name: str, kind: _Kind, code: str) -> None:
        if meaning.setdefault(_key(name), (kind, code)) == (kind, code):
            names.append(name)

    for ministry in data["ministry"]:
        code = ministry["code"]
        for name in (code, *ministry["codes"], ministry["name"], *ministry["names"], *ministry.get("directorates", ())):
            learn(name, "ministry", code)
        for name in (code, *ministry["codes"]):
            learn(f"Min{name}", "ministry", code)
    for body in data["body"]:
        for name in (*body.get("swallows", ()), body["name"], *body["names"]):
            learn(name, "body", body["code"])
    for name in data["as_printed"]["names"]:
        learn(name, "as printed", "")
    for name in data["government_wide"]["names"]:
        learn(name, "government wide", "")
    for name in data["nobody"]["names"]:
        learn(name, "nobody", "")
    for name in data["linking"]["words"]:
        learn(name, "linking", "")
    names.sort(key=len, reverse=True)
    spelled = (
        (_spelled(name) if _case_matters(name) else f"(?i:{_spelled(name)})")
        + (r"(?!\w)" if name[-1].isalnum() else "")
        for name in names
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(spelled) + ")"), meaning


def ministry_codes() -> tuple[str, ...]:
    """The ministries' codes, as printed in the column."""
    return tuple(ministry["code"] for ministry in load("ministries")["ministry"])


def read_owners(printed: str) -> Owners:
    """The ministries and bodies that the cell names; a name in capitals that we do not know is a body as printed."""
    text = fold(printed)
    pattern, meaning = _names()
    owners: dict[str, None] = {}
    found: list[tuple[int, str]] = []
    wide = False
    rest = list(text)
    for match in pattern.finditer(text):
        name = match.group()
        kind, code = meaning.get(_key(name)) or meaning[_plain(name)]
        rest[match.start() : match.end()] = "\0" * (match.end() - match.start())
        if kind == "ministry":
            owners[code] = None
        elif kind == "body":
            found.append((match.start(), code))
        elif kind == "as printed":
            found.append((match.start(), name))
        elif kind == "government wide":
            wide = True
    left = "".join(rest)
    for match in _ABBREVIATION.finditer(left):
        found.append((match.start(), match.group().rstrip(".,;")))
    unread = " ".join(re.findall(r"\w[\w'’.-]*", _ABBREVIATION.sub("\0", left)))
    bodies = tuple(dict.fromkeys(code for _, code in sorted(found)))
    return Owners(tuple(owners), bodies, wide, unread)
