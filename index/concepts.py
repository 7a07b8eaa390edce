"""How well each row suits each concept of the thesaurus by meaning, computed when the index is built.

A question in lay words names a concept; the report may say the same in words that are no term of it. So every term of a
concept is compared with every row by late interaction, as a question would be, and a row counts by the term that suits
it best. The thesaurus's words themselves are looked up in `index.evidence`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.interaction import PieceField
from index.model import Encoder
from index.thesaurus import Match, Thesaurus

FILE = "concepts.npy"
AT_ONCE = 500  # terms that are compared together


@dataclass(frozen=True, eq=False)
class ConceptField:
    """The rows of an index beside the concepts of its thesaurus."""

    scores: NDArray[np.float16]  # (concepts, rows): of the term that suits the row best, in standard deviations
    places: dict[str, int]  # the name of each concept -> its line in `scores`

    @classmethod
    def from_thesaurus(cls, thesaurus: Thesaurus, pieces: PieceField, encoder: Encoder) -> "ConceptField":
        """Compare all Dutch terms with all rows."""
        terms = [
            (number, term)
            for number, concept in enumerate(thesaurus.concepts)
            for term in dict.fromkeys((concept.name, *concept.terms))
        ]
        best = np.full((len(thesaurus.concepts), pieces.count), -np.inf, dtype=np.float32)
        for first in range(0, len(terms), AT_ONCE):
            some = terms[first : first + AT_ONCE]
            found = pieces.scores(encoder.query_pieces([term for _, term in some]))
            np.maximum.at(best, [number for number, _ in some], found)
        return cls(best.astype(np.float16), _places(thesaurus))

    def of(self, matches: Sequence[Match]) -> NDArray[np.float32]:
        """The sum over the concepts that a question names: (rows,)."""
        lines = [self.places[match.concept] for match in matches]
        return np.asarray(self.scores[lines].astype(np.float32).sum(0), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write the scores."""
        np.save(folder / FILE, self.scores, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, thesaurus: Thesaurus) -> "ConceptField":
        """Read what `save` wrote for this thesaurus."""
        return cls(np.load(folder / FILE, allow_pickle=False), _places(thesaurus))


def _places(thesaurus: Thesaurus) -> dict[str, int]:
    return {concept.name: number for number, concept in enumerate(thesaurus.concepts)}
