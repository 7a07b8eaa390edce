"""What speaks for each row, as comparable figures: the nearest vectors, the words, and the thesaurus.

Every figure is the number of standard deviations above what is usual for this question over the whole index, because
cosines of small models all lie between 0.80 and 0.90, and sums of BM25 grow with the length of the question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.contents import Index
from index.lexical import Words
from index.likeness import COMPARED, NOBODY, Alike
from index.pieces import Pieces
from index.thesaurus import Match
from index.vectors import Nearest, VectorField
from index.weights import kind, weights
from index.words import content_words, grams, parts, stem, words

MISSPELT = 0.7  # weight of a word that was read as another one
LONGEST_LISTED = 1_000_000
FEEDBACK = 10  # best rows that others are likened to

Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a question as they are compared."""

    words: tuple[str, ...]  # content words, folded
    stems: tuple[str, ...]  # one for each word
    read_as: tuple[tuple[str, ...], ...]  # for each word the stems that count: its own, its parts, or another spelling
    weights: tuple[float, ...]  # for each word: 1, or MISSPELT
    grams: tuple[str, ...]
    concepts: tuple[Match, ...]


@dataclass(frozen=True, eq=False)
class Evidence:
    """For one question, over all rows."""

    asked: Asked
    figures: dict[str, Scores]  # name -> (rows,), in standard deviations
    nearest: dict[str, Nearest]
    alike: Alike  # the editorial questions that are like it


def read_words(index: Index, question: str) -> Asked:
    """The words of a question, with other spellings and parts of compounds where the index knows only those."""
    content = tuple(dict.fromkeys(content_words(question)))
    own = tuple(stem(word) for word in content)
    read_as, weights = [], []
    for word, key in zip(content, own, strict=True):
        if key in index.known_stems:
            found, weight = (key, *parts(word, index.known_stems)), 1.0
        elif cut := parts(word, index.known_stems):
            found, weight = cut, 1.0
        elif (other := spelt_otherwise(word, index.known_words)) is not None:
            found, weight = (stem(other),), MISSPELT
        else:
            found, weight = (key,), 1.0
        read_as.append(found)
        weights.append(weight)
    return Asked(
        content,
        own,
        tuple(read_as),
        tuple(weights),
        tuple(dict.fromkeys(grams(question))),
        tuple(index.thesaurus.matches([stem(word) for word in content_words(question)])),
    )


