"""The words of a table's stretch of a page cut into blocks: rows, headings, parts of rows, and text that is no row."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.columns import Column
from ingest.hyphens import FULL
from ingest.legend import code_of_words
from ingest.pdf_columns import Geometry, phrases, text_lines
from ingest.pdf_page import Edge, Fill, PageContent, Style, Word
from ingest.printed_text import SUPERSCRIPTS
from ingest.references import refers

Look = tuple[Style, tuple[float, ...]]
"""The type of a block's first word and the colour behind it."""

_SEPARATES = 0.75  # share of the table's width that a rule must cover to part rows


@dataclass(slots=True)
class Block:
    """Words that belong together, by column as lines from top to bottom."""

    page: int
    top: float
    bottom: float
    words: list[Word]
    cells: list[list[str]] = field(default_factory=list)
    look: Look | None = None
    spanning: bool = False  # one text over several columns
    outside: bool = False  # text outside the table
    has_key: bool = False  # its status (or the column that stands for it) is filled
    first: bool = False  # first of its page, in a table that began on a page before
    last: bool = False  # last of its page, in a table that goes on on the next
    parted: bool = False  # a rule or the edge of shading parts it from the block above
    fills_page: bool = False  # its title runs to the block's last line
    refers: bool = False  # it only says in which table to look
    names_table: bool = False  # it stands above a table's header, and is no heading in a table
    doubt: str = ""
    columns: list[list[Word]] = field(default_factory=list)  # its words by column; () when spanning


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of the table that a stretch of a page belongs to."""

    geometry: Geometry
    columns: tuple[Column | None, ...]  # by the geometry's columns
    headings: tuple[str, ...]
    level: bool = False  # the cells of a row begin on one line
    spaced: bool = False  # rows stand further apart than lines

    def place(self, name: Column) -> int | None:
        """The index of a named column."""
        return self.columns.index(name) if name in self.columns else None

    @property
    def key(self) -> int | None:
        """The column that every row fills: status, else when, else who."""
        return next((at for name in ("status", "when", "who") if (at := self.place(name)) is not None), None)


def _covered(edges: Iterable[Edge], left: float, right: float) -> float:
    """The share of a stretch that edges on one line cover together."""
    total, reach = 0.0, left
    for edge in sorted(edges, key=lambda e: e.start):
        start, end = max(edge.start, reach), min(edge.end, right)
        if end > start:
            total += end - start
            reach = end
    return total / max(1.0, right - left)


def separators(page: PageContent, geometry: Geometry, top: float, bottom: float) -> list[float]:
    """Where rules or the edges of shading part the rows of a table, from top to bottom."""
    edges = [edge for edge in page.across if top - 2 <= edge.at <= bottom + 2]
    for fill in page.fills:
        if fill.bottom - fill.top > 4:
            edges += [Edge(y, fill.x0, fill.x1) for y in (fill.top, fill.bottom) if top - 2 <= y <= bottom + 2]
    edges.sort()
    found: list[float] = []
    group: list[Edge] = []
    for edge in (*edges, Edge(float("inf"), 0, 0)):
        if group and edge.at - group[0].at > 1.6:
            if _covered(group, geometry.left + 4, geometry.right - 4) >= _SEPARATES:
                found.append(sum(e.at for e in group) / len(group))
            group = []
        group.append(edge)
    return found


def spans(words: Sequence[Word], geometry: Geometry) -> bool:
    """Whether the words are one text that runs over column boundaries."""
    crosses = False
    for line in text_lines(words):
        if len(phrases(line)) > 1:
            return False
        crosses = crosses or geometry.crossed_by(line[0].x0, line[-1].x1) > 0
    # a title that fills its column, with a reference beside it, looks like one text too
    return crosses and not any(refers(text) for text in _by_column(words, geometry))


def _by_column(words: Sequence[Word], geometry: Geometry) -> list[str]:
    """The words as a text for each column but the first."""
    texts: list[str] = []
    for at in range(1, len(geometry.inner) + 1):
        column = text_lines(word for word in words if geometry.column_of(word) == at)
        texts.append(" ".join(word.text for line in column for word in line))
    return texts


def _lone_first(words: Sequence[Word], table: Table) -> bool:
    """Whether the words stand in the first column alone, and that is no column in which a cell stands alone."""
    if not table.columns or table.columns[0] in ("title", "explanation"):
        return False
    if any(table.geometry.column_of(word) for word in words):
        return False
    text = " ".join(word.text for line in text_lines(words) for word in line)
    return table.columns[0] != "status" or not (_is_whole_sign(text) or refers(text))


def _fill_behind(word: Word, fills: Sequence[Fill]) -> tuple[float, ...]:
    x, y = (word.x0 + word.x1) / 2, word.middle
    for fill in reversed(fills):
        if fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom:
            return fill.colour
    return ()


def _is_whole_sign(text: str) -> bool:
    return (len(text) <= 2 and not text.islower()) or code_of_words(text) is not None


def anchors(words: Sequence[Word], table: Table) -> list[list[Word]]:
    """The filled key cells among a block's words, each with the words it is made of, from top to bottom."""
    key = table.key
    if key is None:
        return []
    lines = text_lines(word for word in words if table.geometry.column_of(word) == key)
    found: list[list[Word]] = []
    for line in lines:
        if not found:
            found.append(list(line))
            continue
        before = " ".join(w.text for w in found[-1])
        text = " ".join(w.text for w in line)
        near = line[0].top - max(w.bottom for w in found[-1]) < 0.6 * line[0].size
        whole = _is_whole_sign(before) and code_of_words(f"{before} {text}") is None
        if table.columns[key] == "status" and whole:
            found.append(list(line))
        elif near and not (table.columns[key] == "status" and _is_whole_sign(text) and len(text) <= 2):
            found[-1].extend(line)
        else:
            found.append(list(line))
    for name in ("when", "who"):
        at = table.place(name)
        if at is None or at == key:
            continue
        for line in text_lines(word for word in words if table.geometry.column_of(word) == at):
            if refers(" ".join(w.text for w in line)):
                found.append(list(line))
    return sorted(found, key=lambda anchor: min(w.top for w in anchor))


