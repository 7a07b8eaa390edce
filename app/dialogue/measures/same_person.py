"""A paper of a person who was named before, by a pronoun: "en het wetsvoorstel van haar en Bikker, is dat al afgerond?"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues
from app.dialogue.measures.another import of_person
from app.dialogue.moment import Moment, Problem, Step
from app.filters import PersonIs

_OF_THEM = re.compile(
    r"\b(?P<of>van|door) (?:haar|hem|die|diezelfde|hetzelfde|dezelfde)(?: (?:indiener|kamerlid|persoon))?(?= en [a-z]|[,?]| (?:is|wie|wanneer|hoe|tot|loopt)\b|$)"
)
_PUT_IN = re.compile(
    r"^(?:en |maar )*(?:heeft|had|is|deed|kwam|diende) (?:zij|hij|ze|die|mevrouw|meneer)(?: (?:ook|nog|eerder|al|soms|met|zelf))* (?:een |geen )?(?:andere? |eigen )?(?P<paper>wetsvoorstel|initiatiefwet|wet|motie|amendement|voorstel)\b(?: (?:in|ingediend|gemaakt|geschreven|gedaan|op|haar|zijn|naam|ook|nog))*$"
)
_THEIR = re.compile(
    r"\b(?:haar|zijn) (?:andere? |eigen )?(?P<paper>wetsvoorstel|initiatiefwet|wet|motie|amendement|voorstel)\b"
)
_PAPERS = r"wetsvoorstel(?:len)?|initiatiefwet(?:ten)?|moties?|amendement(?:en)?|voorstel(?:len)?"
_WHO = r"(?:zij|ze|hij|die|deze|(?:dit|dat|het) (?:kamer)?lid|mevrouw|meneer)"
_AS_WELL = r"(?: (?:ook|nog|al|daarnaast|verder|wel|eens|misschien|toevallig|zelf|een|andere?|eigen|meer))*"
_ANOTHER_PAPER = (  # "heeft zij ook een wetsvoorstel ingediend?" asks for another paper of the one who put in the first
    re.compile(
        rf"^(?:en |maar |of )*(?:heeft|had|diende|deed) {_WHO}{_AS_WELL} (?P<paper>{_PAPERS})(?: (?:ingediend|gedaan|ingebracht|in|op (?:haar|zijn) naam(?: staan)?|lopen|liggen))?$"
    ),
    re.compile(
        rf"^(?:en |maar |of )*(?:is|zijn|staat|staan|loopt|ligt)(?: er)?{_AS_WELL} (?P<paper>{_PAPERS}) (?:van|door) (?:haar|hem|diezelfde \w+|hetzelfde \w+|dezelfde \w+)(?: (?:ingediend|in|bij|op de lijst))?$"
    ),
)


def another_paper(m: Moment) -> Step | None:
    """The question whether the person whose paper was shown put in one of another kind as well."""
    match = next((found for rule in _ANOTHER_PAPER if (found := rule.match(m.plain))), None)
    name = _named_before(m) if match is not None else ""
    return Step(m.course.fresh(f"welke {match['paper']} van het lid {name}")) if match is not None and name else None


def of_same_person(m: Moment) -> Step | Problem | None:
    """The message with the name in the place of the pronoun, where the turns before name one person."""
    asked = _PUT_IN.match(m.plain)
    pronoun = _OF_THEM if _OF_THEM.search(m.plain) else _THEIR if _THEIR.search(m.plain) else None
    if asked is None and pronoun is None:  # before the turns are read again
        return None
    name = _named_before(m)
    if not name:
        return None
    if asked is not None:  # "heeft zij ook een wetsvoorstel ingediend?"
        query = m.course.fresh(f"welk {asked['paper']} is van {name}?")
        return Step(query) if query.filters and query.topic is None and not query.target else None
    if pronoun is None:
        return None
    instead = rf"\g<of> {name}" if pronoun is _OF_THEM else rf"het \g<paper> van {name}"
    return of_person(Moment(pronoun.sub(instead, m.plain, count=1), m.conversation, m.course))


def _named_before(m: Moment) -> str:
    """The one person whom the last turn that names any names, or the title of what is on the table; else ""."""
    for turn in reversed(m.conversation.turns):
        query = m.read(turn.question).query
        said = (*query.filters, *(m.read(query.topic).query.filters if query.topic else ()))
        people = {c.name for c in said if isinstance(c, PersonIs) and c.name}
        if people:
            return cues.plain(people.pop()) if len(people) == 1 else ""
    titles = [m.read(m.measures[i].title).query.filters for i in m.focus if i in m.measures]
    people = {c.name for filters in titles for c in filters if isinstance(c, PersonIs) and c.name}
    return cues.plain(people.pop()) if len(people) == 1 else ""
