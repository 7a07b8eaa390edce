# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Groups ("per ministerie") and rankings of groups ("welk thema heeft de meeste")."""

import re
from functools import lru_cache

from app.filters import AnyOf, EndIn, MinistryCount, Owners, StatusIn, Themes
from app.query import GroupKey
from app.reading.comparing import read_comparison
from app.reading.draft import Draft
from app.reading.lexicon import GAP, any_of, carriers, words_of_questions
from app.reading.line import rule
from app.reading.numbers import NUMBER, number_of
from app.reading.several_fields import without_tails
from app.reading.together import read_pairs, read_together
from app.reading.when import When, whole_year
from app.reading.without import read_without


@lru_cache(maxsize=1)
def _group_rules() -> dict[str, re.Pattern[str]]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    keys = any_of([w for words in groups.values() for w in words])
    sides = "|".join(
        f"(?P<{key}>{any_of([w for w in words if not w.startswith('tabel')])})" for key, words in groups.items()
    )
    tops = "|".join(f"(?P<top_{key}>{any_of(words)})" for key, words in groups.items())
    join = r" (?:en|,|en/of|&|x|×|/|per|en per|naar|en naar|tegen|versus|vs|bij|binnen)"
    second = rf"(?:{join} (?:per |naar |over |elk |ieder )?(?:de |het )?(?P<second>{keys})(?! «[mhq]))?"
    numbers = r"(?:in )?(?:aantallen|de aantallen|het aantal|aantal|cijfers|totalen)"
    return {
        "per": rule(
            rf"(?:{numbers} )?(?:en |, )?(?:per|elke?|iedere?|(?:voor )?elk van de|(?:voor )?ieder van de|voor elke?|voor iedere?|uitgesplitst (?:naar|per|op)|gegroepeerd (?:per|op|naar)|opgesplitst (?:naar|per)|verdeeld (?:over|naar|per)|ingedeeld (?:naar|per|op)|gesplitst (?:naar|per)|onderverdeeld (?:naar|per)|naar|over(?= de | alle )|verdeling (?:over|per|naar)|verspreid over|groepeer (?:per|op|naar)|splits (?:uit )?(?:naar|per|op)|opgedeeld (?:naar|per|in)|uitsplitsen (?:naar|per|op)|uitgesplitst over|uit (?:naar|per)|gesorteerd per|opgesplitst in|verdeeld in|en per|en naar)"
            rf" (?:de |het |alle |verschillende |ieder |elk |verantwoordelijk |einddatum |eind |(?:drie|vier|vijf|zes|mogelijke) )*(?:{names}){second}"
        ),
        "most": rule(
            rf"(?:(?:welk|welke|wat|bij welke?|van welke?|in welke?|onder welke?|binnen welke?) )?(?:is |zijn )?(?:het |de |één )?(?:(?:top )?(?P<lim>{NUMBER}) )?(?:{names})(?P<g>(?: [^ ]+){{0,9}}?) (?:de |het )?(?P<x>meeste|minste|grootste|kleinste|vaakst|meest|minst|hoogste|laagste|grootst|kleinst|hoogst|laagst|op kop|bovenaan|koploper|hekkensluiter|drukst|drukste|rustigst)(?: aantal| aantallen| deel| aandeel| percentage| score)?"
        ),
        "most2": rule(
            rf"(?:de |het )?(?<!ten )(?P<x>meeste|minste|grootste aantal|kleinste aantal|vaakst|meest)(?P<g>(?: [^ ]+){{0,8}}?)(?: (?:bij|onder|in|van|door|heeft|hebben|op))?(?: welke?)? (?:{names})(?! (?:\d|«))"
        ),
        "deadline_most": rule(
            r"welke? (?:deadline|einddatum|termijn|planning|datum) (?:komt|komen|heeft|hebben|staat|staan|wordt|geldt)(?P<g>(?: [^ ]+){0,4}?) (?:de |het )?(?P<x>vaakst|meest|meeste|minst|minste)(?: maatregelen| voor| genoemd)*"
            r"|(?:wat is )?(?:de )?(?P<x2>meest|vaakst|minst) voorkomende (?:deadline|einddatum|termijn|(?P<s>status|stand))"
        ),
        "when_most": rule(
            r"wanneer (?:vallen|lopen|eindigen|zijn|verlopen)(?: er)? de meeste(?: deadlines| maatregelen| einddata)?(?: af)?"
        ),
        "who_most": rule(
            r"(?:(?:bij |van )?wie|waar) (?:heeft|hebben|doet|doen|trekt|staat|staan|ligt|liggen|is|zijn|zit|zitten|loopt|lopen)(?P<g>(?: [^ ]+){0,6}?) (?:de |het )?(?P<x>meeste|minste|meest|minst|vaakst)"
        ),
        "ranked": rule(
            rf"(?:rangschik|rangschikken|sorteer|orden|rangorde|ranglijst|ranking|volgorde|klassement|zet)(?: van)?(?: de| alle| het)? (?:{names})(?: (?:op|naar|van|met|in volgorde van|volgens|op volgorde van)(?: het| de)? (?P<by>aantal maatregelen|aantal acties|aantal|grootte|omvang|aantallen|hoeveelheid))"
            rf"|(?:{tops}) (?:gerangschikt|gesorteerd|op volgorde|geordend|in volgorde)(?: op| naar| van)?(?: het| de)? (?:aantal maatregelen|aantal acties|aantal|grootte|omvang)"
        ),
        "top": rule(
            rf"top(?: |-)?(?P<lim>{NUMBER})(?: van)?(?: de| het)? (?:{names})|(?:wat is |wat zijn |de |het |noem |geef )*(?:(?P<lim2>{NUMBER}) )?(?P<x>grootste|drukste|kleinste) (?:{tops})"
        ),
        "status_per": rule(
            rf"(?:wat is )?(?:de |het )?(?:status|statussen|stand van zaken|voortgang|statusoverzicht|voortgangsoverzicht|statusverdeling)(?: van de maatregelen| van alle maatregelen)? (?:per|van elk|van elke|van ieder|van iedere|(?:van|bij|voor) (?:de|alle)(?: zes| vier| vijf| tien| diverse| verschillende| afzonderlijke)?(?= [a-z']+(?:s|en)(?!\S))) (?:{names})(?! «)"
        ),
        "which": rule(rf"welke? (?:{names})(?P<verb> [a-z]+)(?: er)?(?: mee| voor| in)?"),
        "furthest": rule(
            rf"(?:bij |van |in |binnen )?welke? (?:{names}) (?:is|zijn|ligt|liggen|loopt|staat)(?: er| men| we)?(?: het)? (?:(?P<x>verst|minst)(?: ver)?(?: gevorderd| op weg| gekomen| klaar)?(?: met (?:het |de )?(?:afronden|afmaken|afronding|uitvoering|maatregelen|acties))?)"
        ),
        "in_which": rule(
            rf"(?:(?:verspreid|verdeeld|uitgesmeerd) )?(?:in|onder|bij|van|binnen|voor|op|met|over|tussen) welke? (?:{names})(?! «)(?P<said>.*? (?:verspreid|verdeeld|uitgesmeerd|gespreid|vertegenwoordigd|vertakt|present|aanwezig|te vinden)(?!\S))?"
        ),
        "status_alone": rule(
            r"(?:wat is |geef |toon )?(?:de )?(?:verdeling|spreiding|uitsplitsing|telling|indeling)(?: (?:van|over|naar|in))?(?: de)? (?P<status>status|statussen|stand van zaken)(?! \d)"
        ),
        "spread_of": rule(
            rf"(?:geef |toon |wat is )?(?:de )?(?:verdeling|spreiding|uitsplitsing|splitsing|indeling|telling|tussenstand|tabel|kruistabel|matrix|overzicht)(?: van de maatregelen| van maatregelen)? (?:van|over|naar|per|met) (?:(?:het |de )?aantal(?:len)? (?:maatregelen )?)?(?:de |het |alle )?(?:{names})(?! «[mh]){second}"
        ),
        "spread": rule(
            rf"(?:hoe (?:zijn|is)|wat is) (?:de )?(?P<g>(?:[^ ]+ ){{0,6}}?)(?:verdeeld|verdeling|verspreid|gespreid|opgedeeld|ingedeeld)(?: over| naar| per)? (?:de |het )?(?:{names}){second}"
        ),
        "of_each": rule(
            rf"hoeveel(?: (?:maatregelen|acties|er|stuks))? (?:tellen|hebben|kennen|bevatten|omvatten)(?: er)? (?:de|alle)(?: afzonderlijke| verschillende| diverse| losse| zes| vier| tien)*(?= [a-z']+(?:s|en)(?!\S)) (?:{names})(?! «)"
        ),
        "who_how_many": rule(r"wie (?:doet|heeft|trekt|draagt)(?: er)? hoeveel(?: maatregelen| acties)?"),
        "how_at": rule(
            r"hoe (?:zit|staat|is) het met de (?:voortgang|uitvoering|stand|status)(?= (?:bij|van|binnen|in) (?:het |de )?(?:ministerie van |departement van |thema )?(?:«[owm]|\d))|hoe (?:staat|staan|is|ver is|ver zijn|gaat|ver staat) (?:het|de zaken|de stand|men|we|ze|wij|jullie)(?: er)?(?: eigenlijk)?(?: er ?voor| ervoor| voor)?(?: met de maatregelen| met de acties)?(?= (?:bij|met|van|voor|in|binnen) (?:de |het )?(?:maatregelen |acties )?(?:van |bij |in |binnen )?(?:de |het )?(?:ministerie van |departement van |thema |hoofdstuk )?(?:«[owm]|\d))"
        ),
        "cross": rule(
            rf"(?:kruistabel|tabel|matrix|overzicht|aantallen|aantal maatregelen|verdeling)?(?: van| per| over| met)? ?(?:{sides}) (?:x|×|versus|vs|tegen|tegenover|afgezet tegen|per) (?:de |het |elk |elke |ieder )?(?P<second>{keys})"
        ),
        "in_numbers": rule(
            rf"(?P<a>(?:de |het )?(?:status|stand van zaken|stand|voortgang|stavaza)){GAP}(?P<b>(?:in|met) (?:cijfers|aantallen|getallen|procenten|percentages|grafiek))"
        ),
        "number_of": rule(
            rf"hoeveel (?:verschillende )?(?:{names})(?: zijn er| doen (?:er )?mee| staan erin| zijn er betrokken| worden genoemd| komen voor| telt het rapport| kent het rapport| heeft het rapport| staan er(?: in)?)?"
        ),
        "how": rule(
            r"hoe ver (?:is|zijn)(?= (?:het ministerie van )?«o\d+»(?: (?:inmiddels|nu|al))? (?:met|$|\?))|hoe (?:staat|staan|ver is|ver zijn)(?P<g>(?: (?:het|de|er|met|bij|ministerie|van|maatregelen|met de|maatregelen van))*) «[owmh]\d+»(?: (?:er)?voor| ervoor)?|hoe (?:staat|staan) de maatregelen(?: van| bij)?(?= «[owm]\d+»| er ?voor| ervoor)"
        ),
    }


