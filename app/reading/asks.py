"""What kind of answer a question asks for: a list, a number, a share, groups, a ranking, one field of one measure."""

import re
from functools import lru_cache

from app.filters import Ids, Overdue, StatusIn, Upcoming
from app.query import Extreme, FieldName, GroupKey, Order, OrderKey
from app.reading.draft import Draft
from app.reading.lexicon import any_of, noise, words_of_questions
from app.reading.line import rule

_NUMBER_WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20,
}  # fmt: skip
_N = "|".join(_NUMBER_WORDS) + r"|\d{1,3}"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBER_WORDS[text]


# ---------------------------------------------------------------------------------------------------- groups and ranking


@lru_cache(maxsize=1)
def _group_rules() -> dict[str, re.Pattern[str]]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    keys = any_of([w for words in groups.values() for w in words])
    numbers = r"(?:in )?(?:aantallen|de aantallen|het aantal|aantal|cijfers|totalen)"
    return {
        "per": rule(
            rf"(?:{numbers} )?(?:en |, )?(?:per|elke?|iedere?|voor elke?|voor iedere?|uitgesplitst (?:naar|per|op)|gegroepeerd (?:per|op|naar)|opgesplitst (?:naar|per)|verdeeld (?:over|naar|per)|ingedeeld (?:naar|per|op)|gesplitst (?:naar|per)|onderverdeeld (?:naar|per)|naar|over(?= de | alle )|verdeling (?:over|per|naar)|verspreid over|groepeer (?:per|op|naar)|splits (?:uit )?(?:naar|per|op)|en per|en naar)"
            rf" (?:de |het |alle |verschillende |ieder |elk |verantwoordelijk |einddatum |eind )*(?:{names})(?: en (?:per |naar )?(?:de |het )?(?P<second>{keys}))?"
        ),
        "most": rule(
            rf"(?:(?:welk|welke|wat|bij welke?|van welke?|in welke?|onder welke?|binnen welke?) )?(?:is |zijn )?(?:het |de |één )?(?:{names})(?P<g>(?: [^ ]+){{0,9}}?) (?:de |het )?(?P<x>meeste|minste|grootste|kleinste|vaakst|meest|minst|hoogste|laagste|grootst|kleinst|hoogst|laagst|op kop|bovenaan)(?: aantal| aantallen| deel)?"
        ),
        "most2": rule(
            rf"(?:de |het )?(?P<x>meeste|minste|grootste aantal|kleinste aantal|vaakst|meest)(?P<g>(?: [^ ]+){{0,8}}?) (?:bij|onder|in|van|door|heeft|hebben|op)?(?: welke?)? (?:{names})"
        ),
        "who_most": rule(r"wie (?:heeft|hebben|doet)(?P<g>(?: [^ ]+){0,6}?) (?:de |het )(?P<x>meeste|minste)"),
        "spread": rule(
            rf"(?:hoe (?:zijn|is)|wat is) (?:de )?(?P<g>(?:[^ ]+ ){{0,6}}?)(?:verdeeld|verdeling|verspreid|gespreid)(?: over| naar)? (?:de |het )?(?:{names})"
        ),
        "how": rule(
            r"hoe (?:staat|staan|ver is|ver zijn)(?P<g>(?: (?:het|de|er|met|bij|ministerie|van|maatregelen|met de|maatregelen van))*) «[owmh]\d+»(?: (?:er)?voor| ervoor)?|hoe (?:staat|staan) de maatregelen(?: van| bij)?(?= «[owm]\d+»| er ?voor| ervoor)"
        ),
    }


def _key(match: re.Match[str]) -> GroupKey | None:
    for key in ("owner", "theme", "heading", "status", "year", "quarter"):
        if match.groupdict().get(key):
            return key  # type: ignore[return-value]
    return None


def _key_of(word: str) -> GroupKey | None:
    for key, words in words_of_questions()["groups"].items():
        if word in words:
            found: GroupKey = key
            return found
    return None


