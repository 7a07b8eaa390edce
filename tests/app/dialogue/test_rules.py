"""What holds for every conversation, whatever is asked."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.conversation import Conversation
from app.dialogue.lists import refining
from app.filters import AnyOf, EndIn, HasEnd, MinistryCount, Not, Overdue, Owners, StatusIn, Themes
from ingest.records import Period

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
STARTS = [
    "welke maatregelen van OCW zijn er?",
    "wat valt er onder het thema Zorg?",
    "welke maatregelen lopen af in 2024?",
]
REFINEMENTS = [
    ("alleen van SZW", "haal SZW weg"),
    ("alleen van VWS", "haal VWS eraf"),
    ("alleen de afgeronde", "laat de afgeronde weg"),
    ("alleen die in uitvoering", "haal in uitvoering er weer af"),
    ("alleen met een einddatum", "haal de einddatum weg"),
    ("alleen de gedeelde", "terug"),
    ("zonder JenV", "terug"),
    ("alleen in het thema Arbeid", "haal Arbeid er weer af"),
    ("alleen Zorg", "Zorg weg"),
    ("alleen moties", "moties eruit"),
    ("alleen die met een einde in 2025", "haal 2025 er weer af"),
]
INDEPENDENT = [
    "zonder JenV",
    "alleen de afgeronde",
    "alleen die met een einddatum",
    "zonder de gedeelde",
    "alleen in uitvoering",
]


def shown(reply):
    return [measure.id for measure in reply.answer.measures]


def talk(assistant, *messages):
    state, reply = Conversation(), None
    for message in messages:
        reply = assistant.respond(message, state)
        state = reply.conversation
    return reply


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("refinement", [add for add, _ in REFINEMENTS])
def test_a_refinement_is_undone_in_one_step(start, refinement, assistant):
    assert shown(talk(assistant, start, refinement, "terug")) == shown(talk(assistant, start))


@pytest.mark.parametrize(("add", "drop"), [pair for pair in REFINEMENTS if pair[1] != "terug"])
def test_adding_and_then_dropping_a_filter_gives_the_earlier_answer(add, drop, assistant):
    start = "welke maatregelen zijn er?"
    assert shown(talk(assistant, start, add, drop)) == shown(talk(assistant, start))


@pytest.mark.parametrize("one", INDEPENDENT)
@pytest.mark.parametrize("other", INDEPENDENT)
def test_the_order_of_two_refinements_does_not_matter(one, other, assistant):
    if {one, other} == {"alleen de afgeronde", "alleen in uitvoering"}:
        return  # the second replaces the first: they are not independent
    start = "welke maatregelen van OCW zijn er?"
    assert shown(talk(assistant, start, one, other)) == shown(talk(assistant, start, other, one))


@pytest.mark.parametrize("words", ["begin opnieuw", "opnieuw", "reset", "we beginnen opnieuw", "Begin maar opnieuw."])
def test_beginning_anew_equals_a_new_conversation(words, assistant):
    reply = talk(assistant, "welke maatregelen van OCW zijn er?", "alleen de afgeronde", words)
    assert reply.conversation == Conversation()


def test_the_same_conversation_gives_the_same_answers(assistant):
    messages = (
        "welke maatregelen van OCW lopen af in 2024?",
        "en van SZW?",
        "vertel meer over de tweede",
        "wie doet dat?",
    )
    assert talk(assistant, *messages) == talk(assistant, *messages)


def test_a_place_that_the_list_does_not_have_is_said(assistant):
    reply = talk(assistant, "welke maatregelen van VWS zijn afgerond?", "vertel meer over de zevende")
    assert reply.answer.kind == "clarify"
    assert reply.answer.text == "De lijst telt 2 maatregelen; die plaats is er niet in."


@SLOW
@given(st.text(max_size=200))
def test_any_text_gives_a_reply(assistant, text):
    assert assistant.respond(text).answer.text


@SLOW
@given(
    st.lists(
        st.sampled_from([a for pair in REFINEMENTS for a in pair] + STARTS + ["de tweede", "en de rest?", "wie?"]),
        max_size=5,
    )
)
def test_any_course_of_turns_gives_replies(assistant, messages):
    state = Conversation()
    for message in messages:
        reply = assistant.respond(message, state)
        assert reply.answer.text
        state = reply.conversation


@SLOW
@given(st.sampled_from(STARTS), st.text(max_size=120))
def test_any_text_at_any_turn_gives_a_reply(assistant, start, text):
    assert talk(assistant, start, "vertel meer over de tweede", text).answer.text


@pytest.mark.parametrize("words", ["de eerste", "1", "Alle maatregelen"])
def test_a_reading_that_was_offered_is_taken_up(words, assistant):
    reply = talk(assistant, "en wat nog meer", words)
    assert len(reply.answer.measures) == reply.answer.total


@pytest.mark.parametrize(
    "negation",
    [
        "zonder JenV",
        "zonder de maatregelen van JenV",
        "zonder de maatregelen die samen met JenV zijn",
        "die van JenV eruit",
    ],
)
def test_what_is_left_out_is_never_what_is_kept(negation, assistant):
    start = "welke maatregelen van OCW zijn er?"
    kept = set(shown(talk(assistant, start, negation)))
    assert kept
    assert kept == set(shown(talk(assistant, start))) - set(shown(talk(assistant, start, "alleen van JenV")))


FILTERS = st.sampled_from(
    [
        Owners(("OCW",)),
        Owners(("SZW", "VWS")),
        StatusIn((4,)),
        StatusIn((3,), (1,)),
        EndIn(Period(date(2024, 1, 1), date(2024, 12, 31))),
        EndIn(Period(date(2025, 1, 1), None)),
        HasEnd(False),
        Themes(("Arbeid",)),
        MinistryCount(2),
        Overdue(date(2024, 1, 1)),
        Not(Owners(("BZ",))),
        AnyOf((Owners(("BZ",)), StatusIn((0,)))),
    ]
)


@given(st.lists(FILTERS, max_size=4, unique=True), FILTERS)
def test_narrowing_by_a_filter_and_dropping_it_gives_the_filters_before(filters, condition):
    old = tuple(filters)
    if (
        condition in old
        or any(c in old for c in (Not(condition),))
        or refining.narrowed(old, (condition,))[: len(old)] != old
    ):
        return
    assert refining.dropped(refining.narrowed(old, (condition,)), (condition,)) == old


@given(st.lists(FILTERS, max_size=4, unique=True), FILTERS, FILTERS)
def test_two_filters_about_different_things_may_be_put_in_either_order(filters, one, other):
    if refining.dimensions((one,)) == refining.dimensions((other,)):
        return
    old = tuple(filters)
    first = refining.replaced(refining.replaced(old, (one,)), (other,))
    second = refining.replaced(refining.replaced(old, (other,)), (one,))
    assert set(first) == set(second)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((2024, 2024), (2025, 2025), (2024, 2025)),
        ((2025, 2025), (2024, 2024), (2024, 2025)),
        ((2024, 2026), (2025, 2025), (2024, 2026)),
    ],
)
def test_years_that_touch_become_one_period(one, other, expected):
    def years(first, last):
        return EndIn(Period(date(first, 1, 1), date(last, 12, 31)))

    assert refining.joined(years(*one), years(*other)) == years(*expected)


def test_years_with_one_between_stay_two_periods():
    first, second = (EndIn(Period(date(y, 1, 1), date(y, 12, 31))) for y in (2023, 2025))
    assert refining.joined(first, second) == AnyOf((first, second))


def test_a_year_at_the_edge_is_cut_off():
    whole = EndIn(Period(date(2024, 1, 1), date(2025, 12, 31)))
    year = EndIn(Period(date(2024, 1, 1), date(2024, 12, 31)))
    assert refining.dropped((whole,), (year,)) == (EndIn(Period(date(2025, 1, 1), date(2025, 12, 31))),)


def test_a_query_keeps_what_a_refinement_does_not_touch(assistant):
    query = talk(assistant, "welke maatregelen van OCW lopen af in 2024?").answer.query
    changed = talk(assistant, "welke maatregelen van OCW lopen af in 2024?", "en van SZW?").answer.query
    assert changed == replace(query, filters=refining.replaced(query.filters, (Owners(("SZW",)),)))
