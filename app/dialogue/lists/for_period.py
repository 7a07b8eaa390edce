"""A period behind "voor" is that period itself, where the list is of one: "zelfde vraag voor VWS, voor dit kwartaal".

By itself "voor volgend jaar" is before it; where the turns are of a period, it is asked for another one, unless the
message says of what ends that it ends.
"""

import re

from app.conversation import Conversation
from app.dialogue import cues
from app.dialogue.measures import pointing
from app.filters import EndIn

_QUARTER, _HALF, _YEAR, _MONTH = 3, 6, 12, 1
_NAMED = (
    (_QUARTER, r"(?:(?:het )?(?:eerste|tweede|derde|vierde|laatste|[1-4]e) kwartaal|kwartaal [1-4]|q ?[1-4])"),
    (_HALF, r"(?:de )?(?:eerste|tweede) helft"),
    (_MONTH, r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"),
)
_RELATIVE = (
    r"(?:(?:het|de) )?(?:dit|deze|volgende?|eerstvolgende?|komende?|lopende?|huidige?|vorige?|afgelopen) "
    r"(?:kwartaal|halfjaar|half jaar|jaar|maand)"
)
_FOR = re.compile(r"\bvoor (?=(?P<x>.+))", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:klaar|af|afgerond|gereed|rond|voltooid|afloopt|aflopen|afgelopen|eindigt|eindigen|stopt|stoppen|einde|deadlines?|einddat\w+|moet|moeten|uiterlijk)\b"
)


def of_the_period(message: str, conversation: Conversation) -> str:
    """The message with "in" for "voor" before a period, where the list on the table is of a period that long."""
    length = _length_held(conversation)
    if not length or _ENDS.search(cues.plain(message)):
        return message
    for match in _FOR.finditer(message):
        words = cues.plain(match["x"])
        named = any(length == months and re.match(rf"{pattern}\b", words) for months, pattern in _NAMED)
        if named or re.match(rf"{_RELATIVE}\b", words):
            return f"{message[: match.start()]}in {message[match.end() :]}"
    return message


def _length_held(conversation: Conversation) -> int:
    """The months of the shortest period of which the list on the table is; 0 where it is of none."""
    turn = pointing.current_list(conversation)
    filters = turn.query.filters if turn is not None and turn.query is not None else ()
    periods = [c.period for c in filters if isinstance(c, EndIn)]
    lengths = [
        (p.last.year - p.first.year) * _YEAR + p.last.month - p.first.month + 1
        for p in periods
        if p.first is not None and p.last is not None
    ]
    return min(lengths, default=0)
