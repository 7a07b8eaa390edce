"""Tables of phrases, kept as data: which questions they recognise, and what is answered."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from index.folding import fold
from index.places import DATA

_SPACES = re.compile(r"\s+")
_EDGE = re.compile(r"^[\s\"'.,;:!?()\-]+|[\s\"'.,;:!?()\-]+$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Questions of one kind: patterns on the plain question, and the answer's text with its {names} to fill in."""

    name: str
    kind: str
    patterns: tuple[re.Pattern[str], ...]
    answer: str
    unless: tuple[re.Pattern[str], ...] = ()  # with which the question asks for something else after all

    def matches(self, plain_question: str) -> bool:
        """Whether any pattern stands in the question, and nothing that makes it another."""
        return any(pattern.search(plain_question) for pattern in self.patterns) and not any(
            pattern.search(plain_question) for pattern in self.unless
        )


def plain(text: str) -> str:
    """The text as the patterns see it: folded, single spaces, nothing but words at its edges."""
    return _EDGE.sub("", _SPACES.sub(" ", fold(text)))


@lru_cache(maxsize=8)
def table(file: str) -> dict[str, object]:
    """A file of `data/`, read once."""
    return tomllib.loads((DATA / file).read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def phrases(file: str) -> tuple[Phrase, ...]:
    """The phrases of a file, in its order: the first that matches wins.

    A file may have `[words]`: names for sets of words, written {name} in its patterns.
    """
    content = table(file)
    sets = _mapping(content.get("words", {}))
    names = {name: "(?:" + "|".join(str(w) for w in _items(words)) + ")" for name, words in sets.items()}
    return tuple(_phrase(_mapping(entry), names) for entry in _items(content.get("phrase", [])))


def first_match(question: str, file: str) -> Phrase | None:
    """The first phrase of the file that matches the question."""
    text = plain(question)
    return next((phrase for phrase in phrases(file) if phrase.matches(text)), None)


def phrase_named(name: str, file: str) -> Phrase:
    """The phrase of the file that has a name."""
    return next(phrase for phrase in phrases(file) if phrase.name == name)


def _phrase(entry: Mapping[str, object], names: Mapping[str, str]) -> Phrase:
    return Phrase(
        name=str(entry["name"]),
        kind=str(entry.get("kind", "explain")),
        patterns=tuple(re.compile(_filled(str(pattern), names)) for pattern in _items(entry["patterns"])),
        answer=str(entry.get("answer", "")),
        unless=tuple(re.compile(_filled(str(pattern), names)) for pattern in _items(entry.get("unless", []))),
    )


def _filled(pattern: str, names: Mapping[str, str]) -> str:
    for name, words in names.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a table, found {value!r}")
    return value


def _items(value: object) -> Iterable[object]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, found {value!r}")
    return value
