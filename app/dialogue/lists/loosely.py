"""The rule for a turn that changes the list by one condition in any words: "laat daaruit weg wat ook van OCW is".

The forms of operations.py say in which order words stand. Here only which words stand beside the condition counts:
each must be one of the sets of `[loosely]` in `data/operations.toml`, and those that tell what happens to the condition
must all tell the same. It is tried when no form fits.
"""

from dataclasses import replace

from app.dialogue.bags import word_sets
from app.dialogue.forms import LONGEST
from app.dialogue.lists import exchanging, letting_go
from app.dialogue.lists.change import listed
from app.dialogue.lists.refining import narrowed
from app.dialogue.moment import Moment, Step
from app.filters import Ids, Not
from app.reading.named import NamedKind, Part

_AS_CONDITION: dict[NamedKind, str] = {
    "ministry": "van {}", "period": "{}", "status": "{}", "theme": "thema {}", "heading": "kopje {}",
    "number": "nummer {}",
}  # fmt: skip
_TAILS = frozenset(("bij", "uit", "af", "aan", "tussen", "buiten", "tussenuit"))


def loosely_changed(m: Moment) -> Step | None:
    """What the condition that is named selects is taken out, added or kept alone; None where anything else is said."""
    if m.base.query is None or not m.base.is_list or len(m.plain.split()) > LONGEST:
        return None
    parts = m.course.parts(m.message)
    named = [part for part in parts if part.kind is not None]
    operation = _operation(parts)
    x = _condition(parts, named)
    if operation is None or x is None:
        return None
    if named and named[0].kind == "number":
        return _of_numbers(m, operation, m.course.named(x))
    if operation == "exclude":
        return letting_go.exclude(Moment(f"zonder {x}", m.conversation, m.course), "exclude", x, "")
    said = Moment(f"{x} erbij" if operation == "add" else f"alleen {x}", m.conversation, m.course)
    return exchanging.changed(said, operation, x, "")


def _of_numbers(m: Moment, operation: str, ids: tuple[str, ...]) -> Step | None:
    """The list without some measures, with them as well, or only them: "1.14 mag eruit"."""
    if not ids or not m.base.shown:
        return None
    if operation == "add":
        more = Ids(tuple(dict.fromkeys((*m.base.shown, *ids))))
        return Step(replace(m.base_query, ask="list", filters=(more,), topic=None))
    condition = Not(Ids(ids)) if operation == "exclude" else Ids(ids)
    return listed(m, narrowed(m.base_query.filters, (condition,)))


def _condition(parts: tuple[Part, ...], named: list[Part]) -> str | None:
    """The words of the one condition that is named; None where none is, or several are."""
    shared = any(part.norm in word_sets("loosely")["shared"] for part in parts)
    if not named:
        return "wat gedeeld is" if shared else None
    kind = named[0].kind
    if kind not in _AS_CONDITION or any(part.kind != kind for part in named) or not _together(parts):
        return None
    before = parts[parts.index(named[0]) - 1].norm if parts[0] is not named[0] else ""
    if shared and before != "met":  # "wat OCW deelt" is not all of OCW; "wat met OCW gedeeld is" is
        return None
    return _AS_CONDITION[kind].format(" en ".join(part.words for part in named))


def _operation(parts: tuple[Part, ...]) -> str | None:
    """What the words beside the names tell: "exclude", "add", "only"; None where they tell nothing, or two things."""
    sets = word_sets("loosely")
    words = _joined(parts)
    if any(word in sets["asks"] for word in [w for w in words if w not in sets["first"]][:1]):
        return None
    if not all(any(word in sets[name] for name in sets) for word in words):
        return None
    out, added, only = (any(word in sets[name] for word in words) for name in ("out", "in", "only"))
    if out:
        return None if added or only else "exclude"
    if only:
        first = next((n for n, part in enumerate(parts) if part.kind is not None), len(parts))
        before = any(part.norm in sets["only"] for part in parts[:first])
        return "only" if before else None  # "die doet OCW alleen" is without others
    return "add" if added else None


def _together(parts: tuple[Part, ...]) -> bool:
    """Whether the names stand side by side: "OCW en VWS", and not "zonder VWS maar met OCW"."""
    places = [n for n, part in enumerate(parts) if part.kind is not None]
    between = [part.norm for part in parts[places[0] : places[-1]] if part.kind is None]
    return all(word in word_sets("loosely")["joints"] for word in between)


def _joined(parts: tuple[Part, ...]) -> list[str]:
    """The words beside the names; an adverb in two parts as one: "er ook bij" as "ook erbij"."""
    words: list[str] = []
    for n, part in enumerate(parts):
        if part.kind is not None:
            continue
        ends = n + 1 == len(parts) or parts[n + 1].kind is None
        if part.norm in _TAILS and "er" in words and ends and parts[n - 1].kind is None:
            words.remove("er")
            words.append(f"er{part.norm}")
        else:
            words.append(part.norm)
    return words
