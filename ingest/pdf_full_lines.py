"""Lines that one word fills to the edge of a column too narrow for it, so that it may go on in the next line."""

from collections.abc import Iterable

from ingest.hyphens import FULL
from ingest.pdf_blocks import Block, Table
from ingest.pdf_columns import text_lines

_WIDTHS = {**dict.fromkeys("ijl.,'", 0.4), **dict.fromkeys("ft", 0.5), "r": 0.6, **dict.fromkeys("mw", 1.5)}
"""How wide a letter is in most type, with 1 for a letter that is not named."""


def mark_full_lines(blocks: Iterable[Block], table: Table) -> None:
    """Set `FULL` at the end of lines of one word, in the rows of a table, to which not even a letter could be added."""
    rows = [block for block in blocks if block.columns and not block.outside]
    for at, reach in enumerate(_reaches([block for block in rows if block.has_key], table)):
        for block in rows:
            if len(block.cells[at]) < 2:
                continue
            lines = text_lines(block.columns[at])
            for line, below in zip(range(len(lines) - 1), lines[1:], strict=True):
                word, after = lines[line][0], below[0]
                if len(lines[line]) > 1 or len(word.text) < 4 or not word.text[-1].isalnum():
                    continue
                letter = (after.x1 - after.x0) * _width(after.text[0]) / _width(after.text)
                if word.x1 + letter > reach:
                    block.cells[at][line] += FULL


def _reaches(rows: list[Block], table: Table) -> list[float]:
    """How far to the right the text of each column may reach: as far as it does, and to the rule less the padding."""
    geometry = table.geometry
    reaches: list[float] = []
    for at in range(len(table.columns)):
        words = [word for row in rows for word in row.columns[at]]
        reach = _usual_reach([(word.x1, word.text) for word in words if not geometry.crossed_by(word.x0, word.x1)])
        if geometry.ruled and words:
            left, *edges = (geometry.left, *geometry.inner, geometry.right)
            padding = min(word.x0 for word in words) - (edges[at - 1] if at else left)
            reach = max(reach, edges[at] - padding - 0.5)
        reaches.append(reach)
    return reaches


def _usual_reach(ends: list[tuple[float, str]]) -> float:
    """The furthest place at which three different words end; what goes further is text over several columns."""
    furthest = sorted(ends, reverse=True)
    for at, (end, _) in enumerate(furthest):
        near = {text for other, text in furthest[at : at + 40] if end - other < 1.5}
        if len(near) >= 3:
            return end
    return furthest[0][0] if furthest else 0.0


def _width(text: str) -> float:
    return sum(_WIDTHS.get(letter, 1.0) for letter in text)
