"""The reports that are indexed: the shipped one and those that were added, each once, side by side."""

import hashlib
import json
import os
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from index.faults import IndexFault
from index.places import DATA
from index.texts import Question, read_questions
from ingest.records import COMPLETE, Report
from ingest.report_file import report_from_json, report_to_json

FOLDER = "reports"
SHIPPED = DATA / "report.toml"

Outcome = Literal["added", "same", "replaced"]


@dataclass(frozen=True, slots=True)
class Source:
    """A report in the catalogue with its editorial questions, and a hash that changes when either does."""

    report: Report
    questions: tuple[Question, ...]
    sha256: str


def add(home: Path, report: Report, *, replace_same_key: bool = False, accept_incomplete: bool = False) -> Outcome:
    """Keep a report; the same file twice changes nothing.

    Raises:
        IndexFault: another file has the same key and may not be replaced, or the report was not read whole.
    """
    kept = {source.report.key: source.report for source in sources(home)}
    same = next((key for key, other in kept.items() if other.sha256 == report.sha256), None)
    if same is not None and not replace_same_key:
        return "same"
    if report.verdict != COMPLETE and not accept_incomplete:
        raise IndexFault(
            f"{report.file} is niet volledig gelezen en wordt niet geladen: bekijk de twijfels met "
            "'maatwijzer ingest --check', of laad het toch met --accept-incomplete."
        )
    if report.key in kept and not replace_same_key:
        raise IndexFault(
            f"Er is al een rapportage met sleutel {report.key} ({kept[report.key].file}): vervang die met --replace."
        )
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report_to_json(report), ensure_ascii=False)
    new = folder / f".{report.key}.{os.getpid()}.new"
    with new.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(_file(home, report.key))
    return "replaced" if report.key in kept else "added"


def remove(home: Path, key: str) -> bool:
    """Take an added report away; whether it was there. The shipped report comes back when its replacement goes."""
    path = _file(home, key)
    existed = path.is_file()
    path.unlink(missing_ok=True)
    return existed


def sources(home: Path) -> tuple[Source, ...]:
    """All reports, oldest reference date first; an added report stands in the place of the shipped one of its key.

    Raises:
        IndexFault: a kept report cannot be read.
    """
    found = {}
    shipped = shipped_source(home)
    if shipped is not None:
        found[shipped.report.key] = shipped
    for path in sorted((home / FOLDER).glob("*.json")):
        data = path.read_bytes()
        try:
            report = report_from_json(json.loads(data))
        except ValueError as error:
            raise IndexFault(
                f"De rapportage {path.name} in {path.parent} is beschadigd: verwijder het bestand en lees het document "
                "opnieuw in met 'maatwijzer ingest'."
            ) from error
        same = shipped is not None and shipped.report.sha256 == report.sha256
        questions = shipped.questions if same and shipped is not None else ()
        found[report.key] = Source(report, questions, _hash(data, repr(questions).encode()))
    return tuple(sorted(found.values(), key=lambda source: (source.report.reference_date, source.report.key)))


def shipped_source(home: Path) -> Source | None:
    """The report that is shipped in `data/`, read from its PDF and remembered; None where `data/` has none.

    Reading a PDF takes seconds, so the result is kept under the hash of the PDF and of all that reads it.
    """
    if not SHIPPED.is_file():
        return None
    entry = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    path = DATA / entry["pdf"]
    questions_file = DATA / entry["questions"]
    reader = sorted([*(DATA.parent / "ingest").glob("*.py"), *DATA.glob("*.toml")])
    key = _hash(path.read_bytes(), *(file.read_bytes() for file in reader if file.name not in NOT_READING))
    kept = home / "read" / f"{key}.json"
    questions = read_questions(questions_file)
    digest = _hash(key.encode(), repr(questions).encode())
    try:
        return Source(report_from_json(json.loads(kept.read_text(encoding="utf-8"))), questions, digest)
    except (OSError, ValueError):
        pass  # not read yet, or a damaged copy: read the document
    report = _read_shipped(path, entry)
    kept.parent.mkdir(parents=True, exist_ok=True)
    for old in kept.parent.glob("*.json"):
        old.unlink(missing_ok=True)
    new = kept.with_suffix(f".{os.getpid()}.new")
    new.write_text(json.dumps(report_to_json(report), ensure_ascii=False), encoding="utf-8")
    new.replace(kept)
    return Source(report, questions, digest)


NOT_READING = frozenset(  # files of data/ that have no part in reading a document
    {
        "thesaurus.toml",
        "subjects.toml",
        "terms.toml",
        "stopwords.toml",
        "weights.toml",
        "smalltalk.toml",
        "about.toml",
        "reading.toml",
    }
)


def _read_shipped(path: Path, entry: dict[str, object]) -> Report:
    from ingest.documents import read_report

    report = read_report(path)
    key = str(entry["key"])
    if report.key == key:
        return report
    measures = tuple(replace(measure, report=key) for measure in report.measures)
    return replace(report, key=key, measures=measures)


def _file(home: Path, key: str) -> Path:
    safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in key)
    return home / FOLDER / f"{safe}.json"


def _hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()
