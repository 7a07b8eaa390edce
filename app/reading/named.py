"""The names, periods and statuses in some words, each with what kind of thing it is, and the words beside them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from app.reading import names, subjects
from app.reading.draft import Draft
from app.reading.lexicon import Lexicon, status_rules
from app.reading.line import Line, tokenise
from app.reading.time import find_times

NamedKind = Literal["ministry", "period", "status", "theme", "heading", "number", "other"]
_KINDS: dict[str, NamedKind] = {
    "o": "ministry", "w": "ministry", "t": "period", "s": "status", "m": "theme", "h": "heading", "n": "number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A name with its kind, or one word that is none."""

    words: str  # as typed
    norm: str  # folded, in its right spelling
    kind: NamedKind | None  # None: a plain word


def named_parts(text: str, *, lexicon: Lexicon, as_of: date) -> tuple[Part, ...]:
    """A text as its names and its other words, in order, without signs."""
    tokens = tuple(replace(t, norm=lexicon.mend(t.norm)) for t in tokenise(text, lexicon.split))
    draft = Draft(Line(tokens), lexicon, as_of)
    subjects.find_numbers(draft)
    names.find_names(draft)
    find_times(draft.line, as_of)
    for rule, _ in status_rules():
        draft.line.each(rule, "s", re.Match.group)
    parts = []
    for symbol in draft.line.symbols:
        covered = tokens[symbol.start : symbol.stop]
        kind: NamedKind | None = _KINDS.get(symbol.text[1], "other") if symbol.text.startswith("«") else None
        norm = " ".join(token.norm for token in covered)
        if kind is not None or any(c.isalnum() for c in norm):
            parts.append(Part(" ".join(token.text for token in covered), norm, kind))
    return tuple(parts)
