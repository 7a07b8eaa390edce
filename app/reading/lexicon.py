"""All words that the reader knows: the vocabulary of data/*.toml, and the names that stand in the loaded reports."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.filters.wording import MONTHS
from app.reading.line import LHBTI, rule
from app.reading.verbs import general_verbs
from index.folding import fold
from index.kinds import kinds, people_named
from index.places import DATA
from index.words import stem, stop_words
from ingest.records import Measure

SHORTEST_TYPO = 6  # letters: shorter words are too near to others ("maart", "kaart")
_FREQUENT = (  # worth mending although short
    "welke", "lopen", "loopt", "klaar", "zaken", "hebben", "thema", "meeste", "minste", "eerste", "status",
)  # fmt: skip
TWO_TYPOS = 9  # letters from which two typing errors are forgiven
PARTICLES = frozenset({"van", "de", "der", "den", "ter", "ten", "te", "el", "'t"})

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name that stands for something: a ministry, a theme, a heading, a kind, a person."""

    type: str  # "o" owner, "b" body, "m" theme, "h" heading, "k" kind, "p" person
    value: str
    ambiguous: bool = False  # also an ordinary word: needs a cue


@dataclass(frozen=True, slots=True)
class StatusSense:
    """The codes that a status phrase stands for, certainly and possibly."""

    codes: tuple[int, ...]
    possible: tuple[int, ...]
    weak: bool = False  # the phrase is said of much else as well


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the reader knows of the reports and of the language. Build it once; it is never changed."""

    names: Mapping[str, tuple[tuple[Phrase, Entry], ...]]  # first word -> phrases, longest first
    themes: tuple[str, ...]
    headings: tuple[str, ...]
    people: frozenset[str]
    ids: frozenset[str]
    report_words: frozenset[str]
    years: frozenset[str]  # the years in the reports' keys: a question about another year's report is no question here
    vocabulary: tuple[str, ...]  # words that typing errors are mended to
    ministry_codes: frozenset[str]
    body_codes: frozenset[str]
    _mended: dict[str, str] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Lexicon({len(self.ids)} ids, {len(self.names)} first words)"

    @classmethod
    def from_index(cls, measures: Sequence[Measure]) -> "Lexicon":
        """The lexicon of these measures; of none, the language alone."""
        entries: dict[Phrase, list[Entry]] = {}

        def add(name: str, entry: Entry) -> None:
            phrase = phrase_of(name)
            if phrase and entry not in entries.setdefault(phrase, []):
                entries[phrase].append(entry)

        ministries = _toml("ministries")
        for ministry in ministries["ministry"]:
            doubtful = {fold(a) for a in ministry.get("ambiguous", ())} | _AMBIGUOUS_MINISTRIES
            for name in (*ministry["names"], *ministry["codes"], ministry["name"]):
                add(name, Entry("o", ministry["code"], fold(name) in doubtful))
        for body in ministries["body"]:
            for name in (*body["names"], body["code"], body["name"]):
                add(name, Entry("b", body["code"], body["code"] in _AMBIGUOUS_BODIES))
        themes = tuple(dict.fromkeys(m.theme for m in measures))
        headings = tuple(dict.fromkeys(m.heading for m in measures if m.heading))
        for theme in themes:
            add(theme, Entry("m", theme, len(theme.split()) == 1))
            adjective = words_of_questions()["adjectives"].get(fold(theme))
            if adjective:
                add(adjective, Entry("m", theme, True))
            for part in re.split(r"\s+en\s+|,", theme):
                if part != theme:
                    add(part, Entry("m", theme, True))
        for heading in headings:
            add(heading, Entry("h", heading))
            add(re.sub(r"(?<=\w)[⁰-⁹²³¹]+", "", heading), Entry("h", heading))  # a footnote's mark is not typed
            if "/" in heading:
                add(heading.replace("/", " en "), Entry("h", heading))
                parted = tuple(re.split(r"(/)", " ".join(phrase_of(heading))))
                phrase = tuple(w for part in parted for w in part.split())
                entries.setdefault(phrase, []).append(Entry("h", heading))
        for kind in kinds():
            for word in kind.words:
                add(word, Entry("k", kind.key))
        people = frozenset(name for m in measures for name, _ in people_named(m))
        for person in people:
            words = person.split()
            add(person, Entry("p", person, len(words) > 1 and words[0] in PARTICLES and len(words[-1]) < 5))
            if words[0] in PARTICLES:
                add(words[-1], Entry("p", person, True))
        index: dict[str, list[tuple[Phrase, Entry]]] = {}
        for phrase, found in entries.items():
            for entry in found:
                index.setdefault(phrase[0], []).append((phrase, entry))
        report_words = frozenset(
            w for m in measures for w in re.findall(r"[a-z]+", fold(f"{m.title} {m.explanation} {m.heading}"))
        )
        return cls(
            names={first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in index.items()},
            themes=themes,
            headings=headings,
            people=people,
            ids=frozenset(m.id for m in measures),
            report_words=report_words,
            years=frozenset(y for m in measures for y in re.findall(r"(?:19|20)\d\d", m.report)),
            vocabulary=tuple(sorted(_mendable(entries))),
            ministry_codes=frozenset(m["code"] for m in ministries["ministry"]),
            body_codes=frozenset(b["code"] for b in ministries["body"]),
        )

    def mend(self, word: str) -> str:
        """The word as the vocabulary spells it, where it is a typing error of exactly one of its words.

        Short words, words of the reports and of the thesaurus and function words stay as they are.
        """
        if len(word) in (4, 5) and word.isalpha() and word not in self.report_words and word not in known_words():
            alike = (w for w in _FREQUENT if len(w) != len(word) or sorted(w) == sorted(word))
            return next((w for w in alike if OSA.distance(w, word, score_cutoff=1) <= 1), word)
        if len(word) < SHORTEST_TYPO or not word.isalpha() or word in self.report_words or word in known_words():
            return word
        if word in general_verbs() or word in thesaurus_words():  # "artsen" is a word, and no slip of Aartsen
            return word
        if word not in self._mended:
            if len(self._mended) > 10_000:
                self._mended.clear()
            limit = 2 if len(word) >= TWO_TYPOS and not word.startswith(_UNMENDED) else 1
            best = process.extractOne(word, self.vocabulary, scorer=OSA.distance, score_cutoff=limit)
            near = best is not None and best[0][0] == word[0] and not _inflected(word, best[0])
            if best is not None and near and _nearer_verb(word, int(best[1])):
                near = False  # "vertrekken" is nearer to "verstrekken" than to "verstreken"
            self._mended[word] = best[0] if best is not None and near else word
        return self._mended[word]

    def mend_places(self, words: Sequence[str]) -> list[str]:
        """The words with a heading's or theme's name of several words spelled as it is printed: "arbeid en zrg".

        One of its words may have an error: a long one, where the name has two.
        """
        mended = list(words)
        for name in _long_names((*self.headings, *self.themes)):
            for at in range(len(words) - len(name) + 1):
                wrong = [n for n, own in enumerate(name) if words[at + n] != own]
                if len(wrong) != 1:
                    continue
                own, word = name[wrong[0]], words[at + wrong[0]]
                allowed = 2 if len(own) >= TWO_TYPOS else 1
                if (
                    len(own) > (3 if len(name) > 2 else 7)
                    and word.isalpha()
                    and OSA.distance(own, word, score_cutoff=allowed) <= allowed
                ):
                    mended[at + wrong[0]] = own
        return mended

    def split(self, word: str) -> Sequence[str]:
        """The parts of a word that is several: "ocw-maatregelen", "ocw/vws", "sportmaatregelen"."""
        if "/" in word and word not in ("t/m", "en/of", "m/v") and not word[0].isdigit():
            parts = [p for p in re.split(r"(/)", word) if p]
            if any(len(p) == 1 and p != "/" for p in parts):
                return (word,)
            return [part for p in parts for part in (self.split(p) if "-" in p else (p,))]
        if "-" in word and not word[0].isdigit():
            left, _, right = word.rpartition("-")
            if left in self.names and any(e.type == "k" and p == (left,) for p, e in self.names[left]):
                return (left, "-", right) if right in self.people else (word,)
            if (
                (left == "niet" and right in telling_progress())
                or right in _parted()
                or (left in self.names and any(e.type == "o" and p == (left,) for p, e in self.names[left]))
            ):
                return (left, "-", right)
            return (word,)
        place = _PLACE_COMPOUND.fullmatch(word)
        for left in (place[1], place[1].removesuffix("s")) if place else ():  # "zorgthema", "veiligheidshoofdstuk"
            if place and any(len(p) == 1 and e.type == "m" for p, e in self.names.get(left, ())):
                return (left, *(("s",) if left != place[1] else ()), place[2])
        match = _COMPOUND.fullmatch(word)
        if match and f"{match[1]}s" in self.names and word.startswith(f"{match[1]}s"):  # "vwsmaatregelen"
            return (f"{match[1]}s", match[2])
        if match and word not in known_words() and len(match[1]) > 2:
            return (match[1], match[2]) if len(match[1] + match[2]) == len(word) else (match[1], "s", match[2])
        return (word,)


@lru_cache(maxsize=1)
def _long_verbs() -> tuple[str, ...]:
    return tuple(sorted(verb for verb in general_verbs() if len(verb) >= SHORTEST_TYPO - 1))


def _nearer_verb(word: str, distance: int) -> bool:
    """Whether a general verb lies nearer to the word than that many errors."""
    verbs = _long_verbs()
    return distance > 1 and process.extractOne(word, verbs, scorer=OSA.distance, score_cutoff=distance - 1) is not None


def _inflected(word: str, base: str) -> bool:
    """Whether a word is a form of another and no typing error of it: "steunt" of "steun", but not "afgerondt"."""
    ending = word.removeprefix(base) if word.startswith(base) else ""
    return ending in ("t", "te", "ten", "d", "de", "den", "en", "e") and base[-1] not in "dt"


_UNMENDED = ("financie", "economisch", "veilig")  # "financieel" is no typing error of a ministry's name
WEAK_CODES = frozenset({"fin", "def", "eli", "ez", "az", "jv"})
_COMPOUND = re.compile(r"([a-z&+]+?)s?(maatregel(?:en|s)?)")
_PLACE_COMPOUND = re.compile(r"([a-z]+?)(thema|domein|hoofdstuk|onderdeel|tabel|deel|dossier)")
_AMBIGUOUS_MINISTRIES = {
    "landbouw",
    "defensie",
    "infrastructuur",
    "waterstaat",
    "volkshuisvesting",
    "asiel en migratie",
    "klimaat en groene groei",
    "directie emancipatie",
}
_AMBIGUOUS_BODIES = {"TK", "EU", "Rotterdam"}


@lru_cache(maxsize=4)
def _long_names(names: tuple[str, ...]) -> tuple[Phrase, ...]:
    """The names of several words that are long enough to have an error, as words."""
    return tuple(
        phrase
        for phrase in map(phrase_of, names)
        if len(phrase) > 2 or (len(phrase) == 2 and min(map(len, phrase)) > 3)
    )


def phrase_of(name: str) -> Phrase:
    """A name as the words of a folded question; "+" and many spellings of lhbtiq+ as the line spells them."""
    words = re.findall(r"[^\W_]+(?:[&'.+/-]+[^\W_]+)*\+?|[,&()]", fold(name))
    return tuple("lhbti" if LHBTI.match(w) else w for w in words)


@lru_cache(maxsize=8)
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def words_of_questions() -> dict[str, Any]:
    """The vocabulary of data/reading.toml."""
    return _toml("reading")


@lru_cache(maxsize=1)
def _parted() -> frozenset[str]:
    """Words that are no part of a name before which they stand with a hyphen: "lhbti-maatregelen"."""
    return frozenset({"maatregel", "maatregelen", "acties", "deadline", "deadlines", "moties"})


@lru_cache(maxsize=1)
def noise() -> frozenset[str]:
    """Words that are no topic."""
    data = words_of_questions()
    return frozenset(data["noise"]) | stop_words() | frozenset(data["measure_nouns"])


@lru_cache(maxsize=1)
def carriers() -> frozenset[str]:
    """Words that are no topic in a question that its columns answer already: the noise, and all general verbs."""
    return noise() | general_verbs()


_OF_SUBJECTS = (
    "everyday",
    "turns",
    "work",
    "aims",
    "introduced",
    "excepting",
    "papers",
)  # tables whose words stand in subjects: "vrouwen" is no word of questions


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Words of questions that are spelled right."""
    data = words_of_questions()
    found = set(noise())
    for phrase in _all_phrases({k: v for k, v in data.items() if k not in _OF_SUBJECTS}):
        found.update(phrase.split())
    return frozenset(found | set(MONTHS))


