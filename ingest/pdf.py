"""A PDF to paragraphs and rows, in named stages: words, headers, columns, blocks, rows."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from pathlib import Path

import pdfplumber

from ingest.columns import column_named, header_of
from ingest.hyphens import FULL, Words
from ingest.legend import read_legend, status_words
from ingest.owners import ministry_codes
from ingest.pdf_blocks import Block, Look, Table, as_heading, cut, is_level, is_spaced, leading, outside
from ingest.pdf_columns import Header, find_headers, heading_texts, measure_columns, phrases, text_lines
from ingest.pdf_full_lines import mark_full_lines
from ingest.pdf_furniture import remove_furniture
from ingest.pdf_notes import continue_notes, goes_on_over_page, is_note, lone, lone_or_outside, mark_note, text_of
from ingest.pdf_page import PageContent, Word, read_page
from ingest.pdf_rows import Joiner
from ingest.printed_text import MARK
from ingest.records import Doubt
from ingest.rows import Item, TableRow

_BREAKS = ("-", "\u2010", "\u00ad")
_MEASURED_PAGES = 20  # pages from which a table's columns are measured

OVERPRINTED = (
    "Hier staan letters over elkaar heen, zodat deze regel en de rij niet zeker zijn gelezen; kijk in het document."
)


_Name = tuple[Look | None, int]  # the look of a table's name, and where it begins


class TooManyPages(Exception):
    """The document has more pages than a report can have."""


@dataclass(slots=True)
class PdfRows:
    """What the PDF's pages hold."""

    items: list[Item] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    coverage: tuple[tuple[int, float], ...] = ()
    made: str = ""  # creation date as the file has it
    joined: int = 0


@dataclass(slots=True)
class _Part:
    """A stretch of a page: before the first header (header None: the table above goes on), or under a header."""

    page: PageContent
    header: Header | None
    words: list[Word]
    table: Table | None = None
    usual: float = 1.0


def _parts(pages: Sequence[PageContent], headers: dict[int, list[Header]]) -> list[_Part]:
    """The pages cut at their headers."""
    parts: list[_Part] = []
    for page in pages:
        found = headers[page.number]
        rest = page.words
        taken = frozenset(word for header in found for word in header.words)
        tops = [header.top for header in found]
        stretches: list[list[Word]] = [[] for _ in range(len(found) + 1)]
        for word in rest:
            if word not in taken:
                stretches[sum(word.middle > top for top in tops)].append(word)
        parts.append(_Part(page, None, stretches[0]))
        parts.extend(_Part(page, header, words) for header, words in zip(found, stretches[1:], strict=True))
    return parts


def _find_tables(parts: Sequence[_Part], pages: Sequence[PageContent]) -> None:
    """Give each part its table: under a header the one that the header begins, else the one above."""
    known: dict[object, tuple[Table, float]] = {}
    index = {page.number: at for at, page in enumerate(pages)}
    current: tuple[Table, float] | None = None
    for part in parts:
        if part.header is not None:
            key = (part.header.key, part.page.width)
            if key not in known:
                start = index[part.page.number]
                body = _body_pages(parts, part, pages[start : start + _MEASURED_PAGES])
                geometry = measure_columns(part.header, body)
                headings = heading_texts(part.header, geometry)
                columns = header_of(headings) or ()
                table = Table(geometry, columns, headings)
                table = replace(table, level=is_level(body[:5], table))
                usual = leading(body, table)
                known[key] = (replace(table, spaced=is_spaced(body[:5], table, usual)), usual)
            current = known[key]
        if current is not None:
            part.table, part.usual = current


def _body_pages(parts: Sequence[_Part], begin: _Part, pages: Sequence[PageContent]) -> list[PageContent]:
    """The header's page and those after it, with only the words under headers of its layout."""
    assert begin.header is not None
    words: dict[int, list[Word]] = {}
    inside = False
    wanted = {page.number for page in pages}
    for part in parts:
        if part.page.number not in wanted and not inside:
            continue
        if part.header is not None:
            inside = part.header.key == begin.header.key and part.page.width == begin.page.width
        if inside and part.page.number in wanted:
            held = words.setdefault(part.page.number, [])
            held.extend(part.words)
            if part.header is not None:
                held.extend(part.header.words)
    return [page._replace(words=words[page.number]) for page in pages if page.number in words]


