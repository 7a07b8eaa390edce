"""An answer as the HTML that the chat shows: one article of semantic HTML, on one line, every value escaped."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlencode

from markupsafe import Markup

from app.answer import Answer
from app.answering.group_filter import group_filter
from app.answering.groups import shown
from app.export import to_text
from app.filters import PersonIs
from app.query import GROUP_WORDS, GroupKey, Query
from app.web.controls import (
    address_of,
    chips_of,
    downloads_of,
    facets_of,
    listing,
    sorts_of,
)
from app.web.marking import sought_stems
from app.web.pages import on_one_line, render
from app.web.pictures import pictures_of
from app.web.rows import Row, Shelf, rows_of
from app.wording import count_of, day, owner_name, source_line
from index.columns import Columns

TELLING = frozenset({"explain", "greeting", "clarify", "abstain", "rank", "field"})  # kinds whose words are shown whole
UNFOLDED = 3  # rows of "vertel meer over ..." whose explanation is shown at once; more are a list to choose from


@dataclass(frozen=True, slots=True)
class Part:
    """Measures that stand apart from the answer."""

    label: str
    prefix: str
    rows: tuple[Row, ...]
    open: bool


@dataclass(frozen=True)
class Engine:
    """What the view needs beside the answer: the columns that count, and the reports that are named."""

    columns: Columns
    shelf: Shelf


def answer_html(answer: Answer, asked: str, engine: Engine) -> str:
    """The answer to what was asked; `asked` is "" for an answer that a control or an address led to."""
    query = answer.query
    shelf, as_of = engine.shelf, answer.as_of
    report = shelf.reports.get(answer.measures[0].report) if answer.measures else None
    if query is not None and report is not None and as_of != report.reference_date:
        query = replace(query, as_of=as_of)  # so that every control keeps the date that the user set
    stems = sought_stems(_sought(query))
    reasons = dict(answer.reasons)
    rows = rows_of(answer.measures, shelf, as_of, stems, reasons)
    apart = [
        Part(label, prefix, rows_of(measures, shelf, as_of, stems, reasons), open=not rows and not answer.groups)
        for label, prefix, measures in (
            (answer.related_label or "Ook mogelijk", "ook", answer.related),
            ("Zonder einddatum", "zonder", answer.undated),
        )
        if measures
    ]
    listed = listing(query) if query is not None else None
    pictures = pictures_of(answer, listed) if listed is not None and len(rows) > 1 else ()
    return on_one_line(
        render(
            "answer.html",
            kind=answer.kind,
            address=address_of(query) if query is not None else question_address(asked),
            page_title=f"{asked or answer.reading or 'Antwoord'} – Maatwijzer",
            asked=asked,
            headline=answer.headline,
            blocks=_blocks(answer),
            reading=_reading(answer),
            chips=chips_of(query) if query is not None else (),
            ignored=answer.ignored,
            choices=answer.choices,
            quote=_quote(answer, shelf),
            groups=_groups(answer, listed),
            take=_take(answer, asked, shelf),
            rows=rows,
            caption=_caption(answer),
            unfolded=query is not None and query.tells_all and len(rows) <= UNFOLDED,
            sorts=sorts_of(listed) if listed is not None and len(rows) > 1 else {},
            apart=apart,
            notes=answer.notes,
            source=answer.source if _told(answer) else "",
            refine=_refine(answer, listed, engine) if listed is not None and rows else None,
            pictures=Markup(render("pictures.html", pictures=pictures, total=_caption(answer))) if pictures else "",
            suggestions=answer.suggestions,
        )
    )


def message_html(
    headline: str,
    lines: Iterable[str] = (),
    asked: str = "",
    suggestions: Iterable[str] = (),
    address: str = "",
    kind: str = "message",
) -> str:
    """An answer that holds no measures: the welcome, an error, a full queue. Without an address the page keeps its."""
    values = {"headline": headline, "text": tuple(lines), "asked": asked, "suggestions": tuple(suggestions)}
    return on_one_line(render("message.html", address=address, kind=kind, **values))


def question_address(asked: str) -> str:
    """The address of a question that no query came of: a term, a greeting, an abstention."""
    return "/?" + urlencode({"gesteld": asked}) if asked else "/"


def _sought(query: Query | None) -> str:
    if query is None:
        return ""
    people = [condition.shown for condition in query.filters if isinstance(condition, PersonIs) and condition.name]
    return " ".join([query.topic or "", *people])


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the items of a list."""

    text: str = ""
    items: tuple[str, ...] = ()


