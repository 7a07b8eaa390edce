"""Next questions that surely have an answer: the query a little further on, tried on the columns, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from app.answer import shown_id
from app.answering.group_filter import group_filter
from app.answering.predicates import joined, noun_phrase, predicates
from app.answering.selection import Selection
from app.filters import AllOf, AnyOf, EndIn, Headings, Not, Overdue, Owners, StatusIn, Themes, ToDoBy, Upcoming
from app.query import Filter, Order, Query, select
from app.truth import CERTAIN
from ingest.records import Measure

AT_MOST = 3
WORTH_GROUPING = 4  # measures
_TIMES = (EndIn, ToDoBy, Overdue, Upcoming)
_PLAIN = (Owners, Themes, Headings, EndIn)  # filters that read as one phrase: "maatregelen van OCW met einde in 2024"


def suggestions(
    selection: Selection, measures: Sequence[Measure], groups: Sequence[tuple[str, int]] | None = None
) -> tuple[str, ...]:
    """At most three questions; each was tried on the columns and selects something."""
    found: list[str] = []
    for question in _candidates(selection, measures, groups or ()):
        if question not in found:
            found.append(question)
        if len(found) == AT_MOST:
            break
    return tuple(found)


def _candidates(selection: Selection, measures: Sequence[Measure], groups: Sequence[tuple[str, int]]) -> Iterator[str]:
    query = selection.query
    plain = Query(filters=query.filters, as_of=query.as_of, report=query.report)
    if groups and len(query.group_by) == 1:
        yield from _of_top(selection, plain, groups)
    elif len(measures) == 1:
        yield from _about_one(selection, measures[0])
    if query.topic is not None or query.target:
        if len(measures) > 1:
            yield _details(selection, measures[0])
            yield from _about_one(selection, measures[0])
    elif measures or groups:
        yield from _further(selection, plain, measures)
    else:
        for condition in query.filters:
            wider = plain.without(condition)
            yield from _asked(selection, wider, wider.describe().removesuffix(".") if wider.filters else "")


def _of_top(selection: Selection, plain: Query, groups: Sequence[tuple[str, int]]) -> Iterator[str]:
    """The measures of the group with the most."""
    label = max(groups, key=lambda pair: pair[1])[0]
    condition = group_filter(selection.query.group_by[0], label)
    if condition is not None and condition not in plain.filters:
        wider = next((c for c in plain.filters if isinstance(c, Owners) and c.mode == "any" and label in c.codes), None)
        narrower = (plain.without(wider) if wider else plain).narrowed(condition)
        yield from _asked(selection, narrower, _which(narrower))


def _speaks_of(condition: Filter, kinds: tuple[type, ...]) -> bool:
    """Whether a filter, or one that it is made of, is of one of the kinds."""
    if isinstance(condition, Not):
        return _speaks_of(condition.condition, kinds)
    if isinstance(condition, AnyOf | AllOf):
        return any(_speaks_of(part, kinds) for part in condition.conditions)
    return isinstance(condition, kinds)


def _further(selection: Selection, plain: Query, measures: Sequence[Measure]) -> Iterator[str]:
    query = selection.query
    has_time = any(_speaks_of(c, _TIMES) for c in query.filters)
    has_status = any(_speaks_of(c, (StatusIn,)) for c in query.filters)
    many = len(measures) >= WORTH_GROUPING
    if many and len({m.status for m in measures}) > 1:
        grouped = replace(plain, ask="groups", group_by=("status",))
        yield from _asked(selection, grouped, _sentence(plain, "Hoeveel {} zijn er per status?", grouped))
    if not has_time and not has_status:
        late = plain.narrowed(Overdue())
        yield from _asked(selection, late, _sentence(plain, "Welke {} zijn over tijd?", late))
        coming = replace(plain.narrowed(StatusIn((3,), (1,))).narrowed(Upcoming()), ask="rank", extreme="first")
        yield from _asked(selection, coming, _sentence(plain, "Wat is de eerstvolgende deadline van de {}?", coming))
    elif query.order == Order() and sum(m.deadline.end is not None for m in measures) > 1:
        in_order = replace(plain, order=Order("end"))
        yield from _asked(selection, in_order, in_order.describe().removesuffix("."))
    if many and len({m.theme for m in measures}) > 1:
        grouped = replace(plain, ask="groups", group_by=("theme",))
        yield from _asked(selection, grouped, _sentence(plain, "Hoeveel {} zijn er per thema?", grouped))
    if measures:
        yield _details(selection, measures[0])


def _sentence(plain: Query, pattern: str, meant: Query | None = None) -> str:
    """A natural question where the filters read as one phrase; else the query's own sentence."""
    if plain.as_of or plain.report or not all(isinstance(c, _PLAIN) for c in plain.filters):
        return (meant or plain).describe().removesuffix(".")
    return pattern.format(noun_phrase(plain))


def _which(query: Query) -> str:
    """The query as a question for the measures: "Welke maatregelen vallen onder het kopje “Gelijk loon”?"."""
    if query.as_of or query.report or not all(isinstance(c, _PLAIN) for c in query.filters):
        return query.describe().removesuffix(".")
    return f"Welke maatregelen {joined(predicates(query), 2)}?"


def _asked(selection: Selection, query: Query, words: str) -> Iterator[str]:
    """The words of a query, if it selects anything and is not the one that was just answered."""
    if not words or query == selection.query:
        return
    values = select(query, selection.source.columns, selection.as_of)
    if np.any(values[selection.scope] == CERTAIN):
        yield words


def _details(selection: Selection, measure: Measure) -> str:
    return f"Vertel meer over maatregel {shown_id(measure, several=selection.several)}"


def _about_one(selection: Selection, measure: Measure) -> Iterator[str]:
    """All of a measure, and what stands beside it under its heading."""
    if not (selection.query.target and selection.query.field in (None, "all")):
        yield _details(selection, measure)
    if measure.heading:
        beside = Query(filters=(Headings((measure.heading,)),), report=selection.query.report)
        values = select(beside, selection.source.columns, selection.as_of)
        if np.count_nonzero(values[selection.scope] == CERTAIN) > 1:
            yield _which(beside)
