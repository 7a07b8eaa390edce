"""What is let go, and then what is left said over: "haal het thema eraf: alles wat in dat kwartaal afloopt".

The first clause lets conditions go and does nothing else. The second says the list that is left once more: by
conditions, which hold of it from then on, by pointing at those that it has ("dat kwartaal"), or by what it is no longer
only ("niet alleen SZW"). The words are data (`[restated]` in `data/operations.toml`).
"""

import re
from dataclasses import replace
from functools import cache

from app.dialogue.bags import word_sets
from app.dialogue.lists import refining
from app.dialogue.lists.conditions import conditions, typed
from app.dialogue.moment import Moment, Problem, Step

_OF_TODAY = re.compile(r"\b(?:dit|deze) (?:jaar|kwartaal|halfjaar|maand)$")
_CLAUSE = re.compile(r"\s*[:;,.](?=\s)\s*|\s+[-–—](?=\s)\s*")


def said_over(m: Moment) -> Step | Problem | None:
    """The step of the first clause, with what the second says of the list that is left."""
    if m.base.query is None:
        return None
    for match in _CLAUSE.finditer(m.plain):
        second = _over().match(m.plain, match.end())
        left = typed(m, m.plain[: match.start()])
        if second is None or not left:
            continue
        step = m.course.going_on(Moment(left, m.conversation, m.course))
        if not isinstance(step, Step) or not _lets_go(m, step):
            continue
        gone = set(m.base_query.filters) - set(step.query.filters)
        if second["only"]:
            return step if set(conditions(m, typed(m, second["only"]))) & gone else None
        rest = " ".join(_pointed().sub(_left, second["all"]).split())
        if all(word in word_sets("restated")["beside"] for word in rest.split()):
            return step
        said = m.read(f"welke maatregelen {typed(m, rest)}").query
        if said.topic is None and not said.target and said.filters and not set(said.filters) & gone:
            return Step(replace(step.query, filters=refining.narrowed(step.query.filters, said.filters)), step.before)
    return None


def _left(pointed: re.Match[str]) -> str:
    """What pointing words leave: nothing, but for "dit jaar", which is a year of the calendar."""
    return pointed.group() if _OF_TODAY.search(pointed.group()) else " "


def _lets_go(m: Moment, step: Step) -> bool:
    """Whether a step has fewer conditions than the list, and no other ones."""
    now, before = step.query, m.base_query
    same = (now.topic, now.target, now.extreme) == (before.topic, before.target, before.extreme)
    return same and now.ask in ("list", "count") and {*now.filters} < {*before.filters}


@cache
def _over() -> re.Pattern[str]:
    sets = {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in word_sets("restated").items()}
    return re.compile(rf"(?:(?:{sets['leads']}) )*(?:(?:{sets['only']}) (?P<only>.+)|(?:{sets['all']}) (?P<all>.+))$")


@cache
def _pointed() -> re.Pattern[str]:
    sets = {name: "|".join(sorted(words, key=len, reverse=True)) for name, words in word_sets("restated").items()}
    return re.compile(rf"\b(?:(?:{sets['place']}) )?(?:{sets['that']}) (?:{sets['kinds']})\b")
