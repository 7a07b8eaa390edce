# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Time in a question: what is overdue, has an end, or has yet to begin, and what a period is said of."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from app.filters import (
    AnyOf,
    EndIn,
    HasEnd,
    Overdue,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    ToDoBy,
    Upcoming,
)
from app.query import Filter
from app.reading.draft import Draft, negation_before
from app.reading.lexicon import any_of, phrase_rule, status_rules, words_of_questions
from app.reading.line import rule
from app.reading.people import said_of_people
from app.reading.when import When
from ingest.records import Period

OPEN = StatusIn((3,), (1,))
TIMED = (EndIn, StartIn, RunsDuring, RunsAfter, ToDoBy, Upcoming, HasEnd, Overdue)
TELEGRAM = 2  # words of a subject beside which a bare year is still the end: "mbo ocw 2024"
MANY = 5  # words of a subject from which a question tells a story and asks for no rows
Role = Literal["end", "start", "run"]


@dataclass(frozen=True, slots=True)
class _Rules:
    overdue: tuple[re.Pattern[str], ...]
    weak: tuple[re.Pattern[str], ...]
    not_started: tuple[re.Pattern[str], ...]
    no_end: tuple[re.Pattern[str], ...]
    has_end: tuple[re.Pattern[str], ...]
    work: re.Pattern[str]
    bare_ends: re.Pattern[str]
    ends: tuple[re.Pattern[str], ...]
    starts: re.Pattern[str]
    runs: tuple[re.Pattern[str], ...]


_TOLD_OF_IT = "(?: (?!(?:die|dat|welke|waarvan) )[^ ]+){0,6}?"  # words between "de termijn is" and "verlopen"


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data = words_of_questions()

    def each(phrases: list[str]) -> tuple[re.Pattern[str], ...]:
        gapped = [phrase_rule(p) for p in sorted(phrases, key=len, reverse=True) if "*" in p]
        return (rule(f"(?P<a>{any_of(phrases)})"), *gapped)

    nouns, passed = any_of(data["overdue"]["nouns"]), any_of(data["overdue"]["passed"])
    late = rule(rf"(?P<a>{nouns})(?P<gap>(?: (?!deadline|einddatum|termijn)[^ «]+){{0,4}}?) (?P<b>{passed})")
    gone, be = any_of(data["overdue"]["gone"]), "(?:is|zijn|was|waren)"
    asked = rule(rf"(?P<a>{be}(?: [^ «]+){{0,2}}? (?:{nouns}))(?P<gap>{_TOLD_OF_IT}) (?P<b>{gone})")
    told = rule(
        rf"(?P<a>{nouns})(?P<gap>(?: (?!(?:die|dat|welke|waarvan) )[^ ]+){{0,7}}?) (?P<c>{be})(?P<gap2>{_TOLD_OF_IT}) (?P<b>{gone}|{passed})"
    )
    on_day = (
        rule(rf"(?P<a>{be})(?P<gap>{_TOLD_OF_IT}) (?P<b>verlopen)(?= (?P<day>«t\d+»))"),
        rule(rf"(?P<a>{be})(?P<gap>{_TOLD_OF_IT}) (?P<day>«t\d+») (?P<b>verlopen)"),
    )
    return _Rules(
        overdue=(*each(data["overdue"]["phrases"]), late, asked, told, *on_day),
        weak=each(data["overdue"]["weak"]),
        not_started=each(data["not_started"]["phrases"]),
        no_end=each(data["no_end"]["phrases"]),
        has_end=each(data["has_end"]["phrases"]),
        work=rule(
            rf"(?P<c>terwijl|maar|zonder dat|hoewel|ofschoon|alhoewel|en|doch|ook al)(?: (?:is|was|wordt|er|nog|al|dat))* (?P<x>{any_of(data['overdue']['work'])})"
            r"(?=(?: [a-z]+){0,5}? (?:klaar|af|gereed|afgerond|gedaan|voltooid|opgeleverd|geleverd|afgemaakt|geklaard|loopt|bezig|uitgevoerd|gerealiseerd|in uitvoering)(?: (?:is|was|wordt|zijn|zit))?(?:(?: [?!.,])|$))"
        ),
        bare_ends=rule(rf"(?<!volgende )(?<!komende )(?:{any_of(data['has_end']['bare'])})"),
        ends=each(data["ends"]["words"]),
        starts=rule(any_of(data["ends"]["starts"])),
        runs=each(data["ends"]["runs"]),
    )


