# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""What is no question about this report: nothing asked, noise, too much, another year, an opinion, an order."""

import re

from app.onboarding.phrases import plain

MAX_QUESTION_LENGTH = 2_000  # characters; a question of a page is a document

_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyàáâäèéêëìíîïòóôöùúûü")
_KEYBOARD = re.compile(
    r"(?:qwert|werty|asdf|sdfg|dfgh|fghj|ghjk|hjkl|zxcv|xcvb|cvbn|vbnm|qaz|wsx|aaaa|xxxx|hahaha|lorem ipsum|bla ?bla|foo ?bar|test(?:je|en)?[ 123]*$)"
)
_SHORT = 3  # letters: a code of a ministry has no vowels and is no noise
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{6,}")
_DUTCH_CLUSTERS = re.compile(
    r"(?:ngstr|chtspr|chtst|rechtstr|ngsspr|lhbtq?i?|ngssch|chtsch|rtspr|rtsch|ntschr|nstpl|rstkl|rtstr|ngsch|rbschr|ndschr|chtskr|chts)"
)


def is_noise(message: str) -> bool:
    """Whether nothing in the message can be a word: signs, loose digits, letters without vowels, keyboard runs."""
    words = _LETTERS.findall(plain(message))
    if not words:
        return True
    if _KEYBOARD.search(plain(message)) and len(words) <= 4:
        return True
    wordlike = [word for word in words if _is_wordlike(word)]
    return not wordlike


def _is_wordlike(word: str) -> bool:
    if len(word) <= _SHORT:
        return len(word) > 1 or word in ("u",)
    if not _VOWELS & set(word):
        return len(word) <= 5  # an abbreviation
    if len(set(word)) <= 2 and len(word) > 4:
        return False
    return not _CONSONANTS.search(_DUTCH_CLUSTERS.sub("a", word))


def too_long(message: str) -> bool:
    """Whether the message is longer than a question may be."""
    return len(message) > MAX_QUESTION_LENGTH
