"""The pages beside the chat: what is in the report, how to connect, and how accessible the app is."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from app.filters import Owners, StatusIn, Themes
from app.query import Query
from app.web.controls import address_of
from app.web.loaded import Loaded
from app.web.pages import render
from app.wording import STATUS_ORDER, day, owner_name, status_labels

if TYPE_CHECKING:
    from fastapi import FastAPI

    from app.assistant import Assistant

EXAMPLES = (
    ("Een lijst", ("Welke maatregelen van OCW lopen af in 2024?", "Welke maatregelen zijn over tijd?")),
    ("Een aantal", ("Hoeveel maatregelen zijn afgerond?", "Hoeveel maatregelen per ministerie?")),
    ("Een gegeven", ("Wie is verantwoordelijk voor maatregel 3.10?", "Wanneer is maatregel 1.23 klaar?")),
    ("Een onderwerp", ("Wat doet het kabinet tegen straatintimidatie?", "Welke maatregelen gaan over kinderopvang?")),
    ("Verder vragen", ("Welke maatregelen zijn van VWS?", "En alleen de afgeronde?")),
    ("Een begrip", ("Wat betekent SRGR?", "Wat betekent een 3?")),
)


def add_routes(app: "FastAPI", loaded: Loaded, *, mcp: bool) -> None:
    """Add the pages."""
    from fastapi.responses import FileResponse, HTMLResponse

    from app.web.application import STATIC

    def page(template: str, here: str, title: str, **values: object) -> HTMLResponse:
        return HTMLResponse(render(template, here=here, title=f"{title} – Maatwijzer", heading=title, **values))

    @app.get("/uitleg", include_in_schema=False)
    def explanation() -> HTMLResponse:
        return page("uitleg.html", "/uitleg", "Uitleg", **explained(loaded.assistant))

    @app.get("/koppelen", include_in_schema=False)
    def connecting() -> HTMLResponse:
        schema = app.openapi()
        known = {"endpoints": endpoints_of(schema), "fields": fields_of(schema)}
        return page("koppelen.html", "/koppelen", "Koppelen", mcp=mcp, **known)

    @app.get("/toegankelijkheid", include_in_schema=False)
    def accessibility() -> HTMLResponse:
        return page("toegankelijkheid.html", "/toegankelijkheid", "Toegankelijkheid")

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> FileResponse:
        return FileResponse(STATIC / "icoon.svg", media_type="image/svg+xml")


def explained(assistant: "Assistant") -> dict[str, object]:
    """What the page about the report shows: all of it counted from the measures."""
    report = assistant.report
    measures = report.measures
    everything = Query()
    owners = Counter(code for m in measures for code in m.owners)
    return {
        "report": report,
        "as_of": day(report.reference_date),
        "themes": [
            (t.name, sum(m.theme == t.name for m in measures), address_of(everything.narrowed(Themes((t.name,)))))
            for t in report.themes
        ],
        "owners": [
            (code, owner_name(code) or "", number, address_of(everything.narrowed(Owners((code,)))))
            for code, number in sorted(owners.items(), key=lambda pair: (-pair[1], pair[0]))
        ],
        "statuses": [
            (
                str(code),
                status_labels()[code],
                next((entry.sign for entry in report.legend if entry.code == code), ""),
                next((entry.meaning for entry in report.legend if entry.code == code), ""),
                sum(m.status == code for m in measures),
                address_of(everything.narrowed(StatusIn((code,)))),
            )
            for code in STATUS_ORDER
        ],
        "examples": EXAMPLES,
        "terms": terms_of(assistant),
    }


def terms_of(assistant: "Assistant") -> list[tuple[str, str]]:
    """Each term with its explanation, in the order of the alphabet."""
    return sorted(((term.term, term.explanation) for term in assistant.terms), key=lambda pair: pair[0].lower())


def endpoints_of(schema: dict[str, Any]) -> list[dict[str, object]]:
    """The HTTP endpoints for the page that documents them, from the app's own OpenAPI schema."""
    found = []
    schemas = schema["components"]["schemas"]
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            found.append(
                {
                    "path": path,
                    "method": method.upper(),
                    "summary": operation.get("summary", ""),
                    "description": operation.get("description", ""),
                    "parameters": [
                        (p["name"], p.get("description", ""), bool(p.get("required")))
                        for p in operation.get("parameters", [])
                    ]
                    + _body_of(operation, schemas),
                    "gives": operation["responses"]["200"]["description"],
                }
            )
    return found


def _body_of(operation: dict[str, Any], schemas: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """The keys of the JSON that an operation takes: (name, meaning, whether required)."""
    if "requestBody" not in operation:
        return []
    reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    body = schemas[reference.rpartition("/")[2]]
    required = body.get("required", ())
    return [(name, value.get("description", ""), name in required) for name, value in body["properties"].items()]


def fields_of(schema: dict[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """The keys of an answer and of a measure with their meaning."""
    return [
        (
            name,
            [
                (key, value.get("description", ""))
                for key, value in schema["components"]["schemas"][name]["properties"].items()
            ],
        )
        for name in ("Antwoord", "Maatregel")
    ]
