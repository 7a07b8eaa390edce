# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Whose measures a question asks for."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.filters import GovernmentWide, MinistryCount, Owners, OwnersMode, Themes
from app.filters.wording import NUMBERS
from app.query import Filter
from app.reading.draft import Draft, negation_before
from app.reading.excepting import put_exceptions
from app.reading.lexicon import GAP, GAP_UNDENIED, any_of, any_with_gaps, phrase_rule, words_of_questions
from app.reading.line import Line, rule
from app.reading.people import said_of_people
from index.folding import fold
from index.kinds import kinds

_PREFIX = (
    r"(?:(?:het|de|een|elk|ons|'t) )?(?:(?:ministeries?|departement(?:en)?|ministers?|min|staatssecretaris(?:sen)?|bewindspersoon|"
    r"bewindslieden|bewindspersonen|collega's|mensen|club|lui|jongens|vrienden|ambtenaren|directie|(?<!van )die(?= van)|minister en staatssecretaris) (?:(?:van|voor|bij|der) )?(?:(?:het|de) )?)"
)
_KEPT = any_of(words_of_questions()["kept_at"]["nouns"])
_CUE = (
    rf"(?:(?:op|in|onder|uit|voor|bij|binnen|tot) (?:(?:de|het|'t) )?(?:{_KEPT}) (?:van|bij)|"
    r"(?<=geen )verantwoordelijkheid van|(?<=geen )(?:taak|zaak|klus|aangelegenheid) (?:van|voor)|gefinancierd door|betaald door|bekostigd door|geld van|op naam van|onder verantwoordelijkheid van|in handen van|voor rekening van|de verantwoordelijkheid van|uit de koker van|"
    r"van|bij|door|voor|met|onder|binnen|aan|vanuit|namens|tussen|naast|uit)"
)
_ITEM = rf"(?:(?:{_CUE} (?:de |het )?)?{_PREFIX}?«[obw]\d+»)"
_JOIN = r"(?: (?:,|en|of|&|dan wel|danwel|ofwel|noch|als|plus|met|samen met|in samenwerking met|en ook|of ook|en welke(?: zijn)?(?: er)?|of welke|/|\+|en of|alsmede|en/of|en niet van|of van|en van|, en|, of|of bij|en bij))+ "
_LIST = rf"{_ITEM}(?:{_JOIN}{_ITEM})*"

_NO_OWNER = (  # "waar VWS geen eigenaar van is", "waarin SZW geen rol heeft"
    r"(?:geen|niet (?:de|een)|niet als) (?:mede-?)?(?:eigena(?:ar|ren)|trekkers?|kartrekkers?|verantwoordelijken?|verantwoordelijkheid|verantwoordelijk ministerie|aandeel|deel|rol|bemoeienis|bemoeienissen|betrokkenheid|bijdrage|partij|aanspreekpunt|opdrachtgever|uitvoerder|zeggenschap|taak|taken)"
    r"(?: (?:in|aan|bij|mee|van|voor|over|is|zijn|heeft|hebben|speelt|spelen|draagt|dragen|levert|leveren))*"
)


@lru_cache(maxsize=1)
def _kept_rules() -> tuple[re.Pattern[str], ...]:
    kept = rf"(?P<a>(?:op|in|onder|uit|voor|bij|binnen) (?:de|het|'t|zijn|z'n|haar|hun|diens|eigen) (?:{_KEPT})(?! «))"
    phrases = sorted(words_of_questions()["kept_at"]["phrases"], key=len, reverse=True)
    return (rule(kept), *(phrase_rule(p) for p in phrases))


def _no_ministry() -> re.Pattern[str]:
    data = {key: any_of(words) for key, words in words_of_questions()["no_ministry"].items()}
    noun = rf"(?:(?:{data['adjectives']}) )?(?:{data['nouns']})(?: (?:{data['as']}))?"
    none = rf"(?:{data['without']}) {noun}|niet (?:{data['cues']}) (?:{data['any']}) {noun}"
    return rule(rf"(?:{data['phrases']}|{none})(?! anders)")


