"""The rule for so many of what was shown that are about something: "laat de twee over docenten eens zien".

So many measures as are named must have the words, by their titles, else by their text: of the list at hand, of an
earlier list, or, by the titles alone, of the whole report. What else is said is asked of them.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from collections.abc import Iterator

from app.dialogue import cues
from app.dialogue.measures import pointing
from app.dialogue.measures.another import asked_of_them
from app.dialogue.measures.meant import tables_of
from app.dialogue.moment import Moment, Problem, Step
from app.filters import KindIs
from ingest.records import Measure

_NUMBER = "twee|drie|vier|vijf|zes|[2-6]"
_PREPOSITION = "over|rond|rondom|omtrent|inzake|naar|tegen|met|voor"
_SO_MANY = re.compile(
    rf"\b(?:(?:de|die|deze|alle|al die|andere) )+(?P<n>{_NUMBER})(?: (?P<noun>[a-z]+))? (?:{_PREPOSITION}) (?P<x>[^,:;?]+)"
    rf"|\b(?P<both>beide|allebei|allebei de|allebei die)(?: (?P<things>[a-z]+))? (?:{_PREPOSITION}) (?P<y>[^,:;?]+)"
)
_WHICH = re.compile(r"\b(?:welke?|hoeveel)\b")
_PAIR = 2
_SURE = 0.75  # the share of the words that must stand in a title


def so_many_about(m: Moment) -> Step | Problem | None:
    """What is asked of so many measures about a subject."""
    match = _SO_MANY.search(m.plain)
    if match is None or _WHICH.search(m.plain[: match.start()]):
        return None
    noun = match["noun"] or match["things"] or ""
    if noun and noun not in cues.word_set("thing"):
        return None
    number = _PAIR if match["both"] else cues.number(match["n"])
    said = (match["x"] or match["y"]).split()
    words = list(said)
    while len(words) > 1 and (cues.says_little(words[-1]) or words[-1] in cues.word_set("state")):
        words = words[:-1]
    query = m.read(" ".join(words)).query
    if query.topic is None or query.target or not all(isinstance(c, KindIs) for c in query.filters):
        return None
    ids = next((ids for ids in _having(m, " ".join(words)) if len(ids) == number), ())
    tail = " ".join(said[len(words) :])
    asked = f"{m.plain[: match.start()]}die {tail}{m.plain[match.end() :]}"
    return asked_of_them(m, ids, " ".join(asked.split())) if ids else None


def _having(m: Moment, words: str) -> Iterator[tuple[str, ...]]:
    """Those that have the words, of each list that was shown, nearest first, and of the report."""
    for ids in dict.fromkeys(tables_of(m)):
        shown = [m.measures[i] for i in ids if i in m.measures]
        yield _numbers(m, pointing.best(words, shown, _SURE, titles=True))
        yield _numbers(m, pointing.carrying(words, shown))
    yield _numbers(m, pointing.best(words, list(m.measures.values()), _SURE, titles=True))


def _numbers(m: Moment, measures: list[Measure]) -> tuple[str, ...]:
    return tuple(i for i, x in m.measures.items() if any(x is y for y in measures))
