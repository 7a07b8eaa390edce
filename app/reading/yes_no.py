# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Questions about one named measure that take yes or no: "Is 3.10 al klaar?", "Loopt FundRight in 2024 af?".

What is asked of the measure is read as it would be of a list ("welke maatregelen lopen in 2024 af"), so that the words
mean the same in both.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from app.filters import (
    EndIn,
    HasEnd,
    Headings,
    MinistryCount,
    Not,
    Overdue,
    Owners,
    Pages,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
)
from app.query import FieldName, Filter, Query
from app.reading.draft import Draft
from app.reading.lexicon import telling_progress, words_of_questions
from app.reading.line import Token
from app.reading.naming import names_one, set_of_kind, words_of

Meaning = Callable[[str], Query | None]
"""The query of a question by itself; None where some of its words play no part."""

_PLURAL = {
    "is": "zijn", "zijn": "zijn", "was": "waren", "waren": "waren", "loopt": "lopen", "lopen": "lopen", "liep": "liepen", "draait": "lopen", "heeft": "hebben", "hebben": "hebben",
    "valt": "vallen", "vallen": "vallen", "hoort": "horen", "horen": "horen", "ligt": "liggen", "liggen": "liggen", "staat": "staan", "staan": "staan",
    "wordt": "worden", "worden": "worden", "gaat": "gaan", "eindigt": "eindigen", "stopt": "stoppen", "moet": "moeten", "moeten": "moeten", "had": "hadden", "verloopt": "verlopen",
}  # fmt: skip
_FIELD_OF: tuple[tuple[type, FieldName], ...] = (
    (StatusIn, "status"), (Overdue, "end"), (EndIn, "end"), (HasEnd, "end"), (RunsAfter, "end"), (ToDoBy, "end"), (RunsDuring, "end"), (StartIn, "end"),
    (Owners, "owners"), (MinistryCount, "owners"), (Themes, "theme"), (Headings, "heading"), (Pages, "page"),
)  # fmt: skip
_VERB = re.compile(
    rf"^(?:(?:en|maar|of) )*(?P<v>{'|'.join(_PLURAL)}) (?!er |alle |bijna alle |iets |al |nog |(?:meer dan |ruim |minder dan |bijna )?(?:de helft|een kwart|een derde|de meerderheid|het merendeel|het grootste deel)(?!\S)|het (?:goed|slecht|mis|wel|niet) )"
)
_WHETHER = re.compile(
    rf"^(?:en |maar )?(?:of|klopt het dat|is het zo dat|klopt dat|is het waar dat|is het juist dat) (?P<x>.+?)(?: (?P<v>{'|'.join(_PLURAL)}))?(?P<end>(?: [?!.])*)$"
)
_OWNER = re.compile(
    r"^(?:(?:en|maar) )?(?:doet|is|gaat|trekt|werkt|heeft|draagt) (?:(?:het|de) )?(?:ministerie van |minister van |departement van )?(?P<o>«[ob]\d+»)(?: ook| mede| de| het)*"
    r" (?:mee (?:aan|met|bij)|verantwoordelijk(?:heid)? (?:voor|van)|over|betrokken bij|(?:de )?(?:eigenaar|trekker) van|aan|bezig met) (?P<x>.+?)(?: [?!.])*$"
)
_OF_MANY = re.compile(  # "heeft OCW maatregelen waarvan ...": whether there are any
    r"(?<!van de )(?<!\S)(?:geen |nog |ook |al |er )*(?:maatregelen|acties|plannen|projecten|moties)(?!\S)"
)
_ONLY_OWNER = re.compile(
    r"(?:(?:het|de) )?(?:ministerie van |minister van )?«[ow]\d+»(?: (?:op|dit|moment|nu|zelf|ook|nog|al))*"
)
_HANGING = re.compile(
    r"(?:^| )(?:van|de|het|een|in|op|voor|over|bij|met|naar|tegen|en|of|om|aan|uit|ter|te|door|onder)$"
)
_MOST_TRIES = 8


