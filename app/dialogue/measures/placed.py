"""The rule for a place or subject before a question of a field: "en op de eilanden, wie is daar verantwoordelijk?".

It is asked of the one of the lists that is about it, as "die op de eilanden, ..." is: what was chosen since is let go
where nothing of it is about that.
"""

import re

from app.dialogue import cues
from app.dialogue.measures import described, naming, pointing
from app.dialogue.measures.asking import asked_about, bare_field, is_status_of_it
from app.dialogue.moment import Moment, Problem, Step

_PLACED = re.compile(
    r"^(?:(?:en|maar|of|dan|nu) )+(?P<x>(?:op|in|voor|bij|binnen|rond|tegen) [^,:;?.]{3,50})[,:] ?(?P<tail>.+)$"
)


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


def _of_wider_list(m: Moment, words: str) -> tuple[str, ...]:
    """The one that words come nearest to of the list out of which the list at hand was chosen, where that has none."""
    here = set(m.base.shown)
    if pointing.by_words(words, m.conversation, m.measures, near_only=True) is not None:
        return ()
    wider = [turn.shown for turn in m.conversation.turns if here < set(turn.shown) and not turn.pointed]
    return m.course.nearest(words, tuple(i for i in wider[-1] if i not in here)) if wider else ()
