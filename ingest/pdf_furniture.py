"""Page numbers and lines that stand on page after page: known text, and no part of any table."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.pdf_columns import text_lines
from ingest.pdf_page import PageContent, Word

_NUMBER = re.compile(r"(?i)^(?:pagina|pag\.?|blz\.?|blad|page|p\.)?\s*(\d{1,4})\s*(?:(?:van|/|of|\|)\s*(\d{1,4}))?$")


def _edge_lines(page: PageContent) -> list[list[Word]]:
    lines = text_lines(page.words)
    return [*lines[:2], *lines[2:][-2:]]


def _pattern(line: Sequence[Word], number: int) -> tuple[str, int]:
    text = " ".join(word.text for word in line)
    return re.sub(rf"\b{number}\b", "#", text, count=1), round(line[0].top / 4)


def remove_furniture(pages: list[PageContent], kept: frozenset[Word]) -> tuple[list[PageContent], dict[int, int]]:
    """The pages without running heads and page numbers, and how many words that took from each page.

    Args:
        pages: all pages of the document.
        kept: words of table headers, which are repeated too.
    """
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_pattern(line, page.number) for line in _edge_lines(page)})
    enough = max(2, len(pages) // 2)
    cleaned: list[PageContent] = []
    removed: dict[int, int] = {}
    for page in pages:
        gone: set[Word] = set()
        for line in _edge_lines(page):
            if kept.intersection(line):
                continue
            text = " ".join(word.text for word in line)
            pattern = _pattern(line, page.number)
            numbered = _NUMBER.match(text)
            is_number = numbered is not None and (int(numbered[1]) == page.number or numbered[2] is not None)
            at_edge = line[0].top > 0.88 * page.height or line[0].bottom < 0.1 * page.height
            repeated = seen[pattern] >= enough and len(pages) > 1 and len(re.sub(r"\W|\d", "", text)) >= 4
            numbers_run = pattern[0] == "#" and seen[pattern] >= enough and len(pages) > 1
            if at_edge and (
                (is_number and ((numbered is not None and len(text) > 2) or numbers_run or len(pages) == 1)) or repeated
            ):
                gone.update(line)
        removed[page.number] = len(gone)
        cleaned.append(page._replace(words=[word for word in page.words if word not in gone]) if gone else page)
    return cleaned, removed
