"""The shipped appendix set again as PDF, in any layout, by ReportLab, Chromium or LibreOffice."""

import html
import math
import re
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
NAMES = ("title", "status", "when", "who", "explanation")
HEADINGS = {
    "title": "Maatregel",
    "status": "Stand van zaken",
    "when": "Wanneer",
    "who": "Wie",
    "explanation": "Toelichting",
}
BALLS = {"4": "●", "3": "◕", "1": "◔", "0": "○"}
WORDS = {"4": "afgerond", "3": "in uitvoering", "1": "doorlopend", "0": "niet (meer) in uitvoering"}


@dataclass(frozen=True)
class Text:
    """A paragraph: "title", "theme", "legend", "note" or "text"."""

    text: str
    kind: str = "text"


@dataclass(frozen=True)
class Row:
    """A table's row by column; a heading has a title alone."""

    cells: tuple[str, ...]
    kind: str = "row"  # or "heading"


@dataclass(frozen=True)
class Layout:
    """How the document is set."""

    landscape: bool = True
    size: float = 8.0
    rules: str = "grid"  # grid, horizontal, zebra, none
    repeat_header: bool = True
    shaded_headings: bool = True
    bold_headings: bool = True
    merged_headings: bool = True
    hyphenated: bool = False
    run_over: bool = False  # ReportLab: words that are too long run over the next column instead of breaking
    signs: str = "digits"  # balls, words, drawn
    order: tuple[str, ...] = NAMES
    headings: tuple[tuple[str, str], ...] = tuple(HEADINGS.items())
    widths: tuple[tuple[str, float], ...] = (
        ("title", 24),
        ("status", 9),
        ("when", 12),
        ("who", 13),
        ("explanation", 42),
    )
    middle: bool = False
    padding: float = 3.0
    page_numbers: bool = True
    font: str = "Liberation Sans"
    justified: bool = False
    extra_text: bool = False
    table_names: str = "numbered"  # bare, in header
    legend_table: bool = False  # signs and meanings in columns, with nothing between them
    contents: bool = False  # a table of contents before the first table
    raised_marks: bool = False  # footnote marks as small raised digits
    css: str = ""

    def width(self, name: str) -> float:
        """The share of the page's width that a column takes."""
        chosen = dict(self.widths)
        return chosen[name] / sum(chosen[n] for n in self.order)


@cache
def document() -> tuple[Text | Row, ...]:
    """The shipped transcript as paragraphs and rows, rows whole again."""
    items: list[Text | Row] = []
    for line in (DATA / "bijlage-emancipatie-2023.txt").read_text(encoding="utf-8").splitlines():
        cells = [" ".join(re.sub(r"</?[uip]>", "", cell).split()) for cell in line.split("\t")]
        if len(cells) == 1:
            text = cells[0]
            if not text:
                continue
            kind = "text"
            if text.startswith("BIJLAGE"):
                kind = "title"
            elif re.match(r"^\d\. [A-Z ]+$", text):
                kind = "theme"
            elif re.match(r"^\d = ", text):
                kind = "legend"
            elif text[0] in "¹²":
                kind = "note"
            items.append(Text(text, kind))
        elif set("".join(cells)) == {"-"} or cells[0] == "Maatregel":
            continue
        elif not cells[0]:
            at = max(i for i, item in enumerate(items) if isinstance(item, Row))
            above = items[at]
            assert isinstance(above, Row)
            items[at] = replace(above, cells=(*above.cells[:4], f"{above.cells[4]} {cells[4]}"))
        else:
            items.append(Row(tuple(cells), "row" if any(cells[1:]) else "heading"))
    return tuple(items)


def tables() -> Iterator[tuple[list[Text], list[Row | Text]]]:
    """Each table with the paragraphs above it; footnotes stand where the transcript has them."""
    above: list[Text] = []
    rows: list[Row | Text] = []
    for item in document():
        if isinstance(item, Text) and item.kind != "note":
            if rows:
                yield above, rows
                above, rows = [], []
            above.append(item)
        else:
            rows.append(item)
    yield above, rows


