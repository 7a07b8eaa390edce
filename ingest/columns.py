"""Which column of a table is which, from its headings; the synonyms are data/columns.toml."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from ingest.printed_text import plain
from ingest.vocabulary import load

Column = Literal["title", "status", "when", "who", "explanation"]
NAMES: tuple[Column, ...] = ("title", "status", "when", "who", "explanation")


@cache
def _headings() -> dict[str, Column]:
    """Each known heading, folded and without spaces (a narrow column breaks it), and the column it names."""
    return {squeezed(word): name for name in NAMES for word in load("columns")[name]}


def squeezed(text: str) -> str:
    """A heading for comparison: lower case, no accents, no spaces and no hyphens."""
    return "".join(c for c in plain(text) if c.isalnum())


def column_named(heading: str) -> Column | None:
    """The column that a heading names."""
    return _headings().get(squeezed(heading))


def header_of(cells: Sequence[str]) -> tuple[Column | None, ...] | None:
    """The columns that the cells name when they are a header row, else None; None in it is a column unknown to us."""
    found: list[Column | None] = []
    for cell in cells:
        name = column_named(cell) if cell else None
        found.append(name if name not in found else None)
    named = [name for name in found if name]
    if "title" not in named or len(named) < 2:
        return None
    return tuple(found)
