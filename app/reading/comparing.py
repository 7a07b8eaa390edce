# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Two numbers beside each other: "hoeveel meer maatregelen heeft OCW dan SZW", "zijn er meer afgeronde dan gestopte".

They are read as groups of the two; the answer tells both numbers and the difference, and says yes or no where the
question takes that.
"""

import re

from app.filters import AnyOf, EndIn, Owners, StatusIn, Themes
from app.filters.sides import two_sides
from app.reading.draft import Draft
from app.reading.lexicon import telling_progress
from app.reading.line import rule
from app.reading.when import When, whole_year

_OF = r"(?:(?:in|bij|van|binnen|onder|voor|door|er|het|de|thema|ministerie|departement|hoofdstuk|maatregelen|acties|wel|jaar) )*"
_THEME_NUMBER = rule(r"(?:thema|hoofdstuk) (?P<n>\d)")
_AS_MANY = rule(rf"(?P<x>evenveel|even veel)(?P<g>(?: [^ ]+){{0,8}}?) (?P<d>als) (?P<o>{_OF})(?P<b>«[owmt]\d+»)")
_MORE = rule(
    rf"(?P<x>meer|minder|evenveel|even veel)(?P<g>(?: [^ ]+){{0,8}}?) (?P<d>dan) (?P<o>{_OF})(?P<b>«[owmt]\d+»)"
)
_MORE_STATUS = rule(
    r"(?P<x>meer|minder|evenveel|even veel)(?P<g>(?: [^ «]+){1,4}?) (?P<d>dan) (?:er )?(?P<s>[a-z]+)(?= (?:maatregelen|acties|van|bij|in|binnen|onder|zijn|is|er|hebben|heeft)(?!\S)|(?: [?.!])*$)"
)
_RATIO = rule(
    r"(?P<x>(?:wat is |hoe is )?(?:de )?(?:verhouding|balans)(?: (?:tussen|van|is|het aantal))*|hoe verhoud(?:t|en)(?: zich)?(?: het aantal)?)(?: (?:de|het|afgesloten))*(?: [^ «]+){1,3}? (?P<v>versus|vs|tegenover|ten opzichte van|en|tot|/|naast)(?: (?:de|het|nog))* (?P<s>[a-z]+)"
)
_WHO_MORE = rule(
    rf"(?P<x>meer|minder|meeste|minste)(?P<g>(?: [^ «]+){{0,8}}?) (?:,|:|tussen|van) (?P<o>{_OF})(?P<a>«[owm]\d+») (?:of|en) (?P<o2>{_OF})(?P<b>«[owm]\d+»)"
)
_VERB_FIRST = re.compile(
    r"^(?:(?:en|maar|of) )?(?!wie|wat|welke?|hoeveel)(?:is|zijn|heeft|hebben|loopt|lopen|staan|staat|vallen|valt|doet|doen|of|eindigen|telt|tellen|kent|trekt|klopt)(?!\S)"
)
_HOW_MANY = re.compile(r"(?<!\S)(?:hoeveel|het verschil|verschil|er|van de twee|van beide|van deze twee)(?!\S)")


def read_comparison(draft: Draft) -> bool:
    """Groups of the two that are compared by their number."""
    line = draft.line
    for themed in reversed(list(_THEME_NUMBER.finditer(line.text))) if _MORE_SAID.search(line.text) else ():
        number = int(themed["n"])
        if 0 < number <= len(draft.lexicon.themes):
            line.put(themed.start(), themed.end(), "m", draft.lexicon.themes[number - 1])
    either = _WHO_MORE.search(line.text)
    if either:
        return _of_symbols(draft, either, either["a"], either["b"])
    match = _MORE.search(line.text) or _AS_MANY.search(line.text)
    if match:
        kind = match["b"][1].replace("w", "o")
        before = [
            s for s in re.findall(r"«[owmt]\d+»", line.text[: match.start("b")]) if s[1].replace("w", "o") == kind
        ]
        return bool(before) and _of_symbols(draft, match, before[-1], match["b"])
    ratio = _RATIO.search(line.text)
    if ratio and ratio["s"] in telling_progress():
        draft.ask, draft.group_by, draft.measures_named = "groups", ("status",), True
        line.use(ratio.span("x"), *([ratio.span("v")] if ratio["v"] != "en" else []))
        return True
    statuses = _MORE_STATUS.search(line.text)
    if statuses and draft.measures_named and statuses["s"] in telling_progress():
        draft.ask, draft.group_by, draft.comparing = "groups", ("status",), statuses["x"]
        line.use(statuses.span("x"), statuses.span("d"), *[m.span() for m in _HOW_MANY.finditer(line.text)])
        return True
    return False


_MORE_SAID = re.compile(r"(?<!\S)(?:(?:meer|minder)(?!\S).* dan|even ?veel(?!\S).* als)(?!\S)")


def _of_symbols(draft: Draft, match: re.Match[str], first: str, second: str) -> bool:
    line = draft.line
    if first == second or first[1].replace("w", "o") != second[1].replace("w", "o"):
        return False
    values = [line.value(first), line.value(second)]
    if any(isinstance(value, tuple) and not isinstance(value[0], str) for value in values):
        return False
    words = ("x", "d", "o", "o2") if "o2" in match.re.groupindex else ("x", "d", "o")
    names = [name for name in words if name in match.re.groupindex and match[name]]
    spans = [match.span(name) for name in names]
    for symbol in (first, second):
        at = line.text.index(symbol)
        before = re.search(rf"{_OF}$", line.text[:at])
        spans.append((before.start() if before else at, at + len(symbol)))
    spans += [m.span() for m in _HOW_MANY.finditer(line.text)]
    draft.measures_named = True
    draft.comparing = match["x"]
    tokens = line.use(*_apart(spans))
    draft.ask = "groups"
    kind = first[1].replace("w", "o")
    if kind == "o":
        draft.add(Owners(tuple(v[0] if isinstance(v, tuple) else v for v in values)), tokens)
        draft.group_by = ("owner",)
    elif kind == "m":
        draft.add(Themes(tuple(values)), tokens)
        draft.group_by = ("theme",)
    else:
        whens = [w for w in values if isinstance(w, When)]
        draft.add(AnyOf(tuple(EndIn(w.period, w.possible) for w in whens)), tokens)
        draft.group_by = ("year",) if all(whole_year(w) for w in whens) else ("quarter",)
    return True


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without those that lie within another."""
    return [s for s in set(spans) if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def settle_comparison(draft: Draft, said: str) -> None:
    """Of which of the two a question of yes or no asks whether it has more."""
    told = any(isinstance(f, StatusIn) and len(f.codes) == 1 for f, _, _ in draft.found)
    if told and len(draft.group_by) > 1 and draft.group_by[-1] == "status":
        draft.group_by = draft.group_by[:-1]  # "verschil OCW en SZW afgerond": one status is no group
    if draft.comparing is None or not _VERB_FIRST.search(said) or "even" in draft.comparing:
        return
    for condition, _, _ in draft.found:
        sides = two_sides(condition)
        if sides:
            draft.whether = (sides[2] if draft.comparing.startswith("min") else sides[1],)