@lru_cache(maxsize=1)
def _tail_rule() -> re.Pattern[str]:
    groups = words_of_questions()["groups"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in groups.items())
    dangling = r"(?: (?:is|zijn|horen|hoort|vallen|valt|liggen|ligt|staan|staat|dat|die|deze|ze|het|er|dan|elk|elke|daarvoor|verantwoordelijk|voor|bij|mee|gaat|gaan|over|daarover|loopt|lopen|klaar|af))*"
    return rule(
        rf"(?:(?:,|en|;|:|-|–|\?) )+(?:ook )?(?:(?:bij|van|door|onder|in|met|binnen|voor|op|per|tot) )?(?:(?:welke?|wat voor) (?:{names})|(?P<asked>wie|wanneer))(?: of (?:wie|welke? (?:ministerie|departement)))?{dangling}(?= [?!.]|$)"
        rf"|(?:(?:,|en) )+welke(?: (?:zijn|is|dat|die|er|dan|het))*(?= [?!.]|$)"
    )


_EACH_AGAIN = re.compile(
    r" (?:,|en|;|\?)(?: (?:,|en))*(?: met)? (?:hoeveel|hoe (?:vaak|dikwijls|veel|sterk|zwaar))(?: [a-z«»0-9]+){0,5}? (?:elk|elke|ieder|iedere|per stuk|stuk voor stuk|daarin|erin|daarvan|daar|erbij|daarbij|eronder)(?: (?:daarvan|ervan|van die|thema|ministerie|hoofdstuk|voor|mee|zit|zitten|staat|staan|het|ze|keer|·))*(?=(?: [?!.])*$)"
)
_OWNING = r"(?:ministeries|departementen|verantwoordelijken|eigenaren|trekkers|bewindspersonen)"
_AS = r"(?: als (?:verantwoordelijken?|eigenaar|trekker|eigenaren|trekkers))?"
_MOST_OWNERS = rule(
    rf"(?:welke?|wat (?:is|zijn)|noem|geef|toon)?(?: de)? ?(?:maatregel(?:en)?|actie|acties) (?:met|heeft|hebben|telt|tellen|kent|kennen|is|zijn|wordt|worden|ligt|liggen|valt|vallen|staat|staan|raakt)(?: er)?(?: van| onder| bij| gedragen door| gedeeld door| door| aan)?(?: de| het)? (?P<x>meeste|minste|grootste aantal|hoogste aantal)(?: verschillende| verantwoordelijke| betrokken)? {_OWNING}{_AS}(?: betrokken| verantwoordelijk| gedeeld| gedragen| achter zich)?"
    rf"|(?:bij|aan|van|voor) welke? (?:maatregel(?:en)?|acties?) (?:zijn|is|werken|doen|staan|horen|hebben)(?: er)?(?: de)? (?P<x2>meeste) {_OWNING}(?: betrokken| verantwoordelijk| mee| samen)?"
)


