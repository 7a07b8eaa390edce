"""The rule for a turn that says what it does to the query before it: take out, let go, add, keep only, replace.

The forms in which it is said are data (`data/operations.toml`). A form counts only where the words in it read as
conditions and as nothing else; a turn about a subject or a measure is left to the other rules.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.dialogue import cues, refining
from app.dialogue.change import change, of_that_year
from app.dialogue.forms import LONGEST, data, said
from app.dialogue.moment import ASKS, Moment, Problem, Step
from app.dialogue.narrowing import took_away
from app.dialogue.periods import period_beside
from app.filters import EndIn, KindIs, MinistryCount, Not, Owners, RunsAfter, RunsDuring, StartIn, ToDoBy
from app.query import Filter, Query

_PERIODS = (EndIn, StartIn, RunsDuring, RunsAfter, ToDoBy)
_PAIR = 2
_ORDINAL = re.compile(r"^(?:de|het) (?:eerste|tweede|derde|vierde|laatste)$")
_SEVERAL = re.compile(r"(?:en|s|'s)$")
_MEANING = frozenset(("eigenlijk", "precies", "een"))  # "wat is doorlopend eigenlijk?" asks what the word says
_BESIDE_STATE = frozenset(("in", "of", "en"))
_DETERMINED = re.compile(r"^(?:het|dat|die|de|deze|dit|enige?) ")
_TAIL = re.compile(
    r"[,;] (?:(?:en|dus|maar) )*(?:(?:haal|laat|gooi|doe|streep|schrap) (?:dat|die|ze)(?: (?:er|maar|dus|ook|even))* (?:uit|weg|eruit|door|af|eraf)|(?:klaar|af|afgerond|gereed|voltooid|lopend) of niet)$"
)
_AS_WELL = re.compile(r"\b(?:ook|mee|erbij|bij|toe|erachter|daarbij|vanaf)\b")
_RELATIVE = re.compile(
    r"^(?:(?:alles|die|degenen?|alle|de|maatregelen) )*waar(?:bij|aan|in|van|voor|mee)? (?:ook )?(?P<x>.+?) (?:(?:ook|mede|er) )*(?:(?:bij|aan|in|mee|voor|van|over|tussen|eigenaar|mede-eigenaar|trekker|verantwoordelijk|betrokken|partner|gaat|zit|zitten|is|zijn|staat|staan|hoort|horen|doet|doen|werkt|werken|meedoet|meedoen) ?)+$"
)
_SAYS_NOTHING = re.compile(r"\b(?:geplande?|beoogde?|concrete?|opgenomen|genoemde?|vermelde?|voorziene?) ")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_AGAIN = re.compile(r"\b(?:toch|gewoon|weer|bij nader inzien|liever|opnieuw|terug)\b")
_OR_NOT = re.compile(r" of niet$")  # "van JenV alles, afgerond of niet"
_JOINTLY = re.compile(r"\b(?:samen|gezamenlijk\w*|delen|deelt|gedeeld\w*|tezamen)\b")
_WITH_THEM = re.compile(r"\b(?:ze|zij) (?:samen )?met\b")
_OF_CONDITIONS = (
    r"(?:(?:het|dat|die|de|deze|dit|mijn|een|enige?) )?(?:(?:laatste|vorige|extra|huidige|gekozen|gestelde|aparte) )?"
)


def operated(m: Moment) -> Step | Problem | None:
    """The step of the operation that the turn says, or of the two that it says one after the other."""
    if m.base.query is None or len(m.plain.split()) > LONGEST:
        return None
    tail = _TAIL.search(m.plain)
    if tail:  # "wat VWS doet boeit me niet, haal dat eruit": the second clause says the first again
        step = _single(Moment(_typed(m, m.plain[: tail.start()]), m.conversation, m.course))
        if step is not None:
            return Step(step.query, m.base)
    return _widened(m) or _one_by_one(m, _PLAIN_AND) or _single(m) or _one_by_one(m, _AND)


_CORRECTS = frozenset(("same", "replaced_by", "replace", "drop", "lift", "free", "all_again"))


def corrected_in_form(m: Moment) -> Step | None:
    """The step of a correction that says what to change in a form: "oeps, ik had SZW moeten typen", "nee, laat 2024 vallen"."""
    cue = cues.cue("correct", m.message)
    if m.base.query is None or cue is None or not cue.rest or m.read(cue.rest).query.topic is None:
        return None  # what is read whole is what was meant
    for operation, x, y in said(m.plain):
        step = _OPERATIONS[operation](m, operation, _typed(m, x), _typed(m, y)) if operation in _CORRECTS else None
        if step is not None:
            return step
    return None


def _single(m: Moment) -> Step | None:
    """The step of the first form that fits and whose words are conditions."""
    for operation, x, y in said(m.plain):
        step = _OPERATIONS[operation](m, operation, _typed(m, x), _typed(m, y))
        if step is not None:
            return step
    return None


_PLAIN_AND = re.compile(r"(?:,|;)? (?:en|maar)(?: (?:dan|ook))? |[,;] ")
_AND = re.compile(r"(?:,|;) (?:en |maar |dan )*| maar | en dan ")


def _one_by_one(m: Moment, joint: re.Pattern[str]) -> Step | None:
    """The step of two operations in one turn: "zonder OCW en alleen de afgeronde", "afgerond, maar niet van OCW".

    Behind a plain "en" both must be said in full; behind a sign or a "maar" one of them may be bare conditions, but not
    after something that is taken out: "zonder OCW, SZW" takes out both.
    """
    bare_too = joint is _AND
    for match in joint.finditer(m.plain):
        left, right = m.plain[: match.start()], m.plain[match.end() :]
        first = Moment(_typed(m, left), m.conversation, m.course)
        step = _single(first)
        bare = step is None
        if bare and bare_too:
            step = change(first, "only", first.message) if conditions(first, first.message) else None
        if step is None:
            continue
        second = Moment(_typed(m, right), m.course.after(first.message, step, m.conversation), m.course)
        then = _single(second) or (None if bare else _shown(second))
        takes_out = any(isinstance(c, Not) for c in step.query.filters if c not in m.base_query.filters)
        if then is None and bare_too and not bare and not takes_out and conditions(second, second.message):
            then = change(second, "only", second.message)
        if then is not None:
            return Step(replace(then.query, filters=_said_twice(then.query.filters)), m.base)
    return None


def _said_twice(filters: refining.Filters) -> refining.Filters:
    """One condition for "alleen van SZW, zonder ander ministerie": the second says what the first means."""
    if Not(MinistryCount(_PAIR)) not in filters or not any(
        isinstance(c, Owners) and c.mode == "alone" for c in filters
    ):
        return filters
    kept = tuple(c for c in filters if c != Not(MinistryCount(_PAIR)))
    return tuple(Owners(c.codes, "only") if isinstance(c, Owners) and c.mode == "alone" else c for c in kept)


def _shown(m: Moment) -> Step | None:
    """The step of a second clause that says what to show: "en laat zien wat nog loopt", "en sorteer op datum"."""
    words = m.plain.split()
    lead = next((n for n, word in enumerate(words) if word not in data()["shows"]["lead"]), len(words))
    if lead == len(words) or words[lead] not in data()["shows"]["verbs"]:
        return None
    rest = next((n for n in range(lead, len(words)) if words[n] not in data()["shows"]["beside"]), len(words))
    chosen = _typed(m, " ".join(words[rest:]))
    if rest > lead and conditions(m, chosen):
        return change(m, "only", chosen)
    step = m.course.going_on(m)
    return step if isinstance(step, Step) and step.before is not None else None


def _typed(m: Moment, words: str) -> str:
    return cues.typed(m.message, m.plain, words) if words else ""


def conditions(m: Moment, words: str) -> refining.Filters:
    """The conditions that words are; () where they are anything else."""
    plain = cues.plain(words)
    if _says_shared(m, plain):
        return (MinistryCount(_PAIR),)
    beside = period_beside(m, plain)
    if beside is not None:
        return (beside[1],)
    if not words or (ASKS.match(plain) and not plain.startswith("wat ")):
        return ()
    reading = m.read_like(of_that_year(m, _SAYS_NOTHING.sub("", words)))
    query = reading.query
    if reading.ignored or replace(query, filters=(), as_of=None) != Query():
        return ()
    one = all(isinstance(c, KindIs) for c in query.filters) and not _SEVERAL.search(cues.plain(words))
    return () if one else query.filters  # "de monitor" is one of the list, and no kind


@lru_cache(maxsize=1)
def _sharing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(data()["sharing"]["says"]) + r")\b")


def _says_shared(m: Moment, plain: str) -> bool:
    """Whether words say of the ministry of the list that it is not the only one: "wat ze met een ander delen"."""
    own = {code for c in m.base_query.filters if isinstance(c, Owners) for code in c.codes}
    match = _sharing().search(plain)
    if match is None:
        return False
    left = f"{plain[: match.start()]} {plain[match.end() :]}".split()
    left = [word for word in left if word not in data()["sharing"]["beside"]]
    if not left:
        return True
    told = m.read(" ".join(left)).query
    named = {code for c in told.filters if isinstance(c, Owners) for code in c.codes}
    anyone = match.group().endswith("wie dan ook")  # "met OCW of VWS of wie dan ook"
    only_owners = told.topic is None and all(isinstance(c, Owners) for c in told.filters)
    return only_owners and bool(named) and (anyone or named <= own)


# ------------------------------------------------------------------------------------------------ conditions by name


@lru_cache(maxsize=1)
def _named_kinds() -> re.Pattern[str]:
    kinds = data()["conditions"]["kinds"]
    called = "|".join(re.escape(w) for w in sorted(data()["conditions"]["words"], key=len, reverse=True))
    groups = "|".join(
        f"(?P<{name}>" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"
        for name, words in kinds.items()
    )
    of = r"(?:op|van|voor|naar|over|met|qua|om)"
    return re.compile(
        rf"^(?:{of} )?{_OF_CONDITIONS}(?:(?P<called>{called})(?: {of})?(?: (?:het|de|dat|die))?(?: |$))?(?:(?:{groups})-?(?:filter|eis)?)?$"
    )


def _kind_named(words: str) -> str | None:
    """The kind of condition that words name, "any" for just a condition; None where they name none."""
    match = _named_kinds().match(cues.plain(words))
    if match is None:
        return None
    kind = next((name for name in data()["conditions"]["kinds"] if match[name]), None)
    return kind or ("any" if match["called"] else None)


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    called = "|".join(re.escape(w) for w in sorted(data()["conditions"]["words"], key=len, reverse=True))
    return re.compile(
        rf"^{_OF_CONDITIONS}(?:{called}) (?:tot|op|van|voor|naar|met|in) (?P<x>.+)$|^(?P<y>.+?)(?:-| )?(?:filter|beperking)$|^(?P<z>.+) als (?:{called})$"
    )


def _condition_called(words: str) -> str | None:
    """The words of a condition that is called one: "de beperking tot JenV", "het OCW-filter"."""
    match = _called().match(cues.plain(words))
    return (match["x"] or match["y"] or match["z"]) if match else None


def _let_go(m: Moment, kind: str) -> Step | None:
    """The query without the conditions of a kind; for "any", without what the last narrowing added."""
    query = m.base_query
    if kind == "any":
        return _before_last_narrowing(m)
    if kind == "topic":
        return Step(replace(query, topic=None, broad=False), m.base) if query.topic and query.filters else None
    if kind == "period":
        kept = tuple(c for c in query.filters if not _about_period(c))
        kind = "time" if kept == query.filters else kind
    if kind != "period":
        gone = {"owner", "shared"} if kind == "owner" and not _owners(query.filters) else {kind}
        kept = tuple(c for c in query.filters if refining.dimension(c) not in gone)
    return Step(replace(query, filters=kept), m.base) if kept != query.filters else None


def _about_period(condition: Filter) -> bool:
    inner = condition.condition if isinstance(condition, Not) else condition
    return isinstance(inner, _PERIODS)


def _owners(filters: refining.Filters) -> bool:
    return any(refining.dimension(c) == "owner" for c in filters)


def _before_last_narrowing(m: Moment) -> Step | None:
    now = set(m.base_query.filters)
    for turn in reversed(m.conversation.turns):
        if _wider(m, turn):
            return Step(turn.query, turn) if turn.query is not None else None
    if len(now) > 1:
        return Step(replace(m.base_query, filters=m.base_query.filters[:-1]), m.base)
    return None


def _wider(m: Moment, turn: Any) -> bool:  # noqa: ANN401 - a Turn
    query = turn.query
    if query is None or turn.pointed or query.target or query.topic != m.base_query.topic:
        return False
    return set(query.filters) < set(m.base_query.filters)


def _widened(m: Moment) -> Step | None:
    """The message "doe maar alles": the widest list of which this one is a part."""
    words = set(m.plain.split())
    wide = data()["wide"]
    if not (words & set(wide["all"]) and words & set(wide["again"])):
        return None
    if not words <= {*wide["all"], *wide["again"], *wide["beside"]}:
        return None
    first = next((turn for turn in m.conversation.turns if _wider(m, turn)), None)
    return Step(replace(first.query, ask="list"), first) if first is not None and first.query is not None else None


# -------------------------------------------------------------------------------------------------------- operations


def _replace(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    old = conditions(m, x)
    new = conditions(m, f"{y} {x.split()[-1]}" if _ORDINAL.match(cues.plain(y)) else y)  # "voor de tweede [helft]"
    kind = _kind_named(x)
    if not new or not (old or (kind and kind != "any")):
        return None
    if old and not refining.dimensions(old) & refining.dimensions(new):
        return None  # "afgerond, maar niet van OCW" is no exchange
    before = m.last.query if m.last.query is not None and m.last.query.ask == "rank" else m.base_query
    filters = before.filters
    gone = refining.dropped(filters, old) if old else filters
    if old and len(gone) == len(filters) and gone != filters and not any(c in gone for c in map(Not, old)):
        filters = refining.added(gone, new)  # one of several: "ruil SZW in voor VWS" of SZW and OCW
    else:
        filters = refining.replaced(filters, new)
    return Step(replace(before, filters=filters), m.base)


def _lift(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    kind = _kind_named(x) or data()["conditions"]["whoever"].get(cues.plain(x))
    held = set(conditions(m, y)) <= set(m.base_query.filters) and bool(conditions(m, y)) if y else True
    return _let_go(m, kind) if kind and held else None


def _drop_for(m: Moment, operation: str, x: str, y: str) -> Step | None:
    """Without the one condition, and with the other, that the list has: "vergeet JenV, ik wil alle afgeronde"."""
    now = m.base_query.filters
    gone, held = conditions(m, x), conditions(m, y)
    if not held or not set(held) <= set(now) or set(gone) & set(held):
        return None
    return _drop(m, operation, x, "")


def _all_again(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """No more than what is said of the conditions of the list: "toch alle maatregelen van JenV"."""
    held = conditions(m, x)
    again = _AGAIN.search(m.plain) or _OR_NOT.search(m.plain)
    if not again or not set(held) < set(m.base_query.filters) or m.base_query.topic:
        return None
    return _listed(m, tuple(c for c in m.base_query.filters if c in held)) if held else None


def _both_of(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
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
        if len(codes) >= _PAIR:
            break
    if len(codes) < _PAIR:
        return None
    return _listed(m, tuple(Owners(tuple(codes[:_PAIR][::-1]), "all") if c is own[0] else c for c in now.filters))


def _unshared(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What the ministry of the list does without another."""
    own = _owners(m.base_query.filters) and m.base.is_list
    return _listed(m, refining.narrowed(m.base_query.filters, (Not(MinistryCount(_PAIR)),))) if own else None