@lru_cache(maxsize=1)
def _owner_rules() -> dict[str, re.Pattern[str]]:
    data = words_of_questions()
    together = any_of(data["together"]["words"])
    alone = rf"(?:(?:{any_of(data['alone']['adverbs'])}) )?(?:{any_of(data['alone']['words'])})"
    alone_long = any_of([w for w in data["alone"]["words"] if " " in w or w.endswith("standig")])
    alone_at = any_with_gaps(data["shared"]["alone_at"])
    not_shared = any_of(data["shared"]["not_shared"])
    pair = any_of(data["shared"]["as_a_pair"])
    return {
        "no_ministry": _no_ministry(),
        "count": rule(
            r"(?:van |door |met |bij |onder |aan )?(?P<q>minstens|minimaal|ten minste|tenminste|op zijn minst|meer dan|minder dan|hoogstens|maximaal|precies|exact|slechts|maar|meer als)?"
            rf" ?(?P<n>{'|'.join(fold(w) for w in NUMBERS[1:])}|\d{{1,2}})(?: (?P<m>of meer|of minder|of zelfs meer|of nog meer|tot en met (?P<n2>{'|'.join(fold(w) for w in NUMBERS[1:])}|\d{{1,2}})))?"
            r"(?: verschillende| betrokken| verantwoordelijke?| enkel| enkele)? (?:ministeries?|departement(?:en)?|verantwoordelijken|eigenaren|eigenaar|bewindspersonen|verantwoordelijke|verantwoordelijke ministeries)(?P<m2> of meer| of minder)?"
        ),
        "among_them": rule(r"(?:met|samen met) (?:z'n|zijn|hun) (?P<n>tweeen|drieen|vieren|vijven|zessen)(?P<m> of meer| of minder)?"),
        "shared": rule(any_of(data["shared"]["phrases"])),
        "not_shared": rule(rf"{not_shared}|{alone_at}"),
        "government": rule(any_of(data["government_wide"]["phrases"])),
        "only": rule(rf"(?P<l>{_LIST})(?: (?!«)[^ ]+){{0,4}}? (?P<y>{alone_at})"),
        "alone_before": rule(rf"(?P<x>{alone})(?: (?:belegd|ondergebracht|verantwoordelijk|eigendom))? (?P<l>{_LIST})"),
        "alone_after": rule(rf"(?P<l>{_LIST})(?P<x> (?:en )?(?:{alone}))"),
        "alone_far": rule(rf"(?P<l>{_LIST}){GAP}(?P<x>{not_shared})"),
        "alone_only": rule(rf"(?P<x>(?:waar |waarvan |waarvoor )?{alone}){GAP_UNDENIED}(?P<l>{_ITEM})(?= (?:verantwoordelijk|eigenaar|de trekker|trekker|over gaat|voor|is|aan))"),
        "pair": rule(rf"(?P<l>{_ITEM}{_JOIN}{_ITEM})(?P<x>{GAP}(?:{pair}))"),
        "pair_before": rule(rf"(?P<x>{pair}){GAP}(?P<l>{_ITEM}{_JOIN}{_ITEM})"),
        "works_with": rule(rf"(?P<x>(?:werkt|werken|deelt|delen|samenwerkt|heeft|hebben|doet|doen|pakt|pakken|voert|voeren|trekt|trekken)) (?P<l>{_ITEM} (?:er |ook |wel )*met {_ITEM})"),
        "met": rule(rf"(?P<l>{_ITEM} met {_ITEM})"),
        "beside": rule(rf"(?P<x>naast|behalve) (?P<l>{_ITEM}) ook (?:de |het )?(?P<l2>«b\d+»)"),
        "both": rule(rf"(?:zowel )(?P<l>{_LIST})"),
        "all_after": rule(rf"(?P<l>{_ITEM}(?:{_JOIN}{_ITEM})+)(?P<x>{GAP}(?:{together}))"),
        "all_of_one": rule(rf"^(?:en |maar )?welke(?: (?:daarvan|ervan|hiervan|van deze|van die|maatregel))? (?:is|ligt|valt)(?: er)? (?P<x>van|bij|onder) (?P<l>{_ITEM} en {_ITEM})(?=(?: [?.!])*$)"),
        "all_bare": rule(rf"(?P<l>{_ITEM}(?: {_ITEM})+)(?P<x> (?:{together}))"),
        "all_before": rule(rf"(?P<x>{together}){GAP}(?P<l>{_ITEM}(?:{_JOIN}{_ITEM})+)"),
        "with": rule(rf"(?P<l>{_ITEM}(?P<x>{GAP}(?:samen met|gezamenlijk met|in samenwerking met|tezamen met|deelt met|delen met|gedeeld met|samenwerkt met|samen doet met|samen heeft met)(?: zowel)?) {_LIST})"),
        "with2": rule(rf"(?P<l>{_ITEM})(?P<x>{GAP}(?:samen|gezamenlijk|deelt|gedeeld|delen|samenwerkt)) (?:met|en) (?P<l2>{_ITEM})"),
        "with3": rule(rf"(?P<x>samen met|gezamenlijk met|in samenwerking met|gedeeld met) (?P<l>{_ITEM}){GAP}(?P<l2>{_ITEM})"),
        "with_one": rule(r"(?P<x>samen|gezamenlijk|gedeeld|in samenwerking) met (?:het |de )?(?:ministerie van |minister van )?«o\d+»(?! (?:en|,) )"),
        "not_theirs": rule(
            rf"(?P<l>{_ITEM})(?: (?:heeft|hebben|is|zijn|er|hier|daar))* (?P<x>niet (?:betrokken(?: bij)?|verantwoordelijk|als (?:verantwoordelijke|eigenaar|trekker)|(?:de )?(?:eigenaar|trekker)|aan zet|mee bezig)|niet(?= ?(?:[?!.]|$))|niets (?:mee te maken|mee van doen|te maken|mee))"
            rf"|(?:is|zijn|heeft|hebben|speelt|draagt) (?P<l2>{_ITEM}) (?P<x2>(?:er )?{_NO_OWNER})"
        ),
        "left_out": rule(
            rf"(?:waar(?:bij|van|aan|voor|in|mee|over|op)?|die|dat) (?P<l>{_LIST}) (?P<x>(?:er )?(?:niet (?:(?:zelf |direct |ook )?(?:bij|voor|aan|over|mee|in|van|verantwoordelijk|betrokken))|(?:geheel |helemaal |zelf )?buiten(?: (?:staat|staan|valt|vallen|blijft|blijven|zit|zitten|is))?|niet (?:aan |bij |in |mee )?(?:mee ?werkt|mee ?werken|mee ?doet|mee ?doen|deelneemt|deelnemen|samenwerkt|bijdraagt|bijdragen|betrokken is)|{_NO_OWNER}|part noch deel aan))(?: (?:staat|zit|is|zijn|heeft|hebben|gaat|gaan|hoeft|doet|doen|meewerkt|meedoet|werkt))?"
        ),
        "not_with": rule(rf"(?:die |en )?(?:niet|geen) (?:ook )?(?:(?:mede )?gedeeld(?:e)?(?: worden| zijn)? met|gezamenlijk met|samen met|mede van|mede door|ook van|ook bij) (?P<l>{_LIST})|niet met (?P<l2>{_LIST}) (?:gedeeld|samen|delen|deelt)(?: worden| zijn| wordt| heeft)?"),
        "pair_again": rule(rf"(?:dus |en )?(?:{pair}|{alone_at}|{alone_long})(?: (?:erbij|daarbij|bij))?"),
        "not_alone": rule(rf"(?P<l>{_ITEM})(?: (?!«)[^ ]+){{0,3}}? (?P<x>niet (?:de enige|als enige|alleen|in zijn eentje|in z'n eentje|als enig ministerie|als enige ministerie))|niet alleen (?P<l2>{_CUE} {_PREFIX}?«o\d+»)(?! maar)"),
        "others": rule(
            rf"(?:samen |gedeeld |gezamenlijk )?met (?P<q>minstens|minimaal|ten minste|tenminste|precies|exact|nog)? ?(?P<n>{'|'.join(fold(w) for w in NUMBERS[1:6])}|\d) ander(?:e)? (?:ministeries?|departement(?:en)?)(?: samen)?"
        ),
        "by_itself": rule(rf"(?:(?:van|bij|door) dat (?:ministerie|departement) )?(?:{alone_long}|{alone}(?= (?:(?:de )?verantwoordelijk|eigenaar|trekker|aan zet|,? ?(?:{not_shared}|[?!.]))|$))(?: (?:de )?(?:verantwoordelijk(?:heid)?|eigenaar|trekker|aan zet))?(?: ,? ?(?:{not_shared}))?"),
        "list": rule(_LIST),
    }  # fmt: skip


