"""A topic to the measures that treat it: best first, cut off where relevance ends, or none and what is near by."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.absent import names_absent
from index.amounts import asked_amount, states_amount
from index.belonging import Found, chances
from index.contents import Index
from index.evidence import Evidence, gather, respelt
from index.evidence import total as weighted
from index.familiarity import margin
from index.quote import Quote, find_quote
from index.reasons import Reason, find_reasons
from index.weights import kind, weights

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]

LONGEST = 1000  # letters of a topic that are read; the model reads some 500 pieces


@dataclass(frozen=True, slots=True)
class Hit:
    """A measure that was found. `score` orders hits of one question, in standard deviations; no probability."""

    row: int
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a topic found among the allowed rows."""

    hits: tuple[Hit, ...]  # what belongs, best first
    nearby: tuple[Hit, ...]  # merely close, best first; never an answer
    known: (
        bool  # False: the reports do not treat the topic; True without hits: they state no amount, or filters left none
    )
    quote: Quote | None  # the sentence that answers a question of detail
    by: Literal["meaning", "words"] = "meaning"


def find(
    index: Index,
    topic: str,
    rows: Rows | Sequence[int] | None = None,
    *,
    broad: bool = False,
    with_questions: bool = True,
    filtered: bool = False,
) -> Finding:
    """The measures that treat a topic.

    Args:
        index: where to look.
        topic: the question as it was put, or the words of its topic; at most LONGEST letters are read.
        rows: the rows that pass the filters, ascending; None is all. Others are never found.
        broad: "alles over ...": whatever touches the topic.
        with_questions: whether editorial questions count.
        filtered: a filter has narrowed the rows, and the topic decides which of them belong.
    """
    text = topic[:LONGEST]
    allowed = None
    if rows is not None and len(rows) < len(index.measures):
        allowed = np.zeros(len(index.measures), dtype=np.bool_)
        allowed[np.asarray(rows, dtype=np.int64)] = True
        field = index.vectors.get("question")
        if field is not None and len(field.rows) and not allowed[field.rows].any():
            with_questions = (
                False  # nobody wrote questions for this report: what they add to others is no measure of it
            )
    meaning = index.encoder.query_pieces([text])[0] if index.encoder is not None and index.vectors else None
    vector = None if meaning is None else meaning.vector
    everywhere = gather(index, text, meaning, None, with_questions=with_questions)
    by: Literal["meaning", "words"] = "words" if vector is None else "meaning"
    overall = total(everywhere, index, with_questions=with_questions)
    if not len(overall):
        return Finding((), (), known=False, quote=None, by=by)
    sure = margin(index, everywhere, meaning, overall, text, with_questions=with_questions)
    if sure <= 0 and (other := respelt(index, text)) != text:
        sure = margin_of(index, other, with_questions=with_questions)
    known = sure > 0 and not names_absent(index, text)
    evidence, score = everywhere, overall
    if allowed is not None:
        evidence = gather(index, text, meaning, allowed, with_questions=with_questions)
        score = np.where(allowed, total(evidence, index, with_questions=with_questions), -np.inf).astype(np.float32)
    order = np.argsort(-score, kind="stable")
    order = order[np.isfinite(score[order])]
    cut = weights().cut
    asked = with_questions and bool(index.questions)
    sure_enough = weights().sure.get(kind(vectors=vector is not None, questions=asked), math.inf)
    found = Found(everywhere, evidence, overall, score, asked, broad, filtered)
    belong = _belonging(index, found, order) if known else []
    amount = asked_amount(text) if belong and sure < sure_enough else None
    if amount is not None and not states_amount(index, everywhere, amount, belong):
        belong = []
    close = [int(row) for row in order[: len(belong) + cut.nearby] if row not in belong and score[row] > 0]
    close = close[: cut.nearby]

    def hit(row: int) -> Hit:
        return Hit(row, float(score[row]), find_reasons(index, evidence, row, with_questions=with_questions))

    quote = find_quote(index, evidence, vector, text, belong) if belong else None
    return Finding(tuple(hit(r) for r in belong), tuple(hit(r) for r in close), known, quote, by)


def _belonging(index: Index, found: Found, order: Rows) -> list[int]:
    """The rows that belong to a known topic, of all rows best first; without a filter the best always does."""
    cut = weights().cut
    rows = order[found.score[order] > 0][: cut.most]
    if not len(rows):
        return []
    table = kind(vectors=bool(found.everywhere.nearest), questions=found.asked)
    bar = (cut.belongs_filtered if found.filtered else cut.belongs)[table]
    kept = chances(index, found, rows) >= bar
    kept[0] |= not found.filtered
    return [int(row) for row in rows[kept]]


def margin_of(index: Index, question: str, *, with_questions: bool) -> float:
    """The margin of a question in another spelling than it was put in."""
    meaning = index.encoder.query_pieces([question])[0] if index.encoder is not None and index.vectors else None
    evidence = gather(index, question, meaning, None, with_questions=with_questions)
    score = total(evidence, index, with_questions=with_questions)
    return margin(index, evidence, meaning, score, question, with_questions=with_questions)


def total(evidence: Evidence, index: Index, *, with_questions: bool) -> Scores:
    """The weighted sum of all figures for every row."""
    table = weights().ranking[kind(vectors=bool(evidence.nearest), questions=with_questions and bool(index.questions))]
    return weighted(evidence.figures, table)
