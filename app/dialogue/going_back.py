"""Whether a message goes one step back in other words than "terug": "herstel de vorige selectie".

The words are data (`[going_back]` in `data/operations.toml`); every word of the message must be one of them.
"""

import re

from app.dialogue.forms import word_sets
from app.dialogue.moment import Moment

_WORD = re.compile(r"[^\s,;:?!.()]+")
_LONGEST = 14


def goes_back(m: Moment) -> bool:
    """Whether the message asks for the list before; "en de vorige?" after one was told is the measure beside it."""
    words, sets = _WORD.findall(m.plain), word_sets("going_back")
    if len(words) > _LONGEST or not all(any(word in some for some in sets.values()) for word in words):
        return False
    before, again, of_list = (any(word in sets[name] for word in words) for name in ("before", "again", "list"))
    return before and (of_list or not m.last.pointed) and (again or len(words) > 1)
