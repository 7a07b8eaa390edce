"""Which of the measures that were found belong to the answer: the signs, on a small report with a fake encoder."""

import numpy as np
import pytest

from index import topic
from index.belonging import SIGNS, Found, chances, signs
from index.contents import make_index
from index.evidence import gather
from index.texts import Question
from index.weights import weights
from tests.index.small import MEASURES, QUESTIONS, THESAURUS, FakeEncoder, measure, report

LIKE = (
    *MEASURES,
    measure("3.2", "Monitor school", "De school meet de veiligheid van leerlingen.", heading="Veilig"),
    measure("3.3", "Pesten op school", "De school gaat pesten tegen.", heading="Veilig"),
)


def made(measures=MEASURES, questions=QUESTIONS, encoder=True):
    pairs = [("t", question) for question in questions]
    return make_index([report(measures)], pairs, THESAURUS, FakeEncoder() if encoder else None)


def found(index, question, *, asked=True, broad=False, filtered=False):
    meaning = index.encoder.query_pieces([question])[0] if index.encoder else None
    evidence = gather(index, question, meaning, None, with_questions=asked)
    score = topic.total(evidence, index, with_questions=asked)
    return Found(evidence, evidence, score, score, asked, broad, filtered)


def best_first(result):
    return np.argsort(-result.score, kind="stable")


def sign(index, question, name, **how):
    result = found(index, question, **how)
    return signs(index, result, best_first(result))[:, SIGNS.index(name)]


def test_the_best_row_has_the_whole_of_its_own_score_and_the_first_place():
    assert sign(made(), "politie", "share")[0] == pytest.approx(1)
    assert sign(made(), "politie", "rank")[0] == 0
    assert sign(made(), "politie", "drop")[0] == pytest.approx(0)


def test_shares_fall_and_places_rise_from_the_best_on():
    result = found(made(LIKE), "school")
    rows = best_first(result)[:3]
    table = signs(made(LIKE), result, rows)
    share, rank = table[:, SIGNS.index("share")], table[:, SIGNS.index("rank")]
    assert (np.diff(share) <= 0).all()
    assert (np.diff(rank) >= 0).all()


def test_rows_about_the_same_crowd_about_the_best():
    assert sign(made(LIKE), "school", "crowd")[0] > sign(made(LIKE), "politie", "crowd")[0]


def test_a_row_that_holds_the_rare_word_is_told_from_those_that_do_not():
    index = made()
    rows = best_first(found(index, "agenten"))
    held = dict(zip([MEASURES[row].id for row in rows], sign(index, "agenten", "core"), strict=True))
    assert held == {"2.1": 1, "1.1": 0, "1.2": 0, "3.1": 0}
    assert sign(index, "agenten", "has_core").all()
    assert not sign(index, "iets anders", "has_core").any()


def test_the_nearest_editorial_questions_vote_for_the_measures_that_they_are_for():
    index = made(questions=[Question("over de school", "3.1", ("2.1",)), Question("over het loon", "1.1")])
    result = found(index, "school")
    votes = dict(zip([MEASURES[r].id for r in best_first(result)], sign(index, "school", "votes"), strict=True))
    assert votes["3.1"] == pytest.approx(votes["2.1"])
    assert votes["3.1"] > 0.9
    assert votes["1.1"] < 0.1
    assert sign(index, "school", "asked_of")[0] == pytest.approx(2, abs=0.1)


@pytest.mark.parametrize("how", [{"asked": False}, {}], ids=["left out", "none there"])
def test_without_editorial_questions_nothing_votes(how):
    index = made(questions=QUESTIONS if how else ())
    assert not sign(index, "school", "votes", **how).any()
    assert not sign(index, "school", "asked_of", **how).any()


def test_without_a_model_the_signs_of_vectors_are_nought_and_all_others_are_there():
    index = made(encoder=False)
    for name in ("alike_best", "votes", "figure_text", "figure_pieces", "lacks_alike"):
        assert not sign(index, "politie", name).any()
    assert sign(index, "politie", "share")[0] == pytest.approx(1)


def test_the_whole_table_of_signs_is_finite_and_each_has_a_weight_in_every_kind_of_index():
    for name, table in weights().belonging.items():
        assert set(table) == {"constant", *SIGNS}, name
    result = found(made(), "iets heel anders")
    assert np.isfinite(signs(made(), result, best_first(result))).all()


def test_chances_lie_between_nought_and_one_and_what_is_best_has_more_than_what_is_last():
    index = made(LIKE)
    result = found(index, "school")
    chance = chances(index, result, best_first(result))
    assert ((chance > 0) & (chance < 1)).all()
    assert chance[0] > chance[-1]


def test_everything_about_a_subject_reaches_further_than_a_question_about_it():
    index = made(LIKE)
    plain, broad = found(index, "school"), found(index, "school", broad=True)
    rows = best_first(plain)[plain.score[best_first(plain)] > 0]
    assert len(rows) == 3
    assert (chances(index, broad, rows) >= chances(index, plain, rows)).all()


def test_a_filter_makes_no_row_belong_that_is_far_from_the_best_of_all():
    index = made()
    allowed = [row for row, one in enumerate(MEASURES) if one.id != "2.1"]
    assert topic.find(index, "politie", allowed, filtered=True).hits == ()


def test_without_rows_there_are_no_chances():
    result = found(made(), "school")
    assert chances(made(), result, np.zeros(0, dtype=np.int64)).shape == (0,)
