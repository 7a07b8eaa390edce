"""The rule for a message that asks which member of parliament is behind a thing: "welk Kamerlid zat achter dat amendement?".

The words are data (`[behind]` in `data/operations.toml`): one for such a person, what a thing is called or a word that
points at it, and nothing but words that stand beside; what is left tells which thing is meant.
"""

# ruff: noqa: E501 - a docstring says which sentence is meant

import re

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import called_in_text, detail_of, shown_as
from app.dialogue.measures.meant import meant, tables_of
from app.dialogue.moment import Moment, Problem, Step

_LEFT = 4
_OF_LIST = re.compile(r"\b(?:welke?|hoeveel|wat) (?:daarvan|ervan|hiervan|van (?:die|deze|de))\b|\bmaatregelen\b")


def who_put_it_in(m: Moment) -> Step | Problem | None:
    """What is said of the thing that the message points at, whose person it asks after; None where it asks anything else."""
    said = bag(m.plain, "behind")
    if not said.says("people") or "niet" in said.words or _OF_LIST.search(m.plain):
        return None
    place = cues.ordinal(m.message)
    if place is not None:
        pointed = pointing.by_place(m.message, m.conversation)
        return detail_of(m, pointed.ids) if isinstance(pointed, pointing.Pointed) and len(pointed.ids) == 1 else None
    things = [word for word in said.words if word in cues.word_set("called")]
    known = {*said.hits("people", "beside", "points"), *things}
    left = [word for word in said.words if word not in known and not cues.says_little(word)]
    if len(things) > 1 or len(left) > _LEFT or not said.says("does"):
        return None
    if left:
        ids = meant(m.course, " ".join(left), things[0] if things else "", tables=tables_of(m)) if things else ()
    elif things:
        one = re.search(rf"\b(?:die|dat|deze|dit) {things[0]}\b", m.plain) and called_in_text(m, things[0])
        ids = m.last.focus if one else shown_as(m, things[0], near_only=False)
    else:
        ids = m.last.focus if said.says("points") else ()
    return detail_of(m, ids) if len(ids) == 1 else None