def read_groups(draft: Draft) -> None:
    """Groups ("per ministerie") and rankings of groups ("welk thema heeft de meeste")."""
    rules, line = _group_rules(), draft.line
    for name in ("most", "most2", "who_most"):
        match = rules[name].search(line.text)
        if match:
            key = _key(match) or "owner"
            if name == "who_most" or _ranks_groups(match):
                extreme: Extreme = "least" if match["x"].startswith(("min", "klein", "laag")) else "most"
                draft.ask, draft.extreme, draft.group_by = "rank", extreme, (key,)
                gap = match.span("g")
                line.use((match.start(), gap[0]), (gap[1], match.end()))
                return
    match = rules["spread"].search(line.text)
    if match:
        draft.ask, draft.group_by = "groups", (_key(match) or "status",)
        gap = match.span("g")
        line.use((match.start(), gap[0]), (gap[1], match.end()))
    keys: list[GroupKey] = list(draft.group_by)
    while match := rules["per"].search(line.text):
        for key_ in (_key(match), _key_of(match["second"]) if match["second"] else None):
            if key_ and key_ not in keys:
                keys.append(key_)
        line.use(match.span())
    if keys:
        draft.ask, draft.group_by = "groups", tuple(keys[:2])
        return
    match = rules["how"].search(line.text)
    if match and not _content_words(draft):
        draft.ask, draft.group_by = "groups", ("status",)
        symbol = re.search(r"«[owmh]\d+»", match.group())
        spans = [match.span()] if not symbol else [
            (match.start(), match.start() + symbol.start()), (match.start() + symbol.end(), match.end())
        ]  # fmt: skip
        line.use(*spans)


def _ranks_groups(match: re.Match[str]) -> bool:
    return "t/m" not in match["g"]


_RANK = {
    "next": rule(
        r"(?:(?:de |het )?(?:eerst ?volgende|eerstkomende|dichtstbijzijnde|dichtst ?bijzijnde|volgende|eerst aankomende|eerste|aankomende|komende|naderende)(?: [a-z]+)? (?P<w>deadline|einddatum|termijn|einde|oplevering|mijlpaal|maatregel(?= (?:die )?(?:klaar|af|afloopt)))|als eerst(?:e|volgende)?|(?:het )?eerst(?:volgende)?(?= (?:klaar|af|aan|afgerond|gereed|op|een deadline|de deadline))|het eerst|het snelst|als eerstvolgende)"
    ),
    "past": rule(
        r"(?:de |het )?(?:oudste|vroegste|langst verstreken|eerste verstreken|langst)(?: verstreken| verlopen)? ?(?:deadline|einddatum|termijn|over tijd|te laat|einde)?"
    ),
    "last": rule(
        r"(?:de |het )?(?:verste|laatste|uiterste|verst|meest verre|verst weg liggende|verst in de toekomst|verst verwijderde)(?: deadline| einddatum| termijn| einde)|(?:de |het )?(?:verste|verst)(?: weg| in de toekomst)?|(?:het )?langst(?: door)?|als laatste|het laatst|langste looptijd"
    ),
    "first_end": rule(r"(?:de |het )?vroegste(?: deadline| einddatum| einde)?"),
}


def read_rank(draft: Draft) -> None:
    """The nearest, oldest or farthest deadline."""
    line = draft.line
    if draft.ask in ("groups", "rank", "field") or re.search(
        r"(?<!\S)(?:sorteer|gesorteerd|volgorde|gerangschikt|oplopend) |eerst (?:en|dan)|(?:vroegste|laatste|oudste|nieuwste) eerst",
        line.text,
    ):
        return
    for name in ("past", "last", "next"):
        match = _RANK[name].search(line.text)
        if not match:
            continue
        words = match.group()
        if (
            name == "past"
            and not re.search(r"deadline|datum|termijn|einde|tijd|laat|oudste", words)
            and "looptijd" not in words
        ):
            if "langst" in words:
                continue
        if name == "last" and words.strip() in ("de laatste", "laatste"):
            continue
        draft.ask = "rank"
        draft.extreme = "last" if name == "last" else "first"
        overdue = re.search(r"verstreken|verlopen|over tijd|te laat|verstreken", line.text)
        span = match.span()
        if name == "past" and overdue:
            draft.add(Overdue(), line.use(span))
        elif name == "next" and not re.search(r"«t\d+»", line.text):
            tokens = line.use(span)
            draft.add(Upcoming(), tokens)
            draft.pending_open = True
        else:
            line.use(span)
        line.use(
            *[
                m.span()
                for m in re.finditer(r"(?<!\S)(?:deadline|deadlines|einddatum|maatregel|maatregelen)(?!\S)", line.text)
            ]
        )
        draft.measures_named = True
        return


