"""Which of the measures that were shown a message points at: by place, by words, or as what was singled out."""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from app.conversation import Conversation, Turn
from app.dialogue import cues
from app.query import Filter
from index.folding import fold
from index.words import content_words, stem, stop_words
from index.words import words as all_words
from ingest.records import Measure

TITLE, HEADING, EXPLANATION = 1.0, 0.55, 0.45  # how much a word weighs by where it stands
PART, TYPO = 0.8, 0.8  # of a word that is part of a compound, or a typing error away
WHOLE = 0.65  # of a compound of which the text has a part: "techniekpact" for "techniek"
LEAST = 0.45  # the share of the described that must be found in a measure of the list shown
LEAST_FAR = 0.7  # the same in a list of an earlier turn: the farther back, the surer it must be
CLOSE = 0.12  # measures this near the best are meant as well
_SHORTEST_PART = 4
_SAME_WORD = 84  # how alike two words must be, of 100, to be one with a typing error
ORDINAL_AND_NOUN = re.compile(rf"\b(?:de|het) (?:{cues.ORDINAL}) (?P<noun>[a-z][\w-]{{3,}})\b")
_GENERIC = frozenset(
    [
        "maatregel",
        "maatregelen",
        "programma",
        "project",
        "onderzoek",
        "pilot",
        "wetsvoorstel",
        "motie",
        "actie",
        "punt",
        "plan",
        "aanpak",
        "onderwerp",
        "ding",
    ]
)
_DESCRIBED = re.compile(
    r"^(?:en |maar |of |nou |dan |graag |doe |doe maar |ik bedoel(?:de)? |nee |namelijk |,|pak |neem |kies |toon |laat )*"
    r"(?:(?:die|deze|dat) ene|die|deze|dat|degene|diegene|het(?:geen)?|de (?:maatregel|motie|pilot|alliantie|actie|regel|monitor|campagne|verkenning|subsidie|ene|andere)|het (?:onderzoek|programma|project|plan|wetsvoorstel|punt|amendement|traject|initiatief)|(?:die|deze|dat|dit) (?:maatregel|motie|pilot|alliantie|onderzoek|programma|project|plan|wetsvoorstel))"
    r" (?:(?:maatregel )?(?:over|met|voor|via|rond|rondom|waarin|waar|naar|tegen|om|op het gebied van|betreffende|inzake|bij|in|uit|van|die)(?: het gaat over| gaat over| over)?) (?P<x>.+)$"
)


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a message points at."""

    ids: tuple[str, ...]
    turn: Turn  # the turn whose list it stands in


def last_list(conversation: Conversation) -> Turn | None:
    """The list that places and descriptions refer to: the last turn that showed more than one, else anything."""
    lists = [turn for turn in conversation.turns if turn.is_list and not turn.pointed]
    if lists:
        return lists[-1]
    shown = [turn for turn in conversation.turns if turn.shown]
    return shown[-1] if shown else None


def current_list(conversation: Conversation) -> Turn | None:
    """The last turn that asked for measures and not for a thing about some of them, whatever it showed."""
    return next((turn for turn in reversed(conversation.turns) if not turn.pointed), None)


def list_of_length(conversation: Conversation, length: int) -> Turn | None:
    """The last turn that showed so many measures."""
    return next((turn for turn in reversed(conversation.turns) if len(turn.shown) == length), None)


def list_out_of(conversation: Conversation, length: int) -> Turn | None:
    """The last list that showed at least so many measures: "van die drie" of which but one was left since."""
    lists = [turn for turn in conversation.turns if turn.is_list and not turn.pointed and len(turn.shown) >= length]
    return lists[-1] if lists else None


def told_one_by_one(conversation: Conversation, amount: int) -> tuple[str, ...]:
    """The measures of so many last turns that each told another one, oldest first; () where those turns did not."""
    turns = conversation.turns[-amount:]
    ids = tuple(dict.fromkeys(turn.focus[0] for turn in turns if turn.pointed and len(turn.focus) == 1))
    return ids if len(ids) == amount else ()


def list_about(words: str, conversation: Conversation, measures: dict[str, Measure]) -> Turn | None:
    """The last list whose question says the words, else the last of whose measures most carry them; None without one."""
    asked = list_asked(words, conversation)
    if asked is not None or not content_words(words):
        return asked
    lists = [turn for turn in reversed(conversation.turns) if turn.is_list and not turn.pointed]
    shares = [len(carrying(words, [measures[i] for i in turn.shown])) / len(turn.shown) for turn in lists]
    return lists[shares.index(max(shares))] if lists and max(shares) > 0 else None


def list_asked(words: str, conversation: Conversation) -> Turn | None:
    """The last list whose question says the words; None without one."""
    lists = [turn for turn in reversed(conversation.turns) if turn.is_list and not turn.pointed]
    wanted = content_words(words)
    return (
        next((turn for turn in lists if all(found_in(word, turn.question) for word in wanted)), None)
        if wanted
        else None
    )


def list_holding(filters: Sequence[Filter], conversation: Conversation, amount: int = 0) -> Turn | None:
    """The list that was asked with these conditions and the fewest others, the last of those; None without one.

    Args:
        filters: the conditions.
        conversation: where lists were shown.
        amount: how many measures it showed; 0 where that is not said.
    """
    found: Turn | None = None
    fewest = 0
    for turn in reversed(conversation.turns):
        held = turn.query.filters if turn.query is not None and turn.is_list and not turn.pointed else ()
        if amount and len(turn.shown) != amount:
            continue
        if set(filters) <= set(held) and (found is None or len(held) < fewest):
            found, fewest = turn, len(held)
    return found


def by_place(message: str, conversation: Conversation) -> Pointed | int | None:
    """The measure at the place named; the length of the list where the place is not in it; None without a place."""
    places = cues.several_ordinals(message)
    first = cues.ordinal(message)
    if first is None:
        return None
    turn = _list_pointed_into(conversation)
    if turn is None:
        return None
    wanted = places if first in places else (first,)
    if max(wanted) > len(turn.shown):
        longer = last_list(conversation)
        if longer is None or max(wanted) > len(longer.shown):
            return len(turn.shown)
        turn = longer
    if min(wanted) < -len(turn.shown):
        return len(turn.shown)
    ids = [turn.shown[(len(turn.shown) - 1) // 2 if n == 0 else n - 1 if n > 0 else n] for n in wanted]
    return Pointed(tuple(dict.fromkeys(ids)), turn)


def _list_pointed_into(conversation: Conversation) -> Turn | None:
    """The list at hand; where what was told last stands in none but a longer one, that one."""
    turn = current_list(conversation)
    if turn is None or not turn.shown:
        return last_list(conversation)
    told = conversation.turns[-1].focus if conversation.turns[-1].pointed else ()
    if turn.is_list or set(told) <= set(turn.shown):
        return turn
    holding = (t for t in reversed(conversation.turns) if t.is_list and not t.pointed and set(told) <= set(t.shown))
    return next(holding, turn)


def place_named(message: str, measures: Sequence[Measure]) -> int | None:
    """The place that a message names; None also where its ordinal is printed so: "het eerste betaalverzoek".

    Args:
        message: as typed.
        measures: what was shown; a noun of their texts that no title has is no measure at a place.
    """
    place = cues.ordinal(message)
    if place is None:
        return None
    text, titles = (" ".join(getattr(x, part) for x in measures) for part in ("explanation", "title"))
    for match in ORDINAL_AND_NOUN.finditer(cues.plain(message)):
        noun = match["noun"]
        said = cues.says_little(noun) or noun in stop_words() or noun in cues.word_set("thing")
        if not said and noun in all_words(text) and not found_in(noun, titles):
            return None
    return place


def description(message: str) -> str | None:
    """The words that describe one of the shown measures: "die over de monitor" gives "de monitor"."""
    match = _DESCRIBED.match(cues.plain(message))
    return match["x"] if match else None


def by_words(
    words: str,
    conversation: Conversation,
    measures: dict[str, Measure],
    *,
    near_only: bool = False,
    titles: bool = False,
) -> Pointed | None:
    """The shown measures that words describe best: of the list shown, else of earlier lists; None where none fits.

    Args:
        words: as typed.
        conversation: where measures were shown.
        measures: all measures by number.
        near_only: look at the list shown only.
        titles: only the titles count.
    """
    seen: set[tuple[str, ...]] = set()
    for distance, turn in enumerate(_lists(conversation)):
        if turn.shown in seen:
            continue
        seen.add(turn.shown)
        if distance and near_only:
            return None
        found = best(
            words, [measures[i] for i in turn.shown if i in measures], LEAST_FAR if distance else LEAST, titles=titles
        )
        if found:
            ids = {id_ for id_, measure in measures.items() if measure in found}
            return Pointed(tuple(i for i in turn.shown if i in ids), turn)
    return None


def titled_before(
    words: str, pointed: Pointed, conversation: Conversation, measures: dict[str, Measure]
) -> Pointed | None:
    """The one measure of an earlier list whose title has all the words, where what they describe has but parts of them.

    "Die over kindermishandeling" is not the one of the list at hand that is about "psychische mishandeling".
    """
    wanted = _wanted(words)
    if not wanted or carrying(words, [measures[i] for i in pointed.ids if i in measures]):
        return None
    for turn in _lists(conversation):
        whole = [i for i in turn.shown if i in measures and has_in_title(words, measures[i])]
        if whole:
            return Pointed(tuple(whole), turn) if len(whole) == 1 else None
    return None


def by_text(words: str, conversation: Conversation, measures: dict[str, Measure], noun: str = "") -> Pointed | None:
    """The shown measures in which the words stand, of the nearest list in which some have them and others not.

    Args:
        words: as typed.
        conversation: where measures were shown.
        measures: all measures by number.
        noun: what the measure is called, to stand in its title: "onderzoek"; any where it is empty.
    """
    for turn in _lists(conversation):
        having = carrying(words, [measures[i] for i in turn.shown if i in measures])
        having = [m for m in having if not noun or found_in(noun, m.title) > 0]
        ids = tuple(i for i in turn.shown if measures.get(i) in having)
        if 0 < len(ids) < len(turn.shown):
            return Pointed(ids, turn)
    return None


def _lists(conversation: Conversation) -> list[Turn]:
    current = last_list(conversation)
    earlier = [turn for turn in reversed(conversation.turns) if turn.shown and turn is not current]
    return [current, *earlier] if current is not None else earlier


def best(
    words: str, measures: Sequence[Measure], least: float = LEAST, *, titles: bool = False, closest: bool = True
) -> list[Measure]:
    """The measures that the words describe best, in the order given; none where less than `least` of it is found.

    A word weighs by how few of the measures have it: what all of them have tells none from another.

    Args:
        words: as typed.
        measures: among which is looked.
        least: the share of the words that must be found.
        titles: only the titles count.
        closest: of titles alike, take the one that says no more, or also has the words that any question may have.
    """
    wanted = _wanted(words)
    if not wanted or not measures:
        return []
    table = [[_found(word, measure, titles=titles) for word in wanted] for measure in measures]
    weights = []
    for n in range(len(wanted)):
        having = sum(row[n] > 0 for row in table)
        weights.append(1.0 if having == 0 else 0.25 + 1.0 - (having - 1) / max(1, len(measures)))
    total = sum(weights)
    scores = [sum(w * value for w, value in zip(weights, row, strict=True)) / total for row in table]
    top = max(scores)
    if top < least * EXPLANATION / LEAST or top == 0:
        return []
    found = [m for m, score in zip(measures, scores, strict=True) if score >= top - CLOSE * top]
    return closest_titled(words, found) if titles and closest and len(found) > 1 else found


def closest_titled(words: str, measures: Sequence[Measure]) -> list[Measure]:
    """Of measures whose titles have the telling words, the one whose title says no more, or also has the other words.

    "Het Techniepact" is the pact and not its monitor; "de streefcijfers bij de ministeries" are those whose title has
    ministries. All of them where neither tells one from the others.
    """
    whole = [m for m in measures if is_whole_title(content_words(words), m)]
    if len(whole) == 1:
        return whole
    beside = words_beside(words, measures)
    having = [m for m in measures if beside and beside <= set(all_words(m.title))]
    return having if len(having) == 1 else list(measures)


def words_beside(words: str, measures: Sequence[Measure]) -> set[str]:
    """The words of a description that any question may have, and that stand in the title of some measure."""
    said = [w for w in all_words(words) if len(w) >= _SHORTEST_PART and w in stop_words() and not cues.says_little(w)]
    return {w for w in said if w not in cues.word_set("thing") and any(w in all_words(m.title) for m in measures)}


def is_whole_title(words: Sequence[str], measure: Measure) -> bool:
    """Whether words are all that a title tells, but for typing errors."""
    title = content_words(measure.title)
    if not words or len(title) != len(words):
        return False
    return all(
        any(stem(word) == stem(other) or fuzz.ratio(word, other) >= _SAME_WORD for other in title) for word in words
    )


def has_in_title(words: str, measure: Measure) -> bool:
    """Whether every telling word stands in a measure's title."""
    wanted = _wanted(words)
    return bool(wanted) and all(found_in(word, measure.title) == 1 for word in wanted)


