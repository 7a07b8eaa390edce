"""The shipped PDF read again: every cell equal to the transcript from which it was set."""

import re
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from ingest.documents import ENOUGH, read_report
from ingest.records import COMPLETE

DATA = Path(__file__).resolve().parents[2] / "data"
CELLS = ("id", "theme", "heading", "title", "status", "status_text", "when", "who", "explanation")


def cells(measure):
    values = (
        measure.id,
        measure.theme,
        measure.heading,
        measure.title,
        measure.status,
        measure.status_text,
        measure.deadline.text,
        measure.who,
        measure.explanation,
    )
    return {name: squeezed(value) for name, value in zip(CELLS, values, strict=True)}


def squeezed(value):
    return re.sub(r"\s+", " ", value).strip() if isinstance(value, str) else value


@pytest.fixture(scope="module")
def pdf():
    return read_report(DATA / "bijlage-emancipatie-2023.pdf")


@pytest.fixture(scope="module")
def transcript():
    return read_report(DATA / "bijlage-emancipatie-2023.txt")


def test_every_cell_of_the_pdf_equals_the_transcript(pdf, transcript):
    assert [measure.id for measure in pdf.measures] == [measure.id for measure in transcript.measures]
    differing = [
        f"{theirs.id} {name}: {got!r} instead of {expected!r}"
        for ours, theirs in zip(pdf.measures, transcript.measures, strict=True)
        for (name, got), expected in zip(cells(ours).items(), cells(theirs).values(), strict=True)
        if got != expected
    ]
    assert not differing, "\n".join(differing)


def test_what_was_read_from_the_cells_is_the_same(pdf, transcript):
    def values(report):
        return [
            (m.id, m.deadline, m.owners, m.bodies, m.government_wide, m.footnotes, m.extra) for m in report.measures
        ]

    assert values(pdf) == values(transcript)


@pytest.mark.parametrize("name", ["pdf", "transcript"])
def test_the_themes_hold_43_20_26_13_23_and_24_measures(name, request):
    report = request.getfixturevalue(name)
    assert Counter(measure.theme_number for measure in report.measures) == {1: 43, 2: 20, 3: 26, 4: 13, 5: 23, 6: 24}
    assert len(report.measures) == 149
    places = Counter()
    for measure in report.measures:
        places[measure.theme_number] += 1
        assert measure.id == f"{measure.theme_number}.{places[measure.theme_number]}"


def test_themes_legend_and_introduction_are_the_same(pdf, transcript):
    assert pdf.themes == transcript.themes
    assert pdf.legend == transcript.legend
    assert {entry.sign: entry.code for entry in pdf.legend} == {"4": 4, "3": 3, "1": 1, "0": 0}
    assert squeezed(pdf.introduction) == squeezed(transcript.introduction)


def test_cross_references_and_footnotes_are_the_same(pdf, transcript):
    def references(report):
        return [(r.title, r.heading, r.theme, r.see, r.leads_to) for r in report.cross_references]

    def footnotes(report):
        return [(note.mark, squeezed(note.text), note.measure, note.heading) for note in report.footnotes]

    assert len(pdf.cross_references) == 3
    assert references(pdf) == references(transcript)
    assert footnotes(pdf) == footnotes(transcript)
    assert [note.mark for note in pdf.footnotes] == ["¹", "²"]


@pytest.mark.parametrize("name", ["pdf", "transcript"])
def test_both_are_read_whole_and_without_doubt(name, request):
    report = request.getfixturevalue(name)
    assert report.verdict == COMPLETE
    assert report.doubts == ()


def test_every_page_is_accounted_for(pdf):
    with pdfplumber.open(DATA / "bijlage-emancipatie-2023.pdf") as document:
        pages = range(1, len(document.pages) + 1)
    assert [page for page, _ in pdf.coverage] == list(pages)
    assert [(page, share) for page, share in pdf.coverage if not ENOUGH <= share <= 1] == []


def test_every_row_stands_in_boxes_inside_its_pages_from_top_to_bottom(pdf):
    with pdfplumber.open(DATA / "bijlage-emancipatie-2023.pdf") as document:
        sizes = {page.page_number: (float(page.width), float(page.height)) for page in document.pages}
    before = (0, 0.0)
    for measure in pdf.measures:
        boxes = measure.source.boxes
        assert boxes, measure.id
        assert measure.source.pages == tuple(range(boxes[0].page, boxes[-1].page + 1)), measure.id
        for box in boxes:
            width, height = sizes[box.page]
            assert 0 <= box.x0 < box.x1 <= width, measure.id
            assert 0 <= box.top < box.bottom <= height, measure.id
        assert (boxes[0].page, boxes[0].top) > before, measure.id
        before = (boxes[0].page, boxes[0].top)


def test_the_words_in_a_measure_s_boxes_are_its_own(pdf):
    """Each of the first words of a title is printed inside the row's first box."""
    with pdfplumber.open(DATA / "bijlage-emancipatie-2023.pdf") as document:
        for measure in pdf.measures[::15]:
            box = measure.source.boxes[0]
            page = document.pages[box.page - 1]
            printed = page.crop((box.x0, box.top, box.x1, box.bottom)).extract_text()
            assert measure.title.split()[0] in printed, measure.id
