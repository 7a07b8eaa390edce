# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""In which theme or under which heading."""

import re

from rapidfuzz import fuzz, process

from app.filters import Headings, KindIs, Owners, Pages, Themes
from app.query import Filter
from app.reading.draft import Draft, negation_before
from app.reading.lexicon import noise, phrase_of, words_of_questions
from app.reading.line import rule
from index.folding import fold

_THEME_CUE = r"(?:thema's|themas|thema|hoofdstukken|hoofdstuk|tabellen|tabel|beleidsthema|onderdeel|deel|domein|beleidsdomein|dossier|beleidsdossier)"
_HEADING_CUE = (
    r"(?:kopjes|kopje|kop|paragraaf|rubriek|tussenkopje|tussenkop|subkopje|subkop|noemer|subthema|onderdeel|categorie)"
)
_IN = r"(?:(?:binnen|in|uit|onder|van|bij|voor|op|over) )?(?:(?:het|de|een) )?"
_THEMES = r"«[mw]\d+»(?:(?: (?:,|en|of|&|in|het thema))* «[mw]\d+»)*"
SHORTEST_PART = 3  # letters: shorter words of a theme's name name nothing
NEAR_HEADING = 82  # rapidfuzz ratio from which words after "kopje" are taken for a heading

_COUNTED = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9}
_ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "zesde": 6,
    "zevende": 7,
    "achtste": 8,
    "laatste": 0,
}

_PLACE_RULES = {
    "themes": rule(rf"{_IN}{_THEME_CUE} (?:over |van )?(?P<l>{_THEMES})|{_IN}(?P<l2>{_THEMES})(?: -| s)? {_THEME_CUE}"),
    "quoted": rule(rf"{_IN}{_HEADING_CUE} (?P<q>«q\d+»(?: of «q\d+»)*)"),
    "headings": rule(
        rf"{_IN}(?:{_HEADING_CUE}|{_THEME_CUE}) (?P<l>«h\d+»(?: (?:en|of|,) «h\d+»)*)|(?:vallen|valt|staan|staat|hoort|horen|wat|en)?(?: er)? ?onder (?:(?:het onderwerp|de|het) )?(?P<l2>«h\d+»)|^(?P<l4>«h\d+»)(?: [,:-])? (?:wat|welke?)(?: maatregelen| acties)? (?:hoort|horen|valt|vallen|staat|staan|zit|zitten) (?:(?:er|daar|hier|allemaal|dan|zo) )*(?:bij|in|onder|daarbij|daarin|daaronder|eronder|erin|erbij|hieronder|hierbij)|^(?P<l3>«h\d+»)(?: ?(?:-|–|—)){{0,1}} :(?= .*(?:daar|daarvan|hier|hiervan|daaronder|daarin|erin|eronder|maatregelen|acties|«[ot]))"
    ),
    "headings_of": rule(
        rf"(?:(?:de|het) )?(?P<h>«h\d+») (?:bij|onder|binnen|van)(?: het)?(?: {_THEME_CUE})? (?P<m>«m\d+»)"
    ),
    "near": rule(
        rf"{_IN}(?:(?P<c>{_HEADING_CUE})|thema|hoofdstuk|beleidsthema) (?P<w>[^?!;·]+?)(?= ?(?:[?!;]|$|·|«[tso]))"
    ),
    "under": rule(
        r"(?:vallen|valt|staan|staat|horen|hoort) (?:er )?(?:in (?:het|dit|de|deze) (?:overzicht|rapport|rapportage|bijlage|document|lijst|tabel) )?onder (?P<w>(?:(?!«|de |het )[^?!;·«]|(?:de|het) [a-z]{4})(?:[^?!;·«]|«[mw]\d+»)*?)(?= ?(?:[?!;]|$))"
    ),
    "number": rule(
        rf"{_IN}{_THEME_CUE} (?P<n>\d|(?:{'|'.join(_COUNTED)})(?! (?:maatregelen|acties|ministeries)))(?: (?P<j>en|of|,|t/m|tot en met|-) (?P<n2>\d|{'|'.join(_COUNTED)}))?|{_IN}(?P<o>{'|'.join(_ORDINALS)}) {_THEME_CUE}"
    ),
    "pages": rule(
        r"(?:(?:op|van|uit) )?(?:(?:de|het) )?(?:pagina's|paginas|pagina|bladzijden|bladzijdes|bladzijde|bladzij|blz|bladz|pag|pp|p) (?P<l>\d{1,3}(?:-\d{1,3})?(?:(?: (?:,|en|of|t/m|tot|met|-|–|&|pagina|bladzijde|blz))+ \d{1,3}(?!\S))*)"
    ),
    "bare": rule(
        r"(?P<c>(?:binnen|bij|onder|uit|in|van|wat|over|voor) (?:er )?)?(?P<m>«m\d+»)(?P<s> maatregel(?:en)?)?"
    ),
}


