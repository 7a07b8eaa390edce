"""Paragraphs and rows to measures: the one stage that every format shares."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ingest.columns import Column, header_of
from ingest.deadline import read_deadline
from ingest.legend import code_of_words, is_legend_label, read_legend, read_status
from ingest.numbering import doubts_of_numbering, doubts_of_repetition
from ingest.owners import read_owners
from ingest.printed_text import MARK, SUPERSCRIPTS, fold, sentence_case
from ingest.records import Box, CrossReference, Doubt, Footnote, LegendEntry, Link, Measure, Source, Theme
from ingest.references import leads_to, refers
from ingest.rows import Item, Paragraph, TableRow

_NUMBERED = re.compile(
    r"(?i)^(?:thema|tabel|hoofdstuk|deel|bijlage)?\s*(?P<number>\d{1,2})\s*[.:)]?\s+(?P<name>[^\W\d].*)$"
)
_FOOTNOTE = re.compile(rf"^(?P<mark>[{SUPERSCRIPTS}]+|\*{{1,3}}|†)[.)]?\s*(?P<text>\S.*)$")
_LONGEST_NAME = 90


@dataclass(slots=True)
class _Draft:
    """A measure or cross reference while rows may still be added to it."""

    theme: int
    heading: str
    cells: dict[Column, str]
    extra: dict[str, str]
    boxes: list[Box]
    links: list[Link]
    doubts: list[str]
    joined: int = 0


@dataclass(slots=True)
class Assembled:
    """What the rows of one document hold."""

    themes: list[Theme] = field(default_factory=list)
    legend: list[LegendEntry] = field(default_factory=list)
    introduction: str = ""
    measures: list[Measure] = field(default_factory=list)
    cross_references: list[CrossReference] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)  # before the first table, in order
    tables: int = 0
    joined: int = 0  # rows that were the rest of the one above


class _Assembler:
    """Goes through the items once and drafts; `finish` reads the drafts' cells."""

    def __init__(self) -> None:
        self.out = Assembled()
        self.drafts: list[_Draft] = []
        self.headings: list[list[str]] = []
        self.names: list[tuple[int, str]] = []
        self.heading = ""
        self.columns: tuple[Column | None, ...] = ()
        self.printed_columns: tuple[str, ...] = ()
        self.candidate: Paragraph | None = None  # the last short paragraph: a theme's name if a header follows
        self.notes: list[tuple[str, str, int | None]] = []
        self.last: str = ""  # "row", "heading", "note" or "": what a continuation would continue
        self.seen_table = False
        self.begun = False  # a table has begun since the last theme was named

    # -- outside tables

    def paragraph(self, item: Paragraph) -> None:
        """A paragraph is a footnote, the legend, a theme's name, or text."""
        text = fold(item.text)
        if not text:
            return
        if note := _FOOTNOTE.match(text):
            self.notes.append((note["mark"], note["text"], item.page))
            return
        entries = read_legend(text)
        if entries:
            known = {entry.sign for entry in self.out.legend}
            self.out.legend.extend(entry for entry in entries if entry.sign not in known)
            return
        self.candidate = (
            Paragraph(text, item.page) if len(text) <= _LONGEST_NAME and not text.endswith((".", ";")) else None
        )
        if numbered := _NUMBERED.match(text):
            number, name = int(numbered["number"]), numbered["name"]
            begun = len(self.names) if self.begun else len(self.names[:-1])
            if self.candidate and (number in (begun + 1, len(self.names) + 1) or name.isupper()):
                self.drop_unbegun()
                self.theme(number, name)
                return
        if not self.seen_table and not is_legend_label(text):
            self.out.paragraphs.append(text)

    def drop_unbegun(self) -> None:
        """Forget the last theme when no table followed its name: it stood in a table of contents."""
        if self.names and not self.begun:
            self.names.pop()
            self.headings.pop()

    def theme(self, number: int, name: str) -> None:
        """A new theme begins."""
        self.begun = False
        self.names.append((number, sentence_case(name.strip(" .:"))))
        self.headings.append([])
        self.heading = ""
        self.candidate = None
        self.last = ""

    # -- in tables

    def row(self, item: TableRow) -> None:
        """A row is a header, a heading, the rest of the row above, a reference, or a measure."""
        cells = tuple(fold(cell) for cell in item.cells)
        if header := header_of(cells):
            self.header(header, cells)
            return
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        if not self.columns:
            self.out.doubts.append(Doubt(item.page, " | ".join(filled), "Deze rij staat boven de kop van een tabel."))
            return
        if len(filled) == 1 and item.continues is not True and (numbered := _NUMBERED.match(filled[0])):
            number, name = int(numbered["number"]), numbered["name"]
            if name.isupper() and number == len(self.names) + 1:
                self.theme(number, name)
                return
        self.seen_table = self.begun = True
        if not self.names:
            self.theme(1, self.out.paragraphs[-1] if self.out.paragraphs else "Maatregelen")
        values, extra = self.by_column(cells)
        if item.continues is None and not item.spanning and self.lone_first(cells):
            self.begin_heading(item, filled[0])
        elif item.continues or (item.continues is None and not values["title"] and self.last == "row"):
            self.continuation(item, values, extra)
        elif item.spanning or self.only_heading(values, extra):
            self.begin_heading(item, values["title"] or filled[0])
        else:
            self.begin(item, values, extra)

    def header(self, header: tuple[Column | None, ...], cells: tuple[str, ...]) -> None:
        """The columns of the rows that follow, and maybe the theme, named just above."""
        self.seen_table = True
        self.out.tables += 1
        self.columns, self.printed_columns = header, cells
        named = bool(self.names) and not self.begun and self.names[-1][0] == len(self.names)
        if self.candidate is not None and not named and (not self.names or self.candidate.page or self.drafts):
            text = self.candidate.text
            if self.names and self.names[-1][0] != len(self.names):
                self.drop_unbegun()
            if text in self.out.paragraphs:
                self.out.paragraphs.remove(text)
            self.theme(len(self.names) + 1, text)
        self.candidate = None
        self.begun = True

    def by_column(self, cells: tuple[str, ...]) -> tuple[dict[Column, str], dict[str, str]]:
        """The cells under the columns' names, and those of columns that we have no name for."""
        values: dict[Column, str] = {"title": "", "status": "", "when": "", "who": "", "explanation": ""}
        extra: dict[str, str] = {}
        for at, cell in enumerate(cells):
            name = self.columns[at] if at < len(self.columns) else None
            if name:
                values[name] = cell
            elif cell:
                printed = self.printed_columns[at] if at < len(self.printed_columns) else ""
                extra[printed or f"kolom {at + 1}"] = cell
        return values, extra

    def only_heading(self, values: dict[Column, str], extra: dict[str, str]) -> bool:
        """Whether a title stands alone."""
        return not any(value for name, value in values.items() if name != "title") and not extra

    def lone_first(self, cells: tuple[str, ...]) -> bool:
        """Whether the first cell is filled alone, in a column in which no cell stands alone: who, when, a number."""
        if not cells[0] or any(cells[1:]) or self.columns[0] in ("title", "explanation"):
            return False
        return self.columns[0] != "status" or not (len(cells[0]) < 3 or code_of_words(cells[0]) or refers(cells[0]))

    def begin(self, item: TableRow, values: dict[Column, str], extra: dict[str, str]) -> None:
        """A new measure or reference."""
        doubts = [item.doubt] if item.doubt else []
        if not values["title"]:
            doubts.append("De maatregel van deze rij heeft geen titel.")
        self.drafts.append(
            _Draft(len(self.names), self.heading, values, extra, list(item.boxes), list(item.links), doubts)
        )
        self.last = "row"

    def begin_heading(self, item: TableRow, text: str) -> None:
        """A heading over the rows that follow."""
        if item.doubt:
            self.out.doubts.append(Doubt(item.page, text, item.doubt))
        self.heading = text
        if text not in self.headings[-1]:
            self.headings[-1].append(text)
        self.last = "heading"

    def continuation(self, item: TableRow, values: dict[Column, str], extra: dict[str, str]) -> None:
        """The rest of the row above: every cell is joined to the cell above it."""
        if self.last == "heading" and not any(value for name, value in values.items() if name != "title"):
            joined = join(self.heading, values["title"])
            self.headings[-1] = [joined if old == self.heading else old for old in self.headings[-1]]
            self.heading = joined
            return
        if self.last != "row":
            self.out.doubts.append(
                Doubt(item.page, " | ".join(v for v in values.values() if v), "Deze rij vervolgt geen maatregel.")
            )
            return
        draft = self.drafts[-1]
        for name, value in values.items():
            draft.cells[name] = join(draft.cells[name], value)
        for printed, value in extra.items():
            draft.extra[printed] = join(draft.extra.get(printed, ""), value)
        draft.boxes.extend(item.boxes)
        draft.links.extend(item.links)
        if item.doubt:
            draft.doubts.append(item.doubt)
        self.out.joined += 1

    # -- the cells' values

    def finish(self, report: str) -> Assembled:
        """Read the drafts' cells into measures and references, and tie the footnotes to their places."""
        out = self.out
        out.introduction = " ".join(out.paragraphs[1:])
        out.themes = [
            Theme(number, name, tuple(headings))
            for (number, name), headings in zip(self.names, self.headings, strict=True)
        ]
        marks = {mark for mark, _, _ in self.notes}
        pending: list[tuple[_Draft, str]] = []
        counts: Counter[int] = Counter()
        for draft in self.drafts:
            see = next((draft.cells[name] for name in ("status", "when", "who") if refers(draft.cells[name])), "")
            if see:
                pending.append((draft, see))
                continue
            counts[draft.theme] += 1
            out.measures.append(self.measure(draft, report, counts[draft.theme], marks))
        for draft, see in pending:
            title = draft.cells["title"]
            theme = out.themes[draft.theme - 1].name
            found = leads_to(title, see, out.measures)
            out.cross_references.append(
                CrossReference(title, draft.heading, theme, see, found, Source(tuple(draft.boxes)))
            )
        out.footnotes = [self.footnote(mark, text, page) for mark, text, page in self.notes]
        self.check_numbering()
        out.doubts += [*doubts_of_numbering(out.measures), *doubts_of_repetition(out.measures)]
        if out.legend and self.drafts and "status" not in self.columns:
            printed = " | ".join(self.printed_columns)
            out.doubts.append(Doubt(None, printed, "Er is een legenda, maar geen kolom voor de stand van zaken."))
        return out

    def measure(self, draft: _Draft, report: str, place: int, marks: set[str]) -> Measure:
        """One measure, and the doubts about its cells."""
        out, cells = self.out, draft.cells
        theme = out.themes[draft.theme - 1]
        page = draft.boxes[0].page if draft.boxes else None
        status, known = read_status(cells["status"], out.legend)
        deadline = read_deadline(cells["when"])
        owners = read_owners(cells["who"])
        if "status" in self.columns and not known:
            why = "De status is leeg." if not cells["status"] else "De legenda verklaart deze status niet."
            draft.doubts.append(why)
        if not deadline.understood:
            out.doubts.append(Doubt(page, cells["when"], f"De planning van {cells['title']!r} is niet begrepen."))
        if owners.unread:
            out.doubts.append(Doubt(page, cells["who"], f"De verantwoordelijke {owners.unread!r} is niet herkend."))
        for why in draft.doubts:
            out.doubts.append(Doubt(page, " | ".join(value for value in cells.values() if value)[:300], why))
        cited = MARK.findall(" ".join((draft.heading, *cells.values(), *draft.extra.values())))
        return Measure(
            id=f"{theme.number}.{place}",
            report=report,
            theme_number=theme.number,
            theme=theme.name,
            heading=draft.heading,
            title=cells["title"],
            status=status,
            status_text=cells["status"],
            deadline=deadline,
            who=cells["who"],
            owners=owners.owners,
            bodies=owners.bodies,
            government_wide=owners.government_wide,
            explanation=cells["explanation"],
            links=tuple(draft.links),
            footnotes=tuple(dict.fromkeys(mark for mark in cited if mark in marks)),
            extra=tuple(draft.extra.items()),
            source=Source(tuple(draft.boxes)),
        )

    def footnote(self, mark: str, text: str, page: int | None) -> Footnote:
        """A footnote with the measure whose own cells cite it, else the heading."""
        for measure in self.out.measures:
            own = " ".join(
                (measure.title, measure.status_text, measure.deadline.text, measure.who, measure.explanation)
            )
            if mark in MARK.findall(own):
                return Footnote(mark, text, measure.id, measure.heading or None, page)
        for theme in self.out.themes:
            for heading in theme.headings:
                if mark in MARK.findall(heading):
                    return Footnote(mark, text, None, heading, page)
        return Footnote(mark, text, None, None, page)

    def check_numbering(self) -> None:
        """Doubt themes whose numbers are not 1, 2, 3 ..., and those without a row."""
        filled = {draft.theme for draft in self.drafts}
        for place, (number, name) in enumerate(self.names, 1):
            if place not in filled:
                self.out.doubts.append(Doubt(None, f"{number} {name}", "Onder dit thema is geen enkele rij gevonden."))
        numbers = [number for number, _ in self.names]
        if numbers != list(range(1, len(numbers) + 1)):
            printed = ", ".join(f"{number} {name}" for number, name in self.names)
            self.out.doubts.append(Doubt(None, printed, "De nummers van de thema's lopen niet door."))


def join(above: str, below: str) -> str:
    """Two parts of a cell that a page break cut."""
    return fold(f"{above} {below}")


def assemble(items: Iterable[Item], report: str = "") -> Assembled:
    """The measures, references, footnotes, legend and doubts of a document's items; `report` is the report's key."""
    assembler = _Assembler()
    for item in items:
        if isinstance(item, Paragraph):
            assembler.paragraph(item)
        else:
            assembler.row(item)
    return assembler.finish(report)


def with_report(measures: Iterable[Measure], key: str) -> tuple[Measure, ...]:
    """The measures under the key of their report."""
    return tuple(replace(measure, report=key) for measure in measures)
