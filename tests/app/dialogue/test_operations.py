"""What says nothing of what is done to the query is left to the other rules."""

import pytest

from app.conversation import Conversation
from app.dialogue.course import Course
from app.dialogue.lists.combining import taken_as_one
from app.dialogue.lists.operations import operated
from app.dialogue.moment import Moment

STARTS = [
    ("Welke maatregelen van OCW eindigen in 2024?",),
    ("Welke maatregelen van SZW zijn gestopt?", "en van OCW?"),
    ("Wat staat er over kinderopvang?", "vertel meer over de tweede"),
]
OTHER_WORDS = [
    "Wie doet niet mee?",
    "Waarom hoeft dat niet?",
    "Wat is daar niet gelukt?",
    "Is OCW verantwoordelijk of niet?",
    "welke maatregelen gaan over discriminatie op het werk?",
    "Zonder wie kan het niet?",
    "wat loopt er in 2024 af?",
    "waarvan loopt de deadline in 2024 af?",
    "Welke maatregelen van VWS lopen af?",
    "Welke maatregelen van VWS zijn niet afgerond?",
    "wat valt er weg?",
    "haal ik de deadline?",
    "Wanneer is het klaar?",
    "Wat is er op Zorg na nog meer?",
    "Hoe zit het met de monitor?",
    "doe de tweede",
    "neem de derde",
    "pak de laatste",
    "sla de eerste over",
    "welke is dat?",
    "wie trekt dat?",
    "wat doen ze samen met gemeenten?",
    "gaat het over jongens?",
    "beide",
    "van wie zijn beide?",
    "wanneer zijn beide klaar?",
    "wat is het verschil tussen beide?",
    "alle drie graag uitleggen",
    "zet ze op volgorde van einddatum",
    "laat de toelichting zien",
    "voeg de toelichting toe",
    "alles over femicide",
    "doe maar een overzicht per ministerie",
    "hoeveel kost dat alles bij elkaar?",
    "maak een lijst van alle moties",
    "is dat alles?",
    "behalve de monitor",
    "geen idee",
    "niet nodig",
    "laat maar",
    "dat hoeft niet",
]


def moment(assistant, start, message):
    state = Conversation()
    for earlier in start:
        state = assistant.respond(earlier, state).conversation
    return Moment(message, state, Course(assistant, None))


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("message", OTHER_WORDS)
def test_other_words_are_no_operation(start, message, assistant):
    at = moment(assistant, start, message)
    assert operated(at) is None
    if message != "beide":
        assert taken_as_one(at) is None