_MODES: tuple[tuple[str, OwnersMode], ...] = (
    ("pair", "only"),
    ("pair_before", "only"),
    ("only", "only"),
    ("alone_far", "alone"),
    ("alone_before", "alone"),
    ("alone_after", "alone"),
    ("alone_only", "alone"),
    ("with", "all"),
    ("with2", "all"),
    ("with3", "all"),
    ("both", "all"),
    ("all_of_one", "all"),
    ("all_after", "all"),
    ("all_before", "all"),
    ("all_bare", "all"),
    ("works_with", "all"),
    ("met", "all"),
    ("beside", "all"),
)


@lru_cache(maxsize=1)
def _whether_shared() -> tuple[re.Pattern[str], ...]:
    """Alone or shared, which selects nothing: "alleen of samen met anderen", "al dan niet gedeeld"."""
    data = words_of_questions()
    alone = rf"(?:{any_of(data['alone']['words'])}|{any_with_gaps(data['shared']['alone_at'])}|{any_of(data['shared']['not_shared'])})"
    others = r"(?: met (?:een |de |het )?(?:ander|andere|anderen|iemand anders|iemand)(?: (?:ministeries?|departement|departementen|partijen))?)?"
    shared = rf"(?:{any_of(data['shared']['phrases'])}|(?:{any_of(data['together']['words'])}){others}|(?:samen |gedeeld )?met (?:een |de )?(?:ander|andere|anderen)(?: (?:ministeries?|departement|departementen))?)"
    either = r"(?: ,)? (?:of|dan wel|danwel|en/of|ofwel|hetzij|of juist|of ook|of anders)(?: (?:juist|ook|dan|toch|wel|anders|er))* "
    return (
        rule(rf"(?:zowel |hetzij |of )?{alone}{either}(?:niet )?{shared}"),
        rule(rf"(?:zowel |hetzij |of )?{shared}{either}(?:niet )?{alone}"),
        rule(rf"{shared} of niet"),
        rule(rf"(?:al dan niet|wel of niet|eventueel|desnoods) {shared}"),
        rule(rf"(?:ongeacht|maakt niet uit) (?:of )?(?:[^ ]+ ){{0,3}}?{shared}(?: [^ ]+)?"),
    )


