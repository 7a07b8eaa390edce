"""Earlier questions, piece by piece: which of them ask the same as a question does.

The vector of a whole question tells how it is put as much as what it is about: "Wat gebeurt er voor ..." lies near
every other question that begins so. So the questions nearest by vector are compared again by late interaction in both
directions: how well the pieces of the one are met by the other, rare pieces and words with content counting more, and
the mean of the two. A question that asks for more, or for less, is therefore less like it.

The vectors are kept in 8 bits with a scale for each piece (some 0.4 kB a piece, 6 kB a question), in a file from which
those that are compared are read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.interaction import PieceField, from_centre
from index.pieces import Pieces
from index.rows_on_disk import RowsOnDisk

COMPARED = 80  # questions nearest by vector that are compared; 40 to 150 scored the same
ARRAYS = ("vectors", "scales", "weights", "starts")

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Earlier questions beside one question."""

    numbers: Numbers  # (n,): of the earlier questions, in the order of their field
    likeness: Floats  # (n,): 1 for the same question, some 0.4 for another subject


NOBODY = Alike(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32))


@dataclass(frozen=True, eq=False)
class QuestionField:
    """The pieces of earlier questions."""

    vectors: NDArray[np.int8] | RowsOnDisk  # (pieces, dimension), from the centre of the measures' pieces
    scales: Floats  # (pieces,): what the vectors are multiplied by
    weights: Floats  # (pieces,)
    starts: Numbers  # (questions + 1,): where the pieces of each question start

    @classmethod
    def from_pieces(cls, questions: Sequence[Pieces], measures: PieceField) -> "QuestionField":
        """The field of questions that were encoded as questions; the measures tell their centre and what is rare."""
        starts = np.cumsum([0, *(len(question.ids) for question in questions)]).astype(np.int64)
        vectors = np.zeros((int(starts[-1]), measures.vectors.shape[1]), dtype=np.int8)
        scales = np.zeros(len(vectors), dtype=np.float32)
        for question, first, last in zip(questions, starts[:-1], starts[1:], strict=True):
            moved = from_centre(question.vectors, measures.centre)
            scales[first:last] = np.abs(moved).max(1, initial=1e-9) / 127
            vectors[first:last] = np.round(moved / scales[first:last, None])
        weights = [measures.weights(question) for question in questions]
        return cls(vectors, scales, np.concatenate([*weights, np.zeros(0, dtype=np.float32)]), starts)

    def compare(self, question: Pieces, numbers: Numbers, measures: PieceField) -> Alike:
        """How like a question is to some of these questions.

        Args:
            question: as the index's encoder gives it.
            numbers: of the questions that are compared.
            measures: those that the field was made with.
        """
        numbers = numbers[self.starts[numbers + 1] > self.starts[numbers]]
        if not len(question.ids) or not len(numbers):
            return NOBODY
        lengths = self.starts[numbers + 1] - self.starts[numbers]
        ends = np.cumsum(lengths)
        starts = ends - lengths
        places = np.arange(int(ends[-1])) + np.repeat(self.starts[numbers] - starts, lengths)
        asked, own = from_centre(question.vectors, measures.centre), measures.weights(question)
        fits = (self._vectors_of(numbers, places).astype(np.float32) @ asked.T) * self.scales[places, None]
        met = np.maximum.reduceat(fits, starts, axis=0) @ own / own.sum()
        others = self.weights[places]
        meeting = np.add.reduceat(fits.max(1) * others, starts) / np.add.reduceat(others, starts)
        return Alike(numbers, np.asarray((met + meeting) / 2, dtype=np.float32))

    def _vectors_of(self, numbers: Numbers, places: Numbers) -> NDArray[np.int8]:
        if isinstance(self.vectors, RowsOnDisk):
            return self.vectors.between(self.starts[numbers].tolist(), self.starts[numbers + 1].tolist())
        return self.vectors[places]

    def save(self, folder: Path, name: str) -> None:
        """Write the arrays as `name`.*.npy."""
        for array in ARRAYS:
            np.save(folder / f"{name}.{array}.npy", getattr(self, array), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str) -> "QuestionField":
        """Read what `save` wrote; the vectors stay in their file."""
        others = (np.load(folder / f"{name}.{array}.npy", allow_pickle=False) for array in ARRAYS[1:])
        return cls(RowsOnDisk(folder / f"{name}.{ARRAYS[0]}.npy"), *others)
