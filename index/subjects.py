"""Subjects of government and daily life, and which of them the reports treat: the background of an index.

A question that is nearer to a subject that the reports do not treat than to anything in them is not about them. Each
subject of `data/subjects.toml` and each concept of the thesaurus is encoded, by itself and in a plain question; which
of them are treated follows from the words of the reports, for every index anew.
"""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.divide import Divide
from index.lexical import Words
from index.places import DATA
from index.thesaurus import Thesaurus
from index.words import stems

SUBJECTS = DATA / "subjects.toml"
UNANSWERED = DATA / "unanswered.jsonl"
PLAIN_QUESTION = "Wat doet het kabinet aan {}?"
TERMS = 2  # of a concept beside its name

Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Background:
    """The subjects as vectors, and whether the reports treat them, by their own words or also by the questions."""

    vectors: NDArray[np.float32]  # (n, dimension), unit length; empty without a model
    treated: Flags  # by the words of the reports
    treated_with_questions: Flags
    unanswered: NDArray[np.float32]  # (m, dimension): questions that the reports do not answer; empty without a model
    divide: Divide  # between the editorial questions and those; NONE where no report has editorial questions

    def nearest(self, question: NDArray[np.float32], *, with_questions: bool) -> tuple[float, float]:
        """The highest cosine with a subject that is treated, and with one that is not; 0 where there is none."""
        cosines = self.vectors @ question
        treated = self.treated_with_questions if with_questions else self.treated
        return (
            float(cosines[treated].max()) if treated.any() else 0.0,
            float(cosines[~treated].max()) if (~treated).any() else 0.0,
        )

    def nearest_unanswered(
        self, question: NDArray[np.float32], count: int
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The nearest questions that are not answered, nearest first: their cosines and numbers; (count,) or fewer."""
        if not self.unanswered.size:
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.int64)
        cosines = self.unanswered @ question
        numbers = np.argsort(-cosines, kind="stable")[:count]
        return cosines[numbers], numbers


def read_unanswered(path: Path = UNANSWERED) -> tuple[str, ...]:
    """Questions that were written because no measure of the shipped report answers them; no file gives none."""
    if not path.is_file():
        return ()
    return tuple(json.loads(line)["question"] for line in path.read_text(encoding="utf-8").splitlines() if line)


def unanswered_by(questions: Sequence[str], words: Words) -> list[str]:
    """The questions of which no text holds all words: a report that holds them all may well answer."""
    return [question for question in questions if not (keys := stems(question)) or not len(together(words, keys))]


def read_subjects(path: Path = SUBJECTS) -> tuple[str, ...]:
    """The subjects of a TOML file of lists; no file gives none."""
    if not path.is_file():
        return ()
    return tuple(subject for group in tomllib.loads(path.read_text(encoding="utf-8")).values() for subject in group)


def subject_texts(subjects: Sequence[str], thesaurus: Thesaurus) -> list[str]:
    """All that is encoded: subjects, then concepts by name and first terms; then the same as plain questions."""
    texts = list(subjects)
    for concept in thesaurus.concepts:
        texts += [concept.name, *[term for term in concept.terms if term != concept.name][:TERMS]]
    return texts + [PLAIN_QUESTION.format(text) for text in texts]


def treated_subjects(subjects: Sequence[str], thesaurus: Thesaurus, words: Words) -> Flags:
    """Which of `subject_texts` the texts of `words` treat.

    A subject is treated when each of its words occurs; a concept when all words of one of its terms stand in one text.
    """
    flags = [all(words.frequency(key) for key in stems(subject)) for subject in subjects]
    for concept, terms in zip(thesaurus.concepts, thesaurus.terms, strict=True):
        treated = any(len(together(words, term)) for term in terms if term)
        others = [term for term in concept.terms if term != concept.name][:TERMS]
        flags += [treated] * (1 + len(others))
    return np.array(flags * 2, dtype=np.bool_)


def together(words: Words, term: Sequence[str]) -> NDArray[np.int32]:
    """The texts that hold all stems of a term, ascending."""
    found = np.unique(words.postings(term[0])[0])
    for key in term[1:]:
        found = np.intersect1d(found, words.postings(key)[0])
    return found