def _later_too(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The period of the list, without its last day: "zet er ook bij wat nadien afloopt"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    if not _AS_WELL.search(m.plain) or len(ends) != 1 or ends[0].period.first is None:
        return None
    if x and refining.dimensions(conditions(m, x)) != {"time"}:
        return None
    wider = EndIn(replace(ends[0].period, last=None))
    return _listed(m, tuple(wider if c is ends[0] else c for c in m.base_query.filters))


def _drop(m: Moment, operation: str, x: str, y: str) -> Step | None:
    kind = "any" if _said_last(m, x) else _kind_named(x)
    if kind:
        return _let_go(m, kind)
    called = _condition_called(x)
    if called:
        return _free(m, operation, called, y)
    filters = _either(_without_sharing(m, _told(m, x)), x)
    if not filters or (len(filters) > 1 and not set(filters) <= set(m.base_query.filters)):
        return None
    return _listed(m, refining.dropped(m.base_query.filters, filters))


def _said_last(m: Moment, words: str) -> bool:
    """Whether "haal dat weer weg" takes back what was said last; "dat hoeft niet" is said out of politeness."""
    taking = {*data()["sets"]["take"], *data()["sets"]["remove"], *data()["sets"]["gone"]}
    said = cues.plain(words) in data()["conditions"]["last"] and bool(taking & set(m.plain.split()))
    return said and not m.last.pointed


def _free(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    kind = _kind_named(x)
    if kind:
        return _let_go(m, kind)
    filters = conditions(m, x)
    opposite = tuple(c.condition for c in filters if isinstance(c, Not))
    kept = tuple(c for c in m.base_query.filters if c not in filters and c not in opposite)
    return _listed(m, kept) if kept != m.base_query.filters else None


def _exclude(m: Moment, operation: str, x: str, y: str) -> Step | None:
    kind = _kind_named(x)
    if kind and (kind == "any" or _DETERMINED.match(cues.plain(x))):
        return _let_go(m, kind)
    called = _condition_called(x)
    if called:
        return _free(m, operation, called, y)
    x = f"{x} of {y}" if y else x  # "BZ noch VWS"
    filters = _either(_without_sharing(m, _told(m, x)), x)
    if len(filters) != 1 or _said_whole(m, filters):
        return None  # of two conditions what passes both would be taken out, and no filter says that
    opposite = tuple(c.condition if isinstance(c, Not) else Not(c) for c in filters)
    return _listed(m, refining.narrowed(m.base_query.filters, opposite))


def _told(m: Moment, words: str) -> refining.Filters:
    """The conditions that words are, also in a clause of their own: "waar JenV eigenaar van is"."""
    match = _RELATIVE.match(cues.plain(words))
    owners = conditions(m, _typed(m, match["x"])) if match else ()
    return owners if owners and all(isinstance(c, Owners) for c in owners) else conditions(m, words)


def _either(filters: refining.Filters, words: str) -> refining.Filters:
    """Of several ministries that are taken out, what is of any of them: "zowel BZ als VWS mag je schrappen"."""
    plain = cues.plain(words)
    if _JOINTLY.search(plain) and not _WITH_THEM.search(plain):
        return filters
    return tuple(Owners(c.codes) if isinstance(c, Owners) and c.mode == "all" else c for c in filters)


def _without_sharing(m: Moment, filters: refining.Filters) -> refining.Filters:
    """The conditions without "gedeeld", where the list has a ministry and they name the one that it shares with."""
    named = any(isinstance(c, Owners) for c in filters) and _owners(m.base_query.filters)
    return tuple(c for c in filters if c != MinistryCount(_PAIR)) if named else filters


def _said_whole(m: Moment, filters: refining.Filters) -> bool:
    """Whether the whole message reads as a condition of its own: "niet meer in uitvoering", "zonder einddatum"."""
    whole = m.read(m.message).query
    taken = {c.condition if isinstance(c, Not) else c for c in whole.filters}
    taken |= {Owners(c.codes) for c in taken if isinstance(c, Owners)}
    return whole.topic is None and bool(whole.filters) and not taken & set(filters)


def _beside(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    filters = conditions(m, x)
    if not filters or not all(isinstance(c, Owners) for c in filters) or not m.base.shown:
        return None
    both = refining.narrowed(m.base_query.filters, filters)
    return _listed(m, both) if m.found(both) else None


def _listed(m: Moment, filters: refining.Filters) -> Step:
    """The list with other conditions; numbers per group stay numbers per group."""
    query = replace(m.base_query, filters=filters)
    if query.ask == "count" and m.message.rstrip().endswith("?"):
        return Step(query, m.base)
    if query.ask not in ("list", "groups") and not (query.ask == "rank" and query.group_by):
        query = replace(query, ask="list", share=(), group_by=(), extreme=None, field=None)
    return Step(query, m.base)


def _changed(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    filters = conditions(m, x)
    x = _SAYS_NOTHING.sub("", x)
    if not filters or (operation in ("only_after", "add_with") and any(isinstance(c, Owners) for c in filters)):
        return None
    if operation == "add" and took_away(m) and "ook" in m.plain.split():
        operation = "drop"
    how = {
        "same": "replace",
        "alike": "replace",
        "only_after": "only",
        "add_with": "add",
        "only_said": "only",
        "within": "only",
    }.get(operation, operation)
    if how in ("replace", "add") and all(isinstance(c, Not) for c in filters):
        return _listed(m, refining.narrowed(m.base_query.filters, filters))  # "dezelfde lijst zonder OCW"
    if period_beside(m, cues.plain(x)):  # "trek het kwartaal erna erbij"
        old = m.base_query.filters
        return _listed(m, refining.added(old, filters) if how == "add" else refining.replaced(old, filters))
    return change(m, how, x)


def _jointly(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What the ministries of the list share: "alleen die van beide"."""
    own = next((c for c in m.base_query.filters if isinstance(c, Owners) and c.mode == "any"), None)
    if own is None or len(own.codes) < _PAIR:
        return None
    return _listed(m, tuple(Owners(own.codes, "all") if c is own else c for c in m.base_query.filters))


def _both_named(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """What is of either, in the place of what was chosen of it: "zowel 2024 als 2025", "maak daar klaar of gestopt van"."""
    one, other = conditions(m, x), conditions(m, y)
    about = refining.dimensions((*one, *other))
    if len(one) != 1 or len(other) != 1 or len(about) != 1 or not about <= {"time", "status"}:
        return None
    return _listed(m, refining.replaced(m.base_query.filters, (refining.joined(one[0], other[0]),)))


def _turned(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """Of the one and not of the other: "wissel ze om, BZ wel en OCW niet"."""
    one, other = conditions(m, x), conditions(m, y)
    own = [*one, *other]
    if len(one) != 1 or len(other) != 1 or not all(isinstance(c, Owners) for c in own):
        return None
    kept = tuple(c for c in m.base_query.filters if refining.dimension(c) != "owner")
    return _listed(m, (one[0], Not(other[0]), *kept))


def _due_before(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """With an end before a day: "deadline voor 1-7-2024"."""
    filters = conditions(m, f"klaar voor {x}")
    if len(filters) != 1 or not isinstance(filters[0], EndIn) or filters[0].period.first is not None:
        return None
    return _listed(m, refining.narrowed(m.base_query.filters, filters))


def _year_again(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
    """The same of another year, where the list is of one: "en voor 2025?"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    of_one = len(ends) == 1 and ends[0].period.first is not None and ends[0].period.last is not None
    if not _YEAR.match(cues.plain(x)) or not of_one:
        return None
    if ends[0].period.first is not None and int(cues.plain(x)) <= ends[0].period.first.year:
        return None  # "en voor 2024?" of those of 2024: before it
    year = conditions(m, f"einde in {x}")
    return Step(replace(m.base_query, filters=refining.replaced(m.base_query.filters, year)), m.base) if year else None


def _all_of(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
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
    return _listed(m, refining.replaced(m.base_query.filters, (wider,)))


def _within(m: Moment, operation: str, x: str, y: str) -> Step | None:
    if not conditions(m, x) and set(cues.plain(x).split()) <= cues.word_set("state"):
        x = f"wat is {x}"  # "al iets af daarvan?"
    told = {refining.dimension(c) for c in conditions(m, x)}
    return _changed(m, operation, x, y) if told and told <= {"status", "time"} and len(m.base.shown) > 1 else None


def _narrowed(m: Moment) -> bool:
    """Whether what is on the table was taken out of a longer list."""
    return bool(m.base.shown) and any(_wider(m, turn) and turn.is_list for turn in m.conversation.turns)


def _which_of(m: Moment, operation: str, x: str, y: str) -> Step | None:  # noqa: ARG001
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


_OPERATIONS = {
    "replace": _replace,
    "replaced_by": _replace,
    "set_to": _replace,
    "lift": _lift,
    "drop_for": _drop_for,
    "both_named": _both_named,
    "turned": _turned,
    "due_before": _due_before,
    "year_again": _year_again,
    "all_again": _all_again,
    "both_of": _both_of,
    "unshared": _unshared,
    "later_too": _later_too,
    "drop": _drop,
    "free": _free,
    "exclude": _exclude,
    "beside": _beside,
    "alike": _changed,
    "add": _changed,
    "add_with": _changed,
    "only": _changed,
    "only_after": _changed,
    "only_said": _changed,
    "jointly": _jointly,
    "within": _within,
    "which_of": _which_of,
    "same": _changed,
    "all_of": _all_of,
}
