"""Conditions of different kinds of which one is enough: "afgerond of over tijd", "doorlopend of zonder einddatum".

Alternatives of one kind ("OCW of SZW", "klaar of gestopt", "in Q1 of in Q3") are one filter by their own rule; here
two neighbours of any kind between which an "of" was left over become alternatives.
"""

from app.filters import AllOf, AnyOf, Lasts, Not, StatusIn
from app.query import Filter
from app.reading.conditions import TIMED
from app.reading.draft import Draft
from app.reading.lexicon import words_of_questions
from app.reading.line import USED, Symbol

_OR = frozenset({"of", "ofwel", "danwel", "en/of", "oftewel", "hetzij"})
_AND_WHICH = frozenset({"welke", "wat"})  # "wat is afgerond en wat is over tijd"
_PROGRESS = (StatusIn, Lasts, *TIMED)
_Found = tuple[Filter, int, int]  # a filter, with the tokens from start to stop (excluded)
_Sides = tuple[list[_Found], list[_Found]]


def join_alternatives(draft: Draft) -> None:
    """Neighbouring conditions with an "of" between them become one condition of which either is enough."""
    for word in _joiners(draft):
        sides = _sides(draft, word.start, word.stop)
        if sides is None or (word.text == "en" and not _two_questions(draft, sides, word.stop)):
            continue
        _use(draft, word.start)
        left, right = sides
        if _denies_both(draft, left, right, word.stop):
            draft.found = [(Not(f), a, b) if (f, a, b) in right else (f, a, b) for f, a, b in draft.found]
            continue
        parts = dict.fromkeys((*_parts(left), *_parts(right)))
        draft.found = [found for found in draft.found if found not in left and found not in right]
        draft.found.append((AnyOf(tuple(parts)), left[0][1], max(stop for _, _, stop in right)))


def _joiners(draft: Draft) -> list[Symbol]:
    """The words that may join two conditions, in their order; of "dan wel" the second."""
    symbols = draft.line.symbols
    dan = {n + 1 for n, symbol in enumerate(symbols) if symbol.text == "dan"}
    return [s for n, s in enumerate(symbols) if s.text in _OR or s.text == "en" or (s.text == "wel" and n in dan)]


def _use(draft: Draft, token: int) -> None:
    line, at = draft.line, 0
    for symbol in line.symbols:
        if symbol.start == token:
            line.use((at, at + len(symbol.text)))
            return
        at += len(symbol.text) + 1


def _sides(draft: Draft, start: int, stop: int) -> _Sides | None:
    """The conditions right before and right behind a word; None where other words stand between."""
    before = [found for found in draft.found if 0 < found[2] <= start]
    after = [found for found in draft.found if found[1] >= stop]
    if not before or not after:
        return None
    last, first = max(found[2] for found in before), min(found[1] for found in after)
    left = [found for found in before if found[2] == last]
    right = [found for found in after if found[1] == first]
    alike = {found[1:] for found in left}, {found[1:] for found in right}
    if any(len(spans) > 1 for spans in alike) or any(isinstance(f, Not) and _several(f) for f, _, _ in left + right):
        return None
    if not _fills(draft, last, start) or not _fills(draft, stop, first):
        return None
    return left, right


def _several(condition: Not) -> bool:
    return isinstance(condition.condition, AnyOf | AllOf)


def _fills(draft: Draft, start: int, stop: int) -> bool:
    """Whether the words between two tokens say nothing by themselves."""
    filling = words_of_questions()["alternatives"]["filling"]
    return all(s.text == USED or s.text in filling for s in draft.line.symbols if start <= s.start < stop)


def _two_questions(draft: Draft, sides: _Sides, stop: int) -> bool:
    """Whether "en" brings in a second question of the same measures, and no further condition on the first."""
    progress = all(isinstance(_bare(f), _PROGRESS) for side in sides for f, _, _ in side)
    return progress and draft.line.tokens[stop].norm in _AND_WHICH


def _denies_both(draft: Draft, left: list[_Found], right: list[_Found], stop: int) -> bool:
    """Whether a "niet" before the first is meant of both: "niet over tijd of afgerond", not "of die afgerond zijn"."""
    said = [t.norm for t in draft.line.tokens[stop : right[0][1]]]
    denied = len(left) == len(right) == 1 and isinstance(left[0][0], Not)
    return (
        denied
        and isinstance(right[0][0], StatusIn)
        and not set(said) & set(words_of_questions()["alternatives"]["clauses"])
    )


def _bare(condition: Filter) -> Filter:
    return condition.condition if isinstance(condition, Not) else condition


def _parts(side: list[_Found]) -> tuple[Filter, ...]:
    """The alternatives that a side adds: one that was joined before gives its own."""
    if len(side) > 1:
        return (AllOf(tuple(f for f, _, _ in side)),)
    condition = side[0][0]
    return condition.conditions if isinstance(condition, AnyOf) else (condition,)
