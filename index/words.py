"""Text to words as they are compared: folded, without stop words, as Dutch stems, character 4-grams and parts."""

import re
import threading
import tomllib
from collections.abc import Iterable
from functools import lru_cache

from index.folding import fold
from index.places import DATA

GRAM = 4  # letters; 4-grams found 0.61 of the first hits on lay questions, stems alone 0.42 (notes on retrieval)
SHORTEST_PART = 4  # letters of a part of a compound
LINKS = ("", "s", "e", "en", "n", "er")  # what Dutch puts between the parts of a compound
_WORD = re.compile(r"[a-z0-9]+(?:[&][a-z0-9]+)*")
_LHBTI = re.compile(r"\b(?:lhbt[a-z]*|lgbt[a-z]*|glbt[a-z]*|lhtb[a-z]*|lbht[a-z]*)\b\+?(?:'?ers?\b)?")
_local = threading.local()


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that say nothing about a topic: function words, and the words in which questions are put."""
    groups = tomllib.loads((DATA / "stopwords.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in groups.values() for word in words)


def words(text: str) -> list[str]:
    """All words, folded, in order; the many spellings of lhbtiq+ become one word, and "sex" is spelt "seks"."""
    return [word.replace("sex", "seks") for word in _WORD.findall(_LHBTI.sub(" lhbti ", fold(text)))]


def content_words(text: str) -> list[str]:
    """The words that say what a text is about, folded, in order."""
    stop = stop_words()
    return [word for word in words(text) if word not in stop and (len(word) > 1 or word.isdigit())]


def stem(word: str) -> str:
    """The Dutch Snowball stem; "vrouwen" and "vrouw" become the same."""
    return _stem(word)


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    if not hasattr(_local, "stemmer"):
        import Stemmer

        _local.stemmer = Stemmer.Stemmer("dutch")  # one for each thread: it keeps state
    return str(_local.stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """The stems of the content words, in order."""
    return [stem(word) for word in content_words(text)]


def grams(text: str) -> list[str]:
    """Character 4-grams of the content words, each word between marks: "wet" gives "_wet" and "wet_"."""
    found = []
    for word in content_words(text):
        marked = f"_{word}_"
        found += [marked[n : n + GRAM] for n in range(max(1, len(marked) - GRAM + 1))]
    return found


def parts(word: str, known: Iterable[str] | frozenset[str]) -> tuple[str, ...]:
    """The stems of the parts of a compound, where all parts are known words; () where it is none.

    "zwangerschapsdiscriminatie" gives the stems of "zwangerschap" and "discriminatie". Of several ways to cut, the one
    with the longest first part wins.

    Args:
        word: folded.
        known: stems that occur by themselves.
    """
    vocabulary = known if isinstance(known, frozenset) else frozenset(known)
    return _split(word, vocabulary, 3)


def _split(word: str, known: frozenset[str], most: int) -> tuple[str, ...]:
    for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        rest = word[cut:]
        for link in LINKS:
            if not word[:cut].endswith(link) or cut - len(link) < SHORTEST_PART:
                continue
            first = stem(word[: cut - len(link)])
            if first not in known:
                continue
            if stem(rest) in known:
                return (first, stem(rest))
            if most > 2 and (more := _split(rest, known, most - 1)):
                return (first, *more)
    return ()
