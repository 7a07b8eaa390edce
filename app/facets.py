"""Counts per choice for the controls beside an answer, and completions of what is being typed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from app.answering import Source, TopicFinder
from app.filters import EndIn, KindIs, Owners, StatusIn, Themes
from app.onboarding.terms import Glossary
from app.query import Filter, Query, select
from app.truth import CERTAIN
from app.wording import STATUS_ORDER, owner_name, status_labels
from index.folding import fold
from index.kinds import kinds
from ingest.records import Measure, Period

Choices = tuple[tuple[str, str, int], ...]  # (value in the address, label, measures with it under the other filters)


def facets(query: Query, source: Source, *, find: TopicFinder) -> dict[str, Choices]:
    """The choices of each control: "ministerie", "status", "thema", "periode", "soort".

    A choice's number is that of the measures that certainly pass it together with the query's other filters; the
    query's own filter of the same control is set aside, so that the control shows what another choice would give.
    """
    columns = source.columns
    report = max(source.reports, key=lambda r: r.reference_date)
    as_of = query.as_of or report.reference_date
    scope = columns.report == columns.reports.index(query.report or report.key)
    if query.topic is not None:
        found = find(query.topic, np.flatnonzero(scope), broad=query.broad, filtered=False)
        treated = np.zeros(columns.count, dtype=np.bool_)
        treated[[hit.row for hit in found.hits]] = True
        scope &= treated

    def counted(choices: Sequence[tuple[str, str, Filter]], own: type) -> Choices:
        rest = replace(query, filters=tuple(f for f in query.filters if not isinstance(f, own)))
        passes = scope & (select(rest, columns, as_of) == CERTAIN)
        return tuple(
            (value, label, int(np.count_nonzero(passes & (condition.select(columns, as_of) == CERTAIN))))
            for value, label, condition in choices
        )

    labels = status_labels()
    years = sorted({date.fromordinal(int(day)).year for day in columns.end_last if day})
    return {
        "ministerie": counted([(c, f"{c} ({owner_name(c) or c})", Owners((c,))) for c in columns.ministries], Owners),
        "status": counted([(str(c), labels[c], StatusIn((c,))) for c in STATUS_ORDER], StatusIn),
        "thema": counted([(name, name, Themes((name,))) for name in columns.themes], Themes),
        "periode": counted([(str(y), str(y), EndIn(Period(date(y, 1, 1), date(y, 12, 31)))) for y in years], EndIn),
        "soort": counted([(k.key, k.plural, KindIs((k.key,))) for k in kinds()], KindIs),
    }


def suggest(prefix: str, measures: Sequence[Measure], glossary: Glossary, most: int = 8) -> tuple[str, ...]:
    """Completions, at most `most`: what begins with the prefix first, then what has a word that does."""
    typed = fold(prefix).strip()
    if not typed:
        return ()
    codes = dict.fromkeys(code for measure in measures for code in measure.owners)
    names = [
        *(f"{code} ({owner_name(code)})" for code in codes if owner_name(code)),
        *(owner_name(code) or code for code in codes),
        *dict.fromkeys(measure.theme for measure in measures),
        *dict.fromkeys(measure.heading for measure in measures if measure.heading),
        *(measure.title for measure in measures),
        *(term.term for term in glossary.terms if term.in_report),
    ]
    begins = [name for name in names if fold(name).startswith(typed)]
    within = [name for name in names if f" {typed}" in fold(name)]
    return tuple(dict.fromkeys([*begins, *within]))[:most]
