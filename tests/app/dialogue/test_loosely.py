"""Turns of words that say a change and name nothing: they change nothing by themselves, and never raise."""

import pytest

from app.conversation import Conversation


@pytest.mark.parametrize(
    "says", ["alleen tellen hoor", "enkel even kijken", "eruit", "erbij", "plus", "alleen die", "en weg ermee"]
)
def test_a_change_without_a_condition_leaves_the_list_alone(says, assistant):
    first = assistant.respond("maatregelen van BZK", Conversation())
    answer = assistant.respond(says, first.conversation).answer
    assert answer.query is None or answer.query.filters in ((), first.answer.query.filters)
