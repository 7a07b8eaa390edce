# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Greetings, thanks, goodbyes and acknowledgements; and the same words in front of a real question."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.folding import fold
from index.places import DATA

_WORD = re.compile(r"[a-z]+")
_OPENING = re.compile(r"^\s*([^,.!?:;\n]{1,60}?)\s*[,.!:;\n]+\s*(?=\S)")
_SIGNS = re.compile(r"[\s.,!?;:'\"()\-\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]*")
_QUESTION = re.compile(
    r"(?:(?:en|maar|dus|oke|ok|goed) )*(?:wat|wie|waar|wanneer|waarom|hoeveel|welke?) (?:is|zijn|was|waren|wordt|werd|doet|deed|heeft|had|staat|moet)\b"
)
_CHEERING = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]")


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """One kind of small talk: its words, those of which at least one must be there, and the reply."""

    name: str
    words: frozenset[str]
    needs: frozenset[str]
    reply: str


@lru_cache(maxsize=1)
def _entries() -> tuple[tuple[SmallTalk, ...], frozenset[str]]:
    content = tomllib.loads((DATA / "smalltalk.toml").read_text(encoding="utf-8"))
    filler = frozenset(content["filler"])
    entries = tuple(
        SmallTalk(e["name"], frozenset(e["words"]) | filler, frozenset(e.get("needs", e["words"])), e["reply"])
        for e in content["smalltalk"]
    )
    return entries, filler


def smalltalk(message: str) -> SmallTalk | None:
    """The kind of small talk that the whole message is; None when it says anything else."""
    words = _WORD.findall(fold(message))
    entries, _ = _entries()
    if not words:
        cheering = _CHEERING.search(message) and _SIGNS.fullmatch(message)
        return entries[-1] if cheering else None
    if any(character.isdigit() for character in message) or _asks(message, words, entries):
        return None
    found = set(words)
    for entry in entries:
        if found <= entry.words and found & entry.needs:
            return entry
    together = frozenset().union(*(entry.words for entry in entries))
    if found <= together:  # "oké, bedankt en tot morgen": several kinds at once
        return next((entry for entry in entries if found & entry.needs), None)
    return None


def _asks(message: str, words: Sequence[str], entries: Sequence[SmallTalk]) -> bool:
    """Whether it is a question all the same: "Wat is daar precies mee gedaan?", and not "wat is dat mooi"."""
    if _QUESTION.match(" ".join(words)) is None:
        return False
    return message.rstrip().endswith("?") or not any(words[-1] in entry.needs for entry in entries)


_WITH_ARTICLE = re.compile(r"(?:en |over )?(?:het|de|dat|die|dit|deze) ", re.IGNORECASE)  # "het akkoord, wie doet dat?"


@lru_cache(maxsize=1)
def _asides() -> frozenset[str]:
    return frozenset(tomllib.loads((DATA / "smalltalk.toml").read_text(encoding="utf-8"))["asides"])


def _is_aside(words: str) -> bool:
    """Whether words in front of a question ask nothing: "kort samengevat"."""
    said = re.sub(r"^(?:en|maar|oke|ok|nou|dus) ", "", " ".join(fold(words).split()))
    return said in _asides()


def _is_talk(words: str) -> bool:
    return smalltalk(words) is not None and _WITH_ARTICLE.match(words) is None


def without_opening(message: str) -> str:
    """The message without small talk in front: "Hoi, welke moties ...?" gives "welke moties ...?"."""
    for _ in range(2):
        opening = _OPENING.match(message)
        if opening is None or not (_is_aside(opening[1]) or _is_talk(opening[1])):
            break
        message = message[opening.end() :]
    words = message.split(maxsplit=2)
    entries, _ = _entries()
    greeting = next(entry for entry in entries if entry.name == "groet")
    if len(words) > 2 and fold(words[0]).strip(",.!") in greeting.needs - {
        "dag",
        "goede",
        "goeie",
        "morgen",
        "middag",
        "avond",
    }:
        return message.split(maxsplit=1)[1]
    return message