def is_level(pages: Iterable[PageContent], table: Table) -> bool:
    """Whether rows begin on one line in all columns, judged from title and explanation beside each filled key cell."""
    places = [at for at in (table.place("title"), table.place("explanation")) if at is not None]
    together = total = 0
    for page in pages:
        tops = [sorted(w.top for w in page.words if table.geometry.column_of(w) == at) for at in places]
        for anchor in anchors(page.words, table):
            if len(anchor[0].text) > 30:
                continue
            top = min(w.top for w in anchor)
            total += 1
            together += all(_near(column, top) for column in tops)
    return total > 0 and together > 0.8 * total


def _near(tops: Sequence[float], top: float) -> bool:
    at = bisect_right(tops, top)
    return any(abs(other - top) < 1.5 for other in tops[max(0, at - 1) : at + 1])


def clusters(words: Iterable[Word]) -> list[list[Word]]:
    """Words whose heights overlap, over all columns: lines, or whole rows where the columns' lines interleave."""
    found: list[list[Word]] = []
    bottom = 0.0
    for word in sorted(words, key=lambda w: w.top):
        if found and word.top < bottom - 0.3 * word.size:
            found[-1].append(word)
            bottom = max(bottom, word.bottom)
        else:
            found.append([word])
            bottom = word.bottom
    return found


def _gap(above: Sequence[Word], below: Sequence[Word]) -> float:
    return min(w.top for w in below) - max(w.bottom for w in above)


def leading(pages: Iterable[PageContent], table: Table) -> float:
    """The usual gap between two lines of one cell, measured in the column with the longest texts."""
    at = table.place("explanation")
    if at is None:
        at = table.place("title") or 0
    gaps: Counter[float] = Counter()
    for page in pages:
        lines = text_lines(word for word in page.words if table.geometry.column_of(word) == at)
        for above, below in pairwise(lines):
            gap = below[0].top - above[0].bottom
            if gap < 0.9 * below[0].size and above[0].style == below[0].style:
                gaps[round(gap * 2) / 2] += 1
    enough = 0.12 * sum(gaps.values())
    return min((gap for gap, count in gaps.items() if count >= enough), default=2.0)


def is_spaced(pages: Iterable[PageContent], table: Table, usual: float) -> bool:
    """Whether above most filled key cells, up to the one before, there is somewhere more room than between lines."""
    apart = total = 0
    for page in pages:
        starts = {min(anchor, key=lambda w: w.top) for anchor in anchors(page.words, table)}
        wide = False
        for above, below in pairwise(clusters(page.words)):
            wide = wide or _is_wide(above, below, usual)
            if starts.intersection(below):
                total += 1
                apart += wide
                wide = False
    return apart * 2 > total


