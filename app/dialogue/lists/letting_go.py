"""Operations that let conditions go, or take out what they select: "laat 2024 weg", "zonder OCW", "doe maar alles"."""

import re
from dataclasses import replace
from typing import Any

from app.dialogue import cues
from app.dialogue.forms import data
from app.dialogue.lists import refining
from app.dialogue.lists.change import listed
from app.dialogue.lists.conditions import (
    condition_called,
    conditions,
    either,
    has_owner,
    kind_named,
    told,
    without_sharing,
)
from app.dialogue.moment import Moment, Step
from app.filters import EndIn, Not, Owners, RunsAfter, RunsDuring, StartIn, ToDoBy
from app.query import Filter, Query

_PERIODS = (EndIn, StartIn, RunsDuring, RunsAfter, ToDoBy)
_NEVER_TAKEN_OUT = ("period", "status", "owner", "place")  # "zonder jaartal" selects none; "zonder datum" does
_DETERMINED = re.compile(r"^(?:het|dat|die|de|deze|dit|enige?) ")
_THE_CURRENT = re.compile(r"^(?:(?:op|van|voor|in) )?(?:dit|deze) ")
_AGAIN = re.compile(
    r"\b(?:toch|gewoon|weer|bij nader inzien|liever|opnieuw|terug|uberhaupt"
    r"|in totaal|alles bij elkaar|al met al|in zijn geheel)\b"
)
_NOT_CHOSEN = re.compile(r"\bniet\b.*\b(?:filter|selecte|kijk|let\b|letten|zeef|zeven)")
_EVERYTHING_OF = re.compile(
    r"^(?:(?:en|maar|nu|dan|toch|toon|geef|laat|doe|noem|me|mij|eens|maar|weer|graag|dus) )*(?:alles|alle maatregelen)"
    r" (?P<x>(?:van|uit|in|onder|binnen) [^,;:]+?)(?: zien)?"
    r"(?:,? (?:ook|inclusief|en ook|dus ook)(?: (?:wat|die|degene die|alles wat|de))?"
    r" (?P<too>[^,;:]+?)(?: (?:is|zijn))?)?$"
)
_COUNTS = re.compile(r"^(?:(?:en|maar|dus|dan|nu) )*(?:hoeveel|wat is het aantal)\b")
_OR_NOT = re.compile(r" of niet$")  # "van JenV alles, afgerond of niet"


