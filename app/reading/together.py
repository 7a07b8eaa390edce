# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Who works with whom: "met wie werkt OCW samen", "welke twee ministeries werken het vaakst samen"."""

import re

from app.filters import MinistryCount, Owners
from app.reading.draft import Draft
from app.reading.line import rule

_WITH_WHOM = rule(
    r"met (?:welke?|wie|hoeveel)(?: (?:ander|andere))?(?: (?:ministeries?|departement|departementen))? (?:werkt|deelt|doet|heeft|trekt) (?:het )?(?:ministerie van )?(?P<o>«o\d+»)(?! (?:het |de )?(?:vaakst|meest|minst))(?: (?:maatregelen|acties|er|samen|mee|gedeeld|gemeen|op|de))*"
    r"|(?:wie|welke (?:andere )?(?:ministeries|departementen)) (?:werken|werkt|delen|deelt|doen|doet|hebben|trekken)(?: (?:maatregelen|acties|er|samen|ook))* met (?:het )?(?:ministerie van )?(?P<o2>«o\d+»)(?: (?:samen|mee|maatregelen|gedeeld|op))*"
)


_TOGETHER = r"(?:samen|gezamenlijk|gedeeld|mee samen|mee gedeeld)"
_SAMEN = rule(
    rf"(?:met )?(?:welke?|wie) (?:(?:ander|andere) )?(?:(?:ministeries?|departement|departementen) )?(?:werkt|deelt|doet|heeft|trekt) (?:het )?(?:ministerie van )?(?P<o>«[ow]\d+»)(?: (?:maatregelen|acties|er))?(?: de| het)? (?P<x>vaakst|meest|meeste|minst|minste)(?: maatregelen| acties| vaak)?(?: gemeen)?(?: mee)?(?: {_TOGETHER}| op)?"
)


def read_together(draft: Draft) -> bool:
    """With whom a ministry shares its measures, and with whom it shares the most."""
    line = draft.line
    match = _WITH_WHOM.search(line.text)
    if match and "«o" in match.group():
        draft.ask, draft.group_by = "groups", ("owner",)
        draft.add(Owners((line.value(match["o"] or match["o2"]),)), tokens := line.use(match.span()))
        draft.add(MinistryCount(2), tokens)
        return True
    match = _SAMEN.search(line.text)
    if match:
        draft.ask, draft.group_by = "rank", ("owner",)
        draft.extreme = "least" if match["x"] in ("minst", "minste") else "most"
        code = line.value(match["o"])
        tokens = line.use(match.span())
        draft.add(Owners((code[0] if isinstance(code, tuple) else code,)), tokens)
        draft.add(MinistryCount(2), tokens)
    return match is not None


_PAIR = r"(?:combinaties?|koppels?|duo's|duo|paren|paar|tweetal|stel)(?: van)?(?: twee)?(?: verschillende)? (?:ministeries|departementen)"
_JOINTLY = r"(?:maatregelen|acties|vaak|met|elkaar|samen|gezamenlijke?|gedeelde?|gemeen|op|voor|aan)"
_PAIRS = rule(
    rf"(?:welke?|wat (?:is|zijn)(?: de| het)?|de|het)(?: (?P<two>twee|2))? (?P<plain>ministeries|departementen) (?:werken|doen|delen|trekken|hebben|pakken)(?: (?:er|ook|nu))* (?:het |de )?(?P<x>vaakst|meest|meeste|minst|minste)(?: {_JOINTLY})*"
    rf"|(?:welke?|wat (?:is|zijn)(?: de| het)?|de|het) {_PAIR}(?: (?:komt|komen|heeft|hebben|werkt|werken|deelt|delen|doet|doen|is|staat|met))?(?: er)? (?:het |de )?(?P<x2>vaakst|meest|meeste|minst|minste)(?: {_JOINTLY})*"
    rf"|(?:welke?|wat is)?(?: de| het)? ?(?P<x3>meest voorkomende|vaakst voorkomende|minst voorkomende) {_PAIR}"
    rf"|(?P<per>(?:per|voor elke?|voor ieder) {_PAIR.replace('ministeries|', 'ministeries?|')})"
)
_TOGETHER_SAID = re.compile(r"(?<!\S)(?:samen|elkaar|delen|gezamenlijke?|gemeen)(?!\S)")


def read_pairs(draft: Draft) -> bool:
    """Two ministries at a time: "welke twee ministeries werken het vaakst samen"."""
    match = _PAIRS.search(draft.line.text)
    if match is None:
        return False
    if match["plain"] and not (
        _TOGETHER_SAID.search(match.group()) and (match["two"] or re.search("elkaar|samen", match.group()))
    ):
        return False
    draft.ask, draft.group_by, draft.measures_named = "groups" if match["per"] else "rank", ("pair",), True
    if not match["per"]:
        draft.extreme = "least" if (match["x"] or match["x2"] or match["x3"]).startswith("min") else "most"
    draft.line.use(match.span())
    return True
