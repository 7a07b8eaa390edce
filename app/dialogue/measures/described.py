"""Rules by which a message asks something of a measure that it describes itself: "de nieuwe vergoeding, wanneer komt die?".

The words that say neither what is asked nor nothing describe the measure. After "die", "dat" they may describe it
loosely, by its text or its meaning; after "de", "het" they must stand in its title, because a new question begins so too.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.lists import refining
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.another import asked_of_them
from app.dialogue.measures.asking import asked_about, detail_of, shown_as
from app.dialogue.measures.naming import among, beside_called, described_in_lists
from app.dialogue.moment import ASKS, IN_FRONT, NOUN, Moment, Problem, Step
from app.filters import KindIs, PersonIs
from app.query import Query
from index.words import content_words
from index.words import words as all_words
from ingest.records import Measure

SURE = 0.75  # the share of what is described by "de", "het" that must stand in a title
_FAR = 0.9  # the same in a list that was shown earlier
_POINTER = r"\b(?:die|dat|deze|dit)(?: (?:andere|nieuwe|ene|laatste|eerdere))?(?: (?:maatregel|programma|project|plan|onderzoek|motie|pilot|actie|punt|regeling|traject|initiatief|aanpak|voorstel|wetsvoorstel|monitor))?(?: (?:met|over|voor|naar|van|rond|rondom|tegen|in|bij|om|op|de|het|een))* "
_BELONGS = re.compile(
    r"^(?:en |maar |of |nou |dan )*(?:(?:van|voor|bij|over|met) )?(?:de|het|die|dat) (?:(?:bijbehorende|bijhorende) (?P<y>[a-z-]{4,})|(?P<x>[a-z-]{4,})(?:(?: die| dat)? (?:er|daar|hier) ?(?:bij|aan|van)(?: hoort| horen| zit| vastzit| gekoppeld is)?)?)(?P<tail>[ ,:].*)?$"
)
_BELONGING = re.compile(
    r"\b(?:de|het|die|dat) (?:(?:bijbehorende|bijhorende|daarbij ?behorende|erbij ?horende|daaraan gekoppelde|aanpalende|begeleidende) (?P<y>[a-z-]{4,})|(?P<x>(?!maatregel)[a-z-]{4,})(?: die| dat| welke)? (?:er|daar|hier) ?(?:bij|aan|naast|mee|onder)(?:(?: (?:is|zit) gekoppeld| (?:be)?hoort| (?:be)?horen| zit| vastzit| vast zit| hangt| is gekoppeld| gekoppeld is| is verbonden| verbonden is| verbonden| gekoppeld| samenhangt| (?:be)?horende?| staat)(?= |,|:|$)|(?=,|:|$)))"
)
_OTHERS = re.compile(r"\b(?:andere?|overige|maatregelen)\b")
_OTHER_CALLED = re.compile(
    r"^(?:en |maar |of |dan )*(?:de|het|die|dat) andere? (?P<x>[a-z-]{4,})(?:[,:] ?(?P<tail>.+)|(?: dan)?)$"
)
_CALLED_SO = re.compile(
    r"\b(?:die|dat|deze|dit) (?P<noun>programma|project|plan|onderzoek|motie|pilot|alliantie|campagne|verkenning|wet|wetsvoorstel|monitor|subsidie|akkoord|regeling)\b"
)
_A_FEW = 3
_SEVERAL = 2
_ABOUT_WHAT = re.compile(
    r"^(?:en |maar |of )*(?:waar (?:gaat|gaan|ging|draait|draait het bij) (?:de|het|die|dat) (?P<x>[a-z][\w' -]{3,40}?)(?: (?:precies|eigenlijk|dan|nou))* (?:over|om))$"
)
_THAT_ONE = re.compile(
    r"\b(?:die|dat|deze|dit) (?:maatregel|voorstel|plan|punt|actie|initiatief|project|programma|traject|ding)\b"
)
_TIED = re.compile(r"\b(?:er|daar|hier) ?(?:bij|aan|van)\b|\bbij(?:be)?horende\b")
_DESCRIBED = re.compile(
    r"(?<=\w )(?:die|dat|deze) (?:over|met|voor|via|rond|rondom|naar|tegen|bij|in|inzake) (?P<x>[^,:;?]+)$"
)
_ABOUT_ONE = re.compile(r"^(?:en |maar )*(?:waar\w*|hoe|wat) (?:loopt|is|staat|komt|gaat|kost|zit) $")
_THEREOF = re.compile(r"\b(?:daar|er|hier)(?:uit|in|van|over|mee|bij|op|aan)?\b")
_ASKS_HOW = re.compile(
    r"^(?:en |maar |of |dus |nou )*(?:(?:van|door|bij|met|voor|aan|in|op|sinds|vanaf|tot|over|uit|naar|om|rond) )?(?:hoe\w*|wat|waar\w*|waarom|wie|welk)\b"
)
_OF_THE_LIST = re.compile(
    r"^(?:en |maar |of |dus |nou )*(?:(?:wat|welke?|hoeveel|waar) (?:is|zijn|staat|staan|valt|vallen|loopt|lopen|maatregelen|er|daarvan|ervan|komt|komen|heeft|hebben)|(?:welke?|hoeveel|waar) (?:wordt|worden))\b|\b(?:andere?|overige|nog meer|verder)\b"
)
_NAMED = re.compile(
    r"\b(?P<that>die|dat|deze|dit|de|het) (?:[a-z-]+e )?(?:maatregel|programma|project|plan|onderzoek|motie|pilot|actie|punt|regeling|traject|initiatief|ene|aanpak|voorstel|wetsvoorstel) (?:met|over|voor|naar|van|rond|rondom|tegen|in|bij|om|op) (?P<x>.+)$"
)


def field_of_named(m: Moment) -> Step | Problem | None:
    """A field of a measure that the message describes: "die nieuwe vergoeding, voor wanneer staat die gepland?"."""
    asked = fieldwords.asked_field(m.plain)
    if asked is None or not asked.rest or "maatregelen" in m.plain or _OF_THE_LIST.search(m.plain):
        return None
    if _is_period(m):
        return None
    numbered = m.read(m.message).query.target
    if numbered and len(asked.rest.split()) == 1:
        return m.about(numbered, asked.field)
    person = m.read(asked.rest).query.filters
    if any(isinstance(c, PersonIs) for c in person) and all(isinstance(c, PersonIs | KindIs) for c in person):
        ids = m.course.ids(Query(filters=person))  # "hoe staat het met de motie van Bisschop?"
        return m.about(ids, asked.field) if len(ids) == 1 else None
    loosely = _points_with(m.plain, asked.rest)
    if not _may_describe(m, asked.rest):
        named = m.course.named(asked.rest) if loosely else ()  # a title may hold the name of a theme
        return m.about(named, asked.field) if len(named) == 1 else None
    ids = shown_called(m, asked.rest) or beside_called(m, asked.rest) or (among(m, asked.rest) if loosely else ())
    ids = _of_that_kind(m, ids)
    if 0 < len(ids) <= pointing_limit(m, loosely):
        return m.about(ids, asked.field)
    if ids:
        return None
    named = _anywhere(m, asked.rest) if loosely else _of_report(m, asked.rest)
    return m.about(named, asked.field) if named else None


def _of_that_kind(m: Moment, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some measures that are of the kind called so ("die motie ..."), else the only one of it that was shown."""
    called = _CALLED_SO.search(m.plain)
    kinds = tuple(c for c in m.read(called["noun"]).query.filters if isinstance(c, KindIs)) if called else ()
    if not ids or not kinds:
        return ids
    alike = set(m.course.ids(Query(filters=kinds)))
    shown = {i for turn in m.conversation.turns for i in turn.shown if i in alike}
    return tuple(i for i in ids if i in alike) or (tuple(shown) if len(shown) == 1 else ids)


