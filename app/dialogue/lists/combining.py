"""The rule for a turn that takes the last lists together: "beide kwartalen samen", "allebei", "bij elkaar opgeteld".

Lists can be taken together when their queries differ in one kind of condition only; "in alle thema's samen" is more than
those that were asked of. Two ministries that are not said to be added up are left to the rule for what ministries share.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from itertools import pairwise

from app.dialogue.forms import data
from app.dialogue.lists import refining
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids
from app.query import Ask, Filter, Query

_UNITS: tuple[tuple[refining.Dimension, tuple[str, ...]], ...] = (
    ("time", ("kwarta", "jaar", "jaren", "maand", "period", "halfjaar")),
    ("owner", ("minist", "depart")),
    ("place", ("thema",)),
    ("status", ("status",)),
)
_PAIR, _THREE = 2, 3
_LISTS = r"(?:lijst(?:en|jes)|overzicht(?:en|jes)|rijtjes|antwoorden|groep(?:en|jes)|selecties|opsommingen|resultaten)"
_IN_BOTH = re.compile(
    r"^(?:en |maar |dus |dan )*(?:(?:welke?|wat|hoeveel)(?: (?:maatregelen|ervan|daarvan))?"
    r" (?:staan|staat|komen|komt|zitten|zit|vallen|valt|zijn|is|horen) (?:(?:er|dan|dus|ook|nu) )*)?"
    rf"(?:in|op|bij|onder|tot|uit) (?:beiden?|allebei|alle ?twee|(?:de|die|deze) (?:twee|beide))(?: van)?(?: (?:de|die|deze))? {_LISTS}"
    r"(?: (?:voor|tegelijk|terug|staan|dan|thuis))*$"
    r"|^(?:en |maar |dus )*(?:zit|is|bestaat|zie je) (?:er |daar |hier )*(?:ook |dan |nog |een |enige |eigenlijk )*overlap(?: (?:in|tussen|daartussen|daarin|tussen (?:die|de|beide)(?: twee)?))?"
    rf"(?: (?:die |de |beide )?{_LISTS})?$|^(?:en )?(?:welke|wat) (?:overlappen|overlapt)(?: er)?(?: dan)?$"
)


def taken_as_one(m: Moment) -> Step | Problem | None:
    """The query of the last lists in one."""
    words = m.plain.replace(",", " ").split()
    table = {name: set(entries) for name, entries in data()["together"].items()}
    if not words or not set(words) <= set().union(*table.values()):
        return None
    summed = bool(table["sum"] & set(words))
    units = [word for word in words if word in table["units"]]
    said_both = bool(table["both"] & set(words)) or bool(units and table["whole"] & set(words))
    joint = bool(table["joint"] & set(words))
    if not (said_both or summed or joint) or (len(words) == 1 and not (said_both or words == ["samen"])):
        return None
    about = next((kind for kind, begins in _UNITS if units and units[0].startswith(begins)), None)
    ask: Ask = "count" if "hoeveel" in words else m.base_query.ask
    if about != "time" and any(pair[0] == "alle" and pair[1] in units for pair in pairwise(words)):
        kept = tuple(c for c in m.base_query.filters if refining.dimension(c) != about)  # "in alle thema's samen": any
        return Step(replace(m.base_query, filters=kept, ask=ask)) if kept != m.base_query.filters else None
    alike = _alike(m, about, len(m.conversation.turns) if "al" in words else _THREE if "drie" in words else _PAIR)
    if alike is None:
        return None
    kind, conditions = alike
    if kind == "owner" and not summed:
        return None  # "allebei" of ministries: what they share
    either = conditions[0]
    for condition in conditions[1:]:
        either = refining.joined(either, condition)
    filters = tuple(either if c == conditions[-1] else c for c in m.base_query.filters)
    return Step(replace(m.base_query, filters=filters, ask=ask))


def in_both(m: Moment) -> Step | Problem | None:
    """The message "welke staan in beide lijsten?": what the last two lists have in common."""
    if not _IN_BOTH.match(m.plain):
        return None
    lists = [turn for turn in m.conversation.turns if turn.shown and not turn.pointed and turn.query is not None]
    if len(lists) < _PAIR:
        return Problem("Er is nog geen tweede lijst om mee te vergelijken.")
    one, other = lists[-2:]
    common = tuple(i for i in other.shown if i in one.shown)
    ask: Ask = "count" if "hoeveel" in m.plain.split() else "list"
    earlier, later = one.query or Query(), other.query or Query()
    both = replace(later, ask="list", filters=tuple(dict.fromkeys((*earlier.filters, *later.filters))))
    if earlier.topic is None and later.topic is None and set(m.course.ids(both)) == set(common):
        return Step(replace(both, ask=ask, group_by=(), extreme=None, share=(), field=None, limit=None))
    if not common:
        return Problem("Geen enkele maatregel staat in beide lijsten.")
    return Step(Query(ask=ask, filters=(Ids(common),)))


def _alike(m: Moment, about: str | None, most: int) -> tuple[refining.Dimension, list[Filter]] | None:
    """The kind of condition in which the last lists differ, and its conditions, oldest first."""
    now = m.base_query
    found: list[Filter] = []
    kind: refining.Dimension | None = None
    for turn in reversed(m.conversation.turns):
        query = turn.query
        if query is None or turn.pointed or query.topic != now.topic or len(found) >= most - 1:
            continue
        differs = _differing(now, query)
        if differs is None or (kind or differs[0]) != differs[0] or (about and differs[0] != about):
            continue
        kind, (own, other) = differs[0], differs[1]
        if not found:
            current = own
        if other not in found:
            found.append(other)
    return (kind, [*reversed(found), current]) if kind and found else None


def _differing(one: Query, other: Query) -> tuple[refining.Dimension, tuple[Filter, Filter]] | None:
    """The one kind of condition of which the two have another one, and both of those."""
    here = [c for c in one.filters if c not in other.filters]
    there = [c for c in other.filters if c not in one.filters]
    if len(here) != 1 or len(there) != 1:
        return None
    kind = refining.dimension(here[0])
    return (kind, (here[0], there[0])) if kind and kind == refining.dimension(there[0]) else None
