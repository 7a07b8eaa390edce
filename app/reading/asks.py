# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What kind of answer a question asks for: a list, a number, a share, groups, a ranking, one field of one measure."""

import re
from functools import lru_cache

from app.filters import Ids, MinistryCount, Overdue, Owners, StatusIn, Upcoming
from app.query import Extreme, GroupKey, Order, OrderKey
from app.reading.draft import Draft
from app.reading.lexicon import GAP, any_of, noise, words_of_questions
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
            rf"(?:{numbers} )?(?:en |, )?(?:per|elke?|iedere?|voor elke?|voor iedere?|uitgesplitst (?:naar|per|op)|gegroepeerd (?:per|op|naar)|opgesplitst (?:naar|per)|verdeeld (?:over|naar|per)|ingedeeld (?:naar|per|op)|gesplitst (?:naar|per)|onderverdeeld (?:naar|per)|naar|over(?= de | alle )|verdeling (?:over|per|naar)|verspreid over|groepeer (?:per|op|naar)|splits (?:uit )?(?:naar|per|op)|opgedeeld (?:naar|per|in)|uitsplitsen (?:naar|per|op)|uitgesplitst over|uit (?:naar|per)|gesorteerd per|opgesplitst in|verdeeld in|en per|en naar)"
            rf" (?:de |het |alle |verschillende |ieder |elk |verantwoordelijk |einddatum |eind )*(?:{names})(?: en (?:per |naar )?(?:de |het )?(?P<second>{keys}))?"
        ),
        "most": rule(
            rf"(?:(?:welk|welke|wat|bij welke?|van welke?|in welke?|onder welke?|binnen welke?) )?(?:is |zijn )?(?:het |de |één )?(?:(?P<lim>{_N}) )?(?:{names})(?P<g>(?: [^ ]+){{0,9}}?) (?:de |het )?(?P<x>meeste|minste|grootste|kleinste|vaakst|meest|minst|hoogste|laagste|grootst|kleinst|hoogst|laagst|op kop|bovenaan|drukst|drukste|rustigst)(?: aantal| aantallen| deel)?"
        ),
        "most2": rule(
            rf"(?:de |het )?(?P<x>meeste|minste|grootste aantal|kleinste aantal|vaakst|meest)(?P<g>(?: [^ ]+){{0,8}}?) (?:bij|onder|in|van|door|heeft|hebben|op)?(?: welke?)? (?:{names})"
        ),
        "when_most": rule(
            r"wanneer (?:vallen|lopen|eindigen|zijn|verlopen)(?: er)? de meeste(?: deadlines| maatregelen| einddata)?(?: af)?"
        ),
        "who_most": rule(r"wie (?:heeft|hebben|doet)(?P<g>(?: [^ ]+){0,6}?) (?:de |het )(?P<x>meeste|minste)"),
        "status_per": rule(
            rf"(?:wat is )?(?:de |het )?(?:status|statussen|stand van zaken|voortgang) (?:per|van elk|van elke|van ieder|van iedere) (?:{names})"
        ),
        "which": rule(
            rf"welke (?:{names}) (?:heeft|zijn(?: er)?|vallen|staan|werken|doen|hebben|komen|kent|telt|bevat)(?: er)?(?: mee| samen| voor| in)?"
        ),
        "spread_of": rule(
            rf"(?:geef |toon |wat is )?(?:de )?(?:verdeling|spreiding|uitsplitsing) (?:van|over|naar|per) (?:de )?(?:{names})"
        ),
        "spread": rule(
            rf"(?:hoe (?:zijn|is)|wat is) (?:de )?(?P<g>(?:[^ ]+ ){{0,6}}?)(?:verdeeld|verdeling|verspreid|gespreid)(?: over| naar)? (?:de |het )?(?:{names})"
        ),
        "how_at": rule(
            r"hoe (?:staat|staan|is|ver is) (?:het|de zaken|de stand|men)(?: er)?(?: eigenlijk)?(?: er ?voor| ervoor| voor)?(?= (?:bij|met|van|voor|in) (?:de |het )?(?:ministerie van |departement van |thema )?«[owm])"
        ),
        "number_of": rule(
            rf"hoeveel (?:verschillende )?(?:{names})(?: zijn er| doen (?:er )?mee| staan erin| zijn er betrokken| worden genoemd| komen voor| telt het rapport| kent het rapport| heeft het rapport| staan er(?: in)?)?"
        ),
        "how": rule(
            r"hoe ver (?:is|zijn)(?= (?:het ministerie van )?«o\d+»(?: (?:inmiddels|nu|al))? (?:met|$|\?))|hoe (?:staat|staan|ver is|ver zijn)(?P<g>(?: (?:het|de|er|met|bij|ministerie|van|maatregelen|met de|maatregelen van))*) «[owmh]\d+»(?: (?:er)?voor| ervoor)?|hoe (?:staat|staan) de maatregelen(?: van| bij)?(?= «[owm]\d+»| er ?voor| ervoor)"
        ),
    }


