"""Names in a question: ministries and bodies, themes and headings, kinds, members of parliament, numbers."""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.filters import GovernmentWide, Headings, Ids, KindIs, MinistryCount, Owners, OwnersMode, PersonIs, Themes
from app.filters.wording import NUMBERS
from app.query import Filter
from app.reading.draft import Draft, negation_before
from app.reading.lexicon import GAP, Entry, any_of, noise, phrase_of, words_of_questions
from app.reading.line import Symbol, rule
from index.folding import fold

NEAR_HEADING = 82  # rapidfuzz ratio from which words after "kopje" are taken for a heading


def find_names(draft: Draft) -> None:
    """Put a typed symbol in the place of every name: «o» ministry, «b» body, «w» ministry or theme, «m» theme, ..."""
    symbols, names = draft.line.symbols, draft.lexicon.names
    texts = [s.text for s in symbols]
    n, found = 0, []
    while n < len(texts):
        best: tuple[int, list[Entry]] | None = None
        for phrase, entry in names.get(texts[n], ()):
            size = len(phrase)
            if best is not None and size < best[0]:
                break
            if tuple(texts[n : n + size]) == phrase:
                best = (size, [*(best[1] if best else []), entry])
        if best:
            found.append((n, *best))
            n += best[0]
        else:
            n += 1
    for start, size, entries in reversed(found):
        kind, value = _typed(entries)
        value_index = len(draft.line.values)
        draft.line.values.append(value)
        stop = symbols[start + size - 1].stop
        symbols[start : start + size] = [Symbol(f"«{kind}{value_index}»", symbols[start].start, stop, value)]
    draft.line.refresh()


def _typed(entries: list[Entry]) -> tuple[str, object]:
    types = {e.type: e for e in reversed(entries)}
    if "o" in types and not types["o"].ambiguous:
        return "o", types["o"].value
    if "o" in types:  # a word that may be the ministry: with the theme that it may be instead, if any
        return "w", (types["o"].value, types["m"].value if "m" in types else None)
    for kind in "kmbph":
        if kind in types:
            return kind, types[kind].value
    raise ValueError(f"an entry of an unknown type: {entries}")


# ------------------------------------------------------------------------------------------------ ministries and bodies

_PREFIX = (
    r"(?:(?:het|de|een|elk|ons|'t) )?(?:(?:ministeries?|departement(?:en)?|ministers?|min|staatssecretaris(?:sen)?|bewindspersoon|"
    r"bewindslieden|bewindspersonen|collega's|mensen|ambtenaren|directie|minister en staatssecretaris) (?:(?:van|voor|bij|der) )?(?:(?:het|de) )?)"
)
_CUE = (
    r"(?:op naam van|onder verantwoordelijkheid van|in handen van|voor rekening van|de verantwoordelijkheid van|uit de koker van|"
    r"van|bij|door|voor|met|onder|binnen|aan|vanuit|namens|tussen|naast|uit)"
)
_ITEM = rf"(?:(?:{_CUE} )?{_PREFIX}?«[obw]\d+»)"
_JOIN = r"(?: (?:,|en|of|&|dan wel|danwel|ofwel|noch|als|plus|met|samen met|in samenwerking met|en ook|of ook|/|\+|en of|alsmede|en/of|en niet van|of van|en van|, en|, of|of bij|en bij))+ "
_LIST = rf"{_ITEM}(?:{_JOIN}{_ITEM})*"


