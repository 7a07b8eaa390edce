"""The forms in which a message asks which of the list are about something: "welke gaan over techniek?"."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re

from app.dialogue import cues

_GO_ABOUT = re.compile(
    r"^(?:en |maar |nu )*(?:welke?|wat|hoeveel)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: er| daarvan| ervan| hiervan| van (?:deze|die|al die|al deze)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: (?:maatregelen|acties|punten))?)? (?:gaan|gaat|zijn|is|raken|raakt|betreffen|betreft|hebben|heeft|richt|richten)(?: (?:er|daarvan|ervan|hiervan|ook|dan|nu|echt|juist|eigenlijk|specifiek|precies|vooral|met name|alleen|uitsluitend|expliciet|wel|dus|nog|zich))* (?:over|rond|betrekking op|te maken met|(?:zich |gericht )(?:op|tot)|(?:bedoeld|bestemd|specifiek|speciaal|opgezet) voor) (?P<x>.{3,60})$"
)
_TOUCH = re.compile(
    r"^(?:en |maar |nu )*(?:welke?|wat|hoeveel)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: er| daarvan| ervan| hiervan| van (?:deze|die|al die|al deze)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: (?:maatregelen|acties|punten))?)? (?:raken|raakt|betreffen|betreft|behandelen|behandelt|treffen|treft|beogen|adresseren|adresseert|(?:slaan|slaat|zien|ziet|doelen|doelt) op|(?:dienen|dient|gelden|geldt) voor)(?: (?:er|daarvan|ervan|ook|dan|nu|juist|eigenlijk|specifiek|vooral|nog))* (?P<x>.{3,60})$"
)
_MEANT_FOR = re.compile(
    r"^(?:en |maar |nu )*(?:welke?|wat|hoeveel)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: er| daarvan| ervan| hiervan| van (?:deze|die|al die|al deze)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: (?:maatregelen|acties|punten))?)? (?:is|zijn|heeft|hebben)(?: (?:er|daarvan|ervan|ook|dan|nu|juist|eigenlijk|specifiek|vooral|nog|iets|wat))* (?:voor|met|op) (?P<x>.{3,60}?) (?:bedoeld|bestemd|gemaakt|opgezet|gericht|toegespitst|te maken|van doen|van toepassing)$"
)
AMONG = re.compile(
    r"^(?:en |maar |of )*(?:zijn|is|zit|zitten|staan|staat) (?:er )?(?:daar|hier|daarbij|daartussen|ertussen|hiertussen|daaronder)(?: (?:ook|nog|al|iets|wat|eentje|een|er|bij|tussen|onder|in|soms|misschien|toevallig|maatregelen|acties|dingen))* (?:over|voor|rond|rondom|inzake|met betrekking tot|omtrent|die (?:gaan|gaat) over|dat gaat over) (?P<x>.{3,60}?)(?: (?:tussen|bij|onder|in|gaan|gaat))*$"
)
_SEVERAL_ARE = re.compile(
    r"^(?:en |maar |nu )*(?:welke|wat|hoeveel)(?: (?:twee|drie|vier|vijf|zes|zeven|acht|\d+))?(?: er| daarvan| ervan| hiervan| van (?:deze|die)| twee| drie| vier| vijf| zes| zeven| acht)* (?:gaan|zijn|raken|betreffen|hebben|richten|behandelen|treffen|beogen|slaan|zien|doelen|dienen|gelden)\b"
)
_WHICH_KIND = re.compile(r"^(?:en |maar |of |nu |dan )*(?:welke?|hoeveel) (?!gaat\b|houdt\b)[a-z]")
_THOSE_ABOUT = re.compile(
    r"^(?:(?:en|maar|nu|dan|toon|geef|noem|laat|doe|me|mij|alleen|enkel|graag|eens|alle) )*(?:degenen?|diegenen?|die|de (?:maatregelen|pilots|moties|onderzoeken|acties)) die (?:daarvan |ervan )?(?:over|rond|rondom) (?P<x>.{3,60}?) gaan(?: (?:zien|graag|aub|svp))*$"
)
_ABOUT = (_GO_ABOUT, _TOUCH, _MEANT_FOR, AMONG, _THOSE_ABOUT)


def gone_about(plain: str) -> re.Match[str] | None:
    """The form that a message has, its subject as group x; None without one."""
    return next((found for pattern in _ABOUT if (found := pattern.match(plain))), None)


def asks_which_are(plain: str) -> bool:
    """Whether a message asks which of several are about something, or are of a status: "welke gaan over techniek?"."""
    if _THOSE_ABOUT.match(plain) or (_SEVERAL_ARE.match(plain) and gone_about(plain)):
        return True
    said = plain.split()
    return _WHICH_KIND.match(plain) is not None and any(word in cues.word_set("state") - {"meer"} for word in said)
