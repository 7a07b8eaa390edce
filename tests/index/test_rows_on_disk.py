"""Rows that are read from a file when they are asked for are those of the array."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from index.rows_on_disk import RowsOnDisk

ARRAY = np.arange(60, dtype=np.int8).reshape(20, 3)


@pytest.fixture
def stored(tmp_path):
    np.save(tmp_path / "some.npy", ARRAY)
    return RowsOnDisk(tmp_path / "some.npy")


def test_stretches_of_rows_come_one_after_the_other(stored):
    assert stored.between([4, 0, 19], [7, 1, 20]).tolist() == [*ARRAY[4:7].tolist(), *ARRAY[:1].tolist(), [57, 58, 59]]
    assert stored.between([], []).shape == (0, 3)
    assert stored.between([5], [5]).shape == (0, 3)


def test_several_threads_read_their_own_rows(stored):
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: stored.between([n % 19], [n % 19 + 1])[0].tolist(), range(400)))
    assert found == [ARRAY[n % 19].tolist() for n in range(400)]


@pytest.mark.parametrize("array", [np.arange(5), np.asfortranarray(ARRAY)], ids=["one dimension", "columns first"])
def test_a_file_of_anything_else_is_refused(tmp_path, array):
    np.save(tmp_path / "other.npy", array)
    with pytest.raises(ValueError, match="holds no rows"):
        RowsOnDisk(tmp_path / "other.npy")
