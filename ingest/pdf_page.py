"""A PDF page as words, rules and fills: all that the later stages look at."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pdfplumber.page import Page
from pdfplumber.utils.text import extract_words

from ingest.overprint import overprinted_lines
from ingest.pdf_signs import Shape, read_signs, shapes
from ingest.printed_text import TO_SUPERSCRIPT

Style = tuple[str, float, tuple[float, ...]]
"""Font, size and colour: what makes a heading look different from a row."""

_THIN = 2.6


class Word(NamedTuple):
    """Printed characters without a gap between them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    style: Style
    lead: float = 0.0  # width of its first character

    @property
    def middle(self) -> float:
        """Half-way its height."""
        return (self.top + self.bottom) / 2

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.style[1]


class Edge(NamedTuple):
    """A straight drawn line: at `at`, from `start` to `end`; across the page or down it."""

    at: float
    start: float
    end: float


class Fill(NamedTuple):
    """A coloured area."""

    x0: float
    top: float
    x1: float
    bottom: float
    colour: tuple[float, ...]


class PageContent(NamedTuple):
    """What is printed on one page, in points from its top left corner as it is read."""

    number: int
    width: float
    height: float
    words: list[Word]
    across: list[Edge]
    down: list[Edge]
    fills: list[Fill]
    has_images: bool
    turn: int = 0  # quarter turns by which the text lies on the page as displayed
    overprinted: Sequence[str] = ()  # lines on which letters lie over each other


def _direction(char: dict[str, Any]) -> int:
    """0 for text that runs to the right, 1 upwards, 2 upside down, 3 downwards."""
    a, b = char["matrix"][0], char["matrix"][1]
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _turned(box: tuple[float, float, float, float], turn: int, width: float, height: float) -> tuple[float, ...]:
    """A box (x0, top, x1, bottom) as it lies when the page is turned so that the text runs to the right."""
    x0, top, x1, bottom = box
    match turn:
        case 1:
            return height - bottom, x0, height - top, x1
        case 2:
            return width - x1, height - bottom, width - x0, height - top
        case 3:
            return top, width - x1, bottom, width - x0
    return box


def turned_back(box: tuple[float, float, float, float], page: PageContent) -> tuple[float, ...]:
    """A box of the page as read, as it lies on the page as displayed."""
    width, height = (page.height, page.width) if page.turn % 2 else (page.width, page.height)
    return _turned(box, -page.turn % 4, *((height, width) if page.turn % 2 else (width, height)))


def _raise_marks(chars: list[dict[str, Any]]) -> None:
    """Write small raised digits as superscript characters, so that no mark is glued to a word or number."""
    before: dict[str, Any] | None = None
    sizes = Counter(round(char["size"], 1) for char in chars)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    for at, char in enumerate(chars):
        if not char["text"].isdigit():
            if not char["text"].isspace():
                before = char
            continue
        small = char["size"]
        near = [
            other
            for other in (before, _next_other(chars, at))
            if other and abs(other["bottom"] - char["bottom"]) < body
        ]
        for other in near:
            larger = other["size"]
            if small <= 0.8 * larger and char["bottom"] < other["bottom"] - 0.12 * larger:
                char["text"] = char["text"].translate(TO_SUPERSCRIPT)
                char["top"], char["bottom"] = other["top"], other["bottom"]  # on the line that it belongs to
                char["doctop"] = other["doctop"]
                break
        else:
            before = char


def _next_other(chars: list[dict[str, Any]], at: int) -> dict[str, Any] | None:
    for char in chars[at + 1 : at + 5]:
        if not char["text"].isdigit() and not char["text"].isspace():
            return char
    return None


