"""A turn as a bag of words over one table of `data/operations.toml`: which sets its words stand in, in whatever order.

A form (`forms.py`) fixes an order of words; a bag does not. A rule that works so says which sets must be hit, and takes
a turn only when every word of it stands in some set that it allows, so that nothing that was said is passed over.
"""

import re
from dataclasses import dataclass
from functools import cache

from app.dialogue.forms import data

WORD = re.compile(r"[^\s,;:?!.()\"“”]+")
LONGEST = 14  # words of a turn that says one thing


@dataclass(frozen=True, slots=True)
class Bag:
    """Some words, and the sets of one table in which they may stand."""

    words: tuple[str, ...]
    sets: dict[str, frozenset[str]]

    def hits(self, *names: str) -> list[str]:
        """The words that stand in one of these sets, in the order in which they were said."""
        return [word for word in self.words if any(word in self.sets[name] for name in names)]

    def says(self, *names: str) -> bool:
        """Whether a word stands in one of these sets."""
        return bool(self.hits(*names))

    def only(self, *names: str, beside: frozenset[str] = frozenset()) -> bool:
        """Whether there are words, and each stands in one of these sets; where none is named, in any.

        Args:
            names: of sets.
            beside: other words that may be said.
        """
        allowed = [*(self.sets[name] for name in names or self.sets), beside]
        return len(self.words) > 0 and all(any(word in some for some in allowed) for word in self.words)


def bag(plain: str, table: str, *, longest: int = LONGEST) -> Bag:
    """The words of a folded message beside the sets of a table; an empty bag where there are more than `longest`."""
    words = words_of(plain)
    return Bag(words if len(words) <= longest else (), word_sets(table))


def words_of(plain: str) -> tuple[str, ...]:
    """The words of a message without its signs."""
    return tuple(WORD.findall(plain))


@cache
def word_sets(table: str) -> dict[str, frozenset[str]]:
    """The sets of words of one table of the data, by their names."""
    return {name: frozenset(words) for name, words in data()[table].items()}
