"""Dutch wording that answers, exports and the screen share: labels, names, dates, numbers, agreement of verbs.

What repeats stands in tables; the labels and names themselves come from `data/status.toml` and `data/ministries.toml`.
"""

import calendar
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.filters.wording import MONTHS
from app.filters.wording import day as day
from app.filters.wording import listed as listed
from app.filters.wording import unit as unit
from index.places import DATA
from ingest.records import Measure, Report

STATUS_ORDER = (4, 3, 1, 0)  # the order of the report's legend

FIELD_LABELS: dict[str, str] = {
    "theme": "Thema",
    "heading": "Kopje",
    "status": "Status",
    "end": "Wanneer",
    "owners": "Wie",
    "page": "Pagina",
    "explanation": "Toelichting",
}

GROUP_WORDS: dict[str, tuple[str, str]] = {  # one, many
    "owner": ("ministerie", "ministeries"),
    "theme": ("thema", "thema's"),
    "heading": ("kopje", "kopjes"),
    "status": ("status", "statussen"),
    "year": ("jaar", "jaren"),
    "quarter": ("kwartaal", "kwartalen"),
    "pair": ("paar ministeries", "paren ministeries"),
    "kind": ("soort", "soorten"),
}

BETWEEN_PAIR = " en "  # as in the label of a pair of ministries: "OCW en SZW"

_NOT_STATED = ("", "n.v.t", "nvt", "-", "–")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that agrees with a number of measures."""

    one: str
    many: str

    def of(self, amount: int) -> str:
        """The form for that amount; one and none take the singular."""
        return self.many if amount > 1 else self.one


@lru_cache(maxsize=1)
def status_labels() -> dict[int, str]:
    """The label of each status code, in the legend's order."""
    entries = tomllib.loads((DATA / "status.toml").read_text(encoding="utf-8"))["status"]
    return {entry["code"]: entry["label"] for entry in entries}


def status_label(measure: Measure) -> str:
    """The status in words; a sign that the legend does not explain is shown as printed."""
    if measure.status is None:
        return f"onbekend (“{measure.status_text}” staat niet in de legenda)"
    return status_labels()[measure.status]


@lru_cache(maxsize=1)
def _owner_names() -> dict[str, str]:
    vocabulary = tomllib.loads((DATA / "ministries.toml").read_text(encoding="utf-8"))
    return {entry["code"]: entry["name"] for entry in (*vocabulary["ministry"], *vocabulary["body"])}


def owner_name(code: str) -> str | None:
    """The full name of a ministry or body: "Economische Zaken en Klimaat"; `None` where it is the code itself."""
    name = _owner_names().get(code)
    return None if name == code else name


def who_words(measure: Measure) -> str:
    """Who is responsible, as printed, with the full names: "EZK (Economische Zaken en Klimaat)"."""
    printed = measure.who.strip().rstrip(",")
    names = [owner_name(code) for code in (*measure.owners, *measure.bodies) if code != printed or owner_name(code)]
    known = [name for name in names if name and name not in printed]
    return f"{printed} ({'; '.join(known)})" if known else printed


def is_stated(printed: str) -> bool:
    """Whether a cell says anything: not empty and not "n.v.t."."""
    return printed.strip().lower().rstrip(".") not in _NOT_STATED


def named(measure: Measure, *, several: bool = False) -> str:
    """The measure with its number and title: "1.34 (Steunen van FundRight initiatief)"."""
    key = f"{measure.report}:" if several else ""
    return f"{key}{measure.id} ({measure.title.rstrip('.')})"


def quoted(text: str) -> str:
    """The text between Dutch quotation marks."""
    return f"“{text}”"


def number(value: float) -> str:
    """A number with the Dutch decimal comma: 15.8 is "15,8", 20.0 is "20"."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",") if isinstance(value, float) else str(value)


def percentage(part: int, whole: int) -> float:
    """The percentage with one decimal, halves rounded up; 0.0 of nothing."""
    return (2000 * part + whole) // (2 * whole) / 10 if whole else 0.0


def count_of(amount: int, total: int) -> str:
    """The number with its denominator, as the subject of a sentence: "21 van de 149 maatregelen"."""
    if amount == 0:
        return "Geen enkele maatregel"
    if amount == total:
        return f"Alle {total} maatregelen" if total > 1 else "De enige maatregel"
    return f"{'Eén' if amount == 1 else amount} van de {total} maatregelen"


def edition_day(report: Report) -> str:
    """The reference date as a reader names it: "november 2023" where it is a month's last day."""
    when = report.reference_date
    if when.day == calendar.monthrange(when.year, when.month)[1]:
        return f"{MONTHS[when.month - 1]} {when.year}"
    return day(when)


def pages_words(measure: Measure) -> str:
    """The pages: "p. 14", "p. 14-15"; empty in a format without pages."""
    pages = measure.source.pages
    if not pages:
        return ""
    return f"p. {pages[0]}" if len(pages) == 1 else f"p. {pages[0]}-{pages[-1]}"


def source_line(report: Report, measures: Sequence[Measure]) -> str:
    """Where it stands: of one measure with number and page, of several the report alone."""
    parts = [report.title]
    if len(measures) == 1:
        parts += [f"maatregel {measures[0].id}", pages_words(measures[0])]
    return f"Bron: {', '.join(part for part in parts if part)} (peildatum {edition_day(report)})"


def as_of_line(as_of: date, report: Report) -> str:
    """Against which day the answer was read: the report's own, or another that was asked for."""
    if as_of == report.reference_date:
        return f"Peildatum: {day(as_of)}."
    return f"Peildatum: {day(as_of)} (de stand is die van de rapportage: {edition_day(report)})."
