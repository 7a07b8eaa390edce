"""Late interaction: each piece of a question is compared with each piece of a measure, and its best fit counts.

Khattab and Zaharia 2020 (ColBERT), with the vectors of the encoder as it is. The pieces are compared from their centre
(they all point one way, as the vectors of whole texts do), a rare piece counts more than a common one, and what a
measure scores on the questions of the background that suit it best is taken off: a long measure suits everything a
little (Conneau et al. 2018, CSLS, on one side). A piece that fits all measures about as well tells little whatever its
spread: its fits are divided by the root of their deviation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.pieces import Pieces
from index.product import Product

# Fitted on 1,200 editorial questions; neighbouring values score the same.
RARE = 0.4  # how much the rareness of a piece adds to its weight
HUB = 0.4  # the part of a measure's score on the background that is taken off
HUB_SHARE = 0.1  # of the background: the questions that suit a measure best
EVENNESS = 0.5  # power of the deviation of a piece's fits that they are divided by
CANDIDATES = 500  # rows compared where there are more
USUAL = 256  # rows whose scores tell what is usual for a question
AT_ONCE = 100_000  # pieces that are kept in memory as float32
ARRAYS = ("vectors", "starts", "centre", "known", "frequency", "hub")

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class PieceField:
    """The pieces of all measures, in row order, and what corrects their scores."""

    vectors: NDArray[np.float16]  # (pieces, dimension), from the centre, unit length
    starts: Rows  # (rows + 1,): where the pieces of each row start
    centre: Floats  # (dimension,): the mean of all pieces
    known: Rows  # ids of the pieces that occur, ascending
    frequency: Rows  # for each of them the number of rows that hold it
    hub: Floats  # (rows,): the mean score on the questions of the background that suit the row best

    @classmethod
    def from_pieces(cls, measures: Sequence[Pieces], background: Sequence[Pieces]) -> "PieceField":
        """The field of measures, one for each row, with questions that tell which rows suit everything."""
        together = np.concatenate([m.vectors for m in measures])
        centre = together.mean(0).astype(np.float32)
        known, frequency = np.unique(np.concatenate([np.unique(m.ids) for m in measures]), return_counts=True)
        starts = np.cumsum([0, *(len(m.ids) for m in measures)]).astype(np.int64)
        hub = np.zeros(len(measures), dtype=np.float32)
        plain = cls(from_centre(together, centre).astype(np.float16), starts, centre, known, frequency, hub)
        if background:
            every = np.arange(len(measures))
            usual = plain._usual()
            scores = np.stack([plain._compare(question, every, usual) for question in background])
            hub = np.sort(scores, axis=0)[-max(1, round(HUB_SHARE * len(scores))) :].mean(0).astype(np.float32)
        return cls(plain.vectors, starts, centre, known, frequency, hub)

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self.starts) - 1

    @cached_property
    def _whole(self) -> Product | None:
        return Product(self.vectors.T.astype(np.float32, order="C")) if len(self.vectors) <= AT_ONCE else None

    def figures(self, question: Pieces, likely: Floats, allowed: NDArray[np.bool_] | None = None) -> Floats:
        """For each row how much better its pieces suit the question than is usual, in standard deviations.

        Args:
            question: as the index's encoder gives it.
            likely: for each row what else speaks for it; in an index of more than CANDIDATES rows only the likeliest
                are compared, and the others count as the least of those.
            allowed: for each row whether it passes the filters; None allows all. Others count as the least, too.
        """
        usual = self._usual()
        among = np.arange(self.count) if allowed is None else np.flatnonzero(allowed)
        if len(among) > CANDIDATES:
            among = np.sort(among[np.argpartition(-likely[among], CANDIDATES)[:CANDIDATES]])
        rows = np.union1d(usual, among)
        scores = np.zeros(self.count, dtype=np.float32)
        scores[rows] = self._compare(question, rows, np.searchsorted(rows, usual)) - HUB * self.hub[rows]
        mean, deviation = float(scores[usual].mean()), float(scores[usual].std()) + 1e-6
        least = float(scores[among].min()) if len(among) else mean
        result = np.full(self.count, least, dtype=np.float32)
        result[among] = scores[among]
        return np.asarray((result - mean) / deviation, dtype=np.float32)

    def scores(self, questions: Sequence[Pieces]) -> Floats:
        """For each question and row what `figures` gives where all rows are compared: (questions, rows)."""
        every, usual = np.arange(self.count), self._usual()
        found = np.stack([self._compare(question, every, usual) for question in questions]) - HUB * self.hub
        among = found[:, usual]
        return np.asarray(
            (found - among.mean(1, keepdims=True)) / (among.std(1, keepdims=True) + 1e-6), dtype=np.float32
        )

    def _usual(self) -> Rows:
        """The rows whose scores tell what is usual for a question: all, in a small index."""
        few = self.count if self.count <= CANDIDATES else USUAL
        return np.unique(np.linspace(0, self.count - 1, few).astype(np.int64))

    def _compare(self, question: Pieces, rows: Rows, usual: Rows) -> Floats:
        """The weighted mean over the question's pieces of how much better than usual the row's best piece fits.

        Args:
            question: its pieces.
            rows: that are compared, ascending.
            usual: places in `rows` of those that tell what is usual.
        """
        if not len(question.ids):
            return np.zeros(len(rows), dtype=np.float32)
        weights = self.weights(question)
        asked = from_centre(question.vectors, self.centre)
        if self._whole is not None:
            best = np.maximum.reduceat(self._whole.of(asked), self.starts[:-1], axis=1).T[rows]
        else:
            best = np.stack([(self._of(row).astype(np.float32) @ asked.T).max(0) for row in rows])
        among = best[usual]
        even = (best - among.mean(0)) / (among.std(0) + 1e-6) ** EVENNESS
        return np.asarray(even @ weights / weights.sum(), dtype=np.float32)

    def _of(self, row: int) -> NDArray[np.float16]:
        return self.vectors[self.starts[row] : self.starts[row + 1]]

    def weights(self, question: Pieces) -> Floats:
        """How much each piece of a question counts: (pieces,); a rare piece counts more."""
        places = np.searchsorted(self.known, question.ids).clip(0, max(0, len(self.known) - 1))
        held = np.where(self.known[places] == question.ids, self.frequency[places], 0)
        rareness = np.log((self.count + 1) / (held + 0.5))
        return np.asarray(question.loudness * (1 + RARE * rareness), dtype=np.float32)

    def save(self, folder: Path) -> None:
        """Write the arrays as pieces.*.npy."""
        for name in ARRAYS:
            np.save(folder / f"pieces.{name}.npy", getattr(self, name), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path) -> "PieceField":
        """Read what `save` wrote; the vectors stay on disk until they are compared."""
        return cls(*(np.load(folder / f"pieces.{n}.npy", mmap_mode="r", allow_pickle=False) for n in ARRAYS))


def from_centre(vectors: Floats, centre: Floats) -> Floats:
    """The vectors from a centre, at unit length."""
    moved = vectors - centre
    return np.asarray(moved / (np.linalg.norm(moved, axis=1, keepdims=True) + 1e-9), dtype=np.float32)
