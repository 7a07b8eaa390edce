"""A Word document (.docx) to paragraphs and rows: the ministries' originals."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ingest.columns import header_of
from ingest.errors import IngestError
from ingest.printed_text import MARK, TO_SUPERSCRIPT, fold
from ingest.records import Link
from ingest.rows import Item, Paragraph, TableRow

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LARGEST = 30_000_000
"""Bytes of unpacked XML; pictures do not count. A thousand measures take about two million."""

UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, TypeError, AttributeError)
"""What the libraries raise on damaged files, besides their own errors; of lxml a `SyntaxError`."""

NO_HEADER = "De kop van deze tabel is niet herkend; de kolommen kunnen anders zijn dan gelezen."


def check_archive(path: Path) -> None:
    """Refuse what is no archive, or one that unpacks to far more than a report holds.

    Raises:
        IngestError: the file is damaged or too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(e.file_size for e in archive.infolist() if e.filename.lower().endswith((".xml", ".rels")))
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise IngestError(
            f"{path.name} is beschadigd ({problem}); verwacht werd een Word- of Excel-bestand. "
            "Sla het opnieuw op in Word of Excel."
        ) from problem
    if size > _LARGEST:
        raise IngestError(
            f"{path.name} wordt uitgepakt {size // 1_000_000} MB, en dat is te groot (hoogstens 30 MB zonder beelden); "
            "verwacht werd één rapportage. Splits het document."
        )


def _unwrapped(body: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Take away the frames of content controls, so that the tables, rows and cells in them are seen."""
    for frame in list(body.iter(f"{_W}sdt", f"{_W}customXml")):
        parent = frame.getparent()
        content = frame.find(f"{_W}sdtContent") if frame.tag == f"{_W}sdt" else frame
        at = parent.index(frame)
        for child in list(content if content is not None else ()):
            if child.tag not in (f"{_W}sdtPr", f"{_W}customXmlPr"):
                parent.insert(at, child)
                at += 1
        parent.remove(frame)
    for repeated in list(body.iter(_FALLBACK)):  # the same text box once more, for old versions of Word
        repeated.getparent().remove(repeated)


def _marks(body: Any) -> dict[str, str]:  # noqa: ANN401 - an element of lxml
    """The mark of each footnote by its id: they are numbered in the order in which they are cited."""
    cited = dict.fromkeys(str(node.get(f"{_W}id")) for node in body.iter(f"{_W}footnoteReference"))
    return {key: str(number).translate(TO_SUPERSCRIPT) for number, key in enumerate(cited, 1)}


def _text(element: Any, marks: Mapping[str, str]) -> str:  # noqa: ANN401 - an element of lxml
    """A paragraph's text; raised digits and footnote references as superscript characters."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag == f"{_W}t":
            run = node.getparent()
            raised = run.find(f"{_W}rPr/{_W}vertAlign")
            text = node.text or ""
            if raised is not None and raised.get(f"{_W}val") == "superscript" and text.strip().isdigit():
                text = text.translate(TO_SUPERSCRIPT)
            parts.append(text)
        elif node.tag == f"{_W}footnoteReference":
            parts.append(marks[str(node.get(f"{_W}id"))])
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _notes(document: Any, marks: Mapping[str, str]) -> Iterator[Paragraph]:  # noqa: ANN401 - python-docx's document
    """The footnotes that Word keeps apart."""
    from lxml import etree  # type: ignore[import-untyped]

    for relation in document.part.rels.values():
        if not relation.reltype.endswith("/footnotes"):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        for note in etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}footnote"):
            mark = marks.get(str(note.get(f"{_W}id")))
            text = " ".join(_text(paragraph, marks) for paragraph in note.iter(f"{_W}p")).strip()
            if mark and text:
                yield Paragraph(f"{mark} {text}")


def _rows(table: Any, number: int, marks: Mapping[str, str]) -> Iterator[TableRow]:  # noqa: ANN401 - python-docx's table
    """A table's rows; a cell merged over others gives its text once in each row."""
    from docx.text.paragraph import Paragraph as WordParagraph

    for row in table.rows:
        cells: list[str] = []
        links: list[Link] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) in seen:
                cells.append("")
                continue
            seen.add(id(cell._tc))
            paragraphs = [WordParagraph(p, cell) for p in cell._tc.iter(f"{_W}p")]
            cells.append("\n".join(_text(paragraph._p, marks) for paragraph in paragraphs))
            links.extend(Link(fold(link.text), link.url or None) for p in paragraphs for link in p.hyperlinks)
        spanning = len(seen) == 1 and len(cells) > 1
        yield TableRow(tuple(cells), links=tuple(links), table=number, continues=False, spanning=spanning)


def beside_tables(cells: Sequence[str]) -> Paragraph:
    """Cells outside the measures tables as text; a sign and its meaning as a line of the legend."""
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) == 2 and len(filled[0]) <= 12 and not filled[1].startswith("=") and "=" not in filled[0]:
        return Paragraph(" = ".join(filled))
    return Paragraph(" ".join(filled))


def _known(rows: list[TableRow], width: int | None) -> list[Item]:
    """The rows of a measures table; text, where the table is none; in doubt, where its header was not recognised.

    A table without a header and as wide as the one before, of `width` columns, is that one set on.
    """
    if any(header_of(tuple(fold(cell) for cell in row.cells)) for row in rows[:3]):
        return list(rows)
    widest = max((len(row.cells) for row in rows), default=0)
    if widest == width:
        return list(rows)
    if widest < 3:
        return [beside_tables(row.cells) for row in rows]
    return [replace(row, doubt=NO_HEADER) for row in rows]


def read_rows(path: Path) -> list[Item]:
    """The paragraphs and rows of a Word document.

    Raises:
        IngestError: the file is no Word document.
    """
    from docx import Document
    from docx.exceptions import InvalidXmlError, PythonDocxError
    from docx.table import Table
    from docx.text.paragraph import Paragraph as WordParagraph

    check_archive(path)
    try:
        document = Document(str(path))
        body = document.element.body
        _unwrapped(body)
        marks = _marks(body)
        items: list[Item] = []
        tables, width = 0, None
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                tables += 1
                rows = list(_rows(block, tables, marks))
                known = _known(rows, width)
                if known and isinstance(known[0], TableRow) and not known[0].doubt:
                    width = len(known[0].cells)
                items.extend(known)
            elif isinstance(block, WordParagraph) and (text := _text(block._p, marks).strip()):
                items.append(Paragraph(text))
        items.extend(note for note in _notes(document, marks) if MARK.match(note.text))
    except (*UNREADABLE, SyntaxError, InvalidXmlError, PythonDocxError) as problem:
        raise IngestError(
            f"{path.name} is geen leesbaar Word-document ({type(problem).__name__}); verwacht werd .docx. "
            "Sla het opnieuw op in Word."
        ) from problem
    return items
