"""Rules by which a message changes the filters of the list that was shown."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues, pointing, refining
from app.dialogue.moment import ASKS, NOUN, PRONOUNS, Moment, Problem, Step
from app.dialogue.naming import among, same_field
from app.dialogue.places import at_place
from app.filters import EndIn, Ids, KindIs, MinistryCount, Not, Overdue, Owners, StatusIn, Themes
from app.query import Ask, Filter, Order, Query
from ingest.records import Period

_WHICH = re.compile(
    r"^(?:en |maar |nou |dan |nu |of )*(?:(?:bij|van|in|voor|onder|aan|over|met) )?(?:welke?|wat|hoeveel)\b(?! (?:jaar|kwartaal|maand|pagina|bladzijde|soort|organisatie|departement|minister|motie|maatregel|pilot|alliantie|onderzoek|wetsvoorstel|amendement|toezegging|campagne|subsidie|monitor|thema|ministerie|kopje|programma|deadline|actie)\w*)"
)
_WHICH_NOT = re.compile(
    r"^(?:en |maar |of |dus )*(?:(?:bij|van|in|voor|onder) )?(?:welke?|wat|die|degene) (?:maatregelen )?(?:zijn |is |dan |lopen |doen |hebben )?(?:dat )?(?:nog |er |dan )?niet(?: dan)?$|^(?:en )?(?:(?:juist|precies) )?(?:niet|die niet|de niet-?\w*|het tegenovergestelde)$"
)
_ONE_AMONG = re.compile(
    r"^(?:en |maar )*(?:is|zijn|zit|zitten|staat|staan|heb je|hoort|horen|valt|vallen)(?: er| daar| hier)*(?: ook| nog| al| misschien| soms| toevallig)*(?: een| geen| iets)?(?: van)? (?P<x>.{2,50}?)(?: (?:er|daar|daarvan|hier|ook))*(?: (?:bij|tussen|onder|in|ertussen|daarbij|erbij|daartussen|daaronder|hierbij|ertussenin))$"
)
_QUARTER = re.compile(
    r"(?<!volgend )(?<!vorig )(?<!dit )(?<!komend )(?<!afgelopen )\b(?:q ?[1-4]|kwartaal|helft|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|begin|medio|eind|najaar|voorjaar|zomer|herfst)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bjaar\b")
_ONES = re.compile(r"^(?:en |maar |nu |dan )*(?:welke?|wat|toon|laat|geef|noem)\b")
_LISTS = re.compile(r"^(?:en |maar |nu |dan |graag )*(?:welke?|wat|toon|laat|geef|noem|lijst|som)\b")
_ADDED_UP = re.compile(r" (?:bij elkaar|in totaal|opgeteld|bij elkaar opgeteld)$", re.IGNORECASE)
_ANOTHER_SENSE = re.compile(
    r"^(?:het |de |als |dan |dat |die )*(?P<x>thema|kopje|kop|hoofdstuk|ministerie|motie|moties)(?: dan| graag)?$"
)
_THOSE = re.compile(
    r"^(?:(?:alle|alles|degenen?|diegenen?|de maatregelen|maatregelen|de gene)(?: van die)? (?:die|wat|welke) )",
    re.IGNORECASE,
)
_GO_ABOUT = re.compile(
    r"^(?:en |maar |nu )*(?:welke?|wat|hoeveel)(?: er| daarvan| ervan| hiervan)? (?:gaan|gaat|zijn|is|raken|raakt|betreffen|betreft|hebben|heeft)(?: er| daarvan| ervan| hiervan| ook)* (?:over|rond|betrekking op|te maken met) (?P<x>.{3,60})$"
)
_SAME_GROUP = {
    "owner": "owner",
    "theme": "place",
    "heading": "place",
    "status": "status",
    "year": "time",
    "quarter": "time",
}
_LEAVES_OUT = re.compile(
    r"^(?:zonder|behalve|uitgezonderd|exclusief|niet|geen|buiten|minus) (?:die |dat |de |het )?(?:over |van |met )?"
)
_EVERYTHING_OF = re.compile(
    r"^(?:en |maar |nu |toch |toon |geef |laat |me |weer |graag )*(?:alles|alle maatregelen) (?:van|in|over|binnen)\b"
)
_ALSO = re.compile(r"\book\b")
_MANY = 2  # so many kinds of filter in one message leave nothing to take from the list before
_TAKES_AWAY = re.compile(
    r"^(?:en |maar |nu |dan |ok[e] |graag |toch )*(?:verwijder|wis|schrap|haal|laat|gooi|doe|hef|maak|negeer|vergeet)\b"
)
_LATER = ("later", "daarna", "verder", "nog later", "erna")
_OPEN_END = re.compile(
    r"^(?:en |of |dus |ook )*(?:of|en ook|ook) (?:nog )?(?P<way>later|daarna|erna|eerder|daarvoor|ervoor|vroeger)(?: dan dat| aflopen| afloopt| mag ook| ook)*$"
)
_POINTING_BACK = re.compile(
    r"\b(?:daarvan|hiervan|ervan|(?:van|tussen|onder) (?:al |alle )?(?:die|deze|de)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+))?|van alle (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+)) ?(?:maatregelen)?(?=\s|[?.,!]|$)",
    re.IGNORECASE,
)


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
    query = m.read(cue.rest).query
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
    if query.filters:
        before = m.base_query
        if refining.dimensions(query.filters) == {"place"}:  # a place of the report is what a topic was mistaken for
            before = replace(before, topic=None, broad=False)
        return Step(replace(before, filters=refining.replaced(before.filters, query.filters)), m.base)
    return None


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
    """The message "en welke niet?": those of the list before that the last condition left out."""
    if not _WHICH_NOT.match(m.plain) or m.base.query is None:
        return None
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


def refined(m: Moment) -> Step | Problem | None:
    """Filters, order, ranking, groups and counts without a topic of their own change the list that was shown."""
    if starts_afresh(m):
        return None
    if _EVERYTHING_OF.match(m.plain):
        whole = m.read(m.message).query
        if whole.filters and whole.topic is None:
            return Step(whole)
    for name, how in (
        ("without", "narrow"),
        ("drop", "drop"),
        ("add", "add"),
        ("only", "only"),
        ("and_for", "replace"),
    ):
        cue = cues.cue(name, m.message)
        if cue is None or not cue.rest:
            continue
        rest = before_time(m, cue.rest) if name == "and_for" else _THOSE.sub("die ", cue.rest)
        if name == "add" and _ALSO.search(m.plain) and took_away(m):
            how = "drop"
        step = change(m, how, rest)
        if step is not None:
            return step
    topic = about_topic(m)
    if topic is not None:
        return topic
    length = cues.all_of(m.message)
    back = cues.points_back(m.message) or length is not None
    if length is not None:
        turn = pointing.list_of_length(m.conversation, length)
        if turn is not None:
            m.base = turn
    query = (m.read_like if _WHICH.match(m.plain) else m.read)(m.message).query
    described = pointing.description(m.message) is not None
    if not back and not described and not continues(m, query):
        return None
    if back and not m.base.shown and len(m.conversation.turns) > 1:
        m.base = pointing.last_list(m.conversation) or m.base
    words = _POINTING_BACK.sub(" ", m.message) if back else m.message
    return change(m, "narrow" if back or described else "bare", words)


def about_topic(m: Moment) -> Step | None:
    """The message "welke gaan over techniek?": those of the list that are about it."""
    match = _GO_ABOUT.match(m.plain)
    query = m.read(match["x"]).query if match else Query()
    if match is None or query.topic is None or query.filters or len(m.base.shown) <= 1:
        return None
    ask: Ask = "count" if "hoeveel" in m.plain else "list"
    if m.base_query.topic is None:
        within = replace(m.base_query, ask=ask, topic=query.topic, group_by=(), extreme=None, share=())
        return Step(within) if m.course.ids(replace(within, ask="list")) else None
    ids = m.course.ids(Query(topic=query.topic, filters=(Ids(m.base.shown),)))
    both = refining.narrowed(m.base_query.filters, (Ids(ids),))
    return Step(replace(m.base_query, ask=ask, filters=both), m.base) if ids else None


def before_time(m: Moment, rest: str) -> str:
    """The rest of "en voor 1 januari 2025?" with its "voor", which belongs to the time and not to "en voor ..."."""
    if not re.search(rf"\bvoor {re.escape(cues.plain(rest))}", m.plain):
        return rest
    with_word = f"klaar voor {rest}"
    query = m.read(with_word).query
    return with_word if any(isinstance(c, EndIn) for c in query.filters) and query.topic is None else rest


def took_away(m: Moment) -> bool:
    """Whether the turn before took something out of the list: "en de gestopte ook" takes out more."""
    return any(cues.cue(name, m.base.question) for name in ("drop", "without")) and m.base is m.last


def of_that_year(m: Moment, words: str) -> str:
    """The words with the year of the list's own period, where they name a part of a year and no year: "en Q4?"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    plain = cues.plain(words)
    if len(ends) != 1 or not _QUARTER.search(plain) or _YEAR.search(plain):
        return words
    first, last = ends[0].period.first, ends[0].period.last
    if first is None or last is None or first.year != last.year:
        return words
    return f"{words} {first.year}"


