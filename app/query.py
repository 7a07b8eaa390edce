"""The query: one frozen value that selects, words itself, fills the chips and the address, and stands in the JSON.

A question is read into a `Query`; whatever the user sees of the reading is made from it, and the selection is made
from nothing else. A filter knows four things: which rows pass (three-valued, see `app.truth`), its Dutch words, its
part of the JSON's `understood`, and its part of the address. Filters live in `app/filters.py`.
"""

import dataclasses
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, Protocol, runtime_checkable

import numpy as np

from app.truth import Truth, both
from index.columns import Columns

Sizes = tuple[int, int | None]
Ask = Literal["list", "count", "percentage", "groups", "rank", "field", "detail"]
GroupKey = Literal["owner", "theme", "heading", "status", "year", "quarter", "pair", "kind"]
OrderKey = Literal["printed", "end", "status", "owner", "title", "relevance"]
Extreme = Literal["first", "last", "most", "least"]
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

    by: OrderKey = "printed"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What a question asks for. The default asks for all measures, as a list, in printed order."""

    ask: Ask = "list"
    filters: tuple[Filter, ...] = ()
    share: tuple[Filter, ...] = ()  # percentages, groups and rankings of groups: the part whose share is asked for
    topic: str | None = None  # the words that are sought by meaning; None when columns answer everything
    broad: bool = False  # "alles over ...": whatever touches the topic
    group_by: tuple[GroupKey, ...] = ()  # groups and rankings of groups; at most two
    order: Order = Order()
    limit: int | None = None
    extreme: Extreme | None = None  # rankings: nearest, farthest, most, least
    place: int = 1  # rankings: 2 is the last but one, the one after the most
    sizes: Sizes | None = None  # groups: how many measures the groups shown hold; both bounds included
    target: tuple[str, ...] = ()  # ids of the measures named or pointed at, for field and detail questions
    field: FieldName | None = None
    asked: tuple[str, str] | None = dataclasses.field(default=None, compare=False)  # a topic, and the question it is of
    # Asked for yes or no; the selection is the same. A list: () whether there are any, else whether all that pass its
    # other filters have these. A ranking from below: () which groups have none, else whether each has some. Two groups
    # beside each other: the one that is asked to have more.
    whether: tuple[Filter, ...] | None = dataclasses.field(default=None, compare=False)
    also: tuple[FieldName, ...] = ()  # further fields asked in the same breath: "wie en wanneer"
    as_of: date | None = None  # None: the report's reference date
    report: str | None = None  # None: the newest report

    def describe(self) -> str:
        """The query as one Dutch sentence; asked as a question it reads back to the same query."""
        return describe(self)

    @property
    def sought(self) -> str:
        """What is sought by meaning: the question as put, which finds more than its topic alone; else the topic."""
        if self.asked is not None and self.asked[0] == self.topic:
            return self.asked[1]
        return self.topic or ""

    def without(self, condition: Filter) -> "Query":
        """The query with one filter dropped."""
        return replace(self, filters=tuple(f for f in self.filters if f != condition))

    @property
    def tells_all(self) -> bool:
        """Whether all that is said of some measures is asked: "vertel meer over 3.10"."""
        return self.ask == "field" and self.field in ("all", "explanation")

    def narrowed(self, condition: Filter) -> "Query":
        """The query with one filter more; a filter that is there already changes nothing."""
        return self if condition in self.filters else replace(self, filters=(*self.filters, condition))


ASK_WORDS: dict[Ask, str] = {"count": "Aantal maatregelen", "percentage": "Percentage van de maatregelen"}
GROUP_WORDS: dict[GroupKey, str] = {
    "owner": "ministerie",
    "theme": "thema",
    "heading": "kopje",
    "status": "status",
    "year": "jaar",
    "quarter": "kwartaal",
    "pair": "ministeriepaar",
    "kind": "soort",
}
ORDER_WORDS: dict[OrderKey, str] = {
    "printed": "rapport",
    "end": "einddatum",
    "status": "status",
    "owner": "ministerie",
    "title": "titel",
    "relevance": "relevantie",
}
EXTREME_WORDS: dict[Extreme, str] = {"first": "eerste", "last": "laatste", "most": "meeste", "least": "minste"}
FIELD_WORDS: dict[FieldName, str] = {
    "owners": "Verantwoordelijken",
    "end": "Einddatum",
    "status": "Status",
    "theme": "Thema",
    "heading": "Kopje",
    "page": "Pagina",
    "explanation": "Toelichting",
    "all": "Alle gegevens",
}


def describe(query: Query) -> str:
    """The query as one Dutch sentence: "Maatregelen van OCW, met einde in 2024, in uitvoering."."""
    parts = [condition.describe() for condition in query.filters]
    if query.topic is not None:
        parts.append(f"{'alles ' if query.broad else ''}over “{query.topic}”")
    if query.group_by and query.ask != "rank":
        parts.append("per " + " en per ".join(GROUP_WORDS[key] for key in query.group_by))
    if query.sizes is not None:
        parts.append(f"alleen groepen van {size_words(query.sizes)}")
    if query.place != 1:
        parts.append(f"plaats {query.place}")
    if query.order != Order():
        direction = ", aflopend" if query.order.descending else ""
        parts.append(f"gesorteerd op {ORDER_WORDS[query.order.by]}{direction}")
    if query.limit is not None:
        parts.append(f"hoogstens {query.limit}")
    if query.as_of:
        parts.append(f"peildatum {query.as_of.day:02d}-{query.as_of.month:02d}-{query.as_of.year:04d}")
    if query.report:
        parts.append(f"rapport “{query.report}”")
    return f"{_subject(query)}{' ' if parts else ''}{', '.join(parts)}."


def size_words(sizes: Sizes) -> str:
    """The sizes of groups in words: "11 of meer", "hoogstens 4", "precies 3", "5 tot en met 9"."""
    least, most = sizes
    if most is None:
        return f"{least} of meer"
    if least == most:
        return f"precies {least}"
    return f"hoogstens {most}" if least <= 0 else f"{least} tot en met {most}"


def _subject(query: Query) -> str:
    """What the sentence is about: measures, their number, a group with the most of them, one field."""
    named = f" van maatregel {' en '.join(query.target)}" if query.target else ""
    if query.ask in ("field", "detail"):
        words = [FIELD_WORDS[field] for field in (query.field, *query.also) if field] or ["Bijzonderheid"]
        return f"{' en '.join((words[0], *(w.lower() for w in words[1:])))}{named}"
    if query.ask == "rank" and query.extreme in ("most", "least") and query.group_by and query.share:
        keys = " en ".join(GROUP_WORDS[key] for key in query.group_by)
        size = "hoogste" if query.extreme == "most" else "laagste"
        return f"Welk {keys} met het {size} percentage {_share(query)} van de maatregelen"
    if query.ask in ("percentage", "groups") and query.share:
        return f"Percentage {_share(query)} van de maatregelen"
    if query.ask == "rank" and query.extreme in ("most", "least"):
        if not query.group_by:
            return f"De maatregelen met de {EXTREME_WORDS[query.extreme]} ministeries{named}"
        keys = " en ".join(GROUP_WORDS[key] for key in query.group_by)
        return f"Welk {keys} met de {EXTREME_WORDS[query.extreme]} maatregelen"
    if query.ask == "rank" and query.extreme:
        return f"De {EXTREME_WORDS[query.extreme]} einddatum van de maatregelen"
    return ASK_WORDS.get(query.ask, "Maatregelen") + named


def _share(query: Query) -> str:
    return " en ".join(condition.describe() for condition in query.share)


def select(query: Query, columns: Columns, as_of: date) -> Truth:
    """The three-valued selection of all filters together; the topic is not looked at here."""
    return both((f.select(columns, as_of) for f in query.filters), columns.count)


def certain_rows(selection: Truth) -> np.ndarray[Any, np.dtype[np.int64]]:
    """The rows that are certainly selected, ascending."""
    return np.flatnonzero(selection == 2)