@lru_cache(maxsize=1)
def words_of_time() -> frozenset[str]:
    """The words by which ends, starts and running are told: no topic where a period is."""
    data = words_of_questions()["ends"]
    return frozenset(w for key in ("words", "starts", "runs") for phrase in data[key] for w in phrase.split())


def parts_of_match(match: re.Match[str]) -> list[tuple[int, int]]:
    """The characters of the literal parts of a phrase with gaps."""
    return [match.span(g) for g in "abcd" if g in match.re.groupindex and match[g]]


# -------------------------------------------------------------------------------------------------------- overdue, ends

_DATE_SAID = rule(
    r"(?:(?:als|wanneer) (?:we|je|ik|u) (?:op|naar|per|vanuit|van) (?P<a>«t\d+») (?:kijken|kijkt|kijk)|(?:als|wanneer) (?:we|je|ik|u) (?P<g>«t\d+») (?:kijken|kijkt|kijk)|(?:met )?(?:als )?peildatum(?: van| is| op)? (?P<b>«t\d+»)|(?:stel|gesteld|neem aan|aangenomen|doe alsof|veronderstel|ervan uitgaande|als|gegeven|indien)(?: dat)?(?: het)?(?: (?:is|vandaag|nu|zou))*(?: het)? (?P<c>«t\d+»)(?: (?:is|was|zou zijn|zijn zou))|(?:stel|gesteld|neem aan|doe alsof)(?: dat)?(?: het)?(?: is)?(?: het)? (?P<h>«t\d+»)(?: is)?|(?:gezien|bekeken|gerekend|gemeten)(?: op| vanaf| per)? (?P<d>«t\d+»)|(?:op )?peildatum (?P<e>«t\d+»)|vandaag is(?: het)? (?P<f>«t\d+»))"
)


def read_reference_date(draft: Draft) -> None:
    """A day from which the question asks to look: "als we op 1 april 2024 kijken"."""
    match = _DATE_SAID.search(draft.line.text)
    if not match:
        return
    symbol = next(match[g] for g in "abcdefgh" if match[g])
    when = draft.line.value(symbol)
    if isinstance(when, When):
        day = (when.unit or when.period).last if when.relation != "on" else when.period.first
        if day:
            draft.peil = day
            draft.line.use(match.span())


def read_not_started(draft: Draft) -> None:
    """What has yet to begin: a start after the reference date; "niet (meer) in uitvoering" is offered beside it."""
    line = draft.line
    for pattern in _rules().not_started:
        while match := pattern.search(line.text):
            later = StartIn(Period((draft.peil or draft.as_of) + timedelta(days=1), None))
            draft.add(later, line.use(*parts_of_match(match)))
            draft.alternatives.append((later, (StatusIn((0,)),)))


_NOT_YET = re.compile(
    r"(?<=\S )(?:nog )?niet(?= (?:[a-z]+ ){0,2}?(?:verstreken|voorbij|gepasseerd|geweest|overschreden|verlopen)$)"
)


def read_overdue(draft: Draft) -> None:
    """Past the deadline, on a day where one is named."""
    line = draft.line
    if work := _rules().work.search(line.text):
        line.drop(*work.span("x"))
    weak = () if draft.unknown() else _rules().weak
    for pattern in (*_rules().overdue, *weak):
        at = 0
        while match := pattern.search(line.text, at):
            if said_of_people(draft, *parts_of_match(match)[0]):  # "vrouwen die te laat hulp krijgen"
                at = match.end()
                continue
            at = 0
            if not _on_one_day(draft, match.groupdict().get("day")):
                break
            negation = negation_before(draft, match.start())
            if to_come := _NOT_YET.search(match.group()):  # "de deadline is nog niet voorbij"
                at = match.start()
                parts = [*parts_of_match(match), (at + to_come.start(), at + to_come.end())]
                draft.add(Upcoming(), line.use(*parts))
                continue
            tokens = line.use(*parts_of_match(match), *([negation] if negation else []))
            day, used = _overdue_day(draft)
            if used:
                tokens = (min(tokens[0], used[0]), max(tokens[1], used[1]))
            if not draft.has(Overdue):
                draft.add(Overdue(day), tokens, negated=negation is not None)


def _on_one_day(draft: Draft, symbol: str | None) -> bool:
    """Whether the time that a form holds is one day: "verlopen op 1 juli", and not "verlopen in 2024"."""
    when = draft.line.value(symbol) if symbol else None
    return symbol is None or (isinstance(when, When) and (when.relation == "on" or when.word == "per"))


