"""What stands before or behind the question and chooses nothing: "Ik plan een werkbezoek.", "Debat volgende week:".

A sentence or phrase is left out when it tells of an occasion, or of the person who asks, and names nothing that the
report is asked about: no ministry, no theme, no kind, no subject. A time in it is the occasion's and no filter.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from collections.abc import Callable
from functools import lru_cache

from app.filters import (
    EndIn,
    Headings,
    Overdue,
    Owners,
    PersonIs,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
    Upcoming,
)
from app.reading.announced import asked_of_member, asked_of_whom, is_announced, is_complete
from app.reading.draft import PRINTED, Draft
from app.reading.introduced import is_after_the_question, raised, without_introduction
from app.reading.leftover import is_known
from app.reading.lexicon import any_of, words_of_questions
from app.reading.speaker import said_by_speaker
from app.reading.workplace import of_workplace
from index.folding import fold

LONGEST_LEAD = 25  # words: more tells a story, in which the subject may stand
_PARTS = re.compile(r"(?P<sep>[.!](?=\s)|;(?=\s)|:(?=\s)|,(?=\s)|\s[-–—](?=\s))\s*")
_QUESTION_END = re.compile(r"\?\s+(?=\S)")
_OF_THE_OCCASION = (EndIn, StartIn, RunsDuring, RunsAfter, ToDoBy, Upcoming, Overdue, StatusIn)
_CHAMBER = "TK"
_OF_ME = re.compile(r"\b(?:ik|wij|we|mijn|onze)\b")

Drafted = Callable[[str], Draft]


@lru_cache(maxsize=1)
def _rules() -> dict[str, re.Pattern[str]]:
    data, purposes = words_of_questions()["openings"], words_of_questions()["purposes"]
    return {
        "asks": re.compile(rf"^(?:{any_of(data['lead_ins'])} )*(?:{any_of(data['asks'])})\b"),
        "told": re.compile(rf"^(?:{any_of(data['lead_ins'])} )*(?:{any_of(data['tellers'])})\b"),
        "about": re.compile(
            rf"\b(?:{any_of(data['about'])})\b(?! (?:een|twee|drie|vier|enkele|ongeveer|\d+) | (?:de )?(?:kamer|minister|huis|bed|buiten|binnen|toe)\b)"
        ),
        "purpose": re.compile(
            rf"^(?:{any_of(data['lead_ins'])} )*(?:{any_of(purposes['cues'])}) (?P<for>(?:(?:{any_of(purposes['words'])}|[a-z-]*(?:{any_of(data['occasions'])})) ?)+)$"
        ),
        "back": re.compile(rf"\b(?<!maatregelen )(?<!alles )(?<!degene )(?:{any_of(data['back'])})\b"),
    }


def question_alone(text: str, drafted: Drafted, *, going_on: bool = False) -> str:
    """The text without the sentences and phrases around its question that choose nothing.

    Args:
        text: as typed.
        drafted: what the rules find in some words.
        going_on: whether it goes on from earlier turns, to which "daarvan" then points, and not to what stands before.
    """
    text = _without_end(_without_request(text), drafted)
    brought_up = _brought_up(text, drafted)
    if brought_up is not None:
        return brought_up
    by_speaker = _by_speaker(text, drafted, going_on=going_on)
    if by_speaker is not None:
        return by_speaker
    alone = without_introduction(text)
    if (
        alone != text
        and (going_on is False or not _rules()["back"].search(fold(alone)))
        and _says_something(drafted(alone))
    ):
        return question_alone(alone, drafted, going_on=going_on)
    at = 0
    while at < len(text) and (match := _PARTS.search(text, at)):
        lead, rest = text[: match.start()], text[match.end() :]
        at = match.end()
        if len(lead.split()) > LONGEST_LEAD:
            break
        of_whom = asked_of_member(lead, rest, drafted) or asked_of_whom(lead, rest, match["sep"], drafted)
        of_whom = of_whom or (None if going_on else of_workplace(lead, rest, match["sep"], drafted))
        if of_whom is not None:
            return question_alone(of_whom, drafted, going_on=going_on)
        if _is_question(rest, match["sep"], going_on=going_on) and (
            _chooses_nothing(lead, match["sep"], drafted)
            or _passes_by(lead, rest, match["sep"], drafted)
            or _at_work(lead, rest, match["sep"], drafted)
            or _is_someone(lead, rest, drafted)
            or _is_purpose(lead)
            or _is_wish(lead, match["sep"], drafted)
            or (is_announced(lead, rest, match["sep"], drafted) and not _rules()["back"].search(fold(rest)))
        ):
            return question_alone(rest, drafted, going_on=going_on)
    return text


def _by_speaker(text: str, drafted: Drafted, *, going_on: bool) -> str | None:
    """The question with what a speaker's own sentence before it gives; in a conversation, where it gives nothing."""
    for match in _PARTS.finditer(text):
        lead, rest = text[: match.start()], text[match.end() :]
        if len(lead.split()) > LONGEST_LEAD or asked_of_whom(lead, rest, match["sep"], drafted) is not None:
            return None
        if not going_on and of_workplace(lead, rest, match["sep"], drafted) is not None:
            return None
        if not _is_question(rest, match["sep"], going_on=going_on):
            continue
        said = said_by_speaker(lead, rest, match["sep"], drafted)
        if said is not None and (said == rest or not going_on):
            return question_alone(rest, drafted) if said == rest and not going_on else said
    return None


