"""How likely words are in a document, by their number, their letters and their neighbours: one word, or two?"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

_BEFORE = 3  # letters before one by which it is foretold
_TRUST = 4.0  # occurrences from which a longer beginning counts for half
_UNSEEN = 1000  # words of a document by which as much is known of its words as of their letters
_ENOUGH = 400  # different words in a document from which its letters tell something
_ALPHABET = 30
_NEIGHBOURS = 50.0  # neighbours of a word from which they count for half
_START, _END = "\x02", "\x03"


class Letters:
    """The letters of words, each foretold by those before it (interpolated Witten-Bell)."""

    def __init__(self, words: Sequence[str]) -> None:
        self._seen: Counter[tuple[str, str]] = Counter()
        self._total: Counter[str] = Counter()
        for word in words:
            text = _START + word + _END
            for at in range(1, len(text)):
                for length in range(min(at, _BEFORE) + 1):
                    before = text[at - length : at]
                    self._seen[before, text[at]] += 1
                    self._total[before] += 1

    def chance(self, word: str) -> float:
        """How likely a word is spelled so, as a share of all words."""
        text = _START + word + _END
        return math.prod(self._share(text[max(0, at - _BEFORE) : at], text[at]) for at in range(1, len(text)))

    def _share(self, before: str, letter: str) -> float:
        share = 1 / _ALPHABET
        for length in range(len(before) + 1):
            known = before[len(before) - length :]
            total = self._total[known]
            if not total:
                break
            trust = total / (total + _TRUST)
            share = trust * self._seen[known, letter] / total + (1 - trust) * share
        return share


class WordChances:
    """The words of a document with their numbers; all are learned before any is judged."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()

    def learn(self, words: Sequence[str]) -> None:
        """Take in words that stand next to one another."""
        self.counts.update(words)
        self._pairs.update(pairwise(words))

    @property
    def tell(self) -> bool:
        """Whether there are words enough to judge others by."""
        return len(self.counts) >= _ENOUGH

    def one_rather_than_two(self, left: str, right: str, after: str) -> float:
        """The natural logarithm of how much likelier two parts are one word than two; 0 if too few words tell.

        Args:
            left: the first part, as it is known.
            right: the second.
            after: the word that follows it; "" for none.
        """
        if not self.tell:
            return 0.0
        one, two = self._chance(left + right), self._chance(left) * self._chance(right)
        if not after:
            return math.log(one / two)
        return math.log(
            one / two * self._follows(after, right, longer=True) / self._follows(after, right, longer=False)
        )

    def begins_longer_word(self, part: str) -> bool:
        """Whether some word of the document begins with all of a part, and goes on for four letters or more."""
        return any(word.startswith(part) and len(word) >= len(part) + 4 for word in self.counts)

    def _chance(self, word: str) -> float:
        total = self.counts.total()
        seen = total / (total + _UNSEEN)
        return seen * self.counts[word] / max(1, total) + (1 - seen) * self._letters.chance(word)

    def _follows(self, word: str, ending: str, *, longer: bool) -> float:
        """How likely a word follows one that is the ending itself, or a longer one that ends so."""

        def fits(other: str) -> bool:
            return other.endswith(ending) and len(other) > len(ending) + 2 if longer else other == ending

        before = sum(count for other, count in self.counts.items() if fits(other))
        both = sum(count for (other, then), count in self._pairs.items() if then == word and fits(other))
        usual = (self.counts[word] + 1) / (self.counts.total() + 1)
        return (both + _NEIGHBOURS * usual) / (before + _NEIGHBOURS)

    @cached_property
    def _letters(self) -> Letters:
        return Letters(sorted(self.counts))