def _overdue_day(draft: Draft) -> tuple[date | None, tuple[int, int] | None]:
    """The day on which measures are overdue; a period beside a deadline's word stays, as the end's own period."""
    line = draft.line
    if draft.peil:
        return draft.peil, None
    for symbol in re.findall(r"«t\d+»", line.text):
        when = line.value(symbol)
        if not isinstance(when, When):
            continue
        at = line.text.index(symbol)
        if re.search(
            r"(?<!\S)(?:of|ofwel|en|maar)(?: (?:die|dat|wat|in|zijn|is|loopt|lopen|moet|moeten|eindigt|eindigen|verloopt|verlopen|met|een|hebben|heeft|deadline))* $",
            line.text[:at],
        ):
            continue  # "over tijd of dit kwartaal aflopend": the period is an end's
        before = re.search(r"(?:(?<!\S)(?:op|per|vanaf|in|begin|eind|tegen|sinds) )?$", line.text[:at])
        start = before.start() if before else at
        period = when.unit or when.period
        if when.relation == "on" or when.word in ("per", "begin", "met ingang van"):
            return period.first, line.use((start, at + len(symbol)))
        told = when.relation in ("until", "after", "from", "range") or re.search(
            r"deadline|termijn|einddatum|moeten", " ".join(t.norm for t in line.tokens)
        )
        if not told and period.last:
            return period.last, line.use((start, at + len(symbol)))
    return None, None


_HAS_END_BUT = re.compile(r"(?<!\S)(?:deadline|einddatum|termijn)(?: ,)? (?:maar|en|alleen) niet (?:in|voor|na|op) ")


def read_has_end(draft: Draft) -> None:
    """With or without a stated end; "een deadline in 2024" is told by the period."""
    line = draft.line
    for pattern in _rules().no_end:
        at = 0
        while match := pattern.search(line.text, at):
            at = match.end()
            if re.match(r"(?: (?:in|voor|na|op|vanaf|van|tot|die|dat|valt|vallen))* «t", line.text[at:]):
                continue  # "geen deadline in 2024": it may have another
            draft.add(HasEnd(False), line.use(*parts_of_match(match)))
            at = 0
    if "«t" in line.text and not _HAS_END_BUT.search(line.text):
        return
    for pattern in _rules().has_end:
        while match := pattern.search(line.text):
            negation = negation_before(draft, match.start())
            draft.add(HasEnd(negation is None), line.use(*parts_of_match(match), *([negation] if negation else [])))


def read_bare_ends(draft: Draft) -> None:
    """The deadlines themselves, asked for without a period: those that have one."""
    match = _rules().bare_ends.search(draft.line.text)
    told = draft.has(*TIMED) or re.search(r"(?<!\S)(?:maatregel\w*|acties)(?!\S)", draft.line.text)
    asks_more = draft.ask not in (None, "list", "count") or draft.group_by or draft.extreme or draft.limit
    if match is None or told or asks_more or draft.target or "«t" in draft.line.text or not draft.plain():
        return
    negation = negation_before(draft, match.start())
    draft.add(HasEnd(negation is None), draft.line.use(match.span(), *([negation] if negation else [])))


# ------------------------------------------------------------------------------------------------------------------ time

