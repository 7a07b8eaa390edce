"""How far the measures are: the column "stand van zaken"."""

# ruff: noqa: ARG002 - select has one signature for all filters
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.truth import Truth, truth
from index.columns import UNKNOWN_STATUS, Columns, Flags

LABELS = {
    4: "afgerond",
    3: "in uitvoering",
    1: "doorlopend",
    0: "niet (meer) in uitvoering",
    UNKNOWN_STATUS: "zonder status",  # the sign is missing, or the legend does not explain it
}
SENSES: dict[tuple[tuple[int, ...], tuple[int, ...]], str] = {  # (certain, possible) of everyday words
    ((3,), (1,)): "die nog lopen",
    ((3,), (1, 0)): "nog niet af",
}


@dataclass(frozen=True, slots=True)
class StatusIn:
    """Measures by status code; `possible` are the codes that the words may be meant to cover as well.

    Status 3 with a planning "Doorlopend ..." is defensible as doorlopend. A sign that the legend does not explain is
    defensible everywhere.
    """

    codes: tuple[int, ...]
    possible: tuple[int, ...] = ()

    def select(self, columns: Columns, as_of: date) -> Truth:
        """By code, in one pass."""
        status = columns.status
        certain = _among(status, self.codes)
        defensible = _among(status, (*self.possible, UNKNOWN_STATUS))
        if 1 in self.codes and 3 not in self.codes:
            defensible |= (status == 3) & columns.ongoing
        return truth(certain, defensible)

    def describe(self) -> str:
        """As in "in uitvoering", "afgerond of doorlopend", "die nog lopen", "nog niet af"."""
        sense = SENSES.get((self.codes, self.possible))
        if sense:
            return sense
        words = " of ".join(LABELS.get(c, str(c)) for c in self.codes)
        also = " of ".join(LABELS.get(c, str(c)) for c in self.possible)
        return f"{words} (mogelijk ook {also})" if also else words

    def chip(self) -> str:
        """As `describe`, without "die"."""
        return self.describe().removeprefix("die ")

    def understood(self) -> dict[str, Any]:
        """{"statuses": [3], "statuses_possible": [1]}."""
        understood: dict[str, Any] = {"statuses": [None if code == UNKNOWN_STATUS else code for code in self.codes]}
        return {**understood, "statuses_possible": list(self.possible)} if self.possible else understood

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("status", "3"),), ("status", "3~1") with possible codes."""
        codes, possible = (",".join(map(str, part)) for part in (self.codes, self.possible))
        return (("status", f"{codes}~{possible}" if possible else codes),)


def _among(status: NDArray[np.int8], codes: Sequence[int]) -> Flags:
    """Where the status is one of the codes; comparing bytes a few times is faster than `np.isin`."""
    found = np.zeros(len(status), dtype=np.bool_)
    for code in codes:
        found |= status == code
    return found
