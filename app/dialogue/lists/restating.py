"""What a turn asks anew within the turns before it, where the conditions added since leave nothing.

"En wat heeft OCW met een einddatum na 2026?" after the shared ones of OCW that end in 2026 names the ministry again: it
is asked of what OCW has, and not of what was last left of it. "En welke pilots zijn van SZW?" of the finished pilots,
of which SZW has none, is a question by itself. A turn that points at the list ("daarvan") is of it.
"""

import re
from dataclasses import replace

from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.lists import refining
from app.dialogue.lists.that_ministry import points_at_ministry
from app.dialogue.moment import IN_FRONT, WHICH, Moment, Problem, Step
from app.filters import Headings, Ids, Owners, StatusIn, Themes
from app.query import Filter, GroupKey
from app.reading.verbs import general_verbs

_FEW = 5
_THAT_LIST = re.compile(r"\b(?:van|uit|in|op) (?:die|deze|dat|dit) (?:lijst|lijstje|rijtje|opsomming|overzicht)\b")
_SUBJECTS: set[refining.Dimension] = {"owner", "place", "kind", "person"}
_PROGRESS: set[refining.Dimension] = {"status", "time"}
_KINDS: dict[GroupKey, type] = {"theme": Themes, "heading": Headings, "status": StatusIn}


