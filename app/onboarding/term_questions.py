# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Questions that ask what a term means, how two terms differ, or where a term stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.onboarding.asking import terms_asked, unknown_asked
from app.onboarding.terms import Glossary, Term, in_title, occurrences, printed_in
from app.wording import listed, quoted
from index.folding import fold
from ingest.records import Measure

_X = r"(?P<x>.{1,70}?)"
_Y = r"(?P<y>.{1,70}?)"
_END = r"[\s?.!]*$"
_OPEN = (
    r"^(?:en |maar |dus |nee |sorry |ok[eé]? |hoi |eh |,|he |hee |hallo |even iets anders |kort |vraagje |"
    r"ik (?:lees|zie|kom) (?:hier |vaak |steeds |ergens )?[^,.?:]{0,60}[,.:] ?)*(?:weet (?:je|jij|u) |kun (?:je|jij) (?:me |mij )?(?:even )?"
    r"(?:zeggen|uitleggen|vertellen) |kunt u (?:me |mij )?(?:zeggen|uitleggen|vertellen) |zeg eens |vertel (?:me |eens )*|"
    r"leg (?:me |eens |even )*uit |mag ik weten |ik (?:wil|wou) (?:graag )?weten )?"
)
_MEANS = (  # wordings that can only ask for a meaning
    rf"{_OPEN}(?:wie of wat|wat of wie) (?:is|zijn) {_X}{_END}",
    rf"{_OPEN}wat (?:wordt|word|moet) (?:er |hier |ik )*(?:verstaan|begrepen|begrijpen) onder {_X}{_END}",
    rf"{_OPEN}{_X} (?:betekent|betekend|betekenen|is|zijn|staat voor|houdt in)(?: (?:ook al ?weer|precies|eigenlijk))* ?(?:wat|wie|waarvoor){_END}",
    rf"{_OPEN}{_X} (?:betekent|betekend|beteknt){_END}",
    rf"{_OPEN}{_X} ?={_END}",
    rf"{_OPEN}(?:ik )?(?:ken|snap|begrijp) (?:het woord |de term |de afkorting |het begrip )?{_X} niet{_END}",
    rf"{_OPEN}(?:nog )?nooit gehoord van {_X}{_END}",
    rf"{_OPEN}{_X}[,:]? (?:(?:daar )?(?:nog )?nooit van gehoord|ken ik niet|zegt (?:me|mij) (?:niets|niks)|geen idee wat dat is){_END}",
    rf"{_OPEN}(?:wat|was)? ?(?:betekent|betekend|beteken|betekenen|beteknt|betekenet) (?:nou |nu |eigenlijk |precies |hier |dan )*{_X}{_END}",
    rf"{_OPEN}wat {_X} (?:betekent|betekenen|inhoudt|is|zijn|voorstelt|wil zeggen|beteken){_END}",
    rf"{_OPEN}waar(?:voor)? (?:staat|staan|stat|stond|stan) (?:de letters |de afkorting |het |dat |die )?{_X}(?:,? (?:eigenlijk|precies|ook al weer))? ?voor(?: (?:bij|in|achter) .{{1,50}})?{_END}",
    rf"{_OPEN}waarvoor (?:staat|staan) {_X}{_END}",
    rf"{_OPEN}waar (?:is|zijn) {_X} (?:een |de )?(?:afkorting|afkortingen|verkorting|acroniem) (?:van|voor){_END}",
    rf"{_OPEN}(?:waarvan|waar van) (?:is|zijn) {_X} (?:een |de )?(?:afkorting|afkortingen){_END}",
    rf"{_OPEN}(?:wat )?(?:is|zijn) {_X} (?:een |de )?(?:afkorting|afkortingen) (?:van|voor)(?: wat)?{_END}",
    rf"{_OPEN}wat is (?:de )?(?:betekenis|definitie|uitleg|verklaring|volledige naam|lange naam|afkorting|omschrijving) van {_X}{_END}",
    rf"{_OPEN}(?:de )?(?:betekenis|definitie|uitleg|verklaring|volledige naam|afkorting|begrip|term)(?: van)?:? {_X}{_END}",
    rf"{_OPEN}{_X}:? (?:de )?(?:betekenis|definitie|afkorting|uitleg|verklaring){_END}",
    rf"{_OPEN}(?:leg|verklaar) (?:me |mij |eens |even |kort )*(?:uit )?(?:wat )?{_X} (?:uit|is|betekent|inhoudt|zijn){_END}",
    rf"{_OPEN}(?:leg uit|verklaar|definieer|uitleg|wat is dat)[:,]? {_X}{_END}",
    rf"{_OPEN}wat (?:wordt|bedoelen|bedoelt|bedoel|bedoeld|word) (?:er |ze |men |je |jullie |het kabinet |de rapportage |hier )*(?:bedoeld |daar )?(?:met|mee) {_X}(?: (?:bedoeld|bedoelt)| bedoelen)?{_END}",
    rf"{_OPEN}wat (?:wil|willen|moet) {_X} (?:zeggen|voorstellen){_END}",
    rf"{_OPEN}wat (?:houdt|houden|hout) {_X} (?:precies |eigenlijk )?in{_END}",
    rf"{_OPEN}wat (?:moet|kan) ik (?:me )?(?:verstaan|voorstellen) (?:onder|bij) {_X}(?: voorstellen| verstaan)?{_END}",
    rf"{_OPEN}wat (?:verstaan|versta|verstaat) (?:ze|men|je|jullie|het kabinet) onder {_X}{_END}",
    rf"{_OPEN}(?:ken|weet) (?:je|jij|u) {_X}{_END}",
    rf"{_OPEN}hoe (?:heet|heten) {_X} (?:voluit|helemaal|volledig){_END}",
    rf"{_OPEN}(?:wat is )?{_X} (?:voluit|helemaal uitgeschreven|voluit geschreven){_END}",
    rf"{_OPEN}{_X}[,:] (?:wat|wie|welk\w*(?: \w+)?|waar) (?:is|zijn|betekent|was|staat|stelt|voor iets is)(?: dat| die| dit| het| ze| deze| hij)*(?: ook al ?weer| precies| voor| eigenlijk| nou| voor iets| voor organisatie| voor iemand| van de afkorting| een afkorting van)*{_END}",
    rf"{_OPEN}{_X}[,:] welk(?:e)? (?:ministerie|departement|organisatie|wet|minister|programma) (?:is|was) (?:dat|dit|het){_END}",
    rf"{_OPEN}welk(?:e)? (?:ministerie|departement|organisatie|club|wet|minister) (?:is|was|heet|zit achter|hoort bij|schuilt achter|wordt bedoeld met|gaat schuil achter) {_X}{_END}",
    rf"{_OPEN}welk(?:e)? (?:ministerie|departement|organisatie) (?:wordt|word) met {_X} bedoeld{_END}",
    rf"{_OPEN}wat voor (?:een )?(?:\w+ )?(?:is|zijn) {_X}{_END}",
    rf"{_OPEN}waar komt (?:de (?:afkorting|naam|term) )?{_X} (?:vandaan|van){_END}",
    rf"^(?:en )?is {_X} een (?:echt )?(?:ministerie|departement|organisatie|persoon|wet|afkorting|land|partij|adviesraad|instantie|verdrag|subsidie|programma|stichting|vereniging|overheidsorganisatie|eiland|bedrijf|fonds)(?: of .*)?{_END}",
    rf"{_OPEN}what (?:is|are|does) (?:the )?{_X}(?: mean| stand for)?{_END}",
)
_IS = (  # wordings that ask for a meaning where X is a term
    rf"{_OPEN}(?:wat|was|wta|wa|wt) (?:is|zijn|isd|si|was|ist) (?:nou |nu |eigenlijk |precies |ook alweer |ook al weer |dat )*{_X}{_END}",
    rf"{_OPEN}(?:wie|wei) (?:is|zijn|was|waren|isd) (?:nou |eigenlijk |ook alweer |toch )*{_X}{_END}",
)
_DIFFERENCE = (
    rf"verschil(?:len)?\b(?! in (?:het )?(?:aantal|aandeel)).{{0,12}}\btussen {_X} en {_Y}{_END}",
    rf"(?:wat|hoe) (?:is|zit het met) (?:het )?verschil {_X} (?:en|/|of) {_Y}{_END}",
    rf"^(?:en )?(?:is|zijn|wordt) {_X} (?:nou |nu |eigenlijk |dan )?(?:hetzelfde|het zelfde|gelijk|dezelfde|een ander woord|anders|iets anders)(?: \w+)? (?:als|aan|voor|dan) {_Y}{_END}",
    rf"^(?:en )?(?:is|zijn) {_X} en {_Y} (?:nou |eigenlijk |niet )?(?:hetzelfde|het zelfde|gelijk|dezelfde|twee|verschillend\w*)\b.*$",
    rf"^(?:en )?(?:is|zijn) {_X} (?:ook |dan |dus |soms )?(?:de|het|een afkorting van|een ander woord voor|een onderdeel van) {_Y}{_END}",
    rf"(?:hoe|waarin) (?:verschilt|verschillen) {_X} (?:van|en) {_Y}{_END}",
    rf"\bbedoel\w* (?:ze |zij |je |men |jullie )?(?:daar |er |hier )*met {_X}(?:,| hetzelfde als| of| eigenlijk)? {_Y}{_END}",
    rf"\bwordt (?:er |daar |hier )*met {_X}(?:,| hetzelfde als| eigenlijk)? {_Y} bedoeld{_END}",
    rf"^{_X} (?:of|versus|vs\.?|vs) {_Y}[,:]? ?(?:wat is het verschil|hetzelfde|zelfde).*$",
)
_BOTH_NAMED = re.compile(
    r"\b(?:hoezo|waarom) (?:staat|schrijven|schrijft) (?:er |ze |men )?\S+ en (?:niet|geen) \S+|\bbedoel(?:en|t|d)? (?:ze|zij|je|men|jullie) (?:daar|er|hier|dan|soms|eigenlijk)\b|\b(?:daar|er|hier)(?: \S+)? mee bedoeld\b|\bis dat hetzelfde|hetzelfde als|"
    r"\b(?:ty?pe?fout|tikfout|spelfout|schrijffout)\b|fout gespeld|verkeerd gespeld|verkeerd geschreven"
)
_WHERE = re.compile(
    r"^(?:en )?(?:waar|in welke (?:maatregel(?:en)?|rij(?:en)?|tabel(?:len)?)|bij welke maatregel(?:en)?|op welke (?:pagina|plek|plaats)\w*) "
    r"(?:komt|komen|staat|staan|vind ik|wordt|worden|lees ik|kom ik)\b (?P<x>.{1,60}?) ?"
    r"(?:voor|genoemd|vermeld|gebruikt|in de (?:rapportage|bijlage|tabel)|ter sprake|terug|tegen|aan de orde)?[\s?.!]*$"
)
_AND_WHERE = re.compile(r",? en (?:waar (?:komt|staat|vind|wordt)|in welke|bij welke|welke maatregelen|waar in)\b.*$")
_WHAT_IS_THAT = re.compile(
    r"[.,;:!?] *(?:wat|waar|wie|weet je wat) (?:betekent|betekend|is|zijn|houdt|staat|bedoelen ze|wordt bedoeld|stelt|moet) ?(?:dat|dit|die|het|daarmee|ik me daarbij)\b.*$"
)
_CAME_ACROSS = re.compile(
    r"\b(?:kwam|kom|zag|zie|lees|las|hoor|hoorde|heb|vond|vind) (?:ik |we )?(?:hier |ergens |net |steeds |vaak |de term |de naam |het woord |het over |iets over )*(?P<x>.{2,60}?)"
    r"(?: (?:tegen|staan|voorbijkomen|voorbij komen|genoemd|langskomen|gelezen|gezien|noemen))*\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w&+./'-]*[A-Z0-9&+/][\w&+./'-]*")