def starts_afresh(m: Moment) -> bool:
    """Whether the turn before looked for what the report does not have, and this is a question without it."""
    if m.base.kind != "abstain" or m.base.shown or m.base_query.topic is None or cues.points_back(m.message):
        return False
    query = m.read(m.message).query
    about = refining.dimensions(query.filters)
    return query.topic is None and bool(about) and (_WHICH.match(m.plain) is not None or len(about) >= _MANY)


def continues(m: Moment, query: Query) -> bool:
    """Whether a message without a pointing word changes the list: it has no subject of its own."""
    if query.topic is not None or query.target:
        return False
    about = refining.dimensions(query.filters)
    if _WHICH.match(m.plain) and not NOUN.search(m.plain):
        return len(about) <= 2
    if re.match(
        r"^(?:en |maar |nou )*(?:welke?|wat) (?:zijn|is|waren|was) (?:er |een |ook |dan |geen )*\w+$", m.plain
    ) and about == {"kind"}:
        return True
    if NOUN.search(m.plain):
        return False
    if "owner" in about and len(about) > 1:
        return False
    return (
        bool(about)
        or query.as_of is not None
        or query.order != Order()
        or query.limit is not None
        or query.ask not in ("list", "field")
    )


def change(m: Moment, how: str, words: str) -> Step | None:
    """The step that changes the base by words read as filters, order or ask; `how`: narrow, drop, add, only, replace, bare."""
    query = m.read_like(of_that_year(m, _ADDED_UP.sub("", words))).query
    before = m.base_query
    if m.last.query is not None and m.last.query.ask == "rank" and (how == "replace" or query.extreme):
        before = m.last.query
    filters = query.filters
    if how == "narrow" and _LEAVES_OUT.match(cues.plain(words)) and filters and all(map(_plainly_of, filters)):
        filters = tuple(Not(c) for c in filters)  # "zonder de maatregelen die samen met OCW zijn"
    if cues.says_after(words) and how in ("add", "replace", "narrow", "bare") and not query.target:
        later = refining.after(before.filters)
        if later is not None and not any(refining.dimension(c) == "time" for c in filters):
            filters = (*filters, later)
            query = replace(query, topic=None)
    if query.topic is not None and PRONOUNS.match(query.topic.lower()):
        query = replace(query, topic=None)
    if query.topic is not None or query.target:
        return topic_change(m, how, words, query)
    if how == "replace" and m.last.pointed and filters and all(isinstance(c, KindIs) for c in filters):
        step = same_field(m, words)
        if step is not None:
            return step
    asks_nothing = query.order == Order() and query.limit is None and query.ask == "list" and not query.extreme
    if not filters and asks_nothing and query.as_of is None:
        return None
    if m.last.pointed and m.last.focus and re.search(r"\b(?:andere|overige)\b", words):
        filters = (*filters, Not(Ids(m.last.focus)))
    old = before.filters
    if how == "only" and filters and set(filters) <= set(old) and all(isinstance(c, Owners) for c in filters):
        old = tuple(c for c in old if c not in filters and not isinstance(c, MinistryCount))
        filters = tuple(Owners(c.codes, "alone") for c in filters if isinstance(c, Owners))
    if how == "add":
        changed = refining.added(old, filters)
    elif how == "drop":
        changed = refining.dropped(old, filters)
    elif how == "replace" or (how == "only" and once_more(m, filters)):
        changed = refining.replaced(old, filters)
    elif how in ("narrow", "only"):
        changed = refining.narrowed_or_replaced(old, filters, m.found)
    else:
        changed = (
            refining.narrowed_or_replaced(old, filters, m.found)
            if _WHICH.match(m.plain)
            else refining.replaced(old, filters)
        )
    if how in ("bare", "narrow") and _WHICH.match(m.plain) and not cues.points_back(m.message) and not m.found(changed):
        changed = beside(m, filters) or changed
    if query.ask == "rank" and query.group_by:  # which theme has most is asked of all themes
        groups = {_SAME_GROUP[key] for key in query.group_by}
        changed = tuple(c for c in changed if c in filters or refining.dimension(c) not in groups or isinstance(c, Not))
    narrow_ids = tuple(c for c in changed if not isinstance(c, Ids))
    if how in ("replace", "bare") and narrow_ids and len(narrow_ids) < len(changed) and not m.found(changed):
        changed = narrow_ids  # the numbers came from the filter that was replaced
    result = replace(before, filters=changed)
    if query.ask != "list":
        result = replace(
            result, ask=query.ask, share=query.share, group_by=query.group_by, extreme=query.extreme, field=query.field
        )
        if query.ask in ("percentage",):
            result = replace(result, filters=old, share=query.share or filters)
    elif how in ("narrow", "only", "drop", "add") and not (before.ask == "groups" and not _LISTS.match(m.plain)):
        result = replace(result, ask="list", share=(), group_by=(), extreme=None, field=None)
    elif before.ask == "groups" and _LISTS.match(m.plain):
        result = replace(result, ask="list", group_by=())
    elif before.ask == "count" and how == "bare" and _ONES.match(m.plain):
        result = replace(result, ask="list")
    if query.extreme and query.ask == "list":
        result = replace(result, extreme=query.extreme)
    if query.order != Order():
        result = replace(result, order=query.order)
    if query.limit is not None:
        result = replace(result, limit=query.limit)
    if query.as_of is not None:
        dated = tuple(Overdue() if isinstance(c, Overdue) and not filters else c for c in result.filters)
        result = replace(result, as_of=query.as_of, filters=dated)
    if result.ask == "field" and not result.target:
        result = replace(result, ask="list", field=None)
    return Step(result, m.base)


