"""The rule for whether one of the list is so: "heeft er daar een van een einddatum", "zit er een bij die ze samen doen?".

The words are data (`[one_of_list]` in `data/operations.toml`): a verb in front, then words that say "one of them" in
whatever order, with "er ... van", "daar ... bij" split or not; what is left says how it is, as a clause or not.
"""
# ruff: noqa: E501 - a docstring says which sentence is meant

from collections.abc import Iterator

from app.conversation import Turn
from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.lists.rewording import chosen_so
from app.dialogue.measures import pointing
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids
from app.query import Query

_LONGEST = 16


def one_so(m: Moment) -> Step | Problem | None:
    """Those of the list, or of the few that were told last, that are so."""
    said = bag(m.plain, "one_of_list", longest=_LONGEST)
    words = list(said.words)
    while words and words[0] in said.sets["lead"]:
        words = words[1:]
    if not words or words[0] not in said.sets["verbs"]:
        return None
    found = _left(words[1:], said.sets)
    if found is None or (not found[1] and m.last.pointed and len(m.last.focus) == 1):
        return None  # "staat er een datum bij?" of the one that was told
    left, whole = found[0], _those_meant(m)
    if whole is None or len(whole.shown) <= 1:
        return None
    for question in _which(words[0], left, said.sets):
        step = chosen_so(m, whole, question)
        if step is not None:
            return step
    return None


def _left(words: list[str], sets: dict[str, frozenset[str]]) -> tuple[list[str], bool] | None:
    """The words behind those that say "one of them", and whether these say it surely; None where they do not say it.

    A second "een" is an article; a first one may be after "er": "staat er een datum bij?".
    """
    one, them, sure, before = False, False, False, ""
    for n, word in enumerate(words):
        if one and word == "een":
            return words[n:], True
        if word in sets["of"]:
            if not them and not (words[n + 1 :] and words[n + 1] in sets["those"] | sets["them"]):
                return None  # "een van VWS"
            sure = sure or one
        elif word in sets["one"]:
            one = True
        elif word in sets["there"] or word in sets["them"]:
            them, sure = True, sure or word in sets["them"]
        elif (before in sets["of"] and word in sets["those"]) or cues.number(word) > 1:
            them, sure = True, True  # "van [die] [twee]"
        elif word not in sets["beside"]:
            return (words[n:], sure) if one and them else None
        before = word
    return None


def _which(verb: str, left: list[str], sets: dict[str, frozenset[str]]) -> Iterator[str]:
    """What is left as a question for which are so, in the ways in which it may be read."""
    while len(left) > 1 and left[-1] in sets["behind"]:
        left = left[:-1]
    if left[0] in sets["relative"] and len(left) > 1:
        yield f"welke daarvan {left[-1]} {' '.join(left[1:-1])}"  # a clause has its verb at the end
        yield f"welke daarvan is {' '.join(left[1:])}"
    ways = (verb, "is") if left[0] in sets["joint"] else (verb, "is", "is van")
    yield from (f"welke daarvan {said} {' '.join(left)}" for said in ways)


def _those_meant(m: Moment) -> Turn | None:
    """The list that is meant: the few that were told last, so many as are named, else the list at hand."""
    number, told = cues.all_of(m.message), m.last.focus
    if m.last.pointed and len(told) > 1 and number in (None, len(told)):
        return _as_list(m, told)
    if number is not None:
        ids = pointing.told_one_by_one(m.conversation, number)
        if ids:
            return _as_list(m, ids)
        of_length = pointing.list_of_length(m.conversation, number)
        if of_length is not None and len(m.base.shown) != number:
            return of_length
    return m.base if len(m.base.shown) > 1 else pointing.last_list(m.conversation)


def _as_list(m: Moment, ids: tuple[str, ...]) -> Turn:
    return Turn(m.last.question, Query(filters=(Ids(ids),), as_of=m.base_query.as_of), "list", ids)
