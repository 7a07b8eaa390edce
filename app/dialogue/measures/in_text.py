"""A question for a detail whose words stand in the text of one measure on the table: it is asked of that one first.

So "om welke eilanden gaat het bij CAST?" after the measure that speaks of them asks after no term, "wanneer komt de
volgende voortgangsrapportage?" after the one that announces it asks nothing of this document, and "wie zitten er in de
alliantie voor het vervolg?" after the one that tells of it names no other measure.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import dataclass

from app.dialogue import cues
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import detail_of
from app.dialogue.moment import ASKS, IN_FRONT, Moment, Problem, Step
from app.filters import KindIs
from app.query import Order
from index.folding import fold
from index.words import content_words
from ingest.records import Measure

_ASKS = re.compile(
    r"^(?:en |maar |of |dus |nou |ok[e] )*(?:(?:aan|bij|door|in|met|naar|om|onder|op|over|per|rond|sinds|tegen|tot|uit|van|vanaf|via|voor|volgens) )?(?:hoe\w*|wat|waar\w*|wanneer|wie|welke?)\b"
)
_DEFINES = re.compile(
    r"^(?:en |maar |of )*(?:(?:wat|wie) (?:is|zijn|was|waren|betekent|betekenen|houdt|houden|bedoel\w*)\b|wat wordt (?:er )?bedoeld|waar staa[tn]? .+ voor$|waarvoor staa[tn]\b|wat staat \w+ voor$|wat voor (?:iets|ding)\b|waar is .+ (?:een )?afkorting van)"
)
# What asks for measures on a subject, or whether more is done: no detail of the one on the table.
_SUBJECT = re.compile(
    r"\bmaatregel\w*\b|\b(?:kabinet|regering|overheid)\b|\b(?:nog meer|verder|andere?|overige|elders|ergens|ook nog|nog iets)\b"
    r"|^(?:en |maar |of )*(?:wat|hoeveel|welke \w+) (?:wordt|worden|gebeurt|gebeuren|doet|doen|is|zijn) (?:er |men |ze |we )*(?:allemaal |nu |al |gedaan |concreet )*(?:gedaan |gebeurd )?(?:aan|voor|tegen|rond|rondom|over|met|bij|op het gebied van)\b"
    r"|^(?:en |maar |of )*(?:is|zijn|staat|staan|komt|komen|gaat|gaan|wordt|worden) er (?:ook |nog |al |wel )*(?:iets|een|wat|maatregel\w*|acties|plannen)\b(?=.* (?:over|voor|tegen|rond|rondom|met|van)\b)"
    r"|\b(?:dit|deze|het hele|de hele) (?:rapport\w*|bijlage|document|stuk|overzicht|voortgangsrapport\w*)\b"
)
_OF_LIST = re.compile(
    r"^(?:en |maar |of )*(?:welke?|hoeveel|wat) (?:daarvan|ervan|hiervan|van (?:die|deze)|is|zijn|was|waren|loopt|lopen)\b"
)
_FEW = 5
_MOST_OF_TITLE = 0.6
_DOCUMENT_WORDS = 2  # of so many words in its text, a question that seems to be about the document is about it
# Papers that a text announces, with what tells them from the one that is asked about: "de volgende voortgangsrapportage".
_PAPER = re.compile(
    r"\b(eerste|eerstvolgende|komende|nieuwe|tweede|derde|volgende|jaarlijkse|vorige) (\w*(?:rapportage|rapport|bijlage))\b"
)
_OF_DOCUMENT = re.compile(r"rapport|bijlage|document|versie|overzicht|peildatum|tabel|maatregel|ministerie|thema")
_KINDS = re.compile(
    r"\b(?:acties|allianties|amendementen|campagnes|evaluaties|moties|monitors|onderzoeken|pilots|programma's|projecten|subsidies|toezeggingen|verkenningen|wetsvoorstellen)\b"
)
_WHICH_NOUN = re.compile(r"\b(?:welke?|hoeveel) (?!is|zijn|wordt|worden)[a-z]{3,}")
_NOUN_AND_VERB = re.compile(r"\b(?:welke?|hoeveel) (?P<noun>[\w'-]+) (?P<verb>[a-z]+(?:en|t))\b")


_LED_BY = re.compile(  # what led to the one on the table: "naar aanleiding van welk rapport komt die er?"
    r"^(?:en |maar |dus )*(?:naar aanleiding van|op basis van|op grond van|als gevolg van|vanwege|uit) (?:welke?|wat)\b"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a question by what they do in it."""

    telling: tuple[str, ...]  # must stand in the text
    details: tuple[str, ...]  # name the detail that is asked, and need not


