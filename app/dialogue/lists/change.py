"""The step that words make of the list that was shown: its filters narrowed, replaced, added, dropped, or its topic changed."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.lists import refining
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import asked_about
from app.dialogue.measures.naming import among, same_field
from app.dialogue.moment import ASKS, PRONOUNS, WHICH, Moment, Step
from app.filters import EndIn, Ids, KindIs, MinistryCount, Not, Overdue, Owners, PersonIs, StatusIn, Themes, ToDoBy
from app.filters.wording import MONTHS
from app.query import Filter, Order, Query

_QUARTER = re.compile(
    r"(?<!volgend )(?<!volgende )(?<!vorig )(?<!vorige )(?<!dit )(?<!deze )(?<!komend )(?<!komende )(?<!afgelopen )(?<!lopende )(?<!huidige )\b(?:q ?[1-4]|kwartaal|helft|jaarhelft|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|begin|medio|eind|najaar|voorjaar|zomer|herfst)\b"
)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bjaar\b")
_ONES = re.compile(r"^(?:en |maar |nu |dan )*(?:welke?|wat|toon|laat|geef|noem)\b")
_ROWS = re.compile(r"^(?:en |maar |nu |dan )*(?:wat|welke) (?:is|zijn|loopt|lopen|staat|staan) er\b")
_LISTS = re.compile(r"^(?:en |maar |nu |dan |graag )*(?:welke?|wat|toon|laat|geef|noem|lijst|som)\b")
_ADDED_UP = re.compile(r" (?:bij elkaar|in totaal|opgeteld|bij elkaar opgeteld)$", re.IGNORECASE)
_ASKS_OF_ONE = re.compile(r"\b(?:hoe\w*|wat|wie|waar\w*|wanneer)\b.* (?:dat|die|dit|deze) [a-z]")
_ARE_THERE = re.compile(r"^(?:en |maar |of )*(?:zijn|is|zit|zitten|staan|staat) (?:er|daar|hier)\b")
_TOO = re.compile(r"\b(?:ook|samen|mede|tevens|eveneens|gedeeld|delen|deelt)\b")
_TAKES_PART = re.compile(r"\b(?:mee|meedoet|meedoen|meewerkt|betrokken|mede|samen)\b")
_SAME_GROUP = {
    "owner": "owner",
    "theme": "place",
    "heading": "place",
    "status": "status",
    "year": "time",
    "quarter": "time",
}
_WITHOUT_WHAT = re.compile(
    r"^(?:zonder|behalve|uitgezonderd|exclusief|buiten|minus) (?P<x>(?:alles |degenen? |de maatregelen |die )?(?:wat|die|waar\w*|welke) .+)$"
)
_LEAD = 3  # "over de wettelijke ..."
_LEAVES_OUT = re.compile(
    r"^(?:zonder|behalve|uitgezonderd|exclusief|niet|geen|buiten|minus) (?:die |dat |de |het )?(?:over |van |met )?"
)


def of_that_year(m: Moment, words: str) -> str:
    """The words with the year of the list's own period, where they name a part of a year and no year: "en Q4?"."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    plain = cues.plain(words)
    if not ends or not _QUARTER.search(plain) or _YEAR.search(plain):
        return words
    month = _nearest_month(ends, plain)
    if month is not None:
        return f"{words.rstrip(' ?.!')} {month}"
    days = [day for c in ends for day in (c.period.first, c.period.last)]
    years = {day.year if day is not None else None for day in days}
    year = years.pop() if len(years) == 1 else None  # also of "in 2024", and then its "eerste helft"
    return words if year is None else f"{words.rstrip(' ?.!')} {year}"


def _nearest_month(ends: list[EndIn], plain: str) -> int | None:
    """The year in which the month that is named lies nearest to the month of the list: "en januari?" of December."""
    named = [n for n, name in enumerate(MONTHS, 1) if re.search(rf"\b{name}\b", plain)]
    first, last = ends[-1].period.first, ends[-1].period.last
    if len(named) != 1 or first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return None
    held = 12 * first.year + first.month
    return min((first.year - 1, first.year, first.year + 1), key=lambda year: abs(12 * year + named[0] - held))


