"""Lines joined to running text: a hyphen at a line end is dropped where the word is one, else kept as its own."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from ingest.printed_text import fold
from ingest.word_chances import WordChances

FULL = "\u2060"
"""Set at the end of a line that is filled to its column's edge: its last word may have been broken there."""
HYPHENS = "-\u2010\u00ad"
_LAST = re.compile(r"(\S*)[-\u2010]$")
_FIRST = re.compile(r"^\S+")
_LINKED = re.compile(r"^(?:en|of|tot|als|dan|en/of|c\.q\.|respectievelijk)\b")
_COLLIDING = re.compile(r"(?:a[aeiu]|e[eiu]|i[ij]|o[eiou]|u[iu])")
_PREFIXES = frozenset(
    {"niet", "non", "semi", "anti", "cis", "ict", "mbo", "hbo", "vmbo", "havo", "vwo", "lhbt", "lhbti", "lhbtiq"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\u2010-][^\W\d_]+)*")
_ADDRESS = re.compile(r"(?i)^\W*(?:www\.|https?:)")
_PART = re.compile(r"[-\u2010/+&]")
_OPENING, _CLOSING = "([{‘“„", ")]}’”.,;:!?/"
_SURE, _SURE_OF_ENDING = (
    5.0,
    3.0,
)  # natural logarithm of the odds; measured on 1,100 line ends of the appendix in 45 narrow settings
_LONGEST_ENDING = 3  # letters of a second part that is seldom a word which the document has nowhere else
_BEYOND_DOUBT = 10.0
_SURELY_TWO = -4.0
Parts = Literal["one", "two", "unsure"]
_PARTED_SIGN = re.compile(  # a sign that belongs to the other line's word: one that opens, one that closes, ".a"
    r"""^(?:\S*[(\[{]\||['"‘“„]+\||[^|]+\|(?:['"’”)\]}.,;:!?/]+$|[.,]\w))"""
)
_EDGES = "()[]{}'\"‘’“”.,;:!?/"