def read_owners(draft: Draft) -> None:
    """Whose measures are asked for."""
    rules, line = _owner_rules(), draft.line
    _put_not_yet_last(line)
    _leave_chamber(line)
    put_exceptions(line)
    for pattern in _whether_shared():
        while match := pattern.search(line.text):
            line.use(match.span())
    if draft.group_by and draft.group_by[0] == "owner" and not re.search(r"«[ow]\d+»", line.text):
        while match := rules["by_itself"].search(line.text):
            draft.add(MinistryCount(2), line.use(match.span()), negated=True)
    _read_left_out(draft, ("left_out", "not_theirs"), of_no_owner=True)
    while match := rules["no_ministry"].search(line.text):
        draft.add(MinistryCount(0, 0), line.use(match.span()))
    while match := rules["government"].search(line.text):
        draft.add(GovernmentWide(), line.use(match.span()))
    while match := rules["count"].search(line.text):
        condition = _counted(match) if _really_counted(draft, match) else None
        if condition is None:
            break
        tokens = line.use(match.span())
        if condition:
            draft.add(condition, tokens)
    if not re.search(r"«[ow]\d+»", line.text):  # "met z'n drieën of meer"; named ministries are a pair of their own
        while match := rules["among_them"].search(line.text):
            number = ("tweeen", "drieen", "vieren", "vijven", "zessen").index(match["n"]) + 2
            least, most = (1, number) if match["m"] == " of minder" else (number, None if match["m"] else number)
            draft.add(MinistryCount(least, most), line.use(match.span()))
    _resolve_doubtful(draft)
    match = rules["others"].search(line.text)
    least_one = match is not None and match["q"] in ("minstens", "minimaal", "ten minste", "tenminste")
    if match and (match["n"] != "een" or least_one) and re.search(r"«o\d+»", line.text):  # "met twee andere": of three
        number = int(match["n"]) if match["n"].isdigit() else [fold(w) for w in NUMBERS].index(match["n"])
        draft.add(MinistryCount(number + 1, None if least_one else number + 1), line.use(match.span()))
    match = rules["not_alone"].search(line.text)
    if match:  # "waar OCW niet als enige verantwoordelijk is": shared
        code = line.value(re.findall(r"«[obw]\d+»", match.group())[0])
        tokens = line.use(match.span())
        own = (code[0] if isinstance(code, tuple) else code,)
        draft.add(Owners(own), tokens)
        draft.add(Owners(own, "alone"), tokens, negated=True)
    while match := rules["not_with"].search(line.text):
        codes = [line.value(s) for s in re.findall(r"«[ob]\d+»", match["l"] or match["l2"])]
        if not codes or not re.search(r"«[ob]\d+»", line.text[: match.start()] + line.text[match.end() :]):
            break  # "wat doet OCW niet samen met SZW": of OCW, and not of SZW
        draft.add(Owners(tuple(dict.fromkeys(codes))), line.use(match.span()), negated=True)
    match = _ONLY_THOSE.search(line.text)
    # "over tijd per 1 juli, alleen SZW": no more than theirs
    limiting = line.use(match.span("x")) if match else (0, 0)
    for name, mode in _MODES:
        at = 0
        while match := rules[name].search(line.text, at):
            at = match.end() if not _take_owners(draft, match, mode) else 0
    match = rules["with_one"].search(line.text)
    said = match and re.search(
        r"(?<!\S)(?:zij|ze|hij|u|we|wij) $", line.text[: match.start()]
    )  # they are another ministry
    if match and not said and not draft.has(MinistryCount) and negation_before(draft, match.start()) is None:
        tokens = line.use(match.span("x"))
        draft.add(MinistryCount(2), tokens)  # "samen met JenV": shared, and JenV is one of them
    _read_left_out(draft, ("left_out", "not_theirs"))
    while match := rules["list"].search(line.text):
        _take_owners(draft, match, "any")
    draft.found = [(f, *((limiting[0], b) if a == limiting[1] > 0 else (a, b))) for f, a, b in draft.found]
    if any(isinstance(f, Owners) and f.mode in ("only", "alone") for f, _, _ in draft.found):
        while match := rules["pair_again"].search(line.text):
            line.use(match.span())
    if draft.has(Owners):
        while match := _COLUMN_WHO.search(line.text):
            line.use(match.span())
        for pattern in _kept_rules():
            while match := pattern.search(line.text):
                line.use(*(match.span(g) for g in "abcd" if g in match.re.groupindex and match[g]))
    if not draft.has(Owners) or not draft.has(MinistryCount):
        alone = any(isinstance(f, Owners) and f.mode in ("only", "alone") for f, _, _ in draft.found)
        at = 0
        while match := rules["not_shared"].search(line.text, at):
            if said_of_people(draft, *match.span()):  # "ouders die er alleen voor staan"
                at = match.end()
                continue
            at = 0
            if alone:  # said twice: "met z'n tweeën, niemand anders erbij"
                line.use(match.span())
                continue
            draft.add(MinistryCount(2), line.use(match.span()), negated=True)
        at = 0
        while match := rules["shared"].search(line.text, at):
            if said_of_people(draft, *match.span()):
                at = match.end()
                continue
            at = 0
            if alone:  # "niet met een ander ministerie gedeeld": the same once more
                line.use(match.span())
                continue
            if (
                "minister" not in match.group()
                and "departement" not in match.group()
                and draft.content()
                and not draft.about_measures()
            ):
                break
            negation = negation_before(draft, match.start())
            tokens = line.use(match.span(), negation or (0, 0))
            draft.add(MinistryCount(2), tokens, negated=negation is not None)