def _brought_up(text: str, drafted: Drafted) -> str | None:
    """The subject that somebody brings up and what is asked of it; the question alone where that is complete."""
    found = raised(text)
    if found is None or not _rules()["asks"].match(fold(found[1])):
        return None
    subject, rest = found
    if is_complete(drafted(rest)) and not _rules()["back"].search(fold(rest)):
        return rest
    return f"{subject}: {rest}"


def _without_end(text: str, drafted: Drafted) -> str:
    """The text without a remark behind its question: "Welke zijn klaar? Ik heb haast."."""
    for match in _QUESTION_END.finditer(text):
        rest = text[match.end() :]
        told = _rules()["told"].match(fold(rest)) and not _rules()["asks"].match(fold(rest))
        if "?" not in rest and told and _chooses_nothing(rest, ".", drafted):
            return text[: match.start() + 1]
    return text


def _without_request(text: str) -> str:
    """The text without a sentence behind its question that asks for the answer: "Graag de lijst."."""
    for match in re.finditer(r"[.!?] +(?=\S)", text):
        if is_after_the_question(text[match.end() :]):
            return text[: match.end()].rstrip()
    return text


def _says_something(draft: Draft) -> bool:
    """Whether words hold a question of their own."""
    return bool(draft.plain() or draft.ask or draft.group_by or draft.target or _has_subject(draft))


def _is_question(rest: str, separator: str, *, going_on: bool) -> bool:
    words = fold(rest)
    if not going_on and _rules()["back"].search(words):
        return False
    return _rules()["asks"].match(words) is not None or separator == ":"


def _chooses_nothing(lead: str, separator: str, drafted: Drafted) -> bool:
    """Whether a sentence or phrase tells of an occasion or of who asks, and of nothing in the report."""
    words = re.findall(r"[\w'-]+", fold(lead))
    occasions = frozenset(words_of_questions()["openings"]["occasions"])
    named = any(_is_occasion(word, occasions) for word in words)
    told = separator in ".!;," and _rules()["told"].match(fold(lead)) is not None
    told = told or (separator in ".!;" and _OF_ME.search(fold(lead)) is not None)
    if not words or not (named or (told and separator != ",")):
        return False
    draft = drafted(lead)
    asks = draft.ask or draft.group_by or draft.extreme or draft.limit or draft.order != PRINTED
    if asks or draft.peil is not None or draft.target or draft.topic:
        return False
    for condition in draft.plain():
        chamber = isinstance(condition, Owners) and condition.codes == (_CHAMBER,)
        if not chamber and not isinstance(condition, _OF_THE_OCCASION):
            return False
    if _rules()["about"].search(fold(lead)):
        return False
    subjects = [word for word in draft.unknown() if not _is_occasion(word, occasions)]
    if named and not told:
        return not subjects
    return not any(word in draft.lexicon.report_words for word in subjects)


def _is_someone(lead: str, rest: str, drafted: Drafted) -> bool:
    """Whether a sentence tells what a person is, before a question with a subject of its own: "ik ben docent."."""
    data, words = words_of_questions()["openings"], _plainly(lead).split()
    roles = frozenset(data["roles"])
    if not words or words[0] not in ("ik", "we", "wij", "als") or roles.isdisjoint(words):
        return False
    draft, asked = drafted(lead), drafted(rest)
    said = draft.plain() or draft.ask or draft.group_by or draft.target or draft.topic or draft.peil is not None
    if said or _OF_US.search(_plainly(rest)) or not (asked.plain() or _has_subject(asked)):
        return False
    known = roles.union(data["occasions"], data["working"], data["days"], words_of_questions()["purposes"]["words"])
    return not any(is_known(draft, word) for word in draft.unknown() if word not in known)


