"""Footnotes among the blocks of a page: their marks, and the lines that belong to them."""

import re
from itertools import pairwise

from ingest.hyphens import FULL
from ingest.pdf_blocks import Block
from ingest.printed_text import TO_SUPERSCRIPT


def text_of(block: Block) -> str:
    """A block's cells as one text."""
    return " ".join(" ".join(cell) for cell in block.cells).replace(FULL, "")


def lone(block: Block) -> bool:
    """Whether a block is one text by itself: a heading, or text outside the table."""
    return not block.has_key and (block.spanning or (sum(map(bool, block.cells)) == 1 and bool(block.cells[0])))


def mark_note(block: Block, marks: frozenset[str], body_size: float) -> None:
    """Write the number of a footnote in small type as a mark, when the document cites that mark."""
    if not block.cells or not block.cells[0] or block.has_key or block.words[0].size > 0.93 * body_size:
        return
    lone = block.outside or block.spanning or sum(map(bool, block.cells)) == 1
    found = re.match(r"^(\d{1,2})\s*(?=\D)", block.cells[0][0])
    if lone and found and found[1].translate(TO_SUPERSCRIPT) in marks:
        block.cells[0][0] = found[1].translate(TO_SUPERSCRIPT) + block.cells[0][0][found.end() :]
        block.outside = True


def continue_notes(blocks: list[Block]) -> None:
    """Add the further lines of a footnote to it."""
    for above, below in reversed(list(pairwise(blocks))):
        same = above.words[-1].size == below.words[0].size and below.top - above.bottom < 0.6 * above.words[-1].size
        text = " ".join(above.cells[0]) if above.cells else ""
        if above.outside and is_note(text) and same and not below.has_key and _lone_or_outside(below):
            if is_note(" ".join(below.cells[0])):
                continue
            above.cells[0].extend(line for cell in below.cells for line in cell)
            above.words = above.words + below.words
            above.bottom = below.bottom
            blocks.remove(below)


def _lone_or_outside(block: Block) -> bool:
    return block.outside or lone(block)


def is_note(text: str) -> bool:
    """Whether a text begins with a raised mark."""
    return bool(re.match(r"^[⁰¹²³⁴-⁹]+", text))
