"""Broken files, hostile Word and Excel files, and what the command makes of them: one Dutch line, nothing stored."""

import json
import subprocess
import sys
import time
import zipfile

import openpyxl
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest import office_process
from ingest.documents import read_report
from ingest.errors import IngestError
from tests.ingest.typesetting import DATA

LIMIT = 20.0  # seconds
COMMAND = "import sys; from app.command_line import main; sys.exit(main(sys.argv[1:]))"


def pdf(*objects):
    """A PDF of the given objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
BOX = b"/MediaBox [0 0 595 842]"


def four_thousand_pages(path):
    pages = b"".join(b"%d 0 R " % number for number in range(3, 4003))
    page = b"<< /Type /Page /Parent 2 0 R %s >>" % BOX
    path.write_bytes(pdf(CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count 4000 >>" % pages, *[page] * 4000))


def an_encrypted_pdf(path):
    canvas = Canvas(str(path), encrypt=StandardEncryption("geheim", "eigenaar", canPrint=0))
    canvas.drawString(50, 700, "Maatregel")
    canvas.save()


def a_truncated_pdf(path):
    whole = (DATA / "bijlage-emancipatie-2023.pdf").read_bytes()
    path.write_bytes(whole[: len(whole) // 20])


def no_pdf_at_all(path):
    path.write_text("Dit is een brief.\n", encoding="utf-8")


def only_the_first_bytes_of_a_pdf(path):
    path.write_bytes(b"%PDF-1.7\n")


def a_pdf_without_pages_of_text(path):
    canvas = Canvas(str(path))
    canvas.showPage()
    canvas.save()


def a_scanned_page(path):
    canvas = Canvas(str(path))
    picture = path.with_suffix(".png")
    Image.effect_noise((400, 560), 90).save(picture)
    canvas.drawImage(str(picture), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    picture.unlink()


def a_folder(path):
    path.mkdir()


def nothing(path):
    """The file does not exist."""


HOSTILE = [
    (four_thousand_pages, "te veel pagina's"),
    (an_encrypted_pdf, "beveiligd met een wachtwoord"),
    (a_truncated_pdf, r"beschadigde PDF|geen tabel|geen pagina's"),
    (no_pdf_at_all, "geen PDF"),
    (only_the_first_bytes_of_a_pdf, r"beschadigde PDF|geen pagina's"),
    (a_pdf_without_pages_of_text, r"geen pagina's met tekst"),
    (a_scanned_page, "OCR"),
    (a_folder, "kan niet worden gelezen"),
    (nothing, "bestaat niet"),
]


@pytest.mark.parametrize(("make", "said"), HOSTILE, ids=[make.__name__ for make, _ in HOSTILE])
def test_a_hostile_file_ends_in_time_with_one_dutch_line(tmp_path, make, said):
    path = tmp_path / "rapport.pdf"
    make(path)
    begun = time.monotonic()
    with pytest.raises(IngestError, match=said) as problem:
        read_report(path)
    assert time.monotonic() - begun < LIMIT
    line = str(problem.value)
    assert "rapport.pdf" in line
    assert "\n" not in line
    assert len(line) < 500
    assert "Traceback" not in line


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
    begun = time.monotonic()
    with pytest.raises(IngestError, match=said) as problem:
        read_report(path)
    assert time.monotonic() - begun < LIMIT
    assert "rapport.bin" in str(problem.value)
    assert "\n" not in str(problem.value)


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
