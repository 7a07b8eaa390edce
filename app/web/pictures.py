"""Pictures of the current selection: status per ministry and per theme, and deadlines per quarter.

Each picture is drawn from the same numbers as the table beside it; the bars are for the mouse and the eye, the table
has the same links and is what a screen reader reads.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.answer import Answer
from app.filters import EndIn, HasEnd, Owners, StatusIn, Themes
from app.query import Filter, Query
from app.web.controls import address_of, quarter_of, quarter_words
from app.wording import STATUS_ORDER, day, owner_name, status_labels
from ingest.records import Measure, Period


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the address of the measures that it counts; no address where it is 0 or no filter says it."""

    key: str
    label: str
    number: int
    share: float  # per cent of the longest bar
    address: str | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a picture."""

    label: str
    full: str
    address: str | None
    cells: tuple[Cell, ...]
    total: int
    now: bool = False  # the reference date lies in it


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its table."""

    key: str
    title: str
    label: str  # heading of the first column
    columns: tuple[tuple[str, str], ...]  # (key, label) of the parts of a bar
    bars: tuple[Bar, ...]
    note: str = ""


def pictures_of(answer: Answer, query: Query) -> tuple[Picture, ...]:
    """The pictures of the measures shown; a picture with fewer than two bars shows nothing and is left out."""
    measures = answer.measures
    ministries = Counter(code for m in measures for code in m.owners)
    themes = Counter(m.theme for m in measures)
    pictures = [
        Picture(
            "ministerie",
            "Status per ministerie",
            "Ministerie",
            _status_columns(measures),
            _status_bars(
                [
                    (code, owner_name(code) or code, Owners((code,)), [m for m in measures if code in m.owners])
                    for code, _ in sorted(ministries.items(), key=lambda pair: (-pair[1], pair[0]))
                ],
                query,
                _status_columns(measures),
            ),
            "Een gedeelde maatregel telt bij elk van zijn ministeries mee.",
        ),
        Picture(
            "thema",
            "Status per thema",
            "Thema",
            _status_columns(measures),
            _status_bars(
                [(theme, theme, Themes((theme,)), [m for m in measures if m.theme == theme]) for theme in themes],
                query,
                _status_columns(measures),
            ),
        ),
        _calendar(measures, query, answer.as_of),
    ]
    return tuple(picture for picture in pictures if len(picture.bars) > 1)


def _status_columns(measures: Sequence[Measure]) -> tuple[tuple[str, str], ...]:
    columns = [(str(code), status_labels()[code]) for code in STATUS_ORDER if any(m.status == code for m in measures)]
    return (*columns, ("onbekend", "onbekend")) if any(m.status is None for m in measures) else tuple(columns)


def _status_bars(
    lines: Sequence[tuple[str, str, Filter, list[Measure]]], query: Query, columns: tuple[tuple[str, str], ...]
) -> tuple[Bar, ...]:
    longest = max((len(measures) for *_, measures in lines), default=1)
    bars = []
    for label, full, condition, measures in lines:
        narrowed = query.narrowed(condition)
        cells = []
        for key, status in columns:
            number = sum(("onbekend" if m.status is None else str(m.status)) == key for m in measures)
            address = address_of(narrowed.narrowed(StatusIn((int(key),)))) if number and key.isdigit() else None
            cells.append(Cell(key, status, number, 100 * number / longest, address))
        bars.append(Bar(label, full, address_of(narrowed), tuple(cells), len(measures)))
    return tuple(bars)


def _calendar(measures: Sequence[Measure], query: Query, as_of: date) -> Picture:
    """Deadlines per quarter; an end that is only stated as a year stands after that year's quarters."""
    quarters: Counter[tuple[date, bool]] = Counter()
    undated = 0
    for measure in measures:
        end = measure.deadline.end
        if end is None or end.last is None:
            undated += 1
            continue
        quarter = quarter_of(end.last)
        whole = end.first is None or quarter.first is None or end.first < quarter.first
        quarters[end.last if whole else quarter.first or end.last, whole] += 1
    today = quarter_of(as_of)
    if quarters and today.first:
        quarters.setdefault((today.first, False), 0)
    longest = max([*quarters.values(), undated, 1])

    def bar(label: str, number: int, condition: Filter | None, *, now: bool = False) -> Bar:
        address = address_of(query.narrowed(condition)) if condition and number else None
        cell = Cell("einde", "maatregelen", number, 100 * number / longest, address)
        return Bar(label, label, address, (cell,), number, now)

    bars = []
    for (first, whole), number in sorted(quarters.items()):
        if whole:
            bars.append(bar(f"{first.year}, zonder kwartaal", number, None))
        else:
            quarter = quarter_of(first)
            bars.append(bar(quarter_words(quarter), number, _ends(quarter), now=quarter == today))
    if undated:
        bars.append(bar("zonder einddatum", undated, HasEnd(False)))
    return Picture(
        "kwartaal",
        "Einddatum per kwartaal",
        "Kwartaal",
        (("einde", "Aantal maatregelen"),),
        tuple(bars) if quarters else (),
        f"De peildatum {day(as_of)} valt in {quarter_words(today)}.",
    )


def _ends(quarter: Period) -> Filter:
    return EndIn(quarter)
