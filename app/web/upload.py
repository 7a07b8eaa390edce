"""Adding a report in the browser, where the operator allows it: send, look at what was read, then accept.

The file comes as the bare body of a request with its name in a header: no other site's form can send that. It is
read in the reader's own process with its limits, and nothing is loaded before the user has seen the result.
"""

import asyncio
import json
import secrets
import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from anyio import to_thread

from app.web.loaded import Loaded, keep_file
from app.web.pages import render
from app.wording import day, number
from ingest.errors import UserFacingError
from ingest.records import COMPLETE, Report

if TYPE_CHECKING:
    from fastapi import FastAPI

UPLOAD = "/toevoegen/document"
KEPT_SECONDS = 1800  # that a document waits to be accepted
KINDS = (".pdf", ".docx", ".xlsx", ".txt")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that was read and not yet accepted."""

    folder: tempfile.TemporaryDirectory[str]
    path: Path
    report: Report
    since: float


class Desk:
    """The documents that wait to be accepted, and the one place where one is read."""

    def __init__(self, loaded: Loaded) -> None:
        self.loaded = loaded
        self.waiting: dict[str, Waiting] = {}
        self.reading = asyncio.Lock()

    def read(self, folder: tempfile.TemporaryDirectory[str], path: Path, on_page: Any) -> tuple[str, Report]:  # noqa: ANN401
        """Read a document and let it wait. Raises UserFacingError."""
        from ingest.documents import read_report

        report = read_report(path, on_page=on_page)
        for token, other in list(self.waiting.items()):
            if time.monotonic() - other.since > KEPT_SECONDS:
                self.drop(token)
        token = secrets.token_urlsafe(16)
        self.waiting[token] = Waiting(folder, path, report, time.monotonic())
        return token, report

    def accept(self, token: str, *, replace: bool) -> str:
        """Load a document that waits; the line to show. Raises UserFacingError."""
        from index.catalogue import add

        entry = self.waiting.get(token)
        if entry is None:
            raise UserFacingError("Dit document wacht niet meer; voeg het opnieuw toe.")
        home = self.loaded.home
        outcome = add(home, entry.report, replace_same_key=replace, accept_incomplete=True)
        keep_file(home, entry.path)
        self.loaded.renew()
        self.drop(token)
        said = {"added": "is toegevoegd", "replaced": "vervangt de eerdere versie", "same": "was al geladen"}
        return f"{entry.report.title}, {entry.report.edition}, {said[outcome]}."

    def drop(self, token: str) -> None:
        """Forget a document that waits."""
        entry = self.waiting.pop(token, None)
        if entry is not None:
            entry.folder.cleanup()


def add_routes(app: "FastAPI", loaded: Loaded) -> None:
    """Add the sending and accepting of a document."""
    from fastapi import Request
    from fastapi.responses import JSONResponse, Response, StreamingResponse

    desk = Desk(loaded)

    @app.post(UPLOAD, include_in_schema=False)
    async def receive(request: Request) -> Response:
        name = Path(unquote(request.headers.get("x-bestandsnaam", ""))).name[:120]
        if not name or Path(name).suffix.lower() not in KINDS:
            return JSONResponse({"fout": f"Kies een bestand dat eindigt op {', '.join(KINDS)}."}, status_code=400)
        if desk.reading.locked():
            return JSONResponse({"fout": "Er wordt al een document gelezen; probeer het zo nog eens."}, status_code=503)
        folder = tempfile.TemporaryDirectory(prefix="maatwijzer-")
        path = Path(folder.name) / name
        with path.open("wb") as target:
            async for part in request.stream():
                target.write(part)
        return StreamingResponse(_reading(desk, folder, path), media_type="application/x-ndjson")

    @app.post(UPLOAD + "/{token}", include_in_schema=False)
    async def accept(token: str, request: Request) -> JSONResponse:
        if request.headers.get("x-bestandsnaam") is None:
            return JSONResponse({"fout": "Dit verzoek komt niet van deze pagina."}, status_code=400)
        replace = request.query_params.get("vervang") == "ja"
        try:
            async with desk.reading:
                line = await to_thread.run_sync(lambda: desk.accept(token, replace=replace))
        except UserFacingError as problem:
            return JSONResponse({"fout": str(problem)}, status_code=400)
        return JSONResponse({"klaar": line})


async def _reading(desk: Desk, folder: tempfile.TemporaryDirectory[str], path: Path) -> AsyncIterator[str]:
    """Lines of JSON: the pages as they are read, then what was found or what is wrong."""
    lines: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def on_page(page: int, pages: int) -> None:
        line: dict[str, Any] | None = {"pagina": page, "van": pages}
        loop.call_soon_threadsafe(lines.put_nowait, line)

    async def work() -> None:
        try:
            async with desk.reading:
                token, report = await to_thread.run_sync(lambda: desk.read(folder, path, on_page))
            lines.put_nowait({"verslag": summary(report, token, desk.loaded)})
        except UserFacingError as problem:
            folder.cleanup()
            lines.put_nowait({"fout": str(problem)})
        finally:
            lines.put_nowait(None)

    task = asyncio.create_task(work())
    while (line := await lines.get()) is not None:
        yield json.dumps(line) + "\n"
    await task


def summary(report: Report, token: str, loaded: Loaded) -> str:
    """What was read, as HTML, with the choice to accept it."""
    known = {other.key for other in loaded.assistant.reports}
    return render(
        "verslag.html",
        report=report,
        as_of=day(report.reference_date),
        token=token,
        whole=report.verdict == COMPLETE,
        replaces=report.key in known,
        thin=[(page, number(int(share * 1000) / 10)) for page, share in report.coverage if share < 1],
    )
