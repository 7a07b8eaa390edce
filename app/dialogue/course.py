"""The course of a conversation: one message further, by rules that are tried in order."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.answer import Answer, shown_id
from app.answering import TopicFinder
from app.answering import answer as answer_query
from app.conversation import Conversation, Reply, turn_of
from app.dialogue.fresh import fresh_query
from app.onboarding.smalltalk import without_opening
from app.outside import MAX_QUESTION_LENGTH, is_noise, too_long
from app.query import Query

if TYPE_CHECKING:
    from app.assistant import Assistant
    from app.onboarding.around import Around
    from app.reading import Reading


class Course:
    """One assistant and one reference date; holds no state between messages."""

    def __init__(self, assistant: "Assistant", as_of: date | None) -> None:
        self.assistant = assistant
        self.as_of = as_of

    @property
    def around(self) -> "Around":
        """What is answered without a search."""
        return self.assistant.around

    def read(self, question: str) -> "Reading":
        """The reading of a question by itself."""
        return self.assistant.read(question, self.as_of)

    def id_of(self, row: int) -> str:
        """The number of a row's measure, as shown."""
        return shown_id(self.assistant.measures[row], several=len(self.assistant.reports) > 1)

    def respond(self, message: str, conversation: Conversation) -> Reply:
        """The reply to a message; any text gives one."""
        if not message.strip():
            return Reply(self._empty(), conversation)
        if too_long(message):
            text = f"Uw vraag telt {len(message)} tekens; een vraag mag hooguit {MAX_QUESTION_LENGTH} tekens lang zijn."
            return Reply(self.around.plain("clarify", text), conversation)
        return self._answered(" ".join(message.split()), conversation)

    def show(self, query: Query, conversation: Conversation) -> Reply:
        """The answer to a query as the next turn."""
        return self._turn(query.describe(), query, conversation)

    def _answered(self, message: str, conversation: Conversation) -> Reply:
        said = self.around.greeting(message)
        if said is not None:
            return Reply(said, conversation)
        message = without_opening(message)
        said = self._around(message, conversation)
        if said is not None:
            return Reply(said, conversation)
        query, _reading = fresh_query(message, self)
        return self._turn(message, query, conversation)

    def _around(self, message: str, conversation: Conversation) -> Answer | None:
        around = self.around
        answer = around.phrase(message, "outside.toml") or around.phrase(message, "about.toml")
        focus = conversation.last.focus if conversation.last else ()
        answer = answer or around.document(message, focus)
        if answer is not None:
            return answer
        term = around.term_question(message)
        if term is not None:
            return around.term(term)
        return around.where(message) or around.overview(message, self.as_of) or self._noise(message)

    def _noise(self, message: str) -> Answer | None:
        if not is_noise(message):
            return None
        text = "Dit begrijp ik niet. Stel een vraag over de maatregelen, een ministerie of een onderwerp."
        return self.around.plain("clarify", text)

    def _empty(self) -> Answer:
        return self.around.plain("clarify", "Er staat geen vraag. Stel een vraag over de maatregelen.")

    def _turn(self, message: str, query: Query, conversation: Conversation) -> Reply:
        answer = answer_query(self._dated(query), self.assistant.index, topic_find=self._finder(query, conversation))
        return Reply(answer, conversation.with_turn(turn_of(message, answer), answer.choices))

    def _dated(self, query: Query) -> Query:
        return query if self.as_of is None or query.as_of is not None else replace(query, as_of=self.as_of)

    def _finder(self, query: Query, conversation: Conversation) -> TopicFinder:  # noqa: ARG002
        return self.assistant.find