def _tabular(block: Block) -> bool:
    """Whether text outside tables looks like rows all the same: most lines fall into three stretches or more."""
    lines = text_lines(block.words)
    broken = sum(len(phrases(line, gap=1.6)) >= 3 for line in lines)
    return broken * 2 > len(lines) and len(lines) > 1


def _like_header(block: Block) -> bool:
    """Whether a line of text names three columns or more, of a table in which no column for the title was found."""
    lines = text_lines(block.words)
    return any(
        sum(column_named(" ".join(w.text for w in part)) is not None for part in phrases(line)) >= 3 for line in lines
    )


def _mark_trailing(blocks: list[Block], headings: Counter[Look | None], names_next: Callable[[Block], bool]) -> None:
    """Mark text under a table's last row as outside it.

    Prose is no row anywhere. Text above another header names the next table, unless it looks like the headings in the
    tables: some producers repeat the header halfway down a page.
    """
    for block in reversed(blocks):
        if not lone_or_outside(block):
            return
        text = text_of(block)
        prose = (block.spanning and len(text) > 140) or text.endswith((".", ":"))
        above_header = (block.look is None or not headings[block.look]) and names_next(block)
        theme = _theme_like(text)
        block.names_table = (above_header or theme) and not prose and not is_note(text)
        if block.outside:
            continue
        if not (above_header or theme or (prose and block.spanning)):
            return
        block.outside = block.spanning = True


def _theme_like(text: str) -> bool:
    found = re.match(r"^\d{1,2}([.:)]?)\s+(.+)$", text)
    return found is not None and len(text) < 90 and (bool(found[1]) or found[2].isupper())


def _inner_text(blocks: list[Block]) -> None:
    """Mark footnotes and prose between rows as text outside the table."""
    for block in blocks:
        text = " ".join(block.cells[0]) if block.cells else ""
        if (re.match(r"^[⁰¹²³⁴-⁹]+", text) and not block.has_key) or (block.spanning and len(text) > 200):
            block.outside = True


def _link_boxes(page: pdfplumber.page.Page) -> list[tuple[float, float, float, float, str]]:
    found = []
    for link in page.hyperlinks:
        if link.get("uri"):
            found.append((link["x0"], link["top"], link["x1"], link["bottom"], str(link["uri"])))
    return found


def _learn(words: Words, blocks: Iterable[Block]) -> None:
    """Learn the document's words, and whether it breaks words at line ends, with hyphens and without."""
    ends: list[tuple[str, str]] = []
    alone: list[tuple[str, str]] = []
    beside: list[tuple[str, str]] = []
    lines = 0
    last: list[str] = []  # what the cells of the block before end with, where it may go on
    for block in blocks:
        opened = last if block.first and len(last) == len(block.cells) else [""] * len(block.cells)
        last = []
        for cell, open_word in zip(block.cells, opened, strict=True):
            lines += len(cell)
            for line in cell:
                first, _, rest = line.partition(" ")
                if open_word.endswith(FULL):
                    (beside if " " in open_word else alone).append(
                        (open_word.split()[-1].rstrip(FULL), first.rstrip(FULL))
                    )
                elif open_word:
                    ends.append((open_word, first))
                tokens = rest if open_word else line
                open_word = ""
                if line.endswith((*_BREAKS, FULL)):
                    tokens = tokens.rpartition(" ")[0]
                    open_word = line if line.endswith(FULL) else line.rpartition(" ")[2]
                words.learn(tokens)
            last.append(open_word)
    words.weigh(ends, lines)
    words.weigh_full_lines(alone, beside)


def _unmark_full_lines(blocks: Iterable[Block], words: Words) -> None:
    """Take the mark from filled lines of several words of which the last surely does not go on."""
    for block in blocks:
        for cell in block.cells:
            for at, (line, below) in enumerate(pairwise(cell)):
                *others, last = line.rstrip(FULL).split() or [""]
                if others and not words.may_go_on_beside(last, below.rstrip(FULL).partition(" ")[0]):
                    cell[at] = line.rstrip(FULL)


