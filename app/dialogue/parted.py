"""The rule for a question with a split adverb about the one measure on the table: "wordt er nog naar gekeken?".

The words are data (`[parted]` in `data/operations.toml`): a verb, "er" or "daar" with its other half, and nothing that
names a subject. Whether it is worked on is the status; anything else is a detail.
"""

import re

from app.dialogue import cues
from app.dialogue.asking import detail_of
from app.dialogue.forms import word_sets
from app.dialogue.moment import Moment, Problem, Step

_WORD = re.compile(r"[^\s,;:?!.()]+")
_LONGEST = 12
_LEAD = ("en", "maar", "dus", "of", "nou", "dan", "ja", "nee")
_TIME = re.compile(
    r"(?:19|20)\d\d|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
)


def asked_of_the_one(m: Moment) -> Step | Problem | None:
    """A detail of the one measure that was singled out, or whether it is still worked on."""
    words, sets = _WORD.findall(m.plain), word_sets("parted")
    while words and words[0] in _LEAD:
        words = words[1:]
    if len(m.last.focus) != 1 or not words or len(words) > _LONGEST or words[0] not in sets["verbs"]:
        return None
    if not _points(words, sets):
        return None
    known = sets["beside"] | sets["verbs"] | sets["joined"] | sets["work"] | sets["tails"] | cues.word_set("light")
    if not all(word in known or cues.says_little(word) or _TIME.fullmatch(word) for word in words):
        return None
    if any(word in sets["work"] for word in words):
        return m.about(m.last.focus, "status")
    return detail_of(m, m.last.focus)


def _points(words: list[str], sets: dict[str, frozenset[str]]) -> bool:
    """Whether "er" stands before its other half, or both are one word."""
    head = next((n for n, word in enumerate(words) if word in sets["heads"]), len(words))
    tail = next((n for n in range(len(words) - 1, head, -1) if words[n] in sets["tails"]), -1)
    timed = 0 < tail < len(words) - 1 and _TIME.fullmatch(words[tail + 1]) is not None  # "er nog iets in 2024"
    return (tail > head and not timed) or any(word in sets["joined"] for word in words)
