# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Whether a question asks for a number or a share of measures."""

import re
from functools import lru_cache

from app.reading.draft import Draft
from app.reading.lexicon import any_of, noise, telling_progress, words_of_questions
from app.reading.line import rule

_PERCENT = rule(
    r"(?:(?:hoeveel|welk|wat is het|wat voor|het|een) )?(?:procent|percentage|aandeel|ratio|%)|(?:meer dan |ruim |minder dan |bijna )?(?:de helft|een kwart|een derde|de meerderheid|het merendeel|het grootste deel)(?: van)?|de meeste(?= (?:maatregelen|acties|plannen|«k\d+»|[a-z]+e maatregelen) )|welke fractie(?= van (?:de|alle|het) (?:«[a-z]\d+» |[a-z]+-)?(?:maatregelen|acties|plannen|totaal))|in hoeverre|in welke mate|(?:welk|hoe groot(?: een)?) (?:deel|gedeelte|aandeel)|hoe groot is (?:het|de) (?:deel|aandeel|percentage)"
)
_COUNT = rule(
    r"(?:om |met )?hoeveel|(?:wat is )?(?:het |de )?(?:totale )?aantal(?:len)?|tel(?: eens| even)?|hoe (?:vaak|dikwijls)|hoeveel (?:keer|maal)|in totaal|tellen(?=(?: [?!.])*$)"
)


_PART_OF = re.compile(  # "het aandeel van JenV in thema 2", "het percentage afgerond binnen Zorg": the first is the part
    r"(?: (?:van|door|voor|heeft|hebben|is))? (?:(?:de|het|ministerie|van) )*(?:«[owk]\d+»|(?P<w>[a-z]+(?: [a-z]+){0,2}?))(?: maatregelen)? (?P<in>in|binnen|onder|op|bij|uit|aan)(?!\S)(?! (?:uitvoering|voorbereiding|gang|tijd|schema))(?!.*(?<!\S)(?:is|zijn|wordt|worden|loopt|lopen|heeft|hebben|valt|vallen)(?!\S))"
)


def _part_before(draft: Draft, at: int) -> int | None:
    """The token up to which the part stands whose share is asked; None where it stands elsewhere."""
    match = _PART_OF.match(draft.line.text, at)
    if match is None or (match["w"] and not set(match["w"].split()) <= telling_progress()):
        return None
    return draft.line.symbols[draft.line.span(match.start("in"), match.end("in"))[0]].start


@lru_cache(maxsize=1)
def _changes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{any_of(words_of_questions()['changes']['verbs'])})(?!\S)")


_ASKED_WHETHER = re.compile(
    r"^(?:(?:en|maar|of|klopt het dat|is het zo dat) )?(?:is|zijn|heeft|hebben|loopt|lopen|valt|vallen|staat|staan|ligt|liggen|moet|moeten|wordt|worden|de meeste)(?!\S)"
)
_MORE_THAN_HALF = re.compile(r"helft|meerderheid|merendeel|grootste deel|de meeste")


def read_count(draft: Draft) -> None:
    """A number or a share of measures; "hoeveel vrouwen" is a detail and no count."""
    line = draft.line
    if draft.ask in ("groups", "rank"):
        match = _PERCENT.search(line.text)
        if match:
            draft.by_share = True
            line.use(match.span())
        match = _COUNT.search(line.text)
        if match:
            line.use(match.span())
        return
    match = _PERCENT.search(line.text)
    if match and match.group() == "de meeste" and not _ASKED_WHETHER.match(line.text):
        match = None
    if match and (line.text[: match.start()].endswith("met ") or _changes().search(line.text)):
        return  # "met hoeveel procent is de loonkloof gedaald": of something else than measures
    if match:
        rest = line.text[match.end() :]
        if re.match(
            r" (?:van )?(?:de |het |alle |onze )*(?:«|(?:«[a-z]\d+» )?[a-z]+e )?(?:maatregelen|acties|moties|«k|«o|is|zijn|afgeronde|lopende|daarvan|plannen|loopt|lopen|beleid|rapport|totaal)",
            rest,
        ) or not draft.unknown(beside=match.group()):
            draft.ask = "percentage"
            if _MORE_THAN_HALF.search(match.group()) and _ASKED_WHETHER.match(line.text):
                draft.whether = ()
            draft.share_until = _part_before(draft, match.end())
            again = re.search(
                r"(?<!\S)(?:,|in|als|uitgedrukt in)(?: in)? (?:procenten|percentages|procent)(?!\S)", line.text
            )
            if again and again.start() > match.end():
                line.use(again.span())
            tokens = line.use(match.span())
            verb = re.search(
                r"(?<!\S)(?:is|zijn|heeft|hebben|loopt|lopen|valt|vallen|ligt|liggen|staat|staan|wordt|worden|moet|moeten|kent|komt|hoort|gaat|deelt|delen)(?!\S)",
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
    return not draft.unknown()


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
