"""What every reader hands on: the document's paragraphs and table rows, in printed order."""

from dataclasses import dataclass

from ingest.records import Box, Link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside the tables."""

    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table, as many cells as the table has columns, as printed; "" where a cell is empty or merged."""

    cells: tuple[str, ...]
    boxes: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()
    table: int = 0  # counts tables in the document; a table set on over a page break keeps its number
    continues: bool | None = None  # the row is the rest of the one above; None: not known, its cells decide
    spanning: bool = False  # one cell over the whole width
    doubt: str = ""  # why the row may be read wrongly, in Dutch

    @property
    def page(self) -> int | None:
        """The page on which the row begins."""
        return self.boxes[0].page if self.boxes else None


Item = Paragraph | TableRow
