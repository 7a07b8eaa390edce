"""The one entry: what the edges build on."""

from datetime import date

import pytest

from app.conversation import Conversation
from app.filters import Owners, StatusIn
from app.query import Query


def ids(measures):
    return [measure.id for measure in measures]


def test_a_query_is_answered_without_a_conversation(assistant):
    assert ids(assistant.answer(Query(filters=(Owners(("VWS",)), StatusIn((4,))))).measures) == ["2.13", "5.2"]


def test_a_query_shown_is_the_next_turn_of_a_conversation(assistant):
    shown = assistant.show(Query(filters=(Owners(("VWS",)), StatusIn((4,)))), Conversation())
    reply = assistant.respond("vertel meer over de tweede", shown.conversation)
    assert ids(reply.answer.measures) == ["5.2"]


def test_the_reference_date_from_outside_counts(assistant):
    december, january = date(2023, 12, 1), date(2024, 1, 1)
    question = "welke maatregelen van OCW zijn over tijd?"
    assert ids(assistant.respond(question, as_of=december).answer.measures) == ["3.9", "6.17"]
    assert len(assistant.respond(question, as_of=january).answer.measures) == 10


def test_facets_count_what_another_choice_would_give(assistant):
    facets = assistant.facets(Query(filters=(Owners(("OCW",)),)))
    counts = {value: count for value, _, count in facets["ministerie"]}
    assert (counts["OCW"], counts["SZW"], counts["IenW"]) == (89, 38, 1)
    statuses = {value: count for value, _, count in facets["status"]}
    assert statuses == {"4": 15, "3": 59, "1": 12, "0": 3}
    assert sum(count for _, _, count in facets["thema"]) == 89


@pytest.mark.parametrize(
    ("typed", "first"),
    [("vei", "Veiligheid"), ("ocw", "OCW (Onderwijs, Cultuur en Wetenschap)"), ("gelijk l", "Gelijk loon")],
)
def test_completions_begin_with_what_is_typed(typed, first, assistant):
    assert assistant.suggest(typed)[0] == first


def test_nothing_typed_completes_to_nothing(assistant):
    assert assistant.suggest(" ") == ()


def test_a_question_with_two_readings_offers_the_other(assistant):
    reply = assistant.respond("Onderwijs afgerond")
    if not reply.answer.choices:
        pytest.fail("the other reading of “Onderwijs” is not offered")
    taken = assistant.respond(reply.answer.choices[0].label, reply.conversation)
    assert taken.answer.query != reply.answer.query


def test_a_message_that_names_nothing_is_asked_back_with_choices_that_are_taken_up(assistant):
    reply = assistant.respond("Hoe dan?")
    assert reply.answer.kind == "clarify"
    taken = assistant.respond("de tweede", reply.conversation)
    assert taken.answer.kind == "groups"


@pytest.mark.parametrize(
    ("question", "the_same_as", "not_understood"),
    [
        ("maatregelen van VWS die afgerond zijn, flapdrol", "maatregelen van VWS die afgerond zijn", "flapdrol"),
        ("welke maatregelen van EZK hobbelen nog door", "welke maatregelen van EZK", "hobbelen"),
    ],
)
def test_words_that_no_cue_announces_and_nothing_treats_are_named_and_the_rest_is_answered(
    assistant, question, the_same_as, not_understood
):
    answer = assistant.respond(question).answer
    assert ids(answer.measures) == ids(assistant.respond(the_same_as).answer.measures)
    assert answer.ignored == (not_understood,)
    assert f"Niet begrepen: “{not_understood}”." in answer.text


@pytest.mark.parametrize("question", ["maatregelen van VWS over kerncentrales", "acties van EZK tegen stikstof"])
def test_a_topic_that_a_cue_announces_is_never_passed_over(assistant, question):
    assert assistant.respond(question).answer.measures == ()
