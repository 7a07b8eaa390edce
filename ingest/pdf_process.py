"""Reading a PDF in a process of its own, with limits on memory, time and pages: a bad file harms nothing else."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.records import Doubt
from ingest.report_file import plain, record_of
from ingest.rows import Item, Paragraph, TableRow

MEMORY = 2_000_000_000
"""Bytes of address space that reading one PDF may take."""
SECONDS = 15.0
"""Seconds on the clock that may pass before the first page, and from each page to the next."""
SECONDS_A_PAGE = 1.0
"""Seconds that a page may take on average; also that each page may take of what follows the last."""
_STARVED = 0.2  # share of the seconds without the processor at which a busy machine, not the file, takes the time
_PATIENCE = 1.2  # times the seconds on the clock that nothing may exceed: a file that hangs ends within 20 seconds
_BUSY = 4.0  # times the average on the clock that a reading which goes on may take on a busy machine
PAGES = 3000
"""More pages than any progress report has."""


@dataclass(frozen=True, slots=True)
class PdfResult:
    """What the process read."""

    items: tuple[Item, ...]
    doubts: tuple[Doubt, ...]
    coverage: tuple[tuple[int, float], ...]
    made: str
    joined: int


def read_pdf(path: Path, on_page: Callable[[int, int], None] | None = None, seconds: float = SECONDS) -> PdfResult:
    """The paragraphs and rows of a PDF.

    Raises:
        IngestError: the file is broken, encrypted, a scan, or asks for more memory, time or pages than a report needs.
    """
    command = [sys.executable, "-m", "ingest.pdf_process", str(path.resolve())]
    root = str(Path(__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )
    watch = _Watch(child, seconds)
    watch.start()
    result: dict[str, Any] | None = None
    try:
        assert child.stdout is not None
        for line in child.stdout:
            message = json.loads(line)
            if "page" in message:
                watch.extend(message["page"], message["pages"])
                if on_page:
                    on_page(message["page"], message["pages"])
            else:
                result = message
        child.wait()
    except ValueError:  # a line that the limits cut off
        result = None
    finally:
        watch.stop()
        if child.poll() is None:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()
    if watch.too_late:
        raise IngestError(
            f"{path.name}: het lezen duurde te lang en is na {watch.taken:.0f} seconden afgebroken (bij pagina "
            f"{watch.page + 1}); verwacht werd een gewone PDF. Druk het document opnieuw af naar PDF en probeer die."
        )
    if result is None:
        raise IngestError(_line(path.name, "memory", f"bij pagina {watch.page + 1}"))
    if "error" in result:
        raise IngestError(_line(path.name, result["error"], result.get("detail", "")))
    return PdfResult(
        tuple(_item(data) for data in result["items"]),
        tuple(record_of(Doubt, data) for data in result["doubts"]),
        tuple((page, share) for page, share in result["coverage"]),
        result["made"],
        result["joined"],
    )


class _Watch(threading.Thread):
    """Ends the process when it does not get on, or when all its pages together take too long."""

    def __init__(self, child: "subprocess.Popen[bytes]", seconds: float) -> None:
        super().__init__(daemon=True)
        self._child = child
        self._seconds = seconds
        self._done = threading.Event()
        self._begun = time.monotonic()
        self._step = (self._begun, 0.0, seconds)  # since when it does not get on, its processor seconds then, its limit
        self.page = 0
        self.taken = 0.0
        self.too_late = False

    def extend(self, page: int, pages: int) -> None:
        """A page was read."""
        self.page = page
        limit = self._seconds + (pages * SECONDS_A_PAGE if page == pages else 0.0)
        self._step = (time.monotonic(), _processor_seconds(self._child.pid), limit)

    def run(self) -> None:
        """Wait for the end of the process or of its time."""
        while not self._done.wait(0.1):
            now, used = time.monotonic(), _processor_seconds(self._child.pid)
            self.taken = now - self._begun
            if self._stalls(now, used) or self._is_slow(used):
                self.too_late = True
                with suppress(OSError):
                    self._child.kill()
                return

    def _stalls(self, now: float, used: float) -> bool:
        """Whether a page takes too long; a little longer is given where the machine is too busy for the process."""
        since, used_then, limit = self._step
        starved = used - used_then < _STARVED * limit
        return now - since > limit * (_PATIENCE if starved else 1.0)

    def _is_slow(self, used: float) -> bool:
        """Whether the pages together take too long: of the processor, so that a busy machine ends no reading."""
        allowed = self._seconds + SECONDS_A_PAGE * self.page + (self._step[2] - self._seconds)
        return used > allowed or self.taken > _BUSY * allowed

    def stop(self) -> None:
        """The process has ended."""
        self._done.set()
        self.join()


def _processor_seconds(process: int) -> float:
    """How long a process has had the processor; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / float(os.sysconf("SC_CLK_TCK"))
    except (OSError, ValueError, IndexError, AttributeError):
        return 0.0