_OWNING = r"(?:ministeries|departementen|verantwoordelijken|eigenaren|trekkers|bewindspersonen)"
_AS = r"(?: als (?:verantwoordelijken?|eigenaar|trekker|eigenaren|trekkers))?"
_MOST_OWNERS = rule(
    rf"(?:welke?|wat (?:is|zijn)|noem|geef|toon)?(?: de)? ?(?:maatregel(?:en)?|actie|acties) (?:met|heeft|hebben|telt|tellen|kent|kennen|is|zijn|wordt|worden|ligt|liggen|valt|vallen|staat|staan|raakt)(?: er)?(?: van| onder| bij| gedragen door| gedeeld door| door| aan)?(?: de| het)? (?P<x>meeste|minste|grootste aantal|hoogste aantal)(?: verschillende| verantwoordelijke| betrokken)? {_OWNING}{_AS}(?: betrokken| verantwoordelijk| gedeeld| gedragen| achter zich)?"
    rf"|(?:bij|aan|van|voor) welke? (?:maatregel(?:en)?|acties?) (?:zijn|is|werken|doen|staan|horen|hebben)(?: er)?(?: de)? (?P<x2>meeste) {_OWNING}(?: betrokken| verantwoordelijk| mee| samen)?"
)
_TOGETHER = r"(?:samen|gezamenlijk|gedeeld|mee samen|mee gedeeld)"
_SAMEN = rule(
    rf"(?:met )?(?:welke?|wie) (?:(?:ander|andere) )?(?:(?:ministeries?|departement|departementen) )?(?:werkt|deelt|doet|heeft|trekt) (?:het )?(?:ministerie van )?(?P<o>«[ow]\d+»)(?: (?:maatregelen|acties|er))?(?: de| het)? (?P<x>vaakst|meest|meeste|minst|minste)(?: maatregelen| acties| vaak)?(?: gemeen)?(?: mee)?(?: {_TOGETHER}| op)?"
)


def _key(match: re.Match[str]) -> GroupKey | None:
    for key in ("owner", "theme", "heading", "status", "year", "quarter"):
        if match.groupdict().get(key):
            return key
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
    match = _MOST_OWNERS.search(line.text)
    if match:
        draft.ask, draft.extreme, draft.measures_named = "rank", "least" if match["x"] == "minste" else "most", True
        line.use(match.span())
        return
    match = _SAMEN.search(line.text)
    if match:
        draft.ask, draft.extreme, draft.group_by = (
            "rank",
            "least" if match["x"] in ("minst", "minste") else "most",
            ("owner",),
        )
        code = line.value(match["o"])
        tokens = line.use(match.span())
        draft.add(Owners((code[0] if isinstance(code, tuple) else code,)), tokens)
        draft.add(MinistryCount(2), tokens)
        return
    match = rules["when_most"].search(line.text)
    if match:
        draft.ask, draft.extreme, draft.group_by = "rank", "most", ("quarter",)
        line.use(match.span())
        return
    for name in ("most", "most2", "who_most"):
        match = rules[name].search(line.text)
        if match:
            key = _key(match) or "owner"
            if name == "who_most" or _ranks_groups(match):
                extreme: Extreme = "least" if match["x"].startswith(("min", "klein", "laag")) else "most"
                draft.ask, draft.extreme, draft.group_by = "rank", extreme, (key,)
                if name == "most" and match["lim"] and _number(match["lim"]) > 1:
                    draft.limit = _number(match["lim"])  # "welke drie ministeries hebben de meeste"
                gap = match.span("g")
                line.use((match.start(), gap[0]), (gap[1], match.end()))
                after = re.search(r"(?<!\S)(?:na|behalve) (?:het ministerie van )?«o\d+»(?!\S)", line.text)
                if after and key == "owner":  # "na OCW" asks for the second: the whole ranking tells it
                    line.use(after.span())
                    draft.limit = 2
                return
    match = rules["status_per"].search(line.text)
    if match:
        draft.ask, draft.group_by = "groups", (_key(match) or "theme", "status")
        line.use(match.span())
        return
    match = rules["which"].search(line.text)
    if match and not _content_words(draft) and _key(match) != "year":
        draft.ask, draft.group_by = "groups", (_key(match) or "owner",)
        line.use(match.span())
        return
    match = rules["spread_of"].search(line.text) or rules["number_of"].search(line.text)
    if match:
        draft.ask, draft.group_by = "groups", (_key(match) or "status",)
        line.use(match.span())
        return
    match = rules["spread"].search(line.text)
    if match:
        draft.ask, draft.group_by = "groups", (_key(match) or "status",)
        gap = match.span("g")
        line.use((match.start(), gap[0]), (gap[1], match.end()))
    keys: list[GroupKey] = list(draft.group_by)
    while match := rules["per"].search(line.text):
        if _key(match) in ("year", "quarter") and not draft.measures_named and _content_words(draft):
            break  # "meldingen per jaar" counts no measures
        for key_ in (_key(match), _key_of(match["second"]) if match["second"] else None):
            if key_ and key_ not in keys:
                keys.append(key_)
        line.use(match.span())
    if keys:
        draft.ask, draft.group_by = "groups", tuple(keys[:2])
        return
    if _ASKS_MORE.search(line.text):
        return
    match = rules["how_at"].search(line.text)
    if match and not _content_words(draft):
        draft.ask, draft.group_by = "groups", ("status",)
        line.use(match.span())
        return
    match = rules["how"].search(line.text)
    if match and not _content_words(draft):
        draft.ask, draft.group_by = "groups", ("status",)
        symbol = re.search(r"«[owmh]\d+»", match.group())
        spans = [match.span()] if not symbol else [
            (match.start(), match.start() + symbol.start()), (match.start() + symbol.end(), match.end())
        ]  # fmt: skip
        line.use(*spans)


