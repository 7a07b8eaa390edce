"""The answer: what was selected and what is said of it; the contract's JSON is made from it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from app.query import Query
from ingest.records import Measure

Kind = Literal[
    "list", "count", "groups", "rank", "field", "topic", "explain", "greeting", "clarify", "abstain"
]  # fixed by the contract


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of the report, verbatim, that answers a question of detail."""

    measure: str  # id
    sentence: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading to choose from: the words on the button, and the question that it asks."""

    label: str
    question: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, complete in itself."""

    kind: Kind
    text: str  # what a person reads, complete: number and denominator first, then the measures
    headline: str  # its first sentence, for the screen, where the measures stand in a table
    query: Query | None
    as_of: date
    total: int  # all measures of the report(s) asked about
    reading: str = ""  # the query in Dutch, one sentence; asked as a question it reads back to the same query
    measures: tuple[Measure, ...] = ()  # in the order shown
    related: tuple[Measure, ...] = ()  # defensible or near by: "ook mogelijk"
    related_label: str = ""  # why they are named: "Ook mogelijk", "In de buurt", "Zonder einddatum"
    count: int | float | None = None
    groups: tuple[tuple[str, int], ...] | None = None
    field: tuple[str, str] | None = None  # ("end", "Q4 2023")
    quote: Quote | None = None
    reasons: tuple[tuple[str, str], ...] = ()  # (measure id, why it matched, in Dutch)
    ignored: tuple[str, ...] = ()  # words of the question that played no part and could have mattered
    choices: tuple[Choice, ...] = ()  # other readings of the question, or what to choose from
    suggestions: tuple[str, ...] = ()  # next questions, each with an answer
    notes: tuple[str, ...] = ()  # Dutch lines below the answer: "zonder zoekmodel", the report's verdict