@lru_cache(maxsize=1)
def _owner_rules() -> dict[str, re.Pattern[str]]:
    data = words_of_questions()
    together, alone = any_of(data["together"]["words"]), any_of(data["alone"]["words"])
    alone_at = any_of(data["shared"]["alone_at"])
    not_shared = any_of(data["shared"]["not_shared"])
    return {
        "no_ministry": rule(any_of(data["no_ministry"]["phrases"])),
        "count": rule(
            r"(?:van |door |met |bij |onder |aan )?(?P<q>minstens|minimaal|ten minste|tenminste|op zijn minst|meer dan|minder dan|hoogstens|maximaal|precies|exact|slechts|maar|meer als)?"
            rf" ?(?P<n>{'|'.join(fold(w) for w in NUMBERS[1:])}|\d{{1,2}})(?: (?P<m>of meer|of minder|of zelfs meer|of nog meer|tot en met (?P<n2>{'|'.join(fold(w) for w in NUMBERS[1:])}|\d{{1,2}})))?"
            r"(?: verschillende| betrokken| verantwoordelijke)? (?:ministeries?|departement(?:en)?|verantwoordelijken|eigenaren|eigenaar|bewindspersonen|verantwoordelijke ministeries)"
        ),
        "shared": rule(any_of(data["shared"]["phrases"])),
        "not_shared": rule(rf"{not_shared}|{alone_at}"),
        "government": rule(any_of(data["government_wide"]["phrases"])),
        "only": rule(rf"(?P<l>{_LIST})(?P<x>(?: (?!«)[^ ]+){{0,4}}? (?:{alone_at}))"),
        "alone_before": rule(rf"(?P<x>{alone}) (?P<l>{_LIST})"),
        "alone_after": rule(rf"(?P<l>{_LIST})(?P<x> (?:en )?(?:{alone}))"),
        "alone_far": rule(rf"(?P<l>{_LIST}){GAP}(?P<x>{not_shared})"),
        "alone_only": rule(rf"(?P<x>(?:waar |waarvan |waarvoor )?{alone}){GAP}(?P<l>{_ITEM})(?= (?:verantwoordelijk|eigenaar|de trekker|trekker|over gaat|voor|is|aan))"),
        "both": rule(rf"(?:zowel )(?P<l>{_LIST})"),
        "all_after": rule(rf"(?P<l>{_ITEM}(?:{_JOIN}{_ITEM})+)(?P<x>{GAP}(?:{together}))"),
        "all_before": rule(rf"(?P<x>{together}){GAP}(?P<l>{_ITEM}(?:{_JOIN}{_ITEM})+)"),
        "with": rule(rf"(?P<l>{_ITEM}(?P<x>{GAP}(?:samen met|gezamenlijk met|in samenwerking met|tezamen met|deelt met|delen met|gedeeld met|samenwerkt met|samen doet met|samen heeft met)) {_ITEM})"),
        "with2": rule(rf"(?P<l>{_ITEM})(?P<x>{GAP}(?:samen|gezamenlijk|deelt|gedeeld|delen|samenwerkt)) (?:met|en) (?P<l2>{_ITEM})"),
        "with3": rule(rf"(?P<x>samen met|gezamenlijk met|in samenwerking met|gedeeld met) (?P<l>{_ITEM}){GAP}(?P<l2>{_ITEM})"),
        "list": rule(_LIST),
    }  # fmt: skip


def read_owners(draft: Draft) -> None:
    """Whose measures are asked for."""
    rules, line = _owner_rules(), draft.line
    for match in iter(lambda: rules["no_ministry"].search(line.text), None):
        draft.add(MinistryCount(0, 0), line.use(match.span()))
    while match := rules["government"].search(line.text):
        draft.add(GovernmentWide(), line.use(match.span()))
    while match := rules["count"].search(line.text):
        condition = _counted(match)
        tokens = line.use(match.span())
        if condition:
            draft.add(condition, tokens)
    _resolve_doubtful(draft)
    for name, mode in (
        ("only", "only"), ("alone_far", "alone"), ("alone_before", "alone"), ("alone_after", "alone"), ("alone_only", "alone"),
        ("both", "all"), ("with", "all"), ("with2", "all"), ("with3", "all"), ("all_after", "all"), ("all_before", "all"),
    ):  # fmt: skip
        at = 0
        while match := rules[name].search(line.text, at):
            at = match.end() if not _take_owners(draft, match, mode) else 0
    while match := rules["list"].search(line.text):
        _take_owners(draft, match, "any")
    if not draft.has(Owners) or not draft.has(MinistryCount):
        while match := rules["not_shared"].search(line.text):
            draft.add(MinistryCount(2), line.use(match.span()), negated=True)
        while match := rules["shared"].search(line.text):
            negation = negation_before(draft, match.start())
            tokens = line.use(match.span(), negation or (0, 0))
            draft.add(MinistryCount(2), tokens, negated=negation is not None)


