"""A question that stands by itself: read, its measure looked up by title where it names one, answered."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.query import Query
from app.titles import named_measures

if TYPE_CHECKING:
    from app.dialogue.course import Course
    from app.reading import Reading


def fresh_query(message: str, course: "Course") -> tuple[Query, "Reading"]:
    """The query of a question by itself, and its reading."""
    reading = course.read(message)
    query = reading.query
    if query.ask == "field" and query.topic is not None and not query.target:
        named = named_measures(query.topic, course.assistant.measures)
        if named:
            ids = tuple(course.id_of(found.row) for found in named)
            query = replace(query, topic=None, target=ids)
    return query, reading
