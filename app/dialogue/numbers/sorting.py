"""The rules for a turn about the order of time: "rangschik ze van vroegste naar laatste", "wat is als eerste klaar?".

The words are data (`[sorting]` in `data/operations.toml`); every word of the turn must be one of them. What is said of
the two ends of time tells the direction: the end that is named first comes first.
"""

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import bag, word_sets
from app.dialogue.lists import narrowing
from app.dialogue.lists.conditions import conditions
from app.dialogue.lists.refining import narrowed
from app.dialogue.measures import fieldwords, places, pointing
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids
from app.query import Order, Query

_FIRST = ("eerst", "eerste")  # of time, or of place: "wat het laatst afloopt eerst"
_OF_ONE = ("one", "asks", "dates", "time", "near", "far", "beside")
_NOT_OF_ORDER = ("one", "asks", "dates")
_POINTING = re.compile(r"\b(?:daarvan|hiervan|ervan|daaruit|hieruit|alleen|enkel|slechts)\b")
_DATED = re.compile(
    r"\b(?:die|degenen?|diegenen?|alleen|enkel|maatregelen|alles|dingen|zaken) met (?:een )?"
    r"(?:einddatum|deadline|termijn|datum)\b"
    r"|\b(?:heeft|hebben) (?:al |wel |ook )?een (?:einddatum|deadline|termijn|datum)\b"
    r"|\b(?:die|wat|welke) (?:er )?(?:al |wel |ook )?een (?:einddatum|deadline|termijn|datum) (?:heeft|hebben)\b"
)
_SHOW = re.compile(r"\blaat\b(?=.*\bzien\b)")  # an order, and not "late"
_CLAUSE = re.compile(r"\s*[,.;:?!](?=\s)\s*|\s+[-–—](?=\s)\s*")
_MANY = 2
_SO_MANY = re.compile(r"\b(?:al |alle )?(?P<those>die|de|deze) (?P<n>\w+)\b")
_BY = ("op", "naar", "volgens", "per", "graag", "en")
_SPAN = 6  # the words that choose some of the list
LONGEST = 18


def in_order_of_time(m: Moment) -> Step | Problem | None:
    """The list by end date; None where the message says anything else."""
    if len(m.base.shown) <= 1 or _DATED.search(m.plain) or (descending := from_the_far_end(m.plain)) is None:
        return None
    order = Order("end", descending)
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, field=None, order=order), m.base)


def then_in_order(m: Moment) -> Step | Problem | None:
    """What the first clause chooses, in the order of the second: "en de andere twee? Op deadline, vroegste eerst".

    The first may be any turn that gives a list: "welke lopen nog en hebben een einddatum? Vroegste bovenaan".
    """
    for match in _CLAUSE.finditer(m.message):
        head, tail = m.message[: match.start()], cues.plain(m.message[match.end() :])
        descending = _order_of(tail)
        if descending is None or _order_of(cues.plain(head)) is not None or _DATED.search(tail):
            continue
        first = Moment(head, m.conversation, m.course)
        rest = cues.cue("rest", head) is not None
        if not rest and bag(cues.plain(head), "sorting").says("sorts"):  # one order, in two clauses
            return None
        step = places.rest_of_list(first) if rest else m.course.going_on(first)
        if not isinstance(step, Step) or not (rest or _lists(step.query)):
            return None
        ids = step.query.target
        listed = Query(filters=(Ids(ids),), as_of=step.query.as_of) if ids else step.query
        ordered = replace(listed, ask="list", field=None, order=Order("end", descending))
        return Step(ordered, step.before, step.ignored)
    return None


def _lists(query: Query) -> bool:
    """Whether a query gives a list that has no order of its own."""
    return query.ask == "list" and not query.target and query.limit is None and query.extreme is None


def _order_of(plain: str) -> bool | None:
    """As `from_the_far_end`; a date with a preposition and nothing else is an order too: "op deadline graag"."""
    descending = from_the_far_end(plain)
    said = bag(plain, "sorting")
    by_date = said.only("time", "beside") and said.says("time") and said.words[0] in _BY
    return False if descending is None and by_date else descending


