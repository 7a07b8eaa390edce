"""The scope that a turn names before it asks: the whole report, the whole heading or theme, the rest of the list."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.forms import data
from app.dialogue.lists import changing, refining
from app.dialogue.lists.conditions import conditions, kind_named
from app.dialogue.measures import pointing
from app.dialogue.moment import Moment, Step
from app.filters import Not
from app.query import Query

_CHOOSES = re.compile(r"(?:welke?|hoeveel|wat)\b")
_ALL_OF = re.compile(r"(?:alle|alles|al (?:de|die|het))\b")
_HOW_MANY = re.compile(r"(?P<the>(?:de|die|deze|alle|al die|al de) )(?P<n>\w{1,12}) (?P<rest>.+)$")
_THAT_KIND = re.compile(r"\b(?:dat|dit|die|deze|datzelfde|hetzelfde|dezelfde) (?P<kind>[a-z]+)\b")
_KINDS: dict[str, refining.Dimension] = {"owner": "owner", "place": "place", "status": "status", "kind": "kind"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The list that is asked of, None for all measures, and the question that is left."""

    query: Query | None
    rest: str


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    kinds = data()["conditions"]["kinds"]
    words = "|".join(
        f"(?P<{name}>" + "|".join(sorted(kinds[name], key=len, reverse=True)) + ")" for name in (*_KINDS, "topic")
    )
    return {
        name: tuple(re.compile(pattern.replace("{kind}", f"(?:{words})")) for pattern in patterns)
        for name, patterns in data()["scopes"].items()
    }


def scoped(m: Moment) -> Scope | None:
    """The scope that a message begins with; None where it names none."""
    for name, find in (
        ("report", _whole_report),
        ("place", _whole_kind),
        ("named", _whole_named),
        ("of", _whole_of),
        ("rest", _rest),
        ("without", _without),
    ):
        match = next((found for p in _patterns()[name] if (found := p.match(m.plain))), None)
        if match is None:
            continue
        said = match.groupdict()
        rest = cues.typed(m.message, m.plain, said.get("rest") or said.get("rest2") or "")
        rest = f"{said['ask']} {rest}" if said.get("ask") else rest
        scope = find(m, match, f"{rest}?" if rest and m.message.rstrip().endswith("?") else rest)
        if scope is not None:
            return scope
    return None


def _whole_report(m: Moment, match: re.Match[str], rest: str) -> Scope | None:  # noqa: ARG001
    return Scope(None, rest) if rest and not cues.points_back(rest) else None


def _whole_kind(m: Moment, match: re.Match[str], rest: str) -> Scope | None:
    """The whole of what the list was chosen in: "terug naar het hele kopje: wat is er wel afgerond?"."""
    queries = [m.base_query, *(turn.query for turn in reversed(m.conversation.turns) if turn.query is not None)]
    if match["topic"]:
        topic = next((q for q in queries if q.topic is not None), None)
        return Scope(replace(Query(), topic=topic.topic, broad=topic.broad, as_of=topic.as_of), rest) if topic else None
    about = next(kind for name, kind in _KINDS.items() if match[name])
    for query in queries:
        held = tuple(c for c in query.filters if refining.dimension(c) == about and not isinstance(c, Not))
        if held:
            return Scope(Query(filters=held, as_of=query.as_of), rest)
    return None


def _whole_named(m: Moment, match: re.Match[str], rest: str) -> Scope | None:
    """All of a heading or theme that the words name, whatever the list was chosen by: "geef het hele kopje Media"."""
    filters = conditions(m, f"{match['place']} {cues.typed(m.message, m.plain, match['x'])}") if match["place"] else ()
    if not any(refining.dimension(c) == "place" and not isinstance(c, Not) for c in filters):
        return None
    return Scope(Query(filters=filters, as_of=m.base_query.as_of), rest)


def _whole_of(m: Moment, match: re.Match[str], rest: str) -> Scope | None:
    """All that is of what the words name: "terug naar alles van Zorg", "van alle pilots, welke zijn van OCW?"."""
    words = cues.typed(m.message, m.plain, match["x"] or match.groupdict().get("x2") or "")
    filters = conditions(m, words)
    return Scope(Query(filters=(*filters, *_held(m, words, filters))), rest) if filters else None


