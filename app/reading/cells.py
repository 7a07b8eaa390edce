# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What stands in a cell, where a question names the column: "in de kolom Wanneer staat Loopt"."""

import re

from app.filters import Printed
from app.filters.printed import PrintedColumn
from app.reading.draft import Draft
from app.reading.lexicon import words_of_questions
from app.reading.line import rule

_COLUMN = r"(?P<c>wanneer|planning|wie|verantwoordelijken?)"
_NAMED = rf"(?:in|onder|bij|van) (?:de |het )?(?:kolom|vak|vakje|veld|cel) {_COLUMN}"
_BARE = r"(?P<c>wanneer|wie)"
_WORDS = r"(?P<w>«q\d+»|[^ «·?!,;:]+(?: [^ «·?!,;:]+){0,3}?)"
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
        if match["w"].startswith("«"):
            words = str(line.value(match["w"]))
        else:
            first, last = line.span(*match.span("w"))
            words = line.words(line.symbols[first].start, line.symbols[last - 1].stop)
        words = re.sub(r"^(?:de|het|een) ", "", words.strip(" '‘’.,"))
        if not words or _NO_TEXT.search(words.lower()) or "”" in words or "," in words:
            continue
        if words.lower() in words_of_questions()["government_wide"]["phrases"]:
            continue
        column: PrintedColumn = "when" if match["c"] in ("wanneer", "planning") else "who"
        draft.add(Printed(column, words), line.use(match.span()), negated=match["n"] is not None)
        draft.measures_named = True
        return
