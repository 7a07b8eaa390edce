"""What a topic found earlier in a conversation, while filters only narrow it: nothing new appears."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.answering import Finding, TopicFinder


@dataclass(frozen=True, slots=True)
class Known:
    """A row that was found earlier in the conversation."""

    row: int
    reasons: tuple[Any, ...] = ()  # why it was found stands in the turn that found it
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What a topic found earlier in the conversation, as far as the filters now let it pass."""

    hits: tuple[Known, ...]
    nearby: tuple[Known, ...] = ()
    known: bool = True
    quote: None = None


def finder_among(earlier: Sequence[int]) -> TopicFinder:
    """A finder that finds, of the rows that it is given, those that were found before, in their order.

    Args:
        earlier: rows, best first.
    """

    def kept(topic: str, rows: NDArray[np.int64], *, broad: bool, filtered: bool) -> Finding:  # noqa: ARG001
        within = {int(row) for row in rows}
        return Kept(tuple(Known(row) for row in earlier if row in within))

    return kept
