"""The questions that stand under an answer: none that says again what is asked, or asks for what no measure can be."""

import pytest


def next_questions(assistant, question):
    return assistant.respond(question).answer.suggestions


@pytest.mark.parametrize(
    ("question", "offered"),
    [
        ("hoeveel meer maatregelen heeft OCW dan SZW?", "Welke maatregelen zijn van OCW?"),
        ("maatregelen per ministerie", "Welke maatregelen zijn van OCW?"),
    ],
)
def test_the_largest_group_is_offered_by_its_name_alone(question, offered, assistant):
    assert offered in next_questions(assistant, question)


def test_what_is_finished_or_overdue_is_not_narrowed_to_overdue(assistant):
    offered = next_questions(assistant, "wat van VWS is afgerond of over tijd?")
    assert offered
    assert not [question for question in offered if question.count("over tijd") > 1]
