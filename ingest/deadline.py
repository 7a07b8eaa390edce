"""The cell "wanneer" read into a start, an end and defensible ends; its words are data/deadlines.toml."""

import re
from datetime import timedelta
from functools import cache

from ingest.periods import Unit, find_units, preceding
from ingest.printed_text import fold
from ingest.records import Deadline, Period
from ingest.vocabulary import load


@cache
def _words(name: str) -> re.Pattern[str]:
    """A pattern for any of the listed words, the longest first, with edges where they end in a letter."""
    entries = sorted(load("deadlines")[name], key=len, reverse=True)
    spelled = (
        re.escape(entry).replace(r"\ ", r"\s+") + (r"(?!\w)" if entry[-1].isalnum() else "") for entry in entries
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(spelled) + ")")


@cache
def _directly_before(name: str) -> re.Pattern[str]:
    return re.compile(_words(name).pattern + r"[.:]?\s*(?:de|het)?\s*$")


_HALF_READ = re.compile(
    r"(?:q\s?\d|\b\d\s?q|kwartaal(?:\s\d)?|helft|half\s?jaar|\b(?:i|ii|iii|iv)|\b\d+)\s*[-/,(]?\s*$"
)


def _half_read(before: str, unit: Unit) -> bool:
    """Whether what stands before a unit says more of it than was read: "Q5 2024", "31 februari 2024"."""
    found = _HALF_READ.search(before)
    if found is None:
        return False
    return unit.kind == "month" if found.group()[0].isdigit() else unit.kind == "year"


def _role(lower: str, begin: int, unit: Unit) -> str:
    """What the words around a unit make of it: "start", "end", "before", "after", "former" or "plain"."""
    before = lower[begin : unit.start]
    if re.match(r"start\s+(?!van\b)", lower[unit.start : unit.end]):  # "Start 2024", where the unit took the word
        return "start"
    if _words("onward_words").match(lower[unit.end :].lstrip(" ,(")):
        return "start"
    if _directly_before("former_words").search(before):
        return "former"
    if _directly_before("not_before_words").search(before):
        return "start"
    if _directly_before("start_words").search(before):
        return "plain" if unit.ranged else "start"  # "vanaf Q1 2024 t/m Q4 2025" states both
    if _directly_before("after_words").search(before):
        return "after"
    if _directly_before("until_words").search(before):
        return "end"
    if _words("before_words").fullmatch(before.strip()) and unit.kind != "season":
        return "before"
    return "plain"


def _ends(roles: list[tuple[str, Unit]]) -> list[Period]:
    """The units in which the cell says that it ends, as printed, each followed by its alternatives."""
    ends: list[Period] = []
    for role, unit in roles:
        if role == "before":
            ends.append(preceding(unit))
        elif role in ("end", "plain"):
            ends.extend((unit.last, *unit.alternatives))
    return ends


def _start(lower: str, roles: list[tuple[str, Unit]]) -> Period | None:
    """The unit with whose first day the cell says that it starts."""
    for position, (role, unit) in enumerate(roles):
        if role == "start":
            return unit.period
        if role == "after":
            assert unit.last.last is not None
            return Period(unit.last.last + timedelta(days=1), None)
        if unit.ranged:
            return unit.period
        van = re.search(r"(?<!\w)van\s*$", lower[: unit.start])
        if van and position + 1 < len(roles) and roles[position + 1][0] == "end":
            return unit.period
    return None


def read_deadline(printed: str) -> Deadline:
    """The deadline that a printed cell states, by the rules of the question sets; its text is kept as printed."""
    text = fold(printed)
    lower = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    if not text:
        return Deadline()
    units = find_units(text)
    roles: list[tuple[str, Unit]] = []
    for position, unit in enumerate(units):
        roles.append((_role(lower, units[position - 1].end if position else 0, unit), unit))
    if _words("ongoing").match(lower):
        until = tuple(unit.last for role, unit in roles if role == "end")
        return Deadline(text, alternative_ends=until, ongoing=True)
    if any(_half_read(lower[: unit.start], unit) for unit in units):
        return Deadline(text, understood=False)
    start = _start(lower, roles)
    started = start.first if start else None
    no_end = _words("no_end").match(lower)
    if no_end and not any(role in ("end", "before") for role, _ in roles):
        word = no_end.group()
        if units and re.match(r"(?:afgerond|gereed|klaar|uitgevoerd)$", word):
            pass  # "Gereed Q2 2024" states when
        elif re.match(r"(?:loopt|lopend|in uitvoering)$", word):
            return Deadline(text, started, alternative_ends=tuple(_ends(roles)))
        else:
            stray = any(role in ("end", "plain", "before", "former") for role, _ in roles) and not re.match(
                r"is aan$|(?:op)?gestart$", word
            )
            return Deadline(text, started, understood=not stray)
    ends = _ends([pair for pair in roles if start is None or pair[1].ranged or pair[1].period != start])
    if not ends:
        goes_on = _words("ongoing").search(lower) is not None  # "vanaf 2024 doorlopend"
        return Deadline(text, started, ongoing=goes_on, understood=started is not None or no_end is not None or goes_on)
    end = max(ends, key=lambda period: (period.last, period.first))
    first_unit = next((unit for role, unit in roles if role in ("plain", "end")), None)
    if first_unit is not None and len(roles) == 1 and first_unit.alternatives:
        # one unit with two readings: a pair ("Q3/Q4 2023") ends in the later, "medio" in its first
        end = first_unit.last
    others = tuple(dict.fromkeys(period for period in ends if period != end))
    return Deadline(text, started, end, others)
