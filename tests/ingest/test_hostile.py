"""Broken and hostile files: each ends soon, in little memory, with one clear line."""

import time
import zlib

import pytest

from ingest.documents import read_report
from ingest.errors import IngestError
from ingest.pdf_process import read_pdf


def pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of the given objects, numbered from 1."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>"


def one_page(contents: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE % resources,
        contents,
        *more,
    )


def self_referring() -> bytes:
    return pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")


def deep_objects() -> bytes:
    forms = []
    for depth in range(10):
        number = 6 + depth
        inner = b"/F Do " * 10 if depth < 9 else b"0 0 m 1 1 l S"
        resources = b"/Resources << /XObject << /F %d 0 R >> >>" % number
        forms.append(stream(inner, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources))
    return one_page(stream(b"/F Do " * 10), b"/XObject << /F 5 0 R >>", *forms)


def bomb() -> bytes:
    once = zlib.compress(b" " * 300_000_000, 9)
    return one_page(stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def encrypted(path):
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), encrypt=StandardEncryption("geheim", "eigenaar"))
    canvas.drawString(100, 700, "Maatregel")
    canvas.save()
    return path


def scan(path):
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    pil = pytest.importorskip("PIL.Image")
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(pil.new("RGB", (600, 800), "#ddd")), 0, 0, 595, 842)
    canvas.save()
    return path


def letter(path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    canvas.drawString(100, 700, "Geachte voorzitter, hierbij zend ik u de voortgangsrapportage.")
    canvas.save()
    return path


def error_of(path) -> str:
    start = time.monotonic()
    with pytest.raises(IngestError) as caught:
        read_report(path)
    assert time.monotonic() - start < 20
    line = str(caught.value)
    assert "\n" not in line
    assert path.name in line
    assert line.endswith(".")
    return line


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (self_referring, "beschadig|te lang|geen pagina"),
        (deep_objects, "te lang|geen pagina"),
        (bomb, "geheugen|geen pagina"),
    ],
    ids=["self-referring pages", "deep objects", "deflate bomb"],
)
def test_a_hostile_pdf_ends_with_one_line(make, says, tmp_path):
    path = tmp_path / "boos.pdf"
    path.write_bytes(make())
    line = error_of(path)
    assert any(part in line for part in says.split("|")), line


def test_an_encrypted_pdf_is_named(tmp_path):
    assert "wachtwoord" in error_of(encrypted(tmp_path / "geheim.pdf"))


def test_a_scan_is_named_with_the_advice_to_run_ocr(tmp_path):
    assert "OCR" in error_of(scan(tmp_path / "scan.pdf"))


def test_a_pdf_without_tables_is_named(tmp_path):
    assert "geen tabel" in error_of(letter(tmp_path / "brief.pdf"))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("leeg.pdf", b"", "leeg"),
        ("tekst.pdf", b"Dit is geen PDF", "geen PDF"),
        ("half.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type", "beschadigd"),
        ("half.docx", b"PK\x03\x04 onzin", "beschadigd"),
        ("half.xlsx", b"PK\x03\x04 onzin", "beschadigd"),
        ("oud.doc", b"\xd0\xcf\x11\xe0\x00", "onbekende soort"),
        ("latin.txt", "Maatregel\tFinanci\xebn".encode("latin-1"), "UTF-8"),
        ("los.txt", b"Maatregel\tWie\n", "geen tabel"),
    ],
)
def test_a_file_of_another_kind_is_named(name, content, says, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    assert says in error_of(path)


def test_a_missing_file_is_named(tmp_path):
    assert "bestaat niet" in error_of(tmp_path / "weg.pdf")


def test_pages_are_told_as_they_are_read():
    from typesetting import DATA

    told = []
    read_pdf(DATA / "bijlage-emancipatie-2023.pdf", lambda page, pages: told.append((page, pages)))
    assert told == [(page, 28) for page in range(1, 29)]