def carrying(words: str, measures: Sequence[Measure]) -> list[Measure]:
    """The measures in which every telling word stands, in the title, the heading or the text."""
    wanted = _wanted(words)
    if not wanted:
        return []
    return [m for m in measures if all(_stands_in(word, m) for word in wanted)]


def _stands_in(word: str, measure: Measure) -> bool:
    """Whether a measure has the word, another form of it, or a compound with it."""
    others = _words_of(f"{measure.title} {measure.heading} {measure.theme} {measure.explanation} {measure.who}")
    root = stem(word)
    within = len(root) >= _SHORTEST_PART
    return any(word == other or root == stem(other) or (within and root in other) for other in others)


@lru_cache(maxsize=256)
def _wanted(words: str) -> tuple[str, ...]:
    found = content_words(words)
    telling = [word for word in found if word not in _GENERIC]
    return tuple(telling or found)


def _found(word: str, measure: Measure, *, titles: bool) -> float:
    value = found_in(word, measure.title)
    if titles:
        return value
    value = max(value, HEADING * found_in(word, measure.heading), HEADING * found_in(word, measure.theme))
    if value >= EXPLANATION:
        return value
    return max(value, EXPLANATION * found_in(word, measure.explanation), EXPLANATION * found_in(word, measure.who))


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(content_words(text))


