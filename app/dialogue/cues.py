"""The words by which a message goes on from the turns before it; the phrases are data (`data/dialogue.toml`)."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from app.reading.verbs import general_verbs
from index.folding import fold
from index.places import DATA

_EDGE = re.compile(r"^[\s\"'.,;:!?()]+|[\s\"'.,;:!?()]+$")
_NUMBERS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "twintig": 20,
}  # fmt: skip
_ORDINALS = {
    "eerste": 1, "1e": 1, "1ste": 1, "bovenste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3,
    "vierde": 4, "4e": 4, "4de": 4, "vijfde": 5, "5e": 5, "5de": 5, "zesde": 6, "6e": 6, "zevende": 7, "7e": 7,
    "achtste": 8, "8e": 8, "8ste": 8, "negende": 9, "9e": 9, "tiende": 10, "10e": 10, "elfde": 11, "11e": 11,
    "twaalfde": 12, "12e": 12, "laatste": -1, "onderste": -1, "voorlaatste": -2, "eennalaatste": -2, "middelste": 0, "laatstgenoemde": -1, "eerstgenoemde": 1,
    "eertse": 1, "eeste": 1, "twede": 2, "tweedde": 2, "tweeede": 2, "dede": 3, "derd": 3, "vieerde": 4, "laaste": -1, "laatse": -1,
}  # fmt: skip
ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_NOT_AN_ORDINAL = (
    r"(?! (?:kwartaal|helft|kamer|kamerlid|kamerleden|termijn|deadline|deadlines|einddatum|week|dag|keer|maand|jaar|plaats|stap|instantie|"
    r"minister|half|eerst|bovenaan|\d+|twee|drie|vier|vijf|zes|tien|klaar|af|klaar zijn|wereldoorlog|lezing|lijst|vraag|antwoord|overzicht))"
)
_ORDINAL_RULE = re.compile(rf"\b(?:de|het|die|op een|numero|nummer|nr\.?|en)? ?\b(?P<n>{ORDINAL})\b{_NOT_AN_ORDINAL}")
_AFTER_ARTICLE = re.compile(
    rf"(?:^|\b(?:de|het|die|deze|van|over|bij|en|met|voor|dan|nummer) )(?:allereerste|aller)?(?P<n>{ORDINAL})\b{_NOT_AN_ORDINAL}"
)
_NUMBERED = re.compile(
    r"\b(?:nummer|nummertje|nr\.?|no\.?|punt|optie|maatregel|#) ?(?P<n>\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b(?![.\d])"
)
_BARE_NUMBER = re.compile(
    r"^(?:en |de |dan |doe |doe maar |graag |optie |keuze )*(?P<n>\d{1,2})(?: graag| dan| maar| aub)?$"
)
_ALL_OF = re.compile(
    r"\b(?:van (?:alle|de|die|deze|deze|al die|de hele)|alle|al de|die|deze|(?:de|die|deze) (?:eerder |zojuist |net |eerst |hiervoor )?(?:genoemde|getoonde|gevonden|eerdere|overgebleven)) (?P<n>twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2})\b(?! (?:kwartaal|jaar|jaren|maanden|weken|ministeries))"
)
ANAPHOR = re.compile(
    r"\b(?:daarvan|hiervan|ervan|daarvoor|hiervoor|ervoor(?! staan)|daarbij|hierbij|daaraan|hieraan|eraan|daarin|hierin|erin|daarmee|hiermee|"
    r"ermee|daarover|hierover|erover|daarop|hierop|daarna|daaronder|hieronder|hiertussen|daartussen|ertussen|daaruit|hieruit|daarachter|daaraan)\b"
    r"|\b(?:van|bij|voor|aan|over|in|met|onder|uit|tussen) (?:die|deze|dat|dit|hen|hun|hem|haar)(?= |$)(?! (?:kopje|thema|van|over|jaar|kwartaal|rapportage|document|kabinet|bijlage|rapport|voortgangsrapportage|nota))"
    r"|\b(?:zijn|is|waren|was|lopen|loopt|moeten|moet|worden|wordt|hebben|heeft|komen|komt|staan|staat|vallen|valt|liggen|ligt|doen|doet|gaan|gaat|duurt|duren|eindigt|eindigen|stoppen|stopt|begon|begonnen|begint|kost|kosten|geldt|gelden|verlopen|verloopt|werkt|werken|krijgt|krijgen|levert|leveren|helpt|helpen|zorgt|zorgen|richt|richten|betekent|betekenen|bestaat|bestaan|houdt|houden|gebeurt|gebeuren|betreft|betaalt|betalen|start|starten|startte|kreeg|kregen|zit|zitten) (?:die|deze|dat|dit|ze|hij|zij|het)(?= |$)(?! (?:van|over|kopje|thema|kabinet|programma van|beleid|ministerie|onderwijs))"
    r"|\b(?:zit|zitten|staan|zijn|is|staat|horen|vallen|valt) (?:daar|er|hier)\b.*\b(?:bij|tussen|onder|in|van|over|voor|aan)$"
    r"|\b(?:die|deze|dat|dit|ze|hij|zij)(?= (?:(?:al|nog|nu|dan|ook|er|wel|niet|precies|eigenlijk|zelf|allemaal|samen|in|uit|op|af|aan|mee|over|bij|toe|door|onder|zich|inmiddels|weer|ermee|eraan|nou|steeds) ?)+(?:\w+)?$|$)"
    r"|\b(?:komt|kwam|komen|kwamen|volgt|volgde|bleek|blijkt|levert|leverde|gekomen) (?:er)?(?:uit|op)\b(?! de| het)"
    r"|^(?:en |maar |of )*(?:is|zijn|loopt|lopen|was|waren|valt|vallen|komt|komen|gaat|gaan|staat|staan|wordt|worden|moet|moeten|heeft|hebben|doet|doen) (?:die|deze|dat|dit|ze|hij|zij|het)\b"
)
POINTING = re.compile(
    r"\b(?:daarvan|hiervan|ervan|(?:van|tussen|onder) (?:al |alle )?(?:die|deze|de)(?: (?:eerder |zojuist |net |eerst |hiervoor )?(?:genoemde|getoonde|gevonden|eerdere|overgebleven))?(?: (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+))?|van alle (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|\d+)) ?(?:maatregelen)?(?=\s|[?.,!]|$)",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:ze|zij|(?:zijn|waren|lopen|moeten|worden|hebben|komen|staan|vallen|liggen|doen|gaan|duren|eindigen|stoppen) (?:die|deze|ze)|(?:die|deze|al die|al deze) (?:maatregelen|moties|allianties|programma's|onderzoeken|projecten|pilots|acties)|welke|elk|allemaal|alle|per stuk|ieder)\b"
)
_BEFORE_THAT = re.compile(r"\b(?:daarvoor|ervoor|eerder)\b")
_RELATIVE_TIME = re.compile(r"\b(?:daarna|daarvoor|ervoor|erna|later|eerder)\b")


_SPOKEN = (
    (re.compile(r"(?<=\w)-ie\b|(?<=\s)['’]?ie\b"), " hij"),
    (re.compile(r"(?<!\w)['’]m\b"), "hem"),
    (re.compile(r"(?<!\w)['’]t\b"), "het"),
)
_COMPOUND = 3  # letters at least after the first noun of a compound
_PARTICIPLE = re.compile(r"^ge\w*[dtn]e?$")
_LAST_BUT_ONE = re.compile(r"\b(?:op )?(?:een|1) na (?:de |het )?(?P<end>laatste|onderste)\b")


_IN_THE_LIST = re.compile(
    rf"(?P<place>\b(?:de|het|die|nummer) (?:{ORDINAL}|\w+))(?: maatregel| actie| punt)? (?:in|van|uit|op|binnen) (?:dit|dat|deze|die|de|het|je|jouw|uw) (?:rijtje|rij|lijstje|lijst|overzicht|opsomming|reeks)(?=$|[\s,.?!])",
    re.IGNORECASE,
)


_THING_IN_THE_LIST = re.compile(
    r"^(?P<ask>(?:(?:en|maar|of|dus|nou) )*(?:(?:aan|bij|door|met|onder|op|per|sinds|tot|van|vanaf|voor) )?(?:wie|wiens|wanneer|welk (?:ministerie|departement|thema|kopje)|welke (?:minister|datum|deadline|ministeries)|hoe ?lang|hoe ?ver|hoe|waarom|waar\w*|is|loopt|wat (?:doet|is de (?:status|stand|deadline|einddatum|planning|looptijd)))\b.*?)"
    r"(?P<thing>\b(?:de|het|die|dat) (?!maatregel|actie|meeste|minste)(?:(?!en\b|of\b)[\w-]+)(?<!en)(?<!te)(?<!st)(?: (?:over|met|voor|naar|van|rond|tegen) [\w-]+(?: [\w-]+)?)?)"
    r"(?:,? (?:die|dat) )?,? ?\b(?:in|uit|op|van|tussen) (?:dat|dit|die|deze|de|het|je|uw|onze|jouw) (?:rijtje|rij|lijstje|lijst|overzicht|opsomming|reeks|selectie)(?: (?:staat|stond|zit|voorkomt))?(?=$|[\s,.?!])",
    re.IGNORECASE,
)


def without_list(message: str) -> str:
    """The message without the words that say that a place or a thing is one of the list: "de tweede in dit rijtje"."""
    thing = _THING_IN_THE_LIST.match(message)
    if thing is not None:
        return f"{message[: thing.end('thing')]}{message[thing.end() :]}"
    match = _IN_THE_LIST.search(message)
    if match is None or ordinal(plain(match["place"])) is None:
        return message
    return message[: match.end("place")] + message[match.end() :]


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that was recognised, and the words that it leaves to be read."""

    name: str
    rest: str
    match: re.Match[str]


