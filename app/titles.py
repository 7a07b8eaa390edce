"""Which measures a text names: by number, or by a title that is abbreviated, garbled, misspelt or only partly given.

Words of the text are matched with the words of the titles: the same, the same stem, a typing error away, or part of
a compound. A title's score is mostly how much of what the text says is in the title, each word weighed by how few
titles have it. Nothing is named when no title fits; two titles that fit equally are both named.
"""

import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from index.folding import fold
from index.kinds import kinds, measure_kinds
from index.places import DATA
from index.words import parts, stem, words
from ingest.records import Measure

LEAST_SCORE = 0.5  # the share of tests/app/namings.tsv found, and of topics not taken for a title, is best from here
SAME_SCORE = 0.02  # titles this close together fit equally
LEAST_EVIDENCE = 0.8  # of the weight of the rarest word: a word that three titles have names none of them alone
LEAST_EVIDENCE_OF_MOST = 0.55  # the same where most of the title is said
SAME_SCORE_OF_ONE_WORD = 0.15  # "kinderopvang" stands in three titles: all are meant
MOST_TEXT = 2000  # characters; nobody names a measure in more
NUMBER_SCORE = 2.0  # a number is certain; a score by words is at most 1

_TEXT_SHARE = 0.75  # what the text says that is in the title, against what of the title is said
_CONTEXT = {"heading": 0.6, "when": 0.6, "explanation": 0.35}  # a word of the text that stands elsewhere in the row
_WORD = re.compile(r"\w+")
_NO_AMOUNT = r"(?![\d.]*\d|,\d|\s*(?:%|(?:procent|miljoen|miljard|uur|fte)\b))"
_NUMBER = re.compile(rf"(?<![\d.,:])(?:(\d{{4}}):)?(\d{{1,2}}\.\d{{1,3}}){_NO_AMOUNT}")
_CLAUSE_END = re.compile(r"[.?!:;]\s+")
_MOST_CLAUSES = 12
_MOST_OF_TITLE = 0.6  # so much of a title needs no further evidence
_SURE = 0.9  # the same word, but for its form or a typing error
_SURE_OF_PART = 0.6
_HALF = 0.5  # a part of a compound of the text
_PAIR_LENGTH = 8
_TYPO = 80  # rapidfuzz ratio from which two words may be one with a typing error
_TYPO_LENGTH = 5
_PART_LENGTH = 5  # letters of a word that may be part of a compound
_SAME_BEGIN = 6  # letters with which two forms of one word begin alike: "implementeren", "implementatie"


@dataclass(frozen=True, slots=True)
class Named:
    """A measure that a text names."""

    row: int
    score: float  # 2.0 by number; by title at most 1, higher is nearer
    span: tuple[int, int]  # the characters of the text that name it


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Fit:
    named: Named
    by_one_word: bool  # of a title with more words


