"""Pages that are turned, columns that are missing or more, pages that are scans."""

from pathlib import Path

import pytest

from ingest.documents import read_report
from ingest.records import COMPLETE, INCOMPLETE

ROWS = [
    (
        "Opstellen van een handreiking voor gemeenten",
        "3",
        "Q4 2023",
        "OCW, BZK",
        "De handreiking is in november naar alle gemeenten gestuurd.",
    ),
    ("Onderzoek naar verlof", "4", "Q2 2023", "SZW", "Het onderzoek is afgerond en met de Kamer gedeeld."),
    (
        "Campagne tegen straatintimidatie",
        "1",
        "Doorlopend",
        "JenV",
        "De campagne loopt ieder jaar en wordt telkens geëvalueerd.",
    ),
]
NAMES = ("Maatregel", "Stand van zaken", "Wanneer", "Wie", "Toelichting")
LEGEND = ("4 = afgerond", "3 = in uitvoering", "1 = doorlopend", "0 = niet (meer) in uitvoering")
X = (40, 190, 270, 340, 430)


def draw(canvas, names=NAMES, rows=ROWS, xs=X):
    """A small report drawn word by word, without rules."""
    from tests.ingest.typesetting import reportlab_fonts

    regular, _ = reportlab_fonts("DejaVu Sans")
    canvas.setFont(regular, 8)
    y = 540
    for line in ("Voortgang november 2023", *LEGEND):
        canvas.drawString(40, y, line)
        y -= 20
    canvas.drawString(40, y, "1. ARBEID")
    for cells in (names, *rows):
        y -= 30
        for x, cell in zip(xs, cells, strict=True):
            words, line, at = cell.split(), "", y
            width = {40: 25, 430: 40}.get(x, 14)
            for word in words:
                if line and len(line) + len(word) > width:
                    canvas.drawString(x, at, line)
                    line, at = "", at - 9.5
                line = f"{line} {word}".strip()
            canvas.drawString(x, at, line)
        y -= 12


def check(path: Path, width: float = 842, height: float = 595) -> None:
    report = read_report(path)
    assert report.verdict == COMPLETE, report.doubts
    assert [(m.title, m.status_text, m.deadline.text, m.who, m.explanation) for m in report.measures] == ROWS
    for measure in report.measures:
        (box,) = measure.source.boxes
        assert 0 <= box.x0 < box.x1 <= width + 0.1
        assert 0 <= box.top < box.bottom <= height + 0.1


@pytest.fixture
def canvas(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    made = Canvas(str(tmp_path / "report.pdf"), pagesize=(842, 595))
    made.path = tmp_path / "report.pdf"
    return made


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_page_turned_by_its_rotate_entry(canvas, angle):
    canvas.setPageRotation(angle)
    if angle in (90, 270):  # drawn so that it is upright as shown
        canvas.setPageSize((595, 842))
        canvas.translate(*((0, 842) if angle == 270 else (595, 0)))
        canvas.rotate(-90 if angle == 270 else 90)
    elif angle == 180:
        canvas.translate(842, 595)
        canvas.rotate(180)
    draw(canvas)
    canvas.save()
    check(canvas.path)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_text_that_lies_sideways_on_the_page(canvas, angle):
    if angle != 180:
        canvas.setPageSize((595, 842))
    canvas.translate(*{90: (595, 0), 180: (842, 595), 270: (0, 842)}[angle])
    canvas.rotate(angle)
    draw(canvas)
    canvas.save()
    check(canvas.path, *((842, 595) if angle == 180 else (595, 842)))


def test_more_columns_are_kept_and_missing_ones_left_out(canvas):
    names = ("Maatregel", "Status", "Trekker", "Budget", "Toelichting")
    rows = [(title, status, who, "2 miljoen", text) for title, status, _, who, text in ROWS]
    draw(canvas, names, rows)
    canvas.save()
    report = read_report(canvas.path)
    assert report.verdict == COMPLETE, report.doubts
    assert [(m.title, m.status_text, m.deadline.text, m.who, m.explanation) for m in report.measures] == [
        (title, status, "", who, text) for title, status, _, who, text in ROWS
    ]
    assert {m.extra for m in report.measures} == {(("Budget", "2 miljoen"),)}


def test_a_sign_that_the_legend_does_not_explain_is_in_doubt(canvas):
    rows = [(*ROWS[0][:1], "2", *ROWS[0][2:]), *ROWS[1:]]
    draw(canvas, rows=rows)
    canvas.save()
    report = read_report(canvas.path)
    assert [m.status for m in report.measures] == [None, 4, 1]
    assert report.verdict == INCOMPLETE
    assert [(doubt.page, doubt.why) for doubt in report.doubts] == [(1, "De legenda verklaart deze status niet.")]


def test_a_scanned_page_among_others_is_named(canvas):
    from reportlab.lib.utils import ImageReader

    pil = pytest.importorskip("PIL.Image")
    draw(canvas)
    canvas.showPage()
    canvas.drawImage(ImageReader(pil.new("RGB", (600, 400), "#ddd")), 0, 0, 842, 595)
    canvas.save()
    report = read_report(canvas.path)
    assert len(report.measures) == 3
    assert report.verdict == INCOMPLETE
    assert [doubt.page for doubt in report.doubts] == [2]
    assert "OCR" in report.doubts[0].why
    assert dict(report.coverage)[2] == 0


SHARES = {"4": 1.0, "3": 0.75, "1": 0.25, "0": 0.0}


def ball(canvas, x, y, share, colour="black"):
    """A ring with a pie in it."""
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.circle(x, y, 5, stroke=1, fill=0)
    if share == 1:
        canvas.circle(x, y, 5, stroke=0, fill=1)
    elif share:
        canvas.wedge(x - 5, y - 5, x + 5, y + 5, 90 - 360 * share, 360 * share, stroke=0, fill=1)
    canvas.setFillColor("black")
    canvas.setStrokeColor("black")


def draw_with_balls(canvas, colours):
    from tests.ingest.typesetting import reportlab_fonts

    regular, _ = reportlab_fonts("DejaVu Sans")
    canvas.setFont(regular, 8)
    y = 540
    canvas.drawString(40, y, "Voortgang november 2023")
    for line in LEGEND:
        y -= 20
        ball(canvas, 46, y + 3, SHARES[line[0]] if not colours else 1, colours.get(line[0], "black"))
        canvas.drawString(56, y, line[1:].strip())
    canvas.drawString(40, y - 20, "1. ARBEID")
    y -= 50
    for x, name in zip(X, NAMES, strict=True):
        canvas.drawString(x, y, name)
    for title, sign, *others in ROWS:
        y -= 30
        canvas.drawString(X[0], y, title[:25])
        ball(canvas, 200, y + 3, SHARES[sign] if not colours else 1, colours.get(sign, "black"))
        for x, cell in zip(X[2:], others, strict=True):
            canvas.drawString(x, y, cell)


@pytest.mark.parametrize(
    "colours", [{}, {"4": "green", "3": "orange", "1": "blue", "0": "red"}], ids=["Harvey balls", "traffic lights"]
)
def test_drawn_signs_are_read_from_a_picture(canvas, colours):
    draw_with_balls(canvas, colours)
    canvas.save()
    report = read_report(canvas.path)
    assert [m.status for m in report.measures] == [3, 4, 1]
    assert [m.title for m in report.measures] == [title[:25].strip() for title, *_ in ROWS]
    assert [entry.code for entry in report.legend] == [4, 3, 1, 0]
    assert report.verdict == COMPLETE, report.doubts
