"""Broken and hostile PDF files: each ends in time with one Dutch line."""

import pytest

from tests.ingest.broken_pdfs import (
    a_folder,
    a_page_of_spaces_deflated_twice,
    a_pdf_without_pages_of_text,
    a_pdf_without_tables,
    a_scanned_page,
    a_truncated_pdf,
    an_empty_file,
    an_encrypted_pdf,
    forms_ten_deep,
    four_thousand_pages,
    line_of_refusal,
    no_pdf_at_all,
    nothing,
    only_the_first_bytes_of_a_pdf,
    pages_that_refer_to_themselves,
)

HOSTILE = [
    (pages_that_refer_to_themselves, r"beschadigde PDF|duurde te lang|geen pagina's"),
    (forms_ten_deep, r"duurde te lang|2 GB"),
    (a_page_of_spaces_deflated_twice, r"2 GB|MemoryError|duurde te lang"),
    (four_thousand_pages, "te veel pagina's"),
    (an_encrypted_pdf, "beveiligd met een wachtwoord"),
    (a_truncated_pdf, r"beschadigde PDF|geen tabel|geen pagina's"),
    (no_pdf_at_all, "geen PDF"),
    (only_the_first_bytes_of_a_pdf, r"beschadigde PDF|geen pagina's"),
    (an_empty_file, "is leeg"),
    (a_pdf_without_tables, "geen tabel met maatregelen"),
    (a_pdf_without_pages_of_text, r"geen pagina's met tekst"),
    (a_scanned_page, "OCR"),
    (a_folder, "kan niet worden gelezen"),
    (nothing, "bestaat niet"),
]


@pytest.mark.parametrize(("make", "said"), HOSTILE, ids=[make.__name__ for make, _ in HOSTILE])
def test_a_hostile_file_ends_in_time_with_one_dutch_line(tmp_path, make, said):
    path = tmp_path / "rapport.pdf"
    make(path)
    assert line_of_refusal(path, said)
