"""Lines joined to running text: a hyphen at a line end is dropped where the word is one, else kept as its own."""

import re
from bisect import bisect_left
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
_LIKE_ENDINGS = frozenset({"en", "er", "ers", "e", "n", "s", "t", "d", "ten", "den", "heden"})
_NO_END = re.compile(r"(?:([b-df-hj-np-tv-z])\1|[vz]|[bdfgkprtv]l|[bdfgkptvw]r)$")  # no Dutch word ends so
_ENDING = 6  # letters at a word's end by which it is taken to be one
_EDGES = "()[]{}'\"‘’“”.,;:!?/"


class Words:
    """The words that a document prints within its lines: they tell whether a word has a hyphen of its own."""

    def __init__(self, printed: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._hyphenated: set[str] = set()
        self.hyphenates = True  # the document breaks words at line ends with "-"
        self._own_u2010 = False  # U+2010 stands within words, and not only where a line breaks them
        self._endings: list[str] = []  # the known words from back to front, in order
        for text in printed:
            self.learn(text)
        self._given = frozenset(self._known)

    def learn(self, text: str) -> None:
        """Take in a word that stands within a line."""
        for found in _WORD.findall(text.replace("\u00ad", "")):
            self._own_u2010 = self._own_u2010 or "\u2010" in found
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
            if left.endswith("\u00ad") or self.breaks(left):
                self.hyphenates = False
                return
            before, after = left[:-1].strip(_EDGES), right.strip(_EDGES)
            if not (before[-1:].islower() and after[:1].islower()) or _LINKED.match(after):
                continue
            total += 1
            soft += (before + after).lower() in self._known
        self.hyphenates = (soft >= 2 and soft * 4 >= total) or total > 0.04 * lines

    def breaks(self, line: str) -> bool:
        """Whether a line ends in a U+2010 that only breaks its word: the document prints its own hyphens otherwise."""
        return line.endswith("\u2010") and not self._own_u2010

    def is_given(self, left: str, right: str) -> bool:
        """Whether the parts, not both words, make up a word that reading gave: a ministry's code, a status."""
        left, right = left.strip(_EDGES).lower(), right.strip(_EDGES).lower()
        both = left in self._known and right in self._known
        return bool(left and right) and left + right in self._given and not both

    def cut_off(self, left: str, right: str) -> bool:
        """Whether a word that fills its line goes on with what the next line begins with.

        A column too narrow for a word breaks it without a hyphen. It goes on when the whole is a word, or one of
        the parts can be none; a second part like "en", a word and an ending, by how the document's words end.
        """
        left, right = left.strip(_EDGES).lower(), right.strip(_EDGES)
        if not left or not right:
            return bool(left)  # a sign alone
        if not right[0].islower():
            return False
        if left + right in self._known or _NO_END.search(left):
            return True
        if len(right) == 1 or (right not in self._known and right not in self._hyphenated):
            return left not in self._known or right in _LIKE_ENDINGS
        if left in self._known or right not in _LIKE_ENDINGS or _COLLIDING.fullmatch(left[-1] + right[0]):
            return False
        for length in range(len(left) - 1, _ENDING - 1, -1):
            if self._ends_a_word(left[-length:] + right):
                return True
            if self._ends_a_word(left[-length:]):
                return False
        return not left.endswith(right)  # "gerechtigden en", and no "gerechtigdenen"

    def _ends_a_word(self, ending: str) -> bool:
        """Whether some known word ends so."""
        if len(self._endings) != len(self._known):
            self._endings = sorted(word[::-1] for word in self._known)
        at = bisect_left(self._endings, ending[::-1])
        return at < len(self._endings) and self._endings[at].startswith(ending[::-1])

    def stand_alone(self, left: str, right: str) -> bool:
        """Whether two parts are words, and no word together."""
        left, right = left.strip(_EDGES).lower(), right.strip(_EDGES).lower()
        return left in self._known and right in self._known and left + right not in self._known

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
    if words.breaks(above):
        return above[:-1] + below
    token, following_token = above.rpartition(" ")[2], below.rstrip(FULL).partition(" ")[0]
    if full and words.cut_off(token, following_token):
        return above + below
    last = _LAST.search(above)
    if not last:
        if words.is_given(token.rpartition("/")[2], following_token.partition("/")[0]):
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
    if _LINKED.match(below) or (_LINKED.fullmatch(stem) and words.stand_alone(stem, rest)):
        return f"{above} {below}"
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
