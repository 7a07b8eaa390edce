# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""One field of one measure: who is responsible for it, when it ends, how far it is; or all that is printed of it.

The measure is named by its number, which becomes the query's target, or in words, which become its topic: the words
are sought among the titles elsewhere.
"""

import re

from app.query import FieldName
from app.reading.draft import Draft
from app.reading.naming import names_one, set_of_kind, words_of
from app.reading.several_fields import listed_fields, without_tails
from app.reading.verbs import general_verbs

_X = r"(?P<x>.+?)"
_END = r"(?: \?| !)*$"
_BE = r"(?:is|zijn|wordt|worden|komt|komen|was)"
_DONE = (
    r"(?:klaar|af|afgerond|gereed|voltooid|gerealiseerd|opgeleverd|uitgevoerd|afgelopen|afgedaan|beeindigd|ten einde)"
)
_LEAD = r"^(?:(?:en|maar|,|:) )*"
_MINISTRY = r"(?:welke?|welk) (?:ministeries?|departement(?:en)?|bewindspersoon|bewindspersonen|bewindslieden|ministers?|staatssecretaris)"
_WHO = rf"(?:wie|{_MINISTRY})"
_ROLE = r"(?:hoofd|eind|mede)?verantwoordelijk|(?:de )?verantwoordelijken?|(?:de )?eigena(?:ar|ars|ren)|(?:de )?trekkers?|(?:het )?aanspreekpunt|aan zet|betrokken|bezig"
_WHEN = r"(?:(?:(?:per|voor|tegen|op|rond) )?(?:wanneer|waneer|wanner|wnr)|(?:op|voor|tegen|per) (?:welk moment|welke datum|welke dag)|(?:in|voor) (?:welk (?:jaar|kwartaal|halfjaar)|welke maand))"
_PRINTED_BESIDE = r"(?:staat|hoort|geldt|is)(?: er)?(?: nu| eigenlijk| precies)*(?: (?:genoteerd|ingevuld|vermeld|genoemd|opgenomen|opgegeven|ingevoerd|afgedrukt|gezet))? (?:achter|bij|naast)"
_PRINTED = r"(?: (?:genoteerd|ingevuld|vermeld|opgegeven))?"
_BESIDE = {  # "welke datum staat er achter ...", "wat staat er bij wanneer achter ..."
    name: rf"(?:(?:{words}) {_PRINTED_BESIDE}|wat (?:staat|is)(?: er)?{_PRINTED} (?:bij|onder|in|als) (?:de kolom )?(?:{columns}){_PRINTED} (?:achter|bij|naast|voor|van))"
    for name, words, columns in (
        ("end", r"(?:welke?|wat voor) (?:datum|einddatum|deadline|termijn|jaar|jaartal|kwartaal|planning|tijdstip|moment)", r"wanneer|planning|einddatum|deadline|datum"),
        ("status", r"(?:welke?|wat voor) (?:status|stand|statuscode|code|cijfer|getal|statuscijfer|voortgangscijfer)", r"stand van zaken|stavaza|status"),
        ("owners", r"(?:welke?|wat voor) (?:ministerie|departement|naam|namen|ministeries|departementen|afkorting|eigena(?:ar|ars|ren)|verantwoordelijke|trekker)", r"wie|eigena(?:ar|ars|ren)|verantwoordelijke"),
    )
}  # fmt: skip
_FIELD_PATTERNS: tuple[tuple[FieldName, str], ...] = (
    ("owners", rf"wat (?:staat|is) (?:er )?(?:ingevuld )?(?:in|onder|bij) de kolom wie (?:van|bij|voor) {_X}"),
    ("end", rf"wat (?:staat|is) (?:er )?(?:ingevuld )?(?:in|onder|bij) de kolom (?:wanneer|planning) (?:van|bij|voor) {_X}"),
    ("status", rf"wat (?:staat|is) (?:er )?(?:ingevuld )?(?:in|onder|bij) de kolom (?:stand van zaken|stavaza|status) (?:van|bij|voor) {_X}"),
    ("end", rf"{_BESIDE['end']} {_X}"),
    ("status", rf"{_BESIDE['status']} {_X}"),
    ("owners", rf"{_BESIDE['owners']} {_X}"),
    ("owners", rf"{_WHO} (?:er )?(?:allemaal )?(?:{_ROLE}) (?:is|zijn) (?:voor|van|bij|met) {_X}"),
    ("owners", rf"{_WHO} (?:er )?(?:voor|van|bij) {_X} (?:{_ROLE}) (?:is|zijn)"),
    ("owners", rf"{_WHO} (?:is|zijn|zitten|staan)(?: er)?(?: allemaal)? (?:betrokken bij|verantwoordelijk voor|aan zet bij|bezig met) {_X}"),
    ("owners", rf"wie (?:staat|staan)(?: er)?(?: (?:allemaal|nu|eigenlijk|zoal|precies))* (?:achter|aan de lat voor|aan de lat bij|aan het roer bij|garant voor|op de lat voor) {_X}"),
    ("owners", rf"{_WHO} (?:er )?over {_X} (?:gaat|gaan)"),
    ("owners", rf"{_WHO} {_X} (?:trekt|trekken|doet|doen|uitvoert|uitvoeren|leidt|regelt|coordineert|oppakt|organiseert|beheert)"),
    ("owners", rf"(?:bij|van|door|onder) {_WHO} {_X} (?:ligt|liggen|hoort|horen|valt|vallen|is|zijn|wordt|loopt|zit|staat)(?: belegd| ondergebracht| uitgevoerd)?"),
    ("owners", rf"(?:bij|van|door|onder) {_WHO} {_X} (?:belegd|ondergebracht|uitgevoerd|getrokken) (?:is|wordt|zijn|worden)"),
    ("owners", rf"onder wiens (?:verantwoordelijkheid|hoede|vlag|leiding) (?:valt|vallen|is|loopt) {_X}"),
    ("owners", rf"(?:bij )?wie (?:moet|kan) (?:ik|je|men) (?:bellen|mailen|hebben|benaderen|spreken|zijn|terecht) (?:over|voor|om|bij|met) {_X}"),
    ("owners", rf"op wiens (?:bord|bordje|bureau) ligt {_X}"),
    ("owners", rf"wie (?:gaat|gaan)(?: er)? (?:eigenlijk )?over {_X}"),
    ("owners", rf"wie (?:is|zijn|was)(?: er)?(?: er)? (?:eigenlijk )?(?:de )?(?:verantwoordelijk|verantwoordelijke|verantwoordelijken|eigena(?:ar|ars|ren)|trekker|trekkers|aanspreekpunt|aan zet|betrokken|bezig|hoofdverantwoordelijk|eindverantwoordelijk)(?: ministerie)? (?:voor|van|bij|met|op) {_X}"),
    ("owners", rf"wie (?:trekt|trekken|doet|doen|voert|voeren|leidt|regelt|coordineert|heeft|hebben|pakt|neemt|organiseert|beheert|draagt)(?: de verantwoordelijkheid voor| het voortouw (?:bij|voor|in|van)| de leiding (?:bij|over|van)| de regie (?:over|op|bij))? {_X}(?: uit| op| in portefeuille| onder zich)?"),
    ("owners", rf"(?:door |bij |van |onder )?(?:welke?|welk) (?:ministeries?|departement(?:en)?|bewindspersoon|bewindspersonen|minister|bewindslieden|verantwoordelijken|minister of staatssecretaris)(?: er)? (?:(?:trekt|trekken|gaat over|gaan over|gaat|gaan|{_BE} (?:er )?verantwoordelijk voor|doet|doen|werkt aan|werken aan|voert|voeren|heeft|hebben|{_BE} (?:betrokken bij|eigena(?:ar|ars|ren) van|aan zet bij|bezig met)|hoort bij|horen bij|staat bij|staan bij|valt|vallen|ligt|hoort|is|zijn|wordt|worden|leidt|pakt|regelt|coordineert|zit(?:ten)? achter|steunt|steunen|financiert|organiseert|organiseren|beheert|sta(?:at|an)(?: er)?(?: allemaal)? achter)) (?:over |voor |aan )?{_X}(?: uit| op| (?:ver)?antwoordelijk voor| verantwoordelijk| onder| gedragen| uitgevoerd| ondergebracht| belegd)?"),
    ("owners", rf"(?:bij|van|door|onder) wie (?:ligt|liggen|is|zijn|hoort|valt|wordt|worden|loopt|komt|ressorteert|ressorteren|hangt|hangen)(?: de verantwoordelijkheid voor)? {_X}(?: ondergebracht| belegd| uitgevoerd| getrokken| georganiseerd)?"),
    ("owners", rf"bij wie (?:moet ik zijn|kan ik terecht|moet je zijn|kan je terecht) (?:voor|met|over) {_X}"),
    ("owners", rf"hoeveel (?:ministeries|departementen) (?:zijn|is|staan|doen|werken)(?: er)? (?:betrokken bij|mee aan|bij|aan|verantwoordelijk voor) {_X}"),
    ("owners", rf"(?:wat is het |het )?(?:verantwoordelijke? (?:ministerie|ministeries|departement)|verantwoordelijken?|eigena(?:ar|ars|ren)|trekker|wie)(?: is verantwoordelijk)? (?:van|voor|bij|is verantwoordelijk voor) {_X}"),
    ("end", rf"{_WHEN} (?:is|zijn|was|wordt|worden|moet|moeten|zal|zou|komt|komen|raakt) {_X} (?:er )?(?:{_DONE}|verwacht|gepland|gereedkomen|beeindigd)(?: zijn| worden| is| hebben| klaar)?"),
    ("owners", rf"{_WHO} (?:tekent|tekenen|staat borg|staan borg)(?: (?:er|hier|nu|allemaal))* voor {_X}"),
    ("end", rf"(?:tot|t/m|tot en met) (?:wanneer|welk jaar|welke datum) (?:kunnen|kan|mogen|mag) (?:we|wij|ik|men|je|u)(?: nog)? (?:rekenen op|gebruik ?maken van|terecht bij|leunen op|meedoen aan|meedoen met|terugvallen op|uit de voeten met) {_X}"),
    ("end", rf"(?:welke?|wat voor) (?:datum|einddatum|deadline|termijn|einde) (?:plakt|kleeft|hangt|zit|rust|staat)(?: er)? (?:op|aan|bij|boven) {_X}"),
    ("end", rf"{_WHEN} (?:is|zijn|wordt|worden) {_X} (?:voorzien|ingepland|beoogd|te verwachten|geagendeerd)"),
    ("end", rf"{_WHEN} (?:komt|komen|verschijnt|verschijnen|volgt|volgen|mag ik|mogen we|valt|is|zijn) (?P<x>(?:(?:het|de|dat|die|deze|dit) )(?:[a-z-]+ )?«k\d+».+?)(?: (?:er|uit|af|klaar|aan|te verwachten|verwachten|in zicht|beschikbaar|tegemoetzien))?"),
    ("end", rf"{_WHEN} (?:loopt|lopen) {_X} (?:af|ten einde)"),
    ("end", rf"{_WHEN} (?:eindigt|eindigen|stopt|stoppen|verloopt|verlopen|verstrijkt) {_X}"),
    ("end", rf"(?:tot|t/m|tot en met) (?:wanneer|welk jaar|welke datum|hoelang|hoe lang) (?:loopt|lopen|duurt|duren|gaat|is|wordt|geldt|draait) {_X}(?: door| nog| doorlopen| voortgezet)?"),
    ("end", rf"(?:hoe lang|hoelang) (?:loopt|lopen|duurt|duren|gaat|draait) {_X}(?: nog| nog door| door)?"),
    ("end", rf"(?:wat is |wat zijn |geef |noem )?(?:de |het )?(?:deadline|einddatum|einde|streefdatum|planning|termijn|looptijd|duur|doorlooptijd|opleverdatum|uiterste datum)(?: er)? (?:voor|van|bij) {_X}"),
    ("end", rf"welke (?:deadline|einddatum|termijn|planning|looptijd) (?:heeft|hebben|geldt voor|hoort bij|staat bij|staat er voor|staat voor) {_X}"),
    ("end", rf"(?:voor |op )?wanneer staat {_X} (?:gepland|op de planning|op de rol|geagendeerd)"),
    ("owners", r"(?:wie|ministerie|eigena(?:ar|ars|ren)|verantwoordelijke) (?P<x>«n\d+»)"),
    ("owners", r"(?P<x>«n\d+») (?:wie|ministerie|eigena(?:ar|ars|ren)|verantwoordelijke|trekker|van wie|departement)"),
    ("end", r"(?P<x>«n\d+») (?:wanneer|wnr|waneer|planning|looptijd|termijn)"),
    ("explanation", r"(?P<x>«n\d+») toelichting"),
    ("owners", rf"(?:verantwoordelijke?|trekkend) (?:ministerie|departement|minister|bewindspersoon)(?: [:,-])? (?!is |zijn |voor |van |«o)(?=[^ ]+(?: [^ ]+)+){_X}"),
    ("owners", rf"(?:eigena(?:ar|ars|ren)|trekker) (?:[:,-]) {_X}"),
    ("end", rf"(?:deadline|einddatum|planning) {_X}"),
    ("end", rf"{_X} (?:wanneer|wnr|wanner|waneer) (?:klaar|af|gereed|afgerond|deadline)"),
    ("end", rf"(?!wat |welke? |wie |de |het |eerst|volgende|oudste|verste|vroegste|laatste){_X} (?:deadline|einddatum)"),
    ("end", rf"{_WHEN} (?:moet|moeten|zal|zou|zullen) {_X} (?:(?:zijn|worden) [a-z]+|[a-z]+ (?:zijn|worden))"),
    ("end", rf"{_WHEN} {_X} (?:{_DONE}|verwacht|gepland) (?:is|zijn|wordt|worden|moet zijn|moeten zijn|moet worden|komt|komen)"),
    ("end", rf"{_WHEN} {_X} (?:moet|moeten) (?:zijn|worden) (?:{_DONE})"),
    ("end", rf"(?:tot )?{_WHEN} {_X} (?:afloopt|aflopen|eindigt|eindigen|stopt|stoppen|verloopt|doorloopt|loopt|duurt|verstrijkt)"),
    ("end", rf"wat (?:de|het) (?:deadline|einddatum|einde|streefdatum|planning|termijn|looptijd|opleverdatum) (?:is )?(?:van|voor|bij) {_X}(?: is)?"),
    ("status", rf"(?:hoe|in hoeverre) het (?:er )?(?:nu )?(?:staat|gaat|ervoor staat|er voor staat|ervoor gaat)(?: er ?voor)? met {_X}"),
    ("status", rf"hoe het (?:er )?(?:nu )?met {_X} (?:staat|gaat|ervoor staat|er voor staat)"),
    ("status", rf"hoe ver (?:het )?(?:(?:is|staat) )?(?:met )?{_X} (?:is|staat|zijn)"),
    ("status", rf"wat (?:de|het) (?:huidige |actuele )?(?:status|stand van zaken|stand(?! van zaken)|voortgang) (?:(?:is|nu|momenteel|inmiddels|op dit moment) )*(?:van|bij|rond|rondom|voor|met|omtrent) {_X}(?: is)?"),
    ("status", rf"(?:is|zijn) (?:men|ze|we|er) (?:nog |al |nog steeds |eigenlijk )*bezig met {_X}"),
    ("status", rf"(?:wordt|worden) er (?:nog |al |nog steeds |inmiddels |iets )*(?:gewerkt aan|gedaan met|gedaan aan) {_X}"),
    ("status", rf"wat is er (?:met|van) (?!.*«p){_X} (?:gebeurd|geworden|terechtgekomen|gedaan)"),
    ("status", rf"wat is er (?:gebeurd|geworden|terechtgekomen|terecht gekomen) (?:met|van) (?!.*«p){_X}"),
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
    ("heading", rf"(?:onder|in|bij|binnen) welk(?:e)? (?:kopje|kop|rubriek|tussenkop|paragraaf) (?:staat|staan|valt|vallen|hoort|horen|zit|zitten|hangt|hangen|vind ik|is|kan ik|is te vinden) {_X}(?: vinden)?"),
    ("theme", rf"(?:onder|in|bij|binnen|tot) welk(?:e)? (?:thema|hoofdstuk|tabel|beleidsthema|deel) (?:staat|staan|valt|vallen|hoort|horen|zit|zitten|hangt|hangen|vind ik|is|behoort) {_X}(?: vinden)?"),
    ("theme", rf"(?:onder|in|bij|binnen|tot) welk(?:e)? (?:thema|hoofdstuk|tabel) {_X} (?:staat|staan|valt|vallen|hoort|horen|is|behoort)"),
    ("heading", rf"(?:onder|in|bij|binnen) welk(?:e)? (?:kopje|kop|rubriek) {_X} (?:staat|staan|valt|vallen|hoort|horen|is)"),
    ("page", rf"op (?:welke|wat voor) (?:pagina|bladzijde|bladzij|blz|pag) {_X} (?:staat|staan|is|te vinden is)"),
    ("page", rf"waar (?:in|op) (?:het|de|dit|deze) (?:rapport|document|bijlage|tekst|stuk|rapportage|tabel|pdf) (?:staat|staan|vind ik|lees ik|kan ik)(?: iets over| informatie over)? {_X}(?: vinden)?"),
    ("page", rf"(?:op )?(?:welke|wat voor) (?:pagina|bladzijde|bladzij|blz|pag|p) (?:staat|staan|vind ik|is|kan ik|gaat over) {_X}(?: vinden)?"),
    ("page", rf"(?:pagina|bladzijde) (?:van|voor) {_X}"),
    ("explanation", rf"(?:wat (?:is|zegt|staat er in|staat er bij|staat in|zegt het rapport in) |geef |toon |lees |laat )?(?:de |het )?toelichting(?: bij| van| op| over| voor)? {_X}(?: zien)?"),
    ("all", rf"(?:geef|toon|laat|alle|wat zijn|ik wil)?(?: me| mij| alle| zien| de)* ?(?:gegevens|details|bijzonderheden|velden|informatie|info) (?:van|over|bij) {_X}(?: zien)?"),
)  # fmt: skip
_FIELD_RULES = tuple((name, re.compile(_LEAD + pattern + _END)) for name, pattern in _FIELD_PATTERNS)


def read_field(draft: Draft) -> bool:
    """One field of one measure, or several of them; true when the question asks for that, and the whole is read."""
    line = draft.line
    head, further, parted = without_tails(line.text)
    if further:
        found = _by_rule(draft, head)
        if found:
            name, start, end = found
            return _take(draft, (name, *further), start, end)
        bare = re.sub(r"^(?:en|maar|van|voor|over) |(?: [,:;-])+$", "", head)
        if parted and _fits(draft, head.index(bare), bare, further[0]) and not _ASKING.search(bare):
            return _take(draft, further, head.index(bare), head.index(bare) + len(bare))
    listed = listed_fields(line.text)
    inner = line.text[listed.start : listed.end] if listed else ""
    if listed and not _ASKING.search(inner) and _fits(draft, listed.start, inner, listed.fields[0]):
        return _take(draft, listed.fields, listed.start, listed.end)
    found = _by_rule(draft, line.text)
    return found is not None and _take(draft, (found[0],), *found[1:])


_NO_NAME_ENDS = frozenset(
    {
        "zonder",
        "geen",
        "met",
        "een",
        "wel",
        "enige",
        "duidelijke",
        "harde",
        "vaste",
        "concrete",
        "qua",
        "op",
        "per",
        "vroegste",
        "verste",
    }
)
_ASKING = re.compile(r"(?<!\S)(?:wie|wat|welke?|wanneer|hoeveel|waar|hoe|geef|toon|noem)(?!\S)")


def _by_rule(draft: Draft, text: str) -> tuple[FieldName, int, int] | None:
    """The field that the first fitting rule asks for, and the characters that name the measure."""
    for name, pattern in _FIELD_RULES:
        match = pattern.match(text)
        if match and _fits(draft, match.start("x"), match["x"].strip(" ?!."), name):
            return name, *match.span("x")
    return None


_SHARE = re.compile(  # "is meer dan de helft afgerond" asks for a share
    r"(?:meer dan |ruim |minder dan |bijna )?(?:de helft|een kwart|een derde|de meerderheid|het merendeel|het grootste deel)(?!\S)"
)


def _fits(draft: Draft, start: int, inner: str, name: FieldName) -> bool:
    if _SHARE.match(inner):
        return False
    verb = inner.split()[0] in general_verbs() if inner else True  # "de stand van zaken schetsen van ..."
    if inner and inner.split()[-1] in _NO_NAME_ENDS:  # "ocw in thema zorg zonder | einddatum" names no measure
        return False
    return not verb and names_one(inner, name) and not set_of_kind(draft, start, inner)


def _take(draft: Draft, fields: tuple[FieldName, ...], start: int, end: int) -> bool:
    line = draft.line
    draft.ask, draft.field, draft.also = "field", fields[0], tuple(f for f in fields[1:] if f != fields[0])
    numbers = re.findall(r"«n\d+»", line.text[start:end])
    if numbers:
        draft.target = tuple(dict.fromkeys(line.value(n) for n in numbers))
    else:
        draft.topic = words_of(draft, start, end) or None
    line.use((0, len(line.text)))
    return True


_ALL_OF = re.compile(
    r"^(?:(?:geef|vertel|toon|laat|zeg|ik wil|kun je|wil je|mag ik|kunt u)(?: me| mij| eens| even| graag| wat)* )?(?:alles|meer|iets meer|wat meer|iets|informatie|details)(?: weten)? (?:over|van|rond|rondom) (?!tijd(?!\S)|datum(?!\S))(?P<x>.+?)(?: vertellen| zien| weten)?(?: [?!.])*$"
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
