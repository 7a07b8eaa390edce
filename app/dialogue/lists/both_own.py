"""The rule for a turn that asks what both ministries own, however it is said: "welke staan op naam van allebei?".

The words are data (`[both]` in `data/operations.toml`): each word of the turn must stand in one of the sets, and one of
them must say both, or what is shared.
"""

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.lists import exchanging
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Owners

_PAIR = 2


def owned_by_both(m: Moment) -> Step | Problem | None:
    """What the ministries of the list share, or those of the last two lists; None where something else is said."""
    if m.last.pointed or cues.cue("together", m.message) is not None or not _says_both(m.plain):
        return None
    own = [c for c in m.base_query.filters if isinstance(c, Owners)]
    if len(own) == 1 and len(own[0].codes) >= _PAIR:
        return exchanging.jointly(m, "jointly", "", "")
    return exchanging.both_of(m, "both_of", "", "")


def _says_both(plain: str) -> bool:
    said = bag(plain, "both")
    both = said.says("both") or "die twee" in plain or "de twee" in plain
    shared = (said.says("shared") and said.says("they")) or "overlap" in said.words
    return said.only() and said.says("chooses") and (both or shared)