def soften(text: str) -> str:
    """The text with soft hyphens where its long words may break."""

    def word(found: re.Match[str]) -> str:
        return re.sub(r"(?<=\w{2})([aeiou]{1,2})([bcdfghjklmnpqrstvwxz])(?=[aeiou]\w)", "\\1\u00ad\\2", found.group())

    return re.sub(r"[^\W\d_]{8,}", word, text)


def shown(row: Row, layout: Layout) -> list[str]:
    """A row's cells in the layout's order and signs."""
    cells = dict(zip(NAMES, row.cells, strict=True))
    if layout.signs == "balls":
        cells["status"] = BALLS.get(cells["status"], cells["status"])
    elif layout.signs == "words":
        cells["status"] = WORDS.get(cells["status"], cells["status"])
    return [soften(cells[name]) if layout.hyphenated else cells[name] for name in layout.order]


def legend_text(text: str, layout: Layout) -> str:
    """A line of the legend in the layout's signs."""
    if layout.signs == "balls":
        return BALLS[text[0]] + text[1:]
    return text


def marked_up(text: str, layout: Layout) -> str:
    """A text as part of a web page."""
    text = html.escape(text)
    if layout.raised_marks:
        text = re.sub("[¹²]", lambda mark: f"<sup>{unicodedata.normalize('NFKC', mark.group())}</sup>", text)
    return text


def above_table(above: list[Text], layout: Layout) -> Iterator[str]:
    """What stands above a table in a web page: title, introduction, legend and the table's name."""
    for item in above:
        text = html.escape(legend_text(item.text, layout) if item.kind == "legend" else item.text)
        if item.kind == "legend" and layout.signs == "drawn":
            text = svg_ball(text[0]) + text[1:]
        if item.kind == "legend" and layout.legend_table:
            text = text.replace(" = ", " &emsp; ")
        if item.kind == "theme" and layout.table_names == "in header":
            continue
        if item.kind == "theme" and layout.table_names == "bare":
            text = text[3:].capitalize()
        tag = {"title": "h1", "theme": "h2"}.get(item.kind, "p")
        yield f"<{tag}>{text}</{tag}>"
        if item.kind == "title" and layout.contents:
            names = [item.text for above, _ in tables() for item in above if item.kind == "theme"]
            yield "".join(f"<p>{name[:3]}{name[3:].capitalize()} {3 * at + 2}</p>" for at, name in enumerate(names))


def svg_ball(sign: str) -> str:
    """A Harvey ball as a drawing."""
    turn = {"4": 1.0, "3": 0.75, "1": 0.25, "0": 0.0}[sign]
    x, y = 6 + 5 * math.sin(2 * math.pi * turn), 6 - 5 * math.cos(2 * math.pi * turn)
    pie = f"<path d='M6 6 L6 1 A5 5 0 {int(turn > 0.5)} 1 {x:.2f} {y:.2f} Z'/>" if 0 < turn < 1 else ""
    whole = "<circle cx='6' cy='6' r='5'/>" if turn == 1 else ""
    ring = "<circle cx='6' cy='6' r='5' fill='none' stroke='black'/>"
    return f"<svg width='12' height='12'>{whole}{pie}{ring}</svg>"


