"""The rule for a message that speaks of one measure first and then asks of it: "eentje gaat over raden, vertel daar eens over".

The words are data (`[introduced]` in `data/operations.toml`): before the preposition only words that introduce one of the
list or of the same place, behind it the subject, and a clause that asks. None is asked of where more than one fits.
"""
# ruff: noqa: E501 - a docstring says which sentence is meant

import re
from dataclasses import dataclass

from app.dialogue import cues
from app.dialogue.bags import word_sets, words_of
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import asked_about, bare_field, is_status_of_it
from app.dialogue.measures.meant import meant, tables_of
from app.dialogue.moment import ASKS, Moment, Problem, Step
from ingest.records import Measure

_CLAUSES = re.compile(r"\s*[,.;:!?](?=\s)\s*|\s+[-–—](?=\s)|\s+(?=(?:en )?(?:vertel|leg)\b)", re.IGNORECASE)
_LONGEST = 14
_SURE = 0.75  # the share of the subject's words that must stand in a title


@dataclass(frozen=True, slots=True)
class _Introduced:
    """What a clause introduces."""

    subject: str
    noun: str  # what it is called: "pilot"; "" where it is not said
    same_place: bool  # whether it is of the place of what is on the table
    elsewhere: bool  # whether it may stand elsewhere than in the list at hand


def one_introduced(m: Moment) -> Step | Problem | None:
    """What the second clause asks of the one measure that the first is about."""
    head, *behind = _CLAUSES.split(m.message.strip(), maxsplit=1)
    tail = behind[0].strip() if behind else ""
    if not tail or not _asks(tail) or (ASKS.match(cues.plain(head).removeprefix("en ")) and not _places(head)):
        return None
    introduced = _introduced(head)
    if introduced is None or m.read(introduced.subject).query.target:
        return None
    among = _beside(m) if introduced.same_place else [m.measures[i] for i in m.base.shown if i in m.measures]
    ids = _about(m, introduced, among)
    return asked_about(m, ids, tail) if len(ids) == 1 else None


def _asks(tail: str) -> bool:
    """Whether a clause asks something of one thing."""
    plain = cues.plain(tail)
    told = cues.cue("told", tail) is not None or cues.cue("tell", tail) is not None
    return told or bare_field(plain) is not None or is_status_of_it(plain) or ASKS.match(plain) is not None


def _places(words: str) -> str:
    """The words that say that it is of the place of what is on the table; "" without them."""
    plain = cues.plain(words)
    found = (re.search(pattern, plain) for pattern in fieldwords.table()["places"]["same"])
    return next((match.group() for match in found if match), "")


def _introduced(head: str) -> _Introduced | None:
    """What a clause introduces: what it is about and is called, and where it stands; None where it introduces nothing."""
    sets, things = word_sets("introduced"), cues.word_set("called")
    plain, place = cues.plain(head), _places(head)
    words = list(words_of(plain.replace(place, " ", 1) if place else plain))
    noun = next((n for n, word in enumerate(words) if word in things), len(words))
    about = [n for n, word in enumerate(words) if word in sets["about"] or (n > noun and word in sets["of_thing"])]
    behind_noun = [n for n in about if n > noun]
    with_thing = (
        bool(about) and about[0] < noun <= about[0] + 2 and bool(behind_noun)
    )  # "iets met een monitor over ..."
    at = behind_noun[0] if with_thing else next(iter(about), None)
    if at is None or len(words) > _LONGEST or not any(word in sets["one"] or word in things for word in words[:at]):
        return None
    known = sets["one"] | sets["beside"] | things | (sets["about"] if with_thing else frozenset())
    if not all(word in known for word in words[:at]):
        return None
    said = words[at + 1 :]
    while said and said[-1] in sets["behind"]:
        said = said[:-1]
    elsewhere = any(word in sets["elsewhere"] for word in words[:at])
    called = words[noun] if noun < at else ""
    return _Introduced(" ".join(said), called, bool(place), elsewhere) if said else None


def _beside(m: Moment) -> list[Measure]:
    """The measures under the heading of the one on the table, without that one."""
    one = m.measures.get(m.focus[0]) if m.focus else None
    if one is None:
        return []
    return [x for x in m.measures.values() if (x.theme, x.heading) == (one.theme, one.heading) and x is not one]


def _about(m: Moment, introduced: _Introduced, among: list[Measure]) -> tuple[str, ...]:
    """The one of some measures that is about a subject: by the title, else by the text, else by the meaning.

    One that "was there as well" may also be another of the report, if that is meant surely; so may a thing by its name.
    """
    subject, noun = introduced.subject, introduced.noun
    if noun:
        among = [x for x in among if pointing.best(noun, [x], titles=True)]
    ids = _numbers(m, pointing.best(subject, among, _SURE, titles=True))
    if not ids and (noun or introduced.elsewhere) and not introduced.same_place:
        ids = meant(m.course, subject, noun, tables=tables_of(m))
    ids = ids or _numbers(m, pointing.carrying(subject, among))
    if ids or noun or introduced.elsewhere:
        return ids
    return m.course.nearest(subject, _numbers(m, among))


def _numbers(m: Moment, measures: list[Measure]) -> tuple[str, ...]:
    return tuple(i for i, x in m.measures.items() if any(x is y for y in measures))
