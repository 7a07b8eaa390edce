"""Absolute stretches of time in Dutch text: quarters, halves, months, days, years, seasons, and ranges of them.

Only what names its year is found: "Q4 2023", "14-16 mei 2024", "eind 2025", "schooljaar 2023-2024". Words that count
from a reference date ("dit jaar", "volgend kwartaal") are the reader's of the question, not of this module.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ingest.records import Period

Kind = Literal["day", "week", "month", "quarter", "half", "season", "year", "school year"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of time and where it stands in the text.

    `last` is the unit in which it ends: of "2022 - 2024" the year 2024, of "14-16 mei 2024" the day 16 May 2024.
    `alternatives` are other defensible readings: "medio 2024" is the second quarter, defensibly the third.
    """

    start: int
    end: int
    kind: Kind
    period: Period
    last: Period
    ranged: bool = False
    alternatives: tuple[Period, ...] = ()


MONTHS = (
    "januari|jan",
    "februari|feb|febr",
    "maart|mrt",
    "april|apr",
    "mei",
    "juni|jun",
    "juli|jul",
    "augustus|aug",
    "september|sept|sep",
    "oktober|okt",
    "november|nov",
    "december|dec",
)
_MONTH_NUMBER = {word: number for number, words in enumerate(MONTHS, 1) for word in words.split("|")}
_ORDINAL = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}

_YEAR = r"(?:(?:19|20)\d\d(?![\d])|['‘’]\d\d(?!\d))"
_SHORT_YEAR = r"(?:2[0-9]|3[0-9])(?!\d)"  # without its century, only where a quarter or month stands before it
_OF = r"\s*[,/\-–]?\s*\(?(?:van\s+(?:het\s+jaar\s+)?|in\s+|het\s+jaar\s+)?"
_MONTH = "(?:" + "|".join(sorted(_MONTH_NUMBER, key=len, reverse=True)) + r")\b\.?"
_DASH = r"\s*(?:-|–|—|t/m|tot en met|tot)\s*"
_QUARTER_WORD = r"(?:kwartaal|kwart|kw\b\.?)"
_NTH = r"(?:eerste|tweede|derde|vierde|laatste|[1-4]\s?(?:e|ste|de)\b|iv|iii|ii|i\b|[1-4])"
_QUARTER = rf"(?:q\s?[1-4]|k[1-4]|[1-4]\s?(?:e|ste|de)?\s?q|{_NTH}\s*{_QUARTER_WORD}|{_QUARTER_WORD}\s*[1-4])"
_HALF = r"(?:(?:eerste|tweede|laatste|[12]\s?(?:e|ste|de)?)\s*(?:helft|half\s?jaar)|h[12]|[12]h|s[12])"
_SEASONS = {
    "voorjaar": (3, 5),
    "lente": (3, 5),
    "zomer": (6, 8),
    "najaar": (9, 11),
    "herfst": (9, 11),
    "kerst": (12, 12),
    "kerstreces": (12, 12),
    "prinsjesdag": (9, 9),
}
_EDGE = r"(?<![\w.,€-])(?<!€\s)"
_STOP = r"(?![\w]|[.,]\d)"


def day(when: date) -> Period:
    """The period of one day."""
    return Period(when, when)


def months(year: int, first: int, last: int) -> Period:
    """The period from the first day of one month to the last day of another in the same year."""
    after = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return Period(date(year, first, 1), after - timedelta(days=1))


