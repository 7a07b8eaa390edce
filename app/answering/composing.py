"""The text of an answer, complete in itself: the sentence, the reading, every measure, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.answer import Answer, Kind, shown_id
from app.answering.selection import Selection, doubts
from app.answering.suggestions import suggestions
from app.wording import as_of_line, listed, pages_words, source_line, status_label
from ingest.records import Measure

POSSIBLE = "Ook mogelijk"
NAMED_IN_FULL = 5  # so many undated measures are named with their title; of more, the numbers


@dataclass(frozen=True, slots=True)
class Part:
    """A block of lines in the text, with a heading of its own where it has one."""

    lines: tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the kinds of answer differ in; the rest is made the same way for all."""

    kind: Kind
    headline: str
    parts: tuple[Part, ...] = ()
    measures: tuple[Measure, ...] = ()
    listed: bool = True  # the measures are written out in the text below the parts
    fields: dict[str, Any] = field(default_factory=dict)  # further fields of the answer


def measure_line(measure: Measure, *, several: bool = False, extra: str = "") -> str:
    """One measure on a line: number, title, status in words, owner, planning, page."""
    parts = [
        f"{shown_id(measure, several=several)} {measure.title}",
        status_label(measure),
        f"wie: {measure.who.strip().rstrip(',') or 'niet vermeld'}",
        f"wanneer: {measure.deadline.text.strip() or 'niet vermeld'}",
        pages_words(measure),
        extra,
    ]
    return "- " + " | ".join(part for part in parts if part)


def compose(selection: Selection, said: Said) -> Answer:
    """The answer, with its text put together from the same parts for every kind."""
    query, several = selection.query, selection.several
    related = said.fields.get("related", ())
    related_label = said.fields.get("related_label", "")
    undated = said.fields.get("undated", ())
    reasons = dict(said.fields.get("reasons", ()))
    notes = said.fields.get("notes", ())
    reading = query.describe()
    source = source_line(selection.report, said.measures)

    blocks: list[str] = [said.headline, f"Gelezen als: {reading} {as_of_line(selection.as_of, selection.report)}"]
    blocks += [_block(part) for part in said.parts]
    if said.measures and said.listed:
        blocks.append("\n".join(measure_line(m, several=several) for m in said.measures))
    if related:
        lines = tuple(measure_line(m, several=several, extra=reasons.get(m.id, "")) for m in related)
        blocks.append(_block(Part(lines, f"{related_label} ({len(related)}):")))
    if undated:
        blocks.append(_undated_line(undated, several=several))
    blocks += notes
    blocks.append(source)
    fields = {
        "reading": reading,
        "source": source,
        "several_reports": several,
        "count": len(said.measures),
        "suggestions": suggestions(selection, said.measures, said.fields.get("groups")),
        **said.fields,
    }
    return Answer(
        kind=said.kind,
        text="\n\n".join(block for block in blocks if block),
        headline=said.headline,
        query=query,
        as_of=selection.as_of,
        total=selection.total,
        measures=said.measures,
        **fields,
    )


def _block(part: Part) -> str:
    return "\n".join((part.heading, *part.lines) if part.heading else part.lines)


def _undated_line(undated: Sequence[Measure], *, several: bool) -> str:
    amount = "één maatregel" if len(undated) == 1 else f"{len(undated)} maatregelen"
    if len(undated) > NAMED_IN_FULL:
        names = ", ".join(shown_id(m, several=several) for m in undated)
    else:
        names = listed([f"{shown_id(m, several=several)} ({m.title.rstrip('.')})" for m in undated])
    return f"Zonder einddatum in de rapportage, en daarom niet meegeteld: {amount}: {names}."


def beside(selection: Selection) -> dict[str, Any]:
    """The defensible measures with the reason of the doubt, and the ones without a date."""
    possible = selection.measures(selection.possible)
    reasons = []
    for row, measure in zip(selection.possible, possible, strict=True):
        chips = doubts(selection, int(row))
        if chips:
            reasons.append((measure.id, f"niet zeker: {listed(chips)}"))
    return {
        "related": possible,
        "related_label": POSSIBLE if possible else "",
        "reasons": tuple(reasons),
        "undated": selection.measures(selection.undated),
    }
