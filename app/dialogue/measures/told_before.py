"""Back to a measure that was told before, by its place among those: "terug naar de eerste motie: wanneer is die af?"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.measures.asking import asked_about
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids, KindIs
from app.query import Query

_BACK = re.compile(
    r"^(?:(?:en|maar|nu|dan|ok|oke|even|nog|ga|we|graag) )*terug naar (?:de|het|die|dat) "
    rf"(?P<place>{cues.ORDINAL}) (?P<noun>[a-z-]+)(?: ?[,:;.?-]+ *(?P<rest>.+)| (?P<asked>(?:wie|wat|wanneer|hoe|is|tot|welke?)\b.+))?$"
)
_ANY = frozenset(("maatregel", "actie", "punt"))


def back_to_told(m: Moment) -> Step | Problem | None:
    """What is asked of the measure that was told at a place, of its kind where that is said."""
    match = _BACK.match(m.plain)
    place = cues.ordinal(f"de {match['place']}") if match else None
    if match is None or place is None:
        return None
    told = _told(m)
    if match["noun"] not in _ANY:
        kinds = tuple(c for c in m.read(match["noun"]).query.filters if isinstance(c, KindIs))
        held = m.course.ids(Query(filters=(Ids(told), *kinds))) if kinds and told else ()
        told = tuple(i for i in told if i in held)
    if len(told) < max(place, 1) or len(told) < -place or place == 0:
        return None
    one = (told[place - 1 if place > 0 else place],)
    rest = match["rest"] or match["asked"] or ""
    return asked_about(m, one, cues.typed(m.message, m.plain, rest)) if rest else m.about(one)


def _told(m: Moment) -> tuple[str, ...]:
    """The measures that turns told one by one, in the order in which they came up."""
    ones = (turn.focus if turn.pointed else turn.shown for turn in m.conversation.turns)
    return tuple(dict.fromkeys(one[0] for one in ones if len(one) == 1))
