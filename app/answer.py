"""The answer: what was selected and what is said of it; the contract's JSON is made from it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from app.query import Filter, Query
from app.wording import status_label
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
    related_label: str = ""  # why they are named: "Ook mogelijk", "In de buurt"
    undated: tuple[Measure, ...] = ()  # match but for the end, which the report does not state
    count: int | float | None = None
    groups: tuple[tuple[str, int | float], ...] | None = None
    field: tuple[str, str] | None = None  # ("end", "Q4 2023")
    quote: Quote | None = None
    reasons: tuple[tuple[str, str], ...] = ()  # (measure id, why it matched, in Dutch)
    ignored: tuple[str, ...] = ()  # words of the question that played no part and could have mattered
    choices: tuple[Choice, ...] = ()  # other readings of the question, or what to choose from
    suggestions: tuple[str, ...] = ()  # next questions, each with an answer
    notes: tuple[str, ...] = ()  # Dutch lines below the answer: "zonder zoekmodel", the report's verdict
    source: str = ""  # "Bron: Bijlage voortgangsrapportage emancipatie, maatregel 3.10, p. 14 (peildatum ...)"
    several_reports: bool = False  # more than one report is loaded: ids carry the report's key

    def to_json(self) -> dict[str, Any]:
        """The contract's ANSWER, with what stands beside the answer (`related`, `undated`, `quote` ...) in own keys."""

        def rows(measures: tuple[Measure, ...]) -> list[dict[str, Any]]:
            return [measure_json(measure, several=self.several_reports) for measure in measures]

        return {
            "kind": self.kind,
            "answer": self.text,
            "understood": understood(self.query),
            "measures": rows(self.measures),
            "count": self.count,
            "total": self.total,
            "groups": None if self.groups is None else dict(self.groups),
            "field": None if self.field is None else {"name": self.field[0], "value": self.field[1]},
            "as_of": self.as_of.isoformat(),
            "reading": self.reading,
            "related": rows(self.related),
            "related_label": self.related_label,
            "undated": rows(self.undated),
            "quote": None if self.quote is None else {"measure": self.quote.measure, "sentence": self.quote.sentence},
            "ignored": list(self.ignored),
            "choices": [{"label": choice.label, "question": choice.question} for choice in self.choices],
            "suggestions": list(self.suggestions),
            "notes": list(self.notes),
            "source": self.source,
        }


def shown_id(measure: Measure, *, several: bool) -> str:
    """The measure's number as shown: "3.10", or "2023:3.10" with more than one report loaded."""
    return f"{measure.report}:{measure.id}" if several else measure.id


def naming_ignored(answer: Answer, words: tuple[str, ...]) -> Answer:
    """The answer with the words of the question that played no part, named on a line below its first sentence."""
    if not words:
        return answer
    line = f"Niet begrepen: {', '.join(f'“{word}”' for word in words)}."
    first, gap, rest = answer.text.partition("\n\n")
    return replace(answer, text=f"{first}\n\n{line}{gap}{rest}", ignored=words)


def naming_let_go(answer: Answer, conditions: tuple[Filter, ...]) -> Answer:
    """The answer with the earlier conditions that it did without, as with them nothing was left, on a line below."""
    if not conditions:
        return answer
    words = " en ".join(f"“{condition.describe()}”" for condition in conditions)
    line = f"Zonder de eerdere voorwaarde {words}: daarmee is er geen."
    first, gap, rest = answer.text.partition("\n\n")
    return replace(answer, text=f"{first}\n\n{line}{gap}{rest}", notes=(*answer.notes, line))


def measure_json(measure: Measure, *, several: bool = False) -> dict[str, Any]:
    """One measure as the contract writes it."""
    end = measure.deadline.end
    return {
        "id": shown_id(measure, several=several),
        "report": measure.report,
        "theme": measure.theme,
        "heading": measure.heading,
        "title": measure.title,
        "status": measure.status,
        "status_label": None if measure.status is None else status_label(measure),
        "owners": list(measure.owners),
        "who": measure.who,
        "when": measure.deadline.text,
        "start": _iso(measure.deadline.start),
        "end": _iso(end.last if end else None),
        "pages": list(measure.source.pages),
        "explanation": measure.explanation,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def understood(query: Query | None) -> dict[str, Any]:
    """The reading of the question: what each filter understood, and what is asked of the selection."""
    if query is None:
        return {}
    result: dict[str, Any] = {"ask": query.ask} if query.ask != "list" else {}
    for condition in query.filters:
        for key, value in condition.understood().items():
            result[key] = value if key not in result else _together(result[key], value)
    plain: dict[str, Any] = {
        "topic": query.topic,
        "broad": query.broad,
        "group_by": list(query.group_by),
        "extreme": query.extreme,
        "limit": query.limit,
        "place": query.place if query.place > 1 else None,
        "sizes": {"from": query.sizes[0], "to": query.sizes[1]} if query.sizes else None,
        "targets": list(query.target),
        "field": query.field,
        "also": list(query.also),
        "share": [condition.understood() for condition in query.share],
        "whether": None if query.whether is None else "all" if query.whether else "any",
        "as_of": _iso(query.as_of),
        "report": query.report,
    }
    if query.order.by != "printed" or query.order.descending:
        plain["order"] = {"by": query.order.by, "descending": query.order.descending}
    return result | {key: value for key, value in plain.items() if value}


def _together(one: Any, other: Any) -> Any:  # noqa: ANN401 - JSON values
    """Two filters of the same kind under one key: lists run together, other values become a list."""
    first = one if isinstance(one, list) else [one]
    return [*first, *(other if isinstance(other, list) else [other])]
