# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Groups ("per ministerie") and rankings of groups ("welk thema heeft de meeste")."""

import re
from functools import lru_cache

from app.filters import MinistryCount, Owners
from app.query import Extreme, GroupKey
from app.reading.draft import Draft
from app.reading.lexicon import any_of, words_of_questions
from app.reading.line import rule
from app.reading.numbers import NUMBER, number_of


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
            rf"(?:(?:welk|welke|wat|bij welke?|van welke?|in welke?|onder welke?|binnen welke?) )?(?:is |zijn )?(?:het |de |één )?(?:(?P<lim>{NUMBER}) )?(?:{names})(?P<g>(?: [^ ]+){{0,9}}?) (?:de |het )?(?P<x>meeste|minste|grootste|kleinste|vaakst|meest|minst|hoogste|laagste|grootst|kleinst|hoogst|laagst|op kop|bovenaan|drukst|drukste|rustigst)(?: aantal| aantallen| deel)?"
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
                if name == "most" and match["lim"] and number_of(match["lim"]) > 1:
                    draft.limit = number_of(match["lim"])  # "welke drie ministeries hebben de meeste"
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
    if match and not draft.unknown() and _key(match) != "year":
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
        if _key(match) in ("year", "quarter") and not draft.measures_named and draft.unknown():
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
    if match and not draft.unknown():
        draft.ask, draft.group_by = "groups", ("status",)
        line.use(match.span())
        return
    match = rules["how"].search(line.text)
    if match and not draft.unknown():
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