def with_any(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """A step, or where it selects nothing the likeliest that does."""
    for way in (of_all_measures, alone_but_for_others, relaxed, afresh, loosened, beside_the_chosen, of_one_group):
        step = way(m, step)
    return step


def of_all_measures(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """The question by itself, where the measures of a place are asked after one was told: none of it is meant."""
    if not isinstance(step, Step) or step.before is not m.base or not m.last.pointed or len(m.base.shown) != 1:
        return step
    if m.base_query.filters != (Ids(m.base.shown),) or step.query.ask not in ("list", "count"):
        return step
    query = m.course.fresh(m.message)
    whole = "place" in refining.dimensions(query.filters) and query.topic is None and not query.target
    return Step(query) if whole and query.ask in ("list", "count") and not cues.points_back(m.message) else step


def alone_but_for_others(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """A step for what is of one owner alone that selects nothing, as what is of no other ministry; else the step."""
    if not isinstance(step, Step) or step.before is not m.base or m.found(step.query.filters):
        return step
    told = tuple(
        replace(c, mode="only") if isinstance(c, Owners) and c.mode == "alone" else c for c in step.query.filters
    )
    return replace(step, query=replace(step.query, filters=told)) if m.found(told) else step


def relaxed(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """A step that selects nothing, without the conditions added since, where the turn asks anew; else the step."""
    if not isinstance(step, Step) or not _asks_anew(m, step) or m.found(step.query.filters):
        return step
    old = m.base_query.filters
    instead = refining.replaced(old, tuple(c for c in step.query.filters if c not in old))
    wider = replace(step, query=replace(step.query, filters=instead))
    return first_with_any(m, wider) if instead != step.query.filters else _with_any(m, step) or step


def afresh(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """The question by itself, where a step selects nothing and the message names what it asks for; else the step."""
    if not isinstance(step, Step) or step.query.ask in ("field", "detail") or _of_the_list(m):
        return step
    if points_at_ministry(m.plain):  # by itself the message does not say which
        return step
    if m.course.count(step.query, step.before):
        return step
    query = m.course.fresh(m.message)
    about = refining.dimensions(query.filters)
    named = "place" in about or ("kind" in about and not WHICH.match(m.plain)) or bool(query.target)
    if about and about <= refining.dimensions(m.base_query.filters):  # "en wat is er bij Arbeid over tijd?"
        return step
    return Step(query) if named and m.course.count(query, None) else step


def loosened(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """A step that selects nothing, without the status or period asked since: "en waar zit SZW bij?" after the finished.

    Only of a sentence about a ministry, a place or a kind that the list before does not name so; what was let go is
    told. "Welke zijn afgerond?" of those that end in 2025 stays: none may be.
    """
    if not isinstance(step, Step) or step.query.ask not in ("list", "count") or step.before is not m.base:
        return step
    added = refining.dimensions(c for c in step.query.filters if c not in m.base_query.filters)
    says = word_sets("of_the_list")["says"] | general_verbs()
    if not added or not added <= _SUBJECTS or _of_the_list(m) or not any(word in says for word in m.plain.split()):
        return step
    if m.course.count(step.query, step.before):
        return step
    wider = _with_any(m, step)
    return wider if wider is not None and refining.dimensions(wider.let_go) <= _PROGRESS else step


def beside_the_chosen(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """A step that selects nothing, in the place of what was chosen last: "en SZW?" after "alleen onderwijs?"."""
    if not isinstance(step, Step) or step.before is not m.base or m.base is not m.last or m.found(step.query.filters):
        return step
    few = len(m.plain.split()) <= _FEW and m.message.rstrip().endswith("?")
    bare = few and m.plain.startswith("en ") and WHICH.match(m.plain) is None
    bare = bare and cues.cue("only", m.last.question) is not None
    same = _THAT_LIST.search(m.plain) is not None and _THAT_LIST.search(cues.plain(m.last.question)) is not None
    if not (bare or same):  # twice "van die lijst": of the list before both
        return step
    filters = tuple(c for c in step.query.filters if c not in m.chosen_last)
    return replace(step, query=replace(step.query, filters=filters)) if m.chosen_last and m.found(filters) else step


def _of_the_list(m: Moment) -> bool:
    """Whether a message is of the list whatever that leaves: it points at it, takes less, is a part or asks whether.

    The words that it begins with are data (`[of_the_list]` in `data/operations.toml`).
    """
    sets = word_sets("of_the_list")
    first, second = [*(word for word in m.plain.split() if word not in sets["before"]), "", ""][:2]
    if second in sets["asks"]:  # "bij welke maatregel staat de SER als verantwoordelijke?"
        return cues.points_back(m.message)
    head, *behind = IN_FRONT.split(m.message, maxsplit=1)
    in_front = bool(behind and m.read(head).query.filters)  # "en IenW, heeft die iets?" points at what it names
    return cues.points_back(head if in_front else m.message) or first in sets["begins"]


def of_one_group(m: Moment, step: Step | Problem | None) -> Step | Problem | None:
    """The list in the place of numbers per theme, heading or status, where only one of them is left: "alleen Zorg"."""
    if not isinstance(step, Step) or step.query.ask != "groups" or len(step.query.group_by) != 1:
        return step
    kind = _KINDS.get(step.query.group_by[0])
    added = [c for c in step.query.filters if c not in m.base_query.filters and kind and isinstance(c, kind)]
    if step.before is not m.base or not any(len(getattr(c, "names", getattr(c, "codes", ()))) == 1 for c in added):
        return step
    return replace(step, query=replace(step.query, ask="list", group_by=(), extreme=None))


def first_with_any(m: Moment, *steps: Step) -> Step:
    """The first step that selects any; where none does, the first that does without the conditions added since."""
    for step in steps:
        if m.found(step.query.filters):
            return step
    wider = (_with_any(m, step) for step in steps) if not cues.points_back(m.message) else ()
    return next((step for step in wider if step is not None), steps[0])


def _asks_anew(m: Moment, step: Step) -> bool:
    """Whether a turn replaces a condition of the list and says another one again, or names another place in between."""
    query, base = step.query, m.base
    if step.before is not base or base.query is None or query.ask != "list" or query.topic is not None:
        return False
    old, new = m.base_query.filters, query.filters
    added = [c for c in new if c not in old]
    if not refining.dimensions(added) & refining.dimensions(old) or cues.points_back(m.message):
        return False
    again = [c for c in m.read(m.message).query.filters if c in old]
    return bool(again) or (m.last is not base and refining.dimensions(added) == {"place"})


def _with_any(m: Moment, step: Step) -> Step | None:
    """The step without the last conditions of the list that were added to the first, as few as leave any measure."""
    filters = step.query.filters
    gone: refining.Filters = ()
    for condition in reversed(_added_since(m, filters)):
        filters, gone = tuple(c for c in filters if c != condition), (condition, *gone)
        if m.found(filters):
            return replace(step, query=replace(step.query, filters=filters), let_go=gone)
    return None


def _added_since(m: Moment, filters: refining.Filters) -> list[Filter]:
    """The conditions that the list before had and its first turn had not, in the order in which they were added."""
    held = [c for c in filters if c in m.base_query.filters]
    turns = [turn.query.filters for turn in m.conversation.turns if turn.query is not None and not turn.pointed]
    first = next((told for told in turns if any(c in told for c in m.base_query.filters)), ())
    added = [c for told in turns for c in told if c in held and c not in first]
    return list(dict.fromkeys(added))
