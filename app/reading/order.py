# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Sorting and cutting: "gesorteerd op deadline, vroegste eerst", "de eerste drie", "top 3"."""

import re
from functools import lru_cache

from app.filters import Upcoming
from app.query import Order, OrderKey
from app.reading.draft import Draft
from app.reading.lexicon import GAP, any_of, words_of_questions
from app.reading.line import rule
from app.reading.numbers import NUMBER, number_of


@lru_cache(maxsize=1)
def _order_rules() -> dict[str, re.Pattern[str]]:
    order = words_of_questions()["order"]
    names = "|".join(f"(?P<{key}>{any_of(words)})" for key, words in order.items())
    others = "|".join(f"(?P<{key}2>{any_of(words)})" for key, words in order.items())
    return {
        "sorted": rule(
            rf"(?:en )?(?:op|volgens|naar)(?: de| het)? (?:{others}) (?:gesorteerd|gerangschikt|geordend|sorteren|op volgorde)|(?:en )?(?:gesorteerd|gerangschikt|geordend|sorteer|sorteren|sortering|rangschik|rangschikken|orden|in (?:de )?volgorde|op volgorde|volgorde)(?: ze| dit| die| deze| het| de lijst| hem| maar| eens)?(?: op| van| naar| volgens| per)?(?: de| het)? (?:{names})"
        ),
        "at_end": rule(r"op (?:de )?(?:(?P<end>deadline|deadlines|einddatum|einddata)|(?P<title>titel|alfabet)|(?P<status>status)|(?P<owner>ministerie))(?=(?: [?!.])*$)"),
        "sorted_far": rule(rf"(?P<a>sorteer|rangschik|orden|zet|geef|toon){GAP}(?P<b>op(?: de)? (?:{names}))(?= ·| \?|$| en| ,)"),
        "verb": rule(r"sorteer|sorteren|rangschik|rangschikken|orden"),
        "chronological": rule(r"(?:in )?(?:chronologisch(?:e volgorde)?|op tijdsvolgorde|in de tijd|op datum)"),
        "alphabetical": rule(r"(?:in )?(?:alfabetische volgorde|alfabetisch|op alfabet)"),
        "first": rule(r"(?:wat|die|degene die) (?:er )?(?:het )?(?:eerst|vroegst|snelst) (?:klaar (?:moet|moeten) zijn|af (?:moet|moeten) zijn|afloopt|aflopen|eindigt|eindigen) (?:eerst|bovenaan|vooraan|voorop)|(?:de |het )?(?:vroegste|eerste|oudste|dichtstbijzijnde|eerstvolgende|snelste)(?: deadline| einddatum| datum)? (?:eerst|bovenaan|voorop|vooraan)|oplopend|van vroeg naar laat|van oud naar nieuw"),
        "last": rule(r"(?:de |het )?(?:laatste|nieuwste|verste|late)(?: deadline| einddatum| datum)? (?:eerst|bovenaan|voorop|vooraan)|, aflopend|in aflopende volgorde|aflopend gesorteerd|van laat naar vroeg|van nieuw naar oud"),
    }  # fmt: skip


MOST = 50  # "de 149 maatregelen" asks for no so many
_ALL_OF_THEM = rule(rf"(?P<of>van (?:de|alle|die) )?(?P<n>{NUMBER})(?= (?:maatregelen|acties))")
_LIMIT = {
    "with": rule(
        rf"(?:de )?(?P<n>{NUMBER}) (?:maatregelen|acties)(?P<g>{GAP}| )met de (?P<w>vroegste|eerste|eerstvolgende|dichtstbijzijnde|snelste|verste|laatste|langste) (?:deadlines?|einddatum|einddata|looptijd|termijn)"
    ),
    "first": rule(
        rf"(?:(?:alleen (?=de |het )|geef |noem |toon )*(?:de |het |er )?(?:eerste|bovenste|top|hoogste) (?!een )(?P<n>{NUMBER})|top-?(?P<n2>\d{{1,3}})|(?:hoogstens|maximaal|niet meer dan) (?P<n3>{NUMBER})|(?:noem|geef|toon)(?: me| mij)?(?: er)? (?P<n4>{NUMBER})(?= (?:maatregelen|van|voorbeelden|«)))(?: (?:maatregelen|voorbeelden|stuks|ervan|daarvan|die))?"
    ),
    "some": rule(
        rf"(?<!van )(?:(?:^|(?P<w>welke|wat zijn|noem|geef|toon|zoek|en|de|zijn|me|mij) )(?:de )?)(?P<n>{NUMBER})(?= (?!laatste|verste|eerste|eerstvolgende|vroegste|dichtst|oudste|nieuwste)(?:[a-z]+e )?(?:maatregelen|acties|deadlines|projecten|einddata|«k\d+»)(?!\S))"
    ),
    "next": rule(
        rf"(?:de )?(?:(?:top )?(?!een eerste)(?P<n>{NUMBER}) (?:eerstvolgende|eerste(?! kamer)|dichtstbijzijnde|vroegste|komende)|(?:eerstvolgende|dichtstbijzijnde|vroegste) (?P<n2>{NUMBER}))(?: (?:deadlines|einddata|maatregelen|termijnen))?"
    ),
    "from_end": rule(rf"(?:de )?(?:laatste (?P<n>{NUMBER})) (?:maatregelen|acties)"),
    "last": rule(
        rf"(?:de )?(?:laatste (?P<n>{NUMBER})|(?P<n2>{NUMBER}) (?:laatste|verste))(?: (?:deadlines|einddata|maatregelen))?"
    ),
}


