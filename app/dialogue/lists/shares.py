"""The rule for a turn that says how ministries have measures of the list: alone, together, or which part is one's.

"Alleen waar SZW er in z'n eentje op staat", "wat doen OCW en VWS daar met z'n tweeën?", "daarvan alleen die met
Justitie erbij", "het JenV-deel". The words are data (`[shares]` in `data/operations.toml`): names of ministries off,
each word must stand in one of the sets.
"""

from app.dialogue import cues
from app.dialogue.bags import word_sets
from app.dialogue.forms import LONGEST
from app.dialogue.lists import restating
from app.dialogue.lists.change import listed
from app.dialogue.lists.refining import narrowed, narrowed_or_replaced, replaced, without_exclusion
from app.dialogue.moment import Moment, Problem, Step
from app.filters import MinistryCount, Not, Owners
from app.query import Filter
from app.reading.named import Part
from index.folding import fold


def shared_or_alone(m: Moment) -> Step | Problem | None:
    """The list as the words say that ministries have it; None where anything else is said."""
    if m.base.query is None or m.base_query.target or len(m.plain.split()) > LONGEST:
        return None
    sets = word_sets("shares")
    parts = m.course.parts(m.message)
    named = [part for part in parts if part.kind == "ministry"]
    words = [_word(part) for part in parts if part.kind != "ministry"]
    if not named or not words or not all(any(word in sets[name] for name in sets) for word in words):
        return None
    codes = tuple(code for part in named for code in _codes(m, part))
    says = {name for name in sets if any(word in sets[name] for word in words)}
    if (m.last.pointed or len(m.base.shown) == 1) and "one" in says:
        return None  # "dus VWS doet dat alleen?" of the one that was told
    if len(codes) > 1:
        if "tuple" in says:
            return _together(m, codes)
        shared = "shared" in says and "asks" in says and not says & {"denies", "others", "takes"}
        return _of_all(m, codes) if shared and m.base.is_list else None
    if len(codes) != 1:
        return None
    if "denies" in says and not (says & {"shared", "others"} and _denied_behind(parts)):
        return None
    if "denies" in says or "alone" in says or _said_behind(parts) or _only_one(parts):
        return _alone(m, codes)
    if "part" in says and "with" not in says:
        old, another = m.base_query.filters, _parted(m.last.question)  # "en het BZK-deel?" after "het JenV-deel"
        own = (Owners(codes),)
        return listed(m, replaced(old, own) if another else narrowed_or_replaced(old, own, m.found))
    joined = {"with", "joins"} <= says and "others" not in says  # "welke heeft OCW samen met anderen?" is more
    if joined and says & {"only", "partly"}:  # "daarvan alleen die met Justitie erbij"
        return listed(m, narrowed(m.base_query.filters, (Owners(codes),)))
    held = any(isinstance(c, Owners) and c.mode == "any" for c in m.base_query.filters)
    shared = {"shared", "those"} <= says or "part" in says  # "liever die met OCW samen", "het deel dat ze met OCW doen"
    if held and shared and _after_with(parts) and not ("ook" in words and _took_out(m)):
        old = tuple(c for c in m.base_query.filters if c != Not(MinistryCount(2)))  # after those that are not shared
        return listed(m, narrowed(old, (Owners(codes),)))
    return None


def _parted(question: str) -> bool:
    """Whether a question was for one ministry's part."""
    return any(word in word_sets("shares")["part"] for word in cues.plain(question).replace("-", " ").split())


def _word(part: Part) -> str:
    """A word as it was typed, folded: "gedeelte" is no "gedeelde"."""
    return fold(part.words).strip("'’")


def _codes(m: Moment, part: Part) -> tuple[str, ...]:
    filters = m.read(f"maatregelen van {part.words}").query.filters
    return filters[0].codes if len(filters) == 1 and isinstance(filters[0], Owners) else ()


def _denied_behind(parts: tuple[Part, ...]) -> bool:
    """Whether what is denied is told of the ministry: "SZW en niemand anders", and not "niet die met SZW samen"."""
    words = [_word(part) if part.kind != "ministry" else "" for part in parts]
    return not any(word in word_sets("shares")["denies"] for word in words[: words.index("")])


def _took_out(m: Moment) -> bool:
    """Whether a ministry was taken out before, so that "wat ze met BZK delen ook" takes out another."""
    return any(isinstance(c, Not) and isinstance(c.condition, Owners) for c in m.base_query.filters)


def _after_with(parts: tuple[Part, ...]) -> bool:
    words = [part.norm if part.kind is None else "" for part in parts]
    return "met" in words[: words.index("")][-1:]


def _said_behind(parts: tuple[Part, ...]) -> bool:
    """Whether "alleen" stands behind the ministry: "die van OCW alleen", "wat doet OCW alleen?"."""
    words = [part.norm if part.kind is None else "" for part in parts]
    return "alleen" in words[words.index("") + 1 :]


def _only_one(parts: tuple[Part, ...]) -> bool:
    """Whether one ministry is told to be the only one: "die met enkel SZW als eigenaar", "waar alleen SZW bij zit"."""
    sets, words = word_sets("shares"), [part.norm if part.kind is None else "" for part in parts]
    place = words.index("")
    told = any(word in sets["with"] for word in words[:place]) or any(word in sets["owner"] for word in words[place:])
    return place > 1 and words[place - 1] in sets["only"] and told


def _alone(m: Moment, codes: tuple[str, ...]) -> Step:
    """What is of one ministry and no other owner; where nothing is, of no other ministry."""
    told = tuple(c for c in m.base_query.filters if not _of_several(c))
    old = without_exclusion(told, codes)  # "en wat doet OCW in dat rijtje op eigen houtje?" after what was without it
    held = any(isinstance(c, Owners) and set(codes) <= set(c.codes) for c in old)
    change = narrowed if held or (old == told and cues.points_back(m.message)) else replaced
    steps = [listed(m, change(old, (Owners(codes, mode),))) for mode in ("alone", "only")]
    return restating.first_with_any(m, *steps)


def _together(m: Moment, codes: tuple[str, ...]) -> Step:
    """What is of these ministries and no other; where nothing is, of these among others."""
    old = tuple(c for c in without_exclusion(m.base_query.filters, codes) if not _of_several(c))
    steps = [listed(m, replaced(old, (Owners(codes, mode),))) for mode in ("only", "all")]
    return restating.first_with_any(m, *steps)


def _of_all(m: Moment, codes: tuple[str, ...]) -> Step:
    """What all these ministries have: "wat hebben OCW en JenV gemeen in dit rijtje?"."""
    old = without_exclusion(m.base_query.filters, codes)
    return listed(m, replaced(old, (Owners(codes, "all"),)))


def _of_several(condition: Filter) -> bool:
    inner = condition.condition if isinstance(condition, Not) else condition
    return isinstance(inner, MinistryCount)