def found_in(word: str, text: str) -> float:
    """1 where the text has the word, less where it has it in a compound or misspelt, 0 where it has not."""
    others = _words_of(text)
    if word in others:
        return 1.0
    root = stem(word)
    if any(stem(other) == root for other in others):
        return 1.0
    if len(root) >= _SHORTEST_PART and any(root in other or word in other for other in others):
        return PART  # a stem may have lost letters inside: "burgerschap"
    if len(word) >= 5 and any(fuzz.ratio(word, other) >= 84 for other in others if len(other) >= 5):
        return TYPO
    parts = [stem(other) for other in others if len(other) > 5 and stem(other) in word]
    if len(root) < _SHORTEST_PART:
        return 0.0
    if not parts:  # "kennisoverzicht" of an "overzicht" that has "kennis" in another compound
        heads = [word.removesuffix(w) for w in fold(text).split() if len(w) > 5 and word.endswith(w)]
        return PART if any(len(h) >= _SHORTEST_PART and any(h in other for other in others) for h in heads) else 0.0
    rest = [word.replace(part, "", 1) for part in parts]  # "pestonderzoek": "onderzoek", and "pest" in "pestgedrag"
    both = any(len(r) >= _SHORTEST_PART and any(r in other for other in others) for r in rest)
    return PART if both else WHOLE
