"""The one way from a query to its answer."""

from app.answer import Answer
from app.answering import details, fields, groups, lists, rankings, topics
from app.answering.selection import Selection, UnknownReportError, select_rows, target_rows
from app.answering.source import Source, TopicFinder
from app.answering.unanswerable import no_such_measure, no_such_report
from app.query import Query


def answer(query: Query, source: Source, *, topic_find: TopicFinder | None = None) -> Answer:
    """The answer to a query, complete; the topic finder is `index.topic.find` unless another is given."""
    try:
        selection = select_rows(query, source, topic_find)
    except UnknownReportError:
        return no_such_report(query, source)
    if query.target and not target_rows(query.target, source, selection.report):
        return no_such_measure(selection)
    return _said(selection, topic_find)


def _said(selection: Selection, topic_find: TopicFinder | None) -> Answer:
    query = selection.query
    if query.ask == "field" and query.field and query.field != "all":
        return fields.field_answer(selection, topic_find)
    if query.ask in ("field", "detail") and query.topic is None:
        return details.details_answer(selection)
    if selection.finding is not None and not len(selection.certain):
        return topics.nothing_found(selection, topic_find)
    match query.ask:
        case "count":
            return lists.count_answer(selection)
        case "percentage":
            return lists.percentage_answer(selection)
        case "groups":
            return groups.groups_answer(selection)
        case "rank":
            return rankings.rank_answer(selection)
    return topics.topic_answer(selection) if query.topic is not None else lists.list_answer(selection)