def _all_phrases(value: Any) -> Iterable[str]:  # noqa: ANN401 - any TOML value
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _all_phrases(part)
    elif isinstance(value, list):
        for part in value:
            yield from _all_phrases(part)


def _mendable(entries: Mapping[Phrase, Sequence[Entry]]) -> set[str]:
    """The words worth mending to: of ministries, themes, kinds and people, and the telling words of questions."""
    data = words_of_questions()
    found = {w for phrase, es in entries.items() for w in phrase if any(e.type in "omkpb" for e in es)}
    found |= {
        w
        for phrase in _all_phrases(
            {
                k: v
                for k, v in data.items()
                if k
                not in (
                    "noise",
                    "frames",
                    "figures",
                    "work",
                    "aims",
                    "orders",
                    "purposes",
                    "tries",
                    "mattering",
                    *_OF_SUBJECTS,
                )
            }
        )
        for w in phrase.split()
    }
    found |= set(MONTHS) | {
        "kwartaal",
        "hoeveel",
        "welke",
        "percentage",
        "procent",
        "gesorteerd",
        "verantwoordelijk",
        "overzicht",
        "wanneer",
        "maatregelen",
        "ministerie",
    }
    return {w for w in found if len(w) >= SHORTEST_TYPO - 1 and w.isalpha()}