def _is_purpose(lead: str) -> bool:
    """Whether a phrase tells what the question is for, and nothing else: "voor een vraag van de fractie"."""
    return _rules()["purpose"].match(_plainly(lead)) is not None


def _is_wish(lead: str, separator: str, drafted: Drafted) -> bool:
    """Whether a phrase before a colon tells what whoever asks wants or does: "ik wil vooruitkijken:"."""
    words = _plainly(lead).split()
    if separator != ":" or not words or words[0] not in ("ik", "we", "wij"):
        return False
    wishes = frozenset(words_of_questions()["purposes"]["wishes"])
    draft = drafted(lead)
    said = draft.plain() or draft.ask or draft.group_by or draft.target or draft.topic or draft.peil is not None
    return not said and wishes.issuperset(draft.unknown()) and not wishes.isdisjoint(words)


def _plainly(words: str) -> str:
    return " ".join(re.findall(r"[\w'.&-]+", fold(words)))


def _passes_by(lead: str, rest: str, separator: str, drafted: Drafted) -> bool:
    """Whether a sentence tells where a person goes or whom a person meets, before a question with its own subject.

    "Ik ga volgende week naar Bonaire. Welke maatregelen gaan over de eilanden?"
    """
    words = re.findall(r"[\w'-]+", fold(lead))
    data = words_of_questions()["openings"]
    going, meeting, days = (not set(data[name]).isdisjoint(words) for name in ("going", "meeting", "days"))
    if separator not in ".!" or not words or not _OF_ME.search(fold(lead)) or not (going or meeting):
        return False
    draft = drafted(lead)
    if draft.ask or draft.group_by or draft.target or draft.topic or draft.peil is not None:
        return False
    found = draft.plain()
    dated = days or any(isinstance(condition, _OF_THE_OCCASION) for condition in found)
    seeks = [match.group() for match in _rules()["about"].finditer(fold(lead))]
    if not (going or dated) or any(word != "naar" or not going for word in seeks):
        return False
    asked = drafted(rest)
    unknown = [word for word in asked.unknown() if word in asked.lexicon.report_words]
    return bool(asked.plain() or asked.topic or unknown)


def _at_work(lead: str, rest: str, separator: str, drafted: Drafted) -> bool:
    """Whether a phrase tells where a person works, before a question that names a ministry or a subject itself.

    "Eerste week bij VWS. Welke maatregelen doen VWS en SZW samen?", "Ik werk bij OCW. Wat gebeurt er tegen pesten?"
    """
    data = words_of_questions()["openings"]
    works = frozenset(data["working"])
    plain = _plainly(lead)
    words = frozenset(plain.split())
    asked = drafted(rest)
    owned = any(isinstance(c, Owners) for c in asked.plain())
    if (separator == "," and not _OF_ME.match(plain)) or not (works & words or _INTRODUCED.search(plain)):
        return False
    if not owned and (_OF_US.search(_plainly(rest)) or not _has_subject(asked)):
        return False
    draft = drafted(lead)
    said = draft.ask or draft.group_by or draft.target or draft.topic or draft.peil is not None
    if said or not all(isinstance(c, Owners) for c in draft.plain()):
        return False
    met = _INTRODUCED.sub(" ", plain).split()
    return works.union(data["days"], data["occasions"]).issuperset(w for w in draft.unknown() if w in met)


_OF_US = re.compile(r"\b(?:wij|we|ons|onze|jullie)\b")
_INTRODUCED = re.compile(r"\b(?:ik ben|mijn naam is|ik heet|dit is|met|hier) [a-z]+\b(?= (?:en|van|bij|uit|werk)\b|$)")


def _has_subject(draft: Draft) -> bool:
    """Whether a question names a subject, a place or a thing of the report."""
    named = any(isinstance(c, (Themes, Headings, PersonIs)) for c in draft.plain())
    return bool(named or draft.topic or any(is_known(draft, word) for word in draft.unknown()))


def _is_occasion(word: str, occasions: frozenset[str]) -> bool:
    return word in occasions or any(word.endswith(o) for o in occasions if len(o) > 4)  # "commissievergadering"
