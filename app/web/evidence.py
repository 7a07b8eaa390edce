"""The row as printed: cut from the page of the PDF by the boxes that the reader kept, with the row outlined.

Pages are drawn by a process of its own that is started at the first request: drawing is the one thing here that
runs a C library over a document's content, and it must neither hold up answers nor take the app down with it.
"""

import io
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote

from ingest.records import Box, Measure

SCALE = 2.0  # pixels per PDF point: readable at 200 % and some 60 kB a row
MARGIN = 8.0  # points around the row
CLEARANCE = 2.0  # points between the words of the row, which the box is tight around, and the outline
SECONDS = 20  # for one drawing, the start of the process included
MEMORY = 1536 * 1024 * 1024  # bytes of address space for the drawing process


@dataclass(frozen=True, slots=True)
class Image:
    """Where the picture of one piece of a row is served, with its size in CSS pixels."""

    address: str
    page: int
    width: int
    height: int


class NoImageError(Exception):
    """The piece cannot be drawn: the page is missing, or the document cannot be drawn in time."""


def images_of(measure: Measure) -> tuple[Image, ...]:
    """The pieces of a row in reading order; () where no box is known."""
    return tuple(
        Image(
            address=f"/bewijs/{quote(measure.report, safe='')}/{measure.id}/{number}.png",
            page=box.page,
            width=round((box.x1 - box.x0 + 2 * MARGIN) * SCALE),
            height=round((box.bottom - box.top + 2 * MARGIN) * SCALE),
        )
        for number, box in enumerate(measure.source.boxes, start=1)
        if box.x1 > box.x0 and box.bottom > box.top
    )


class Draughtsman:
    """Draws pieces of pages in another process, and remembers the last ones."""

    def __init__(self) -> None:
        self._workers: Executor | None = None
        self.draw = lru_cache(maxsize=400)(self._draw)

    def _draw(self, path: Path, box: Box) -> bytes:
        """A PNG of the piece. Raises NoImageError."""
        if self._workers is None:
            self._workers = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"), initializer=_limit)
        try:
            return self._workers.submit(draw_piece, path, box).result(timeout=SECONDS)
        except BrokenProcessPool as problem:
            self.close()
            raise NoImageError(f"{path.name} p.{box.page}: het tekenen is afgebroken") from problem
        except (TimeoutError, OSError, ValueError, IndexError, RuntimeError) as problem:
            raise NoImageError(f"{path.name} p.{box.page}: {problem}") from problem

    def close(self) -> None:
        """Stop the process."""
        if self._workers is not None:
            self._workers.shutdown(wait=False, cancel_futures=True)
            self._workers = None


def _limit() -> None:
    """Keep a hostile document from taking all memory (POSIX only)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def draw_piece(path: Path, box: Box) -> bytes:
    """The piece of the page with some margin and the row outlined, as PNG."""
    import pypdfium2
    from PIL import ImageDraw

    document = pypdfium2.PdfDocument(path)
    try:
        page = document[box.page - 1]
        width, height = page.get_size()
        left, top = max(box.x0 - MARGIN, 0), max(box.top - MARGIN, 0)
        right, bottom = min(box.x1 + MARGIN, width), min(box.bottom + MARGIN, height)
        picture = page.render(scale=SCALE, crop=(left, height - bottom, width - right, top)).to_pil()
        edges = (box.x0 - left, box.top - top, box.x1 - left, box.bottom - top)
        away = (-CLEARANCE, -CLEARANCE, CLEARANCE, CLEARANCE)
        outline = tuple(round((edge + clear) * SCALE) for edge, clear in zip(edges, away, strict=True))
        ImageDraw.Draw(picture).rectangle(outline, outline=(28, 79, 130), width=3)
        target = io.BytesIO()
        picture.quantize(64).save(target, "PNG", optimize=True)
        return target.getvalue()
    finally:
        document.close()