def change(m: Moment, how: str, words: str) -> Step | None:
    """The step that changes the base by words read as filters, order or ask; `how`: narrow, drop, add, only, replace, bare."""
    query = m.read_like(of_that_year(m, _ADDED_UP.sub("", words))).query
    if query.extreme in ("first", "last") and not query.group_by and len(m.base.shown) <= 1:  # one is never the last
        m.base = pointing.last_list(m.conversation) or m.base
    before = m.base_query
    if (
        m.last.query is not None
        and m.last.query.ask == "rank"
        and (how == "replace" or query.extreme or _only_filters(m, how, query))
        and not _asks_for_rows(m, query)
    ):
        before = m.last.query
    filters = query.filters
    if any(isinstance(c, ToDoBy) for c in filters):  # "welke moeten dit jaar nog klaar?" asks for no status
        filters = tuple(c for c in filters if not isinstance(c, StatusIn))
        query = replace(query, filters=filters)
    clause = _WITHOUT_WHAT.match(cues.plain(words)) if how == "narrow" else None
    told = m.read(clause["x"]).query if clause else Query()
    if how == "narrow" and filters and all(map(_plainly_of, filters)) and leaves_out(m, words, filters):
        filters = tuple(Not(c) for c in filters)  # "zonder de maatregelen die samen met OCW zijn"
    elif told.filters and told.topic is None:  # "zonder wat gedeeld is met anderen"
        query, filters = told, tuple(map(_opposite, told.filters))
    if cues.says_after(words) and how in ("add", "replace", "narrow", "bare") and not query.target:
        later = refining.before(before.filters) if cues.says_before(words) else refining.after(before.filters)
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
    if any(isinstance(c, ToDoBy) for c in filters):  # nothing that is finished must still be finished
        old = tuple(c for c in old if not (isinstance(c, StatusIn) and set(c.codes) <= refining.ENDED))
    if how == "only" and filters and set(filters) <= set(old) and all(isinstance(c, Owners) for c in filters):
        old = tuple(c for c in old if c not in filters and not isinstance(c, MinistryCount))
        filters = tuple(Owners(c.codes, "alone") for c in filters if isinstance(c, Owners))
    if how in ("replace", "bare") and _joins_in(m, filters):
        old = tuple(Owners(c.codes) if isinstance(c, Owners) and c.mode == "alone" else c for c in old)
    if how == "add":
        changed = refining.added(old, filters)
        if m.found(changed) == len(m.base.shown) and 0 < m.found(refining.narrowed(old, filters)) < len(m.base.shown):
            changed = refining.narrowed(old, filters)  # "pak die gestopte erbij": they are in the list already
    elif how == "drop":
        changed = refining.dropped(old, filters)
    elif _as_well(m, filters):
        changed = refining.narrowed(old, filters)
    elif how == "replace" or (how == "only" and once_more(m, filters)):
        changed = refining.replaced(old, filters)
    elif how in ("narrow", "only"):
        changed = refining.narrowed_or_replaced(old, filters, m.found)
    else:
        changed = (
            refining.narrowed_or_replaced(old, filters, m.found)
            if WHICH.match(m.plain)
            else refining.replaced(old, filters)
        )
    if (
        how in ("bare", "narrow", "replace")
        and WHICH.match(m.plain)
        and not cues.points_back(m.message)
        and not m.found(changed)
    ):
        changed = beside(m, filters) or changed
    if query.ask == "rank" and query.group_by:  # which theme has most is asked of all themes
        groups = {_SAME_GROUP[key] for key in query.group_by}
        changed = tuple(c for c in changed if c in filters or refining.dimension(c) not in groups or isinstance(c, Not))
    members = tuple(c for c in filters if isinstance(c, PersonIs))
    if how in ("replace", "bare") and members and members == filters and not m.found(changed):
        return Step(Query(filters=filters))  # "en de motie Aartsen?" is one of its own
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
    elif before.ask == "count" and how == "only" and m.message.rstrip().endswith("?") and not _LISTS.match(m.plain):
        pass  # "en alleen OCW?" asks for a number again
    elif how in ("narrow", "only", "drop", "add") and not (before.ask == "groups" and not _LISTS.match(m.plain)):
        result = replace(result, ask="list", share=(), group_by=(), extreme=None, field=None)
    elif before.group_by and _LISTS.match(m.plain):
        result = replace(result, ask="list", group_by=(), extreme=None, share=())
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