def lift(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """A kind of condition goes, whatever its value: "ongeacht het ministerie"."""
    kind = kind_named(x) or data()["conditions"]["whoever"].get(cues.plain(x))
    if _THE_CURRENT.match(cues.plain(x)) and conditions(m, x):
        return None  # "en welke dit jaar?" names a period
    held = set(conditions(m, y)) <= set(m.base_query.filters) and bool(conditions(m, y)) if y else True
    chosen = set(conditions(m, x)) if kind is None and not y and _NOT_CHOSEN.search(m.plain) else set()
    if chosen and chosen <= set(m.base_query.filters):
        return free(m, operation, x, y)  # "en als je niet op afgerond selecteert?"
    return _let_go(m, kind) if kind and held else None


def everyone(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The list of all ministries in the place of that of one: "en van iedereen?", "alle afgeronde, rijksbreed"."""
    held = set(conditions(m, y)) <= set(m.base_query.filters) and bool(conditions(m, y)) if y else True
    return _let_go(m, "owner") if held and has_owner(m.base_query.filters) and len(m.base.shown) != 1 else None


def drop(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """A condition holds no more; where it is none of the list, what it selects is taken out."""
    kind = "any" if _said_last(m, x) else kind_named(x)
    if kind:
        return _let_go(m, kind)
    called = condition_called(x)
    if called:
        return free(m, operation, called, y)
    filters = either(without_sharing(m, told(m, x)), x)
    if not filters or (len(filters) > 1 and not set(filters) <= set(m.base_query.filters)):
        return None
    return listed(m, refining.dropped(m.base_query.filters, filters))


def drop_for(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """Without the one condition, and with the other, that the list has: "vergeet JenV, ik wil alle afgeronde"."""
    now = m.base_query.filters
    gone, held = conditions(m, x), conditions(m, y)
    if not held or not set(held) <= set(now) or set(gone) & set(held):
        return None
    return drop(m, operation, x, "")


def free(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """A condition was not meant to be the only one: it goes, and nothing is taken out."""
    kind = kind_named(x)
    if kind:
        return _let_go(m, kind)
    filters = conditions(m, x)
    opposite = tuple(c.condition for c in filters if isinstance(c, Not))
    kept = tuple(c for c in m.base_query.filters if c not in filters and c not in opposite)
    return listed(m, kept) if kept != m.base_query.filters else None


def exclude(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """What a condition selects is taken out."""
    kind = kind_named(x)
    if kind and (kind == "any" or kind in _NEVER_TAKEN_OUT or _DETERMINED.match(cues.plain(x))):
        return _let_go(m, kind)
    called = condition_called(x)
    if called:
        return free(m, operation, called, y)
    x = f"{x} of {y}" if y else x  # "BZ noch VWS"
    filters = either(without_sharing(m, told(m, x)), x)
    if len(filters) != 1 or _said_whole(m, filters):
        return None  # of two conditions what passes both would be taken out, and no filter says that
    opposite = tuple(c.condition if isinstance(c, Not) else Not(c) for c in filters)
    return listed(m, refining.narrowed(m.base_query.filters, opposite))


def all_again(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """No more than what is said of the conditions of the list: "toch alle maatregelen van JenV"."""
    held = conditions(m, x)
    again = _AGAIN.search(m.plain) or _OR_NOT.search(m.plain)
    if not again or not set(held) < set(m.base_query.filters) or m.base_query.topic:
        return None
    step = listed(m, tuple(c for c in m.base_query.filters if c in held)) if held else None
    if step is not None and _COUNTS.match(m.plain):
        return Step(replace(step.query, ask="count"))
    return step


def widened(m: Moment) -> Step | None:
    """The message "doe maar alles": the widest list of which this one is a part."""
    words = set(m.plain.split())
    wide = data()["wide"]
    if not (words & set(wide["all"]) and words & set(wide["again"])):
        return None
    if not words <= {*wide["all"], *wide["again"], *wide["beside"]}:
        return None
    first = next((turn for turn in m.conversation.turns if wider(m, turn)), None)
    return Step(replace(first.query, ask="list"), first) if first is not None and first.query is not None else None


def everything_of(m: Moment) -> Step | None:
    """The message "laat alles van VWS zien, ook wat niet af is": all that it has, whatever the list was narrowed to."""
    match = _EVERYTHING_OF.match(m.plain)
    if match is None or (match["too"] and not conditions(m, match["too"])):
        return None
    own = conditions(m, match["x"])
    if not own or any(refining.dimension(c) not in ("owner", "place") or isinstance(c, Not) for c in own):
        return None
    return Step(Query(filters=own))


def _let_go(m: Moment, kind: str) -> Step | None:
    """The query without the conditions of a kind; for "any", without what the last narrowing added."""
    query = m.base_query
    if kind == "any":
        return _before_last_narrowing(m)
    if kind == "topic":
        return Step(replace(query, topic=None, broad=False), m.base) if query.topic and query.filters else None
    if kind == "period":
        periods = [c for c in query.filters if _about_period(c)]
        inner = next((c for c in periods if len(periods) > 1 and all(refining.within(c, o) for o in periods)), None)
        kept = tuple(c for c in query.filters if (c is not inner if inner is not None else not _about_period(c)))
        kind = "time" if kept == query.filters else kind
    if kind != "period":
        gone = {"owner", "shared"} if kind == "owner" and not has_owner(query.filters) else {kind}
        kept = tuple(c for c in query.filters if refining.dimension(c) not in gone)
    return Step(replace(query, filters=kept), m.base) if kept != query.filters else None


def _before_last_narrowing(m: Moment) -> Step | None:
    now = set(m.base_query.filters)
    for turn in reversed(m.conversation.turns):
        if wider(m, turn):
            return Step(turn.query, turn) if turn.query is not None else None
    if len(now) > 1:
        return Step(replace(m.base_query, filters=m.base_query.filters[:-1]), m.base)
    return None


def wider(m: Moment, turn: Any) -> bool:  # noqa: ANN401 - a Turn
    """Whether a turn showed the list of which the one at hand is a part."""
    query = turn.query
    if query is None or turn.pointed or query.target or query.topic != m.base_query.topic:
        return False
    return set(query.filters) < set(m.base_query.filters)


def _said_last(m: Moment, words: str) -> bool:
    """Whether "haal dat weer weg" takes back what was said last; "dat hoeft niet" is said out of politeness."""
    taking = {*data()["sets"]["take"], *data()["sets"]["remove"], *data()["sets"]["gone"]}
    said = cues.plain(words) in data()["conditions"]["last"] and bool(taking & set(m.plain.split()))
    return said and not m.last.pointed


def _said_whole(m: Moment, filters: refining.Filters) -> bool:
    """Whether the whole message reads as a condition of its own: "niet meer in uitvoering", "zonder einddatum"."""
    whole = m.read(m.message).query
    taken = {c.condition if isinstance(c, Not) else c for c in whole.filters}
    taken |= {Owners(c.codes) for c in taken if isinstance(c, Owners)}
    return whole.topic is None and bool(whole.filters) and not taken & set(filters)


def _about_period(condition: Filter) -> bool:
    inner = condition.condition if isinstance(condition, Not) else condition
    return isinstance(inner, _PERIODS)
