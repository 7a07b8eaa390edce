"""From query to rows: what is certain, what is defensible, what has no date, and what was found of the topic."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from app.answering.source import Finding, Rows, Source, TopicFinder, index_finder
from app.filters import EndIn, KindIs, StatusIn, ToDoBy
from app.query import Filter, Query, certain_rows, select
from app.truth import CERTAIN, DEFENSIBLE
from ingest.records import Measure, Report

_STATUS_PLACE = {4: 0, 3: 1, 1: 2, 0: 3, -1: 4}  # the order of the legend; unexplained signs last
_RUNNING = ((3,), (1,))  # how "loopt nog" is read
NO_ROWS: Rows = np.zeros(0, dtype=np.int64)


class UnknownReportError(ValueError):
    """The query names a report that is not loaded."""


@dataclass(frozen=True, eq=False)
class Selection:
    """The rows that a query selects, in the order in which they are shown."""

    query: Query
    source: Source
    report: Report
    as_of: date
    scope: Rows  # all rows of the report asked about
    certain: Rows  # the answer
    possible: Rows  # defensible
    undated: Rows  # certain but for the end, which they do not state
    finding: Finding | None = None  # None: no topic was asked

    @property
    def total(self) -> int:
        """All measures of the report asked about."""
        return len(self.scope)

    @property
    def several(self) -> bool:
        """Whether more than one report is loaded."""
        return len(self.source.reports) > 1

    def measures(self, rows: Rows | Sequence[int]) -> tuple[Measure, ...]:
        """The measures of rows, in their order."""
        return tuple(self.source.measures[int(row)] for row in rows)


def select_rows(query: Query, source: Source, topic_find: TopicFinder | None = None) -> Selection:
    """The selection of a query. Raises UnknownReportError; the topic finder is loaded only when a topic is asked."""
    report = report_of(query, source)
    as_of = query.as_of or report.reference_date
    scope = np.flatnonzero(source.columns.report == source.columns.reports.index(report.key))
    values = select(query, source.columns, as_of)
    wanted = np.zeros(source.columns.count, dtype=np.bool_)
    wanted[scope] = True
    if query.target:
        wanted &= np.isin(np.arange(source.columns.count), target_rows(query.target, source, report))
    certain = certain_rows(np.where(wanted, values, 0).astype(np.int8))
    possible = np.flatnonzero(wanted & (values == DEFENSIBLE))
    plain = Selection(query, source, report, as_of, scope, certain, possible, NO_ROWS)
    if query.topic is not None:
        return _by_topic(plain, query.sought, topic_find or index_finder(source))
    return replace(
        plain,
        certain=ordered(plain, certain),
        possible=ordered(plain, possible),
        undated=_undated(plain, wanted),
    )


def report_of(query: Query, source: Source) -> Report:
    """The report asked about; without one, the newest."""
    if query.report is not None:
        for report in source.reports:
            if report.key == query.report:
                return report
        raise UnknownReportError(query.report)
    with_measures = [report for report in source.reports if report.key in source.columns.reports]
    if not with_measures:
        raise UnknownReportError("")
    return max(with_measures, key=lambda report: report.reference_date)


def target_rows(ids: Sequence[str], source: Source, report: Report) -> list[int]:
    """The rows of measures by number, those of the report asked about; a number with a report's key names its own."""
    rows = []
    for wanted in ids:
        key, _, number = wanted.rpartition(":")
        row = source.columns.row_of.get((key or report.key, number))
        if row is not None and row not in rows:
            rows.append(row)
    return rows


def _by_topic(selection: Selection, topic: str, find: TopicFinder) -> Selection:
    query = selection.query
    filtered = bool(query.filters or query.target)
    running = np.array([_surely_runs(selection, int(row)) for row in selection.possible], dtype=np.bool_)
    among = np.sort(np.concatenate((selection.certain, selection.possible[running])))
    finding = find(topic, among, broad=query.broad, filtered=filtered)
    certain = np.array([hit.row for hit in finding.hits], dtype=np.int64)
    possible, doubtful = NO_ROWS, selection.possible[~running]
    if len(doubtful):
        also = find(topic, doubtful, broad=query.broad, filtered=True)
        possible = np.array([hit.row for hit in also.hits], dtype=np.int64)
    if query.order.by not in ("printed", "relevance"):
        certain, possible = ordered(selection, np.sort(certain)), ordered(selection, np.sort(possible))
    return replace(selection, certain=certain, possible=possible, finding=finding)


def _surely_runs(selection: Selection, row: int) -> bool:
    """Whether the only doubt about a row is that it is doorlopend where what "loopt" is asked: for a subject it counts.

    Of a ministry "wat loopt er nog" means in uitvoering; "wat loopt er voor transgender personen" means all that runs.
    A kind beside a subject is no harder: research into young people's choices may be a monitor.
    """
    doubtful = [
        c for c in selection.query.filters if c.select(selection.source.columns, selection.as_of)[row] != CERTAIN
    ]
    return bool(doubtful) and all(
        isinstance(c, KindIs) or (isinstance(c, StatusIn) and (c.codes, c.possible) == _RUNNING) for c in doubtful
    )


def ordered(selection: Selection, rows: Rows) -> Rows:
    """The rows in the query's order; ties in printed order, and without an end last either way."""
    columns, order = selection.source.columns, selection.query.order
    match order.by:
        case "end":
            keys = [int(columns.end_last[row]) for row in rows]
        case "status":
            keys = [_STATUS_PLACE.get(int(columns.status[row]), 4) for row in rows]
        case "owner":
            names = [selection.source.measures[int(row)].who.casefold() for row in rows]
            keys = _ranks(names)
        case "title":
            keys = _ranks([selection.source.measures[int(row)].title.casefold() for row in rows])
        case _:
            return rows[::-1] if order.descending else rows
    sign = -1 if order.descending else 1
    last = [order.by == "end" and key == 0 for key in keys]
    places = sorted(range(len(rows)), key=lambda n: (last[n], sign * keys[n], n))
    return rows[places] if len(rows) else rows


def _ranks(names: Sequence[str]) -> list[int]:
    place = {name: n for n, name in enumerate(sorted(set(names)))}
    return [place[name] for name in names]


def _undated(selection: Selection, wanted: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Rows:
    """Rows that pass all filters but those on the end, and state no end; finished ones only for a past period."""
    timed = [c for c in selection.query.filters if isinstance(c, EndIn | ToDoBy)]
    if not timed:
        return NO_ROWS
    rest = replace(selection.query, filters=tuple(c for c in selection.query.filters if c not in timed))
    columns = selection.source.columns
    passes = wanted & (select(rest, columns, selection.as_of) == CERTAIN) & (columns.end_last == 0)
    if all(_lies_ahead(c, selection.as_of) for c in timed):
        passes &= ~np.isin(columns.status, (4, 0))
    return np.flatnonzero(passes)


def _lies_ahead(condition: Filter, as_of: date) -> bool:
    if isinstance(condition, EndIn):
        return condition.period.first is not None and condition.period.first > as_of
    return True


def doubts(selection: Selection, row: int) -> list[str]:
    """The filters that a row passes only defensibly, in words."""
    query, columns = selection.query, selection.source.columns
    return [c.chip() for c in query.filters if c.select(columns, selection.as_of)[row] == DEFENSIBLE]
