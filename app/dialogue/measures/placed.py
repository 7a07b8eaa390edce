"""Rules for a question of a field of what stands in a place that the message names.

"En op de eilanden, wie is daar verantwoordelijk?" is asked of the one of the lists that is about it, as "die op de
eilanden, ..." is: what was chosen since is let go where nothing of it is about that. "En wanneer is <titel> onder
<kopje> klaar?" is asked of the one under that heading, although one that was shown has the title as well.
"""

import re

from app.dialogue import cues
from app.dialogue.measures import described, fieldwords, naming, pointing
from app.dialogue.measures.another import asked_of_them
from app.dialogue.measures.asking import asked_about, bare_field, is_status_of_it
from app.dialogue.moment import NOUN, Moment, Problem, Step
from index.words import content_words, stem, stop_words

_PLACED = re.compile(
    r"^(?:(?:en|maar|of|dan|nu) )+(?P<x>(?:op|in|voor|bij|binnen|rond|tegen) [^,:;?.]{3,50})[,:] ?(?P<tail>.+)$"
)
_ONLY_THAT = re.compile(r"^(?:(?:en|maar|of|dan|nu) )+(?:(?:met|over|van|bij|voor) )?die(?: dan)?$")
_PART = re.compile(r"[^\W_]+")  # of a word with hyphens too
_UNDER = r"\b(?:onder|bij|in|binnen|uit|van) (?:(?:het|de) )?(?:(?:kopje|kop|blok|blokje|onderdeel|rubriek|sectie) )?"


def asked_of_the_placed(m: Moment) -> Step | Problem | None:
    """The field that the second clause asks of the one of a list that the first describes."""
    match = _PLACED.match(m.plain)
    if match is None or not m.base.shown:
        return None
    if bare_field(match["tail"]) is None and not is_status_of_it(match["tail"]):
        return None
    query = m.read(match["x"]).query
    if query.topic is None or query.filters or query.target:
        return None
    ids = _of_wider_list(m, match["x"])
    if ids:
        return asked_about(m, ids, match["tail"])
    said = Moment(cues.typed(m.message, m.plain, match["x"]), m.conversation, m.course)
    so_called = Moment(f"die {said.message}, {match['tail']}", m.conversation, m.course)
    return described.described_first(so_called) or naming.described(so_called) or described.field_of_named(so_called)


def asked_under_heading(m: Moment) -> Step | Problem | None:
    """What is asked of the measure that the message calls by its whole title and by the heading over it."""
    place = _heading_named(m)
    if place is None or cues.points_back(m.message):
        return None
    heading, start, stop = place
    plain = " ".join(f"{m.plain[:start]} {m.plain[stop:]}".split())
    under = [measure for measure in m.measures.values() if cues.plain(measure.heading) == heading]
    called = {measure.id: span for measure in under if (span := _title_in(plain, measure.title)) is not None}
    longest = max((last - first for first, last in called.values()), default=0)
    ids = tuple(i for i, (first, last) in called.items() if last - first == longest)
    if len(ids) != 1:
        return None
    first, last = called[ids[0]]
    question = " ".join(f"{plain[:first]} die {plain[last:]}".split())
    if NOUN.search(question):
        return None
    if _ONLY_THAT.match(question):
        return asked_of_them(m, ids, question)
    asked = fieldwords.asked_field(question)
    field = bare_field(question) or ("status" if is_status_of_it(question) else asked.field if asked else None)
    if field is None and cues.cue("tell", question) is not None:
        field = "all"
    return m.about(ids, field) if field is not None else None


def _heading_named(m: Moment) -> tuple[str, int, int] | None:
    """The longest full name of a heading behind a word for a place, and where both stand in the message."""
    found = []
    for heading in {cues.plain(measure.heading) for measure in m.measures.values() if measure.heading}:
        match = re.search(rf"{_UNDER}{re.escape(heading)}(?!\w)", m.plain) if heading in m.plain else None
        if match is not None:
            found.append((heading, match.start(), match.end()))
    return max(found, key=lambda place: len(place[0]), default=None)


def _title_in(plain: str, title: str) -> tuple[int, int] | None:
    """From where to where all words of a title stand in a message, with an article before them; None if one lacks."""
    wanted = {stem(word) for word in content_words(title)}
    tokens = list(_PART.finditer(plain))
    at = [n for n, token in enumerate(tokens) if stem(token.group()) in wanted]
    if not wanted or {stem(tokens[n].group()) for n in at} != wanted:
        return None
    first, last = at[0], at[-1]
    between = [token.group() for token in tokens[first : last + 1] if stem(token.group()) not in wanted]
    if not all(word in stop_words() for word in between):
        return None  # another name that has these words among its own
    first -= first > 0 and tokens[first - 1].group() in ("de", "het", "een")
    return tokens[first].start(), tokens[last].end()


def _of_wider_list(m: Moment, words: str) -> tuple[str, ...]:
    """The one that words come nearest to of the list out of which the list at hand was chosen, where that has none."""
    here = set(m.base.shown)
    if pointing.by_words(words, m.conversation, m.measures, near_only=True) is not None:
        return ()
    wider = [turn.shown for turn in m.conversation.turns if here < set(turn.shown) and not turn.pointed]
    return m.course.nearest(words, tuple(i for i in wider[-1] if i not in here)) if wider else ()
