# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Groups that have none of something ("welke thema's hebben geen afgeronde maatregelen"), or of which each has some.

They are the bottom of a ranking, which names the groups with none before all others.
"""

import re
from functools import lru_cache

from app.query import GroupKey
from app.reading.draft import Draft
from app.reading.lexicon import any_of, words_of_questions
from app.reading.line import rule

_NONE = r"geen(?: enkele?)?|niets|niks|nergens|nul"
_ALREADY = (
    r"(?: (?:er|nog|al|helemaal|eigenlijk|tot nu toe|op dit moment|momenteel|nu|van|ook|tot dusver|vooralsnog|zelf))*"
)
_HAVE = r"(?:heeft|hebben|kent|kennen|telt|tellen|is|zijn|staan|staat|vallen|valt|liggen|ligt|komen|komt|bevat|bevatten|lopen|loopt|doen|doet|zit|zitten|kregen|kreeg|krijgen)"


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], ...]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    lead = r"(?:(?:is|zijn|bestaan|bestaat|noem|geef|toon|wat zijn|zoek) (?:er )?)?(?:(?:in|bij|onder|binnen|voor|van) )?(?:(?:welke?|de|alle|een|het|ook|die) )*"
    return (
        rule(rf"(?P<a>{lead}(?:{names})(?: (?:die|dat))? {_HAVE}{_ALREADY}) (?P<b>{_NONE})"),
        rule(
            rf"(?P<a>{lead}(?:{names}) (?:waar|waarbij|waarvan|waarin|waaronder|waarvoor|die|dat|met){_ALREADY}) (?P<b>{_NONE})"
        ),
        rule(
            rf"(?P<a>{lead}(?:{names})) (?P<b>zonder(?: ook maar)?(?: een| één| enige)?)(?= (?:[a-z]+e|nog [a-z]+e) (?:maatregel(?:en)?|acties?)| «k\d+»)"
        ),
        rule(
            rf"(?P<a>(?:(?:bij|van|voor|door) )?(?P<owner>wie) {_HAVE}{_ALREADY}) (?P<b>{_NONE})(?! (?:verantwoordelijk|eigenaar))"
        ),
    )


@lru_cache(maxsize=1)
def _each() -> re.Pattern[str]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    return re.compile(
        rf"^(?:(?:en|maar|of) )?(?:{_HAVE} )?(?:er )?(?:(?:bij|in|onder|binnen|voor|van) )?(?P<a>(?:alle|al de|elke?|iedere?) (?:{names}))(?!\S)(?P<v> {_HAVE})?(?P<g>(?: (?:een|minstens een|minimaal een|ten minste een|wel|al|nog|ook|iets|wel iets|in elk geval))*)"
    )


def read_without(draft: Draft) -> bool:
    """Which groups have none of something, or whether each has some: the ranking from below."""
    line = draft.line
    for pattern in _rules():
        match = pattern.search(line.text)
        key = _key(match) if match else None
        if match is None or key is None:
            continue
        after = line.text[match.end() :]
        if re.match(r" (?:ander|ministerie|departement|verantwoordelijke|eigenaar|trekker)", after):
            continue
        if re.match(
            r" (?:deadlines?|einddatum|einddata|termijn)(?!\S)(?! (?:in|voor|na|tussen|vanaf|tot|dit|volgend|komend)?[^«]{0,12}«t)",
            after,
        ):
            continue
        _rank(draft, key, [(match.start("a"), match.end(key)), match.span("b")])
        draft.whether = ()
        return True
    match = _each().search(line.text)
    key = _key(match) if match else None
    if match is None or key is None or not re.match(r"(?:(?:en|maar|of) )?[a-z]+ ", line.text) or match.start("a") == 0:
        return False
    _rank(draft, key, [match.span("a"), *([match.span("g")] if match["g"] else [])])
    draft.each = True
    return True


def _rank(draft: Draft, key: GroupKey, spans: list[tuple[int, int]]) -> None:
    draft.ask, draft.extreme, draft.group_by, draft.measures_named = "rank", "least", (key,), True
    draft.line.use(*spans)


def _key(match: re.Match[str]) -> GroupKey | None:
    for key in ("owner", "theme", "heading", "status", "year", "quarter"):
        if match.groupdict().get(key):
            return key
    return None
