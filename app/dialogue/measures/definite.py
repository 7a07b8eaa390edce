"""The rule for a field of what a definite noun phrase names after a list: "die wetswijziging, wanneer is die klaar?".

It means first the measure of the list at hand that it describes by title or kind, then one of a list before. A list of
one measure is meant where its text has the word; by "die ...", "dat ..." also without, unless it is another's title.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import bare_field, is_state_alone, is_status_of_it
from app.dialogue.moment import IN_FRONT, Moment, Problem, Step
from app.filters import Ids, KindIs
from app.query import FieldName, Query

_PHRASE = re.compile(
    r"\b(?P<that>die|dat|deze|dit|de|het) (?P<x>(?:(?!andere )[a-z-]+e )?(?P<noun>[a-z][\w'-]{2,}))(?=[ ,:]|$)"
)
_DESCRIBED = re.compile(
    r" (?:aan|bij|binnen|door|in|inzake|met|naar|om|onder|op|over|rond|rondom|tegen|uit|van|voor|en|of|waar\w*|die|dat) "
)
_BEFORE = re.compile(
    r"^(?:(?:en|maar|of|dus|nou|dan|ok[e]|over|bij) )*(?:die ?[,:] ?|die (?=hoe|wat|wie|waar|wanneer|tot |per ))"
)
_OF_LIST = re.compile(
    r"\bmaatregelen\b|\b(?:andere?|overige|rest|nog meer|verder)\b|^(?:en |maar )*(?:welke?|hoeveel) (?!ministerie|departement|minister)"
)
_TITLED = 0.75  # the share of the words that must stand in a title
_WHOLE = 0.95  # the same of a measure that was not shown


def field_of_the_thing(m: Moment) -> Step | Problem | None:
    """A field of the measure that "die wetswijziging", "de monitor" means, where a list was shown last."""
    if (
        not m.last.shown
        or (_one_told(m) and not _in_front(m))
        or _OF_LIST.search(m.plain)
        or cues.ordinal(m.message) is not None
    ):
        return None
    if pointing.description(IN_FRONT.split(m.message, maxsplit=1)[0]) is not None:
        return None  # "die in de zorg, van wie is die?"
    for match in _PHRASE.finditer(m.plain):
        after = m.plain[match.end() :]
        if not _is_thing(match["noun"]) or (_DESCRIBED.match(after) and _clause(after)):
            continue
        field = _asked(f"{m.plain[: match.start()]}die{after}")
        ids = _thing(m, match["x"], pointing_at=match["that"] not in ("de", "het")) if field else ()
        if field and ids:
            return m.about(ids, field)
    return None


def _one_told(m: Moment) -> bool:
    """Whether one measure was told, at which "die" then points; several that were told are a list."""
    return m.last.pointed and len(m.last.focus) == 1


def _in_front(m: Moment) -> bool:
    """Whether the message names something else after one was told: "en het amendement, is dat al af?", "en wanneer ...?"."""
    named = m.plain.startswith("en ") or len(IN_FRONT.split(m.message, maxsplit=1)) > 1
    return m.base.is_list and len(m.last.focus) == 1 and named


def _clause(after: str) -> bool:
    """Whether what follows a noun describes it: "het onderzoek [naar pesten]", not "is die motie van OCW"."""
    said = re.split(r"[,:]", after)[0].split()
    return len(said) > 1


def _is_thing(noun: str) -> bool:
    """Whether a noun may name a measure, and is no field, place or word that says nothing."""
    return not cues.says_little(noun) and fieldwords.asked_field(noun) is None


def _asked(plain: str) -> FieldName | None:
    """The field that a question asks of "die" in it."""
    tail = _BEFORE.sub("", plain)
    if is_status_of_it(tail) or is_state_alone(tail, begun=True):
        return "status"
    return bare_field(tail)


def _thing(m: Moment, words: str, *, pointing_at: bool) -> tuple[str, ...]:
    """The one measure that words name: of the list at hand, of those before, or by the text of the one at hand."""
    alone = pointing_at and len(m.last.shown) == 1 and not m.last.pointed
    words = fieldwords.table()["called_otherwise"].get(words, words)
    here = _titled(m, words, m.last.shown) or _of_kind(m, words, m.last.shown)
    if _one_told(m):  # another of the list out of which one was told, by its title or kind alone
        others = tuple(i for i in m.base.shown if i not in m.last.focus)
        found = () if here else _titled(m, words, others) or _of_kind(m, words, others)
        before = (_titled(m, words, turn.shown) for turn in reversed(m.conversation.turns) if turn.is_list)
        found = found or (() if here else next((ids for ids in before if ids), ()))
        return found if len(found) == 1 else ()
    if len(here) == 1:
        return here
    vague = alone and words in cues.word_set("thing")  # "die regeling": any measure may be called so
    for turn in () if here else reversed(m.conversation.turns[:-1]):
        titled = () if vague else _titled(m, words, turn.shown)
        found = titled or _of_kind(m, words, turn.shown)
        if found:
            return found if len(found) == 1 else ()
    carrying = _carrying(m, words) if len(m.last.shown) == 1 else ()
    return m.last.shown if alone and not carrying and not _is_title_elsewhere(m, words) else carrying


def _is_title_elsewhere(m: Moment, words: str) -> bool:
    """Whether words are in the title of one measure of the report that was not shown, and of no other."""
    return len(_titled(m, words, tuple(m.measures), _WHOLE)) == 1


def _titled(m: Moment, words: str, ids: tuple[str, ...], least: float = _TITLED) -> tuple[str, ...]:
    having = pointing.best(words, [m.measures[i] for i in ids if i in m.measures], least, titles=True)
    return tuple(i for i in ids if m.measures.get(i) in having)


def _carrying(m: Moment, words: str) -> tuple[str, ...]:
    having = pointing.carrying(words, [m.measures[i] for i in m.last.shown if i in m.measures])
    return tuple(i for i in m.last.shown if m.measures.get(i) in having)


def _of_kind(m: Moment, words: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Those of some measures that are of the kind that words name."""
    query = m.read(words).query
    kinds = query.filters if all(isinstance(c, KindIs) for c in query.filters) and query.topic is None else ()
    return m.course.ids(Query(filters=(Ids(ids), *kinds))) if kinds and ids else ()
