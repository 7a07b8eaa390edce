"""Answers of yes or no about many measures, and the numbers of two groups beside each other."""

from dataclasses import replace

import numpy as np

from app.answering.composing import NAMED_IN_FULL, Part
from app.answering.predicates import joined, noun_phrase, number_sentence, predicates
from app.answering.selection import Selection
from app.answering.source import Rows
from app.filters import Owners, StatusIn, Themes
from app.filters.sides import TWO, two_sides
from app.query import Filter, Query, select
from app.truth import CERTAIN, NO
from app.wording import listed, named, status_labels

Groups = tuple[tuple[str, int], ...]


def checked(selection: Selection) -> tuple[str, tuple[Part, ...]] | None:
    """The first sentence, and what is an exception: "Nee: 13 van de 16 maatregelen van VWS zijn in uitvoering.".

    None where no yes or no is asked, and where a later turn of the conversation changed what was asked.
    """
    query = selection.query
    if query.whether is None or query.limit is not None:
        return None
    if not query.whether:
        amount = len(selection.certain)
        return _answered(number_sentence(query, amount, selection.total), yes=amount > 0), ()
    base = replace(query, filters=tuple(f for f in query.filters if f not in query.whether), whether=None)
    if len(base.filters) + len(query.whether) != len(query.filters):
        return None
    return _of_all(selection, base)


def compared(selection: Selection) -> tuple[str, Groups] | None:
    """The first sentence where two groups stand beside each other, and their numbers; None where they do not.

    As in "Maatregelen die afgerond zijn: 15 van OCW en 6 van SZW, een verschil van 9.".
    """
    query = selection.query
    if len(query.group_by) != 1 or query.share or query.sizes is not None or query.limit is not None:
        return None
    for condition in query.filters:
        sides = two_sides(condition)
        if sides is None or sides[0] != query.group_by[0].replace("quarter", "year"):
            continue
        rest = replace(query, filters=tuple(f for f in query.filters if f != condition), whether=None)
        first, second = (_amount(selection, replace(rest, filters=(*rest.filters, side))) for side in sides[1:])
        apart = f"een verschil van {abs(first - second)}" if first != second else "evenveel"
        phrase = noun_phrase(rest)
        noun, lead = ("maatregelen ", "") if phrase == "maatregelen" else ("", f"{phrase[0].upper()}{phrase[1:]}: ")
        sentence = f"{lead}{first} {noun}{sides[1].describe()} en {second} {sides[2].describe()}, {apart}."
        if query.whether:
            more = first > second if query.whether == (sides[1],) else second > first
            sentence = _answered(sentence, yes=more)
        labels = [name for side in sides[1:] for name in _names(side)]
        return sentence, tuple(zip(labels, (first, second), strict=True)) if len(labels) == TWO else ()
    return None


def _names(side: Filter) -> tuple[str, ...]:
    match side:
        case Owners(codes):
            return codes
        case Themes(names):
            return names
        case StatusIn(codes):
            return tuple(status_labels()[code] for code in codes)
    return ()


def _amount(selection: Selection, query: Query) -> int:
    values = select(query, selection.source.columns, selection.as_of)
    return int(np.count_nonzero(values[selection.scope] == CERTAIN))


def _of_all(selection: Selection, base: Query) -> tuple[str, tuple[Part, ...]]:
    query, amount = selection.query, len(selection.certain)
    values = select(base, selection.source.columns, selection.as_of)
    whole: Rows = selection.scope[values[selection.scope] == CERTAIN]
    if not len(whole):
        return _answered(number_sentence(base, 0, selection.total), yes=False), ()
    phrase = noun_phrase(base)
    if len(whole) == 1 and " die " not in phrase:
        noun, *rest_of_phrase = phrase.split()
        kind = "" if noun == "maatregelen" else f" onder de {noun}"
        subject = " ".join((f"de enige maatregel{kind}", *rest_of_phrase))
        clause = "" if amount else "niet "
    else:
        numbers = {0: "geen", 1: "één"}.get(amount, str(amount))
        every = "beide" if len(whole) == 2 else f"alle {len(whole)}"
        some = every if amount == len(whole) else f"{numbers} van de {len(whole)}"
        subject, clause = f"{some} {phrase}{',' if ' die ' in phrase or 'waarin ' in phrase else ''}", ""
    told = joined([p for c in query.whether or () for p in predicates(Query(filters=(c,)))], amount)
    verb, _, rest = told.partition(" ")
    sentence = f"{subject} {verb} {clause}{rest}".rstrip() + "."
    return _answered(sentence, yes=amount == len(whole)), _exceptions(selection, whole)


def _exceptions(selection: Selection, whole: Rows) -> tuple[Part, ...]:
    """Those of which it does not hold; what may be meant as well is named elsewhere."""
    values = select(selection.query, selection.source.columns, selection.as_of)
    rows = whole[values[whole] == NO]
    if not len(rows) or not len(selection.certain):
        return ()
    measures = selection.measures(np.sort(rows))
    full = len(measures) <= NAMED_IN_FULL
    names = [named(m, several=selection.several) if full else m.id for m in measures]
    return (
        Part(
            (f"Voor {len(names)} {'maatregel' if len(names) == 1 else 'maatregelen'} geldt dat niet: {listed(names)}.",)
        ),
    )


def _answered(sentence: str, *, yes: bool) -> str:
    first = "é" if sentence.startswith("Eén") else sentence[0].lower()
    return f"{'Ja' if yes else 'Nee'}: {first}{sentence[1:]}"
