"""The rule for a turn that asks what both ministries own, however it is said: "welke staan op naam van allebei?".

The words are data (`[both]` in `data/operations.toml`): each word of the turn must stand in one of the sets, and one of
them must say both, or what is shared.
"""

import re

from app.dialogue import cues, exchanging
from app.dialogue.forms import word_sets
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Owners

_WORD = re.compile(r"[^\s,;:?!.()]+")
_PAIR = 2
LONGEST = 14


def owned_by_both(m: Moment) -> Step | Problem | None:
    """What the ministries of the list share, or those of the last two lists; None where something else is said."""
    if m.last.pointed or cues.cue("together", m.message) is not None or not _says_both(m.plain):
        return None
    own = [c for c in m.base_query.filters if isinstance(c, Owners)]
    if len(own) == 1 and len(own[0].codes) >= _PAIR:
        return exchanging.jointly(m, "jointly", "", "")
    return exchanging.both_of(m, "both_of", "", "")


def _says_both(plain: str) -> bool:
    words, sets = _WORD.findall(plain), word_sets("both")
    if not words or len(words) > LONGEST or not all(any(word in s for s in sets.values()) for word in words):
        return False
    both = any(word in sets["both"] for word in words) or "die twee" in plain or "de twee" in plain
    shared = any(word in sets["shared"] for word in words)
    chooses = any(word in sets["chooses"] for word in words)
    they = any(word in sets["they"] for word in words)
    return chooses and (both or (shared and they) or "overlap" in words)
