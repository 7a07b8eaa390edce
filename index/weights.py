"""The fitted figures of the search, read from `data/weights.toml`."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from index.places import DATA

WEIGHTS = DATA / "weights.toml"


@dataclass(frozen=True, slots=True)
class Cut:
    """How many measures an answer shows."""

    belongs: dict[str, float]  # the chance from which a measure is shown
    belongs_filtered: dict[str, float]  # likewise where a filter has narrowed the rows
    rare: float  # the share of the rows that may hold a rare word
    nearby: int  # measures named as near by
    most: int


@dataclass(frozen=True, slots=True)
class Weights:
    """All fitted figures; each table is name -> weight."""

    ranking: dict[str, dict[str, float]]
    known: dict[str, dict[str, float]]
    bar: dict[str, float]  # that the sum of `known` must pass
    unheard: float  # how much higher it lies for a question of which no word is known
    sure: dict[str, float]  # how far above the bar a number asked for need not be looked for; a kind left out: always
    belonging: dict[str, dict[str, float]]  # of the signs of `index.belonging`, and a constant
    cut: Cut


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The figures of `data/weights.toml`."""
    data = tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(
        ranking=data["ranking"],
        known=data["known"],
        bar=data["bar"],
        unheard=data["unheard"]["margin"],
        sure=data["sure"],
        belonging=data["belonging"],
        cut=Cut(**data["cut"]),
    )


def kind(*, vectors: bool, questions: bool) -> str:
    """The name of the table for an index with or without vectors and editorial questions."""
    return ("" if vectors else "words_") + ("with_questions" if questions else "without_questions")
