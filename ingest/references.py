"""Where a row that only refers to another table leads."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from ingest.printed_text import plain
from ingest.records import Measure

_SEE = re.compile(r"(?i)^\(?\s*zie\s+(?:ook\s+)?(?:de\s+)?(?:tabel|thema|onder|hoofdstuk|bij)\b")
_SEE_WORDS = re.compile(r"(?i)\bzie\s+(?:ook\s+)?(?:de\s+)?(?:tabel|thema|onder|hoofdstuk|bij)\s*")
_SAME = 85.0
_WITHIN = 92.0


def refers(text: str) -> bool:
    """Whether a cell says no more than in which table to look."""
    return len(text) < 80 and bool(_SEE.match(text))


def leads_to(title: str, see: str, measures: Sequence[Measure]) -> tuple[str, ...]:
    """Ids of the measures of that name, best first, in the table that the reference names; () when there is none.

    Names are compared loosely: reports print "Techniekpact" in one table and "Techniepact" in the other.
    """
    where = plain(_SEE_WORDS.sub("", see))
    named = [m for m in measures if where and (where in plain(m.theme) or str(m.theme_number) == where)] or measures
    name = plain(title)
    ratios = sorted(((fuzz.ratio(name, plain(m.title)), -at, m.id) for at, m in enumerate(named)), reverse=True)
    same = tuple(id_ for ratio, _, id_ in ratios if ratio >= _SAME)
    if same:
        return same
    if len(name) < 12:
        return ()
    parts = sorted(((fuzz.partial_ratio(name, plain(m.title)), -at, m.id) for at, m in enumerate(named)), reverse=True)
    return tuple(id_ for ratio, _, id_ in parts if ratio >= _WITHIN)
