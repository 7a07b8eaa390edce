"""The words of a turn that change an answer and that no rule used: they are named, and never dropped.

The words are data (`[unused]` in `data/operations.toml`).
"""

from dataclasses import replace

from app.dialogue.bags import bag
from app.dialogue.moment import Moment, Step


def naming_unused(m: Moment, step: Step | None) -> Step | None:
    """A step with such words as its `ignored`, where it has the very conditions that held before."""
    if step is None or step.ignored:
        return step
    now, before = step.query, m.base_query
    if set(now.filters) != set(before.filters) and not now.target:
        return step
    if (now.order, now.limit, now.extreme, now.topic) != (before.order, before.limit, before.extreme, before.topic):
        return step if not now.target else _named(m, step)
    return _named(m, step)


def _named(m: Moment, step: Step) -> Step:
    words = tuple(dict.fromkeys(bag(m.plain, "unused").hits("words")))
    return replace(step, ignored=words) if words else step
