"""Rules by which a message takes back, corrects or turns round a condition of the list that was shown."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.lists import refining
from app.dialogue.lists.change import change, of_that_year
from app.dialogue.lists.shares import shared_or_alone
from app.dialogue.measures import pointing
from app.dialogue.measures.naming import same_field
from app.dialogue.measures.places import at_place
from app.dialogue.moment import ASKS, NOUN, Moment, Problem, Step
from app.dialogue.numbers import counting
from app.filters import EndIn, HasEnd, Not, Owners
from app.query import Query
from ingest.records import Period

_WHICH_WELL = re.compile(
    r"^(?:en |maar |of |dus )*(?:(?:bij|van|in|voor|onder) )?(?:welke?|wat|die|degene) (?:maatregelen )?(?:(?:zijn|is|hebben|heeft|doen|doet|dan|er|dat|daar|het) )*wel(?: (?:een|er|dan|degelijk|hebben|zijn|mee|bij))*$"
)
_ONE_AMONG = re.compile(
    r"^(?:en |maar )*(?:is|zijn|zit|zitten|staat|staan|komt|komen|heb je|hoort|horen|valt|vallen)(?: er| daar| hier)*(?: ook| nog| al| misschien| soms| toevallig)*(?: een| geen| iets)?(?: van)? (?P<x>.{2,50}?)(?: (?:er|daar|daarvan|hier|ook))*(?: (?:bij|tussen|onder|in voor|voor|in|ertussen|daarbij|erbij|daartussen|daaronder|hierbij|ertussenin))$"
)
_ANOTHER_SENSE = re.compile(
    r"^(?:het |de |als |dan |dat |die )*(?P<x>thema|kopje|kop|hoofdstuk|ministerie|motie|moties)(?: dan| graag)?$"
)
_NOT_THAT = re.compile(
    r"^(?:dat|dit|die|het) (?:(?:was|is|zijn|waren) (?:helemaal |toch |eigenlijk )?niet (?:wat|die|degene die) (?:ik|we|wij) (?:zocht|zochten|zoek|bedoel|bedoelde|bedoelden|wilde|wil|vroeg|nodig had|nodig heb)(?: weten| zien| hebben)?|(?:zocht|bedoel|bedoelde|vroeg|wilde) (?:ik|we|wij) (?:helemaal |toch )?niet(?: weten| zien| hebben)?|helpt (?:me |mij |ons )?niet|klopt niet|is niet goed)[.,;:!]+ *(?P<rest>.+)$"
)
_TAKES_AWAY = re.compile(
    r"^(?:en |maar |nu |dan |ok[e] |graag |toch )*(?:verwijder|wis|schrap|haal|laat|gooi|doe|hef|maak|negeer|vergeet)\b"
)
_MEANT = re.compile(r"\bik (?:bedoel(?:de)?|zocht|wilde|wou)\b")
_SAYS_WHAT_IS_MEANT = re.compile(r"\b(?:ik|wij|we) bedoel(?:en|de|den)?\b")
_ONLY_BEFORE = re.compile(r"\b(?:alleen|enkel|uitsluitend|slechts)\s*$")
_PLACED = re.compile(r"^(?:(?:die|dat|wat|degene|de maatregelen?) )?(?:op|in|voor|bij|binnen|over|met|rond|aan) ")
_INSTEAD = re.compile(
    r"^(?P<new>.+?)(?: weten| zien| hebben)?,? (?:(?:en|dus|maar) )?(?:in plaats van|ipv|i\.p\.v\.?|niet)(?: (?:naar|om|over|van|voor|bij|op|met|die))* (?P<old>.+)$"
)
_IN_AGAIN = re.compile(r"\b(?:bij|erbij|wel|mee|terug|erin|meedoen|meetellen|weer)\b")
_JUST = re.compile(r"^(?:(?:juist|wel|alleen|enkel|de|precies|toch|die|wat|degene|ze) )+", re.IGNORECASE)
_WITH_PARTNER = re.compile(
    r"^(?:juist |wel |alleen |enkel |die |wat |degene |zijn |ze |de )*(?:samen|gedeeld|gezamenlijk|delen|deelt|met \w+ samen)\b"
)
_RATHER = re.compile(r"\bjuist\b")  # "nee, juist wel van OCW" wants only those
_EITHER = re.compile(r"\bof\b")
_LATER = ("later", "daarna", "verder", "nog later", "erna")
_OPEN_END = re.compile(
    r"^(?:en |of |dus |ook )*(?:of|en ook|ook) (?:nog )?(?P<way>later|daarna|erna|eerder|daarvoor|ervoor|vroeger)(?: dan dat| aflopen| afloopt| mag ook| ook)*$"
)


def _without_tail(m: Moment, cue: cues.Cue) -> cues.Cue:
    """The cue without a clause that says once more what is left: "..., dus zonder ministerie en in uitvoering"."""
    head, found, tail = cues.plain(cue.rest).partition(", dus ")
    instead = _INSTEAD.match(head) if found else None
    if instead is None:
        return cue
    said = set(m.read(tail).query.filters)
    new = set(m.read_like(instead["new"]).query.filters)
    return replace(cue, rest=head) if said and said <= {*m.base_query.filters, *new} else cue


def corrected(m: Moment) -> Step | Problem | None:
    """The messages "nee, ik bedoelde SZW", "niet SZW maar VWS": what was understood is replaced."""
    cue = cues.cue("correct", m.message)
    if cue is None or not cue.rest:
        return None
    kind = _ANOTHER_SENSE.match(cues.plain(cue.rest))
    if kind and m.base_query.topic is not None:
        sense = m.read(f"{kind['x']} {m.base_query.topic}").query
        if sense.topic is None and sense.filters:
            return Step(replace(sense, filters=refining.replaced(m.base_query.filters, sense.filters)))
    dismissed = _NOT_THAT.match(cues.plain(cue.rest))
    if dismissed:
        asked = cues.typed(m.message, m.plain, dismissed["rest"])
        if ASKS.match(dismissed["rest"]) or NOUN.search(dismissed["rest"]):
            return Step(m.course.fresh(asked))
        cue = replace(cue, rest=asked)
    only = cues.cue("only", cue.rest)
    if only is not None and _MEANT.search(m.plain) and not _PLACED.match(cues.plain(only.rest)):
        cue, only = replace(cue, rest=only.rest), None  # "ik bedoelde enkel SZW": in place of what was understood
    if only is not None and only.rest and len(m.base.shown) > 1:
        step = change(m, "only", only.rest)
        if step is not None:
            return step
    said = cues.plain(m.message).removesuffix(cues.plain(cue.rest))
    if _ONLY_BEFORE.search(said) and _PLACED.match(cues.plain(cue.rest)) and len(m.base.shown) > 1:
        step = change(m, "only", cue.rest)  # "nee, ik bedoelde alleen op de eilanden": of what was shown
        if step is not None and m.read(cue.rest).query.topic is not None:
            return step
    cue = _without_tail(m, cue)
    instead = _INSTEAD.match(cues.plain(cue.rest))
    if instead:  # "mijn vraag betrof SZW in plaats van OCW"
        new, old = m.read_like(instead["new"]).query, m.read_like(instead["old"]).query
        if new.filters and not new.topic and refining.dimensions(new.filters) == refining.dimensions(old.filters):
            shared = refining.partner_exchanged(m.base_query.filters, old.filters, new.filters)
            if shared is not None:
                return Step(replace(m.base_query, filters=shared), m.base)
            cue = replace(cue, rest=cues.typed(cue.rest, cues.plain(cue.rest), instead["new"]))
    rest = of_that_year(m, cue.rest)
    placed = "place" in refining.dimensions(m.base_query.filters)
    query = (m.read_like if placed else m.read)(rest).query  # "nee veiligheid" after a theme is another theme
    if len(query.filters) > 1:  # "nee, SZW, niet OCW": what it was goes, and is not taken out of the other
        told = tuple(c for c in query.filters if not (isinstance(c, Not) and c.condition in m.base_query.filters))
        query = replace(query, filters=told or query.filters)
    if cues.cue("rest", cue.rest) is not None and m.base_query.filters:
        return all_but(m)
    if _WITH_PARTNER.match(cues.plain(cue.rest)):  # "ik bedoelde juist die samen met JenV"
        other = _other_partner(m, query.filters)
        if other is not None:
            return Step(replace(m.base_query, filters=other), m.base)
        joint = shared_or_alone(Moment(f"die {_JUST.sub('', cue.rest)}", m.conversation, m.course))
        if joint is not None:
            return joint
    ranked = counting.other_end(Moment(cue.rest, m.conversation, m.course))
    if ranked is not None:  # "nee, ik bedoelde de laatste deadline"
        return ranked
    if cues.ordinal(cue.rest) is not None:
        return at_place(Moment(cue.rest, m.conversation, m.course))
    described = pointing.description(cue.rest)
    if described and query.topic is not None:
        pointed = pointing.by_words(described, m.conversation, m.measures)
        if pointed:
            return m.about(pointed.ids, m.last.field or "all")
    if query.topic is not None:
        if m.last.pointed:
            return same_field(m, cue.rest) or Step(m.course.fresh(cue.rest))
        before = m.base.query or Query()
        kept = refining.replaced(before.filters, query.filters)
        fresh = m.course.fresh(cue.rest)
        if fresh.target or fresh.ask != "list":
            return Step(fresh)
        return Step(
            replace(before, topic=query.topic, broad=False, filters=kept, ask="list", field=None, target=(), limit=None)
        )
    again = _let_in_again(m, query.filters)
    if again is not None:
        return Step(replace(m.base_query, filters=again), m.base)
    if query.filters:
        before = _corrected(m, query.filters)
        query = replace(query, filters=_shared_too(before.filters, query.filters, cues.plain(cue.rest)))
        if refining.dimensions(query.filters) == {"place"}:  # a place of the report is what a topic was mistaken for
            before = replace(before, topic=None, broad=False)
        taken_out = all(isinstance(c, Not) for c in query.filters)  # "nee, juist zonder OCW", of those of SZW
        mend = refining.narrowed if taken_out else refining.replaced
        mended = replace(before, filters=mend(before.filters, query.filters))
        chosen = m.chosen_last if not taken_out and not m.course.count(mended, m.base) else ()
        wider = replace(mended, filters=tuple(c for c in mended.filters if c not in chosen))
        return Step(wider if chosen and m.course.count(wider, m.base) else mended, m.base)
    if _SAYS_WHAT_IS_MEANT.search(m.plain):  # "ik bedoel van allebei samen" goes on as "van allebei samen" would
        return m.course.going_on(Moment(cue.rest, m.conversation, m.course))
    return None


def _other_partner(m: Moment, filters: refining.Filters) -> refining.Filters | None:
    """The filters with another partner of the ministry that the list before was of: "ik bedoelde samen met VWS"."""
    held = next((c for c in m.base_query.filters if isinstance(c, Owners) and c.mode == "all"), None)
    named = tuple(c for c in filters if isinstance(c, Owners))
    if held is None or len(named) != 1 or set(named[0].codes) & set(held.codes):
        return None
    owned = (c.codes for t in m.conversation.turns if t.query for c in t.query.filters if isinstance(c, Owners))
    own = next((codes for codes in owned if len(codes) == 1 and codes[0] in held.codes), held.codes[:1])
    partners = tuple(code for code in held.codes if code not in own)
    return refining.partner_exchanged(m.base_query.filters, (Owners(partners),), (Owners(named[0].codes),))


def _corrected(m: Moment, filters: refining.Filters) -> Query:
    """The query that a correction changes: a ranking, unless it takes back a condition of the list that was ranked."""
    ranking = m.last.query
    if ranking is None or ranking.ask != "rank":
        return m.base_query
    before = next((turn.query for turn in reversed(m.conversation.turns[:-1]) if turn.is_list and turn.query), Query())
    return m.base_query if refining.dimensions(filters) & refining.dimensions(before.filters) else ranking


def _let_in_again(m: Moment, filters: refining.Filters) -> refining.Filters | None:
    """The filters without the exclusion that a correction takes back: "wacht, JenV mag er toch bij"."""
    out = {Not(c) for c in filters}
    if not filters or not out <= set(m.base_query.filters) or not _IN_AGAIN.search(m.plain) or _RATHER.search(m.plain):
        return None
    return tuple(c for c in m.base_query.filters if c not in out)


def _shared_too(old: refining.Filters, new: refining.Filters, words: str) -> refining.Filters:
    """The new filters with the manner of what is corrected: of both, as what was shown was of two together."""
    together = any(isinstance(c, Owners) and c.mode == "all" and len(c.codes) > 1 for c in old)
    if not together or _EITHER.search(words):
        return new
    return tuple(
        Owners(c.codes, "all") if isinstance(c, Owners) and c.mode == "any" and len(c.codes) > 1 else c for c in new
    )


def lifted(m: Moment) -> Step | Problem | None:
    """The message "haal het filter op jaar weg": one kind of filter goes."""
    cue = cues.cue("lift", m.message)
    if cue is None:
        return None
    query = refining.lifted(m.base_query, cue.match["what"])
    return Step(query, m.base) if query != m.base_query else None


def removed(m: Moment) -> Step | Problem | None:
    """The message "Verwijder het thema weer": said of a filter, it is no order to the machine."""
    cue = cues.cue("lift", m.message) if _TAKES_AWAY.search(m.plain) else None
    if cue is None:
        return None
    return lifted(m) or Problem(f"Er is geen voorwaarde “{cue.match['what']}” om weg te halen.")


def open_ended(m: Moment) -> Step | Problem | None:
    """The messages "of later", "of eerder": the period of the list, without its last or its first day."""
    match = _OPEN_END.match(m.plain)
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    if match is None or len(ends) != 1:
        return None
    period = ends[0].period
    wider = Period(period.first, None) if match["way"] in _LATER else Period(None, period.last)
    filters = tuple(EndIn(wider) if c is ends[0] else c for c in m.base_query.filters)
    return Step(replace(m.base_query, filters=filters), m.base)


def complement(m: Moment) -> Step | Problem | None:
    """The messages "en welke niet?", "en juist die het niet zijn": those that the last condition left out.

    The words are data (`[complement]` in `data/operations.toml`); every word of the message must be one of them.
    """
    said = bag(m.plain, "complement")
    if m.base.query is None or not said.only() or not said.says("denies"):
        return None
    if not (said.says("chooses") or (said.only("denies", "bare") and "zonder" not in said.words)):
        return None
    if m.last.pointed and len(m.last.focus) == 1 and not said.says("several"):
        return None  # "die is het niet", of the one that was told
    step = all_but(m)
    return Step(replace(step.query, ask="count"), step.before) if step is not None and said.says("counts") else step


def all_but(m: Moment) -> Step | None:
    """Those of the list before that the last condition left out."""
    now = m.base_query.filters
    for turn in reversed(m.conversation.turns[:-1]):
        earlier = turn.query.filters if turn.query is not None else ()
        added = [c for c in now if c not in earlier]
        if not turn.pointed and turn.query is not None and len(added) == 1 and set(earlier) < set(now):
            return Step(replace(turn.query, filters=refining.narrowed(earlier, (Not(added[0]),)), ask="list"), turn)
    last = next((c for c in reversed(now) if refining.dimension(c) == "status"), now[-1] if now else None)
    if last is None:
        return None
    others = tuple(c for c in now if c != last)
    return Step(replace(m.base_query, filters=refining.narrowed(others, (Not(last),)), ask="list"), m.base)


def opposite(m: Moment) -> Step | Problem | None:
    """The message "en welke wel?": those that pass what the last condition denies."""
    if not _WHICH_WELL.match(m.plain) or m.base.query is None:
        return None
    now = m.base_query.filters
    last = next((c for c in reversed(now) if isinstance(c, Not) or (isinstance(c, HasEnd) and not c.value)), None)
    if last is None:
        return None
    turned = last.condition if isinstance(last, Not) else HasEnd()
    filters = tuple(turned if c is last else c for c in now)
    return Step(replace(m.base_query, filters=filters, ask="list"), m.base)


def one_among(m: Moment) -> Step | Problem | None:
    """The message "is er ook een onderzoek bij?": what of the list is of that kind, ministry or time."""
    match = _ONE_AMONG.match(m.plain)
    if match is None or not m.base.shown:
        return None
    query = m.read(match["x"]).query
    if not query.filters or query.topic is not None:
        return None
    return Step(
        replace(m.base_query, filters=refining.narrowed(m.base_query.filters, query.filters), ask="list"), m.base
    )
