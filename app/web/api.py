"""The engine over HTTP and MCP: asking, listing and reading a measure; stateless, typed and documented."""

import json
import logging
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from app.address import AddressError, from_address
from app.answer import measure_json
from app.conversation import Conversation
from app.web.gate import FullError, Gate
from app.web.loaded import Loaded

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.assistant import Assistant

DESCRIPTION = "Exacte antwoorden op Nederlandse vragen over een rapportage met maatregelen. Niets wordt bewaard."
MAX_LENGTH = 1000  # characters of a question
MAX_QUESTIONS = 20  # of one conversation


class BadRequestError(ValueError):
    """What was asked cannot be read; the message is Dutch."""


def ask(assistant: "Assistant", questions: list[str], as_of: str | None) -> list[dict[str, Any]]:
    """The answers to a conversation. Raises BadRequestError."""
    if not questions or len(questions) > MAX_QUESTIONS:
        raise BadRequestError(f"Stel 1 tot {MAX_QUESTIONS} vragen.")
    for question in questions:
        if not question.strip() or len(question) > MAX_LENGTH:
            raise BadRequestError(f"Een vraag telt 1 tot {MAX_LENGTH} tekens.")
    day = _day(as_of)
    conversation, answers = Conversation(), []
    for question in questions:
        reply = assistant.respond(question, conversation, as_of=day)
        conversation = reply.conversation
        answers.append(reply.answer.to_json())
    return answers


def list_measures(assistant: "Assistant", parameters: list[tuple[str, str]]) -> dict[str, Any]:
    """The answer to the query of an address's parameters. Raises BadRequestError."""
    try:
        query = from_address([pair for pair in parameters if pair[1]])
    except AddressError as problem:
        raise BadRequestError(f"{problem}.") from problem
    return assistant.answer(query).to_json()


def read_measure(assistant: "Assistant", number: str) -> dict[str, Any] | None:
    """One measure by its number, "3.10" or "2023:3.10"; None where there is none."""
    key, _, wanted = number.rpartition(":")
    reports = [report for report in assistant.reports if not key or report.key == key]
    for report in reversed(reports):
        for measure in report.measures:
            if measure.id == wanted:
                return measure_json(measure, several=len(assistant.reports) > 1)
    return None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequestError(f"'{text[:40]}' is geen datum; verwacht wordt JJJJ-MM-DD.") from None  # type: ignore[index]


def add_routes(app: "FastAPI", loaded: Loaded, gate: Gate) -> None:
    """Add the HTTP endpoints under /api."""
    from fastapi import Path, Query, Request
    from fastapi.exceptions import RequestValidationError
    from fastapi.responses import JSONResponse
    from pydantic import BaseModel, Field

    from app.web.schema import Antwoord, Maatregel, responses

    @app.exception_handler(RequestValidationError)
    async def misshapen(_request: Request, problem: RequestValidationError) -> JSONResponse:
        return JSONResponse({"fout": _what_is_wrong(list(problem.errors()))}, status_code=422)

    class Talk(BaseModel):
        """Een gesprek: de vragen in volgorde, en eventueel een peildatum."""

        vragen: list[str] = Field(description="De vragen, in volgorde", min_length=1, max_length=MAX_QUESTIONS)
        peildatum: str | None = Field(None, description="Peildatum, JJJJ-MM-DD; standaard die van de rapportage")

    async def answered(work: Callable[[], Any]) -> JSONResponse:
        try:
            result = await gate.run(work)
        except BadRequestError as problem:
            return JSONResponse({"fout": str(problem)}, status_code=400)
        except FullError:
            return JSONResponse({"fout": "Het is nu te druk; probeer het later opnieuw."}, status_code=503)
        except Exception:  # the edge: the caller gets a line, the log gets the fault without the question
            logging.getLogger("maatwijzer").exception("Fault while answering over HTTP")
            return JSONResponse({"fout": "Er ging iets mis bij het beantwoorden."}, status_code=500)
        if result is None:
            return JSONResponse({"fout": "Deze maatregel bestaat niet."}, status_code=404)
        return JSONResponse(result)

    @app.get("/api/vraag", summary="Stel een vraag", responses=responses(Antwoord, "Het antwoord"))
    async def question(
        vraag: Annotated[str, Query(description="De vraag, in het Nederlands; 1 tot 1000 tekens")],
        peildatum: Annotated[str | None, Query(description="JJJJ-MM-DD; standaard die van de rapportage")] = None,
    ) -> JSONResponse:
        """Geeft het antwoord met alle maatregelen, net als het commando "maatwijzer ask --json"."""
        return await answered(lambda: ask(loaded.assistant, [vraag], peildatum)[0])

    @app.post(
        "/api/gesprek",
        summary="Stel vragen die op elkaar voortbouwen",
        responses=responses(list[Antwoord], "De antwoorden, in de volgorde van de vragen"),
    )
    async def conversation(gesprek: Talk) -> JSONResponse:
        """Geeft een lijst van antwoorden; de server bewaart niets, stuur dus telkens alle vragen."""
        return await answered(lambda: ask(loaded.assistant, gesprek.vragen, gesprek.peildatum))

    @app.get(
        "/api/maatregelen",
        summary="Maatregelen met filters",
        responses=responses(Antwoord, "De maatregelen die aan de filters voldoen"),
    )
    async def listing(
        request: Request,
        ministerie: Annotated[str | None, Query(description="Code(s) met komma's: OCW of OCW,VWS")] = None,
        status: Annotated[str | None, Query(description="4, 3, 1 of 0, met komma's")] = None,
        thema: Annotated[str | None, Query(description="Naam van een thema")] = None,
        einde: Annotated[str | None, Query(description="Periode: 2024-01-01..2024-12-31")] = None,
        onderwerp: Annotated[str | None, Query(description="Onderwerp in eigen woorden")] = None,
        peildatum: Annotated[str | None, Query(description="JJJJ-MM-DD")] = None,
    ) -> JSONResponse:
        """Dezelfde parameters als het adres van de pagina; ook de andere daarvan werken hier."""
        del ministerie, status, thema, einde, onderwerp, peildatum  # named for the documentation; read as they stand
        parameters = request.query_params.multi_items()
        return await answered(lambda: list_measures(loaded.assistant, parameters))

    @app.get(
        "/api/maatregel/{nummer}",
        summary="Eén maatregel",
        responses=responses(Maatregel, "De maatregel", missing=True),
    )
    async def measure(
        nummer: Annotated[str, Path(description="3.10, of 2023:3.10 bij meer rapportages")],
    ) -> JSONResponse:
        """Geeft alle gegevens van één maatregel."""
        return await answered(lambda: read_measure(loaded.assistant, nummer))

    @app.api_route("/api/{rest:path}", methods=["GET", "POST"], include_in_schema=False)
    async def unknown(rest: str) -> JSONResponse:
        line = f"/api/{rest[:80]} bestaat niet, of niet op deze manier (GET of POST); zie /koppelen."
        return JSONResponse({"fout": line}, status_code=404)