def as_html(layout: Layout) -> str:
    """The document as a web page."""
    border = "1px solid #555"
    cell = {"grid": f"border: {border};", "horizontal": f"border-bottom: {border};"}.get(layout.rules, "")
    size = "landscape" if layout.landscape else "portrait"
    counter = "@bottom-center { content: 'Pagina ' counter(page) ' van ' counter(pages); font-size: 7pt; }"
    style = f"""
    @page {{ size: A4 {size}; margin: 15mm; {counter if layout.page_numbers else ""} }}
    body {{ font-family: '{layout.font}', Arial, sans-serif; font-size: {layout.size}pt; }}
    table {{ border-collapse: collapse; width: 100%; table-layout: fixed; }}
    td, th {{ padding: {layout.padding}pt; text-align: left; {cell}
              vertical-align: {"middle" if layout.middle else "top"};
              {"text-align: justify;" if layout.justified else ""} overflow-wrap: break-word; }}
    thead {{ display: {"table-header-group" if layout.repeat_header else "table-row-group"}; }}
    {"tbody tr:nth-child(even) td { background: #e6e6ee; }" if layout.rules == "zebra" else ""}
    tr.heading td {{ {"background: #d5dde8;" if layout.shaded_headings else ""}
                     {"font-weight: bold;" if layout.bold_headings else ""} }}
    sup {{ font-size: 65%; line-height: 0; }}
    p.note {{ font-size: {layout.size * 0.8}pt; }}
    {layout.css}
    """
    parts = [f"<!doctype html><html lang='nl'><meta charset='utf-8'><style>{style}</style><body>"]
    names = dict(layout.headings)
    for above, rows in tables():
        parts.extend(above_table(above, layout))
        cols = "".join(f"<col style='width:{100 * layout.width(name):.1f}%'>" for name in layout.order)
        head = "".join(f"<th>{names[name]}</th>" for name in layout.order)
        if layout.table_names == "in header":
            name = next(item.text for item in above if item.kind == "theme")
            head = f"<th colspan='{len(layout.order)}'>{name}</th></tr><tr>{head}"
        open_table = f"<table><colgroup>{cols}</colgroup><thead><tr>{head}</tr></thead><tbody>"
        notes: list[str] = []
        parts.append(open_table)
        for row in rows:
            if isinstance(row, Text):
                notes.append(f"<p class='note'>{marked_up(row.text, layout)}</p>")
                continue
            if row.kind == "heading" and layout.merged_headings:
                text = marked_up(row.cells[0], layout)
                parts.append(f"<tr class='heading'><td colspan='{len(layout.order)}'>{text}</td></tr>")
            else:
                texts = [marked_up(cell, layout) for cell in shown(row, layout)]
                if layout.signs == "drawn" and row.cells[1] in BALLS:
                    texts[layout.order.index("status")] = svg_ball(row.cells[1])
                cells = "".join(f"<td>{text}</td>" for text in texts)
                parts.append(f"<tr class='{row.kind}'>{cells}</tr>")
        parts.append("</tbody></table>" + "".join(notes))
        if layout.extra_text:
            parts.append("<p>De tabel hierboven is in november 2023 vastgesteld en geeft de stand van dat moment.</p>")
    return "".join(parts)


def by_chromium(layout: Layout, target: Path) -> Path:
    """A browser's print of the document."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(as_html(layout), encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer",
                f"--print-to-pdf={target}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return target


def by_libreoffice(source: Path, target: Path) -> Path:
    """A document of any kind converted to PDF by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--convert-to",
                "pdf:writer_pdf_Export",
                "--outdir",
                folder,
                str(source),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        target.write_bytes((Path(folder) / f"{source.stem}.pdf").read_bytes())
    return target


