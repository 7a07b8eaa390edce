# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Several fields asked in one breath: "wie en wanneer: ...", "wat is de status van ..., en wie trekt dat"."""

import re
from dataclasses import dataclass

from app.query import FieldName
from app.reading.line import Line

_IT = r"(?:die|dat|het|deze|dit|hij|ze|hem|haar|daar|er|daarvan|hiervan|ervan|daarover|daarvoor|ervoor|hiervoor|daarmee|ermee|daaraan|daarbij|erbij)"
_WHO = r"(?:wie|welke? (?:ministeries?|departement(?:en)?|ministers?|bewindspersoon|bewindspersonen))"
_NOUNS: dict[FieldName | None, str] = {
    "owners": rf"(?:(?:van|door|bij|onder) )?{_WHO}|verantwoordelijken?|verantwoordelijke ministeries?|verantwoordelijk ministerie|ministeries?|departement(?:en)?|eigenaar|eigenaren|trekkers?|bewindspersoon",
    "end": r"(?:tot |voor |per )?wanneer|deadline|einddatum|eind|einde|planning|termijn|looptijd|streefdatum|opleverdatum",
    "status": r"status|stand van zaken|stand|voortgang|stavaza|hoe ver",
    "theme": r"thema|hoofdstuk",
    "heading": r"kopje|rubriek",
    "page": r"pagina|bladzijde|paginanummer",
    "explanation": r"toelichting|uitleg",
    None: r"titel|naam|nummer|wat|maatregelnummer",  # every answer tells these
}
_TAILS: dict[FieldName, str] = {
    "owners": rf"(?:(?:van|door|bij|onder) )?{_WHO}(?: (?:is|zijn|doet|doen|trekt|trekken|gaat|gaan|hoort|valt|ligt|staat|heeft|werkt|voert|regelt|leidt|{_IT}|over|voor|aan|mee|bij|van|uit|eigenaar|(?:de )?trekker|verantwoordelijk|aan zet|betrokken))*"
    rf"|(?:wat is |wat zijn |wie is )?(?:de |het )?(?:{_NOUNS['owners']})(?: {_IT})?",
    "end": rf"(?:van )?wanneer (?:is|was) (?:de|het) (?:{_NOUNS['end']})|(?:tot |voor |per |op |tegen )?wanneer(?: (?:is|zijn|loopt|lopen|moet|moeten|wordt|worden|eindigt|stopt|zou|{_IT}|klaar|af|gereed|afgerond|voltooid))*"
    rf"|(?:wat is |welke |met welke )?(?:de |het )?(?:{_NOUNS['end']})(?: (?:is|heeft|hoort|staat|geldt|{_IT}|bij))*"
    rf"|hoe lang (?:loopt|duurt) {_IT}(?: nog| door)?",
    "status": rf"hoe (?:staat|ver|gaat)(?: (?:is|staat|het|{_IT}|voor|nu|mee))*|(?:wat is |welke )?(?:de |het )?(?:huidige |actuele )?(?:{_NOUNS['status']})(?: (?:is|heeft|{_IT}))*"
    rf"|(?:is|zijn|loopt|lopen) {_IT}(?: (?:al|nog|inmiddels|klaar|af|afgerond|bezig|gereed|steeds|eigenlijk))+",
    "page": rf"op welke (?:pagina|bladzijde)(?: staat {_IT})?|(?:de )?(?:{_NOUNS['page']})",
    "theme": rf"(?:onder|in|bij) welk (?:{_NOUNS['theme']})(?: (?:valt|staat|hoort) {_IT})?|(?:het )?thema",
    "heading": rf"(?:onder|in|bij) welk (?:{_NOUNS['heading']})(?: (?:valt|staat|hoort) {_IT})?",
    "explanation": rf"(?:wat is )?(?:de )?(?:{_NOUNS['explanation']})",
}
_AND = r"(?: (?:,|en|ook|;|\+|/|&|plus|als|zowel))+ "
_TAIL_RULES = tuple(
    (name, re.compile(rf"(?P<j>(?: (?:,|en|ook|:|;|-|–|\?|\.))+) (?:{pattern})$")) for name, pattern in _TAILS.items()
)
_NOUN_RULES = tuple((name, re.compile(pattern)) for name, pattern in _NOUNS.items())
_NOUN = rf"(?:(?:de|het|welke?|zijn|haar|huidige|actuele) )*(?:{'|'.join(f'(?:{p})' for p in _NOUNS.values())})"
_ASKED_FIRST = re.compile(
    rf"^(?:(?:geef|noem|toon|wat|is|zijn|zoek|welke?|graag|ik|zoek|en|maar|wie) )*?(?P<l>{_NOUN}(?:{_AND}{_NOUN})+)(?: (?:er|zijn|is|heeft|hebben|hoort|horen|staat|staan|geldt|gelden|van|voor|bij|over|:|-|–))* (?P<x>(?!van |voor |bij |over |en |, ).+?)(?: [?!.])*$"
)
_ASKED_LAST = re.compile(
    rf"^(?:en |maar |van |voor |over )?(?P<x>.+?)(?P<j>(?: ,| :| -| –)+)? (?P<l>{_NOUN}(?:{_AND}{_NOUN})*)(?: [?!.])*$"
)
_MOST_TAILS = 4
_COLUMN = rf"(?:(?:de|het|hun|haar|bijbehorende|hun bijbehorende|telkens|steeds) )*(?:{'|'.join(f'(?:{p})' for p in _NOUNS.values())})"
_WITH_COLUMNS = re.compile(  # "alle wetsvoorstellen plus hun status": every list tells it
    rf"(?: ,)? (?:plus|met|en|inclusief|incl|met daarbij|met daarachter|samen met|met vermelding van|onder vermelding van)(?: ook)? (?=(?:hun|bijbehorende|de bijbehorende|telkens|steeds|daarbij|vermelding)|(?:{_COLUMN})(?:{_AND}{_COLUMN})* erbij){_COLUMN}(?:{_AND}{_COLUMN})*(?: erbij| daarbij| erachter| vermeld)?(?=(?: [?!.])*$)"
)
_OF_MANY = re.compile(r"(?<!\S)(?:alle|welke|maatregelen|acties|plannen|overzicht|lijst|«k\d+»|«o\d+»)(?!\S)")


