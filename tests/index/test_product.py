"""Products with one matrix are those of numpy."""

import numpy as np
import pytest

from index.product import Product
from index.vectors import VectorField

RANDOM = np.random.default_rng(7)


@pytest.mark.parametrize("count", [1, 2, 15, 200])
def test_a_product_is_that_of_numpy(count):
    matrix = RANDOM.normal(size=(48, 301)).astype(np.float32)
    rows = RANDOM.normal(size=(count, 48)).astype(np.float32)
    assert np.allclose(Product(matrix).of(rows), rows @ matrix, atol=1e-4)


@pytest.mark.parametrize("rows", [3, 40, 700])  # 700: more than the background holds
def test_what_is_usual_is_told_by_the_best_vector_of_each_background_row(rows):
    vectors = RANDOM.normal(size=(2 * rows, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    field = VectorField.from_vectors(vectors, [n // 2 for n in range(2 * rows)], rows)
    found = field.nearest(vectors[0])
    best = (vectors @ vectors[0]).reshape(rows, 2).max(1)
    best = best[np.linspace(0, rows - 1, min(512, rows)).astype(int)]
    assert (found.mean, found.deviation) == pytest.approx((best.mean(), best.std() + 1e-6), abs=1e-5)
    assert found.order[0] == 0
