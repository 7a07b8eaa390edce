"""Lines that are filled to their column's edge by a word too long for the column, so that it may go on in the next."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.hyphens import FULL
from ingest.pdf_blocks import Block, Table
from ingest.pdf_columns import text_lines
from ingest.pdf_page import Word

_ROUNDING = 0.01  # points


def mark_full_lines(blocks: Iterable[Block], table: Table) -> None:
    """Set `FULL` at the end of lines, in the rows of a table, of which the last word may go on in the next line.

    Nothing but a word that is wider than its column is broken without a hyphen, and then the line is filled: not even
    the next letter could be added. A row that a page break cuts goes on with the first block of the next page.
    """
    rows = [block for block in blocks if block.columns and not block.outside]
    for at, (left, right) in enumerate(_edges([block for block in rows if block.has_key], table)):
        above: tuple[Block, Word] | None = None  # the block before, and the last word of its cell
        for block in rows:
            lines = text_lines(block.columns[at])
            if block.first and above and lines and _may_go_on(above[1], lines[0][0], left, right):
                above[0].cells[at][-1] += FULL
            filled = False  # the line below, by one word that may go on in its turn
            for number, (line, below) in reversed(list(enumerate(pairwise(lines)))):
                if _may_go_on(line[-1], below[0], left, right, filled=filled and len(below) == 1):
                    block.cells[at][number] += FULL
                filled = block.cells[at][number].endswith(FULL)
            above = (block, lines[-1][-1]) if lines else None


def _may_go_on(word: Word, after: Word, left: float, right: float, *, filled: bool = False) -> bool:
    """Whether the column from `left` to `right` has room for neither the next letter nor the whole word.

    Args:
        word: the last of the line.
        after: the first of the next.
        left: where the column's text begins.
        right: where it ends.
        filled: whether `after` may go on too, so that the whole word is longer than both.
    """
    too_long = filled or word.x1 - word.x0 + after.x1 - after.x0 > right - left
    return too_long and word.x1 + after.lead > right + _ROUNDING


def _edges(rows: Sequence[Block], table: Table) -> list[tuple[float, float]]:
    """From where to where the text of each column runs: as far as it does, and to the rule less the padding."""
    geometry = table.geometry
    edges: list[tuple[float, float]] = []
    for at in range(len(table.columns)):
        words = [word for row in rows for word in row.columns[at]]
        within = [word for word in words if not geometry.crossed_by(word.x0, word.x1)]
        left = -_usual_reach([(-word.x0, word.text) for word in within])
        right = _usual_reach([(word.x1, word.text) for word in within])
        if geometry.ruled and words:
            begin, *ends = (geometry.left, *geometry.inner, geometry.right)
            padding = min(word.x0 for word in words) - (ends[at - 1] if at else begin)
            right = max(right, ends[at] - padding - 0.5)
        edges.append((left, right))
    return edges


def _usual_reach(ends: list[tuple[float, str]]) -> float:
    """The furthest place at which three different words end; what goes further is text over several columns."""
    furthest = sorted(ends, reverse=True)
    for at, (end, _) in enumerate(furthest):
        near = {text for other, text in furthest[at : at + 40] if end - other < 1.5}
        if len(near) >= 3:
            return end
    return furthest[0][0] if furthest else 0.0
