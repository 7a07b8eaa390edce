"""The query as parameters of a web address, and back: "?ministerie=OCW&einde=2024-01-01..2024-12-31"."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from urllib.parse import parse_qsl

from app.filters import (
    AllOf,
    AnyOf,
    EndIn,
    GovernmentWide,
    HasEnd,
    Headings,
    Ids,
    KindIs,
    Lasts,
    MinistryCount,
    Not,
    Overdue,
    Owners,
    Pages,
    PersonIs,
    Printed,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
    Upcoming,
)
from app.filters.texts import ANYBODY
from app.query import Ask, Extreme, FieldName, Filter, GroupKey, Order, OrderKey, Query
from ingest.records import Period

Parameters = tuple[tuple[str, str], ...]
Name = TypeVar("Name", bound=str)

_ASKS: dict[Ask, str] = {
    "count": "aantal",
    "percentage": "percentage",
    "groups": "groepen",
    "rank": "rang",
    "field": "veld",
    "detail": "detail",
}
_GROUPS: dict[GroupKey, str] = {
    "owner": "ministerie",
    "theme": "thema",
    "heading": "kopje",
    "status": "status",
    "year": "jaar",
    "quarter": "kwartaal",
    "pair": "ministeriepaar",
    "kind": "soort",
}
_ORDERS: dict[OrderKey, str] = {
    "printed": "rapport",
    "end": "einde",
    "status": "status",
    "owner": "ministerie",
    "title": "titel",
    "relevance": "relevantie",
}
_EXTREMES: dict[Extreme, str] = {"first": "eerste", "last": "laatste", "most": "meeste", "least": "minste"}
_FIELDS: dict[FieldName, str] = {
    "owners": "wie",
    "end": "wanneer",
    "status": "stand",
    "theme": "thema",
    "heading": "kopje",
    "page": "pagina",
    "explanation": "toelichting",
    "all": "alles",
}


class AddressError(ValueError):
    """A parameter whose value cannot be read; the message says which, in Dutch."""


def to_address(query: Query) -> Parameters:
    """The query as parameters; the default query gives none."""
    pairs: list[tuple[str, str]] = []
    if query.ask != "list":
        pairs.append(("vraag", _ASKS[query.ask]))
    for condition in query.filters:
        pairs += condition.address()
    for condition in query.share:
        pairs += [(f"deel.{name}", value) for name, value in condition.address()]
    if query.topic is not None:
        pairs.append(("onderwerp", query.topic))
    if query.topic is not None and query.sought != query.topic:
        pairs.append(("woorden", query.sought))
    if query.broad:
        pairs.append(("ruim", "ja"))
    if query.group_by:
        pairs.append(("per", ",".join(_GROUPS[g] for g in query.group_by)))
    if query.order != Order():
        pairs.append(("volgorde", _ORDERS[query.order.by] + (":aflopend" if query.order.descending else "")))
    if query.limit is not None:
        pairs.append(("hoogstens", str(query.limit)))
    if query.sizes is not None:
        pairs.append(("omvang", f"{query.sizes[0]}..{'' if query.sizes[1] is None else query.sizes[1]}"))
    if query.place != 1:
        pairs.append(("plaats", str(query.place)))
    if query.extreme:
        pairs.append(("uiterste", _EXTREMES[query.extreme]))
    if query.target:
        pairs.append(("maatregel", ",".join(query.target)))
    if query.field:
        pairs.append(("gegeven", ",".join(_FIELDS[field] for field in (query.field, *query.also))))
    if query.as_of:
        pairs.append(("peildatum", query.as_of.isoformat()))
    if query.report:
        pairs.append(("rapport", query.report))
    if query.whether is not None:
        pairs.append(("toets", "alle" if query.whether else "enige"))
        pairs += [(f"alle.{name}", value) for condition in query.whether for name, value in condition.address()]
    return tuple(pairs)


def from_address(parameters: Iterable[tuple[str, str]]) -> Query:
    """The query of parameters; unknown parameters are passed over. Raises AddressError on a value it cannot read."""
    query = Query()
    for name, value in parameters:
        try:
            query = _with_parameter(query, name, value)
        except (KeyError, ValueError) as error:
            raise AddressError(f"'{name}={value}' in het adres is niet te lezen") from error
    return query


def _with_parameter(query: Query, name: str, value: str) -> Query:
    match name:
        case "vraag":
            return replace(query, ask=_key(_ASKS, value))
        case "onderwerp":
            return replace(query, topic=value)
        case "woorden":
            return replace(query, asked=(query.topic or "", value))
        case "ruim":
            return replace(query, broad=value == "ja")
        case "per":
            return replace(query, group_by=tuple(_key(_GROUPS, v) for v in value.split(",")))
        case "volgorde":
            by, _, way = value.partition(":")
            return replace(query, order=Order(_key(_ORDERS, by), way == "aflopend"))
        case "hoogstens":
            return replace(query, limit=int(value))
        case "omvang":
            least, _, most = value.partition("..")
            return replace(query, sizes=(int(least), int(most) if most else None))
        case "plaats":
            return replace(query, place=max(1, int(value)))
        case "uiterste":
            return replace(query, extreme=_key(_EXTREMES, value))
        case "maatregel":
            return replace(query, target=tuple(value.split(",")))
        case "gegeven":
            field, *also = (_key(_FIELDS, v) for v in value.split(","))
            return replace(query, field=field, also=tuple(also))
        case "peildatum":
            return replace(query, as_of=date.fromisoformat(value))
        case "toets":
            return replace(query, whether=())
        case "rapport":
            return replace(query, report=value)
    if name.startswith("deel."):
        part = _condition(name.removeprefix("deel."), value)
        return query if part is None else replace(query, share=(*query.share, part))
    if name.startswith("alle."):
        asked = _condition(name.removeprefix("alle."), value)
        return query if asked is None else replace(query, whether=(*(query.whether or ()), asked))
    condition = _condition(name, value)
    return query if condition is None else replace(query, filters=(*query.filters, condition))


def _key(table: Mapping[Name, str], value: str) -> Name:
    found = next((k for k, v in table.items() if v == value), None)
    if found is None:
        raise ValueError(value)
    return found


def _codes(value: str) -> tuple[str, ...]:
    return tuple(v for v in value.split(",") if v)


def _numbers(value: str) -> tuple[int, ...]:
    return tuple(int(v) for v in _codes(value))


def _period(value: str) -> Period:
    first, separator, last = value.partition("..")
    if not separator:
        raise ValueError(value)
    return Period(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def _periods(value: str) -> tuple[Period, Period | None]:
    period, _, possible = value.partition("~")
    return _period(period), _period(possible) if possible else None


def _condition(name: str, value: str) -> Filter | None:
    if name.startswith("niet."):
        inner = _condition(name.removeprefix("niet."), value)
        return None if inner is None else Not(inner)
    match name:
        case "of":
            parts = [_condition(*pair) for pair in parse_qsl(value, strict_parsing=True)]
            return AnyOf(tuple(part for part in parts if part is not None))
        case "en":
            parts = [_condition(*pair) for pair in parse_qsl(value, strict_parsing=True)]
            return AllOf(tuple(part for part in parts if part is not None))
        case "ministerie":
            return Owners(_codes(value), "any")
        case "samen":
            return Owners(_codes(value), "all")
        case "zonder-ander":
            return Owners(_codes(value), "only")
        case "alleen":
            return Owners(_codes(value), "alone")
        case "aantal-ministeries":
            least, _, most = value.partition("..")
            return MinistryCount(int(least), int(most) if most else None)
        case "kabinetsbreed":
            return GovernmentWide()
        case "status":
            codes, _, possible = value.partition("~")
            return StatusIn(_numbers(codes), _numbers(possible))
        case "thema":
            return Themes(tuple(value.split("|")))
        case "kopje":
            return Headings(tuple(value.split("|")))
        case "nummer":
            return Ids(_codes(value))
        case "pagina":
            return Pages(_numbers(value))
        case "soort":
            return KindIs(_codes(value))
        case "noemt":
            return KindIs(_codes(value), mentioned=True)
        case "lid":
            person, _, role = value.partition(":")
            return PersonIs("" if person == ANYBODY else person, role or None)
        case "einde":
            return EndIn(*_periods(value))
        case "begin":
            return StartIn(*_periods(value))
        case "wanneer-staat":
            return Printed("when", value)
        case "wie-staat":
            return Printed("who", value)
        case "einddatum":
            return HasEnd(value == "ja")
        case "looptijd":
            return RunsDuring(_period(value))
        case "loopt-na":
            return RunsAfter(date.fromisoformat(value))
        case "duur":
            least, _, most = value.partition("..")
            return Lasts(int(least), int(most) if most else None)
        case "nog-te-doen":
            return ToDoBy(date.fromisoformat(value))
        case "komt-nog":
            return Upcoming()
        case "overtijd":
            return Overdue(None if value == "ja" else date.fromisoformat(value))
    return None
