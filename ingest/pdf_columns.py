"""Where a table's columns stand on the page: from its header's words, its rules, and the gaps that all lines share."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.columns import Column, begins_name, column_named, header_of
from ingest.pdf_page import Edge, PageContent, Word

_LONGEST_HEADING = 6  # words


@dataclass(frozen=True, slots=True)
class Segment:
    """The heading of one column as it stands on the page."""

    text: str
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """Half-way its width."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Header:
    """A header row: its columns' headings from left to right, and the words it is made of."""

    segments: tuple[Segment, ...]
    columns: tuple[Column | None, ...]
    top: float
    bottom: float
    words: frozenset[Word]

    @property
    def key(self) -> tuple[tuple[Column | None, int], ...]:
        """The same for headers of one layout, so that its columns are measured once."""
        return tuple((name, round(seg.x0 / 4)) for name, seg in zip(self.columns, self.segments, strict=True))


@dataclass(frozen=True, slots=True)
class Geometry:
    """The table's columns: left edge, the boundaries between columns, right edge."""

    left: float
    inner: tuple[float, ...]
    right: float
    ruled: bool  # the boundaries are drawn

    def column_of(self, word: Word) -> int:
        """The column in which a word stands; one that runs over its column's edge belongs where it begins."""
        first, last = bisect_right(self.inner, word.x0 + 1), bisect_right(self.inner, word.x1 - 1)
        return first if first == last or word.x1 - word.x0 > 25 else bisect_right(self.inner, (word.x0 + word.x1) / 2)

    def crossed_by(self, x0: float, x1: float) -> int:
        """How many boundaries lie well inside a stretch."""
        return sum(x0 + 1.5 < edge < x1 - 1.5 for edge in self.inner)


def text_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand on one line, from top to bottom, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        if lines and abs(lines[-1][-1].middle - word.middle) < 0.35 * min(word.size, lines[-1][-1].size) + 0.5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.x0) for line in lines]


def phrases(line: Sequence[Word], gap: float = 0.7) -> list[list[Word]]:
    """A line cut where the space is wider than between words; `gap` in sizes of type (typewriter type has 0.6)."""
    parts: list[list[Word]] = []
    for word in line:
        if parts and word.x0 - parts[-1][-1].x1 < gap * word.size:
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def _named_parts(line: Sequence[Word]) -> list[tuple[int, int, bool]]:
    """A line cut into headings: (first word, past the last, whether it names a column), the longest names first."""
    parts: list[tuple[int, int, bool]] = []
    at = 0
    while at < len(line):
        for end in range(min(len(line), at + _LONGEST_HEADING), at, -1):
            near = all(line[k + 1].x0 - line[k].x1 < 1.2 * line[k].size for k in range(at, end - 1))
            if near and column_named(" ".join(word.text for word in line[at:end])):
                parts.append((at, end, True))
                at = end
                break
        else:
            if parts and not parts[-1][2] and line[at].x0 - line[at - 1].x1 < 0.6 * line[at].size:
                parts[-1] = (parts[-1][0], at + 1, False)
            else:
                parts.append((at, at + 1, False))
            at += 1
    return parts


def _grown(groups: list[list[Word]], line: Sequence[Word]) -> list[list[Word]] | None:
    """The headings with another line of the header's words; None when the line is no part of the header."""
    if not any(char.isalnum() for word in line for char in word.text):
        return None  # a full stop that a row above leaves on a line by itself
    grown = [list(group) for group in groups]
    for phrase in phrases(line):
        x0, x1 = phrase[0].x0 - 1, phrase[-1].x1 + 1
        over = [g for g in grown[: len(groups)] if min(w.x0 for w in g) < x1 and x0 < max(w.x1 for w in g)]
        if len(over) == 1:
            over[0].extend(phrase)
        elif not over:
            grown.append(list(phrase))
        else:
            return None
    for before, after in zip(groups, grown, strict=False):
        if column_named(_text(before)) and not column_named(_text(after)) and not begins_name(_text(after)):
            return None
    return grown