def _told(answer: Answer) -> bool:
    """Whether the answer's words are shown whole, because no table says them."""
    return answer.kind in TELLING and not (answer.kind in ("rank", "field") and (answer.measures or answer.groups))


def _blocks(answer: Answer) -> tuple[Block, ...]:
    """The rest of the words that stands nowhere else on the page; lines that begin with a dash are a list."""
    if not _told(answer):
        return ()
    elsewhere = ("Gelezen als:", f"{answer.related_label} (", "Bron:") if answer.related else ("Gelezen als:", "Bron:")
    rest = answer.text.removeprefix(answer.headline).split("\n\n")
    kept = [part for part in rest if not part.strip().startswith(elsewhere) and part.strip() not in answer.notes]
    lines = [line.strip() for part in kept for line in part.split("\n") if line.strip()]
    blocks: list[Block] = []
    for listed, group in groupby(lines, key=lambda line: line.startswith("- ")):
        if listed:
            blocks.append(Block(items=tuple(line[2:] for line in group)))
        else:
            blocks.extend(Block(text=line) for line in group)
    return tuple(blocks)


def _reading(answer: Answer) -> str:
    if not answer.reading:
        return ""
    return f"{answer.reading.rstrip('.')}. Peildatum: {day(answer.as_of)}."


def _caption(answer: Answer) -> str:
    return count_of(len(answer.measures), answer.total)


def _quote(answer: Answer, shelf: Shelf) -> dict[str, str] | None:
    if answer.quote is None:
        return None
    measure = next((m for m in answer.measures if m.id == answer.quote.measure.rpartition(":")[2]), None)
    report = shelf.reports.get(measure.report) if measure else None
    return {
        "sentence": answer.quote.sentence,
        "source": source_line(report, (measure,)) if report and measure else answer.source,
    }


def _groups(answer: Answer, query: Query | None) -> dict[str, object] | None:
    if not answer.groups or answer.query is None:
        return None
    largest = max(number for _, number in answer.groups) or 1
    keys = answer.query.group_by
    rows = [
        {
            "label": _group_label(label, keys),
            "number": shown(number),
            "width": round(60 * number / largest, 1),
            "address": _group_address(label, keys, query),
        }
        for label, number in answer.groups
    ]
    label = " en ".join(GROUP_WORDS[key] for key in keys) or "groep"
    what = "Percentage" if answer.query.share else "Aantal maatregelen"
    return {"caption": f"{what} per {label}", "label": label.capitalize(), "rows": rows}


def _group_label(label: str, keys: tuple[str, ...]) -> str:
    name = owner_name(label) if keys == ("owner",) else None
    return f"{label} {name}" if name else label.replace(" | ", ", ")


def _group_address(label: str, keys: tuple[GroupKey, ...], query: Query | None) -> str | None:
    """The address that lists a group; None where the group is not one of the plain kinds."""
    if query is None:
        return None
    parts = [part.strip() for part in label.split(" | ")]
    if len(parts) != len(keys):
        return None
    for key, part in zip(keys, parts, strict=True):
        condition = group_filter(key, part)
        if condition is None:
            return None
        query = query.narrowed(condition)
    return address_of(query)


def _take(answer: Answer, asked: str, shelf: Shelf) -> dict[str, object] | None:
    if answer.kind in ("greeting", "clarify", "abstain"):
        return None
    lines = [f"Vraag: {asked}" if asked else "", to_text(answer, tuple(shelf.reports.values()))]
    files = downloads_of(answer.query) if answer.query is not None and (answer.measures or answer.groups) else ()
    return {
        "text": "\n".join(line for line in lines if line),
        "downloads": [{"label": label, "address": address} for label, address in files],
    }


def _refine(answer: Answer, query: Query, engine: Engine) -> dict[str, object]:
    plain = replace(query, as_of=None)
    return {
        "facets": facets_of(answer, query, engine.columns),
        "as_of": f"{answer.as_of:%d-%m-%Y}",
        "date_address": address_of(plain),
        "own_date_address": address_of(plain) if query.as_of is not None else None,
    }
