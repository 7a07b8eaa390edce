# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""The glossary: what the report's abbreviations, organisations, laws and jargon mean, and where they stand.

The explanations are data (`data/terms.toml`). A question asks for a term when its wording does ("wat is X", "waar staat
X voor") and X is a term, one of its forms, or a typing error of one.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.folding import fold
from index.places import DATA
from ingest.records import Measure

SOURCES = {"rapportage": "zo staat het in de rapportage", "algemeen": "algemene kennis over de overheid"}
SHORTEST_TYPO = 4  # letters: of three letters every error is another abbreviation
TWO_TYPOS = 9
_JUNK = re.compile(r"[^a-z0-9+]+")
_ARTICLE = re.compile(
    r"^(?:(?:de|het|een|die|dat|deze|dit|'t|the|zo'n|al die|dan|nou|precies|eigenlijk|begrip|woord|term|afkorting|"
    r"letters|naam|term|organisatie|wet|stichting)\s+)+"
)
_ARTICLES = frozenset(("de", "het", "een", "die", "dat"))
_TAIL = re.compile(
    r"\s+(?:eigenlijk|precies|nou|nu|dan|ook al weer|ook alweer|alweer|hier|in (?:de|het|deze|dit|die) (?:rapportage|"
    r"document|bijlage|tabel|tabellen|lijst|kolom(?: \w+)?|stuk|context)|in dit verband|precies in|voor (?:iets|een "
    r"\w+|organisatie|club|ding|begrip|afkorting|wet|ministerie|departement|instantie|instelling|programma|directie|afdeling|iemand|club|clubje|persoon|partij|land|eiland|figuur)|in (?:gewone|normale|simpele) (?:taal|woorden)|volgens (?:de|het) "
    r"(?:rapportage|rapport|document|bijlage)|precies voor|op zich|daar|bij .{1,40}|achter .{1,40}|voor mij|aub|"
    r"alsjeblieft|graag|toch|weer|genoemd|mee|er)$"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the glossary."""

    term: str
    explanation: str
    kind: str  # begrip, document, gebied, ministerie, organisatie, persoon, programma, wet
    source: str  # rapportage, algemeen
    forms: tuple[str, ...] = ()
    stands_for: str | None = None
    in_report: tuple[str, ...] = ()  # the words by which its measures are found; () where the report does not print it
    see: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything by which it is asked for."""
        return (self.term, *self.forms, *((self.stands_for,) if self.stands_for else ()))


@dataclass(frozen=True, eq=False)
class Glossary:
    """All terms, to be asked for by any of their names. Build it once."""

    terms: tuple[Term, ...]
    by_name: Mapping[str, Term]
    by_printed: Mapping[str, Term]  # as `by_name`, with capitals told apart: "DE" is no article

    @cached_property
    def _with_commas(self) -> re.Pattern[str]:
        names = sorted({name for name in self.by_printed if ", " in name}, key=len, reverse=True)
        return re.compile("|".join(re.escape(name) for name in names) or r"(?!)", re.IGNORECASE)

    @cached_property
    def spelled(self) -> frozenset[str]:
        """All names as they are written, without capitals."""
        return frozenset(name.lower() for name in self.by_printed)

    def names_whole(self, message: str) -> str:
        """A message in which names that have a comma in them stand without it: "Onderwijs, Cultuur en Wetenschap"."""
        return self._with_commas.sub(lambda match: match.group().replace(", ", " "), message)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Glossary":
        """The glossary of these terms; of two with one name the first has it, a term's own name before all forms."""
        entries = tuple(terms)
        names: dict[str, Term] = {}
        printed: dict[str, Term] = {}
        for name_of in (lambda t: (t.term,), lambda t: t.names):
            for term in entries:
                for name in name_of(term):
                    names.setdefault(key(name), term)
                    printed.setdefault(name, term)
        names.pop("", None)
        return cls(entries, names, printed)

    def find(self, name: str, *, typos: bool = True) -> Term | None:
        """The term of a name, also misspelt; None when it is no term."""
        bare = name.strip(" \"'“”‘’?.!,;:()")
        if bare in self.by_printed:
            return self.by_printed[bare]
        if bare in _ARTICLES:  # "DE" is a term, and "de" is not
            return None
        for candidate in _candidates(name):
            if candidate in self.by_name:
                return self.by_name[candidate]
        if not typos:
            return None
        for candidate in _candidates(name):
            if len(candidate) < SHORTEST_TYPO:
                continue
            limit = 2 if len(candidate) >= TWO_TYPOS else 1
            best = process.extractOne(candidate, self.by_name.keys(), scorer=OSA.distance, score_cutoff=limit)
            if best is not None and abs(len(best[0]) - len(candidate)) <= limit and len(best[0]) >= SHORTEST_TYPO:
                return self.by_name[best[0]]
        return None


def key(name: str) -> str:
    """A name as it is compared: folded, letters, digits and + only; "n.v.t." and "NVT" are the same."""
    return _JUNK.sub("", fold(name))


def _candidates(name: str) -> list[str]:
    """The keys of a name: as it stands, without article, without a tail such as "eigenlijk", singular."""
    plain = fold(name).strip(" \"'?.!,;:()")
    forms = [plain]
    for _ in range(3):
        shorter = _TAIL.sub("", forms[-1])
        if shorter == forms[-1]:
            break
        forms.append(shorter)
    forms += [re.sub(r"^(?:de|het|een|'t) ", "", form) for form in forms]  # "de Wet inburgering": "wet" is part of it
    forms += [_ARTICLE.sub("", form) for form in forms]
    forms += [re.sub(r"[\s'\"]*(?:19|20)\d\d.*$", "", form) for form in forms if re.search(r"(?:19|20)\d\d", form)]
    found = [key(form) for form in forms]
    found += [form.removesuffix(ending) for form in list(found) for ending in ("en", "s", "e") if len(form) > 5]
    return [form for n, form in enumerate(found) if form and form not in found[:n]]


def read_terms(path: Path | None = None) -> tuple[Term, ...]:
    """The terms of `data/terms.toml`, in its order."""
    content = tomllib.loads((path or DATA / "terms.toml").read_text(encoding="utf-8"))
    terms = tuple(_term(entry) for entry in content["term"])
    known = {key(name) for term in terms for name in term.names}
    return (*terms, *(term for term in _ministries() if key(term.term) not in known))


def _ministries() -> tuple[Term, ...]:
    """Every code of a ministry as a term, for those that the glossary does not explain."""
    entries = tomllib.loads((DATA / "ministries.toml").read_text(encoding="utf-8"))["ministry"]
    return tuple(
        Term(
            term=code,
            explanation=f"{code} is het ministerie van {entry['name']}."
            if code == entry["code"]
            else f"{code} is een andere naam of een andere tijd van het ministerie dat hier {entry['code']} heet: {entry['name']}.",
            kind="ministerie",
            source="algemeen",
            stands_for=entry["name"] if code == entry["code"] else None,
            in_report=(code,),
        )
        for entry in entries
        for code in dict.fromkeys((entry["code"], *entry["codes"]))
    )


def _term(entry: Mapping[str, Any]) -> Term:
    return Term(
        term=entry["term"],
        explanation=entry["explanation"],
        kind=entry["kind"],
        source=entry["source"],
        forms=tuple(entry.get("forms", ())),
        stands_for=entry.get("stands_for"),
        in_report=tuple(entry.get("in_report", (entry["term"], *entry.get("forms", ())))),
        see=tuple(entry.get("see", ())),
    )


def occurrences(term: Term, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures in whose row the term is printed, in printed order."""
    return printed_in(term.in_report, measures)


def printed_in(words: Sequence[str], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures in whose row any of the words is printed; short abbreviations with their capitals."""
    if not words:
        return ()
    exact = [re.escape(word) for word in words if _is_abbreviation(word)]
    loose = [re.escape(fold(word)) for word in words if not _is_abbreviation(word)]
    strict = re.compile(rf"(?<!\w)(?:{'|'.join(exact)})(?!\w)") if exact else None
    folded = re.compile(rf"(?<!\w)(?:{'|'.join(loose)})") if loose else None
    found = []
    for measure in measures:
        row = " | ".join((measure.heading, measure.title, measure.deadline.text, measure.who, measure.explanation))
        if (strict and strict.search(row)) or (folded and folded.search(fold(row))):
            found.append(measure)
    return tuple(found)


def in_title(term: Term, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures whose own title prints the term."""
    names = (*term.in_report, term.term)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(fold(name))}(?!\w)" for name in names))
    return tuple(measure for measure in measures if pattern.search(fold(measure.title)))


def _is_abbreviation(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return len(word) <= 8 and sum(character.isupper() for character in letters) * 2 >= len(letters) > 0
