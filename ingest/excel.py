"""An Excel workbook (.xlsx) to paragraphs and rows: the ministries' originals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ingest.columns import header_of
from ingest.errors import IngestError
from ingest.periods import MONTHS
from ingest.printed_text import MARK, TO_SUPERSCRIPT, fold
from ingest.records import Link
from ingest.rows import Item, Paragraph, TableRow
from ingest.word import NO_HEADER, UNREADABLE, beside_tables, check_archive

_UNNAMED = ("blad", "sheet", "table", "tabel")
_MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet with anything in it."""

    cells: tuple[str, ...]
    links: tuple[Link, ...]
    merged: bool  # its one text stands in a cell merged over others


def _shown(cell: Any) -> str:  # noqa: ANN401 - a cell of openpyxl
    """A cell's value as it would be printed; raised digits as superscript characters."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    value = cell.value
    if value is None:
        return ""
    if isinstance(value, date):  # a datetime is one too
        if "d" not in (cell.number_format or "d").lower():  # "mmm-yy"
            return f"{MONTHS[value.month - 1].partition('|')[0]} {value.year}"
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, CellRichText):
        parts: list[str] = []
        for part in value:
            raised = isinstance(part, TextBlock) and part.font is not None and part.font.vertAlign == "superscript"
            parts.append(str(part).translate(TO_SUPERSCRIPT) if raised and str(part).strip().isdigit() else str(part))
        return fold("".join(parts))
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
        with path.open("rb") as file:  # by its contents: of a path the library judges the name
            book = openpyxl.load_workbook(file, data_only=True, rich_text=True)
        items: list[Item] = []
        for number, sheet in enumerate(book.worksheets, 1):
            items.extend(_items(list(_rows(sheet, path.name)), sheet.title, number))
    except (*UNREADABLE, SyntaxError, InvalidFileException) as problem:
        raise IngestError(
            f"{path.name} is geen leesbaar Excel-bestand ({type(problem).__name__}); verwacht werd .xlsx. "
            "Sla het opnieuw op in Excel."
        ) from problem
    return items


def _rows(sheet: Any, name: str) -> Iterator[_Row]:  # noqa: ANN401 - a sheet of openpyxl
    """The rows of a sheet that are not empty; a cell merged over rows below gives its text in each."""
    above: dict[tuple[int, int], str] = {}
    wide: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        if area.max_col > area.min_col:
            wide.add((area.min_row, area.min_col))
        else:
            text = _shown(sheet.cell(area.min_row, area.min_col))
            above.update({(row, area.min_col): text for row in range(area.min_row + 1, area.max_row + 1)})
    # not sheet.iter_rows, which makes every cell up to the farthest one: a 12 kB file may have 17 billion
    present: dict[int, list[Any]] = {}
    for (number, _), cell in sorted(sheet._cells.items()):
        if _shown(cell) or (number, cell.column) in above:
            present.setdefault(number, []).append(cell)
    width = max((cell.column for row in present.values() for cell in row), default=0)
    if width > _MOST_COLUMNS:
        raise IngestError(
            f"{name}: het blad {sheet.title!r} heeft {width} kolommen (hoogstens {_MOST_COLUMNS}); "
            "verwacht werd een tabel met maatregelen. Haal weg wat niet bij de tabel hoort."
        )
    for _, row in sorted(present.items()):
        shown = {cell.column: _shown(cell) or above.get((cell.row, cell.column), "") for cell in row}
        cells = tuple(shown.get(column, "") for column in range(1, width + 1))
        linked = [(cell, link) for cell in row if (link := getattr(cell, "hyperlink", None)) is not None]
        links = tuple(Link(_shown(cell), link.target) for cell, link in linked)
        lone = sum(map(bool, cells)) == 1
        yield _Row(
            cells, links, lone and any((cell.row, cell.column) in wide for cell in row if cell.value is not None)
        )


def _items(rows: list[_Row], name: str, number: int) -> list[Item]:
    """The paragraphs and table rows of one sheet."""
    headers = [header_of(row.cells) is not None for row in rows]
    items: list[Item] = []
    in_table = False
    for at, row in enumerate(rows):
        lone = sum(map(bool, row.cells)) == 1
        text = next(cell for cell in row.cells if cell)
        above_header = at + 1 < len(rows) and headers[at + 1]
        if headers[at]:
            named = any(isinstance(item, Paragraph) for item in items[-1:])
            if not named and not in_table and not name.casefold().startswith(_UNNAMED):
                items.append(Paragraph(name))
            in_table = True
        if lone and (not in_table or above_header or MARK.match(text)):
            items.append(Paragraph(text))
        elif in_table:
            items.append(TableRow(row.cells, links=row.links, table=number, continues=False, spanning=row.merged))
        elif not any(headers) and sum(map(bool, row.cells)) > 2:
            items.append(TableRow(row.cells, links=row.links, table=number, continues=False, doubt=NO_HEADER))
        else:
            items.append(beside_tables(row.cells))  # "4 | afgerond" above the tables
    return items
