"""Which column of a table is which, from its headings; the synonyms are data/columns.toml."""

from collections.abc import Sequence
from functools import cache, lru_cache
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


@lru_cache(maxsize=20_000)
def column_named(heading: str) -> Column | None:
    """The column that a heading names."""
    return _headings().get(squeezed(heading))


def begins_name(text: str) -> bool:
    """Whether some column's heading begins so: "Stand van"."""
    begun = squeezed(text)
    return bool(begun) and any(heading.startswith(begun) for heading in _headings())


def _loosely_named(heading: str) -> Column | None:
    """The column that a heading of a few words begins with: "Status 2023", "Planning (gereed)"."""
    words = heading.split()
    if len(words) > 5:
        return None
    return next((name for end in range(len(words) - 1, 0, -1) if (name := column_named(" ".join(words[:end])))), None)


def header_of(cells: Sequence[str]) -> tuple[Column | None, ...] | None:
    """The columns that the cells name when they are a header row, else None; None in it is a column unknown to us."""
    exact = [column_named(cell) if cell else None for cell in cells]
    found: list[Column | None] = []
    for name in exact:
        found.append(name if name not in found else None)
    named = {name for name in found if name}
    if len(named) < 2:
        return None
    for at, cell in enumerate(cells):
        name = _loosely_named(cell) if cell and exact[at] is None else None
        if name and name not in found:
            found[at] = name
    return tuple(found) if "title" in found else None