_KIND_WORDS = {
    "organisaties": "organisatie", "instanties": "organisatie", "instellingen": "organisatie", "clubs": "organisatie",
    "wetten": "wet", "verdragen": "wet", "personen": "persoon", "kamerleden": "persoon", "namen": "persoon",
    "afkortingen": "",
}  # fmt: skip
_ALL_OF_KIND = re.compile(
    rf"^(?:en )?(?:welke|wat voor|wat zijn (?:alle|de)|noem (?:me )?(?:alle|de)|geef (?:me )?(?:alle|de)|lijst (?:van|met) (?:alle )?(?:de )?|alle) ?(?:\w+ )?(?P<kind>{'|'.join(_KIND_WORDS)})"
    r"(?: (?:worden|wordt|komen|staan|zijn|gebruikt|gebruiken|kom ik|lees ik|vind ik|moet ik|er|allemaal|in|de|het|dit|deze|die|rapportage|rapport|document|bijlage|tabellen|toelichtingen|genoemd|vermeld|voor|tegen|terug|kennen|bestaan|ze|erin))*$"
)


@dataclass(frozen=True, slots=True)
class TermQuestion:
    """What is asked of one term, or of two."""

    ask: Literal["meaning", "difference", "unknown"]
    terms: tuple[Term, ...]
    words: str = ""  # as asked
    where: bool = False  # also asks where it stands


