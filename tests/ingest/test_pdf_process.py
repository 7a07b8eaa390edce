import subprocess
import sys
import time
from pathlib import Path

import pytest

from ingest.errors import IngestError
from ingest.pdf_process import _PATIENCE, SECONDS, _Watch, read_pdf

PDF = Path(__file__).resolve().parents[2] / "data" / "bijlage-emancipatie-2023.pdf"


def test_pages_are_told_as_they_are_read():
    told = []
    read_pdf(PDF, lambda page, pages: told.append((page, pages)))
    assert told == [(page, 28) for page in range(1, 29)]


def test_a_reading_that_takes_too_long_is_ended():
    with pytest.raises(IngestError, match="duurde te lang"):
        read_pdf(PDF, seconds=0.05)


@pytest.fixture
def child():
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield process
    process.kill()
    process.wait()


def test_a_file_that_hangs_after_its_first_page_ends_within_twenty_seconds_on_the_clock(child):
    assert SECONDS * _PATIENCE < 20
    watch = _Watch(child, seconds=0.5)  # the process sleeps: it takes no seconds of the processor
    watch.extend(1, 3)
    begun = time.monotonic()
    watch.start()
    child.wait(timeout=10)
    watch.stop()
    assert watch.too_late
    assert 0.5 * _PATIENCE <= time.monotonic() - begun < 5


def test_a_reading_that_goes_on_is_not_ended_though_it_takes_longer_than_one_page_may(child):
    watch = _Watch(child, seconds=1.0)
    watch.start()
    for page in range(1, 9):
        time.sleep(0.25)
        watch.extend(page, 9)
    watch.stop()
    assert (watch.too_late, child.poll()) == (False, None)


def test_what_follows_the_last_page_has_time_by_the_number_of_pages(child):
    watch = _Watch(child, seconds=0.2)
    watch.extend(3, 3)
    watch.start()
    time.sleep(1.0)
    watch.stop()
    assert (watch.too_late, child.poll()) == (False, None)