def _text(group: Iterable[Word]) -> str:
    return " ".join(word.text for line in text_lines(group) for word in line)


def find_headers(page: PageContent) -> list[Header]:
    """The header rows on a page, from top to bottom."""
    lines = text_lines(page.words)
    found: list[Header] = []
    taken = -1
    for at, line in enumerate(lines):
        if at <= taken or len(line) > 40:
            continue
        parts = _named_parts(line)
        named = {column_named(" ".join(w.text for w in line[a:b])) for a, b, is_name in parts if is_name}
        words_named = sum(b - a for a, b, is_name in parts if is_name)
        if "title" not in named or len(named) < 2 or words_named * 2 < len(line):
            continue
        groups: list[list[Word]] = []
        for a, b, is_name in parts:
            gap = line[a].x0 - line[a - 1].x1 if a else 0.0
            goes_on = bool(groups) and begins_name(_text([*groups[-1], *line[a:b]])) and gap < 5 * line[a].size
            if groups and not is_name and (goes_on or gap < 0.6 * line[a].size):
                groups[-1].extend(line[a:b])  # "Stand" + "van", with "zaken" on the next line
            else:
                groups.append(list(line[a:b]))
        first = last = at
        for step in (-1, 1):
            near = at + step
            while 0 <= near < len(lines):
                gap = (
                    lines[near][0].top - lines[near - step][0].bottom
                    if step > 0
                    else lines[near - step][0].top - lines[near][0].bottom
                )
                if gap > 0.45 * line[0].size or len(lines[near]) > 2 * len(groups):
                    break
                grown = _grown(groups, lines[near]) if near > taken else None
                if grown is None or (not _better(groups, grown) and not _incomplete(groups, grown)):
                    break
                groups = grown
                first, last = min(first, near), max(last, near)
                near += step
        groups.sort(key=lambda group: min(word.x0 for word in group))
        segments = tuple(
            Segment(_heading(group), min(w.x0 for w in group), max(w.x1 for w in group)) for group in groups
        )
        columns = header_of([segment.text for segment in segments])
        if columns is None or (len([c for c in columns if c]) < 3 and len(line) > 4):
            continue
        words = frozenset(word for group in groups for word in group)
        found.append(Header(segments, columns, min(w.top for w in words), max(w.bottom for w in words), words))
        taken = last
    return found


def _heading(group: Iterable[Word]) -> str:
    """A heading's lines as one text, a word broken between them joined when that names a column."""
    lines = [" ".join(word.text for word in line) for line in text_lines(group)]
    text = ""
    for line in lines:
        text = text[:-1] + line if text.endswith(("-", "\u2010", "\u00ad")) and line[:1].islower() else f"{text} {line}"
    return text.strip()


def _names(groups: Iterable[Iterable[Word]]) -> int:
    return sum(column_named(_text(group)) is not None for group in groups)


def _better(before: list[list[Word]], after: list[list[Word]]) -> bool:
    """Whether more headings, or longer ones, are names of columns."""
    if _names(after) > _names(before):
        return True
    begun = after[len(before) :]
    if begun and all(begins_name(_text(group)) for group in begun) and after[: len(before)] == before:
        return True
    grew = [new for old, new in zip(before, after, strict=False) if len(new) > len(old)]
    return len(after) == len(before) and bool(grew) and all(begins_name(_text(group)) for group in grew)


def _incomplete(before: list[list[Word]], after: list[list[Word]]) -> bool:
    """Whether the line adds only to headings that are no names yet, in type like theirs: a name of three lines."""
    grew = [(old, new) for old, new in zip(before, after, strict=False) if len(new) > len(old)]
    return len(after) == len(before) and all(
        column_named(_text(old)) is None and old[0].text.endswith(("-", "\u2010", "\u00ad")) for old, _ in grew
    )


