"""The loaded reports: their page, their PDFs, and the row as printed."""

from typing import TYPE_CHECKING

from app.web.evidence import Draughtsman, NoImageError
from app.web.loaded import Loaded
from app.web.pages import render
from app.wording import day, number

if TYPE_CHECKING:
    from fastapi import FastAPI


def add_routes(app: "FastAPI", loaded: Loaded, draughtsman: Draughtsman, *, allow_upload: bool) -> None:
    """Add the page of documents, the PDFs and the pictures of rows."""
    from fastapi.responses import FileResponse, HTMLResponse, PlainTextResponse, Response

    @app.get("/documenten", include_in_schema=False)
    def documents() -> HTMLResponse:
        served = loaded.engine.shelf.documents
        reports = [
            {
                "report": report,
                "as_of": day(report.reference_date),
                "address": served.get(report.key),
                "least": _least(report.coverage),
            }
            for report in loaded.assistant.reports
        ]
        values = {"here": "/documenten", "title": "Documenten – Maatwijzer", "heading": "Documenten"}
        return HTMLResponse(render("documenten.html", **values, reports=reports, allow_upload=allow_upload))

    @app.get("/rapport/{key}.pdf", include_in_schema=False)
    def report_file(key: str) -> Response:
        path = loaded.documents.get(key)
        if path is None:
            return PlainTextResponse("Dit document is er niet.", status_code=404)
        return FileResponse(path, media_type="application/pdf", content_disposition_type="inline", filename=path.name)

    @app.get("/bewijs/{key}/{measure_id}/{piece}.png", include_in_schema=False)
    def piece_of_row(key: str, measure_id: str, piece: int) -> Response:
        report = loaded.engine.shelf.reports.get(key)
        measure = next((m for m in report.measures if m.id == measure_id), None) if report else None
        path = loaded.documents.get(key)
        if measure is None or path is None or not 1 <= piece <= len(measure.source.boxes):
            return PlainTextResponse("Dit beeld is er niet.", status_code=404)
        try:
            drawn = draughtsman.draw(path, measure.source.boxes[piece - 1])
        except NoImageError:
            return PlainTextResponse("Dit beeld kan niet worden getekend.", status_code=503)
        return Response(drawn, media_type="image/png", headers={"cache-control": "private, max-age=86400"})


def _least(coverage: tuple[tuple[int, float], ...]) -> str:
    """The lowest share over the pages as a percentage, rounded down so that 100 means all words; "" without pages."""
    shares = [share for _, share in coverage]
    return number(int(min(shares) * 1000) / 10) if shares else ""
