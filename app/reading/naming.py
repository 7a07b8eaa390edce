# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Whether words name one measure and not a set of them, and those words without what hangs around them."""

import re
from collections.abc import Sequence

from app.query import FieldName
from app.reading.draft import Draft
from app.reading.lexicon import telling
from app.reading.line import Token

_PLURAL_MEASURES = re.compile(r"(?<!\S)(?:maatregelen|acties|moties|die van|maatregeln|alles|allemaal)(?!\S)")
_POINTING = re.compile(
    r"^(?:(?:de|het|dat|die|deze|dit|daarvan|hiervan|daar|er|hem|haar|programma|maatregel|motie|eerste|tweede|derde|vierde|laatste|onderzoek|pilot) ?)+$"
)


_OF_THE_CHAMBER = re.compile(r" (?:uit|van|in) (?:de (?:tweede )?kamer|«b\d+»)$")


def set_of_kind(draft: Draft, start: int, inner: str) -> bool:
    """Whether the words are a set of motions, studies ...: a plural, and nothing that tells which."""
    match = re.match(
        r"(?:(?:de|alle|die|onze) )?(?:(?:uitvoering|voortgang|afhandeling|stand) van (?:de |alle )?)?(?:(?:lopende|openstaande|doorlopende|afgeronde|gestopte|nog lopende) )?(?P<k>«k\d+»)(?P<rest>.*)",
        inner,
    )
    if (
        match is None
        or any(telling(w) for w in _OF_THE_CHAMBER.sub("", match["rest"]).split())
        or re.search(r"«[phnq]\d+»", match["rest"])
    ):
        return False
    place = start + match.start("k")
    line = draft.line
    word = line.tokens[line.symbols[line.span(place, place + 1)[0]].start].norm
    singular = draft.lexicon.names.get(word.removesuffix("s").removesuffix("'"), ())
    return word.endswith("en") or (word.endswith("s") and any(entry.type == "k" for _, entry in singular))


_PLACE = re.compile(  # a theme or heading is a set
    r"(?:mee |betrokken |actief )?(?:aan |in |bij |binnen |onder )?(?:het |de )?(?:thema|hoofdstuk|kopje|tabel|paragraaf) «[mhw]\d+»"
)


_LABELLED = re.compile(  # the labels of columns in a row, as on a form: "status afgerond, thema zorg, ministerie VWS"
    r"(?:^|, |; )(?:(?:het |de )?(?:thema|hoofdstuk|kopje|ministerie|departement|status|stand|wie|kolom) (?:: |= )?(?:«[omhw]\d+»|(?:niet )?(?:afgerond|in uitvoering|doorlopend|gestopt)))(?!\S)"
)


_NO_MEASURE = re.compile(  # words of tables and numbers, groups, and a name that breaks off
    r"^(?:(?:de|alle|onze|die|zes|verschillende|afzonderlijke|diverse) )*(?:thema's|themas|hoofdstukken|tabellen|ministeries|departementen|kopjes|rubrieken)(?!\S)|(?<!\S)(?:kruistabel|tabel|matrix|verdeling|uitsplitsing|lijst|lijstje|overzicht|aantal|aantallen)(?!\S)|(?<=\S) (?:van|de|het|een|voor|met|x|en|of)$"
)


def names_one(inner: str, name: FieldName) -> bool:
    """Whether the words name one measure, and not a set of them."""
    if _PLURAL_MEASURES.search(inner) and not re.search(r"«n\d+»", inner):
        return False
    if re.search(
        r"(?<!\S)(?:meeste|minste|meest|minst|grootste|kleinste|hoogste|laagste|vaakst|koploper|hekkensluiter|bovenaan|langst|langste|langstlopende|verste|vroegste|eerstvolgende|dichtstbijzijnde|elk|elke|ieder|iedere|per|hoeveel|welke|welk)(?!\S)",
        inner,
    ):
        return False
    if re.match(
        r"(?:er|alle|iets|niets|niks|(?:nog |al )+(?:niets|niks|geen)|al|de meeste|sommige|geen)(?!\S)", inner
    ) and name in ("status", "owners", "end"):
        return False
    if _NO_MEASURE.search(inner):
        return False
    words = [w for w in inner.split() if not w.startswith("«") and len(w) > 1 and not w.isdigit()]
    content = [w for w in words if telling(w)]
    kinds = re.findall(r"«[kpnhmq]\d+»", inner)
    if _PLACE.fullmatch(inner) or _LABELLED.search(inner):
        return False
    if not content and "«t" in inner:
        return False
    if not content and not kinds:
        return bool(_POINTING.match(inner)) and name not in ("theme",) if not re.search(r"«", inner) else False
    return bool(content) or not re.fullmatch(r"(?:(?:de|het|een) )?«[om]\d+»", inner)


_ABOUT = ("voor", "rond", "over", "rondom")
_GENERAL = re.compile(r"(?:het |ons )?(?:emancipatie)?beleid (?:voor|rond|over|rondom)(?!\S)")


def _without_articles(tokens: Sequence[Token]) -> str:
    words = [t.text for t in tokens]
    if len(words) > 2 and _GENERAL.match(" ".join(words[:3]).lower()):  # "het beleid voor Bonaire"
        words = words[next(n for n, w in enumerate(words) if w.lower() in _ABOUT) + 1 :]
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


def words_of(draft: Draft, start: int, end: int) -> str:
    """The words of the question in the characters start to end of the line, without articles around them."""
    line = draft.line
    first, last = line.span(start, start + len(line.text[start:end].rstrip(" ?!.")))
    return _without_articles([t for s in line.symbols[first:last] for t in line.tokens[s.start : s.stop]])
