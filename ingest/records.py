"""The records that every later stage works on; nothing in them is guessed.

A document is read into rows, the rows into measures, and all of one document into a `Report`. All records are
frozen and hashable. Text is kept as printed, with white space folded and line-end hyphens joined; what was read
from it (an interval, a list of codes) stands beside it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

COMPLETE: Final = "volledig"
INCOMPLETE: Final = "niet volledig gelezen"
Verdict = Literal["volledig", "niet volledig gelezen"]

StatusCode = Literal[4, 3, 1, 0]
"""4 afgerond, 3 in uitvoering, 1 doorlopend, 0 niet (meer) in uitvoering: see data/status.toml."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; `None` is open."""

    first: date | None
    last: date | None

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The cell "wanneer": its printed text and what was read from it.

    `end` is the stated unit in which the measure ends: "Q4 2024" is 1 October to 31 December 2024, "2024" the whole
    year, "14-16 Mei 2024" the day 16 May 2024. `None` where no end is stated ("n.v.t.", "Doorlopend", "Loopt").
    """

    text: str = ""
    start: date | None = None  # first day, only where the cell states a start
    end: Period | None = None  # both days known
    alternative_ends: tuple[Period, ...] = ()  # defensible readings: Q4 2023 in "Q4 2023/ Q1 2024"
    ongoing: bool = False  # the cell itself says "Doorlopend ..."
    understood: bool = True  # False: kept verbatim, and reported as a doubt


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the page's top left corner."""

    page: int  # counted from 1
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row stands: one box for each page that it covers; () in formats without pages."""

    boxes: tuple[Box, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages, ascending, each once."""
        return tuple(sorted({box.page for box in self.boxes}))


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink or underlined reference in an explanation; `target` is None where only the words are known."""

    text: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One row of a measures table, as printed."""

    id: str  # "3.10": theme number, then the row's place among the theme's measures
    report: str  # the report's key, "2023"
    theme_number: int
    theme: str  # "Onderwijs en media"
    heading: str  # "" where the table has none above the row
    title: str
    status: StatusCode | None  # None where the legend does not explain the sign
    status_text: str  # the sign as printed
    deadline: Deadline
    who: str  # the cell "wie" as printed
    owners: tuple[str, ...]  # ministry codes in printed order, each once; () where no ministry is named
    bodies: tuple[str, ...] = ()  # named there but no ministry: SER, NCDR, TK, RCN, EU, Rotterdam
    government_wide: bool = False  # Kabinetsbreed, Rijksbreed
    explanation: str = ""
    links: tuple[Link, ...] = ()
    footnotes: tuple[str, ...] = ()  # marks of the footnotes that the row, or its heading, cites
    extra: tuple[tuple[str, str], ...] = ()  # (column heading, text) of columns that we have no name for
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A row that only refers to another table; no measure, and never counted as one."""

    title: str
    heading: str
    theme: str
    see: str  # "Zie tabel onderwijs", as printed
    leads_to: tuple[str, ...]  # ids of the measures it leads to, best first; () when none was found
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote with the place that cites it."""

    mark: str
    text: str
    measure: str | None  # id of the citing measure; None where a heading or nothing cites it
    heading: str | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something printed that was not understood, or a row that may be read wrongly."""

    page: int | None
    text: str  # as printed
    why: str  # Dutch, one sentence


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign of the document's legend: the printed sign, its printed meaning, and the code it stands for."""

    sign: str
    meaning: str
    code: StatusCode | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A table of the report."""

    number: int
    name: str  # "Onderwijs en media"
    headings: tuple[str, ...]  # in printed order


@dataclass(frozen=True, slots=True)
class Report:
    """All that was read from one document."""

    key: str  # "2023"
    title: str
    edition: str  # "november 2023"
    reference_date: date
    file: str  # name of the file read, without its folder
    sha256: str
    themes: tuple[Theme, ...]
    legend: tuple[LegendEntry, ...]
    introduction: str
    measures: tuple[Measure, ...]
    cross_references: tuple[CrossReference, ...]
    footnotes: tuple[Footnote, ...]
    doubts: tuple[Doubt, ...] = ()
    coverage: tuple[tuple[int, float], ...] = ()  # (page, words accounted for / words printed)
    verdict: Verdict = COMPLETE
    joined: int = 0  # rows that a page break had cut and that are one again
