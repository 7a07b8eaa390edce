"""The rule for a field of the one that a condition tells: "en die nog loopt, wanneer is die klaar?".

It means those of the list at hand that the condition picks out, else those of the last list before in which it does:
"de lopende, wie doet die?" after the finished ones is of the list out of which these were taken.
"""

import re

from app.dialogue import cues
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import bare_field, is_status_of_it
from app.dialogue.moment import IN_FRONT, Moment, Problem, Step
from app.filters import Ids, KindIs
from app.query import FieldName, Filter, Query
from index.folding import fold
from index.words import content_words

_LEAD = re.compile(r"^(?:(?:en|maar|of|dus|nou|dan|oke|ok|ja|over|bij) )+")
_THE_ONE = re.compile(r"^(?:die|dat|degene|diegene|de|het|deze)(?: (?:ene|een|enige))?(?= )")

_PLACED = re.compile(r"^(?:die|dat|degene) (?:in|bij|binnen|aan|op|uit) (?!alle\b)\w")  # "die in de zorg"


def field_of_conditioned(m: Moment) -> Step | Problem | None:
    """A field of those of a list that words in front tell by a condition; None where they say anything else."""
    head, *behind = IN_FRONT.split(m.message, maxsplit=1)
    field = _field(fold(behind[0]).strip(" ?.!")) if behind else None
    if field is None:
        return None
    lists = [turn for turn in reversed(m.conversation.turns) if turn.is_list and not turn.pointed]
    told = _LEAD.sub("", fold(head))
    conditions = _conditions(m, told)
    for shown in dict.fromkeys(turn.shown for turn in lists) if conditions else ():
        ids = m.course.ids(Query(filters=(Ids(shown), *conditions)))
        if 0 < len(ids) < len(shown):
            return m.about(ids, field)
    if lists and not conditions and _PLACED.match(told):
        words = content_words(told)
        titled = [i for i in lists[0].shown if all(pointing.found_in(w, m.measures[i].title) for w in words)]
        return m.about(tuple(titled), field) if words and len(titled) == 1 else None
    return None


def _field(tail: str) -> FieldName | None:
    """The field that the words behind ask of "die"."""
    return "status" if is_status_of_it(tail) else bare_field(tail)


def _conditions(m: Moment, head: str) -> tuple[Filter, ...]:
    """The conditions of "die nog loopt", "de enige zonder einddatum"; () where a subject or a kind is named."""
    the_one = _THE_ONE.match(head)
    if the_one is None or cues.ordinal(head) is not None:
        return ()
    reading = m.read(f"{the_one.group().split()[0]} {head[the_one.end() :].removeprefix(' die').strip()}")
    query = reading.query
    if query.topic is not None or query.target or reading.ignored:
        return ()
    return () if all(isinstance(c, KindIs) for c in query.filters) else query.filters