def _key(match: re.Match[str]) -> GroupKey | None:
    for key in ("owner", "theme", "heading", "status", "year", "quarter"):
        if match.groupdict().get(key) or match.groupdict().get(f"top_{key}"):
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
    if draft.ask == "rank":
        return
    for read in (
        _most_owners,
        read_pairs,
        read_together,
        _when_most,
        _furthest,
        read_comparison,
        read_without,
        _most,
        _compared,
        _counted_twice,
        _named_groups,
    ):
        if read(draft):
            return
    if not _ASKS_MORE.search(draft.line.text):
        _how_far(draft)


def read_ranked(draft: Draft) -> None:
    """A ranking of groups, and no order of a list: "rangschik de ministeries op aantal maatregelen"."""
    match = _group_rules()["ranked"].search(draft.line.text)
    key = _key(match) if match else None
    if match and key:
        draft.ask, draft.extreme, draft.group_by = "rank", "most", (key,)
        draft.line.use(match.span())


def read_tail(draft: Draft) -> None:
    """What is asked behind a question: "..., en bij welk ministerie?" groups a number, and a list tells it anyway."""
    line = draft.line
    match = _tail_rule().search(line.text)
    if match is None and (draft.measures_named or "«k" in line.text):
        head, further, _ = without_tails(line.text)
        if further and head.strip():
            line.use((len(head), len(re.sub(r"(?: [?!.])+$", "", line.text))))
    if match and not draft.group_by:
        asked: GroupKey | None = _key(match) or {"wie": "owner", "wanneer": "year"}.get(match["asked"] or "")  # type: ignore[assignment]
        if draft.ask == "count" and asked:
            draft.ask, draft.group_by = "groups", (asked,)
        line.use(match.span())


