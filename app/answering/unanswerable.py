"""Queries that name what is not there: a report that is not loaded, a number that no measure has."""

from datetime import date

from app.answer import Answer
from app.answering.composing import Said, compose
from app.answering.selection import Selection
from app.answering.source import Source
from app.query import Query
from app.wording import listed, quoted


def no_such_report(query: Query, source: Source) -> Answer:
    """Says which reports are loaded."""
    loaded = listed([quoted(report.key) for report in source.reports])
    if not source.columns.reports:
        headline = "Er is geen rapportage geladen."
    else:
        headline = f"De rapportage {quoted(query.report or '')} is niet geladen; wel geladen: {loaded}."
    as_of = query.as_of or max((report.reference_date for report in source.reports), default=date.min)
    return Answer("clarify", headline, headline, query, as_of, len(source.measures))


def no_such_measure(selection: Selection) -> Answer:
    """Says that the number does not occur, and from where to where the numbers run."""
    numbers = listed(selection.query.target, "of")
    ids = [selection.source.measures[int(row)].id for row in selection.scope]
    headline = f"De rapportage heeft geen maatregel {numbers}; de nummers lopen van {ids[0]} tot en met {ids[-1]}."
    return compose(selection, Said("abstain", headline, fields={"count": None}))
