"""Blocks to items: the parts of a row that a page break cut are joined, headings and rows told apart."""

from collections import Counter
from collections.abc import Iterable

from ingest.hyphens import FULL, Words, join_lines, unsure_ends
from ingest.legend import code_of_words
from ingest.pdf_blocks import Block, Look, Table
from ingest.pdf_page import PageContent, turned_back
from ingest.records import Box, Link
from ingest.rows import Item, Paragraph, TableRow

_UNSURE = "Onduidelijk of er bij {} één woord is afgebroken of twee woorden staan: de regel is tot de rand gevuld."

_OPEN_END = "Onduidelijk of het laatste stuk toelichting op de pagina bij deze maatregel hoort of bij de volgende."


def _whole(block: Block, words: Words) -> tuple[str, ...]:
    return tuple(join_lines(lines, words) for lines in block.cells)


class Joiner:
    """Joins blocks over page breaks and turns them into items."""

    def __init__(
        self,
        words: Words,
        pages: dict[int, PageContent],
        links: dict[int, list[tuple[float, float, float, float, str]]],
    ) -> None:
        self.words, self.pages, self.links = words, pages, links
        self.items: list[Item] = []
        self.open: tuple[Block, Table] | None = None
        self.boxes: list[Box] = []
        self.joined = 0
        self.open_end = False  # the row that is open ends its page with text that may be the next row's
        self.found_links: list[Link] = []
        self.row_looks: Counter[Look] = Counter()
        self.heading_looks: Counter[Look] = Counter()

    def learn_looks(self, blocks: Iterable[Block]) -> None:
        """Take in how rows and headings look, from blocks that are surely one or the other."""
        for block in blocks:
            if block.look is None or block.outside or block.first:
                continue
            if block.has_key and not block.spanning:
                self.row_looks[block.look] += 1
            elif not block.has_key and (block.spanning or sum(map(bool, block.cells)) == 1):
                self.heading_looks[block.look] += 1

    def close(self) -> None:
        """Hand on the row that is open."""
        if self.open is None:
            return
        block, _ = self.open
        if unsure := [end for lines in block.cells for end in unsure_ends(lines, self.words)]:
            block.doubt = block.doubt or _UNSURE.format(" en ".join(f"“{end}”" for end in unsure[:3]))
        self.items.append(
            TableRow(
                _whole(block, self.words),
                tuple(self.boxes),
                tuple(self.found_links),
                continues=None if not block.first else False,
                spanning=block.spanning,
                doubt=block.doubt,
            )
        )
        self.open, self.boxes, self.found_links = None, [], []

    def paragraph(self, block: Block) -> None:
        """Text outside tables does not end a row: a footnote may stand between its parts."""
        text = join_lines([line for cell in block.cells for line in cell], self.words)
        self.items.append(Paragraph(text, block.page))

    def row(self, block: Block, table: Table) -> None:
        """A block in a table: a row, a heading, or the rest of the row that is open."""
        verdict = self.continues(block, table)
        if self.open and self.open_end and block.first and block.has_key:
            self.open[0].doubt = self.open[0].doubt or _OPEN_END
        page = self.pages[block.page]
        box = turned_back((table.geometry.left, block.top, min(table.geometry.right, page.width), block.bottom), page)
        if verdict:
            assert self.open is not None
            above = self.open[0]
            for at, lines in enumerate(block.cells):
                above.cells[at].extend(lines)
            above.fills_page = block.fills_page
            above.doubt = above.doubt or block.doubt
            last = self.boxes[-1]
            if last.page == block.page:
                self.boxes[-1] = Box(
                    last.page,
                    min(last.x0, box[0]),
                    min(last.top, box[1]),
                    max(last.x1, box[2]),
                    max(last.bottom, box[3]),
                )
            else:
                self.boxes.append(Box(block.page, *box))
                self.joined += 1
        else:
            self.close()
            self.open, self.boxes = (block, table), [Box(block.page, *box)]
        self.open_end = verdict and block.last and not block.first and not block.has_key
        self.found_links.extend(self.links_in(block))

    def links_in(self, block: Block) -> list[Link]:
        """The links that lie over a block's words."""
        found: list[Link] = []
        for x0, top, x1, bottom, target in self.links.get(block.page, ()):
            inside = [
                w for w in block.words if top - 1 <= w.middle <= bottom + 1 and x0 - 1 <= (w.x0 + w.x1) / 2 <= x1 + 1
            ]
            if inside:
                found.append(Link(" ".join(w.text for w in inside), target))
        return found

    def continues(self, block: Block, table: Table) -> bool:
        """Whether a block is the rest of the row that is open."""
        if self.open is None:
            return False
        above, above_table = self.open
        if len(above_table.columns) != len(table.columns):
            return False
        title = table.place("title") or 0
        status = table.place("status")
        filled = [at for at, lines in enumerate(block.cells) if lines]
        if block.first and block.spanning and above.spanning and above.last and block.look == above.look:
            return block.cells[title][0][:1].islower() or block.cells[title][0].startswith("(")
        if block.spanning or block.refers:
            return False
        if not block.first and block.last and block.parted and not block.has_key:
            return False  # a row of which the longest cells alone begin on this page
        if block.first and block.has_key and above.last and self.lacks_short_cells(above, above_table):
            return True
        if not block.first:
            return title not in filled and not block.has_key and not above.spanning
        if status is not None and block.has_key and block.cells[status]:
            here = join_lines(block.cells[status], self.words)
            both = join_lines([*above.cells[status], *block.cells[status]], self.words)
            return code_of_words(here) is None and code_of_words(both) is not None
        if above.spanning:
            return False
        if filled != [title]:
            return bool(filled) and (status is not None or title not in filled or not block.has_key)
        return self.title_goes_on(block, above, title)

    def lacks_short_cells(self, block: Block, table: Table) -> bool:
        """Whether a row has its title or explanation and nothing beside: its short cells stand on the next page."""
        short = [at for name in ("status", "when", "who") if (at := table.place(name)) is not None]
        title = table.place("title") or 0
        lone_title = [at for at, lines in enumerate(block.cells) if lines] == [title]
        return len(short) > 1 and not any(block.cells[at] for at in short) and not block.spanning and not lone_title

    def title_goes_on(self, block: Block, above: Block, title: int) -> bool:
        """Whether a lone title at the top of a page is the rest of the title above, and no heading."""
        look = block.look
        if look is not None:
            as_row, as_heading = self.row_looks[look] > 0, self.heading_looks[look] > 0
            if as_row != as_heading:
                return as_row
        text = " ".join(block.cells[title]).replace(FULL, "")
        if text[:1].islower() or text[:1] in "(,;":
            return True
        if (
            " ".join(above.cells[title])
            .replace(FULL, "")
            .endswith((",", "-", " en", " van", " de", " het", " in", " voor", " en/of", " of", " met", " bij"))
        ):
            return True
        if above.fills_page and len(above.cells[title]) > 1:
            block.doubt = "Onduidelijk of deze regel een tussenkop is of het vervolg van de maatregel erboven."
        return False
