"""Operations that put conditions in the place of others, add them, or keep only what they select."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from itertools import pairwise

from app.dialogue import cues
from app.dialogue.lists import refining
from app.dialogue.lists.change import change, listed
from app.dialogue.lists.conditions import PAIR, SAYS_NOTHING, conditions, kind_named, owners, without_sharing
from app.dialogue.lists.letting_go import wider
from app.dialogue.lists.narrowing import took_away
from app.dialogue.lists.periods import period_beside
from app.dialogue.moment import Moment, Step
from app.filters import EndIn, HasEnd, Not, Owners, StatusIn, Themes
from app.query import Filter, Query

_ORDINAL = re.compile(r"^(?:de|het) (?:eerste|tweede|derde|vierde|laatste)$")
_MEANING = frozenset(("eigenlijk", "precies", "een"))  # "wat is doorlopend eigenlijk?" asks what the word says
_BESIDE_STATE = frozenset(("in", "of", "en"))
_AS_WELL = re.compile(r"\b(?:ook|mee|erbij|bij|toe|erachter|daarbij|vanaf|en daarna|en later|en nadien|en erna)\b")
_TURNS = re.compile(r"\b(?:wissel|draai|keer|ruil|vice versa|andersom|omgekeerd\w*|om|wel)\b")
_AS_WELL_OUT = re.compile(r"\b(?:ook|eveneens|evenzeer|evenmin|tevens)\b")
_THE_SAME_WITH = re.compile(r"\b(?:hetzelfde|datzelfde|zelfde|idem|dito|ditto|zo) (?:ook )?met\b")
_THE_SAME_AT = re.compile(r"\b(?:hetzelfde|datzelfde|ditzelfde|zelfde)\b.* (?:bij|voor|met) $")
_LIKEWISE = re.compile(r"\b(?:idem|dito|ditto|insgelijks|evenzo|hetzelfde|zelfde|eveneens|evengoed)\b")
_CLAUSE = re.compile(r"\b(?:wat|hetgeen) ")
_TWICE = 2
_NAMED_ONES = re.compile(r"(?:de|die|het|degenen?|alleen|enkel|per se) ")
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def exchange(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """One condition takes the place of another: "ruil OCW in voor SZW"."""
    old = conditions(m, x)
    new = conditions(m, f"{y} {x.split()[-1]}" if _ORDINAL.match(cues.plain(y)) else y)  # "voor de tweede [helft]"
    if new and not old and all(isinstance(c, Owners) for c in new):
        old = owners(m, x)  # "niet die van Onderwijs, die van SZW moest ik hebben"
    kind = kind_named(x)
    if not new or not (old or (kind and kind != "any")):
        return None
    if old and not refining.dimensions(old) & refining.dimensions(new):
        return None  # "afgerond, maar niet van OCW" is no exchange
    before = m.last.query if m.last.query is not None and m.last.query.ask == "rank" else m.base_query
    filters = before.filters
    gone = refining.dropped(filters, old) if old else filters
    shared = refining.partner_exchanged(filters, old, new)
    if shared is not None:
        return Step(replace(before, filters=shared), m.base)
    if old and len(gone) == len(filters) and gone != filters and not any(c in gone for c in map(Not, old)):
        filters = refining.added(gone, new)  # one of several: "ruil SZW in voor VWS" of SZW and OCW
    else:
        filters = refining.replaced(filters, new)
    return Step(replace(before, filters=filters), m.base)


def not_but(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What is not so, and is so in another way: "niet doorlopend, maar met een einddatum" of the ongoing ones.

    Those that are named as some of the list ("niet de gestopte, maar die van VWS") only go: others were meant.
    """
    old, new = conditions(m, x), conditions(m, y)
    if len(old) != 1 or isinstance(old[0], Not) or not new or refining.dimensions(old) & refining.dimensions(new):
        return None
    now = m.base_query.filters
    others = tuple(c for c in now if c != old[0])
    if not _NAMED_ONES.match(cues.plain(x)):
        others = refining.narrowed(others, (Not(old[0]),))
    elif len(others) == len(now):
        return None
    return listed(m, refining.narrowed_or_replaced(others, new, m.found))