@lru_cache(maxsize=1)
def telling_progress() -> frozenset[str]:
    """The words by which status, ends and lateness are told."""
    data = words_of_questions()
    told = (data["status"], data["ends"], data["overdue"], data["has_end"], data["no_end"], data["shared"])
    return frozenset(w for part in told for phrase in _all_phrases(part) for w in phrase.split() if w.isalpha())


@lru_cache(maxsize=1)
def status_rules() -> tuple[tuple[re.Pattern[str], StatusSense], ...]:
    """Every status phrase as a rule, longest first."""
    found = []
    for entry in words_of_questions()["status"]:
        sense = StatusSense(tuple(entry["codes"]), tuple(entry.get("possible", ())), entry.get("weak", False))
        found += [(phrase, sense) for phrase in entry["phrases"]]
    found.sort(key=lambda f: (-len(f[0].split()), -len(f[0])))
    return tuple((phrase_rule(phrase), sense) for phrase, sense in found)


GAP = r"(?: [^ ]+){0,8}? "
GAP_UNDENIED = r"(?: (?!(?:niet|geen|nooit) )[^ ]+){0,8}? "  # "is niet af" is no "is ... af"


def phrase_rule(phrase: str) -> re.Pattern[str]:
    """A phrase as a rule; its literal parts are the groups a, b, c, and "*" leaves up to six symbols between them."""
    parts = [re.escape(part.strip()) for part in phrase.split("*")]
    pattern = GAP_UNDENIED.join(f"(?P<{name}>{part})" for name, part in zip("abcd", parts, strict=False))
    if len(parts) > 1 and parts[-1].strip() in (
        "af",
        "door",
        "uit",
        "achter",
        "rond",
    ):  # a particle at the end of its clause: "is ... af", not "af te helpen"
        pattern += r"(?= (?:[?!,;:)·]|en|of|maar|die|«t\d+»)|$)"
    return rule(pattern)


