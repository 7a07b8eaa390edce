"""A measure as the page shows it: plain values for the table's template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from app.answer import shown_id
from app.web.evidence import images_of
from app.web.marking import marked
from app.wording import owner_name, source_line, status_label
from ingest.records import Footnote, Measure, Report


@dataclass(frozen=True, slots=True)
class Owner:
    """A ministry or body: its code and full name."""

    code: str
    name: str | None


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A reference of the explanation; only the web's own schemes are ever made into a link."""

    text: str
    target: str | None
    host: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of measures."""

    key: str
    number: str
    title: Markup
    status: str
    status_key: str
    overdue: bool
    owners: tuple[Owner, ...]
    who: str
    when: str
    pages: tuple[int, ...]
    document: str | None
    theme: str
    heading: str
    explanation: Markup
    extra: tuple[tuple[str, str], ...]
    footnotes: tuple[Footnote, ...]
    links: tuple[ShownLink, ...]
    images: tuple[object, ...]
    source: str
    copy: str
    why: str


@dataclass(frozen=True)
class Shelf:
    """The loaded reports, and where their PDFs are served (None where there is no PDF)."""

    reports: Mapping[str, Report]
    documents: Mapping[str, str]

    @property
    def several(self) -> bool:
        """Whether numbers need the report's key."""
        return len(self.reports) > 1


def document_address(key: str) -> str:
    """Where the PDF of a report is served."""
    return f"/rapport/{quote(key, safe='')}.pdf"


def rows_of(
    measures: Iterable[Measure], shelf: Shelf, as_of: date, stems: frozenset[str], reasons: Mapping[str, str]
) -> tuple[Row, ...]:
    """The measures as rows, in their order."""
    return tuple(_row(measure, shelf, as_of, stems, reasons.get(measure.id, "")) for measure in measures)


def _row(measure: Measure, shelf: Shelf, as_of: date, stems: frozenset[str], why: str) -> Row:
    report = shelf.reports.get(measure.report)
    number = shown_id(measure, several=shelf.several)
    source = source_line(report, (measure,)) if report else ""
    end = measure.deadline.end
    return Row(
        key=f"{measure.report}-{measure.id}".replace(".", "-").replace(" ", "_"),
        number=number,
        title=marked(measure.title, stems),
        status=status_label(measure),
        status_key="onbekend" if measure.status is None else str(measure.status),
        overdue=measure.status == 3 and end is not None and end.last is not None and end.last < as_of,
        owners=tuple(Owner(code, owner_name(code)) for code in (*measure.owners, *measure.bodies)),
        who=measure.who,
        when=measure.deadline.text,
        pages=measure.source.pages,
        document=shelf.documents.get(measure.report),
        theme=measure.theme,
        heading=measure.heading,
        explanation=marked(measure.explanation, stems),
        extra=measure.extra,
        footnotes=_footnotes(measure, report),
        links=tuple(_link(link.text, link.target) for link in measure.links),
        images=images_of(measure) if measure.report in shelf.documents else (),
        source=source,
        copy=copy_of(measure, number, source),
        why=why,
    )


def _footnotes(measure: Measure, report: Report | None) -> tuple[Footnote, ...]:
    if report is None or not measure.footnotes:
        return ()
    return tuple(
        note
        for note in report.footnotes
        if note.measure == measure.id or (note.mark in measure.footnotes and note.measure is None)
    )


def _link(text: str, target: str | None) -> ShownLink:
    try:
        parts = urlsplit(target or "")
    except ValueError:
        return ShownLink(text, None, "")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ShownLink(text, None, "")
    return ShownLink(text, target, parts.hostname)


def copy_of(measure: Measure, number: str, source: str) -> str:
    """One measure as plain text, for Word or Teams."""
    lines = [
        f"{number} {measure.title}",
        f"Status: {status_label(measure)}. Verantwoordelijk: {measure.who or 'niet vermeld'}. "
        f"Wanneer: {measure.deadline.text or 'niet vermeld'}.",
        measure.explanation,
        source,
    ]
    return "\n".join(line for line in lines if line)
