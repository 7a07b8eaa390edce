"""Random tables set as PDF and read back: whole values, over page breaks, with headings and signs."""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from ingest.measures import assemble
from ingest.pdf import read_rows

LEGEND = {"4": "afgerond", "3": "in uitvoering", "1": "doorlopend", "0": "niet (meer) in uitvoering"}
SIGNS = st.sampled_from(["digits", "balls", "words"])
BALLS = dict(zip("4310", "●◕◔○", strict=True))
FREE = "READ_BACK_EXAMPLES" in os.environ  # a search for counterexamples: any seed, shown as found
EXAMPLES = int(os.environ.get("READ_BACK_EXAMPLES", "20"))
SEARCH = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=not FREE,
    database=None,
    phases=[Phase.explicit, Phase.generate] if FREE else [Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)
ONSETS = ["", "b", "d", "g", "k", "l", "m", "n", "r", "s", "v", "w", "z", "st", "kl", "gr", "sch", "br", "h", "t"]
RHYMES = ["a", "e", "o", "aa", "ee", "ie", "oe", "ij", "an", "en", "ing", "el", "er", "aat", "oor", "uit", "eid", "é"]
SYLLABLE = st.builds(str.__add__, st.sampled_from(ONSETS), st.sampled_from(RHYMES))
LETTERS = st.text("abcdefghijklmnoprstuvwz", min_size=2, max_size=11)
DUTCH = st.lists(SYLLABLE, min_size=1, max_size=4).map("".join)
WORD = (
    LETTERS
    | DUTCH
    | st.sampled_from(["de", "en", "van", "het", "in", "2023", "OCW", "mbo-docenten", "grote- en", "(semi-)publiek"])
)
LONG_WORD = st.lists(SYLLABLE, min_size=4, max_size=9).map("".join)
WHEN = st.sampled_from(["Q4 2023", "n.v.t.", "2024", "2022 - 2024", "Doorlopend, jaarlijks", "Q4 2023/ Q1 2024"])
WHO = st.sampled_from(["OCW", "SZW, OCW", "JenV en VWS", "Rijksbreed/BZK", "BZ, OCW, e.a."])
TITLE = st.lists(WORD, min_size=1, max_size=12).map(lambda words: " ".join(words).capitalize())
TEXT = st.lists(WORD, min_size=1, max_size=150).map(lambda words: " ".join(words).capitalize() + ".")
ROW = st.tuples(TITLE, st.sampled_from("4310"), WHEN, WHO, TEXT)
GROUP = st.tuples(st.none() | TITLE, st.lists(ROW, min_size=1, max_size=6))
TABLE = st.lists(GROUP, min_size=1, max_size=4)
LONG_TITLE = st.lists(WORD | LONG_WORD, min_size=1, max_size=5).map(lambda words: " ".join(words).capitalize())
LONG_TEXT = st.lists(WORD | LONG_WORD, min_size=1, max_size=40).map(lambda words: " ".join(words).capitalize() + ".")
LONG_ROW = st.tuples(LONG_TITLE, st.sampled_from("4310"), WHEN, WHO, LONG_TEXT)
LONG_TABLE = st.lists(st.tuples(st.none() | TITLE, st.lists(LONG_ROW, min_size=1, max_size=6)), min_size=1, max_size=3)
RULES = st.sampled_from(["grid", "horizontal", "zebra", "none"])


def shown(sign, signs):
    return {"digits": sign, "balls": BALLS[sign], "words": LEGEND[sign]}[signs]


SHARES = (0.24, 0.14, 0.14, 0.15, 0.33)
NARROW = (0.17, 0.13, 0.15, 0.2, 0.35)


def set_table(path: Path, groups, rules: str, signs: str, landscape: bool, middle: bool, shares=SHARES) -> None:
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
    table = LongTable(data, [share * (width - 60) for share in shares], repeatRows=1, splitInRow=0 if middle else 1)
    table.setStyle(look)
    story = [Paragraph("Bijlage voortgang november 2023", strong)]
    story += [Paragraph(f"{shown(sign, signs)} = {meaning}", body) for sign, meaning in LEGEND.items()]
    story += [Paragraph("1. ARBEID", strong), table]
    SimpleDocTemplate(
        str(path), pagesize=(width, height), leftMargin=30, rightMargin=30, topMargin=30, bottomMargin=30
    ).build(story)


