"""What the answers about the document and the assistant are filled in with, from the loaded report."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.filters.wording import day
from app.onboarding.legend import legend_short
from app.wording import edition_day, listed, owner_name
from ingest.records import Measure, Report


def facts(
    report: Report, measures: Sequence[Measure], reports: Sequence[Report], pages: int | None
) -> Mapping[str, str]:
    """The names that answers may use, as text.

    Args:
        report: the report asked about.
        measures: its measures.
        reports: all loaded reports.
        pages: the number of pages of its document; None where the form has none.
    """
    per_theme = Counter(measure.theme for measure in measures)
    names = [theme.name for theme in report.themes] or list(per_theme)
    ministries = list(dict.fromkeys(code for measure in measures for code in measure.owners))
    ranked = sorted(ministries, key=lambda code: -sum(code in measure.owners for measure in measures))
    bodies = list(dict.fromkeys(code for measure in measures for code in measure.bodies))
    return {
        "title": f"de {report.title[0].lower()}{report.title[1:]}" if report.title else "het document",
        "edition": report.edition or edition_day(report),
        "reference": day(report.reference_date),
        "total": str(len(measures)),
        "theme_count": str(len(names)),
        "theme_3": names[2] if len(names) > 2 else names[-1] if names else "",
        "themes": listed(names),
        "themes_counted": listed([f"{n}. {name} ({per_theme[name]} maatregelen)" for n, name in enumerate(names, 1)]),
        "pages": str(pages) if pages else "een onbekend aantal",
        "introduction": _first_sentences(report.introduction),
        "legend_short": legend_short(report),
        "ministries": listed([f"{code} ({owner_name(code) or code})" for code in ranked]),
        "ministry_count": str(len(ministries)),
        "bodies": listed(bodies[:5]) if bodies else "andere organisaties",
        "reports": listed([f"{r.title} ({r.edition})" for r in reports]),
        "verdict": f"verslag van het inlezen: {report.verdict}",
    }


def filled(answer: str, names: Mapping[str, str]) -> str:
    """The answer with its names filled in; a sentence that begins with one gets a capital."""
    text = answer
    for name, value in names.items():
        text = text.replace("{" + name + "}", value)
    parts = text.split(". ")
    return ". ".join(part[:1].upper() + part[1:] if part else part for part in parts).strip()


def page_count(measures: Sequence[Measure]) -> int | None:
    """The last page on which a measure stands; None in a form without pages."""
    return max((page for measure in measures for page in measure.source.pages), default=None)


def _first_sentences(text: str, most: int = 3) -> str:
    sentences = text.replace("\n", " ").split(". ")
    return ". ".join(sentences[:most]).rstrip(".") + "." if text else ""
