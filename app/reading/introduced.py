"""Who asks, and for what, in the words before the question: "Ik heb voor de stafvergadering nodig wat JenV ...".

The words before a question are a bag: all of them tell of a person, an occasion or a wish, and at least one person or
occasion stands where such a one is told of (`data/reading.toml`, introduced). The first word that tells of something
else, or that asks, begins the question.
"""

import re
from functools import lru_cache

from app.reading.lexicon import words_of_questions
from index.folding import fold

_WHOSE = ("mijn", "m'n", "onze", "ons")
_SENTENCE_END = re.compile(r"[.!;:]\s+(?=\S)")
_WORD = re.compile(r"[\w'’.&+-]*\w[\w'’.&+-]*")


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    data = words_of_questions()
    opened, own = data["openings"], data["introduced"]
    nouns = {*opened["roles"], *opened["occasions"], *own["people"]}
    several = {f"{noun}s" for noun in nouns} | {f"{noun}en" for noun in nouns} - nouns
    nouns |= several
    light = {
        *data["purposes"]["words"],
        *data["purposes"]["wishes"],
        *opened["lead_ins"],
        *opened["days"],
        *own["light"],
    }
    return {
        "nouns": frozenset(nouns),
        "several": frozenset(several),
        "light": frozenset(light | {*opened["working"], *opened["meeting"], *opened["going"], *own["tells"]}),
        "tells": frozenset(own["tells"]),
        "cues": frozenset(own["cues"]),
        "back": frozenset(own["back"]),
        "asking": frozenset(own["asking"]),
        "within": frozenset(own["within"]),
        "endings": frozenset(word for word in opened["occasions"] if len(word) > 4),
        "after": frozenset(own["after"]),
        **{f"raised_{name}": frozenset(words) for name, words in data["raised"].items()},
    }


def without_introduction(text: str) -> str:
    """The text without the words before its question that tell who asks or what for; the same where they tell more."""
    words = list(_WORD.finditer(text))
    folded = [fold(word.group()).strip(".") for word in words]
    first = next((n for n, word in enumerate(folded) if not _is_light(word)), len(folded))
    if first == len(folded):
        return text
    while first and folded[first - 1] in _sets()["back"]:
        first -= 1
    lead = folded[:first]
    if lead and lead[-1] in _sets()["within"]:
        if folded[first] not in _sets()["asking"]:
            return text
        first -= lead[-1] != "van"  # "voor welke maatregelen" begins with its preposition, "een lijst van wat" does not
    if not lead or not _introduces(lead):
        return text
    if lead[0] in _sets()["several"] and folded[first] not in _sets()["asking"]:
        return text  # "artsen weten minder van vrouwen" tells of doctors, "Kamerleden willen weten wat ..." who asks
    return text[words[first].start() :]


def raised(text: str) -> tuple[str, str] | None:
    """The subject that somebody brings up in the sentence before a question, with its preposition, and what is behind.

    "Een Kamerlid begint over pesten. Wat hebben we daar?" gives ("over pesten", "Wat hebben we daar?"); None where the
    first sentence tells anything else.
    """
    end = _SENTENCE_END.search(text)
    words = list(_WORD.finditer(text, 0, end.start())) if end is not None else []
    folded = [fold(word.group()) for word in words]
    sets = _sets()
    at = next((n for n, word in enumerate(folded) if word in sets["raised_about"]), len(folded))
    lead = folded[:at]
    if end is None or at >= len(folded) - 1 or sets["raised_verbs"].isdisjoint(lead):
        return None
    light = sets["raised_verbs"] | sets["raised_beside"] | sets["back"]
    if not all(word in light or word in _WHOSE or _is_light(word) for word in lead):
        return None
    if lead[0] in sets["raised_verbs"] | sets["asking"] or not any(_is_noun(word) for word in lead):
        return None
    return text[words[at].start() : end.start()], text[end.end() :]


def is_after_the_question(sentence: str) -> bool:
    """Whether a sentence behind the question only asks for the answer: "Graag de lijst.", "Heb je een overzicht?"."""
    words = [fold(word.group()).strip(".") for word in _WORD.finditer(sentence)]
    return bool(words) and _sets()["after"].issuperset(words)


def _is_light(word: str) -> bool:
    return word in _sets()["light"] or _is_noun(word)


def _is_noun(word: str) -> bool:
    """Whether a word is a person or an occasion: also one that ends in an occasion, as "stafvergadering" does."""
    return word in _sets()["nouns"] or any(word.endswith(end) for end in _sets()["endings"])


def _introduces(lead: list[str]) -> bool:
    """Whether a person or an occasion stands where one is told of, and somebody wants, does or is something.

    "Ik zoek een presentatie" tells what is sought; "ik zoek voor een presentatie" tells what for.
    """
    sets = _sets()
    if sets["tells"].isdisjoint(lead):
        return False
    told = False
    for n, word in enumerate(lead):
        if not _is_noun(word):
            continue
        before = n
        while before and (lead[before - 1] in sets["back"] or lead[before - 1] in _WHOSE):
            before -= 1
        whose = any(lead[k] in _WHOSE for k in range(before, n))
        if before and not whose and lead[before - 1] not in sets["cues"] and not _is_noun(lead[before - 1]):
            return False
        told = True
    return told
