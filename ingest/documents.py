"""Any document to a `Report`: the reader is chosen by what the file is, the rest is the same for all."""

import hashlib
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ingest.errors import IngestError
from ingest.measures import assemble, with_report
from ingest.metadata import Metadata, settled
from ingest.records import COMPLETE, INCOMPLETE, Doubt, Report
from ingest.rows import Item

OnPage = Callable[[int, int], None]
"""Called with the page just read and the number of pages."""

ENOUGH = 0.98
"""Below this share of accounted words on a page with tables a document was not read whole."""

_LONGEST_FILE = 200_000_000


def _kind(path: Path) -> str:
    """What the file is, by its first bytes; its name only tells what its author meant."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except FileNotFoundError as problem:
        raise IngestError(f"{path} bestaat niet; geef de naam van een PDF, Word-, Excel- of tekstbestand.") from problem
    except OSError as problem:
        raise IngestError(
            f"{path} kan niet worden gelezen ({problem.strerror}); geef een leesbaar bestand."
        ) from problem
    if size == 0:
        raise IngestError(
            f"{path.name} is leeg (0 bytes); verwacht werd een document met tabellen. Vraag het opnieuw op."
        )
    if size > _LONGEST_FILE:
        raise IngestError(f"{path.name} is groter dan 200 MB; verwacht werd één rapportage. Splits het bestand.")
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(b"PK"):
        return "xlsx" if _holds_workbook(path) else "docx"
    if path.suffix.lower() == ".pdf":
        raise IngestError(
            f"{path.name} is geen PDF (de eerste bytes zijn niet %PDF-); verwacht werd een PDF. "
            "Sla het document opnieuw op als PDF."
        )
    if path.suffix.lower() in (".docx", ".xlsx", ".doc", ".xls") or b"\0" in head:
        raise IngestError(
            f"{path.name} is een onbekende soort bestand; verwacht werd PDF, .docx, .xlsx of een transcript met tabs. "
            "Sla het op in een van deze soorten."
        )
    return "transcript"


def _holds_workbook(path: Path) -> bool:
    """Whether an archive is an Excel workbook; of a damaged one its name decides."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return path.suffix.lower() in (".xlsx", ".xlsm")


def _day_made(stamp: str) -> date | None:
    """The day in a PDF's creation date, "D:20231123205619Z"."""
    found = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", stamp)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def read_report(path: Path, *, on_page: OnPage | None = None, metadata: Metadata | None = None) -> Report:
    """All measures of a document, what else it holds, and what could not be read.

    Args:
        path: a PDF, a Word or Excel document, or a transcript.
        on_page: called after each page of a PDF with its number and the number of pages.
        metadata: key, title, edition and reference date where known; the rest is derived.

    Raises:
        IngestError: one line that says what is wrong with the file and what to do.
    """
    kind = _kind(path)
    made: date | None = None
    coverage: tuple[tuple[int, float], ...] = ()
    items: list[Item]
    doubts: tuple[Doubt, ...] = ()
    joined = 0
    if kind == "pdf":
        from ingest.pdf_process import read_pdf

        read = read_pdf(path, on_page)
        items, doubts, coverage, joined = list(read.items), read.doubts, read.coverage, read.joined
        made = _day_made(read.made)
    elif kind == "transcript":
        from ingest import transcript

        items = transcript.read_rows(path)
    else:
        from ingest import office_process

        items = office_process.read_office(path, "xlsx" if kind == "xlsx" else "docx")
    assembled = assemble(items)
    if not assembled.tables or not (assembled.measures or assembled.cross_references):
        raise IngestError(
            f"{path.name} bevat geen tabel met maatregelen; verwacht werd een tabel met een kop als Maatregel, "
            "Stand van zaken, Wanneer, Wie, Toelichting. Staan de koppen er anders, voeg ze toe aan data/columns.toml."
        )
    known = settled(path, metadata, assembled.paragraphs, made)
    assert known.key and known.title and known.edition and known.reference_date
    doubts += tuple(assembled.doubts)
    whole = not doubts and all(share >= ENOUGH for _, share in coverage)
    return Report(
        key=known.key,
        title=known.title,
        edition=known.edition,
        reference_date=known.reference_date,
        file=path.name,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        themes=tuple(assembled.themes),
        legend=tuple(assembled.legend),
        introduction=assembled.introduction,
        measures=with_report(assembled.measures, known.key),
        cross_references=tuple(assembled.cross_references),
        footnotes=tuple(assembled.footnotes),
        doubts=doubts,
        coverage=coverage,
        joined=joined + assembled.joined,
        verdict=COMPLETE if whole else INCOMPLETE,
    )
