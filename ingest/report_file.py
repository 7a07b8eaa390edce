"""A `Report` as JSON and back, without loss; and the JSON that `maatwijzer ingest` prints."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from ingest.records import Measure, Report, StatusCode
from ingest.vocabulary import load

FORMAT = 1
"""Raised when a record changes so that older files cannot be read."""


def report_to_json(report: Report) -> dict[str, Any]:
    """The report as values that `json` writes; `report_from_json` gives an equal report back."""
    return {"format": FORMAT, **plain(report)}


def report_from_json(data: Mapping[str, Any]) -> Report:
    """The report that `report_to_json` wrote.

    Raises:
        ValueError: the data has another format or lacks a field.
    """
    if data.get("format") != FORMAT:
        raise ValueError(f"report file of format {data.get('format')!r}, expected {FORMAT}")
    try:
        return cast(Report, record_of(Report, data))
    except (KeyError, TypeError) as problem:
        raise ValueError(f"report file is damaged: {problem}") from problem


def plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Records and dates as values that `json` writes."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def record_of(record: type, data: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the record asked for
    """The record that `plain` wrote."""
    return record(**{name: _typed(kind, data[name]) for name, kind in _hints(record).items()})


def _typed(kind: Any, value: Any) -> Any:  # noqa: ANN401 - any annotation of a record
    """The value as its annotation has it: records, tuples and dates made again."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _typed(next(a for a in get_args(kind) if a is not type(None)), value)
    if origin is tuple:
        parts = get_args(kind)
        if len(parts) == 2 and parts[1] is Ellipsis:
            return tuple(_typed(parts[0], part) for part in value)
        return tuple(_typed(part_kind, part) for part_kind, part in zip(parts, value, strict=True))
    if origin is Literal:
        return value
    if kind is date:
        return date.fromisoformat(value)
    return record_of(kind, value) if isinstance(kind, type) and is_dataclass(kind) else value


def status_label(code: StatusCode | None) -> str | None:
    """The status in words; None for a sign that the legend does not explain."""
    return next((entry["label"] for entry in load("status")["status"] if entry["code"] == code), None)


def measure_json(measure: Measure) -> dict[str, Any]:
    """A measure as other programs count on it."""
    deadline = measure.deadline
    return {
        "id": measure.id,
        "report": measure.report,
        "theme": measure.theme,
        "heading": measure.heading,
        "title": measure.title,
        "status": measure.status,
        "status_label": status_label(measure.status),
        "owners": list(measure.owners),
        "who": measure.who,
        "when": deadline.text,
        "start": plain(deadline.start),
        "end": plain(deadline.end.last) if deadline.end else None,
        "pages": list(measure.source.pages),
        "explanation": measure.explanation,
    }


def ingest_json(report: Report) -> dict[str, Any]:
    """One entry of "reports" in the JSON of `maatwijzer ingest`."""
    return {
        "file": report.file,
        "verdict": report.verdict,
        "measures": [measure_json(measure) for measure in report.measures],
        "cross_references": [
            {
                "title": ref.title,
                "heading": ref.heading,
                "theme": ref.theme,
                "see": ref.see,
                "leads_to": list(ref.leads_to),
            }
            for ref in report.cross_references
        ],
        "footnotes": [{"mark": note.mark, "text": note.text, "measure": note.measure} for note in report.footnotes],
        "doubts": [{"page": doubt.page, "text": doubt.text, "why": doubt.why} for doubt in report.doubts],
        "coverage": {str(page): share for page, share in report.coverage},
        "error": None,
    }


def failure_json(file: str, error: str) -> dict[str, Any]:
    """The entry of a document that could not be read at all, with the one line that says why."""
    return {
        "file": file,
        "verdict": "niet volledig gelezen",
        "measures": [],
        "cross_references": [],
        "footnotes": [],
        "doubts": [],
        "coverage": {},
        "error": error,
    }
