"""The line between questions that are answered and those that are not."""

import numpy as np
import pytest

from index.divide import NONE, is_asked_about, learn, side


def around(centre, count, seed):
    vectors = np.array(centre) + np.random.default_rng(seed).normal(0, 0.1, (count, len(centre)))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


ANSWERED, UNANSWERED = around([1.0, 0.2, 0.0], 60, 1), around([0.6, 0.8, 0.0], 20, 2)


def test_new_questions_lie_on_the_side_of_their_kind():
    line = learn(ANSWERED, UNANSWERED)
    assert all(side(line, vector) > 0 for vector in around([1.0, 0.2, 0.0], 20, 3))
    assert all(side(line, vector) < 0 for vector in around([0.6, 0.8, 0.0], 20, 4))


def test_few_unanswered_questions_weigh_as_much_as_many_answered_ones():
    between = (ANSWERED.mean(0) + UNANSWERED.mean(0)) / 2
    assert abs(side(learn(ANSWERED, UNANSWERED[:6]), between / np.linalg.norm(between))) < 1.5


@pytest.mark.parametrize(("answered", "unanswered"), [(ANSWERED[:0], UNANSWERED), (ANSWERED, UNANSWERED[:0])])
def test_without_one_of_the_two_there_is_no_line_and_no_side(answered, unanswered):
    line = learn(answered, unanswered)
    assert line.shape == NONE.shape
    assert side(line, ANSWERED[0]) == 0.0


@pytest.mark.parametrize(
    ("measures", "rows", "whole"),
    [(4, [0, 1, 1], True), (4, [0, 0, 0], False), (149, range(75), True), (149, range(74), False), (0, [], False)],
)
def test_questions_stand_for_a_report_when_half_of_its_measures_have_one(measures, rows, whole):
    assert is_asked_about(measures, list(rows)) is whole
