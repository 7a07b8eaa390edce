"""The sentence of an explanation, verbatim, that answers a question of detail."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.contents import Index
from index.evidence import Evidence
from index.folding import fold
from index.texts import sentences
from index.words import content_words, parts, stem

CANDIDATES = 5  # best measures in whose explanation the sentence is sought

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{_MONTH})|(?:{_MONTH})\s+\d{{4}}|20\d\d|kwartaal|[zw]omer|najaar|voorjaar|q[1-4])\b"
)
_NUMBER = "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twintig|dertig|veertig|vijftig|zestig|honderd"
_AMOUNT = re.compile(rf"€|\b(?:euro|miljoen|miljard|procent)\b|%|\b\d[\d.,]*\b|\b(?:{_NUMBER})\w*\b")
_NAME = re.compile(r"""['"‘“][^'"’”]{4,}['"’”]|(?<![.!?]\s)(?<!^)\b[A-Z][\w&*-]+""")

_WHEN = re.compile(
    r"\b(?:wanneer|sinds wanneer|welke (?:dag|datum|dagen|maand|jaar)|hoe ?laat|per wanneer|when|what date)\b"
)
_HOW_MUCH = re.compile(
    r"\b(?:hoeveel|hoe (?:veel|groot|hoog|lang|vaak)|welk (?:bedrag|percentage|aantal)|how (?:many|much|long))\b"
)
_WHO = re.compile(
    r"\b(?:wie|welke (?:organisaties?|partijen|partners?|bedrijf|stichting|instantie)|hoe (?:heet|heette|heten)|waar\w*"
    r"|who|what is the name)\b"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as printed, and the row of its measure."""

    row: int
    sentence: str


def find_quote(
    index: Index, evidence: Evidence, vector: NDArray[np.float32] | None, question: str, rows: list[int]
) -> Quote | None:
    """The sentence of the found measures that most likely holds the answer; None where no explanation has any.

    A sentence counts by its nearness in meaning, the words that it shares with the question, the place of its measure,
    and whether it holds what is asked for: a date for "wanneer", a figure for "hoeveel", a name for "wie".

    Args:
        index: where the measures stand.
        evidence: of the question.
        vector: the question, float32 (dimension,); None goes by words alone.
        question: as it was put.
        rows: the measures found, best first.
    """
    folded = fold(question)
    wanted = [sought for asked, sought in ((_WHEN, _DATE), (_HOW_MUCH, _AMOUNT), (_WHO, _NAME)) if asked.search(folded)]
    field = index.vectors.get("sentence")
    best: tuple[float, Quote] | None = None
    asked_stems = {key for keys in evidence.asked.read_as for key in keys}
    for rank, row in enumerate(rows[:CANDIDATES]):
        found = sentences(index.measures[row].explanation)
        cosines = np.zeros(len(found), dtype=np.float32)
        if field is not None and vector is not None:
            places = np.flatnonzero(field.rows == row)
            for n, place in enumerate(places[: len(found)]):
                cosines[n] = field.index.reconstruct(int(place)) @ vector
        for sentence, cosine in zip(found, cosines, strict=True):
            shared = len(asked_stems & _stems_of(sentence, index.known_stems)) / max(1, len(asked_stems))
            fits = any(sought.search(fold(sentence) if sought is not _NAME else sentence) for sought in wanted)
            value = 10.0 * float(cosine) + 1.0 * shared + (0.6 if fits else 0.0) - 0.4 * rank
            if best is None or value > best[0]:
                best = (value, Quote(row, sentence))
    return best[1] if best else None


@lru_cache(maxsize=10_000)
def _stems_of(sentence: str, known: frozenset[str]) -> frozenset[str]:
    """The stems of the content words of a sentence, and of the parts of its compounds."""
    found = content_words(sentence)
    return frozenset((*map(stem, found), *(part for word in found for part in parts(word, known))))