def _counted(match: re.Match[str]) -> Filter | None:
    def number(text: str) -> int:
        folded = [fold(w) for w in NUMBERS]
        return int(text) if text.isdigit() else folded.index(text)

    n, word, more = number(match["n"]), match["q"], match["m"]
    if (more and more.endswith("meer")) or word in ("minstens", "minimaal", "ten minste", "tenminste", "op zijn minst"):
        return MinistryCount(n)
    if word in ("meer dan", "meer als"):
        return MinistryCount(n + 1)
    if more and match["n2"]:
        return MinistryCount(n, number(match["n2"]))
    if more == "of minder" or word in ("hoogstens", "maximaal"):
        return MinistryCount(1, n)
    if word == "minder dan":
        return MinistryCount(1, n - 1)
    return MinistryCount(n, n)


def _take_owners(draft: Draft, match: re.Match[str], mode: OwnersMode) -> bool:
    line = draft.line
    spans = (
        [match.span("l"), *(match.span(g) for g in ("l2", "x") if g in match.re.groupindex)]
        if "l" in match.re.groupindex
        else [match.span()]
    )
    text = " ".join(match.string[a:b] for a, b in spans if a >= 0)
    codes: list[str] = []
    for symbol in re.findall(r"«[obw]\d+»", text):
        value = line.value(symbol)
        code = value[0] if isinstance(value, tuple) else value
        if code not in codes:
            codes.append(code)
    if mode == "all" and len(codes) < 2:
        return False
    negation = negation_before(draft, match.start()) if mode != "only" else None
    if "x" in match.re.groupindex and match["x"]:
        x = match.span("x")
        words = match["x"].split()
        if len(words) > 2:  # of a gap only the telling words are used
            tail = match.string.rfind(" ".join(words[-2:]), *x)
            spans = [s for s in spans if s != x] + [(max(tail, x[0]), x[1])]
    tokens = line.use(*spans, *([negation] if negation else []))
    condition = draft.add(Owners(tuple(codes), mode), tokens, negated=negation is not None)
    if mode == "any" and len(codes) > 1 and negation is None and re.search(r" (?:en|&) ", text):
        draft.alternatives.append((condition, (Owners(tuple(codes), "all"),)))
    return True


_OWNER_CUE = re.compile(rf"(?:{_PREFIX}|(?<!\S)(?:van|bij|door|heeft|hebben|doet|namens|wil|gaat) )$")
_LISTED = re.compile(r"«[ob]\d+» (?:,|en|of|&|/|noch|samen met|met)(?: van| bij)? $")
_LISTED_AFTER = re.compile(r" (?:,|en|of|&|/|noch|samen met)(?: van| bij)? «[ob]\d+»")
_OWNS_AFTER = re.compile(r" (?:heeft|hebben|doet|trekt|werkt|moet|gaat|wil|nog|gedeeld|samen)\b")


def _resolve_doubtful(draft: Draft) -> None:
    """Settle the words that are also ordinary words or themes: a ministry only where the question points at an owner."""
    line = draft.line
    for symbol in re.findall(r"«w\d+»", line.text):
        code, theme = line.value(symbol)
        at = line.text.index(symbol)
        before, after = line.text[:at], line.text[at + len(symbol) :]
        cue = (
            _OWNER_CUE.search(before)
            or _LISTED.search(before)
            or _LISTED_AFTER.match(after)
            or _OWNS_AFTER.match(after)
        )
        if cue:
            line.retype(symbol, "o", code)
            if theme:
                draft.alternatives.append((Owners((code,)), (Themes((theme,)),)))
        elif theme:
            line.retype(symbol, "m", theme)
        else:
            line.restore(symbol)
    for symbol in re.findall(r"«b\d+»", line.text):
        code = line.value(symbol)
        at = line.text.index(symbol)
        before, after = line.text[:at], line.text[at + len(symbol) :]
        doubtful = code in ("TK", "EU", "Rotterdam")
        cue = _BODY_CUE.search(before) or (_OWNS_AFTER.match(after) and not doubtful)
        owner = re.search(r"verantwoordelijk|eigenaar|trekker|trekt", line.text)
        if (code in ("EU", "Rotterdam") and not owner) or not (cue or owner or _LISTED.search(before)):
            line.restore(symbol)
        if doubtful and re.search(r"(?:aan|naar|in|kamer) (?:de )?$", before) and not owner:
            line.restore(symbol)


