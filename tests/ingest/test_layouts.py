"""The appendix set again in other layouts by three producers, and read back cell by cell."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.documents import read_report
from ingest.records import COMPLETE
from tests.ingest.typesetting import (
    BALLS,
    DATA,
    WORDS,
    Layout,
    as_docx,
    as_html,
    by_chromium,
    by_libreoffice,
    by_reportlab,
)

NARROW = (("title", 22), ("status", 10), ("when", 14), ("who", 14), ("explanation", 40))
OTHER_NAMES = (
    ("title", "Actie"),
    ("status", "Stavaza"),
    ("when", "Planning"),
    ("who", "Trekker"),
    ("explanation", "Voortgang"),
)
BASE = Layout()
BROWSER_DEFAULTS = "table { table-layout: auto; border-collapse: separate } td, th { padding: 1px }"

REPORTLAB = {
    "grid": BASE,
    "horizontal rules": replace(BASE, rules="horizontal"),
    "zebra": replace(BASE, rules="zebra"),
    "no rules": replace(BASE, rules="none"),
    "no rules, plain headings, header once, small": replace(
        BASE, rules="none", shaded_headings=False, bold_headings=False, repeat_header=False, size=6
    ),
    "Harvey balls": replace(BASE, signs="balls", font="DejaVu Sans", rules="horizontal"),
    "words, other order": replace(BASE, signs="words", order=("status", "title", "explanation", "who", "when")),
    "justified portrait": replace(BASE, justified=True, rules="horizontal", landscape=False, widths=NARROW, size=7),
    "other headings": replace(BASE, headings=OTHER_NAMES, rules="none"),
}
CHROMIUM = {
    "grid": BASE,
    "horizontal rules": replace(BASE, rules="horizontal"),
    "zebra": replace(BASE, rules="zebra"),
    "no rules": replace(BASE, rules="none"),
    "no rules, middle": replace(BASE, rules="none", middle=True, padding=1.5),
    "portrait, hyphens": replace(BASE, landscape=False, hyphenated=True, widths=NARROW),
    "portrait, hyphens, justified": replace(
        BASE, landscape=False, hyphenated=True, widths=NARROW, rules="horizontal", justified=True
    ),
    "Harvey balls": replace(BASE, signs="balls", font="DejaVu Sans", middle=True),
    "drawn Harvey balls": replace(BASE, signs="drawn", rules="horizontal"),
    "words, text between tables": replace(BASE, signs="words", repeat_header=False, extra_text=True),
    "header of three lines, large type, raised marks": replace(
        BASE, landscape=False, widths=NARROW, size=11, raised_marks=True, css="@page { margin: 12mm }"
    ),
    "who first, zebra": replace(
        BASE, signs="words", order=("who", "title", "explanation", "when", "status"), rules="zebra"
    ),
    "names in the header": replace(BASE, table_names="in header"),
    "names without numbers, no rules": replace(BASE, table_names="bare", rules="none"),
    "contents, legend in columns": replace(BASE, contents=True, legend_table=True, signs="balls", font="DejaVu Sans"),
    "typewriter type": replace(BASE, font="Liberation Mono", rules="horizontal", size=7),
    "browser defaults": replace(BASE, css=BROWSER_DEFAULTS, rules="none", middle=True, shaded_headings=False),
}
WRITER = {
    "grid": BASE,
    "no rules, no padding": replace(BASE, rules="none"),
    "narrow portrait columns, which break words without a hyphen": replace(BASE, landscape=False, widths=NARROW),
}


def signs(layout):
    return {"balls": BALLS, "words": WORDS, "drawn": BALLS}.get(layout.signs, {})


def cells(measure):
    return {
        "theme": measure.theme,
        "heading": measure.heading,
        "title": measure.title,
        "status": measure.status,
        "status_text": measure.status_text,
        "when": measure.deadline,
        "who": (measure.who, measure.owners, measure.bodies, measure.government_wide),
        "explanation": measure.explanation,
    }


@pytest.fixture(scope="module")
def transcript():
    return read_report(DATA / "bijlage-emancipatie-2023.txt")


def check(path: Path, layout: Layout, transcript) -> None:
    report = read_report(path)
    sign = signs(layout)
    differing = []
    found = {measure.id: cells(measure) for measure in report.measures}
    for measure in transcript.measures:
        expected = cells(measure)
        expected["status_text"] = sign.get(measure.status_text, measure.status_text)
        got = found.pop(measure.id, {})
        differing += [f"{measure.id} {n}: {got.get(n)!r} != {v!r}" for n, v in expected.items() if got.get(n) != v]
    assert not differing, "\n".join(differing[:20])
    assert not found
    assert [(r.title, r.see, r.leads_to) for r in report.cross_references] == [
        (r.title, r.see, r.leads_to) for r in transcript.cross_references
    ]
    assert [t.headings for t in report.themes] == [t.headings for t in transcript.themes]
    assert [(n.mark, n.text, n.measure, n.heading) for n in report.footnotes] == [
        (n.mark, n.text, n.measure, n.heading) for n in transcript.footnotes
    ]
    assert [entry.code for entry in report.legend] == [4, 3, 1, 0]
    assert report.doubts == ()
    assert report.verdict == COMPLETE
    assert min(share for _, share in report.coverage) == 1


@pytest.mark.parametrize("name", REPORTLAB)
def test_reportlab(name, tmp_path, transcript):
    check(by_reportlab(REPORTLAB[name], tmp_path / "layout.pdf"), REPORTLAB[name], transcript)


@pytest.mark.browser
@pytest.mark.parametrize("name", CHROMIUM)
def test_a_browser_s_print(name, tmp_path, transcript):
    check(by_chromium(CHROMIUM[name], tmp_path / "layout.pdf"), CHROMIUM[name], transcript)


@pytest.mark.office
@pytest.mark.parametrize("name", WRITER)
def test_libreoffice_writer(name, tmp_path, transcript):
    word = as_docx(WRITER[name], tmp_path / "layout.docx")
    check(by_libreoffice(word, tmp_path / "layout.pdf"), WRITER[name], transcript)


@pytest.mark.office
def test_libreoffice_web_page(tmp_path, transcript):
    page = tmp_path / "layout.html"
    page.write_text(as_html(BASE), encoding="utf-8")
    check(by_libreoffice(page, tmp_path / "layout.pdf"), BASE, transcript)