# ---------------------------------------------------------------------------------------------- count, percentage, order

_PERCENT = rule(
    r"(?:(?:hoeveel|welk|wat is het|wat voor|het|een) )?(?:procent|percentage|aandeel|%)|welk (?:deel|gedeelte)|hoe groot is (?:het|de) (?:deel|aandeel|percentage)"
)
_COUNT = rule(
    r"(?:om |met )?hoeveel|(?:wat is )?(?:het |de )?(?:totale )?aantal(?:len)?|tel(?: eens| even)?|hoe vaak|in totaal"
)


def read_count(draft: Draft) -> None:
    """A number or a share of measures; "hoeveel vrouwen" is a detail and no count."""
    line = draft.line
    if draft.ask in ("groups", "rank"):
        match = _COUNT.search(line.text)
        if match:
            line.use(match.span())
        return
    match = _PERCENT.search(line.text)
    if match:
        rest = line.text[match.end() :]
        if re.match(
            r" (?:van )?(?:de |het |alle |onze )*(?:«|(?:«[a-z]\d+» )?[a-z]+e )?(?:maatregelen|acties|moties|«k|«o|is|zijn|afgeronde|lopende|daarvan|plannen|loopt|lopen|beleid|rapport|totaal)",
            rest,
        ) or not _content_words(draft):
            draft.ask = "percentage"
            tokens = line.use(match.span())
            verb = re.search(
                r"(?<!\S)(?:is|zijn|heeft|hebben|loopt|lopen|valt|vallen|ligt|liggen|staat|staan|wordt|worden|moet|moeten|kent|komt|hoort|gaat)(?!\S)",
                line.text[match.end() :],
            )
            draft.percentage_verb = tokens[1]
            if verb:
                place = match.end() + verb.start()
                draft.percentage_verb = line.symbols[line.span(place, place + 1)[0]].start
            return
    match = _COUNT.search(line.text)
    if match and _counts_measures(draft, match):
        draft.ask = "count"
        line.use(match.span())


def _counts_measures(draft: Draft, match: re.Match[str]) -> bool:
    countable = set(words_of_questions()["countable"])
    words = draft.line.text[match.end() :].split()
    for n, word in enumerate(words[:9]):
        if word in countable or word.startswith("«k"):
            return True
        if word.startswith("«") or word in noise() or word in _ADJECTIVES:
            if (n == 0 and word in ("van",)) or word in ("daarvan", "hiervan", "er", "zijn", "is", "ervan"):
                continue
            continue
        break
    return not _content_words(draft)


_ADJECTIVES = frozenset(
    [
        "afgeronde",
        "lopende",
        "doorlopende",
        "openstaande",
        "gestopte",
        "stopgezette",
        "gedeelde",
        "gezamenlijke",
        "voltooide",
        "actieve",
        "verschillende",
        "nieuwe",
        "afgedane",
        "klare",
        "onafgeronde",
    ]
)


def _content_words(draft: Draft) -> list[str]:
    from app.reading.lexicon import known_words

    return [w for w in draft.left() if w.isalnum() and w not in known_words() and not w.isdigit()]


