"""The rule by which a message names a period by the one that is held: "en het kwartaal daarna?", "het jaar ervoor"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from datetime import date, timedelta

from app.dialogue.lists import refining
from app.dialogue.moment import Moment, Problem, Step
from app.filters import EndIn, Overdue, RunsDuring, StartIn
from app.query import Filter
from ingest.records import Period

_UNIT = r"(?P<unit>kwartaal|halfjaar|half jaar|jaar|maand)"
_AFTER = r"daarna|erna|daarop|erop|later|verder|vooruit|daaropvolgend|na dat|hierna|dat (?:daarop|erop|daarna|erna) (?:volgt|komt)|erachteraan"
_BEFORE = r"daarvoor|ervoor|eerder|terug|voordien|hiervoor|dat (?:eraan|daaraan) voorafgaat|dat (?:ervoor|daarvoor) (?:ligt|komt|kwam)"
_LEAD = r"^(?:en |maar |dan |nu |of |wat |welke |is er |loopt er |eindigt er |doe |schuif |ga |spring |toon |kijk |naar |(?:in|voor|over|van|naar) )*"
_TAIL = r"(?: op| door| dan| graag| ook| nog| maar)*$"
_BESIDE = re.compile(
    rf"{_LEAD}(?:(?:(?:het|de|een) |(?=daarop))(?P<adjective>(?:daarop|op|eerst)?volgende?|voorafgaande?|vorige|voorgaande|eerdere) {_UNIT}(?: (?:{_AFTER}|{_BEFORE}))?|(?:(?:het|de|een) )?{_UNIT.replace('unit', 'unit2')} (?P<way>{_AFTER}|{_BEFORE})){_TAIL}"
)
_COUNTED = {"een": 1, "1": 1, "twee": 2, "2": 2, "drie": 3, "3": 3, "vier": 4, "4": 4, "vijf": 5, "5": 5}
_SHIFTED = re.compile(
    rf"{_LEAD}(?P<n>{'|'.join(_COUNTED)}) (?P<unit>kwartaal|kwartalen|halfjaar|half jaar|jaar|maand|maanden)(?: (?P<way>{_AFTER}|{_BEFORE}))?{_TAIL}"
)
_WHOLE_YEAR = re.compile(
    rf"{_LEAD}(?:het|dat|heel|geheel) (?:hele|gehele|volledige|complete)? ?jaar(?: (?:erbij|lang|door|rond))?{_TAIL}"
)
_ORDINALS = ("eerste", "tweede", "derde", "vierde")
_PLACES = (*_ORDINALS, "1e", "2e", "3e", "4e")
_NUMBERED = re.compile(
    rf"{_LEAD}(?:het (?P<n>{'|'.join(_PLACES)})|(?<=in )de (?P<half>eerste|tweede|andere(?: helft)?))(?: kwartaal| halfjaar| ook| dan| graag)*$"
)  # "en het vierde?" of a quarter; "en de vierde?" is a measure of the list
_EARLIER = ("eerder", "vroeger", "terug", "daarvoor", "ervoor", "voordien")
_DAY_SHIFTED = re.compile(
    rf"^(?:(?:en|maar|nu|dan|dus|of|wat|welke|hoe|hoeveel|is|zijn|dat|het|er|ziet|eruit|als|wanneer|stel|je|we|ik|u|kijk|kijkt|kijken|doe|neem|schuif|ga|kijken|zit|staat|over|wordt|worden) ,?)*(?P<n>{'|'.join(_COUNTED)}) (?P<unit>kwartaal|kwartalen|halfjaar|half jaar|jaar|maand|maanden) (?P<way>later|verder|daarna|erna|nadien|vooruit|op|{'|'.join(_EARLIER)})(?: (?:kijk|kijkt|kijken|dan|graag|zijn|is|dat|het|uit|eruit|te laat|over tijd|gaan|gaat))*$"
)
_FORWARD = re.compile(rf"^(?:(?:daarop|op|eerst)?volgende?|{_AFTER})$")
_MONTHS = {"kwartaal": 3, "kwartalen": 3, "maanden": 1, "halfjaar": 6, "half jaar": 6, "jaar": 12, "maand": 1}


def beside_period(m: Moment) -> Step | Problem | None:
    """The messages "en het kwartaal daarna?", "en het vierde?": counted from the period of the list."""
    beside = period_beside(m, m.plain)
    if beside is None:
        return None
    held, other = beside
    wider = tuple(
        c for c in m.base_query.filters if c is not held and isinstance(c, EndIn) and not refining.within(other, c)
    )
    filters = tuple(other if c is held else c for c in m.base_query.filters if c not in wider)
    return Step(replace(m.base_query, filters=filters), m.base)


def day_shifted(m: Moment) -> Step | Problem | None:
    """The messages "en een half jaar later?", "als je een maand verder kijkt?" of what is overdue: on another day."""
    held = next((c for c in m.base_query.filters if isinstance(c, Overdue) and c.on is not None), None)
    match = _DAY_SHIFTED.match(m.plain) if held is not None else None
    if held is None or held.on is None or match is None:
        return None
    way = -1 if match["way"] in _EARLIER else 1
    months = way * _COUNTED[match["n"]] * _MONTHS[match["unit"]]
    first = _later(held.on, months)
    days = (_later(first, 1) - first).days
    other = Overdue(first.replace(day=min(held.on.day, days)))
    filters = tuple(other if c is held else c for c in m.base_query.filters)
    return Step(replace(m.base_query, filters=filters), m.base)


def period_beside(m: Moment, words: str) -> tuple[Filter, Filter] | None:
    """The period that is held, and the one that words name by it; None where they name none."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn | StartIn | RunsDuring)]
    ends = [
        c for c in ends if _unit_of(words) == _months(c.period)
    ] or ends  # "het jaar daarna" of the year, not of its Q3
    innermost = next((c for c in ends if all(refining.within(c, o) for o in ends)), None)  # "in 2024", then "Q3"
    if innermost is None:
        return None
    held = innermost.period
    match, numbered, shifted = _BESIDE.match(words), _NUMBERED.match(words), _SHIFTED.match(words)
    if shifted is not None and (shifted["way"] or re.search(r"\b(?:schuif|ga|spring)\b", words)):
        way = -1 if shifted["way"] and not _FORWARD.match(shifted["way"]) else 1
        period = _shifted(held, way * _COUNTED[shifted["n"]] * _MONTHS[shifted["unit"]])
    elif _WHOLE_YEAR.match(words):
        period = _year_of(held)
    elif match is not None:
        forward = _FORWARD.match(match["adjective"] or match["way"]) is not None
        unit = match["unit"] or match["unit2"]
        period = _next(held, _MONTHS[unit]) if forward else _previous(held, _MONTHS[unit])
    elif numbered is not None and numbered["half"]:
        period = _other_half(held, numbered["half"])
    elif numbered is not None:
        period = _same_kind(held, _PLACES.index(numbered["n"]) % len(_ORDINALS))
    else:
        return None
    return None if period is None else (innermost, type(innermost)(period))


