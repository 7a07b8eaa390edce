# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Turns of speech put plainly before the rules look.

"Spant de kroon" is "heeft de meeste", "werk" of a ministry is its measures, and a campaign "om mensen te informeren" is
a campaign. The words are in data/reading.toml.
"""

import re
from functools import lru_cache

from app.reading.lexicon import any_of, words_of_questions
from app.reading.line import Line, Symbol

_GAP = r"(?: (?!(?:die|dat|welke?|en|of|,)(?!\S))[^ ]+){0,5}?"


@lru_cache(maxsize=1)
def _figures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For the most and the fewest each: a figure of speech, its first words and its last with a gap where "*" stands."""
    found = []
    for name in ("most", "least"):
        for phrase in sorted(words_of_questions()["figures"][name], key=len, reverse=True):
            first, _, last = phrase.partition(" * ")
            gap = rf"(?P<g>{_GAP}) {re.escape(last)}" if last else r"(?P<g>)"
            found.append((name, re.compile(rf"(?<!\S){re.escape(first)}{gap}(?!\S)")))
    return tuple(found)


@lru_cache(maxsize=1)
def _grouped() -> re.Pattern[str]:
    groups = words_of_questions()["groups"]
    names = any_of([word for words in groups.values() for word in words])
    return re.compile(
        rf"(?<!\S)(?:(?:welke?|wat voor|wiens) (?:{names})|wie|het (?:{names}) (?:dat|wat)|de (?:{names}) die)(?!\S)"
    )


def put_plainly(line: Line) -> None:
    """Put the turns of speech of a question plainly."""
    _rank_plainly(line)
    _name_work(line)
    _drop_aims(line)


def _rank_plainly(line: Line) -> None:
    if not _grouped().search(line.text):
        return
    for name, pattern in _figures():
        match = pattern.search(line.text)
        if match is None:
            continue
        gap = match.span("g")
        if match["g"]:
            line.drop(gap[1], match.end())
            first, last = line.span(match.start(), gap[0])
        else:
            first, last = line.span(*match.span())
        start, stop = line.symbols[first].start, line.symbols[first].stop
        words = ("heeft", "de", "meeste" if name == "most" else "minste", "maatregelen")
        line.symbols[first:last] = [
            Symbol(word, start, stop if word.startswith("m") and word.endswith("ste") else start) for word in words
        ]
        line.refresh()
        return


@lru_cache(maxsize=1)
def _work() -> re.Pattern[str]:
    work = words_of_questions()["work"]
    before, after = any_of(work["before"]), any_of(work["after"])
    return re.compile(
        rf"(?:(?<=\s)|^)(?:{before}) (?P<a>{any_of(work['nouns'])})(?!\S)|(?<!\S)(?P<b>{any_of(work['nouns'])})(?= (?:{after})(?!\S))"
    )


def _name_work(line: Line) -> None:
    """Call what a ministry works on by its name, the measures: "is er bij SZW werk dat geen einddatum heeft"."""
    if not re.search(r"«[o]\d+»", line.text) or re.search(words_of_questions()["work"]["of_people"], line.text):
        return
    match = _work().search(line.text)
    if match:
        first, last = line.span(*(match.span("a") if match["a"] else match.span("b")))
        token = line.symbols[first]
        line.symbols[first:last] = [Symbol("maatregelen", token.start, token.start)]
        line.refresh()


@lru_cache(maxsize=1)
def _aims() -> re.Pattern[str]:
    data = words_of_questions()["aims"]
    return re.compile(rf" om (?:(?:{any_of(data['whom'])}) )?(?:{any_of(data['what'])})(?=(?: [?!.])*$)")


def _drop_aims(line: Line) -> None:
    """Take the aim off that every paper of a kind has: "welke campagnes zijn er om mensen te informeren"."""
    match = _aims().search(line.text) if re.search(r"«k\d+»", line.text) else None
    if match:
        line.drop(match.start() + 1, match.end())
