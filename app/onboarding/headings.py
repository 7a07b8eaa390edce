"""Questions about a column of the tables: what stands in it, or what its heading means."""

import re
from functools import lru_cache

from app.onboarding.parts import says_nothing
from app.onboarding.phrases import table
from index.folding import fold

_ASKS = re.compile(r"\b(?:wat|waar\w*|welke?|hoe|uitleg|leg|betekenis|wie)\b")
_SINGLED = re.compile(  # a heading between quotation marks, or with a capital behind "onder": "Wat staat er onder Wie?"
    r"[\"'“‘„]([^\"'“”‘’„]{3,20})[\"'”’]|\b(?:onder|boven) ([A-Z][a-z]+(?: van zaken)?)"
)
_EDGE = " \"'“”‘’„()?!.,:;"


def column_explained(name: str) -> str:
    """What a column is for, by its name in `columns.toml`."""
    return str(table("headings.toml")[name])


def heading_answer(question: str) -> str | None:
    """What a column is for; None where the question names no column, or asks for more than that."""
    words = [word.strip(_EDGE) for word in fold(question).replace("-kolom", " kolom").split()]
    plain = " ".join(word for word in words if word)
    columns = set(_list("headings.toml", "column"))
    quoted = {fold(a or b) for a, b in _SINGLED.findall(question)}
    if not (columns & set(words) or quoted) or not _ASKS.search(plain):
        return None
    for name, place in _numbered():
        match = place.search(plain)
        rest = [*plain[: match.start()].split(), *plain[match.end() :].split()] if match else []
        if match and says_nothing([w for w in rest if w not in {*columns, *_list("headings.toml", "filler")}]):
            return column_explained(name)
    for name, forms in _headings():
        for form in forms:
            match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", plain)
            if match is None or not (form in quoted or _beside(plain, match, columns)):
                continue
            rest = [*plain[: match.start()].split(), *plain[match.end() :].split()]
            allowed = columns | set(_list("headings.toml", "filler"))
            if says_nothing([w for w in rest if w not in allowed]) and not _names_a_value(question, form):
                return column_explained(name)
    return None


@lru_cache(maxsize=1)
def _numbered() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The columns as they are named by their place: "de tweede kolom"."""
    order, places = _list("headings.toml", "order"), _list("headings.toml", "places")
    return tuple((name, re.compile(rf"\b(?:{words}) kolom\b")) for name, words in zip(order, places, strict=True))


def _beside(plain: str, match: re.Match[str], columns: set[str]) -> bool:
    """Whether a word for a column stands near a heading: "de kolom met Wie", "Stavaza, wat is dat voor kolomkop"."""
    near = [*plain[: match.start()].split()[-3:], *plain[match.end() :].split()[:6]]
    return bool(columns & set(near))


def _names_a_value(question: str, form: str) -> bool:
    """Whether a word in the question is printed as what stands in a cell: "Loopt in de kolom Wanneer"."""
    inside = [fold(word) for word in re.findall(r"(?<=[a-z,:] )[A-Z]\w*", question)]
    return any(word not in form for word in inside)


@lru_cache(maxsize=1)
def _headings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The columns with their headings, the longest heading first."""
    names = [name for name in table("columns.toml") if name in table("headings.toml")]
    return tuple((n, tuple(sorted((fold(f) for f in _list("columns.toml", n)), key=len, reverse=True))) for n in names)


def _list(file: str, name: str) -> list[str]:
    value = table(file)[name]
    if not isinstance(value, list):
        raise TypeError(f"data/{file}: expected a list for {name}, found {value!r}")
    return [str(word) for word in value]
