"""The rule for a turn that asks which of the list have an end date, or have none: "bij welke daarvan staat een datum?".

The words are data (`[dated]` in `data/operations.toml`); every word of the turn must be one of them.
"""

from app.dialogue.bags import bag
from app.dialogue.lists import refining
from app.dialogue.lists.change import listed
from app.dialogue.moment import Moment, Problem, Step
from app.filters import HasEnd


def those_with_a_date(m: Moment) -> Step | Problem | None:
    """Those of the list whose end is told, or is not; None where the message asks anything else."""
    said = bag(m.plain, "dated")
    if len(m.base.shown) <= 1 or m.last.pointed or not said.only():
        return None
    dates = said.hits("date")
    if len(dates) != 1 or not said.says("asks") or not said.says("has", "stressed", "none"):
        return None
    before = said.words[: said.words.index(dates[0])]
    if not before or before[-1] in said.sets["asks"] or before[-1] in said.sets["the"]:
        return None  # "wat is daarvan de einddatum?", "welke einddatum heeft ze?" ask which date
    held = tuple(c for c in m.base_query.filters if not isinstance(c, HasEnd))  # "en welke wel een einddatum?"
    step = listed(m, refining.narrowed(held, (HasEnd(not said.says("none")),)))
    return Step(step.query, m.base)
