"""Text that lies over other text is never read in silence."""

from dataclasses import replace

import pytest

from ingest.documents import read_report
from ingest.overprint import overprinted_lines
from ingest.pdf import OVERPRINTED
from ingest.records import INCOMPLETE
from tests.ingest.test_layouts import BASE, NARROW
from tests.ingest.typesetting import by_reportlab


def letters(text, x0=10.0, width=5.0, bottom=100.0, size=10.0):
    return [
        {"text": letter, "size": size, "x0": x0 + at * width, "x1": x0 + (at + 1) * width, "bottom": bottom}
        for at, letter in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("chars", "found"),
    [
        (letters("doorlopend") + letters("JenV", x0=47.5), 1),
        (letters("doorlopend") + letters("JenV", x0=60.0), 0),  # beside it
        (letters("doorlopend", width=4.9), 0),
        ([{**char, "x1": char["x1"] + 1.0} for char in letters("kerning")], 0),  # a fifth of a letter
        (letters("vet") + letters("vet", x0=10.4), 0),  # bold made by hand
        (letters("tekst op een regel") + letters("CONCEPT", size=60.0, width=40.0), 0),  # a watermark
        (letters("doorlopend") + letters("JenV", x0=47.5, bottom=112.0), 0),  # the next line
        (letters("cafe") + letters("'", x0=26.0, width=2.0), 0),  # one accent
        ([], 0),
    ],
)
def test_letters_over_letters_are_told_from_kerning_bold_and_watermarks(chars, found):
    assert len(overprinted_lines(chars)) == found


def test_words_that_run_over_the_next_column_make_the_report_doubtful(tmp_path):
    layout = replace(BASE, landscape=False, widths=NARROW, size=10, rules="horizontal", run_over=True)
    report = read_report(by_reportlab(layout, tmp_path / "over.pdf"))
    assert report.verdict == INCOMPLETE
    assert any(doubt.why == OVERPRINTED for doubt in report.doubts)
