"""When: the end, the start and the running of a measure, from the column "wanneer" and the status.

Days are compared as ordinals. A filter on the end is certain where the stated unit lies wholly in the period, and
defensible where it only overlaps it, or where only another reading of the cell does (notes/semantics).
"""

# ruff: noqa: ARG002 - select has one signature for all filters
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.filters import wording
from app.truth import Truth, truth
from index.columns import UNKNOWN_STATUS, Columns, Days, Flags
from ingest.records import Period

FIRST_DAY = 1
LAST_DAY = date.max.toordinal()


def _bounds(period: Period) -> tuple[int, int]:
    first = period.first.toordinal() if period.first else FIRST_DAY
    return first, period.last.toordinal() if period.last else LAST_DAY


def _within(first: Days, last: Days, period: Period) -> Flags:
    low, high = _bounds(period)
    within: Flags = (first >= low) & (last <= high)
    return within


def _overlaps(first: Days, last: Days, period: Period) -> Flags:
    low, high = _bounds(period)
    overlaps: Flags = (first != 0) & (last >= low) & (first <= high)
    return overlaps


def _iso(period: Period) -> dict[str, str | None]:
    return {
        "from": period.first.isoformat() if period.first else None,
        "to": period.last.isoformat() if period.last else None,
    }


def _span(period: Period) -> str:
    return "..".join(day.isoformat() if day else "" for day in (period.first, period.last))


def _described(period: Period, possible: Period | None) -> str:
    words = wording.period(period)
    return words if possible is None else f"{words} (mogelijk {wording.period(possible)})"


def _address(period: Period, possible: Period | None) -> str:
    return _span(period) if possible is None else f"{_span(period)}~{_span(possible)}"


def _understood(name: str, period: Period, possible: Period | None) -> dict[str, Any]:
    understood: dict[str, Any] = {name: _iso(period)}
    return understood if possible is None else {**understood, f"{name}_possible": _iso(possible)}


@dataclass(frozen=True, slots=True)
class EndIn:
    """Measures whose end lies in a period; `possible` is the wider period that the words may mean ("medio")."""

    period: Period
    possible: Period | None = None

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain when the stated unit lies wholly in the period; without a stated end never."""
        stated = columns.end_first != 0
        wide = self.possible or self.period
        other = _overlaps(columns.alternative_first, columns.alternative_last, wide)
        return truth(
            stated & _within(columns.end_first, columns.end_last, self.period),
            _overlaps(columns.end_first, columns.end_last, wide) | other,
        )

    def describe(self) -> str:
        """As in "met einde in 2024"."""
        return f"met einde {_described(self.period, self.possible)}"

    def chip(self) -> str:
        """As in "einde in 2024"."""
        return f"einde {wording.period(self.period)}"

    def understood(self) -> dict[str, Any]:
        """{"ends": {"from": "2024-01-01", "to": "2024-12-31"}}."""
        return _understood("ends", self.period, self.possible)

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("einde", "2024-01-01..2024-12-31"),), a wider possible period after "~"."""
        return (("einde", _address(self.period, self.possible)),)


@dataclass(frozen=True, slots=True)
class StartIn:
    """Measures that state a start in a period."""

    period: Period
    possible: Period | None = None

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain when the stated first day lies in the period; without a stated start never."""
        stated = columns.start != 0
        return truth(
            stated & _within(columns.start, columns.start, self.period),
            stated & _within(columns.start, columns.start, self.possible or self.period),
        )

    def describe(self) -> str:
        """As in "begonnen in 2023"."""
        return f"begonnen {_described(self.period, self.possible)}"

    def chip(self) -> str:
        """As in "begin in 2023"."""
        return f"begin {wording.period(self.period)}"

    def understood(self) -> dict[str, Any]:
        """{"starts": {"from": ..., "to": ...}}."""
        return _understood("starts", self.period, self.possible)

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("begin", "2023-01-01..2023-12-31"),)."""
        return (("begin", _address(self.period, self.possible)),)


@dataclass(frozen=True, slots=True)
class HasEnd:
    """Measures with, or without, a stated end, whatever their status."""

    value: bool = True

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain either way."""
        return truth((columns.end_first != 0) == self.value)

    def describe(self) -> str:
        """As in "met einddatum", "zonder einddatum"."""
        return "met einddatum" if self.value else "zonder einddatum"

    def chip(self) -> str:
        """As `describe`."""
        return self.describe()

    def understood(self) -> dict[str, Any]:
        """{"has_end": true}."""
        return {"has_end": self.value}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("einddatum", "ja"),)."""
        return (("einddatum", "ja" if self.value else "nee"),)