def _most_owners(draft: Draft) -> bool:
    match = _MOST_OWNERS.search(draft.line.text)
    if match:
        draft.ask, draft.extreme, draft.measures_named = "rank", "least" if match["x"] == "minste" else "most", True
        draft.line.use(match.span())
    return match is not None


_PER_KIND = rule(
    r"(?:per|naar|uitgesplitst naar|verdeeld (?:over|naar)(?: de)?|verdeling (?:over|naar)(?: de)?) (?:soort(?:en)?|type)(?: maatregel(?:en)?)?"
)


def _when_most(draft: Draft) -> bool:
    often = _group_rules()["deadline_most"].search(draft.line.text)
    if often:
        draft.ask, draft.group_by = "rank", ("status",) if often["s"] else ("quarter",)
        draft.extreme = "least" if (often["x"] or often["x2"]).startswith("min") else "most"
        draft.measures_named = True
        gap = often.span("g") if often["g"] else (often.end(), often.end())
        draft.line.use((often.start(), gap[0]), (gap[1], often.end()))
        return True
    match = _group_rules()["when_most"].search(draft.line.text)
    if match:
        draft.ask, draft.extreme, draft.group_by = "rank", "most", ("quarter",)
        draft.line.use(match.span())
    return match is not None


def _furthest(draft: Draft) -> bool:
    """Which group has the largest share of its own done: "welk thema is het verst met afronden"."""
    match = _group_rules()["furthest"].search(draft.line.text)
    key = _key(match) if match else None
    if match is None or key is None:
        return False
    draft.ask, draft.group_by, draft.by_share = "rank", (key,), True
    draft.extreme = "least" if match["x"] == "minst" else "most"
    draft.add(StatusIn((4,)), draft.line.use(match.span()))
    return True


