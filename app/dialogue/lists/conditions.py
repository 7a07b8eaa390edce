"""The conditions that words of a turn are, or are called: "van JenV", "wat ze met een ander delen", "het OCW-filter"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.forms import data
from app.dialogue.lists import refining
from app.dialogue.lists.change import of_that_year
from app.dialogue.lists.periods import period_beside
from app.dialogue.moment import ASKS, Moment
from app.filters import KindIs, MinistryCount, Owners
from app.query import Query

PAIR = 2
SAYS_NOTHING = re.compile(r"\b(?:geplande?|beoogde?|concrete?|opgenomen|genoemde?|vermelde?|voorziene?) ")
_SEVERAL = re.compile(r"(?:en|s|'s)$")
_RELATIVE = re.compile(
    r"^(?:(?:alles|die|degenen?|alle|de|maatregelen) )*(?:waar(?:bij|aan|in|van|voor|mee)?|wat bij) (?:ook )?(?P<x>.+?) (?:(?:ook|mede|er) )*(?:(?:bij|aan|in|mee|voor|van|over|tussen|eigenaar|mede-eigenaar|trekker|verantwoordelijk|betrokken|partner|gaat|zit|zitten|is|zijn|staat|staan|hoort|horen|ligt|liggen|doet|doen|werkt|werken|meedoet|meedoen) ?)+$"
)
_LEADING = re.compile(r"^(?:(?:het|de|van|met|bij|door|ministerie|departement) )+", re.IGNORECASE)
_THOSE_SO = re.compile(
    r"^(?:degenen?|diegenen?|alles|alle|de maatregelen) (?:die|wat) (?:al |reeds |inmiddels )?(?P<x>.+) (?:zijn|is)$",
    re.IGNORECASE,
)
_FROM_THEME = re.compile(
    r"^(?:(?:alles|wat|die|degenen?|de maatregelen)(?: wat| die)? )?(?:uit|onder|binnen|bij|in) (?:het )?(?P<x>.+?)"
    r"(?: (?:hoort|horen|valt|vallen|zit|zitten|staat|staan|is|zijn))?$",
    re.IGNORECASE,
)
_JOINTLY = re.compile(r"\b(?:samen|gezamenlijk\w*|delen|deelt|gedeeld\w*|tezamen)\b")
_WITH_THEM = re.compile(r"\b(?:ze|zij) (?:samen )?met\b")
_OF_CONDITIONS = (
    r"(?:(?:het|dat|die|de|deze|dit|mijn|een|enige?) )?(?:(?:laatste|vorige|extra|huidige|gekozen|gestelde|aparte) )?"
)


def conditions(m: Moment, words: str) -> refining.Filters:
    """The conditions that words are; () where they are anything else."""
    plain = cues.plain(words)
    if _says_shared(m, plain):
        return (MinistryCount(PAIR),)
    beside = period_beside(m, plain)
    if beside is not None:
        return (beside[1],)
    if not words or (ASKS.match(plain) and not plain.startswith("wat ")):
        return ()
    reading = m.read_like(of_that_year(m, SAYS_NOTHING.sub("", words)))
    query = reading.query
    so = _THOSE_SO.match(words)
    if so and (
        query.topic is not None or reading.ignored or replace(query, filters=(), as_of=None) != Query()
    ):  # "degene die al klaar zijn"
        reading = m.read(f"die {so['x']} zijn")
        query = reading.query
    theme = _FROM_THEME.match(words)
    if theme and query.topic is not None:  # "die uit Onderwijs en media"
        reading = m.read(f"maatregelen binnen het thema {theme['x']}")
        query = reading.query
    if reading.ignored or replace(query, filters=(), as_of=None) != Query():
        return ()
    one = all(isinstance(c, KindIs) for c in query.filters) and not _SEVERAL.search(cues.plain(words))
    return () if one else query.filters  # "de monitor" is one of the list, and no kind


def owners(m: Moment, words: str) -> refining.Filters:
    """The ministries that words name, where nothing but a ministry can be meant: "Onderwijs" is OCW there."""
    for said in (words, f"van het ministerie van {_LEADING.sub('', words)}"):
        filters = conditions(m, said)
        if filters and all(isinstance(c, Owners) for c in filters):
            return filters
    return ()


def typed(m: Moment, words: str) -> str:
    """Words of the folded message as they were typed."""
    return cues.typed(m.message, m.plain, words) if words else ""


def told(m: Moment, words: str) -> refining.Filters:
    """The conditions that words are, also in a clause of their own: "waar JenV eigenaar van is"."""
    match = _RELATIVE.match(cues.plain(words))
    named = owners(m, typed(m, match["x"])) if match else ()
    return named or conditions(m, words)


def either(filters: refining.Filters, words: str) -> refining.Filters:
    """Of several ministries that are taken out, what is of any of them: "zowel BZ als VWS mag je schrappen"."""
    plain = cues.plain(words)
    if _JOINTLY.search(plain) and not _WITH_THEM.search(plain):
        return filters
    return tuple(Owners(c.codes) if isinstance(c, Owners) and c.mode == "all" else c for c in filters)


def without_sharing(m: Moment, filters: refining.Filters) -> refining.Filters:
    """The conditions without "gedeeld", where the list has a ministry and they name the one that it shares with."""
    named = any(isinstance(c, Owners) for c in filters) and has_owner(m.base_query.filters)
    return tuple(c for c in filters if c != MinistryCount(PAIR)) if named else filters


def has_owner(filters: refining.Filters) -> bool:
    """Whether one of the filters is about a ministry."""
    return any(refining.dimension(c) == "owner" for c in filters)


@lru_cache(maxsize=1)
def _sharing() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(data()["sharing"]["says"]) + r")\b")


def _says_shared(m: Moment, plain: str) -> bool:
    """Whether words say of the ministry of the list that it is not the only one: "wat ze met een ander delen"."""
    own = {code for c in m.base_query.filters if isinstance(c, Owners) for code in c.codes}
    match = _sharing().search(plain)
    if match is None:
        return False
    left = f"{plain[: match.start()]} {plain[match.end() :]}".split()
    left = [word for word in left if word not in data()["sharing"]["beside"]]
    if not left:
        return True
    told = m.read(" ".join(left)).query
    named = {code for c in told.filters if isinstance(c, Owners) for code in c.codes}
    anyone = match.group().endswith("wie dan ook")  # "met OCW of VWS of wie dan ook"
    only_owners = told.topic is None and all(isinstance(c, Owners) for c in told.filters)
    return only_owners and bool(named) and (anyone or named <= own)


# ------------------------------------------------------------------------------------------------ conditions by name


@lru_cache(maxsize=1)
def _named_kinds() -> re.Pattern[str]:
    kinds = data()["conditions"]["kinds"]
    called = "|".join(re.escape(w) for w in sorted(data()["conditions"]["words"], key=len, reverse=True))
    groups = "|".join(
        f"(?P<{name}>" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"
        for name, words in kinds.items()
    )
    of = r"(?:op|van|voor|naar|over|met|qua|om)"
    return re.compile(
        rf"^(?:{of} )?{_OF_CONDITIONS}(?:(?P<called>{called})(?: {of})?(?: (?:het|de|dat|die))?(?: |$))?(?:(?:{groups})-?(?:filter|eis)?)?$"
    )


def kind_named(words: str) -> str | None:
    """The kind of condition that words name, "any" for just a condition; None where they name none."""
    match = _named_kinds().match(cues.plain(words))
    if match is None:
        return None
    kind = next((name for name in data()["conditions"]["kinds"] if match[name]), None)
    return kind or ("any" if match["called"] else None)


@lru_cache(maxsize=1)
def _called() -> re.Pattern[str]:
    called = "|".join(re.escape(w) for w in sorted(data()["conditions"]["words"], key=len, reverse=True))
    return re.compile(
        rf"^{_OF_CONDITIONS}(?:{called}) (?:tot|op|van|voor|naar|met|in) (?P<x>.+)$|^(?P<y>.+?)(?:-| )?(?:filter|beperking)$|^(?P<z>.+) als (?:{called})$"
    )


def condition_called(words: str) -> str | None:
    """The words of a condition that is called one: "de beperking tot JenV", "het OCW-filter"."""
    match = _called().match(cues.plain(words))
    return (match["x"] or match["y"] or match["z"]) if match else None
