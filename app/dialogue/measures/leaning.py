"""Rules for a message that no other rule took and that does not stand by itself: it leans on what is on the table.

Of one measure it asks a detail; of several, a word that some of them carry and others do not picks those.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.lists import refining
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import detail_of, names_another
from app.dialogue.measures.meant import LIKELY
from app.dialogue.moment import ASKS, NOUN, WHICH, Moment, Problem, Step
from app.filters import GovernmentWide, Headings, Ids, Owners, StatusIn, Themes
from app.query import Ask, Order, Query
from index.words import content_words

_FINITE = re.compile(
    r"^(?:worden|werden|zijn|waren|hebben|hadden|moeten|kunnen|gaan|zullen|krijgen|lopen|staan|vallen)$"
)
READY = 4  # the status code of what is done
_ASKS_WITHIN = re.compile(
    r"^(?:en |maar |of |dus |nou |ok[e] )*(?:(?:van|door|bij|met|voor|aan|in|op|sinds|vanaf|tot|over|onder|uit|naar|per|om|rond|tegen|binnen|via|langs|middels|namens|achter|tijdens|vanuit|dankzij|volgens|ten behoeve van|buiten|naast|zonder|na|tussen) )?(?:wat|wie|waar\w*|wanneer|waarom|hoe|hoeveel|welke?)\b"
    r"|^\w+ \w+ (?:van|door|met) welke? \w+ \w"
)
_MENTIONS = re.compile(r"^(?:en |maar |of )*(?:noemt|noemen|vermeldt|geeft|zegt|staat er|staan er) ")
_WHAT_IS_DONE = re.compile(
    r"^(?:en |maar |of )*wat (?:is|was|werd|wordt|hebben ze|heeft men) (?:er|daar|toen|dan)(?: (?:er|dan|nou|precies|eigenlijk|allemaal|toen|concreet))* (?:ge|be|ver|ont|her|onder)\w+[dtn](?: worden)?$"
)
_THERE = re.compile(
    r"\bdaar\b|\b(?:erin|eraan|erbij|ermee|erover|ervoor|ervan|erop|ertegen|eruit|eronder|erheen|daarheen|hierheen|daarnaartoe|ernaartoe|ernaar)\b"
)
_PARTED = re.compile(
    r"(?<!die )(?<!dat )(?<!wie )\b(?:er|daar)\b(?: (?!de |het |een )\w+)*? (?:in|aan|bij|mee|over|voor|van|op|tegen|uit|onder|toe|om|naartoe|heen)(?P<after>(?: \w+){0,2})$"
)
_SUBJECT = re.compile(
    r"\b(?:is|was|werd|wordt|heeft|had|gaat|ging|kwam|komt|kreeg|krijgt|loopt|liep|moet|moest|zal|zou|kan|kon|geldt|gold|staat|stond|deed|doet|begon|begint|kost|kostte|duurt|leidt|leidde|viel|valt|werkt|werkte|zijn|waren|bleek|blijkt) (?P<it>het|dat|die|dit|deze|hij|ze)(?P<after> \w+)?"
)
_WEAK = re.compile(r"\b(?:er|het|dat|die|dit|deze)\b")
_OF_SEVERAL = re.compile(
    r"\b(?:welke?|hoeveel)(?: er)? (?:daarvan|ervan|hiervan|van (?:die|deze))\b|^(?:en |maar )*welke? (?:is|zijn|was|waren)\b"
)
_LOOSELY = re.compile(r"\b(?:die|dat|deze|dit|dan|daar\w*|er|ze|zij|hij|hun|eigenlijk)\b")
_WHAT_WITH_IT = re.compile(
    r"^(?:en |maar |of |dus )*(?:wat|hoe|waarom)\b(?! (?:is|zijn)\b).*\b(?:(?:daar|er|hier)(?:mee|aan|voor|tegen|over|op|bij)|(?:daar|er|hier) (?:\w+ )*(?:mee|aan|voor|tegen|op))\b"
)
_FEW_TOLD = 3  # of so many that were told one by one
_STANDS_WITH = re.compile(
    r"^(?:en |maar |of )*(?:staat|staan|zit|zitten|hoort|horen) (?:er|daar|hier) (?:(?:ook|nog|al|soms|misschien|toevallig|eigenlijk) )*(?:een|iets|geen|ook)(?: over| van)?(?: (?:de|het|een))? (?P<x>[a-z-]+)(?: (?:er|daar))?(?: ?(?:bij|in|over|aan|daarbij|erbij|genoemd|vermeld))*$"
)
A_FEW = 5  # of more measures on the table no detail is asked
_OF_KNOWN = re.compile(r"\b(?:het|dat|die|de|deze|dit|welke?) (?P<x>[a-z-]{3,})\b")
_NAMES = (Owners, GovernmentWide, Themes, Headings)
_WHO_JOINS = re.compile(
    r"^(?:en |maar |of )*welke (?!maatregelen|ministeries|departementen|ministers|acties)[a-z-]{3,} (?:doen|doet|werken|werkt|betalen|betaalt|helpen|praten|denken|zitten|zijn) (?:(?:er|daar|hier|allemaal|ook|nog|eigenlijk|aan|in) )*(?:mee|bij|aan|betrokken)$"
    r"|^(?:en |maar |of )*wie (?:(?:er|allemaal|ook|nog) )*\w+[dt] (?:(?:er|daar|hier|allemaal|ook|nog|aan|in) )*(?:mee|bij|voor|op|uit|in|aan)(?: (?:nog|ook|allemaal))*$"
)  # "wie betaald mee": no more than a verb, well or badly spelt
_LIST_RELATIVE = re.compile(
    r"^(?:en |maar |of |nou |dan |nu )*(?:(?:aan|bij|in|van|voor|met|over|onder|op|uit|door|tegen|naar) )?welke?\b(?: (?:twee|drie|vier|vijf|zes))?"
)


def detail_of_it(m: Moment) -> Step | Problem | None:
    """The messages "hoeveel geld gaat daar in om?", "door welk bureau wordt dat geleid?": a detail of the one on the table."""
    ids = m.last.focus or m.last.shown
    if not 0 < len(ids) <= A_FEW or not (_ASKS_WITHIN.match(m.plain) or ASKS.match(m.plain)):
        return None
    query = m.read(m.message).query
    if query.target or query.as_of is not None or query.order != Order() or query.extreme is not None or query.group_by:
        parted = query.group_by and _points_at_it(m.plain)
        if not parted:
            return None
    if (NOUN.search(m.plain) and "maatregelen" in m.plain) or _OF_SEVERAL.search(m.plain):
        return None
    if any(isinstance(c, _NAMES) for c in query.filters):
        return detail_of(m, ids) if _done_with_it(m) else None
    words = content_words(query.topic or "")
    if len(ids) > 1:  # "hoeveel provincies doen daaraan mee?" of two: of those that say it
        having = pointing.carrying(" ".join(words), [m.measures[i] for i in ids if i in m.measures])
        some = tuple(i for i in ids if m.measures.get(i) in having)
        asked = _THERE.search(m.plain) and _ASKS_WITHIN.match(m.plain) and not query.filters and some
        return detail_of(m, some) if asked and not _LIST_RELATIVE.match(m.plain) else None
    of_part = _part_asked(m)
    if of_part is not None:
        rest = [word for word in words if word not in cues.word_set("part")]
        if len(rest) <= 1 and not query.filters and not _another(m, " ".join(rest), ids):
            return detail_of(m, ids)
    strong = _points_at_it(m.plain) and _ASKS_WITHIN.match(m.plain) is not None
    measure = m.measures.get(ids[0])
    carried = measure is not None and bool(words) and bool(pointing.carrying(" ".join(words), [measure]))
    if strong:
        other = names_another(m) or _another(m, query.topic or "", ids)
        return None if other and not carried else detail_of(m, ids)
    weak = _WEAK.search(m.plain) is not None and bool(_ASKS_WITHIN.match(m.plain))
    short = len(m.plain.split()) <= 3 and _ASKS_WITHIN.match(m.plain) is not None
    return detail_of(m, ids) if (weak or short) and carried and not query.filters else None


def _done_with_it(m: Moment) -> bool:
    """Whether it is asked what someone does with or about the one that was told: "wat gaat OCW daarmee doen?"."""
    return len(m.last.focus) == 1 and m.last.pointed and _WHAT_WITH_IT.match(m.plain) is not None


def detail_by_noun(m: Moment) -> Step | Problem | None:
    """The message "over hoeveel geld per jaar praten we dan?": it names a detail and no subject, so it is of the one on the table."""
    ids = m.last.focus
    asks = _ASKS_WITHIN.match(m.plain) or ASKS.match(m.plain) or _MENTIONS.match(m.plain)
    if not 0 < len(ids) <= (_FEW_TOLD if m.last.pointed else 1) or not asks or "maatregelen" in m.plain:
        return None
    query = m.read(m.message).query
    if _WHAT_IS_DONE.match(m.plain) and not query.filters and not query.target and m.last.pointed:
        return detail_of(m, ids)
    words = fieldwords.table()["details"]
    said = re.findall(r"[^\W_][\w'-]*", m.plain)
    named = [word for word in said if word in words["nouns"]]
    light = frozenset(words["beside"]) | cues.word_set("light") | frozenset(words["nouns"])
    if not named or not all(word in light or cues.says_little(word) for word in said):
        return None
    which = re.search(r"\bwelke? (?:\w+e )?(?P<noun>[\w'-]+)", m.plain)
    of_list = WHICH.match(m.plain) and which is not None and which["noun"] not in named
    return None if of_list else detail_of(m, ids)


def meant_by_meaning(m: Moment) -> Step | Problem | None:
    """The message "wat leren die agenten in opleiding dan?" of the one on the table, if it is found first by meaning."""
    ids = m.last.focus
    if len(ids) != 1 or not (_ASKS_WITHIN.match(m.plain) or ASKS.match(m.plain)) or "maatregel" in m.plain:
        return None
    if not _LOOSELY.search(m.plain) or _OF_SEVERAL.search(m.plain) or _LIST_RELATIVE.match(m.plain):
        return None
    query = m.read(m.message).query
    if query.topic is None or query.target or query.filters or query.ask not in ("list", "detail"):
        return None
    found = m.course.strongest(query.topic)
    return detail_of(m, ids) if found and found[0][1] >= LIKELY and found[0][0] == ids[0] else None


def stands_with(m: Moment) -> Step | Problem | None:
    """The message "staat er een bedrag bij?" of one or a few: what their text says of it."""
    match = _STANDS_WITH.match(m.plain)
    ids = m.last.focus or m.last.shown
    if match is None or not 0 < len(ids) <= A_FEW:
        return None
    thing = (
        len(m.last.focus) == 1 and m.last.pointed and match["x"] in cues.word_set("called")
    )  # "hoort daar een campagne bij?"
    if not thing and match["x"] not in fieldwords.table()["details"]["nouns"]:
        return None
    return detail_of(m, ids)


def who_joins(m: Moment) -> Step | Problem | None:
    """The message "wie betaald mee": asked of the one on the table, as it names nothing else."""
    one = len(m.last.focus) == 1 and m.last.pointed
    return detail_of(m, m.last.focus) if one and _WHO_JOINS.match(m.plain) else None


def mentioned(m: Moment) -> Step | Problem | None:
    """The message "noemt het rapport een bedrag?" of the one that was told: asked of it, and not of the document."""
    return detail_by_noun(m) if m.last.pointed and _MENTIONS.match(m.plain) else None


def _points_at_it(plain: str) -> bool:
    """Whether a question points at one thing: "daar", "er ... over nemen", "is het gegaan"; not at "het kabinet"."""
    if _THERE.search(plain):
        return True
    parted = _PARTED.search(plain)
    if parted and all(cues.says_little(word) for word in parted["after"].split()):
        return True
    return any(
        match["it"] != "het" or cues.says_little((match["after"] or "").strip()) for match in _SUBJECT.finditer(plain)
    )


def _part_asked(m: Moment) -> str | None:
    """The thing of a measure that is asked about, as one that is known: "hoe heet het bureau?", "dat rapport"."""
    found = _OF_KNOWN.finditer(m.plain) if _ASKS_WITHIN.match(m.plain) else ()
    return next((match["x"] for match in found if match["x"] in cues.word_set("part")), None)


def _another(m: Moment, words: str, ids: tuple[str, ...]) -> bool:
    """Whether words name another measure than the ones on the table by its title."""
    named = m.course.named(words) if words else ()
    return bool(named) and not set(named) & set(ids)


def _which_of_them(plain: str) -> bool:
    """Whether "welke" stands before a verb and asks which of the list: "welke noemt ...", not "welke landen ..."."""
    match = _LIST_RELATIVE.match(plain)
    after = plain[match.end() :].split() if match else []
    if len(after) > 1 and after[0] not in cues.word_set("light") and _FINITE.match(after[1]):
        return False  # "welke besluiten worden doorgeschoven": a noun, although a verb has its form
    return bool(after) and (
        cues.says_little(after[0]) or after[0].endswith("t") or after[0] in cues.word_set("mention")
    )


def picked(m: Moment) -> Step | Problem | None:
    """The messages "welke is al aangenomen?", "aan welke betaalt Rotterdam mee?": those of the list in which it stands."""
    back = cues.points_back(m.message)
    which = WHICH.match(m.plain) is not None and "maatregel" not in m.plain and _which_of_them(m.plain)
    if not (back or which):
        return None
    turn = m.base if len(m.base.shown) > 1 else pointing.last_list(m.conversation)
    if turn is None or len(turn.shown) <= 1:
        return None
    query = m.read(m.message).query
    if query.topic is None or query.target:
        return None
    said = content_words(cues.POINTING.sub(" ", query.topic))
    words = " ".join(word for word in said if word not in cues.word_set("mention"))
    if not words:
        return None
    m.base = turn
    kept = m.base_query
    ask: Ask = "count" if query.ask == "count" else "list"
    filters = refining.narrowed(kept.filters, query.filters)
    shown = [m.measures[i] for i in turn.shown if i in m.measures]
    known = [word for word in words.split() if pointing.carrying(word, shown)]
    unknown = tuple(word for word in words.split() if word not in known) if known else ()
    explicit = cues.POINTING.search(m.plain) is not None
    if unknown and not explicit and not all(word.endswith("t") or cues.says_little(word) for word in unknown):
        return None
    having = pointing.carrying(" ".join(known), shown)
    ids = tuple(i for i in turn.shown if m.measures.get(i) in having)
    if not ids and not query.filters and set(content_words(words)) <= cues.word_set("done"):
        filters = refining.narrowed(filters, (StatusIn((READY,)),))
        words = ""
    if not ids and words and not query.filters:  # "daarvan" is of the list, also where none of it says so
        return Step(Query(ask=ask, topic=words, filters=(Ids(turn.shown),))) if explicit else None
    if ids:
        filters = refining.narrowed(filters, (Ids(ids),))
    ignored = unknown if ids or not words else (words,)
    if not m.found(filters):
        return None
    return Step(replace(kept, ask=ask, filters=filters, group_by=(), extreme=None, share=(), field=None), turn, ignored)
