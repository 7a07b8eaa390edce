"""The legend of a document and the status signs read by it; the meanings' words are data/status.toml."""

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from ingest.printed_text import fold, plain
from ingest.records import LegendEntry, StatusCode
from ingest.vocabulary import load

_ENTRY = re.compile(r"(?P<sign>[^\s=:;,]{1,12})\s*(?:=|:|\s[–—-]\s)\s*")
_LABEL = re.compile(r"(?i)^(?:legenda|legende|verklaring(?: van de)? tekens|toelichting(?: op de)? status)\s*:?\s*")
UNCERTAIN_SIGNS = "?"


@cache
def _meanings() -> tuple[tuple[str, StatusCode], ...]:
    """Each word for a status with its code, the longest first."""
    pairs = [
        (plain(word), cast(StatusCode, entry["code"])) for entry in load("status")["status"] for word in entry["words"]
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def status_words() -> tuple[str, ...]:
    """All words for a status."""
    return tuple(word for word, _ in _meanings())


def code_of_words(words: str) -> StatusCode | None:
    """The status that the words name as a whole: "in uitvoering" is 3; None when they name none."""
    text = plain(words)
    return next((code for word, code in _meanings() if word == text), None)


def code_of_meaning(meaning: str) -> StatusCode | None:
    """The status that a legend's words stand for; words may follow: "afgerond in deze periode"."""
    text = plain(meaning)
    exact = code_of_words(text)
    if exact is not None:
        return exact
    return next((code for word, code in _meanings() if re.match(rf"{re.escape(word)}(?!\w)", text)), None)


def read_legend(text: str) -> tuple[LegendEntry, ...]:
    """The signs that a paragraph explains: "4 = afgerond", or several in one line; () when it is no legend."""
    text = _LABEL.sub("", fold(text))
    starts = list(_ENTRY.finditer(text))
    if not starts or starts[0].start() > 0:
        return _spaced_legend(text)
    entries: list[LegendEntry] = []
    for position, match in enumerate(starts):
        end = starts[position + 1].start() if position + 1 < len(starts) else len(text)
        meaning = text[match.end() : end].strip(" ;,|·/")
        code = code_of_meaning(meaning)
        if code is None and not entries:
            return ()
        entries.append(LegendEntry(match["sign"], meaning, code))
    return tuple(entries)


@cache
def _spaced_entry() -> re.Pattern[str]:
    """A sign and its meaning with nothing between them, as a table without rules gives them."""
    words = "|".join(re.escape(word) for word in sorted(status_words(), key=len, reverse=True))
    return re.compile(rf"(?i)(?P<sign>[^\s\w]{{1,3}}|\d|[A-Z])\s+(?P<meaning>{words})(?:$|[\s;,.|]+)")


def _spaced_legend(text: str) -> tuple[LegendEntry, ...]:
    """The signs of a paragraph that consists of signs and meanings; () when anything else stands in it."""
    entries: list[LegendEntry] = []
    at = 0
    while at < len(text):
        found = _spaced_entry().match(text, at)
        if found is None:
            return ()
        entries.append(LegendEntry(found["sign"], found["meaning"], code_of_words(found["meaning"])))
        at = found.end()
    return tuple(entries)


def is_legend_label(text: str) -> bool:
    """Whether the paragraph is only the word above a legend."""
    return bool(_LABEL.fullmatch(fold(text)))


def read_status(printed: str, legend: Iterable[LegendEntry]) -> tuple[StatusCode | None, bool]:
    """The status of a cell, and whether it was understood: first by the legend's signs, then by its words."""
    sign = fold(printed)
    if not sign:
        return None, False
    for entry in legend:
        if sign == entry.sign or plain(sign) == plain(entry.meaning):
            return entry.code, entry.code is not None
    code = code_of_words(sign)
    return code, code is not None
