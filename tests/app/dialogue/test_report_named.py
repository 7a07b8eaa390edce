"""A message that names one of several loaded reports."""

from dataclasses import replace
from datetime import date

import pytest

from app.dialogue.report_named import report_named


@pytest.fixture
def reports(assistant):
    newest = assistant.report
    return (newest, replace(newest, key="2022", edition="november 2022", reference_date=date(2022, 11, 30)))


@pytest.mark.parametrize(
    "message",
    [
        "Hoeveel maatregelen zijn er in de rapportage van 2022?",
        "Volgens het rapport uit 2022: hoeveel zijn er over tijd?",
        "Wat stond er in de voortgangsrapportage 2022 over zorg?",
        "Wat is de status van 1.4 in de bijlage van november 2022?",
        "En in de rapportage van 2022?",
        "Wat staat er in de voortgangsrapportage emancipatie 2022 over mbo?",
    ],
)
def test_the_named_report_is_taken_out_of_the_message(message, reports):
    rest, key = report_named(message, reports)
    assert key == "2022"
    assert "2022" not in rest


@pytest.mark.parametrize(
    "message",
    [
        "Wat staat er in de rapportage van 2021?",
        "Welke maatregelen lopen af in 2022?",
        "Wat staat er in de nota 2022-2025?",
        "Wat staat er in de rapportage 2022-2025?",
        "Welke maatregelen zijn er?",
    ],
)
def test_another_year_is_no_loaded_report(message, reports):
    assert report_named(message, reports) == (message, None)


def test_with_one_report_a_year_names_none(assistant):
    message = "Hoeveel maatregelen zijn er in de rapportage van 2023?"
    assert report_named(message, assistant.reports) == (message, None)
