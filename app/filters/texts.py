"""What is read from a measure's text: its kind, and the members of parliament it names."""

# ruff: noqa: ARG002 - select has one signature for all filters
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from app.filters.wording import listed
from app.truth import Truth, truth
from index.columns import Columns, Flags
from index.kinds import kinds


@dataclass(frozen=True, slots=True)
class KindIs:
    """Measures that are a motion, a bill, research ...; with `mentioned`, every row in which the word stands."""

    keys: tuple[str, ...]
    mentioned: bool = False

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain by the measure's own subject; defensible where only mentioned or a sibling kind."""
        if self.mentioned:
            return truth(_union(columns, [columns.kinds_mentioned.get(k) for k in self.keys]))
        certain = _union(columns, [columns.kinds.get(k) for k in self.keys])
        return truth(certain, _union(columns, [columns.kinds_defensible.get(k) for k in self.keys]))

    def describe(self) -> str:
        """As in "van de soort motie", "waarin een motie wordt genoemd"."""
        words = listed(self.keys, "of")
        return f"waarin de soort {words} genoemd wordt" if self.mentioned else f"van de soort {words}"

    def chip(self) -> str:
        """As in "moties"."""
        plurals = {k.key: k.plural for k in kinds()}
        words = listed([plurals.get(k, k) for k in self.keys], "of")
        return f"{words} genoemd" if self.mentioned else words

    def understood(self) -> dict[str, Any]:
        """{"kinds": ["motie"]}."""
        understood: dict[str, Any] = {"kinds": list(self.keys)}
        return {**understood, "kinds_mentioned": True} if self.mentioned else understood

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("soort", "motie"),) or (("noemt", "motie"),)."""
        return (("noemt" if self.mentioned else "soort", ",".join(self.keys)),)


_BILL = "wetsvoorstel"
ANYBODY = "een-lid"  # in an address: any member of parliament


@dataclass(frozen=True, slots=True)
class PersonIs:
    """Measures that name a member of parliament; `role` narrows it to that kind of paper ("motie").

    Without a name, measures that name any of them.
    """

    name: str  # folded, with particles: "van der laan"
    role: str | None = None

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Certain where the name stands in the role; without a role, in any.

        A bill of a member whom no row names as its proposer is the bill of the row that names the member and a bill:
        "het lid Van Ginneken heeft het initiatiefwetsvoorstel ... in consultatie gebracht".
        """
        named = {role: f for (name, role), f in columns.people.items() if name == self.name}
        if self.role == _BILL and self.name and _BILL not in named and "lid" in named:
            return truth(named["lid"] & _union(columns, [columns.kinds_mentioned.get(_BILL)]))
        rows = [
            f for (name, role), f in columns.people.items() if self.name in ("", name) and self.role in (None, role)
        ]
        return truth(_union(columns, list(rows)))

    def describe(self) -> str:
        """As in "waarin het lid Bikker genoemd wordt"."""
        paper = f" als indiener van een {self.role}" if self.role else ""
        if not self.name:
            return f"waarin een Kamerlid{paper} genoemd wordt"
        return f"waarin het lid {self.shown}{paper} genoemd wordt"

    @property
    def shown(self) -> str:
        """The name with capitals, a first particle as well: "Van der Laan"."""
        words = self.name.split()
        small = {"van", "de", "der", "den", "ter", "ten", "te", "el"}
        return " ".join(w if n and w in small else w[:1].upper() + w[1:] for n, w in enumerate(words))

    def chip(self) -> str:
        """As in "motie Bikker", "lid Bikker"."""
        return f"{self.role or 'lid'} {self.shown}" if self.name else "noemt een Kamerlid"

    def understood(self) -> dict[str, Any]:
        """{"person": "Bikker", "role": "motie"}."""
        return {"person": self.shown, **({"role": self.role} if self.role else {})}

    def address(self) -> tuple[tuple[str, str], ...]:
        """(("lid", "bikker"),), with the role after a colon."""
        name = self.name or ANYBODY
        return (("lid", f"{name}:{self.role}" if self.role else name),)


def _union(columns: Columns, flags: list[Flags | None]) -> Flags:
    present = [f for f in flags if f is not None]
    return np.logical_or.reduce(present) if present else np.zeros(columns.count, dtype=np.bool_)
