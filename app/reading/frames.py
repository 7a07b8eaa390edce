# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Polite frames around a question, which say nothing of it: "kun je mij even vertellen ...", "graag", "alstublieft".

They are taken off the line before any rule looks at it, so that no rule has to allow for them.
"""

import re
from functools import lru_cache

from app.reading.lexicon import any_of, phrase_rule, telling, words_of_questions
from app.reading.line import Line, Symbol, rule


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = words_of_questions()["frames"]
    asked, told = any_of(data["asks"]), any_of(data["tells"])
    person = r"(?:je|jij|u|jullie|men|iemand|de minister|de staatssecretaris|de bewindspersoon|het kabinet|de regering)"
    me = r"(?: (?:mij|me|ons|even|eens|ook|nog|een keer|hier|dan))*"
    members = (
        r"(?:de |deze )?(?:(?:vaste )?(?:kamer)?commissie|fractie|fractieleden|leden|kamer|woordvoerders?)(?: (?:voor|van) (?:de |het )?[a-z0-9-]+){0,2}"
        r" (?:vragen|vraagt|verzoeken|verzoekt|vernemen|verneemt|willen|wil|horen|zien|ontvangen|ontvangt|wensen|wenst)"
        r"(?: (?:om|de regering|de minister|het kabinet|de bewindspersoon|weten|te weten|te vernemen|zich af|ook|voorts))*"
    )
    myself = r"als [a-z-]+(?: (?:van|bij|voor) (?:de |het )?[a-z-]+)? (?:zou|wil|wilde|moet|hoop|wens) ik(?: (?:graag|wel|nu|even|eens|ook))*(?: (?:willen|te))? (?:weten|vernemen|zien|horen|lezen)"
    lead = (
        rf"{members}|{myself}|"
        rf"(?:{any_of(data['greetings'])})(?: [,:!])?"
        rf"|(?:kun|kan|kunt|kunnen|wil|wilt|zou|zouden|zal) {person}{me}(?: (?:kunnen|willen))?(?: (?:{told}))?{me}"
        rf"|(?:{asked}){me}(?: (?:{told}))?(?: [,:])?"
        rf"|(?:weet|weten|heeft|heb) {person}(?: (?:ook|al))?(?= (?:of|wie|wat|wanneer|waar|welke?|hoe|hoeveel|tot|op|in|bij|van|door|onder)(?!\S))"
    )
    return (
        re.compile(rf"^(?:(?:{lead})(?:(?<=[,:!])| |$))+"),
        rule(any_of(data["anywhere"]) + r"|(?:even|eens)(?! (?:veel|groot|lang|vaak|hoog|oud|per))"),
        re.compile(rf" (?:(?:te )?(?:{told})|(?:{any_of(data['thanks'])}))(?=(?: [?!.,])*$)"),
    )


_LEFT_OUT = (  # "als je de afgeronde weglaat" and "haal de afgeronde weg" say no more than "behalve de afgeronde"
    re.compile(
        r"(?<!\S)(?P<a>(?:als|wanneer|indien) (?:je|we|ik|u|men|jullie)) (?P<x>[^?!.;:]+?) (?P<b>(?:er )?(?:weglaat|weglaten|weghaalt|weghalen|weglaat laten|buiten beschouwing (?:laat|laten)|niet mee ?(?:rekent|rekenen|telt|tellen|neemt|nemen)|uitsluit|uitsluiten|aftrekt|eraf haalt|wegdenkt|wegstreept|overslaat|vergeet))(?!\S)"
    ),
    re.compile(
        r"^(?P<a>haal|laat|gooi|streep) (?P<x>[^?!.;:,]+?) (?P<b>(?:er )?(?:weg|eruit|eraf|buiten beschouwing|achterwege))(?!\S)"
    ),
)

_APART = re.compile(  # a clause of its own: "wat loopt af in 2024, OCW niet meegerekend"
    r"(?:^|(?<= [,;:(–-] ))(?:(?:en|met|maar|alleen) )?(?P<x>[^?!.;:,()]+?) (?P<b>(?:daarbij )?(?:niet|buiten) (?:mee ?)?(?:inbegrepen|gerekend|geteld|genomen|rekenend|tellend|beschouwing(?: gelaten| latend)?)|daargelaten|weggelaten|weggedacht|uitgezonderd|uitgesloten|achterwege gelaten)(?= [,;:)?!.]|$)"
)
_EXCLUSIVE = rule(r"(?P<a>exclusief|excl)(?= (?:die|wat|alles|de maatregelen|maatregelen|dat wat)(?!\S))")


_ALL_BUT = re.compile(  # "op die van BZ na", "op de afgeronde na"
    r"(?:^|(?<= ))(?P<a>op) (?P<x>(?:die|de|alles|wat|het|degene)(?: (?!(?:na|op|[?!.;:])(?: |$))[^ ]+){1,5}?) (?P<b>na)(?= [,;:?!.]|$)"
)


def _put_behalve(line: Line, at: int) -> None:
    """Put "behalve" before the character at which what is left out begins."""
    first = line.span(at, at + 1)[0]
    token = line.symbols[first].start
    line.symbols.insert(first, Symbol("behalve", token, token))
    line.refresh()


def _turn_left_out(line: Line) -> None:
    """Put what a question leaves out behind "behalve", where the rules look for it."""
    while apart := _APART.search(line.text):
        line.drop(*apart.span("b"))
        _put_behalve(line, apart.start("x"))
    if but := _ALL_BUT.search(line.text):
        line.drop(*but.span("b"))
        line.drop(*but.span("a"))
        _put_behalve(line, but.start("a"))
    while only := _EXCLUSIVE.search(line.text):  # "exclusief van SZW" is theirs alone, "exclusief die van SZW" is not
        line.drop(*only.span("a"))
        _put_behalve(line, only.start("a"))
    match = next((found for rule in _LEFT_OUT if (found := rule.search(line.text))), None)
    if match is None:
        return
    line.drop(*match.span("b"))
    first, last = line.span(*match.span("a"))
    symbols = line.symbols[first:last]
    line.symbols[first:last] = [Symbol("behalve", symbols[0].start, symbols[-1].stop)]
    line.refresh()


@lru_cache(maxsize=1)
def _sums() -> re.Pattern[str]:
    sums = any_of(words_of_questions()["frames"]["sums"])
    return re.compile(rf"(?<!\S)(?:{sums})(?!\S)(?! (?:brengen|brengt|komen|komt|horen|hoort|houden|zitten))")


_NUMBER_ASKED = re.compile(r"(?<!\S)(?:hoeveel|aantal|telt|tel|hoe (?:vaak|dikwijls))(?!\S)")
_PARTS_ASKED = re.compile(r"(?<!\S)(?:hoeveel|procent|percentage|deel|aandeel|gedeelte)(?!\S)")
_WHOLE = rule(  # "hoeveel procent van het totale pakket is klaar" counts the measures
    r"(?P<x>(?:(?:totale|hele|gehele|complete|volledige) )?(?:maatregelenpakket|maatregelpakket|totaalpakket|emancipatiepakket|pakket))(?! (?:aan|van|voor|met|over|om|rond|tegen)(?!\S))"
)


def _name_the_whole(line: Line) -> None:
    """Call the whole of which a part is asked by its name: the measures."""
    if not _PARTS_ASKED.search(line.text) or not (match := _WHOLE.search(line.text)):
        return
    first, last = line.span(*match.span("x"))
    token = line.symbols[first].start
    line.symbols[first:last] = [Symbol("maatregelen", token, token)]
    line.refresh()


@lru_cache(maxsize=1)
def _put_formally() -> re.Pattern[str]:
    data = words_of_questions()["frames"]
    told = any_of([*data["tells"], *data["overviews"]])
    office = r"(?:de )?(?:minister|staatssecretaris|bewindspersoon|bewindslieden)(?: (?:van|voor) (?:\S+ ){0,6}?\S+)?"
    person = rf"(?:je|jij|u|jullie|men|iemand|het kabinet|de regering|{office})"
    between = "mij|me|ons|de kamer|even|eens|ook|nog|kunnen|willen|om|het parlement|bereid|aan|te"
    return re.compile(
        rf"(?:kun|kan|kunt|kunnen|wil|wilt|zou|zouden|is|zijn) {person}(?: (?:{between}))* (?:{told}),? (?=\S+ \S)"
    )


def unframed(question: str) -> str:
    """The question without the formal words before it: questions to ministers are all alike in these."""
    match = _put_formally().match(question.lower())
    question = question[match.end() :] if match else question
    tried = _tries()[1].match(question.lower())
    return f"hoe{question[tried.end() :]}" if tried else question


@lru_cache(maxsize=1)
def _turns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...], re.Pattern[str]]:
    data = words_of_questions()["turns"]
    phrases = sorted(data["phrases"], key=len, reverse=True)
    ending = re.compile(rf" (?:{any_of(data['ending'])})(?=(?: [?!.])*$)")
    return re.compile(rf"^(?:{any_of(data['starts'])})(?!\S)"), tuple(phrase_rule(p) for p in phrases), ending


FIRST_WORDS = 5  # within which a turn of speech begins: "wat heeft het kabinet op tafel gelegd voor ..."


@lru_cache(maxsize=1)
def _tries() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = words_of_questions()["tries"]
    ends = re.compile(
        rf" (?:(?:terug|tegen|aan|op|weg|uit|voor|vooruit|bij|los|recht|door) )?(?:{any_of(data['ends'])})(?=(?: [?!.])*$)"
    )
    return ends, re.compile(
        rf"^(?:{any_of(data['ways'])}) (?:{any_of(data['verbs'])})(?: (?:{any_of(data['between'])}))* (?:{any_of(data['who'])})(?: (?:{any_of(data['between'])}))*(?= [a-z«])"
    )


def _drop_tries(line: Line) -> None:
    """Take who tries off the line, where a question asks how something is tried: "hoe probeert het kabinet ..."."""
    ends, tries = _tries()
    match = tries.match(line.text)
    if match is None or not any(telling(word) for word in line.text[match.end() :].split()):
        return
    last = ends.search(line.text)
    if last and any(telling(word) for word in line.text[match.end() : last.start()].split()):
        line.drop(last.start() + 1, last.end())
    line.drop(*match.span())


def drop_turns(line: Line) -> None:
    """Take the turns of speech at a question's start off the line: "wat legde het kabinet op tafel voor wie ..."."""
    _drop_tries(line)
    starts, phrases, ending = _turns()
    if not starts.match(line.text):
        return
    for pattern in phrases:
        match = pattern.search(line.text)
        if match is None or len(line.text[: match.start()].split()) > FIRST_WORDS:
            continue
        rest = line.text[: match.start()] + line.text[match.end() :]
        if not any(telling(word) for word in rest.split()):
            continue
        if match.group().startswith(("pak", "zet")) and (last := ending.search(line.text)):
            line.drop(last.start() + 1, last.end())
        parts = [match.span(name) for name in "abcd" if name in match.re.groupindex and match[name]]
        line.use(*parts[1:])  # what stands between them is the subject's: its words are no longer one run
        line.drop(*parts[0])
        return


def drop_frames(line: Line) -> None:
    """Take the polite frames off the line; a message that is nothing else stays as it is."""
    _turn_left_out(line)
    _name_the_whole(line)
    lead, anywhere, tail = _rules()
    kept = list(line.symbols)
    while match := anywhere.search(line.text):
        line.drop(*match.span())
    while _NUMBER_ASKED.search(line.text) and (match := _sums().search(line.text)):
        line.drop(*match.span())
    match = lead.match(line.text)
    if match and match.end() < len(line.text):
        framed = bool(
            re.match(
                r"(?:kun|kan|kunt|kunnen|wil|wilt|zou|zouden|zal|ik|we|wij|mag|graag|verzoek|gelieve|de|deze) ",
                line.text,
            )
        )
        line.drop(*match.span())
        end = tail.search(line.text) if framed else None
        if end:
            line.drop(*end.span())
    if not any(s.text not in ("·", "?", "!", ".", ",", ":") for s in line.symbols):
        line.symbols = kept
        line.refresh()