_BODY_CUE = re.compile(r"(?<!\S)(?:van|bij|door|doet|heeft|met|zonder|ligt|liggen)(?: de| het)? $")


# --------------------------------------------------------------------------------------------------- themes and headings

_THEME_CUE = r"(?:thema's|themas|thema|hoofdstukken|hoofdstuk|tabellen|tabel|beleidsthema|onderdeel|deel)"
_HEADING_CUE = (
    r"(?:kopjes|kopje|kop|paragraaf|rubriek|tussenkopje|tussenkop|subkopje|subkop|noemer|subthema|onderdeel|categorie)"
)
_IN = r"(?:(?:binnen|in|uit|onder|van|bij|voor|op|over) )?(?:(?:het|de|een) )?"
_THEMES = r"«[mw]\d+»(?:(?: (?:,|en|of|&|in|het thema))* «[mw]\d+»)*"
_PLACE_RULES = {
    "themes": rule(rf"{_IN}{_THEME_CUE} (?:over |van )?(?P<l>{_THEMES})|{_IN}(?P<l2>{_THEMES})[ -]{_THEME_CUE}"),
    "quoted": rule(rf"{_IN}{_HEADING_CUE} (?P<q>«q\d+»(?: of «q\d+»)*)"),
    "headings": rule(
        rf"{_IN}(?:{_HEADING_CUE}|{_THEME_CUE}) (?P<l>«h\d+»(?: (?:en|of|,) «h\d+»)*)|(?:vallen|valt|staan|staat|hoort|horen|wat|en)?(?: er)? ?onder (?P<l2>«h\d+»)"
    ),
    "near": rule(rf"{_IN}{_HEADING_CUE} (?P<w>[^?!;·]+?)(?= ?(?:[?!;]|$|·|«[tso]))"),
    "number": rule(rf"{_IN}{_THEME_CUE} (?P<n>\d)"),
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
    while match := _PLACE_RULES["themes"].search(line.text):
        values = [line.value(s) for s in re.findall(r"«[mw]\d+»", match["l"] or match["l2"])]
        names = tuple(
            dict.fromkeys(v[1] if isinstance(v, tuple) else v for v in values if not isinstance(v, tuple) or v[1])
        )
        if not names:
            break
        _place(draft, match.span(), Themes(names))
    while match := _PLACE_RULES["headings"].search(line.text):
        names = tuple(line.value(s) for s in re.findall(r"«h\d+»", match["l"] or match["l2"]))
        _place(draft, match.span(), Headings(names))
    while match := _PLACE_RULES["number"].search(line.text):
        n = int(match["n"])
        if not 1 <= n <= len(draft.lexicon.themes):
            break
        _place(draft, match.span(), Themes((draft.lexicon.themes[n - 1],)))
    match = _PLACE_RULES["near"].search(line.text)
    if match:
        first, last = line.span(match.start("w"), match.end("w"))
        words = line.words(line.symbols[first].start, line.symbols[last - 1].stop)
        near = _near_place(draft, words)
        if near:
            _place(draft, match.span(), near)


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
        h for h, text in choices.items() if len(wanted) > 3 and (text.startswith(wanted + " ") or f" {wanted}" in text)
    ]
    return part[0] if len(part) == 1 else None


def _place(draft: Draft, span: tuple[int, int], condition: Filter) -> None:
    negation = negation_before(draft, span[0])
    draft.add(condition, draft.line.use(span, negation or (0, 0)), negated=negation is not None)


def read_bare_themes(draft: Draft) -> None:
    """A theme's bare word beside other structure, when it is all that is left: "Wat is bij Veiligheid niet afgerond?"."""
    line = draft.line
    themes = re.findall(r"«m\d+»", line.text)
    others = [w for w in draft.left() if w not in noise() and not re.fullmatch(r"[,;:?!()&%/-]", w)]
    rest = re.findall(r"«[kphtwqbn]\d+»", line.text)
    if not themes or others or rest:
        return
    if not (draft.found or draft.measures_named or draft.ask):
        return
    names = tuple(dict.fromkeys(line.value(s) for s in themes))
    match = _PLACE_RULES["bare"].search(line.text)
    if match:
        span = (match.start(), max(line.text.rindex(themes[-1]) + len(themes[-1]), match.end()))
        negation = negation_before(draft, match.start("m"))
        tokens = line.use(span, negation or (0, 0))
        draft.add(Themes(names), tokens, negated=negation is not None)


