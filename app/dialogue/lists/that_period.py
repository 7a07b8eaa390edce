"""The period that "dat" points at: "de eerste helft van dat jaar", "wat moet er nog meer in dat kwartaal klaar zijn?".

A part of "dat jaar" is one of the year that the turns before it were about; "dit jaar" is that of the reference date.
"Dat kwartaal" is the one in which the list ends; a period of another length is not meant.
"""

import re

from app.conversation import Conversation
from app.filters.wording import MONTHS
from ingest.records import Period

_THAT_YEAR = re.compile(
    r"\b(?P<part>helft|halfjaar|half jaar|kwartaal|begin|eind|einde|midden|medio|zomer|najaar|voorjaar|herfst|lente|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) "
    r"(?:van |in |uit )?(?:dat|datzelfde|hetzelfde|ditzelfde|het) jaar\b",
    re.IGNORECASE,
)


def with_the_year(message: str, conversation: Conversation) -> str:
    """The message with the year itself for "dat jaar" behind a part of it, where one year was spoken of."""
    if _THAT_YEAR.search(message) is None:
        return message
    for turn in reversed(conversation.turns):
        for condition in turn.query.filters if turn.query is not None else ():
            period = getattr(condition, "period", None)
            if isinstance(period, Period) and period.first and period.last and period.first.year == period.last.year:
                return _THAT_YEAR.sub(rf"\g<part> {period.first.year}", message)
    return message


_THAT_PERIOD = re.compile(
    r"(?<=\bin )(?:dat|datzelfde|ditzelfde|hetzelfde|die|diezelfde|dezelfde|deze zelfde) "
    r"(?P<unit>kwartaal|maand|halfjaar|half jaar|jaar)\b(?! (?:erna|daarna|later|ervoor|daarvoor|eerder))",
    re.IGNORECASE,
)
_LENGTHS = {"kwartaal": 3, "maand": 1, "halfjaar": 6, "half jaar": 6, "jaar": 12}
_MONTHS_OF_YEAR = 12


def with_the_period(message: str, conversation: Conversation) -> str:
    """The message with the period itself for "dat kwartaal", where the list ends in one."""
    match = _THAT_PERIOD.search(message)
    last = conversation.last
    if match is None or last is None or len(last.focus) == 1:  # of the one that was told: same_end.py
        return message
    periods: list[Period] = []
    for turn in reversed(conversation.turns):
        for condition in turn.query.filters if turn.query is not None else ():
            period = getattr(condition, "period", None)
            periods += [period] if isinstance(period, Period) else []
    length = _LENGTHS[match["unit"].lower()]
    words = next((words for p in periods if (words := _in_words(p, length)) is not None), None)
    return message if words is None else f"{message[: match.start()]}{words}{message[match.end() :]}"


def _in_words(period: Period, length: int) -> str | None:
    """A period of so many months in words that are read as it; None of a period of another length."""
    first, last = period.first, period.last
    if first is None or last is None:
        return None
    if (last.year - first.year) * _MONTHS_OF_YEAR + last.month - first.month + 1 != length:
        return None
    if length == _MONTHS_OF_YEAR:
        return str(first.year)
    if length == 1:
        return f"{MONTHS[first.month - 1]} {first.year}"
    part = (first.month - 1) // length + 1
    return f"Q{part} {first.year}" if length == _LENGTHS["kwartaal"] else f"H{part} {first.year}"