def some_in_order(m: Moment) -> Step | Problem | None:
    """Some of the list by end date, in one breath: "zet daarvan die met een einddatum op volgorde, eerste bovenaan"."""
    words = _POINTING.sub(" ", m.plain).replace(",", " ").replace(":", " ").split()
    sets = word_sets("sorting")
    if len(m.base.shown) <= 1 or len(words) > LONGEST or not {*words} & (sets["sorts"] | sets["front"]):
        return None
    if {*words} & (word_sets("loosely")["in"] | word_sets("loosely")["out"]):
        return None  # "zet SZW erbij en sorteer op deadline"
    spans = [(a, a + n) for n in range(1, _SPAN + 1) for a in range(len(words) - n + 1)]
    for a, b in spans:
        descending = from_the_far_end(" ".join((*words[:a], *words[b:])))
        filters = conditions(m, " ".join(words[a:b])) if descending is not None else ()
        if filters and descending is not None:
            kept, order = narrowed(m.base_query.filters, filters), Order("end", descending)
            return Step(
                replace(m.base_query, ask="list", group_by=(), extreme=None, field=None, filters=kept, order=order),
                m.base,
            )
    return None


def so_many_in_order(m: Moment) -> Step | Problem | None:
    """So many by end date: "zet die zes op deadline": those that were told last, else the list that showed so many."""
    match = _SO_MANY.search(m.plain)
    amount = cues.number(match["n"]) if match else 0
    if match is None or amount < _MANY:
        return None
    words = f"{m.plain[: match.start()]}{match['those']} {m.plain[match.end() :]}"
    descending = from_the_far_end(" ".join(words.split()))
    turn = m.base if len(m.base.shown) == amount else pointing.list_of_length(m.conversation, amount)
    if descending is None:
        return None
    order = Order("end", descending)
    if len(m.last.focus) == amount:
        return Step(Query(filters=(Ids(m.last.focus),), order=order, as_of=m.base_query.as_of), m.base)
    if turn is None or turn.query is None:
        return None
    return Step(replace(turn.query, ask="list", group_by=(), extreme=None, field=None, order=order), turn)


def as_list(m: Moment) -> Step | Problem | None:
    """What was counted or parted in groups as a list again: "als lijst graag"; None where anything else is said."""
    said = bag(m.plain, "as_list")
    forms = (said.says("form") and said.says("how")) or said.says("written")
    if not said.only() or not forms or m.base.query is None:
        return None
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, share=(), field=None), m.base)


def end_of_time(m: Moment) -> Step | Problem | None:
    """The measure of the list that ends first or last, however it is asked for; None where something else is said."""
    said = bag(_SHOW.sub("", m.plain), "sorting", longest=LONGEST)
    if len(m.base.shown) <= 1 or m.last.query is None or m.last.query.ask == "rank" or not said.only(*_OF_ONE):
        return None
    words, sets = said.words, said.sets
    place = next((n for n, word in enumerate(words) if word in sets["far"] or word in sets["near"]), len(words))
    end, behind = words[place : place + 1], words[place + 1 :]
    adverb = any(not word.endswith("e") for word in end)  # "het laatst"; "de laatste" is one of the list by itself
    timed = any(word in sets["time"] for word in (words if adverb else behind))
    asks = said.says("asks") or any(word in sets["dates"] for word in behind[:1])
    if not (timed and asks) or any(word in sets["direction"] for word in end):
        return None
    query = m.read(m.message).query
    of_rows = any(re.search(pattern, m.plain) for pattern in fieldwords.table()["places"]["same"])
    if query.ask == "rank" and query.topic is None and not of_rows:  # read as such by itself
        return None
    asked = "welke loopt het langst door?" if end[0] in sets["far"] else "welke moet het eerst klaar zijn?"
    return narrowing.refined(Moment(asked, m.conversation, m.course))


def from_the_far_end(plain: str) -> bool | None:
    """Whether a message asks for the latest first, False for the earliest first; None where it asks for no order."""
    said = bag(_SHOW.sub("", plain), "sorting", longest=LONGEST)
    if not said.only(*(name for name in said.sets if name not in _NOT_OF_ORDER)):
        return None
    ends = said.hits("far", "near")
    bare = [word for word in ends if word not in _FIRST]
    timed = said.says("time", "chronological")
    front = said.says("front") or (len(ends) > 1 and any(word in _FIRST for word in ends))
    if not ((said.says("sorts") and (timed or bare)) or (front and ends) or (said.says("direction") and timed)):
        return None
    first = (bare or ends or [""])[0]
    return first in said.sets["far"]
