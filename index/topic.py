"""A topic to the measures that treat it: best first, cut off where relevance ends, or none and what is near by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.absent import names_absent
from index.amounts import asked_amount, states_amount
from index.contents import Index
from index.evidence import Evidence, gather, respelt
from index.evidence import total as weighted
from index.familiarity import margin
from index.quote import Quote, find_quote
from index.reasons import Reason, find_reasons
from index.subjects import together
from index.weights import kind, weights

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]

FEW = 3  # rows that may hold a rare word, in however small an index
BARE = 2  # words of a topic that is little more than its rare word
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
        rows: the rows that pass the filters, ascending; None is all. Others are never looked at.
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
    sure = margin(index, everywhere, vector, overall, text, with_questions=with_questions)
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
    shares = cut.with_questions if asked else cut.without_questions
    share = min(shares.share, cut.broad) if broad else cut.filtered if filtered else shares.share
    reach = float(overall.max()) * share  # of the best of all rows: a filter does not make a row belong
    far = np.full(len(overall), reach, dtype=np.float32)
    if not broad and len(core := core_rows(index, everywhere, int(overall.argmax()), asked=asked)):
        bare = len(everywhere.asked.words) <= BARE
        far[:] = float(overall.max()) * max(share, shares.bare if bare else shares.beside)
        far[core] = float(overall.max()) * max(share, shares.core)
    belong = [int(row) for row in order if score[row] >= far[row] and score[row] > 0][: cut.most] if known else []
    amount = asked_amount(text) if belong and not (asked and sure >= weights().sure) else None
    if amount is not None and not states_amount(index, everywhere, amount, belong):
        belong = []
    close = [int(row) for row in order[len(belong) : len(belong) + cut.nearby] if score[row] > 0]

    def hit(row: int) -> Hit:
        return Hit(row, float(score[row]), find_reasons(index, evidence, row, with_questions=with_questions))

    quote = find_quote(index, evidence, vector, text, belong) if belong else None
    return Finding(tuple(hit(r) for r in belong), tuple(hit(r) for r in close), known, quote, by)


def margin_of(index: Index, question: str, *, with_questions: bool) -> float:
    """The margin of a question in another spelling than it was put in."""
    meaning = index.encoder.query_pieces([question])[0] if index.encoder is not None and index.vectors else None
    evidence = gather(index, question, meaning, None, with_questions=with_questions)
    score = total(evidence, index, with_questions=with_questions)
    vector = None if meaning is None else meaning.vector
    return margin(index, evidence, vector, score, question, with_questions=with_questions)


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


def total(evidence: Evidence, index: Index, *, with_questions: bool) -> Scores:
    """The weighted sum of all figures for every row."""
    table = weights().ranking[kind(vectors=bool(evidence.nearest), questions=with_questions and bool(index.questions))]
    return weighted(evidence.figures, table)
