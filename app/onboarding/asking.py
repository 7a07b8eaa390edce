"""Questions that hold a known term and words that ask after its meaning, in any order and over several sentences.

A message is cut into parts at its marks. The part that asks is found by its words (`data/asking.toml`); the term is the
one in that part, or else in the part beside it: "Ik kom DSD tegen bij de kinderen. Waar staan die letters voor?"
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from app.onboarding.parts import (
    Mention,
    Part,
    content,
    misspelt,
    parts_of,
    parts_unknown,
    thing,
    thing_named,
    words_for,
)
from app.onboarding.terms import Glossary, Term, key
from index.folding import fold

_MEASURE = re.compile(r"\bmaatregel(?:en)? \d+\.\d+|\b\d\.\d{1,2}\b")
_IN_A_ROW = re.compile(
    r"(?i) ?,? \b(?:bij|achter) (?:de |het )?(?:maatregel |nummer |nr\.? |rij |regel )?\d\.\d{1,2}\b"
)
_LETTERS = re.compile(r"\b(?:letters?|af\w*kort\w*|voluit)\b")
_PLURAL = re.compile(r"\b(?:zijn|waren|staan|heten|houden|betekenen|afkortingen|beide|allebei)\b")
_POINTING = frozenset(("die", "dat", "deze", "dit"))
_BETWEEN = frozenset(("en", "of", "de", "het", "een"))
_BELONGING = frozenset(("van", "door", "voor", "over"))
_NAMES = frozenset(("afkorting", "naam", "namen", "titel", "benaming", "betekenis", "definitie", "uitleg", "term"))
_NO_CONTEXT = re.compile(r"^(?:en )?(?:welke|hoeveel|wanneer|hoe|noem|geef|toon|zijn|is|heeft|hebben|doet)\b")
_WHERE_MET = re.compile(
    r" (?:hier )?(?:in|binnen|volgens) (?:dit|deze|die|dat|het|de) "
    r"(?:verband|context|geval|rapportage|rapport|document|bijlage|tabel|tabellen|lijst|stuk|overzicht)$"
)
_OF_AN_EVENT = re.compile(r"\b(?:op welke (?:dagen|data)|in welke? (?:stad|plaats|land|gebouw))\b")  # told by a text
_UNIT = re.compile(r"(?:19|20)\d\d|\d{1,2}e?")
_DESCRIBES = frozenset(("welk", "welke", "een", "voor", "soort", "type", "die", "de", "het", "n"))


def terms_asked(message: str, glossary: Glossary) -> tuple[Term, ...]:
    """The terms whose meaning a message asks; () where it asks something else, or holds no term."""
    row = _IN_A_ROW.search(message)
    if row is not None:  # "Wie is TK bij 5.9?": no more than an abbreviation, met in a row
        message = message[: row.start()] + message[row.end() :]
        parts = parts_of(message, glossary)
        if not all(mention.is_abbreviation for part in parts for mention in part.mentions):
            return ()
    if _MEASURE.search(fold(message)) or _OF_AN_EVENT.search(fold(message)):
        return ()
    parts = parts_of(message, glossary)
    if any(part.mentions for part in parts):
        return _asked(parts)
    if any(_asks(part, how) for part in parts for how in ("asks", "asks_what", "means")) or _short(parts):
        return _asked(parts_of(message, glossary, thing_named)) or _asked(parts_of(message, glossary, misspelt))
    return ()


def unknown_asked(message: str, glossary: Glossary) -> tuple[str, ...]:
    """The abbreviations whose meaning a message asks and that are no terms."""
    if _MEASURE.search(fold(message)) or any(part.mentions for part in parts_of(message, glossary)):
        return ()
    return tuple(term.term for term in _asked(parts_unknown(message)))


def _asked(parts: Sequence[Part]) -> tuple[Term, ...]:
    """The terms that are asked after, of a message in parts."""
    if any(_are_together(part) for part in parts):
        return ()
    doubted = _doubted(parts) or _confused(parts)
    if doubted:
        return doubted
    for n, part in enumerate(parts):
        if not part.mentions:
            continue
        if _asks(part, "compares") and _several(part) and not _says_more(part):
            return () if part.mentions[0].after in _BELONGING else _distinct(part.mentions)
        if _asks_of_it(part) and not _says_more(part):
            return _distinct(_listed_with(parts, n))
    for n, part in enumerate(parts):
        if part.mentions or content(part.words):
            continue
        if any(_asks(part, how) for how in ("asks", "asks_what", "asks_of_that")) or _is_what(part):
            found = _beside(parts, n)
            if found:
                return _distinct(found)
        elif _asks(part, "asks_period"):
            found = tuple(m for m in _beside(parts, n) if key(m.term.term) in _periods())
            if found:
                return _distinct(found)
        elif _asks(part, "compares"):
            found = tuple(mention for other in parts[:n] if not other.is_question for mention in other.mentions)
            if len(_distinct(found)) > 1:
                return _distinct(found)[-2:]
    return _who(parts)


def _are_together(part: Part) -> bool:
    """Whether a part names what ministries have together: "szw + ocw samen, wat is dat allemaal"."""
    ministries = {m.term for m in part.mentions if m.term.kind == "ministerie"}
    return len(ministries) > 1 and bool(set(part.words) & set(words_for("together")))


def _several(part: Part) -> bool:
    """Whether a part names more than one thing; two spellings of one term are two names."""
    return len({mention.printed for mention in part.mentions}) > 1


def _asks_of_it(part: Part) -> bool:
    """Whether a part asks what its term means, or is, or of its kind of term: which party, which months."""
    if all(key(m.term.term) in words_for("papers") and m.after in _POINTING for m in part.mentions):
        return False  # "wat doet die verkenning precies" asks after one that was named
    if _asks(part, "asks"):
        return True
    free = not any(_in_context(part, mention) for mention in part.mentions)
    if free and (_asks(part, "asks_what") or (_is_what(part) and not _asks_for_rows(part))):
        return True
    kinds = {mention.term.kind for mention in part.mentions}
    names = {key(mention.term.term) for mention in part.mentions}
    return (
        ("ministerie" not in kinds and _asks(part, "asks_members"))
        or (kinds <= {"begrip", "gebied"} and _asks(part, "asks_group"))
        or ("persoon" in kinds and _asks(part, "asks_person"))
        or (kinds <= {"wet", "document"} and not names & set(words_for("papers")) and _asks(part, "asks_wet"))
        or (names <= _periods() and _asks(part, "asks_period"))
    )


@lru_cache(maxsize=1)
def _periods() -> frozenset[str]:
    return frozenset(key(name) for name in words_for("periods"))


def _is_what(part: Part) -> bool:
    """Whether a part holds "wat" or "wie" and a form of "zijn" and, its term aside, nothing else that tells."""
    told = _WHERE_MET.sub("", part.plain).replace("…", " ").split()
    rest = [word for word in told if not _UNIT.fullmatch(word)]
    asking = {"wat", "wie", "wta", "wa", "was"} & set(rest)
    light = {"wat", "wie", *words_for("being"), *words_for("light")}
    told_of = set(rest) & (set(words_for("being")) - set(words_for("modal")))  # "wat moet VWS" asks for its duties
    return bool(asking) and bool(told_of) and set(rest) <= light


def _asks_for_rows(part: Part) -> bool:
    """Whether what stands before the term makes it a place or an owner: "wat is met OCW"."""
    return any(
        mention.after in ("met", "aan", "tegen", "zonder", "namens", "per", "tot", "er") for mention in part.mentions
    )


def _short(parts: Sequence[Part]) -> bool:
    return len(parts) <= 2 and any(_is_what_is(part) for part in parts)


def _is_what_is(part: Part) -> bool:
    return bool(
        re.match(r"(?:en |maar |dus |nou )?(?:wat|wie|wta|wa|was|wie of wat) (?:is|zijn|isd|si|was|ist)\b", part.plain)
    )


def _doubted(parts: Sequence[Part]) -> tuple[Term, ...]:
    """The terms of a question whether one was meant with the other: "Bedoelen ze daar HVP mee?"."""
    if not any(_asks(part, "doubts") for part in parts):
        return ()
    named = [mention for part in parts for mention in part.mentions if mention.is_abbreviation]
    found = _distinct(named)[:2]
    told = len(found) > 1 or any(_asks(part, "misspelt") for part in parts)
    return found if told and not any(_says_other(part) for part in parts) else ()


def _confused(parts: Sequence[Part]) -> tuple[Term, ...]:
    """The terms that a message tells apart, and does nothing else: "Ik haal SZW en VWS door elkaar. Hoe zit dat?"."""
    named = _distinct([mention for part in parts for mention in part.mentions])
    words = [word for part in parts for word in part.rest]
    compared = any(_asks(part, "compares") for part in parts)
    whose = any(m.after in _BELONGING for part in parts for m in part.mentions[:1])
    more = set(content(words)) - set(words_for("confused"))
    return named if len(named) > 1 and compared and not whose and not more else ()


def _says_other(part: Part) -> bool:
    return bool(part.mentions) and _says_more(part) and part.is_question and not _asks(part, "doubts")


@lru_cache(maxsize=16)
def _patterns(name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern.replace("{thing}", thing())) for pattern in words_for(name))


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(words_for("context")) | _BELONGING


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    return re.compile(thing())


def _asks(part: Part, how: str) -> bool:
    return any(pattern.search(part.plain) for pattern in _patterns(how))


def _listed_with(parts: Sequence[Part], n: int) -> tuple[Mention, ...]:
    """The mentions of a part that asks, with those of the parts beside it that are nothing but terms."""
    found = list(_nearest(parts[n]))
    for part in reversed(parts[:n]):
        if part.rest:
            break
        found[:0] = part.mentions
    if not found or found[-1] is not parts[n].mentions[-1] or _in_context(parts[n], found[-1]):
        return tuple(found)
    for part in parts[n + 1 :]:
        if not part.mentions or set(part.rest) - _BETWEEN:
            break
        found += part.mentions
    return tuple(found)


def _says_more(part: Part) -> bool:
    """Whether a part holds words that do not belong to asking after a meaning, nor tell where the term was met."""
    words = part.plain.split()
    for n, word in enumerate(words):
        if word == "…" or not content([word]) or (_UNIT.fullmatch(word) and n and words[n - 1] == "…"):
            continue
        if n and words[n - 1] in _DESCRIBES and _compound().fullmatch(word):
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
    if free and all(mention.is_abbreviation for mention in free) and not any(content(words) for words in between):
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
        if not part.mentions or content(part.rest) or any(_in_context(part, mention) for mention in part.mentions):
            break
        listed[:0] = _nearest(part)
    if listed:
        return tuple(listed)
    for part in reversed(parts[:n]):
        if part.is_question and _NO_CONTEXT.match(part.plain):
            return ()
        if part.mentions:
            return _met(part, parts[n])
    return parts[n + 1].mentions if n + 1 < len(parts) and not content(parts[n + 1].rest) else ()


def _before(part: Part, mention: Mention) -> str:
    """The word before a mention, its article passed over."""
    words = [word for word in part.words[: mention.start] if word not in ("de", "het", "een")]
    return words[-1] if words else ""


def _met(part: Part, asking: Part) -> tuple[Mention, ...]:
    """The mention that someone came across: an abbreviation rather than a word, and not the place where it stood."""
    chosen = tuple(mention for mention in part.mentions if mention.is_abbreviation)
    if not chosen and not _LETTERS.search(asking.plain):
        chosen = part.mentions
    free = [mention for mention in chosen if _before(part, mention) == "over" or not _in_context(part, mention)]
    listed = [m for m in free if set(part.words[free[0].stop : m.start]) <= _BETWEEN | {key(o.printed) for o in free}]
    if len(listed) > 1 and listed[-1] is free[-1] and _PLURAL.search(asking.plain):
        return tuple(listed)
    return tuple(free[-1:] or (chosen[-1:] if _asks(asking, "asks") else ()))


def _who(parts: Sequence[Part]) -> tuple[Term, ...]:
    """What stands in the column Wie, where the part after it asks who that is."""
    names = {key(name) for name in words_for("stands_for_who")}
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
