"""Word and Excel: the appendix set in both, and what such documents do besides."""

from datetime import date, datetime

import openpyxl
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from ingest import office_process
from ingest.documents import read_report
from ingest.errors import IngestError
from ingest.records import COMPLETE, INCOMPLETE, Link
from tests.ingest.typesetting import DATA, HEADINGS, NAMES, Row, Text, tables


@pytest.fixture(autouse=True)
def in_this_process(request, monkeypatch):
    """Files that the tests make need no limits; the appendix is read as a user's file is."""
    if "appendix" not in request.node.name:
        monkeypatch.setattr(office_process, "read_office", office_process.rows_of)


HEADER = tuple(HEADINGS[name] for name in NAMES)
ROW = ("Loket voor naasten", "3", "Q4 2024", "VWS", "Het loket opent in Den Haag.")
LEGEND = "3 = in uitvoering"


def printed(report):
    """What a report holds, apart from its file and the links, which only the office formats know."""
    return (
        list(report.themes),
        report.legend,
        [
            (m.id, m.theme, m.heading, m.title, m.status, m.status_text, m.deadline, m.who, m.owners, m.explanation)
            for m in report.measures
        ],
        [(m.id, m.bodies, m.government_wide, m.footnotes, m.extra) for m in report.measures],
        [(r.title, r.heading, r.theme, r.see, r.leads_to) for r in report.cross_references],
        [(note.mark, note.text, note.measure, note.heading) for note in report.footnotes],
        report.doubts,
        report.verdict,
    )


@pytest.fixture(scope="module")
def transcript():
    return read_report(DATA / "bijlage-emancipatie-2023.txt")


def word_appendix(path, *, merged):
    document = Document()
    for above, rows in tables():
        for paragraph in above:
            document.add_paragraph(paragraph.text)
        table = document.add_table(rows=1, cols=5)
        notes = []
        for cell, text in zip(table.rows[0].cells, HEADER, strict=True):
            cell.text = text
        for row in rows:
            if isinstance(row, Text):
                notes.append(row.text)
                continue
            cells = table.add_row().cells
            if row.kind == "heading" and merged:
                cells[0].merge(cells[-1]).text = row.cells[0]
            else:
                for cell, text in zip(cells, row.cells, strict=True):
                    cell.text = text
        for note in notes:
            document.add_paragraph(note)
    document.save(path)


@pytest.mark.parametrize("merged", [True, False])
def test_the_appendix_in_word_equals_the_transcript_on_every_cell(tmp_path, transcript, merged):
    word_appendix(tmp_path / "bijlage.docx", merged=merged)
    assert printed(read_report(tmp_path / "bijlage.docx")) == printed(transcript)


def put(sheet, row, merged=True):
    """A row of the appendix, its status as the number that Excel makes of it."""
    cells = [int(cell) if cell.isdigit() and at == 1 else cell or None for at, cell in enumerate(row.cells)]
    sheet.append(cells)
    if row.kind == "heading" and merged:
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)


def excel_appendix(path, *, one_sheet, merged):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Bijlage"
    for number, (above, rows) in enumerate(tables()):
        if number and not one_sheet:
            sheet = book.create_sheet(f"Thema {number + 1}")
        elif number:
            sheet.append([])
        for paragraph in above:
            sheet.append([paragraph.text])
        sheet.append(HEADER)
        for row in rows:
            put(sheet, row if isinstance(row, Row) else Row((row.text, "", "", "", "")), merged)
    book.save(path)


@pytest.mark.parametrize("one_sheet", [True, False])
@pytest.mark.parametrize("merged", [True, False])
def test_the_appendix_in_excel_equals_the_transcript_on_every_cell(tmp_path, transcript, one_sheet, merged):
    excel_appendix(tmp_path / "bijlage.xlsx", one_sheet=one_sheet, merged=merged)
    assert printed(read_report(tmp_path / "bijlage.xlsx")) == printed(transcript)


# -- Word


def small(path, *rows, above=(LEGEND, "Zorg"), header=HEADER):
    document = Document()
    for text in above:
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=len(header))
    for row in (header, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(path)
    return document, table


def titles(report):
    return [measure.title for measure in report.measures]


def test_a_hyperlink_in_word_is_kept_with_its_target(tmp_path):
    document, table = small(tmp_path / "a.docx", ROW)
    paragraph = table.rows[1].cells[4].paragraphs[0]
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to("https://voorbeeld.nl/a?b=1", RELATIONSHIP_TYPE.HYPERLINK, True))
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "Kamerbrief"
    run.append(text)
    link.append(run)
    paragraph.add_run(" Zie de ")
    paragraph._p.append(link)
    document.save(tmp_path / "a.docx")
    (measure,) = read_report(tmp_path / "a.docx").measures
    assert measure.explanation == "Het loket opent in Den Haag. Zie de Kamerbrief"
    assert measure.links == (Link("Kamerbrief", "https://voorbeeld.nl/a?b=1"),)


