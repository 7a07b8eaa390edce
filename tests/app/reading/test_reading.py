"""What stands beside a query: other readings, the words of each filter, what was not understood, another report."""

from dataclasses import replace

import pytest

from app.filters import EndIn, Owners, StatusIn, Themes
from app.query import Query
from app.reading import Lexicon, read
from app.reading.reader import Reading
from tests.app.reading.shorthand import AS_OF, shorthand


def reading(question: str, lexicon: Lexicon) -> Reading:
    return read(question, lexicon=lexicon, as_of=AS_OF)


def test_every_filter_shows_the_words_that_made_it(lexicon: Lexicon):
    found = reading("Welke maatregelen van Sociale Zaken zijn afgerond?", lexicon)
    assert {span.condition: span.words for span in found.spans} == {
        Owners(("SZW",)): "van Sociale Zaken",
        StatusIn((4,)): "afgerond",
    }


def test_two_ministries_joined_by_and_may_be_meant_together(lexicon: Lexicon):
    found = reading("maatregelen van OCW en SZW", lexicon)
    assert found.query == shorthand("ministerie=OCW,SZW")
    assert found.alternatives == (shorthand("samen=OCW,SZW"),)


def test_onderwijs_beside_an_owners_cue_is_the_ministry_and_may_be_the_theme(lexicon: Lexicon):
    found = reading("Wat is er bij Onderwijs afgerond?", lexicon)
    assert found.query.filters == (Owners(("OCW",)), StatusIn((4,)))
    assert found.alternatives == (Query(filters=(Themes(("Onderwijs en media",)), StatusIn((4,)))),)


def test_a_bare_theme_may_be_meant_as_a_subject(lexicon: Lexicon):
    found = reading("zorgmaatregelen die afgerond zijn", lexicon)
    assert found.query == shorthand("thema=Zorg&status=4")
    assert found.alternatives == (replace(shorthand("status=4"), topic="zorg"),)


def test_the_topic_is_what_no_rule_used_as_typed(lexicon: Lexicon):
    found = reading("Wat loopt er bij OCW nog voor Intersekse kinderen?", lexicon)
    assert found.query.topic == found.leftover == "Intersekse kinderen"


def test_a_word_that_the_columns_cannot_answer_is_named(lexicon: Lexicon):
    assert reading("Welke maatregelen van OCW zijn urgent?", lexicon).ignored == ("urgent",)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Wat stond er in de voortgangsrapportage van 2021?", "2021"),
        ("Welke acties noemde de emancipatienota 2014-2017?", "2014-2017"),
        ("Wat staat er in de vorige voortgangsrapportage?", "vorige voortgangsrapportage"),
        ("Wat staat er in de emancipatienota die na 2025 gaat gelden?", "na 2025"),
        ("Wat komt er in de nota die vanaf 2026 geldt?", "2026"),
        ("Welke maatregelen bevat de nota die na 2026 van kracht wordt?", "na 2026"),
        ("Wat wordt de inhoud van de emancipatienota die in 2026 ingaat?", "2026"),
        ("Wat staat in de voortgangsrapportage die volgend jaar verschijnt?", "voortgangsrapportage die volgend jaar"),
        ("Wat staat er in de opvolger van de emancipatienota?", "opvolger van de emancipatienota"),
        ("Welke maatregelen staan in de rapportage die na 2025 aflopen?", None),
        ("Welke maatregelen in de bijlage die in 2024 eindigen?", None),
        ("Welke maatregelen komen uit de emancipatienota 2022-2025?", None),
        ("Wat staat er in de rapportage van 2023?", None),
        ("Welke maatregelen lopen af in 2024?", None),
    ],
)
def test_another_years_report_is_told_apart(question: str, other: str | None, lexicon: Lexicon):
    assert reading(question, lexicon).other_report == other


def test_relative_words_count_from_the_day_that_the_question_sets(lexicon: Lexicon):
    found = reading("Wat loopt er dit jaar af, met peildatum 1 februari 2025?", lexicon).query
    (condition,) = found.filters
    assert isinstance(condition, EndIn) and condition.period.first is not None and condition.period.first.year == 2025
    assert str(found.as_of) == "2025-02-01"
