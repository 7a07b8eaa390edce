"""The rule for a turn that asks what there is, after a list that had nothing: "welke heeft Financiën dan wel?".

The words are data (`[after_none]` in `data/operations.toml`); every word beside the names must be one of them.
"""

from app.dialogue.bags import WORD, word_sets
from app.dialogue.lists import refining
from app.dialogue.moment import Moment, Problem, Step
from app.query import Query


def what_there_is(m: Moment) -> Step | Problem | None:
    """What passes the conditions that are named again, or those of the ministry that is pointed at, and no others."""
    query = m.last.query
    if query is None or m.last.shown or m.last.pointed or not query.filters or query.topic is not None:
        return None
    parts, sets = m.course.parts(m.message), word_sets("after_none")
    words = [word for part in parts if part.kind is None for word in WORD.findall(part.norm)]
    said = {name for name, some in sets.items() if any(word in some for word in words)}
    if not {"well", "asks"} <= said or not all(any(word in some for some in sets.values()) for word in words):
        return None
    if any(part.kind is not None for part in parts):
        own = m.read(m.message).query
        named = own.filters if own.topic is None and not own.target else ()
    else:
        named = tuple(c for c in query.filters if refining.dimension(c) == "owner")
    if not named or not set(named) < set(query.filters):
        return None
    return Step(Query(ask="count" if "counts" in said else "list", filters=named, as_of=query.as_of))
