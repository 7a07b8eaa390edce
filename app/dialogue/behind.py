"""The rule for a message that asks which member of parliament is behind a thing: "welk Kamerlid zat achter dat amendement?".

The words are data (`[behind]` in `data/operations.toml`): one for such a person, what a thing is called or a word that
points at it, and nothing but words that stand beside; what is left tells which thing is meant.
"""

# ruff: noqa: E501 - a docstring says which sentence is meant

import re

from app.dialogue import cues, pointing
from app.dialogue.asking import detail_of, shown_as
from app.dialogue.forms import word_sets
from app.dialogue.meant import meant, tables_of
from app.dialogue.moment import Moment, Problem, Step

_WORD = re.compile(r"[^\s,;:?!.()]+")
_LONGEST = 14
_LEFT = 4
_OF_LIST = re.compile(r"\b(?:welke?|hoeveel|wat) (?:daarvan|ervan|hiervan|van (?:die|deze|de))\b|\bmaatregelen\b")


def who_put_it_in(m: Moment) -> Step | Problem | None:
    """What is said of the thing that the message points at, whose person it asks after; None where it asks anything else."""
    words, sets = _WORD.findall(m.plain), word_sets("behind")
    if (
        len(words) > _LONGEST
        or not any(word in sets["people"] for word in words)
        or _OF_LIST.search(m.plain)
        or "niet" in words
    ):
        return None
    place = cues.ordinal(m.message)
    if place is not None:
        pointed = pointing.by_place(m.message, m.conversation)
        return detail_of(m, pointed.ids) if isinstance(pointed, pointing.Pointed) and len(pointed.ids) == 1 else None
    things = [word for word in words if word in cues.word_set("called")]
    known = sets["people"] | sets["beside"] | sets["points"]
    left = [word for word in words if word not in known and word not in things and not cues.says_little(word)]
    if len(things) > 1 or len(left) > _LEFT or not any(word in sets["does"] for word in words):
        return None
    if left:
        ids = meant(m.course, " ".join(left), things[0] if things else "", tables=tables_of(m)) if things else ()
    elif things:
        ids = shown_as(m, things[0], near_only=False)
    else:
        ids = m.last.focus if any(word in sets["points"] for word in words) else ()
    return detail_of(m, ids) if len(ids) == 1 else None
