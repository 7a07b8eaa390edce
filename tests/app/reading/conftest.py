"""The report and the lexicon that the tests of reading share."""

import pytest

from app.reading import Lexicon
from index.columns import Columns
from index.places import DATA
from ingest.documents import read_report
from ingest.records import Report


@pytest.fixture(scope="session")
def report() -> Report:
    return read_report(DATA / "bijlage-emancipatie-2023.txt")


@pytest.fixture(scope="session")
def columns(report: Report) -> Columns:
    return Columns.from_measures(report.measures)


@pytest.fixture(scope="session")
def lexicon(report: Report) -> Lexicon:
    return Lexicon.from_index(report.measures)
