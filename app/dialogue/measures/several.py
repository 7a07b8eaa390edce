"""Rules by which a message asks of several measures one by one, or for several fields: of each, of both, of those told."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.bags import bag
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import MOST_FIELDS, WHICH_OF_THEM, asked_about, bare_field
from app.dialogue.moment import Moment, Problem, Step

_OF_EACH = re.compile(
    r"\b(?:van|bij|voor|achter) (?:(?:elk(?:e|een)?|ieder(?:e|een)?|allemaal|alles|allen|alle|al (?:die|deze)|de hele lijst|heel (?:de|die) lijst|het hele rijtje)(?: (?:van (?:die|deze|hen)|daarvan|hiervan|apart|afzonderlijk))?)(?: (?:maatregel(?:en)?|motie|moties|actie|acties|punt|punten|pilots?|allianties?|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+))?(?= |,|$)(?! (?:ministeries?|departement\w*|thema|thema's|kopje|jaar|kwartaal|status|statussen))"
    r"|\b(?:elk|ieder) (?:van (?:die|deze|hen|hun|de)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+))?|daarvan|ervan|hiervan)(?= |$)"
    r"|\bper (?:stuk|maatregel|motie|actie|punt|pilot|rij|regel)\b|\balle (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+) (?=de |hun )|\btelkens\b|\b(?:apart|afzonderlijk)\b"
)
_AND_ALSO = re.compile(r"\s*(?:[,;+&/]|\b(?:en|plus|alsook|alsmede|evenals|dan)\b)\s*")
_POLITE = re.compile(
    r"^(?:en|maar|dan|graag|geef|toon|noem|me|mij)\b ?|\b(?:graag|aub|svp|alsjeblieft|alstublieft|ook)\b ?"
)
_MOST_FOR_FIELDS = 10
_BOTH = re.compile(
    r"\b(?:(?:die|deze|alle) twee|beide(?:n)?|allebei)\b(?! (?:ministeries|departementen|kwartalen|jaren|thema's|kopjes|partijen))"
)
_ONLY_BOTH = re.compile(r"^(?:en |dan |doe |graag |toch |maar )*die(?: graag| dan| maar| aub)*$")
_PAIR = 2
_PLURAL_SUBJECT = re.compile(
    r"\b(?:lopen|eindigen|stoppen|verlopen|duren|vallen) (?:ze|die|deze)\b|\b(?:zijn|waren|moeten) (?:ze|die|deze)\b(?!.*\b(?:er|daar)?mee\b).*\b(?:klaar|af|gereed|afgerond|rond|voltooid)\b"
)


def field_of_each(m: Moment) -> Step | Problem | None:
    """The messages "geef de deadlines van allemaal", "gelieve de status van elk te vermelden": a field of all shown."""
    if not 1 < len(m.base.shown) <= MOST_FIELDS or (match := _OF_EACH.search(m.plain)) is None:
        return None
    words = f"{m.plain[: match.start()]} {m.plain[match.end() :]}"
    said = bag(words, "of_each")
    rest = " ".join(word for word in said.words if word not in said.hits("asks"))
    field = bare_field(rest)
    return m.about(m.base.shown, field) if rest and field is not None else None


def several_fields(m: Moment) -> Step | Problem | None:
    """The messages "status en deadline graag", "wie + tot wanneer": several fields of the one on the table."""
    ids = m.last.focus or m.last.shown
    parts = [part for part in _AND_ALSO.split(_POLITE.sub("", m.plain)) if part]
    if pointing.description(m.message) is not None:  # "die van de ministeries, wanneer is die klaar?"
        return None
    if len(ids) != 1 or len(parts) < 2 or len(m.plain.split()) > _MOST_FOR_FIELDS:
        return None
    fields = {bare_field(part) for part in parts}
    return m.about(ids) if len(fields) > 1 and None not in fields else None


def of_several(m: Moment) -> Step | Problem | None:
    """The message "wanneer lopen ze af?" after one of a list was told: of those told, or of the short list."""
    if len(m.last.focus) != 1 or not m.last.pointed or not _PLURAL_SUBJECT.search(m.plain):
        return None
    field = bare_field(m.plain)
    whole = pointing.last_list(m.conversation)
    if field is None or whole is None or not whole.is_list:
        return None
    told: list[str] = []
    for turn in reversed(m.conversation.turns):
        if not turn.pointed:
            break
        told += [i for i in turn.focus if i not in told]
    ids = tuple(i for i in whole.shown if i in told) if len(told) > 1 else whole.shown
    return m.about(ids, field) if len(ids) <= MOST_FIELDS else None


def of_both(m: Moment) -> Step | Problem | None:
    """The message "wie zijn betrokken bij beide?": of the last two that were told one after the other, or of a list of two."""
    match = _BOTH.search(m.plain)
    if match is None or WHICH_OF_THEM.match(m.plain) or cues.ordinal(m.message) is not None:
        return None
    words = f"{m.plain[: match.start()]}die{m.plain[match.end() :]}"
    told = [turn.focus for turn in m.conversation.turns if turn.pointed and turn.focus]
    ids = tuple(dict.fromkeys(i for focus in reversed(told) for i in focus))[:2]
    if m.last.pointed and len(ids) == _PAIR and len(m.last.focus) == 1:
        return asked_about(m, ids[::-1], words)
    two = m.base.shown if len(m.base.shown) == _PAIR else ()
    asks = bare_field(words) or cues.cue("tell", m.message) or _ONLY_BOTH.match(words)
    return asked_about(m, two, words) if two and asks else None
