"""Rules by which a message turns from the measure on the table to another that it names or describes itself.

"En dat onderzoek onder mbo-docenten, hoe staat het daarmee?", "En zwangerschapsverlof voor transmannen, wie regelt
dat?", "en voor die van Aartsen?", "geldt dat ook voor de regenboogsteden?".
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from collections.abc import Callable
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import asked_about, bare_field, detail_of, is_state_alone, is_status_of_it, shown_as
from app.dialogue.measures.meant import is_unknown, meant, named_in_part, tables_of, telling
from app.dialogue.measures.naming import beside_called
from app.dialogue.moment import ASKS, IN_FRONT, Moment, Problem, Step
from app.filters import KindIs, Overdue, PersonIs, StatusIn
from app.query import FieldName, Query
from index.words import content_words
from ingest.records import Measure

_PREPOSITION = r"(?:aan|bij|binnen|door|in|inzake|met|naar|om|omtrent|onder|op|over|rond|rondom|tegen|tussen|uit|van|voor|waarin|waarbij|waarmee)"
_OF_LIST = re.compile(
    r"\bmaatregelen\b|\b(?:andere?|overige|nog meer|verder)\b|^(?:en |maar |of )*(?:welke?|hoeveel) (?!is |was |ministerie|departement|minister)"
)
_LEAD = r"^(?:(?:en|maar|of|dus|nou|dan|ok[e]|ja|nee) |,)*"
_SAME = re.compile(
    rf"{_LEAD}(?:(?:hoe (?:zit|is|staat) (?:het|dat)|wat is (?:het|dat)|geldt (?:dat|hetzelfde|dit)|is (?:dat|dit|het)|loopt (?:dat|het)|zelfde vraag|dezelfde vraag|hetzelfde|idem)(?: (?:ook|dan|eigenlijk|zo))* (?=(?:voor|bij|van|over|met|in) ))?(?:(?:voor|bij|van|over|met|in) )?(?P<x>(?:(?:de|het|die|dat) )?[^,:;?]+?)(?: (?:dan|ook|ook zo|zo|zelf|hetzelfde|net zo|idem|precies|eigenlijk))*$"
)
_HOW_ABOUT = re.compile(rf"{_LEAD}hoe (?:zit|is) (?:het|dat) (?:dan )?met ")
_OR_ELSE = re.compile(
    r",? of (?:heeft|loopt|is|tot wanneer|wanneer|geldt|eindigt|duurt|staat|ligt)\b.*$"
)  # "geldt dat ook voor X, of loopt dat langer?"
_OF_YEAR = re.compile(
    rf"{_LEAD}(?:dat|die|het|de) (?:uit|van|in) (?P<year>(?:19|20)\d\d)(?: dan)?(?:[,:] ?(?P<tail>.+))?$"
)
_THAT_WITH = re.compile(rf"\b(?:die|dat|deze) {_PREPOSITION} .+$")
_THAT_OF_YEAR = re.compile(
    r"\b(?:dat|die|degene|het (?:onderzoek|overzicht|project|programma|plan)|de (?:maatregel|motie|pilot|monitor|verkenning)) (?:uit|van|in|met|voor) (?P<year>(?:19|20)\d\d)\b"
)
_TELLS_YEAR: tuple[Callable[[Measure], str], ...] = (
    lambda x: x.title,
    lambda x: x.deadline.text,
    lambda x: " ".join(re.findall(r"\b[Ii]n ((?:19|20)\d\d)\b", x.explanation)),
    lambda x: x.explanation,
)
_ASKS_AT_ALL = re.compile(
    rf"^(?:(?:en|of) )?(?:{_PREPOSITION} )?(?:(?:de|het) hoeveelste|hoe\w*|wie|waarom|wanneer|welke?|wat (?!doet het|doen we|wordt|gebeurt|is er|zijn er))\b"
)
_PRONOUN = re.compile(r"\b(?:die|dat|deze|dit|hij)\b(?! (?:kabinet|ministerie))")
_MOST_WORDS = 9
_IN_TITLE = 0.75  # the share of the words that must stand in a title of the list


@lru_cache(maxsize=1)
def _things() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is called by a noun and described, and the "andere" before such a noun."""
    nouns = "|".join(sorted(cues.word_set("called"), key=len, reverse=True))
    thing = rf"\b(?P<that>die|dat|deze|dit|de|het) (?:(?!ene\b)\w+e )?(?P<noun>{nouns}),? (?P<clause>{_PREPOSITION} [^,:;?]+)"
    other = rf" andere (?=(?:{nouns}),? (?:{_PREPOSITION} \w|[a-z]+ (?:en|voor|van) ))"
    return re.compile(thing), re.compile(other)