# ------------------------------------------------------------------------------------------- kinds, people and numbers

_PERSONS = r"«p\d+»(?:(?: (?:,|en|of|&|/))+ «p\d+»)*"
_MEMBER = r"(?:(?:tweede|eerste|tk|tk-|oud) )?(?:kamerlid|kamerleden|tk-lid|lid|leden|volksvertegenwoordiger|parlementarier|mevrouw|meneer|mw|dhr|de heer|tweede-kamerlid)"
_KIND_RULES = {
    "paper": rule(rf"(?:de |het |een )?(?P<k>«k\d+»)(?: [Cc]s)?(?: (?:van|door))?(?: (?:de|het))?(?: {_MEMBER})? (?P<l>{_PERSONS})"),
    "paper2": rule(rf"(?P<l>{_PERSONS}) ?-? (?P<k>«k\d+»)"),
    "member": rule(rf"(?:(?:de|het|van|door|een) )*{_MEMBER} (?P<l>{_PERSONS})"),
    "unknown": rule(rf"(?P<k>«k\d+») (?:van |door )?(?:de |het )?(?:{_MEMBER} )(?P<u>[a-z'-]+(?: (?:van|de|der|den) [a-z'-]+)?)|(?<!\S){_MEMBER} (?P<u2>[a-z'-]+)"),
    "mention": rule(r"(?:wordt|worden|komt|komen|staat|staan|genoemd|noemen|noemt|naar verwezen|verwezen|voor|vermeld)"),
    "head": rule(
        r"(?:(?:welke?|alle|hoeveel|geef|toon|noem|lijst|overzicht|de|er|een|lopende|·|,|en|of|ook|nog|zijn|andere|aantal|die|wat voor|soort|van de soort|waarin de soort|met|je|het aantal|mij|de) )?"
        r"(?P<l>«k\d+»(?:(?: (?:,|en|of|&|/))+ «k\d+»)*)(?P<a> (?:wordt |worden )?(?:genoemd wordt))?"
    ),
    "ids": rule(r"(?:(?:de )?(?:maatregel(?:en)?|nummers?|nr|met nummer|maatregelnummers?|punt|regel)\.? )+(?:nummers? )?(?P<l>«n\d+»(?:(?: (?:,|en|of|&|/))+ «n\d+»)*)|(?P<l2>«n\d+»(?:(?: (?:,|en|of|&|/))+ «n\d+»)*)"),
}  # fmt: skip
_ROLES = {
    "motie": "motie",
    "amendement": "amendement",
    "wetsvoorstel": "wetsvoorstel",
    "initiatiefwetsvoorstel": "wetsvoorstel",
}


def find_numbers(draft: Draft) -> None:
    """Put «n» for the numbers of measures: "3.10", "2023:3.10"."""
    ids = draft.lexicon.ids

    def known(match: re.Match[str]) -> str | None:
        number = match["i"]
        named = match["c"] is not None
        return (f"{match['r']}:{number}" if match["r"] else number) if number in ids or named else None

    draft.line.each(
        rule(
            r"(?P<c>(?:maatregel(?:en)?|nummers?|nr|maatregelnummers?)\.? )?(?:(?P<r>[\w-]+) : )?(?P<i>\d{1,2}\.\d{1,3})"
        ),
        "n",
        known,
    )


def read_numbers(draft: Draft) -> None:
    """Measures by number: one is the target of a question of field or detail, several are a filter."""
    line = draft.line
    ids: list[str] = []
    while match := _KIND_RULES["ids"].search(line.text):
        ids += [line.value(s) for s in re.findall(r"«n\d+»", match["l"] or match["l2"])]
        tokens = line.use(match.span())
        if draft.ask != "field":
            draft.target = ()
    ids = list(dict.fromkeys(ids))
    if not ids:
        return
    if draft.ask == "field":
        draft.target = tuple(ids)
    elif len(ids) == 1 and not draft.found and draft.ask is None and not draft.group_by:
        draft.ask, draft.field, draft.target = "field", "all", tuple(ids)
    else:
        draft.add(Ids(tuple(ids)), tokens)


