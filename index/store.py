"""Indexes on disk: each build in a folder of its own, checked when opened, and a pointer that is swapped last.

A build is written beside the others, every file flushed to disk, described by a manifest of SHA-256 hashes, renamed to
its final name, and only then does the pointer `current` name it. A reader therefore sees the old index or the new one,
never half of one; a damaged index is refused, never answered from, and `ensure` builds it again.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index import catalogue
from index.contents import Index, load_index, make_index, save_index
from index.faults import IndexFault
from index.model import Encoder, Progress, find_encoder, no_progress
from index.places import DATA, default_home
from index.remembered import RememberingEncoder
from index.subjects import SUBJECTS, UNANSWERED
from index.texts import Question
from index.thesaurus import Thesaurus, read_thesaurus
from ingest.records import Report

FORMAT = 10  # of a build; raise it when what is written, or how texts are cut into words, changes
FOLDER = "index"
POINTER = "current"
MANIFEST = "manifest.json"
KEPT = 3  # builds: the current one, and two to go back to (another model, a reader that is still loading)
THESAURUS = DATA / "thesaurus.toml"
STOP_WORDS = DATA / "stopwords.toml"
AGAIN = "bouw de index opnieuw met 'maatwijzer build'"


def ensure(
    home: Path | None = None, *, model: str | None = None, on_progress: Progress = no_progress, rebuild: bool = False
) -> Index:
    """The index of all reports, opened; what is missing, damaged or made from other sources is built first.

    Args:
        home: the folder of models and indexes; None is the default.
        model: see `index.model.find_encoder`.
        on_progress: called while something is built.
        rebuild: build, whatever is there.
    """
    place = home or default_home()
    encoder = find_encoder(model, place, on_progress)
    found = catalogue.sources(place)
    if not found:
        raise IndexFault("Er is geen rapportage om te doorzoeken: lees er een in met 'maatwijzer ingest BESTAND'.")
    expected = fingerprint([source.sha256 for source in found], encoder)
    if not rebuild:
        try:
            return _open(place, encoder, expected)
        except IndexFault:
            pass  # missing, damaged or of other sources: made again below
    questions = [(source.report.key, question) for source in found for question in source.questions]
    return _build(
        [source.report for source in found],
        home=place,
        encoder=encoder,
        questions=questions,
        expected=expected,
        on_progress=on_progress,
        force=rebuild,
    )


def build(
    reports: Sequence[Report],
    *,
    home: Path,
    encoder: Encoder | None,
    questions: Sequence[tuple[str, Question]] = (),
    on_progress: Progress = no_progress,
) -> Index:
    """Index these reports and make that the current index; questions are (report key, question)."""
    sources = [hashlib.sha256(repr(report).encode()).hexdigest() for report in reports]
    sources.append(hashlib.sha256(repr(list(questions)).encode()).hexdigest())
    expected = fingerprint(sources, encoder)
    return _build(
        reports,
        home=home,
        encoder=encoder,
        questions=questions,
        expected=expected,
        on_progress=on_progress,
        force=True,
    )


def open_index(home: Path | None = None, *, encoder: Encoder | None = None) -> Index:
    """The current index as it is, with the encoder that it was built with; nothing is built, no model is loaded.

    Raises:
        IndexFault: there is no index, a file of it is missing or damaged, or it was made with another model.
    """
    return _open(home or default_home(), encoder, None)


def fingerprint(sources: Sequence[str], encoder: Encoder | None) -> str:
    """SHA-256 over everything that an index is made from: format, model, vocabulary and the hash of every source."""
    parts = [str(FORMAT), encoder.fingerprint if encoder else "words", *sources]
    for path in (THESAURUS, STOP_WORDS, SUBJECTS, UNANSWERED):
        parts.append(hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "none")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _builds(home: Path) -> Path:
    return home / FOLDER


def _build(
    reports: Sequence[Report],
    *,
    home: Path,
    encoder: Encoder | None,
    questions: Sequence[tuple[str, Question]],
    expected: str,
    on_progress: Progress,
    force: bool,
) -> Index:
    from filelock import FileLock

    folder = _builds(home)
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / ".lock"):
        if not force:
            try:  # another builder was first
                return _open(home, encoder, expected)
            except IndexFault:
                pass
        for left in folder.glob(".new-*"):
            shutil.rmtree(left, ignore_errors=True)  # of a builder that was killed: the lock is ours
        remembering = RememberingEncoder(encoder, folder) if encoder else None
        index = make_index(reports, questions, _thesaurus(), remembering, on_progress)
        index = replace(index, encoder=encoder)
        write_build(index, folder, expected)
        if remembering is not None:
            remembering.keep()
        on_progress("Index bewaren", 1.0)
        _tidy(folder)
    return index


def _thesaurus() -> Thesaurus:
    return read_thesaurus(THESAURUS)


def write_build(index: Index, folder: Path, expected: str) -> Path:
    """Write a build and point to it; when anything fails the current index stays as it was."""
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    try:
        save_index(index, new)
        description = {
            "format": FORMAT,
            "fingerprint": expected,
            "model": index.encoder.name if index.encoder else None,
            "files": {path.name: _sha256(path) for path in sorted(new.iterdir())},
        }
        (new / MANIFEST).write_text(json.dumps(description, indent=1), encoding="utf-8")
        for path in sorted(new.iterdir()):
            _flush(path)
        _flush(new)
        new.chmod(0o755)
        final = folder / f"{expected[:16]}-{time.time_ns():x}"
        new.rename(final)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _flush(folder)
    _point(folder, final.name)
    return final


def _point(folder: Path, name: str) -> None:
    new = folder / f".{POINTER}.{os.getpid()}"
    new.write_text(name + "\n", encoding="utf-8")
    _flush(new)
    new.replace(folder / POINTER)
    _flush(folder)


def _flush(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _open(home: Path, encoder: Encoder | None, expected: str | None) -> Index:
    folder = _builds(home)
    for attempt in (1, 2, 3):
        name = _current(folder)
        try:
            return _load(folder / name, encoder, expected)
        except IndexFault:
            if _current(folder) == name or attempt == 3:  # else: swapped while it was read
                earlier = _same_sources(folder, expected)
                if earlier is None or earlier.name == name:
                    raise
                index = _load(earlier, encoder, expected)
                _point(folder, earlier.name)
                return index
    raise IndexFault(f"De index in {folder} verandert voortdurend: probeer het opnieuw.")


def _current(folder: Path) -> str:
    try:
        name = (folder / POINTER).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise IndexFault(f"Er is nog geen index in {folder}: {AGAIN}.") from error
    if not name or "/" in name or name.startswith("."):
        raise IndexFault(f"De verwijzing {folder / POINTER} is beschadigd: {AGAIN}.")
    return name


def _same_sources(folder: Path, expected: str | None) -> Path | None:
    """An earlier build of the same sources and model, for who changes models to and fro."""
    builds = sorted(folder.glob(f"{expected[:16]}-*"), key=lambda path: path.name) if expected else []
    return builds[-1] if builds else None


def _load(folder: Path, encoder: Encoder | None, expected: str | None) -> Index:
    description = _checked(folder)
    if description["format"] != FORMAT:
        raise IndexFault(f"De index in {folder} is van een andere versie van Maatwijzer: {AGAIN}.")
    if expected is not None and description["fingerprint"] != expected:
        raise IndexFault(f"De index in {folder} is van andere documenten of een ander zoekmodel: {AGAIN}.")
    try:
        return load_index(folder, encoder)
    except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise IndexFault(f"De index in {folder} is onleesbaar: {AGAIN}.") from error


def _checked(folder: Path) -> dict[str, object]:
    """The manifest of a build, after every file was compared with it."""
    try:
        description = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = dict(description["files"])
        if {"format", "fingerprint"} - set(description):
            raise KeyError("format")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexFault(f"De index in {folder} is onvolledig of beschadigd: {AGAIN}.") from error
    for name, expected in files.items():
        path = folder / name
        if not path.is_file() or _sha256(path) != expected:
            raise IndexFault(f"Het bestand {name} van de index in {folder} is beschadigd: {AGAIN}.")
    return dict(description)


def _tidy(folder: Path) -> None:
    """Remove all builds but the current one and the latest others."""
    current = _current(folder)
    builds = sorted(
        (path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".") and path.name != current),
        key=lambda path: path.stat().st_mtime_ns,
    )
    for old in builds[: max(0, len(builds) - (KEPT - 1))]:
        shutil.rmtree(old, ignore_errors=True)