def _anywhere(m: Moment, words: str) -> tuple[str, ...]:
    """The measure of the whole report that "die ..." describes: by its title, else by its meaning."""
    titled = _titled(m, words, tuple(m.measures), SURE)
    called = _CALLED_SO.search(m.plain)
    if len(titled) > 1 and called:
        titled = _titled(m, called["noun"], titled, SURE) or titled
    return titled if len(titled) == 1 else m.course.ids(Query(topic=words))[:1]


def _of_report(m: Moment, words: str) -> tuple[str, ...]:
    """The measure of the whole report that words name, where "de", "het" stands before them and it was not shown."""
    first = re.escape(words.split()[0])
    if not re.search(rf"\b(?:de|het) {first}\b", m.plain):
        return ()
    named = m.course.named(words)
    if named:
        return named
    query = m.course.fresh(m.message)
    if query.ask != "field" or query.target or query.topic is None or not cues.points_back(m.message):
        return query.target
    found = m.course.ids(Query(topic=words))
    return found[:1]


def _points_with(plain: str, words: str) -> bool:
    """Whether "die", "dat" stands before the words that describe: "die nieuwe vergoeding", not "wie heeft dat bedacht"."""
    first = re.escape(words.split()[0])
    verb = cues.says_little(words.split()[-1]) and len(words.split()) == 1
    return not verb and re.search(f"{_POINTER}{first}\\b", plain) is not None


