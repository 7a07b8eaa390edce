"""A period as a question points at it, and the calendar's periods."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ingest.records import Period

Relation = Literal["in", "on", "until", "after", "from", "range"]
"""in: within the period; on: a day; until: up to and including its end; after, from: open to the future."""


@dataclass(frozen=True, slots=True)
class When:
    """A period as a question points at it."""

    period: Period
    possible: Period | None = None
    relation: Relation = "in"
    word: str = ""  # the preposition that stood before it: "t/m", "uiterlijk", "sinds"
    meant: Period | None = None  # the wider period that the unit may mean: "voor het najaar" planned
    unit: Period | None = None  # the unit named last, before the preposition widened it: 2026 in "tot 2026"


def year(number: int) -> Period:
    """The calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def quarter(number: int, n: int) -> Period:
    """Quarter n, counted from 1, of a year."""
    return months(number, 3 * n - 2, 3)


def months(number: int, first: int, count: int) -> Period:
    """`count` months of the year from month `first` on; they may run into later years."""
    start = number * 12 + first - 1
    stop = start + count
    last = date(stop // 12, stop % 12 + 1, 1) - timedelta(days=1)
    return Period(date(start // 12, start % 12 + 1, 1), last)


def hull(a: Period, b: Period) -> Period:
    """The period from the earlier start to the later end."""
    starts, ends = [p.first for p in (a, b)], [p.last for p in (a, b)]
    return Period(
        None if None in starts else min(s for s in starts if s), None if None in ends else max(e for e in ends if e)
    )


def whole_year(when: When) -> bool:
    """Whether a period is one calendar year."""
    first, last = when.period.first, when.period.last
    return bool(first and last and first.year == last.year and (first.month, last.month) == (1, 12))
