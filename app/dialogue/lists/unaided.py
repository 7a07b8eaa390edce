"""The rule for a turn that asks what the ministry of the list does alone or with others, and names it by a pronoun.

"Hoeveel daarvan doen ze alleen?", "is er iets dat het ministerie helemaal zelf doet?", "welke doen ze niet alleen?".
The words are data (`[unaided]` in `data/operations.toml`): what says alone or with others is taken out, and each word
that is left must stand in one of the sets. A turn that names a ministry is left to `shares.py`.
"""

import re
from dataclasses import replace
from functools import cache

from app.dialogue import cues
from app.dialogue.bags import LONGEST, Bag, word_sets, words_of
from app.dialogue.lists.refining import narrowed
from app.dialogue.moment import Moment, Problem, Step
from app.filters import MinistryCount, Not, Owners
from app.query import Ask, Filter

_PAIR = 2
_SEVERAL = ("beyond", "alone", "shared", "together")


def theirs_unaided(m: Moment) -> Step | Problem | None:
    """The measures of the list that its ministry does alone, or with others; None where anything else is said."""
    return _unaided(m, m.plain)


def named_unaided(m: Moment) -> Step | Problem | None:
    """The same where the ministry of the list is named once more: "doet JenV dat allemaal alleen?"."""
    parts = [part for part in m.course.parts(m.message) if part.kind == "ministry"]
    if len(parts) != 1 or not m.base.is_list:
        return None
    named = [c for c in m.read(f"maatregelen van {parts[0].words}").query.filters if isinstance(c, Owners)]
    if tuple(c.codes for c in named) != tuple(c.codes for c in _own(m)):
        return None
    return _unaided(m, cues.plain(m.message.replace(parts[0].words, "ze", 1)))


def _unaided(m: Moment, plain: str) -> Step | None:
    if m.base.query is None or len(plain.split()) > LONGEST:
        return None
    said, rest = _parted(plain)
    words = Bag(words_of(rest), {k: v for k, v in word_sets("unaided").items() if k not in _SEVERAL})
    if said is None or not words.only() or not _they(words):
        return None
    if len(m.focus) == 1:  # "doen ze dat alleen?" of the one on the table
        return None if words.says("asks", "partly", "all") else m.about(m.focus, "owners")
    own = _own(m)
    if not own or not m.base.is_list or m.base_query.target:
        return None
    if not words.says("asks", "partly", "all") or (m.last.pointed and not words.says("several")):
        return None
    alone = said == "alone"
    if said == "together" and (len(_named(m)) > 1 or len(own) > 1):
        return None  # "welke doen ze samen?" of two ministries
    condition = _condition(own, alone=alone)
    kept = tuple(_with_others(c) if not alone else c for c in m.base_query.filters if not _of_several(c))
    ask: Ask = "count" if words.says("counts") else "list"
    query = replace(m.base_query, ask=ask, share=(), group_by=(), extreme=None, field=None)
    return Step(replace(query, filters=narrowed(kept, (condition,))), m.base)


def _condition(own: tuple[Owners, ...], *, alone: bool) -> Filter:
    """That nobody else has a part in what these own, or that somebody has."""
    jointly = len(own) == 1 and own[0].mode in ("all", "only") and len(own[0].codes) > 1
    others = MinistryCount(len(own[0].codes) + 1 if jointly else _PAIR)
    return Not(others) if alone else others


def _own(m: Moment) -> tuple[Owners, ...]:
    """The ministries of the list, or of the list out of which it was taken."""
    for query, shown in ((m.base_query, m.base.shown), *((t.query, t.shown) for t in m.conversation.turns[::-1])):
        own = tuple(c for c in query.filters if isinstance(c, Owners)) if query else ()
        if own and set(m.base.shown) <= set(shown):
            return own
    return ()


def _named(m: Moment) -> set[str]:
    """All ministries that the conversation has named."""
    filters = [c for turn in m.conversation.turns if turn.query for c in turn.query.filters]
    return {code for c in filters if isinstance(c, Owners) for code in c.codes}


def _parted(plain: str) -> tuple[str | None, str]:
    """What is said of the others: "alone", "shared" or "together", None for nothing or two of them; and the rest."""
    said: set[str] = set()
    plain = _lead().sub("", " ".join(words_of(plain)))
    for phrase, name in _phrases():
        plain, times = re.subn(rf"(?<!\S){re.escape(phrase)}(?!\S)", " ", plain)
        said |= {name} if times else set()
    if "shared" in said:
        said -= {"together"}
    return (said.pop() if len(said) == 1 else None), plain


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    """What says alone or with others, the longest first: "niet alleen" says more than "alleen"."""
    sets = word_sets("unaided")
    pairs = [(phrase, name) for name in _SEVERAL[1:] for phrase in sets[name]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _lead() -> re.Pattern[str]:
    """What chooses in front and tells of no ministry: "alleen" of "alleen die ze zelf doen"."""
    sets = word_sets("unaided")
    return re.compile(rf"^(?:(?:{'|'.join(sets['beyond'])}) )+(?=(?:die|wat|waar|welke|degene)\b)")


def _they(words: Bag) -> bool:
    """Whether the ministry is meant: a pronoun of persons, a noun, or "die" behind its verb: "wat doet die alleen?"."""
    pairs = zip(words.words, words.words[1:], strict=False)
    sets = words.sets
    return words.says("they") or any(a in sets["does"] and b in sets["that"] for a, b in pairs)


def _of_several(condition: Filter) -> bool:
    inner = condition.condition if isinstance(condition, Not) else condition
    return isinstance(inner, MinistryCount)


def _with_others(condition: Filter) -> Filter:
    """The same ministry, now with others: after what it does alone."""
    if isinstance(condition, Owners) and condition.mode in ("alone", "only"):
        return Owners(condition.codes, "all" if len(condition.codes) > 1 else "any")
    return condition