def field_of_shown_title(m: Moment) -> Step | Problem | None:
    """The same where the words stand in the title of what is on the table: it is asked before a term or the document is."""
    asked = fieldwords.asked_field(m.plain)
    if asked is None or not asked.rest or "maatregelen" in m.plain or _OF_THE_LIST.search(m.plain):
        return None
    if _is_period(m):
        return None
    ids = _titled(m, asked.rest, m.last.focus or m.base.shown, SURE)
    return m.about(ids, asked.field) if len(ids) == 1 and _may_describe(m, asked.rest) else None


def _is_period(m: Moment) -> bool:
    """Whether a message after a list is a condition of time and nothing else: "deadline dit jaar?" chooses of it."""
    query = m.read(m.message).query
    only = bool(query.filters) and replace(query, filters=()) == Query()
    return only and not m.last.pointed and m.base.is_list and refining.dimensions(query.filters) == {"time"}


def pointing_limit(m: Moment, loosely: bool) -> int:
    """How many measures a description may mean: more than one only where it points."""
    return max(1, len(m.base.shown) - 1) if loosely else 1


def _may_describe(m: Moment, words: str) -> bool:
    """Whether words can describe a measure: they hold no condition, and are no bare name of a ministry or a year."""
    query = m.read(words).query
    if query.target or query.group_by or query.as_of is not None or query.extreme is not None:
        return False
    return query.topic is not None if all(isinstance(c, KindIs) for c in query.filters) else False


def _titled_plainly(m: Moment, words: str) -> tuple[str, ...]:
    """The one of the list whose title has words that any question may have: "die met de ministeries"."""
    whole = pointing.last_list(m.conversation)
    said = [word for word in cues.plain(words).split() if not cues.says_little(word)]
    shown = whole.shown if whole is not None and said else ()
    ids = tuple(i for i in shown if i in m.measures and set(said) <= set(all_words(m.measures[i].title)))
    return ids if len(ids) == 1 else ()


def _holds_nothing(m: Moment, words: str) -> bool:
    """Whether words name a thing that is read as no subject and no condition: "die met de ministeries"."""
    return m.read(words).query == Query()


def _is_person(m: Moment, words: str) -> bool:
    """Whether words are the name of someone: "die van Ellemeet"."""
    filters = m.read(f"de motie van {words}").query.filters
    return len(words.split()) <= _SEVERAL and any(isinstance(c, PersonIs) and c.name for c in filters)


def shown_called(m: Moment, words: str) -> tuple[str, ...]:
    """The shown measures in whose title the words stand: of what was singled out, of the list, of earlier lists."""
    for ids, least in ((m.last.focus, SURE), (m.base.shown, SURE)):
        found = _titled(m, words, ids, least)
        if found:
            return found
    for turn in reversed(m.conversation.turns):
        found = _titled(m, words, turn.shown, _FAR if turn.shown != m.base.shown else SURE)
        if found:
            return found
    return ()


def _titled(m: Moment, words: str, ids: tuple[str, ...], least: float) -> tuple[str, ...]:
    measures = [m.measures[i] for i in ids if i in m.measures]
    having = pointing.best(words, measures, least, titles=True)
    return tuple(i for i in ids if m.measures.get(i) in having)


