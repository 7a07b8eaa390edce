"""The loaded reports: their page, their PDFs, and the row as printed."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from app.web.evidence import Draughtsman, NoImageError
from app.web.pages import render
from app.web.rows import document_address
from app.wording import day

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.assistant import Assistant

UPLOAD = "/documenten/toevoegen"


def pdf_of(assistant: "Assistant", key: str) -> Path | None:
    """The PDF from which a report was read; None where it was read from something else or is gone."""
    path = assistant.document(key)
    return path if path is not None and path.suffix.lower() == ".pdf" and _is_same(assistant, key, path) else None


def _is_same(assistant: "Assistant", key: str, path: Path) -> bool:
    """Whether the file is still the one that was read: another one would show the wrong rows."""
    report = next(report for report in assistant.reports if report.key == key)
    try:
        stamp = path.stat()
    except OSError:
        return False
    return _digest(path, stamp.st_mtime_ns, stamp.st_size) == report.sha256


@lru_cache(maxsize=64)
def _digest(path: Path, _modified: int, _size: int) -> str:
    return sha256(path.read_bytes()).hexdigest()


def add_routes(app: "FastAPI", assistant: "Assistant", draughtsman: Draughtsman, *, allow_upload: bool) -> None:
    """Add the page of documents, the PDFs and the pictures of rows."""
    from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

    @app.get("/documenten", include_in_schema=False)
    def documents() -> HTMLResponse:
        return HTMLResponse(
            render(
                "documenten.html",
                here="/documenten",
                title="Documenten – Maatwijzer",
                heading="Documenten",
                reports=[
                    {
                        "report": report,
                        "as_of": day(report.reference_date),
                        "address": document_address(report.key) if pdf_of(assistant, report.key) else None,
                        "coverage": min((share for _, share in report.coverage), default=None),
                    }
                    for report in assistant.reports
                ],
                allow_upload=allow_upload,
            )
        )

    @app.get("/rapport/{key}.pdf", include_in_schema=False)
    def report_file(key: str) -> Response:
        path = pdf_of(assistant, key) if key in {report.key for report in assistant.reports} else None
        if path is None:
            return PlainTextResponse("Dit document is er niet.", status_code=404)
        return FileResponse(path, media_type="application/pdf", content_disposition_type="inline", filename=path.name)

    @app.get("/bewijs/{key}/{number}/{piece}.png", include_in_schema=False)
    def piece_of_row(key: str, number: str, piece: int) -> Response:
        report = next((report for report in assistant.reports if report.key == key), None)
        measure = next((m for m in report.measures if m.id == number), None) if report else None
        path = pdf_of(assistant, key) if measure else None
        if measure is None or path is None or not 1 <= piece <= len(measure.source.boxes):
            return PlainTextResponse("Dit beeld is er niet.", status_code=404)
        try:
            drawn = draughtsman.draw(path, measure.source.boxes[piece - 1])
        except NoImageError:
            return PlainTextResponse("Dit beeld kan niet worden getekend.", status_code=503)
        return Response(drawn, media_type="image/png", headers={"cache-control": "private, max-age=86400"})
