"""Random tables set as PDF and read back: whole values, over page breaks, with headings and signs."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.measures import assemble
from ingest.pdf import read_rows

LEGEND = {"4": "afgerond", "3": "in uitvoering", "1": "doorlopend", "0": "niet (meer) in uitvoering"}
SIGNS = st.sampled_from(["digits", "balls", "words"])
BALLS = dict(zip("4310", "●◕◔○", strict=True))
WORD = st.text("abcdefghijklmnoprstuvwz", min_size=2, max_size=11)
WHEN = st.sampled_from(["Q4 2023", "n.v.t.", "2024", "2022 - 2024", "Doorlopend, jaarlijks", "Q4 2023/ Q1 2024"])
WHO = st.sampled_from(["OCW", "SZW, OCW", "JenV en VWS", "Rijksbreed/BZK", "BZ, OCW, e.a."])
TITLE = st.lists(WORD, min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize())
TEXT = st.lists(WORD, min_size=1, max_size=150).map(lambda words: " ".join(words).capitalize() + ".")
ROW = st.tuples(TITLE, st.sampled_from("4310"), WHEN, WHO, TEXT)
GROUP = st.tuples(st.none() | TITLE, st.lists(ROW, min_size=1, max_size=6))
TABLE = st.lists(GROUP, min_size=1, max_size=4)
RULES = st.sampled_from(["grid", "horizontal", "zebra", "none"])


def shown(sign, signs):
    return {"digits": sign, "balls": BALLS[sign], "words": LEGEND[sign]}[signs]


def set_table(path: Path, groups, rules: str, signs: str, landscape: bool, middle: bool) -> None:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    from tests.ingest.typesetting import reportlab_fonts

    regular, bold = reportlab_fonts("DejaVu Sans")
    body = ParagraphStyle("body", fontName=regular, fontSize=7, leading=8.4)
    strong = ParagraphStyle("strong", parent=body, fontName=bold)
    data = [[Paragraph(name, strong) for name in ("Maatregel", "Status", "Wanneer", "Wie", "Toelichting")]]
    look = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if middle else "TOP")]
    if rules == "grid":
        look.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    if rules == "horizontal":
        look.append(("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black))
    for heading, rows in groups:
        if heading:
            look.append(("SPAN", (0, len(data)), (-1, len(data))))
            data.append([Paragraph(heading, strong), "", "", "", ""])
        for title, sign, when, who, text in rows:
            if rules == "zebra" and len(data) % 2:
                look.append(("BACKGROUND", (0, len(data)), (-1, len(data)), colors.HexColor("#e6e6ee")))
            data.append([Paragraph(cell, body) for cell in (title, shown(sign, signs), when, who, text)])
    width, height = reversed(A5) if landscape else A5
    shares = (0.24, 0.14, 0.14, 0.15, 0.33)
    table = LongTable(data, [share * (width - 60) for share in shares], repeatRows=1, splitInRow=0 if middle else 1)
    table.setStyle(look)
    story = [Paragraph("Bijlage voortgang november 2023", strong)]
    story += [Paragraph(f"{shown(sign, signs)} = {meaning}", body) for sign, meaning in LEGEND.items()]
    story += [Paragraph("1. ARBEID", strong), table]
    SimpleDocTemplate(
        str(path), pagesize=(width, height), leftMargin=30, rightMargin=30, topMargin=30, bottomMargin=30
    ).build(story)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TABLE, RULES, SIGNS, st.booleans(), st.booleans())
def test_a_table_is_read_back_whole(groups, rules, signs, landscape, middle):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.pdf"
        set_table(path, groups, rules, signs, landscape, middle)
        read = read_rows(path)
    found = assemble(read.items)
    expected, heading = [], ""
    for above, rows in groups:
        heading = above or heading
        expected += [(heading, title, int(sign), when, who, text) for title, sign, when, who, text in rows]
    assert [(m.heading, m.title, m.status, m.deadline.text, m.who, m.explanation) for m in found.measures] == expected
    assert [share for _, share in read.coverage if share < 1] == []
