"""The rule for a message that says how many are left over and asks of them: "dan blijft er één over. Tot wanneer loopt die?".

The words are data (`[left_over]` in `data/operations.toml`): a verb, how many, "over", and nothing else; behind it a
clause that asks. What is left over is the list out of which the list at hand was chosen, without what was chosen; it
must be as many as the message says.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.measures.asking import asked_about
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids
from app.query import Query

_AMOUNTS = ("one", "two", "three", "four", "five")
_CLAUSES = re.compile(r"\s*[.!;:,](?=\s)\s*|\s+[-–—](?=\s)\s*")


def asked_of_the_rest(m: Moment) -> Step | Problem | None:
    """What the second clause asks of those that the first says are left over; the list of them where none asks."""
    head, *behind = _CLAUSES.split(m.message.strip(), maxsplit=1)
    amount = _left_over(cues.plain(head))
    if amount is None or not m.last.shown:
        return None
    ids = _rest(m)
    if len(ids) != amount:
        return None
    tail = behind[0].strip() if behind else ""
    return asked_about(m, ids, tail) if tail else Step(Query(filters=(Ids(ids),)))


def _left_over(head: str) -> int | None:
    """How many a clause says are left over; None where it says something else."""
    said = bag(head, "left_over")
    amounts = [n for n, name in enumerate(_AMOUNTS, 1) for _ in said.hits(name)]
    return amounts[0] if len(amounts) == 1 and said.says("over") and said.only() else None


def _rest(m: Moment) -> tuple[str, ...]:
    """What was shown beside the list at hand in the last list out of which it was chosen."""
    taken = set(m.last.shown)
    wider = [turn.shown for turn in m.conversation.turns if taken < set(turn.shown) and not turn.pointed]
    return tuple(i for i in wider[-1] if i not in taken) if wider else ()
