"""The rule for a question about the ministry that was told or listed: "wat heeft dat ministerie nog meer in 2024?".

The pronoun stands for one ministry: the owner of the one that was told, the first of a ranking, else the one that the
list is of. The question is read with its name in that place, and is of all measures; what it says beside the ministry
is kept. The words are data (`[that_ministry]` in `data/operations.toml`).
"""

import re
from dataclasses import replace
from functools import cache

from app.dialogue import cues
from app.dialogue.bags import word_sets, words_of
from app.dialogue.measures.fieldwords import asked_field
from app.dialogue.moment import ASKS, Moment, Problem, Step
from app.filters import Ids, Not, Owners

_LONGEST = 16
_CONDITIONS = ("status", "end")  # fields that measures are chosen by as well


def of_that_ministry(m: Moment) -> Step | Problem | None:
    """What the ministry that is pointed at has, under the conditions of the message; None where it says none."""
    match = _pattern().search(m.plain)
    if match is None or not ASKS.match(m.plain) or len(words_of(m.plain)) > _LONGEST:
        return None
    code = _meant(m)
    rest = f"{m.plain[: match.start()]} {m.plain[match.end() :]}"
    more = any(word in word_sets("that_ministry")["more"] for word in words_of(rest))
    told_of_one = asked_field(rest)
    chooses = more and told_of_one is not None and told_of_one.field in _CONDITIONS  # "nog andere in uitvoering"
    if code is None or cues.points_back(rest) or (told_of_one is not None and not chooses):
        return None
    asked = f"{m.plain[: match.start()]} {code} {m.plain[match.end() :]}"
    asked = " ".join(word for word in asked.split() if word not in word_sets("that_ministry")["more"])
    query = m.course.fresh(asked)
    own = [c for c in query.filters if isinstance(c, Owners)]
    if query.target or query.ask not in ("list", "count") or [c.codes for c in own] != [(code,)]:
        return None
    told = m.last.focus if more and (m.last.pointed or len(m.last.focus) == 1) else ()
    others = replace(query, filters=(*query.filters, Not(Ids(told)))) if told else query
    if query.topic is None and len(query.filters) == 1 and not told:
        return None  # "welk ministerie is dat?", "en van dat ministerie?"
    several = len(told) > 1  # it has no more than these: one of them was meant
    return Step(query if several and not m.course.count(others, None) else others)


def points_at_ministry(plain: str) -> bool:
    """Whether a message names a ministry by a pronoun."""
    return _pattern().search(plain) is not None


def _meant(m: Moment) -> str | None:
    """The code of the one ministry that "dat ministerie" is; None where several may be meant."""
    if m.last.focus and (m.last.pointed or len(m.last.focus) == 1):
        owners = {m.measures[i].owners for i in m.last.focus if i in m.measures}
        return owners.pop()[0] if len(owners) == 1 and all(len(codes) == 1 for codes in owners) else None
    asked = m.last.query
    if asked is not None and asked.ask == "rank" and asked.group_by == ("owner",):
        return m.course.first_group(asked)
    for turn in reversed(m.conversation.turns):
        held = [c.codes for c in turn.query.filters if isinstance(c, Owners)] if turn.query is not None else []
        if held:
            return held[0][0] if len(held) == 1 and len(held[0]) == 1 else None
    return None


@cache
def _pattern() -> re.Pattern[str]:
    sets = word_sets("that_ministry")
    points, nouns = ("|".join(sorted(sets[name])) for name in ("points", "nouns"))
    return re.compile(rf"\b(?:{points}) (?:{nouns})\b")
