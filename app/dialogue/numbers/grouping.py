"""The rule for a turn that parts what is on the table in groups: "deel ze eens in naar thema", "thema's?".

The words are data (`[grouping]` in `data/operations.toml`): one word for a kind of group, with a word that parts, or,
of a theme, a heading or a status, its plural with a word that points. Every other word must be one that stands beside.
"""

import re
from dataclasses import replace
from functools import lru_cache

from app.dialogue.bags import bag
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids
from app.query import GroupKey, Query
from app.reading.lexicon import words_of_questions

_EACH_STATUS = re.compile(
    r"^(?:(?:en|dus|maar|nu) )*hoeveel .*\b(?:afgerond|uitvoering|doorlopend|gestopt|klaar|lopend)\b.*"
    r" hoeveel .*(?:enzovoorts?|enz|etc|et cetera|en zo (?:verder|voort))\W*$"
)  # "hoeveel afgerond, hoeveel in uitvoering, enzovoort?"
_COMPOUND = re.compile(r"\b(?P<key>status|thema|kopje)(?P<part>verdeling|indeling)\b")
_LISTED: tuple[GroupKey, ...] = ("theme", "heading", "status")  # of a ministry or a year the plural asks which they are


def grouped(m: Moment) -> Step | Problem | None:
    """What is on the table in groups; None where the message asks something else."""
    query = m.base.query
    if query is None or query.ask not in ("list", "count", "groups") or not (query.filters or query.topic):
        return None
    on_table = m.last is m.base and (len(m.base.shown) > 1 or query.ask == "groups")
    key = _key(m.plain) or (_bare(m.plain) if on_table else None)
    if key is None:
        return None
    if query.limit or query.topic is not None:
        return (
            Step(Query(ask="groups", filters=(Ids(m.base.shown),), group_by=(key,)), m.base) if m.base.shown else None
        )
    return Step(replace(query, ask="groups", group_by=(key,), extreme=None, share=(), field=None), m.base)


@lru_cache(maxsize=1)
def _keys() -> dict[str, GroupKey]:
    keys: dict[str, GroupKey] = {}
    for key, words in words_of_questions()["groups"].items():
        keys.update(dict.fromkeys(words, key))
    return keys


def _bare(plain: str) -> GroupKey | None:
    """The kind of group behind no more than "per": "en per ministerie?", "tel die eens per kwartaal"."""
    said = bag(plain, "grouping")
    named = [word for word in said.words if word in _keys()]
    before = said.words[said.words.index(named[0]) - 1] if len(named) == 1 else ""
    bare = said.only("beside", "points", beside=frozenset(named)) and "maatregelen" not in said.words
    return _keys()[named[0]] if before == "per" and bare else None


def _key(plain: str) -> GroupKey | None:
    if _EACH_STATUS.match(plain):
        return "status"
    plain = _COMPOUND.sub(r"\g<part> \g<key>", plain)
    said = bag(plain, "grouping")
    named = [word for word in said.words if word in _keys()]
    if len(named) != 1 or not said.only("beside", "each", "parts", "points", beside=frozenset(named)):
        return None
    key, words, points = _keys()[named[0]], said.words, said.says("points")
    each = "hoeveel" in words and said.says("each") and "per" not in words
    if each and "maatregelen" not in words and key in _LISTED:
        return key
    if said.says("parts") and (points or "maatregelen" not in words):
        return key
    return key if key in _LISTED and said.says("plurals") and (points or len(words) == 1) else None
