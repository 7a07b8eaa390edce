"""A Word document (.docx) to paragraphs and rows: the ministries' originals."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.printed_text import MARK, TO_SUPERSCRIPT
from ingest.records import Link
from ingest.rows import Item, Paragraph, TableRow

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 300_000_000


def check_archive(path: Path) -> None:
    """Refuse what is no archive, or one that unpacks to far more than a report holds.

    Raises:
        IngestError: the file is damaged or too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise IngestError(
            f"{path.name} is beschadigd ({problem}); verwacht werd een Word- of Excel-bestand. "
            "Sla het opnieuw op in Word of Excel."
        ) from problem
    if size > _LARGEST:
        raise IngestError(
            f"{path.name} wordt uitgepakt {size // 1_000_000} MB, en dat is te groot (hoogstens 300 MB); "
            "verwacht werd één rapportage. Splits het document."
        )


def _text(element: Any) -> str:  # noqa: ANN401 - an element of lxml
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
            parts.append(str(node.get(f"{_W}id")).translate(TO_SUPERSCRIPT))
        elif node.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _notes(document: Any) -> Iterator[Paragraph]:  # noqa: ANN401 - python-docx's document
    """The footnotes that Word keeps apart."""
    from lxml import etree  # type: ignore[import-untyped]

    for relation in document.part.rels.values():
        if not relation.reltype.endswith("/footnotes"):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        for note in etree.fromstring(relation.target_part.blob, parser).iter(f"{_W}footnote"):
            if note.get(f"{_W}type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            text = " ".join(_text(paragraph) for paragraph in note.iter(f"{_W}p")).strip()
            if text:
                yield Paragraph(f"{str(note.get(f'{_W}id')).translate(TO_SUPERSCRIPT)} {text}")


def _rows(table: Any, number: int) -> Iterator[TableRow]:  # noqa: ANN401 - python-docx's table
    """A table's rows; a cell merged over others gives its text once."""
    for row in table.rows:
        cells: list[str] = []
        links: list[Link] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) in seen:
                cells.append("")
                continue
            seen.add(id(cell._tc))
            cells.append("\n".join(_text(paragraph._p) for paragraph in cell.paragraphs))
            links.extend(Link(link.text, link.address) for p in cell.paragraphs for link in p.hyperlinks)
        spanning = len(seen) == 1 and len(cells) > 1
        yield TableRow(tuple(cells), links=tuple(links), table=number, continues=False, spanning=spanning)


def read_rows(path: Path) -> list[Item]:
    """The paragraphs and rows of a Word document.

    Raises:
        IngestError: the file is no Word document.
    """
    from docx import Document
    from docx.oxml.exceptions import InvalidXmlError
    from docx.table import Table
    from docx.text.paragraph import Paragraph as WordParagraph

    check_archive(path)
    try:
        document = Document(str(path))
    except (KeyError, ValueError, InvalidXmlError, SyntaxError) as problem:
        raise IngestError(
            f"{path.name} is geen leesbaar Word-document ({problem}); verwacht werd .docx. Sla het opnieuw op in Word."
        ) from problem
    items: list[Item] = []
    tables = 0
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            tables += 1
            items.extend(_rows(block, tables))
        elif isinstance(block, WordParagraph):
            text = _text(block._p).strip()
            if text:
                items.append(Paragraph(text))
    items.extend(note for note in _notes(document) if MARK.match(note.text))
    return items
