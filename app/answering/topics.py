"""Topics, found by meaning: what treats them, the sentence that answers, or that nothing does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.answer import Answer, Quote
from app.answering.composing import Part, Said, beside, compose
from app.answering.predicates import number_sentence
from app.answering.selection import Selection
from app.answering.source import Hit, TopicFinder, index_finder
from app.wording import named, quoted
from index.amounts import asked_amount

REASON_WORDS = {
    "words": "dezelfde woorden:",
    "concept": "in andere woorden:",
    "sentence": "deze zin past erbij:",
    "question": "past bij de vraag",
}
NEARBY = "In de buurt"
WITHOUT_FILTERS = "Wel over dit onderwerp"


def topic_answer(selection: Selection) -> Answer:
    """What treats the topic, best first; a question of detail is answered with its sentence, verbatim."""
    query, found = selection.query, selection.finding
    rows = [int(row) for row in selection.certain]
    aside = beside(selection)
    aside["reasons"] = (*aside["reasons"], *(_reasons(selection, found.hits) if found else ()))
    parts: tuple[Part, ...] = ()
    headline = number_sentence(query, len(rows), selection.total)
    quote = found.quote if found else None
    if quote is not None and quote.row in rows:
        row, sentence = quote.row, quote.sentence
        measure = selection.source.measures[row]
        aside["quote"] = Quote(measure.id, sentence)
        if query.ask == "detail":
            rows = [row, *(other for other in rows if other != row)]
            headline = f"In maatregel {named(measure, several=selection.several)} staat: {quoted(sentence)}"
            if len(rows) > 1:
                parts = (Part((number_sentence(query, len(rows), selection.total),)),)
    shown = rows if query.limit is None else rows[: query.limit]
    return compose(selection, Said("topic", headline, parts, selection.measures(shown), fields=aside))


def _reasons(selection: Selection, hits: Sequence[Hit]) -> Iterator[tuple[str, str]]:
    """Of each hit the plainest reason, in words."""
    for hit in hits:
        if hit.reasons:
            reason = hit.reasons[0]
            yield selection.source.measures[hit.row].id, f"{REASON_WORDS[reason.kind]} {quoted(reason.text)}"


def nothing_found(selection: Selection, find: TopicFinder | None) -> Answer:
    """No measure treats the topic, or none of those that pass the filters does."""
    query, topic = selection.query, selection.query.topic or ""
    if query.filters or query.target:
        look = find or index_finder(selection.source)
        everywhere = look(query.sought, selection.scope, broad=query.broad, filtered=False)
        if everywhere.hits:
            headline = number_sentence(query, 0, selection.total)
            aside = beside(selection)
            if not aside["related"]:
                others = selection.measures([hit.row for hit in everywhere.hits])
                aside |= {"related": others, "related_label": WITHOUT_FILTERS, "reasons": ()}
            return compose(selection, Said("topic", headline, fields={**aside, "count": 0}))
        selection = replace(selection, finding=everywhere)
    if selection.finding is not None and selection.finding.known and asked_amount(topic):
        headline = f"De rapportage noemt geen aantal of bedrag bij {quoted(topic)}."
    elif query.ask == "detail":
        headline = f"De rapportage geeft geen antwoord op de vraag {quoted(topic)}."
    else:
        headline = f"De rapportage bevat geen maatregel over {quoted(topic)}."
    near = selection.measures([hit.row for hit in selection.finding.nearby]) if selection.finding else ()
    fields = {"related": near, "related_label": NEARBY if near else "", "count": None}
    return compose(selection, Said("abstain", headline, fields=fields))