def _most(draft: Draft) -> bool:
    """Which group has the most or the fewest, or the largest share."""
    rules, line = _group_rules(), draft.line
    for name in ("most", "most2", "top", "who_most"):
        match = rules[name].search(line.text)
        if not match or "t/m" in (match.groupdict().get("g") or ""):
            continue
        key = _key(match) or "owner"
        least = (match.groupdict().get("x") or "").startswith(("min", "klein", "laag", "rustig", "hekken"))
        draft.ask, draft.extreme, draft.group_by = "rank", "least" if least else "most", (key,)
        if re.search(r"(?<!\S)(?:deelt|delen)(?!\S)", match.group()):
            draft.add(MinistryCount(2), (0, 0))  # "welk ministerie deelt de meeste maatregelen"
        limit = match.groupdict().get("lim") or match.groupdict().get("lim2")
        if limit and number_of(limit) > 1:
            draft.limit = number_of(limit)  # "welke drie ministeries hebben de meeste"
        gap = match.span("g") if match.groupdict().get("g") else (match.end(), match.end())
        draft.by_share = draft.by_share or re.search(r"aandeel|percentage", match.group()) is not None
        line.use((match.start(), gap[0]), (gap[1], match.end()))
        after = re.search(
            r"(?<!\S)(?:na|behalve) (?:het ministerie van |het thema |thema )?«(?P<k>[om])\d+»(?!\S)", line.text
        )
        if (
            after and key == {"o": "owner", "m": "theme"}[after["k"]]
        ):  # "na OCW" asks for the second: the whole ranking tells it
            line.use(after.span())
            draft.limit = 2
        relative = _RELATIVE.search(line.text)
        if relative:
            draft.by_share = True
            line.use(relative.span())
        return True
    return False


