# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""How long measures take: "langer dan een jaar", "een looptijd van minstens drie jaar"."""

import re
from datetime import timedelta

from app.filters import EndIn, Lasts, RunsAfter, Upcoming
from app.reading.draft import Draft, negation_before
from app.reading.line import rule
from app.reading.numbers import NUMBER, number_of
from app.reading.time import shifted
from ingest.records import Period

_TAKES = (
    r"(?:duren|duurt|duurde|duurden|lopen|loopt|liepen|looptijd|looptijden|doorlooptijd|duur|tijdsduur|beslaan|beslaat)"
)
_WORD = r"(?P<q>langer dan|meer dan|langer als|korter dan|minder dan|korter als|minstens|minimaal|ten minste|tenminste|zeker|hoogstens|maximaal|hooguit|precies|niet langer dan|niet meer dan)"
_LENGTH = rf"{_WORD} (?P<n>{NUMBER}|anderhalf|anderhalve|half|een half) (?P<u>jaar|jaren|maand|maanden|kwartaal|kwartalen|weken)"
_LONG = rule(
    rf"(?P<a>(?:die |met )?(?:een |de |hun )?{_TAKES})(?P<g>(?: (?!«t)[^ ]+){{0,3}}?) (?:van |heeft van |hebben van )?{_LENGTH}(?: (?:door|duren|in beslag))?"
    rf"|{_LENGTH.replace('?P<q>', '?P<q2>').replace('?P<n>', '?P<n2>').replace('?P<u>', '?P<u2>')} (?P<b>{_TAKES}|in beslag nemen|in beslag neemt|nodig hebben|nodig heeft)"
)
_STILL = re.compile(r"(?<!\S)(?:nog|hierna|vanaf nu)(?!\S)")
_FROM_NOW = rule(  # "lopen over meer dan een jaar af": the end, counted from the reference date
    rf"(?:pas )?over {_LENGTH}(?: (?P<b>af|klaar|aflopen|afgerond|eindigen))?"
)
_MONTHS = {"jaar": 12, "jaren": 12, "maand": 1, "maanden": 1, "kwartaal": 3, "kwartalen": 3, "weken": 0.25}
_HALVES = {"anderhalf": 1.5, "anderhalve": 1.5, "half": 0.5, "een half": 0.5}


def read_durations(draft: Draft) -> None:
    """A length of time that measures take, where the question says nothing else that takes time."""
    if (match := _FROM_NOW.search(draft.line.text)) and draft.about_measures():
        _read_rest(draft, match, [match.span()], ends=True)
        return
    match = _LONG.search(draft.line.text)
    if match is None or (draft.unknown(beside=match.group()) and not draft.about_measures()):
        return
    word, number, unit = (match[g] or match[f"{g}2"] for g in "qnu")
    amount = _HALVES.get(number) or number_of(number)
    months = round(amount * _MONTHS[unit])
    if months < 1:
        return
    if (match["a"] or match["b"] or "").split()[-1:] != ["looptijd"] and (still := _STILL.search(match.group())):
        at = match.start() + still.start()
        first, last = match.span("g") if match["g"] else (match.end(), match.end())
        _read_rest(draft, match, [(match.start(), first), (at, at + 3), (last, match.end())])
        return
    negation = negation_before(draft, match.start())
    gap = match.span("g") if match["g"] else (match.end(), match.end())
    tokens = draft.line.use((match.start(), gap[0]), (gap[1], match.end()), *([negation] if negation else []))
    draft.add(_lasts(word, months), tokens, negated=negation is not None)
    draft.measures_named = True


def _read_rest(draft: Draft, match: re.Match[str], spans: list[tuple[int, int]], *, ends: bool = False) -> None:
    """How long measures go on from the reference date: "lopen nog minstens twee jaar"."""
    word, number, unit = (str(match[g] or match.groupdict().get(f"{g}2")) for g in "qnu")
    months = round((_HALVES.get(number) or number_of(number)) * _MONTHS[unit])
    day = shifted(draft.peil or draft.as_of, months)
    tokens = draft.line.use(*spans)
    draft.measures_named = True
    if re.match(r"niet|hoogstens|maximaal|hooguit|korter|minder", word):
        draft.add(EndIn(Period(None, day)), tokens)
        draft.add(Upcoming(), tokens)
        return
    last = day if re.match(r"langer|meer", word) else day - timedelta(days=1)
    draft.add(EndIn(Period(last + timedelta(days=1), None)) if ends else RunsAfter(last), tokens)


def _lasts(word: str, months: int) -> Lasts:
    if re.match(r"niet|hoogstens|maximaal|hooguit", word):
        return Lasts(0, months)
    if re.match(r"langer|meer", word):
        return Lasts(months + 1)
    if re.match(r"korter|minder", word):
        return Lasts(0, months - 1)
    return Lasts(months, months) if word == "precies" else Lasts(months)
