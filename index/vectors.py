"""Vectors of one kind in FAISS, each belonging to rows; exact search among the rows that a filter allows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import faiss

MOST = 4096  # neighbours sought; more adds rows that no answer shows
AT_ONCE = 50_000  # vectors up to which the products with all of them are taken, once; in more, FAISS searches
BACKGROUND = 512  # rows whose scores tell what is usual for a question
ARRAYS = ("rows", "numbers")

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
    order: Rows  # the numbers of the vectors that were reached, nearest first


class VectorField:
    """A flat FAISS index with inner product over unit vectors, so that a score is a cosine.

    A vector belongs to one row or to several: entry n says that vector `numbers[n]` is one of row `rows[n]`.
    """

    def __init__(self, index: "faiss.Index", rows: Rows, numbers: Rows, row_count: int) -> None:
        """Take a FAISS index and its entries, ascending by row."""
        self.index = index
        self.rows = rows
        self.numbers = numbers
        self.row_count = row_count
        self.dimension = int(index.d)
        self._entries = np.argsort(numbers, kind="stable")  # the entries by the number of their vector
        self._starts = np.searchsorted(numbers[self._entries], np.arange(int(index.ntotal) + 1))
        self._held = np.diff(self._starts) > 0  # the vectors that belong to any row
        chosen = np.unique(rows)
        chosen = chosen[np.linspace(0, len(chosen) - 1, min(BACKGROUND, len(chosen))).astype(np.int64)]
        members = np.flatnonzero(np.isin(rows, chosen))
        usual, usual_places = np.unique(numbers[members], return_inverse=True)
        background = _vectors(index, usual)
        self._centre = background.mean(0) if len(usual) else np.zeros(self.dimension, dtype=np.float32)
        self._few = int(index.ntotal) <= AT_ONCE
        self._compared = _vectors(index, np.arange(int(index.ntotal))) if self._few else background
        self._usual_places = numbers[members] if self._few else usual_places  # in what is compared
        self._usual_starts = np.flatnonzero(np.diff(rows[members], prepend=-1))

    @classmethod
    def from_vectors(
        cls, vectors: NDArray[np.float32], rows: Sequence[int], row_count: int, numbers: Sequence[int] | None = None
    ) -> "VectorField":
        """Index vectors.

        Args:
            vectors: float32 (n, dimension), unit length.
            rows: of each entry, in any order.
            row_count: the number of rows of the index.
            numbers: of the vector of each entry; None where every vector has one row.
        """
        import faiss

        entries = np.asarray(rows, dtype=np.int64)
        order = np.argsort(entries, kind="stable")
        if numbers is None:
            vectors, own = vectors[order], np.arange(len(entries))
        else:
            own = np.asarray(numbers, dtype=np.int64)[order]
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index, entries[order], own, row_count)

    def nearest(self, question: NDArray[np.float32], allowed: Flags | None = None) -> Nearest:
        """The best vector of each allowed row.

        Args:
            question: float32 (dimension,), unit length.
            allowed: for each row whether it passes the filters; None allows all. Others are never found.
        """
        scores = np.full(self.row_count, -1.0, dtype=np.float32)
        places = np.full(self.row_count, -1, dtype=np.int64)
        products = _cosines(self._compared, question)
        mean, deviation = self._usual(products)
        kept = self._held
        if allowed is not None:
            kept = np.zeros(int(self.index.ntotal), dtype=np.bool_)
            kept[self.numbers[allowed[self.rows]]] = True
        count = int(kept.sum())
        if count == 0:
            none = np.zeros(0, dtype=np.int64)
            return Nearest(np.full(self.row_count, mean, dtype=np.float32), places, mean, deviation, none)
        if self._few:
            found, numbers = _highest(products, kept, min(count, MOST))
        else:
            both = self.index.search(question[None, :], min(count, MOST), params=_among(kept))
            found, numbers = both[0][0], both[1][0]
        worst_first = numbers[::-1]
        entries, lengths = self._entries_of(worst_first)
        scores[self.rows[entries]] = np.repeat(found[::-1], lengths)  # the last one written, the best, stays
        places[self.rows[entries]] = np.repeat(worst_first, lengths)
        if allowed is not None:
            places[~allowed] = -1
        scores[places < 0] = found[-1]
        return Nearest(scores, places, mean, deviation, numbers)

    def rows_of(self, number: int) -> Rows:
        """The rows of a vector."""
        return self.rows[self._entries[self._starts[number] : self._starts[number + 1]]]

    def from_centre(self, places: Rows) -> NDArray[np.float32]:
        """Some vectors, float32 (n, dimension), each from the mean of the background and at unit length."""
        moved = self.index.reconstruct_batch(np.asarray(places, dtype=np.int64)) - self._centre
        return np.asarray(moved / (np.linalg.norm(moved, axis=1, keepdims=True) + 1e-9), dtype=np.float32)

    def _entries_of(self, numbers: Rows) -> tuple[Rows, Rows]:
        """The entries of some vectors, one vector after the other, and how many each has."""
        lengths = self._starts[numbers + 1] - self._starts[numbers]
        ends = np.cumsum(lengths)
        places = np.arange(int(ends[-1])) + np.repeat(self._starts[numbers] - (ends - lengths), lengths)
        return self._entries[places], lengths

    def _usual(self, products: Scores) -> tuple[float, float]:
        """Mean and deviation of the best cosine of each row of the background."""
        if not len(self._usual_places):
            return 0.0, 1.0
        best = np.maximum.reduceat(products[self._usual_places], self._usual_starts)
        return float(best.mean()), float(best.std()) + 1e-6

    def save(self, folder: Path, name: str) -> None:
        """Write `name`.faiss, `name`.rows.npy and `name`.numbers.npy."""
        import faiss

        faiss.write_index(self.index, str(folder / f"{name}.faiss"))
        for array in ARRAYS:
            np.save(folder / f"{name}.{array}.npy", getattr(self, array), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str, row_count: int) -> "VectorField":
        """Read what `save` wrote."""
        import faiss

        index = faiss.read_index(str(folder / f"{name}.faiss"))
        rows, numbers = (np.load(folder / f"{name}.{array}.npy", allow_pickle=False) for array in ARRAYS)
        return cls(index, rows, numbers, row_count)


def _vectors(index: "faiss.Index", numbers: Rows) -> NDArray[np.float32]:
    """Some vectors of a flat index, (n, dimension); where these are all, its own memory and no copy."""
    import faiss

    if not len(numbers):
        return np.zeros((0, int(index.d)), dtype=np.float32)
    if len(numbers) < int(index.ntotal):
        return np.asarray(index.reconstruct_batch(numbers), dtype=np.float32)
    size = int(index.ntotal) * int(index.d)
    return np.asarray(faiss.rev_swig_ptr(index.get_xb(), size)).reshape(-1, int(index.d))  # type: ignore[attr-defined]


def _cosines(vectors: NDArray[np.float32], question: NDArray[np.float32]) -> Scores:
    """The products of vectors with one, by FAISS: less than half the time of numpy's."""
    import faiss

    products = np.empty(len(vectors), dtype=np.float32)
    one = np.ascontiguousarray(question, dtype=np.float32)
    faiss.fvec_inner_products_ny(  # type: ignore[attr-defined]
        faiss.swig_ptr(products), faiss.swig_ptr(one), faiss.swig_ptr(vectors), vectors.shape[1], len(vectors)
    )
    return products


def _highest(products: Scores, kept: Flags, count: int) -> tuple[Scores, Rows]:
    """The `count` highest of the products that are kept, highest first, and their numbers."""
    numbers = np.flatnonzero(kept)
    among = products[numbers]
    if count < len(numbers):
        chosen = np.argpartition(-among, count - 1)[:count]
        numbers, among = numbers[chosen], among[chosen]
    order = np.argsort(-among, kind="stable")
    return among[order], numbers[order]


def _among(kept: Flags) -> "faiss.SearchParameters | None":
    """FAISS's word for vectors that may be found; None where all may."""
    if kept.all():
        return None
    import faiss

    bitmap = np.packbits(kept, bitorder="little")
    return faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bitmap))  # type: ignore[call-arg, arg-type]
