"""Questions that hold a known term and words that ask after its meaning, in any order and over several sentences.

A message is cut into parts at its marks. The part that asks is found by its words (`data/asking.toml`); the term is the
one in that part, or else in the part beside it: "Ik kom DSD tegen bij de kinderen. Waar staan die letters voor?"
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from app.onboarding.phrases import table
from app.onboarding.terms import Glossary, Term, key
from index.folding import fold

_PART = re.compile(
    r"(?<=[?!;,:])\s+|(?<=[\w\"'”’)]{2})\.\s+|(?<=\w\.)\s+(?=(?:Wat|Wie|Waar|Welke?|Hoe|Is|Zijn|Betekent|Kun)\b)|\s+[-–=]+\s+|\s*=\s*|\s+(?=\()|(?<=\))\s+"
)
_EDGE = " \"'“”‘’„?.!,;:()"
_WORDS_IN_A_TERM = 9
_MEASURE = re.compile(r"\bmaatregel(?:en)? \d+\.\d+|\b\d\.\d{1,2}\b")
_LETTERS = re.compile(r"\b(?:letters?|af\w*kort\w*|voluit)\b")
_PLURAL = re.compile(r"\b(?:zijn|waren|staan|heten|houden|betekenen|afkortingen|beide|allebei)\b")
_BETWEEN = frozenset(("en", "of", "de", "het", "een"))
_BELONGING = frozenset(("van", "door", "voor", "over"))
_NAMES = frozenset(("afkorting", "naam", "namen", "titel", "benaming", "betekenis", "definitie", "uitleg"))
_NO_CONTEXT = re.compile(r"^(?:en )?(?:welke|hoeveel|wanneer|hoe|noem|geef|toon|zijn|is|heeft|hebben|doet)\b")


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


def terms_asked(message: str, glossary: Glossary) -> tuple[Term, ...]:
    """The terms whose meaning a message asks; () where it asks something else, or holds no term."""
    if _MEASURE.search(fold(message)):
        return ()
    parts = parts_of(message, glossary)
    for n, part in enumerate(parts):
        if not part.mentions:
            continue
        if _asks(part, "compares") and len(part.mentions) > 1 and not _says_more(part):
            return () if part.mentions[0].after in _BELONGING else _distinct(part.mentions)
        if (_asks(part, "asks") or _asks_what(part)) and not _says_more(part):
            return _distinct(_listed_with(parts, n))
    for n, part in enumerate(parts):
        if part.mentions or _content(part.words):
            continue
        if any(_asks(part, how) for how in ("asks", "asks_what", "asks_of_that")):
            found = _beside(parts, n)
            if found:
                return _distinct(found)
        elif _asks(part, "compares"):
            found = tuple(mention for other in parts[:n] if not other.is_question for mention in other.mentions)
            if len(_distinct(found)) > 1:
                return _distinct(found)[-2:]
    return _who(parts)


def unknown_asked(message: str, glossary: Glossary) -> tuple[str, ...]:
    """The abbreviations whose meaning a message asks and that are no terms."""
    if _MEASURE.search(fold(message)):
        return ()
    parts = parts_of(message, glossary)
    if any(part.mentions for part in parts):
        return ()
    printed = [w.strip(_EDGE) for w in message.split()]
    loose = [w for w in printed if re.fullmatch(r"[\w&+./'’-]{2,12}", w) and sum(c.isupper() for c in w) >= 2]
    names = {fold(word) for word in loose}
    for n, part in enumerate(parts):
        own = [word for word in part.words if word not in names]
        if (_asks(part, "asks") or _asks(part, "asks_what")) and not _content(own) and loose:
            near = tuple(word for word in loose if fold(word) in part.words)
            return near or tuple(loose if n else ())
    return ()


def parts_of(message: str, glossary: Glossary) -> list[Part]:
    """The parts of a message with the terms in them, in order."""
    parts = []
    for piece in _PART.split(message):
        words = [word.strip(_EDGE) for word in piece.split()]
        words = [word for word in words if word]
        if words:
            folded = tuple(fold(word) for word in words)
            parts.append(Part(folded, _mentions(words, glossary), piece.rstrip().endswith("?")))
    return parts


def _mentions(words: Sequence[str], glossary: Glossary) -> tuple[Mention, ...]:
    found, n = [], 0
    while n < len(words):
        for length in range(min(_WORDS_IN_A_TERM, len(words) - n), 0, -1):
            printed = " ".join(words[n : n + length])
            term = _term(printed, length, glossary)
            if term is not None:
                found.append(Mention(term, printed, n, n + length, fold(words[n - 1]) if n else ""))
                n += length
                break
        else:
            n += 1
    return tuple(found)


def _term(printed: str, length: int, glossary: Glossary) -> Term | None:
    """The term that words are; a word that also says nothing ("de", "in") only as it is printed."""
    if printed in glossary.by_printed and not (printed.islower() and _is_filler(printed)):
        return glossary.by_printed[printed]
    if length == 1 and _is_filler(fold(printed)):
        return None
    plain = fold(printed)
    for name in (plain, re.sub(r"'?s$", "", plain), re.sub(r"^(?:\w+-)(?=\w)", "", plain)):
        if name and not _is_filler(name) and key(name) in glossary.by_name:
            return glossary.by_name[key(name)]
    return None


@lru_cache(maxsize=1)
def _filler() -> frozenset[str]:
    functional = table("stopwords.toml")["function_words"]
    if not isinstance(functional, list):
        raise TypeError(f"data/stopwords.toml: expected a list, found {functional!r}")
    return frozenset(str(word) for word in (*_list("filler"), *functional))


@lru_cache(maxsize=4)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    thing = "(?:" + "|".join(str(word) for word in _list("thing")) + ")"
    return tuple(re.compile(str(pattern).replace("{thing}", thing)) for pattern in _list(name))


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(str(word) for word in _list("context")) | _BELONGING


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    return re.compile("|".join(str(word) for word in _list("thing")))


def _list(name: str) -> Sequence[object]:
    value = table("asking.toml")[name]
    if not isinstance(value, list):
        raise TypeError(f"data/asking.toml: expected a list for {name}, found {value!r}")
    return value


def _is_filler(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word in _filler() or bool(_things().fullmatch(word))


def _asks(part: Part, how: str) -> bool:
    return any(pattern.search(part.plain) for pattern in _patterns(how))


def _asks_what(part: Part) -> bool:
    """Whether a part asks what its term is: "Wat is X voor wet?", and not "Welke wetten zijn van X?"."""
    return _asks(part, "asks_what") and not any(_in_context(part, mention) for mention in part.mentions)


def _listed_with(parts: Sequence[Part], n: int) -> tuple[Mention, ...]:
    """The mentions of a part that asks, with those of the parts beside it that are nothing but terms."""
    found = list(_nearest(parts[n]))
    for part in reversed(parts[:n]):
        if part.rest:
            break
        found[:0] = part.mentions
    for part in parts[n + 1 :]:
        if not part.mentions or set(part.rest) - _BETWEEN:
            break
        found += part.mentions
    return tuple(found)


def says_nothing(words: Sequence[str]) -> bool:
    """Whether none of the words, folded, says anything of its own."""
    return not _content(words)


def _content(words: Sequence[str]) -> list[str]:
    """The words that say something of their own."""
    return [word for word in words if not _is_filler(word)]


def _says_more(part: Part) -> bool:
    """Whether a part holds words that do not belong to asking after a meaning, nor tell where the term was met."""
    words = part.plain.split()
    for n, word in enumerate(words):
        if word == "…" or not _content([word]):
            continue
        before = words[:n]
        told = [n for n, other in enumerate(before) if other in _places() - _BELONGING]
        if not told or "…" not in before[: told[-1]]:
            return True
    return False


def _nearest(part: Part) -> tuple[Mention, ...]:
    """Of the mentions in a part that asks: those that are listed together, or else the one that is asked after."""
    mentions = part.mentions
    if len(mentions) == 1:
        return mentions
    between = [part.words[a.stop : b.start] for a, b in pairwise(mentions)]
    if all(set(words) <= _BETWEEN for words in between):
        return mentions
    free = tuple(mention for mention in mentions if not _in_context(part, mention))
    if free and all(mention.is_abbreviation for mention in free) and not any(_content(words) for words in between):
        return free
    return (free or mentions)[:1]


def _in_context(part: Part, mention: Mention) -> bool:
    """Whether a mention tells where something stands, or whose it is."""
    before = [word for word in part.words[: mention.start] if word not in ("de", "het", "een", "die", "dat")]
    if not before:
        return False
    earlier = next((other for other in part.mentions if other.stop == mention.start - 1), None)
    if before[-1] in ("en", "of") and earlier is not None:
        return _in_context(part, earlier)
    return before[-1] in _places() and not (len(before) > 1 and before[-2] in _NAMES)


def _beside(parts: Sequence[Part], n: int) -> tuple[Mention, ...]:
    """The mentions that a part without a term points to: in the parts before it, else in the one after it."""
    listed: list[Mention] = []
    for part in reversed(parts[:n]):
        if not part.mentions or _content(part.rest) or any(_in_context(part, mention) for mention in part.mentions):
            break
        listed[:0] = _nearest(part)
    if listed:
        return tuple(listed)
    for part in reversed(parts[:n]):
        if part.is_question and _NO_CONTEXT.match(part.plain):
            return ()
        if part.mentions:
            return _met(part, parts[n])
    return parts[n + 1].mentions if n + 1 < len(parts) and not _content(parts[n + 1].rest) else ()


def _met(part: Part, asking: Part) -> tuple[Mention, ...]:
    """The mention that someone came across: an abbreviation rather than a word, and not the place where it stood."""
    chosen = tuple(mention for mention in part.mentions if mention.is_abbreviation)
    if not chosen and not _LETTERS.search(asking.plain):
        chosen = part.mentions
    free = [mention for mention in chosen if mention.after == "over" or not _in_context(part, mention)]
    listed = [m for m in free if set(part.words[free[0].stop : m.start]) <= _BETWEEN | {key(o.printed) for o in free}]
    if len(listed) > 1 and listed[-1] is free[-1] and _PLURAL.search(asking.plain):
        return tuple(listed)
    return tuple(free[-1:] or (chosen[-1:] if _asks(asking, "asks") else ()))


def _who(parts: Sequence[Part]) -> tuple[Term, ...]:
    """What stands in the column Wie, where the part after it asks who that is."""
    names = {key(str(name)) for name in _list("stands_for_who")}
    for n, part in enumerate(parts):
        if not part.mentions and _asks(part, "asks_who"):
            found = [
                m for other in parts[:n] if not other.is_question for m in other.mentions if key(m.term.term) in names
            ]
            if found:
                return (found[-1].term,)
    return ()


def _distinct(mentions: Sequence[Mention]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(mention.term for mention in mentions))
