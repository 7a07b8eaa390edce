"""What a turn makes of the query before it, in many wordings each: a table of turns and the queries that result."""

import tomllib
from pathlib import Path

import pytest

from app.conversation import Conversation
from tests.app.reading.shorthand import shorthand, unordered

TABLE = tomllib.loads((Path(__file__).parent / "changes.toml").read_text(encoding="utf-8"))["change"]
CASES = [(tuple(entry["after"]), says, entry["gives"]) for entry in TABLE for says in entry["says"]]


@pytest.mark.parametrize(("after", "says", "gives"), CASES)
def test_a_turn_changes_the_query_as_the_table_says(after, says, gives, assistant):
    state = Conversation()
    for message in after:
        state = assistant.respond(message, state).conversation
    query = assistant.respond(says, state).answer.query
    assert query is not None
    assert unordered(query) == unordered(shorthand(gives))
