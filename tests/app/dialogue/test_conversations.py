"""Whole conversations, as data: each turn's question with what must be shown, what may be, and what must be said."""

import json
from pathlib import Path

import pytest

from app import evaluation
from app.conversation import Conversation

FILES = ("conversations.jsonl", "pointing.jsonl")  # the second: what a turn refers to
LINES = [line for name in FILES for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()]
CONVERSATIONS = [json.loads(line) for line in LINES]
NAMES = {"ocw": "onderwijs, cultuur en wetenschap"}


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda c: c["id"])
def test_every_turn_of_a_conversation_is_answered_rightly(conversation, assistant):
    state = Conversation()
    wrong = []
    for turn in conversation["turns"]:
        reply = assistant.respond(turn["question"], state)
        state = reply.conversation
        answer = reply.answer.to_json()
        right = answer["kind"] == turn["kind"] if "kind" in turn else evaluation.turn_is_right(answer, turn, NAMES)
        if not right:
            wrong.append((turn["question"], [m["id"] for m in answer["measures"]], answer["answer"][:200]))
    assert wrong == []


def test_there_are_at_least_three_hundred_and_seventy_conversations():
    assert len(CONVERSATIONS) >= 370