class Words:
    """The words that a document prints within its lines: they tell whether a word has a hyphen of its own."""

    def __init__(self, printed: Iterable[str] = ()) -> None:
        self._chances = WordChances()
        self._known = self._chances.counts  # words without a hyphen
        self._hyphenated: set[str] = set()
        self.hyphenates = True  # the document breaks words at line ends with "-"
        self.breaks_long_words = False  # the document breaks words that are wider than their column, without a hyphen
        self.breaks_beside_words = False  # also where other words stand before it on the line
        self._own_u2010 = False  # U+2010 stands within words, and not only where a line breaks them
        for text in printed:
            self.learn(text)
        self._given = frozenset(self._known)

    def learn(self, text: str) -> None:
        """Take in a word that stands within a line."""
        words = []
        for found in _WORD.findall(text.replace("\u00ad", "")):
            self._own_u2010 = self._own_u2010 or "\u2010" in found
            word = found.replace("\u2010", "-").lower()
            if "-" in word:
                self._hyphenated.add(word)
            else:
                words.append(word)
        self._chances.learn(words)

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

    def weigh_full_lines(self, alone: Iterable[tuple[str, str]], beside: Iterable[tuple[str, str]]) -> None:
        """Judge from all filled lines whether the document breaks the words that are too long for their column.

        Args:
            alone: where the line holds one word, that word and the first of the next line.
            beside: the same where the line holds others too; few programs break a word that begins behind others.
        """
        self.breaks_beside_words = any(self._shows_breaking(left, right) for left, right in beside)
        self.breaks_long_words = self.breaks_beside_words or any(self._shows_breaking(*parts) for parts in alone)

    def goes_on(self, left: str, right: str, after: str = "") -> Parts:
        """Whether a word that ends a filled line is one with what begins the next, or two, or nothing tells.

        Args:
            left: the last word of the line.
            right: the first of the next.
            after: the one that follows it, "" for none.
        """
        end, start = left.strip(_EDGES).lower(), right.strip(_EDGES).lower()
        if _PARTED_SIGN.match(f"{left}|{right}"):
            return "one"
        if not end or not start or right[0] in _OPENING:
            return "two"
        if _ADDRESS.match(left) and re.search(r"\w[./]", right):
            return "one"
        if not right[0].isalpha() or not left[-1].isalpha():
            return self._goes_on_at_sign(left, right)
        end, start = _PART.split(end)[-1], _PART.split(start)[0]
        if self.is_given(left, right) or self.is_given(end, start):
            return "one"
        known = self._knows(end) + self._knows(start)
        if not right[0].islower():
            return "two" if known or left[-1].islower() else "unsure"
        whole = end + start in self._known
        if whole:
            return "unsure" if known == 2 else "one"
        if not self.breaks_long_words and known and self._chances.tell:
            return "two"
        may_be_compound = min(len(end), len(start)) > 3 and self._chances.begins_longer_word(end)
        if known == 2 or not end:
            return "unsure" if may_be_compound else "two"
        following = _WORD.search(after)
        odds = self._chances.one_rather_than_two(end, start, following.group().lower() if following else "")
        if odds < _SURELY_TWO:
            return "unsure" if may_be_compound else "two"
        if _LINKED.fullmatch(start) and end != left.strip(_EDGES).lower():
            return "unsure"  # "EU-commissie" + "en": few words of a document show what follows a hyphen
        sure = odds > (_SURE if len(start) > _LONGEST_ENDING else _SURE_OF_ENDING)
        return "one" if sure and self.breaks_long_words else "unsure"

    def _goes_on_at_sign(self, left: str, right: str) -> Parts:
        """The same where no two letters meet: at a hyphen, a bracket, a slash or a digit."""
        if left.endswith(("-)", "\u2010)")) and right[0].islower() and not _LINKED.match(right):
            return "one"  # "(semi-)" + "publieke"
        if re.fullmatch(r"\([^\W\d_]{2,5}\)", left) and right[0].islower():
            return "two" if left.strip(_EDGES) in self._known or not left[1].islower() else "unsure"  # "(her)"
        if right.startswith(("-)", "\u2010)")):
            return "one"
        if (ends := re.search(r"\d+$", left)) and (begins := re.match(r"\d+", right)):
            year = re.fullmatch(r"(?:19|20)\d\d", ends.group() + begins.group())
            whole = any(re.fullmatch(r"(?:19|20)\d\d", part.group()) for part in (ends, begins))
            return "one" if year else "two" if whole else "unsure"
        if re.search(r"(?:^|\W)(?:\w\.)+$", left) and re.match(r"(?:\w\.)+", right):
            return "unsure"  # "n.n." + "t.b."
        suffix = re.match(r"[-\u2010]\w", right) and not _LINKED.match(left)
        suffix = suffix and (right[1].islower() or (left[-1].isdigit() and right[1].isdigit()))
        if not suffix and not re.match(r"/\w", right):
            return "two"
        if self.breaks_long_words:
            return "one"
        return "unsure" if suffix or not self._chances.tell else "two"

    def _knows(self, part: str) -> bool:
        """Whether a part is a word of the document; letters by themselves come from abbreviations."""
        return len(part) > 1 and part in self._known

    def may_go_on_beside(self, left: str, right: str) -> bool:
        """Whether a word may go on though it stands behind others: few programs break such a word."""
        if _PARTED_SIGN.match(f"{left}|{right}") or self._goes_on_at_sign(left, right) != "two":
            return True
        known = sum(self._knows(part.strip(_EDGES).lower()) for part in (left, right))
        return self.breaks_beside_words or known < (1 if self._chances.tell else 2)

    def _shows_breaking(self, left: str, right: str) -> bool:
        """Whether two parts are so surely one word that the document must break words."""
        end, start = left.strip(_EDGES).lower(), right.strip(_EDGES).lower()
        end, start = _PART.split(end)[-1], _PART.split(start)[0]
        known = self._knows(end) + self._knows(start)
        if not end or not start or known == 2 or not right[0].islower() or not left[-1].isalpha():
            return False
        return end + start in self._known or self._chances.one_rather_than_two(end, start, "") > _BEYOND_DOUBT

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
    if full and _at_full_line(above, below, words) == "one":
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


def _at_full_line(above: str, below: str, words: Words) -> Parts:
    """What the end of a filled line and the beginning of the next are."""
    right, _, rest = below.rstrip(FULL).partition(" ")
    after = right[-1] if right[-1] in _CLOSING else rest.partition(" ")[0]
    return words.goes_on(above.rstrip(FULL).rpartition(" ")[2], right, after)


def unsure_ends(lines: Sequence[str], words: Words) -> list[str]:
    """The line ends of one cell of which nothing tells whether they break a word, as "part|part"."""
    return [
        f"{above.rstrip(FULL).rpartition(' ')[2]}|{below.rstrip(FULL).partition(' ')[0]}"
        for above, below in pairwise([line.strip() for line in lines if line.strip()])
        if above.endswith(FULL) and _at_full_line(above, below, words) == "unsure"
    ]