_TO_DO = re.compile(
    r"(?<!\S)(?:moet|moeten|dient|dienen|hoort|horen|te doen|staat|staan|af te ronden|hoeft|hoeven)(?!\S)"
)
_PAST_DUTY = re.compile(
    r"(?<!\S)(?:had|hadden|moest|moesten)(?!\S).*(?<!\S)(?:moeten|zijn|klaar|af)(?!\S)|(?<!\S)(?:moest|moesten)(?!\S)"
)
_DUTY_ON = re.compile(
    r"(?<!\S)(?:had|hadden|zou|zouden)(?!\S).*(?<!\S)(?:moeten zijn|moeten hebben|gemoeten|moeten worden)(?!\S)"
)
_BUT_NOT = re.compile(
    r"(?<!\S)(?:maar|en|,) (?:(?:zijn|is) (?:dat|het) (?:nog )?niet|(?:dat|het) (?:nog )?niet (?:zijn|is))(?!\S)"
)
_NOG = re.compile(r"(?<!\S)nog(?! (?:niet|meer|andere|wat meer|een keer|eens)(?!\S))(?!\S)")
_PLANNED_FOR = re.compile(
    r"(?<!\S)(?:gepland|geplande|planning|ingepland|voorzien|agenda|rol|(?<!met )(?<!met een )deadline|deadlines|(?<!met )(?<!met een )einddatum|beoogd|staat|staan)(?: er)? $"
)
_PLANNED = frozenset({"planning", "op de planning", "gepland", "geplande", "ingepland", "voorzien", "verwacht"})
_PLANNED_AFTER = re.compile(r" (?:op de (?:planning|rol|agenda)|gepland|ingepland|voorzien|geagendeerd)(?!\S)")
_DATED = re.compile(
    r"«k\d+» (?:(?:die|dat|zijn|is|werd|werden|dateert|dateren|stamt|stammen|komt|komen) )*(?:van|d\.d|dd|gedateerd|uit) (?:de datum )?$"
)
_HANDED_IN = re.compile(r"(?<!\S)(?:ingediend|aangenomen|ondertekend|gedateerd|voorgesteld|ingebracht)(?!\S)")
_RUNS_OUT = re.compile(r"(?<!\S)(?:loopt|lopen|liep|liepen)(?!\S)(?! (?:nog|door))(?=.*(?<!\S)af(?!\S))")
_BOUNDARY = re.compile(r"(?<!\S)(?:en|maar|,|die|dat|waarvan)(?!\S)")
_WENT = re.compile(r"(?<!\S)(?:zijn|is|werd|werden|was|waren|hebben|heeft)(?!\S)")
_WILL = re.compile(
    r"(?<!\S)(?:moet|moeten|wordt|worden|zal|zullen|gaan|gaat|dient|dienen|hoort|horen|zouden|zou|hadden|had|moest|moesten|te)(?!\S)"
)
_DONE = re.compile(
    r"(?<!\S)(?<!niet )(?:afgerond|afgeronde|voltooid|afgesloten|gerealiseerd|afgehandeld|opgeleverd|uitgevoerd|afgedaan|klaar gekomen|klaargekomen|gereed gekomen|gereedgekomen)(?!\S)"
)

DENIED_DONE = re.compile(
    r"(?<!\S)niet (?:al |als |op )?(?:afgerond|klaar|af|gereed|voltooid|gerealiseerd|afgehandeld)$"
)
RUNS_OUT_SAID = re.compile(r"(?<!\S)(?:loopt|lopen|liep|liepen|ronden|rondt)(?!\S)")


def read_times(draft: Draft) -> None:
    """What each period is said of: the end (the rule), the start, or the running."""
    line = draft.line
    symbols = re.findall(r"«t\d+»", line.text)
    if not symbols or not _about_measures(draft):
        return
    for symbol in symbols:
        when = line.value(symbol)
        at = line.text.index(symbol)
        dated = _DATED.search(line.text[:at]) or ("«k" in line.text and _HANDED_IN.search(line.text))
        if isinstance(when, When) and when.relation == "on" and dated:
            continue  # "de motie van 5 december 2022" is a date of the motion, which stands in its title
        role, words = _role(draft, at, symbol)
        if role == "start" and not draft.measures_named and set(draft.content()) - words_of_time():
            continue
        condition = (
            _several(when, role, draft, at) if isinstance(when, tuple) else _condition(when, role, draft, at, symbol)
        )
        if condition is None:
            continue
        negation = negation_before(draft, at) or _negated_verb(draft, words)
        done = any(negation_before(draft, m.start()) is None for m in _DONE.finditer(line.text))
        past = isinstance(condition, EndIn) and done and not _WILL.search(line.text)
        begun = (
            past
            and isinstance(condition, EndIn)
            and condition.period.first is not None
            and condition.period.first <= draft.as_of
        )
        open_ = _still_open(draft, condition)
        spans = [(at, at + len(symbol)), *words, *([negation] if negation else [])]
        if role == "end":
            spans += [m.span() for m in _RUNS_OUT.finditer(line.text)]
            spans += _finished_by_then(line.text, at)
        tokens = line.use(*spans)
        if open_ or isinstance(condition, ToDoBy):
            _use_nog(draft)
        if isinstance(condition, EndIn | Overdue) and (but_not := _BUT_NOT.search(line.text)):
            line.use(but_not.span())
            open_ = open_ or ([StatusIn((3,), (1, 0))] if isinstance(condition, EndIn) else [])
        draft.add(condition, tokens, negated=negation is not None)
        if begun and not negation:
            draft.add(StatusIn((4,)), tokens)
        if open_ and not negation:
            for extra in open_:
                draft.add(extra, tokens)
        if isinstance(when, When) and when.word == "komende" and isinstance(condition, EndIn):
            draft.add(Upcoming(), tokens)


