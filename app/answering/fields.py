"""One field of one measure, or of the few that the question points at: who, when, status, theme, heading, page."""

from app.answer import Answer
from app.answering.composing import Part, Said, compose
from app.answering.details import details_answer
from app.answering.lists import list_answer
from app.answering.selection import Selection, target_rows
from app.answering.source import TopicFinder
from app.answering.topics import nothing_found
from app.query import FieldName
from app.truth import NO
from app.wording import day, is_stated, listed, named, pages_words, quoted, status_label, unit, who_words
from ingest.records import Measure


def field_answer(selection: Selection, find: TopicFinder | None) -> Answer:
    """The field of each measure named; a filter in the query makes it a question that takes yes or no."""
    query = selection.query
    name: FieldName = query.field or "all"
    if query.target:
        rows = target_rows(query.target, selection.source, selection.report)
        if query.topic is not None:  # the topic chose among the measures named
            rows = [int(row) for row in selection.certain] or rows
    else:
        rows = [int(row) for row in selection.certain]
    if not rows and query.topic is not None:
        return nothing_found(selection, find)
    if not rows or name == "all":
        return list_answer(selection) if not rows else details_answer(selection)
    measures = selection.measures(rows)
    sentences = [sentence(measure, name, selection) for measure in measures]
    if query.filters:
        sentences = [_yes_or_no(selection, row, plain) for row, plain in zip(rows, sentences, strict=True)]
    further = [field for field in query.also if field not in (name, "all")]
    sentences = [
        " ".join((said, *(sentence(measure, field, selection, who="Zij") for field in further)))
        for said, measure in zip(sentences, measures, strict=True)
    ]
    value = field_value(measures[0], name)
    if len(measures) == 1:
        fields = {"field": (name, value)}
        return compose(selection, Said("field", sentences[0], measures=measures, fields=fields))
    together = _together(measures, name)
    headline = (
        not query.filters and not further and together
    ) or f"Er zijn {len(measures)} maatregelen die hierbij passen; van elk staat hieronder het antwoord."
    same = {field_value(measure, name) for measure in measures}
    fields = {"field": (name, value if len(same) == 1 else "; ".join(_each(measures, name)))}
    part = Part(tuple(f"- {line}" for line in sentences))
    return compose(selection, Said("field", headline, (part,), measures, fields=fields))


def _each(measures: tuple[Measure, ...], name: FieldName) -> list[str]:
    return [f"{measure.id}: {field_value(measure, name)}" for measure in measures]


def _together(measures: tuple[Measure, ...], name: FieldName) -> str:
    """One sentence for all where the field is the same for all; empty where it is not."""
    values = {field_value(measure, name) for measure in measures}
    if len(values) > 1 or name == "explanation":
        return ""
    numbers = listed([measure.id for measure in measures])
    first = measures[0]
    words = {
        "owners": f"zijn alle van {who_words(first)}" if is_stated(first.who) else "noemen geen verantwoordelijke",
        "end": f"hebben alle de planning {quoted(first.deadline.text)}",
        "status": f"zijn alle {status_label(first)}",
        "theme": f"vallen alle binnen het thema {quoted(first.theme)}",
        "heading": f"staan alle onder het kopje {quoted(first.heading)}",
        "page": f"staan alle op {pages_words(first)}",
    }[name]
    return f"De maatregelen {numbers} {words}."


def field_value(measure: Measure, name: FieldName) -> str:
    """The field as printed; of the status the label."""
    match name:
        case "owners":
            return measure.who
        case "end":
            return measure.deadline.text
        case "status":
            return status_label(measure)
        case "theme":
            return measure.theme
        case "heading":
            return measure.heading
        case "page":
            return ", ".join(str(page) for page in measure.source.pages)
    return measure.explanation


def sentence(measure: Measure, name: FieldName, selection: Selection, who: str = "") -> str:
    """The field in a sentence that stands alone; `who` stands for a measure that was named before."""
    who = who or f"Maatregel {named(measure, several=selection.several)}"
    match name:
        case "owners":
            return owners_sentence(measure, who)
        case "end":
            return end_sentence(measure, who, selection)
        case "status":
            return f"{who} is {status_label(measure)}."
        case "theme":
            return f"{who} valt binnen het thema {quoted(measure.theme)}."
        case "heading":
            if not measure.heading:
                return f"{who} staat niet onder een kopje, wel binnen het thema {quoted(measure.theme)}."
            return f"{who} staat onder het kopje {quoted(measure.heading)} (thema {measure.theme})."
        case "page":
            if not measure.source.pages:
                return f"{who} komt uit een document zonder pagina's."
            pages = [str(page) for page in measure.source.pages]
            return f"{who} staat op {'pagina' if len(pages) == 1 else 'de pagina’s'} {listed(pages)}."
    if not measure.explanation:
        return f"{who} heeft geen toelichting."
    return f"De toelichting bij maatregel {named(measure, several=selection.several)}: {measure.explanation}"


def owners_sentence(measure: Measure, who: str) -> str:
    """Who is responsible: "... is van EZK (Economische Zaken en Klimaat)."."""
    if measure.government_wide and not measure.owners:
        return f"{who} is van alle ministeries samen: in de kolom “Wie” staat {quoted(measure.who)}."
    if not measure.owners and not measure.bodies:
        printed = quoted(measure.who) if measure.who.strip() else "niets"
        return f"{who} heeft geen verantwoordelijke in de rapportage: in de kolom “Wie” staat {printed}."
    return f"{who} is van {who_words(measure)}."


def end_sentence(measure: Measure, who: str, selection: Selection) -> str:
    """When it ends, with the status where that matters; that no end is stated where none is."""
    deadline, end = measure.deadline, measure.deadline.end
    printed = quoted(deadline.text) if deadline.text.strip() else "niets"
    if end is None or end.last is None:
        status = f"De status is {quoted(status_label(measure))}."
        if deadline.start is not None:
            return (
                f"{who} heeft geen einddatum in de rapportage: in de kolom “Wanneer” staat {printed}, "
                f"dat is een begin. {status}"
            )
        return f"{who} heeft geen einddatum in de rapportage: in de kolom “Wanneer” staat {printed}. {status}"
    name = unit(end.first, end.last) if end.first else None
    if name == deadline.text.strip():
        when = f"{'op' if end.first == end.last else 'in'} {name}"
        ends, source = f"klaar {when}", ""
    else:
        when = f"uiterlijk {day(end.last)}"
        ends, source = f"klaar op {day(end.last)}", f" In de kolom “Wanneer” staat {printed}."
    if measure.status == 4:
        return f"{who} is afgerond; volgens de planning moest dat {when}.{source}"
    if measure.status == 0:
        return f"{who} is {status_label(measure)}; de planning was {when}.{source}"
    if end.last < selection.as_of:
        state = f"de status is {quoted(status_label(measure))}"
        return f"{who} had volgens de planning klaar moeten zijn {when}; {state}.{source}"
    if measure.status == 1:
        return f"{who} is volgens de planning {ends}; de status is {quoted(status_label(measure))}.{source}"
    return f"{who} is volgens de planning {ends}.{source}"


def _yes_or_no(selection: Selection, row: int, plain: str) -> str:
    """The sentence with "Ja, " or "Nee, " before it: whether the measure passes the filters of the question."""
    columns, as_of = selection.source.columns, selection.as_of
    passes = all(c.select(columns, as_of)[row] != NO for c in selection.query.filters)
    return f"{'Ja' if passes else 'Nee'}, {plain[:1].lower()}{plain[1:]}"
