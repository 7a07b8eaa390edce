"""A sentence that announces an occasion before a question that is complete by itself, or that asks of whom it names.

"Straks debat over verlof en opvang. Wat valt er onder het kopje Arbeid en zorg?": the heading chooses, not the debate.
"Ik bereid een gesprek met Binnenlandse Zaken voor. Welke maatregelen zijn van hen?": of the ministry, not the talk.
"Hammelburg staat zo aan de microfoon. In welke maatregelen komt zijn naam voor?": of the member, wherever he stands.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from app.filters import EndIn, Headings, Ids, Owners, PersonIs, RunsAfter, RunsDuring, StartIn, StatusIn, Themes
from app.reading.draft import PRINTED, Draft
from app.reading.lexicon import any_of, words_of_questions
from index.folding import fold

Drafted = Callable[[str], Draft]
_COMPLETE = (Headings, Themes, PersonIs, Ids)
_OF_THE_OCCASION = (EndIn, StartIn, RunsDuring, RunsAfter, StatusIn)
_ENDS = ".!;"


@lru_cache(maxsize=1)
def _occasions() -> re.Pattern[str]:
    data = words_of_questions()
    words = [word for word in data["openings"]["occasions"] if len(word) > 4]
    return re.compile(rf"\b\w*(?:{any_of(words)})(?:en|s|je|jes)?\b")


@lru_cache(maxsize=1)
def _soon() -> re.Pattern[str]:
    data = words_of_questions()["announced"]
    soon, talked = (any_of(data[name]) for name in ("soon", "talked"))
    return re.compile(rf"\b(?:(?:{talked}) (?:{soon})|(?:{soon}) (?:{talked})) (?:over|om)\b")


@lru_cache(maxsize=1)
def _them() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = words_of_questions()["announced"]
    return tuple((re.compile(rf"\b(?:{any_of(data[name])})\b"), said) for name, said in _SAID.items())


_SAID = {"of_them": "van {}", "they": "{}", "their": "maatregelen van {}"}


def is_announced(lead: str, rest: str, separator: str, drafted: Drafted) -> bool:
    """Whether a sentence only says what a question is for that has its own heading, theme, person or measure."""
    said = fold(lead)
    if separator not in _ENDS or not (_occasions().search(said) or _soon().search(said)):
        return False
    draft = drafted(lead)
    if draft.ask or draft.group_by or draft.target:
        return False
    return is_complete(drafted(rest))


def is_complete(asked: Draft) -> bool:
    """Whether a question has its own heading, theme, person or measure."""
    named = asked.target or (asked.ask == "field" and asked.topic and not asked.measures_named)
    return bool(named) or any(isinstance(c, _COMPLETE) for c in asked.plain())


def asked_of_whom(lead: str, rest: str, separator: str, drafted: Drafted) -> str | None:
    """The question with the ministry of the sentence before it in the place of "hen"; None where it names none.

    "Ik bereid een gesprek met BZK voor. Welke maatregelen zijn van hen?" gives "Welke maatregelen zijn van BZK?".
    """
    if separator not in _ENDS or _occasions().search(fold(lead)) is None:
        return None
    draft = drafted(lead)
    owners = [c for c in draft.plain() if isinstance(c, Owners)]
    others = [c for c in draft.plain() if not isinstance(c, (Owners, *_OF_THE_OCCASION))]
    asks = draft.ask or draft.group_by or draft.extreme or draft.limit or draft.order != PRINTED
    if len(owners) != 1 or others or asks or draft.target or draft.topic or drafted(rest).has(Owners):
        return None
    if set(words_of_questions()["openings"]["about"]) & set(fold(lead).split()):
        return None
    return of_ministry(rest, " en ".join(owners[0].codes))


def of_ministry(question: str, name: str) -> str | None:
    """The question with a ministry's name in the place of "hen" or "dat ministerie"; None where it has neither."""
    for pattern, said in _them():
        found = pattern.search(fold(question))
        if found is not None and len(fold(question)) == len(question):
            return question[: found.start()] + said.format(name) + question[found.end() :]
    return None


@lru_cache(maxsize=1)
def _he() -> tuple[tuple[re.Pattern[str], str], ...]:
    data = words_of_questions()["announced"]
    verb = "".join(rf"(?<!\b{re.escape(word)} )" for word in data["verb_after"])
    return (
        (re.compile(rf"\b(?:{any_of(data['of_person'])})\b"), "van {}"),
        (re.compile(rf"\b(?:{any_of(data['own_name'])})\b"), "de naam van {}"),
        (re.compile(rf"{verb}\b(?:{any_of(data['own'])}) (?P<paper>{any_of(data['papers'])})\b"), "{paper} van {}"),
        (re.compile(rf"\b(?:{any_of(data['person'])})\b"), "{}"),
    )


def asked_of_member(lead: str, rest: str, drafted: Drafted) -> str | None:
    """The question with the member whom the sentence before it names in the place of "hem" or "zijn naam", or None.

    "Hammelburg staat zo aan de microfoon. In welke maatregelen komt zijn naam voor?" gives "In welke maatregelen komt
    de naam van Hammelburg voor?". A sentence that brings in a subject, a paper or a condition gives None.
    """
    draft = drafted(lead)
    people = [c for c in draft.plain() if isinstance(c, PersonIs) and c.name and c.role is None]
    others = [c for c in draft.plain() if not isinstance(c, (PersonIs, *_OF_THE_OCCASION))]
    asks = draft.ask or draft.group_by or draft.extreme or draft.limit or draft.order != PRINTED
    if len(people) != 1 or others or asks or draft.target or draft.measures_named or drafted(rest).has(PersonIs):
        return None
    words = set(fold(lead).split())
    walks = not words.isdisjoint(words_of_questions()["announced"]["walking"])
    about = words.intersection(words_of_questions()["openings"]["about"]) - ({"naar"} if walks else set())
    if about or len(fold(rest)) != len(rest):
        return None
    for pattern, said in _he():
        found = pattern.search(fold(rest))
        if found is not None:
            name = " ".join(part.capitalize() for part in people[0].name.split())
            return rest[: found.start()] + said.format(name, **found.groupdict()) + rest[found.end() :]
    return None