@dataclass(frozen=True, slots=True)
class Asked:
    """The fields asked, in their order, and the characters of the line that name the measure."""

    fields: tuple[FieldName, ...]
    start: int
    end: int


def without_tails(text: str) -> tuple[str, tuple[FieldName, ...], bool]:
    """A line without the questions that point back at its measure, their fields, and whether a sign parts them."""
    end = len(re.sub(r"(?: [?!.])+$", "", text))
    found: list[FieldName] = []
    parted = False
    while len(found) < _MOST_TAILS:
        best: tuple[int, FieldName, bool] | None = None
        for name, pattern in _TAIL_RULES:
            match = pattern.search(text, 0, end)
            if match and (best is None or match.start() < best[0]):
                best = match.start(), name, match["j"].strip() != "en"
        if best is None:
            break
        end, name, parted = best
        found.append(name)
    return text[:end], tuple(dict.fromkeys(reversed(found))), parted


def without_columns(line: Line) -> None:
    """Take off what a list is asked to tell of each of its measures; every list tells it."""
    match = _WITH_COLUMNS.search(line.text)
    if match and _OF_MANY.search(line.text[: match.start()]) and "«n" not in line.text:
        line.use(match.span())


def listed_fields(text: str) -> Asked | None:
    """Fields that are named in a row, before or behind the measure; one alone only behind a sign."""
    match = _ASKED_FIRST.match(text)
    if match is None:
        match = _ASKED_LAST.match(text)
        if match is None or not (match["j"] or re.search(_AND, match["l"])):
            return None
    fields: list[FieldName] = []
    for part in re.split(_AND, match["l"]):
        words = re.sub(r"^(?:(?:de|het|zijn|haar|huidige|actuele) )+", "", part)
        bare = re.sub(r"^(?:welke?|(?:de|het)) ", "", words)
        name = next((n for n, p in _NOUN_RULES for w in (words, bare) if p.fullmatch(w)), None)
        if name and name not in fields:
            fields.append(name)
    return Asked(tuple(fields), *match.span("x")) if fields else None
