"""One assistant over the shipped report, with an index of words alone: what is tested here needs no model."""

from pathlib import Path

import pytest

from app.assistant import Assistant
from app.onboarding.terms import Glossary, read_terms
from index.contents import make_index
from index.thesaurus import read_thesaurus
from ingest.documents import read_report

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    report = read_report(DATA / "bijlage-emancipatie-2023.txt")
    index = make_index([report], [], read_thesaurus(DATA / "thesaurus.toml"), None)
    return Assistant(index, Glossary.of(read_terms()))
