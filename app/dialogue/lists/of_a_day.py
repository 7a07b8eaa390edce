"""The rule for papers by their day: "welke daarvan zijn van 5 december 2022?" asks when they were put in, not when they end."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from dataclasses import replace

from app.dialogue.lists import refining
from app.dialogue.moment import Moment, Problem, Step
from app.filters import Ids, KindIs
from app.filters.wording import MONTHS
from index.folding import fold

_OF_A_DAY = re.compile(
    rf"^(?:(?:en|maar|dan|of) )*(?:welke?|wat|die|hoeveel|alleen|enkel)\b(?!.*\b(?:af|klaar|loopt|lopen|eindig\w*|gereed|afgerond)\b).*\b(?:van|op|uit|d\.?d\.?) (?P<day>\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}})\b"
)


def papers_of_a_day(m: Moment) -> Step | Problem | None:
    """Those of a list of papers that print the day; None where none does."""
    match = _OF_A_DAY.match(m.plain)
    papers = any(isinstance(c, KindIs) for c in m.base_query.filters)
    if match is None or not papers or not m.base.is_list:
        return None
    shown = (i for i in m.base.shown if i in m.measures)
    ids = tuple(i for i in shown if match["day"] in fold(f"{m.measures[i].title} {m.measures[i].explanation}"))
    if not ids:
        return None
    ask = m.read(m.message).query.ask
    filters = refining.narrowed(m.base_query.filters, (Ids(ids),))
    return Step(replace(m.base_query, ask="count" if ask == "count" else "list", filters=filters), m.base)
