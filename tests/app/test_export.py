"""What is taken along is what is shown, with its reading, reference date and source, and no cell is a formula."""

import csv
import io
from datetime import date
from types import SimpleNamespace

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.answering import answer
from app.export import MEASURE_COLUMNS, guarded, to_csv, to_docx, to_text, to_xlsx
from app.filters import EndIn, Owners, StatusIn
from app.query import Query
from index.columns import Columns
from ingest.records import Box, Deadline, Measure, Period, Report, Source

QUARTER = Period(date(2024, 1, 1), date(2024, 3, 31))


def measure(number, title="Titel", **rest):
    fields = {
        "status": 3,
        "deadline": Deadline("Q1 2024", end=QUARTER),
        "who": "OCW",
        "owners": ("OCW",),
        "explanation": "Toelichting.",
        "source": Source((Box(14, 0, 0, 1, 1),)),
        **rest,
    }
    return Measure(f"1.{number}", "2023", 1, "Arbeid", "Gelijk loon", title, status_text="3", **fields)


def shelf(*measures):
    report = Report(
        "2023", "Bijlage voortgangsrapportage emancipatie", "november 2023", date(2023, 11, 30), "b.pdf", "", (), (),
        "", measures, (), (),
    )  # fmt: skip
    return SimpleNamespace(measures=measures, columns=Columns.from_measures(measures), reports=(report,))


def lines_of_csv(made):
    assert made.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells_of_xlsx(made):
    return [[cell.value for cell in row] for row in load_workbook(io.BytesIO(made)).active.iter_rows()]


def texts_of_docx(made):
    document = Document(io.BytesIO(made))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return [p.text for p in document.paragraphs if p.text], rows


SHELF = shelf(
    measure(1, "Eerste"),
    measure(2, "Tweede", who="Kabinetsbreed", owners=(), government_wide=True),
    measure(3, "Derde", deadline=Deadline("n.v.t.")),
    measure(4, "Vierde", who="SZW", owners=("SZW",)),
)
ASKED = Query(filters=(Owners(("OCW",)), EndIn(QUARTER)))
HEADLINE = "Eén van de 4 maatregelen is van OCW en heeft een einde in Q1 2024."
READING = "Gelezen als: Maatregelen van OCW, met einde in Q1 2024."
AS_OF = "Peildatum: 30 november 2023."
SOURCE = "Bron: Bijlage voortgangsrapportage emancipatie, maatregel 1.1, p. 14 (peildatum november 2023)"
ROWS = [
    ["1.1", "Eerste", "in uitvoering", "OCW", "Q1 2024", "Arbeid", "Gelijk loon", "14", "Toelichting.", "antwoord"],
    ["1.2", "Tweede", "in uitvoering", "Kabinetsbreed", "Q1 2024", "Arbeid", "Gelijk loon", "14", "Toelichting.",
     "ook mogelijk"],
    ["1.3", "Derde", "in uitvoering", "OCW", "n.v.t.", "Arbeid", "Gelijk loon", "14", "Toelichting.",
     "zonder einddatum"],
]  # fmt: skip


def test_plain_text_is_what_is_said_with_the_source_line():
    text = to_text(answer(ASKED, SHELF), SHELF.reports)
    assert text == (
        f"{HEADLINE}\n\n{READING} {AS_OF}\n\n"
        "- 1.1 Eerste | in uitvoering | wie: OCW | wanneer: Q1 2024 | p. 14\n\n"
        "Ook mogelijk (1):\n"
        "- 1.2 Tweede | in uitvoering | wie: Kabinetsbreed | wanneer: Q1 2024 | p. 14 | niet zeker: van OCW\n\n"
        "Zonder einddatum in de rapportage, en daarom niet meegeteld: één maatregel: 1.3 (Derde).\n\n"
        f"{SOURCE}"
    )


def test_csv_holds_the_rows_then_the_reading_and_the_source():
    made = lines_of_csv(to_csv(answer(ASKED, SHELF), SHELF.reports))
    assert made == [list(MEASURE_COLUMNS), *ROWS, [], [HEADLINE], [READING], [AS_OF], [SOURCE]]


