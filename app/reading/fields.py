# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""One field of one measure: who is responsible for it, when it ends, how far it is; or all that is printed of it.

The measure is named by its number, which becomes the query's target, or in words, which become its topic: the words
are sought among the titles elsewhere.
"""

import re
from collections.abc import Sequence

from app.filters import StatusIn
from app.query import FieldName
from app.reading.draft import Draft
from app.reading.lexicon import telling
from app.reading.line import Token

_X = r"(?P<x>.+?)"
_END = r"(?: \?| !)*$"
_BE = r"(?:is|zijn|wordt|worden|komt|komen|was)"
_DONE = (
    r"(?:klaar|af|afgerond|gereed|voltooid|gerealiseerd|opgeleverd|uitgevoerd|afgelopen|afgedaan|beeindigd|ten einde)"
)
_LEAD = r"^(?:(?:en|maar|nog even|hoi|hallo|dag|weet je|kun je (?:me )?(?:zeggen|vertellen)|kunt u (?:mij )?(?:zeggen|vertellen)|vraagje|ik wil (?:graag )?weten|mag ik weten|zeg eens|andere vraag|graag weten|weet jij|kan je zeggen|ik vroeg me af|,|:|vertel(?: me)?) )*"
_FIELD_PATTERNS: tuple[tuple[FieldName, str], ...] = (
    ("owners", rf"wie (?:gaat|gaan)(?: er)? (?:eigenlijk )?over {_X}"),
    ("owners", rf"wie (?:is|zijn|was)(?: er)?(?: er)? (?:eigenlijk )?(?:de )?(?:verantwoordelijk|verantwoordelijke|verantwoordelijken|eigenaar|trekker|trekkers|aanspreekpunt|aan zet|betrokken|bezig|hoofdverantwoordelijk|eindverantwoordelijk)(?: ministerie)? (?:voor|van|bij|met|op) {_X}"),
    ("owners", rf"wie (?:trekt|trekken|doet|doen|voert|voeren|leidt|regelt|coordineert|heeft|hebben|pakt|neemt|organiseert|beheert|draagt)(?: de verantwoordelijkheid voor| het voortouw (?:bij|voor|in|van)| de leiding (?:bij|over|van)| de regie (?:over|op|bij))? {_X}(?: uit| op| in portefeuille| onder zich)?"),
    ("owners", rf"(?:door |bij |van |onder )?(?:welke?|welk) (?:ministeries?|departement(?:en)?|bewindspersoon|bewindspersonen|minister|bewindslieden|verantwoordelijken|minister of staatssecretaris)(?: er)? (?:(?:trekt|trekken|gaat over|gaan over|gaat|gaan|{_BE} (?:er )?verantwoordelijk voor|doet|doen|werkt aan|werken aan|voert|voeren|heeft|hebben|{_BE} (?:betrokken bij|eigenaar van|aan zet bij|bezig met)|hoort bij|horen bij|staat bij|staan bij|valt|vallen|ligt|hoort|is|zijn|wordt|worden|leidt|pakt|regelt|coordineert|zit(?:ten)? achter|steunt|steunen|financiert|organiseert|organiseren|beheert|staat achter)) (?:over |voor |aan )?{_X}(?: uit| op| (?:ver)?antwoordelijk voor| verantwoordelijk| onder| gedragen| uitgevoerd| ondergebracht| belegd)?"),
    ("owners", rf"(?:bij|van|door|onder) wie (?:ligt|liggen|is|zijn|hoort|valt|wordt|worden|loopt|komt)(?: de verantwoordelijkheid voor)? {_X}(?: ondergebracht| belegd| uitgevoerd| getrokken| georganiseerd)?"),
    ("owners", rf"bij wie (?:moet ik zijn|kan ik terecht|moet je zijn|kan je terecht) (?:voor|met|over) {_X}"),
    ("owners", rf"hoeveel (?:ministeries|departementen) (?:zijn|is|staan|doen|werken)(?: er)? (?:betrokken bij|mee aan|bij|aan|verantwoordelijk voor) {_X}"),
    ("owners", rf"(?:wat is het |het )?(?:verantwoordelijke? (?:ministerie|ministeries|departement)|verantwoordelijken?|eigenaar|trekker|wie)(?: is verantwoordelijk)? (?:van|voor|bij|is verantwoordelijk voor) {_X}"),
    ("end", rf"(?:per |voor |tegen )?wanneer (?:is|zijn|was|wordt|worden|moet|moeten|zal|zou|komt|komen|raakt) {_X} (?:er )?(?:{_DONE}|verwacht|gepland|gereedkomen|beeindigd)(?: zijn| worden| is| hebben| klaar)?"),
    ("end", rf"wanneer (?:loopt|lopen) {_X} (?:af|ten einde)"),
    ("end", rf"(?:wanneer|waneer) (?:eindigt|eindigen|stopt|stoppen|verloopt|verlopen|verstrijkt) {_X}"),
    ("end", rf"(?:tot|t/m|tot en met) (?:wanneer|welk jaar|welke datum|hoelang|hoe lang) (?:loopt|lopen|duurt|duren|gaat|is|wordt|geldt|draait) {_X}(?: door| nog| doorlopen| voortgezet)?"),
    ("end", rf"(?:hoe lang|hoelang) (?:loopt|lopen|duurt|duren|gaat|draait) {_X}(?: nog| nog door| door)?"),
    ("end", rf"(?:wat is |wat zijn |geef |noem )?(?:de |het )?(?:deadline|einddatum|einde|streefdatum|planning|termijn|looptijd|opleverdatum|uiterste datum)(?: er)? (?:voor|van|bij) {_X}"),
    ("end", rf"welke (?:deadline|einddatum|termijn|planning|looptijd) (?:heeft|hebben|geldt voor|hoort bij|staat bij|staat er voor|staat voor) {_X}"),
    ("end", rf"(?:voor |op )?wanneer staat {_X} (?:gepland|op de planning|op de rol|geagendeerd)"),
    ("end", rf"(?:deadline|einddatum|planning) {_X}"),
    ("end", rf"{_X} (?:wanneer|wnr|wanner|waneer) (?:klaar|af|gereed|afgerond|deadline)"),
    ("end", rf"(?!wat |welke? |wie |de |het |eerst|volgende|oudste|verste|vroegste|laatste){_X} (?:deadline|einddatum)"),
    ("status", rf"(?!wat |welke? |wie |de |het |hoe ){_X} (?:status|stand van zaken|stavaza)"),
    ("status", rf"(?:wat is |hoe is |geef |wat was )?(?:de |het )?(?:huidige |actuele )?(?:status|voortgang|stavaza|stand van zaken|stand(?! van zaken)) (?:van|voor|bij|rond|rondom|op|omtrent|met betrekking tot) {_X}"),
    ("status", rf"(?:wat is |geef )?de stand van zaken {_X}"),
    ("status", rf"(?:status|stand van zaken) (?!van )(?!per ){_X}"),
    ("status", rf"welke status (?:heeft|hebben) {_X}"),
    ("status", rf"hoe (?:staat|ver staat) het (?:er )?(?:met|nu met|eigenlijk met|ervoor met|voor met) {_X}(?: ervoor)?"),
    ("status", rf"hoe (?:staat|ver is|ver zijn we met|ver zijn|staan) {_X} ?(?:er ?voor|ervoor|gevorderd|inmiddels)?"),
    ("status", rf"(?:loopt|lopen|draait|draaien|bestaat) {_X} (?:nog|inmiddels|nog steeds|nog altijd|al|nog door|door|momenteel)"),
    ("status", rf"(?:is|zijn|wordt) {_X} (?:nog |al |inmiddels |nu |wel |nog steeds |eigenlijk |reeds |ondertussen |intussen |alweer |helemaal |echt )*(?:in beeld|{_DONE}|bezig|gestopt|stopgezet|in uitvoering|actief|gaande|doorlopend|geschrapt|klaar|lopend|rond|gestart|begonnen|van de baan|uitgevoerd|afgeblazen|vervallen|open)(?: .*)?"),
    ("status", rf"gaat {_X} (?:nog )?(?:door|van start|gewoon door)"),
    ("status", rf"(?:is|zijn) {_X} (?:nog|al) .*"),
    ("heading", rf"(?:onder|in|bij|binnen) welk(?:e)? (?:kopje|kop|rubriek|tussenkop|paragraaf) (?:staat|staan|valt|vallen|hoort|horen|vind ik|is|kan ik|is te vinden) {_X}(?: vinden)?"),
    ("theme", rf"(?:onder|in|bij|binnen|tot) welk(?:e)? (?:thema|hoofdstuk|tabel|beleidsthema|deel) (?:staat|staan|valt|vallen|hoort|horen|vind ik|is|behoort) {_X}(?: vinden)?"),
    ("page", rf"waar (?:in|op) (?:het|de|dit|deze) (?:rapport|document|bijlage|tekst|stuk|rapportage|tabel|pdf) (?:staat|staan|vind ik|lees ik|kan ik)(?: iets over| informatie over)? {_X}(?: vinden)?"),
    ("page", rf"(?:op )?(?:welke|wat voor) (?:pagina|bladzijde|blz|p) (?:staat|staan|vind ik|is|kan ik|gaat over) {_X}(?: vinden)?"),
    ("page", rf"(?:pagina|bladzijde) (?:van|voor) {_X}"),
    ("explanation", rf"(?:wat (?:is|zegt|staat er in|staat er bij|staat in|zegt het rapport in) |geef |toon |lees |laat )?(?:de |het )?toelichting(?: bij| van| op| over| voor)? {_X}(?: zien)?"),
    ("all", rf"(?:geef|toon|laat|alle|wat zijn|ik wil)?(?: me| mij| alle| zien| de)* ?(?:gegevens|details|bijzonderheden|velden|informatie|info) (?:van|over|bij) {_X}(?: zien)?"),
)  # fmt: skip
_FIELD_RULES = tuple((name, re.compile(_LEAD + pattern + _END)) for name, pattern in _FIELD_PATTERNS)
_PLURAL_MEASURES = re.compile(r"(?<!\S)(?:maatregelen|acties|moties|die van|maatregeln|alles|allemaal)(?!\S)")
_POINTING = re.compile(
    r"^(?:(?:de|het|dat|die|deze|dit|daarvan|hiervan|daar|er|hem|haar|programma|maatregel|motie|eerste|tweede|derde|vierde|laatste|onderzoek|pilot) ?)+$"
)


def read_field(draft: Draft) -> bool:
    """One field of one measure; true when the question asks for that, and the whole of it is read."""
    line = draft.line
    text = line.text
    for name, pattern in _FIELD_RULES:
        match = pattern.match(text)
        if not match:
            continue
        inner = match["x"].strip(" ?!.")
        if not inner or not _names_one(inner, name) or _set_of_kind(draft, match.start("x"), inner):
            continue
        draft.ask, draft.field = "field", name
        numbers = re.findall(r"«n\d+»", inner)
        first, last = line.span(match.start("x"), match.start("x") + len(match["x"].rstrip(" ?!.")))
        start, stop = line.symbols[first].start, line.symbols[last - 1].stop
        if numbers:
            draft.target = tuple(dict.fromkeys(line.value(n) for n in numbers))
            asked = _asked(text) if name == "status" and len(draft.target) == 1 else None
            if asked:
                draft.add(asked, (start, stop))
        else:
            words = _without_articles(line.tokens[start:stop])
            draft.topic = words or None
        line.use((0, len(line.text)))
        return True
    return False


_YES_NO = (
    (re.compile(rf"^(?:is|zijn) «n\d+» (?:(?:nu|al|inmiddels|reeds|ondertussen|intussen|dan|eigenlijk|echt|helemaal) )*{_DONE}{_END}"), StatusIn((4,))),
    (re.compile(rf"^(?:loopt|lopen|draait|draaien) «n\d+» (?:nog|nog steeds|nog altijd|nog door){_END}"), StatusIn((3,), (1,))),
)  # fmt: skip


def _asked(text: str) -> StatusIn | None:
    """The status about which "is 3.10 al af?" and "loopt 3.10 nog?" ask yes or no."""
    return next((status for pattern, status in _YES_NO if pattern.search(text)), None)


def _set_of_kind(draft: Draft, start: int, inner: str) -> bool:
    """Whether the words are a set of motions, studies ...: a plural, and nothing that tells which."""
    match = re.match(r"(?:(?:de|alle|die|onze) )?(?P<k>«k\d+»)(?P<rest>.*)", inner)
    if match is None or any(telling(w) for w in match["rest"].split()) or re.search(r"«[phnq]\d+»", match["rest"]):
        return False
    place = start + match.start("k")
    line = draft.line
    word = line.tokens[line.symbols[line.span(place, place + 1)[0]].start].norm
    return word.endswith(("en", "s", "ties"))


_PLACE = re.compile(  # a theme or heading is a set
    r"(?:mee |betrokken |actief )?(?:aan |in |bij |binnen |onder )?(?:het |de )?(?:thema|hoofdstuk|kopje|tabel|paragraaf) «[mhw]\d+»"
)


def _names_one(inner: str, name: FieldName) -> bool:
    """Whether the words name one measure, and not a set of them."""
    if _PLURAL_MEASURES.search(inner) and not re.search(r"«n\d+»", inner):
        return False
    if re.search(
        r"(?<!\S)(?:meeste|minste|meest|minst|grootste|kleinste|hoogste|laagste|vaakst|elk|elke|ieder|iedere|per|hoeveel|welke|welk)(?!\S)",
        inner,
    ):
        return False
    if re.match(r"(?:er|alle|iets|al|de meeste|sommige|geen)(?!\S)", inner) and name in ("status", "owners", "end"):
        return False
    words = [w for w in inner.split() if not w.startswith("«") and not w.isdigit()]
    content = [w for w in words if telling(w)]
    kinds = re.findall(r"«[kpnhmq]\d+»", inner)
    if _PLACE.fullmatch(inner):
        return False
    if not content and "«t" in inner:
        return False
    if not content and not kinds:
        return bool(_POINTING.match(inner)) and name not in ("theme",) if not re.search(r"«", inner) else False
    return bool(content) or not re.fullmatch(r"(?:(?:de|het|een) )?«[om]\d+»", inner)


def _without_articles(tokens: Sequence[Token]) -> str:
    words = [t.text for t in tokens]
    while words and words[0].lower() in (
        "de",
        "het",
        "een",
        "die",
        "dat",
        "deze",
        "dit",
        "er",
        "eigenlijk",
        "nu",
        "nog",
        "onze",
        "'t",
    ):
        words = words[1:]
    while words and words[-1].lower() in (
        "nog",
        "al",
        "eigenlijk",
        "nu",
        "precies",
        "inmiddels",
        "ook",
        ",",
        "er",
        "nou",
        "?",
    ):
        words = words[:-1]
    return " ".join(words)


_ALL_OF = re.compile(
    r"^(?:(?:geef|vertel|toon|laat|zeg|ik wil|kun je|wil je|mag ik|kunt u)(?: me| mij| eens| even| graag| wat)* )?(?:alles|meer|iets meer|wat meer|iets|informatie|details)(?: weten)? (?:over|van|rond|rondom) (?P<x>.+?)(?: vertellen| zien| weten)?(?: [?!.])*$"
)
_ABOUT_NUMBER = re.compile(
    r"^(?:(?:wat|vertel|geef|toon|laat|lees|over|is|zegt|staat|houdt|er|bij|in|me|mij|eens|alles|meer|van|over|de|details|inhoud|toelichting|zie|open|zoek|bekijk|ga|naar|uitleg) )*«n\d+»(?: (?:zien|in|precies|eens|uit|\?|!))*$"
)


def read_all_of(draft: Draft) -> bool:
    """Read "alles over ...": all fields of a numbered measure, or whatever touches a topic."""
    line = draft.line
    if _ABOUT_NUMBER.match(line.text):
        draft.ask, draft.field = "field", "all"
        draft.target = tuple(line.value(n) for n in re.findall(r"«n\d+»", line.text))
        line.use((0, len(line.text)))
        return True
    match = _ALL_OF.match(line.text)
    if match:
        draft.broad = True
        line.use((0, match.start("x")))
    return False
