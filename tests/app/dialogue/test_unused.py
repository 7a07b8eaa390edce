"""Words that change an answer and that no rule used are named; where one did use them, nothing is."""

import pytest

from app.conversation import Conversation

START = "Welke maatregelen van Buitenlandse Zaken zijn doorlopend?"


@pytest.mark.parametrize(
    ("says", "ignored"),
    [
        ("Welke daarvan gebeuren niet?", ("niet",)),
        ("Hoeveel daarvan gebeuren alleen?", ("alleen",)),
        ("Hoeveel daarvan zijn dat zelf?", ("zelf",)),
        ("Welke daarvan doen ze alleen?", ()),
        ("Hoeveel daarvan doen ze samen met anderen?", ()),
        ("Hoeveel zijn dat er?", ()),
        ("alleen het aantal", ()),
        ("Welke daarvan zijn niet van OCW?", ()),
    ],
)
def test_a_word_that_turns_the_answer_is_used_or_named(says, ignored, assistant):
    first = assistant.respond(START, Conversation())
    assert assistant.respond(says, first.conversation).answer.ignored == ignored