@lru_cache(maxsize=1)
def _order_rules() -> dict[str, re.Pattern[str]]:
    order = words_of_questions()["order"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in order.items())
    return {
        "sorted": rule(
            rf"(?:en )?(?:gesorteerd|gerangschikt|geordend|sorteer|sorteren|sortering|rangschik|rangschikken|orden|in (?:de )?volgorde|op volgorde|volgorde)(?: ze| dit| die| deze| het| de lijst| hem| maar| eens)?(?: op| van| naar| volgens| per)?(?: de| het)? (?:{names})"
        ),
        "chronological": rule(r"(?:in )?(?:chronologisch(?:e volgorde)?|op tijdsvolgorde|in de tijd|op datum)"),
        "alphabetical": rule(r"(?:in )?(?:alfabetische volgorde|alfabetisch|op alfabet)"),
        "first": rule(r"(?:de |het )?(?:vroegste|eerste|oudste|dichtstbijzijnde|eerstvolgende|snelste)(?: deadline| einddatum| datum)? (?:eerst|bovenaan|voorop|vooraan)|oplopend|van vroeg naar laat|van oud naar nieuw"),
        "last": rule(r"(?:de |het )?(?:laatste|nieuwste|verste|late)(?: deadline| einddatum| datum)? (?:eerst|bovenaan|voorop|vooraan)|, aflopend|in aflopende volgorde|aflopend gesorteerd|van laat naar vroeg|van nieuw naar oud"),
    }  # fmt: skip


_LIMIT = {
    "first": rule(
        rf"(?:(?:alleen |geef |noem |toon )*(?:de |het |er )?(?:eerste|bovenste|top|hoogste) (?P<n>{_N})|top-?(?P<n2>\d{{1,3}})|(?:hoogstens|maximaal|niet meer dan) (?P<n3>{_N})|(?:noem|geef|toon)(?: me| mij)?(?: er)? (?P<n4>{_N})(?= (?:maatregelen|van|voorbeelden|«)))(?: (?:maatregelen|voorbeelden|stuks|ervan|daarvan|die))?"
    ),
    "next": rule(
        rf"(?:de )?(?:(?P<n>{_N}) (?:eerstvolgende|eerste|dichtstbijzijnde|vroegste|komende)|(?:eerstvolgende|dichtstbijzijnde|vroegste) (?P<n2>{_N}))(?: (?:deadlines|einddata|maatregelen|termijnen))?"
    ),
    "last": rule(
        rf"(?:de )?(?:laatste (?P<n>{_N})|(?P<n2>{_N}) (?:laatste|verste))(?: (?:deadlines|einddata|maatregelen))?"
    ),
}


def read_order(draft: Draft) -> None:
    """Sorting and cutting: "gesorteerd op deadline, vroegste eerst", "de eerste drie", "top 3"."""
    rules, line = _order_rules(), draft.line
    by: OrderKey | None = None
    descending = False
    match = rules["sorted"].search(line.text)
    if match:
        by = next(k for k in ("end", "status", "owner", "title", "printed", "relevance") if match[k])
        line.use(match.span())
    for name, key in (("chronological", "end"), ("alphabetical", "title")):
        match = rules[name].search(line.text)
        if match and by is None:
            by = key  # type: ignore[assignment]
            line.use(match.span())
    for name in ("first", "last"):
        match = rules[name].search(line.text)
        if match:
            by, descending = by or "end", name == "last"
            line.use(match.span())
    match = _LIMIT["next"].search(line.text)
    if match:
        draft.limit = _number(match["n"] or match["n2"])
        by = by or "end"
        draft.measures_named = True
        draft.add(Upcoming(), line.use(match.span()))
    match = _LIMIT["first"].search(line.text)
    if match and draft.limit is None:
        draft.limit = _number(next(match[g] for g in ("n", "n2", "n3", "n4") if match[g]))
        draft.measures_named = True
        line.use(match.span())
    match = _LIMIT["last"].search(line.text)
    if match and draft.limit is None and re.search(r"deadline|eind|verste", match.group()):
        draft.limit, by, descending = _number(match["n"] or match["n2"]), by or "end", True
        line.use(match.span())
    if by:
        draft.order = Order(by, descending)


# ----------------------------------------------------------------------------------------------------- one field of one