READY = re.compile(
    r"(?<!\S)(?<!al )(?<!reeds )(?<!inmiddels )(?<!niet )(?<!wel )(?<!echt )(?<!daadwerkelijk )(?<!nu )(?<!op )(?<!als )(?:klaar|gereed|af)(?!\S)"
)


def _finished_by_then(text: str, at: int) -> list[tuple[int, int]]:
    """The words "klaar", "af" in the clause of a period: they tell its end and no status."""
    found = []
    for match in READY.finditer(text):
        between = text[match.end() : at] if match.end() <= at else text[at : match.start()]
        if not _BOUNDARY.search(between):
            found.append(match.span())
    return found


_CLAUSE = re.compile(  # a period that is a clause of its own: "sport en lhbtiq+, na 2024", "...: wat loopt tot na 2025"
    r", «t\d+»(?: [?!.])*$|^«t\d+» [:,]|(?<!\S)(?:wat|welke|die) (?:er )?(?:nog )?(?:loopt|lopen|begint|start)(?: er)?(?: nog| door| af)* «t\d+»(?: (?:af|door))?(?: [?!.])*$"
)


def _about_measures(draft: Draft) -> bool:
    """Whether a period can be a filter here: a question about measures, and not a year in a subject."""
    text = draft.line.text
    if re.search(r"(?<!\S)(?:miljoen|miljard|euro|duizend|fte)(?!\S)", text):
        return False
    if _CLAUSE.search(text):
        return True
    told = any(p.search(text) for p in _rules().ends) or (
        draft.about_measures() and _rules().starts.search(text) is not None
    )
    if draft.measures_named or draft.has(Overdue):
        return True
    if draft.about_measures():
        return told or len(draft.content()) <= TELEGRAM
    few = len([w for w in draft.content() if w not in words_of_time()])
    if re.search(r"(?<!\S)(?:hoeveel|hoe|waarom|wie)(?!\S)", text) and few:
        return False
    return few <= (MANY if told else 1)


def _role(draft: Draft, at: int, symbol: str) -> tuple[Role, list[tuple[int, int]]]:
    """What the period is said of, by the nearest telling word of its clause, and the words that tell it."""
    text = draft.line.text
    after = at + len(symbol)
    best: tuple[float, Role, list[tuple[int, int]]] | None = None
    rules = _rules()
    begun: list[tuple[Role, re.Match[str]]] = [("start", m) for m in rules.starts.finditer(text)]
    candidates: list[tuple[Role, re.Match[str]]] = [("end", m) for p in rules.ends for m in p.finditer(text)]
    if not RUNS_OUT_SAID.search(text):  # "2023 niet afgerond": the status is denied, and not the end
        candidates = [(role, m) for role, m in candidates if not DENIED_DONE.search(text[: m.end()])]
    if begun:  # "volgens de planning begonnen": planned is no end of its own
        candidates = [(role, m) for role, m in candidates if m.group() not in _PLANNED]
    candidates += begun
    candidates += [("run", m) for p in rules.runs for m in p.finditer(text)]
    for role, match in candidates:
        spans = parts_of_match(match) or [match.span()]
        # a word right beside counts by the words between, another period or a clause between counts more
        first, last = spans[0][0], spans[-1][1]
        between = text[last:at] if last <= at else text[after:first] if first >= after else ""
        distance: float = len(between.split()) + 12 * between.count("«t") + 4 * len(_BOUNDARY.findall(between))
        distance -= 0.5 * (len(match.group().split()) > 1)
        preference: float = {"end": 0.0, "start": 0.1, "run": 0.2}[role]
        if role == "run" and re.search(r"(?<!\S)af(?!\S)", text):
            preference += 20
        if best is None or distance + preference < best[0]:
            best = (distance + preference, role, spans)
    if best is None or best[0] > 18:
        return "end", []
    return best[1], best[2]


def _negated_verb(draft: Draft, words: list[tuple[int, int]]) -> tuple[int, int] | None:
    return negation_before(draft, words[0][0]) if words else None


def _several(whens: tuple[When, ...], role: Role, draft: Draft, at: int) -> Filter | None:
    parts = [_condition(w, role, draft, at, "") for w in whens]
    return AnyOf(tuple(p for p in parts if p is not None))


