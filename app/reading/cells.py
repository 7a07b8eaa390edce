# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What stands in a cell, where a question names the column: "in de kolom Wanneer staat Loopt"."""

import re

from app.filters import AnyOf, Printed
from app.filters.printed import PrintedColumn
from app.reading.draft import Draft
from app.reading.lexicon import words_of_questions
from app.reading.line import rule

_COLUMN = r"(?P<c>wanneer|planning|wie|verantwoordelijken?)"
_NAMED = rf"(?:in|onder|bij|van) (?:de |het )?(?:kolom|vak|vakje|veld|cel) {_COLUMN}"
_BARE = r"(?P<c>wanneer|wie)"
_TEXT = r"(?:«q\d+»|(?!of )[^ «·?!,;:]+(?: (?!of )[^ «·?!,;:]+){0,3}?)"
_WORDS = rf"(?P<w>{_TEXT}(?:(?: , {_TEXT})* of {_TEXT})?)"
_STANDS = r"(?:staat|staan|stond|vermeldt|vermelden|is|ingevuld)"
_DENIED = r"(?P<n>niet |geen )?"
_RULES = (
    rule(rf"(?:{_STANDS}|hebben|heeft|met) (?:er |de tekst |het woord |alleen )*{_DENIED}{_WORDS}(?: (?:staat|staan|ingevuld|vermeld))* {_NAMED}(?: (?:staan|staat))?"),
    rule(rf"{_NAMED} (?:{_STANDS} )?(?:er |dat |de tekst |het woord |alleen )*{_DENIED}{_WORDS}(?: (?:staat|staan|ingevuld|hebben|heeft))*(?= (?:[?!,;:]|en|maar|die)|$)"),
    rule(rf"(?:bij|onder) {_BARE} (?:{_STANDS} )?(?:er )?{_DENIED}(?P<w>«q\d+»)(?: (?:staat|staan|ingevuld))?"),
    rule(rf"(?:(?:{_STANDS}|hebben|heeft|met) )?(?:er )?{_DENIED}(?P<w>«q\d+»)(?: (?:staat|staan))? (?:bij|onder|in) {_BARE}(?: (?:staan|staat|ingevuld))?"),
)  # fmt: skip
_NO_TEXT = re.compile(  # words that point at a cell, and are not printed in it
    r"(?<!\S)(?:iets|niets|niks|wat|een|geen|zelf|ook|er|datum|einddatum|deadline|jaar|ministeries?|niemand|meer|dan|alleen|nog|wie|wanneer|welke|staan|staat|hebben|heeft|bij|van|voor|over|in|op|maatregel)(?!\S)"
)


def read_printed(draft: Draft) -> None:
    """The printed words by which a cell is sought; what is known by name (a ministry, a period) has its own filter."""
    line = draft.line
    for pattern in _RULES:
        match = pattern.search(line.text)
        if match is None:
            continue
        column: PrintedColumn = "when" if match["c"] in ("wanneer", "planning") else "who"
        texts = [_as_printed(draft, *span) for span in _parts(match)]
        cells = tuple(Printed(column, text) for text in dict.fromkeys(texts) if text)
        if None in texts or not cells:
            continue
        condition = cells[0] if len(cells) == 1 else AnyOf(cells)
        draft.add(condition, line.use(match.span()), negated=match["n"] is not None)
        draft.measures_named = True
        return


def _parts(match: re.Match[str]) -> list[tuple[int, int]]:
    """Where each of the texts stands: "Loopt, Opgestart of Afgerond" are three."""
    start = match.start("w")
    ends = [(start + m.start(), start + m.end()) for m in re.finditer(r"(?: ,| of)+ ", match["w"])]
    edges = [start, *(edge for pair in ends for edge in pair), match.end("w")]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _as_printed(draft: Draft, start: int, end: int) -> str | None:
    """The words as they may stand in a cell; `None` where they are no printed text."""
    line = draft.line
    text = line.text[start:end]
    if text.startswith("«"):
        words = str(line.value(text))
    else:
        first, last = line.span(start, end)
        words = line.words(line.symbols[first].start, line.symbols[last - 1].stop)
    words = re.sub(r"^(?:de|het|een) ", "", words.strip(" '‘’.,"))
    if not words or _NO_TEXT.search(words.lower()) or "”" in words or "," in words:
        return None
    return None if words.lower() in words_of_questions()["government_wide"]["phrases"] else words
