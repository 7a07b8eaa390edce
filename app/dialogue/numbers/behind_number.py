"""The list that stands behind a number or a ranking, where a turn goes on from the list and not from the number.

"Hoeveel procent is dat?" asks something of a list, which stays the list: "verdeel ze over de thema's", "welke daarvan
zijn over tijd?". Behind "welk ministerie heeft de meeste?" stand the measures of the ministry that was named: "laat die
zien". A turn that asks the number again ("en van OCW?", "en de minste?") is not of the list.
The words are data (`[behind_number]` in `data/operations.toml`).
"""

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from app.answering import answer as answer_query
from app.answering.group_filter import group_filter
from app.answering.rankings import best_groups
from app.conversation import Conversation, Turn
from app.dialogue import cues
from app.dialogue.bags import word_sets, words_of
from app.dialogue.lists import refining
from app.dialogue.measures.pointing import current_list
from app.query import Order, Query

if TYPE_CHECKING:
    from app.dialogue.course import Course


def with_list_behind(message: str, conversation: Conversation, course: "Course") -> Conversation:
    """The conversation with the list in the place of the number that its last turn gave, where a message is of it."""
    last = conversation.last
    query = last.query if last is not None else None
    if last is None or query is None or (query.topic is not None and query.ask == "rank"):
        return conversation
    behind = None
    if query.ask == "percentage":
        behind = _behind_share(message, last, query, conversation, course)
    elif query.ask == "rank" and len(query.group_by) == 1 and _points(message) and not _of_count(conversation, query):
        behind = _behind_ranking(last, query, course)
    return Conversation((*conversation.turns[:-1], behind)) if behind is not None else conversation


def _behind_share(message: str, last: Turn, query: Query, conversation: Conversation, course: "Course") -> Turn | None:
    """The list of which a share was asked; where none was shown before, those that were counted."""
    before = current_list(conversation.before_last())
    told = before is not None and before.query is not None and before.query.ask == "list" and not query.filters
    if told and before is not None and before.shown == last.shown:
        return before if _points(message) or _changes(message, course) else None
    if not _points(message):
        return None
    filters = refining.narrowed(query.filters, query.share)
    asked = replace(query, ask="list", filters=filters, share=(), group_by=(), extreme=None, field=None)
    return replace(last, query=asked, kind="list", count=len(last.shown))


def _of_count(conversation: Conversation, query: Query) -> bool:
    """Whether a ranking was asked of what had been counted and not shown: "laat die zien" is of all counted."""
    before = current_list(conversation.before_last())
    counted = before.query if before is not None else None
    return counted is not None and counted.ask == "count" and counted.filters == query.filters


def _behind_ranking(last: Turn, query: Query, course: "Course") -> Turn | None:
    """The measures of the group, or the groups, that a ranking named."""
    filters = _of_best_groups(query, course)
    if not filters:
        return None
    narrowed = refining.narrowed(refining.narrowed(query.filters, query.share), filters)
    asked = replace(query, ask="list", filters=narrowed, share=(), group_by=(), extreme=None, limit=None, place=1)
    asked = replace(asked, whether=None, sizes=None)
    return Turn(last.question, asked, "list", course.ids(asked))


def _of_best_groups(query: Query, course: "Course") -> refining.Filters:
    """The condition by which measures are of the group that a ranking names, or of one of several; () for none."""
    answer = answer_query(replace(query, as_of=query.as_of or course.as_of), course.assistant.index)
    filters: refining.Filters = ()
    for label in best_groups(query, answer.groups or ()):
        condition = group_filter(query.group_by[0], label)
        if condition is None:
            return ()
        filters = refining.added(filters, (condition,))
    return filters


def _points(message: str) -> bool:
    """Whether a message points at measures: "laat die zien", "welke daarvan", "verdeel ze"."""
    plain = cues.plain(message)
    sets, words = word_sets("behind_number"), words_of(plain)
    if cues.cue("show", message) is not None or cues.POINTING.search(plain) is not None:
        return True
    those = any(one in sets["those"] and two in sets["measures"] for one, two in pairwise(words))
    return those or any(word in sets["points"] for word in words)


def _changes(message: str, course: "Course") -> bool:
    """Whether a message groups, orders, ranks or takes less of a list: "per thema", "zonder OCW"."""
    words, sets = words_of(cues.plain(message)), word_sets("behind_number")
    if not words or any(word in sets["number"] for word in words):
        return False
    first = next((word for word in words if word not in sets["before"]), "")
    query = course.read(message).query
    sorts = query.order != Order() or bool(query.group_by) or query.extreme is not None
    return first in sets["begins"] or sorts