def read_places(draft: Draft) -> None:
    """In which theme or under which heading."""
    line = draft.line
    while match := _PLACE_RULES["quoted"].search(line.text):
        wanted = [line.value(q) for q in re.findall(r"«q\d+»", match["q"])]
        names = tuple(_heading_named(draft, fold(w)) or w for w in wanted)
        _place(draft, match.span(), Headings(names))
    while match := _PLACE_RULES["headings_of"].search(line.text):  # "de overige maatregelen bij Arbeid"
        heading, theme = line.value(match["h"]), line.value(match["m"])
        tokens = line.use(match.span())
        draft.add(Headings((heading,)), tokens)
        draft.add(Themes((theme,)), tokens)
    while match := _PLACE_RULES["themes"].search(line.text):
        values = [line.value(s) for s in re.findall(r"«[mw]\d+»", match["l"] or match["l2"])]
        names = tuple(
            dict.fromkeys(v[1] if isinstance(v, tuple) else v for v in values if not isinstance(v, tuple) or v[1])
        )
        if not names:
            break
        _place(draft, match.span(), Themes(names))
    while match := _PLACE_RULES["headings"].search(line.text):
        names = tuple(
            line.value(s) for s in re.findall(r"«h\d+»", match["l"] or match["l2"] or match["l3"] or match["l4"])
        )
        _place(draft, match.span(), Headings(names))
    while match := _PLACE_RULES["number"].search(line.text):
        said = match["n"] or match["o"]
        n = int(said) if said.isdigit() else _COUNTED.get(said) or _ORDINALS[said] or len(draft.lexicon.themes)
        last = _COUNTED.get(match["n2"]) or int(match["n2"]) if match["n2"] else n
        if not 1 <= n <= last <= len(draft.lexicon.themes):
            break
        numbers = (n, last) if match["j"] in ("en", "of", ",") else range(n, last + 1)
        _place(draft, match.span(), Themes(tuple(draft.lexicon.themes[k - 1] for k in dict.fromkeys(numbers))))
    while match := _PLACE_RULES["pages"].search(line.text):
        _place(draft, match.span(), Pages(_pages(match["l"])))
        draft.measures_named = True
    match = _PLACE_RULES["under"].search(line.text)
    if match:
        first, last = line.span(match.start("w"), match.end("w"))
        named = _heading_named(draft, fold(line.words(line.symbols[first].start, line.symbols[last - 1].stop)))
        if named:
            _place(draft, match.span(), Headings((named,)))
    match = _PLACE_RULES["near"].search(line.text)
    if match:
        first, last = line.span(match.start("w"), match.end("w"))
        words = line.words(line.symbols[first].start, line.symbols[last - 1].stop)
        near = _near_place(draft, words)
        part = _part_of_heading(draft, first, last) if match["c"] and not near else None
        alone = None if near or part else _first_word(draft, words)
        if near:
            _place(draft, match.span(), near)
        elif part:
            name, stop = part
            said = " ".join(s.text for s in line.symbols[first:stop])
            _place(draft, (match.start(), match.start("w") + len(said)), Headings((name,)))
        elif alone:
            _place(draft, (match.start(), match.start("w") + len(match["w"].split()[0])), alone)


def _pages(text: str) -> tuple[int, ...]:
    """The pages of "5", "5 en 7", "5-7", "5 t/m 7"."""
    found: list[int] = []
    for number in re.sub(r" (?:t/m|tot en met|tot|-|–) ", "-", text).replace(",", " ").split():
        first, dash, last = number.partition("-")
        if first.isdigit():
            found += range(int(first), int(last) + 1) if dash and int(first) <= int(last) else [int(first)]
    return tuple(dict.fromkeys(found))


def _part_of_heading(draft: Draft, first: int, last: int) -> tuple[str, int] | None:
    """The one heading that has the words from a symbol on, as many as there can be, and the symbol at which they end.

    "kopje genderdiversiteit in de top, wat staat daar": the words of a heading's name stand in any order, one error each.
    """
    line = draft.line
    names = {
        heading: [w for w in fold(heading).replace("/", " ").split() if w.isalpha()]
        for heading in draft.lexicon.headings
    }
    found, held = None, set(names)
    for n in range(first, last):
        symbol = line.symbols[n]
        words = fold(line.words(symbol.start, symbol.stop)).split()
        if not words or not words[0][0].isalnum():
            break
        telling_words = [word for word in words if word not in noise() or word in ("zorg", "top")]
        held = {h for h in held if all(any(_alike(word, own) for own in names[h]) for word in telling_words)}
        if not held:
            break
        if telling_words and len(held) == 1:
            found = (next(iter(held)), n + 1)
    return found


