# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Status in a question: which words tell how far measures are."""

import re

from app.filters import EndIn, StatusIn
from app.query import Order
from app.reading import people
from app.reading.conditions import MANY, READY, RUNS_OUT_SAID, parts_of_match
from app.reading.draft import Draft, negation_before
from app.reading.lexicon import StatusSense, status_rules, words_of_questions
from app.reading.line import Line, rule

_JOINED = re.compile(
    r" (?:,|en|of|/|dan wel|danwel|en/of|ofwel|noch|plus|alsmede)(?: (?:al|nog|zijn|is|die|wat|ook|niet|de|welke|er|dat|juist|anders|eventueel|misschien|intussen|inmiddels|,|of|en|dan wel|danwel))* $"
)
_BARE_DONE = re.compile(r"(?<!\S)af(?=(?: [?!.]| ·)*$)")
_SIGNS = {"nul": 0, "een": 1, "drie": 3, "vier": 4}
_SIGN = r"(?:[0134]|nul|drie|vier)"
_CODE = rule(
    rf"(?:(?:met|hebben|heeft|kregen|krijgen|krijgt|staat|staan)(?: er)? (?:een|op)(?= {_SIGN}(?: (?:gekregen|staan|erachter|achter|daarachter|ernaast|erbij|hebben|heeft|staat|bij|van|in|en|of|,|·|«[om]\d+»|[?.!])|$))|(?:op )?(?:status|stand|code|cijfer|statuscode|score)(?: (?:is|van))?) (?P<n>{_SIGN})(?: (?:of|en|,) (?:een )?(?P<n2>{_SIGN}))?"
)


def read_statuses(draft: Draft) -> None:
    """How far measures are; senses that stand together are alternatives, each "niet" takes out what follows it."""
    line = draft.line
    while match := _CODE.search(line.text):
        codes = tuple(int(_SIGNS.get(match[g], match[g])) for g in ("n", "n2") if match[g])
        negation = negation_before(draft, match.start())
        draft.add(StatusIn(codes), line.use(match.span(), negation or (0, 0)), negated=negation is not None)
    if when := _WHEN_DONE.match(line.text):
        line.use(when.span("d"))
    if draft.group_by and draft.group_by[0] in ("year", "quarter"):  # "in welk jaar zijn de meeste klaar" tells the end
        line.use(*[m.span() for m in READY.finditer(line.text)])
    found: list[tuple[int, int, StatusIn, bool, bool]] = []  # tokens, sense, negated, joined to the one before
    story = not draft.about_measures() and len(draft.content()) >= MANY
    for pattern, sense in status_rules():
        if story and "nog" not in pattern.pattern:
            continue  # "mijn zoon is gestopt met hockey" tells of no measure
        if sense.weak and not draft.about_measures() and "«k" not in line.text:
            continue
        at = 0
        while match := pattern.search(line.text, at):
            start = match.start()
            if _tells_of_no_measure(draft, match, sense):
                at = match.end()
                continue
            at = 0
            if _done_by(line, match):
                line.use(match.span())
                continue  # "alleen door BZ uitgevoerde maatregelen": whose they are
            negation = negation_before(draft, start)
            joined = _JOINED.search(line.text[: negation[0] if negation else start]) is not None
            tokens = line.use(*parts_of_match(match), *([negation] if negation else []))
            found.append((*tokens, StatusIn(sense.codes, sense.possible), negation is not None, joined))
    found.sort(key=lambda f: f[:2])
    if any(negated for _, _, _, negated, _ in found):  # "niet afgerond en niet in uitvoering": both are denied
        found = [
            (a, b, StatusIn((3,)), True, joined)
            if line.words(a, b).lower() == "niet in uitvoering"
            else (a, b, s, n, joined)
            for a, b, s, n, joined in found
        ]
    merged: list[tuple[int, int, StatusIn, bool]] = []
    for start, stop, sense_, negated, joined in found:
        last = merged[-1] if merged else None
        apart = last is not None and not negated and not last[3] and not set(last[2].codes) & set(sense_.codes)
        if last and not negated and (joined or apart):  # no measure has two statuses: two are alternatives
            line.use(*_between_statuses(line, last[1], start))
            codes = tuple(dict.fromkeys((*last[2].codes, *sense_.codes)))
            possible = tuple(c for c in dict.fromkeys((*last[2].possible, *sense_.possible)) if c not in codes)
            merged[-1] = (last[0], stop, StatusIn(codes, possible), last[3])
        else:
            merged.append((start, stop, sense_, negated))
    bare = _BARE_DONE.search(line.text) if draft.ask in ("groups", "rank", "count", "percentage") else None
    if (
        bare and not found and not draft.has(EndIn) and not RUNS_OUT_SAID.search(" ".join(t.norm for t in line.tokens))
    ):  # "wie heeft de meeste maatregelen af"
        merged.append((*line.use(bare.span()), StatusIn((4,)), False))
    if _listed_to_count(draft, merged):
        return
    if len(merged) == 1 and (others := _AND_THE_OTHERS.search(line.text)):  # "welke zijn klaar en welke niet": all
        line.use(others.span())
        if draft.ask in (None, "list"):
            draft.order = Order("status")
        else:
            draft.ask, draft.group_by = "groups", (*draft.group_by[:1], "status")
        return
    for start, stop, sense_, negated in () if draft.no_status else merged:
        draft.add(sense_, (start, stop), negated=negated)