def belonging(m: Moment) -> Step | Problem | None:
    """The message "en de monitor die erbij hoort?": the measure beside it of that name, asked the same."""
    match = _BELONGS.match(m.plain)
    focus = [m.measures[i] for i in m.last.focus if i in m.measures]
    if match is None or len(focus) != 1:
        return None
    word = match["x"] or match["y"]
    one = focus[0]
    if cues.says_little(word) or pointing.best(word, [one], SURE, titles=True):
        return None
    beside = [x for x in m.measures.values() if x.theme == one.theme and x is not one]
    found = pointing.best(word, [x for x in beside if x.heading == one.heading], SURE, titles=True)
    explicit = _TIED.search(m.plain) is not None
    if explicit:
        found = found or pointing.best(f"{word} {one.title}", beside, SURE, titles=True)
    elif found and (shown_called(m, word) or len(found) > 1):
        return None  # "en de monitor?": another that was shown
    ids = tuple(i for i, x in m.measures.items() if any(x is y for y in found))
    if len(ids) > 1:  # the one that is called after it
        alike = pointing.best(f"{word} {one.title}", [m.measures[i] for i in ids], titles=True)
        ids = tuple(i for i in ids if m.measures[i] in alike)
    asks = cues.plain(match["tail"] or "")
    if ids and ASKS.match(asks) and _THEREOF.search(asks) and fieldwords.asked_field(asks) is None:
        return detail_of(m, ids, asks)  # "en de monitor, wat bleek daaruit?"
    if not ids or (match["tail"] and not explicit and not fieldwords.asked_field(asks)):
        return None
    tail = fieldwords.asked_field(cues.plain(match["tail"] or ""))
    field = tail.field if tail else m.last.field if m.last.pointed else None
    return m.about(ids, field or "all")


def belonging_told(m: Moment) -> Step | Problem | None:
    """The messages "hoe staat het met de bijbehorende monitor?", "en de monitor die erbij hoort, loopt die nog?"."""
    match = _BELONGING.search(m.plain)
    focus = [m.measures[i] for i in m.last.focus if i in m.measures]
    if match is None or len(focus) != 1 or _OTHERS.search(m.plain):
        return None
    noun = match["x"] or match["y"]
    if fieldwords.asked_field(noun) is not None:
        return None  # "wat is de deadline daarbij?"
    ids = _beside(m, noun, focus[0])
    if not ids and (noun in fieldwords.table()["details"]["nouns"] or pointing.carrying(noun, focus)):
        return detail_of(m, m.last.focus)  # "en het bedrag dat erbij hoort?"
    return asked_of_them(m, ids, f"{m.plain[: match.start()]}die{m.plain[match.end() :]}") if ids else None


def _beside(m: Moment, word: str, one: Measure) -> tuple[str, ...]:
    """The measure of that name beside one: under the same heading, else in the same theme and called after it."""
    if cues.says_little(word) or pointing.best(word, [one], SURE, titles=True):
        return ()
    beside = [x for x in m.measures.values() if x.theme == one.theme and x is not one]
    found = pointing.best(word, [x for x in beside if x.heading == one.heading], SURE, titles=True)
    found = found or pointing.best(f"{word} {one.title}", beside, SURE, titles=True)
    if len(found) > 1:  # the one that is called after it
        found = [x for x in pointing.best(f"{word} {one.title}", found, titles=True) if x in found]
    ids = tuple(i for i, x in m.measures.items() if any(x is y for y in found))
    return ids if len(ids) == 1 else ()


def described_first(m: Moment) -> Step | Problem | None:
    """The message "die over de raden, wat houdt die in?": a shown measure in front, so that it asks after no term."""
    head, *behind = IN_FRONT.split(m.message, maxsplit=1)
    tail = behind[0] if behind else ""
    words = pointing.description(head) if tail.strip() and ASKS.match(cues.plain(tail)) else None
    if words is None or not (_may_describe(m, words) or _is_person(m, words) or _holds_nothing(m, words)):
        return None
    near = pointing.by_words(words, m.conversation, m.measures, near_only=True)
    plainly = _titled_plainly(m, words) if near is None else ()
    if plainly:
        return asked_about(m, plainly, tail)
    before = pointing.titled_before(words, near, m.conversation, m.measures) if near is not None else None
    if before is not None:
        return asked_about(m, before.ids, tail)
    if near is None or len(near.ids) == len(near.turn.shown) > 1:
        return None
    return asked_about(m, near.ids, tail)


