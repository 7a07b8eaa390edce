"""The rule for a message that asks to be told of one of the list: "leg die over verlof eens uit", "details laatste".

The words are data (`[telling]` in `data/operations.toml`). What they leave is a place in the list, or words that stand
in the titles of some of the list and not of all.
"""
# ruff: noqa: E501 - the rules are tables of expressions, one a line

import re
from functools import lru_cache

from app.dialogue import cues
from app.dialogue.bags import bag, word_sets
from app.dialogue.lists import refining
from app.dialogue.lists.change import change
from app.dialogue.lists.going_about import asks_which_are
from app.dialogue.measures import pointing
from app.dialogue.measures.asking import bare_field, is_status_of_it
from app.dialogue.moment import IN_FRONT, Moment, Problem, Step
from app.filters import KindIs
from index.words import stop_words

_POINTS = re.compile(
    r"\b(?:die|dat|deze|dit|degene|diegene|(?:de|het|die|dat) (?:maatregel|actie|punt|ene))(?: het)? (?:met|over|voor|van|rond|rondom|waar\w*|die|bij|tegen|om|inzake)\b"
)
_MOST = 4  # of so many measures all is told
_LONGEST = 16
_BARE = 3  # words of a message that only names something


def told_of_list(m: Moment) -> Step | Problem | None:
    """All that is said of what the message names in the list; None where it says anything else."""
    words = bag(m.plain, "telling", longest=_LONGEST).words
    tells, beside, bare = _words()
    if len(m.base.shown) <= 1 or not words or asks_which_are(m.plain):
        return None
    tail = cues.plain(IN_FRONT.split(m.message, maxsplit=1)[-1])
    if tail != m.plain and (bare_field(tail) is not None or is_status_of_it(tail)):
        return None  # "die in de zorg, hoe staat het daarmee?"
    left = [word for word in words if word not in tells and word not in beside]
    asks = any(word in tells for word in words)
    placed = [word for word in left if cues.ordinal(f"de {word}") is not None]
    if left and len(placed) == len(left):
        pointed = pointing.by_place(m.message if len(placed) > 1 else f"de {placed[0]}", m.conversation)
        return m.about(pointed.ids) if asks and isinstance(pointed, pointing.Pointed) else None
    named = not m.last.pointed and len(words) <= _BARE and all(word in left or word in bare for word in words)
    if not left or placed or len(left) > _BARE or not (asks or named):
        return None
    if any(cues.says_little(word) or word in stop_words() for word in left):
        return None
    query = m.read_like(" ".join(left)).query
    if query.target or (query.topic is None and not asks) or any(not isinstance(c, KindIs) for c in query.filters):
        return None
    titled = [m.measures[i] for i in m.base.shown if i in m.measures and _named(left, m.measures[i].title)]
    titled = pointing.closest_titled(" ".join(left), titled)
    ids = tuple(i for i in m.base.shown if m.measures.get(i) in titled)
    if not ids and asks and _POINTS.search(m.plain):  # "leg die met de vertrouwenspersoon eens uit": by its text
        shown = {i: m.measures[i] for i in m.base.shown if i in m.measures}
        having = pointing.carrying(" ".join(left), tuple(shown.values()))
        ids = tuple(i for i, measure in shown.items() if measure in having)
        near = pointing.by_words(" ".join(left), m.conversation, m.measures, near_only=True) if not ids else None
        ids = near.ids if near is not None else ids
    return m.about(ids) if 0 < len(ids) <= min(_MOST, len(m.base.shown) - 1) else None


def told_of_the_ranked(m: Moment) -> Step | Problem | None:
    """The message "vertel meer over die met de verste deadline": all that is said of the one of the list that has it."""
    query = m.read(m.message).query
    if not bag(m.plain, "telling").says("explains") or query.ask != "rank" or query.group_by or query.topic:
        return None
    if not refining.dimensions(query.filters) <= {"time", "status"}:  # "de eerste deadline" is one to come
        return None
    step = change(m, "narrow", m.message) if len(m.base.shown) > 1 else None
    last = m.course.after(m.message, step, m.conversation).last if isinstance(step, Step) else None
    return m.about(last.shown) if last is not None and last.shown else None


def told_of_the_one(m: Moment) -> Step | Problem | None:
    """All that is said of the one measure on the table, asked for in words that name nothing: "leg die eens uit"."""
    said, ids = bag(m.plain, "telling", longest=_LONGEST), m.last.focus or m.last.shown
    if len(ids) != 1 or not said.says("explains") or said.says("others"):
        return None
    known = said.only("explains", "beside", "of_it", "bare", beside=cues.word_set("light") - {"laatste"})
    return m.about(ids) if known else None


def _named(words: list[str], title: str) -> bool:
    return all(pointing.found_in(word, title) >= pointing.PART for word in words)


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that ask to be told, those that may stand beside them, and those beside a name that stands alone."""
    sets = word_sets("telling")
    return sets["tells"], sets["beside"] | cues.word_set("light") - {"laatste"}, sets["bare"]