def changed(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """The list changed by conditions in the way that the operation says."""
    if operation == "add" and _THE_SAME_AT.search(m.plain.removesuffix(cues.plain(x))):
        return None  # "doe hetzelfde eens bij VWS"
    filters = conditions(m, x)
    out = tuple(Not(c) for c in filters)
    if operation == "same" and out and set(out) <= set(m.base_query.filters):  # "toch weer met de pilots"
        return listed(m, tuple(c for c in m.base_query.filters if c not in out))
    if operation == "add" and _adds_nothing(m, x, filters):
        return Step(Query(filters=filters, as_of=m.base_query.as_of))
    x = SAYS_NOTHING.sub("", x)
    if y and not set(conditions(m, y)) <= set(m.base_query.filters):
        return None  # "bij JenV, wat is daar klaar?" says again what holds
    if not filters or (operation in ("only_after", "add_with") and any(isinstance(c, Owners) for c in filters)):
        return None
    if (
        operation == "add"
        and _AS_WELL_OUT.search(m.plain)
        and (took_away(m) or _goes_on_taking_out(m, without_sharing(m, filters)))
    ):
        filters = without_sharing(m, filters)
        if _goes_on_taking_out(m, filters):
            return listed(m, refining.dropped(m.base_query.filters, filters))
        operation = "drop"
    if len(filters) == 1 and isinstance(filters[0], Themes) and m.read_like(x).query.topic is not None:
        x = f"thema {' en thema '.join(filters[0].names)}"  # "die uit Onderwijs en media"
    how = {
        "same": "replace",
        "alike": "replace",
        "only_after": "only",
        "add_with": "add",
        "only_said": "only",
        "within": "only",
    }.get(operation, operation)
    if how in ("replace", "add") and all(isinstance(c, Not) for c in filters):
        return listed(m, refining.narrowed(m.base_query.filters, filters))  # "dezelfde lijst zonder OCW"
    if period_beside(m, cues.plain(x)):  # "trek het kwartaal erna erbij"
        old = m.base_query.filters
        return listed(m, refining.added(old, filters) if how == "add" else refining.replaced(old, filters))
    return change(m, how, x)


def _adds_nothing(m: Moment, x: str, filters: refining.Filters) -> bool:
    """Whether all of a place that is asked in a clause of its own would leave the list as it is.

    "Laat ook zien wat er onder Lerarenopleidingen valt", after the overdue ones of another heading, asks by itself.
    """
    if not _CLAUSE.search(cues.plain(x)) or refining.dimensions(filters) != {"place"}:
        return False
    return m.found(refining.added(m.base_query.filters, filters)) <= len(m.base.shown)


def same(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """The same of another: another condition in the place of the one of its kind, or one more that is taken out."""
    filters = without_sharing(m, conditions(m, x))
    if not y and _goes_on_taking_out(m, filters):
        return listed(m, refining.dropped(m.base_query.filters, filters))
    if not y and _goes_on_adding(m, filters):
        return listed(m, refining.added(m.base_query.filters, filters))
    step = changed(m, operation, x, y)
    if step is not None and step.query.ask == "list" and "hoeveel" in m.plain.split():
        return replace(step, query=replace(step.query, ask="count"))
    return step


def _goes_on_taking_out(m: Moment, filters: refining.Filters) -> bool:
    """Whether the last two turns each took a ministry out, so that "hetzelfde voor BZK" takes out a third.

    After one such turn only "hetzelfde met BZK" does; "hetzelfde voor BZK" may ask for that of BZK without it.
    """
    now = m.base_query.filters
    if len(filters) != 1 or m.last is not m.base or not _of_ministry(filters[0]):
        return False
    held = {code for c in now if isinstance(c, Owners) for code in c.codes}
    named = {code for c in filters if isinstance(c, Owners) for code in c.codes}
    if not held or held & named or len(m.conversation.turns) < _TWICE:
        return False
    earlier = [turn.query.filters if turn.query else () for turn in m.conversation.turns]
    taken = [
        any(isinstance(c, Not) and _of_ministry(c.condition) and c not in old for c in new)
        for old, new in pairwise(earlier)
    ]
    return taken[-1:] == [True] and (taken[-_TWICE:] == [True, True] or _THE_SAME_WITH.search(m.plain) is not None)


def _goes_on_adding(m: Moment, filters: refining.Filters) -> bool:
    """Whether the last turn added a ministry to another, so that "SZW idem" adds a third."""
    if len(filters) != 1 or not _of_ministry(filters[0]) or not _LIKEWISE.search(m.plain):
        return False
    earlier = _filters_before(m)
    held = next((c for c in m.base_query.filters if isinstance(c, Owners) and c.mode == "any"), None)
    before = next((c for c in earlier or () if isinstance(c, Owners) and c.mode == "any"), None)
    return held is not None and before is not None and set(before.codes) < set(held.codes)


def or_too(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """One more that is taken out, right after another was: "of VWS" after "behalve als Onderwijs meedoet"."""
    earlier = _filters_before(m)
    taken = [c for c in m.base_query.filters if c not in earlier] if earlier is not None else []
    filters = (owners(m, x) or conditions(m, x)) if taken and all(isinstance(c, Not) for c in taken) else ()
    if len(filters) != 1 or isinstance(filters[0], Not) or refining.dimensions(filters) != refining.dimensions(taken):
        return None
    return listed(m, refining.narrowed(m.base_query.filters, (Not(filters[0]),)))


def _filters_before(m: Moment) -> refining.Filters | None:
    """What the list before the one on the table was of; None where another question stands between, or there is none."""
    turns = [turn for turn in m.conversation.turns if turn.query is not None]
    if m.last is not m.base or len(turns) < _TWICE or turns[-1] is not m.base or turns[-2].query is None:
        return None
    return turns[-2].query.filters


def _of_ministry(condition: object) -> bool:
    return isinstance(condition, Owners) and condition.mode == "any"


def within(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """Whether there are any among those shown: "al iets af daarvan?"."""
    if not conditions(m, x) and set(cues.plain(x).split()) <= cues.word_set("state"):
        x = f"wat is {x}"  # "al iets af daarvan?"
    told = {refining.dimension(c) for c in conditions(m, x)}
    return changed(m, operation, x, y) if told and told <= {"status", "time"} and len(m.base.shown) > 1 else None


def which_of(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """Those of the list that are so: "en wat is doorlopend?"; right after one of them was told it may ask the word's meaning."""
    words = cues.plain(x).split()
    if m.last.pointed or m.last is not m.base or _MEANING & set(m.plain.split()):
        return None
    if not all(word in cues.word_set("state") or word in _BESIDE_STATE for word in words):
        return None
    statuses = refining.dimensions(conditions(m, x)) == {"status"}
    step = change(m, "bare", x) if statuses and (m.base.is_list or _narrowed(m)) else None
    if step is None:
        return None
    query = replace(step.query, ask="list", share=(), group_by=(), extreme=None, field=None)
    if "status" in refining.dimensions(m.base_query.filters):  # another one, also where nothing has it
        query = replace(query, filters=refining.replaced(m.base_query.filters, conditions(m, x)))
    return Step(query, step.before)


def _narrowed(m: Moment) -> bool:
    """Whether what is on the table was taken out of a longer list."""
    return bool(m.base.shown) and any(wider(m, turn) and turn.is_list for turn in m.conversation.turns)


def beside(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """Of those shown, the ones that are of another ministry as well."""
    if _AS_WELL_OUT.search(m.plain) and _goes_on_taking_out(m, owned := conditions(m, x)):
        return listed(m, refining.dropped(m.base_query.filters, owned))
    filters = owners(m, x)
    if not filters or not m.base.shown:
        return None
    both = refining.narrowed(m.base_query.filters, filters)
    return listed(m, both) if m.found(both) else None


def jointly(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What the ministries of the list share: "alleen die van beide"."""
    own = next((c for c in m.base_query.filters if isinstance(c, Owners) and c.mode == "any"), None)
    if own is None or len(own.codes) < PAIR:
        return None
    return listed(m, tuple(Owners(own.codes, "all") if c is own else c for c in m.base_query.filters))


def both_of(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What the ministries of the last two lists share."""
    now = m.base_query
    own = [c for c in now.filters if isinstance(c, Owners)]
    told = conditions(m, x) if x else ()
    if len(own) != 1 or (x and not told and cues.plain(x) != "gemeen") or m.last.pointed:
        return None
    if any(c not in now.filters for c in told):
        return None
    codes = list(own[0].codes)
    for turn in reversed(m.conversation.turns):
        other = [c for c in turn.query.filters if isinstance(c, Owners)] if turn.query is not None else []
        codes += [code for c in other for code in c.codes if code not in codes]
        if len(codes) >= PAIR:
            break
    if len(codes) < PAIR:
        return None
    kept = refining.without_exclusion(now.filters, codes[:PAIR])
    return listed(m, tuple(Owners(tuple(codes[:PAIR][::-1]), "all") if c is own[0] else c for c in kept))


def shared_by(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What two ministries that are named share: "bij welke zijn OCW en SZW allebei verantwoordelijk?"."""
    if m.last.focus and re.search(r"\bnog (?:meer|andere)\b|\bverder\b", m.plain):
        return None  # "wat doen OCW en BZ nog meer samen?" after one was told: of the whole report
    named = conditions(m, x)
    if len(named) != 1 or not isinstance(named[0], Owners) or len(named[0].codes) < PAIR or not m.base.is_list:
        return None
    return listed(m, refining.replaced(m.base_query.filters, (Owners(named[0].codes, "all"),)))


def dated(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """Those whose end is told: "waar een termijn aan hangt"."""
    return listed(m, refining.narrowed(m.base_query.filters, (HasEnd(),))) if len(m.base.shown) > 1 else None


def turned(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """Of the one and not of the other: "wissel ze om, BZ wel en OCW niet"."""
    one, other = owners(m, x), owners(m, y)
    own = [*one, *other]
    if len(one) != 1 or len(other) != 1 or not all(isinstance(c, Owners) for c in own):
        return None
    told = {code for c in m.base_query.filters for code in _codes(c)}
    if not {code for c in own for code in _codes(c)} <= told and not _TURNS.search(m.plain):
        return None
    kept = tuple(c for c in m.base_query.filters if refining.dimension(c) != "owner")
    found = m.found((one[0], Not(other[0]), *kept))
    return listed(m, (one[0], Not(other[0]), *(kept if found else _beside_turned(m, one[0], other[0], kept))))


def _beside_turned(m: Moment, one: Filter, other: Filter, kept: refining.Filters) -> refining.Filters:
    """What stood beside the other and not the one when that was first asked: without what was chosen of it since."""
    before = (turn.query.filters for turn in m.conversation.turns if turn.query is not None)
    first = next((filters for filters in before if other in filters and Not(one) in filters), kept)
    return tuple(c for c in first if refining.dimension(c) != "owner")


def _codes(condition: Filter) -> tuple[str, ...]:
    inner = condition.condition if isinstance(condition, Not) else condition
    return inner.codes if isinstance(inner, Owners) else ()


def all_of(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What is of either, in the place of what was chosen of it: "zet die van SZW en BZK bij elkaar"."""
    filters = conditions(m, x)
    either = tuple(Owners(c.codes) if isinstance(c, Owners) and c.mode == "all" else c for c in filters)
    about = refining.dimensions(either)
    several = len(filters) > 1 or any(len(getattr(c, "codes", getattr(c, "names", ()))) > 1 for c in either)
    if not several or len(about) != 1:
        return None
    wider = either[0]
    for condition in either[1:]:
        wider = refining.joined(wider, condition)
    return listed(m, refining.replaced(m.base_query.filters, (wider,)))


def both_named(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What is of either, in the place of what was chosen of it: "zowel 2024 als 2025", "maak daar klaar of gestopt van"."""
    one, other = conditions(m, x), conditions(m, y)
    about = refining.dimensions((*one, *other))
    if len(one) != 1 or len(other) != 1 or len(about) != 1 or not about <= {"time", "status"}:
        return None
    return listed(m, refining.replaced(m.base_query.filters, (refining.joined(one[0], other[0]),)))


def later_too(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The period of the list, without its last day: "zet er ook bij wat nadien afloopt"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    if not _AS_WELL.search(m.plain) or len(ends) != 1 or ends[0].period.first is None:
        return None
    if x and refining.dimensions(conditions(m, x)) != {"time"}:
        return None
    wider = EndIn(replace(ends[0].period, last=None))
    return listed(m, tuple(wider if c is ends[0] else c for c in m.base_query.filters))


def due_before(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """With an end before a day: "deadline voor 1-7-2024"."""
    filters = conditions(m, f"klaar voor {x}")
    if len(filters) != 1 or not isinstance(filters[0], EndIn) or filters[0].period.first is not None:
        return None
    return listed(m, refining.narrowed(m.base_query.filters, filters))


def year_again(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The same of another year, where the list is of one: "en voor 2025?"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    of_one = len(ends) == 1 and ends[0].period.first is not None and ends[0].period.last is not None
    if not _YEAR.match(cues.plain(x)) or not of_one:
        return None
    if ends[0].period.first is not None and int(cues.plain(x)) <= ends[0].period.first.year:
        return None  # "en voor 2024?" of those of 2024: before it
    year = conditions(m, f"einde in {x}")
    return Step(replace(m.base_query, filters=refining.replaced(m.base_query.filters, year)), m.base) if year else None


def until(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The period of the list, up to the end of another: "trek het door tot en met 2025"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    told = conditions(m, x) if refining.dimensions(conditions(m, x)) == {"time"} else conditions(m, f"einde in {x}")
    if len(ends) != 1 or len(told) != 1 or not isinstance(told[0], EndIn):
        return None
    last, now = told[0].period.last, ends[0].period.last
    if last is None or now is None or last <= now or (y and not re.match(r"\d", cues.plain(y))):
        return None
    wider = EndIn(replace(ends[0].period, last=last))
    return listed(m, tuple(wider if c is ends[0] else c for c in m.base_query.filters))


def going_on(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What goes on, where the list is of another status: "welke van JenV lopen door?"."""
    filters = m.base_query.filters
    if not any(isinstance(c, StatusIn) for c in filters) or m.last.pointed:
        return None
    own = owners(m, x) if x else ()
    if x and not own:
        return None
    lasting = conditions(m, "doorlopend")
    return listed(m, refining.replaced(filters, (*lasting, *own))) if lasting else None


def either(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What is of the one or the other: "VWS of JenV, mag allebei"."""
    one, other = conditions(m, x), conditions(m, y)
    if len(one) != 1 or len(other) != 1 or refining.dimensions(one) != refining.dimensions(other):
        return None
    return listed(m, refining.replaced(m.base_query.filters, (refining.joined(one[0], other[0]),)))


def count_for(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The number that was asked last, of another: "en hoeveel bij SZW?"."""
    same = m.last is m.base and m.base_query.ask == "count" and len(conditions(m, x)) == 1
    return changed(m, "same", x, y) if same else None