_X = r"(?P<x>.+?)"
_END = r"(?: \?| !)*$"
_BE = r"(?:is|zijn|wordt|worden|komt|komen|was)"
_DONE = (
    r"(?:klaar|af|afgerond|gereed|voltooid|gerealiseerd|opgeleverd|uitgevoerd|afgelopen|afgedaan|beeindigd|ten einde)"
)
_LEAD = r"^(?:(?:en|maar|nog even|hoi|hallo|dag|weet je|kun je (?:me )?(?:zeggen|vertellen)|kunt u (?:mij )?(?:zeggen|vertellen)|vraagje|ik wil (?:graag )?weten|mag ik weten|zeg eens|andere vraag|graag weten|weet jij|kan je zeggen|ik vroeg me af|,|:|vertel(?: me)?) )*"
_FIELD_RULES: tuple[tuple[FieldName, re.Pattern[str]], ...] = tuple(
    (name, re.compile(_LEAD + pattern + _END))
    for name, pattern in (
        ("owners", rf"wie (?:gaat|gaan)(?: er)? (?:eigenlijk )?over {_X}"),
        ("owners", rf"wie (?:is|zijn|was)(?: er)?(?: er)? (?:eigenlijk )?(?:de )?(?:verantwoordelijk|verantwoordelijke|verantwoordelijken|eigenaar|trekker|trekkers|aanspreekpunt|aan zet|betrokken|bezig|hoofdverantwoordelijk|eindverantwoordelijk)(?: ministerie)? (?:voor|van|bij|met|op) {_X}"),
        ("owners", rf"wie (?:trekt|trekken|doet|doen|voert|voeren|leidt|regelt|coordineert|heeft|hebben|pakt|neemt|organiseert|beheert|draagt)(?: de verantwoordelijkheid voor| het voortouw (?:bij|voor|in|van)| de leiding (?:bij|over|van)| de regie (?:over|op|bij))? {_X}(?: uit| op| in portefeuille| onder zich)?"),
        ("owners", rf"(?:door |bij |van |onder )?(?:welke?|welk) (?:ministeries?|departement(?:en)?|bewindspersoon|bewindspersonen|minister|bewindslieden|verantwoordelijken|minister of staatssecretaris)(?: er)? (?:(?:trekt|trekken|gaat over|gaan over|gaat|gaan|{_BE} (?:er )?verantwoordelijk voor|doet|doen|werkt aan|werken aan|voert|voeren|heeft|hebben|{_BE} (?:betrokken bij|eigenaar van|aan zet bij|bezig met)|hoort bij|horen bij|staat bij|staan bij|valt|vallen|ligt|hoort|is|zijn|wordt|worden|leidt|pakt|regelt|coordineert|zit(?:ten)? achter|steunt|steunen|financiert|organiseert|organiseren|beheert|staat achter)) (?:over |voor |aan )?{_X}(?: uit| op| (?:ver)?antwoordelijk voor| verantwoordelijk| onder| gedragen| uitgevoerd| ondergebracht| belegd)?"),
        ("owners", rf"(?:bij|van|door|onder) wie (?:ligt|liggen|is|zijn|hoort|valt|wordt|worden|loopt|komt)(?: de verantwoordelijkheid voor)? {_X}(?: ondergebracht| belegd| uitgevoerd| getrokken| georganiseerd)?"),
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
        ("status", rf"(?:wat is |hoe is |geef |wat was )?(?:de |het )?(?:huidige |actuele )?(?:status|stand|voortgang|stavaza)(?: van zaken)? (?:van|voor|bij|rond|rondom|op|omtrent|met betrekking tot) {_X}"),
        ("status", rf"(?:wat is |geef )?de stand van zaken {_X}"),
        ("status", rf"(?:status|stand van zaken) {_X}"),
        ("status", rf"welke status (?:heeft|hebben) {_X}"),
        ("status", rf"hoe (?:staat|ver staat) het (?:er )?(?:met|nu met|eigenlijk met|ervoor met|voor met) {_X}(?: ervoor)?"),
        ("status", rf"hoe (?:staat|ver is|ver zijn we met|ver zijn|staan) {_X} ?(?:er ?voor|ervoor|gevorderd|inmiddels)?"),
        ("status", rf"(?:loopt|lopen|draait|draaien|bestaat) {_X} (?:nog|inmiddels|nog steeds|nog altijd|al|nog door|door|momenteel)"),
        ("status", rf"(?:is|zijn|wordt) {_X} (?:nog |al |inmiddels |nu |wel |nog steeds |eigenlijk |reeds |ondertussen |intussen |alweer |helemaal |echt )*(?:in beeld|{_DONE}|bezig|gestopt|stopgezet|in uitvoering|actief|gaande|doorlopend|geschrapt|klaar|lopend|rond|gestart|begonnen|van de baan|uitgevoerd|afgeblazen|vervallen|open)(?: .*)?"),
        ("status", rf"gaat {_X} (?:nog )?(?:door|van start|gewoon door)"),
        ("status", rf"(?:is|zijn) {_X} (?:nog|al) .*"),
        ("heading", rf"(?:onder|in|bij|binnen) welk(?:e)? (?:kopje|kop|rubriek|tussenkop|paragraaf) (?:staat|staan|valt|vallen|hoort|horen|vind ik|is|kan ik|is te vinden) {_X}(?: vinden)?"),
        ("theme", rf"(?:onder|in|bij|binnen|tot) welk(?:e)? (?:thema|hoofdstuk|tabel|beleidsthema|deel) (?:staat|staan|valt|vallen|hoort|horen|vind ik|is|behoort) {_X}(?: vinden)?"),
        ("page", rf"(?:op )?(?:welke|wat voor) (?:pagina|bladzijde|blz|p) (?:staat|staan|vind ik|is|kan ik|gaat over) {_X}(?: vinden)?"),
        ("page", rf"(?:pagina|bladzijde) (?:van|voor) {_X}"),
        ("explanation", rf"(?:wat (?:is|zegt|staat er in|staat er bij|staat in|zegt het rapport in) |geef |toon |lees |laat )?(?:de |het )?toelichting(?: bij| van| op| over| voor)? {_X}(?: zien)?"),
        ("all", rf"(?:geef|toon|laat|alle|wat zijn|ik wil)?(?: me| mij| alle| zien| de)* ?(?:gegevens|details|bijzonderheden|velden|informatie|info) (?:van|over|bij) {_X}(?: zien)?"),
    )
)  # fmt: skip
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
        if not inner or not _names_one(draft, inner, name):
            continue
        draft.ask, draft.field = "field", name
        numbers = re.findall(r"«n\d+»", inner)
        first, last = line.span(match.start("x"), match.start("x") + len(match["x"].rstrip(" ?!.")))
        start, stop = line.symbols[first].start, line.symbols[last - 1].stop
        if numbers:
            draft.target = tuple(dict.fromkeys(line.value(n) for n in numbers))
        else:
            words = _without_articles([t for t in line.tokens[start:stop]], draft)
            draft.topic = words or None
        line.use((0, len(line.text)))
        return True
    return False


