"""How a turn changes the filters of the turn before: replace, narrow, add, drop, lift."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from app.filters import (
    AllOf,
    AnyOf,
    EndIn,
    GovernmentWide,
    HasEnd,
    Headings,
    Ids,
    KindIs,
    MinistryCount,
    Not,
    Overdue,
    Owners,
    PersonIs,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
    Upcoming,
)
from app.query import Filter, Query
from ingest.records import Period

Dimension = Literal["owner", "shared", "status", "time", "place", "kind", "person", "ids"]
Filters = tuple[Filter, ...]

_DIMENSIONS: tuple[tuple[Dimension, tuple[type, ...]], ...] = (
    ("owner", (Owners, GovernmentWide)),
    ("shared", (MinistryCount,)),
    ("status", (StatusIn,)),
    ("time", (EndIn, HasEnd, RunsAfter, RunsDuring, ToDoBy, Overdue, Upcoming, StartIn)),
    ("place", (Themes, Headings)),
    ("kind", (KindIs,)),
    ("person", (PersonIs,)),
    ("ids", (Ids,)),
)


ENDED = frozenset((0, 4))  # the statuses of what is not worked at any more


def dimension(condition: Filter) -> Dimension | None:
    """What a filter is about; of several filters in one, what the first is about."""
    inner: Filter = condition
    while isinstance(inner, Not | AnyOf | AllOf):
        inner = inner.condition if isinstance(inner, Not) else inner.conditions[0]
    return next((name for name, types in _DIMENSIONS if isinstance(inner, types)), None)


def dimensions(filters: Iterable[Filter]) -> set[Dimension]:
    """What the filters are about."""
    return {found for condition in filters if (found := dimension(condition)) is not None}


def replaced(old: Filters, new: Filters) -> Filters:
    """The new filters take the place of the old ones that are about the same; the others stay."""
    old = _unshared(_shareable(old, new), new)
    old, new = _no_third(old, new)
    mended = tuple(_carried(condition, old) for condition in new)
    gone = dimensions(mended)
    named = {code for c in mended if isinstance(c, Owners) for code in c.codes}
    result: list[Filter] = []
    for condition in old:
        about = dimension(condition)
        if about not in gone or _leaves_out_others(condition, mended, named):
            result.append(condition)
            continue
        result += [c for c in mended if dimension(c) == about and c not in result]
    result += [c for c in mended if c not in result]
    return tuple(result)


def _shareable(old: Filters, new: Filters) -> Filters:
    """The old filters without the "alleen" of an owner, where shared measures are asked: "en wel gedeeld?"."""
    together = any(isinstance(c, Owners) and c.mode == "all" and len(c.codes) > 1 for c in new)
    if together:  # "samen met VWS" after "in zijn eentje"
        old = tuple(c for c in old if c != Not(MinistryCount(2)) and not (isinstance(c, MinistryCount) and c.most == 1))
    if not together and not any(isinstance(c, MinistryCount) and c.least > 1 for c in new):
        return old
    return tuple(Owners(c.codes) if isinstance(c, Owners) and c.mode in ("alone", "only") else c for c in old)


def _unshared(old: Filters, new: Filters) -> Filters:
    """The old filters without "gedeeld" and partners, where one has it alone: "juist die SZW alleen doet"."""
    alone = {c.codes for c in new if isinstance(c, Owners) and c.mode in ("alone", "only") and len(c.codes) == 1}
    if len(alone) != 1:
        return old
    code = alone.pop()[0]
    held = any(isinstance(c, Owners) and code in c.codes for c in old)
    return tuple(c for c in old if not _of_several(c) and not (held and _with_another(c, code)))


def _of_several(condition: Filter) -> bool:
    return isinstance(condition, MinistryCount) and condition.least > 1


def _with_another(condition: Filter, code: str) -> bool:
    """Whether a filter is of another ministry, or of several together."""
    several = isinstance(condition, Owners) and condition.mode != "any" and len(condition.codes) > 1
    return isinstance(condition, Owners) and (several or code not in condition.codes)


def _no_third(old: Filters, new: Filters) -> tuple[Filters, Filters]:
    """Both without "niet gedeeld", where the list is what two share: "verder niemand" leaves out any third."""
    alone = Not(MinistryCount(2))
    if alone not in new or not any(isinstance(c, Owners) and c.mode == "all" for c in old):
        return old, new
    pair = tuple(Owners(c.codes, "only") if isinstance(c, Owners) and c.mode == "all" else c for c in old)
    return pair, tuple(c for c in new if c != alone)


def _leaves_out_others(condition: Filter, new: Filters, named: set[str]) -> bool:
    """Whether an old "zonder JenV" holds on beside a new "van SZW"."""
    if not isinstance(condition, Not) or not isinstance(condition.condition, Owners):
        return False
    owners = [c for c in new if isinstance(c, Owners)]
    return bool(owners) and all(c.mode == "any" for c in owners) and not named & set(condition.condition.codes)


def _carried(condition: Filter, old: Filters) -> Filter:
    """A new filter in the manner of the old: another day for "over tijd", another ministry for "alleen van"."""
    if isinstance(condition, EndIn):
        overdue = next((c for c in old if isinstance(c, Overdue)), None)
        day = condition.period.last or condition.period.first
        if overdue is not None and day is not None:
            return Overdue(day)
    if isinstance(condition, Owners) and condition.mode == "any":
        before = next((c for c in old if isinstance(c, Owners)), None)
        if before is not None and before.mode in ("alone", "only"):
            return Owners(condition.codes, before.mode)
    return condition


def partner_exchanged(filters: Filters, old: Filters, new: Filters) -> Filters | None:
    """The filters with one ministry in the place of another among those that share; None where none of them shares."""
    gone = {code for c in old if isinstance(c, Owners) for code in c.codes}
    come = tuple(code for c in new if isinstance(c, Owners) and c.mode == "any" for code in c.codes)
    held = next((c for c in filters if isinstance(c, Owners) and c.mode in ("all", "only") and len(c.codes) > 1), None)
    if held is None or not come or not gone < set(held.codes) or dimensions((*old, *new)) != {"owner"}:
        return None
    codes = (*(code for code in held.codes if code not in gone), *come)
    return tuple(Owners(tuple(dict.fromkeys(codes)), held.mode) if c is held else c for c in filters)


def narrowed(old: Filters, new: Filters) -> Filters:
    """Both the old and the new filters; one that is there already changes nothing, its opposite gives way."""
    against = {c.condition if isinstance(c, Not) else Not(c) for c in new}
    if any(isinstance(c, HasEnd) and not c.value for c in new):
        against |= {c for c in old if isinstance(c, EndIn | ToDoBy | Overdue) or c == HasEnd()}
    if any(isinstance(c, HasEnd) and c.value for c in new):  # "die met een einddatum" after those without
        against |= {c for c in old if isinstance(c, HasEnd) and not c.value}
    if any(isinstance(c, Overdue) for c in new):  # another day for "over tijd"
        against |= {c for c in old if isinstance(c, Overdue)}
    old = _unshared(_shareable(old, new), new)
    old, new = _no_third(old, new)
    out = {code for c in new if isinstance(c, Not) and isinstance(c.condition, Owners) for code in c.condition.codes}
    kept = tuple(_not_of(c, out) for c in old if c not in against)
    return (*kept, *(c for c in new if c not in kept))


def _not_of(condition: Filter, codes: set[str]) -> Filter:
    """A filter on owners without the ministries that are taken out, as far as others are left."""
    if not isinstance(condition, Owners) or not codes & set(condition.codes):
        return condition
    rest = tuple(c for c in condition.codes if c not in codes)
    return Owners(rest, condition.mode if len(rest) > 1 else "any") if rest else condition


def without_exclusion(filters: Filters, codes: Iterable[str]) -> Filters:
    """The filters without those that leave out any of some ministries: what they share is of each of them."""
    named = set(codes)
    return tuple(
        c
        for c in filters
        if not (isinstance(c, Not) and isinstance(c.condition, Owners) and named & set(c.condition.codes))
    )


def narrowed_or_replaced(old: Filters, new: Filters, found: Callable[[Filters], int]) -> Filters:
    """The new filters within the old; where nothing passes both, in the place of the old."""
    both = narrowed(old, new)
    if any(isinstance(c, Not) for c in new) or not dimensions(old) & dimensions(new) or found(both):
        return both
    other = replaced(old, new)
    return other if found(other) else both


def added(old: Filters, new: Filters) -> Filters:
    """What passes the old or the new of the same kind; an exclusion that the new one names is taken back."""
    old, new = _no_third(old, new)
    result = list(old)
    for condition in new:
        shared = isinstance(condition, MinistryCount) and condition.least > 1 and condition.most is None
        if shared and (wider := _not_alone(tuple(result))) != tuple(result):
            result = list(wider)  # "ook de gedeelde" of what is of one ministry alone
            continue
        if Not(condition) in result:
            result.remove(Not(condition))
            continue
        out = next((n for n, c in enumerate(result) if _put_back(c, condition) is not None), None)
        if out is not None:
            result[out] = _put_back(result[out], condition) or result[out]
            continue
        about = dimension(condition)
        places = [n for n, c in enumerate(result) if dimension(c) == about and not isinstance(c, Not)]
        ends = [n for n in places if isinstance(result[n], EndIn)]
        if ends and isinstance(condition, EndIn) and all(isinstance(result[n], EndIn | ToDoBy) for n in places):
            places = ends
        if not places:
            if condition not in result:
                result.append(condition)
            continue
        narrowest = isinstance(condition, EndIn) and all(isinstance(result[n], EndIn) for n in places)
        place = places[-1] if narrowest else places[0]  # "2024", "alleen Q3", "en Q4 erbij": the quarter grows
        result[place] = joined(result[place], condition)
        if narrowest:
            grown = result[place]
            result = [_put_off(c, grown) for n, c in enumerate(result) if n not in places[:-1] or within(grown, c)]
    return tuple(result)


def _put_back(exclusion: Filter, part: Filter) -> Filter | None:
    """An exclusion of several without one of them, as "de gestopte er weer bij" says; None where it is none of that."""
    rest = _less(exclusion.condition, part) if isinstance(exclusion, Not) else None
    return None if rest is None or isinstance(rest, _Nothing) else Not(rest)


def _put_off(condition: Filter, period: Filter) -> Filter:
    """What must be done by a day, up to the end of the period that has grown: "neem volgend jaar ook mee"."""
    last = period.period.last if isinstance(period, EndIn) else None
    later = isinstance(condition, ToDoBy) and last is not None and last > condition.day
    return ToDoBy(last) if later and last is not None else condition


def within(one: Filter, other: Filter) -> bool:
    """Whether the period of one filter lies in that of another of its kind."""
    if not isinstance(one, EndIn | StartIn | RunsDuring) or type(one) is not type(other):
        return False
    a, b = one.period, other.period
    return (a.first or date.min) >= (b.first or date.min) and (a.last or date.max) <= (b.last or date.max)


def _not_alone(filters: Filters) -> Filters:
    """The filters in which no ministry has its measures alone."""
    any_of = (Owners(c.codes) if isinstance(c, Owners) and c.mode in ("alone", "only") else c for c in filters)
    return tuple(dict.fromkeys(any_of))


def alternatives(filters: Filters) -> Filters:
    """The filters of one message, with statuses that no measure has at once as either: "al klaar of juist gestopt"."""
    statuses = [c for c in filters if isinstance(c, StatusIn)]
    if len(statuses) < 2 or set.intersection(*({*c.codes, *c.possible} for c in statuses)):
        return filters
    either: Filter = statuses[0]
    for other in statuses[1:]:
        either = joined(either, other)
    return tuple(either if c is statuses[0] else c for c in filters if c is statuses[0] or c not in statuses)


def joined(one: Filter, other: Filter) -> Filter:
    """One filter for what passes either; simple where two of a kind run together."""
    if one == other:
        return one
    if isinstance(one, Owners) and isinstance(other, Owners) and one.mode == other.mode == "any":
        return Owners(tuple(dict.fromkeys((*one.codes, *other.codes))))
    if isinstance(one, StatusIn) and isinstance(other, StatusIn):
        codes = tuple(dict.fromkeys((*one.codes, *other.codes)))
        possible = tuple(c for c in dict.fromkeys((*one.possible, *other.possible)) if c not in codes)
        return StatusIn(codes, possible)
    if isinstance(one, Themes) and isinstance(other, Themes):
        return Themes(tuple(dict.fromkeys((*one.names, *other.names))))
    if isinstance(one, Headings) and isinstance(other, Headings):
        return Headings(tuple(dict.fromkeys((*one.names, *other.names))))
    if isinstance(one, KindIs) and isinstance(other, KindIs) and one.mentioned == other.mentioned:
        return KindIs(tuple(dict.fromkeys((*one.keys, *other.keys))), mentioned=one.mentioned)
    if isinstance(one, Ids) and isinstance(other, Ids):
        return Ids(tuple(dict.fromkeys((*one.ids, *other.ids))))
    if isinstance(one, EndIn) and isinstance(other, EndIn):
        span = _together(one.period, other.period)
        if span is not None:
            return EndIn(span)
    if isinstance(one, AnyOf):
        for n, part in enumerate(one.conditions):
            both = joined(part, other)
            if not isinstance(both, AnyOf):
                return AnyOf((*one.conditions[:n], both, *one.conditions[n + 1 :]))
        return AnyOf((*one.conditions, other))
    return AnyOf((one, other))


def _together(one: Period, other: Period) -> Period | None:
    """The stretch of two periods that touch or overlap; None where days lie between."""
    first, second = sorted((one, other), key=lambda p: p.first or date.min)
    if first.last is not None and second.first is not None and first.last + timedelta(days=1) < second.first:
        return None
    last = None if first.last is None or second.last is None else max(first.last, second.last)
    return Period(first.first, last)


def dropped(old: Filters, new: Filters) -> Filters:
    """The old filters without the new: a filter that is there goes, part of one is cut off, else it is excluded."""
    result = list(old)
    for condition in new:
        inner = condition.condition if isinstance(condition, Not) else condition
        if inner in result or Not(inner) in result:
            result = [c for c in result if c not in (inner, Not(inner))]
            continue
        place = next((n for n, c in enumerate(result) if _less(c, inner) is not None), None)
        if place is None:
            result.append(condition if isinstance(condition, Not) else Not(condition))
            continue
        rest = _less(result[place], inner)
        result[place : place + 1] = [rest] if rest is not None and not isinstance(rest, _Nothing) else []
    return tuple(result)


class _Nothing:
    """No filter is left."""


def _less(one: Filter, part: Filter) -> Filter | _Nothing | None:
    """A filter without a part of it; None where the part is not in it."""
    if isinstance(one, Owners) and isinstance(part, Owners) and set(part.codes) <= set(one.codes):
        codes = tuple(c for c in one.codes if c not in part.codes)
        return Owners(codes, one.mode) if codes else _Nothing()
    if isinstance(one, StatusIn) and isinstance(part, StatusIn) and set(part.codes) <= set(one.codes):
        status = tuple(c for c in one.codes if c not in part.codes)
        return StatusIn(status, tuple(c for c in one.possible if c not in part.codes)) if status else _Nothing()
    if isinstance(one, Themes) and isinstance(part, Themes) and set(part.names) <= set(one.names):
        names = tuple(n for n in one.names if n not in part.names)
        return Themes(names) if names else _Nothing()
    if isinstance(one, EndIn) and isinstance(part, EndIn):
        return _cut(one.period, part.period)
    if isinstance(one, AnyOf):
        kept = [c for c in one.conditions if c != part]
        if len(kept) < len(one.conditions):
            return kept[0] if len(kept) == 1 else AnyOf(tuple(kept))
    return None


def _cut(whole: Period, part: Period) -> Filter | _Nothing | None:
    low, high = date.min, date.max
    first, last = whole.first or low, whole.last or high
    a, b = part.first or low, part.last or high
    if a <= first and b >= last:
        return _Nothing()
    if a <= first <= b < last:
        return EndIn(Period(b + timedelta(days=1), whole.last))
    if first < a <= last <= b:
        return EndIn(Period(whole.first, a - timedelta(days=1)))
    return None


def after(filters: Filters) -> EndIn | None:
    """The end after the last day of the filters' own end: "alles wat daarna afloopt"."""
    days = [c.period.last for c in filters if isinstance(c, EndIn) and c.period.last is not None]
    return EndIn(Period(max(days) + timedelta(days=1), None)) if days else None


