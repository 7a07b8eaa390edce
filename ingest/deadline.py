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


def _role(before: str, unit: Unit) -> str:
    """What the words before a unit make of it: "start", "end", "before", "after", or "plain"."""
    if _directly_before("not_before_words").search(before):
        return "start"
    if _directly_before("start_words").search(before):
        return "start"
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
        roles.append((_role(lower[units[position - 1].end if position else 0 : unit.start], unit), unit))
    if _words("ongoing").match(lower):
        until = tuple(unit.last for role, unit in roles if role == "end")
        return Deadline(text, alternative_ends=until, ongoing=True)
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
            stray = bool(_ends(roles)) and not re.match(r"is aan$|(?:op)?gestart$", word)
            return Deadline(text, started, understood=not stray)
    ends = _ends([pair for pair in roles if start is None or pair[1].ranged or pair[1].period != start])
    if not ends:
        return Deadline(text, started, understood=started is not None or no_end is not None)
    end = max(ends, key=lambda period: (period.last, period.first))
    first_unit = next((unit for role, unit in roles if role in ("plain", "end")), None)
    if first_unit is not None and len(roles) == 1 and first_unit.alternatives:
        # one unit with two readings: a pair ("Q3/Q4 2023") ends in the later, "medio" in its first
        end = first_unit.last
    others = tuple(dict.fromkeys(period for period in ends if period != end))
    return Deadline(text, started, end, others)
