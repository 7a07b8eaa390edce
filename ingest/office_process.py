"""Reading a Word or Excel file in its own process, with limits on memory and time: a bad file harms nothing else."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

from ingest.errors import IngestError
from ingest.pdf_process import MEMORY
from ingest.report_file import plain, record_of
from ingest.rows import Item, Paragraph, TableRow

Kind = Literal["docx", "xlsx"]

SECONDS = 15.0
"""A thousand measures take two."""


def read_office(path: Path, kind: Kind) -> list[Item]:
    """The paragraphs and rows of a Word or Excel file.

    Raises:
        IngestError: the file is damaged, or asks for more memory or time than a report needs.
    """
    command = [sys.executable, "-m", "ingest.office_process", kind, str(path.resolve())]
    root = Path(__file__).resolve().parent.parent
    try:
        ended = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, cwd=root, check=False
        )
    except subprocess.TimeoutExpired as problem:
        raise IngestError(
            f"{path.name}: het lezen duurde te lang en is na {SECONDS:.0f} seconden afgebroken; verwacht werd één "
            "rapportage. Sla alleen de tabellen met maatregelen op in een nieuw bestand."
        ) from problem
    try:
        result = json.loads(ended.stdout)
    except ValueError as problem:  # nothing, or a line that the limits cut off
        raise IngestError(
            f"{path.name} vraagt meer dan 2 GB geheugen; verwacht werd één rapportage. "
            "Sla alleen de tabellen met maatregelen op in een nieuw bestand."
        ) from problem
    if "error" in result:
        raise IngestError(result["error"])
    return [_item(data) for data in result["items"]]


def rows_of(path: Path, kind: Kind) -> list[Item]:
    """The paragraphs and rows, read in this process and without limits."""
    if kind == "docx":
        from ingest import word

        return word.read_rows(path)
    from ingest import excel

    return excel.read_rows(path)


def _item(data: dict[str, Any]) -> Item:
    kind: type[Paragraph] | type[TableRow] = Paragraph if data.pop("kind") == "paragraph" else TableRow
    item: Item = record_of(kind, data)
    return item


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read the file named on the command line and write what it holds to standard output."""
    _limit_memory()
    kind: Kind = "docx" if sys.argv[1] == "docx" else "xlsx"
    result: dict[str, Any]
    try:
        items = rows_of(Path(sys.argv[2]), kind)
        result = {
            "items": [{"kind": "paragraph" if isinstance(item, Paragraph) else "row", **plain(item)} for item in items]
        }
    except IngestError as problem:
        result = {"error": str(problem)}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main()