def _read_left_out(draft: Draft, names: Sequence[str], *, of_no_owner: bool = False) -> None:
    """Owners of which a clause says that the measures are not theirs: "waar VWS geen eigenaar van is"."""
    line, rules = draft.line, _owner_rules()
    denied = re.compile(_NO_OWNER)
    for name in names:
        at = 0
        while match := rules[name].search(line.text, at):
            at = match.end()
            listed, said = match["l"] or match["l2"], match["x"] or match["x2"]
            codes = [line.value(s) for s in re.findall(r"«[obw]\d+»", listed)]
            if of_no_owner and not denied.search(said):
                continue
            owners = tuple(dict.fromkeys(code[0] if isinstance(code, tuple) else code for code in codes))
            draft.add(Owners(owners), line.use(match.span()), negated=True)
            at = 0


_NOT_YET_BY = re.compile(
    rf"(?<!\S)(?P<n>nog (?:steeds |altijd )?niet) (?P<o>(?:door|bij|van|volgens) {_LIST}) (?:afgerond|klaar|af|gereed|voltooid|uitgevoerd|opgeleverd|gerealiseerd|afgehandeld)(?!\S)"
)


def _put_not_yet_last(line: Line) -> None:
    """Put "nog niet" before the status that it denies: "nog niet door VWS afgerond" is theirs, and not afgerond."""
    match = _NOT_YET_BY.search(line.text)
    if match is None:
        return
    first, middle = line.span(*match.span("n"))
    start, stop = line.span(*match.span("o"))
    line.symbols[first:stop] = [*line.symbols[start:stop], *line.symbols[first:middle]]
    line.refresh()