def written_out(message: str) -> str:
    """The message with the short pronouns of speech in full: "is ie af" is "is hij af", "wie voert 'm uit".

    So are the ways of asking for a number and the shortened words of fields: "tel eens hoeveel van die lijst" is
    "hoeveel daarvan", "wie was verantw" is "wie was verantwoordelijk".
    """
    for pattern, word in (*_SPOKEN, *_put("counting"), *_put("abbreviated")):
        message = pattern.sub(word, message)
    return message


def plain(message: str) -> str:
    """The message as the patterns see it."""
    return _EDGE.sub("", " ".join(fold(message).split()))


def put_plainly(message: str) -> str:
    """A message in a conversation with its place or its turn to something else said in the plain way.

    "Die op de tweede plaats" is "de tweede"; "vergeet BZ even, wanneer ..." is "andere vraag: wanneer ...".
    """
    for pattern, meant in _put("turning"):
        message = pattern.sub(meant, message)
    return message


@lru_cache(maxsize=3)
def _put(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is said and what it means, of one table of the data file."""
    table = tomllib.loads((DATA / "dialogue.toml").read_text(encoding="utf-8"))[name]
    return tuple((re.compile(one["said"], re.IGNORECASE), one["meant"]) for one in table)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    content = tomllib.loads((DATA / "dialogue.toml").read_text(encoding="utf-8"))
    sets = {name: "(?:" + "|".join(words) + ")" for name, words in content["words"].items()}
    found = {}
    for name, patterns in content["patterns"].items():
        filled = []
        for pattern in patterns:
            for word, alternatives in sets.items():
                pattern = pattern.replace("{" + word + "}", alternatives)
            filled.append(re.compile(pattern))
        found[name] = tuple(filled)
    return found


@lru_cache(maxsize=32)
def word_set(name: str) -> frozenset[str]:
    """A set of words of the data file, as single words."""
    content = tomllib.loads((DATA / "dialogue.toml").read_text(encoding="utf-8"))
    return frozenset(content["words"][name])


def says_little(word: str) -> bool:
    """Whether a word is a function word, a participle, or a form of a verb that any question may have."""
    participle = _PARTICIPLE.match(word) is not None and not _is_ge_noun(word)
    return not word or participle or word in word_set("light") or word in general_verbs()


def _is_ge_noun(word: str) -> bool:
    """Whether a word that looks like a participle is a noun or a compound that begins with one: "geboorteakte"."""
    nouns = word_set("ge_nouns")
    return word in nouns or any(word.startswith(noun) and len(word) >= len(noun) + _COMPOUND for noun in nouns)


def cue(name: str, message: str) -> Cue | None:
    """The cue of that name in the message, with the rest of the message as it was typed."""
    text = plain(message)
    for pattern in _patterns()[name]:
        match = pattern.search(text)
        if match:
            rest = match.groupdict().get("rest") or ""
            return Cue(name, typed(message, text, rest), match)
    return None


def typed(message: str, text: str, rest: str) -> str:
    """The rest with the capitals and accents that were typed."""
    rest = _EDGE.sub("", rest)
    squeezed = _EDGE.sub("", " ".join(message.split()))
    if len(squeezed) == len(text) and rest:
        at = text.rfind(rest)
        if at >= 0:
            return squeezed[at : at + len(rest)]
    return rest


def ordinal(message: str) -> int | None:
    """The place in a list that the message points at, from 1; -1 is the last, 0 the middle. None without one."""
    text = _LAST_BUT_ONE.sub("voorlaatste", plain(message))
    match = _NUMBERED.search(text)
    if match:
        return _NUMBERS.get(match["n"]) or int(match["n"])
    match = _AFTER_ARTICLE.search(text)
    if match:
        return _ORDINALS[match["n"]]
    match = _BARE_NUMBER.match(text)
    return int(match["n"]) if match else None


def several_ordinals(message: str) -> tuple[int, ...]:
    """All places that the message points at: "de eerste en de derde"."""
    return tuple(
        dict.fromkeys(
            _ORDINALS[m["n"]] for m in _ORDINAL_RULE.finditer(_LAST_BUT_ONE.sub("voorlaatste", plain(message)))
        )
    )


def all_of(message: str) -> int | None:
    """The length of the list that the message means by "van alle vier"."""
    match = _ALL_OF.search(plain(message))
    return (_NUMBERS.get(match["n"]) or int(match["n"])) if match else None


def number(word: str) -> int:
    """The number that a word or digits say; 0 of anything else."""
    return _NUMBERS.get(word) or (int(word) if word.isdigit() else 0)


def points_back(message: str) -> bool:
    """Whether the message points at what was shown: "daarvan", "zijn die", "van deze"."""
    return ANAPHOR.search(plain(message)) is not None


def means_all(message: str) -> bool:
    """Whether it points at several measures."""
    return _PLURAL.search(plain(message)) is not None


def says_after(message: str) -> bool:
    """Whether a time is told relative to the one before: "alles wat daarna afloopt"."""
    return _RELATIVE_TIME.search(plain(message)) is not None


def says_before(message: str) -> bool:
    """Whether that time is the one up to it: "en alles daarvoor?"."""
    return _BEFORE_THAT.search(plain(message)) is not None
