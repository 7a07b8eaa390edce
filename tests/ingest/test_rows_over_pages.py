"""Rows of which a page break leaves the short cells on the next page, drawn as browsers and WeasyPrint set them."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.measures import assemble
from ingest.pdf import read_rows

LEFT = {"title": 40, "status": 180, "when": 230, "who": 300, "explanation": 360}
HEADER = {"title": "Maatregel", "status": "Status", "when": "Wanneer", "who": "Wie", "explanation": "Toelichting"}


def row(title, explanation, status="", when="", who=""):
    return {"title": title, "status": status, "when": when, "who": who, "explanation": explanation}


def draw(path, pages, *, ruled, apart=9):
    """Pages of a table; each row is its cells with lines from top to bottom, `apart` points from the next."""
    canvas = Canvas(str(path), pagesize=(595, 400))
    for rows in pages:
        y = 360.0
        for cells in [HEADER, *rows]:
            canvas.setFont("Helvetica-Bold" if cells is HEADER else "Helvetica", 9)
            height = 0
            for name, text in cells.items():
                for at, line in enumerate(filter(None, text.split("|"))):
                    canvas.drawString(LEFT[name], y - 11 * at, line)
                    height = max(height, at + 1)
            y -= 11 * height + apart
            if ruled:
                canvas.line(36, y + 12, 560, y + 12)
        canvas.showPage()
    canvas.save()


FIRST = row("Onderzoek naar beloning", "Het onderzoek is in 2023|gestart en loopt.", "4", "Q4 2023", "OCW")
LAST = row("Monitor veiligheid", "De monitor verschijnt.", "4", "2024", "OCW")


def read(path):
    found = assemble(read_rows(path).items)
    return [(m.title, m.status_text, m.who, m.explanation) for m in found.measures], [d.why for d in found.doubts]


EXPECTED = [
    ("Onderzoek naar beloning", "4", "OCW", "Het onderzoek is in 2023 gestart en loopt."),
    ("Dialoog over gelijkheid op de arbeidsmarkt", "4", "SZW", "Het ministerie organiseert een consortium."),
    ("Monitor veiligheid", "4", "OCW", "De monitor verschijnt."),
]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    "cut",
    [
        (
            row("Dialoog over gelijkheid", "Het ministerie"),
            row("op de arbeidsmarkt", "organiseert een consortium.", "4", "2024", "SZW"),
        ),
        (
            row("Dialoog over gelijkheid", "Het ministerie organiseert|een consortium."),
            row("op de arbeidsmarkt", "", "4", "2024", "SZW"),
        ),
    ],
)
def test_short_cells_on_the_next_page_belong_to_the_row_that_began(tmp_path, cut, ruled):
    draw(tmp_path / "table.pdf", [[FIRST, cut[0]], [cut[1], LAST]], ruled=ruled)
    found, doubts = read(tmp_path / "table.pdf")
    assert found == EXPECTED
    assert not any("Onduidelijk" in doubt for doubt in doubts)


CUT_BEFORE_TITLE = [
    [FIRST, row("", "Het ministerie")],
    [row("Dialoog over gelijkheid|op de arbeidsmarkt", "organiseert een consortium.", "4", "2024", "SZW"), LAST],
]


def test_an_explanation_that_begins_a_page_before_its_title_is_read_with_it_where_a_rule_parts_the_rows(tmp_path):
    draw(tmp_path / "table.pdf", CUT_BEFORE_TITLE, ruled=True)
    assert read(tmp_path / "table.pdf")[0] == EXPECTED


def test_an_explanation_that_begins_a_page_before_its_title_is_doubted_where_nothing_parts_the_rows(tmp_path):
    draw(tmp_path / "table.pdf", CUT_BEFORE_TITLE, ruled=False)
    assert any("laatste stuk toelichting" in doubt for doubt in read(tmp_path / "table.pdf")[1])


def test_a_full_stop_above_a_repeated_header_is_no_part_of_the_header(tmp_path):
    rows = [row("Onderzoek naar beloning", "Het onderzoek loopt in 2023|.", "4", "Q4 2023", "OCW"), HEADER, LAST]
    draw(tmp_path / "table.pdf", [rows], ruled=False, apart=2)
    assert read(tmp_path / "table.pdf")[0] == [
        ("Onderzoek naar beloning", "4", "OCW", "Het onderzoek loopt in 2023 ."),
        ("Monitor veiligheid", "4", "OCW", "De monitor verschijnt."),
    ]


def test_a_reference_beside_a_title_that_fills_its_column_is_no_heading(tmp_path):
    reference = row("Veiligheid op scholen en in wijken", "", "Zie tabel 3")
    draw(tmp_path / "table.pdf", [[FIRST, reference, LAST]], ruled=True)
    found = assemble(read_rows(tmp_path / "table.pdf").items)
    assert [(r.title, r.see) for r in found.cross_references] == [("Veiligheid op scholen en in wijken", "Zie tabel 3")]
    assert [m.heading for m in found.measures] == ["", ""]


def test_a_line_at_the_foot_of_a_page_that_looks_like_the_tables_names_is_doubted(tmp_path):
    pages = [[FIRST, row("Werk", ""), HEADER, FIRST, row("Zorg", "")], [LAST]]
    draw(tmp_path / "table.pdf", pages, ruled=False, apart=14)
    assert any("naam van de volgende tabel" in why for why in [d.why for d in read_rows(tmp_path / "table.pdf").doubts])
