"""The controls around an answer: chips that drop a filter, choices that add one, headings that sort.

Every control is a link to the address of the changed query, so chips, controls, the question and the address change
one and the same query, and a control can be opened in a new tab, copied and gone back from.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlencode

import numpy as np

from app.address import to_address
from app.answer import Answer
from app.filters import EndIn, HasEnd, KindIs, Overdue, Owners, StatusIn, Themes
from app.filters.wording import unit
from app.query import GROUP_WORDS, Filter, Order, OrderKey, Query, size_words
from app.truth import CERTAIN
from app.wording import STATUS_ORDER, day, owner_name, status_labels
from index.columns import Columns
from index.kinds import kinds
from ingest.records import Measure, Period

SORTABLE: tuple[OrderKey, ...] = ("printed", "title", "status", "owner", "end")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that can be dropped."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that can be added, or dropped where it is chosen, with the measures that it leaves."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one kind."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """How a column is sorted, and the address that sorts by it, or turns the order round."""

    state: Literal["ascending", "descending", "none"]
    address: str


def address_of(query: Query) -> str:
    """The page's address of a query; the query that asks for everything has one too."""
    return "/?" + (urlencode(to_address(query)) or "alles=ja")


def listing(query: Query) -> Query:
    """The query that lists what this one counts, groups or ranks, for controls that go on from there."""
    plain = replace(query, ask="list", share=(), group_by=(), extreme=None, field=None, limit=None, sizes=None, place=1)
    return query if query.ask == "list" else plain


def chips_of(query: Query) -> tuple[Chip, ...]:
    """A chip for each filter, for the topic, and for a report or reference date that was set."""
    chips = [Chip(condition.chip(), address_of(query.without(condition))) for condition in query.filters]
    chips += [Chip(f"deel: {part.chip()}", address_of(listing(query))) for part in query.share]
    if query.topic is not None:
        chips.append(Chip(f"over “{query.topic}”", address_of(replace(query, topic=None, broad=False))))
    if query.limit is not None:
        chips.append(Chip(f"hoogstens {query.limit}", address_of(replace(query, limit=None))))
    if query.sizes is not None:
        chips.append(Chip(f"groepen van {size_words(query.sizes)}", address_of(replace(query, sizes=None))))
    if query.group_by:
        chips.append(Chip(f"per {' en '.join(GROUP_WORDS[key] for key in query.group_by)}", address_of(listing(query))))
    if query.as_of is not None:
        chips.append(Chip(f"peildatum {day(query.as_of)}", address_of(replace(query, as_of=None))))
    if query.report is not None:
        chips.append(Chip(f"rapportage {query.report}", address_of(replace(query, report=None))))
    return tuple(chips)


def sorts_of(query: Query) -> dict[str, Sort]:
    """For each column that sorts: its state now, and where a click leads."""
    now = query.order
    sorts = {}
    for key in SORTABLE:
        if key == "printed" and query.topic is not None:
            continue  # a topic's own order is the best match first, and the printed order is no order to ask for
        here = now.by == key and not (key == "printed" and query.extreme)
        turned = Order(key, descending=here and not now.descending and key != "printed")
        state: Literal["ascending", "descending", "none"] = "none"
        if here:
            state = "descending" if now.descending else "ascending"
        sorts[str(key)] = Sort(state, address_of(replace(query, order=turned)))
    return sorts


def facets_of(answer: Answer, query: Query, columns: Columns) -> tuple[Facet, ...]:
    """The filters that can be added to the query, each with the number of measures that it would leave.

    Choices that leave nothing are not offered; those that are chosen stay, so that they can be taken back.
    """
    rows = np.array([columns.row_of[m.report, m.id] for m in answer.measures], dtype=np.int64)

    def choice(label: str, condition: Filter) -> Choice:
        chosen = condition in query.filters
        changed = query.without(condition) if chosen else query.narrowed(condition)
        count = int((condition.select(columns, answer.as_of)[rows] == CERTAIN).sum())
        return Choice(label, count, address_of(changed), chosen)

    facets = [
        Facet(label, tuple(c for c in (choice(*pair) for pair in pairs) if c.count or c.chosen))
        for label, pairs in (
            ("Ministerie", _owner_choices(columns)),
            ("Status", [(status_labels()[code], StatusIn((code,))) for code in STATUS_ORDER]),
            ("Thema", [(theme, Themes((theme,))) for theme in columns.themes]),
            ("Einde", _end_choices(answer.measures)),
            ("Soort", [(kind.plural, KindIs((kind.key,))) for kind in kinds()]),
        )
    ]
    return tuple(facet for facet in facets if facet.choices)


def _owner_choices(columns: Columns) -> Iterator[tuple[str, Filter]]:
    for code in sorted(columns.ministries, key=lambda c: (-int(columns.ministries[c].sum()), c)):
        name = owner_name(code)
        yield f"{code} {name}" if name else code, Owners((code,))


def _end_choices(measures: Sequence[Measure]) -> Iterator[tuple[str, Filter]]:
    years = sorted({m.deadline.end.last.year for m in measures if m.deadline.end and m.deadline.end.last})
    for year in years:
        yield str(year), EndIn(Period(date(year, 1, 1), date(year, 12, 31)))
    yield "zonder einddatum", HasEnd(False)
    yield "over tijd", Overdue()


def quarter_of(day: date) -> Period:
    """The quarter in which a day lies."""
    first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
    following = date(first.year + (first.month == 10), (first.month + 2) % 12 + 1, 1)
    return Period(first, following - timedelta(days=1))


def quarter_words(quarter: Period) -> str:
    """As in "Q4 2024"."""
    if quarter.first is None or quarter.last is None:
        return ""
    return unit(quarter.first, quarter.last) or f"{quarter.first:%d-%m-%Y}"


def downloads_of(query: Query) -> Iterable[tuple[str, str]]:
    """(label, address) of the files of what is shown."""
    parameters = urlencode(to_address(query))
    for label, kind in (("Excel", "xlsx"), ("CSV", "csv"), ("Word", "docx")):
        yield label, f"/meenemen/maatregelen.{kind}?{parameters}"
