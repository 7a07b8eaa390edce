"""Questions about the document, recognised by their parts and not as sentences: what is asked, and of what.

A question has an aspect when it holds a word of each of the aspect's lists, points at the document where it must, and
says nothing beside it (`data/aspects.toml`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.onboarding.parts import is_light
from app.onboarding.phrases import table
from index.folding import fold

_EDGE = " \"'“”‘’„?.!,;:()"
_NOW = re.compile(r"\b(?:dit|deze) (?=(?:jaar|kwartaal|moment|maand|week|halfjaar)\b)")
Words = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that can be asked of the document."""

    name: str
    of: str
    all: tuple[Words, ...]
    words: Words  # every word that belongs to it
    answer: str
    never: Words | None = None  # who says one of these asks which measures, and not after the document


def aspect_of(question: str, *, alone: bool = True) -> Aspect | None:
    """The aspect of the document that a question asks after; None where it asks, or says, anything else.

    Args:
        question: as typed.
        alone: nothing else is on the table, so that "dit" is the document.
    """
    plain = _NOW.sub("", fold(question))
    words = [word.strip(_EDGE) for word in plain.split()]
    words = [word for word in words if word]
    if not words or any(_never().fullmatch(word) for word in words):
        return None
    return next((aspect for aspect in _aspects() if _has(aspect, words, alone=alone)), None)


def _has(aspect: Aspect, words: Sequence[str], *, alone: bool) -> bool:
    if not _each(aspect.all, words) or (aspect.never and any(aspect.never.fullmatch(word) for word in words)):
        return False
    named = any(_set("document").fullmatch(word) for word in words)
    pointed = alone and any(_set("points").fullmatch(word) for word in words)
    inside = any(_set("inside").fullmatch(word) for word in words)
    if (aspect.of == "document" and not (named or pointed)) or (
        aspect.of == "inside" and not (named or (alone and inside))
    ):
        return False
    return all(_belongs(word, aspect) for word in words)


def _each(parts: Sequence[Words], words: Sequence[str]) -> bool:
    """Whether each list has a word of its own among the words."""
    if not parts:
        return True
    return any(
        parts[0].fullmatch(word) and _each(parts[1:], [*words[:n], *words[n + 1 :]]) for n, word in enumerate(words)
    )


def _belongs(word: str, aspect: Aspect) -> bool:
    sets = (aspect.words, _set("document"), _set("points"), _set("filler"))
    return is_light(word) or any(words.fullmatch(word) for words in sets)


@lru_cache(maxsize=1)
def _aspects() -> tuple[Aspect, ...]:
    return tuple(_aspect(entry) for entry in _list("aspect"))


def _aspect(entry: Mapping[str, Any]) -> Aspect:
    every = [str(word) for words in entry["all"] for word in words] + [str(w) for w in entry.get("also", ())]
    parts = tuple(re.compile("|".join(words)) for words in entry["all"])
    never = re.compile("|".join(str(word) for word in entry["never"])) if "never" in entry else None
    return Aspect(entry["name"], entry["of"], parts, re.compile("|".join(every)), str(entry.get("answer", "")), never)


def _list(name: str) -> Sequence[Any]:
    value = table("aspects.toml")[name]
    if not isinstance(value, list):
        raise TypeError(f"data/aspects.toml: expected a list for {name}, found {value!r}")
    return value


@lru_cache(maxsize=8)
def _set(name: str) -> Words:
    return re.compile("|".join(str(word) for word in _list(name)))


def _never() -> Words:
    return _set("never")