def of_person(m: Moment) -> Step | Problem | None:
    """The message "en voor die van Aartsen?" after one was told, or where the list has none: of the one that person put in."""
    if _OF_LIST.search(m.plain) or not m.base.shown:
        return None
    asked = fieldwords.asked_field(m.plain)
    parts = (m.message, IN_FRONT.split(m.message, maxsplit=1)[0], *([asked.rest] if asked is not None else []))
    query = next((q for q in (m.read(part).query for part in parts) if _names_person(q)), Query())
    people = tuple(c for c in query.filters if isinstance(c, PersonIs))
    if (
        not people
        or query.target
        or not all(isinstance(c, PersonIs | KindIs) or _is_state(m, c) for c in query.filters)
    ):
        return None
    names = tuple(PersonIs(c.name) for c in people)
    field = _field_asked(m)
    same = _SAME.match(m.plain)
    bare = same is not None and field is None and not ASKS.match(same["x"])
    if not bare and field is None and cues.cue("tell", m.message) is None:
        return None
    seen = tuple(dict.fromkeys(i for turn in reversed(m.conversation.turns) for i in turn.shown))
    everywhere = m.course.ids(Query(filters=(*(c for c in query.filters if isinstance(c, PersonIs | KindIs)),)))
    everywhere = everywhere or m.course.ids(Query(filters=names))
    near = tuple(i for i in everywhere if i in m.base.shown)
    if bare and not m.last.pointed and near:
        return None  # of a list it chooses
    ids = next((x for x in (tuple(i for i in everywhere if i in seen), everywhere) if x), ())
    if len(ids) != 1:
        return None
    return m.about(ids, field or (_carried(m) if bare else "all"))


def _names_person(query: Query) -> bool:
    return any(isinstance(c, PersonIs) for c in query.filters)


def _is_state(m: Moment, condition: object) -> bool:
    """Whether a condition is what a question of status was read as: "is die van Aartsen al af?"."""
    return isinstance(condition, StatusIn | Overdue) and (
        ASKS.match(m.plain) is not None or len(IN_FRONT.split(m.message)) > 1
    )


def _field_asked(m: Moment) -> FieldName | None:
    asked = fieldwords.asked_field(m.plain)
    parts = [cues.plain(part) for part in IN_FRONT.split(m.message, maxsplit=1)]
    if asked is None and len(parts) > 1 and is_status_of_it(parts[1]):
        return "status"
    return asked.field if asked is not None else None


def _carried(m: Moment) -> FieldName:
    """The field that was asked of the one before, of which the same is asked now."""
    return (m.last.field if m.last.pointed else None) or "all"


def thing_described(m: Moment) -> Step | Problem | None:
    """The messages "en dat onderzoek onder mbo-docenten?", "wie deed het onderzoek naar algoritmes?": one that is called and described."""
    thing, other = _things()
    plain = other.sub(" ", m.plain)
    without = m.last.focus if plain != m.plain else ()
    match = thing.search(plain)
    if match is None or _OF_LIST.search(plain) or cues.ordinal(m.message) is not None:
        return None
    query = m.read(match["clause"]).query
    if any(isinstance(c, PersonIs) for c in query.filters) or query.target:
        return None
    ids = meant(m.course, match["clause"], match["noun"], tables=tables_of(m), without=without)
    if not ids and not without:
        titles = [m.measures[i] for i in m.last.focus if i in m.measures]
        one = len(titles) == 1 and pointing.best(match["noun"], titles, titles=True)
        vague = not telling(match["clause"]) or query.topic is None or is_unknown(m.course, match["clause"])
        ids = m.last.focus if one and vague else ()
    if not ids:
        return None
    clause = match["clause"]
    tail = " ".join(word for word in _after(clause))
    words = f"{plain[: match.start()]}die {tail}{plain[match.end() :]}"
    return asked_of_them(m, ids, words)


def _after(clause: str) -> list[str]:
    """The words at the end of a clause that belong to the question around it: "naar pesten [al klaar]"."""
    words = clause.split()
    n = len(words)
    while n > 1 and cues.says_little(words[n - 1]):
        n -= 1
    return words[n:]