_RELATIVE = rule(r"relatief|procentueel|verhoudingsgewijs|(?:naar|in) verhouding|percentueel")
_SIDE = r"(?:het |de |van |bij |door )*(?:ministerie van |departement van |thema |hoofdstuk )?"
_AGAINST = r"(?:met|en|tegen|tegenover|t.o.v|ten opzichte van|vs|versus|naast|of|tot)"
_COMPARED = rule(
    rf"(?:vergelijk|vergelijking|vergeleken|verschil|afgezet|hoe verhoud(?:t|en)(?: zich)?)(?P<n>(?: (?:tussen|van|eens|zich|maatregelen|het aantal|aantal|de|aantallen|deadlines|in|getal|getallen))*)(?P<adj> (?:afgeronde|lopende|doorlopende|gestopte|openstaande|voltooide|stopgezette|gedeelde) (?:maatregelen|acties|plannen|projecten))? (?P<l>{_SIDE}«(?P<k>[owtm])\d+»(?: (?:zich|,|{_AGAINST}|in|maatregelen|zich tot|dat|die|{_SIDE.strip('?')})*?)*? {_SIDE}«[owtm]\d+»)"
    rf"|(?P<l2>{_SIDE}«(?P<k2>[owtm])\d+» (?:vs|versus|vergeleken met|tegenover|ten opzichte van|afgezet tegen) {_SIDE}«[owtm]\d+»)"
)


def _compared(draft: Draft) -> bool:
    """Two side by side by status, as in "vergelijk OCW met SZW"; periods by their year or quarter."""
    line = draft.line
    match = _COMPARED.search(line.text)
    if not match:
        return _periods_compared(draft)
    symbols = re.findall(r"«[owtm]\d+»", match.group())
    kind = (match["k"] or match["k2"]).replace("w", "o")
    if {s[1].replace("w", "o") for s in symbols} != {kind}:
        return False
    values = [line.value(s) for s in symbols]
    by_number = re.search(r"aantal|getal", match["n"] or "") is not None
    said = match.span("adj")  # a status that is said is what is compared, and no group
    tokens = line.use((match.start(), said[0]), (said[1], match.end())) if match["adj"] else line.use(match.span())
    draft.ask = "groups"
    if kind == "t":
        whens = [w for w in values if isinstance(w, When)]
        draft.add(AnyOf(tuple(EndIn(w.period, w.possible) for w in whens)), tokens)
        draft.group_by = ("year",) if all(whole_year(w) for w in whens) else ("quarter",)
    elif kind == "o":
        draft.add(Owners(tuple(dict.fromkeys(v[0] if isinstance(v, tuple) else v for v in values))), tokens)
        draft.group_by = ("owner",) if match["adj"] or by_number else ("owner", "status")
    else:
        draft.add(Themes(tuple(dict.fromkeys(values))), tokens)
        draft.group_by = ("theme",) if match["adj"] or by_number else ("theme", "status")
    return True


def _periods_compared(draft: Draft) -> bool:
    """Years in a row stand side by side, as in "vergelijk 2024 en 2025", although they were read as one period."""
    line = draft.line
    match = re.search(r"(?<!\S)(?:vergelijk|vergelijking|verschil|vergeleken)(?!\S)", line.text)
    whens = [line.value(s) for s in re.findall(r"«t\d+»", line.text)] if match else []
    if match is None or len(whens) != 1 or not isinstance(whens[0], When) or whens[0].relation != "range":
        return False
    first, last = whens[0].period.first, whens[0].period.last
    if first is None or last is None:
        return False
    draft.ask, draft.group_by = "groups", ("year" if first.year != last.year else "quarter",)
    line.use(match.span())
    draft.measures_named = True
    return True


