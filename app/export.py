"""An answer to take along, of exactly what is shown: plain text, CSV, XLSX and DOCX, each with reading and source.

Text from a document may hold what a spreadsheet takes for a formula: in XLSX every cell is a string, in CSV a cell
that begins like a formula gets an apostrophe before it.
"""

import csv
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.answer import Answer, shown_id
from app.wording import as_of_line, pages_words, source_line, status_label
from ingest.records import Measure, Report

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MEASURE_COLUMNS = (
    "Nummer", "Maatregel", "Status", "Wie", "Wanneer", "Thema", "Kopje", "Pagina", "Toelichting", "Hoort bij",
)  # fmt: skip
GROUP_COLUMNS = ("Groep", "Aantal")
ANSWER, UNDATED = "antwoord", "zonder einddatum"
NO_READING = "(geen filters)"

_WIDTHS = {"Nummer": 10, "Maatregel": 50, "Wie": 18, "Wanneer": 20, "Status": 18, "Thema": 24, "Kopje": 30,
           "Pagina": 10, "Toelichting": 80, "Hoort bij": 18, "Groep": 40, "Aantal": 10}  # fmt: skip
_LONGEST_CELL = 32_767  # characters that a cell of a spreadsheet holds
_TALLEST_ROW = 409.0  # points, the most that Excel takes
_LINE = 15.0  # points
_WORD_BREAKS = 1.1  # a line that breaks at words is not quite filled
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every format holds: lines above, one table, lines below."""

    above: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...]


def sheet_of(answer: Answer, reports: Sequence[Report]) -> Sheet:
    """The answer as lines and one table: the groups where it is one of groups, else its measures and those apart."""
    report = _report_of(answer, reports)
    above = [answer.headline]
    if answer.quote is not None and answer.quote.sentence not in answer.headline:
        above.append(f"Maatregel {answer.quote.measure}: “{answer.quote.sentence}”")
    above.append(f"Gelezen als: {answer.reading or NO_READING}")
    above.append(as_of_line(answer.as_of, report) if report else f"Peildatum: {answer.as_of.isoformat()}.")
    below = [*answer.notes, answer.source or (source_line(report, answer.measures) if report else "")]
    if answer.groups is not None:
        rows = tuple((label, str(count)) for label, count in answer.groups)
        return Sheet(tuple(above), GROUP_COLUMNS, rows, tuple(line for line in below if line))
    return Sheet(tuple(above), MEASURE_COLUMNS, tuple(_rows(answer)), tuple(line for line in below if line))


def _report_of(answer: Answer, reports: Sequence[Report]) -> Report | None:
    shown = answer.measures or answer.related
    key = shown[0].report if shown else answer.query.report if answer.query else None
    by_key = {report.key: report for report in reports}
    if key in by_key:
        return by_key[key]
    return max(reports, key=lambda report: report.reference_date) if reports else None


def _rows(answer: Answer) -> Iterator[tuple[str, ...]]:
    parts = (
        (ANSWER, answer.measures),
        (answer.related_label.lower() or "ook mogelijk", answer.related),
        (UNDATED, answer.undated),
    )
    for place, measures in parts:
        for measure in measures:
            yield (*_cells(measure, several=answer.several_reports), place)


def _cells(measure: Measure, *, several: bool) -> tuple[str, ...]:
    return (
        shown_id(measure, several=several),
        measure.title,
        status_label(measure),
        measure.who,
        measure.deadline.text,
        measure.theme,
        measure.heading,
        pages_words(measure).removeprefix("p. "),
        measure.explanation,
    )


def to_text(answer: Answer, reports: Sequence[Report] = ()) -> str:
    """Plain text for Word, Teams or mail: the answer as it is said, with its source line last."""
    report = _report_of(answer, reports)
    source = answer.source or (source_line(report, answer.measures) if report else "")
    return answer.text if not source or source in answer.text else f"{answer.text}\n\n{source}"


def to_csv(answer: Answer, reports: Sequence[Report]) -> bytes:
    """Semicolons and a byte order mark, as Dutch Excel opens it; every cell quoted and guarded against formulas."""
    sheet = sheet_of(answer, reports)
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(name) for name in sheet.columns])
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    writer.writerow([])
    writer.writerows([guarded(line)] for line in (*sheet.above, *sheet.below))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it, or a part after ";", for a formula."""
    plain = _printable(cell)
    if plain.lstrip(" ").startswith(_FORMULA) or cell.startswith(_FORMULA):
        plain = f"'{plain}"
    for sign in "=+@":  # a reader that splits on ";" in spite of the quotes sees a cell of its own
        plain = plain.replace(f";{sign}", f"; '{sign}")
    return plain


def _printable(cell: str) -> str:
    """The text without control characters, which no format of office programs holds; lines are kept."""
    return "".join(c for c in cell if c in "\n\t" or (ord(c) >= 32 and c not in "\ufffe\uffff" and not _surrogate(c)))


def _surrogate(character: str) -> bool:
    return 0xD800 <= ord(character) <= 0xDFFF


