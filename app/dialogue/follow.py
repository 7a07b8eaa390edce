"""A message that goes on from the turns before it: the rules, in the order in which they are tried."""

from app.dialogue import (
    asking,
    changing,
    combining,
    counting,
    described,
    earlier,
    elsewhere,
    leaning,
    naming,
    narrowing,
    operations,
    owning,
    periods,
    places,
    rewording,
)
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
    periods.beside_period,
    elsewhere.outside_place,
    counting.counted,
    counting.shown_again,
    counting.share_of_all,
    counting.whole_ranking,
    counting.next_one,
    counting.compared,
    counting.other_end,
    counting.taken_together,
    counting.next_few,
    counting.sorted_anew,
    counting.ordered,
    counting.as_printed,
    owning.with_owner,
    earlier.places_of_term,
    earlier.counted_group,
    places.beside,
    places.first_few,
    places.last_named,
    owning.same_owner,
    asking.on_time,
    asking.late,
    places.at_place,
    places.known_already,
    places.rest_of_list,
    asking.same_place,
    owning.swapped,
    owning.owners_together,
    changing.lifted,
    changing.complement,
    changing.opposite,
    naming.other_mentions,
    elsewhere.further,
    described.belonging,
    described.told_by_subject,
    naming.described,
    naming.field_of_described,
    described.field_of_named,
    described.detail_of_named,
    asking.of_both,
    asking.told,
    naming.that_thing,
    asking.field_of_it,
    asking.yes_no_of_it,
    naming.told_by_name,
    asking.asked_of_it,
    leaning.stands_with,
    leaning.detail_by_noun,
    leaning.detail_of_it,
    changing.one_among,
    described.detail_of_shown,
    rewording.left_out,
    rewording.one_like,
    rewording.plainly,
    narrowing.refined,
    leaning.picked,
    leaning.who_joins,
    asking.nothing_else,
)


CORRECTING: tuple[Rule, ...] = (changing.corrected,)
"""Tried first, on the message as it was typed."""

EARLY: tuple[Rule, ...] = (
    rewording.left_out,
    changing.corrected,
    changing.open_ended,
    periods.beside_period,
    combining.taken_as_one,
    combining.in_both,
    rewording.has_one,
    operations.operated,
    changing.complement,
    elsewhere.others_so,
    counting.sorted_anew,
    changing.removed,
    places.known_already,
    described.other_called,
    places.rest_of_list,
    places.first_few,
    places.last_named,
    places.field_at_place,
    places.told_at_place,
    rewording.plainly,
    rewording.which_are,
    asking.of_both,
    asking.of_several,
    asking.few_words,
    described.field_of_shown_title,
    described.described_first,
    asking.told_in_words,
    asking.told_of_these,
    asking.same_heading,
    leaning.detail_mentioned,
    naming.shown_thing,
)
"""Tried before terms and the document: "wat is de stand van zaken?" is asked of what is on the table."""