def test_xlsx_holds_the_same_as_strings_only():
    made = to_xlsx(answer(ASKED, SHELF), SHELF.reports)
    rows = [[value for value in row if value is not None] for row in cells_of_xlsx(made)]
    assert rows == [[HEADLINE], [READING], [AS_OF], [], list(MEASURE_COLUMNS), *ROWS, [], [SOURCE]]
    page = load_workbook(io.BytesIO(made)).active
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert (page.freeze_panes, page.auto_filter.ref) == ("A6", "A5:J8")


def test_docx_holds_the_same_under_a_head_that_repeats():
    made = to_docx(answer(ASKED, SHELF), SHELF.reports)
    paragraphs, rows = texts_of_docx(made)
    assert paragraphs == [HEADLINE, READING, AS_OF, SOURCE]
    assert rows[0] == ["Nummer", "Maatregel", "Status", "Wie", "Wanneer", "Pagina", "Toelichting"]
    assert [row[0] for row in rows[1:]] == ["1.1", "Ook mogelijk", "1.2", "Zonder einddatum", "1.3"]
    head = Document(io.BytesIO(made)).tables[0].rows[0]._tr
    assert head.xpath("./w:trPr/w:tblHeader") != []


def test_groups_are_exported_as_their_numbers():
    grouped = answer(Query(ask="groups", group_by=("status",), filters=(Owners(("OCW",)),)), SHELF)
    made = lines_of_csv(to_csv(grouped, SHELF.reports))
    assert made[:5] == [
        ["Groep", "Aantal"], ["afgerond", "0"], ["in uitvoering", "2"], ["doorlopend", "0"],
        ["niet (meer) in uitvoering", "0"],
    ]  # fmt: skip
    assert [row[0] for row in texts_of_docx(to_docx(grouped, SHELF.reports))[1]] == [row[0] for row in made[:5]]


def test_an_empty_answer_is_exported_with_its_reading():
    none = answer(Query(filters=(Owners(("OCW",)), StatusIn((4,)))), SHELF)
    made = lines_of_csv(to_csv(none, SHELF.reports))
    assert made[0] == list(MEASURE_COLUMNS)
    assert ["Geen enkele maatregel is van OCW en afgerond (0 van de 4)."] in made
    assert (
        texts_of_docx(to_docx(none, SHELF.reports))[0][0]
        == "Geen enkele maatregel is van OCW en afgerond (0 van de 4)."
    )
    assert cells_of_xlsx(to_xlsx(none, SHELF.reports))[0][0].startswith("Geen enkele maatregel")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+31 70", "'+31 70"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'=1"),
        ("  =1", "'  =1"),
        ("a;=1+1", "a; '=1+1"),
        ("Q1 2024", "Q1 2024"),
        ("2023 - 2026", "2023 - 2026"),
        ("a = b", "a = b"),
        ("", ""),
        ("bel\x07len", "bellen"),
    ],
)
def test_a_cell_that_begins_like_a_formula_is_guarded(cell, expected):
    assert guarded(cell) == expected


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=40), explanation=st.text(max_size=60))
def test_any_text_of_a_document_can_be_exported_and_is_never_a_formula(title, explanation):
    hostile = shelf(measure(1, title, explanation=explanation, who="=HYPERLINK(1)"))
    shown = answer(Query(), hostile)
    page = load_workbook(io.BytesIO(to_xlsx(shown, hostile.reports))).active
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value is not None} == {"s"}
    for row in lines_of_csv(to_csv(shown, hostile.reports)):
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    assert len(texts_of_docx(to_docx(shown, hostile.reports))[1]) == 2
    assert to_text(shown, hostile.reports).endswith(shown.source)


def test_more_rows_than_a_word_table_can_explain_leave_the_explanations_out():
    many = shelf(*(measure(n) for n in range(1, 13)))
    _, rows = texts_of_docx(to_docx(answer(Query(), many), many.reports))
    assert (rows[0], len(rows)) == (["Nummer", "Maatregel", "Status", "Wie", "Wanneer", "Pagina"], 13)


def test_a_row_of_the_spreadsheet_is_as_high_as_its_longest_cell(assistant):
    answer = assistant.respond("welke maatregelen zijn van FIN?").answer
    page = load_workbook(io.BytesIO(to_xlsx(answer, assistant.reports))).active
    cells = [(row[0].row, len(str(row[8].value))) for row in page.iter_rows(min_row=6) if row[8].value]
    longest = {number: length for number, length in cells if length > 80}
    assert longest
    for number, length in longest.items():
        assert page.row_dimensions[number].height >= min(15 * length / 80, 409)