def test_a_raised_digit_is_a_mark_and_not_glued_to_the_word(tmp_path):
    document, table = small(tmp_path / "a.docx", ROW)
    table.rows[1].cells[0].paragraphs[0].add_run("1").font.superscript = True
    document.add_paragraph("¹ Sinds 2022.")
    document.save(tmp_path / "a.docx")
    report = read_report(tmp_path / "a.docx")
    assert titles(report) == ["Loket voor naasten¹"]
    assert [(note.mark, note.text, note.measure) for note in report.footnotes] == [("¹", "Sinds 2022.", "1.1")]


def framed(element):
    """The element inside a content control, as forms and drop-down cells have them."""
    parent, at = element.getparent(), element.getparent().index(element)
    frame, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    frame.append(OxmlElement("w:sdtPr"))
    frame.append(content)
    parent.insert(at, frame)
    content.append(element)


@pytest.mark.parametrize("part", ["table", "row", "cell", "paragraph"])
def test_what_stands_in_a_content_control_is_not_lost(tmp_path, part):
    document, table = small(tmp_path / "a.docx", ROW, ("Tweede", *ROW[1:]))
    row = table.rows[1]
    cell = row.cells[1]
    framed({"table": table._tbl, "row": row._tr, "cell": cell._tc, "paragraph": cell.paragraphs[0]._p}[part])
    document.save(tmp_path / "a.docx")
    report = read_report(tmp_path / "a.docx")
    assert [(m.title, m.status) for m in report.measures] == [("Loket voor naasten", 3), ("Tweede", 3)]
    assert report.verdict == COMPLETE


def test_a_table_in_a_cell_is_read_with_the_cell(tmp_path):
    document, table = small(tmp_path / "a.docx", ROW)
    table.rows[1].cells[4].add_table(1, 1).rows[0].cells[0].text = "Bedrag: 3 miljoen."
    document.save(tmp_path / "a.docx")
    (measure,) = read_report(tmp_path / "a.docx").measures
    assert measure.explanation == "Het loket opent in Den Haag. Bedrag: 3 miljoen."


def test_deleted_text_that_is_still_tracked_is_left_out(tmp_path):
    document, table = small(tmp_path / "a.docx", ROW)
    run = OxmlElement("w:r")
    gone = OxmlElement("w:delText")
    gone.text = " vervallen"
    run.append(gone)
    deletion = OxmlElement("w:del")
    deletion.append(run)
    table.rows[1].cells[0].paragraphs[0]._p.append(deletion)
    document.save(tmp_path / "a.docx")
    assert titles(read_report(tmp_path / "a.docx")) == ["Loket voor naasten"]


def test_a_legend_set_as_a_table_is_read(tmp_path):
    document, table = small(tmp_path / "a.docx", ("Loket", "◔", *ROW[2:]), above=())
    legend = document.add_table(rows=0, cols=2)
    for row in (("●", "afgerond"), ("◔", "in uitvoering")):
        for cell, text in zip(legend.add_row().cells, row, strict=True):
            cell.text = text
    table._tbl.addprevious(legend._tbl)
    document.save(tmp_path / "a.docx")
    report = read_report(tmp_path / "a.docx")
    assert [(entry.sign, entry.code) for entry in report.legend] == [("●", 4), ("◔", 3)]
    assert [measure.status for measure in report.measures] == [3]


def test_a_table_without_a_header_is_the_one_before_set_on_or_in_doubt(tmp_path):
    document, _ = small(tmp_path / "a.docx", ROW)
    document.add_paragraph("")
    for width in (5, 4):
        table = document.add_table(rows=0, cols=width)
        for cell, text in zip(table.add_row().cells, (f"Met {width}", *ROW[1:width]), strict=True):
            cell.text = text
    document.save(tmp_path / "a.docx")
    report = read_report(tmp_path / "a.docx")
    assert titles(report) == ["Loket voor naasten", "Met 5", "Met 4"]
    assert [doubt.why for doubt in report.doubts] == [
        "De kop van deze tabel is niet herkend; de kolommen kunnen anders zijn dan gelezen."
    ]
    assert report.verdict == INCOMPLETE


# -- Excel


def workbook(path, *rows, header=HEADER, above=((LEGEND,), ("Zorg",))):
    book = openpyxl.Workbook()
    for row in (*above, header, *rows):
        book.active.append(row)
    book.save(path)
    return book


