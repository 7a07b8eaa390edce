# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What should have been done by now: "zouden inmiddels klaar moeten zijn maar zijn dat niet" is over tijd.

Where the question says that it is done all the same ("... en zijn dat ook"), it asks for what is afgerond and whose end
has passed. With a period ("hadden in 2022 klaar moeten zijn") the period tells the end; see app/reading/conditions.py.
"""

import re
from datetime import timedelta

from app.filters import EndIn, Overdue, StatusIn
from app.reading.draft import Draft
from ingest.records import Period

_WAS_TO = r"(?:zou|zouden|had|hadden|moest|moesten|behoorde|behoorden|hoorde|hoorden|diende|dienden)"
_DONE = r"(?:klaar|af|gereed|afgerond|voltooid|opgeleverd|afgehandeld|gerealiseerd|rond)"
_TO_BE = r"(?: (?:al|reeds|inmiddels|moeten|dienen|horen|behoren|gemoeten|te|zijn|worden|wezen|hebben))"
_GAP = r"(?: (?!niet |nog )[^ ]+){0,7}?"
_DUTY = re.compile(
    rf"(?<!\S)(?P<a>{_WAS_TO})(?P<gap>{_GAP}) (?P<b>{_DONE}{_TO_BE}+)(?!\S)"
    rf"|(?<!\S)(?P<c>{_DONE} {_WAS_TO}{_TO_BE}*)(?!\S)"
)
_BY_NOW = re.compile(r"(?<!\S)(?:al|reeds|inmiddels|intussen|allang|al lang|nu|onderhand|ondertussen|eigenlijk)(?!\S)")
_NOT_SO = re.compile(
    r"(?:(?<!\S)|^)(?:,|maar|en|doch|terwijl|alleen|die)(?: [^ ]+){0,4}? (?:niet|nog niet|niet zo|nog lopen|lopen nog|loopt nog|nog loopt|nog open ?staan|nog bezig)(?: (?:zijn|is|het geval|zo|gelukt|afgerond|klaar|af|gereed|zijn afgerond|afgerond zijn|klaar zijn))?(?=(?: door)?(?: [?!.])*$)"
)
_IS_SO = re.compile(
    r"(?<!\S)(?:,|maar|en)(?: (?:zijn|is|die|het|dat|ze|er))*? (?:dat|het|die)(?: (?:zijn|is))?(?: (?:inmiddels|nu|al))? (?:ook|wel|ook echt|ook daadwerkelijk|daadwerkelijk|inderdaad)(?: (?:echt|zijn|is|daadwerkelijk|gelukt|al|inmiddels))*(?=(?: [?!.])*$)"
)


def read_duties(draft: Draft) -> None:
    """What should be done by now, and is not; or is."""
    line = draft.line
    match = _DUTY.search(line.text)
    if match is None or "«t" in line.text or draft.has(Overdue):
        return
    not_so, is_so = _NOT_SO.search(line.text, match.end()), _IS_SO.search(line.text, match.end())
    by_now = _BY_NOW.search(match["gap"] or "") or "moeten" in match.group()
    if not (not_so or is_so or by_now):
        return
    spans = [match.span(name) for name in ("a", "b", "c") if match[name]]
    if match["gap"]:
        start = match.start("gap")
        spans += [(start + m.start(), start + m.end()) for m in _BY_NOW.finditer(match["gap"])]
    day = draft.peil or draft.as_of
    if is_so and not not_so:
        tokens = line.use(*spans, is_so.span())
        draft.add(EndIn(Period(None, day - timedelta(days=1))), tokens)
        draft.add(StatusIn((4,)), tokens)
        return
    tokens = line.use(*spans, *([not_so.span()] if not_so else []))
    draft.add(Overdue(draft.peil), tokens)