def _tells_of_no_measure(draft: Draft, match: re.Match[str], sense: StatusSense) -> bool:
    """Whether a word of status is said of people, or of a thing that goes on and is no measure."""
    start, end = parts_of_match(match)[-1]
    if people.said_of_people(draft, *parts_of_match(match)[0]):
        return True
    return sense.codes == (1,) and people.describes_something(draft, draft.line, start, end)


_AND_THE_OTHERS = re.compile(
    r"(?:(?<=\S) )?(?:, )?(?:en|of|en ook) (?:welke|wat|wie|hoeveel) (?:er )?(?:nog |dus |juist |dan )*niet(?=(?: [?!.])*$)"
)
_BY_WHOM = re.compile(r"(?<!\S)door(?: [^ ]+){1,5}$")


def _done_by(line: Line, match: re.Match[str]) -> bool:
    """Whether it is told by whom something is done: "alleen door BZ uitgevoerde", "door een ander dan SZW uitgevoerd"."""
    whom = _BY_WHOM.search(_said_before(line, match.start())) if match.group().endswith(_EXECUTED) else None
    return whom is not None and (match.group() == "uitgevoerde" or "ander" in whom.group())


_EXECUTED = ("uitgevoerd", "uitgevoerde")


def _said_before(line: Line, at: int) -> str:
    """The words before a place, also those that rules have used."""
    first = line.symbols[line.span(at, at + 1)[0]].start
    return " ".join(t.norm for t in line.tokens[max(0, first - 6) : first])


_WHEN_DONE = re.compile(  # "wanneer worden de lopende wetsvoorstellen afgerond": their end is asked
    r"^(?:en )?(?:per |tot |voor )?wanneer (?:zijn|is|worden|wordt|moeten|moet|komen|komt|zouden) .*(?<!\S)(?P<d>(?:afgerond|klaar|af|gereed|voltooid)(?: (?:zijn|worden|moeten zijn))?)(?: [?!.])*$"
)
_OR_RATHER = re.compile(r"(?<!\S)(?:juist|anders|dan wel|danwel|eventueel|ofwel)(?!\S)")
_APART = re.compile(
    r"(?<!\S)(?:uitsplits\w*|uitgesplitst|splits|apart|afzonderlijk|los|ieder|elk|respectievelijk|tussenstand|cijfers|aantallen|verdeling|verdeeld|telling|tel|stand)(?!\S)"
)
_NUMBERS_ASKED = re.compile(
    r"(?<!\S)(?:hoeveel|aantal|aantallen|cijfers|tel|telling|tussenstand|stand|verdeling)(?!\S)"
)
LISTED = 3  # statuses that are counted in one breath: the distribution is asked, and not their sum


def _between_statuses(line: Line, start: int, stop: int) -> list[tuple[int, int]]:
    """The words between two statuses that make them alternatives: "klaar of juist gestopt"."""
    spans, at = [], 0
    for symbol in line.symbols:
        if start <= symbol.start < stop and symbol.is_word and _OR_RATHER.fullmatch(symbol.text):
            spans.append((at, at + len(symbol.text)))
        at += len(symbol.text) + 1
    return spans


def _listed_to_count(draft: Draft, found: list[tuple[int, int, StatusIn, bool]]) -> bool:
    """Whether statuses are listed to be counted each: "hoeveel afgerond, in uitvoering, doorlopend en gestopt"."""
    if draft.group_by or draft.ask not in (None, "list", "count") or len(found) != 1 or found[0][3]:
        return False
    asked = " ".join(t.norm for t in draft.line.tokens)
    amount, apart = _NUMBERS_ASKED.search(asked) or draft.ask == "count", _APART.search(asked)
    codes = found[0][2].codes
    after = [t.norm for t in draft.line.tokens[found[0][1] : found[0][1] + 1]]
    of_them = (
        bool(after) and after[0] in words_of_questions()["countable"]
    )  # "hoeveel afgeronde en gestopte maatregelen"
    if not amount or len(codes) < (2 if apart else len(_SIGNS) if of_them else LISTED):
        return False
    draft.ask, draft.group_by = "groups", ("status",)
    text = draft.line
    text.use(*[m.span() for p in (_APART, _NUMBERS_ASKED) for m in p.finditer(text.text)])
    if len(codes) < len(_SIGNS):
        draft.add(found[0][2], found[0][:2])
    return True
