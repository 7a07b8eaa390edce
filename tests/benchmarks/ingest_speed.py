"""How long reading a PDF takes a page, and how much memory a document of 1,000 pages needs.

usage: python tests/benchmarks/ingest_speed.py [PAGES]

The long document is the shipped appendix, its pages repeated. Prints a table; never fails on a time.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "data" / "bijlage-emancipatie-2023.pdf"


def repeated(pages, target):
    """A PDF of `pages` pages at `target`: those of the shipped appendix, over and over."""
    import pypdfium2

    source, long = pypdfium2.PdfDocument(SHIPPED), pypdfium2.PdfDocument.new()
    while len(long) < pages:
        long.import_pages(source, list(range(min(len(source), pages - len(long)))))
    long.save(target)
    return target


def read(path):
    """Seconds to read the document, and its number of measures or the reason why it was refused."""
    from ingest.documents import read_report
    from ingest.errors import IngestError

    began = time.perf_counter()
    try:
        found = f"{len(read_report(path).measures)} measures"
    except IngestError as problem:
        found = str(problem)
    return time.perf_counter() - began, found


def main():
    sys.path.insert(0, str(ROOT))
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    import pypdfium2

    shipped_pages = len(pypdfium2.PdfDocument(SHIPPED))
    short, found = min(read(SHIPPED) for _ in range(2))
    print("| what | measured |")
    print("|---|---|")
    each = short / shipped_pages
    print(f"| the shipped appendix, {shipped_pages} pages, {found} | {short:.1f} s, {each:.3f} s a page |")
    with tempfile.TemporaryDirectory() as folder:
        long, found = read(repeated(pages, Path(folder) / "lang.pdf"))
    reader = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3  # the largest child: the reading process
    print(f"| {pages} pages, {found} | {long:.0f} s, {long / pages:.3f} s a page |")
    print(f"| memory of the reading process at {pages} pages, at most | {reader:.0f} MB |")


if __name__ == "__main__":
    main()