_ASKS_MORE = re.compile(
    r"^hoe (?:staat|is|ver) .*, (?:en )?(?:wat|welke) "
)  # "hoe staat het met X, wat loopt af": a list


def _ranks_groups(match: re.Match[str]) -> bool:
    return "t/m" not in match["g"]


_RANK = {
    "next": rule(
        r"(?:(?:de |het )?(?:eerst ?volgende|eerstkomende|dichtstbijzijnde|dichtst ?bijzijnde|volgende|eerst aankomende|eerste|aankomende|komende|naderende)(?: [a-z]+)? (?P<w>deadline|einddatum|termijn|einde|oplevering|mijlpaal|maatregel(?= (?:die )?(?:klaar|af|afloopt)))|als eerst(?:e|volgende)?|(?:het )?eerst(?:volgende)?(?= (?:klaar|af|aan|afgerond|gereed|op|een deadline|de deadline))|het eerst|het snelst|als eerstvolgende)"
    ),
    "past": rule(
        r"(?:de |het )?(?:oudste|vroegste|langst verstreken|eerste verstreken|langst|meest|ergst|grootste achterstand|grootste vertraging)(?: verstreken| verlopen)? ?(?:deadline|einddatum|termijn|over tijd|te laat|einde)?"
    ),
    "last": rule(
        r"(?:de |het )?(?:verste|laatste|uiterste|verst|meest verre|verst weg liggende|verst in de toekomst|verst verwijderde)(?: deadline| einddatum| termijn| einde)|(?:de |het )?(?:verste|verst)(?: weg| in de toekomst)?|(?:het )?langst(?: door)?|als laatste|het laatst|langste looptijd|(?:de )?langst ?lopende"
    ),
    "first_end": rule(r"(?:de |het )?vroegste(?: deadline| einddatum| einde)?"),
}


_DONE_RANK = rule(
    r"(?:het )?(?:(?P<f>langst geleden|als eerste|eerst)|laatst|als laatste|recentst|meest recent|kort geleden|onlangs)"
    r" (?:zijn |is |was |werd |werden )?(?:afgerond|afgeronde|voltooid|voltooide|klaar gekomen)(?! (?:moet|wordt|worden|zijn moet))"
)
_RANKED = re.compile(r"(?<!\S)(?:deadline|deadlines|einddatum|maatregel|maatregelen)(?!\S)")
_RANKED_VERB = re.compile(
    r"(?<!\S)(?<!niet )(?:klaar|af|gereed|afgerond|afloopt|aflopen|loopt|lopen|eindigt|door)(?: (?:zijn|is|worden|af|door))?(?!\S)"
)


