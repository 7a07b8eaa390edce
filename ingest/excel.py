"""An Excel workbook (.xlsx) to paragraphs and rows: the ministries' originals."""

from datetime import date, datetime
from pathlib import Path

from ingest.columns import header_of
from ingest.errors import IngestError
from ingest.periods import MONTHS
from ingest.printed_text import MARK, fold
from ingest.records import Link
from ingest.rows import Item, Paragraph, TableRow
from ingest.word import check_archive

_UNNAMED = ("blad", "sheet", "table", "tabel")
_MOST_ROWS = 100_000


def _shown(value: object) -> str:
    """A cell's value as it would be printed."""
    if value is None:
        return ""
    if isinstance(value, (date, datetime)):
        return f"{value.day} {MONTHS[value.month - 1].partition('|')[0]} {value.year}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return fold(str(value))


def read_rows(path: Path) -> list[Item]:
    """The paragraphs and rows of all sheets; a sheet's name names its table where nothing above the table does.

    Raises:
        IngestError: the file is no Excel workbook.
    """
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    check_archive(path)
    try:
        book = openpyxl.load_workbook(path, data_only=True)
    except (InvalidFileException, KeyError, ValueError, TypeError, SyntaxError) as problem:
        raise IngestError(
            f"{path.name} is geen leesbaar Excel-bestand ({problem}); verwacht werd .xlsx. Sla het opnieuw op in Excel."
        ) from problem
    items: list[Item] = []
    for number, sheet in enumerate(book.worksheets, 1):
        rows: list[tuple[tuple[str, ...], tuple[Link, ...]]] = []
        for row in sheet.iter_rows(max_row=min(sheet.max_row, _MOST_ROWS)):
            links = tuple(
                Link(_shown(cell.value), link.target)
                for cell in row
                if (link := getattr(cell, "hyperlink", None)) is not None
            )
            rows.append((tuple(_shown(cell.value) for cell in row), links))
        items.extend(_sheet(rows, sheet.title, number))
    return items


def _sheet(rows: list[tuple[tuple[str, ...], tuple[Link, ...]]], name: str, number: int) -> list[Item]:
    items: list[Item] = []
    filled = [(cells, links) for cells, links in rows if any(cells)]
    in_table = False
    for at, (cells, links) in enumerate(filled):
        lone = sum(map(bool, cells)) == 1
        text = next(cell for cell in cells if cell)
        above_header = at + 1 < len(filled) and header_of(filled[at + 1][0]) is not None
        if header_of(cells):
            named = any(isinstance(item, Paragraph) for item in items[-1:])
            if not named and not in_table and not name.casefold().startswith(_UNNAMED):
                items.append(Paragraph(name))
            in_table = True
        if lone and (not in_table or above_header or MARK.match(text)):
            items.append(Paragraph(text))
        elif not in_table:
            items.append(Paragraph(" ".join(cell for cell in cells if cell)))  # "4 | = afgerond" above the tables
        else:
            items.append(TableRow(cells, links=links, table=number, continues=False))
    return items