_LINES = {
    "encrypted": "{name} is beveiligd met een wachtwoord; verwacht werd een vrij leesbare PDF. "
    "Sla het document op zonder beveiliging en probeer het opnieuw.",
    "memory": "{name} vraagt meer dan 2 GB geheugen ({detail}); verwacht werd een gewone PDF. "
    "Druk het document opnieuw af naar PDF en probeer die.",
    "pages": "{name} heeft te veel pagina's ({detail}; hoogstens 3000); verwacht werd één rapportage. "
    "Splits het document.",
    "scan": "{name} bestaat uit scans zonder tekst ({detail}); verwacht werd een PDF met tekst. "
    "Maak de tekst eerst leesbaar met OCR (bijvoorbeeld ocrmypdf -l nld) en lees het resultaat.",
    "empty": "{name} heeft geen pagina's met tekst; verwacht werd een PDF met tabellen. Controleer het bestand.",
    "broken": "{name} is een beschadigde PDF ({detail}); verwacht werd een geldige PDF. Vraag het document opnieuw op.",
}


def _line(name: str, code: str, detail: str) -> str:
    return _LINES[code].format(name=name, detail=" ".join(detail.split())[:160])


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


def _read(path: Path) -> dict[str, Any]:
    """What the child hands on: the rows, or the code of an error with its detail."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    from ingest.pdf import TooManyPages, read_rows

    def told(page: int, pages: int) -> None:
        _say({"page": page, "pages": pages})

    try:
        rows = read_rows(path, told, PAGES)
    except TooManyPages as problem:
        return {"error": "pages", "detail": str(problem)}
    except (PDFPasswordIncorrect, PDFEncryptionError):
        return {"error": "encrypted"}
    except PdfminerException as problem:
        cause = problem.args[0] if problem.args else problem
        if isinstance(cause, (PDFPasswordIncorrect, PDFEncryptionError)):
            return {"error": "encrypted"}
        return {"error": "broken", "detail": type(cause).__name__}
    except (
        PDFException,
        PSException,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
    ) as problem:
        return {"error": "broken", "detail": f"{type(problem).__name__}: {problem}"}
    if not rows.items:
        if rows.doubts:
            return {"error": "scan", "detail": "pagina " + ", ".join(str(doubt.page) for doubt in rows.doubts[:20])}
        return {"error": "empty"}
    items = [{"kind": "paragraph" if isinstance(item, Paragraph) else "row", **plain(item)} for item in rows.items]
    return {
        "items": items,
        "doubts": plain(tuple(rows.doubts)),
        "coverage": [list(pair) for pair in rows.coverage],
        "made": rows.made,
        "joined": rows.joined,
    }


def _say(message: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the PDF named on the command line and write what it holds to standard output, a line for each page first."""
    import gc
    import logging

    gc.set_threshold(50_000, 20, 20)  # a page is tens of thousands of small objects without cycles
    logging.disable(logging.CRITICAL)
    _limit_memory()
    try:
        _say(_read(Path(sys.argv[1])))
    except MemoryError:
        _say({"error": "memory", "detail": "meer dan er is"})


if __name__ == "__main__":
    main()
