"""The rule by which a message names a period by the one that is held: "en het kwartaal daarna?", "het jaar ervoor"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from datetime import date, timedelta

from app.dialogue.moment import Moment, Problem, Step
from app.filters import EndIn, RunsDuring, StartIn
from ingest.records import Period

_UNIT = r"(?P<unit>kwartaal|halfjaar|half jaar|jaar|maand)"
_AFTER = r"daarna|erna|daarop|erop|later|daaropvolgend|na dat"
_BEFORE = r"daarvoor|ervoor|eerder|voordien"
_BESIDE = re.compile(
    rf"^(?:en |maar |dan |nu |of |wat |welke |is er |loopt er |eindigt er |(?:in|voor|over|van) )*(?:het|de|een) (?:(?P<adjective>daaropvolgende?|opvolgende?|volgende|voorafgaande?|vorige|voorgaande) {_UNIT}|{_UNIT.replace('unit', 'unit2')} (?P<way>{_AFTER}|{_BEFORE}))(?: dan| graag)?$"
)
_FORWARD = re.compile(rf"^(?:daaropvolgende?|opvolgende?|volgende|{_AFTER})$")
_MONTHS = {"kwartaal": 3, "halfjaar": 6, "half jaar": 6, "jaar": 12, "maand": 1}


def beside_period(m: Moment) -> Step | Problem | None:
    """The messages "en het kwartaal daarna?", "en het jaar ervoor?": counted from the period of the list."""
    match = _BESIDE.match(m.plain)
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn | StartIn | RunsDuring)]
    if match is None or len(ends) != 1:
        return None
    forward = _FORWARD.match(match["adjective"] or match["way"]) is not None
    unit = match["unit"] or match["unit2"]
    period = _next(ends[0].period, _MONTHS[unit]) if forward else _previous(ends[0].period, _MONTHS[unit])
    if period is None:
        return None
    filters = tuple(type(ends[0])(period) if c is ends[0] else c for c in m.base_query.filters)
    return Step(replace(m.base_query, filters=filters), m.base)


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
