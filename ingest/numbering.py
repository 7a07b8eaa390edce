"""What a report's own numbers and its rows tell of rows that are missing or read twice."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.records import Doubt, Measure

_NUMBER = re.compile(r"^(?:[A-Za-z]{1,3}[-. ]?)?(?:\d{1,3}[.-])*(\d{1,3})[.)]?(?=\s|$)")
_NUMBERED = 0.8  # share of the rows with a number from which a column is taken to number them


def doubts_of_numbering(measures: Sequence[Measure]) -> list[Doubt]:
    """Doubts where the rows' printed numbers skip one, in a column of their own or at the titles' beginning."""
    headings = dict.fromkeys(heading for measure in measures for heading, _ in measure.extra)
    columns = [[dict(measure.extra).get(heading, "") for measure in measures] for heading in headings]
    columns.append([measure.title for measure in measures])
    return [doubt for column in columns for doubt in _skipped(measures, column)]


def _skipped(measures: Sequence[Measure], column: Sequence[str]) -> list[Doubt]:
    found = [(measure, text, _NUMBER.match(text)) for measure, text in zip(measures, column, strict=True)]
    numbered = [(measure, number[0], int(number[1])) for measure, _, number in found if number]
    steps = [later - earlier for (_, _, earlier), (_, _, later) in pairwise(numbered)]
    if len(numbered) < max(3, _NUMBERED * len(measures)) or steps.count(1) < _NUMBERED * 0.8 * len(steps):
        return []
    doubts = []
    for (_, before, earlier), (measure, text, later) in pairwise(numbered):
        if later not in (earlier + 1, 1):
            page = next(iter(measure.source.pages), None)
            why = f"De nummering springt van {before.strip()} naar {text.strip()}: er kan een rij ontbreken."
            doubts.append(Doubt(page, measure.title, why))
    return doubts


def doubts_of_repetition(measures: Sequence[Measure]) -> list[Doubt]:
    """Doubts for rows that are equal to an earlier one of their theme in every printed cell."""
    seen: dict[tuple[object, ...], str] = {}
    doubts = []
    for m in measures:
        cells = (m.theme, m.heading, m.title, m.status_text, m.deadline.text, m.who, m.explanation, m.extra)
        if cells in seen:
            page = next(iter(m.source.pages), None)
            doubts.append(Doubt(page, m.title, f"Deze rij is gelijk aan {seen[cells]}: zij kan dubbel zijn gelezen."))
        seen.setdefault(cells, m.id)
    return doubts