def _really_counted(draft: Draft, match: re.Match[str]) -> bool:
    """Whether "een ministerie" is the number one: written "één", or after "precies", "slechts", "minstens"."""
    if match["n"] != "een" or match["q"] or match["m"]:
        return True
    first, last = draft.line.span(match.start("n"), match.end("n"))
    return "é" in draft.line.words(draft.line.symbols[first].start, draft.line.symbols[last - 1].stop)


def _counted(match: re.Match[str]) -> Filter | None:
    def number(text: str) -> int:
        folded = [fold(w) for w in NUMBERS]
        return int(text) if text.isdigit() else folded.index(text)

    n, word, more = number(match["n"]), match["q"], match["m"] or (match["m2"] or "").strip()
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


_ONLY_THOSE = re.compile(
    r"(?<= [,:;·] )(?P<x>(?:maar )?(?:alleen|enkel|slechts)) (?:die van |voor |de )?«o\d+»(?: (?:en|,) «o\d+»)*(?: (?:graag|dus|[?!.]))*$"
)


@lru_cache(maxsize=1)
def _long_phrases() -> tuple[str, ...]:
    """The phrases of three words and more by which owners are together or alone, the longest first."""
    data = words_of_questions()
    phrases = (*data["together"]["words"], *data["shared"]["as_a_pair"], *data["alone"]["words"])
    return tuple(sorted((p for p in phrases if len(p.split()) > 2), key=len, reverse=True))


_OF = re.compile(r"(?<!\S)(?:van|bij) (?:(?!van |bij ).)*$")
_WITH = re.compile(r"» (?:ook |mede )?met (?:het |de )?(?:[a-z]+ ){0,3}«")