def _what_is_wrong(faults: list[Any]) -> str:
    """In Dutch, what a request lacks or has in the wrong shape."""
    lines = []
    for fault in faults:
        name = ".".join(str(part) for part in fault["loc"][1:]) or "inhoud"
        lines.append(f"'{name}' {'ontbreekt' if fault['type'] == 'missing' else 'heeft de verkeerde vorm'}")
    return f"{'; '.join(lines)}. Zie /koppelen."


def tools(loaded: Loaded) -> tuple[Callable[..., Any], ...]:
    """The same three as MCP tools, which give JSON as text; their docstrings are what a calling program reads.

    Text, because Gradio writes another value as Python does, which no other program reads.
    """

    def vraag(vraag: str, peildatum: str = "") -> str:
        """Beantwoordt een Nederlandse vraag over de maatregelen: exacte lijsten, aantallen, groepen; als JSON.

        Args:
            vraag: De vraag in het Nederlands, op zichzelf te begrijpen.
            peildatum: JJJJ-MM-DD; leeg voor de peildatum van de rapportage.
        """
        return _json_or_fault(lambda: ask(loaded.assistant, [vraag], peildatum or None)[0])

    def maatregelen(
        ministerie: str = "", status: str = "", thema: str = "", einde: str = "", onderwerp: str = ""
    ) -> str:
        """Geeft alle maatregelen die aan de filters voldoen, als JSON; zonder filters alle maatregelen.

        Args:
            ministerie: Code of codes met komma's, zoals OCW of OCW,VWS.
            status: 4 afgerond, 3 in uitvoering, 1 doorlopend, 0 niet (meer) in uitvoering; met komma's.
            thema: De naam van een thema.
            einde: Periode waarin de maatregel eindigt, zoals 2024-01-01..2024-12-31.
            onderwerp: Een onderwerp in eigen woorden.
        """
        given = {"ministerie": ministerie, "status": status, "thema": thema, "einde": einde, "onderwerp": onderwerp}
        return _json_or_fault(lambda: list_measures(loaded.assistant, list(given.items())))

    def maatregel(nummer: str) -> str:
        """Geeft één maatregel met status, verantwoordelijken, planning, toelichting en pagina, als JSON.

        Args:
            nummer: Het nummer, zoals 3.10.
        """
        return _json_or_fault(lambda: read_measure(loaded.assistant, nummer))

    return vraag, maatregelen, maatregel


def _json_or_fault(work: Callable[[], dict[str, Any] | None]) -> str:
    try:
        result = work() or {"fout": "Deze maatregel bestaat niet."}
    except BadRequestError as problem:
        result = {"fout": str(problem)}
    return json.dumps(result, ensure_ascii=False)