def asked_of_them(m: Moment, ids: tuple[str, ...], words: str) -> Step:
    """What words with a pronoun in them ask of measures; the field of the turn before where they ask nothing."""
    plain = cues.plain(words)
    tail = re.sub(
        rf"{_LEAD}(?:(?:met|over|van|bij|voor) )?die ?(?:[,:] ?| (?=hoe|wat|wie|waar|wanneer|tot |is |loopt |van ))",
        "",
        plain,
    )
    said = re.sub(rf"{_LEAD}(?:(?:met|over|van|bij|voor) )?die$", "", plain)
    if not said:
        return m.about(ids, _carried(m))
    asked = fieldwords.asked_field(tail)
    if (
        bare_field(tail) is None
        and not is_status_of_it(tail)
        and not is_state_alone(tail)
        and asked is not None
        and not asked.rest
    ):
        return m.about(ids, asked.field)
    return asked_about(m, ids, tail)


def named_in_front(m: Moment) -> Step | Problem | None:
    """The message "en zwangerschapsverlof voor transmannen, wie regelt dat?": what is asked is said of what stands in front."""
    head, *behind = IN_FRONT.split(m.message, maxsplit=1)
    tail = cues.plain(behind[0]) if behind else ""
    if (
        not tail
        or not (_asks_of_it(tail) or _asks_detail_of_it(tail))
        or ASKS.match(cues.plain(head))
        or _OF_LIST.search(m.plain)
    ):
        return None
    if pointing.description(head) is not None:
        return None  # "die voor de eilanden, van wie is die?": of the list, by what its measures say
    words = re.sub(rf"{_LEAD}(?:(?:nog|over|bij|met|voor|van|wat betreft) )*", "", cues.plain(head))
    if not _names_something(m, words):
        ids = _shown_so_called(m, words)
        return asked_of_them(m, ids, f"die, {tail}") if ids else None
    ids = meant(m.course, words, tables=tables_of(m)) or _shown_there(m, words)
    return asked_of_them(m, ids, f"die, {tail}") if ids else None


def _shown_there(m: Moment, words: str) -> tuple[str, ...]:
    """The one of a list whose title and heading together have the words: "Caribische, wie gaat daarover?"."""
    wanted = content_words(words)
    for turn in reversed(m.conversation.turns):
        shown = [i for i in turn.shown if i in m.measures]
        places = {i: f"{m.measures[i].title} {m.measures[i].heading}" for i in shown}
        having = tuple(i for i in shown if wanted and all(pointing.found_in(w, places[i]) == 1 for w in wanted))
        if having:
            return having if len(having) == 1 else ()
    return ()


def _shown_so_called(m: Moment, words: str) -> tuple[str, ...]:
    """The one that was shown of a kind, where a kind is all that is named: "die motie"."""
    article, _, noun = words.partition(" ")
    if article not in ("die", "dat", "de", "het") or noun not in cues.word_set("called"):
        return ()
    ids = shown_as(m, noun, near_only=False)
    return ids if len(ids) == 1 else ()


def _asks_of_it(tail: str) -> bool:
    """Whether a clause asks something of one thing that it names by no more than a pronoun."""
    if bare_field(tail) is not None or is_status_of_it(tail) or is_state_alone(tail, begun=True):
        return True
    asked = fieldwords.asked_field(tail)
    return asked is not None and not telling(asked.rest)


def _asks_detail_of_it(tail: str) -> bool:
    """Whether a clause asks a detail of what it names by a pronoun: "voor de hoeveelste keer is dat?"."""
    return _ASKS_AT_ALL.match(tail) is not None and _PRONOUN.search(tail) is not None


def _names_something(m: Moment, words: str) -> bool:
    """Whether words hold no condition and name a thing, as "de schrijfwijzer" does and "de uitkomsten" do not."""
    if not telling(words) or len(words.split()) > _MOST_WORDS or cues.ordinal(words) is not None:
        return False
    query = m.read(words).query
    if (
        query.target
        or query.group_by
        or query.as_of is not None
        or query.extreme is not None
        or query.limit is not None
    ):
        return False
    return query.topic is not None and all(isinstance(c, KindIs) for c in query.filters)


def field_of_another(m: Moment) -> Step | Problem | None:
    """The message "van wie was het transitieverlof?" after another was told: a field of what an article stands before."""
    asked = fieldwords.asked_field(m.plain)
    if asked is None or not asked.rest or _OF_LIST.search(m.plain) or not (m.last.pointed or m.last.focus):
        return None
    if pointing.description(IN_FRONT.split(m.message, maxsplit=1)[0]) is not None:
        return None
    within = _THAT_WITH.search(m.plain)
    listed = _of_the_list(m, within.group()) if within else ()
    if listed:
        return m.about(listed, asked.field)
    first = re.escape(asked.rest.split()[0])
    named = re.search(rf"\b(?:de|het|die|dat) {first}\b", m.plain) or _called_by_name(m, first)
    shown = [m.measures[i] for i in m.last.focus if i in m.measures]
    if named is None or not _names_something(m, asked.rest):
        return None
    if pointing.carrying(asked.rest, shown) and not named_in_part(m.course, asked.rest):
        return None
    ids = meant(m.course, asked.rest, tables=tables_of(m))
    return m.about(ids, asked.field) if ids and ids != m.last.focus else None


