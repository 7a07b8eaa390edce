"""What the HTTP endpoints give, as types for their documentation: the contract's ANSWER, described in Dutch."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Soort = Literal["list", "count", "groups", "rank", "field", "topic", "explain", "greeting", "clarify", "abstain"]


class Shape(BaseModel):
    """A JSON object with these keys and no others."""

    model_config = ConfigDict(extra="forbid")


class Maatregel(Shape):
    """Een maatregel, zoals de rapportage hem vermeldt."""

    id: str = Field(description="Nummer: 3.10, of 2023:3.10 bij meer rapportages")
    report: str = Field(description="Sleutel van de rapportage")
    theme: str = Field(description="Thema")
    heading: str | None = Field(description="Kopje binnen het thema")
    title: str = Field(description="Titel")
    status: int | None = Field(description="4 afgerond, 3 in uitvoering, 1 doorlopend, 0 niet (meer) in uitvoering")
    status_label: str | None = Field(description="De status in woorden")
    owners: list[str] = Field(description="Codes van de ministeries, in de volgorde van de rapportage")
    who: str = Field(description="De verantwoordelijken, letterlijk")
    when: str = Field(description="De planning, letterlijk")
    start: str | None = Field(description="Begin, JJJJ-MM-DD")
    end: str | None = Field(description="Laatste dag van het einde, JJJJ-MM-DD")
    pages: list[int] = Field(description="Pagina's waarop de maatregel staat")
    explanation: str = Field(description="De toelichting, letterlijk")


class Gegeven(Shape):
    """Eén gegeven waarnaar gevraagd is."""

    name: str = Field(description="Welk gegeven: owners, end, status ...")
    value: str = Field(description="De tekst van de rapportage, of de status in woorden")


class Citaat(Shape):
    """Een zin uit de rapportage."""

    measure: str = Field(description="Nummer van de maatregel")
    sentence: str = Field(description="De zin, letterlijk")


class Keuze(Shape):
    """Een andere lezing van de vraag."""

    label: str = Field(description="Wat op de knop staat")
    question: str = Field(description="De vraag die de knop stelt")


class Antwoord(Shape):
    """Eén antwoord, volledig op zichzelf."""

    kind: Soort = Field(description="Soort antwoord")
    answer: str = Field(description="De tekst van het antwoord")
    understood: dict[str, Any] = Field(description="Hoe de vraag gelezen is; hieruit komt de selectie")
    measures: list[Maatregel] = Field(description="Alle maatregelen van het antwoord, in volgorde")
    count: int | float | None = Field(description="Het gevraagde getal, of anders het aantal maatregelen")
    total: int = Field(description="Alle maatregelen waarover de vraag gaat")
    groups: dict[str, int] | None = Field(description="Aantal per groep")
    field: Gegeven | None = Field(description="Het gevraagde gegeven")
    as_of: str = Field(description="Peildatum, JJJJ-MM-DD")
    reading: str = Field(description="De lezing van de vraag als zin")
    related: list[Maatregel] = Field(description="Maatregelen die niet meetellen maar in de buurt komen")
    related_label: str = Field(description="Waarom die genoemd worden")
    undated: list[Maatregel] = Field(description="Maatregelen zonder einddatum, die daarom niet meetellen")
    quote: Citaat | None = Field(description="De zin uit de rapportage die het antwoord geeft")
    ignored: list[str] = Field(description="Woorden van de vraag die niet gebruikt zijn")
    choices: list[Keuze] = Field(description="Andere lezingen om uit te kiezen")
    suggestions: list[str] = Field(description="Vragen om mee verder te gaan")
    notes: list[str] = Field(description="Opmerkingen bij het antwoord")
    source: str = Field(description="Bronvermelding")


class Fout(Shape):
    """Waarom er geen antwoord is."""

    fout: str = Field(description="Wat er mis is en wat te doen")


def responses(gives: Any, described: str, *, missing: bool = False) -> dict[int | str, dict[str, Any]]:  # noqa: ANN401
    """The responses of an endpoint for its documentation; `missing` where what is asked for may not exist."""
    found: dict[int | str, dict[str, Any]] = {
        200: {"model": gives, "description": described},
        400: {"model": Fout, "description": "De vraag of een gegeven is niet te lezen"},
        422: {"model": Fout, "description": "Een verplicht gegeven ontbreekt of heeft de verkeerde vorm"},
        500: {"model": Fout, "description": "Er ging iets mis bij het beantwoorden"},
        503: {"model": Fout, "description": "Er wachten te veel vragen; probeer het later opnieuw"},
    }
    return found | ({404: {"model": Fout, "description": "Deze maatregel bestaat niet"}} if missing else {})
