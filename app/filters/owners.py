"""Whose measures they are: the column "wie"."""

# ruff: noqa: ARG002 - select has one signature for all filters
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np

from app.filters.wording import listed, number
from app.truth import DEFENSIBLE, NO, Truth, truth
from index.columns import Columns, Flags

OwnersMode = Literal["any", "all", "only", "alone"]
"""any: at least one; all: all of them together; only: they and no other ministry; alone: they and nobody else."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Measures of ministries or bodies, by code. Government-wide measures are defensible for every ministry."""

    codes: tuple[str, ...]
    mode: OwnersMode = "any"

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain for owners; defensible where government-wide, or where "wie" prints the code in another name."""
        none = np.zeros(columns.count, dtype=np.bool_)
        stated = [columns.ministries.get(c, columns.bodies.get(c, none)) for c in self.codes]
        possible = [self._possible(columns, c, s) for c, s in zip(self.codes, stated, strict=True)]
        if self.mode == "any":
            return truth(_any(stated, columns), _any(possible, columns))
        certain, defensible = _all(stated, columns), _all(possible, columns)
        if self.mode == "all":
            return truth(certain, defensible)
        bodies = [c in columns.bodies for c in self.codes]
        named = [
            sum(f.astype(np.int16) for f, b in zip(stated, bodies, strict=True) if b is kind) for kind in (False, True)
        ]
        no_other = columns.ministry_count == named[0]
        if self.mode == "alone":
            no_other &= columns.body_count == named[1]
            defensible = defensible & ~columns.government_wide
        return truth(certain & no_other & ~columns.government_wide, defensible & no_other)

    def _possible(self, columns: Columns, code: str, stated: Flags) -> Flags:
        beside = columns.beside.get(code)
        possible = stated if beside is None else stated | beside
        return possible if code in columns.bodies else possible | columns.government_wide

    def describe(self) -> str:
        """As in "van OCW of SZW", "van OCW en SZW samen", "alleen van OCW", "van OCW zonder ander ministerie"."""
        if self.mode == "any":
            return f"van {listed(self.codes, 'of')}"
        names = listed(self.codes)
        if self.mode == "all":
            return f"van {names} samen"
        return f"alleen van {names}" if self.mode == "alone" else f"van {names} zonder ander ministerie"

    def chip(self) -> str:
        """As `describe`."""
        return self.describe()

    def understood(self) -> dict[str, Any]:
        """{"owners": ["OCW"]}, with the mode where it is not "any"."""
        understood: dict[str, Any] = {"owners": list(self.codes)}
        return understood if self.mode == "any" else {**understood, "owners_mode": self.mode}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("ministerie", "OCW,SZW"),), or "samen", "zonder-ander", "alleen"."""
        name = {"any": "ministerie", "all": "samen", "only": "zonder-ander", "alone": "alleen"}[self.mode]
        return ((name, ",".join(self.codes)),)


@dataclass(frozen=True, slots=True)
class MinistryCount:
    """Measures by how many ministries own them; both bounds included."""

    least: int = 0
    most: int | None = None

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain by the ministries named; a government-wide measure may count as all of them."""
        count = columns.ministry_count
        certain = count >= self.least
        if self.most is not None:
            certain = certain & (count <= self.most)
        result = truth(certain)
        if self.most is not None:  # "geen" and "één" are not certain of what is said to be of everybody
            return np.where(columns.government_wide, np.minimum(result, DEFENSIBLE), result).astype(np.int8)
        return np.where(columns.government_wide & (result == NO), np.int8(DEFENSIBLE), result).astype(np.int8)

    def describe(self) -> str:
        """As in "zonder ministerie", "van precies één ministerie", "van vier of meer ministeries"."""
        if self.most == 0:
            return "zonder ministerie"
        if self.most is None:
            return f"van {number(self.least)} of meer ministeries"
        if self.most == self.least:
            return f"van precies {number(self.least)} {'ministerie' if self.least == 1 else 'ministeries'}"
        if self.least <= 0:  # "hoogstens" counts none as well
            return f"van hoogstens {number(self.most)} {'ministerie' if self.most == 1 else 'ministeries'}"
        return f"van {number(self.least)} tot en met {number(self.most)} ministeries"

    def chip(self) -> str:
        """As `describe`; "gedeeld" for two or more."""
        return "gedeeld" if (self.least, self.most) == (2, None) else self.describe()

    def understood(self) -> dict[str, Any]:
        """{"ministries": {"from": 2, "to": null}}."""
        return {"ministries": {"from": self.least, "to": self.most}}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("aantal-ministeries", "2.."),)."""
        return (("aantal-ministeries", f"{self.least}..{'' if self.most is None else self.most}"),)


@dataclass(frozen=True, slots=True)
class GovernmentWide:
    """Measures that are said to be of the whole government."""

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain where "wie" says so."""
        return truth(columns.government_wide)

    def describe(self) -> str:
        """As in "kabinetsbreed"."""
        return "kabinetsbreed"

    def chip(self) -> str:
        """As in "kabinetsbreed"."""
        return "kabinetsbreed"

    def understood(self) -> dict[str, Any]:
        """{"government_wide": true}."""
        return {"government_wide": True}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("kabinetsbreed", "ja"),)."""
        return (("kabinetsbreed", "ja"),)


def _any(flags: list[Flags], columns: Columns) -> Flags:
    return np.logical_or.reduce(flags) if flags else np.zeros(columns.count, dtype=np.bool_)


def _all(flags: list[Flags], columns: Columns) -> Flags:
    return np.logical_and.reduce(flags) if flags else np.ones(columns.count, dtype=np.bool_)
