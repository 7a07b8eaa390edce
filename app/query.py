"""The query: one frozen value that selects, words itself, fills the chips and the address, and stands in the JSON.

A question is read into a `Query`; whatever the user sees of the reading is made from it, and the selection is made
from nothing else. A filter knows four things: which rows pass (three-valued, see `app.truth`), its Dutch words, its
part of the JSON's `understood`, and its part of the address. Filters live in `app/filters.py`.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np

from app.truth import Truth, both
from index.columns import Columns

Ask = Literal["list", "count", "percentage", "groups", "rank", "field", "detail"]
GroupKey = Literal["owner", "theme", "heading", "status", "year", "quarter"]
FieldName = Literal["owners", "end", "status", "theme", "heading", "page", "explanation", "all"]


@runtime_checkable
class Filter(Protocol):
    """One condition on the measures; frozen and hashable, so that it can be a chip, a key and part of an address."""

    def select(self, columns: Columns, as_of: date) -> Truth:
        """CERTAIN, DEFENSIBLE or NO for each row."""

    def describe(self) -> str:
        """The condition in Dutch, as it stands in the sentence above the answer: "van OCW", "met einde in 2024"."""

    def chip(self) -> str:
        """The condition in a few words, for a removable chip: "van OCW", "einde in 2024"."""

    def understood(self) -> dict[str, Any]:
        """The condition's part of the JSON's `understood`: {"owners": ["OCW"]}."""

    def address(self) -> tuple[tuple[str, str], ...]:
        """The condition as parameters of a web address: (("ministerie", "OCW"),)."""


@dataclass(frozen=True, slots=True)
class Order:
    """How the answer is sorted; ties keep the printed order."""

    by: Literal["printed", "end", "status", "owner", "title", "relevance"] = "printed"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks for. The default asks for all measures, as a list, in printed order."""

    ask: Ask = "list"
    filters: tuple[Filter, ...] = ()
    topic: str | None = None  # the words that are sought by meaning; None when columns answer everything
    broad: bool = False  # "alles over ...": whatever touches the topic
    group_by: tuple[GroupKey, ...] = ()  # groups and rankings of groups; at most two
    order: Order = Order()
    limit: int | None = None
    extreme: Literal["first", "last", "most", "least"] | None = None  # rankings: nearest, farthest, most, least
    target: tuple[str, ...] = ()  # ids of the measures named or pointed at, for field and detail questions
    field: FieldName | None = None
    as_of: date | None = None  # None: the report's reference date
    report: str | None = None  # None: the newest report

    def without(self, condition: Filter) -> "Query":
        """The query with one filter dropped."""
        return replace(self, filters=tuple(f for f in self.filters if f != condition))

    def narrowed(self, condition: Filter) -> "Query":
        """The query with one filter more; a filter that is there already changes nothing."""
        return self if condition in self.filters else replace(self, filters=(*self.filters, condition))


def select(query: Query, columns: Columns, as_of: date) -> Truth:
    """The three-valued selection of all filters together; the topic is not looked at here."""
    return both((f.select(columns, as_of) for f in query.filters), columns.count)


def certain_rows(selection: Truth) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The rows that are certainly selected, ascending."""
    return np.flatnonzero(selection == 2)
