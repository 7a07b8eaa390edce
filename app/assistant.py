"""The one entry: a message and a conversation in, a reply out; the same for command line, HTTP and browser."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from app.answer import Answer, shown_id
from app.answering import TopicFinder
from app.answering import answer as answer_query
from app.conversation import Conversation, Reply
from app.dialogue.course import Course
from app.onboarding.around import Around, around_of
from app.onboarding.named_topic import finding_by_name
from app.onboarding.terms import Glossary, Term, read_terms
from app.outside import MAX_QUESTION_LENGTH as MAX_QUESTION_LENGTH
from app.query import Query
from app.reading import Lexicon, Reading, read
from app.wording import owner_name
from index.columns import Columns
from index.contents import Index
from index.model import no_progress
from ingest.records import Measure, Report

Progress = Callable[[str, float], None]


@dataclass(frozen=True, eq=False)
class Assistant:
    """The loaded reports with all that answering needs; nothing in it changes, so threads may share it."""

    index: Index
    glossary: Glossary
    with_questions: bool = True  # whether the editorial index is used

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        *,
        model: str | None = None,
        with_questions: bool = True,
        on_progress: Progress = no_progress,
    ) -> "Assistant":
        """The assistant over the index of all reports; what is missing is built first.

        The encoder is loaded by the first question that needs it, or by `warm`.
        """
        from index import store

        index = store.ensure(home, model=model, on_progress=on_progress)
        return cls(index, Glossary.of(read_terms()), with_questions)

    @property
    def measures(self) -> Sequence[Measure]:
        """All measures of all reports, in row order."""
        return self.index.measures

    @property
    def columns(self) -> Columns:
        """The measures as columns."""
        return self.index.columns

    @property
    def reports(self) -> tuple[Report, ...]:
        """The loaded reports."""
        return self.index.reports

    @property
    def report(self) -> Report:
        """The newest report: the one that is asked about when none is named."""
        return max(self.reports, key=lambda report: report.reference_date)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary."""
        return self.glossary.terms

    @cached_property
    def ministry_names(self) -> dict[str, str]:
        """Code to full name, of the ministries that occur."""
        codes = dict.fromkeys(code for measure in self.measures for code in measure.owners)
        return {code: owner_name(code) or code for code in codes}

    @cached_property
    def by_id(self) -> dict[str, Measure]:
        """All measures by number, with the report's key before it where more than one report is loaded."""
        several = len(self.reports) > 1
        return {shown_id(measure, several=several): measure for measure in self.measures}

    @cached_property
    def lexicon(self) -> Lexicon:
        """What the reader knows of the reports."""
        return Lexicon.from_index(self.measures)

    @cached_property
    def around(self) -> Around:
        """What answers without a search are made from."""
        return around_of(self.reports, self.measures, self.glossary, self.read)

    @cached_property
    def find(self) -> TopicFinder:
        """Finds topics in the index."""
        from index.topic import find

        found = partial(find, self.index, with_questions=self.with_questions)
        return finding_by_name(found, self.glossary, self.measures)

    def warm(self) -> None:
        """Load the encoder and everything else that the first question would wait for."""
        _ = self.lexicon, self.around
        if self.index.encoder is not None:
            self.find("opwarmen", self.index.columns.theme[:0].astype("int64"), broad=False, filtered=False)
            self.index.encoder.encode_queries(["opwarmen"])

    def read(self, question: str, as_of: date | None = None) -> Reading:
        """The reading of a question by itself."""
        return read(question, lexicon=self.lexicon, as_of=as_of or self.report.reference_date)

    def respond(self, message: str, conversation: Conversation = Conversation(), *, as_of: date | None = None) -> Reply:  # noqa: B008 - frozen
        """The reply to a message in a conversation; any text gives a reply.

        Args:
            message: as typed.
            conversation: the turns before it.
            as_of: the day that "dit jaar" and "over tijd" count from; None is the report's reference date.
        """
        return Course(self, as_of).respond(message, conversation)

    def answer(self, query: Query) -> Answer:
        """The answer to a query, outside of any conversation: of an address, or of chips."""
        return answer_query(query, self.index, topic_find=self.find)

    def show(self, query: Query, conversation: Conversation = Conversation()) -> Reply:  # noqa: B008 - frozen
        """The answer to a query as the next turn of a conversation."""
        return Course(self, query.as_of).show(query, conversation)

    def facets(self, query: Query) -> dict[str, tuple[tuple[str, str, int], ...]]:
        """For each control (ministry, status, theme, period, kind) its choices: (value, label, count)."""
        from app.facets import facets

        return facets(query, self.index, find=self.find)

    def suggest(self, prefix: str, most: int = 8) -> tuple[str, ...]:
        """Completions of what is being typed: ministries, themes, headings, titles and terms."""
        from app.facets import suggest

        return suggest(prefix, self.measures, self.glossary, most)


def with_day(query: Query, as_of: date | None) -> Query:
    """The query with the reference date that was set from outside; one that the question set stays."""
    return query if as_of is None or query.as_of is not None else replace(query, as_of=as_of)
