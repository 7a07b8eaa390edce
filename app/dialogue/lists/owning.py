"""Rules about whose measures they are: "welke doen ze samen?", "en wat alleen?", "andersom", "dat ministerie"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.lists import refining
from app.dialogue.measures.asking import ONE_OF
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids, Not, Owners
from app.query import Filter, Order, Query

_SAME_OWNERS = 2
_THEIRS = re.compile(r"\b(?:hun|haar|zijn) (?:andere |overige |eigen |gezamenlijke )?(?:maatregelen|acties)\b")

_TOGETHER = {"tweeen": 2, "drieen": 3, "vieren": 4, "vijven": 5, "zessen": 6}
_THOSE_OWNERS = re.compile(
    r"\b(?:dat|dit|datzelfde|ditzelfde|hetzelfde|diezelfde|die|deze|dezelfde|al die|alle)(?: (?P<n>twee|drie|vier|vijf|zes|[2-6]))?"
    r" (?P<noun>ministerie|ministeries|departement|departementen|eigenaar|eigenaars|eigenaren|trekker|trekkers|verantwoordelijken)\b"
    r"|\b(?:diezelfde|die|deze|dezelfde|met (?:zijn|z'n|hun)) (?P<many>tweeen|drieen|vieren|vijven|zessen|twee|drie|vier|vijf|zes)\b(?! (?:maatregel|jaar|kwartal|maand|thema|kopje|moties|pilots|allianties))"
)


def swapped(m: Moment) -> Step | Problem | None:
    """The messages "andersom", "en andersom: BZ zonder OCW?"."""
    if cues.cue("swap", m.message) is None:
        return None
    rest = re.sub(r"\b(?:en|andersom|omgekeerd|vice versa|precies|het|dan)\b", " ", m.message, flags=re.IGNORECASE)
    query = m.read(rest).query
    before = m.base_query
    if query.filters and query.topic is None:
        return Step(replace(before, filters=refining.replaced(before.filters, query.filters)), m.base)
    filters = refining.swapped(before.filters)
    if filters is not None:
        return Step(replace(before, filters=filters), m.base)
    if before.order != Order():
        return Step(replace(before, order=replace(before.order, descending=not before.order.descending)), m.base)
    return Problem("Er is hier niets om te draaien. Noem de twee ministeries, bijvoorbeeld: “BZ zonder OCW”.")


_SHARED = re.compile(r"\b(?:is|zijn|staan) (?:er |daarvan |ervan )*gedeeld\b")


def owners_together(m: Moment) -> Step | Problem | None:
    """The message "welke doen ze samen?": of the last two ministries that were named."""
    if cues.cue("together", m.message) is None:
        return None
    codes: list[str] = []
    for turn in reversed(m.conversation.turns):
        for condition in turn.query.filters if turn.query else ():
            if isinstance(condition, Owners):
                codes += [c for c in condition.codes if c not in codes]
        if len(codes) >= _SAME_OWNERS:
            break
    before = m.base_query
    either = any(isinstance(c, Owners) and c.mode == "any" and len(c.codes) > 1 for c in before.filters)
    if len(codes) < _SAME_OWNERS or (either and _SHARED.search(m.plain)):  # shared with whomever
        shared = m.read("gedeelde maatregelen").query.filters
        return Step(replace(before, filters=refining.narrowed(before.filters, shared)), m.base) if shared else None
    kept = refining.without_exclusion(before.filters, codes[:2])
    return Step(replace(before, filters=refining.replaced(kept, (Owners(tuple(codes[:2][::-1]), "all"),))), m.base)


def with_owner(m: Moment) -> Step | Problem | None:
    """The messages "met VWS samen" and "en wat alleen?": with whom the ministry of the list shares, or that it does not."""
    before = m.base_query
    own = next((c for c in before.filters if isinstance(c, Owners)), None)
    if own is None:
        return None
    if re.match(
        r"^(?:en |maar |nu |dan )*(?:wat |welke |die )?(?:doen ze |doet (?:dat ministerie|het|die) |daarvan )?(?:alleen|zelfstandig|in zijn eentje|in hun eentje|zelf)(?: dan)?$",
        m.plain,
    ):
        alone = refining.replaced(before.filters, (Owners(own.codes[:1], "alone"),))
        return Step(replace(before, filters=alone, ask="list"), m.base)
    if own.mode == "all" and re.match(
        r"^(?:en )?(?:samen )?met (?:beide|beiden|allebei|alle drie|allen|hen beiden)(?: samen)?$", m.plain
    ):
        named = [c for turn in m.conversation.turns[-2:] for c in (turn.query.filters if turn.query else ())]
        codes = tuple(dict.fromkeys(code for c in named if isinstance(c, Owners) for code in c.codes))
        return Step(replace(before, filters=refining.replaced(before.filters, (Owners(codes, "all"),))), m.base)
    with_mode = r"(?:(?:samen|gezamenlijk|gedeeld) )?" if own.mode == "all" else r"(?:samen|gezamenlijk|gedeeld) "
    match = re.match(
        rf"^(?:en |ook |nu |dan |alleen |wat )*(?:{with_mode}met (?P<x>.{{2,40}}?)(?: erbij| ook| daarbij)*|met (?P<y>.{{2,40}}?) (?:samen|gezamenlijk|gedeeld))$",
        m.plain,
    )
    if match is None:
        return None
    other = [c for c in m.read(f"maatregelen van {match['x'] or match['y']}").query.filters if isinstance(c, Owners)]
    if len(other) != 1:
        return None
    more = re.search(r"\b(?:erbij|ook|daarbij)\b", m.plain) is not None  # "en met SZW erbij": all three
    first = own.codes[:1] if own.mode == "all" and not more else own.codes
    codes = tuple(dict.fromkeys((*first, *other[0].codes)))
    return Step(replace(before, filters=refining.replaced(before.filters, (Owners(codes, "all"),)), ask="list"), m.base)


_OF_THE_LIST = re.compile(
    r"\b(?:daar\w*|hier\w*|ervan|erbij|die|deze|dit|dat|ook|mede|mee|samen|gezamenlijk\w*|gedeeld\w*|nog|niet|geen|zonder|alleen|enkel|andere?|lijst\w*|rijtje)\b"
)


def of_another_owner(m: Moment) -> Step | Problem | None:
    """The message "welke heeft JenV afgerond?" after those of VWS that are: the same question, of another ministry."""
    own = [c for c in m.base_query.filters if isinstance(c, Owners)]
    others = [c for c in m.base_query.filters if not isinstance(c, Owners)]
    if len(own) != 1 or not others or _OF_THE_LIST.search(m.plain) or m.base_query.topic is not None:
        return None
    query = m.read(m.message).query
    named = [c for c in query.filters if isinstance(c, Owners)]
    again = [c for c in query.filters if not isinstance(c, Owners)]
    if query.topic is not None or query.target or query.ask not in ("list", "count") or set(again) != set(others):
        return None
    if len(named) != 1 or named[0].mode != "any" or set(named[0].codes) & set(own[0].codes):
        return None
    return Step(
        replace(m.base_query, ask=query.ask, filters=refining.replaced(m.base_query.filters, tuple(named))), m.base
    )


def theirs(m: Moment) -> Step | Problem | None:
    """The message "welke van hun maatregelen zijn klaar?": all that the ministry of the list has."""
    own = tuple(c for c in m.base_query.filters if isinstance(c, Owners))
    query = m.read(m.message).query
    if len(own) != 1 or not _THEIRS.search(m.plain) or query.topic is not None or query.target:
        return None
    told = tuple(c for c in query.filters if refining.dimension(c) != "owner")
    return Step(replace(query, filters=(*own, *told))) if told or query.ask != "list" else None


def same_owners(m: Moment) -> Step | Problem | None:
    """The message "welke andere maatregel hebben die vijf samen?": what is of all owners of the one on the table.

    The words are data (`[same_owners]` in `data/operations.toml`); each must be one of them, or the number of owners.
    """
    measure = m.measures.get(m.focus[0]) if len(m.focus) == 1 else None
    if measure is None or len(measure.owners) < _SAME_OWNERS:
        return None
    said = bag(m.plain, "same_owners")
    numbers = {word: cues.number(word) for word in said.words if cues.number(word) > 1}
    them = bool(numbers) or said.says("them", "many", "they")
    if not said.only(beside=frozenset(numbers)) or not (them and said.says("others") and said.says("points", "they")):
        return None
    if not {*numbers.values()} <= {len(measure.owners)} or not (numbers or said.says("jointly", "many", "them")):
        return None
    owners: Filter = Owners(measure.owners, "all")
    return Step(Query(ask="count" if "hoeveel" in said.words else "list", filters=(owners, Not(Ids(m.focus)))))


def same_owner(m: Moment) -> Step | Problem | None:
    """The message "Welke andere maatregelen heeft dat ministerie?"."""
    match = _THOSE_OWNERS.search(m.plain)
    measure = m.measures.get(m.focus[0]) if m.focus else None
    if match is None or measure is None or not measure.owners:
        return None
    many = match["n"] or match["many"]
    if many and ((cues.number(many) or _TOGETHER.get(many)) != len(measure.owners) or len(m.focus) > 1):
        return None
    if not match["noun"] and not (m.last.field == "owners" and ONE_OF.search(m.plain)):
        return None  # "die drie" are measures
    owners = Owners(measure.owners, "any" if len(measure.owners) == 1 else "all")
    others = (Not(Ids(m.focus)),) if ONE_OF.search(m.plain) or "meer" in m.plain else ()
    own = tuple(c for c in m.read(m.message).query.filters if refining.dimension(c) != "owner")
    return Step(Query(ask="count" if "hoeveel" in m.plain else "list", filters=(owners, *own, *others)))
