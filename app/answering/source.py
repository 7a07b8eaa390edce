"""What an answer is made from: the measures with their columns and reports, and a way to find a topic among them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, cast

import numpy as np
from numpy.typing import NDArray

from index.columns import Columns
from ingest.records import Measure, Report

if TYPE_CHECKING:
    from index.contents import Index

Rows = NDArray[np.int64]


class Source(Protocol):
    """Measures in row order, their columns, and the reports they come from; an opened index is one."""

    @property
    def measures(self) -> Sequence[Measure]:
        """All measures, in the row order of the columns."""

    @property
    def columns(self) -> Columns:
        """The measures as columns."""

    @property
    def reports(self) -> Sequence[Report]:
        """The reports that the measures come from."""


class Reason(Protocol):
    """One thing that made a measure match."""

    @property
    def kind(self) -> Literal["words", "concept", "sentence", "question"]:
        """What it was."""

    @property
    def text(self) -> str:
        """What to show of it."""


class Hit(Protocol):
    """A row that was found."""

    @property
    def row(self) -> int:
        """The row of the measure."""

    @property
    def reasons(self) -> Sequence[Reason]:
        """Why it was found, the plainest first."""

    @property
    def score(self) -> float:
        """How strongly it was found; orders the hits of one question."""


class Quote(Protocol):
    """A sentence of an explanation, as printed."""

    @property
    def row(self) -> int:
        """The row of the measure."""

    @property
    def sentence(self) -> str:
        """The sentence, verbatim."""


class Finding(Protocol):
    """What was found of a topic."""

    @property
    def hits(self) -> Sequence[Hit]:
        """The rows that treat the topic, best first; () when none does."""

    @property
    def nearby(self) -> Sequence[Hit]:
        """Rows that come near without treating it, best first."""

    @property
    def known(self) -> bool:
        """Whether the report treats the topic at all."""

    @property
    def quote(self) -> Quote | None:
        """The sentence that best answers a question of detail."""


class TopicFinder(Protocol):
    """Finds a topic among the given rows."""

    def __call__(self, topic: str, rows: Rows, *, broad: bool, filtered: bool) -> Finding:
        """What treats the topic; `filtered` says that the rows already passed a filter, so that a topic may be thin."""


def index_finder(source: Source) -> TopicFinder:
    """The search of an opened index; imported here, because a question about columns must not wait for it."""
    from index.topic import find

    return cast("TopicFinder", partial(find, cast("Index", source)))
