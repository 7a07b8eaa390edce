"""Rules that read a message about the list as the same message in plainer words: "eentje die ...", "geregeld", "zit X er niet in".

What is left is answered by the rules that know the plain words, so that each wording needs one line here.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.conversation import Turn
from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.lists import refining
from app.dialogue.lists.change import listed
from app.dialogue.lists.narrowing import about_topic, refined
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.moment import WHICH, Moment, Problem, Step
from app.filters import Headings, Ids, Not, Owners, Themes
from app.query import Ask, Filter, Order, Query

_ONE_LIKE = re.compile(
    r"^(?:en |maar |of |dan |nou )*(?:(?:is|zit|zitten|staat|staan|zijn|heb je|hebben we|hebben ze|was) (?:er |daar )?)?(?:(?:daar|er|dan|ook|nog|al|misschien|toevallig|soms|wel) )*(?:eentje|iets|een|een (?:maatregel|andere)|ook een)(?: (?:daarvan|ervan|ook|nog|bij|tussen))* (?P<x>(?:die|dat|van|met|uit|in|zonder|voor|waar\w*) .+?)(?: (?:bij|tussen|ertussen|erbij))?$"
)
_SOMETHING = re.compile(
    r"^(?:(?:en|maar|of|dan|nou|dus) )*(?:(?:is|zijn|zit|zitten|staat|staan|was|heb je|hebben ze|loopt|lopen|komt) )?(?:(?:er|daar|daarvan|ervan|hiervan) )?(?:(?:al|ook|nog|inmiddels|misschien|toevallig|soms|reeds|ooit) )*(?:(?:er|daar) )?(?:iets|wat|dingen|zaken|eentje|een paar|er een paar)(?: van (?:die|deze))? (?:(?:daarvan|ervan|hiervan|er|al|ook|nog|van|inmiddels|reeds|bij|tussen) )*(?:(?:die|dat|wat) )?(?P<x>.+?)(?: (?:is|zijn|staat|staan))?(?: (?:daarvan|ervan|hiervan|van (?:die|deze)|al|bij|tussen))*$"
)
_ASKS_WHAT = re.compile(r"^(?:(?:en|maar|of|dan|nou|dus|ook|nu) )*wat\b")
_NUMBERS = ("twee", "drie", "vier", "vijf", "zes")
_READY = 4  # the status code of what is done
_IS_ANY = re.compile(
    r"^(?:en |maar |dan )*(?:is|zijn) (?:er|daar|daarvan|hiervan) (?:(?:al|ook|nog|inmiddels|daarvan|van|er|ooit|reeds) )*(?:iets|eentje|een|wat)(?: (?:al|daarvan|van))* "
)
_WHICH_ARE = re.compile(r"^(?:en |maar |dan )*welke?(?: (?:is|zijn))?(?: (?:dat|die))?(?: dan)? wel(?: al| dan)?$")
_TAKES_PART_AND = re.compile(r"\b(?:betrokken|mee|bij|wel|in|aan|voor) (?:en|maar) ")  # "is VWS betrokken en JenV niet"
_LEFT_OUT = re.compile(
    r"^(?:en |maar |of |dan )*(?:(?:bij|in|aan|van|met|voor) )?(?:welke?|waar|wat)\b(?: (?:daarvan|ervan|hiervan|van (?:die|deze)))? (?:zit|zitten|doet|doen|staat|staan|hoort|horen|is|zijn|werkt|werken|speelt|komt|heeft|hebben|deed) (?P<x>.+?) (?:(?:er|daar|hier|nou|nu|dan|juist|nog|ook) )*(?:niet|geen rol|niets)(?: (?:in|bij|mee|aan|tussen|voor|op|onder|erin|erbij|eraan|ermee|aan mee|in voor|bij betrokken|betrokken|te maken|mee te maken|vermeld|genoemd|samen|tussen|van doen|te doen))*$"
)


def _reworded(m: Moment, words: str) -> Step | Problem | None:
    """What the rule for refinements makes of other words in the same place of the conversation."""
    other = Moment(words, m.conversation, m.course)
    other.base = m.base
    return refined(other) if other.base.shown else None


def plainly(m: Moment) -> Step | Problem | None:
    """The messages "welke is al geregeld?", "welke zijn achter de rug?": the status, in a word that says so of what is made."""
    asked = _IS_ANY.sub("welke is ", m.plain)  # "is er al iets gehaald?"
    if not WHICH.match(asked) or len(m.base.shown) <= 1:
        return None
    for status, phrases in fieldwords.table()["plainly"].items():
        for phrase in phrases:
            words = re.sub(rf"\b{re.escape(phrase)}\b", status, asked)
            if words == asked or not all(word == status or word in _light() for word in words.split()):
                continue
            said = [m.measures[i] for i in m.base.shown if i in m.measures]
            having = [x for x in pointing.carrying(phrase, said) if x.status == _READY]
            if having and " " not in phrase and "niet" not in m.plain:
                return None  # the text of one that is done says the word
            return _reworded(m, " ".join(word for word in words.split() if word not in _NUMBERS))
    return None


def _light() -> frozenset[str]:
    return cues.word_set("light") | frozenset(
        (
            "welke",
            "welk",
            "wat",
            "hoeveel",
            "niet",
            "reeds",
            "inmiddels",
            "daadwerkelijk",
            "ondertussen",
            "deze",
            *_NUMBERS,
        )
    )


def which_are(m: Moment) -> Step | Problem | None:
    """The message "en welke wel?" after "is die al afgerond?": those of the list that are."""
    if not _WHICH_ARE.match(m.plain) or not m.last.pointed or m.last.field != "status":
        return None
    whole = pointing.last_list(m.conversation)
    asked = cues.plain(m.last.question).split()
    state = next((word for word in asked if word in cues.word_set("state") and word not in ("niet", "meer")), None)
    if whole is None or not whole.is_list or state is None:
        return None
    m.base = whole
    return _reworded(m, f"welke zijn {state}")


def one_like(m: Moment) -> Step | Problem | None:
    """The messages "en eentje die eind 2027 stopt?", "is er ook een van VWS?": those of the list that are so."""
    match = _ONE_LIKE.match(m.plain)
    whole = m.base if len(m.base.shown) > 1 else pointing.last_list(m.conversation)
    if match is None or whole is None or len(whole.shown) <= 1:
        return None
    head, _, tail = match["x"].partition(" ")
    before, _, verb = tail.rpartition(" ")  # a clause has its verb at the end: "die eind 2027 stopt"
    words = f"welke {verb} {before}" if head in ("die", "dat") else f"welke is {match['x']}"
    return chosen_so(m, whole, words)


def something_so(m: Moment) -> Step | Problem | None:
    """The messages "al iets af daarvan?", "zit er al wat bij dat klaar is?": those of the list that are so."""
    match = _SOMETHING.match(m.plain)
    whole = m.base if len(m.base.shown) > 1 else pointing.last_list(m.conversation)
    if match is None or _ASKS_WHAT.match(m.plain) or whole is None or len(whole.shown) <= 1:
        return None
    return chosen_so(m, whole, f"welke is {match['x']}")


def one_about(m: Moment) -> Step | Problem | None:
    """The messages "gaat er daar eentje over geweld?", "zit er iets over media tussen?": those of the list on a subject.

    The words are data (`[one_about]` in `data/operations.toml`).
    """
    sets = word_sets("one_about")
    words = m.plain.replace(",", " ").split()
    place = next((n for n, word in enumerate(words) if word in sets["about"]), 0)
    head, tail = words[:place], words[place + 1 :]
    partly = any(word in sets["partly"] for word in head)
    while tail and tail[-1] in sets["behind"]:
        partly = partly or tail[-1] in sets["partly"]
        tail = tail[:-1]
    known = sets["asks"] | sets["beside"] | sets["partly"]
    if m.last.pointed or not head or not tail or not partly or not all(word in known for word in head):
        return None
    if all(word in fieldwords.table()["details"]["nouns"] for word in tail):
        return None  # "staat er iets over geld bij?"
    whole = m.base if len(m.base.shown) > 1 else pointing.last_list(m.conversation)
    if whole is None or len(whole.shown) <= 1 or not any(word in sets["asks"] for word in head):
        return None
    other = Moment(f"welke gaan over {' '.join(tail)}", m.conversation, m.course)
    other.base = whole
    read = m.read(f"maatregelen over {' '.join(tail)}").query
    if read.filters and read.topic is None:
        query = other.base_query
        return Step(replace(query, filters=refining.narrowed(query.filters, read.filters)), whole)
    return about_topic(other) or Step(Query(topic=" ".join(tail), filters=(Ids(whole.shown),)))


def one_from(m: Moment) -> Step | Problem | None:
    """The messages "zit er iets bij uit Onderwijs en media?", "valt er een onder Gelijk loon?": those of the list there.

    The words are data (`[one_from]` in `data/operations.toml`); the first asks, the last before the name leads to it.
    """
    sets, about = word_sets("one_from"), word_sets("one_about")
    whole = m.base if len(m.base.shown) > 1 else pointing.last_list(m.conversation)
    place = _place_named(m)
    if place is None or whole is None or len(whole.shown) <= 1:
        return None
    where, before, after = place
    head = [word for word in before if word not in sets["called"]]
    asked = next((word for word in head if word not in sets["first"]), "")
    if (
        not head
        or head[-1] not in sets["leads"]
        or asked not in (about["asks"] | sets["verbs"] | sets["some"]) - {"wat"}
    ):
        return None
    known = about["asks"] | about["beside"] | about["partly"] | sets["verbs"] | sets["some"] | sets["leads"]
    if not all(word in known for word in head) or not sets["some"].intersection(head):
        return None
    if not all(word in about["behind"] for word in after):
        return None
    m.base = whole
    return listed(m, refining.narrowed(m.base_query.filters, (where,)))


def _place_named(m: Moment) -> tuple[Filter, list[str], list[str]] | None:
    """The theme or heading that a message names in full, the longest, with the words before it and behind it."""
    places: dict[str, Filter] = {
        cues.plain(x.heading): Headings((x.heading,)) for x in m.measures.values() if x.heading
    }
    places |= {cues.plain(x.theme): Themes((x.theme,)) for x in m.measures.values()}
    for name in sorted(places, key=len, reverse=True):
        before, found, after = f" {m.plain} ".partition(f" {name} ")
        if found:
            return places[name], before.split(), after.split()
    return None


def chosen_so(m: Moment, whole: Turn, words: str) -> Step | Problem | None:
    """Those of a list that are so; None where the words are no conditions alone: a subject, or a measure of its own."""
    query = m.read(words).query
    if not query.filters or query.topic is not None or query.target:
        return None
    m.base = whole
    return _reworded(m, words)


def left_out(m: Moment) -> Step | Problem | None:
    """The message "bij welke zit Justitie er niet in?": those of the list without that ministry."""
    match = _LEFT_OUT.match(m.plain)
    if match is None or not m.base.shown or "maatregelen" in m.plain or _TAKES_PART_AND.search(match["x"]):
        return None
    filters = m.read(f"maatregelen van {match['x']}").query.filters
    owners = tuple(c for c in filters if isinstance(c, Owners))
    query = m.read(m.message).query
    if not owners or len(owners) < len(filters) or query.target or query.order != Order():
        return None
    if len(m.base.shown) <= 1 and m.base.query is not None and m.base.query.target:
        m.base = pointing.last_list(m.conversation) or m.base
    kept = m.base_query
    out = tuple(Not(c) for c in owners)
    ask: Ask = "count" if query.ask == "count" else "list"
    narrowed = refining.narrowed(kept.filters, out)
    if not m.found(narrowed):  # asked beside the one before: "zonder VWS?", "en zonder OCW?"
        beside = tuple(c for c in kept.filters if not (isinstance(c, Not) and isinstance(c.condition, Owners)))
        narrowed = refining.narrowed(beside, out)
    return Step(replace(kept, ask=ask, filters=narrowed, group_by=(), extreme=None, share=(), field=None), m.base)