def read_term_question(question: str, glossary: Glossary) -> TermQuestion | None:
    """The term question, or None where the wording or the words are no term's.

    "unknown" only where the wording can ask for nothing but a meaning, of what looks like an abbreviation.
    """
    text = " ".join(question.split())
    plain = fold(text)
    where = _AND_WHERE.search(plain)
    if where and len(text) == len(plain):
        text, plain = text[: where.start()], plain[: where.start()]
    found = (
        _difference(text, plain, glossary)
        or _meaning(text, plain, glossary)
        or _several(text, plain, glossary)
        or _met(text, plain, glossary)
        or _two_named(text, plain, glossary)
        or _bare(text, glossary)
        or _in_any_order(text, glossary)
        or _unknown(text, plain, glossary)
    )
    return replace(found, where=True) if found is not None and where else found


def _difference(text: str, plain: str, glossary: Glossary) -> TermQuestion | None:
    for pattern in _DIFFERENCE:
        match = re.search(pattern, plain)
        if match:
            terms = [glossary.find(_printed(text, plain, match, part), typos=False) for part in ("x", "y")]
            found = tuple(dict.fromkeys(term for term in terms if term is not None))
            if len(found) == 2 or (len(found) == 1 and terms[0] is terms[1]):
                return TermQuestion("difference", found, match["x"])
    return None