def read_rank(draft: Draft) -> None:
    """The nearest, oldest or farthest deadline."""
    line = draft.line
    if draft.ask in ("groups", "rank", "field") or re.search(
        r"(?<!\S)(?:sorteer|gesorteerd|volgorde|gerangschikt|oplopend) |eerst (?:en|dan)|(?:vroegste|laatste|oudste|nieuwste) eerst",
        line.text,
    ):
        return
    match = _DONE_RANK.search(line.text)
    if match:
        draft.ask, draft.extreme = "rank", ("first" if match["f"] else "last")
        draft.add(StatusIn((4,)), line.use(match.span()))
        draft.measures_named = True
        return
    for name in ("past", "last", "next"):
        match = _RANK[name].search(line.text)
        if not match:
            continue
        words = match.group()
        late = re.search(
            r"verstreken|verlopen|over tijd|te laat|overtijd|«", line.text[match.start() : match.end() + 30]
        )
        if name == "past" and re.search("langst|meest|ergst", words) and not late:
            continue
        if name == "last" and words.strip() in ("de laatste", "laatste"):
            continue
        if draft.limit is not None:  # "top 5 verste deadlines" is a list
            draft.order = Order("end", descending=name == "last")
            tokens = line.use(match.span(), *[m.span() for m in _RANKED.finditer(line.text)])
            if name == "next":
                draft.add(Upcoming(), tokens)
            return
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
        used = [m.span() for m in _RANKED.finditer(line.text)]
        if name != "past":
            used += [m.span() for m in _RANKED_VERB.finditer(line.text)]
        line.use(*used)
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
    several = list(re.finditer(r"(?<!\S)hoeveel(?!\S)", line.text))
    if len(several) > 1 and not _content_words(draft):  # "hoeveel zijn er af en hoeveel lopen er nog"
        draft.ask, draft.group_by = "groups", ("status",)
        line.use(*[m.span() for m in several])
        draft.no_status = True
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
        "sorted_far": rule(rf"(?P<a>sorteer|rangschik|orden|zet|geef|toon){GAP}(?P<b>op(?: de)? (?:{names}))(?= ·| \?|$| en| ,)"),
        "chronological": rule(r"(?:in )?(?:chronologisch(?:e volgorde)?|op tijdsvolgorde|in de tijd|op datum)"),
        "alphabetical": rule(r"(?:in )?(?:alfabetische volgorde|alfabetisch|op alfabet)"),
        "first": rule(r"(?:de |het )?(?:vroegste|eerste|oudste|dichtstbijzijnde|eerstvolgende|snelste)(?: deadline| einddatum| datum)? (?:eerst|bovenaan|voorop|vooraan)|oplopend|van vroeg naar laat|van oud naar nieuw"),
        "last": rule(r"(?:de |het )?(?:laatste|nieuwste|verste|late)(?: deadline| einddatum| datum)? (?:eerst|bovenaan|voorop|vooraan)|, aflopend|in aflopende volgorde|aflopend gesorteerd|van laat naar vroeg|van nieuw naar oud"),
    }  # fmt: skip


_LIMIT = {
    "with": rule(
        rf"(?:de )?(?P<n>{_N}) (?:maatregelen|acties)(?P<g>{GAP}| )met de (?P<w>vroegste|eerste|eerstvolgende|dichtstbijzijnde|snelste|verste|laatste|langste) (?:deadlines?|einddatum|einddata|looptijd|termijn)"
    ),
    "first": rule(
        rf"(?:(?:alleen |geef |noem |toon )*(?:de |het |er )?(?:eerste|bovenste|top|hoogste) (?!een )(?P<n>{_N})|top-?(?P<n2>\d{{1,3}})|(?:hoogstens|maximaal|niet meer dan) (?P<n3>{_N})|(?:noem|geef|toon)(?: me| mij)?(?: er)? (?P<n4>{_N})(?= (?:maatregelen|van|voorbeelden|«)))(?: (?:maatregelen|voorbeelden|stuks|ervan|daarvan|die))?"
    ),
    "next": rule(
        rf"(?:de )?(?:(?:top )?(?P<n>{_N}) (?:eerstvolgende|eerste|dichtstbijzijnde|vroegste|komende)|(?:eerstvolgende|dichtstbijzijnde|vroegste) (?P<n2>{_N}))(?: (?:deadlines|einddata|maatregelen|termijnen))?"
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
    match = rules["sorted_far"].search(line.text) if by is None else None
    if match:
        by = next(k for k in ("end", "status", "owner", "title", "printed", "relevance") if match[k])
        line.use(match.span("a"), match.span("b"))
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
    match = _LIMIT["with"].search(line.text)
    if match:
        draft.limit, draft.measures_named = _number(match["n"]), True
        by, descending = "end", match["w"] in ("verste", "laatste", "langste")
        gap = match.span("g") if match["g"] else (match.end("n"), match.end("n"))
        tokens = line.use((match.start(), gap[0]), (gap[1], match.end()))
        if match["w"] in ("eerstvolgende", "dichtstbijzijnde"):
            draft.add(Upcoming(), tokens)
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
