"""Follow-ups in several wordings each: what is pointed at, and which filter changes."""

import pytest

from app.conversation import Conversation


def talk(assistant, *messages):
    state, reply = Conversation(), None
    for message in messages:
        reply = assistant.respond(message, state)
        state = reply.conversation
    return reply


def shown(reply):
    return [measure.id for measure in reply.answer.measures]


@pytest.mark.parametrize(
    "message",
    [
        "En die andere, wat is de status daarvan?",
        "Wat is de status van die andere?",
        "De andere, hoe ver is die?",
        "Hoe staat het met die andere?",
        "wat is de stand van zaken bij de andere?",
    ],
)
def test_the_other_one_is_the_one_not_singled_out(message, assistant):
    reply = talk(
        assistant,
        "Wat is er in Internationaal gestopt of afgerond?",
        "Welke is afgerond?",
        "Wie was daarvoor verantwoordelijk?",
        message,
    )
    assert shown(reply) == ["6.12"]
    assert "niet (meer) in uitvoering" in reply.answer.text


@pytest.mark.parametrize(
    "message",
    [
        "En als we op 1 december 2023 kijken?",
        "En op 1 december 2023?",
        "Met als peildatum 1 december 2023?",
        "en gemeten op 1 december 2023?",
        "Hoe zit dat per 1 december 2023?",
        "En als je kijkt op 1 december 2023?",
    ],
)
def test_another_day_for_overdue(message, assistant):
    start = ("Welke maatregelen van SZW zijn op 1 januari 2024 over tijd?", "En van VWS?")
    assert shown(talk(assistant, *start, message)) == ["4.5"]


@pytest.mark.parametrize("message", ["of later", "of daarna", "en ook later", "of later aflopen", "of nog later"])
def test_a_period_is_opened_at_its_end(message, assistant):
    assert shown(talk(assistant, "szw in uitvoering", "thema arbeid", "deadline 2025", message)) == [
        "1.18",
        "1.27",
        "1.32",
    ]


@pytest.mark.parametrize(
    "message",
    [
        "Verwijder het thema weer",
        "haal het thema er weer af",
        "thema weer weg",
        "wis het themafilter",
        "Schrap het filter op thema",
        "toch alle thema's",
        "Maak het filter op thema ongedaan",
    ],
)
def test_taking_the_theme_away_is_no_order_to_the_machine(message, assistant):
    start = "Welke maatregelen van OCW lopen in Q4 2024 af?"
    assert shown(talk(assistant, start, "Alleen onderwijs en media", message)) == shown(talk(assistant, start))


def test_taking_away_what_is_not_there_says_so(assistant):
    assert "geen voorwaarde" in talk(assistant, "maatregelen van OCW", "Verwijder het thema").answer.text


@pytest.mark.parametrize(
    "message",
    [
        "Wanneer had die over de kwalificatie-eisen klaar moeten zijn?",
        "Wat is de deadline van die over de kwalificatie-eisen?",
        "Tot wanneer liep die over kwalificatie-eisen?",
        "Wanneer moest de maatregel over de kwalificatie-eisen af zijn?",
        "Wanneer zou die over de kwalificatie-eisen afgerond worden?",
    ],
)
def test_a_field_of_one_that_is_described(message, assistant):
    reply = talk(assistant, "Welke maatregelen over het mbo zijn nog niet klaar?", message)
    assert (shown(reply), reply.answer.field) == (["3.9"], ("end", "Q2 2023"))


@pytest.mark.parametrize(
    "message",
    [
        "Wanneer had dat klaar moeten zijn?",
        "Wanneer moest dat af zijn?",
        "wanneer zou dat klaar zijn?",
        "wanneer had het af moeten zijn?",
        "tot wanneer liep dat?",
        "wanneer moest die afgerond zijn",
    ],
)
def test_when_it_should_have_been_ready_is_its_end(message, assistant):
    reply = talk(assistant, "Wat staat er over overgang en werk?", "Wie zijn verantwoordelijk?", message)
    assert (shown(reply), reply.answer.field) == (["4.5"], ("end", "Q2 2023"))


@pytest.mark.parametrize(
    "message",
    ["Wie deed dat?", "Wie trok dat?", "wie voerde dat uit?", "wie was daarvan de trekker?", "Wie leidde dat?"],
)
@pytest.mark.parametrize(
    "start",
    [
        ("Welke maatregelen in het thema Internationaal zijn afgerond?",),
        ("Wat is er in Internationaal gestopt of afgerond?", "Vertel meer over de eerste"),
    ],
)
def test_who_did_it(start, message, assistant):
    reply = talk(assistant, *start, message)
    assert (shown(reply), reply.answer.field) == (["6.4"], ("owners", "BZ"))


