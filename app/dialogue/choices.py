"""Taking up one of the readings that were offered."""

import re

from rapidfuzz import fuzz

from app.answer import Choice
from app.dialogue import cues

_YES = re.compile(r"^(?:ja|jawel|klopt|inderdaad|graag|ja graag|doe maar|precies|juist|yes)$")
_LATTER = re.compile(r"^(?:de |het )?(?:laatstgenoemde|laatste)$")
ALIKE = 88  # of 100: a label may be typed by hand


def chosen(message: str, choices: tuple[Choice, ...], *, asked_back: bool) -> Choice | None:
    """The choice that a message takes up; None when it does not.

    By its label always; by number, place or "ja" only where the choices were all that was answered, because beside a
    list "de eerste" is its first measure.
    """
    if not choices:
        return None
    text = cues.plain(message)
    if asked_back and len(choices) == 1 and _YES.match(text):
        return choices[0]
    if asked_back and _LATTER.match(text):
        return choices[-1]
    place = cues.ordinal(message)
    if asked_back and place is not None and len(text.split()) <= 4 and 1 <= place <= len(choices):
        return choices[place - 1]
    for choice in choices:
        label = cues.plain(choice.label)
        if text in (label, cues.plain(choice.question)) or fuzz.ratio(text, label) >= ALIKE:
            return choice
    if not asked_back:
        return None
    within = [
        choice for choice in choices if len(text) > 2 and re.search(rf"\b{re.escape(text)}\b", cues.plain(choice.label))
    ]
    return within[0] if len(within) == 1 else None