def read_rows(path: Path, on_page: Callable[[int, int], None] | None = None, last_page: int = 5000) -> PdfRows:
    """The paragraphs and rows of a PDF, with what could not be read; `on_page` hears of every page."""
    pages: list[PageContent] = []
    links: dict[int, list[tuple[float, float, float, float, str]]] = {}
    out = PdfRows()
    with pdfplumber.open(path) as pdf:
        out.made = str((pdf.metadata or {}).get("CreationDate", ""))
        total = len(pdf.pages)
        if total > last_page:
            raise TooManyPages(str(total))
        for page in pdf.pages:
            pages.append(read_page(page, path))
            if page.annots:
                links[page.page_number] = _link_boxes(page)
            page.close()
            if on_page:
                on_page(page.page_number, total)
    return rows_of(pages, links, out)


def rows_of(
    pages: list[PageContent], links: dict[int, list[tuple[float, float, float, float, str]]], out: PdfRows
) -> PdfRows:
    """The paragraphs and rows on pages already read."""
    printed = {page.number: len(page.words) for page in pages}
    headers = {page.number: find_headers(page) for page in pages}
    kept = frozenset(word for found in headers.values() for header in found for word in header.words)
    pages, removed = remove_furniture(pages, kept)
    accounted = Counter(removed)
    parts = _parts(pages, headers)
    _find_tables(parts, pages)
    marks = frozenset(mark for page in pages for word in page.words for mark in MARK.findall(word.text))
    sizes = Counter(word.size for page in pages for word in page.words)
    body_size = sizes.most_common(1)[0][0] if sizes else 0.0
    cut_parts: list[tuple[_Part, list[Block]]] = []
    for at, part in enumerate(parts):
        below = parts[at + 1] if at + 1 < len(parts) else None
        limit = below.header.top - 12 if below and below.header and below.page is part.page else part.page.height
        if part.table is None:
            blocks = outside(part.page, part.words)
        else:
            blocks = cut(part.page, part.words, part.table, part.usual, limit)
            _inner_text(blocks)
        for block in blocks:
            mark_note(block, marks, body_size)
        continue_notes(blocks)
        if cut_parts and cut_parts[-1][1] and blocks and goes_on_over_page(cut_parts[-1][1][-1], blocks[0]):
            accounted[part.page.number] += len(blocks[0].words)
            cut_parts[-1][1][-1].cells[0].extend(line for cell in blocks.pop(0).cells for line in cell)
        cut_parts.append((part, blocks))
    headings = _heading_looks(cut_parts)
    names = _name_looks(cut_parts, headings)
    _drop_repeated_names(cut_parts, accounted)
    goes_on: list[bool] = []
    for at, (part, blocks) in enumerate(cut_parts):
        following = next((other for other, held in cut_parts[at + 1 :] if other.header or held), None)
        if part.table is not None:
            if part.header and blocks and blocks[0].outside and headings[blocks[0].look]:
                as_heading(blocks[0], part.table)  # alone at the foot of a page, where no rules run down beside it
            _mark_trailing(blocks, headings, partial(_names_next, part, following, names))
        inside = [block for block in blocks if not block.outside]
        goes_on.append(_goes_on(cut_parts, at))
        if inside and part.table is not None and (part.header is None or goes_on[at]):
            inside[0].first = True
            _mark_last(cut_parts[:at])
    for table in {id(part.table): part.table for part in parts if part.table}.values():
        mark_full_lines((block for part, blocks in cut_parts if part.table is table for block in blocks), table)
    words = Words((*ministry_codes(), *status_words()))
    every = [block for _, blocks in cut_parts for block in blocks]
    _learn(words, every)
    _unmark_full_lines(every, words)
    joiner = Joiner(words, {page.number: page for page in pages}, links)
    joiner.learn_looks(every)
    unread = False  # under a header that was not understood: its rows are no text that we account for
    for at, (part, blocks) in enumerate(cut_parts):
        if part.header is not None:
            unread = False
            accounted[part.page.number] += len(part.header.words)
            if not goes_on[at]:
                joiner.close()
                assert part.table is not None
                joiner.items.append(TableRow(part.table.headings, continues=False))
        pending: list[Block] = []
        for block in blocks:
            if not block.outside:
                assert part.table is not None
                for note in pending:
                    joiner.paragraph(note)
                pending.clear()
                joiner.row(block, part.table)
                accounted[block.page] += len(block.words)
                continue
            text = text_of(block)
            unread = unread or _like_header(block)
            if unread or (_tabular(block) and not read_legend(text)):
                out.doubts.append(Doubt(block.page, text[:300], "Dit lijkt een tabel, maar de kop is niet herkend."))
            else:
                accounted[block.page] += len(block.words)
            if block.doubt:
                out.doubts.append(Doubt(block.page, text, block.doubt))
            if not is_note(text):
                joiner.close()
            joiner.paragraph(block)
    joiner.close()
    out.items, out.joined = joiner.items, joiner.joined
    for page in pages:
        out.doubts.extend(Doubt(page.number, line[:300], OVERPRINTED) for line in page.overprinted)
        if not printed[page.number] and page.has_images:
            out.doubts.append(
                Doubt(
                    page.number,
                    "",
                    "Deze pagina is een scan zonder tekst; maak de tekst leesbaar met OCR (bijvoorbeeld ocrmypdf).",
                )
            )
    out.coverage = tuple(
        (
            page.number,
            round(accounted[page.number] / printed[page.number], 4)
            if printed[page.number]
            else float(not page.has_images),
        )
        for page in pages
    )
    return out


