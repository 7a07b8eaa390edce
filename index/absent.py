"""Subjects that a question names by their own word and that the reports do not treat.

A question may be made of words that the reports know but for one: "antisemitisme op universiteiten". Its vector is near
to what the reports say of universities, and yet it asks after something else. The words that name subjects stand in
`data/named_subjects.toml`; which of the subjects are treated follows from the words of the reports.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

from index.contents import Index
from index.places import DATA
from index.subjects import together
from index.words import content_words, stem, stems

NAMED = DATA / "named_subjects.toml"
LONG = 6  # letters from which a word also stands for the compounds that it is part of

Stems = tuple[str, ...]


@lru_cache(maxsize=4)
def read_named(path: Path = NAMED) -> tuple[tuple[Stems, ...], ...]:
    """Of each subject the words that name it, as stems; no file gives none."""
    if not path.is_file():
        return ()
    groups = tomllib.loads(path.read_text(encoding="utf-8"))["named"]
    return tuple(
        found for group in groups if (found := tuple(dict.fromkeys(key for t in group if (key := tuple(stems(t))))))
    )


def names_absent(index: Index, question: str) -> bool:
    """Whether the question names a subject that no report treats.

    Args:
        index: what the reports say; editorial questions do not count, as they may use a word for something near by.
        question: as it was put, or the words of its topic.
    """
    asked = [stem(word) for word in content_words(question)]
    said = " ".join(asked)
    return any(
        any(_holds(asked, said, term) for term in group) and not any(_treats(index, term) for term in group)
        for group in read_named()
    )


def _holds(asked: list[str], said: str, term: Stems) -> bool:
    """Whether the words stand in the question next to each other, or the one word within a compound."""
    size = len(term)
    if term[0] not in said:  # most subjects: looked at by letter before word by word
        return False
    if any(tuple(asked[n : n + size]) == term for n in range(len(asked) - size + 1)):
        return True
    return size == 1 and len(term[0]) >= LONG and any(key.startswith(term[0]) for key in asked)


def _treats(index: Index, term: Stems) -> bool:
    """Whether all words of the term stand in one text, or the one word within a compound."""
    words = index.words["stem"]
    if len(together(words, term)):
        return True
    return len(term) == 1 and len(term[0]) >= LONG and any(term[0] in key for key in words.vocabulary)