def to_xlsx(answer: Answer, reports: Sequence[Report]) -> bytes:
    """One worksheet with string cells only: lines above, the table with a filter and a fixed head, lines below."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet = sheet_of(answer, reports)
    book = Workbook()
    page: Worksheet = book.active  # type: ignore[assignment]
    page.title = "Maatregelen" if sheet.columns == MEASURE_COLUMNS else "Aantallen"
    for number, line in enumerate(sheet.above, start=1):
        _write(page, number, 1, line)
    head = len(sheet.above) + 2
    for column, name in enumerate(sheet.columns, start=1):
        _write(page, head, column, name).font = Font(bold=True)
        page.column_dimensions[get_column_letter(column)].width = _WIDTHS[name]
    for number, row in enumerate(sheet.rows, start=head + 1):
        for column, value in enumerate(row, start=1):
            _write(page, number, column, value).alignment = Alignment(vertical="top", wrap_text=True)
        page.row_dimensions[number].height = _height(row, sheet.columns)
    last = head + len(sheet.rows)
    for number, line in enumerate(sheet.below, start=last + 2):
        _write(page, number, 1, line)
    page["A1"].font = Font(bold=True)
    page.freeze_panes = f"A{head + 1}"
    page.auto_filter.ref = f"A{head}:{get_column_letter(len(sheet.columns))}{max(last, head)}"
    page.print_title_rows = f"{head}:{head}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.properties.title = answer.headline[:250]
    book.properties.creator = "Maatwijzer"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _height(row: Sequence[str], columns: Sequence[str]) -> float:
    """Points for the longest cell: a row without a height is one line high in LibreOffice, with its text cut off."""
    lines = max(
        sum(math.ceil(len(line) * _WORD_BREAKS / _WIDTHS[name]) or 1 for line in cell.split("\n"))
        for cell, name in zip(row, columns, strict=True)
    )
    return min(lines * _LINE, _TALLEST_ROW)


def _write(page: "Worksheet", row: int, column: int, text: str) -> Any:  # noqa: ANN401 - a cell of openpyxl
    cell = page.cell(row=row, column=column)
    cell.value = _printable(text)[:_LONGEST_CELL]
    cell.data_type = "s"  # whatever it begins with
    return cell


def to_docx(answer: Answer, reports: Sequence[Report]) -> bytes:
    """A document: the sentence as heading, the reading, a table whose head repeats on every page, the source."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    sheet = sheet_of(answer, reports)
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    _in_dutch(style)
    document.core_properties.title = _printable(answer.headline)[:250]
    document.core_properties.author = "Maatwijzer"
    document.core_properties.language = "nl-NL"
    document.add_heading(_printable(sheet.above[0]), level=1)
    for line in sheet.above[1:]:
        document.add_paragraph(_printable(line))
    if sheet.rows:
        _table(document, sheet)
    for line in ("", *sheet.below):
        document.add_paragraph(_printable(line))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_DOCX_CM = {"Nummer": 2.0, "Maatregel": 6.4, "Status": 2.5, "Wie": 2.6, "Wanneer": 2.8, "Pagina": 1.9,
            "Toelichting": 8.2, "Groep": 12.0, "Aantal": 3.0}  # fmt: skip


_TABLE_CM = 25.7  # between the margins of a landscape page
EXPLAINED_IN_TABLE = 10  # rows; of more, a page of text a row is no table: the explanations are in XLSX and CSV


def _table(document: Any, sheet: Sheet) -> None:  # noqa: ANN401 - python-docx has no types
    """The rows, those apart under a line that says what they are."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    kept = [n for n, name in enumerate(sheet.columns) if name in _DOCX_CM]
    if len(sheet.rows) > EXPLAINED_IN_TABLE:
        kept = [n for n in kept if sheet.columns[n] != "Toelichting"]
    place = sheet.columns.index("Hoort bij") if "Hoort bij" in sheet.columns else None
    table = document.add_table(rows=1, cols=len(kept), style="Table Grid")
    table.autofit = False
    scale = _TABLE_CM / sum(_DOCX_CM[sheet.columns[n]] for n in kept)
    widths = [Cm(_DOCX_CM[sheet.columns[n]] * scale) for n in kept]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cell, n, width in zip(table.rows[0].cells, kept, widths, strict=True):
        cell.paragraphs[0].add_run(sheet.columns[n]).bold = True
        cell.width = width
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))  # the head comes again on every page
    before = ANSWER
    for row in sheet.rows:
        if place is not None and row[place] != before:
            before = row[place]
            line = table.add_row()
            merged = line.cells[0].merge(line.cells[-1])
            merged.paragraphs[0].add_run(_printable(before[:1].upper() + before[1:])).bold = True
        cells = table.add_row()
        if "Toelichting" not in [sheet.columns[n] for n in kept]:
            cells._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # a row stays on one page
        for cell, n, width in zip(cells.cells, kept, widths, strict=True):
            cell.text = _printable(row[n])
            cell.width = width


def _in_dutch(style: Any) -> None:  # noqa: ANN401
    """Marks the text as Dutch, for spelling and for screen readers."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nl-NL")
    style.element.get_or_add_rPr().append(language)
