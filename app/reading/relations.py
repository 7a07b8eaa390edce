# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What is said of a unit of time: "vóór", "tussen ... en ...", "t/m", "of later", "rond"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from app.reading.line import Line, rule
from app.reading.when import When, hull, months
from ingest.records import Period

_U = r"«u\d+»"
_BEFORE = r"voor|voordat|voorafgaand aan|eerder dan|vroeger dan"
_UNTIL = r"t/m|tm|tot en met|uiterlijk(?: (?:in|op|voor|per|t/m|tot en met))?|niet later dan|op zijn laatst(?: in)?|ten laatste(?: in)?|binnen nu en|(?:tot )?aan het einde? van|tegen|tot uiterlijk"
_AFTER = r"na(?: afloop van)?|later dan|voorbij|verder dan|langer dan|langer door dan"
_FROM = r"vanaf|met ingang van|sinds|sedert|vanaf begin"
_AT_LEAST = r"(?:minstens|zeker|tenminste|ten minste|in ieder geval|in elk geval|op zijn minst|minimaal) tot(?: en met| aan| in)?"
_AROUND = r"rond|rondom|omstreeks|met"
_OPTIONAL = r"(?: (?:in|op|het|de|einde?|begin))*"
_BETWEEN = rule(rf"tussen(?: nu en)? (?:de |het |nu )?(?:en )?(?P<a>{_U})(?: (?:en|tot|t/m) (?:de |het )?(?P<b>{_U}))?")
_FROM_TO = rule(
    rf"(?:(?:in |over |gedurende )?(?:de periode |het tijdvak |de jaren ))?(?:van |vanaf |in )?(?P<a>{_U}) (?P<w>t/m|tm|tot en met|tot aan|tot|-) (?:en met )?(?P<b>{_U})"
)
_LIST = rule(rf"(?:(?:in|op|gedurende|tijdens) )?{_U}(?:(?: ,| of| en| dan wel| ofwel)+ (?:in |op )?{_U})+")
_LATER = rule(
    rf"(?:(?:in|vanaf|op|t/m|tot en met|tot|tot in|minstens tot|zeker tot|minstens tot en met|minstens t/m) )?(?P<a>{_U})(?: (?:of|en|,))? (?P<w>later|verder|langer|nog langer|langer door|daarna|erna|latere jaren|nog later|nog verder|eerder|daarvoor|ervoor|vroeger)"
)
_MAYBE = rule(
    r"(?:(?P<p>in|op|van|vanaf|tot en met) )?(?P<a>«[ut]\d+») \( mogelijk (?:(?P<q>in|van|vanaf|tot en met) )?(?P<b>«[ut]\d+») \)"
)
_PREPOSED = rule(
    rf"(?P<w>(?:pas |ergens )?(?:(?:tot )?(?:{_BEFORE}|{_UNTIL}|{_AFTER}|{_FROM}|tot|per|tot en met)|{_AROUND}|{_AT_LEAST}))(?: (?:in|op|het|de))? (?P<a>{_U})"
)
_PLAIN = rule(
    rf"(?:(?:gedurende|tijdens|ergens in|binnen|in|op|over|voor) )?(?:de |het )?(?:periode|tijdvak|jaren)(?: van)? (?P<a>{_U})|(?:gedurende|tijdens|ergens in|binnen|in|op|over) (?:de loop van |het |de )?(?P<b>{_U})"
)