def _unit_of(words: str) -> int:
    """The months of the unit that words name a period by; 0 where they name none."""
    match = _BESIDE.match(words)
    return _MONTHS[match["unit"] or match["unit2"]] if match else 0


def _months(period: Period) -> int:
    """The months from the first to the last of a period; 0 of one that is open."""
    if period.first is None or period.last is None:
        return 0
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _shifted(held: Period, months: int) -> Period | None:
    """A period of the same length, so many months on: "twee jaar later" of 2024 is 2026."""
    if held.first is None or held.last is None:
        return None
    end = held.last + timedelta(days=1)
    first = _later(held.first.replace(day=1), months)
    return Period(first, _later(end, months) - timedelta(days=1)) if end.day == 1 else None


def _year_of(held: Period) -> Period | None:
    """The whole year of a shorter period in it."""
    if held.first is None or held.last is None or held.first.year != held.last.year:
        return None
    year = Period(date(held.first.year, 1, 1), date(held.first.year, 12, 31))
    return None if year == held else year


def _same_kind(held: Period, place: int) -> Period | None:
    """The quarter or half at a place of the year of a quarter or half; None of another period."""
    if held.first is None or held.last is None or held.first.year != held.last.year:
        return None
    size = held.last.month - held.first.month + 1
    if size not in (_MONTHS["kwartaal"], _MONTHS["halfjaar"]) or place >= _MONTHS["jaar"] // size:
        return None
    first = date(held.first.year, place * size + 1, 1)
    return Period(first, _later(first, size) - timedelta(days=1))


def _other_half(held: Period, which: str) -> Period | None:
    """The first or second half of the year of a half; None of another period: "en in de eerste?"."""
    if held.first is None or held.last is None or _months(held) != _MONTHS["halfjaar"]:
        return None
    place = _ORDINALS.index(which) if which in _ORDINALS else int(held.first.month == 1)
    return _same_kind(held, place)


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
