"""The rule for a message that names several measures itself and then asks which of them are so.

"Er staat twee keer 'Professionalisering mbo-docenten' in. Welke van die twee heeft een einddatum?": "die twee" are
those of the first sentence, whatever was shown before. As many must be named as the second sentence says, if it says.
"""

import re

from app.dialogue import cues
from app.dialogue.moment import ASKS, WHICH, Moment, Problem, Step
from app.filters import Ids
from app.query import Query

_SENTENCE = re.compile(r"[.;:!?](?=\s)\s*")
_OF_THEM = re.compile(r"\b(?:daarvan|ervan|hiervan|van (?:die|deze|de|beide|beiden|allebei))\b")


def asked_of_those_named(m: Moment) -> Step | Problem | None:
    """What the second sentence asks of the measures that the first names by number or title."""
    head, *behind = _SENTENCE.split(m.message.strip(), maxsplit=1)
    tail = behind[0].strip() if behind else ""
    plain = cues.plain(tail)
    if not WHICH.match(plain) or _OF_THEM.search(plain) is None or ASKS.match(cues.plain(head)):
        return None
    number, ids = cues.all_of(tail), m.course.named(head)
    if len(ids) <= 1 or number not in (None, len(ids)):
        return None
    named = m.course.after(head, Step(Query(filters=(Ids(ids),))), m.conversation)
    return m.course.going_on(Moment(tail, named, m.course))
