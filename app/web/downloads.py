"""Files of what is shown, made at the moment they are asked for and kept nowhere, and suggestions while typing."""

from typing import TYPE_CHECKING

from app.address import AddressError, from_address
from app.query import Query
from app.web.gate import FullError, Gate
from app.web.loaded import Loaded

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.assistant import Assistant

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
LONGEST_PREFIX = 200  # characters of a question for which suggestions are sought


def add_routes(app: "FastAPI", loaded: Loaded, gate: Gate) -> None:
    """Add the files and the suggestions."""
    from fastapi import Request
    from fastapi.responses import JSONResponse, PlainTextResponse, Response

    @app.get("/meenemen/maatregelen.{kind}", include_in_schema=False)
    async def take(kind: str, request: Request) -> Response:
        if kind not in TYPES:
            return PlainTextResponse("Dit bestand bestaat niet.", status_code=404)
        try:
            query = from_address(request.query_params.multi_items())
            made = await gate.run(lambda: made_of(loaded.assistant, query, kind))
        except AddressError as problem:
            return PlainTextResponse(f"{problem}.", status_code=400)
        except FullError:
            return PlainTextResponse("Het is nu te druk; probeer het over een paar seconden opnieuw.", status_code=503)
        headers = {"content-disposition": f'attachment; filename="maatregelen.{kind}"', "cache-control": "no-store"}
        return Response(made, media_type=TYPES[kind], headers=headers)

    @app.get("/suggesties", include_in_schema=False)
    def suggest(begin: str = "") -> JSONResponse:
        found = loaded.assistant.suggest(begin[:LONGEST_PREFIX]) if begin.strip() else ()
        return JSONResponse(list(found)[:8])


def made_of(assistant: "Assistant", query: Query, kind: str) -> bytes:
    """The answer as a file of that kind."""
    from app import export

    writers = {"xlsx": export.to_xlsx, "csv": export.to_csv, "docx": export.to_docx}
    answer = assistant.answer(query)
    return writers[kind](answer, assistant.reports)
