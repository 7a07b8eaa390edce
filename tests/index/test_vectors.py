"""A field of vectors: nearest by product, the same however many there are, and never what a filter leaves out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import vectors
from index.vectors import VectorField

DIMENSION = 8


def unit(rng: np.random.Generator, count: int) -> np.ndarray:
    found = rng.standard_normal((count, DIMENSION)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 60), rows=st.integers(1, 12), part=st.floats(0, 1))
def test_each_allowed_row_has_its_best_vector(seed: int, count: int, rows: int, part: float) -> None:
    rng = np.random.default_rng(seed)
    found, question = unit(rng, count), unit(rng, 1)[0]
    owners = rng.integers(0, rows, count)
    allowed = rng.random(rows) < part
    field = VectorField.from_vectors(found, owners.tolist(), rows)
    order = np.argsort(owners, kind="stable")
    products = (found @ question)[order]
    nearest = field.nearest(question, allowed)
    for row in range(rows):
        own = np.flatnonzero(owners[order] == row)
        if not allowed[row] or not len(own):
            assert nearest.places[row] == -1
        else:
            assert nearest.places[row] == own[products[own].argmax()]
            assert nearest.scores[row] == pytest.approx(products[own].max(), abs=1e-5)
    assert sorted(nearest.order) == sorted(np.flatnonzero(allowed[owners[order]]))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10_000), filtered=st.booleans())
def test_a_large_field_finds_what_a_small_one_does(seed: int, filtered: bool) -> None:
    rng = np.random.default_rng(seed)
    found, question = unit(rng, 40), unit(rng, 1)[0]
    owners, numbers = rng.integers(0, 9, 90), np.r_[rng.permutation(40), rng.integers(0, 40, 50)]
    allowed = rng.random(9) < 0.5 if filtered else None
    answers = []
    for at_once in (vectors.AT_ONCE, 0):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(vectors, "AT_ONCE", at_once)
            patch.setattr(vectors, "MOST", 25)
            field = VectorField.from_vectors(found, owners.tolist(), 9, numbers.tolist())
            answers.append(field.nearest(question, allowed))
    small, large = answers
    assert small.order.tolist() == large.order.tolist()
    assert small.places.tolist() == large.places.tolist()
    assert small.scores == pytest.approx(large.scores, abs=1e-5)
    assert (small.mean, small.deviation) == pytest.approx((large.mean, large.deviation), abs=1e-5)


def test_a_field_without_vectors_is_nothing_to_anybody() -> None:
    field = VectorField.from_vectors(np.zeros((0, DIMENSION), dtype=np.float32), [], 3)
    nearest = field.nearest(unit(np.random.default_rng(1), 1)[0])
    assert nearest.places.tolist() == [-1, -1, -1]
    assert len(nearest.order) == 0


@pytest.mark.parametrize("rows", [3, 40, 700])  # 700: more than the background holds
def test_what_is_usual_is_told_by_the_best_vector_of_each_background_row(rows: int) -> None:
    own = unit(np.random.default_rng(7), 2 * rows)
    field = VectorField.from_vectors(own, [n // 2 for n in range(2 * rows)], rows)
    found = field.nearest(own[0])
    best = (own @ own[0]).reshape(rows, 2).max(1)
    best = best[np.linspace(0, rows - 1, min(512, rows)).astype(int)]
    assert (found.mean, found.deviation) == pytest.approx((best.mean(), best.std() + 1e-6), abs=1e-5)
    assert found.order[0] == 0
