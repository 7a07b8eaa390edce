"""Footnotes among the blocks of a page: their marks, and the lines that belong to them."""

import re

from ingest.hyphens import FULL
from ingest.pdf_blocks import Block
from ingest.printed_text import TO_SUPERSCRIPT


def text_of(block: Block) -> str:
    """A block's cells as one text."""
    return " ".join(" ".join(cell) for cell in block.cells if cell).replace(FULL, "")


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
    at = 0
    while at + 1 < len(blocks):
        above, below = blocks[at], blocks[at + 1]
        if not _continues_note(above, below):
            at += 1
            continue
        above.cells[0].extend(line for cell in below.cells for line in cell)
        above.words = above.words + below.words
        above.bottom = below.bottom
        blocks.pop(at + 1)


def _continues_note(above: Block, below: Block) -> bool:
    text = " ".join(above.cells[0]) if above.cells else ""
    if not above.outside or not is_note(text) or below.has_key or not lone_or_outside(below):
        return False
    size = above.words[-1].size
    gap = (0.6 if text.endswith(".") else 1.1) * size
    return size == below.words[0].size and below.top - above.bottom < gap and not is_note(" ".join(below.cells[0]))


def lone_or_outside(block: Block) -> bool:
    """Whether a block is one text by itself, in the table or outside it."""
    return block.outside or lone(block)


def is_note(text: str) -> bool:
    """Whether a text begins with a raised mark."""
    return bool(re.match(r"^[⁰¹²³⁴-⁹]+", text))


def goes_on_over_page(above: Block, below: Block) -> bool:
    """Whether the first text on a page is the rest of the footnote that ends the page before."""
    if above.page == below.page or not above.outside or not is_note(text_of(above)) or not lone_or_outside(below):
        return False
    if above.words[-1].style != below.words[0].style:
        return False
    return not text_of(above).endswith((".", "!", "?")) and not is_note(text_of(below)) and not below.refers
