"""Lists that are asked for yes or no: whether there are any measures, or whether all of some have something."""

from dataclasses import replace

import numpy as np

from app.answering.composing import NAMED_IN_FULL, Part
from app.answering.predicates import joined, noun_phrase, number_sentence, predicates
from app.answering.selection import Selection
from app.answering.source import Rows
from app.query import Query, select
from app.truth import CERTAIN, NO
from app.wording import listed, named


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
