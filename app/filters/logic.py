"""Filters made of filters: not, any of, and all of."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from app.query import Filter
from app.truth import Truth, both, either, opposite
from index.columns import Columns

AND = " én "  # between the conditions of `AllOf` in a sentence
OTHER = "anders dan "  # before a condition that is denied and begins with "niet" itself


@dataclass(frozen=True, slots=True)
class Not:
    """What does not pass another filter; what passes that defensibly, passes this defensibly."""

    condition: Filter

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Kleene's not of the condition."""
        return opposite(self.condition.select(columns, as_of))

    def describe(self) -> str:
        """As in "niet van OCW", "anders dan niet (meer) in uitvoering"."""
        words = self.condition.describe()
        return f"{OTHER}{words}" if words.startswith("niet ") else _denied(self.condition, words)

    def chip(self) -> str:
        """As in "niet van OCW"."""
        words = self.condition.chip()
        return f"{OTHER}{words}" if words.startswith("niet ") else f"niet {words}"

    def understood(self) -> dict[str, Any]:
        """{"not": {...}}."""
        return {"not": self.condition.understood()}

    def address(self) -> tuple[tuple[str, str], ...]:
        """The condition's parameters, their names with "niet." before them."""
        return tuple((f"niet.{name}", value) for name, value in self.condition.address())


def _denied(condition: Filter, words: str) -> str:
    return f"niet ({words})" if isinstance(condition, AnyOf) else f"niet {words}"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What passes at least one of several filters."""

    conditions: tuple[Filter, ...]

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Kleene's or of the conditions."""
        return either((c.select(columns, as_of) for c in self.conditions), columns.count)

    def describe(self) -> str:
        """As in "van OCW ofwel afgerond"."""
        return " ofwel ".join(c.describe() for c in self.conditions)

    def chip(self) -> str:
        """As in "van OCW of afgerond"."""
        return " of ".join(c.chip() for c in self.conditions)

    def understood(self) -> dict[str, Any]:
        """{"any": [...]}."""
        return {"any": [c.understood() for c in self.conditions]}

    def address(self) -> tuple[tuple[str, str], ...]:
        """One parameter "of" whose value is the conditions' own parameters: "ministerie=OCW&status=4"."""
        return (("of", urlencode([pair for c in self.conditions for pair in c.address()])),)


@dataclass(frozen=True, slots=True)
class AllOf:
    """What passes all of several filters; only within `AnyOf`, where one of the alternatives is made of several."""

    conditions: tuple[Filter, ...]

    def select(self, columns: Columns, as_of: date) -> Truth:
        """Kleene's and of the conditions."""
        return both((c.select(columns, as_of) for c in self.conditions), columns.count)

    def describe(self) -> str:
        """As in "(van OCW én afgerond)"."""
        return f"({AND.join(c.describe() for c in self.conditions)})"

    def chip(self) -> str:
        """As in "van OCW en afgerond"."""
        return " en ".join(c.chip() for c in self.conditions)

    def understood(self) -> dict[str, Any]:
        """{"all": [...]}."""
        return {"all": [c.understood() for c in self.conditions]}

    def address(self) -> tuple[tuple[str, str], ...]:
        """One parameter "en" whose value is the conditions' own parameters: "ministerie=OCW&status=4"."""
        return (("en", urlencode([pair for c in self.conditions for pair in c.address()])),)
