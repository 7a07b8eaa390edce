"""Questions after a number, and subjects that a question names and a report does not, on a small report."""

from dataclasses import replace

import pytest

from index import absent
from index.amounts import asked_amount, states_amount
from index.contents import make_index
from index.evidence import gather
from tests.index.small import MEASURES, THESAURUS, report


def index_of(explanation, number=0):
    """The small report with another explanation of one of its measures, indexed by words alone."""
    measures = [replace(m, explanation=explanation) if n == number else m for n, m in enumerate(MEASURES)]
    return make_index([replace(report(), measures=tuple(measures))], [], THESAURUS, None)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("hoeveel miljoen gaat er naar scholen", "money"),
        ("welk percentage van de rechters is vrouw", "share"),
        ("wat is het aandeel vrouwen", "share"),
        ("hoeveel jaar duurt de subsidie", "time"),
        ("hoeveel vrouwen doen mee", "things"),
        ("hoeveel krijg ik terug", "any"),
        ("kan de minister aangeven hoeveel steden meedoen", "things"),
    ],
)
def test_a_question_after_a_number_says_of_what(question, kind):
    assert asked_amount(question).kind == kind


@pytest.mark.parametrize("question", ["vrouwen in de top", "waar melden bedrijven hoeveel vrouwen er zijn", ""])
def test_other_questions_ask_for_no_amount(question):
    assert asked_amount(question) is None


@pytest.mark.parametrize(
    ("explanation", "stated"),
    [
        ("De politie heeft twintig rechercheurs voor de aanpak van geweld.", True),
        ("De politie heeft 1.200 rechercheurs voor geweld.", True),
        ("De politie zet rechercheurs in tegen geweld.", False),
        ("In 2023 zijn rechercheurs van de politie begonnen met geweld.", False),
        ("Op 12 mei zijn rechercheurs van de politie begonnen met geweld.", False),
    ],
)
def test_a_number_is_an_answer_only_where_it_counts_what_was_asked(explanation, stated):
    row = next(n for n, m in enumerate(MEASURES) if m.id == "2.1")
    index = index_of(explanation, number=row)
    question = "hoeveel rechercheurs heeft de politie"
    amount = asked_amount(question)
    assert states_amount(index, gather(index, question, None, None), amount, [row]) == stated


def test_a_subject_named_by_its_own_word_must_be_in_the_report():
    without = index_of("De politie doet mee.")
    treats = index_of("Het minimumloon gaat omhoog.")
    assert absent.names_absent(without, "gaat het minimumloon omhoog")
    assert not absent.names_absent(treats, "gaat het minimumloon omhoog")
    assert not absent.names_absent(without, "wat doet de politie")


def test_the_named_subjects_are_words_and_each_stands_once():
    terms = [term for group in absent.read_named() for term in group]
    assert len(terms) > 200
    assert all(all(term) for term in terms)
