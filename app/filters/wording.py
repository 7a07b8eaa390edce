"""Small Dutch wordings that several filters share: lists, dates and periods."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ingest.records import Period

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def listed(names: Sequence[str], last: str = "en") -> str:
    """The names as a Dutch list: "OCW, SZW en VWS"; empty for no names."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""


def number(value: int) -> str:
    """The number in words up to twelve, else in digits."""
    return NUMBERS[value] if 0 <= value < len(NUMBERS) else str(value)


def day(value: date) -> str:
    """The day as Dutch text: "1 juli 2024"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def unit(first: date, last: date) -> str | None:
    """The name of the calendar unit that the days span ("2024", "Q1 2024", "mei 2024"), else `None`."""
    if first == last:
        return day(first)
    if first.day != 1 or (last + timedelta(days=1) if last < date.max else last).day != 1 or first.year != last.year:
        return None
    year, months = first.year, last.month - first.month + 1
    if months == 1:
        return f"{MONTHS[first.month - 1]} {year}"
    if months == 3 and first.month % 3 == 1:
        return f"Q{(first.month + 2) // 3} {year}"
    if months == 6 and first.month in (1, 7):
        return f"de {'eerste' if first.month == 1 else 'tweede'} helft van {year}"
    return str(year) if months == 12 else None


_DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"


def read_day(text: str) -> date | None:
    """The day that `day` words so, else `None`."""
    if not re.fullmatch(_DAY, text):
        return None
    number_, month, year = text.split()
    try:
        return date(int(year), MONTHS.index(month) + 1, int(number_))
    except ValueError:
        return None


def read_period(text: str) -> Period | None:
    """The period that `period` words so, else `None`."""
    if match := re.fullmatch(rf"tot en met ({_DAY})", text):
        return Period(None, read_day(match[1]))
    if match := re.fullmatch(rf"vanaf ({_DAY})", text):
        return Period(read_day(match[1]), None)
    if match := re.fullmatch(rf"van ({_DAY}) tot en met ({_DAY})", text):
        return Period(read_day(match[1]), read_day(match[2]))
    if match := re.fullmatch(r"van (\d{4}) tot en met (\d{4})", text):
        return Period(date(int(match[1]), 1, 1), date(int(match[2]), 12, 31))
    if match := re.fullmatch(rf"op ({_DAY})", text):
        only = read_day(match[1])
        return Period(only, only)
    if match := re.fullmatch(r"in (.*?)(\d{4})", text):
        year = int(match[2])
        for months in (12, 6, 3, 1):
            for month in range(1, 14 - months, months):
                after = date(year + (month + months > 12), (month + months - 1) % 12 + 1, 1)
                found = Period(date(year, month, 1), after - timedelta(days=1))
                if period(found) == text:
                    return found
    return None


def period(value: Period) -> str:
    """The period in Dutch, after the preposition "in": "in 2024", "vanaf 1 januari 2027", "tot en met 2025"."""
    first, last = value.first, value.last
    if first is None and last is None:
        return "in enige periode"
    if first is None:
        assert last is not None
        return f"tot en met {day(last)}"
    if last is None:
        return f"vanaf {day(first)}"
    name = unit(first, last)
    if name:
        return f"op {name}" if first == last else f"in {name}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"van {first.year} tot en met {last.year}"
    return f"van {day(first)} tot en met {day(last)}"
