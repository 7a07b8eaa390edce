"""What was shown or told last is taken out of the list before it: "haal die eruit", "laat de eerste weg".

The words for it are data (`[taken_out]` in `data/operations.toml`); the forms are those of any other taking out. What a
condition chose goes with that condition: "is daarvan iets stopgezet?", "haal die eruit" gives what was not stopped.
"""

import re
from dataclasses import replace
from functools import cache

from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.forms import said
from app.dialogue.lists import changing, refining
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids, Not

_TAKES_OUT = ("drop", "exclude")
_AGAIN = re.compile(r"\b(?:weer|terug|opnieuw)\b")
_PLACE = re.compile(r"^(?:de|het|die|dat|nummer|nr) (?:[\w-]+)(?: (?:maatregel|actie|punt|regel|rij))?$")


def taken_out(m: Moment) -> Step | Problem | None:
    """The list without what the message points at; None where it names anything else."""
    if _AGAIN.search(m.plain):  # "haal die er weer uit": what was put there goes
        return None
    rest = _rest().search(m.plain)
    plain = m.plain[: rest.start()] if rest else m.plain
    for operation, x, _ in said(plain):
        if operation not in _TAKES_OUT:
            continue
        if x in word_sets("taken_out")["those"]:
            return _those(m)
        place = cues.ordinal(x) if _PLACE.match(x) and not cues.number(x.split()[1]) else None
        shown = m.base.shown
        if place is not None and 0 != place <= len(shown) and len(shown) > 1:
            return _without(m, (shown[place - 1 if place > 0 else place],))
    return None


def _those(m: Moment) -> Step | None:
    """Without those that were told, else without what the last condition chose."""
    told = m.last.focus
    if m.last.pointed:
        return _without(m, told) if told and set(told) < set(m.base.shown) else None
    lists = [turn for turn in m.conversation.turns[:-1] if turn.is_list and not turn.pointed]
    chosen = any(set(m.base.shown) < set(turn.shown) for turn in lists)
    return changing.all_but(m) if chosen and m.base.shown else None


def _without(m: Moment, ids: tuple[str, ...]) -> Step:
    kept = refining.narrowed(m.base_query.filters, (Not(Ids(ids)),))
    return Step(replace(m.base_query, ask="list", field=None, group_by=(), extreme=None, filters=kept), m.base)


@cache
def _rest() -> re.Pattern[str]:
    """A second clause that says the same of what is left: ", ik wil de rest zien"."""
    left = "|".join(sorted(word_sets("taken_out")["left"], key=len, reverse=True))
    return re.compile(rf"(?:[,;.:]| en| dan)+ (?:[\w ]+ )?(?:{left})\b[\w ]*$")
