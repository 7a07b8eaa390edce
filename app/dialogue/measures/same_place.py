"""The rule for what else stands in the same place of the report as what is shown: "wat valt er onder dat kopje?"."""

import re

from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import called_in_text, shown_as
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Headings, Ids, Not, Owners, Themes
from app.query import Query

_JOINS = re.compile(  # "pak de rest van dat kopje er ook bij": the one that was told stays
    r"^(?:(?:en|maar|nu|dan) )*(?:pak|neem|doe|zet|voeg|haal|tel)\b.*\b(?:erbij|bij|toe|mee)$"
)
_THERE = ("er", "daar", "hier")


def same_place_of_report(m: Moment) -> Step | Problem | None:
    """The messages "wat valt er nog meer onder dat kopje?", "welke staan er nog in hetzelfde blokje?"."""
    words = fieldwords.table()["places"]
    of_one = next((found for pattern in words["of_one"] if (found := re.search(pattern, m.plain))), None)
    match = of_one or next((found for pattern in words["same"] if (found := re.search(pattern, m.plain))), None)
    match = match or _which_and_there(m) or _there_after_place(m)
    focus = _place_of(m, of_one["x"] or "") if of_one is not None else m.focus
    measure = m.measures.get(focus[0]) if focus else None
    if match is None or measure is None or not re.search(words["asks_more"], m.plain):
        return None
    there = match.re.pattern == words["there"]
    wide = m.last.field == "theme" if there else match["place"] in words["wide"]
    by_heading = not wide and measure.heading
    place = Headings((measure.heading,)) if by_heading else Themes((measure.theme,))
    rest = f"{m.plain[: match.start()]} {m.plain[match.end() :]}"
    query = m.read(rest).query
    own = tuple(c for c in query.filters if not isinstance(c, Headings | Themes | Ids)) if not query.target else ()
    if match["place"] in _THERE and len(focus) > 1 and any(isinstance(c, Owners) for c in own):
        return None  # "zit JenV er ook tussen?" asks of the list
    if own and match["place"] in words["rows"] and "zelfde" not in match.group() and _in_list(m):
        return None  # "welke van dit rijtje is stopgezet?", after one of it was told
    adverbs = re.search(r"\b(?:nog|meer|verder|ook)\b", match.group())
    more = (adverbs or re.search(words["more"], rest)) and len(focus) == 1
    others = (Not(Ids(focus)),) if more and not _JOINS.match(m.plain) else ()
    return Step(Query(ask="count" if query.ask == "count" else "list", filters=(place, *own, *others)))


def place_and_others(m: Moment) -> Step | Problem | None:
    """The message "onder welk kopje valt dat, en wat staat daar nog meer?": what stands there; the reading names it."""
    return same_place_of_report(m) if _which_and_there(m) else None


def _which_and_there(m: Moment) -> re.Match[str] | None:
    return re.match(fieldwords.table()["places"]["which_and_there"], m.plain)


def _in_list(m: Moment) -> bool:
    """Whether what is pointed at is one of a list that was shown."""
    whole = pointing.last_list(m.conversation)
    return whole is not None and len(whole.shown) > 1 and set(m.focus) <= set(whole.shown)


def _place_of(m: Moment, called: str) -> tuple[str, ...]:
    """The measure of whose place is spoken: "het kopje van die alliantie", "het kopje waar die onder valt"."""
    if not called or called in ("maatregel", "ene", "actie", "punt"):
        return m.focus
    ids = shown_as(m, called, near_only=False)
    return ids if len(ids) == 1 else m.focus if called_in_text(m, called) else ()


def _there_after_place(m: Moment) -> re.Match[str] | None:
    """The word for the place that was told last: "welke staan daar nog meer?" after "onder welk kopje valt dat?"."""
    words = fieldwords.table()["places"]
    if m.last.field not in ("heading", "theme") or len(m.last.focus) != 1:
        return None
    return re.search(words["there"], m.plain) if re.search(words["more"], m.plain) else None