def read_relations(line: Line) -> None:
    """Replace units, with what is said of them, by periods."""

    def value(symbol: str) -> When:
        found: When = line.value(symbol)
        return found

    def between(match: re.Match[str]) -> When | None:
        a = value(match["a"])
        if not match["b"]:
            if " nu " not in match.group():
                return None
            last = date(a.period.first.year, 6, 30) if a.word == "zomer" and a.period.first else a.period.last
            return When(Period(None, last), relation="range", word="komende")
        b = value(match["b"])
        if a.period.first is None or b.period.first is None or a.period.first > b.period.first:
            return None
        if b.relation == "on":
            return When(Period(a.period.first, b.period.last), relation="range")
        return When(
            Period(a.period.first, b.period.first - timedelta(days=1)), Period(a.period.first, b.period.last), "range"
        )

    def from_to(match: re.Match[str]) -> When | None:
        a, b = value(match["a"]), value(match["b"])
        if match["w"] == "tot" and b.period.first and a.period.first and a.period.first < b.period.first:
            last = b.period.first - timedelta(days=1)
            return When(Period(a.period.first, last), Period(a.period.first, b.period.last), "range")
        if a.period.first and b.period.last and a.period.first > b.period.last:
            return None
        return When(Period(a.period.first, b.period.last), relation="range", unit=b.period)

    def together(match: re.Match[str]) -> When | tuple[When, ...]:
        found = sorted((value(s) for s in re.findall(_U, match.group())), key=lambda w: w.period.first or date.min)
        merged = [found[0]]
        for item in found[1:]:
            last = merged[-1].period.last
            if last and item.period.first and item.period.first <= last + timedelta(days=1):
                merged[-1] = replace(merged[-1], period=hull(merged[-1].period, item.period), relation="range")
            else:
                merged.append(item)
        return merged[0] if len(merged) == 1 else tuple(merged)

    def later(match: re.Match[str]) -> When:
        a = value(match["a"])
        if match["w"] in ("eerder", "daarvoor", "ervoor", "vroeger"):
            return replace(a, period=Period(None, a.period.last), relation="until", unit=a.period)
        word = "of langer" if "langer" in match["w"] else a.word
        return replace(a, period=Period(a.period.first, None), relation="from", unit=a.period, word=word)

    def preposed(match: re.Match[str]) -> When | None:
        return pointed(match["w"].removeprefix("pas ").removeprefix("ergens "), value(match["a"]))

    def maybe(match: re.Match[str]) -> When:
        a, b = (_span_of(p, value(s)) for p, s in ((match["p"], match["a"]), (match["q"], match["b"])))
        return When(a, b, "range")

    line.each(_BETWEEN, "t", between)
    line.each(_FROM_TO, "u", from_to)
    line.each(_MAYBE, "t", maybe)
    line.each(_LATER, "t", later)
    line.each(_PREPOSED, "t", preposed)
    line.each(_LIST, "t", together)
    line.each(_PLAIN, "t", lambda m: value(m["a"] or m["b"]))


def _span_of(word: str | None, when: When) -> Period:
    if word == "vanaf":
        return Period(when.period.first, None)
    return Period(None, when.period.last) if word == "tot en met" else when.period


_IS_AFTER, _IS_FROM, _IS_UNTIL = (re.compile(rf"(?:tot )?(?:{p})$") for p in (_AFTER, _FROM, _UNTIL))


def pointed(word: str, when: When) -> When:
    """The period that a preposition makes of a unit."""
    unit = when.period
    day = when.relation == "on"
    if re.fullmatch(_AT_LEAST, word):
        return When(Period(unit.first, None), relation="from", word="of langer", unit=unit)
    if _IS_AFTER.match(word):
        if when.word == "zomer":
            unit = Period(unit.first, unit.last)
        first = unit.last + timedelta(days=1) if unit.last else None
        return When(Period(first, None), relation="after", word=word, unit=unit)
    if _IS_FROM.match(word) and when.word == "jaarwisseling" and unit.last:
        return When(Period(unit.last + timedelta(days=1), None), relation="from", word=word, unit=unit)
    if _IS_FROM.match(word):
        return When(Period(unit.first, None), relation="from", word=word, unit=unit)
    if word in _AROUND.split("|"):  # "rond de jaarwisseling" is on either side of it
        sides = (
            months(unit.first.year, 10, 6) if when.word == "jaarwisseling" and word != "met" and unit.first else unit
        )
        return replace(when, period=sides, word=word, unit=unit)
    if word == "per":
        return replace(when, word="per", unit=unit)
    if _IS_UNTIL.match(word):
        return When(Period(None, unit.last), relation="until", word=word, unit=unit)
    if word == "tot":  # up to: a unit that is named is the end itself, and whether it is included is open
        last = unit.first - timedelta(days=1) if unit.first else None
        return When(
            Period(None, last), None if day else Period(None, unit.last), relation="until", word="tot", unit=unit
        )
    if when.word in ("eind", "het eind", "jaarwisseling"):  # "voor eind 2024" is before 2025
        word = "voor" if when.word == "eind" else "voor het eind"
        return When(Period(None, unit.last), relation="until", word=word, unit=unit)
    if when.word == "zomer" and unit.first:  # "voor de zomer" is up to and including the second quarter
        last = date(unit.first.year, 6, 30)
        return When(Period(None, last), relation="until", word="voor", meant=when.possible, unit=unit)
    last = unit.first - timedelta(days=1) if unit.first else None
    return When(Period(None, last), relation="until", word="voor", meant=when.possible, unit=unit)
