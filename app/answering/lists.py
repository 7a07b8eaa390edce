"""Lists and counts: all that passes, with the number and the denominator first."""

from dataclasses import replace

import numpy as np

from app.answer import Answer
from app.answering.checks import checked
from app.answering.composing import Part, Said, beside, compose
from app.answering.predicates import joined, noun_phrase, number_sentence, predicates
from app.answering.selection import Selection
from app.answering.source import Rows
from app.query import Query, select
from app.truth import CERTAIN
from app.wording import number, percentage

HALF = 50  # percent: more is "de meeste", "de meerderheid", "meer dan de helft"
ORDER_WORDS = {
    "end": ("gesorteerd op einddatum, vroegste eerst", "gesorteerd op einddatum, laatste eerst"),
    "status": ("gesorteerd op status", "gesorteerd op status, in omgekeerde volgorde"),
    "owner": ("gesorteerd op ministerie", "gesorteerd op ministerie, in omgekeerde volgorde"),
    "title": ("gesorteerd op titel", "gesorteerd op titel, van Z naar A"),
}


def list_answer(selection: Selection) -> Answer:
    """All certain measures; the defensible ones and the ones without a date apart."""
    query = selection.query
    headline = number_sentence(query, len(selection.certain), selection.total)
    told = checked(selection)
    parts: tuple[Part, ...] = ()
    if told is not None:
        headline, parts = told
    shown = _cut(selection)
    words = ORDER_WORDS.get(query.order.by)
    if len(shown) < len(selection.certain):
        first = "dit is de eerste" if len(shown) == 1 else f"dit zijn de eerste {len(shown)}"
        if len(shown) > (query.limit or 0):
            first = f"{first} (wat op dezelfde dag eindigt, telt mee)"
        headline = f"{headline[:-1]}; {first}{', ' + words[query.order.descending] if words else ''}."
    elif words and len(shown) > 1:
        headline = f"{headline[:-1]}, {words[query.order.descending]}."
    aside = beside(selection)
    if len(shown) < len(selection.certain):
        aside |= {"related": (), "related_label": "", "reasons": (), "undated": ()}
    return compose(selection, Said("list", headline, parts, selection.measures(shown), fields=aside))


def _cut(selection: Selection) -> Rows:
    """The rows up to the limit; in order of deadline also those that end on the same day as the last of them."""
    query, rows = selection.query, selection.certain
    if query.limit is None or query.limit >= len(rows):
        return rows
    stop = query.limit
    if query.order.by == "end" and stop:
        ends = selection.source.columns.end_last
        while stop < len(rows) and ends[rows[stop]] and ends[rows[stop]] == ends[rows[stop - 1]]:
            stop += 1
    return rows[:stop]


def count_answer(selection: Selection) -> Answer:
    """The number asked for, with the measures that were counted."""
    headline = number_sentence(selection.query, len(selection.certain), selection.total)
    return compose(
        selection, Said("count", headline, measures=selection.measures(selection.certain), fields=beside(selection))
    )


def percentage_answer(selection: Selection) -> Answer:
    """What share of the selection has the asked property, with numerator and denominator.

    The property is the query's `share`; where that is empty, its last filter.
    """
    query = selection.query
    share = query.share or query.filters[-1:]
    if not share:  # a percentage of nothing in particular: their number
        return count_answer(selection)
    if not query.share:
        base = replace(query, filters=query.filters[:-1])
        whole_values = select(base, selection.source.columns, selection.as_of)
        whole = np.intersect1d(np.flatnonzero(whole_values == CERTAIN), selection.scope)
        query = base
    else:
        whole = selection.certain
    values = select(Query(filters=share), selection.source.columns, selection.as_of)
    part = np.array([row for row in whole if values[row] == CERTAIN], dtype=np.int64)
    value = percentage(len(part), len(whole))
    measures = selection.measures(part)
    if not len(whole):
        headline = number_sentence(query, 0, selection.total)
        return compose(selection, Said("count", headline, fields={"count": None}))
    whole_words = noun_phrase(query)
    clause = joined([p for c in share for p in predicates(Query(filters=(c,)))], len(part))
    amount = {0: "geen enkele", 1: "één"}.get(len(part), str(len(part)))
    comma = "," if " die " in whole_words or "waarin " in whole_words else ""
    verb, _, rest = clause.partition(" ")
    yes = "" if query.whether is None else "Ja: " if value > HALF else "Nee: "
    headline = (
        f"{yes}{number(value)} procent: van de {len(whole)} {whole_words}{comma} {verb} er {amount} {rest}".rstrip()
        + "."
    )
    return compose(selection, Said("count", headline, measures=measures, fields={"count": value}))