def _called_by_name(m: Moment, first: str) -> re.Match[str] | None:
    """Where what it is called stands before a name: "het programma Veilige Steden"."""
    nouns = "|".join(sorted(cues.word_set("called"), key=len, reverse=True))
    return re.search(rf"\b(?:de|het|die|dat) (?:{nouns}) {first}\b", m.plain)


def of_year(m: Moment) -> Step | Problem | None:
    """The message "en dat uit 2023?" after one of a list was told: the other of the list whose text has the year."""
    match = _OF_YEAR.match(m.plain)
    whole = pointing.last_list(m.conversation)
    if match is None and whole is not None:
        return _asked_of_year(m, whole.shown)
    if match is None or not m.last.pointed or len(m.last.focus) != 1 or whole is None:
        return None
    others = [i for i in whole.shown if i not in m.last.focus and i in m.measures]
    having = tuple(i for i in others if re.search(rf"\b{match['year']}\b", m.measures[i].explanation))
    if len(having) > 1:  # "het onderzoek uit 2022", "en dat uit 2023?": called as the one before
        said = content_words(m.last.question)
        nouns = [word for word in said if pointing.best(word, [m.measures[m.last.focus[0]]], titles=True)]
        having = tuple(i for i in having if pointing.best(" ".join(nouns), [m.measures[i]], titles=True))
    return asked_of_them(m, having, f"die, {match['tail']}" if match["tail"] else "die") if len(having) == 1 else None


def _of_the_list(m: Moment, words: str) -> tuple[str, ...]:
    """The one other measure of the list at hand that "die in de techniek" describes: by its title, else by its text."""
    said = pointing.description(words) if words.startswith(("die ", "dat ", "deze ")) else None
    whole = pointing.last_list(m.conversation)
    if said is None or whole is None or not set(m.last.focus) < set(whole.shown):
        return ()
    others = [m.measures[i] for i in (m.base.shown if m.base.is_list else whole.shown) if i not in m.last.focus]
    for having in (pointing.best(said, others, _IN_TITLE, titles=True), pointing.carrying(said, others)):
        if len(having) == 1:
            return tuple(i for i, x in m.measures.items() if x is having[0])
    return ()


def _asked_of_year(m: Moment, shown: tuple[str, ...]) -> Step | None:
    """The message "wie heeft dat van 2023 uitgevoerd?" of a list: of the one that is of that year, by title, planning or text."""
    match = _THAT_OF_YEAR.search(m.plain)
    if match is None or len(shown) <= 1 or _OF_LIST.search(m.plain):
        return None
    words = f"{m.plain[: match.start()]}die{m.plain[match.end() :]}"
    field = bare_field(words) or ("status" if is_status_of_it(words) else None)
    if field is None:
        return None
    among = [i for i in shown if i in m.measures]
    for said in _TELLS_YEAR:
        having = [i for i in among if match["year"] in said(m.measures[i])]
        if len(having) == 1:
            return m.about((having[0],), field)
    return None


def same_of_another(m: Moment) -> Step | Problem | None:
    """The messages "en de schrijfwijzer?", "geldt dat ook voor de regenboogsteden?": the same field, of another."""
    plain = _OR_ELSE.sub("", m.plain)
    match = _SAME.match(plain)
    told = (m.last.pointed and m.last.field) or _HOW_ABOUT.match(m.plain)
    if match is None or not told or len(m.last.focus) != 1 or _OF_LIST.search(m.plain):
        return None
    if ASKS.match(match["x"]) or fieldwords.asked_field(plain) is not None or bare_field(plain) is not None:
        return None
    words = re.sub(r"^(?:de|het|die|dat) ", "", match["x"])
    beside = beside_called(m, words) if words != m.plain else ()  # "en de provincies?" after the cities
    if beside:
        return m.about(beside, _carried(m))
    if words in fieldwords.table()["details"]["nouns"] and m.plain.startswith("en "):
        return detail_of(m, m.last.focus)
    listed = _of_the_list(m, match["x"])
    if listed:
        return m.about(listed, _carried(m))
    if not _names_something(m, words):
        return None
    ids = meant(m.course, words, tables=tables_of(m), without=m.last.focus)
    if not ids and pointing.carrying(words, [x for i, x in m.measures.items() if i in m.last.focus]):
        return detail_of(m, m.last.focus)  # "en de KNVB?"
    return m.about(ids, _carried(m)) if ids else None
