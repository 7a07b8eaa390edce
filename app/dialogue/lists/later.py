"""The rule for a turn that adds to a list of one period whatever ends after it: "en alles wat nog later afloopt".

The words are data (`[later]` in `data/operations.toml`): each word of the turn must stand in one of the sets, one of
them must say later, and one that it is said of all, or that it comes as well.
"""

import re
from dataclasses import replace

from app.dialogue.bags import bag
from app.dialogue.moment import Moment, Problem, Step
from app.filters import EndIn, Not

_AFTER_YEAR = re.compile(r"\b(?:pas )?(?:na|vanaf|van|dan|enkel in|alleen in|in)? ?(?P<year>(?:19|20)\d\d)\b")


def later_as_well(m: Moment) -> Step | Problem | None:
    """The list with what ends after its period; None where the message says anything else."""
    ends = [c for c in m.base_query.filters if isinstance(c, EndIn)]
    if len(ends) != 1 or ends[0].period.first is None or ends[0].period.last is None:
        return None
    if not _says_later(m.plain, ends[0].period.first.year, ends[0].period.last.year):
        return None
    wider = EndIn(replace(ends[0].period, last=None))
    filters = tuple(wider if c is ends[0] else c for c in m.base_query.filters if c != Not(ends[0]))
    return Step(replace(m.base_query, ask="list", filters=filters), m.base)


def _says_later(plain: str, first: int, last: int) -> bool:
    years = {int(match["year"]) for match in _AFTER_YEAR.finditer(plain)}
    if years - {first, last}:
        return False
    said = bag(re.sub(r"\b\d+\b", " ", plain), "later")
    if not said.only():
        return False
    words, later, as_well, every = said.words, said.says("later"), said.says("well"), said.says("all")
    since = bool(years) and "vanaf" in words and (said.says("only") or "dus" in words or "alles" in words)
    past = bool(years) and "na" in words
    asks = any(word in said.sets["asks"] for word in words[: 2 if words[0] == "en" else 1])
    one_more = not every and bool({"jaar", "kwartaal", "maand"} & set(words)) and not later
    if one_more or (asks and not as_well):  # "pak het jaar erna er ook bij" is one year
        return False
    if since:
        return True
    if later:
        return as_well or every or ("of" in words and bool(years)) or said.says("only")
    return (said.says("after") or past) and as_well
