"""Questions about what stands in another plan or paper, which no report names: "welke acties telt het Actieplan X?"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from app.onboarding.phrases import table
from index.folding import fold
from index.words import stop_words
from ingest.records import Measure

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\b")
_WORD = re.compile(r"[a-z0-9+-]+")
SHORTEST = 3  # letters of a word that tells one plan from another


def paper_not_named(message: str, measures: Sequence[Measure]) -> str | None:
    """The name of the plan whose contents are asked for, as typed, where no measure has all of its words; else None."""
    words = table("outside.toml")["other_papers"]
    asked, named = _rules()
    text = message.strip()
    if not isinstance(words, dict) or not asked.search(fold(text)):
        return None
    match = named.search(text)
    if match is None:
        return None
    name = match["name"].strip(" ?!.,")
    telling = _telling(name)
    if len(telling) < 2:  # "het actieplan" alone is no name
        return None
    return None if any(_has_all(measure, telling) for measure in measures) else name


def _telling(name: str) -> tuple[str, ...]:
    found = _WORD.findall(fold(_YEARS.sub(" ", name)))
    return tuple(word for word in found if len(word) >= SHORTEST and word not in stop_words())


def _has_all(measure: Measure, words: Sequence[str]) -> bool:
    """Whether the text of a measure has every word, or one that begins as it does: "nationale", "Nationaal"."""
    text = fold(f"{measure.title} {measure.heading} {measure.explanation}")
    return all(re.search(rf"(?<![a-z]){re.escape(word[: max(5, len(word) - 3)])}", text) for word in words)


@lru_cache(maxsize=1)
def _rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("outside.toml")["other_papers"]
    if not isinstance(words, dict):
        raise TypeError("data/outside.toml: expected a table [other_papers]")
    asked = re.compile("|".join(words["asked"]))
    nouns = "|".join(words["nouns"])
    capitals = r"(?:[A-Z][\w’'-]*,? (?:en |of )?)*"
    behind = r"(?: (?!lopen|loopt|zijn|is|staat|staan)[^?!.]+)?"
    named = re.compile(rf"\b(?:[Hh]et|[Dd]e) (?P<name>{capitals}(?:[\w’'-]*(?:{nouns}))\b{behind})")
    return asked, named