def once_more(m: Moment, filters: refining.Filters) -> bool:
    """Whether "alleen van JenV" follows on "alleen van VWS": another choice, and not both."""
    if m.base is not m.last or cues.cue("only", m.last.question) is None:
        return False
    chosen = m.read(m.last.question).query.filters
    return bool(filters) and refining.dimensions(filters) == refining.dimensions(chosen) == {"owner"}


def beside(m: Moment, filters: refining.Filters) -> refining.Filters | None:
    """The filters within the list before the last narrowing, where nothing passes both: "welke zijn af?", "en welke lopen tot 2024?"."""
    if any(isinstance(c, Not) for c in filters):
        return None
    for turn in reversed(m.conversation.turns[:-1]):
        query = turn.query
        if query is None or turn.pointed or query.topic != m.base_query.topic:
            continue
        if set(query.filters) < set(m.base_query.filters):
            other = refining.narrowed(query.filters, filters)
            return other if m.found(other) else None
    return None


def _plainly_of(condition: Filter) -> bool:
    """Whether a filter says what measures are of, and not what they are without."""
    owners = isinstance(condition, Owners) and condition.mode in ("any", "all")
    return owners or isinstance(condition, StatusIn | Themes | KindIs)


def topic_change(m: Moment, how: str, words: str, query: Query) -> Step | None:
    """Words that are no filter: another measure for the same question, another topic, or a topic within the list."""
    if how == "narrow" and _LEAVES_OUT.match(cues.plain(words)):
        how, words = "drop", _LEAVES_OUT.sub("", cues.plain(words))
        query = m.read(words).query
    if query.target:
        return m.about(query.target, m.last.field or "all") if how == "replace" and m.last.pointed else None
    if how == "replace":
        return same_field(m, words) if m.last.pointed else same_for(m, words, query)
    if how in ("only", "narrow") and m.base.shown:
        described = pointing.description(words) or query.topic or words
        ids = among(m, described) if query.topic else ()
        if query.filters:
            keep = refining.narrowed(m.base_query.filters, query.filters)
            return Step(replace(m.base_query, filters=refining.narrowed(keep, (Ids(ids),)) if ids else keep), m.base)
        return (
            Step(replace(m.base_query, filters=refining.narrowed(m.base_query.filters, (Ids(ids),))), m.base)
            if ids
            else None
        )
    if how == "add" and query.topic is not None and not query.filters:
        ids = m.course.ids(query)
        if ids and m.base.shown:
            return Step(Query(filters=(Ids(tuple(dict.fromkeys((*m.base.shown, *ids)))),)))
    if how == "drop" and m.base.shown:
        gone = among(m, query.topic or words)
        if gone:
            return Step(
                replace(m.base_query, filters=refining.narrowed(m.base_query.filters, (Not(Ids(gone)),))), m.base
            )
    return None


def same_for(m: Moment, words: str, query: Query) -> Step | None:
    """The message "En voor lesbische vrouwen?": the same question about another topic; the filters stay, the new ones replace."""
    before = m.base.query
    if before is None or ASKS.match(cues.plain(words)) or len(words.split()) > 8:
        return None
    ask = before.ask if before.ask in ("list", "count", "groups", "percentage") else "list"
    if before.topic is None:  # no topic to replace: a new one, on its own
        return None
    kept = refining.replaced(before.filters, query.filters)
    return Step(
        replace(before, ask=ask, topic=query.topic, broad=before.broad, filters=kept, limit=None, target=(), field=None)
    )
