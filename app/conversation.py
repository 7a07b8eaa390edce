"""The conversation: one frozen value, so that the same turns give the same answers wherever they are typed."""

from dataclasses import dataclass, replace

from app.answer import Answer, Choice, Kind, shown_id
from app.query import FieldName, Filter, Query


@dataclass(frozen=True, slots=True)
class Turn:
    """What one question led to, as far as a later question can point at it."""

    question: str
    query: Query | None
    kind: Kind
    shown: tuple[str, ...] = ()  # ids of the measures, in the order shown
    focus: tuple[str, ...] = ()  # the measure or measures that were singled out; () where the whole list is meant
    pointed: bool = False  # asked something of measures that were named or pointed at; no list of its own
    topic_ids: tuple[str, ...] = ()  # what the query's topic found under `topic_filters`, best first
    topic_filters: tuple[Filter, ...] = ()
    field: FieldName | None = None
    count: int | float | None = None
    apart: bool = False  # begun as another question: one that is complete by itself does not go on from the list before

    @property
    def is_list(self) -> bool:
        """Whether the turn showed more than one measure, so that a later turn can return to its list."""
        return len(self.shown) > 1


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns so far, oldest first, and the readings that were offered with the last of them."""

    turns: tuple[Turn, ...] = ()
    choices: tuple[Choice, ...] = ()
    asked_back: bool = False  # the choices are the answer: a place or "ja" takes one up, and points at no measure

    @property
    def last(self) -> Turn | None:
        """The last turn that asked something of the measures; greetings and explanations do not count."""
        return self.turns[-1] if self.turns else None

    def with_turn(self, turn: Turn, choices: tuple[Choice, ...] = ()) -> "Conversation":
        """The conversation one turn further."""
        return Conversation(turns=(*self.turns, turn), choices=choices)

    def offering(self, choices: tuple[Choice, ...]) -> "Conversation":
        """The same turns, with readings to choose from in place of an answer."""
        return replace(self, choices=choices, asked_back=bool(choices))

    def before_last(self) -> "Conversation":
        """The conversation without its last turn; an empty one stays empty."""
        return Conversation(turns=self.turns[:-1])


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and the conversation that the next question continues."""

    answer: Answer
    conversation: Conversation


def turn_of(question: str, answer: Answer, before: Turn | None = None) -> Turn:
    """The turn that an answer makes.

    Args:
        question: as typed.
        answer: its answer; a single measure, or the measures that were pointed at, are its focus.
        before: the turn that the query refines, if any: what its topic found is kept while filters only narrow it.
    """
    several = answer.several_reports
    shown = tuple(shown_id(measure, several=several) for measure in answer.measures)
    query = answer.query
    pointed = query is not None and (
        query.ask in ("field", "detail")
        or bool(query.target)
        or (query.ask == "rank" and query.extreme in ("first", "last"))
    )
    topic_ids, topic_filters = shown, query.filters if query is not None else ()
    if query is None or query.topic is None:
        topic_ids, topic_filters = (), ()
    elif before is not None and narrows(query, before):
        topic_ids, topic_filters = before.topic_ids, before.topic_filters
    return Turn(
        question=question,
        query=query,
        kind=answer.kind,
        shown=shown,
        focus=shown if len(shown) == 1 or pointed else (),
        pointed=pointed,
        topic_ids=topic_ids,
        topic_filters=topic_filters,
        field=query.field if query is not None else None,
        count=answer.count,
    )


def narrows(query: Query, turn: Turn) -> bool:
    """Whether a query looks for the turn's topic under at least the filters under which the turn found it."""
    before = turn.query
    return (
        before is not None
        and query.topic is not None
        and (query.topic, query.broad, query.report) == (before.topic, before.broad, before.report)
        and bool(turn.topic_ids)
        and set(turn.topic_filters) <= set(query.filters)
    )
