"""English questions, put in the Dutch words that the rules know; the words of a topic stay as they are."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache

from app.reading.line import Token
from index.folding import fold
from index.places import DATA

SURE = 2  # words that only English has, from which a question is English


@lru_cache(maxsize=1)
def _phrases() -> tuple[frozenset[str], dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]]:
    """The words by which English is known, and by first word each phrase with its Dutch, the longest first."""
    data = tomllib.loads((DATA / "english.toml").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for dutch, phrases in data["phrases"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, tuple(fold(dutch).split())))
    ordered = {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in found.items()}
    return frozenset(data["signs"]), ordered


def in_dutch(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of an English question with what the rules know in Dutch; any other question as it is.

    A phrase of several words becomes one token that covers them all; Dutch words beyond the first cover nothing.
    """
    signs, phrases = _phrases()
    norms = tuple(token.norm for token in tokens)
    if sum(norm in signs for norm in norms) < SURE:
        return tuple(tokens)
    found: list[Token] = []
    n = 0
    while n < len(tokens):
        entry = next((e for e in phrases.get(norms[n], ()) if norms[n : n + len(e[0])] == e[0]), None)
        if entry is None:
            found.append(tokens[n])
            n += 1
            continue
        words, dutch = entry
        last = tokens[n + len(words) - 1]
        text = " ".join(token.text for token in tokens[n : n + len(words)])
        found.append(Token(text, dutch[0], tokens[n].start, last.end))
        found += [Token("", word, last.end, last.end) for word in dutch[1:]]
        n += len(words)
    return tuple(found)
