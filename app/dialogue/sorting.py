"""The rules for a turn about the order of time: "rangschik ze van vroegste naar laatste", "wat is als eerste klaar?".

The words are data (`[sorting]` in `data/operations.toml`); every word of the turn must be one of them. What is said of
the two ends of time tells the direction: the end that is named first comes first.
"""

import re
from dataclasses import replace

from app.dialogue import fieldwords, narrowing
from app.dialogue.forms import word_sets
from app.dialogue.moment import Moment, Problem, Step
from app.query import Order

_WORD = re.compile(r"[^\s,;:?!.()]+")
_FIRST = ("eerst", "eerste")  # of time, or of place: "wat het laatst afloopt eerst"
_OF_ONE = ("asks", "dates", "time", "near", "far", "beside")
_NOT_OF_ORDER = ("one", "asks", "dates")
LONGEST = 18


def in_order_of_time(m: Moment) -> Step | Problem | None:
    """The list by end date; None where the message says anything else."""
    if len(m.base.shown) <= 1 or (descending := from_the_far_end(m.plain)) is None:
        return None
    order = Order("end", descending)
    return Step(replace(m.base_query, ask="list", group_by=(), extreme=None, field=None, order=order), m.base)


def end_of_time(m: Moment) -> Step | Problem | None:
    """The measure of the list that ends first or last, however it is asked for; None where something else is said."""
    words, sets = _WORD.findall(m.plain), word_sets("sorting")
    if len(m.base.shown) <= 1 or m.last.query is None or m.last.query.ask == "rank" or len(words) > LONGEST:
        return None
    if not all(word in sets["one"] or any(word in sets[kind] for kind in _OF_ONE) for word in words):
        return None
    place = next((n for n, word in enumerate(words) if word in sets["far"] or word in sets["near"]), len(words))
    end, behind = words[place : place + 1], words[place + 1 :]
    adverb = any(not word.endswith("e") for word in end)  # "het laatst"; "de laatste" is one of the list by itself
    timed = any(word in sets["time"] for word in (words if adverb else behind))
    asks = any(word in sets["asks"] for word in words) or any(word in sets["dates"] for word in behind[:1])
    if not (timed and asks) or any(word in sets["direction"] for word in end):
        return None
    query = m.read(m.message).query
    of_rows = any(re.search(pattern, m.plain) for pattern in fieldwords.table()["places"]["same"])
    if query.ask == "rank" and query.topic is None and not of_rows:  # read as such by itself
        return None
    asked = "welke loopt het langst door?" if end[0] in sets["far"] else "welke moet het eerst klaar zijn?"
    return narrowing.refined(Moment(asked, m.conversation, m.course))


def from_the_far_end(plain: str) -> bool | None:
    """Whether a message asks for the latest first, False for the earliest first; None where it asks for no order."""
    words, sets = _WORD.findall(plain), word_sets("sorting")
    if len(words) > LONGEST or not all(
        any(word in sets[kind] for kind in sets if kind not in _NOT_OF_ORDER) for word in words
    ):
        return None
    ends = [word for word in words if word in sets["far"] or word in sets["near"]]
    bare = [word for word in ends if word not in _FIRST]
    sorts = any(word in sets["sorts"] for word in words)
    timed = any(word in sets["time"] for word in words) or any(word in sets["chronological"] for word in words)
    front = any(word in sets["front"] for word in words) or (len(ends) > 1 and any(word in _FIRST for word in ends))
    direct = any(word in sets["direction"] for word in words)
    if not ((sorts and (timed or bare)) or (front and ends) or (direct and timed)):
        return None
    first = (bare or ends or [""])[0]
    return first in sets["far"]
