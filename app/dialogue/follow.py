"""A message that goes on from the turns before it: the rules, in the order in which they are tried."""

from app.dialogue import asking, changing
from app.dialogue.moment import Moment, Problem, Rule, Step


def follow(moment: Moment, rules: tuple[Rule, ...] | None = None) -> Step | Problem | None:
    """The step that the first rule that fits makes; None when the message stands by itself."""
    for rule in rules or RULES:
        step = rule(moment)
        if step is not None:
            return step
    return None


RULES: tuple[Rule, ...] = (
    changing.corrected,
    changing.open_ended,
    changing.counted,
    changing.shown_again,
    changing.other_end,
    changing.with_owner,
    asking.beside,
    asking.first_few,
    asking.same_owner,
    asking.on_time,
    asking.at_place,
    asking.rest_of_list,
    asking.same_place,
    changing.swapped,
    changing.owners_together,
    changing.lifted,
    asking.other_mentions,
    asking.described,
    asking.field_of_described,
    asking.told,
    asking.field_of_it,
    asking.told_by_name,
    asking.asked_of_it,
    changing.refined,
)


EARLY: tuple[Rule, ...] = (
    changing.corrected,
    changing.removed,
    asking.rest_of_list,
    asking.few_words,
    asking.told_of_one,
)
"""Tried before terms and the document: "wat is de stand van zaken?" is asked of what is on the table."""
