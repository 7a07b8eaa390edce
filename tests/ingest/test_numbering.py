"""Rows that a report's own numbers miss, or that stand in it twice, are doubted."""

import pytest

from ingest.measures import assemble
from ingest.records import Doubt
from ingest.rows import Paragraph, TableRow

HEADER = ("Nr.", "Maatregel", "Stand van zaken", "Wanneer", "Wie", "Toelichting")


def assembled(*rows):
    items = [Paragraph("4 = afgerond"), Paragraph("1. ZORG"), TableRow(HEADER)]
    return assemble([*items, *(TableRow(row) for row in rows)])


def row(number, title):
    return (number, title, "4", "Q4 2023", "OCW", "Toelichting.")


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "3", "4"),
        ("1.1", "1.2", "1.3", "1.4"),
        ("A1", "A2", "A3", "A4"),
        ("", "", "", ""),
        ("7", "3", "9", "2"),
    ],
)
def test_numbers_without_a_gap_are_no_doubt(numbers):
    assert assembled(*(row(number, f"Titel {number} {at}") for at, number in enumerate(numbers))).doubts == []


def test_a_number_that_is_missing_is_told():
    found = assembled(*(row(f"1.{number}", f"Titel {number}") for number in (1, 2, 3, 4, 5, 7, 8, 9, 10)))
    assert found.doubts == [Doubt(None, "Titel 7", "De nummering springt van 1.5 naar 1.7: er kan een rij ontbreken.")]


def test_numbers_before_the_titles_count_too():
    found = assembled(*(row("", f"{number}. Titel") for number in (1, 2, 3, 4, 5, 6, 8, 9)))
    assert [doubt.text for doubt in found.doubts] == ["8. Titel"]


def test_a_row_that_stands_twice_is_told():
    found = assembled(row("", "Een"), row("", "Twee"), row("", "Een"))
    assert found.doubts == [Doubt(None, "Een", "Deze rij is gelijk aan 1.1: zij kan dubbel zijn gelezen.")]


def test_a_heading_in_a_first_column_that_holds_no_titles_is_a_heading():
    items = [TableRow(("Wie", "Maatregel", "Wanneer")), TableRow(("OCW", "Een", "2024")), TableRow(("Mbo", "", ""))]
    found = assemble([*items, TableRow(("OCW", "Twee", "2024"))])
    assert [(measure.heading, measure.title) for measure in found.measures] == [("", "Een"), ("Mbo", "Twee")]


def test_names_in_a_table_of_contents_are_no_themes():
    contents = [Paragraph("4 = afgerond", 1), Paragraph("1. Zorg 3", 1), Paragraph("2. Arbeid 9", 1)]
    table = [TableRow(HEADER), TableRow(row("", "Een"))]
    found = assemble([*contents, Paragraph("1. Zorg", 2), *table, Paragraph("2. Arbeid", 3), *table])
    assert [(theme.number, theme.name) for theme in found.themes] == [(1, "Zorg"), (2, "Arbeid")]
