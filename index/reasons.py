"""Why a measure was found: the words, the sentence, the other word or the editorial question that matched."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from index.contents import Index
from index.evidence import Evidence
from index.words import stems

NEAR = 2.0  # standard deviations from which a sentence or question is named as a reason


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that made a measure match; `text` is what to show, in the words of its source."""

    kind: Literal["words", "concept", "sentence", "question"]
    text: str


def find_reasons(index: Index, evidence: Evidence, row: int, *, with_questions: bool) -> tuple[Reason, ...]:
    """The reasons for one row, the plainest first; () only where nothing stands out.

    Words are the question's own words that stand in the measure; a concept is another word for one of them that does;
    a sentence is the nearest one of the explanation; a question the nearest editorial one.
    """
    found = []
    measure = index.measures[row]
    held = _stems_of(f"{measure.title} {measure.heading} {measure.explanation}")
    asked = evidence.asked
    shared = [word for word, keys in zip(asked.words, asked.read_as, strict=True) if held.intersection(keys)]
    if shared:
        found.append(Reason("words", ", ".join(shared)))
    for concept in asked.concepts:
        term = next((term for term in concept.others if held.issuperset(term)), None)
        if term is not None and not held.issuperset(concept.named):
            found.append(Reason("concept", concept.concept))
    sentence = _place(evidence, "sentence", row)
    if sentence >= 0:
        text = index.passages[sentence]
        found.append(Reason("sentence", text[len(measure.title) + 2 :]))
    question = _place(evidence, "question", row) if with_questions else -1
    if question >= 0:
        found.append(Reason("question", index.questions[question].text))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2_000)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _place(evidence: Evidence, name: str, row: int) -> int:
    if name not in evidence.nearest or evidence.figures[name][row] < NEAR:
        return -1
    return int(evidence.nearest[name].places[row])
