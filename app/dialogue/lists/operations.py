"""The rule for a turn that says what it does to the query before it: take out, let go, add, keep only, replace.

The forms in which it is said are data (`data/operations.toml`). A form counts only where the words in it read as
conditions and as nothing else; a turn about a subject or a measure is left to the other rules. What each operation does
stands in `letting_go.py` and `exchanging.py`.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
import tomllib
from dataclasses import replace
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.forms import LONGEST, data, said
from app.dialogue.lists import exchanging, letting_go, refining
from app.dialogue.lists.change import change
from app.dialogue.lists.conditions import PAIR, conditions, kind_named, typed
from app.dialogue.lists.narrowing import EVERYTHING_OF
from app.dialogue.measures.asking import bare_field
from app.dialogue.moment import Moment, Problem, Step
from app.dialogue.numbers import counting, grouping, sorting
from app.filters import GovernmentWide, MinistryCount, Not, Owners
from index.places import DATA

_TAIL = re.compile(
    r"[,;] (?:(?:en|dus|want) )*(?:dan (?:wordt|is|blijft|houden|hou) .+|(?:dat|die|ze) (?:behandelen|bekijken|doen|pakken|nemen|bespreken) (?:we|wij|ik) (?:apart|los|later|elders|zelf)(?: op)?)$|[,;] (?:(?:en|dus|maar) )*(?:(?:haal|laat|gooi|doe|streep|schrap) (?:dat|die|ze)(?: (?:er|maar|dus|ook|even))* (?:uit|weg|eruit|door|af|eraf)|(?:klaar|af|afgerond|gereed|voltooid|lopend) of niet)$"
)
_KEEPS = re.compile(
    r"(?:,|;)? (?:maar|en) (?:houd|hou|laat|bewaar|behoud|handhaaf) (?P<x>(?:de|het|die|dat) [a-z]+)"
    r"(?: (?:wel|gewoon|graag|nog|maar|er|erin|in|staan|vast|aan|erbij|bij|zitten))*$"
)
_NOT_THAT_ONE = re.compile(r"(?:,|;)? (?:(?:maar|en) )?(?P<x>[^,;]+?) (?:juist |dus )?(?:niet|wel niet)$")
_OR_NOT_SO = re.compile(r"[,;] (?:en |dus )?ook (?:de |die |wat |degene )?niet (?P<x>[^,;]+)(?P<more>[,;].+)?$")
_ORDERS = re.compile(r"^(?:(?:maar|toch|dan|eerst|nu) )*(?:neem|voeg|haal|doe|laat|zet|gooi|schrap|pak|tel)\b")
_GOES = re.compile(r"\b(?:weg|vallen|los|eraf|vervallen|vervalt|verdwijnen|schrap|wis|verwijder|eruit)\b")
_COUNTED_WITHOUT = re.compile(
    r"^(?:(?:en|maar|dus|dan) )*hoeveel(?: (?:zijn|waren|is|was|heb|hebben|heeft|had|worden|blijven|kom|komen|ik|je|we|het|er|dat|die|ze|dan|over))* (?:zonder|los van|ongeacht|afgezien van) (?P<x>.+)$"
)
_FORM = 4  # words behind that say how it is shown
_CORRECTS = frozenset(("same", "only_said", "replaced_by", "replace", "drop", "lift", "free", "all_again"))
_WHOLE = frozenset(("drop_for", "only_said", "until", "either", "turned", "meant"))
_PLAIN_AND = re.compile(r"(?:,|;)? (?:en|maar)(?: (?:dan|ook))? |[,;] ")
_AND = re.compile(r"(?:,|;) (?:en |maar |dan )*| maar | en dan ")


def operated(m: Moment) -> Step | Problem | None:
    """The step of the operation that the turn says, or of the two that it says one after the other."""
    if m.base.query is None or len(m.plain.split()) > LONGEST:
        return None
    if _asks_of_the_rest(m):
        return None
    tail = _TAIL.search(m.plain) or _kept_as_it_is(m)
    if tail:  # "wat VWS doet boeit me niet, haal dat eruit": the second clause says the first again
        step = _single(Moment(typed(m, m.plain[: tail.start()]), m.conversation, m.course))
        if step is not None:
            return Step(step.query, m.base)
    return (
        letting_go.widened(m)
        or _either_way(m)
        or letting_go.everything_of(m)
        or _counted_without(m)
        or _written_out(m)
        or _first_said(m)
        or _one_by_one(m, _PLAIN_AND)
        or _single(m)
        or _one_by_one(m, _AND)
    )


def _either_way(m: Moment) -> Step | None:
    """The step of what stands before a condition that need not hold: "alles van OCW in 2023, ook niet gedeeld"."""
    match = _OR_NOT_SO.search(m.plain)
    free = set(conditions(m, typed(m, match["x"]))) if match else set()
    if match is None or not free or free & set(conditions(m, typed(m, m.plain[: match.start()]))):
        return None
    head = f"{typed(m, m.plain[: match.start()])}{match['more'] or ''}"
    step = m.course.going_on(Moment(head, m.conversation, m.course))
    if not isinstance(step, Step):
        return None
    return Step(replace(step.query, filters=tuple(c for c in step.query.filters if c not in free)), step.before)


def _asks_of_the_rest(m: Moment) -> bool:
    """Whether what is left of the list stands in front of a field: "en die andere, wanneer had die klaar moeten zijn?"."""
    head, _, tail = m.message.partition(",")
    return bool(tail.strip()) and cues.cue("rest", head) is not None and bare_field(cues.plain(tail)) is not None


def _kept_as_it_is(m: Moment) -> re.Match[str] | None:
    """A second clause that keeps what holds already: "laat de status weg, maar houd de einddatum erin"."""
    match = _KEEPS.search(m.plain)
    if match and kind_named(match["x"]) not in (None, "any"):
        return match
    match = _NOT_THAT_ONE.search(m.plain)  # "2024 mag weer weg, JenV niet"
    if match is None or not _GOES.search(m.plain[: match.start()]):
        return None
    held = conditions(m, typed(m, match["x"]))
    kept = kind_named(match["x"]) not in (None, "any") or (held and set(held) <= set(m.base_query.filters))
    return match if kept else None


def _counted_without(m: Moment) -> Step | None:
    """The message "hoeveel zijn het er zonder die status?": the number, with a kind of condition let go."""
    match = _COUNTED_WITHOUT.match(m.plain)
    if match is None or kind_named(match["x"]) is None:
        return None
    step = _single(Moment(f"zonder {match['x']}", m.conversation, m.course))
    return Step(replace(step.query, ask="count"), step.before) if step is not None else None


def _written_out(m: Moment) -> Step | None:
    """The message "en nu Onderwijs en media uitgeschreven": what stands before, as a list."""
    words = m.plain.split()
    for n in range(max(1, len(words) - _FORM), len(words)):
        if sorting.as_list(Moment(" ".join(words[n:]), m.conversation, m.course)) is not None:
            step = m.course.going_on(Moment(typed(m, " ".join(words[:n]).rstrip(" ,:;")), m.conversation, m.course))
            listed = step.query if isinstance(step, Step) and step.before is m.base else None
            return Step(replace(listed, ask="list", group_by=(), extreme=None), m.base) if listed else None
    return None


def corrected_in_form(m: Moment) -> Step | None:
    """The step of a correction that says what to change in a form: "oeps, ik had SZW moeten typen", "nee, laat 2024 vallen"."""
    cue = cues.cue("correct", m.message)
    if m.base.query is None or cue is None or not cue.rest:
        return None
    if _ORDERS.match(cues.plain(cue.rest)):  # "nee, neem 2024 ook mee"
        step = _single(Moment(cue.rest, m.conversation, m.course))
        if step is not None:
            return step
    if m.read(cue.rest).query.topic is None:
        return None  # what is read whole is what was meant
    for operation, x, y in said(m.plain):
        step = _OPERATIONS[operation](m, operation, typed(m, x), typed(m, y)) if operation in _CORRECTS else None
        if step is not None:
            return step
    return None


def denied_first(m: Moment) -> Step | None:
    """The step of a condition denied before one of another kind is asked: "niet doorlopend, maar met een einddatum"."""
    if m.base.query is None:
        return None
    for operation, x, y in said(m.plain):
        step = exchanging.not_but(m, operation, typed(m, x), typed(m, y)) if operation == "not_but" else None
        if step is not None:
            return step
    return None


def _single(m: Moment) -> Step | None:
    """The step of the first form that fits and whose words are conditions."""
    for operation, x, y in said(m.plain):
        step = _OPERATIONS[operation](m, operation, typed(m, x), typed(m, y))
        if step is not None:
            return step
    return None


def _first_said(m: Moment) -> Step | None:
    """The step of a form of two clauses, which says more than its clauses one by one: "niet alleen X, geef alles van Y"."""
    for operation, x, y in said(m.plain):
        if operation in _WHOLE:
            step = _OPERATIONS[operation](m, operation, typed(m, x), typed(m, y))
            if step is not None:
                return step
    return None


def _one_by_one(m: Moment, joint: re.Pattern[str]) -> Step | None:
    """The step of two operations in one turn: "zonder OCW en alleen de afgeronde", "afgerond, maar niet van OCW".

    Behind a plain "en" both must be said in full; behind a sign or a "maar" one of them may be bare conditions, but not
    after something that is taken out: "zonder OCW, SZW" takes out both.
    """
    bare_too = joint is _AND
    for match in joint.finditer(m.plain):
        left, right = m.plain[: match.start()], m.plain[match.end() :]
        if _is_name(m, left, match.group(), right):
            continue
        first = Moment(typed(m, left), m.conversation, m.course)
        step = _single(first)
        whole = first.course.going_on(first) if step is None and EVERYTHING_OF.match(left) else None
        if isinstance(whole, Step) and whole.before is None and _lifts(right):
            return whole  # "alles van OCW in 2023, alle thema's"
        bare = step is None
        if step is None and bare_too:
            step = _bare(first)
        shaped = _shaped(first) if step is None else None
        step = step or shaped
        if step is None:
            continue
        if _says_again(m, step, right):
            return step
        second = Moment(typed(m, right), m.course.after(first.message, step, m.conversation), m.course)
        then = _single(second) or (None if bare and not shaped else _shown(second) or _shaped(second))
        takes_out = any(isinstance(c, Not) for c in step.query.filters if c not in m.base_query.filters)
        if then is None and bare_too and not (bare or takes_out) and conditions(second, second.message):
            then = exchanging.changed(second, "only", second.message, "")
        if then is not None:
            return Step(replace(then.query, filters=_said_twice(then.query.filters)), m.base)
    return None


def _lifts(words: str) -> bool:
    """Whether words let go a kind of condition, whatever its value: "alle thema's"."""
    return any(operation == "lift" and kind_named(x) and not y for operation, x, y in said(words))


def _says_again(m: Moment, step: Step, right: str) -> bool:
    """Whether a second clause lets go once more what the first did: "laat OCW weg, dus van alle departementen"."""
    gone = [c for c in m.base_query.filters if c not in step.query.filters]
    kinds = refining.dimensions(gone) - refining.dimensions(step.query.filters)
    for operation, x, y in said(right) if kinds else ():
        kind = "owner" if operation == "everyone" else kind_named(x) if operation in ("lift", "free") else None
        taken = right.startswith("dus ") and operation in ("drop", "free")  # "..., maar OCW eruit" takes it out
        again = set(conditions(m, typed(m, x))) if taken else set()
        if not y and (kind in kinds or (again and again <= set(gone))):
            return True
    filters = m.read(right).query.filters  # "ik wil ze van alle ministeries zien" reads as what is of all at once
    return "owner" in kinds and "alle" in right.split() and filters == (GovernmentWide(),)


def _bare(first: Moment) -> Step | None:
    """The step of conditions alone: they are added; in the place of others where both leave nothing: "nu Q2 2024, ..."."""
    step = change(first, "only", first.message) if conditions(first, first.message) else None
    if step is None or first.found(step.query.filters):
        return step
    instead = first.course.going_on(first)
    return instead if isinstance(instead, Step) and instead.before is first.base else step


def _is_name(m: Moment, left: str, joint: str, right: str) -> bool:
    """Whether the joint stands in one name: "Justitie en Veiligheid", "Onderwijs en media"."""
    if joint != " en " or not left or not right:
        return False
    mend = m.course.assistant.lexicon.mend
    parted = f"{mend(left.split()[-1])} en {mend(right.split()[0])}"
    return any(parted in name for name in (*_ministries(), *(cues.plain(x.theme) for x in m.measures.values())))


@lru_cache(maxsize=1)
def _ministries() -> tuple[str, ...]:
    table = tomllib.loads((DATA / "ministries.toml").read_text(encoding="utf-8"))["ministry"]
    return tuple(cues.plain(name) for one in table for name in one["names"])


def _said_twice(filters: refining.Filters) -> refining.Filters:
    """One condition for "alleen van SZW, zonder ander ministerie": the second says what the first means."""
    if Not(MinistryCount(PAIR)) not in filters or not any(isinstance(c, Owners) and c.mode == "alone" for c in filters):
        return filters
    kept = tuple(c for c in filters if c != Not(MinistryCount(PAIR)))
    return tuple(Owners(c.codes, "only") if isinstance(c, Owners) and c.mode == "alone" else c for c in kept)


def _shown(m: Moment) -> Step | None:
    """The step of a second clause that says what to show: "en laat zien wat nog loopt", "en sorteer op datum"."""
    words = m.plain.split()
    lead = next((n for n, word in enumerate(words) if word not in data()["shows"]["lead"]), len(words))
    if lead == len(words) or words[lead] not in data()["shows"]["verbs"]:
        return None
    rest = next((n for n in range(lead, len(words)) if words[n] not in data()["shows"]["beside"]), len(words))
    chosen = typed(m, " ".join(words[rest:]))
    if rest > lead and conditions(m, chosen):
        return change(m, "only", chosen)
    step = m.course.going_on(m)
    return step if isinstance(step, Step) and step.before is not None else None


def _shaped(m: Moment) -> Step | None:
    """The step of a second clause that says in which form: "verste termijn bovenaan", "als lijst", "per jaar"."""
    for rule in (sorting.in_order_of_time, sorting.as_list, grouping.grouped, counting.numbered):
        step = rule(m)
        if isinstance(step, Step):
            return step
    return None


_OPERATIONS = {
    "not_but": exchanging.not_but,
    "or_too": exchanging.or_too,
    "until": exchanging.until,
    "meant": exchanging.exchange,
    "going_on": exchanging.going_on,
    "either": exchanging.either,
    "count_for": exchanging.count_for,
    "dated": exchanging.dated,
    "everyone": letting_go.everyone,
    "shared_by": exchanging.shared_by,
    "replace": exchanging.exchange,
    "replaced_by": exchanging.exchange,
    "set_to": exchanging.exchange,
    "lift": letting_go.lift,
    "drop_for": letting_go.drop_for,
    "both_named": exchanging.both_named,
    "turned": exchanging.turned,
    "due_before": exchanging.due_before,
    "year_again": exchanging.year_again,
    "all_again": letting_go.all_again,
    "both_of": exchanging.both_of,
    "later_too": exchanging.later_too,
    "drop": letting_go.drop,
    "free": letting_go.free,
    "exclude": letting_go.exclude,
    "beside": exchanging.beside,
    "alike": exchanging.changed,
    "add": exchanging.changed,
    "add_with": exchanging.changed,
    "only": exchanging.changed,
    "only_after": exchanging.changed,
    "only_said": exchanging.changed,
    "jointly": exchanging.jointly,
    "within": exchanging.within,
    "which_of": exchanging.which_of,
    "same": exchanging.same,
    "all_of": exchanging.all_of,
}
