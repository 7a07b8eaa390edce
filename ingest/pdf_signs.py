"""Status signs that are drawn: a picture of the shape decides which Harvey ball it is."""

import colorsys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

QUARTERS = "○◔◑◕●"
UNKNOWN = "◌"
"""A drawn sign that is no Harvey ball; no legend explains it."""

_SMALLEST, _LARGEST = 4.5, 26.0  # points
_SCALE = 4.0
_COLOURS = (("rood", 0.0), ("oranje", 0.09), ("geel", 0.15), ("groen", 0.35), ("blauw", 0.6), ("rood", 1.0))


class Shape(NamedTuple):
    """Where a small drawn shape stands, in points from the page's top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


def shapes(items: Sequence[dict[str, Any]]) -> list[Shape]:
    """Small drawings about as wide as high, what overlaps taken as one: the ring and the pie in it."""
    found: list[Shape] = []
    small = [i for i in items if i["x1"] - i["x0"] <= _LARGEST and i["bottom"] - i["top"] <= _LARGEST]
    for item in sorted(small, key=lambda i: (i["top"], i["x0"])):
        box = Shape(item["x0"], item["top"], item["x1"], item["bottom"])
        for at, other in enumerate(found):
            if box.x0 < other.x1 and other.x0 < box.x1 and box.top < other.bottom and other.top < box.bottom:
                found[at] = Shape(
                    min(box.x0, other.x0), min(box.top, other.top), max(box.x1, other.x1), max(box.bottom, other.bottom)
                )
                break
        else:
            found.append(box)
    return [box for box in found if _is_round(box)]


def _is_round(box: Shape) -> bool:
    wide, high = box.x1 - box.x0, box.bottom - box.top
    return min(wide, high) >= _SMALLEST and max(wide, high) <= _LARGEST and 0.8 <= wide / high <= 1.25


def read_signs(path: Path, number: int, boxes: Sequence[Shape]) -> list[str]:
    """The Harvey ball that each shape on a page shows, with its colour where it has one; `number` counts from 1."""
    import numpy as np
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        bitmap = document[number - 1].render(scale=_SCALE)
        picture = bitmap.to_numpy()[:, :, :3][:, :, ::-1].astype(np.float64) / 255
    finally:
        document.close()
    return [_sign(picture, box) for box in boxes]


def _sign(picture: "np.ndarray[Any, np.dtype[np.float64]]", box: Shape) -> str:
    x0, top, x1, bottom = (round(value * _SCALE) for value in box)
    import numpy as np

    part = picture[max(0, top) : bottom, max(0, x0) : x1]
    high, wide = part.shape[:2]
    if high < 6 or wide < 6:
        return UNKNOWN
    y, x = np.mgrid[0:high, 0:wide]
    inside = ((x + 0.5) / wide - 0.5) ** 2 + ((y + 0.5) / high - 0.5) ** 2 < (0.5 * 0.72) ** 2
    inked = inside & (part.min(axis=2) < 0.6)
    share = float(inked.sum()) / float(inside.sum())
    quarter = round(share * 4)
    if abs(share * 4 - quarter) > 0.45:
        return UNKNOWN
    sign = QUARTERS[quarter]
    if not quarter:
        return sign
    red, green, blue = (float(value) for value in part[inked].mean(axis=0))
    hue, saturation, _ = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.35:
        return sign
    return sign + min(_COLOURS, key=lambda colour: abs(colour[1] - hue))[0]