def _meaning(text: str, plain: str, glossary: Glossary) -> TermQuestion | None:
    for patterns, typos in ((_MEANS, False), (_IS, False), (_MEANS, True), (_IS, True)):
        for pattern in patterns:
            match = re.search(pattern, plain)
            if match is None:
                continue
            words = _printed(text, plain, match, "x")
            if typos and len(words.split()) > 4:
                continue
            term = glossary.find(words, typos=typos)
            if term is not None:
                return TermQuestion("meaning", (term,), words)
    return None


def _several(text: str, plain: str, glossary: Glossary) -> TermQuestion | None:
    """The message "Wat betekenen OCW, SZW en VWS?": every part must be a term."""
    for pattern in _MEANS:
        match = re.search(pattern, plain)
        if match is None:
            continue
        words = _printed(text, plain, match, "x")
        parts = [
            part
            for part in re.split(r",|/| en (?:waar |waarvoor |wat (?:is |betekent )?)?| of |\bvoor\b", words)
            if part.strip()
        ]
        terms = [glossary.find(part, typos=False) for part in parts]
        found = tuple(dict.fromkeys(term for term in terms if term is not None))
        if len(found) > 1 and None not in terms:
            return TermQuestion("difference", found, words)
    return None


def _met(text: str, plain: str, glossary: Glossary) -> TermQuestion | None:
    """The message "Ik zie vaak FBB staan, wat betekent dat?": the abbreviation, or what stands between quotes, is asked."""
    match = _WHAT_IS_THAT.search(plain)
    if match is None or len(text) != len(plain):
        return None
    said = text[: match.start()]
    quoted_words = re.findall(r"[\"'“‘„]([^\"'”’]{2,40})[\"'”’]", said)
    abbreviations = [word.strip(".,?!:") for word in _WORD.findall(said) if sum(c.isupper() for c in word) > 1]
    came_across = _CAME_ACROSS.search(said)
    named = [came_across["x"]] if came_across else []
    for words in (*quoted_words, *named, *abbreviations):
        term = glossary.find(words, typos=False)
        if term is not None:
            return TermQuestion("meaning", (term,), words)
    return None


def _bare(text: str, glossary: Glossary) -> TermQuestion | None:
    """The message "SRGR?": an abbreviation alone, with a question mark; a ministry's is a question for its measures."""
    words = text.rstrip(" ?!")
    if not text.endswith("?") or len(words.split()) > 1 or not any(c.isupper() for c in words):
        return None
    if sum(c.isupper() or c.isdigit() for c in words) <= 1:
        return None
    term = glossary.find(words, typos=False)
    return TermQuestion("meaning", (term,), words, where=True) if term and term.kind != "ministerie" else None


