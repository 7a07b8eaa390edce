"""Whether a topic is one that the reports treat at all; README.md in this folder has the method and its figures.

Seventeen signs are added up with fitted weights. Cosines are compared with each other, never with a fixed threshold:
what counts is whether the reports are nearer than the subjects that they do not treat.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.amounts import asked_amount, states_amount
from index.contents import Index
from index.divide import side
from index.evidence import Evidence
from index.likeness import COMPARED, NOBODY
from index.pieces import Pieces
from index.subjects import together
from index.weights import kind, weights
from index.words import words

NEAREST = 3  # questions that tell whether a question is one of them
BEST = 3  # rows that count as what was found
FLAT = 10  # rows whose scores tell whether one stands out
KEYWORDS = 3  # words of a question that is a bare name or keyword
BY_LETTER = 0.01  # the margin of one that was found by letter

Scores = NDArray[np.float32]


def margin(
    index: Index,
    evidence: Evidence,
    meaning: Pieces | None,
    score: Scores,
    question: str,
    *,
    with_questions: bool,
) -> float:
    """By how much the reports treat the topic: above 0 they do, and the more, the surer.

    A bare name or keyword, or a question with one word of content, is known when all its words stand in the best row:
    it was found by letter, and its margin is 0.01. A question without words has none: minus infinity. One of which no
    word stands anywhere or names a concept, "wqpx zzrtl", is known by its vector alone and must be the surer.

    Args:
        index: where it was sought.
        evidence: over all rows; filters play no part in whether a topic is known.
        meaning: the question as the index's encoder gives it; None goes by words alone.
        score: of every row.
        question: as it was put.
        with_questions: whether editorial questions count.
    """
    if not evidence.asked.words or not len(score):
        return -math.inf
    asked = with_questions and bool(index.questions)
    if meaning is not None and not index.background.divide.size:
        asked = False  # some questions for a few measures say nothing about the rest of the report
    found = signs(index, evidence, meaning, score, question, with_questions=asked)
    name = kind(vectors=meaning is not None, questions=asked)
    table = weights().known[name]
    beyond = table["constant"] + sum(table[sign] * value for sign, value in found.items()) - weights().bar[name]
    if found["occurs"] == 0 and not evidence.asked.concepts:
        beyond -= weights().unheard
    bare = len(words(question)) <= KEYWORDS or len(evidence.asked.words) == 1
    return max(beyond, BY_LETTER) if bare and found["covered_by_best"] > 0.999 else beyond


def signs(
    index: Index,
    evidence: Evidence,
    meaning: Pieces | None,
    score: Scores,
    question: str,
    *,
    with_questions: bool,
) -> dict[str, float]:
    """What speaks for and against; each sign by its name in `data/weights.toml`.

    best: the best score. covered, covered_by_best, occurs: the share of the question's words, weighted by how rare they
    are, that stands in the best three rows, in the best row, anywhere. rarest_missing: how rare the rarest word is that
    occurs nowhere. length: of the question in words, as a logarithm. amount: 1 where a number is asked for and one of
    the best rows states it, -1 where none does, else 0. untreated: the cosine with the nearest subject
    that is not treated, in hundredths; subject, sentence, question: by how much the nearest treated subject, sentence
    and editorial question are nearer than that; unanswered, unanswered_near: the same of the nearest question that was
    written because no measure answers it, and of the nearest three; like_unanswered, like_asked: how like it is, piece
    by piece, to the likest three of those and of the editorial questions; divide: how far the question lies on the side
    of the editorial questions.
    """
    asked = with_questions and bool(index.questions)
    terms = index.words["stem_question" if asked else "stem"]
    best = np.argsort(-score, kind="stable")[:BEST]
    by_concept = _covered_by_concept(index, evidence, best, asked=asked)
    rare, covered, by_best, occurs = [], [], [], []
    for own, keys, weight in zip(evidence.asked.stems, evidence.asked.read_as, evidence.asked.weights, strict=True):
        held = np.concatenate([terms.postings(key)[0] for key in keys])
        most = max(terms.frequency(key) for key in keys)
        rare.append(math.log((terms.count + 1) / (most + 0.5)))
        other = 1.0 if own in by_concept else 0.0
        covered.append(max(weight * bool(np.isin(best, held).any()), other))
        by_best.append(max(weight * bool((held == best[0]).any()), other))
        occurs.append(weight if most else other)
    whole = sum(rare)
    found = {
        "best": float(score.max()),
        "covered": float(np.dot(rare, covered)) / whole,
        "covered_by_best": float(np.dot(rare, by_best)) / whole,
        "occurs": float(np.dot(rare, occurs)) / whole,
        "rarest_missing": max(r * (1 - o) for r, o in zip(rare, occurs, strict=True)),
        "length": math.log1p(len(rare)),
        "amount": _amount(index, evidence, question, [int(row) for row in best]),
        "flat": float(np.sort(score)[-FLAT:].mean()) / max(float(score.max()), 1e-6),
    }
    if meaning is None:
        return found
    vector = meaning.vector
    treated, untreated = index.background.nearest(vector, with_questions=asked)
    found["untreated"] = 100 * untreated
    cosines, numbers = index.background.nearest_unanswered(vector, COMPARED)
    found["unanswered"] = 100 * (float(cosines.max(initial=0.0)) - untreated)
    found["unanswered_near"] = 100 * (_mean(cosines) - untreated)
    refused = NOBODY
    if index.unanswered is not None and index.pieces is not None:
        refused = index.unanswered.compare(meaning, numbers, index.pieces)
    found["like_unanswered"] = _mean(refused.likeness)
    found["subject"] = 100 * (treated - untreated)
    found["sentence"] = 100 * (float(evidence.nearest["sentence"].scores.max()) - untreated)
    if asked:
        found["question"] = 100 * (float(evidence.nearest["question"].scores.max()) - untreated)
        found["divide"] = side(index.background.divide, vector)
        found["like_asked"] = _mean(evidence.alike.likeness)
    return found


def _mean(scores: Scores) -> float:
    """Of the highest NEAREST; 0 where there is none."""
    return float(np.sort(scores)[-NEAREST:].mean()) if len(scores) else 0.0


def _amount(index: Index, evidence: Evidence, question: str, best: Sequence[int]) -> float:
    amount = asked_amount(question)
    if amount is None:
        return 0.0
    return 1.0 if states_amount(index, evidence, amount, best) else -1.0


def _covered_by_concept(index: Index, evidence: Evidence, best: NDArray[np.int64], *, asked: bool) -> set[str]:
    """The stems of the question that name a concept of which another term stands in one of the best rows."""
    terms = index.words["stem_question" if asked else "stem"]
    covered: set[str] = set()
    for concept in evidence.asked.concepts:
        if any(np.isin(best, together(terms, term)).any() for term in concept.others if term):
            covered.update(concept.named)
    return covered
