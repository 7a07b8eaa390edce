# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Questions after a number, and whether the reports state one: an answer without it would be no answer.

"Hoeveel vrouwen ..." is answered by "zestig vrouwen" and not by a measure that is merely about women. Dates, years and
numbers of sections are no amounts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from index.contents import Index
from index.evidence import Evidence
from index.folding import fold
from index.texts import sentences, whole_text
from index.words import content_words, parts, stem, stop_words, words

Kind = Literal["money", "share", "time", "things", "any"]
AMONG = 6  # best measures in which the number is sought
REACH = 4  # words from a number to what it counts

ALIKE = 0.93  # cosine from which two questions of amounts ask the same; the highest of a wrong pair was 0.92

_ASKS = re.compile(
    r"^(?:en |maar )?(?:(?:kan|kunt|weet|wil) [\w ]{1,40} )?(?:"
    r"(?P<share>(?:wat is |geef |noem )?(?:(?:met|op|van) )?(?:hoeveel |welk |het |een )(?:pro[cs]ent(?:punt)?|percentage|aandeel)"
    r"|welk (?:deel|gedeelte) van|hoe groot is het (?:deel|aandeel))"
    r"|(?P<part>hoeveel van)|(?P<high>hoe (?:hoog|duur))"
    r"|(?P<much>(?:voor |met |uit |in |aan |om )?(?:hoeveel|hoe veel)|welk aantal|(?:wat is )?het aantal|how many|how much))\b"
)
_MONEY_ASKED = re.compile(
    r"^(?:extra )?(?:geld|euro'?s?|miljoen|miljard|middelen|budget|subsidie|subsidiegeld|kost|kosten|investeert|trekt|betaalt|steungeld|europees (?:steun)?geld|esf\S*geld)\b"
)
_TIME_ASKED = re.compile(r"^(?:jaar|jaren|maanden?|weken|week|dagen|dag|uur|uren|tijd)\b")
_DIGITS = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_NAMES = (
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|"
    "negentien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend|tientallen|"
    "honderden|duizenden|tweemaal|driemaal|beide|geen enkele"
)
_NUMBER = re.compile(rf"(?<![\d/.-])(?P<digits>{_DIGITS})(?![\d/]|-\d)|\b(?:{_NAMES})\b")
_MONEY = re.compile(rf"(?:€ ?|\beuro )(?:{_DIGITS})|\b(?:{_DIGITS}|{_NAMES}) ?(?:euro|miljoen|miljard|mln)\b")
_SHARE = re.compile(r"\d ?%|\bprocent(?:punt)?\b|\b(?:helft|kwart|derde deel|driekwart)\b")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_MONTH = re.compile(
    r"\W{0,2}(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|\))"
)
_MEASURED = frozenset(
    stem(word)
    for word in (
        "procent",
        "prosent",
        "procentpunt",
        "percentage",
        "aandeel",
        "deel",
        "gedeelte",
        "aantal",
        "hoog",
        "miljoen",
        "miljard",
        "euro",
        "geld",
        "middelen",
        "budget",
        "bedrag",
        "kost",
        "duizend",
        "jaarlijks",
        "extra",
    )
)
_PEOPLE = frozenset(stem(word) for word in ("mensen", "personen", "deelnemers", "mens", "persoon", "people"))


@dataclass(frozen=True, slots=True)
class Amount:
    """What a question asks the number of."""

    kind: Kind
    counted: str  # the word that the number counts; empty where none follows


def asked_amount(question: str) -> Amount | None:
    """The amount that a question asks for; None where it asks for none."""
    folded = fold(question)
    match = _ASKS.search(folded)
    if match is None:
        return None
    rest = folded[match.end() :].strip()
    if match["share"]:
        return Amount("share", "")
    if match["part"] or match["high"]:
        return Amount("any", "")
    if _MONEY_ASKED.match(rest):
        return Amount("money", "")
    if _TIME_ASKED.match(rest):
        return Amount("time", "")
    first = next(iter(words(rest)), "")
    if not first or first in stop_words() or stem(first) in _MEASURED:  # "hoeveel krijg ik terug"
        return Amount("any", "")
    return Amount("things", first)


def states_amount(index: Index, evidence: Evidence, amount: Amount, rows: Sequence[int]) -> bool:
    """Whether one of the best measures states the number asked for.

    Args:
        index: where the measures stand.
        evidence: of the question.
        amount: what is asked.
        rows: the measures found, best first.
    """
    if _asked_so(index, evidence):
        return True
    asked = evidence.asked
    keys = dict(zip(asked.stems, asked.read_as, strict=True))
    others = {concept.named: concept.others for concept in asked.concepts}
    counted = stem(amount.counted) if amount.counted else ""
    wanted = _same(counted, keys, others) if counted else frozenset()
    rest = [
        _same(key, keys, others)
        for key in asked.stems
        if key != counted and key not in _MEASURED and not key.isdigit() and len(key) > 1
    ]
    if wanted & _PEOPLE:  # "hoeveel mensen in de bijstand": "172 duizend bijstandsgerechtigden"
        wanted = wanted.union(*rest)
    rarest = min(rest, key=lambda group: max(index.words["stem"].frequency(key) for key in group), default=frozenset())
    for row in rows[:AMONG]:
        measure = index.measures[row]
        whole = _stems(whole_text(measure), index)
        covered = sum(bool(group & whole) for group in rest)
        for sentence in sentences(measure.explanation):
            folded = fold(sentence)
            if amount.kind == "money":
                if _MONEY.search(folded) and covered:
                    return True
                continue
            if amount.kind == "share":
                if _SHARE.search(folded) and 2 * covered >= len(rest) and (not rest or rarest & whole):
                    return True
                continue
            numbers = [m for m in _NUMBER.finditer(folded) if not _is_date(folded, m)]
            if amount.kind in ("any", "time"):
                if numbers and (not rest or 2 * covered >= len(rest)):
                    return True
                continue
            if rest and not covered:
                continue
            for number in numbers:
                after = words(folded[number.end() :])[:REACH]
                if any(wanted & _own(word, index) for word in after):
                    return True
    return False


def _asked_so(index: Index, evidence: Evidence) -> bool:
    """Whether an editorial question that is nearly the same asks for an amount, so that it is there."""
    near = evidence.nearest.get("question")
    if near is None or not len(near.scores):
        return False
    best = int(np.argmax(near.scores))
    if near.scores[best] < ALIKE or near.places[best] < 0:
        return False
    return asked_amount(index.questions[int(near.places[best])].text) is not None


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether a number is a year, a day of a month, or the number of a point: "1)"."""
    digits = match["digits"]
    if digits is None:
        return False
    return bool(_YEAR.match(digits)) or bool(_MONTH.match(text[match.end() :]))


def _same(
    key: str, keys: dict[str, tuple[str, ...]], others: dict[tuple[str, ...], tuple[tuple[str, ...], ...]]
) -> frozenset[str]:
    """A stem, how it is read, and the single other words for it."""
    found = {key, *keys.get(key, ())}
    for named, terms in others.items():
        if key in named and len(named) == 1:
            found.update(term[0] for term in terms if len(term) == 1)
    if found & _PEOPLE:
        found |= _PEOPLE
    return frozenset(found)


def _own(word: str, index: Index) -> frozenset[str]:
    return frozenset((stem(word), *parts(word, index.known_stems)))


def _stems(text: str, index: Index) -> frozenset[str]:
    return frozenset(key for word in content_words(text) for key in _own(word, index))