def _heading_looks(cut_parts: Sequence[tuple[_Part, list[Block]]]) -> Counter[Look | None]:
    """How headings look that stand above a row of their table."""
    looks: Counter[Look | None] = Counter()
    for part, blocks in cut_parts:
        if part.table is None:
            continue
        for block, below in pairwise(blocks):
            if block.look is not None and not block.outside and lone(block) and below.has_key:
                looks[block.look] += 1
    return looks


def _name_looks(cut_parts: Sequence[tuple[_Part, list[Block]]], headings: Counter[Look | None]) -> frozenset[_Name]:
    """How the names without a number look that stand above a header."""
    above = [
        (blocks[-1], before.page is part.page)
        for (before, blocks), (part, _) in pairwise(cut_parts)
        if part.header is not None and blocks and not _theme_like(text_of(blocks[-1]))
    ]
    return frozenset(
        _name_look(block)
        for block, near in above
        if block.outside or (near and lone(block) and not headings[block.look])
    )


def _name_look(block: Block) -> _Name:
    return block.look, round(min(word.x0 for word in block.words))


def _names_next(part: _Part, following: _Part | None, names: frozenset[_Name], block: Block) -> bool:
    """Whether text under a table's last row names the next table.

    A header at the top of the next page is mostly the same table's again: there the text is a heading that stands
    alone at the foot of its page, unless it looks like the names of tables and stands where they do.
    """
    if following is None or following.header is None:
        return False
    if following.page is part.page or following.table is not part.table or block.outside:
        return True
    if _name_look(block) not in names:
        return False
    block.doubt = "Onduidelijk of deze regel onder aan de pagina een tussenkop is of de naam van de volgende tabel."
    return True


def _drop_repeated_names(cut_parts: Sequence[tuple[_Part, list[Block]]], accounted: Counter[int]) -> None:
    """Take away the table's name where it is repeated with the header, as a row above it."""
    names: dict[int, str] = {}
    for (above, blocks), (part, _) in pairwise(cut_parts):
        if part.header is None or above.page is not part.page or not blocks or not lone_or_outside(blocks[-1]):
            continue
        name = text_of(blocks[-1])
        if names.get(id(part.table)) == name and above.header is None:
            accounted[above.page.number] += len(blocks.pop().words)
        names[id(part.table)] = name


def _mark_last(cut_parts: Sequence[tuple[_Part, list[Block]]]) -> None:
    """Mark the last block of a table before a page on which it goes on."""
    blocks = next((blocks for _, blocks in reversed(cut_parts) if blocks), [])
    inside = [block for block in blocks if not block.outside]
    if inside:
        inside[-1].last = True


def _goes_on(cut_parts: Sequence[tuple[_Part, list[Block]]], at: int) -> bool:
    """Whether the header only repeats the one above: of the same layout, with no text between the two tables."""
    part = cut_parts[at][0]
    if part.header is None or part.table is None:
        return False
    for before, blocks in reversed(cut_parts[:at]):
        if blocks:
            named = blocks[-1].names_table or (blocks[-1].outside and before.page is part.page)
            return before.table is part.table and not named
    return False