def _without_ghosts(chars: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The characters without spaces that take no room: browsers print them for soft hyphens that were not needed."""
    kept: list[dict[str, Any]] = []
    for at, char in enumerate(chars):
        after = chars[at + 1] if at + 1 < len(chars) else None
        if (
            after is not None
            and char["text"].isspace()
            and not after["text"].isspace()
            and abs(after["x0"] - char["x0"]) < 0.25 * (char["x1"] - char["x0"])
            and abs(after["bottom"] - char["bottom"]) < 0.3 * char["size"]
        ):
            continue
        kept.append(char)
    return kept


def _colour(value: Any) -> tuple[float, ...]:  # noqa: ANN401 - pdfplumber gives numbers, tuples, names or None
    if isinstance(value, (int, float)):
        value = (value,)
    if not isinstance(value, (tuple, list)) or not all(isinstance(part, (int, float)) for part in value):
        return (0.0,)
    return tuple(round(float(part), 2) for part in value)


def _white(colour: tuple[float, ...]) -> bool:
    return (all(part >= 0.995 for part in colour) and len(colour) != 4) or (len(colour) == 4 and max(colour) <= 0.005)


def _words(chars: list[dict[str, Any]]) -> list[Word]:
    """The words of characters that all run to the right."""
    found = extract_words(
        chars, x_tolerance=1.5, x_tolerance_ratio=0.17, y_tolerance=2.0, keep_blank_chars=False, return_chars=True
    )
    words: list[Word] = []
    for word in found:
        first = max(word["chars"], key=lambda char: char["size"])
        style = (first["fontname"].split("+")[-1], round(first["size"], 1), _colour(first["non_stroking_color"]))
        lead = word["chars"][0]["x1"] - word["chars"][0]["x0"]
        words.append(Word(word["text"], word["x0"], word["top"], word["x1"], word["bottom"], style, lead))
    return words


def _sideways(chars: list[dict[str, Any]], turn: int, width: float, height: float) -> list[Word]:
    """The lines of characters that lie sideways on an upright page, each as one word where it stands."""
    words = sorted(
        _words([_placed(char, turn, width, height) for char in chars]), key=lambda w: (round(w.middle), w.x0)
    )
    lines: list[list[Word]] = []
    for word in words:
        if lines and abs(lines[-1][-1].middle - word.middle) < 2 and word.x0 - lines[-1][-1].x1 < 2 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    found: list[Word] = []
    back = (height, width) if turn % 2 else (width, height)
    for line in lines:
        box = (line[0].x0, min(w.top for w in line), line[-1].x1, max(w.bottom for w in line))
        x0, top, x1, bottom = _turned(box, -turn % 4, *back)
        found.append(Word(" ".join(w.text for w in line), x0, top, x1, bottom, line[0].style))
    return found


def _placed(item: dict[str, Any], turn: int, width: float, height: float) -> dict[str, Any]:
    if not turn:
        return item
    x0, top, x1, bottom = _turned((item["x0"], item["top"], item["x1"], item["bottom"]), turn, width, height)
    return {**item, "x0": x0, "top": top, "x1": x1, "bottom": bottom, "doctop": top, "upright": True}


def _moved(item: dict[str, Any], by: float) -> dict[str, Any]:
    return {
        **item,
        "x0": item["x0"] + by,
        "x1": item["x1"] + by,
        "top": item["top"] - by,
        "bottom": item["bottom"] - by,
        "doctop": item["doctop"] - by,
    }


def _drawn(items: Iterable[dict[str, Any]], width: float, height: float) -> tuple[list[Edge], list[Edge], list[Fill]]:
    """The rules and coloured areas among drawn lines and rectangles."""
    across: list[Edge] = []
    down: list[Edge] = []
    fills: list[Fill] = []
    for item in items:
        x0, top, x1, bottom = item["x0"], item["top"], item["x1"], item["bottom"]
        wide, high = x1 - x0, bottom - top
        filled = bool(item.get("fill"))
        stroked = bool(item.get("stroke", True)) or not filled
        colour = _colour(item.get("non_stroking_color") if filled else item.get("stroking_color"))
        if filled and not stroked and _white(colour):
            continue
        if high <= _THIN and wide > high:
            across.append(Edge((top + bottom) / 2, x0, x1))
        elif wide <= _THIN and high > wide:
            down.append(Edge((x0 + x1) / 2, top, bottom))
        elif item["object_type"] != "line":
            if wide > 0.98 * width and high > 0.9 * height:
                continue  # the paper itself
            if filled and not _white(colour):
                fills.append(Fill(x0, top, x1, bottom, colour))
            if stroked and not _white(_colour(item.get("stroking_color"))):
                across.extend((Edge(top, x0, x1), Edge(bottom, x0, x1)))
                down.extend((Edge(x0, top, bottom), Edge(x1, top, bottom)))
    return across, down, fills


def _signs(page: Page, path: Path | None, width: float) -> list[Word]:
    """Drawn status signs as words; pictures and curves alone, in a page that is not turned."""
    if path is None or page.rotation or not (page.curves or page.images):
        return []
    found = shapes([*page.curves, *page.images, *(r for r in page.rects if r["x1"] - r["x0"] < 0.1 * width)])
    drawn = [box for box in found if any(_within(item, box) for item in (*page.curves, *page.images))]
    if not drawn:
        return []
    signs = read_signs(path, page.page_number, drawn)
    return [
        Word(sign, box.x0, box.top, box.x1, box.bottom, ("drawn", round(box.bottom - box.top, 1), ()))
        for sign, box in zip(signs, drawn, strict=True)
    ]


def _within(item: dict[str, Any], box: Shape) -> bool:
    return bool(item["x0"] >= box.x0 - 0.1 and item["x1"] <= box.x1 + 0.1 and item["top"] >= box.top - 0.1)


def read_page(page: Page, path: Path | None = None) -> PageContent:
    """The words, rules and fills of a page; text that lies sideways on all of it is turned to be read.

    With the document's path, drawn status signs are read from a picture of the page.
    """
    width, height = float(page.width), float(page.height)
    chars = [char for char in page.chars if char["text"]]
    drawn = [*page.lines, *page.rects]
    if page.rotation in (90, 270) and tuple(page.bbox[2:]) == tuple(page.mediabox[2:]):
        # pdfplumber 0.11 turns what is on the page and not the page's size
        if page.rotation == 270:
            chars = [_moved(char, height - width) for char in chars]
            drawn = [_moved(item, height - width) for item in drawn]
        width, height = height, width
    directions = Counter(_direction(char) for char in chars)
    turn = directions.most_common(1)[0][0] if directions else 0
    main = [_placed(char, turn, width, height) for char in chars if _direction(char) == turn]
    main = _without_ghosts(main)
    over = overprinted_lines(main)
    _raise_marks(main)
    words = _words(main)
    for other in directions:
        if other != turn and not turn:
            words.extend(_sideways([char for char in chars if _direction(char) == other], other, width, height))
    drawn = [_placed(item, turn, width, height) for item in drawn]
    if not turn:
        words.extend(_signs(page, path, width))
    if turn % 2:
        width, height = height, width
    across, down, fills = _drawn(drawn, width, height)
    return PageContent(page.page_number, width, height, words, across, down, fills, bool(page.images), turn, over)
