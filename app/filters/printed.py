"""What is printed in a cell: "n.v.t." in the column "wanneer"."""

# ruff: noqa: ARG002 - select has one signature for all filters
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np

from app.truth import Truth, truth
from index.columns import Columns
from index.folding import fold

PrintedColumn = Literal["when", "who"]
COLUMN_NAMES: dict[PrintedColumn, str] = {"when": "Wanneer", "who": "Wie"}


@dataclass(frozen=True, slots=True)
class Printed:
    """Measures in whose cell of a column the words stand, as printed; capitals and accents do not matter."""

    column: PrintedColumn
    words: str

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain where they are all that "wanneer" says, or stand in "wie"; defensible where "wanneer" says more.

        Where no cell says just that, standing in it as whole words is enough: "Q4".
        """
        cells = columns.printed_when if self.column == "when" else columns.printed_who
        words = fold(self.words).strip(" .")
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        within = np.array([pattern.search(cell) is not None for cell in cells], dtype=np.bool_)
        alone = np.array([cell.strip(" .") == words for cell in cells], dtype=np.bool_)
        return truth(alone if self.column == "when" and alone.any() else within, within)

    def describe(self) -> str:
        """As in "met “Loopt” in de kolom Wanneer"."""
        return f"met “{self.words}” in de kolom {COLUMN_NAMES[self.column]}"

    def chip(self) -> str:
        """As in "“Loopt” bij Wanneer"."""
        return f"“{self.words}” bij {COLUMN_NAMES[self.column]}"

    def understood(self) -> dict[str, Any]:
        """{"printed": {"column": "when", "words": "Loopt"}}."""
        return {"printed": {"column": self.column, "words": self.words}}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("wanneer-staat", "Loopt"),), or "wie-staat"."""
        return ((f"{COLUMN_NAMES[self.column].lower()}-staat", self.words),)