@dataclass(frozen=True, slots=True)
class RunsDuring:
    """Measures that run in a period: not ended before it, and not begun after it."""

    period: Period

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain for status 3 or 1 with an end in or after the period; defensible where no end is stated.

        A finished measure counts, defensibly, for a period before the reference date that its end reaches.
        """
        low, high = _bounds(self.period)
        begun = (columns.start == 0) | (columns.start <= high)
        open_ = (columns.status == 3) | (columns.status == 1)
        reaches = columns.end_last >= low
        past = low <= as_of.toordinal()
        certain = open_ & begun & reaches
        if past:
            finished = (columns.status == 4) & begun
            certain = certain | (finished & (columns.start != 0) & reaches)
            defensible = (open_ & begun & (columns.end_first == 0)) | (finished & reaches)
        else:
            defensible = open_ & begun & (columns.end_first == 0)
        return truth(certain, defensible)

    def describe(self) -> str:
        """As in "lopend gedurende 2025"."""
        return f"met looptijd {wording.period(self.period)}"

    def chip(self) -> str:
        """As in "looptijd in 2025"."""
        return f"looptijd {wording.period(self.period)}"

    def understood(self) -> dict[str, Any]:
        """{"runs": {"from": ..., "to": ...}}."""
        return {"runs": _iso(self.period)}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("looptijd", "2025-01-01..2025-12-31"),)."""
        return (("looptijd", _span(self.period)),)


@dataclass(frozen=True, slots=True)
class RunsAfter:
    """Measures that run on until after a day."""

    day: date

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain with an end after the day; running without an end, or an end unit around the day, is defensible."""
        limit = self.day.toordinal()
        running = ((columns.status == 3) | (columns.status == 1)) & (columns.end_first == 0)
        return truth(
            columns.end_first > limit, running | (columns.end_last > limit) | (columns.alternative_last > limit)
        )

    def describe(self) -> str:
        """As in "doorlopend tot na 31 december 2025"."""
        return f"met looptijd tot na {wording.day(self.day)}"

    def chip(self) -> str:
        """As in "loopt door na 31 december 2025"."""
        return f"loopt door na {wording.day(self.day)}"

    def understood(self) -> dict[str, Any]:
        """{"runs_after": "2025-12-31"}."""
        return {"runs_after": self.day.isoformat()}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("loopt-na", "2025-12-31"),)."""
        return (("loopt-na", self.day.isoformat()),)


@dataclass(frozen=True, slots=True)
class ToDoBy:
    """Measures that must still be done by a day: in uitvoering, with an end from the current quarter up to that day."""

    day: date

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Overdue ones, and status 1 with an end up to the day, are defensible."""
        quarter = date(as_of.year, (as_of.month - 1) // 3 * 3 + 1, 1).toordinal()
        limit = self.day.toordinal()
        stated = columns.end_first != 0
        by = stated & (columns.end_last <= limit)
        touches = stated & (columns.end_first <= limit)
        touches |= (columns.alternative_first != 0) & (columns.alternative_first <= limit)
        running = columns.status == 3
        return truth(
            running & by & (columns.end_last >= quarter), ((columns.status == 3) | (columns.status == 1)) & touches
        )

    def describe(self) -> str:
        """As in "nog te doen tot en met 31 december 2025"."""
        return f"nog af te ronden tot en met {wording.day(self.day)}"

    def chip(self) -> str:
        """As in "nog te doen t/m 31 december 2025"."""
        return f"nog af te ronden t/m {wording.day(self.day)}"

    def understood(self) -> dict[str, Any]:
        """{"to_do_by": "2025-12-31"}."""
        return {"to_do_by": self.day.isoformat()}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("nog-te-doen", "2025-12-31"),)."""
        return (("nog-te-doen", self.day.isoformat()),)


@dataclass(frozen=True, slots=True)
class Overdue:
    """Measures past their deadline on a day; without a day, on the reference date."""

    on: date | None = None

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain when the end's last day lies before the day and the status is 3; status 1 recurs: defensible."""
        limit = (self.on or as_of).toordinal()
        stated = columns.end_first != 0
        past = stated & (columns.end_last < limit)
        other = (columns.alternative_last != 0) & (columns.alternative_last < limit) & (columns.status == 3)
        return truth(
            past & (columns.status == 3), (past & ((columns.status == 1) | (columns.status == UNKNOWN_STATUS))) | other
        )

    def describe(self) -> str:
        """As in "over tijd", "over tijd op 1 december 2023"."""
        return f"over tijd op {wording.day(self.on)}" if self.on else "over tijd"

    def chip(self) -> str:
        """As `describe`."""
        return self.describe()

    def understood(self) -> dict[str, Any]:
        """{"overdue": "2023-12-01"}; true where the reference date is meant."""
        return {"overdue": self.on.isoformat() if self.on else True}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("overtijd", "2023-12-01"),) or "ja"."""
        return (("overtijd", self.on.isoformat() if self.on else "ja"),)


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Measures whose end has not passed on the reference date."""

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain when the end's last day is the reference date or later."""
        return truth(columns.end_last >= as_of.toordinal(), columns.alternative_last >= as_of.toordinal())

    def describe(self) -> str:
        """As in "met een einddatum die nog komt"."""
        return "met een einddatum die nog komt"

    def chip(self) -> str:
        """As in "einddatum komt nog"."""
        return "einddatum komt nog"

    def understood(self) -> dict[str, Any]:
        """{"upcoming": true}."""
        return {"upcoming": True}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("komt-nog", "ja"),)."""
        return (("komt-nog", "ja"),)
