"""The fitted figures of the search, read from `data/weights.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from index.places import DATA

WEIGHTS = DATA / "weights.toml"


@dataclass(frozen=True, slots=True)
class Shares:
    """From which share of the best score a measure belongs."""

    share: float  # of any row
    core: float  # of a row that holds the rare word of the question that the best row holds
    beside: float  # of a row that lacks it
    bare: float  # of a row that lacks it where the question is little more than that word


@dataclass(frozen=True, slots=True)
class Cut:
    """How many measures an answer shows."""

    with_questions: Shares
    without_questions: Shares
    broad: float  # "alles over ..."
    filtered: float  # a filter has narrowed the rows
    rare: float  # the share of the rows that may hold a rare word
    nearby: int  # measures named as near by
    most: int


@dataclass(frozen=True, slots=True)
class Weights:
    """All fitted figures; each table is name -> weight."""

    ranking: dict[str, dict[str, float]]
    known: dict[str, dict[str, float]]
    bar: dict[str, float]  # that the sum of `known` must pass
    sure: float  # how far above the bar a number asked for need not be looked for, with editorial questions
    cut: Cut


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The figures of `data/weights.toml`."""
    data = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    cut = data["cut"]
    return Weights(
        ranking=data["ranking"],
        known=data["known"],
        bar=data["bar"],
        sure=data["sure"]["margin"],
        cut=Cut(
            with_questions=Shares(**cut["with_questions"]),
            without_questions=Shares(**cut["without_questions"]),
            broad=cut["broad"],
            filtered=cut["filtered"],
            rare=cut["rare"],
            nearby=cut["nearby"],
            most=cut["most"],
        ),
    )


def kind(*, vectors: bool, questions: bool) -> str:
    """The name of the table for an index with or without vectors and editorial questions."""
    return ("" if vectors else "words_") + ("with_questions" if questions else "without_questions")
