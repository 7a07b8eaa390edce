"""A sentence in which a speaker tells of himself before a question that reads well by itself.

"Ik ondersteun de minister van SZW in het debat. Welke maatregelen van SZW zijn doorlopend?": the sentence gives at
most the ministry that it names, and the subject that a preposition announces ("ik ben bezig met vrouwengezondheid").
Its verb and whom or what else it tells of choose nothing.
"""

import re
from functools import lru_cache

from app.filters import EndIn, Headings, Ids, Owners, PersonIs, RunsAfter, RunsDuring, StartIn, Themes
from app.reading.announced import Drafted
from app.reading.draft import PRINTED, Draft
from app.reading.leftover import is_known, verbs_of_speakers
from app.reading.lexicon import any_of, words_of_questions
from index.folding import fold

_ENDS = ".!;"
_CHAMBER = ("TK",)
_OF_THE_OCCASION = (EndIn, StartIn, RunsDuring, RunsAfter)
_NARROW = (Headings, PersonIs, Ids)  # who names one of these has said which measures are meant
_OF_US = re.compile(r"\b(?:wij|we|ons|onze|jullie)\b")
_WORD = re.compile(r"[\w'.&-]*\w")


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = words_of_questions()
    own, opened, purposes = data["speaker"], data["openings"], data["purposes"]
    bound = "|".join(rf"(?:{any_of(b['words'])}) (?:\S+ ){{0,3}}?(?:{any_of(b['with'])})" for b in own["bound"])
    light = any_of([*purposes["words"], *opened["occasions"], *opened["roles"], *data["introduced"]["people"]])
    return (
        re.compile(
            rf"^(?:(?:{any_of(opened['lead_ins'])}) )*(?:(?:(?:{any_of([*opened['days'], *own['when']])}) )+\S+ )?"
            rf"(?:{any_of(own['subjects'])})\b"
        ),
        re.compile(rf"\b(?:(?:{any_of(own['announcing'])})|{bound}) (?P<x>(?!(?:{any_of(own['with'])}) )\S.*)$"),
        re.compile(rf" (?:{any_of(own['ending'])})(?: (?:\S*(?:{light})))+$"),
    )


def said_by_speaker(lead: str, rest: str, separator: str, drafted: Drafted) -> str | None:
    """The question with what a speaker's own sentence before it gives; None where that sentence is something else.

    Args:
        lead: the sentence before the question.
        rest: the question.
        separator: the sign between them.
        drafted: what the rules find in some words.
    """
    said = " ".join(_WORD.findall(fold(lead)))
    first, announced, ending = _rules()
    if separator not in _ENDS or not first.match(said) or _OF_US.search(fold(rest)):
        return None
    told, asked = drafted(lead), drafted(rest)
    complete = asked.plain() or _asks(asked) or asked.measures_named or _subjects(asked)
    if _asks(told) or told.peil is not None or not complete:
        return None
    owners = [c for c in told.plain() if isinstance(c, Owners) and c.codes != _CHAMBER]
    others = [c for c in told.plain() if not isinstance(c, (Owners, *_OF_THE_OCCASION))]
    if others or len(owners) > 1 or any(c.mode != "any" for c in owners):
        return None
    subject, own = "", bool(_subjects(asked)) or _is_narrow(asked)  # where someone works is no condition beside these
    if _subjects(told) and not _is_narrow(asked):
        match = announced.search(said)
        if match is None or own or asked.has(Themes):
            return None
        subject = f"over {ending.sub('', match['x'])}"
    owner = f"van {' of '.join(owners[0].codes)}" if owners and not own and not asked.has(Owners) else ""
    given = " ".join(part for part in (subject, owner) if part)
    return f"{given}: {rest}" if given else rest


def _is_narrow(asked: Draft) -> bool:
    """Whether a question has said which measures are meant: by a heading, a person, a number or a thing's name."""
    named = asked.ask == "field" and asked.topic and not asked.measures_named
    return bool(asked.target or named or any(isinstance(c, _NARROW) for c in asked.plain()))


def _asks(draft: Draft) -> bool:
    ordered = draft.extreme or draft.limit or draft.order != PRINTED
    return bool(draft.ask or draft.group_by or draft.target or draft.topic or ordered)


def _subjects(draft: Draft) -> list[str]:
    """The words that the report may treat, without the speaker's verb and without people and occasions."""
    light = _light()
    words = [token.norm for token in draft.line.tokens]
    verbs = {words[n] for n in verbs_of_speakers(words)}
    left = [word for word in draft.unknown() if word not in verbs and word not in light]
    return [w for w in left if is_known(draft, w) and not any(w.endswith(o) for o in light if len(o) > 4)]


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    """Words for people, occasions and what is done for them: singular and plural."""
    data = words_of_questions()
    opened, introduced = data["openings"], data["introduced"]
    nouns = {*opened["roles"], *opened["occasions"], *introduced["people"], *data["purposes"]["words"]}
    nouns |= set(data["speaker"]["things"])
    nouns |= {f"{noun}s" for noun in nouns} | {f"{noun}en" for noun in nouns}
    return frozenset(nouns.union(introduced["light"], opened["working"], opened["days"], data["purposes"]["wishes"]))
