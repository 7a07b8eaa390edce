"""The one way from a query to its answer."""

from dataclasses import replace

from app.answer import Answer, shown_id
from app.answering import details, fields, groups, lists, rankings, topics
from app.answering.selection import Selection, UnknownReportError, report_of, select_rows, target_rows
from app.answering.source import Source, TopicFinder
from app.answering.unanswerable import no_such_measure, no_such_report
from app.query import Query
from app.titles import named_measures


def answer(query: Query, source: Source, *, topic_find: TopicFinder | None = None) -> Answer:
    """The answer to a query, complete; the topic finder is `index.topic.find` unless another is given."""
    try:
        query = with_target(query, source)
        chosen = replace(query, filters=()) if query.ask == "field" else query  # its filters ask yes or no
        selection = replace(select_rows(chosen, source, topic_find), query=query)
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


def with_target(query: Query, source: Source) -> Query:
    """A question of one field whose words name measures, with those as its target; else the query as it is."""
    if query.ask != "field" or query.target or query.topic is None:
        return query
    measures = report_of(query, source).measures
    found = named_measures(query.topic, measures)
    if not found:
        return query
    several = len(source.reports) > 1
    return replace(query, topic=None, target=tuple(shown_id(measures[n.row], several=several) for n in found))