def _counted_twice(draft: Draft) -> bool:
    """A number for each, as in "hoeveel van OCW en hoeveel van SZW"; of statuses the whole distribution."""
    line = draft.line
    several = list(re.finditer(r"(?<!\S)hoeveel(?!\S)", line.text))
    if len(several) < 2 or draft.unknown():
        return False
    parts = re.split(r"(?<!\S)hoeveel(?!\S)", line.text)[1:]
    kinds = [set(re.findall(r"«([otm])\d+»", part)) for part in parts]
    common = set.intersection(*kinds)
    draft.ask = "groups"
    if "o" in common:
        draft.group_by = ("owner",)
        codes = tuple(dict.fromkeys(line.value(s) for s in re.findall(r"«o\d+»", line.text)))
        spans = [m.span() for m in re.finditer(r"(?:(?:van|bij|door) )?«o\d+»", line.text)]
        draft.add(Owners(codes), line.use(*spans))
    elif "t" in common:
        whens = [w for s in re.findall(r"«t\d+»", line.text) if isinstance(w := line.value(s), When)]
        draft.group_by = ("year",) if all(whole_year(w) for w in whens) else ("quarter",)
        spans = [m.span() for m in re.finditer(r"«t\d+»", line.text)]
        draft.add(AnyOf(tuple(EndIn(w.period, w.possible) for w in whens)), line.use(*spans))
    else:
        per = _group_rules()["per"].search(line.text)
        key = _key(per) if per else None
        draft.group_by, draft.no_status = (key, "status") if key and key != "status" else ("status",), True
        if per:
            line.use(per.span())
    line.use(*[m.span() for m in re.finditer(r"(?<!\S)hoeveel(?!\S)", line.text)])
    return True


def _named_groups(draft: Draft) -> bool:
    """Groups by the names of the columns: "per thema en status", "verdeling naar ministerie", "thema x status"."""
    rules, line = _group_rules(), draft.line
    keys: list[GroupKey] = []

    def note(match: re.Match[str], otherwise: GroupKey) -> None:
        second = match.groupdict().get("second")
        for key in (_key(match) or otherwise, _key_of(second) if second else None):
            if key and key not in keys:
                keys.append(key)

    match = rules["status_per"].search(line.text)
    if match:
        note(match, "theme")
        keys.append("status")
        line.use(match.span())
    if excepted := _EXCEPTED.search(line.text):  # "welke ministeries behalve OCW": groups beside its own
        line.drop(*excepted.span("x"))
    match = rules["which"].search(line.text)
    if match and match["verb"].strip() not in carriers():
        match = None
    if match and not keys and not draft.unknown() and _key(match) not in ("year", "quarter"):
        note(match, "owner")
        line.use(match.span())
    match = rules["in_which"].search(line.text)
    last = match["said"].split()[-1] if match and match["said"] else ""
    if (
        match
        and (match.group().split()[0] != "over" or last)
        and not keys
        and not draft.unknown(beside=f"{match.group().split()[0]} {last}")
    ):
        note(match, "owner")
        line.use((match.start(), match.start("said") if last else match.end()))
        if last:
            line.use((line.text.index(last), line.text.index(last) + len(last)))
    for name in ("of_each", "who_how_many"):
        match = rules[name].search(line.text)
        if match and not keys:
            note(match, "owner")
            line.use(match.span())
    for name in ("cross", "spread_of", "status_alone", "number_of"):
        match = rules[name].search(line.text)
        if match and not keys:
            note(match, "status")
            line.use(match.span())
    match = rules["spread"].search(line.text)
    if match and not keys:
        note(match, "status")
        gap = match.span("g")
        line.use((match.start(), gap[0]), (gap[1], match.end()))
    while match := rules["per"].search(line.text):
        if _key(match) in ("year", "quarter") and not draft.measures_named and draft.unknown():
            break  # "meldingen per jaar" counts no measures
        note(match, "owner")
        line.use(match.span())
    match = _PER_KIND.search(line.text)
    if match and not keys:
        keys.append("kind")
        line.use(match.span())
    match = rules["in_numbers"].search(line.text)
    if match and not keys:
        keys.append("status")
        line.use(match.span("a"), match.span("b"))
    if len(keys) == 1 and keys[0] != "status" and (spread := _SPREAD_STATUS.search(line.text)):
        keys.append("status")
        line.use(spread.span())
    if keys:
        draft.ask, draft.group_by = "groups", tuple(keys[:2])
        if again := _EACH_AGAIN.search(line.text):  # "..., en hoe vaak in elk?": a number for each is what groups tell
            line.use(again.span())
        whole = _WHOLLY.search(line.text) if len(keys) == 1 and _OF_WHICH.match(line.text) else None
        if whole and keys[0] != "status":  # "welke kopjes zijn helemaal afgerond": those with the highest share
            draft.ask, draft.extreme, draft.by_share, draft.whether = "rank", "most", True, ()
            line.use(whole.span())
    return bool(keys)