def read_yes_no(draft: Draft, meaning: Meaning) -> bool:
    """Whether the question asks yes or no of one named measure; then the whole of it is read."""
    line = draft.line
    match = _OWNER.match(line.text)
    if match and _names(draft, match.start("x"), match["x"], "owners"):
        return _take(draft, *match.span("x"), (Owners((line.value(match["o"]),)),), "owners")
    match = _VERB.match(line.text)
    if match:
        return _with_rest(draft, meaning, match.end(), len(line.text), _PLURAL[match["v"]], after="")
    match = _WHETHER.match(line.text)
    if match:
        verb = match["v"] or ""
        return _with_rest(draft, meaning, *match.span("x"), "", after=_PLURAL.get(verb, ""))
    return False


def _with_rest(draft: Draft, meaning: Meaning, start: int, end: int, verb: str, *, after: str) -> bool:
    """Try each place where the measure's name may end, the shortest name first."""
    line = draft.line
    end = start + len(re.sub(r"(?: [?!.])+$", "", line.text[start:end]))
    tries = 0
    for space in re.finditer(" |$", line.text[start:end]):
        at = start + space.start()
        inner, rest = line.text[start:at], line.text[at:end].strip()
        if "«p" in inner and "«k" not in inner:  # a member is no measure: "heeft Kamerlid Bikker iets ingediend"
            return False
        if not (rest or after) or not _names(draft, start, inner, "status"):
            continue
        first = rest.split()[0] if rest else ""
        if rest and not (first.startswith("«") or first in _beginnings()):
            continue
        if _HANGING.search(inner) or _ONLY_OWNER.fullmatch(inner):
            continue
        if _OF_MANY.match(rest) and "«n" not in inner:
            return False
        tries += 1
        if tries > _MOST_TRIES:
            return False
        if " of " in f" {rest} ":  # "is X af of loopt het nog" takes no yes or no
            return False
        words = " ".join(t.text for t in _tokens(draft, at, end)) if rest else ""
        parts = ("welke maatregelen", *((verb,) if verb else ("die",)), words, after)
        query = meaning(" ".join(part for part in parts if part))
        found = _field_of(query)
        if query is not None and found is not None:
            return _take(draft, start, at, query.filters, found)
    return False


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """Words with which what is said of a measure may begin."""
    return telling_progress() | frozenset(words_of_questions()["yes_no"]["begins"])


def _tokens(draft: Draft, start: int, end: int) -> list[Token]:
    line = draft.line
    first, last = line.span(start, end)
    return [t for s in line.symbols[first:last] for t in line.tokens[s.start : s.stop]]


def _names(draft: Draft, start: int, inner: str, name: FieldName) -> bool:
    telling_names = names_one(inner, name) and not re.match(r"(?:die|dat|deze|dit|het|ze|hij|er)$", inner)
    return telling_names and not set_of_kind(draft, start, inner)


def _field_of(query: Query | None) -> FieldName | None:
    """The field by which the filters are answered; None where the query is no plain list of measures."""
    if query is None or query.ask != "list" or query.topic is not None or not query.filters or query.limit:
        return None
    fields = [_of_filter(condition) for condition in query.filters]
    return fields[0] if fields and None not in fields else None


def _of_filter(condition: Filter) -> FieldName | None:
    bare = condition.condition if isinstance(condition, Not) else condition
    return next((field for kind, field in _FIELD_OF if isinstance(bare, kind)), None)


def _take(draft: Draft, start: int, end: int, filters: tuple[Filter, ...], name: FieldName) -> bool:
    line = draft.line
    inner = line.text[start:end]
    draft.ask, draft.field = "field", name
    numbers = re.findall(r"«n\d+»", inner)
    if numbers:
        draft.target = tuple(dict.fromkeys(line.value(n) for n in numbers))
    else:
        draft.topic = words_of(draft, start, end) or None
    tokens = (0, len(line.tokens))
    for condition in filters:
        draft.add(condition, tokens)
    line.use((0, len(line.text)))
    return True
