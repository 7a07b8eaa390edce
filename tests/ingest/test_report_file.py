"""A report written as JSON and read back is the same report."""

import json
from dataclasses import fields
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import read_report
from ingest.records import (
    COMPLETE,
    INCOMPLETE,
    Box,
    CrossReference,
    Deadline,
    Doubt,
    Footnote,
    LegendEntry,
    Link,
    Measure,
    Period,
    Report,
    Source,
    Theme,
)
from ingest.report_file import FORMAT, failure_json, ingest_json, report_from_json, report_to_json
from tests.ingest.typesetting import DATA

TEXTS = st.text(max_size=12)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
STATUS = st.sampled_from([4, 3, 1, 0, None])


def several(kind):
    return st.lists(kind, max_size=2).map(tuple)


NUMBERS = st.floats(0, 2000, allow_nan=False)
SOURCES = st.builds(Source, several(st.builds(Box, st.integers(1, 99), NUMBERS, NUMBERS, NUMBERS, NUMBERS)))
KNOWN_PERIODS = st.builds(lambda day, length: Period(day, day + timedelta(length)), DAYS, st.integers(0, 400))
DEADLINES = st.builds(
    Deadline,
    TEXTS,
    st.none() | DAYS,
    st.none() | KNOWN_PERIODS,
    several(KNOWN_PERIODS),
    st.booleans(),
    st.booleans(),
)
MEASURES = st.builds(
    Measure,
    id=TEXTS,
    report=TEXTS,
    theme_number=st.integers(1, 9),
    theme=TEXTS,
    heading=TEXTS,
    title=TEXTS,
    status=STATUS,
    status_text=TEXTS,
    deadline=DEADLINES,
    who=TEXTS,
    owners=several(TEXTS),
    bodies=several(TEXTS),
    government_wide=st.booleans(),
    explanation=TEXTS,
    links=several(st.builds(Link, TEXTS, st.none() | TEXTS)),
    footnotes=several(TEXTS),
    extra=several(st.tuples(TEXTS, TEXTS)),
    source=SOURCES,
)
REPORTS = st.builds(
    Report,
    key=TEXTS,
    title=TEXTS,
    edition=TEXTS,
    reference_date=DAYS,
    file=TEXTS,
    sha256=TEXTS,
    themes=several(st.builds(Theme, st.integers(1, 9), TEXTS, several(TEXTS))),
    legend=several(st.builds(LegendEntry, TEXTS, TEXTS, STATUS)),
    introduction=TEXTS,
    measures=several(MEASURES),
    cross_references=several(st.builds(CrossReference, TEXTS, TEXTS, TEXTS, TEXTS, several(TEXTS), SOURCES)),
    footnotes=several(
        st.builds(Footnote, TEXTS, TEXTS, st.none() | TEXTS, st.none() | TEXTS, st.none() | st.integers(1, 9))
    ),
    doubts=several(st.builds(Doubt, st.none() | st.integers(1, 9), TEXTS, TEXTS)),
    coverage=several(st.tuples(st.integers(1, 99), st.floats(0, 1))),
    verdict=st.sampled_from([COMPLETE, INCOMPLETE]),
    joined=st.integers(0, 9),
)


@given(REPORTS)
def test_a_report_survives_the_round_trip_whole(report):
    assert report_from_json(json.loads(json.dumps(report_to_json(report)))) == report


def test_the_shipped_report_survives_the_round_trip_whole():
    report = read_report(DATA / "bijlage-emancipatie-2023.txt")
    assert report_from_json(json.loads(json.dumps(report_to_json(report)))) == report


@pytest.fixture(scope="module")
def written():
    return report_to_json(read_report(DATA / "bijlage-emancipatie-2023.txt"))


@pytest.mark.parametrize("name", ["format", *(field.name for field in fields(Report))])
def test_a_file_without_one_of_its_fields_is_refused(written, name):
    with pytest.raises(ValueError, match="report file"):
        report_from_json({key: value for key, value in written.items() if key != name})


@pytest.mark.parametrize("found", [0, FORMAT + 1, None, str(FORMAT)])
def test_a_file_of_another_format_is_refused(written, found):
    with pytest.raises(ValueError, match="format"):
        report_from_json({**written, "format": found})


@given(REPORTS)
def test_the_json_of_an_ingest_has_the_keys_that_others_count_on(report):
    entry = json.loads(json.dumps(ingest_json(report)))
    assert list(entry) == list(failure_json("a.pdf", "kapot"))
    assert entry["error"] is None
    assert entry["coverage"] == {str(page): share for page, share in report.coverage}
    assert [measure["id"] for measure in entry["measures"]] == [measure.id for measure in report.measures]