@pytest.mark.parametrize(
    ("value", "number_format", "text", "end"),
    [
        (date(2024, 12, 31), "dd-mm-yyyy", "31-12-2024", date(2024, 12, 31)),
        (datetime(2024, 7, 1), "d mmmm yyyy", "1-7-2024", date(2024, 7, 1)),
        (datetime(2024, 12, 1), "mmm-yy", "december 2024", date(2024, 12, 31)),
        (2024, "0", "2024", date(2024, 12, 31)),
        (2024.0, "0", "2024", date(2024, 12, 31)),
        ("Q4 2024", "General", "Q4 2024", date(2024, 12, 31)),
    ],
)
def test_numbers_and_dates_in_excel_are_read_as_printed(tmp_path, value, number_format, text, end):
    book = workbook(tmp_path / "a.xlsx", ("Loket", 3, value, "VWS", "Open."))
    book.active["C4"].number_format = number_format
    book.save(tmp_path / "a.xlsx")
    (measure,) = read_report(tmp_path / "a.xlsx").measures
    assert (measure.status, measure.deadline.text) == (3, text)
    assert measure.deadline.end is not None
    assert measure.deadline.end.last == end


def test_a_hyperlink_in_excel_is_kept_with_its_target(tmp_path):
    book = workbook(tmp_path / "a.xlsx", ROW)
    book.active["E4"].hyperlink = "https://voorbeeld.nl/brief"
    book.save(tmp_path / "a.xlsx")
    (measure,) = read_report(tmp_path / "a.xlsx").measures
    assert measure.links == (Link("Het loket opent in Den Haag.", "https://voorbeeld.nl/brief"),)


def test_a_cell_merged_over_rows_counts_for_each(tmp_path):
    book = workbook(tmp_path / "a.xlsx", ROW, ("Tweede", "3", "2025", None, "Ook."))
    book.active.merge_cells("D4:D5")
    book.save(tmp_path / "a.xlsx")
    assert [m.owners for m in read_report(tmp_path / "a.xlsx").measures] == [("VWS",), ("VWS",)]


def test_a_raised_digit_in_excel_is_a_mark(tmp_path):
    title = CellRichText("Loket", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    workbook(tmp_path / "a.xlsx", (title, *ROW[1:]), ("¹ Sinds 2022.",))
    report = read_report(tmp_path / "a.xlsx")
    assert titles(report) == ["Loket¹"]
    assert [(note.text, note.measure) for note in report.footnotes] == [("Sinds 2022.", "1.1")]


def test_sheets_name_their_tables_where_nothing_else_does(tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in ("Arbeid", "Zorg"):
        sheet = book.create_sheet(name)
        for row in (HEADER, ("Een", "afgerond", "2023", "SZW", ""), ("Twee", "afgerond", "2023", "SZW", "")):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    report = read_report(tmp_path / "a.xlsx")
    assert [(m.id, m.theme) for m in report.measures] == [
        ("1.1", "Arbeid"),
        ("1.2", "Arbeid"),
        ("2.1", "Zorg"),
        ("2.2", "Zorg"),
    ]


def test_a_sheet_whose_header_is_not_recognised_is_in_doubt_and_not_skipped(tmp_path):
    book = workbook(tmp_path / "a.xlsx", ROW)
    sheet = book.create_sheet("Vervolg")
    sheet.append(("Wat", "Hoe", "Waarom", "Waar"))
    sheet.append(("Iets", "zo", "daarom", "hier"))
    book.save(tmp_path / "a.xlsx")
    report = read_report(tmp_path / "a.xlsx")
    assert report.verdict == INCOMPLETE
    assert any("Iets" in doubt.text and "kop van deze tabel" in doubt.why for doubt in report.doubts)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 en verder niets", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", b"geen archief"]
)
def test_a_damaged_office_file_is_one_dutch_line(tmp_path, suffix, content):
    path = tmp_path / f"kapot{suffix}"
    path.write_bytes(content)
    with pytest.raises(IngestError) as problem:
        read_report(path)
    assert path.name in str(problem.value)
    assert "\n" not in str(problem.value)


def test_a_truncated_office_file_is_one_dutch_line(tmp_path):
    small(tmp_path / "heel.docx", ROW)
    workbook(tmp_path / "heel.xlsx", ROW)
    for suffix in (".docx", ".xlsx"):
        whole = (tmp_path / f"heel{suffix}").read_bytes()
        for part in (0.3, 0.7, 0.99):
            path = tmp_path / f"half{suffix}"
            path.write_bytes(whole[: int(len(whole) * part)])
            with pytest.raises(IngestError, match=path.name):
                read_report(path)
