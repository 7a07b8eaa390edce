"""Questions as people write them, and what they are read as."""

import tomllib
from pathlib import Path

import pytest

from app.reading import Lexicon, read
from tests.app.reading.shorthand import AS_OF, shorthand, unordered

TABLE = tomllib.loads((Path(__file__).parent / "readings.toml").read_text(encoding="utf-8"))["reading"]
CASES = [(question, entry["reads"]) for entry in TABLE for question in entry["questions"]]


@pytest.mark.parametrize(("question", "expected"), CASES)
def test_a_question_is_read_as_the_table_says(question: str, expected: str, lexicon: Lexicon):
    found = read(question, lexicon=lexicon, as_of=AS_OF).query
    assert unordered(found) == unordered(shorthand(expected.replace("+", "%2B")))


def test_the_table_holds_at_least_five_hundred_readings():
    assert len(CASES) >= 500
    assert len({question for question, _ in CASES}) == len(CASES)