@pytest.mark.parametrize(
    "message",
    [
        "Terug naar de vorige: wat is daarvan van OCW?",
        "Terug naar de eerste, wat is daarvan van OCW?",
        "terug naar de vorige. Welke daarvan zijn van OCW?",
        "Weer naar de vorige: welke zijn van OCW?",
        "terug naar het vorige lijstje: wat is daarvan van OCW?",
    ],
)
def test_back_to_the_list_before(message, assistant):
    start = ("Wat zijn de maatregelen onder het kopje Artikel 23?", "En onder Burgerschapsonderwijs versterken?")
    assert shown(talk(assistant, *start, message)) == ["3.11", "3.12"]


@pytest.mark.parametrize(
    "message",
    [
        "Goed, en welke van SZW zijn doorlopend?",
        "en welke van SZW zijn doorlopend?",
        "Welke zijn van SZW en doorlopend?",
        "Oke, wat is van SZW en doorlopend?",
        "Wat is van SZW en doorlopend?",
    ],
)
def test_what_was_not_found_leaves_nothing_to_change(message, assistant):
    start = ("Welke maatregelen van SZW zijn gestopt?", "Wat is de hoofdstad van Frankrijk?")
    assert {"1.26", "1.30", "6.23"} <= set(shown(talk(assistant, *start, message)))


@pytest.mark.parametrize(
    "message",
    [
        "Is dat onderzoek al af?",
        "Dat onderzoek, is dat klaar?",
        "Hoe staat het met dat onderzoek?",
        "is het onderzoek al klaar?",
    ],
)
def test_a_shown_measure_is_named_by_a_word_of_it(message, assistant):
    reply = talk(assistant, "Wat staat er onder Ethische artificiële intelligentie?", message)
    assert shown(reply) == ["5.16"]
    assert "afgerond" in reply.answer.text


@pytest.mark.parametrize(
    "message",
    ["waarom?", "hoe komt dat?", "waarom is dat?", "wat kwam eruit?", "wat was de uitkomst?", "wie nog meer?"],
)
def test_a_question_without_a_subject_is_asked_of_what_was_shown(message, assistant):
    start = "welke maatregelen van JenV binnen het thema Gelijke behandeling en wetgeving zijn gestopt?"
    assert shown(talk(assistant, start, message)) == ["5.10"]


@pytest.mark.parametrize(
    ("message", "ids"), [("en Q3?", 6), ("en in het derde kwartaal?", 6), ("en Q4?", 6), ("en heel 2024?", 27)]
)
def test_a_part_of_a_year_keeps_the_year_of_the_list(message, ids, assistant):
    assert len(shown(talk(assistant, "welke maatregelen zijn in Q2 2024 klaar?", message))) == ids


@pytest.mark.parametrize("message", ["Bij welke niet?", "en welke niet?", "welke dan niet", "en die niet?"])
def test_the_others_are_those_that_the_last_condition_left_out(message, assistant):
    start = ("welke maatregelen heeft JenV?", "bij welke is OCW betrokken?")
    assert shown(talk(assistant, *start, message)) == ["2.4", "2.6", "2.12", "2.13", "2.20", "5.10", "5.11"]


def test_a_condition_that_leaves_nothing_is_let_go_and_named(assistant):
    reply = talk(assistant, "Wat doet Financiën?", "Is daar al iets van afgerond?", "En IenW, heeft die iets?")
    assert shown(reply) == ["1.41"]
    assert "Zonder de eerdere voorwaarde “afgerond”: daarmee is er geen." in reply.answer.text
    assert reply.answer.notes == ("Zonder de eerdere voorwaarde “afgerond”: daarmee is er geen.",)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("wat is de status van de tweede van het kopje?", ["1.7"]),
        ("wie doet de laatste van het kopje?", ["1.9"]),
        ("en de derde van dat kopje, wat is de status?", ["1.8"]),
        ("vertel meer over de eerste van het hele kopje", ["1.6"]),
        ("wat is de status van de laatste van de lijst?", ["1.8"]),  # near miss: of the list at hand, which has one
    ],
)
def test_a_place_in_the_heading_is_counted_in_the_whole_of_it(message, expected, assistant):
    start = ("Wat valt er onder Genderdiversiteit in de top vergroten?", "Wat is daarvan gestopt?")
    assert shown(talk(assistant, *start, message)) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("en die nog loopt, wanneer is die klaar?", ["1.10"]),  # of the list before: the last one holds the finished
        ("en de lopende, wanneer is die klaar?", ["1.10"]),
        ("en degene die nog loopt: wat is de deadline?", ["1.10"]),
        ("die in uitvoering is, wie doet die?", ["1.10"]),
        ("die van OCW, wie doet die?", ["1.11"]),  # of the list at hand
    ],
)
def test_a_condition_tells_of_which_one_a_field_is_asked(message, expected, assistant):
    start = ("Welke maatregelen vallen onder het kopje Gelijk loon?", "Wat is er al af?")
    assert shown(talk(assistant, *start, message)) == expected


def test_what_is_let_go_first_is_let_go_before_the_question_is_asked(assistant):
    start = ("Welke maatregelen in het thema Zorg zijn van OCW?", "Welke daarvan zijn doorlopend?")
    reply = talk(assistant, *start, "En als je de status weer weglaat: hoeveel zijn het er?")
    assert reply.answer.count == 7
