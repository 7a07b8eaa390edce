"""The rule for a message about the period in which the one that was told ends: "wat moet er nog meer in dat kwartaal klaar zijn?".

The words are data (`[same_end]` in `data/operations.toml`). The pronoun is read as the quarter, month or year of that end.
"""
# ruff: noqa: E501 - a docstring says which sentence is meant

from dataclasses import replace

from app.dialogue.bags import word_sets, words_of
from app.dialogue.lists.place_named import of_measure
from app.dialogue.moment import Moment, Problem, Step
from app.filters import EndIn, Ids, Not
from app.filters.wording import MONTHS
from ingest.records import Period

_QUARTER = 3


def of_that_period(m: Moment) -> Step | Problem | None:
    """All that ends in the period in which the one that was told ends; without that one, where more is asked."""
    sets, words = word_sets("same_end"), list(words_of(m.plain))
    at = next((n for n in range(1, len(words)) if words[n - 1] in sets["that"] and words[n] in sets["period"]), None)
    measure = m.measures.get(m.last.focus[0]) if len(m.last.focus) == 1 and m.last.pointed else None
    if at is None or measure is None or measure.deadline.end is None or not _of_its_end(m):
        return None
    period = _named(measure.deadline.end, words[at], sets["quarter"], sets["month"])
    if period is None:
        return None
    said = [*words[: at - 1], period, *words[at + 1 :]]
    query = m.course.fresh(of_measure(" ".join(word for word in said if word not in sets["more"]), measure))
    if query.topic is not None or query.target or query.ask not in ("list", "count"):
        return None
    if not any(isinstance(c, EndIn) for c in query.filters):
        return None
    more = any(word in sets["more"] for word in words)
    return Step(replace(query, filters=(*query.filters, Not(Ids(m.last.focus)))) if more else query)


def _of_its_end(m: Moment) -> bool:
    """Whether the period can only be that of the one told: its end was asked, or the list is of no period."""
    return m.last.field == "end" or not any(isinstance(c, EndIn) for c in m.base_query.filters)


def _named(end: Period, word: str, quarter: frozenset[str], month: frozenset[str]) -> str | None:
    """The period of an end as a question names it; None where the end is not told so finely."""
    if end.first is None or end.last is None:
        return None
    months = (end.last.year - end.first.year) * 12 + end.last.month - end.first.month + 1
    as_quarter = f"q{(end.last.month - 1) // _QUARTER + 1} {end.last.year}"
    as_month = f"{MONTHS[end.last.month - 1]} {end.last.year}"
    if word in quarter:
        return as_quarter if months <= _QUARTER else None
    if word in month:
        return as_month if months == 1 else None
    if word == "jaar":
        return str(end.last.year) if end.first.year == end.last.year else None
    return as_month if months == 1 else as_quarter if months == _QUARTER else str(end.last.year)
