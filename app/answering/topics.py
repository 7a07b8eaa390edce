"""Topics, found by meaning: what treats them, the sentence that answers, or that nothing does."""

from dataclasses import replace
from functools import partial

from app.answer import Answer, Quote
from app.answering.composing import Part, Said, beside, compose
from app.answering.lists import number_sentence
from app.answering.selection import Selection
from app.answering.source import TopicFinder
from app.wording import named, quoted

NEARBY = "In de buurt"
WITHOUT_FILTERS = "Wel over dit onderwerp"


def topic_answer(selection: Selection) -> Answer:
    """What treats the topic, best first; a question of detail is answered with its sentence, verbatim."""
    query, found = selection.query, selection.finding
    rows = [int(row) for row in selection.certain]
    aside = beside(selection)
    parts: tuple[Part, ...] = ()
    headline = number_sentence(query, len(rows), selection.total)
    quote = found.quote if found else None
    if quote is not None and quote[0] in rows:
        row, sentence = quote
        measure = selection.source.measures[row]
        aside["quote"] = Quote(measure.id, sentence)
        if query.ask == "detail":
            rows = [row, *(other for other in rows if other != row)]
            headline = f"In maatregel {named(measure, several=selection.several)} staat: {quoted(sentence)}"
            if len(rows) > 1:
                parts = (Part((number_sentence(query, len(rows), selection.total),)),)
        elif len(rows) > 1:
            parts = (Part((f"De best passende zin staat in maatregel {measure.id}: {quoted(sentence)}",)),)
        else:
            parts = (Part((f"Daarin staat: {quoted(sentence)}",)),)
    shown = rows if query.limit is None else rows[: query.limit]
    return compose(selection, Said("topic", headline, parts, selection.measures(shown), fields=aside))


def nothing_found(selection: Selection, find: TopicFinder | None) -> Answer:
    """No measure treats the topic, or none of those that pass the filters does."""
    query, topic = selection.query, selection.query.topic or ""
    if query.filters or query.target:
        if find is None:
            from index.topic import find as find_in_index

            find = partial(find_in_index, selection.source)  # type: ignore[assignment, arg-type, unused-ignore]
        everywhere = find(topic, selection.scope, broad=query.broad, filtered=False)  # type: ignore[misc, unused-ignore]
        if everywhere.hits:
            headline = number_sentence(query, 0, selection.total)
            aside = beside(selection)
            if not aside["related"]:
                others = selection.measures([hit.row for hit in everywhere.hits])
                aside |= {"related": others, "related_label": WITHOUT_FILTERS, "reasons": ()}
            return compose(selection, Said("topic", headline, fields={**aside, "count": 0}))
        selection = replace(selection, finding=everywhere)
    headline = f"De rapportage bevat geen maatregel over {quoted(topic)}."
    near = selection.measures([hit.row for hit in selection.finding.nearby]) if selection.finding else ()
    fields = {"related": near, "related_label": NEARBY if near else "", "count": None}
    return compose(selection, Said("abstain", headline, fields=fields))
