"""Rows of an array in a file, read when they are asked for.

A mapped array counts as memory of the process, page by page, for as long as it runs; what is read from the file does
not. Each piece of data is some kilobytes, so reading costs microseconds where the system still holds the file.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class RowsOnDisk:
    """A two-dimensional array of a .npy file; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        """Read the header of the file and keep it open.

        Raises:
            ValueError: the file is no .npy file of two dimensions in the order of C.
            OSError: it cannot be read.
        """
        array = np.load(path, mmap_mode="r", allow_pickle=False)
        if not isinstance(array, np.memmap) or array.ndim != 2 or not array.flags.c_contiguous:
            raise ValueError(f"{path.name} holds no rows")
        self.shape, self.dtype, self._start = array.shape, array.dtype, int(array.offset)
        self._stream = path.open("rb", buffering=0)
        self._lock = threading.Lock()

    def between(self, firsts: Sequence[int], lasts: Sequence[int]) -> NDArray[Any]:
        """The rows from each first to its last (excluded), one stretch after the other."""
        width = self.shape[1] * self.dtype.itemsize
        parts = []
        for first, last in zip(firsts, lasts, strict=True):
            with self._lock:
                self._stream.seek(self._start + first * width)
                parts.append(self._stream.read((last - first) * width))
        return np.frombuffer(b"".join(parts), dtype=self.dtype).reshape(-1, self.shape[1])