def read_back(groups, *how, **more):
    """What is read of the groups' table, and the rows that it should have: heading, title, status, when, who, text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.pdf"
        set_table(path, groups, *how, **more)
        read = read_rows(path)
    assert [share for _, share in read.coverage if share < 1] == []
    expected, heading = [], ""
    for above, rows in groups:
        heading = above or heading
        expected += [(heading, title, int(sign), when, who, text) for title, sign, when, who, text in rows]
    found = assemble(read.items)
    assert {measure.theme for measure in found.measures} == {"Arbeid"}
    return found, expected


def cells(measure):
    m = measure
    return (m.heading, m.title, m.status, m.deadline.text, m.who, m.explanation)


BROAD = "Aaaaaaaaaa aaaaaaa"  # its first word fills the line to the last letter


def row(title):
    return (title, "4", "Q4 2023", "OCW", "Aa.")


@settings(SEARCH)
@given(TABLE, RULES, SIGNS, st.booleans(), st.booleans())
@example(
    [(None, [("Aa", "4", "Q4 2023", "OCW", "Aa.")]), (None, [(BROAD, "4", "Q4 2023", "OCW", "Aa.")])],
    "horizontal",
    "digits",
    False,
    False,
)
@example(  # the heading stands alone at the foot of its page
    [(None, [row(f"A{letter}") for letter in "abcdefghijklmnopqr"]), ("Mbo-docenten bertwnpbtpi", [row("Bb dd")])],
    "none",
    "digits",
    True,
    False,
)
@example(  # the middle of three lines stands beside the short cells
    [("Aa", [row("Aaaaa mbo-docenten mbo-docenten"), row("Aa")])], "zebra", "digits", False, True
)
@example(
    [(None, [("Aa", "4", "Q4 2023", "OCW", "Aa aa aa aa aa aa aaaaaaaaaa aa aa aa aa aa aa.")])],
    "none",
    "digits",
    False,
    True,
)
@example(
    [
        (
            None,
            [row("Ab"), row("Aa"), row("Mbo-docenten mbo-docenten aa aaa"), row("Aa aa aa aa aaaaaaaa aa aa aa aa")],
        )
    ],
    "zebra",
    "digits",
    False,
    True,
)
def test_a_table_is_read_back_whole(groups, rules, signs, landscape, middle):
    found, expected = read_back(groups, rules, signs, landscape, middle)
    assert [cells(measure) for measure in found.measures] == expected


@settings(SEARCH)
@given(LONG_TABLE, RULES, SIGNS, st.booleans())
@example(
    [
        (
            None,
            [
                ("Eg grelgijhamiegraatgataatkijmaa schoezaat", "4", "n.v.t.", "OCW", "Gij."),
                ("Nee", "1", "2024", "OCW", "En."),
            ],
        )
    ],
    "horizontal",
    "digits",
    False,
)
@example([(None, [row("Hing van mbo-docenten")])], "horizontal", "words", False)
@example([(None, [row("Braa mbo-docenten"), row("Grote- en ocw")])], "horizontal", "words", False)
@example([(None, [row("Aa"), ("Babaatschaben", "4", "Q4 2023", "JenV en VWS", "Aa.")])], "grid", "digits", False)
@example([(None, [row("Nenban (semi-)publiek")])], "none", "digits", False)
@example([(None, [row("Aa aaaaaaaaaam")])], "grid", "digits", False)
def test_words_that_are_broken_in_narrow_columns_are_read_whole_or_doubted(groups, rules, signs, landscape):
    found, expected = read_back(groups, rules, signs, landscape, False, shares=NARROW)
    assert len(found.measures) == len(expected)
    doubted = [doubt.text for doubt in found.doubts]
    for measure, printed in zip(found.measures, expected, strict=True):
        read = cells(measure)
        if read != printed:
            assert [str(cell).replace(" ", "") for cell in read] == [str(cell).replace(" ", "") for cell in printed]
            assert any(text.startswith(measure.title) for text in doubted), (read, printed)
