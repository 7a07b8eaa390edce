"""Words in BM25: for each term, the texts that it stands in and what it adds to their score."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

K1 = 1.2
B = 0.6  # explanations differ much in length; Lucene's 0.75 punishes the long ones too much
ARRAYS = ("data", "indices", "indptr")

Scores = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Words:
    """A BM25 matrix by term (compressed columns): what each term adds to the score of each text that holds it."""

    count: int  # texts
    vocabulary: dict[str, int]
    data: Scores
    indices: NDArray[np.int32]  # texts
    indptr: NDArray[np.int64]

    @classmethod
    def from_texts(cls, texts: Sequence[Sequence[str]]) -> "Words":
        """The matrix of texts that are cut into terms; no terms at all gives an empty one."""
        import bm25s

        if not any(texts):
            empty = np.zeros(0, dtype=np.float32)
            return cls(len(texts), {}, empty, np.zeros(0, dtype=np.int32), np.zeros(1, dtype=np.int64))
        model = bm25s.BM25(method="lucene", k1=K1, b=B)
        model.index([list(text) for text in texts], show_progress=False)
        vocabulary = {term: number for term, number in model.vocab_dict.items() if term}
        return cls(
            len(texts),
            vocabulary,
            np.asarray(model.scores["data"], dtype=np.float32),
            np.asarray(model.scores["indices"], dtype=np.int32),
            np.asarray(model.scores["indptr"], dtype=np.int64),
        )

    def postings(self, term: str) -> tuple[NDArray[np.int32], Scores]:
        """The texts that hold a term, and what it adds to each; none for an unknown term."""
        number = self.vocabulary.get(term)
        if number is None:
            return self.indices[:0], self.data[:0]
        first, last = self.indptr[number], self.indptr[number + 1]
        return self.indices[first:last], self.data[first:last]

    def frequency(self, term: str) -> int:
        """In how many texts a term stands."""
        number = self.vocabulary.get(term)
        return 0 if number is None else int(self.indptr[number + 1] - self.indptr[number])

    def scores(self, terms: Sequence[tuple[str, float]]) -> Scores:
        """The sum over (term, weight) for every text, float32 (count,)."""
        total = np.zeros(self.count, dtype=np.float32)
        for term, weight in terms:
            texts, added = self.postings(term)
            total[texts] += weight * added
        return total

    def save(self, folder: Path, name: str) -> None:
        """Write the arrays and the vocabulary as `name`.*.npy and `name`.json."""
        for array in ARRAYS:
            np.save(folder / f"{name}.{array}.npy", getattr(self, array), allow_pickle=False)
        content = {"count": self.count, "vocabulary": self.vocabulary}
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, name: str) -> "Words":
        """Read what `save` wrote."""
        content = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        mapped = (np.load(folder / f"{name}.{array}.npy", mmap_mode="r", allow_pickle=False) for array in ARRAYS)
        arrays = [np.asarray(array) for array in mapped]  # a slice of a memmap takes ten times as long
        return cls(content["count"], content["vocabulary"], *arrays)
