"""The thesaurus: lay word, formal word, abbreviation and English word of one concept, as data."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.faults import IndexFault
from index.words import stems

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that people have several words for."""

    name: str
    terms: tuple[str, ...]  # Dutch: synonyms, lay words, abbreviations
    english: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()  # names of concepts
    related: tuple[str, ...] = ()  # names of concepts


@dataclass(frozen=True, slots=True)
class Match:
    """A concept that a question names: by which of the question's stems, and by what other stems it is found."""

    concept: str
    first: int  # the question's stems [first, last) name it
    last: int
    named: Stems  # those stems
    others: tuple[Stems, ...]  # its other terms, each as stems


@dataclass(frozen=True, eq=False)
class Thesaurus:
    """All concepts, found by the stems of their terms."""

    concepts: tuple[Concept, ...]
    by_stems: dict[Stems, tuple[int, ...]] = field(default_factory=dict)  # a term's stems -> concepts
    terms: tuple[tuple[Stems, ...], ...] = ()  # of each concept, its terms as stems, each once
    longest: int = 1  # stems of the longest term

    @classmethod
    def from_concepts(cls, concepts: Sequence[Concept]) -> "Thesaurus":
        """The concepts with their terms made comparable."""
        by_stems: dict[Stems, list[int]] = {}
        terms = []
        for number, concept in enumerate(concepts):
            own = dict.fromkeys(
                key for term in (concept.name, *concept.terms, *concept.english) if (key := tuple(stems(term)))
            )
            for key in own:
                by_stems.setdefault(key, []).append(number)
            terms.append(tuple(own))
        return cls(
            tuple(concepts),
            {key: tuple(dict.fromkeys(numbers)) for key, numbers in by_stems.items()},
            tuple(terms),
            max((len(key) for key in by_stems), default=1),
        )

    def matches(self, question: Sequence[str]) -> list[Match]:
        """The concepts that the stems of a question name, in order; where terms overlap, the longest."""
        found, place = [], 0
        while place < len(question):
            for size in range(min(self.longest, len(question) - place), 0, -1):
                key = tuple(question[place : place + size])
                if key in self.by_stems:
                    for number in self.by_stems[key]:
                        others = tuple(term for term in self.terms[number] if term != key)
                        found.append(Match(self.concepts[number].name, place, place + size, key, others))
                    place += size - 1
                    break
            place += 1
        return found


def read_thesaurus(path: Path) -> Thesaurus:
    """The concepts of a TOML file of [[concept]] tables; no file gives an empty thesaurus."""
    if not path.is_file():
        return Thesaurus.from_concepts(())
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8")).get("concept", [])
        return Thesaurus.from_concepts(
            [
                Concept(
                    entry["name"],
                    tuple(entry.get("terms", ())),
                    tuple(entry.get("english", ())),
                    tuple(entry.get("broader", ())),
                    tuple(entry.get("related", ())),
                )
                for entry in entries
            ]
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise IndexFault(
            f"{path.name} is geen goede thesaurus ({error}): verwacht per begrip [[concept]] met name en terms."
        ) from error
