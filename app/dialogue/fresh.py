"""A question that stands by itself: read, its measure looked up by title where it names one, answered."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.conversation import Conversation, Reply
from app.dialogue import cues
from app.dialogue.measures import fieldwords, pointing
from app.dialogue.measures.asking import bare_field, is_status_of_it
from app.dialogue.measures.meant import meant, telling
from app.dialogue.moment import ASKS, IN_FRONT
from app.filters import Headings, KindIs, Owners, PersonIs, Themes
from app.query import FieldName, Query, certain_rows, select
from app.titles import named_measures

if TYPE_CHECKING:
    from app.dialogue.course import Course
    from app.reading import Reading


_PAPER = re.compile(r"(?P<name>\w{6,}) (?P<first>(?:19|20)\d\d)\s*[-–]\s*(?P<last>(?:19|20)\d\d)")


def without_own_paper(message: str, introduction: str) -> str:
    """The message without the name of the paper whose progress the report tells: that chooses no measures."""
    for paper in _PAPER.finditer(introduction):
        own = rf"\s*{paper['first']}\s*(?:[-–]|tot|t/m|tot en met)\s*{paper['last']}"
        years = rf"(?:{own}|(?!\s*(?:van |uit |voor )?(?:19|20)\d\d))"
        name = rf"\b(?:(?:uit|in|van|volgens|over) )?(?:(?:de|het|deze) )?{paper['name']}\b{years}"
        message = re.sub(name, " ", message, flags=re.IGNORECASE)
    return " ".join(message.split())


def fresh_query(message: str, course: "Course") -> tuple[Query, "Reading"]:
    """The query of a question by itself, and its reading."""
    alone = without_own_paper(message, course.assistant.report.introduction)
    reading = course.read(alone or message)
    if alone and alone != message and reading.other_report is None:  # "de emancipatienota die na 2025 gaat gelden"
        reading = replace(reading, other_report=course.read(message).other_report)
    query = reading.query
    if query.ask == "field" and query.topic is not None and not query.target:
        papers = _papers_of_members(query.topic, course)
        named = () if papers else named_measures(query.topic, course.assistant.measures)
        if papers:
            query = replace(query, topic=None, target=papers)
        elif named:
            ids = tuple(course.id_of(found.row) for found in named)
            query = replace(query, topic=None, target=ids)
    return query, reading


_ASIDE = re.compile(
    r"\b(?:tussendoor|tussenin|zij ?sprong\w*|zijstap\w*|zijweg\w*|terzijde|ter zijde|a ?propos|losse|buiten dit om)\b"
)
_GOES_ON = re.compile(r"^(?:en|maar|of|dan|ook|alleen|daarvan|zonder)\b")


def set_apart(words: str, reply: Reply, before: Conversation) -> Reply:
    """The reply, its turn marked where the words before the question turn to something else for good.

    Args:
        words: what stands before the question: "andere vraag, ", and not "tussendoor: ".
        reply: to the question.
        before: the conversation before it; a question of what it showed last is none of something else.
    """
    turns, last = reply.conversation.turns, before.last
    same = bool(turns and last) and set(turns[-1].shown) <= set(last.shown if last else ())
    if same or len(turns) <= len(before.turns) or _ASIDE.search(cues.plain(words)):
        return reply
    return Reply(reply.answer, replace(reply.conversation, turns=(*turns[:-1], replace(turns[-1], apart=True))))


def complete_after_another(message: str, conversation: Conversation, course: "Course") -> bool:
    """Whether a question names its own owner or place, after another question was begun that made no list."""
    turns = conversation.turns
    first = next((n for n in range(len(turns) - 1, -1, -1) if turns[n].apart or not turns[n].pointed), None)
    if first is None or not turns[first].apart or not turns[first].pointed:
        return False
    plain = cues.plain(message)
    if not ASKS.match(plain) or _GOES_ON.match(plain) or cues.points_back(message):
        return False
    query = course.read(message).query
    return query.ask in ("list", "count") and any(isinstance(c, Owners | Themes | Headings) for c in query.filters)


def _papers_of_members(words: str, course: "Course") -> tuple[str, ...]:
    """The measures of words that are a paper by the members who proposed it: "de wet van Hammelburg"."""
    query = course.read(words).query
    by_role = [f for f in query.filters if isinstance(f, PersonIs) and f.role is not None]
    if not by_role or len(by_role) != len(query.filters) or query != Query(filters=query.filters):
        return ()
    columns, day = course.assistant.columns, course.assistant.report.reference_date
    return tuple(course.id_of(int(row)) for row in certain_rows(select(query, columns, day)))


_THAT_THING = re.compile(r"\b(?:die|dat|deze|dit) (?!is\b|zijn\b|wordt\b|worden\b)(?P<noun>[a-z][a-z-]{2,})\b")
_SENTENCE = re.compile(r" (?:en|of) |^(?:ik|we|wij|je|jij|u|er|ze|als|omdat|nu|toen)\b|\d")
_WHAT_IS_THAT = re.compile(r"^(?:wie|wat) (?:is|zijn) (?:dat|die|het)$")
_WHAT_IS_DONE = re.compile(r"^(?:en )?wat (?:doet|doen|gebeurt|wordt|gaat|kan|heeft)\b")
_MOST_WORDS = 6
_OF_IT = re.compile(r"\b(?:die|dat|deze|dit|hij|\w*(?:er|daar)(?:aan|bij|mee|over|van|voor|op|in))\b")


def asked_in_front(message: str, course: "Course") -> Query | None:
    """The field that a question asks of what stands in front: "draagmoederschap: wanneer moet die wet klaar zijn?"."""
    head, *behind = IN_FRONT.split(message, maxsplit=1)
    tail = cues.plain(behind[0]) if behind else ""
    thing = _THAT_THING.search(tail)
    said = tail[: thing.start()] + "die" + tail[thing.end() :] if thing else tail
    noun = thing["noun"] if thing and not cues.says_little(thing["noun"]) else ""
    field = _field_of_it(said) or _field_of_it(tail)
    if (
        field in (None, "page")
        or not telling(head)
        or ASKS.match(cues.plain(head))
        or _SENTENCE.search(cues.plain(head))
    ):
        return None
    if len(head.split()) > _MOST_WORDS or _WHAT_IS_THAT.match(tail):
        return None
    if _OF_IT.search(tail) is None and (bare_field(tail) is None or _WHAT_IS_DONE.match(tail)):
        return None
    query = course.read(head).query
    if query.topic is None or query.target or not all(isinstance(c, KindIs) for c in query.filters):
        return None
    ids = _titled(course, head) or (meant(course, head, noun) if noun else ()) or meant(course, head)
    known = (
        not noun
        or noun in cues.word_set("thing")
        or any(pointing.carrying(noun, [course.by_id[i]]) for i in ids if i in course.by_id)
    )
    return Query(ask="field", field=field, target=ids) if ids and known else None


def has_own_antecedent(message: str) -> bool:
    """Whether a pronoun is of what the message itself has in front: "steun voor organisaties, wat valt daaronder?"."""
    head, *behind = IN_FRONT.split(message, maxsplit=1)
    said = cues.plain(head)
    if not behind or not telling(head) or ASKS.match(said) or _SENTENCE.search(said):
        return False
    if pointing.description(head) is not None or _THAT_THING.search(said) or cues.points_back(head):
        return False
    return ASKS.match(cues.plain(behind[0])) is not None and cues.points_back(behind[0])


def _titled(course: "Course", words: str) -> tuple[str, ...]:
    """The one measure whose title holds all telling words."""
    having = pointing.best(words, tuple(course.by_id.values()), 1.0, titles=True)
    return tuple(i for i, measure in course.by_id.items() if measure in having) if len(having) == 1 else ()


def _field_of_it(tail: str) -> FieldName | None:
    """The field that a clause asks of what it names by a pronoun."""
    if is_status_of_it(tail):
        return "status"
    asked = fieldwords.asked_field(tail)
    return bare_field(tail) or (asked.field if asked is not None and not telling(asked.rest) else None)
