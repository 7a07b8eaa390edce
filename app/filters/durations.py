"""How long a measure takes: from its start to its end, where the column "wanneer" states both."""

# ruff: noqa: ARG002 - select has one signature for all filters
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from app.truth import Truth, truth
from index.columns import Columns

DAYS_OF_A_MONTH = 30.4375


@dataclass(frozen=True, slots=True)
class Lasts:
    """Measures by the months that they take; both bounds included. What states no start or no end tells no length."""

    least: int = 0
    most: int | None = None

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain where start and end are stated."""
        known = (columns.start != 0) & (columns.end_last != 0)
        months = np.round((columns.end_last - columns.start + 1) / DAYS_OF_A_MONTH)
        within = known & (months >= self.least)
        return truth(within if self.most is None else within & (months <= self.most))

    def describe(self) -> str:
        """As in "met een genoemde duur van 13 maanden of meer", "met een genoemde duur van hoogstens 11 maanden"."""
        if self.most is None:
            return f"met een genoemde duur van {self.least} maanden of meer"
        if self.least <= 0:
            return f"met een genoemde duur van hoogstens {self.most} maanden"
        return f"met een genoemde duur van {self.least} tot en met {self.most} maanden"

    def chip(self) -> str:
        """As `describe`."""
        return self.describe()

    def understood(self) -> dict[str, Any]:
        """{"lasts_months": {"from": 13, "to": null}}."""
        return {"lasts_months": {"from": self.least, "to": self.most}}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("duur", "13.."),)."""
        return (("duur", f"{self.least}..{'' if self.most is None else self.most}"),)