def _alike(word: str, own: str) -> bool:
    """Whether two words are one, but for an error in a long one."""
    return word == own or (len(word) > 5 and fuzz.ratio(word, own) >= NEAR_HEADING)


def _first_word(draft: Draft, words: str) -> Filter | None:
    """The theme that the first word after a theme's cue nearly spells: "veiligeid per status"; unless more than one do."""
    first = fold(words).split()[0] if words.split() else ""
    parts = {t: [w for w in fold(t).split() if len(w) > SHORTEST_PART] for t in draft.lexicon.themes}
    near = [t for t, own in parts.items() if any(fuzz.ratio(first, w) >= NEAR_HEADING for w in own)]
    return Themes((near[0],)) if len(near) == 1 else None


def _near_place(draft: Draft, words: str) -> Filter | None:
    heading = _heading_named(draft, fold(words))
    if heading:
        return Headings((heading,))
    themes = {fold(t): t for t in draft.lexicon.themes}
    best = process.extractOne(fold(words), themes, scorer=fuzz.ratio, score_cutoff=NEAR_HEADING)
    return (
        Themes((draft.lexicon.themes[list(themes).index(best[2])] if best[2] in themes else best[0],)) if best else None
    )


def _heading_named(draft: Draft, words: str) -> str | None:
    """The heading that the words name, exactly or nearly; None if none or more than one do."""
    wanted = " ".join(phrase_of(words))
    choices = {h: " ".join(phrase_of(h)) for h in draft.lexicon.headings}
    exact = [h for h, text in choices.items() if text == wanted]
    if exact:
        return exact[0]
    best = process.extract(wanted, choices, scorer=fuzz.ratio, score_cutoff=NEAR_HEADING, limit=2)
    if best:
        return str(best[0][2])
    part = [
        h
        for h, text in choices.items()
        if (len(wanted) > 2 and text.startswith(wanted + " ")) or (len(wanted) > 3 and f" {wanted}" in text)
    ]
    return part[0] if len(part) == 1 else None


def _place(draft: Draft, span: tuple[int, int], condition: Filter) -> None:
    negation = negation_before(draft, span[0])
    draft.add(condition, draft.line.use(span, negation or (0, 0)), negated=negation is not None)


_BARE_HEADING = re.compile(
    r"(?<!\S)(?:(?P<cue>bij|in|binnen|uit|onder|van|maatregelen|acties|blok|sectie|onderdeel|rubriek|categorie|groep|deel) (?:(?:de|het) )?(?:blok |sectie |onderdeel |rubriek |categorie |groep |deel )?)(?P<h>«h\d+»)(?!\S)"
)


def read_bare_headings(draft: Draft) -> None:
    """A heading's whole name of several words where a place is asked for; it may be meant as a subject as well."""
    line = draft.line
    whole = _ONLY_HEADING.search(line.text)
    if whole and " " in line.value(whole["h"]):
        symbol = next(s for s in line.symbols if s.text == whole["h"])
        words = line.words(symbol.start, symbol.stop)
        _place(draft, whole.span("h"), Headings((line.value(whole["h"]),)))
        draft.as_topic = (Headings((line.value(whole["h"]),)), words)
        return
    match = _BARE_HEADING.search(line.text)
    if match is None:
        return
    owned = draft.has(Owners) and match["cue"] in _WITHIN and " " in line.value(match["h"])
    if not owned and (
        draft.unknown(beside=match.group()) or re.search(r"«[kpqbwnh]\d+»", line.text.replace(match["h"], ""))
    ):
        return
    symbol = next(s for s in line.symbols if s.text == match["h"])
    name = line.value(match["h"])
    words = line.words(symbol.start, symbol.stop)
    placed = match["cue"] not in ("van", "maatregelen", "acties") or len(name.split()) > 1
    within = match["cue"] in _WITHIN and len(name.split()) > 1
    asked = draft.found or draft.ask or draft.measures_named or within
    if not asked or not placed or (len(name.split()) == 1 and not _STANDS.search(line.text[: match.end()])):
        return
    _place(draft, match.span(), Headings((name,)))
    draft.as_topic = (Headings((name,)), words)


