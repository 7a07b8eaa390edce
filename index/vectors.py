"""Vectors of one kind in FAISS, each belonging to a row; exact search among the rows that a filter allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import faiss

MOST = 4096  # neighbours sought; more adds rows that no answer shows
BACKGROUND = 512  # rows whose scores tell what is usual for a question
ROW_ARRAY = "rows.npy"

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Nearest:
    """For each row its best vector: the cosine, and the number of that vector (-1: the row was not reached)."""

    scores: Scores  # (rows,); a row that was not reached has the lowest score that was
    places: Rows  # (rows,)
    mean: float  # over the background rows: what is usual for this question
    deviation: float


class VectorField:
    """A flat FAISS index with inner product over unit vectors, so that a score is a cosine; vectors stand by row."""

    def __init__(self, index: "faiss.Index", rows: Rows, row_count: int) -> None:
        """Take a FAISS index and the row of each vector, ascending."""
        self.index = index
        self.rows = rows
        self.row_count = row_count
        self.dimension = int(index.d)
        chosen = np.unique(rows)
        chosen = chosen[np.linspace(0, len(chosen) - 1, min(BACKGROUND, len(chosen))).astype(np.int64)]
        members = np.flatnonzero(np.isin(rows, chosen))
        self._background = np.stack([index.reconstruct(int(n)) for n in members]) if len(members) else None
        self._starts = np.flatnonzero(np.diff(rows[members], prepend=-1))

    @classmethod
    def from_vectors(cls, vectors: NDArray[np.float32], rows: Sequence[int], row_count: int) -> "VectorField":
        """Index vectors of unit length, float32 (n, dimension), each with its row, in any order."""
        import faiss

        order = np.argsort(np.asarray(rows, dtype=np.int64), kind="stable")
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors[order], dtype=np.float32))
        return cls(index, np.asarray(rows, dtype=np.int64)[order], row_count)

    def nearest(self, question: NDArray[np.float32], allowed: Flags | None = None) -> Nearest:
        """The best vector of each allowed row.

        Args:
            question: float32 (dimension,), unit length.
            allowed: for each row whether it passes the filters; None allows all. Rows that do not pass are never
                looked at.
        """
        scores = np.full(self.row_count, -1.0, dtype=np.float32)
        places = np.full(self.row_count, -1, dtype=np.int64)
        kept = None if allowed is None else allowed[self.rows]
        count = len(self.rows) if kept is None else int(kept.sum())
        mean, deviation = self._usual(question)
        if count == 0:
            return Nearest(np.full(self.row_count, mean, dtype=np.float32), places, mean, deviation)
        found, numbers = self.index.search(question[None, :], min(count, MOST), params=_among(kept))
        worst_first = numbers[0][::-1]
        scores[self.rows[worst_first]] = found[0][::-1]  # the last one written, the best, stays
        places[self.rows[worst_first]] = worst_first
        scores[places < 0] = found[0][-1]
        return Nearest(scores, places, mean, deviation)

    def best(self, question: NDArray[np.float32], count: int, allowed: Flags | None = None) -> Rows:
        """The numbers of the nearest vectors of allowed rows, nearest first: (count,) or fewer."""
        kept = None if allowed is None else allowed[self.rows]
        count = min(count, len(self.rows) if kept is None else int(kept.sum()))
        if not count:
            return np.zeros(0, dtype=np.int64)
        return np.asarray(self.index.search(question[None, :], count, params=_among(kept))[1][0], dtype=np.int64)

    def from_centre(self, places: Rows) -> NDArray[np.float32]:
        """Some vectors, float32 (n, dimension), each from the mean of the background and at unit length."""
        moved = np.stack([self.index.reconstruct(int(n)) for n in places])
        if self._background is not None:
            moved = moved - self._background.mean(0)
        return np.asarray(moved / (np.linalg.norm(moved, axis=1, keepdims=True) + 1e-9), dtype=np.float32)

    def _usual(self, question: NDArray[np.float32]) -> tuple[float, float]:
        if self._background is None:
            return 0.0, 1.0
        best = np.maximum.reduceat(self._background @ question, self._starts)
        return float(best.mean()), float(best.std()) + 1e-6

    def save(self, folder: Path, name: str) -> None:
        """Write `name`.faiss and `name`.rows.npy."""
        import faiss

        faiss.write_index(self.index, str(folder / f"{name}.faiss"))
        np.save(folder / f"{name}.{ROW_ARRAY}", self.rows, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str, row_count: int) -> "VectorField":
        """Read what `save` wrote."""
        import faiss

        index = faiss.read_index(str(folder / f"{name}.faiss"))
        return cls(index, np.load(folder / f"{name}.{ROW_ARRAY}", allow_pickle=False), row_count)


def _among(kept: Flags | None) -> "faiss.SearchParameters | None":
    """FAISS's word for vectors that may be found; None allows all."""
    if kept is None:
        return None
    import faiss

    bitmap = np.packbits(kept, bitorder="little")
    return faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bitmap))  # type: ignore[call-arg, arg-type]
