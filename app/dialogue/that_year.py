"""A part of "dat jaar" is one of the year that the turns before it were about: "de eerste helft van dat jaar"."""

import re

from app.conversation import Conversation
from ingest.records import Period

_THAT_YEAR = re.compile(
    r"\b(?P<part>helft|halfjaar|half jaar|kwartaal|begin|eind|einde|midden|medio|zomer|najaar|voorjaar|herfst|lente|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) "
    r"(?:van |in |uit )?(?:dat|datzelfde|hetzelfde|dit) jaar\b",
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
