"""The rule for a message that asks where else something is printed: "in welke andere maatregel wordt de NCDR genoemd?".

The words are data (`[printed]` in `data/operations.toml`). What the message leaves names it: a term of the glossary,
words as they are printed, or, where it only points ("dat forum", "die"), a term in the title of what is on the table.
"""

import re
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.bags import words_of
from app.dialogue.forms import data
from app.dialogue.measures import pointing
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids, Owners
from app.onboarding.terms import printed_in
from app.query import Query
from index.folding import fold
from ingest.records import Measure

_POINTS = re.compile(r"\b(?:die|dat|deze|dit|hij|het|ze|zij|hem|haar|daar\w*|er\w*)\b")
_AMONG_THEM = re.compile(r"\b(?:er|daar|erin|daarin|erbij|daarbij|ertussen|daartussen)\b")
_INSIDE = 3  # small words inside a name: "coordinator tegen discriminatie en racisme"
_LONGEST = 14  # words; a longer message asks more
_SHORTEST_TITLE = 2  # words of a title that are looked for as they are printed


def elsewhere_printed(m: Moment) -> Step | Problem | None:
    """The other measures in whose row it is printed; None where the message asks something else."""
    if not _asks(m.plain):
        return None
    name = _left(m.message)
    one = m.last.focus if len(m.last.focus) == 1 else _called(m) if not name else ()
    found = _printed(m, name) if name else ()
    if not name and one and _POINTS.search(m.plain):
        found = _as_titled(m, m.measures[one[0]])
    if not found:
        return None
    known = one or tuple(i for i in found if _titled(m, i, name))
    beside = tuple(i for i in found if i not in known)
    return Step(Query(filters=(Ids(beside),))) if beside else Problem("Er is geen andere maatregel die dat noemt.")


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = data()["printed"]
    other, stands, never = (re.compile("|".join(rf"\b(?:{p})\b" for p in words[k])) for k in ("other", "stands", "not"))
    return other, stands, never, frozenset(words["beside"])


def _asks(plain: str) -> bool:
    other, stands, never, _ = _rules()
    few = len(plain.split()) <= _LONGEST
    return few and bool(other.search(plain) and stands.search(plain)) and not never.search(plain)


def _left(message: str) -> str:
    """What the words that ask leave, as typed: the name of what is asked after; "" where it is only pointed at."""
    beside = _rules()[3] | cues.word_set("called")
    kept = [word for word in words_of(message) if word.isupper() or cues.plain(word) not in beside]
    first = message.find(kept[0]) if kept else 0
    span = message[first : message.rfind(kept[-1]) + len(kept[-1])] if kept else ""
    return span if len(span.split()) <= len(kept) + _INSIDE and len(kept) > 1 else " ".join(kept)


def _called(m: Moment) -> tuple[str, ...]:
    """The one of several on the table that is called as the message calls it: "dat forum"; () where not one is."""
    match = re.search(rf"\b(?:de|het|die|dat|deze|dit) ({'|'.join(sorted(cues.word_set('called')))})\b", m.plain)
    shown = m.last.focus or m.base.shown
    ids = tuple(i for i in shown if match and i in m.measures and pointing.found_in(match[1], m.measures[i].title))
    return ids if len(ids) == 1 else ()


def _printed(m: Moment, name: str) -> tuple[str, ...]:
    term = m.course.assistant.glossary.find(name, typos=False)
    filters = m.read(name).query.filters
    if term is None and filters:
        return ()  # "welke staan er nog in uitvoering?" asks of no name
    if any(isinstance(c, Owners) for c in filters) and len(m.base.shown) > 1 and _AMONG_THEM.search(m.plain):
        return ()  # "komt JenV er ook in voor?" asks whose the listed ones are
    words = term.in_report if term is not None and term.in_report else (name,)
    return _ids(m, printed_in(words, tuple(m.measures.values())))


def _titled(m: Moment, number: str, name: str) -> bool:
    return bool(name) and fold(name) in fold(m.measures[number].title)


def _as_titled(m: Moment, one: Measure) -> tuple[str, ...]:
    """Where what the title of a measure names is printed: a term in it, else the longest part that others print."""
    words = list(words_of(one.title))
    parts = [
        " ".join(words[start:stop])
        for length in range(len(words), 0, -1)
        for start in range(len(words) - length + 1)
        for stop in [start + length]
    ]
    for part in parts:
        term = m.course.assistant.glossary.find(part, typos=False)
        long_enough = len(part.split()) >= _SHORTEST_TITLE
        names = term.in_report if term is not None else ((part,) if long_enough and part != part.lower() else ())
        found = _ids(m, printed_in(names, tuple(m.measures.values()))) if names else ()
        if len(found) > 1:
            return found
    return ()


def _ids(m: Moment, measures: tuple[Measure, ...]) -> tuple[str, ...]:
    return tuple(i for i, measure in m.measures.items() if measure in measures)