def spelt_otherwise(word: str, known: Sequence[str]) -> str | None:
    """The known word that an unknown one may be a slip of; None where none is near.

    One slip is allowed from five letters, two from nine; numbers are never read otherwise. On a tie the first wins.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < 5 or any(c.isdigit() for c in word) or len(known) > LONGEST_LISTED:
        return None
    most = 2 if len(word) >= 9 else 1
    found = process.extractOne(word, known, scorer=OSA.distance, score_cutoff=most)
    return None if found is None or found[0][0] != word[0] else str(found[0])


def respelt(index: Index, question: str) -> str:
    """The question with each word that nothing knows put as the known word that it may be a slip of; folded."""
    asked = read_words(index, question)
    slips = {
        word: other
        for word, weight in zip(asked.words, asked.weights, strict=True)
        if weight == MISSPELT and (other := spelt_otherwise(word, index.known_words))
    }
    return " ".join(slips.get(word, word) for word in words(question)) if slips else question


def gather(
    index: Index,
    question: str,
    meaning: Pieces | None,
    allowed: Flags | None,
    *,
    with_questions: bool = True,
) -> Evidence:
    """The evidence for a question.

    Args:
        index: where to look.
        question: as it was put, or the words of its topic.
        meaning: the question as the index's encoder gives it; None leaves the vectors out.
        allowed: for each row whether it passes the filters; None allows all.
        with_questions: whether the editorial questions count.
    """
    asked = read_words(index, question)
    figures: dict[str, Scores] = {}
    nearest: dict[str, Nearest] = {}
    questions = NOBODY
    if meaning is not None:
        for name, field in index.vectors.items():
            if name == "question" and (not with_questions or not len(field.rows)):
                continue
            found = field.nearest(meaning.vector, allowed)
            nearest[name] = found
            figures[name] = ((found.scores - found.mean) / found.deviation).astype(np.float32)
        if "question" in nearest:
            questions = like_questions(index, meaning, nearest["question"])
            figures["likeness"] = _likeness(index, questions)
    suffix = "_question" if with_questions and index.questions else ""
    stem_words, gram_words = index.words["stem" + suffix], index.words["gram" + suffix]
    terms: dict[str, float] = {}
    for found_stems, weight in zip(asked.read_as, asked.weights, strict=True):
        for key in found_stems:
            terms[key] = max(terms.get(key, 0.0), weight)
    figures["stem"] = standard(stem_words.scores(list(terms.items())))
    figures["gram"] = standard(gram_words.scores([(gram, 1.0) for gram in asked.grams]))
    figures["concept"] = standard(concept_scores(index.words["stem"], asked.concepts))
    if meaning is not None and index.pieces is not None:
        table = weights().ranking[kind(vectors=True, questions=with_questions and bool(index.questions))]
        figures["pieces"] = index.pieces.figures(meaning, total(figures, table), allowed)
        if index.concepts is not None:
            figures["sense"] = standard(index.concepts.of(asked.concepts))
        figures["alike"] = alike(index.vectors["text"], total(figures, table), allowed)
    return Evidence(asked, figures, nearest, questions)


def like_questions(index: Index, meaning: Pieces, nearest: Nearest) -> Alike:
    """The editorial questions that are nearest by vector, and how like the question they are piece by piece."""
    if index.asked is None or index.pieces is None:
        return NOBODY
    return index.asked.compare(meaning, nearest.order[:COMPARED], index.pieces)


def _likeness(index: Index, questions: Alike) -> Scores:
    """For each row how like its likest question is, in deviations of the questions compared; the least without one."""
    likeness = standard(questions.likeness)
    figure = np.full(len(index.measures), likeness.min(initial=0.0), dtype=np.float32)
    for number, value in zip(questions.numbers, likeness, strict=True):
        rows = index.vectors["question"].rows_of(int(number))
        figure[rows] = np.maximum(figure[rows], value)
    return figure


def total(figures: Mapping[str, Scores], table: Mapping[str, float]) -> Scores:
    """The weighted sum of the figures that are there, for every row."""
    score = np.zeros(len(next(iter(figures.values()))), dtype=np.float32)
    for name, weight in table.items():
        if name in figures:
            score += np.float32(weight) * figures[name]
    return score


def alike(texts: VectorField, score: Scores, allowed: Flags | None) -> Scores:
    """How like each row is to the rows that fit best: what belongs together is found together (Rocchio 1971).

    Args:
        texts: the whole texts as vectors, one for each row.
        score: of every row, by all other evidence.
        allowed: for each row whether it passes the filters; None allows all.
    """
    sought = score if allowed is None else np.where(allowed, score, -np.inf)
    best = np.argsort(-sought, kind="stable")[:FEEDBACK]
    best = best[np.isfinite(sought[best])]
    if not len(best):
        return np.zeros_like(score)
    share = np.exp(score[best] - score[best].max())
    wanted = (share / share.sum()) @ texts.from_centre(best)
    found = texts.nearest(np.asarray(wanted / (np.linalg.norm(wanted) + 1e-9), dtype=np.float32), allowed)
    return np.asarray((found.scores - found.mean) / found.deviation, dtype=np.float32)


def standard(scores: Scores) -> Scores:
    """Scores in standard deviations from their mean; all zero where all are equal."""
    deviation = float(scores.std()) if len(scores) else 0.0
    if deviation < 1e-6:
        return np.zeros_like(scores)
    return np.asarray((scores - scores.mean()) / deviation, dtype=np.float32)


def concept_scores(words: Words, concepts: Sequence[Match]) -> Scores:
    """For each row the best other term of each concept that the question names, summed over the concepts.

    A term of several stems counts by its BM25 score times the square of the share of its stems that the row holds, so
    that one common word of a long term brings little.
    """
    total = np.zeros(words.count, dtype=np.float32)
    for concept in concepts:
        best = np.zeros(words.count, dtype=np.float32)
        for term in concept.others:
            held = np.zeros(words.count, dtype=np.float32)
            for key in term:
                held[words.postings(key)[0]] += 1
            if held.any():
                best = np.maximum(best, words.scores([(key, 1.0) for key in term]) * (held / len(term)) ** 2)
        total += best
    return np.asarray(total, dtype=np.float32)
