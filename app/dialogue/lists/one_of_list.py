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
    left = _left(words[1:], said.sets)
    whole = _those_meant(m) if left is not None else None
    if left is None or whole is None or len(whole.shown) <= 1:
        return None
    for question in _which(words[0], left, said.sets):
        step = chosen_so(m, whole, question)
        if step is not None:
            return step
    return None


def _left(words: list[str], sets: dict[str, frozenset[str]]) -> list[str] | None:
    """The words behind those that say "one of them"; None where they do not say so."""
    one, them = False, False
    for n, word in enumerate(words):
        after_of = n > 0 and words[n - 1] in sets["of"]
        if word in sets["one"] and not (one and word == "een"):
            one = True
        elif word in sets["them"] or (after_of and (word in sets["those"] or cues.number(word) > 1)):
            them = True
        elif n > 1 and words[n - 1] in sets["those"] and words[n - 2] in sets["of"] and cues.number(word) > 1:
            them = True  # "van die [twee]"
        elif word not in sets["of"] and word not in sets["beside"]:
            return words[n:] if one and them else None
        elif one and not them and word in sets["of"] and not _those(words[n + 1 :], sets):
            return None  # "een van VWS" is no one of them
        if one and word == "een" and n + 1 < len(words) and words[n + 1] == "een" and not them:
            return words[n + 1 :]  # "is een een pilot"
        if one and them and n + 1 < len(words) and words[n + 1] == "een":
            return words[n + 1 :]
    return None


def _those(words: list[str], sets: dict[str, frozenset[str]]) -> bool:
    return bool(words) and (words[0] in sets["those"] or words[0] in sets["them"])


def _which(verb: str, left: list[str], sets: dict[str, frozenset[str]]) -> Iterator[str]:
    """What is left as a question for which are so, in the ways in which it may be read."""
    while len(left) > 1 and left[-1] in sets["behind"]:
        left = left[:-1]
    if left[0] in sets["relative"] and len(left) > 1:
        yield f"welke daarvan {left[-1]} {' '.join(left[1:-1])}"  # a clause has its verb at the end
        yield f"welke daarvan is {' '.join(left[1:])}"
    yield from (f"welke daarvan {said} {' '.join(left)}" for said in (verb, "is", "is van"))


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
