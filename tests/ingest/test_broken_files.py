"""Hostile Word and Excel files, and what the command makes of files that cannot be read: nothing is stored."""

import json
import subprocess
import sys
import zipfile

import openpyxl
import pytest

from ingest import office_process
from tests.ingest.broken_pdfs import LIMIT, a_scanned_page, an_encrypted_pdf, line_of_refusal, no_pdf_at_all, nothing
from tests.ingest.typesetting import DATA

COMMAND = "import sys; from app.command_line import main; sys.exit(main(sys.argv[1:]))"


def a_word_file_that_unpacks_to_40_megabytes(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)


def an_archive_of_something_else(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("brief.txt", "Geachte voorzitter")


def a_workbook(path, xml):
    """A workbook whose one sheet holds the given XML after its head."""
    openpyxl.Workbook().save(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    parts["xl/worksheets/sheet1.xml"] = head + xml + b"</worksheet>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def a_cell_at_the_end_of_each_row(path):
    rows = b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (row, row) for row in range(1, 1000))
    a_workbook(path, b"<sheetData>%s</sheetData>" % rows)


def a_sheet_that_is_one_merged_cell(path):
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    a_workbook(path, b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' + merged)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (a_word_file_that_unpacks_to_40_megabytes, "te groot"),
        (an_archive_of_something_else, "geen leesbaar Word-document"),
        (a_cell_at_the_end_of_each_row, "16384 kolommen"),
        (a_sheet_that_is_one_merged_cell, r"duurde te lang|2 GB"),
    ],
)
def test_a_hostile_office_file_ends_in_time_with_one_dutch_line(tmp_path, monkeypatch, make, said):
    assert office_process.SECONDS < LIMIT
    monkeypatch.setattr(office_process, "SECONDS", 5.0)  # less, so that the tests need not wait as long
    path = tmp_path / "rapport.bin"
    make(path)
    assert line_of_refusal(path, said)


def ingest(*arguments, home):
    return subprocess.run(
        [sys.executable, "-c", COMMAND, "ingest", *map(str, arguments), "--json", "--home", str(home)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        cwd=DATA.parent,
        check=False,
    )


def files(home):
    return {p.relative_to(home): p.read_bytes() for p in home.rglob("*") if p.is_file() and p.suffix != ".lock"}


def test_the_command_names_what_cannot_be_read_and_stores_nothing(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    bad = []
    for make in (an_encrypted_pdf, no_pdf_at_all, a_scanned_page, nothing):
        bad.append(tmp_path / f"{make.__name__}.pdf")
        make(bad[-1])
    ended = ingest(*bad, home=home)
    assert ended.returncode == 1
    reports = json.loads(ended.stdout)["reports"]
    assert [report["file"] for report in reports] == [path.name for path in bad]
    for report, path in zip(reports, bad, strict=True):
        assert path.name in report["error"]
        assert (report["verdict"], report["measures"]) == ("niet volledig gelezen", [])
    assert "Traceback" not in ended.stderr
    assert files(home) == {}


def test_one_bad_file_does_not_keep_the_others_from_being_read(tmp_path):
    home = tmp_path / "home"
    bad = tmp_path / "leeg.pdf"
    bad.touch()
    ended = ingest(bad, DATA / "bijlage-emancipatie-2023.txt", "--check", home=home)
    assert ended.returncode == 1
    failed, read = json.loads(ended.stdout)["reports"]
    assert "is leeg" in failed["error"]
    assert (read["error"], read["verdict"], len(read["measures"])) == (None, "volledig", 149)
