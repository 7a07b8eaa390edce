"""Letters that are printed over other letters, as when the words of one column run into the next.

What stands there is read in an order that nobody printed, so such a page is never read in silence.
"""

from collections.abc import Sequence
from typing import Any

SHARE = 0.35  # of the narrower letter's width that lies under another: kerning and italics stay far below
SAME = 0.2  # of the size: a letter printed twice so near by is bold made by hand
LEVEL = 0.25  # of the size by which the feet of two letters on one line may differ
LIKE = 1.5  # sizes that differ more are a watermark or a capital and no line of text
LEAST = 3  # places on a line: a single one is an accent or a mark
AHEAD = 3  # letters to the right that are looked at


def overprinted_lines(chars: Sequence[dict[str, Any]]) -> list[str]:
    """The lines of a page on which letters lie over each other, as far as they can be read, from the top.

    Args:
        chars: as pdfplumber gives them, with "text", "size", "x0", "x1" and "bottom" in points.
    """
    lines: dict[int, list[dict[str, Any]]] = {}
    for char in chars:
        if not char["text"].isspace():
            lines.setdefault(round(char["bottom"]), []).append(char)
    found = []
    for _, line in sorted(lines.items()):
        line.sort(key=lambda char: char["x0"])
        places = sum(
            any(other["x0"] < char["x1"] and _over(char, other) for other in line[at + 1 : at + 1 + AHEAD])
            for at, char in enumerate(line)
        )
        if places >= LEAST:
            found.append("".join(char["text"] for char in line))
    return found


def _over(one: dict[str, Any], other: dict[str, Any]) -> bool:
    narrower = min(one["x1"] - one["x0"], other["x1"] - other["x0"])
    size = min(one["size"], other["size"])
    if narrower <= 0 or size <= 0 or max(one["size"], other["size"]) > LIKE * size:
        return False
    if one["text"] == other["text"] and abs(one["x0"] - other["x0"]) < SAME * size:
        return False
    shared = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
    return bool(shared > SHARE * narrower and abs(one["bottom"] - other["bottom"]) < LEVEL * size)
