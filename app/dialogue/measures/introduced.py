"""The rule for a message that speaks of one measure first and then asks of it: "eentje gaat over raden, vertel daar eens over".

The words are data (`[introduced]` in `data/operations.toml`): before the preposition only words that introduce one of the
list or of the same place, behind it the subject, and a clause that asks. None is asked of where more than one fits.
"""
# ruff: noqa: E501 - a docstring says which sentence is meant

import re

from app.dialogue import cues
from app.dialogue.bags import word_sets, words_of
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import asked_about, bare_field, is_status_of_it
from app.dialogue.moment import ASKS, Moment, Problem, Step
from ingest.records import Measure

_CLAUSES = re.compile(r"\s*[,.;:!?](?=\s)\s*|\s+[-–—](?=\s)|\s+(?=(?:en )?(?:vertel|leg)\b)", re.IGNORECASE)
_LONGEST = 14
_SURE = 0.75  # the share of the subject's words that must stand in a title


def one_introduced(m: Moment) -> Step | Problem | None:
    """What the second clause asks of the one measure that the first is about."""
    head, *behind = _CLAUSES.split(m.message.strip(), maxsplit=1)
    tail = behind[0].strip() if behind else ""
    if not tail or not _asks(tail) or (ASKS.match(cues.plain(head).removeprefix("en ")) and not _places(head)):
        return None
    subject, same_place = _subject(head)
    if not subject or m.read(subject).query.target:
        return None
    among = _beside(m) if same_place else [m.measures[i] for i in m.base.shown if i in m.measures]
    ids = _about(m, subject, among)
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


def _subject(head: str) -> tuple[str, bool]:
    """What the one that a clause introduces is about, and whether it is of the same place; "" where it introduces none."""
    sets = word_sets("introduced")
    plain, place = cues.plain(head), _places(head)
    words = list(words_of(plain.replace(place, " ", 1) if place else plain))
    at = next((n for n, word in enumerate(words) if word in sets["about"]), None)
    if at is None or len(words) > _LONGEST or not any(word in sets["one"] for word in words[:at]):
        return "", False
    if not all(word in sets["one"] or word in sets["beside"] for word in words[:at]):
        return "", False
    said = words[at + 1 :]
    while said and said[-1] in sets["behind"]:
        said = said[:-1]
    return " ".join(said), bool(place)


def _beside(m: Moment) -> list[Measure]:
    """The measures under the heading of the one on the table, without that one."""
    one = m.measures.get(m.focus[0]) if m.focus else None
    if one is None:
        return []
    return [x for x in m.measures.values() if (x.theme, x.heading) == (one.theme, one.heading) and x is not one]


def _about(m: Moment, subject: str, among: list[Measure]) -> tuple[str, ...]:
    """Those of some measures that are about a subject: by the title, else by the text, else by the meaning."""
    found = pointing.best(subject, among, _SURE, titles=True) or pointing.carrying(subject, among)
    ids = tuple(i for i, x in m.measures.items() if any(x is y for y in found))
    return ids or m.course.nearest(subject, tuple(i for i, x in m.measures.items() if any(x is y for y in among)))
