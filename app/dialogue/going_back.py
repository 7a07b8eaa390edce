"""Whether a message goes one step back in other words than "terug": "herstel de vorige selectie".

The words are data (`[going_back]` in `data/operations.toml`); every word of the message must be one of them.
"""

from app.dialogue.bags import bag
from app.dialogue.moment import Moment


def goes_back(m: Moment) -> bool:
    """Whether the message asks for the list before; "en de vorige?" after one was told is the measure beside it."""
    said = bag(m.plain, "going_back")
    if not said.only() or not said.says("before"):
        return False
    return (said.says("list") or not m.last.pointed) and (said.says("again") or len(said.words) > 1)
