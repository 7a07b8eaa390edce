"""What the app works with: the assistant in use, which an added report replaces whole, and the documents' files."""

import tomllib
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.web.rows import Shelf, document_address
from app.web.view import Engine
from index.places import DATA, default_home

if TYPE_CHECKING:
    from app.assistant import Assistant
    from ingest.records import Report

DOCUMENTS = "documents"  # folder in the home that keeps the files of added reports, named by their SHA-256


class Loaded:
    """Holds the assistant that answers now; answering threads take it once per question, so a swap is safe."""

    def __init__(self, assistant: "Assistant", home: Path | None, reopen: Callable[[], "Assistant"] | None) -> None:
        self.home = home or default_home()
        self._reopen = reopen
        self.version = 0  # rises with every report that is added
        self._hold(assistant)

    def _hold(self, assistant: "Assistant") -> None:
        documents = {report.key: path for report in assistant.reports if (path := self._file_of(report))}
        reports = {report.key: report for report in assistant.reports}
        shelf = Shelf(reports, {key: document_address(key) for key in documents})
        self.assistant, self.engine, self.documents = assistant, Engine(assistant.columns, shelf), documents

    def renew(self) -> None:
        """Open the reports again, after one was added."""
        if self._reopen is not None:
            self._hold(self._reopen())
            self.version += 1

    def _file_of(self, report: "Report") -> Path | None:
        """The PDF from which the report was read, unchanged; another file would show the wrong rows."""
        shipped = tomllib.loads((DATA / "report.toml").read_text(encoding="utf-8"))["pdf"]
        candidates: list[Path] = [DATA / str(shipped), DATA / report.file, kept_file(self.home, report.sha256)]
        for path in candidates:
            if path.suffix.lower() == ".pdf" and path.is_file() and _digest(path) == report.sha256:
                return path
        return None


def kept_file(home: Path, digest: str) -> Path:
    """Where the PDF of an added report is kept."""
    return home / DOCUMENTS / f"{digest}.pdf"


def keep_file(home: Path, path: Path) -> None:
    """Keep the PDF of an added report, so that its pages can be shown and its rows cut out."""
    if path.suffix.lower() != ".pdf":
        return
    data = path.read_bytes()
    target = kept_file(home, sha256(data).hexdigest())
    target.parent.mkdir(parents=True, exist_ok=True)
    new = target.with_suffix(".new")
    new.write_bytes(data)
    new.replace(target)


@lru_cache(maxsize=64)
def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