def _as_well(m: Moment, filters: refining.Filters) -> bool:
    """Whether a message asks which of the list are of a ministry too, also where none is: "welke ook van OCW?"."""
    owned = any(isinstance(c, Owners) for c in filters) and all(isinstance(c, Owners | MinistryCount) for c in filters)
    held = any(isinstance(c, Owners) for c in m.base_query.filters)
    chooses = WHICH.match(m.plain) is not None or _ARE_THERE.match(m.plain) is not None
    return owned and held and chooses and _TOO.search(m.plain) is not None


def _joins_in(m: Moment, filters: refining.Filters) -> bool:
    """Whether a ministry is said to take part, which is not alone: "en waar doet SZW aan mee?" after "alleen van OCW"."""
    return any(isinstance(c, Owners) and c.mode == "any" for c in filters) and _TAKES_PART.search(m.plain) is not None


def leaves_out(m: Moment, words: str, filters: refining.Filters) -> bool:
    """Whether the words leave out what they name: "zonder de gedeelde", and not "niet meer in uitvoering"."""
    match = _LEAVES_OUT.match(cues.plain(words))
    return match is not None and set(filters) <= set(m.read(cues.plain(words)[match.end() :]).query.filters)


def _only_filters(m: Moment, how: str, query: Query) -> bool:
    """Whether a bare message is nothing but conditions: "bij JenV?" asks of another one what was asked before."""
    return how == "bare" and bool(query.filters) and query.ask == "list" and WHICH.match(m.plain) is None


def _asks_for_rows(m: Moment, query: Query) -> bool:
    """Whether a message after a ranking asks for rows in full: "en wat is er bij Arbeid over de deadline?"."""
    told = len(refining.dimensions(query.filters)) > 1 or _ROWS.match(m.plain) is not None
    return told and query.extreme is None and query.ask == "list" and _LISTS.match(m.plain) is not None


def _opposite(condition: Filter) -> Filter:
    return condition.condition if isinstance(condition, Not) else Not(condition)


def once_more(m: Moment, filters: refining.Filters) -> bool:
    """Whether "alleen van JenV" follows on "alleen van VWS": another choice, and not both."""
    if m.base is not m.last or cues.cue("only", m.last.question) is None:
        return False
    chosen = m.read(m.last.question).query.filters
    if any(isinstance(c, Not) for c in filters):  # "en daarvan zonder OCW"
        return False
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
        ids = among(m, described, near_only=cues.POINTING.search(m.plain) is not None) if query.topic else ()
        if ids and not query.filters and not set(ids) & set(m.base.shown) and _ASKS_OF_ONE.search(m.plain):
            return asked_about(m, ids, m.message)  # "hoeveel kost dat plan?" of one that an earlier list showed
        if query.filters:
            keep = refining.narrowed(m.base_query.filters, query.filters)
            if query.topic and not _says_about(
                m, words, query.topic
            ):  # not understood: named, and nothing picked by it
                return Step(replace(m.base_query, filters=keep), m.base, ignored=(query.topic,))
            if query.topic and not ids and m.base_query.topic is None:
                return Step(replace(m.base_query, filters=keep, topic=query.topic, ask="list", group_by=()))
            return Step(replace(m.base_query, filters=refining.narrowed(keep, (Ids(ids),)) if ids else keep), m.base)
        if not ids:
            return None
        kept = m.base_query
        if kept.ask == "count" and query.ask == "list" and _ONES.match(m.plain):  # "welke daarvan", after a number
            kept = replace(kept, ask="list")
        return Step(replace(kept, filters=refining.narrowed(kept.filters, (Ids(ids),))), m.base)
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


def _says_about(m: Moment, words: str, topic: str) -> bool:
    """Whether words that are no filter tell what the measures are about: behind "over" or its like, or in a title."""
    plain, about = cues.plain(words), cues.plain(topic)
    before = plain[: plain.find(about)].split() if about in plain else []
    led = any(word in word_sets("about")["leads"] for word in before[-_LEAD:] + about.split()[:1])
    shown = [m.measures[i] for i in m.base.shown if i in m.measures]
    return led or before == [] or bool(pointing.best(about, shown, titles=True))


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


def listed(m: Moment, filters: refining.Filters) -> Step:
    """The list with other conditions; numbers per group stay numbers per group."""
    query = replace(m.base_query, filters=filters)
    if query.ask == "count" and m.message.rstrip().endswith("?"):
        return Step(query, m.base)
    if query.ask not in ("list", "groups") and not (query.ask == "rank" and query.group_by):
        query = replace(query, ask="list", share=(), group_by=(), extreme=None, field=None)
    return Step(query, m.base)
