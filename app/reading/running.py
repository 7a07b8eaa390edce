# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What runs, with nothing beside it that tells when: "welke maatregelen lopen bij OCW"."""

import re

from app.filters import Headings, KindIs, Not, Owners, StatusIn, Themes
from app.reading.conditions import OPEN, TIMED
from app.reading.draft import Draft, negation_before

_RUN = re.compile(
    r"(?<!\S)(?:loopt|lopen)(?!\S)(?!.*(?<!\S)(?:af|door|uit|uiteen|over|mee|tegen|samen|vast|mis|goed|slecht|voor|achter)(?!\S))"
)
_HOW = re.compile(r"(?:^|(?<=[,:] ))(?:hoe|hoelang|wanneer|waarom|tot)(?!\S)")


def read_running(draft: Draft) -> None:
    """What runs, with nothing that tells when: what is in hand, and what goes on without an end is offered beside it."""
    line = draft.line
    match = _RUN.search(line.text)
    about = draft.measures_named or draft.has(Owners, Themes, Headings)
    if match is None or not about or draft.has(StatusIn, *TIMED) or "«t" in line.text or _HOW.search(line.text):
        return
    if draft.group_by or draft.extreme or draft.ask == "rank" or draft.no_status or draft.has(KindIs, Not):
        return
    if draft.content():
        return  # of a subject everything is told that runs or ran
    negation = negation_before(draft, match.start())
    condition = draft.add(OPEN, line.use(match.span(), negation or (0, 0)), negated=negation is not None)
    if negation is None:
        draft.alternatives.append((condition, (StatusIn((3, 1)),)))
