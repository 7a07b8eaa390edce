"""Whether a measure that was found belongs to what is asked: signs of it, added up by a logistic regression.

Where relevance ends differs from question to question: a detail has one measure, a field of policy twenty. What tells
is how much of the best score a row reaches, beside how many rows reach nearly as much, whether the row holds the rare
word that is asked about, how like it is to the best row, what made it match, and which measures the editorial
questions most like it were written for. The weights are fitted by `tests/benchmarks/fit_belonging.py` on question sets
with answers.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.contents import Index
from index.evidence import Evidence
from index.subjects import together
from index.weights import kind, weights

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]

FEW = 3  # rows that may hold a rare word, in however small an index
NEAR = 0.7  # share of the best score from which a row crowds about it
VOTERS = 40  # editorial questions most like it, that tell for which measures such a question was written
WARMTH = 0.05  # difference in likeness by which the weight of such a question falls to 1/e
LEAST = 0.01  # share of the votes that a row without any is taken to have, so that shares can be divided
ROW_FIGURES = ("alike", "concept", "stem", "text", "pieces")
LACKING = ("alike", "concept", "pieces")  # figures of which it counts how far a row stays behind the best

SIGNS = (
    "share",  # of the best score over all rows, squared
    "rank",  # logarithm of the place among all rows
    "drop",  # share of the best score that lies between the row and the one before it
    "core",  # 1: it holds the rare word that is asked about
    "has_core",  # 1: there is such a word
    "filtered",  # 1: a filter has narrowed the rows
    "best",  # score of the best of all rows
    "alike_best",  # cosine of its whole text with that of the best row
    "same_heading",  # 1: it stands under the heading of the best row
    "length",  # logarithm of the number of words asked
    "crowd",  # logarithm of the number of rows near the best score
    "share_crowd",  # the share times the crowd
    "share_broad",  # the share where "alles over ..." is asked, else 0
    "share_filtered",  # the share where a filter has narrowed the rows, else 0
    "share_best",  # the share times the score of the best
    *(f"figure_{name}" for name in ROW_FIGURES),
    *(f"lacks_{name}" for name in LACKING),
    "votes",  # share of the likest editorial questions, by likeness, that were written for it
    "votes_of_best",  # logarithm of its votes over those of the best row
    "asked_of",  # for how many measures those questions were written, on average
)


@dataclass(frozen=True, eq=False)
class Found:
    """What was found for a question, before it is decided which rows belong."""

    everywhere: Evidence  # over all rows
    evidence: Evidence  # over the rows that the filters leave; the same where there are none
    overall: Scores  # (rows,): the weighted sum of `everywhere`
    score: Scores  # (rows,): the weighted sum of `evidence`; -inf for rows that a filter leaves out
    asked: bool  # whether editorial questions count
    broad: bool  # "alles over ..."
    filtered: bool  # a filter has narrowed the rows


def chances(index: Index, found: Found, rows: Rows) -> NDArray[np.float64]:
    """The chance that each of some rows, best first, belongs to the answer: (rows,), 0 to 1."""
    table = weights().belonging[kind(vectors=bool(found.everywhere.nearest), questions=found.asked)]
    slope = np.array([table[name] for name in SIGNS])
    return np.asarray(1 / (1 + np.exp(-(table["constant"] + signs(index, found, rows) @ slope))))


def signs(index: Index, found: Found, rows: Rows) -> NDArray[np.float64]:
    """The signs of some rows, best first: (rows, signs), in the order of SIGNS."""
    overall, best = found.overall, int(found.overall.argmax())
    top = max(float(overall[best]), 1e-6)
    share = found.score[rows] / top
    before = np.append(1.0, share[:-1])
    descending = np.sort(overall)[::-1]
    places = np.searchsorted(-descending, -found.score[rows], side="left")
    crowd = math.log1p(int((overall > NEAR * top).sum()))
    core = core_rows(index, found.everywhere, best, asked=found.asked)
    votes, asked_of = _votes(index, found)
    heading = index.columns.heading
    columns = {
        "share": share**2,
        "rank": np.log1p(places),
        "drop": before - share,
        "core": np.isin(rows, core),
        "has_core": np.full(len(rows), len(core) > 0),
        "filtered": np.full(len(rows), found.filtered),
        "best": np.full(len(rows), top),
        "alike_best": _alike(index, rows, best),
        "same_heading": heading[rows] == heading[best],
        "length": np.full(len(rows), math.log1p(len(found.everywhere.asked.words))),
        "crowd": np.full(len(rows), crowd),
        "share_crowd": share * crowd,
        "share_broad": share * found.broad,
        "share_filtered": share * found.filtered,
        "share_best": share * top,
        "votes": votes[rows],
        "votes_of_best": np.log(votes[rows] + LEAST) - math.log(float(votes[best]) + LEAST),
        "asked_of": np.full(len(rows), asked_of),
    }
    nothing = np.zeros(len(overall), dtype=np.float32)
    for name in ROW_FIGURES:
        columns[f"figure_{name}"] = found.evidence.figures.get(name, nothing)[rows]
    for name in LACKING:
        figure = found.evidence.figures.get(name, nothing)
        columns[f"lacks_{name}"] = figure[rows] - figure[best]
    return np.stack([columns[name].astype(np.float64) for name in SIGNS], axis=1)


def core_rows(index: Index, evidence: Evidence, best: int, *, asked: bool) -> Rows:
    """The rows that hold the rarest word of the question that the best row holds, where that word is rare; else none.

    Such a word ("intersekse", "transitieverlof") is what the question is about; a row without it must be nearer to
    belong. A row holds a word also by all parts of a compound and by another word of the concept that it names.

    Args:
        index: where the rows stand.
        evidence: of the question, over all rows.
        best: the row that fits best of all.
        asked: whether the words of the editorial questions count.
    """
    terms = index.words["stem_question" if asked else "stem"]
    most = max(FEW, round(weights().cut.rare * len(index.measures)))
    core: Rows = np.zeros(0, dtype=np.int64)
    for own, keys in zip(evidence.asked.stems, evidence.asked.read_as, strict=True):
        holding = [terms.postings(own)[0] if own in index.known_stems else together(terms, keys)]
        for concept in evidence.asked.concepts:
            if own in concept.named:
                holding += [together(terms, term) for term in concept.others if term]
        rows = np.unique(np.concatenate(holding)).astype(np.int64)
        if best in rows and len(rows) <= most and (not len(core) or len(rows) < len(core)):
            core = rows
    return core


def _alike(index: Index, rows: Rows, best: int) -> NDArray[np.float32]:
    """Cosines of the whole texts of some rows with that of the best row, from the centre of the index."""
    field = index.vectors.get("text")
    if field is None or not len(rows):
        return np.zeros(len(rows), dtype=np.float32)
    return np.asarray(field.from_centre(rows) @ field.from_centre(np.array([best]))[0], dtype=np.float32)


def _votes(index: Index, found: Found) -> tuple[Scores, float]:
    """For each row the share of the likest editorial questions that are its own; and for how many rows they stand."""
    votes = np.zeros(len(found.overall), dtype=np.float32)
    alike = found.everywhere.alike
    if not found.asked or not len(alike.numbers):
        return votes, 0.0
    order = np.argsort(-alike.likeness, kind="stable")[:VOTERS]
    weight = np.exp((alike.likeness[order] - alike.likeness[order[0]]) / WARMTH)
    for number, share in zip(alike.numbers[order], weight / weight.sum(), strict=True):
        votes[index.vectors["question"].rows_of(int(number))] += share
    return votes, float(votes.sum())
