from pathlib import Path

import pytest

from ingest.errors import IngestError
from ingest.pdf_process import read_pdf

PDF = Path(__file__).resolve().parents[2] / "data" / "bijlage-emancipatie-2023.pdf"


def test_pages_are_told_as_they_are_read():
    told = []
    read_pdf(PDF, lambda page, pages: told.append((page, pages)))
    assert told == [(page, 28) for page in range(1, 29)]


def test_a_reading_that_takes_too_long_is_ended():
    with pytest.raises(IngestError, match="duurde te lang"):
        read_pdf(PDF, seconds=0.05)