@lru_cache(maxsize=1)
def _group_names() -> re.Pattern[str]:
    """What "de top 5" may be of when it is no measures: ministries, headings."""
    names = any_of([w for words in words_of_questions()["groups"].values() for w in words])
    return re.compile(rf"(?: van)?(?: de| het)? (?:{names})(?!\S)(?! «)")


def read_order(draft: Draft) -> None:
    """Sorting and cutting: "gesorteerd op deadline, vroegste eerst", "de eerste drie", "top 3"."""
    rules, line = _order_rules(), draft.line
    by: OrderKey | None = None
    descending = in_order = False
    match = rules["sorted"].search(line.text)
    if match:
        in_order = (match["printed"] or match["printed2"]) == "volgorde"
        by = next(k for k in ("end", "status", "owner", "title", "printed", "relevance") if match[k] or match[f"{k}2"])
        line.use(match.span())
    match = rules["sorted_far"].search(line.text) if by is None else None
    if match:
        in_order = match["printed"] == "volgorde"
        by = next(k for k in ("end", "status", "owner", "title", "printed", "relevance") if match[k])
        line.use(match.span("a"), match.span("b"))
    match = rules["at_end"].search(line.text) if by is None else None
    if match:
        by = next(k for k in ("end", "title", "status", "owner") if match[k])
        line.use(match.span())
    for name, key in (("chronological", "end"), ("alphabetical", "title")):
        match = rules[name].search(line.text)
        if match and by is None:
            by = key  # type: ignore[assignment]
            line.use(match.span())
    for name in ("first", "last"):
        match = rules[name].search(line.text)
        if match:
            by = "end" if by is None or in_order else by  # "zet ze op volgorde, de vroegste bovenaan"
            descending = name == "last"
            line.use(match.span())
    match = _LIMIT["with"].search(line.text)
    if match:
        draft.limit, draft.measures_named = number_of(match["n"]), True
        by, descending = "end", match["w"] in ("verste", "laatste", "langste")
        gap = match.span("g") if match["g"] else (match.end("n"), match.end("n"))
        tokens = line.use((match.start(), gap[0]), (gap[1], match.end()))
        if match["w"] in ("eerstvolgende", "dichtstbijzijnde"):
            draft.add(Upcoming(), tokens)
    match = _LIMIT["next"].search(line.text)
    if match:
        draft.limit = number_of(match["n"] or match["n2"])
        by = by or "end"
        draft.measures_named = True
        draft.add(Upcoming(), line.use(match.span()))
    match = _LIMIT["first"].search(line.text)
    if match and draft.limit is None and not _group_names().match(line.text, match.end()):
        draft.limit = number_of(next(match[g] for g in ("n", "n2", "n3", "n4") if match[g]))
        draft.measures_named = True
        line.use(match.span())
    match = _LIMIT["some"].search(line.text)
    if match and draft.limit is None and 1 < number_of(match["n"]) <= MOST:
        draft.limit, draft.measures_named = number_of(match["n"]), True
        line.use(match.span("n"))
    match = _ALL_OF_THEM.search(line.text)
    if match and (match["of"] or number_of(match["n"]) > MOST):
        line.use(match.span("n"))
    match = _LIMIT["last"].search(line.text)
    if match and draft.limit is None and re.search(r"deadline|eind|verste", match.group()):
        draft.limit, by, descending = number_of(match["n"] or match["n2"]), by or "end", True
        line.use(match.span())
    match = _LIMIT["from_end"].search(line.text)
    if match and draft.limit is None and by is None and number_of(match["n"]) > 1:
        draft.limit, by, descending, draft.measures_named = number_of(match["n"]), "printed", True, True
        line.use(match.span())
    if by:
        draft.order = Order(by, descending)
        verb = rules["verb"].search(line.text)
        if verb:
            line.use(verb.span())
