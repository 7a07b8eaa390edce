# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Kinds of measures, members of parliament, and measures by number."""

import re

from app.filters import AnyOf, Ids, KindIs, PersonIs, StatusIn
from app.query import Filter
from app.reading.draft import Draft, negation_before
from app.reading.lexicon import carriers, noise, telling
from app.reading.line import rule
from app.reading.papers import BILL_OF, MEMBER, PERSONS

_KIND_RULES = {
    "paper": rule(rf"(?:de |het |een )?(?P<k>«k\d+»)(?: [Cc]s)?(?: (?:van|door))?(?: (?:de|het))?(?: {MEMBER})? (?P<l>{PERSONS})"),
    "paper2": rule(rf"(?P<l>{PERSONS}) ?-? (?P<k>«k\d+»)"),
    "member": rule(rf"(?:(?:de|het|van|door|een) )*{MEMBER} (?P<l>{PERSONS})"),
    "unknown": rule(rf"(?P<k>«k\d+») (?:van |door )?(?:de |het )?(?:{MEMBER} )(?P<u>[a-z'-]+(?: (?:van|de|der|den) [a-z'-]+)?)|(?<!\S){MEMBER} (?P<u2>[a-z'-]+)"),
    "mention": rule(r"(?:wordt|worden|komt|komen|staat|staan|genoemd|noemen|noemt|naar verwezen|verwezen|voor|vermeld)"),
    "head": rule(
        r"(?:(?:(?:van|waarin) de soort|welke?|alle|hoeveel|geef|toon|noem|lijst|overzicht|de|er|een|lopende|·|,|en|of|ook|nog|zijn|andere|aantal|die|wat voor|soort|van de soort|waarin de soort|met|je|het aantal|mij|de) )?"
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


_ANY_MEMBER = rule(  # "welke Kamerleden worden genoemd", "waarin wordt een Kamerlid genoemd"
    r"(?:noemen|noemt) (?:een )?(?:kamerlid|kamerleden|leden van de kamer)|(?:welke?|alle|een|enig) (?:tweede )?(?:kamerlid|kamerleden|tweede-kamerleden|parlementariers?|volksvertegenwoordigers?)"
    r"(?: (?:wordt|worden|komt|komen|staat|staan|genoemd|er|voor|in|vermeld|het|rapport|de|rapportage|bijlage|maatregelen|noemt))*"
)


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


_ID_RANGE = rule(
    r"(?:(?:de )?(?:maatregel(?:en)?|nummers?|nr|punt|regel)\.? )*(?:van )?(?P<a>«n\d+») (?:t/m|tm|tot en met|tot aan|tot|-|–) (?:en met )?(?:maatregel )?(?P<b>«n\d+»)"
)


def _between(draft: Draft, first: str, last: str) -> list[str]:
    """The numbers of the report from the one up to and including the other: "1.1 tot en met 1.5"."""

    def place(number: str) -> tuple[int, ...]:
        return tuple(int(part) for part in number.split(":")[-1].split("."))

    numbered = [i for i in draft.lexicon.ids if re.fullmatch(r"\d+\.\d+", i)]
    inner = [i for i in numbered if place(first) <= place(i) <= place(last)]
    return sorted(inner, key=place) or [first, last]


def read_numbers(draft: Draft) -> None:
    """Measures by number: one is the target of a question of field or detail, several are a filter."""
    line = draft.line
    ids: list[str] = []
    tokens = (0, 0)
    while match := _ID_RANGE.search(line.text):
        ids += _between(draft, line.value(match["a"]), line.value(match["b"]))
        tokens = line.use(match.span())
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
    while match := BILL_OF.search(line.text):
        people = [line.value(s) for s in re.findall(r"«p\d+»", match["l"])]
        tokens = line.use(match.span())
        for person in people:
            draft.add(PersonIs(person, "wetsvoorstel"), tokens)
    while match := _KIND_RULES["member"].search(line.text):
        people = [line.value(s) for s in re.findall(r"«p\d+»", match["l"])]
        tokens = line.use(match.span())
        for person in people:
            draft.add(PersonIs(person), tokens)
    _papers_of(draft)
    match = _ANY_MEMBER.search(line.text)
    if match and not draft.unknown(beside=match.group()):
        draft.add(PersonIs(""), line.use(match.span()))
    match = _KIND_RULES["unknown"].search(line.text)
    if match:
        word = match["u"] or match["u2"]
        if word.split()[0] not in carriers() and word.split()[-1] not in draft.lexicon.report_words:
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


_PAPER = r"(?:(?:een|de|het|enige?) )?(?:«k\d+»|wet|wetten|wetje|wetsvoorstel|initiatiefwet)"
_PAPERS = rule(rf"(?:met |als indiener van |via )?(?P<l>{_PAPER}(?: (?:,|of|en|en/of|dan wel) {_PAPER})*)")


def _papers_of(draft: Draft) -> None:
    """A member and the papers that the question asks for apart from the name: "staat X er met een wet of amendement in"."""
    line = draft.line
    names = re.findall(r"«p\d+»", line.text)
    match = _PAPERS.search(line.text) if len(names) == 1 else None
    if match is None:
        return
    words = re.findall(r"«k\d+»|wet", match["l"])
    roles = tuple(dict.fromkeys(_ROLES.get("wetsvoorstel" if w == "wet" else line.value(w)) for w in words))
    if None in roles or (len(roles) < 2 and "wet" not in words):
        return
    at = line.text.index(names[0])
    tokens = line.use(match.span(), (at, at + len(names[0])))
    people: tuple[Filter, ...] = tuple(PersonIs(line.value(names[0]), role) for role in roles)
    draft.add(people[0] if len(people) == 1 else AnyOf(people), tokens)


_MENTION = re.compile(
    r"(?<!\S)(?:genoemd|voorkomen|voorkomt|komen .* voor|komt .* voor|vermeld|verwezen|verwijzen|verwijst|noemen|noemt)(?!\S)"
)
_ARTICLE = re.compile(r"(?<!\S)(?:het|de|een|dit|die|deze|dat|mijn|onze) $")
_HEADED = re.compile(
    r"(?<!\S)(?:welke?|alle|hoeveel|wat voor|aantal|van de soort|soort|(?:zijn|is|noemen|noemt) (?:een|geen))(?: «s\d+»| ·| lopende| [a-z]+e)? $"
)
_OF_KIND = re.compile(
    r"(?<!lijst )(?<!overzicht )(?<!aantal )(?<!alle )(?<!\S)(?:van|op|met|voor|door|uit|aan|tegen) $"
)
_COMES_FROM = re.compile(  # "maatregelen die voortkomen uit een motie"
    r"(?<!\S)(?:(?:komen|komt|volgen|volgt|vloeien|vloeit|gevolg) (?:voort )?(?:uit|van)|voort(?:gekomen|komen|komt|vloeien|vloeit) uit|naar aanleiding van|gebaseerd op|op basis van)(?: een| de)? $"
)
_PAID = re.compile(
    r"(?<!\S)(?:betaald|betaalt|betalen|gefinancierd|financiert|financieren|subsidieert|gesubsidieerd|subsidie|steunt|steunen|ondersteunt|ondersteunen|bekostigt|geld)(?!\S)"
)
_RUNNING = re.compile(
    r"(?: er)? (?:lopen|loopt)(?: er| momenteel| nu)*(?: (?:bij|van|door) ·| [?!.]| ·)*$"
)  # "welke pilots lopen er"
_NAMED_IN = re.compile(  # "waarin een motie genoemd wordt", "in welke maatregelen komt een motie voor"
    r"(?<!\S)(?:waarin|waar|in welke (?:maatregelen|acties)|noemen|noemt|welke maatregelen|maatregelen die)(?: (?:wordt|worden|komt|komen|staat|staan|er|ook|een|de|noemen|die|over|verwijzen|verwijst|naar))* $"
)
_PAPER_KINDS = frozenset({"motie", "amendement", "wetsvoorstel", "initiatiefwetsvoorstel", "toezegging"})
_IN_REPORT = re.compile(
    r"(?<!\S)(?:in|door|uit) (?:het|de|dit|deze) (?:stuk|rapport|rapportage|voortgangsrapportage|bijlage|document|overzicht|tabel|tabellen|lijst)(?!\S)|(?<!\S)(?:noemt|noemen|telt|kent|bevat) (?:het|de|dit|deze) (?:stuk|rapport|rapportage|bijlage|document|overzicht)(?!\S)"
)
_OR_ELSE = re.compile(r" of (?:een )?(?P<w>[a-z-]{5,})(?= (?:in|[?!.])|$)")
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
        comes = _COMES_FROM.search(before)
        naming = _NAMED_IN.search(line.text[: match.start("l")]) is not None and _MENTION.search(line.text) is not None
        head = (
            comes is not None
            or naming
            or _PLURAL.search(word) is not None
            or _HEADED.search(before) is not None
            or "de soort" in match.group()
            or (line.value(symbols[0]) in ("motie", "amendement") and not before.strip())
            or (len(draft.left()) <= 3 and not draft.content())
        )
        if comes is None and _OF_KIND.search(before) and len(draft.content()) > 1:
            head = False
        other = _OR_ELSE.match(line.text, match.end("l"))
        if other and telling(other["w"]):  # "publiekscampagnes of voorlichting": a subject in two words
            head = False
        if not head or (comes is None and not naming and _within_subject(draft, match)):
            for symbol in symbols:
                line.restore(symbol)
            at = 0
            continue
        keys = tuple(dict.fromkeys(line.value(s) for s in symbols))
        mentioned = _MENTION.search(line.text)
        spans = [match.span() if "de soort" in match.group() else match.span("l")]
        if match["a"]:
            spans.append(match.span("a"))
        if comes:
            spans.append(comes.span())
        running = _RUNNING.match(line.text, match.end("l"))
        negation = negation_before(draft, place)
        if negation:
            spans.append(negation)
        listed = not naming and comes is None and not set(keys) & _PAPER_KINDS and _IN_REPORT.search(line.text)
        if listed:  # "welke pilots komen er in het stuk voor" asks which there are
            spans.append(listed.span())
        paid = "alliantie" in keys and any(_PAID.fullmatch(token.norm) for token in line.tokens)
        paying = _PAID.search(line.text) if paid else None  # who is paid stands in the explanations
        if paying:
            spans.append(paying.span())
        said = mentioned is not None or match["a"] is not None or paid
        condition = KindIs(keys, mentioned=not listed and said)
        tokens = line.use(*spans)
        draft.add(condition, tokens, negated=negation is not None)
        if running and not draft.has(StatusIn):
            draft.add(StatusIn((3,), (1,)), tokens)
        draft.measures_named = True


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
        and bool(draft.content())
    )


def settle_roles(draft: Draft) -> None:
    """A kind of paper and a member's name are the member in that role: "welke motie heeft Bisschop ingediend"."""
    kinds = [f for f in draft.found if isinstance(f[0], KindIs) and len(f[0].keys) == 1 and f[0].keys[0] in _ROLES]
    people = [f for f in draft.found if isinstance(f[0], PersonIs) and f[0].role is None]
    if len(kinds) == 1 and people:
        condition = kinds[0][0]
        assert isinstance(condition, KindIs)
        draft.found.remove(kinds[0])
        for person, start, stop in people:
            assert isinstance(person, PersonIs)
            place = draft.found.index((person, start, stop))
            draft.found[place] = (PersonIs(person.name, _ROLES[condition.keys[0]]), start, stop)
