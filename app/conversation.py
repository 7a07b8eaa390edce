"""The conversation: one frozen value, so that the same turns give the same answers wherever they are typed."""

from dataclasses import dataclass, replace

from app.answer import Answer, Choice, Kind, shown_id
from app.query import FieldName, Query


@dataclass(frozen=True, slots=True)
class Turn:
    """What one question led to, as far as a later question can point at it."""

    question: str
    query: Query | None
    kind: Kind
    shown: tuple[str, ...] = ()  # ids of the measures, in the order shown
    focus: tuple[str, ...] = ()  # the measure or measures that were singled out; () where the whole list is meant
    topic_ids: tuple[str, ...] = ()  # what the query's topic found before any later filter, best first
    field: FieldName | None = None
    count: int | float | None = None

    @property
    def is_list(self) -> bool:
        """Whether the turn showed more than one measure, so that a later turn can return to its list."""
        return len(self.shown) > 1


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns so far, oldest first, and the readings that were offered with the last of them."""

    turns: tuple[Turn, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def last(self) -> Turn | None:
        """The last turn that asked something of the measures; greetings and explanations do not count."""
        return self.turns[-1] if self.turns else None

    def with_turn(self, turn: Turn, choices: tuple[Choice, ...] = ()) -> "Conversation":
        """The conversation one turn further."""
        return Conversation(turns=(*self.turns, turn), choices=choices)

    def offering(self, choices: tuple[Choice, ...]) -> "Conversation":
        """The same turns, with other readings to choose from."""
        return replace(self, choices=choices)

    def before_last(self) -> "Conversation":
        """The conversation without its last turn; an empty one stays empty."""
        return Conversation(turns=self.turns[:-1])


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and the conversation that the next question continues."""

    answer: Answer
    conversation: Conversation


def turn_of(question: str, answer: Answer, topic_ids: tuple[str, ...] = ()) -> Turn:
    """The turn that an answer makes; a single measure, or the measures of a field question, are its focus."""
    several = answer.several_reports
    shown = tuple(shown_id(measure, several=several) for measure in answer.measures)
    query = answer.query
    pointed = query is not None and (query.ask in ("field", "detail") or bool(query.target))
    focus = shown if len(shown) == 1 or pointed else ()
    return Turn(
        question=question,
        query=query,
        kind=answer.kind,
        shown=shown,
        focus=focus,
        topic_ids=topic_ids,
        field=query.field if query is not None else None,
        count=answer.count,
    )
