"""Rules by which a message points into the list by words: "die over de monitor", "dat onderzoek", "de Regenboogprovincies"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.lists import refining
from app.dialogue.lists.going_about import asks_which_are
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import THAT, WHY, asked_about, bare_field, called_in_text, is_status_of_it, shown_as
from app.dialogue.moment import ASKS, PRONOUNS, Moment, Problem, Step
from app.filters import Ids, KindIs, Owners
from app.query import Query
from index.words import content_words, stop_words

_NAMED_FIRST = re.compile(
    r"^(?:en |maar |over |wat betreft )*(?:de|het|die|dat|deze|dit) (?P<x>[^,:?]{3,50})[,:] ?(?P<tail>.+)$"
)
_IN_TITLE = 0.75  # the share of the words that must stand in a title that was not shown
_WHICH_ONES = re.compile(r"^(?:en |maar )*(?:welke?|hoeveel)\b")
_CALLED = re.compile(
    r"^(?:en |maar |of |nou |dan )*(?:die|dat|dit|deze|de|het) (?P<noun>onderzoek|programma|project|plan|wetsvoorstel|voorstel|motie|pilot|alliantie|monitor|campagne|verkenning|subsidie|handreiking|evaluatie|amendement|netwerk|wet) "
)
_WHICH_DETAIL = re.compile(
    r"^(?:en |maar |of )*(?:(?:aan|bij|door|met|van|voor) )?(?:welke?|hoeveel) (?P<noun>[a-z]+) "
)
_THING = re.compile(
    r"onderzoek|motie|pilot|alliantie|monitor|campagne|verkenning|subsidie|handreiking|evaluatie|amendement|toezegging|wetsvoorstel|inventarisatie"
)
_IN_PLACE = re.compile(r"^ (?:in|op|bij|onder|tussen) (?P<x>(?:het|de) [^,:?]+)")
_ONLY_NAMED = re.compile(r"^(?:en |of |maar |dan |nu |ook )*(?:van |voor |bij |over |met )?die(?: dan| graag| nog)?$")
_NAMED_BEFORE = re.compile(
    r"^(?:en |maar |of |over |bij )*die(?: ?[,:] ?| (?=hoe|wat|wie|waar|wanneer|tot|van wie|is |op ))"
)
_OWNED = re.compile(
    r"(?<=\w )(?:die|degene|de maatregel) van (?P<x>[a-z]+(?: zaken)?)(?P<tail>(?: (?:precies|eigenlijk|ook|nu|dan|al|nog|klaar|af|afgerond|gereed|moeten|moet|worden|zijn|aflopen|eindigen))*)$"
)
_WITHIN = re.compile(
    r"\b(?:die|deze|dat|degene|diegene|de (?:maatregel|motie|pilot|alliantie|actie|monitor|campagne|ene)|het (?:onderzoek|programma|project|plan|wetsvoorstel))"
    r" (?:over|met|voor|rond|rondom|naar|tegen|inzake|betreffende|in|bij|via) (?P<x>.+?)(?P<tail>(?: (?:precies|eigenlijk|ook|nu|nou|dan|al|nog|eens|klaar|af|afgerond|gereed|aflopen|eindigen|moeten|moet|zullen|worden|zijn|verantwoordelijk|over|voor|mee))*)$"
)


def described(m: Moment) -> Step | Problem | None:
    """The message "Die over de monitor", "vertel meer over die met de studenten", "die over lonen, van wanneer was de deadline"."""
    if asks_which_are(m.plain):
        return None  # "degenen die over techniek gaan"
    tell = cues.cue("tell", m.message)
    words = tell.rest if tell else m.message
    head, _, tail = words.partition(",")
    described = pointing.description(head if tail else words)
    named = _NAMED_FIRST.match(m.plain)
    if described is None and named and tail and ASKS.match(cues.plain(tail)) and not ASKS.match(cues.plain(head)):
        described = named["x"] if pointing.by_words(named["x"], m.conversation, m.measures, near_only=True) else None
    if described is None or (tell is None and cues.cue("drop", m.message)):
        return None
    query = m.read(described).query
    only_filters = query.filters and query.topic is None and not all(isinstance(c, KindIs) for c in query.filters)
    of_time = refining.dimensions(query.filters) == {"time"}  # "maar dan die van 2023" is no measure that says 2023
    if (
        only_filters
        and m.base.shown
        and not of_time
        and not m.found(refining.narrowed(m.base_query.filters, query.filters))
    ):
        only_filters = not pointing.by_text(described, m.conversation, m.measures)
    if only_filters and not tail:
        own = m.read(words).query.filters or query.filters
        filters = refining.narrowed(m.base_query.filters, own)
        one = m.course.ids(Query(filters=own)) if tell and not m.found(filters) else ()
        if len(one) == 1:  # "vertel meer over de motie van Bisschop", which is none of the list
            return m.about(one, "all")
        return Step(replace(m.base_query, filters=filters), m.base) if tell else None
    chosen = m.course.ids(Query(filters=(Ids(m.base.shown), *query.filters))) if only_filters and tail else ()
    if chosen and len(chosen) < len(m.base.shown):  # "die van Sociale Zaken, vertel daar meer over"
        return asked_about(m, chosen, tail)
    called = _CALLED.match(cues.plain(words))
    told = pointing.by_text(described, m.conversation, m.measures, called["noun"]) if called else None
    ids = told.ids if told else among(m, described)
    if not ids:
        return None
    if tail:
        return asked_about(m, ids, tail)
    asked = (
        m.last.field
        if m.last.pointed and m.last.field and tell is None and m.plain.startswith(("en ", "of "))
        else None
    )
    return m.about(ids, asked or "all")


def field_of_described(m: Moment) -> Step | Problem | None:
    """The message "Wanneer had die over de kwalificatie-eisen klaar moeten zijn?": a field of one that is described."""
    match = _WITHIN.search(m.plain)
    if match is None or not match.start():
        return None
    field = bare_field(f"{m.plain[: match.start()]}die{match['tail']}")
    if field is None:
        return None
    pointed = pointing.by_words(match["x"], m.conversation, m.measures, near_only=True)
    if pointed:
        return m.about(pointed.ids, field)
    query = m.read(match["x"]).query
    found = described_in_lists(m, match["x"]) if query.topic and not query.filters and m.base.is_list else ()
    return m.about(found, field) if found else None


def that_thing(m: Moment) -> Step | Problem | None:
    """The messages "is dat onderzoek al af?", "die alliantie, tot wanneer loopt die?": a shown one, by a word of it."""
    for match in THAT.finditer(m.plain):
        if match["x"].split()[:1] and match["x"].split()[0] in word_sets("same_end")["period"]:
            continue  # "voor het eind van dit jaar"
        near_only = match["that"] in ("de", "het") or called_in_text(m, match["x"])
        ids = shown_as(m, match["x"], near_only=near_only)
        single = len(ids) == 1 and ids == m.last.focus and ASKS.match(m.plain) is not None
        if not ids or (near_only and not single and len(ids) == len(m.base.shown)):
            continue
        telling = _clause_after(m.plain[match.end() :])
        placed = _IN_PLACE.match(m.plain[match.end() :])  # "de kinderopvang in het Caribisch gebied"
        where = placed["x"] if placed and m.read(placed["x"]).query.topic is not None else ""
        if near_only and len(ids) == 1 and _of_something_else(m, ids[0], telling or where):
            continue  # "de opvang van vluchtelingen" is not that of children
        if len(ids) > 1 and telling:
            some = pointing.carrying(telling, [m.measures[i] for i in ids])
            some = some or pointing.best(telling, [m.measures[i] for i in ids], 0.2)
            ids = tuple(i for i in ids if m.measures[i] in some) or ids
            if len(ids) == 1 and match["that"] not in ("de", "het"):
                tail = f"{m.plain[: match.start()]}die{m.plain[match.end() :].replace(telling, '', 1)}"
                return asked_about(m, ids, tail)
        words = f"{m.plain[: match.start()]}die{m.plain[match.end() :]}"
        if _WHICH_ONES.match(words):
            return None
        if _ONLY_NAMED.match(words):
            carried = m.last.field if m.last.pointed and words.startswith(("en ", "of ")) else None
            return m.about(ids, carried or "all")
        tail = _NAMED_BEFORE.sub("", words)
        query = m.read(tail).query
        asks = bare_field(tail) is not None or is_status_of_it(tail)
        if asks or ((not near_only or single) and not query.target and (not query.filters or WHY.match(tail))):
            return asked_about(m, ids, tail)
    return None


def _of_something_else(m: Moment, number: str, clause: str) -> bool:
    """Whether a clause tells which thing is meant in words of which the measure has none."""
    said = re.findall(r"[^\s,;:?!.]+", clause)
    words = [word for word in said if not cues.says_little(word) and word not in stop_words()]
    measure = m.measures[number]
    text = f"{measure.title} {measure.heading} {measure.theme} {measure.explanation} {measure.who}"
    return bool(words) and not any(pointing.found_in(word, text) for word in words)


def shown_thing(m: Moment) -> Step | Problem | None:
    """The message "wat doet die verkenning precies?" where one of those shown is called so: it does not ask what the word means."""
    for match in THAT.finditer(m.plain):
        if not _THING.fullmatch(match["x"]) or not ASKS.match(m.plain):
            continue
        if _WHICH_ONES.match(m.plain) and not (match["that"] in ("die", "dat") and _asks_detail(m.plain)):
            continue
        ids = shown_as(m, match["x"], near_only=True) or beside_called(m, match["x"])
        if len(ids) == 1 and not _clause_after(m.plain[match.end() :]):
            return asked_about(m, ids, f"{m.plain[: match.start()]}die{m.plain[match.end() :]}")
    return None


def _asks_detail(plain: str) -> bool:
    """Whether "welke" stands before a thing that a text tells: "welke organisatie doet dat onderzoek?"."""
    which = _WHICH_DETAIL.match(plain)
    return which is not None and which["noun"] in fieldwords.table()["details"]["nouns"]


def that_shown(m: Moment) -> Step | Problem | None:
    """The message "wat doet die verkenning precies?" where one was shown that is called so: it asks after no term."""
    if m.course.around.term_question(m.message) is None:
        return None
    pointing_at = [match for match in THAT.finditer(m.plain) if match["that"] not in ("de", "het")]
    return that_thing(m) if any(shown_as(m, match["x"], near_only=True) for match in pointing_at) else None


def _clause_after(words: str) -> str:
    """The words after a noun that say which one: "dat onderzoek [dat begin 2022 uitkwam]", "dat voorstel [van Ellemeet]"."""
    match = re.match(r"^ (?:dat|die|van|over|met|uit|naar|voor|waar\w*) [^,:?]+", words)
    return match.group().strip() if match else ""


def among(m: Moment, words: str, *, near_only: bool = False) -> tuple[str, ...]:
    """The shown measures that words describe: by their words, else by meaning; of the list at hand only, if so asked."""
    pointed = pointing.by_words(words, m.conversation, m.measures, near_only=True)
    beside = () if near_only else beside_called(m, words)
    if beside:
        return beside
    if pointed:
        return pointed.ids
    titled = None if near_only else pointing.by_words(words, m.conversation, m.measures, titles=True)
    if titled and len(titled.ids) == 1 and pointing.has_in_title(words, m.measures[titled.ids[0]]):
        return titled.ids
    elsewhere = None if near_only else pointing.by_text(words, m.conversation, m.measures)
    if elsewhere:
        return elsewhere.ids
    near = m.course.nearest(words, (pointing.last_list(m.conversation) or m.base).shown)
    if near:
        return near
    far = None if near_only else pointing.by_words(words, m.conversation, m.measures)
    return far.ids if far else ()


def described_in_lists(m: Moment, words: str) -> tuple[str, ...]:
    """The measure of a list that words describe: of the one at hand by its words, of earlier ones, or by meaning."""
    pointed = pointing.by_words(words, m.conversation, m.measures)
    return pointed.ids if pointed else among(m, words, near_only=True)


def field_of_owned(m: Moment) -> Step | Problem | None:
    """The message "wanneer moet die van VWS klaar zijn?": a field of those of the list that a condition tells."""
    match = _OWNED.search(m.plain)
    if match is None or not m.base.is_list or _WHICH_ONES.match(m.plain):
        return None
    field = bare_field(f"{m.plain[: match.start()]}die {match['tail'] or ''}".strip())
    query = m.read(f"van {match['x']}").query
    if field is None or query.topic is not None or not query.filters or query.target:
        return None
    if not all(isinstance(c, Owners) for c in query.filters):
        return None
    ids = m.course.ids(Query(filters=(Ids(m.base.shown), *query.filters)))
    return m.about(ids, field) if 0 < len(ids) < len(m.base.shown) else None


def beside_called(m: Moment, words: str) -> tuple[str, ...]:
    """The measure beside the only one on the table, under the same heading, whose title has the words where its own has not."""
    listed = any(turn.is_list for turn in m.conversation.turns)
    one = m.measures.get(m.last.focus[0]) if len(m.last.focus) == 1 else None
    if one is None or not one.heading or listed or not content_words(words):
        return ()
    if pointing.best(words, [one], _IN_TITLE, titles=True):
        return ()
    others = [x for x in m.measures.values() if x.heading == one.heading and x.theme == one.theme and x is not one]
    found = pointing.best(words, others, _IN_TITLE, titles=True)
    return tuple(i for i, x in m.measures.items() if x in found) if len(found) == 1 else ()


def told_by_name(m: Moment) -> Step | Problem | None:
    """The message "Vertel eens meer over het onderzoek naar de arbeidsmarkt": one that was shown, if one fits well."""
    cue = cues.cue("tell", m.message)
    if cue is None:
        return None
    if PRONOUNS.match(cues.plain(cue.rest)) and m.focus:
        called = shown_as(m, cues.plain(cue.rest).split()[-1], near_only=True)
        return m.about(called if 0 < len(called) < len(m.focus) else m.focus)
    query = m.read(cue.rest).query
    if query.target:
        return None
    if query.topic is None:  # "vertel meer over de monitor": a kind, of which one was shown
        match = THAT.fullmatch(cues.plain(cue.rest))
        called = shown_as(m, match["x"], near_only=True) if match else ()
        return m.about(called) if len(called) == 1 else None
    pointed = pointing.by_words(cue.rest, m.conversation, m.measures, titles=True)
    return m.about(pointed.ids) if pointed and len(pointed.ids) <= 2 else None


def same_field(m: Moment, words: str) -> Step | None:
    """The message "En de Regenboogprovincies?": the same field of another measure."""
    if ASKS.match(cues.plain(words)):
        return None
    field = m.last.field or "all"
    ids = m.course.named(words)
    if not ids:
        pointed = pointing.by_words(words, m.conversation, m.measures, near_only=True)
        ids = pointed.ids if pointed else ()
    if ids:
        return m.about(ids, field)
    topic = m.read(words).query.topic
    return Step(Query(ask="field", field=field, topic=topic)) if topic and field != "all" else None
