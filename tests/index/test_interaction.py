"""Late interaction: pieces of a question against pieces of the measures."""

import numpy as np
import pytest

from index.interaction import EVENNESS, HUB, RARE, PieceField, from_centre
from index.pieces import MARK, STOP_WORD, Pieces, joined, loudness


def pieces(vectors, ids, loud=None):
    vectors = np.array(vectors, dtype=np.float32)
    loud = np.ones(len(ids), dtype=np.float32) if loud is None else np.array(loud, dtype=np.float32)
    return Pieces(vectors.mean(0), vectors, np.array(ids, dtype=np.int64), loud, np.arange(len(ids)) * 5)


LEFT, RIGHT, UP, DOWN = [-1, 0], [1, 0], [0, 1], [0, -1]
FIELD = PieceField.from_pieces([pieces([LEFT, UP], [1, 2]), pieces([RIGHT], [3]), pieces([DOWN], [4])], [])


def even(fits):
    fits = np.array(fits, dtype=np.float64)
    return (fits - fits.mean()) / fits.std() ** EVENNESS


def standard(scores):
    return (scores - scores.mean()) / scores.std()


def test_each_piece_of_the_question_counts_by_its_best_fit_and_a_rare_one_more():
    assert FIELD.centre.tolist() == [0.0, 0.0]
    question = pieces([LEFT, DOWN], [1, 9])  # piece 1 stands in one row of three, piece 9 in none
    first, second = 1 + RARE * np.log(4 / 1.5), 1 + RARE * np.log(4 / 0.5)
    expected = (first * even([1, -1, 0]) + second * even([0, 0, 1])) / (first + second)
    figures = FIELD.figures(question, np.zeros(3, dtype=np.float32))
    assert figures == pytest.approx(standard(expected), abs=1e-3)
    assert FIELD.scores([question, question])[1] == pytest.approx(figures)


def test_a_silent_piece_does_not_count():
    question = pieces([LEFT, DOWN], [1, 9], [1, 0])
    assert FIELD.figures(question, np.zeros(3, dtype=np.float32)).argmax() == 0


def test_what_a_measure_scores_on_the_background_is_taken_off():
    rows = [pieces([LEFT, UP], [1, 2]), pieces([RIGHT], [3]), pieces([DOWN], [4])]
    field = PieceField.from_pieces(rows, [pieces([RIGHT], [7])])
    fits = even([0, 1, 0])
    assert field.hub == pytest.approx(fits, abs=1e-3)
    found = field.figures(pieces([RIGHT], [7]), np.zeros(3, dtype=np.float32))
    assert found == pytest.approx(standard(fits - HUB * fits), abs=1e-3)


def test_rows_that_a_filter_leaves_out_count_as_the_least_of_the_others():
    allowed = np.array([False, True, True])
    found = FIELD.figures(pieces([LEFT], [1]), np.zeros(3, dtype=np.float32), allowed)
    assert found[0] == found.min()


def test_in_a_large_index_only_the_likeliest_rows_are_compared(monkeypatch):
    monkeypatch.setattr("index.interaction.CANDIDATES", 1)
    monkeypatch.setattr("index.interaction.USUAL", 2)
    likely = np.array([0.0, 0.0, 1.0], dtype=np.float32)
    found = FIELD.figures(pieces([LEFT], [1]), likely)
    assert found[0] == found[1] == found[2]  # the first would be best, and is not looked at


def test_a_field_that_is_kept_on_disk_gives_the_same(tmp_path, monkeypatch):
    FIELD.save(tmp_path)
    question, likely = pieces([LEFT, UP], [1, 5]), np.zeros(3, dtype=np.float32)
    monkeypatch.setattr("index.interaction.AT_ONCE", 0)  # each row is read from disk
    assert PieceField.load(tmp_path).figures(question, likely) == pytest.approx(FIELD.figures(question, likely))


def test_a_question_without_pieces_speaks_for_no_row():
    empty = Pieces(
        np.zeros(2, np.float32),
        np.zeros((0, 2), np.float32),
        np.zeros(0, np.int64),
        np.zeros(0, np.float32),
        np.zeros(0, np.int64),
    )
    assert FIELD.figures(empty, np.zeros(3, dtype=np.float32)).tolist() == [0.0, 0.0, 0.0]


def test_vectors_are_taken_from_their_centre_at_unit_length():
    moved = from_centre(np.array([[3, 1], [1, 5]], dtype=np.float32), np.array([1, 1], dtype=np.float32))
    assert moved == pytest.approx(np.array([[1, 0], [0, 1]]))


def test_pieces_of_stop_words_and_marks_count_less():
    text = "Wat is loonkloof?"
    spans = [(0, 3), (4, 6), (7, 11), (11, 16), (16, 17)]
    assert loudness(text, spans) == pytest.approx([STOP_WORD, STOP_WORD, 1, 1, MARK])


def test_a_sentence_is_compared_without_the_title_that_stands_before_it():
    title, sentence = pieces([LEFT], [1]), pieces([UP, RIGHT, DOWN], [1, 3, 4])
    part = joined([title, sentence.after(5)])  # the title takes the first five letters
    assert part.ids.tolist() == [1, 3, 4]
    assert part.vectors.tolist() == [LEFT, RIGHT, DOWN]
