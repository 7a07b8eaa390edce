"""A question that stands by itself: read, its measure looked up by title where it names one, answered."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.query import Query
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
    reading = course.read(without_own_paper(message, course.assistant.report.introduction) or message)
    query = reading.query
    if query.ask == "field" and query.topic is not None and not query.target:
        named = named_measures(query.topic, course.assistant.measures)
        if named:
            ids = tuple(course.id_of(found.row) for found in named)
            query = replace(query, topic=None, target=ids)
    return query, reading