def before(filters: Filters) -> EndIn | None:
    """The end before the first day of the filters' own end: "alles daarvoor"."""
    days = [c.period.first for c in filters if isinstance(c, EndIn) and c.period.first is not None]
    return EndIn(Period(None, min(days) - timedelta(days=1))) if days else None


_LIFTS: tuple[tuple[str, Dimension], ...] = (
    ("minist", "owner"),
    ("depart", "owner"),
    ("status", "status"),
    ("jaar", "time"),
    ("jaren", "time"),
    ("perio", "time"),
    ("dead", "time"),
    ("termijn", "time"),
    ("dat", "time"),
    ("eind", "time"),
    ("thema", "place"),
    ("kop", "place"),
    ("soort", "kind"),
)


def lifted(query: Query, what: str) -> Query:
    """The query without any filter of the kind that the word names."""
    if what.startswith("onderwerp"):
        return replace(query, topic=None, broad=False)
    about = next((name for begin, name in _LIFTS if what.startswith(begin)), None)
    return replace(query, filters=tuple(c for c in query.filters if dimension(c) != about))


def swapped(filters: Filters) -> Filters | None:
    """Turn "X zonder Y" into "Y zonder X"; None where there are no two to swap."""
    positive = next((c for c in filters if isinstance(c, Owners)), None)
    negative = next((c for c in filters if isinstance(c, Not) and isinstance(c.condition, Owners)), None)
    if positive is None or not isinstance(negative, Not) or not isinstance(negative.condition, Owners):
        return None
    turn: dict[Filter, Filter] = {positive: Owners(negative.condition.codes), negative: Not(Owners(positive.codes))}
    return tuple(turn.get(c, c) for c in filters)
