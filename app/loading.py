"""Documents into the catalogue: read, report what was found, and keep what was read whole."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.completeness import render
from ingest.documents import read_report
from ingest.errors import UserFacingError
from ingest.metadata import Metadata
from ingest.records import COMPLETE, Report
from ingest.report_file import failure_json, ingest_json

OnProgress = Callable[[str, float], None]
LATER = "de index wordt bij de volgende vraag gebouwd."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done with the documents after they were read."""

    check: bool  # read and report only
    replace: bool  # an earlier version of the same report may be replaced
    accept_incomplete: bool  # keep also what was not read whole


def load_documents(
    files: Sequence[Path],
    *,
    home: Path,
    wanted: Wanted,
    metadata: Metadata,
    as_json: bool,
    on_progress: OnProgress,
) -> bool:
    """Read every document and report on it; whether all were read whole, and kept where that was asked.

    A document that cannot be read is named with the reason, and the others are read all the same.
    """
    entries: list[dict[str, Any]] = []
    whole = True
    for path in files:
        told = False
        try:
            report = _read(path, metadata, on_progress)
            whole &= report.verdict == COMPLETE
            entries.append(ingest_json(report))
            told = True
            if not as_json:
                _show(report)
            if not wanted.check:
                _keep(report, path, home, wanted)
        except UserFacingError as problem:
            whole = False
            _say(str(problem))
            if not told:
                entries.append(failure_json(path.name, str(problem)))
    if as_json:
        sys.stdout.write(json.dumps({"reports": entries}, ensure_ascii=False, indent=2) + "\n")
    return whole


def _read(path: Path, metadata: Metadata, on_progress: OnProgress) -> Report:
    def on_page(page: int, pages: int) -> None:
        on_progress(f"{path.name} lezen", page / max(pages, 1))

    return read_report(path, on_page=on_page, metadata=metadata)


def _show(report: Report) -> None:
    from rich.console import Console

    Console().print(render(report))


def _keep(report: Report, path: Path, home: Path, wanted: Wanted) -> None:
    from app.web.loaded import keep_file
    from index.catalogue import add

    outcome = add(home, report, replace_same_key=wanted.replace, accept_incomplete=wanted.accept_incomplete)
    keep_file(home, path)
    said = {
        "added": f"{report.file} is toegevoegd als rapportage {report.key}; {LATER}",
        "replaced": f"{report.file} vervangt rapportage {report.key}; {LATER}",
        "same": f"{report.file} was al geladen; er is niets veranderd.",
    }
    _say(said[outcome])


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