_ONLY_HEADING = re.compile(r"^(?P<h>«h\d+»)(?: [?.!])*$")  # a heading's whole name and nothing more
_WITHIN = ("bij", "in", "binnen", "onder")  # behind which the full name of a place is one
_STANDS = re.compile(r"(?<!\S)(?:staan|staat|vallen|valt|horen|hoort|zitten|zit|blok|sectie|onderdeel)(?!\S)")
_STANDS_UNDER = rule(  # "wat valt er onder Zorg", "alles wat onder het kopje Veiligheid hangt": of no subject is that said
    r"(?P<v>vallen|valt|staan|staat|hangen|hangt|ressorteren|ressorteert|schaart|schuilt|is ondergebracht|zijn ondergebracht)(?: (?:er|allemaal|nu|precies|zoal|verder|nog|dan))* onder (?:het |de )?«m\d+»"
    r"|onder (?:het |de )?«m\d+»(?: (?:allemaal|nu|precies|zoal|verder|nog|dan))* (?:vallen|valt|staan|staat|hangen|hangt|ressorteren|ressorteert|schuilt|te vinden|te staan|is ondergebracht|ondergebracht)"
)
_ONLY_THEME = rule(r"^(?:(?:en|maar) )*(?:(?:wat )?(?:is er )?(?:in|binnen|bij|onder) )(?P<m>«m\d+»)(?: \?)*$")


_WHOLE_THEME = re.compile(  # a full name of several words where a place stands, whatever the question holds beside it
    r"(?:^|(?<=[,:;] )|(?<!\S)(?=(?:bij|in|binnen|onder|uit) ))(?P<l>(?:(?:bij|in|binnen|onder|uit) )?(?:het |de )?(?P<m>«m\d+»))(?!\S)"
)


_THEME_ABOUT = re.compile(  # "welke maatregelen in Arbeid gaan over mantelzorg": in front of a subject it is a place
    r"(?<!\S)(?P<l>(?:in|binnen|onder|uit) (?P<the>(?:het|de) )?(?P<m>«m\d+»)) (?=(?:die )?(?:gaan|gaat) (?:er )?over(?!\S))"
)


def _is_whole_name(draft: Draft, symbol: str) -> bool:
    """Whether a theme's symbol stands for its full name of several words."""
    found = next(s for s in draft.line.symbols if s.text == symbol)
    name = draft.line.value(symbol)
    return " " in name and fold(draft.line.words(found.start, found.stop)) == fold(name)


def _names_whole_theme(draft: Draft) -> bool:
    """Whether the question is a theme's full name of several words, after "in" or "bij", and nothing more."""
    match = _ONLY_THEME.search(draft.line.text)
    if match is None:
        return False
    return _is_whole_name(draft, match["m"])


def read_bare_themes(draft: Draft) -> None:
    """A theme's bare word beside other structure, when it is all that is left: "bij Veiligheid niet afgerond"."""
    line = draft.line
    whole = _WHOLE_THEME.search(line.text)
    if whole and draft.found and _is_whole_name(draft, whole["m"]):
        theme = line.value(whole["m"])
        _place(draft, whole.span("l"), Themes((theme,)))
        draft.as_topic = (Themes((theme,)), fold(theme))
        return
    about = _THEME_ABOUT.search(line.text)
    if about and draft.measures_named and (not about["the"] or _is_whole_name(draft, about["m"])):
        theme = line.value(about["m"])
        _place(draft, about.span("l"), Themes((theme,)))
        draft.as_topic = (Themes((theme,)), fold(theme))
        return
    themes = re.findall(r"«m\d+»", line.text)
    stands = _STANDS_UNDER.search(line.text)
    beside = noise() | set(words_of_questions()["negation"]["words"]) | set(stands.group().split() if stands else ())
    others = [w for w in draft.left() if w not in beside and not re.fullmatch(r"[,;:?!()&%/-]", w)]
    rest = re.findall(r"«[kphtwqbn]\d+»", line.text)
    if not themes or others or rest:
        return
    negated = negation_before(draft, line.text.index(themes[0])) is not None
    placed = _names_whole_theme(draft) or stands is not None
    if not (draft.found or draft.measures_named or draft.ask or negated or placed):
        return
    if re.search(r"(?<!\S)(?:aan|voor) (?:de|het) «m", line.text):
        return  # "wat doet EZK aan het onderwijs"
    if draft.has(KindIs) and re.search(r"(?<!\S)(?:de|het|op) «m", line.text):
        return  # "pilots in het onderwijs" are sought by their subject
    names = tuple(dict.fromkeys(line.value(s) for s in themes))
    match = _PLACE_RULES["bare"].search(line.text)
    if match:
        span = (match.start(), max(line.text.rindex(themes[-1]) + len(themes[-1]), match.end()))
        negation = negation_before(draft, match.start("m"))
        tokens = line.use(span, negation or (0, 0))
        condition = draft.add(Themes(names), tokens, negated=negation is not None)
        if negation is None:
            draft.as_topic = (condition, " en ".join(names).lower())