def _is_wide(above: Sequence[Word], below: Sequence[Word], usual: float) -> bool:
    return _gap(above, below) > usual + max(0.7, 0.1 * below[0].size)


def _cut_by_gaps(words: Sequence[Word], usual: float) -> list[list[Word]]:
    """Words cut where no column has text for longer than between two lines."""
    parts: list[list[Word]] = []
    before: list[Word] = []
    for cluster in clusters(words):
        if not before or _is_wide(before, cluster, usual):
            parts.append(list(cluster))
        else:
            parts[-1].extend(cluster)
        before = cluster
    return parts


def _cut_at_anchors(words: Sequence[Word], table: Table) -> list[list[Word]]:
    """Words cut above each filled key cell; for rows whose cells begin on one line."""
    starts = sorted(min(w.top for w in anchor) for anchor in anchors(words, table))
    parts: list[list[Word]] = [[] for _ in range(len(starts) + 1)]
    for cluster in clusters(words):
        top = max(w.top for w in cluster)
        parts[bisect_right(starts, top + 1.5)].extend(cluster)
    return [part for part in parts if part]


def _split_headings(words: list[Word], table: Table) -> list[list[Word]]:
    """A block with the heading lines above and below its row taken off: lone lines in other type than the row's."""
    found = anchors(words, table)
    title = table.place("title")
    if len(found) > 1 or title is None:
        return [words]
    lines = clusters(words)
    if not found:
        return _split_tail(lines, table, title)
    start = min(w.top for w in found[0])
    at_row = [line for line in lines if any(abs(w.top - start) < 2 for w in line)]
    row_styles = {w.style for line in at_row for w in line if table.geometry.column_of(w) == title}
    if not row_styles:
        return [words]

    def is_heading(line: list[Word]) -> bool:
        ordered = sorted(line, key=lambda w: w.x0)
        lone = len(phrases(ordered)) == 1 and table.geometry.column_of(ordered[0]) in (0, title)
        return lone and ordered[0].style not in row_styles

    first, last = 0, len(lines)
    while first < len(lines) and lines[first] not in at_row and is_heading(lines[first]):
        first += 1
    while last > first and lines[last - 1] not in at_row and is_heading(lines[last - 1]):
        last -= 1
    parts = [lines[:first], lines[first:last], lines[last:]]
    return [[w for line in part for w in line] for part in parts if part]


def _split_tail(lines: list[list[Word]], table: Table, title: int) -> list[list[Word]]:
    """The rest of a row from the page before, with the heading taken off that stands under it in other type."""
    styles = {w.style for line in lines for w in line if table.geometry.column_of(w) != title}
    last = len(lines)
    while last > 0:
        ordered = sorted(lines[last - 1], key=lambda w: w.x0)
        if len(phrases(ordered)) > 1 or table.geometry.column_of(ordered[0]) not in (0, title):
            break
        if not styles or ordered[0].style in styles:
            break
        last -= 1
    return [[w for line in part for w in line] for part in (lines[:last], lines[last:]) if part]


def _block(page: PageContent, words: list[Word], table: Table, *, spanning: bool | None = None) -> Block:
    """The block of words that belong together, its cells filled."""
    top, bottom = min(w.top for w in words), max(w.bottom for w in words)
    block = Block(page.number, top, bottom, words)
    first = min(words, key=lambda w: (round(w.top), w.x0))
    block.look = (first.style, _fill_behind(first, page.fills))
    block.spanning = (spans(words, table.geometry) or _lone_first(words, table)) if spanning is None else spanning
    block.cells = [[] for _ in table.columns]
    if block.spanning:
        at = table.place("title") or 0
        block.cells[at] = [" ".join(w.text for w in line) for line in text_lines(words)]
        return block
    by_column: list[list[Word]] = [[] for _ in table.columns]
    for word in words:
        by_column[table.geometry.column_of(word)].append(word)
    block.columns = by_column
    block.cells = [[" ".join(word.text for word in line) for line in text_lines(column)] for column in by_column]
    key, title = table.key, table.place("title") or 0
    block.refers = any(refers(" ".join(lines).replace(FULL, "")) for lines in block.cells)
    block.has_key = key is not None and (bool(by_column[key]) or block.refers)
    if by_column[title]:
        block.look = (by_column[title][0].style, block.look[1])
        block.fills_page = max(w.bottom for w in by_column[title]) > bottom - 2
    return block