def _condition(when: When, role: Role, draft: Draft, at: int, symbol: str) -> Filter | None:
    line = draft.line
    text = line.text
    period, unit = when.period, when.unit or when.period
    if role == "start":
        if when.relation in ("after", "until") or when.word in ("sinds", "sedert", "vanaf"):
            return StartIn(period, when.possible)
        return StartIn(when.period, when.possible)
    if when.word == "voor" and symbol and _meant_for(draft, at, symbol):
        return EndIn(unit, when.meant)
    if when.word in ("sinds", "sedert") and not (role == "end" and _DONE.search(text)):
        return StartIn(unit if role == "run" else period)
    if when.word == "of langer":
        return EndIn(period)
    if when.word == "per" and when.relation == "on" and role == "end":
        return EndIn(Period(None, period.last))  # "per 1 april klaar" is done by then
    if role == "run":
        door = re.search(r"(?<!\S)door(?: nog)?(?: tot)? $|(?<!\S)doorlopen(?!\S)", text[:at]) or "tot na" in when.word
        if when.relation == "after" and unit.last:
            return RunsAfter(unit.last)
        if when.relation == "until" and when.word in (
            "tot",
            "t/m",
            "tm",
            "tot en met",
            "tot uiterlijk",
            "tot aan het einde van",
            "tot aan het eind van",
        ):
            return EndIn(unit) if unit.first else EndIn(period, when.possible)
        if when.relation == "range" and door:
            return EndIn(unit)
        if when.relation in ("in", "range", "from", "on"):
            return RunsDuring(period)
        return EndIn(period, when.possible)
    if when.relation == "on" and _DUTY_ON.search(text):
        return Overdue(period.first)  # "hadden op 1 december klaar moeten zijn"
    if when.word == "komende":
        return EndIn(Period(None, period.last))
    if when.word == "tot na" and unit.last:
        return RunsAfter(unit.last)
    if (
        when.relation == "until"
        and _NOG.search(text)
        and _TO_DO.search(text)
        and not _PAST_DUTY.search(text)
        and period.last
    ):
        return ToDoBy(period.last)
    return EndIn(period, when.possible)


_ALREADY = re.compile(r"(?<!\S)(?:al|allang|reeds|toch|niet|nog)(?!\S)")


def _use_nog(draft: Draft) -> None:
    match = _NOG.search(draft.line.text)
    if match:
        draft.line.use(match.span())


def _meant_for(draft: Draft, at: int, symbol: str) -> bool:
    """Whether "voor Q1 2024" is what is planned for it, and not what comes before it ("vóór Q1 2024")."""
    line = draft.line
    token = line.tokens[line.symbols[line.span(at, at + len(symbol))[0]].start]
    if "ó" in token.text:
        return False
    after = _PLANNED_AFTER.match(line.text, at + len(symbol))
    return after is not None or _PLANNED_FOR.search(line.text[:at]) is not None


def _still_open(draft: Draft, condition: Filter) -> list[Filter]:
    """What "moet nog" and "had moeten" add to an end: the measure is not done."""
    text = draft.line.text
    if isinstance(condition, RunsDuring) and condition.period.last and condition.period.last < draft.as_of:
        return [OPEN] if _NOG.search(text) else []  # "die in 2022 liepen en nog lopen"
    if not isinstance(condition, EndIn):
        return []
    if any(sense.search(text) for sense, _ in status_rules()[:60]) and re.search(r"uitvoering|open", text):
        return []
    if re.search(r"(?<!\S)(?:had|hadden)(?!\S).*(?<!\S)moeten(?!\S)", text) and not re.search(
        "nog niet|niet klaar|niet af", text
    ):
        by_a_day = condition.period.first is None and not _ALREADY.search(text)
        return [] if by_a_day else [OPEN]  # "hadden vóór 1 oktober klaar moeten zijn" tells the planning alone
    if (
        not _NOG.search(text)
        or draft.has(StatusIn)
        or re.search(r"(?<!\S)(?:nog (?:lopen|loopt|open|in uitvoering|niet)|(?:lopen|loopt) nog)(?!\S)", text)
    ):
        return []
    first = condition.period.first
    quarter = date(draft.as_of.year, (draft.as_of.month - 1) // 3 * 3 + 1, 1)
    if condition.period.last and (first is None or first < quarter):
        return [ToDoBy(condition.period.last)]
    return [OPEN]