def as_docx(layout: Layout, target: Path) -> Path:
    """The document as a Word file."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    word = Document()
    section = word.sections[0]
    wide, high = (297, 210) if layout.landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if layout.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = Mm(15)
    word.styles["Normal"].font.size = Pt(layout.size)
    word.styles["Normal"].font.name = layout.font
    word.styles["Normal"].paragraph_format.space_after = Pt(0)
    names = dict(layout.headings)
    for above, rows in tables():
        for item in above:
            text = legend_text(item.text, layout) if item.kind == "legend" else item.text
            word.add_heading(text, 1) if item.kind in ("title", "theme") else word.add_paragraph(text)
        table = word.add_table(rows=1, cols=len(layout.order))
        table.style = "Table Grid" if layout.rules == "grid" else "Normal Table"
        table.autofit = False
        for cell, name in zip(table.rows[0].cells, layout.order, strict=True):
            cell.text = names[name]
        if layout.repeat_header:
            mark = OxmlElement("w:tblHeader")
            mark.set(qn("w:val"), "true")
            table.rows[0]._tr.get_or_add_trPr().append(mark)
        notes = [row for row in rows if isinstance(row, Text)]
        for row in rows:
            if isinstance(row, Text):
                continue
            cells = table.add_row().cells
            if row.kind == "heading":
                if layout.merged_headings:
                    cells[0].merge(cells[-1])
                run = cells[0].paragraphs[0].add_run(row.cells[0])
                run.bold = layout.bold_headings
                continue
            for cell, text in zip(cells, shown(row, layout), strict=True):
                cell.text = text
        for at, name in enumerate(layout.order):
            for cell in table.columns[at].cells:
                cell.width = Mm((wide - 30) * layout.width(name))
        for note in notes:
            word.add_paragraph(note.text)
    word.save(str(target))
    return target


def by_reportlab(layout: Layout, target: Path) -> Path:
    """The document set by ReportLab."""
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

    regular, bold = reportlab_fonts(layout.font)
    body = ParagraphStyle(
        "body",
        fontName=regular,
        fontSize=layout.size,
        leading=layout.size * 1.2,
        alignment=TA_JUSTIFY if layout.justified else TA_LEFT,
        splitLongWords=not layout.run_over,
        embeddedHyphenation=1 if layout.hyphenated else 0,
    )
    strong = ParagraphStyle("strong", parent=body, fontName=bold, alignment=TA_LEFT)
    large = ParagraphStyle("large", parent=strong, fontSize=layout.size * 1.5, leading=layout.size * 2)
    small = ParagraphStyle("small", parent=body, fontSize=layout.size * 0.8)
    page = landscape(A4) if layout.landscape else A4
    margin = 42.0
    names = dict(layout.headings)
    story: list[object] = []
    for above, rows in tables():
        for item in above:
            text = legend_text(item.text, layout) if item.kind == "legend" else item.text
            style = large if item.kind in ("title", "theme") else body
            story += [Paragraph(html.escape(text), style), Spacer(1, 4)]
        data = [[Paragraph(names[name], strong) for name in layout.order]]
        look: list[tuple[object, ...]] = [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if layout.middle else "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), layout.padding),
            ("BOTTOMPADDING", (0, 0), (-1, -1), layout.padding),
            ("LEFTPADDING", (0, 0), (-1, -1), max(layout.padding, 2)),
            ("RIGHTPADDING", (0, 0), (-1, -1), max(layout.padding, 2)),
        ]
        if layout.rules == "grid":
            look.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
        elif layout.rules == "horizontal":
            look.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black))
        notes: list[Text] = []
        for row in rows:
            if isinstance(row, Text):
                notes.append(row)
                continue
            at = len(data)
            if row.kind == "heading":
                style = strong if layout.bold_headings else body
                data.append([Paragraph(html.escape(row.cells[0]), style)] + [""] * (len(layout.order) - 1))
                if layout.merged_headings:
                    look.append(("SPAN", (0, at), (-1, at)))
                if layout.shaded_headings:
                    look.append(("BACKGROUND", (0, at), (-1, at), colors.HexColor("#d5dde8")))
            else:
                data.append([Paragraph(html.escape(cell), body) for cell in shown(row, layout)])
            if layout.rules == "zebra" and at % 2 == 0:
                look.append(("BACKGROUND", (0, at), (-1, at), colors.HexColor("#e6e6ee")))
        width = page[0] - 2 * margin
        table = LongTable(
            data,
            colWidths=[width * layout.width(name) for name in layout.order],
            repeatRows=1 if layout.repeat_header else 0,
            splitInRow=1,
        )
        table.setStyle(look)
        story += [table, Spacer(1, 8)]
        story += [Paragraph(html.escape(note.text), small) for note in notes]
        if layout.extra_text:
            story.append(
                Paragraph("De tabel hierboven is in november 2023 vastgesteld en geeft de stand van toen.", body)
            )
    SimpleDocTemplate(
        str(target), pagesize=page, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
    ).build(story, onFirstPage=numbered(layout), onLaterPages=numbered(layout))
    return target


def numbered(layout: Layout):
    """A page's foot with its number."""

    def foot(canvas, document):
        if layout.page_numbers:
            canvas.setFont("Helvetica", 7)
            canvas.drawCentredString(document.pagesize[0] / 2, 20, f"Pagina {document.page}")

    return foot


def reportlab_fonts(family: str) -> tuple[str, str]:
    """The names of a family's regular and bold fonts, known to ReportLab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    folder = Path("/usr/share/fonts/truetype")
    files = {
        "Liberation Sans": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
        "DejaVu Sans": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    }
    names = (family, f"{family} Bold")
    try:
        for name, file in zip(names, files[family], strict=True):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    except TTFError:
        return "Helvetica", "Helvetica-Bold"
    return names