@lru_cache(maxsize=1)
def thesaurus_words() -> frozenset[str]:
    """The words of the thesaurus's terms, folded."""
    terms = (t for c in _toml("thesaurus")["concept"] for t in (c["name"], *c.get("terms", ()), *c.get("english", ())))
    return frozenset(word for term in terms for word in re.findall(r"[a-z]+", fold(term)))


@lru_cache(maxsize=1)
def known_stems() -> frozenset[str]:
    """The stems of the words by which the thesaurus names its concepts."""
    concepts = _toml("thesaurus")["concept"]
    return frozenset(
        stem(word)
        for concept in concepts
        for term in (concept["name"], *concept.get("terms", ()), *concept.get("english", ()))
        for word in re.findall(r"[a-z]+", fold(term))
        if word not in noise()
    )


def telling(word: str) -> bool:
    """Whether a word of the line says what a question is about: no function word, no sign, no symbol."""
    return word not in carriers() and any(c.isalnum() for c in word) and word[0] not in "«·"


def any_with_gaps(phrases: Iterable[str]) -> str:
    """An expression for any of the phrases, longest first; "*" stands for up to four words that no rule has touched."""
    known = sorted(set(phrases), key=len, reverse=True)
    return "|".join(r"(?: (?!«)[^ ]+){0,4}? ".join(re.escape(part.strip()) for part in p.split("*")) for p in known)


def any_of(phrases: Iterable[str]) -> str:
    """An expression for any of the phrases without a gap, longest first."""
    plain = sorted({p for p in phrases if "*" not in p}, key=len, reverse=True)
    return "|".join(re.escape(p) for p in plain)