_EXCEPTED = re.compile(
    r"^(?:(?:en|bij|van) )*(?:welke?) (?:(?:ander|andere) )?(?:ministeries?|departement(?:en)?)(?P<x> (?:behalve|buiten|naast|uitgezonderd|dan) (?:het )?(?:ministerie van )?«o\d+»(?: (?:,|en|of) «o\d+»)*)"
)
_SPREAD_STATUS = rule(
    r"(?:de )?(?:status|statussen|stand van zaken|voortgang)(?= (?:zich|verdeeld|verspreid|over|per|·|[?!.]|is|van)(?!\S)| «|$)(?! · (?:afgerond|klaar))"
)
_WHOLLY = rule(r"helemaal|geheel|volledig|alles|compleet|in zijn geheel|al het werk|alle maatregelen")
_OF_WHICH = re.compile(r"^(?:(?:en|noem|geef|toon) )?(?:(?:in|bij|onder|binnen|van) )?(?:welke?|wie|·)(?!\S)")


def _how_far(draft: Draft) -> None:
    """How many measures are how far, as in "hoe staat OCW ervoor?"."""
    line = draft.line
    match = _group_rules()["how_at"].search(line.text)
    if match and not draft.unknown(beside=match.group()):
        draft.ask, draft.group_by = "groups", ("status",)
        line.use(match.span())
        return
    match = _STAND_OF.match(line.text)
    if match:
        draft.ask, draft.group_by = "groups", ("status",)
        line.use(match.span("a"))
        return
    match = _HOW_ALL.search(line.text)
    if match and not draft.unknown(beside=match.group()):
        draft.ask, draft.group_by = "groups", ("status",)
        line.use(match.span())
        return
    match = _group_rules()["how"].search(line.text)
    if match and not draft.unknown(beside=match.group()):
        draft.ask, draft.group_by = "groups", ("status",)
        symbol = re.search(r"«[owmh]\d+»", match.group())
        spans = [match.span()] if not symbol else [
            (match.start(), match.start() + symbol.start()), (match.start() + symbol.end(), match.end())
        ]  # fmt: skip
        line.use(*spans)


_STAND_OF = re.compile(  # "stand van zaken BZ"
    r"^(?P<a>(?:wat is |geef )?(?:de )?(?:stand van zaken|voortgang|stavaza))(?: (?:van|bij|in|voor|op|binnen|het|de|ministerie|departement|maatregelen|thema|hoofdstuk))* (?:«[owm]\d+»|\d)(?: [?.!])*$"
)
_HOW_ALL = re.compile(  # "hoe staan we ervoor?"
    r"^(?:en )?hoe (?:staan we|staat het|staan de maatregelen|ver zijn we|ver is het|ver is men|gaat het(?= met))(?: er)?(?: ervoor| voor)?(?: met (?:de maatregelen|alle maatregelen|alles|het emancipatiebeleid|de uitvoering))?(?: ervoor)?(?: [?!.])*$"
)
_ASKS_MORE = re.compile(
    r"^hoe (?:staat|is|ver) .*, (?:en )?(?:wat|welke) "
)  # "hoe staat het met X, wat loopt af": a list
