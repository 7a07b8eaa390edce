"""What an ingest found and what it could not read, as a report for the terminal; the wording is for users, in Dutch."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.documents import ENOUGH
from ingest.records import COMPLETE, Report
from ingest.report_file import status_label

if TYPE_CHECKING:
    from rich.console import RenderableType

MOST_SHOWN = 25  # footnotes that are written out, the rest is counted; doubts are all written out


@dataclass(frozen=True, slots=True)
class Proof:
    """What can be checked of a report without its document."""

    per_theme: tuple[tuple[str, int], ...]  # in printed order
    per_page: tuple[tuple[int, int], ...]  # (page, measures that begin on it), ascending
    joined: int  # measures whose row a page break cut
    gaps: tuple[str, ...]  # ids that are missing in a theme's numbering
    duplicates: tuple[tuple[str, ...], ...]  # ids of measures that are equal in every printed cell
    thin_pages: tuple[tuple[int, float], ...]  # pages of which too few words are accounted for


def prove(report: Report) -> Proof:
    """The proof of a report."""
    measures = report.measures
    numbers: dict[int, list[int]] = {}
    for measure in measures:
        numbers.setdefault(measure.theme_number, []).append(int(measure.id.rsplit(".", 1)[1]))
    gaps = [
        f"{theme}.{number}"
        for theme, present in numbers.items()
        for number in sorted(set(range(1, max(present) + 1)) - set(present))
    ]
    same: dict[tuple[object, ...], list[str]] = {}
    for m in measures:
        cells = (m.theme, m.heading, m.title, m.status_text, m.deadline.text, m.who, m.explanation)
        same.setdefault(cells, []).append(m.id)
    return Proof(
        per_theme=tuple(Counter(m.theme for m in measures).items()),
        per_page=tuple(sorted(Counter(m.source.pages[0] for m in measures if m.source.pages).items())),
        joined=sum(len(m.source.pages) > 1 for m in measures),
        gaps=tuple(gaps),
        duplicates=tuple(tuple(ids) for ids in same.values() if len(ids) > 1),
        thin_pages=tuple((page, share) for page, share in report.coverage if share < ENOUGH),
    )


def render(report: Report) -> "RenderableType":
    """The report of an ingest, for a rich console."""
    from rich.console import Group
    from rich.markup import escape
    from rich.table import Table

    proof = prove(report)
    measures = Table("thema", "maatregelen", title=escape(f"{report.file}: {report.title}, {report.edition}"))
    for theme, count in proof.per_theme:
        measures.add_row(escape(theme), str(count))
    measures.add_row("samen", str(len(report.measures)), style="bold")
    parts: list[RenderableType] = [measures]
    if proof.per_page:
        shares = dict(report.coverage)
        pages = Table("pagina", "maatregelen die er beginnen", "woorden verantwoord")
        for page in sorted({*shares, *(page for page, _ in proof.per_page)}):
            share = _percentage(shares[page]) if page in shares else ""
            pages.add_row(str(page), str(dict(proof.per_page).get(page, 0)), share)
        parts.append(pages)
    parts += [escape(line) for line in _lines(report, proof)]
    return Group(*parts)


def _lines(report: Report, proof: Proof) -> list[str]:
    unknown = [m.id for m in report.measures if m.status is None]
    vague = [f"{m.id} ({m.deadline.text})" for m in report.measures if not m.deadline.understood]
    lines = [
        f"Peildatum: {report.reference_date.isoformat()}. Sleutel: {report.key}.",
        "Legenda: "
        + ("; ".join(f"{e.sign} = {status_label(e.code) or 'onbekend'}" for e in report.legend) or "geen gevonden")
        + ".",
        f"Rijen over een pagina-einde samengevoegd: {proof.joined}.",
        f"Verwijzingen naar een andere tabel: {len(report.cross_references)}.",
        *(f"  {r.title} ({r.see}) -> {', '.join(r.leads_to) or 'niet gevonden'}" for r in report.cross_references),
        f"Voetnoten: {len(report.footnotes)}.",
        *_some([f"{n.mark} bij {n.measure or n.heading or 'niets'}: {n.text}" for n in report.footnotes]),
        "Nummering: " + (f"deze nummers ontbreken: {', '.join(proof.gaps)}" if proof.gaps else "zonder gaten") + ".",
        "Dubbele rijen: " + ("; ".join(" = ".join(ids) for ids in proof.duplicates) or "geen") + ".",
    ]
    if unknown:
        lines.append(f"Status onbekend (teken niet in de legenda): {', '.join(unknown)}.")
    if vague:
        lines.append(f"Termijn niet begrepen, letterlijk bewaard: {', '.join(vague)}.")
    if report.doubts:
        lines.append(f"Twijfels: {len(report.doubts)}.")
        place = [f"p. {d.page}: " if d.page else "" for d in report.doubts]
        texts = [f"{p}{d.why} “{d.text}”" for p, d in zip(place, report.doubts, strict=True)]
        lines += [f"  {text}" for text in texts]
    if proof.thin_pages:
        pages = ", ".join(f"p. {page} ({_percentage(share)})" for page, share in proof.thin_pages)
        lines.append(f"Te weinig woorden verantwoord: {pages}.")
    verdict = "volledig gelezen" if report.verdict == COMPLETE else report.verdict
    lines.append(f"Oordeel: {verdict}.")
    return lines


def _percentage(share: float) -> str:
    """Rounded down, so that what is below the limit is not shown as the limit."""
    return f"{math.floor(share * 1000 + 1e-9) / 10:.1f} %".replace(".", ",")


def _some(lines: list[str]) -> list[str]:
    rest = len(lines) - MOST_SHOWN
    return [f"  {line}" for line in lines[:MOST_SHOWN]] + ([f"  ... en nog {rest}."] if rest > 0 else [])
