"""Everything the report says of one measure, or of each of a few."""

from collections.abc import Sequence

from app.answer import Answer
from app.answering.composing import Part, Said, compose
from app.answering.lists import list_answer
from app.answering.selection import Selection, target_rows
from app.wording import is_stated, named, pages_words, quoted, source_line, status_label, who_words
from ingest.records import Footnote, Measure

AT_MOST = 10  # of more measures a list is given: whole explanations of a hundred rows are no answer


def details_answer(selection: Selection) -> Answer:
    """All fields of the measures named, or of the few that the query selects."""
    query = selection.query
    rows: Sequence[int] = (
        target_rows(query.target, selection.source, selection.report)
        if query.target
        else [int(row) for row in selection.certain]
    )
    if not rows or len(rows) > AT_MOST:
        return list_answer(selection)
    measures = selection.measures(rows)
    if len(measures) == 1:
        headline = summary(measures[0], several=selection.several)
        part = Part(tuple(lines(measures[0], selection.report.footnotes)))
        return compose(selection, Said("field", headline, (part,), measures, listed=False))
    titles = {measure.title for measure in measures}
    if len(titles) == 1:
        headline = f"Er zijn {len(measures)} maatregelen met de titel {quoted(titles.pop())}."
    else:
        headline = f"Dit staat in de rapportage over de {len(measures)} maatregelen."
    parts = tuple(
        Part(
            (*lines(m, selection.report.footnotes), source_line(selection.report, [m])),
            f"Maatregel {named(m, several=selection.several)}",
        )
        for m in measures
    )
    return compose(selection, Said("field", headline, parts, measures, listed=False))


def summary(measure: Measure, *, several: bool = False) -> str:
    """The measure in one sentence: number, title, status, owner and planning."""
    who = (
        f"van {who_words(measure)}"
        if measure.owners or measure.bodies
        else "zonder verantwoordelijke in de kolom “Wie”"
    )
    if measure.government_wide:
        who = f"met als verantwoordelijke {quoted(measure.who)}"
    when = f"planning {quoted(measure.deadline.text)}" if is_stated(measure.deadline.text) else "zonder einddatum"
    return f"Maatregel {named(measure, several=several)} is {status_label(measure)}, {who}, {when}."


def lines(measure: Measure, footnotes: Sequence[Footnote] = ()) -> list[str]:
    """Each field on a line of its own, as printed; what is empty is said to be not there."""
    found = [
        f"Titel: {measure.title}",
        f"Thema: {measure.theme}" + (f" | kopje: {measure.heading}" if measure.heading else ""),
        f"Status: {status_label(measure)}",
        f"Wie: {who_words(measure) or 'niet vermeld'}",
        f"Wanneer: {measure.deadline.text.strip() or 'niet vermeld'}",
        f"Toelichting: {measure.explanation or 'geen'}",
    ]
    found += [f"{heading}: {text}" for heading, text in measure.extra]
    if measure.links:
        links = [f"{link.text} <{link.target}>" if link.target else link.text for link in measure.links]
        found.append(f"Verwijzingen in de toelichting: {'; '.join(links)}")
    for note in footnotes:
        if note.measure == measure.id or note.mark in measure.footnotes:
            found.append(f"Voetnoot {note.mark}: {note.text}")
    if pages_words(measure):
        found.append(f"Pagina: {pages_words(measure).removeprefix('p. ')}")
    return found
