"""Concepts of the thesaurus by meaning: which rows suit them, without any of their words."""

import numpy as np
import pytest

from index.contents import load_index, make_index, save_index
from index.evidence import gather
from index.thesaurus import Concept, Thesaurus
from tests.index.small import FakeEncoder, report

THESAURUS = Thesaurus.from_concepts(
    [Concept("beloning", ("salaris", "loon")), Concept("agenten", ("diender", "politie", "wijkteam"), ("cops",))]
)
INDEX = make_index([report()], [], THESAURUS, FakeEncoder())


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("salaris", "1.1"),  # the measure says loon
        ("diender", "2.1"),
        ("cops", "2.1"),  # an English term names the concept; its Dutch terms are what is compared
    ],
)
def test_a_row_counts_by_the_term_that_suits_it_best(question, best):
    figures = gather(INDEX, question, FakeEncoder().query_pieces([question])[0], None).figures
    assert INDEX.measures[int(figures["sense"].argmax())].id == best


def test_a_question_that_names_no_concept_says_nothing_of_a_row():
    figures = gather(INDEX, "school", FakeEncoder().query_pieces(["school"])[0], None).figures
    assert figures["sense"].tolist() == [0.0] * 4


def test_two_concepts_add_up():
    of = INDEX.concepts.of
    both = of(THESAURUS.matches(["salaris", "diender"]))
    assert both == pytest.approx(of(THESAURUS.matches(["salaris"])) + of(THESAURUS.matches(["diender"])), abs=1e-2)


def test_what_is_saved_is_loaded(tmp_path):
    save_index(INDEX, tmp_path)
    assert np.array_equal(load_index(tmp_path, None).concepts.scores, INDEX.concepts.scores)


def test_an_index_of_words_alone_has_none():
    assert make_index([report()], [], THESAURUS, None).concepts is None