def _take_owners(draft: Draft, match: re.Match[str], mode: OwnersMode) -> bool:
    line = draft.line
    spans = (
        [match.span("l"), *(match.span(g) for g in ("l2", "x", "y") if g in match.re.groupindex)]
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
    neither = mode == "any" and len(codes) > 1 and " noch " in text and negation_before(draft, match.start()) is None
    if mode == "any" and len(codes) > 1 and _WITH.search(text):
        mode = "all"  # "van JenV met OCW"
    negation = negation_before(draft, match.start()) if mode != "only" else None
    apart = mode == "all" and "x" in match.re.groupindex and "niet" in (match["x"] or "").split()
    if "x" in match.re.groupindex and match["x"]:
        x = match.span("x")
        words = match["x"].split()
        if len(words) > 2:  # of a gap only the telling words are used
            told = next((p for p in _long_phrases() if match["x"].endswith(p)), " ".join(words[-2:]))
            tail = match.string.rfind(told, *x)
            spans = [s for s in spans if s != x] + [(max(tail, x[0]), x[1])]
    tokens = line.use(*spans, *([negation] if negation else []))
    if apart:  # "van JenV niet samen met OCW"
        draft.add(Owners(tuple(codes[:1])), tokens)
        draft.add(Owners(tuple(codes[1:])), tokens, negated=True)
        return True
    stressed = any(token.text.lower() == "én" for token in line.tokens[slice(*tokens)])
    if mode == "any" and len(codes) > 1 and negation is None and stressed and _OF.search(match.string[: match.end()]):
        mode = "all"  # "van JenV én OCW"
    condition = draft.add(Owners(tuple(codes), mode), tokens, negated=negation is not None or neither)
    if mode == "any" and len(codes) > 1 and negation is None and re.search(r" (?:en|&) ", text):
        draft.alternatives.append((condition, (Owners(tuple(codes), "all"),)))
    return True


_OWNER_CUE = re.compile(rf"(?:{_PREFIX}|(?<!\S)(?:van|bij|door|heeft|hebben|doet|namens|wil|gaat) )$")
_FIELD_OF = re.compile(r"(?<!\S)(?:gebied|terrein|vlak|punt|onderwerp) van (?:het )?$")
_QUALITY_OF = re.compile(r"(?<!\S)(?!verantwoordelijk|bevoegd)[a-z-]+(?:heid|teit|schap) van (?:het )?$")
_LISTED = re.compile(r"«[ob]\d+» (?:,|en|of|&|/|noch|samen met|met)(?: van| bij)? $")
_LISTED_AFTER = re.compile(r" (?:,|en|of|&|/|noch|samen met)(?: van| bij)? «[ob]\d+»")
_OWNS_AFTER = re.compile(r" (?:heeft|hebben|doet|trekt|werkt|moet|gaat|wil|nog|gedeeld|samen)\b")


_COLUMN_WHO = re.compile(  # "staat de Tweede Kamer zelf in de kolom Wie"
    r"(?<!\S)(?:(?:zelf|ook|genoemd|vermeld) )*(?:in|onder|bij|volgens) (?:de |het )?(?:kolom|vak|vakje|veld|wie-kolom)(?: (?:wie|verantwoordelijke?n?|«q\d+»))?(?: (?:genoemd|vermeld|ingevuld))?(?!\S)"
)


_CHAMBER = "TK"
_OF_CHAMBER = rule(r"(?P<k>«k\d+»)(?P<x> (?:van|uit|door|vanuit|namens|in) (?:(?:de|onze|uw) )?(?P<b>«b\d+»))")


def _leave_chamber(line: Line) -> None:
    """Use up the House behind a paper that is always the House's own: "moties van de Kamer" are all of them."""
    for match in _OF_CHAMBER.finditer(line.text):
        of_chamber = any(kind.of_chamber for kind in kinds() if kind.key == line.value(match["k"]))
        if of_chamber and line.value(match["b"]) == _CHAMBER:
            line.use(match.span("x"))
            return


def _resolve_doubtful(draft: Draft) -> None:
    """Settle the words that are ordinary words as well: a ministry only where the question points at an owner."""
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
        if _FIELD_OF.search(before):
            cue = None
        if _QUALITY_OF.search(before):  # "de vrijheid van onderwijs"
            line.restore(symbol)
        elif cue:
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
        bare = not doubtful and not draft.content() and not re.search(r"genoemd|vermeld|noem", line.text)
        named = bare or _BODY_CUE.search(before) or (_OWNS_AFTER.match(after) and not doubtful)
        owner = re.search(
            r"verantwoordelijk|eigenaar|trekker|trekt|aan zet|aan de beurt", line.text
        ) or _COLUMN_WHO.search(line.text)
        if (code in ("EU", "Rotterdam") and not owner) or not (named or owner or _LISTED.search(before)):
            line.restore(symbol)
        if code == "TK" and re.search(r"(?<!\S)(?:leden|lid) van (?:de )?$", before):
            line.restore(symbol)
            continue
        if code == "TK" and not owner and not draft.measures_named and draft.content():
            line.restore(symbol)
            continue
        if doubtful and re.search(r"(?:aan|naar|in|kamer) (?:de )?$", before) and not owner:
            line.restore(symbol)


_BODY_CUE = re.compile(r"(?<!\S)(?:van|bij|door|ook|naast|doet|heeft|met|zonder|ligt|liggen)(?: de| het)? $")