@dataclass(frozen=True, eq=False)
class Titles:
    """The titles of measures, with their words looked up from all sides; built once for a set of measures."""

    measures: Sequence[Measure]
    words: tuple[tuple[str, ...], ...]  # of each title, each word once
    rows: dict[str, tuple[int, ...]]  # word -> rows whose title has it
    weight: dict[str, float]
    stems: dict[str, tuple[str, ...]]  # stem -> words
    begins: dict[str, tuple[str, ...]]  # beginning -> words
    ends: dict[str, tuple[str, ...]]
    joined: dict[str, tuple[str, ...]]  # two neighbouring words of a title as one -> both words
    context: tuple[dict[str, float], ...]  # of each row: stem -> credit, where the word stands outside the title

    @classmethod
    def of(cls, measures: Sequence[Measure]) -> "Titles":
        """The titles of measures, in their order."""
        plain = [[w for w in words(m.title) if w not in _function_words()] for m in measures]
        unique = tuple(tuple(dict.fromkeys(p)) for p in plain)
        rows: dict[str, list[int]] = defaultdict(list)
        for row, title in enumerate(unique):
            for word in title:
                rows[word].append(row)
        stems: dict[str, list[str]] = defaultdict(list)
        begins: dict[str, list[str]] = defaultdict(list)
        ends: dict[str, list[str]] = defaultdict(list)
        for word in rows:
            stems[stem(word)].append(word)
            for length in range(_PART_LENGTH, len(word) + 1):
                begins[word[:length]].append(word)
                ends[word[-length:]].append(word)
        by_stem = {s: {r for w in ws for r in rows[w]} for s, ws in stems.items()}
        count = max(1, len(measures))
        joined: dict[str, tuple[str, ...]] = {a + b: (a, b) for p in plain for a, b in pairwise(p)}
        return cls(
            measures=measures,
            words=unique,
            rows={w: tuple(r) for w, r in rows.items()},
            weight={w: math.log(1 + count / len(by_stem[stem(w)])) for w in rows},
            stems={s: tuple(w) for s, w in stems.items()},
            begins={s: tuple(w) for s, w in begins.items()},
            ends={s: tuple(w) for s, w in ends.items()},
            joined=joined,
            context=tuple(_context(m) for m in measures),
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """The stems of all titles."""
        return frozenset(self.stems)

    @property
    def heaviest(self) -> float:
        """The weight of a word that one title has."""
        return math.log(1 + max(1, len(self.measures)))

    def rarity(self, found: Mapping[str, float]) -> float:
        """The weight of a word by how few titles have it, or have it in a compound; of an unknown word the heaviest."""
        least = _SURE if max(found.values(), default=0.0) >= _SURE else _SURE_OF_PART
        among = {row for other, alike in found.items() if alike >= least for row in self.rows[other]}
        return math.log(1 + len(self.measures) / len(among)) if among else self.heaviest

    def alike(self, word: str) -> dict[str, float]:
        """The words of titles that may be meant by a word, each with how alike they are, from 0 to 1."""
        found: dict[str, float] = {}

        def note(other: str, likeness: float) -> None:
            found[other] = max(found.get(other, 0.0), likeness)

        for other in self.stems.get(stem(word), ()):
            note(other, 0.95)
        if len(word) >= _PART_LENGTH:
            for other in (*self.begins.get(word, ()), *self.ends.get(word, ())):
                note(other, 0.55 + 0.35 * len(word) / len(other))
            for length in range(_PART_LENGTH, len(word)):
                for part in (word[:length], word[-length:]):
                    if part in self.rows:  # the title lacks the rest of what is said
                        note(part, 0.7 * length / len(word))
            if word not in self.rows:
                for part in parts(word, self.known):
                    for other in self.stems[part]:
                        note(other, _HALF)
            for other in self.begins.get(word[:_SAME_BEGIN], ()):
                same = _common(word, other)
                if same >= _SAME_BEGIN and same >= 0.6 * max(len(word), len(other)):
                    note(other, 0.8)
        if len(word) >= _TYPO_LENGTH:
            for other, likeness in self._near(word):
                if len(other) >= _TYPO_LENGTH:
                    note(other, likeness)
        if word in self.rows:
            found[word] = 1.0
        return found

    def _near(self, word: str) -> list[tuple[str, float]]:
        from rapidfuzz import fuzz, process

        hits = process.extract(word, list(self.rows), scorer=fuzz.ratio, score_cutoff=_TYPO, limit=8)
        return [(str(other), 0.95 * ratio / 100) for other, ratio, _ in hits]


def _common(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    for n, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return n
    return min(len(one), len(other))


def _context(measure: Measure) -> dict[str, float]:
    texts = {"explanation": measure.explanation, "heading": measure.heading, "when": measure.deadline.text}
    return {stem(word): _CONTEXT[name] for name, text in texts.items() for word in words(text)}


@lru_cache(maxsize=1)
def _word_lists() -> Mapping[str, frozenset[str]]:
    lists = tomllib.loads((DATA / "naming.toml").read_text(encoding="utf-8"))
    return {name: frozenset(entries) for name, entries in lists.items()}


def _function_words() -> frozenset[str]:
    return _word_lists()["function_words"]


_cache: dict[int, Titles] = {}
_CACHED = 4  # sets of measures; each keeps its measures alive, so that an id is never given to others


def titles_of(measures: Sequence[Measure]) -> Titles:
    """The titles of these measures, built the first time that they are asked for."""
    known = _cache.get(id(measures))
    if known is None:
        known = Titles.of(measures)
        while len(_cache) >= _CACHED:
            _cache.pop(next(iter(_cache)))
        _cache[id(measures)] = known
    return known


def named_measures(text: str, measures: Sequence[Measure]) -> tuple[Named, ...]:
    """The measures that the text names, best first; on a tie the lower row.

    By number all that are named; else by title the one that fits best, with those that fit equally well; () when
    none does.
    """
    text = text[:MOST_TEXT]
    return _by_number(text, measures) or _of_kind_said(text, _by_title(text, titles_of(measures)), measures)


def _of_kind_said(text: str, named: tuple[Named, ...], measures: Sequence[Measure]) -> tuple[Named, ...]:
    """Of several that fit those of the kind with whose word the text begins: "de pilot om ..."; all where none is."""
    head = next((word for word in words(fold(text)) if word not in _function_words()), "")
    key = next((kind.key for kind in kinds() if head in kind.words), None)
    if key is None or len(named) < 2:
        return named
    return tuple(found for found in named if key in measure_kinds(measures[found.row]).certain) or named


def _by_number(text: str, measures: Sequence[Measure]) -> tuple[Named, ...]:
    found: dict[int, Named] = {}
    matches = list(_NUMBER.finditer(text))
    if not matches:
        return ()
    for match in matches:
        for row, measure in enumerate(measures):
            if measure.id == match[2] and match[1] in (None, measure.report):
                found.setdefault(row, Named(row, NUMBER_SCORE, match.span()))
    return tuple(found.values())


def _content(text: str) -> list[_Word]:
    """The words of the text that may name something, with their place in it."""
    found = []
    for match in _WORD.finditer(text):
        for word in words(fold(match.group())):
            if word not in _function_words():
                found.append(_Word(word, match.start(), match.end()))
    return found


def _by_title(text: str, titles: Titles) -> tuple[Named, ...]:
    """The best of the whole text and of each of its clauses: "Ik ben nieuw hier. Wie gaat over ...?"."""
    best: tuple[Named, ...] = ()
    for start, end in _clauses(text):
        found = _in_clause([word for word in _content(text[:end]) if word.start >= start], titles)
        if found and (not best or found[0].score > best[0].score):
            best = found
    return best


def _clauses(text: str) -> list[tuple[int, int]]:
    """The whole text, and where it has more than one clause, each of these."""
    cuts = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    clauses = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]
    return [(0, len(text)), *(clauses[:_MOST_CLAUSES] if len(clauses) > 1 else ())]


def _in_clause(said: Sequence[_Word], titles: Titles) -> tuple[Named, ...]:
    found = _meant(said, titles)
    rows = {row for alike in found for other in alike for row in titles.rows[other]}
    weights = [titles.rarity(alike) for alike in found]
    scored = [_score(row, said, found, weights, titles) for row in sorted(rows)]
    fits = sorted((fit for fit in scored if fit is not None), key=lambda fit: (-fit.named.score, fit.named.row))
    if not fits:
        return ()
    margin = SAME_SCORE_OF_ONE_WORD if fits[0].by_one_word else SAME_SCORE
    return tuple(fit.named for fit in fits if fit.named.score >= fits[0].named.score - margin)


def _meant(said: Sequence[_Word], titles: Titles) -> list[dict[str, float]]:
    """For each word of the text the words of titles that it may mean, also where it is written as two or two as one."""
    found = [titles.alike(word.text) for word in said]
    for n in range(len(said) - 1):
        pair = said[n].text + said[n + 1].text
        if len(pair) < _PAIR_LENGTH:
            continue
        for other, alike in titles.alike(pair).items():
            if alike >= _SURE and len(other) >= _PAIR_LENGTH:  # "loon transparantie": both words say the one
                for place in (n, n + 1):
                    found[place][other] = max(found[place].get(other, 0.0), alike)
    for n, word in enumerate(said):
        both = titles.joined.get(word.text)  # "kandidaatlidstaten": the word says both
        halves = both or (parts(word.text, titles.known) if word.text not in titles.rows else ())
        for other in both or [other for half in halves for other in titles.stems[half]]:
            found[n][other] = max(found[n].get(other, 0.0), 0.95 if both else _HALF)
    return found


def _score(
    row: int,
    said: Sequence[_Word],
    meant: Sequence[dict[str, float]],
    weights: Sequence[float],
    titles: Titles,
) -> _Fit | None:
    """How well the title of a row fits; `None` where it does not."""
    asked, title = _word_lists()["asked"], titles.words[row]
    covered = dict.fromkeys(title, 0.0)
    text_weight = matched = evidence = 0.0
    naming = 0  # words that tell this title from others
    places: list[_Word] = []
    for word, found, weight in zip(said, meant, weights, strict=True):
        among = [w for w in title if w in found]
        alike = min(1.0, _together([found[w] for w in among]))
        if word.text in asked and alike < 1.0:
            continue
        text_weight += weight
        if not among:
            matched += weight * titles.context[row].get(stem(word.text), 0.0)
            continue
        matched += weight * alike
        if word.text not in asked:
            evidence += weight * alike
            naming += 1
        for w in among:
            covered[w] = max(covered[w], found[w])
        places.append(word)
    if not places:
        return None
    title_weight = sum(titles.weight[w] for w in title)
    said_of_title = sum(titles.weight[w] * alike for w, alike in covered.items()) / title_weight
    score = _TEXT_SHARE * matched / text_weight + (1 - _TEXT_SHARE) * said_of_title
    most = said_of_title >= _MOST_OF_TITLE
    if score < LEAST_SCORE or evidence < (LEAST_EVIDENCE_OF_MOST if most else LEAST_EVIDENCE) * titles.heaviest:
        return None
    span = places[0].start, max(word.end for word in places)
    return _Fit(Named(row, score, span), by_one_word=naming == 1 and not most)


def _together(likeness: Sequence[float]) -> float:
    """How far a word is in the title: by its best counterpart, or by its parts, each in a word of its own."""
    halves = [alike for alike in likeness if alike == _HALF]
    return max(max(likeness, default=0.0), 0.85 if len(halves) > 1 else 0.0)