def _drawn_boundaries(header: Header, down: Sequence[Edge]) -> tuple[float, tuple[float, ...], float] | None:
    """The boundaries drawn beside the header's words: left edge, inner boundaries, right edge; None if not all are."""
    middle = (header.top + header.bottom) / 2
    xs = sorted(edge.at for edge in down if edge.start - 2 <= middle <= edge.end + 2)
    edges: list[float] = []
    for x in xs:
        if not edges or x - edges[-1] > 2.5:
            edges.append(x)
    segments = header.segments
    inner = [x for x in edges if segments[0].x1 - 1 <= x <= segments[-1].x0 + 1]
    for left, right in pairwise(segments):
        if not any(left.x1 - 1.5 <= x <= right.x0 + 1.5 for x in inner):
            return None
    outer_left = [x for x in edges if x < segments[0].x0 + 1]
    outer_right = [x for x in edges if x > segments[-1].x1 - 1]
    return (
        max(outer_left, default=segments[0].x0 - 4),
        tuple(inner),
        min(outer_right, default=float("inf")),
    )


def _river(words: Sequence[Word], low: float, high: float) -> float:
    """The x between two headings that the fewest words cross, where the gap is widest."""
    steps = max(2, int((high - low) / 0.75) + 1)
    crossing = [0] * (steps + 1)
    for word in words:
        if word.x1 <= low or word.x0 >= high:
            continue
        first = max(0, int((word.x0 - low) / 0.75) + 1 if word.x0 > low else 0)
        last = min(steps, int((word.x1 - low) / 0.75))
        for k in range(first, last + 1):
            crossing[k] += 1
    fewest = min(crossing)
    allowed = fewest + int(0.03 * max(crossing))  # a spanning heading or two
    best: tuple[int, int] = (0, 0)
    run_start: int | None = None
    for k in range(steps + 2):
        inside = k <= steps and crossing[k] <= allowed
        if inside and run_start is None:
            run_start = k
        elif not inside and run_start is not None:
            if k - run_start > best[1] - best[0]:
                best = (run_start, k)
            run_start = None
    end, start = low + 0.75 * (best[1] - 1), low + 0.75 * best[0]
    return end - min(2.0, (end - start) / 2)


def _between(left: Segment, right: Segment) -> tuple[float, float]:
    """Where the boundary between two headings must lie: a heading stands within its own column."""
    return (left.x1, right.x0) if right.x0 - left.x1 > 0.5 else (left.middle, right.middle)


def _without_spanning(words: list[Word], lines: Iterable[list[Word]], edge: float) -> list[Word]:
    """The words but those of lines that are one text over the beginning of a column: headings over all columns."""
    over = [line for line in lines if line[0].x0 < edge < line[-1].x1 and len(phrases(line)) == 1]
    spanning = frozenset(word for line in over for word in line)
    return [word for word in words if word not in spanning]


def measure_columns(header: Header, pages: Sequence[PageContent]) -> Geometry:
    """The geometry of the tables under a header; `pages` begins with the header's own page."""
    drawn = _drawn_boundaries(header, pages[0].down)
    words = [word for page in pages for word in page.words]
    rightmost = max((word.x1 for word in words), default=header.segments[-1].x1)
    if drawn is not None:
        left, inner, right = drawn
        right = right if right != float("inf") else rightmost + 2
        return Geometry(left, inner, right, ruled=True)
    segments = header.segments
    body = [word for word in words if word.x1 - word.x0 < 0.5 * pages[0].width]
    lines = [line for page in pages for line in text_lines(page.words)]
    inner = tuple(
        _river(_without_spanning(body, lines, right.x0), *_between(left, right)) for left, right in pairwise(segments)
    )
    leftmost = min((word.x0 for word in words), default=segments[0].x0)
    return Geometry(min(leftmost, segments[0].x0) - 2, inner, rightmost + 2, ruled=False)


def heading_texts(header: Header, geometry: Geometry) -> tuple[str, ...]:
    """The headings by the geometry's columns; "" for a column whose heading is empty."""
    texts = [""] * (len(geometry.inner) + 1)
    for segment in header.segments:
        at = bisect_right(geometry.inner, segment.middle)
        texts[at] = f"{texts[at]} {segment.text}".strip()
    return tuple(texts)