def _names_one(draft: Draft, inner: str, name: FieldName) -> bool:
    """Whether the words name one measure, and not a set of them."""
    if _PLURAL_MEASURES.search(inner) and not re.search(r"«n\d+»", inner):
        return False
    if re.search(r"(?<!\S)(?:meeste|minste|elk|elke|ieder|iedere|per|hoeveel|welke|welk)(?!\S)", inner):
        return False
    words = [w for w in inner.split() if not w.startswith("«")]
    content = [w for w in words if w not in noise() and w.isalnum()]
    kinds = re.findall(r"«[kpnhmq]\d+»", inner)
    if not content and not kinds:
        return bool(_POINTING.match(inner)) and name not in ("theme",) if not re.search(r"«", inner) else False
    if not content and re.fullmatch(r"(?:(?:de|het|een) )?«[om]\d+»", inner):
        return False
    return True


def _without_articles(tokens: list, draft: Draft) -> str:  # type: ignore[type-arg]
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


def settle_ids(draft: Draft) -> None:
    """A question about one numbered measure asks for all its fields."""
    if draft.ask is None and draft.target and not draft.found:
        draft.ask, draft.field = "field", "all"
    elif draft.target and draft.ask != "field":
        draft.add(Ids(draft.target), (0, 0))
        draft.target = ()


def settle_open(draft: Draft) -> None:
    """The next deadline is one of a measure that is not done."""
    if draft.pending_open and not draft.has(StatusIn):
        draft.add(StatusIn((3,), (1,)), (0, 0))