def _two_named(text: str, plain: str, glossary: Glossary) -> TermQuestion | None:
    """The printed words that are terms: "In twee titels staat HPV. Bedoelen ze daar HVP mee?"."""
    if not _BOTH_NAMED.search(plain):
        return None
    named = [glossary.find(word.strip(".,?!"), typos=False) for word in _WORD.findall(text)]
    found = tuple(dict.fromkeys(term for term in named if term is not None))
    return TermQuestion("difference", found[:2], text) if found else None


def _in_any_order(text: str, glossary: Glossary) -> TermQuestion | None:
    terms = terms_asked(text, glossary)
    return TermQuestion("meaning" if len(terms) == 1 else "difference", terms, text) if terms else None


def _unknown(text: str, plain: str, glossary: Glossary) -> TermQuestion | None:
    for pattern in _MEANS:
        match = re.search(pattern, plain)
        if match:
            words = re.sub(r"^(?:de|het|een) ", "", _printed(text, plain, match, "x"))
            if re.fullmatch(r"[\w&+./-]{2,12}", words) and sum(c.isupper() for c in words) >= 2:
                return TermQuestion("unknown", (), words)
    unknown = unknown_asked(text, glossary)
    return TermQuestion("unknown", (), ", ".join(unknown)) if unknown else None


def read_where_question(question: str, glossary: Glossary) -> tuple[Term | None, str] | None:
    """The term and the words of "In welke maatregelen komt X voor?"; None where the wording is another."""
    text = " ".join(question.split())
    plain = fold(text)
    match = _WHERE.search(plain)
    if match is None:
        return None
    words = _printed(text, plain, match, "x")
    return glossary.find(words), words


def _printed(text: str, plain: str, match: re.Match[str], part: str) -> str:
    """The part of a match as it was typed; folding keeps the length of what people type, else the folded text."""
    start, end = match.span(part)
    return text[start:end] if len(text) == len(plain) else match[part]


def explanation_of(terms: Sequence[Term], glossary: Glossary) -> str:
    """The explanation of one term, or of two that are compared; with what it is easily confused with."""
    sentences = [_said(term) for term in terms]
    if len(terms) == 1:
        others = [glossary.find(name, typos=False) for name in terms[0].see]
        near = [other for other in others if other is not None and other is not terms[0] and other.stands_for]
        if near:
            named = listed([f"{other.term} ({other.stands_for})" for other in near[:3]])
            sentences.append(f"Zie ook {named}.")
    return " ".join(sentences)


def _said(term: Term) -> str:
    full = term.stands_for
    if full and fold(full) not in fold(term.explanation):
        return f"{term.term} staat voor {full}. {term.explanation}"
    return term.explanation


def asked_kind(question: str) -> str | None:
    """The kind of term that a question asks all of: "welke organisaties worden genoemd?"; "" for abbreviations."""
    match = _ALL_OF_KIND.match(fold(question).strip(" ?.!"))
    return _KIND_WORDS[match["kind"]] if match else None


def all_of_kind(kind: str, glossary: Glossary, measures: Sequence[Measure]) -> str:
    """All terms of a kind that the report prints, in one sentence; of "" all abbreviations with their meaning."""
    printed = [t for t in glossary.terms if (t.kind == kind if kind else t.stands_for) and occurrences(t, measures)]
    names = sorted({t.term if kind else f"{t.term} ({t.stands_for})" for t in printed}, key=str.lower)
    word = next(word for word, name in _KIND_WORDS.items() if name == kind)
    return f"In de rapportage staan {len(names)} {word} die ik kan uitleggen: {listed(names)}."


def where_it_stands(terms: Sequence[Term], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures in which any of the terms is printed, in printed order."""
    found = {measure.id: measure for term in terms for measure in occurrences(term, measures)}
    return tuple(measure for measure in measures if measure.id in found)


def is_about(term: Term, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures that are the thing itself: a programme or paper whose name stands in their title."""
    return (
        in_title(term, measures)
        if term.kind in ("programma", "document") and any(c.isupper() for c in term.term)
        else ()
    )


def printed_words(words: Sequence[str], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures in which words that are no terms are printed."""
    return printed_in(words, measures)


def unknown_words(words: Sequence[str]) -> str:
    """What is said of abbreviations that are neither terms nor in the report."""
    named = listed([quoted(word) for word in words])
    verbs = ("komt", "staat") if len(words) == 1 else ("komen", "staan")
    return f"{named} {verbs[0]} in de rapportage niet voor en {verbs[1]} niet in de begrippenlijst."
