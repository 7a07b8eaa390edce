"""A message in parts, cut at its marks, with the terms in each: what the rules of `app.onboarding.asking` look at."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from app.onboarding.phrases import table
from app.onboarding.terms import Glossary, Term, key
from index.folding import fold

_PART = re.compile(
    r"(?<=[?!;,:])\s+|(?<=[\w\"'”’)+]{2})\.\s+|(?<=\w\.)\s+(?=(?:Wat|Wie|Waar|Welke?|Hoe|Is|Zijn|Betekent|Kun)\b)|\s+[-–]+\s+|\s+(?=\()|(?<=\))\s+"
)
_EQUALS = re.compile(r"\s*=+\s*")
_EDGE = " \"'“”‘’„?.!,;:()"
_WORDS_IN_A_TERM = 9
_WORDS_MISSPELT = 3
_ARTICLES = frozenset(("de", "het", "een", "en", "of", "van", "voor"))
Finder = Callable[[Sequence[str], Glossary], Term | None]
_ABBREVIATION = re.compile(r"[\w&+./'’-]{2,12}")
UNKNOWN = "onbekend"  # the kind of a term that stands for an abbreviation that is none


@dataclass(frozen=True, slots=True)
class Mention:
    """A term where it stands in a part: the words from `start` to `stop`."""

    term: Term
    printed: str
    start: int
    stop: int
    after: str  # the word before it, folded

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is written in capitals, or is a short name of something longer."""
        capitals = sum(c.isupper() for c in self.printed)
        return capitals >= 2 or (self.term.stands_for is not None and len(key(self.printed)) <= 5)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a message between two marks."""

    words: tuple[str, ...]  # folded
    mentions: tuple[Mention, ...]
    is_question: bool
    comma: bool = False  # whether a comma stands behind it

    @property
    def rest(self) -> tuple[str, ...]:
        """The words that belong to no mention."""
        inside = {n for mention in self.mentions for n in range(mention.start, mention.stop)}
        return tuple(word for n, word in enumerate(self.words) if n not in inside)

    @property
    def plain(self) -> str:
        """The part with … for every mention."""
        starts = {mention.start: mention for mention in self.mentions}
        words, n = [], 0
        while n < len(self.words):
            mention = starts.get(n)
            words.append("…" if mention else self.words[n])
            n = mention.stop if mention else n + 1
        return " ".join(words)


def parts_of(message: str, glossary: Glossary, find: Finder | None = None) -> list[Part]:
    """The parts of a message with the terms in them, in order; "=" stands for "betekent".

    Args:
        message: as typed.
        glossary: the terms.
        find: the term that some words are; by default they must be spelt right.
    """
    parts = []
    for piece in _PART.split(
        _EQUALS.sub(" betekent ", glossary.names_whole(_apart(_without_column(message), glossary)))
    ):
        words = [word.strip(_EDGE) for word in piece.split() if word.strip(_EDGE)]
        if words:
            folded = tuple(fold(word) for word in words)
            part = Part(folded, _mentions(words, glossary, find or known), piece.rstrip().endswith("?"))
            parts.append(replace(part, comma=piece.rstrip().endswith(",")))
    return _lists_whole(parts)


@lru_cache(maxsize=1)
def _column() -> re.Pattern[str]:
    headings = sorted({fold(str(h)) for names in table("columns.toml").values() for h in _strings(names)}, key=len)
    titles = "|".join(re.escape(heading) for heading in reversed(headings))
    place = r"(?:in|onder|bij|uit|van|binnen|achter) (?:de |het )?(?:(?:laatste|eerste|\w+de) )?kolom"
    named = rf"{place} [\"'“‘„]?(?:{titles})\b[\"'”’]?"
    short = r"(?:onder|bij) [\"'“‘„]?(?:wie|wanneer)[\"'”’]?(?=[\s?.!,)]*$)"
    return re.compile(rf"(?i)[,(]? ?\b(?:{named}|{place}(?! \w)|{short})\)?")


def _without_column(message: str) -> str:
    """A message without the column in which a term was met, where more follows or stands before: "in de kolom Wie"."""
    rest = _column().sub("", message)
    return rest if len(re.findall(r"\w+", rest)) > 1 else message


def _apart(message: str, glossary: Glossary) -> str:
    """A message in which terms between slashes are listed: "vo/mbo/ho, wat is dat?"; "OCW/DE" is a term by itself."""
    words = message.split()
    for n, word in enumerate(words):
        names = word.strip(_EDGE).split("/")
        if len(names) > 1 and known([word.strip(_EDGE)], glossary) is None and all(known([x], glossary) for x in names):
            words[n] = word.replace("/", " en ")
    return " ".join(words)


def _lists_whole(parts: Sequence[Part]) -> list[Part]:
    """The parts, with terms that are listed with commas in one: "Waar staan vo, mbo en ho voor?"."""
    found: list[Part] = []
    for part in parts:
        before = found[-1] if found else None
        if before is None or not before.comma or not _goes_on(before, part):
            found.append(part)
            continue
        moved = tuple(
            replace(m, start=m.start + len(before.words), stop=m.stop + len(before.words)) for m in part.mentions
        )
        found[-1] = Part(before.words + part.words, before.mentions + moved, part.is_question, part.comma)
    return found


def _goes_on(before: Part, part: Part) -> bool:
    """Whether a list of terms goes on in the next part, to its end or to a comma."""
    if not before.mentions or before.mentions[-1].stop != len(before.words):
        return False
    first = next((m for m in part.mentions if set(part.words[: m.start]) <= _ARTICLES), None)
    if first is None:
        return False
    joined = any(part.words[a.stop : b.start][:1] in (("en",), ("of",)) for a, b in pairwise(part.mentions))
    return joined or (part.comma and not part.rest) or "en" in part.words[: first.start]


def parts_unknown(message: str) -> list[Part]:
    """The parts of a message in which every abbreviation is taken for a term that nobody explains."""
    parts = []
    for piece in _PART.split(_EQUALS.sub(" betekent ", message)):
        words = [word.strip(_EDGE) for word in piece.split() if word.strip(_EDGE)]
        found = tuple(
            Mention(Term(word, "", UNKNOWN, "algemeen"), word, n, n + 1, fold(words[n - 1]) if n else "")
            for n, word in enumerate(words)
            if _ABBREVIATION.fullmatch(word) and sum(c.isupper() for c in word) >= 2
        )
        if words:
            parts.append(Part(tuple(fold(w) for w in words), found, piece.rstrip().endswith("?")))
    return parts


def _mentions(words: Sequence[str], glossary: Glossary, find: Finder) -> tuple[Mention, ...]:
    found, n = [], 0
    while n < len(words):
        for length in range(min(_WORDS_IN_A_TERM, len(words) - n), 0, -1):
            span = words[n : n + length]
            term = find(span, glossary)
            if term is not None:
                found.append(Mention(term, " ".join(span), n, n + length, fold(words[n - 1]) if n else ""))
                n += length
                break
        else:
            n += 1
    return tuple(found)


def known(words: Sequence[str], glossary: Glossary) -> Term | None:
    """The term that words are; a word that also says nothing ("de", "in") only as it is printed."""
    printed = " ".join(words)
    if printed in glossary.by_printed and not (printed.islower() and is_filler(printed)):
        return glossary.by_printed[printed]
    if len(words) == 1 and is_filler(fold(printed)):
        return None
    plain = fold(printed)
    if len(words) > 1 and {words[0], words[-1]} & _ARTICLES:
        return glossary.by_name.get(key(plain)) if printed.lower() in glossary.spelled else None
    names = [plain, re.sub(r"'?s$", "", plain), re.sub(r"^(?:\w+-)(?=\w)", "", plain)]
    names += [plain.removesuffix(ending) for ending in ("en", "e") if len(plain) > 7]
    for name in names:
        if name and not is_filler(name) and key(name) in glossary.by_name:
            return glossary.by_name[key(name)]
    return None


def thing_named(words: Sequence[str], glossary: Glossary) -> Term | None:
    """The term of one word that also says what a term can be: "programma", "alliantie"."""
    if len(words) > 1 or is_light(fold(words[0])):
        return None
    return glossary.by_name.get(key(words[0]))


def misspelt(words: Sequence[str], glossary: Glossary) -> Term | None:
    """The term that words are with a typing error in them."""
    if len(words) > _WORDS_MISSPELT or any(is_filler(fold(word)) for word in (words[0], words[-1])):
        return None
    return glossary.find(" ".join(words))


@lru_cache(maxsize=1)
def _filler() -> frozenset[str]:
    functional = table("stopwords.toml")["function_words"]
    if not isinstance(functional, list):
        raise TypeError(f"data/stopwords.toml: expected a list, found {functional!r}")
    return frozenset(str(word) for word in (*words_for("filler"), *words_for("being"), *functional))


def words_for(name: str) -> Sequence[str]:
    """A list of `data/asking.toml`."""
    return _strings(table("asking.toml")[name])


def _strings(value: object) -> Sequence[str]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list of words, found {value!r}")
    return [str(word) for word in value]


@lru_cache(maxsize=1)
def thing() -> str:
    """An expression for what a term can be: a word of the list, or of its last parts, or a compound of one."""
    ends = "|".join(words_for("thing_ends"))
    return rf"(?:{'|'.join(words_for('thing'))}|\w*(?:{ends}))"


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    return re.compile("|".join(words_for("thing")))


def is_filler(word: str) -> bool:
    """Whether a word, folded, says nothing of its own in a question after a meaning."""
    return (len(word) == 1 and word.isalpha()) or word in _filler() or bool(_things().fullmatch(word))


def is_light(word: str) -> bool:
    """Whether a word, folded, says nothing of its own and names nothing either."""
    return (len(word) == 1 and word.isalpha()) or word in _filler()


def content(words: Sequence[str]) -> list[str]:
    """The words that say something of their own."""
    return [word for word in words if not is_filler(word)]


def says_nothing(words: Sequence[str]) -> bool:
    """Whether none of the words, folded, says anything of its own."""
    return not content(words)
