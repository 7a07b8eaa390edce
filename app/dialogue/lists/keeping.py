# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""The rule for a turn that says which condition holds on: "en bij VWS, zelfde datum?", "welke van SZW in dat jaar?"."""

import re
from dataclasses import replace
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.forms import data
from app.dialogue.lists import refining
from app.dialogue.lists.conditions import conditions
from app.dialogue.moment import ASKS, Moment, Problem, Step
from app.filters import EndIn, Overdue
from app.query import Ask, Query

_ALSO = re.compile(r"\b(?:ook|mede|eveneens|tevens|samen|gezamenlijk)\b")
_BUT = re.compile(r"^(?:(?:en|maar|dan|nu|wel|alleen|juist) )+")
_BUT_THEN = re.compile(r" (?:maar|dan)\b")
_DIMENSIONS: dict[str, refining.Dimension] = {
    "owner": "owner",
    "status": "status",
    "period": "time",
    "time": "time",
    "day": "time",
    "place": "place",
    "kind": "kind",
}


@lru_cache(maxsize=1)
def _held() -> re.Pattern[str]:
    kinds = {**data()["conditions"]["kinds"], "day": data()["keeping"]["days"]}
    words = "|".join(
        f"(?P<{name}>" + "|".join(sorted(kinds[name], key=len, reverse=True)) + ")" for name in _DIMENSIONS
    )
    same = "|".join(data()["keeping"]["same"])
    return re.compile(
        rf"(?P<sign>[,;:.-] ?|^)?(?:\b(?:en|maar|weer|ook|wel|nog|steeds|nu|dan|met|op|in|voor|per|tegen|binnen|onder|van|bij) )*"
        rf"\b(?:de |het )?(?:{same}) (?:{words})\b(?: (?:weer|graag|als net|als daarnet|als hiervoor|aanhouden|houden))*(?P<end>$|[,;:])?"
    )


def held_on(m: Moment) -> Step | Problem | None:
    """The query of the rest of the message, with the conditions of that kind as they were."""
    match = _held().search(m.plain)
    if match is None or m.base.query is None:
        return _at_that_time(m)
    name = next(kind for kind in _DIMENSIONS if match[kind])
    about = _DIMENSIONS[name]
    first = match.start() == 0 and _BUT_THEN.match(m.plain[match.end() :]) is not None
    if about != "time" and not (match["sign"] or match["end"] or first):
        return None  # "wat staat er nog in hetzelfde thema?" asks of that theme
    held = tuple(c for c in m.base_query.filters if refining.dimension(c) == about)
    rest = " ".join(f"{m.plain[: match.start()]} {m.plain[match.end() :]}".split()).strip(" ,;:")
    if not held or not rest:
        return None
    if match.start() == 0:
        step = _of_that_alone(m, held, rest)
        if step is not None:
            return step
    step = _step_of(m, f"{rest}?" if m.message.rstrip().endswith("?") else rest)
    if step is None:
        return None
    query = replace(step.query, filters=refining.replaced(step.query.filters, held))
    return Step(replace(query, as_of=query.as_of or m.base_query.as_of), step.before)


def _of_that_alone(m: Moment, held: refining.Filters, rest: str) -> Step | None:
    """What is named first as the same, with another condition: "zelfde ministerie, maar dan in uitvoering".

    What was asked of the list since then holds no more: only what stood beside it when it was first asked with a
    condition of that kind, or nothing where it never was.
    """
    words = cues.typed(m.message, m.plain, _BUT.sub("", rest))
    filters = conditions(m, words)
    ask: Ask = "count" if cues.plain(words).startswith("hoeveel ") else "list"
    if not filters and ASKS.match(cues.plain(words)) and not cues.points_back(words):
        query = m.read(words).query
        filters = query.filters if replace(query, filters=(), ask="list", as_of=None) == Query() else ()
    about = refining.dimensions(filters)
    if not filters or about & refining.dimensions(held) or m.base_query.topic is not None:
        return None
    asked = [turn.query.filters for turn in m.conversation.turns if turn.query is not None and not turn.pointed]
    first = next((old for old in asked if {*held} <= {*old} and about <= refining.dimensions(old)), held)
    beside = tuple(c for c in first if c in m.base_query.filters or refining.dimension(c) in about)
    now = refining.replaced(beside, filters)
    return Step(replace(Query(ask=ask), filters=now, as_of=m.base_query.as_of, report=m.base_query.report), m.base)


@lru_cache(maxsize=1)
def _that_time() -> re.Pattern[str]:
    times, that, then = ("|".join(data()["keeping"][name]) for name in ("times", "that", "then"))
    of = r"(?:op|in|binnen|voor|per|tegen|rond|met|over)"
    return re.compile(rf",? ?\b(?:{of} (?:{that}) (?:{times})|(?P<then>{then}))\b,?")


def _at_that_time(m: Moment) -> Step | None:
    """The question of another ministry, at the time that is held: "hoeveel zijn het er op die datum bij BZK?"."""
    held = tuple(c for c in m.base_query.filters if refining.dimension(c) == "time")
    match = _that_time().search(m.plain)
    if match is None or not held or (match["then"] and not any(isinstance(c, Overdue) for c in held)):
        return None  # "welke zijn dan van BZK?" chooses of those that end in a year
    if cues.POINTING.search(m.plain):
        return None
    rest = " ".join(f"{m.plain[: match.start()]} {m.plain[match.end() :]}".split())
    own = m.read(rest).query
    about = refining.dimensions(own.filters)
    if own.topic is not None or own.target or own.ask not in ("list", "count") or "owner" not in about:
        return None
    if not about <= {"owner", "time"} or own.as_of is not None:
        return None
    if match["then"] and own.ask != "count" and "time" not in about:
        return None  # "alleen OCW dan"
    if any(
        type(c) is not type(held[0]) or isinstance(c, EndIn) for c in own.filters if refining.dimension(c) == "time"
    ):
        return None  # "hoeveel moeten er dan in 2025 klaar zijn bij BZK?"
    owners = tuple(c for c in own.filters if refining.dimension(c) == "owner")
    change = refining.narrowed if _ALSO.search(m.plain) else refining.replaced
    filters = change(m.base_query.filters, owners)
    return Step(
        replace(m.base_query, ask=own.ask, group_by=(), extreme=None, share=(), field=None, filters=filters), m.base
    )


def _step_of(m: Moment, rest: str) -> Step | None:
    """The step of the message without those words: a question of its own, or one that goes on."""
    own = m.read(rest).query
    whole = ASKS.match(cues.plain(rest)) and not cues.points_back(rest) and own.topic is None
    if whole and "owner" in refining.dimensions(own.filters):
        return Step(own)
    step = m.course.going_on(Moment(rest, m.conversation, m.course))
    if isinstance(step, Step):
        return step
    return Step(own) if own.topic is None and own != Query() else None