def _held(m: Moment, words: str, told: refining.Filters) -> refining.Filters:
    """The conditions that words point at: those of "dat thema" in "alle afgeronde onderzoeken in dat thema"."""
    queries = [m.base_query, *(turn.query for turn in reversed(m.conversation.turns) if turn.query is not None)]
    found: refining.Filters = ()
    for match in _THAT_KIND.finditer(cues.plain(words)):
        kind = kind_named(match["kind"])
        if kind is None or kind in refining.dimensions(told):
            continue
        held = ((c for c in q.filters if refining.dimension(c) == kind and not isinstance(c, Not)) for q in queries)
        found = (*found, *next((kept for some in held if (kept := tuple(some))), ()))
    return found


def _rest(m: Moment, match: re.Match[str], rest: str) -> Scope | None:
    """What the last condition left out: "van de rest: welke heeft de verste deadline?"."""
    if m.last.pointed and not _CHOOSES.match(cues.plain(rest)):
        return None  # "van de andere, wie is daar de trekker van?" after one was told
    named = match.group()[: match.start("rest")] if match["rest"] else match.group()
    amount = next((n for n in map(cues.number, re.findall(r"\w+", named)) if n > 1), 0)
    if m.last.pointed and amount and amount == len(m.base.shown) - 1:
        return None  # "van de andere drie" after one of four was told
    step = changing.all_but(m) if rest and m.base.shown and m.base_query.filters else None
    return Scope(step.query, rest) if step is not None else None


def _without(m: Moment, match: re.Match[str], rest: str) -> Scope | None:
    """The list without what the message lets go first: "als je de status weer weglaat: hoeveel zijn het er?"."""
    step = m.course.going_on(Moment(f"laat {match['x']} weg", m.conversation, m.course))
    return Scope(step.query, rest) if isinstance(step, Step) and step.query.ask in ("list", "count") else None


def list_again(m: Moment) -> Scope | None:
    """A list that was shown, by its conditions and how many it had: "terug naar de zeven gestopte: welke doet OCW?".

    "Alle gestopte" are all that are so, also where only those of one ministry were asked.
    """
    again = _again(m)
    if again is None:
        return None
    turn = pointing.list_holding(again.filters, m.conversation, again.amount)
    held = turn.query.filters if turn is not None and turn.query is not None else ()
    if again.back and again.all and {*held} != {*again.filters}:
        return Scope(Query(filters=again.filters, as_of=m.base_query.as_of), again.rest)
    if turn is None or turn.query is None or not (again.rest or m.last.pointed or turn.shown != m.base.shown):
        return None
    return Scope(turn.query, again.rest)


def named_again(m: Moment) -> Scope | None:
    """What the message names first, where no list was of it: "weer OCW in 2026: welke daarvan is samen met VWS?".

    Without a question behind it, "weer OCW" may be OCW in the place of another: only "terug" is back to a list.
    """
    again = _again(m)
    if again is None or not again.rest or not cues.points_back(again.rest):
        return None
    if m.base.kind == "abstain" and not m.base.shown:  # what was looked for is not in the report: of all measures
        return Scope(Query(filters=again.filters, as_of=m.base_query.as_of), again.rest)
    old, new = m.base_query.filters, again.filters
    now = refining.replaced(old, new) if again.back else refining.narrowed_or_replaced(old, new, m.found)
    return Scope(replace(m.base_query, ask="list", filters=now), again.rest)


@dataclass(frozen=True, slots=True)
class _Again:
    """What a message goes back to, and what it asks of it."""

    filters: refining.Filters
    amount: int  # how many it is said to have; 0 where that is not said
    all: bool  # all that are so
    back: str  # the words that go back, "" where only the conditions are said
    rest: str


def _again(m: Moment) -> _Again | None:
    match = next((found for pattern in _patterns()["again"] if (found := pattern.match(m.plain))), None)
    if match is None or m.base.query is None:
        return None
    amount, named = _counted(match["x"])
    words = cues.typed(m.message, m.plain, named)
    filters = conditions(m, words)
    filters = (*filters, *_held(m, words, filters)) if filters else ()
    back, rest = match.groupdict().get("back") or "", cues.typed(m.message, m.plain, match["rest"] or "")
    if not filters or (not rest and "terug" not in back):
        return None
    rest = f"{rest}?" if rest and m.message.rstrip().endswith("?") else rest
    return _Again(filters, amount, _ALL_OF.match(named) is not None, back, rest)


def _counted(words: str) -> tuple[int, str]:
    """How many a list is said to have, and its name without that number; 0 where none is said: "de zeven gestopte"."""
    match = _HOW_MANY.match(words)
    amount = cues.number(match["n"]) if match else 0
    return (amount, f"{match['the']}{match['rest']}") if match and amount > 1 else (0, words)
