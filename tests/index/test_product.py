"""Products with one matrix are those of numpy."""

import numpy as np
import pytest

from index.product import Product

RANDOM = np.random.default_rng(7)


@pytest.mark.parametrize("count", [1, 2, 15, 200])
def test_a_product_is_that_of_numpy(count):
    matrix = RANDOM.normal(size=(48, 301)).astype(np.float32)
    rows = RANDOM.normal(size=(count, 48)).astype(np.float32)
    assert np.allclose(Product(matrix).of(rows), rows @ matrix, atol=1e-4)
