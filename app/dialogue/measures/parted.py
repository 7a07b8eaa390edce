"""The rule for a question with a split adverb about the one measure on the table: "wordt er nog naar gekeken?".

The words are data (`[parted]` in `data/operations.toml`): a verb, "er" or "daar" with its other half, and nothing that
names a subject. Whether it is worked on is the status; anything else is a detail.
"""

import re
from itertools import dropwhile

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.measures.asking import detail_of
from app.dialogue.moment import Moment, Problem, Step

_LONGEST = 12
_LEAD = ("en", "maar", "dus", "of", "nou", "dan", "ja", "nee")
_TIME = re.compile(
    r"(?:19|20)\d\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
)


def asked_of_the_one(m: Moment) -> Step | Problem | None:
    """A detail of the one measure that was singled out, or whether it is still worked on."""
    said = bag(m.plain, "parted")
    words = list(dropwhile(lambda word: word in _LEAD, said.words))
    if len(m.last.focus) != 1 or not words or len(words) > _LONGEST or words[0] not in said.sets["verbs"]:
        return None
    light = frozenset(word for word in words if cues.says_little(word) or _TIME.fullmatch(word))
    known = said.only("beside", "verbs", "joined", "work", "tails", beside=light | cues.word_set("light") | {*_LEAD})
    if not known or not _points(words, said.sets):
        return None
    if said.says("work"):
        return m.about(m.last.focus, "status")
    return detail_of(m, m.last.focus)


def _points(words: list[str], sets: dict[str, frozenset[str]]) -> bool:
    """Whether "er" stands before its other half, or both are one word."""
    head = next((n for n, word in enumerate(words) if word in sets["heads"]), len(words))
    tail = next((n for n in range(len(words) - 1, head, -1) if words[n] in sets["tails"]), -1)
    timed = 0 < tail < len(words) - 1 and _TIME.fullmatch(words[tail + 1]) is not None  # "er nog iets in 2024"
    return (tail > head and not timed) or any(word in sets["joined"] for word in words)
