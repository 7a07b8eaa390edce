"""Lines joined to running text: a hyphen at a line end is dropped where the word is one, else kept as its own."""

import re
from collections.abc import Iterable, Sequence

from ingest.printed_text import fold

FULL = "\u2060"
"""Set at the end of a line that one word fills to its column's edge: it may have been broken there."""
HYPHENS = "-\u2010\u00ad"
_LAST = re.compile(r"(\S*)[-\u2010]$")
_FIRST = re.compile(r"^\S+")
_LINKED = re.compile(r"^(?:en|of|tot|als|dan|en/of|c\.q\.|respectievelijk)\b")
_COLLIDING = re.compile(r"(?:a[aeiu]|e[eiu]|i[ij]|o[eiou]|u[iu])")
_PREFIXES = frozenset(
    {"niet", "non", "semi", "anti", "cis", "ict", "mbo", "hbo", "vmbo", "havo", "vwo", "lhbt", "lhbti", "lhbtiq"}
)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_EDGES = "()[]{}'\"‘’“”.,;:!?/"


class Words:
    """The words that a document prints within its lines: they tell whether a word has a hyphen of its own."""

    def __init__(self, printed: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._hyphenated: set[str] = set()
        self.hyphenates = True  # the document breaks words at line ends with "-"
        for text in printed:
            self.learn(text)
        self._given = frozenset(self._known)

    def learn(self, text: str) -> None:
        """Take in a word that stands within a line."""
        for found in _WORD.findall(text.replace("\u00ad", "")):
            word = found.replace("\u2010", "-").lower()
            (self._hyphenated if "-" in word else self._known).add(word)

    def weigh(self, line_ends: Iterable[tuple[str, str]], lines: int) -> None:
        """Judge from all line ends with a hyphen whether the document breaks words there at all.

        It does when the broken words often stand elsewhere in one piece, or when hyphens end more lines than words
        with a hyphen of their own ever do; a document that breaks its words with soft hyphens or U+2010 prints "-"
        only where it belongs to the word.
        """
        soft = total = 0
        for left, right in line_ends:
            if left.endswith(("\u2010", "\u00ad")):
                self.hyphenates = False
                return
            before, after = left[:-1].strip(_EDGES), right.strip(_EDGES)
            if not (before[-1:].islower() and after[:1].islower()) or _LINKED.match(after):
                continue
            total += 1
            soft += (before + after).lower() in self._known
        self.hyphenates = (soft >= 2 and soft * 4 >= total) or total > 0.04 * lines

    def broken(self, left: str, right: str) -> bool:
        """Whether both parts are a word only together: a column too narrow for a word breaks it without a hyphen."""
        left, right = left.strip(_EDGES).lower(), right.strip(_EDGES).lower()
        if not left or not right:
            return False
        parts = left in self._known, right in self._known
        return not all(parts) if left + right in self._given else left + right in self._known and not any(parts)

    def is_given(self, left: str, right: str) -> bool:
        """Whether the parts make up a word that reading gave: a ministry's code, a status."""
        return (left.strip(_EDGES) + right.strip(_EDGES)).lower() in self._given and self.broken(left, right)

    def cut_off(self, left: str, right: str) -> bool:
        """Whether a word that fills its line goes on with what the next line begins with: neither is a word alone."""
        right = right.strip(_EDGES)
        if right and not right[0].islower():
            return False
        return left.strip(_EDGES).lower() not in self._known and (len(right) <= 1 or right not in self._known)

    def is_one(self, left: str, right: str) -> bool:
        """Whether the parts on both sides of a line end are one word without a hyphen of its own."""
        left, right = left.strip(_EDGES).lower(), right.strip(_EDGES).lower()
        whole, hyphenated = left.rpartition("/")[2] + right.partition("/")[0], f"{left}-{right}"
        if hyphenated in self._hyphenated:
            return False
        if whole in self._known:
            return True
        if not self.hyphenates:
            return False
        last = left.rpartition("-")[2]
        if last in _PREFIXES and len(last) > 1 and f"{last}-{right}" not in self._known:
            return False
        return not _COLLIDING.fullmatch(left[-1:] + right[:1])


def join_two(above: str, below: str, words: Words) -> str:
    """Two lines of one cell as running text."""
    if not above or not below:
        return above or below
    if above.endswith("\u00ad"):
        return above.rstrip("\u00ad") + below
    full, above = above.endswith(FULL), above.rstrip(FULL)
    token, following_token = above.rpartition(" ")[2], below.partition(" ")[0]
    part = token.rpartition("/")[2]
    if full and (words.cut_off(token, following_token) or words.broken(part, following_token)):
        return above + below
    last = _LAST.search(above)
    if not last:
        if words.is_given(part, following_token):
            return above + below
        if re.search(r"(?:[^\W\d]/|[\w.]@|www\.\S*[./]|https?:\S*[./])$", above) and not re.search(r"\s/$", above):
            return above + below
        return f"{above} {below}"
    stem = last[1]
    following = _FIRST.search(below)
    assert following is not None
    rest = following.group()
    if not stem and re.search(r"(?:^|\s)(?:en|of|en/of)\s+[-\u2010]$", above) and rest[0].islower():
        return above + below  # "en/of -gezag"
    if not stem:  # a dash by itself
        return f"{above} {below}"
    if _LINKED.match(below):
        return f"{above} {below}"
    if above.endswith("\u2010"):
        return above[:-1] + below if rest[0].islower() else above + below
    before = stem.rstrip(HYPHENS)[-1:]
    if not rest[0].isalpha() or not before.isalpha():
        return above + below
    if not rest[0].islower() or (before.isupper() and stem[-2:].isupper()):
        return above + below
    return above[:-1] + below if words.is_one(stem, rest) else above + below


def join_lines(lines: Sequence[str], words: Words) -> str:
    """The lines of one cell as running text, folded."""
    text = ""
    for line in lines:
        text = join_two(text, line.strip(), words)
    return fold(text)
