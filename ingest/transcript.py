"""The tab-separated transcript: tables with light markup, paragraphs between them."""

import re
from pathlib import Path

from ingest.errors import IngestError
from ingest.records import Link
from ingest.rows import Item, Paragraph, TableRow

_TAG = re.compile(r"</?(?:u|i|b|p|em|strong)>")
_UNDERLINED = re.compile(r"<u>(.*?)</u>")
_RULE = re.compile(r"[-\s]+")


def read_rows(path: Path) -> list[Item]:
    """The paragraphs and rows of a transcript."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise IngestError(
            f"{path.name} is geen tekst in UTF-8 (byte {problem.start}); verwacht werd een transcript met tabs. "
            "Sla het bestand op als UTF-8, of geef de PDF."
        ) from problem
    items: list[Item] = []
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) == 1:
            if cells[0].strip():
                items.append(Paragraph(_TAG.sub("", cells[0]).strip()))
            continue
        if all(_RULE.fullmatch(cell) for cell in cells if cell):
            continue  # a drawn line under the table
        links = tuple(Link(_TAG.sub("", found).strip(), None) for found in _UNDERLINED.findall(cells[-1]))
        items.append(TableRow(tuple(_TAG.sub("", cell).strip() for cell in cells), links=links))
    return items
