"""Earlier questions beside a question, piece by piece in both directions."""

import numpy as np
import pytest

from index.contents import make_index
from index.evidence import gather
from index.interaction import PieceField
from index.likeness import QuestionField
from index.pieces import Pieces
from index.texts import Question
from tests.index.small import MEASURES, THESAURUS, FakeEncoder, report
from tests.index.test_interaction import DOWN, LEFT, RIGHT, UP, pieces

MEASURED = PieceField.from_pieces([pieces([LEFT, UP], [1, 2]), pieces([RIGHT], [3]), pieces([DOWN], [4])], [])
NOTHING = Pieces(np.zeros(2), np.zeros((0, 2)), np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0, dtype=np.int64))
EARLIER = [pieces([LEFT, UP], [1, 2]), pieces([LEFT], [1]), NOTHING, pieces([LEFT, RIGHT], [1, 3])]
FIELD = QuestionField.from_pieces(EARLIER, MEASURED)
EVERY = np.arange(4)


def likeness(question):
    found = FIELD.compare(question, EVERY, MEASURED)
    return dict(zip(found.numbers.tolist(), found.likeness.tolist(), strict=True))


def test_the_same_question_is_wholly_like_and_one_without_pieces_is_never_compared():
    found = likeness(pieces([LEFT, UP], [1, 2]))
    assert found[0] == pytest.approx(1, abs=0.01)
    assert set(found) == {0, 1, 3}


def test_a_question_that_asks_less_and_one_that_asks_more_are_both_less_like():
    one = likeness(pieces([LEFT], [1]))
    assert one[1] == pytest.approx(1, abs=0.01)
    assert one[0] == pytest.approx((1 + 0.5) / 2, abs=0.01)  # met wholly, but half of it is not asked
    assert one[3] < one[0]  # what it asks beside is not merely another thing but the opposite


def test_a_rare_piece_that_is_not_met_takes_off_more_than_a_common_one():
    rare, common = pieces([LEFT, DOWN], [1, 9]), pieces([LEFT, DOWN], [1, 4])
    assert likeness(rare)[1] < likeness(common)[1]


def test_eight_bits_keep_what_a_piece_says():
    vectors = np.random.default_rng(7).normal(size=(40, 384)).astype(np.float32)
    some = pieces(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), range(40))
    measures = PieceField.from_pieces([some], [])
    field = QuestionField.from_pieces([some], measures)
    assert field.compare(some, np.array([0]), measures).likeness[0] == pytest.approx(1, abs=0.002)


def test_what_was_saved_compares_the_same(tmp_path):
    FIELD.save(tmp_path, "asked")
    question = pieces([LEFT, DOWN], [1, 9])
    found = QuestionField.load(tmp_path, "asked").compare(question, EVERY, MEASURED)
    assert found.likeness == pytest.approx(FIELD.compare(question, EVERY, MEASURED).likeness)


def test_a_question_without_pieces_is_like_nothing():
    assert not len(FIELD.compare(NOTHING, EVERY, MEASURED).numbers)


QUESTIONS = (Question("politie en school", "2.1", ("3.1",)), Question("politie", "2.1"), Question("verlof", "1.2"))
INDEX = make_index([report()], [("t", question) for question in QUESTIONS], THESAURUS, FakeEncoder())


def figure(question, allowed=None, **how):
    meaning = INDEX.encoder.query_pieces([question])[0]
    return gather(INDEX, question, meaning, allowed, **how)


def test_a_row_counts_by_its_likest_question_and_one_without_question_as_the_least():
    row = {m.id: n for n, m in enumerate(MEASURES)}
    found = figure("politie").figures["likeness"]
    assert found.argmax() == row["2.1"]
    assert found[row["3.1"]] > found[row["1.1"]] == found.min()


def test_questions_for_rows_that_a_filter_leaves_out_are_not_compared():
    allowed = np.array([m.id == "1.2" for m in MEASURES])
    assert figure("politie", allowed).alike.numbers.tolist() == [2]


def test_without_editorial_questions_nothing_is_compared():
    found = figure("politie", with_questions=False)
    assert "likeness" not in found.figures
    assert not len(found.alike.numbers)
