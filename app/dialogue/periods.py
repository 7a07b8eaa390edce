"""The rule by which a message names a period by the one that is held: "en het kwartaal daarna?", "het jaar ervoor"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from datetime import date, timedelta

from app.dialogue.moment import Moment, Problem, Step
from app.filters import EndIn, RunsDuring, StartIn
from app.query import Filter
from ingest.records import Period

_UNIT = r"(?P<unit>kwartaal|halfjaar|half jaar|jaar|maand)"
_AFTER = r"daarna|erna|daarop|erop|later|daaropvolgend|na dat"
_BEFORE = r"daarvoor|ervoor|eerder|voordien"
_BESIDE = re.compile(
    rf"^(?:en |maar |dan |nu |of |wat |welke |is er |loopt er |eindigt er |(?:in|voor|over|van) )*(?:het|de|een) (?:(?P<adjective>daaropvolgende?|opvolgende?|volgende|voorafgaande?|vorige|voorgaande) {_UNIT}|{_UNIT.replace('unit', 'unit2')} (?P<way>{_AFTER}|{_BEFORE}))(?: dan| graag)?$"
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_PLACES = (*_ORDINALS, "1e", "2e", "3e", "4e")
_NUMBERED = re.compile(
    rf"^(?:en |maar |dan |nu |of |(?:in|voor|over|van) )*het (?P<n>{'|'.join(_PLACES)})(?: kwartaal| halfjaar| ook| dan| graag)*$"
)  # "en het vierde?" of a quarter; "en de vierde?" is a measure of the list
_FORWARD = re.compile(rf"^(?:daaropvolgende?|opvolgende?|volgende|{_AFTER})$")
_MONTHS = {"kwartaal": 3, "halfjaar": 6, "half jaar": 6, "jaar": 12, "maand": 1}


def beside_period(m: Moment) -> Step | Problem | None:
    """The messages "en het kwartaal daarna?", "en het vierde?": counted from the period of the list."""
    beside = period_beside(m, m.plain)
    if beside is None:
        return None
    held, other = beside
    filters = tuple(other if c is held else c for c in m.base_query.filters)
    return Step(replace(m.base_query, filters=filters), m.base)


def period_beside(m: Moment, words: str) -> tuple[Filter, Filter] | None:
    """The period that is held, and the one that words name by it; None where they name none."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn | StartIn | RunsDuring)]
    if len(ends) != 1:
        return None
    held = ends[0].period
    match, numbered = _BESIDE.match(words), _NUMBERED.match(words)
    if match is not None:
        forward = _FORWARD.match(match["adjective"] or match["way"]) is not None
        unit = match["unit"] or match["unit2"]
        period = _next(held, _MONTHS[unit]) if forward else _previous(held, _MONTHS[unit])
    elif numbered is not None:
        period = _same_kind(held, _PLACES.index(numbered["n"]) % len(_ORDINALS))
    else:
        return None
    return None if period is None else (ends[0], type(ends[0])(period))


def _same_kind(held: Period, place: int) -> Period | None:
    """The quarter or half at a place of the year of a quarter or half; None of another period."""
    if held.first is None or held.last is None or held.first.year != held.last.year:
        return None
    size = held.last.month - held.first.month + 1
    if size not in (_MONTHS["kwartaal"], _MONTHS["halfjaar"]) or place >= _MONTHS["jaar"] // size:
        return None
    first = date(held.first.year, place * size + 1, 1)
    return Period(first, _later(first, size) - timedelta(days=1))


def _next(period: Period, months: int) -> Period | None:
    """So many months from the day after a period."""
    if period.last is None:
        return None
    first = period.last + timedelta(days=1)
    return Period(first, _later(first, months) - timedelta(days=1))


def _previous(period: Period, months: int) -> Period | None:
    """So many months up to the day before a period."""
    if period.first is None:
        return None
    return Period(_later(period.first, -months), period.first - timedelta(days=1))


def _later(day: date, months: int) -> date:
    """The first of the month, so many months on."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