def _ruled_at(page: PageContent, geometry: Geometry, y: float) -> tuple[bool, bool]:
    """Whether rules run down at a height: at any edge of the table, and at its inner boundaries."""
    xs = [edge.at for edge in page.down if edge.start - 1 <= y <= edge.end + 1]
    inner = any(abs(x - at) < 3 for x in xs for at in geometry.inner)
    return bool(xs), inner


def _ruled_somewhere(page: PageContent, geometry: Geometry, band: Sequence[Word]) -> bool:
    """Whether rules run down beside some line of a band: where nothing parts the rows, a heading interrupts them."""
    return any(_ruled_at(page, geometry, line[0].middle)[0] for line in clusters(band))


def cut(page: PageContent, words: Sequence[Word], table: Table, usual: float, limit: float) -> list[Block]:
    """A table's stretch of a page as blocks, from top to bottom; rules below `limit` are the next table's."""
    if not words:
        return []
    geometry = table.geometry
    top, bottom = min(w.top for w in words), max(w.bottom for w in words)
    edges = separators(page, geometry, top - 12, min(bottom + 12, limit))
    bands: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in words:
        bands[bisect_right(edges, word.middle)].append(word)
    blocks: list[Block] = []
    for at, band in enumerate(bands):
        if not band:
            continue
        begun = len(blocks)
        blocks.extend(_band_blocks(page, band, table, usual, between=0 < at < len(edges)))
        blocks[begun].parted = begun > 0
    return blocks


def _band_blocks(page: PageContent, band: list[Word], table: Table, usual: float, *, between: bool) -> list[Block]:
    """The blocks of the words between two rules, or above or below all of them."""
    middle = (min(w.top for w in band) + max(w.bottom for w in band)) / 2
    ruled, inner = _ruled_at(page, table.geometry, middle) if table.geometry.ruled else (False, False)
    if table.geometry.ruled and not ruled and not between:
        if _ruled_somewhere(page, table.geometry, band):
            return _cut_band(page, band, table, usual, enclosed=False)
        return _outside(page, band)
    if table.geometry.ruled and ruled and not inner:
        return [_block(page, band, table, spanning=True)]
    return _cut_band(page, band, table, usual, enclosed=between and len(anchors(band, table)) <= 1)


def _cut_band(page: PageContent, band: list[Word], table: Table, usual: float, *, enclosed: bool) -> list[Block]:
    """The blocks between two rules; enclosed by them with one key cell at most it is one row."""
    if enclosed:
        parts = [band]
    else:
        parts = []
        for part in _cut_by_gaps(band, usual):
            several = len(anchors(part, table)) > 1 and not spans(part, table.geometry)
            crowded = several or (table.level and not table.spaced)
            parts.extend(_cut_at_anchors(part, table) if crowded else [part])
    blocks: list[Block] = []
    for part in parts:
        for piece in _split_headings(part, table):
            blocks.append(_block(page, piece, table))
    return blocks


def _outside(page: PageContent, words: Sequence[Word]) -> list[Block]:
    """Text outside tables as paragraphs."""
    found: list[list[Word]] = []
    for line in text_lines(words):
        before = found[-1] if found else None
        starts = (
            line[0].text[0] in SUPERSCRIPTS or (len(line) > 1 and line[1].text == "=") or line[0].text.endswith("=")
        )
        if (
            before is None
            or starts
            or line[0].top - max(w.bottom for w in before) > 0.55 * line[0].size
            or abs(before[-1].size - line[-1].size) > 0.6
            or ({w.style for w in before}.isdisjoint({w.style for w in line}) and len({w.style for w in line}) == 1)
        ):
            found.append(list(line))
        else:
            before.extend(line)
    blocks: list[Block] = []
    for part in found:
        block = Block(page.number, min(w.top for w in part), max(w.bottom for w in part), part, outside=True)
        block.cells = [[" ".join(w.text for w in line) for line in text_lines(part)]]
        block.look = (part[0].style, _fill_behind(part[0], page.fills))
        blocks.append(block)
    return blocks


def as_heading(block: Block, table: Table) -> None:
    """Take text outside the table as a heading in it after all."""
    lines = block.cells[0]
    block.outside, block.spanning = False, True
    block.cells = [[] for _ in table.columns]
    block.cells[table.place("title") or 0] = lines


def outside(page: PageContent, words: Sequence[Word]) -> list[Block]:
    """The paragraphs of a stretch of a page that is in no table."""
    return _outside(page, words)
