"""What a message refers to, as data: after some turns, the measures and the field that many wordings must give."""

import tomllib
from pathlib import Path

import pytest

from app.conversation import Conversation

CASES = tomllib.loads((Path(__file__).parent / "referring.toml").read_text(encoding="utf-8"))["case"]
TURNS = [(case["name"], tuple(case["start"]), message, want) for case in CASES for message, want in case["turns"]]


@pytest.fixture(scope="module")
def after(assistant):
    """The conversation after some turns; each is held once."""
    held = {}

    def conversation(start):
        if start not in held:
            state = Conversation()
            for message in start:
                state = assistant.respond(message, state).conversation
            held[start] = state
        return held[start]

    return conversation


@pytest.mark.parametrize(("start", "message", "want"), [t[1:] for t in TURNS], ids=[f"{t[0]}: {t[2]}" for t in TURNS])
def test_a_message_refers_to(start, message, want, assistant, after):
    answer = assistant.respond(message, after(start)).answer
    numbers, _, said = want.partition(" ")
    shown = {measure.id for measure in answer.measures}
    assert shown == set(numbers.split(",")) - {"-"}
    if said:
        assert said in (answer.kind, answer.field[0] if answer.field else None)


def test_the_cases_name_no_message_twice_after_the_same_turns():
    assert len({(start, message) for _, start, message, _ in TURNS}) == len(TURNS)
