"""Broken and hostile PDF files, and the limit of time and the lines with which each must end."""

import time
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.documents import read_report
from ingest.errors import IngestError
from tests.ingest.typesetting import DATA

LIMIT = 20.0  # seconds


def line_of_refusal(path: Path, said: str) -> str:
    """The one line with which reading a file ends, in time."""
    begun = time.monotonic()
    with pytest.raises(IngestError, match=said) as problem:
        read_report(path)
    assert time.monotonic() - begun < LIMIT
    line = str(problem.value)
    assert path.name in line
    assert "\n" not in line
    assert "Traceback" not in line
    assert len(line) < 500
    return line


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


def stream(content, entries=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
BOX = b"/MediaBox [0 0 595 842]"
FONT = b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def pages_that_refer_to_themselves(path):
    path.write_bytes(pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"))


def forms_ten_deep(path):
    depth = 10
    objects = [CATALOGUE, PAGES]
    page = b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
    objects += [page % BOX, stream(b"/X Do " * 10)]
    for level in range(depth):
        last = level == depth - 1
        inner = FONT + b" >>" if last else b"<< /XObject << /X %d 0 R >> >>" % (6 + level)
        content = b"BT /F 8 Tf 50 50 Td (x) Tj ET" if last else b"/X Do " * 10
        objects.append(stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources %s" % inner))
    path.write_bytes(pdf(*objects))


def a_page_of_spaces_deflated_twice(path):
    times, spaces = 250, b" " * 10_000_000
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(spaces) + packer.flush(zlib.Z_FULL_FLUSH)  # each block stands by itself
    check = 1
    for _ in range(times):
        check = zlib.adler32(spaces, check)
    once = b"\x78\xda" + block * times + packer.flush() + check.to_bytes(4, "big")
    content = stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]")
    path.write_bytes(pdf(CATALOGUE, PAGES, b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R >>" % BOX, content))


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


def an_empty_file(path):
    path.touch()


def a_pdf_without_tables(path):
    canvas = Canvas(str(path))
    for line in range(30):
        canvas.drawString(50, 780 - 20 * line, "Geachte voorzitter, hierbij bied ik u de rapportage aan.")
    canvas.save()


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
