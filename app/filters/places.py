"""Where the measures stand in the report: theme, heading, number and page."""

# ruff: noqa: ARG002 - select has one signature for all filters
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from app.filters.wording import listed
from app.truth import Truth, truth
from index.columns import Columns


@dataclass(frozen=True, slots=True)
class Themes:
    """Measures in the table of one of these themes."""

    names: tuple[str, ...]

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain in those tables; a name that no report has selects nothing."""
        wanted = np.array([name in self.names for name in columns.themes], dtype=np.bool_)
        return truth(wanted[columns.theme])

    def describe(self) -> str:
        """As in "binnen het thema Arbeid"."""
        return f"binnen het thema {listed(self.names, 'of')}"

    def chip(self) -> str:
        """As in "thema Arbeid"."""
        return f"thema {listed(self.names, 'of')}"

    def understood(self) -> dict[str, Any]:
        """{"themes": ["Arbeid"]}."""
        return {"themes": list(self.names)}

    def address(self) -> tuple[tuple[str, str], ...]:
        """One parameter "thema" of names parted by "|"."""
        return (("thema", "|".join(self.names)),)


@dataclass(frozen=True, slots=True)
class Headings:
    """Measures under one of these headings."""

    names: tuple[str, ...]

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain under those headings."""
        wanted = np.array([name in self.names for name in columns.headings], dtype=np.bool_)
        return truth(wanted[columns.heading])

    def describe(self) -> str:
        """As in "onder het kopje Gelijk loon"."""
        return f"onder het kopje {listed([f'“{n}”' for n in self.names], 'of')}"

    def chip(self) -> str:
        """As in "kopje Gelijk loon"."""
        return f"kopje {listed(self.names, 'of')}"

    def understood(self) -> dict[str, Any]:
        """{"headings": ["Gelijk loon"]}."""
        return {"headings": list(self.names)}

    def address(self) -> tuple[tuple[str, str], ...]:
        """One parameter "kopje" of names parted by "|"."""
        return (("kopje", "|".join(self.names)),)


@dataclass(frozen=True, slots=True)
class Ids:
    """Measures by number: "3.10"; with a report's key before it ("2023:3.10") only in that report."""

    ids: tuple[str, ...]

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain for the numbers named."""
        certain = np.zeros(columns.count, dtype=np.bool_)
        for wanted in self.ids:
            key, _, number = wanted.rpartition(":")
            for report in (key,) if key else columns.reports:
                row = columns.row_of.get((report, number))
                if row is not None:
                    certain[row] = True
        return truth(certain)

    def describe(self) -> str:
        """As in "met nummer 3.10 of 3.15"."""
        return f"met nummer {listed(self.ids, 'of')}"

    def chip(self) -> str:
        """As `describe`; a long list as its length."""
        return self.describe() if len(self.ids) <= 3 else f"{len(self.ids)} maatregelen"

    def understood(self) -> dict[str, Any]:
        """{"ids": ["3.10"]}."""
        return {"ids": list(self.ids)}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("nummer", "3.10,3.15"),)."""
        return (("nummer", ",".join(self.ids)),)


@dataclass(frozen=True, slots=True)
class Pages:
    """Measures that stand on one of these pages, whole or in part."""

    numbers: tuple[int, ...]

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain on those pages; a document without pages selects nothing."""
        certain = np.zeros(columns.count, dtype=np.bool_)
        for number in self.numbers:
            flags = columns.pages.get(number)
            if flags is not None:
                certain |= flags
        return truth(certain)

    def describe(self) -> str:
        """As in "op pagina 5 of 6"."""
        return f"op pagina {listed([str(n) for n in self.numbers], 'of')}"

    def chip(self) -> str:
        """As `describe`."""
        return self.describe()

    def understood(self) -> dict[str, Any]:
        """{"pages": [5]}."""
        return {"pages": list(self.numbers)}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("pagina", "5,6"),)."""
        return (("pagina", ",".join(map(str, self.numbers))),)
