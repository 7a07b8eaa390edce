"""Which report a document is: key, title, edition and reference date, given, from a sidecar, or from the document."""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.periods import find_units
from ingest.printed_text import fold, sentence_case


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a report besides its tables; None is to be derived."""

    key: str | None = None
    title: str | None = None
    edition: str | None = None
    reference_date: date | None = None

    def filled_from(self, other: "Metadata") -> "Metadata":
        """This, with what is not known taken from the other."""
        return Metadata(
            self.key or other.key,
            self.title or other.title,
            self.edition or other.edition,
            self.reference_date or other.reference_date,
        )


def _load(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise IngestError(
            f"{path.name} is geen geldige TOML ({problem}); verwacht werden key, title, edition en reference_date. "
            "Verbeter het bestand of haal het weg."
        ) from problem


def beside(path: Path) -> Metadata:
    """What a file beside the document says: `<name>.toml`, or `report.toml` when that names the document."""
    own, shared = path.with_suffix(".toml"), path.with_name("report.toml")
    if own.is_file():
        data = _load(own)
    elif shared.is_file() and path.name in (data := _load(shared)).values():
        pass
    else:
        return Metadata()
    given = data.get("reference_date")
    text = {name: str(data[name]) if name in data else None for name in ("key", "title", "edition")}
    return Metadata(text["key"], text["title"], text["edition"], given if isinstance(given, date) else None)


_EDITION = re.compile(
    r"(?i)\b(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\s+((?:19|20)\d\d)\b"
)
_SUBTITLE = re.compile(r"\s+[–—|:-]\s+.*$")


def derived(path: Path, texts: list[str], made: date | None) -> Metadata:
    """What the document itself tells: its first lines, then its file name, then the day on which the file was made.

    The edition is the first "<month> <year>" in the title or the lines before the first table, else the year; the
    reference date is its last day. A document that names no year is given the year in which its file was made.
    """
    title = sentence_case(_SUBTITLE.sub("", fold(texts[0]))) if texts else path.stem
    if len(title) > 150:
        title = path.stem
    for text in (*texts[:1], path.stem, *texts[1:12]):
        if found := _EDITION.search(text.replace("-", " ").replace("_", " ")):
            units = find_units(found.group())
            reference = units[0].period.last if units else None
            return Metadata(found[2], title, found.group().lower(), reference)
    for text in (*texts[:1], path.stem.replace("_", " ").replace("-", " ")):
        if years := [unit for unit in find_units(text) if unit.kind == "year"]:
            last = years[-1].last.last
            assert last is not None
            return Metadata(str(last.year), title, str(last.year), last)
    day = made or date.fromtimestamp(path.stat().st_mtime)
    return Metadata(str(day.year), title, str(day.year), day)


def settled(path: Path, given: Metadata | None, texts: list[str], made: date | None = None) -> Metadata:
    """All four fields: as given, else from beside the document, else from the document."""
    known = (given or Metadata()).filled_from(beside(path))
    known = known.filled_from(derived(path, texts, made))
    return replace(known, title=known.title or path.stem)