def asked_of_text(m: Moment) -> Step | Problem | None:
    """A detail of the one measure on the table in whose text all telling words of the question stand."""
    ids = m.last.focus or m.last.shown
    asks = (m.plain, *map(cues.plain, IN_FRONT.split(m.message, maxsplit=1)[1:]))
    if not 0 < len(ids) <= _FEW or not any(_ASKS.match(part) or ASKS.match(part) for part in asks):
        return None
    if _SUBJECT.search(m.plain) or _DEFINES.match(m.plain) or _OF_LIST.match(m.plain):
        return None
    shown = [m.measures[i] for i in ids if i in m.measures]
    placed = pointing.place_named(_PAPER.sub(" ", m.plain), shown) is not None  # "de eerste rapportage" is no place
    if placed or not _asks_for_a_detail(m):
        return None
    said = _said(m.plain)
    if not said.telling:
        led = len(m.last.focus) == 1 and _LED_BY.match(m.plain) is not None
        return detail_of(m, m.last.focus) if led and _all_in(said.details, m.measures[m.last.focus[0]]) else None
    having = [i for i in ids if i in m.measures and _all_in(said.telling, m.measures[i])]
    if len(having) != 1 or _named_elsewhere(m, said, having[0]):
        return None
    one = m.measures[having[0]]
    titled = pointing.best(" ".join(said.telling), [one], titles=True)
    if titled and (not m.last.focus or fieldwords.asked_field(m.plain) is not None):
        return None  # the words of a title single it out, and ask nothing of its text
    return detail_of(m, (having[0],)) if _asked_within(m, said) else None


def _asks_for_a_detail(m: Moment) -> bool:
    query = m.read(m.message).query
    if query.target or query.as_of is not None or query.order != Order() or query.extreme is not None or query.group_by:
        return False
    of_kind = all(isinstance(c, KindIs) for c in query.filters) and _KINDS.search(m.plain) is None
    return of_kind or m.course.around.term_question(m.message) is not None


def _said(plain: str) -> _Said:
    words = fieldwords.table()["details"]
    verb = _NOUN_AND_VERB.search(plain)
    empty = frozenset(words["beside"]) | frozenset((verb["verb"],) if verb else ())
    field = fieldwords.asked_field(plain)
    empty |= fieldwords.words_beside(field.field) - cues.word_set("thing") if field is not None else frozenset()
    papers = tuple(" ".join(match.groups()) for match in _PAPER.finditer(plain))
    said = [w for w in content_words(plain) if w not in empty and not cues.says_little(w)]
    nouns = frozenset(words["nouns"])
    return _Said(papers + tuple(w for w in said if w not in nouns), tuple(w for w in said if w in nouns))


def _all_in(words: tuple[str, ...], measure: Measure) -> bool:
    text = fold(f"{measure.title} {measure.explanation}")
    return all(
        pointing.carrying(word, [measure])
        if word not in cues.word_set("thing") and " " not in word
        else re.search(_pattern(word), text)
        for word in words
    )


def _pattern(words: str) -> str:
    """Where words stand, the last of them also as the end of a compound: "wet" in "topvrouwenwet"."""
    *before, last = map(re.escape, words.split())
    return "".join(rf"\b{word} " for word in before) + rf"\b[\w-]*{last}(?![a-z-])"


def _named_elsewhere(m: Moment, said: _Said, one: str) -> bool:
    """Whether another measure has all the words in its title, so that they name that one."""
    general = cues.word_set("part") | cues.word_set("thing")
    words = [word for word in said.telling if word not in general and " " not in word]
    if not words or pointing.best(" ".join(said.telling), [m.measures[one]], 1.0, titles=True):
        return False
    named = [x for i, x in m.measures.items() if i != one and pointing.best(" ".join(words), [x], 1.0, titles=True)]
    if fieldwords.asked_field(m.plain) is None:  # a detail: the words must be most of the other title
        named = [x for x in named if len(words) >= _MOST_OF_TITLE * len(content_words(x.title))]
    return bool(named)


def _asked_within(m: Moment, said: _Said) -> bool:
    """Whether the question asks something of the text, where it could ask after a term or the document."""
    term = m.course.around.term_question(m.message)
    if term is not None:
        names = {word for t in term.terms for word in content_words(f"{t.term} {t.stands_for or ''}")}
        beside = [word for word in said.telling if word not in names]
        return bool(beside or said.details or _WHICH_NOUN.search(m.plain))
    if m.course.around.document(m.message, m.last.focus) is not None:
        own = m.last.pointed and len(m.last.focus) == 1 and not any(_OF_DOCUMENT.search(w) for w in said.telling)
        return (
            own or len(said.telling) + len(said.details) >= _DOCUMENT_WORDS or any(" " in word for word in said.telling)
        )
    return True
