"""The report of an ingest in the terminal: what was read, what was joined, what is in doubt, and the verdict."""

from collections import Counter, defaultdict

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ingest.records import COMPLETE, Report

_SHOWN_TEXT = 100


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN_TEXT else text[: _SHOWN_TEXT - 1] + "…"


def page_ranges(pages: list[int]) -> str:
    """Pages as ranges: "2-4, 7"."""
    parts: list[str] = []
    start = last = None
    for page in [*sorted(set(pages)), None]:
        if start is None:
            start = last = page
        elif page is not None and last is not None and page == last + 1:
            last = page
        else:
            parts.append(str(start) if start == last else f"{start}-{last}")
            start = last = page
    return ", ".join(parts)


def duplicates(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    """Titles that stand more than once in one theme, with the ids."""
    ids: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for measure in report.measures:
        ids[measure.theme_number, measure.title].append(measure.id)
    return [(title, tuple(found)) for (_, title), found in ids.items() if len(found) > 1]


def render(report: Report) -> RenderableType:
    """The whole report, for `rich` to print."""
    counts = Counter(measure.theme_number for measure in report.measures)
    themes = Table(title=f"{report.title} ({report.edition}) · {report.file}", title_justify="left")
    for heading, side in (("Thema", "left"), ("Maatregelen", "right"), ("Nummers", "left"), ("Pagina's", "left")):
        themes.add_column(heading, justify="right" if side == "right" else "left")
    for theme in report.themes:
        mine = [measure for measure in report.measures if measure.theme_number == theme.number]
        pages = [page for measure in mine for page in measure.source.pages]
        numbers = f"{mine[0].id} t/m {mine[-1].id}" if mine else "geen"
        themes.add_row(f"{theme.number} {theme.name}", str(counts[theme.number]), numbers, page_ranges(pages) or "–")
    themes.add_row("Samen", str(len(report.measures)), "", "", style="bold")
    parts: list[RenderableType] = [themes]
    parts.append(Text(f"Rijen die over een pagina-einde weer één zijn: {report.joined}"))
    parts.append(Text(f"Legenda: {'; '.join(f'{e.sign} = {e.meaning}' for e in report.legend) or 'niet gevonden'}"))
    parts.append(Text(f"Verwijzingen naar een andere tabel: {len(report.cross_references)}"))
    for reference in report.cross_references:
        leads = ", ".join(reference.leads_to) or "niets gevonden"
        parts.append(Text(f"  {_short(reference.title)} ({reference.see}) → {leads}"))
    parts.append(Text(f"Voetnoten: {len(report.footnotes)}"))
    for note in report.footnotes:
        where = note.measure or (f"tussenkop {note.heading!r}" if note.heading else "nergens aangehaald")
        parts.append(Text(f"  {note.mark} bij {where}: {_short(note.text)}"))
    twice = duplicates(report)
    parts.append(Text(f"Titels die in één thema vaker voorkomen: {len(twice)}"))
    parts.extend(Text(f"  {_short(title)}: {', '.join(ids)}") for title, ids in twice)
    low = [(page, share) for page, share in report.coverage if share < 1]
    if report.coverage:
        total = f"{len(report.coverage)} pagina's, {len(report.coverage) - len(low)} daarvan geheel"
        parts.append(Text(f"Woorden verantwoord: {total}"))
        parts.extend(Text(f"  pagina {page}: {share:.1%}", style="yellow") for page, share in low)
    parts.append(Text(f"Niet begrepen: {len(report.doubts)}"))
    for doubt in report.doubts:
        where = f"pagina {doubt.page}" if doubt.page else "zonder pagina"
        parts.append(Text(f"  {where}: {doubt.why} {_short(doubt.text)!r}", style="yellow"))
    style = "bold green" if report.verdict == COMPLETE else "bold red"
    parts.append(Text(f"Oordeel: {report.verdict}", style=style))
    return Group(*parts)