def read_people(draft: Draft) -> None:
    """Members of parliament, in the role in which the question names them."""
    line = draft.line
    for name in ("paper", "paper2"):
        while match := _KIND_RULES[name].search(line.text):
            role = _ROLES.get(line.value(match["k"]))
            people = [line.value(s) for s in re.findall(r"«p\d+»", match["l"])]
            tokens = line.use(match.span())
            for person in people:
                draft.add(PersonIs(person, role), tokens)
    while match := _KIND_RULES["member"].search(line.text):
        people = [line.value(s) for s in re.findall(r"«p\d+»", match["l"])]
        tokens = line.use(match.span())
        for person in people:
            draft.add(PersonIs(person), tokens)
    match = _KIND_RULES["unknown"].search(line.text)
    if match:
        word = match["u"] or match["u2"]
        if word not in noise() and word.split()[-1] not in draft.lexicon.report_words:
            role = _ROLES.get(line.value(match["k"])) if match["k"] else None
            draft.add(PersonIs(word, role), line.use(match.span()))
    for symbol in re.findall(r"«p\d+»", line.text):
        at = line.text.index(symbol)
        token = line.symbols[line.span(at, at + len(symbol))[0]]
        typed = line.tokens[token.stop - 1].text
        alone = all(w in noise() or w in "?!,.;:" for w in draft.left())
        if typed[:1].isupper() or alone:
            draft.add(PersonIs(line.value(symbol)), line.use((at, at + len(symbol))))
        else:
            line.restore(symbol)


_MENTION = re.compile(
    r"(?<!\S)(?:genoemd|voorkomen|voorkomt|komen .* voor|komt .* voor|vermeld|verwezen|noemen|noemt)(?!\S)"
)
_ARTICLE = re.compile(r"(?<!\S)(?:het|de|een|dit|die|deze|dat|mijn|onze) $")
_HEADED = re.compile(
    r"(?<!\S)(?:welke?|alle|hoeveel|wat voor|aantal|van de soort|soort)(?: «s\d+»| ·| lopende| [a-z]+e)? $"
)
_PLURAL = re.compile(r"(?:en|s|ties|'s)$")


def read_kinds(draft: Draft) -> None:
    """Kinds: the head of what is asked ("welke moties", "alle pilots"), not a word within a name or a subject."""
    line = draft.line
    at = 0
    while match := _KIND_RULES["head"].search(line.text, at):
        symbols = re.findall(r"«k\d+»", match["l"])
        place = match.start("l")
        first = line.symbols[line.span(place, place + 1)[0]]
        word = line.tokens[first.stop - 1].norm
        before = line.text[:place]
        head = (
            _PLURAL.search(word) is not None
            or _HEADED.search(before) is not None
            or "van de soort" in match.group()
            or "de soort" in match.group()
            or (len(draft.left()) <= 3 and not _content(draft))
        )
        if not head or _within_subject(draft, match):
            for symbol in symbols:
                line.restore(symbol)
            at = 0
            continue
        keys = tuple(dict.fromkeys(line.value(s) for s in symbols))
        mentioned = _MENTION.search(line.text)
        spans = [match.span("l")]
        if match["a"]:
            spans.append(match.span("a"))
        negation = negation_before(draft, place)
        if negation:
            spans.append(negation)
        condition = KindIs(keys, mentioned=mentioned is not None or match["a"] is not None)
        tokens = line.use(*spans)
        draft.add(condition, tokens, negated=negation is not None)
        draft.measures_named = True


def _content(draft: Draft) -> list[str]:
    return [w for w in draft.left() if w not in noise() and w.isalnum()]


def _within_subject(draft: Draft, match: re.Match[str]) -> bool:
    """Whether the kind stands within the subject: after "over", "rond", "tegen", "naar", "van het"."""
    before = draft.line.text[: match.start("l")]
    return (
        re.search(r"(?<!\S)(?:over|rond|rondom|tegen|naar|uit)(?: de| het| een)?(?: [a-z+]+)? $", before) is not None
        and (
            "over" in before.split()[-3:]
            or "naar" in before.split()[-3:]
            or "tegen" in before.split()[-3:]
            or "uit" in before.split()[-3:]
        )
        and bool(_content(draft))
    )