def quarter(year: int, number: int) -> Period:
    """The period of a quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3 * number)


def whole_year(year: int) -> Period:
    """The period of a calendar year."""
    return months(year, 1, 12)


def preceding(unit: Unit) -> Period:
    """The period just before a unit, as long as it: of Q1 2024 the quarter Q4 2023."""
    first = unit.last.first
    assert first is not None
    before = first - timedelta(days=1)
    match unit.kind:
        case "year":
            return whole_year(before.year)
        case "quarter":
            return quarter(before.year, (before.month + 2) // 3)
        case "half":
            return months(before.year, 1 if before.month <= 6 else 7, 6 if before.month <= 6 else 12)
        case "month":
            return months(before.year, before.month, before.month)
    return day(before)


def _year(text: str) -> int:
    digits = re.sub(r"\D", "", text)
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _number(text: str) -> int:
    if found := re.search(r"\d", text):
        return int(found.group())
    word = re.split(r"\W", text.strip(), maxsplit=1)[0]
    return _ORDINAL[word]


def _month_number(text: str) -> int:
    return _MONTH_NUMBER[text.strip(" .")]


_Built = tuple[Kind, Period, Period, bool, tuple[Period, ...]]


def _one(kind: Kind, period: Period, *alternatives: Period) -> _Built:
    return kind, period, period, False, alternatives


def _span(kind: Kind, first: Period, last: Period) -> _Built | None:
    if first.first is None or last.last is None or first.first > last.last:
        return None
    return kind, Period(first.first, last.last), last, True, ()


def _school_year(found: re.Match[str]) -> _Built | None:
    first = _year(found["first"])
    if found["second"] and _year(found["second"][-2:] if len(found["second"]) != 4 else found["second"]) != first + 1:
        return None
    return _one("school year", Period(date(first, 8, 1), date(first + 1, 7, 31)))


def _day_span(found: re.Match[str]) -> _Built | None:
    year = _year(found["year"])
    last = date(year, _month_number(found["month"]), int(found["last"]))
    first = date(year, _month_number(found["month0"] or found["month"]), int(found["first"]))
    return _span("day", day(first), day(last))


def _part_of_year(found: re.Match[str]) -> _Built:
    year = _year(found["year"])
    match found["part"].split()[0]:
        case "begin" | "start":
            return _one("quarter", quarter(year, 1))
        case "medio" | "midden" | "halverwege":
            return _one("quarter", quarter(year, 2), quarter(year, 3))
    return _one("quarter", quarter(year, 4))


def _season(found: re.Match[str]) -> _Built:
    year, name = _year(found["year"]), found["season"]
    if name == "winter":
        first = year if not found["second"] else _year(found["year"])
        period = Period(date(first, 12, 1), date(first + 1, 3, 1) - timedelta(days=1))
        if not found["second"]:  # "winter 2024" is the winter that begins in 2024, defensibly the one that ends in it
            return _one("season", period, Period(date(year - 1, 12, 1), date(year, 3, 1) - timedelta(days=1)))
        return _one("season", period)
    if name in ("zomer", "zomervakantie", "zomerreces", "zomerperiode") and found["side"]:
        if found["side"].startswith("na"):
            return _one("season", months(year, 9, 12))
        return _one("quarter", quarter(year, 2))
    first_month, last_month = _SEASONS.get(name, (6, 8))
    return _one("season", months(year, first_month, last_month))


def _week(found: re.Match[str]) -> _Built:
    monday = date.fromisocalendar(_year(found["year"]), int(found["week"]), 1)
    return _one("week", Period(monday, monday + timedelta(days=6)))


def _half(found: re.Match[str]) -> _Built:
    number = 2 if "laatste" in found["half"] else _number(found["half"])
    return _one("half", months(_year(found["year"]), 6 * number - 5, 6 * number))


def _short_year_span(found: re.Match[str]) -> _Built | None:
    first = _year(found["first"])
    last = first // 100 * 100 + int(found["last"])
    return _span("year", whole_year(first), whole_year(last)) if last > first and int(found["last"]) > 12 else None


def _year_span(found: re.Match[str]) -> _Built | None:
    return _span("year", whole_year(_year(found["first"])), whole_year(_year(found["last"])))


def _year_pair(found: re.Match[str]) -> _Built:
    return _one("year", whole_year(_year(found["last"])), whole_year(_year(found["first"])))


def _calendar_day(found: re.Match[str]) -> _Built:
    month = found["month"]
    number = _month_number(month) if not month.isdigit() else int(month)
    return _one("day", day(date(_year(found["year"]), number, int(found["day"]))))


def _calendar_month(found: re.Match[str]) -> _Built:
    number = int(found["month"]) if found["month"].isdigit() else _month_number(found["month"])
    year = _year(found["year"])
    return _one("month", months(year, number, number))


def _month_span(found: re.Match[str]) -> _Built | None:
    year = _year(found["year"])
    first, last = _month_number(found["first"]), _month_number(found["last"])
    return _span("month", months(year, first, first), months(year, last, last))


def _month_pair(found: re.Match[str]) -> _Built:
    year = _year(found["year"])
    first, last = _month_number(found["first"]), _month_number(found["last"])
    return _one("month", months(year, last, last), months(year, first, first))


def _quarter_span(found: re.Match[str]) -> _Built | None:
    year = _year(found["year"])
    return _span("quarter", quarter(year, _number(found["first"])), quarter(year, _number(found["last"])))


def _quarter_pair(found: re.Match[str]) -> _Built:
    year = _year(found["year"])
    return _one("quarter", quarter(year, _number(found["last"])), quarter(year, _number(found["first"])))


def _plain_quarter(found: re.Match[str]) -> _Built:
    return _one("quarter", quarter(_year(found["year"]), _number(found["quarter"])))


def _plain_year(found: re.Match[str]) -> _Built:
    return _one("year", whole_year(_year(found["year"])))


_GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Built | None]], ...] = tuple(
    (re.compile(_EDGE + pattern + _STOP), build)
    for pattern, build in (
        (
            rf"(?:studie|school|college|academisch\s*)\s?jaar\s+(?P<first>{_YEAR}|\d\d(?=\s*[-–/]\s*['‘’]?\d\d(?!\d)))"
            rf"(?:\s*[-–/]\s*(?P<second>{_YEAR}|\d\d))?",
            _school_year,
        ),
        (
            rf"(?P<first>\d\d?)\.?\s*(?P<month0>{_MONTH})?{_DASH}(?P<last>\d\d?)\.?\s*(?P<month>{_MONTH})\s*(?P<year>{_YEAR})",
            _day_span,
        ),
        (rf"(?P<first>\d\d?)\s+(?P<month0>)en\s+(?P<last>\d\d?)\s+(?P<month>{_MONTH})\s*(?P<year>{_YEAR})", _day_span),
        (rf"(?P<day>\d\d?)(?:e|ste|de)?\.?\s*(?P<month>{_MONTH})\s*,?\s*(?P<year>{_YEAR})", _calendar_day),
        (r"(?P<day>\d\d?)(?P<s>[-/.])(?P<month>\d\d?)(?P=s)(?P<year>(?:19|20)\d\d)", _calendar_day),
        (r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)", _calendar_day),
        (rf"(?P<day>\d\d?)(?P<s>[-/])(?P<month>\d\d?)(?P=s)(?P<year>{_SHORT_YEAR})", _calendar_day),
        (r"(?P<month>0?[1-9]|1[0-2])[-/](?P<year>(?:19|20)\d\d)", _calendar_month),
        (r"(?P<year>(?:19|20)\d\d)[-/](?P<month>0[1-9]|1[0-2])", _calendar_month),
        (rf"(?P<first>{_MONTH}){_DASH}(?P<last>{_MONTH})\s*(?:van\s+)?(?P<year>{_YEAR})", _month_span),
        (rf"(?P<first>{_MONTH})\s*(?:/|of|en)\s*(?P<last>{_MONTH})\s*(?:van\s+)?(?P<year>{_YEAR})", _month_pair),
        (rf"(?:(?:begin|medio|eind|einde)\s+)?(?P<month>{_MONTH}){_OF}(?P<year>{_YEAR})", _calendar_month),
        (rf"(?P<first>{_QUARTER}){_DASH}(?P<last>{_QUARTER}){_OF}(?P<year>{_YEAR})", _quarter_span),
        (
            rf"(?P<year>(?:19|20)\d\d)\s*[-,:]?\s*\(?(?P<first>{_QUARTER}){_DASH}(?P<last>{_QUARTER})(?!{_OF}{_YEAR})",
            _quarter_span,
        ),
        (
            rf"(?P<year>(?:19|20)\d\d)\s*[-,:]?\s*\(?(?P<first>{_QUARTER})\s*(?:/|of|en)\s*(?P<last>{_QUARTER})"
            rf"(?!{_OF}{_YEAR})",
            _quarter_pair,
        ),
        (rf"(?P<first>q[1-4])\s*[-–]\s*(?P<last>[1-4]){_OF}(?P<year>{_YEAR})", _quarter_span),
        (
            rf"(?P<first>{_QUARTER}|{_NTH})\s*(?:/|of|en)\s*(?:het\s+)?(?P<last>{_QUARTER}){_OF}(?P<year>{_YEAR})",
            _quarter_pair,
        ),
        (rf"(?:(?:begin|medio|eind|einde)\s+)?(?P<quarter>{_QUARTER}){_OF}(?P<year>{_YEAR})", _plain_quarter),
        (
            rf"(?P<year>(?:19|20)\d\d)\s*[-/,:]?\s*\(?(?P<quarter>{_QUARTER}|kw\.?\s*[1-4])(?!{_OF}{_YEAR})",
            _plain_quarter,
        ),
        (rf"(?P<quarter>{_QUARTER})\s?[-/]?\s?(?P<year>{_SHORT_YEAR})(?!\s*(?:{_MONTH}|[-/]))", _plain_quarter),
        (rf"(?P<month>{_MONTH})[-/](?P<year>{_SHORT_YEAR})(?![-/])", _calendar_month),
        (rf"(?P<half>{_HALF}){_OF}(?P<year>{_YEAR})", _half),
        (
            rf"(?:(?P<side>voor|vóór|na)\s+)?(?:de|het)?\s*(?P<season>voorjaar|lente|zomervakantie|zomerreces|zomer|najaar"
            rf"|herfst|winter|kerstreces|kerst|prinsjesdag)(?:periode)?\s*(?:van\s+)?(?P<year>{_YEAR})(?:\s*[-–/]\s*(?P<second>{_YEAR}|\d\d))?",
            _season,
        ),
        (
            r"(?P<part>begin|start|medio|midden|halverwege|eind|einde|ultimo|het\s+einde|het\s+begin)"
            rf"\s+(?:van\s+)?(?:(?:het\s+)?jaar\s+)?(?P<year>{_YEAR})",
            _part_of_year,
        ),
        (rf"week\s+(?P<week>\d\d?){_OF}(?P<year>{_YEAR})", _week),
        (rf"(?P<first>(?:19|20)\d\d)(?:{_DASH}(?:19|20)\d\d)*{_DASH}(?P<last>(?:19|20)\d\d)", _year_span),
        (r"(?P<first>(?:19|20)\d\d)\s*/\s*(?P<last>(?:19|20)\d\d)", _year_pair),
        (r"(?P<first>(?:19|20)\d\d)\s*[-–/]\s*['‘’]?(?P<last>\d\d)", _short_year_span),
        (rf"(?P<year>{_YEAR})", _plain_year),
    )
)
_HAS_YEAR = re.compile(rf"{_YEAR}|{_SHORT_YEAR}")
_RANGE = re.compile(r"\s*(?:-|–|—|t/m|tot en met|tot)\s*")


def _candidates(text: str) -> list[Unit]:
    found: list[Unit] = []
    for pattern, build in _GRAMMAR:
        for match in pattern.finditer(text):
            try:
                built = build(match)
            except (ValueError, KeyError):  # 31 februari, week 60
                continue
            if built is not None:
                kind, period, last, ranged, alternatives = built
                found.append(Unit(match.start(), match.end(), kind, period, last, ranged, alternatives))
    return sorted(found, key=lambda unit: (unit.start, -unit.end))


def find_units(text: str) -> tuple[Unit, ...]:
    """All units of time in the text, left to right, the longest where they overlap; ranges are one unit."""
    if not _HAS_YEAR.search(text):
        return ()
    text = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    units: list[Unit] = []
    for unit in _candidates(text):
        if units and unit.start < units[-1].end:
            continue
        before = units[-1] if units else None
        if (
            before is not None
            and not before.ranged
            and not unit.ranged
            and _RANGE.fullmatch(text, before.end, unit.start)
            and (span := _span(unit.kind, before.period, unit.period))
        ):
            units[-1] = Unit(before.start, unit.end, unit.kind, span[1], unit.last, ranged=True)
        else:
            units.append(unit)
    return tuple(units)


def find_periods(text: str) -> tuple[tuple[int, int, Period], ...]:
    """All stretches of time that the text names with their year: (first index, index past the end, period)."""
    return tuple((unit.start, unit.end, unit.period) for unit in find_units(text))
