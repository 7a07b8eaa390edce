"""Marks in a text the words that a question sought, by their Dutch stem, so that "meisjes" marks "meisje" too."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHORTEST = 3  # letters; shorter words ("de", "en", "op") carry no subject
_SHORTEST_PART = 6  # letters of a stem that is sought within compounds: "mantelzorg" in "mantelzorgers"


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    import tomllib

    from index.places import DATA

    path = DATA / "stopwords.toml"
    lists = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return frozenset(word for value in lists.values() if isinstance(value, list) for word in value)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return _stemmer().stemWord(word.lower())  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _stemmer() -> "Stemmer.Stemmer":  # type: ignore[name-defined]  # noqa: F821
    import Stemmer

    return Stemmer.Stemmer("dutch")


def sought_stems(words: str) -> frozenset[str]:
    """The stems of the words that carry the subject."""
    found = (word.lower() for word in _WORD.findall(words))
    return frozenset(_stem(word) for word in found if len(word) >= _SHORTEST and word not in _stop_words())


def marked(text: str, stems: frozenset[str]) -> Markup:
    """The text, escaped, with every sought word in a mark: by its stem, or as part of a compound."""
    if not stems:
        return escape(text)
    within = [stem for stem in stems if len(stem) >= _SHORTEST_PART]
    parts: list[Markup] = []
    last = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if _stem(word) in stems or any(stem in word.lower() for stem in within):
            parts += [escape(text[last : match.start()]), Markup("<mark>{}</mark>").format(word)]
            last = match.end()
    parts.append(escape(text[last:]))
    return Markup("").join(parts)
