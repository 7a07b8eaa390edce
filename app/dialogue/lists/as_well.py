"""The rule for a "no" that asks for more: "nee, ook de afgeronde" adds to the list, and puts nothing in its place."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.moment import Moment, Problem, Step

_NO = re.compile(
    r"^(?:(?:nee|neen|ho|wacht|sorry|oeps|pardon|nou|ja|ach)[,.!: ]+)+(?:(?:maar|doe|dan|ik|bedoel|bedoelde|wil|wilde|graag|toch|liever|eigenlijk) )*"
)
_AS_WELL = re.compile(
    r"^(?:ook|eveneens|tevens|plus|inclusief)\b(?! (?:niet|geen|zonder)\b)|\b(?:erbij|ook mee|ook nog)$"
)


def more_than_that(m: Moment) -> Step | Problem | None:
    """What the message adds to the list, its "no" left out; None where it adds nothing."""
    no = _NO.match(m.plain)
    rest = m.plain[no.end() :] if no else ""
    if not rest or not _AS_WELL.search(rest):
        return None
    step = m.course.going_on(Moment(cues.typed(m.message, m.plain, rest), m.conversation, m.course))
    return step if isinstance(step, Step) and step.before is m.base else None