def told_by_subject(m: Moment) -> Step | Problem | None:
    """The message "waar gaat de motie over?": of the shown measure that is called so."""
    match = _ABOUT_WHAT.match(m.plain)
    if match and len(m.last.focus) == 1 and _THAT_ONE.search(m.plain):
        return m.about(m.last.focus)
    ids = (shown_called(m, match["x"]) or shown_as(m, match["x"], near_only=True)) if match else ()
    return m.about(ids) if 0 < len(ids) <= _A_FEW else None


def other_called(m: Moment) -> Step | Problem | None:
    """The message "het andere overzicht, loopt dat nog?": of the list, the one that is called so and was not told last."""
    match = _OTHER_CALLED.match(m.plain)
    whole = pointing.last_list(m.conversation)
    if match is None or whole is None or not m.last.pointed:
        return None
    others = tuple(i for i in whole.shown if i not in m.last.focus and i in m.measures)
    ids = _titled(m, match["x"], others, SURE)
    ids = ids or tuple(i for i in others if match["x"] in m.measures[i].title.lower().split())  # "overzicht"
    if len(ids) != 1:
        return None
    return asked_about(m, ids, match["tail"]) if match["tail"] else m.about(ids, m.last.field or "all")


def detail_of_named(m: Moment) -> Step | Problem | None:
    """A detail of a shown measure that the message describes: "hoeveel miljoen voor dat project met meer uren?"."""
    if not (ASKS.match(m.plain) or _ASKS_HOW.match(m.plain)) or "maatregelen" in m.plain:
        return None
    match = _NAMED.search(m.plain)
    if match is None or not m.plain[: match.start()].strip() or not _may_describe(m, match["x"]):
        return None
    if _OF_THE_LIST.search(m.plain[: match.start()]) or fieldwords.asked_field(m.plain[: match.start()]):
        return None
    ids = among(m, match["x"]) if match["that"] not in ("de", "het") else shown_called(m, match["x"])
    return detail_of(m, ids) if len(ids) == 1 else None


def detail_of_described(m: Moment) -> Step | Problem | None:
    """The message "waarom is die over transitieverlof gestopt?": a detail of the one of the list that is described."""
    match = _DESCRIBED.search(m.plain)
    if match is None or not _ASKS_HOW.match(m.plain) or not m.base.is_list or "maatregelen" in m.plain:
        return None
    head = m.plain[: match.start()]
    if (_OF_THE_LIST.search(head) and not _ABOUT_ONE.match(head)) or fieldwords.asked_field(head):
        return None
    words = match["x"].split()
    while len(words) > 1 and (cues.says_little(words[-1]) or not _may_describe(m, " ".join(words))):
        words = words[:-1]  # "inkoop [stilligt]"
    if not _may_describe(m, " ".join(words)):
        return None
    ids = described_in_lists(m, " ".join(words))
    return detail_of(m, ids) if len(ids) == 1 else None


def detail_of_shown(m: Moment) -> Step | Problem | None:
    """A question of which one title on the table has the subject: "en wat gaat de inspectie precies doen?"."""
    if not _ASKS_HOW.match(m.plain) or _OF_THE_LIST.search(m.plain) or NOUN.search(m.plain):
        return None
    query = m.read(m.message).query
    if query.topic is None or query.target or query.filters or query.ask not in ("list", "detail"):
        return None
    details = fieldwords.table()["details"]
    empty = frozenset(details["nouns"]) | frozenset(details["beside"])
    words = " ".join(w for w in content_words(query.topic) if w not in empty and not cues.says_little(w))
    detail = any(word in details["nouns"] for word in m.plain.split())
    if not words or (len(m.base.shown) < _SEVERAL and not detail):
        return None
    ids = (_titled(m, words, m.last.focus, SURE) if detail else ()) or _titled(m, words, m.base.shown, SURE)
    return detail_of(m, ids) if len(ids) == 1 else None
