"""The measures as columns, so that a filter is one pass over numpy arrays, at 149 rows or at a million.

Days are proleptic ordinals (`date.toordinal()`), 0 where there is none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.folding import fold
from index.kinds import measure_kinds, people_named
from ingest.records import Measure

UNKNOWN_STATUS = -1
Flags = NDArray[np.bool_]
Days = NDArray[np.int32]
Key = TypeVar("Key", str, int, tuple[str, str])


@dataclass(frozen=True, eq=False)
class Columns:
    """One array per column, all of length `count`, in the row order of the index."""

    count: int
    ids: tuple[str, ...]
    ministries: dict[str, Flags]  # code -> rows of which it is an owner; only codes that occur
    bodies: dict[str, Flags]
    ministry_count: NDArray[np.int16]
    body_count: NDArray[np.int16]
    government_wide: Flags
    status: NDArray[np.int8]  # UNKNOWN_STATUS where the sign is not explained
    start: Days
    end_first: Days  # first and last day of the stated end unit
    end_last: Days
    alternative_first: Days  # the first defensible other end
    alternative_last: Days
    ongoing: Flags
    theme: NDArray[np.int16]  # index into `themes`
    themes: tuple[str, ...]
    heading: NDArray[np.int32]  # index into `headings`
    headings: tuple[str, ...]
    report: NDArray[np.int16]  # index into `reports`
    reports: tuple[str, ...]
    row_of: dict[tuple[str, str], int] = field(default_factory=dict)  # (report key, measure id) -> row
    beside: dict[str, Flags] = field(default_factory=dict)  # code -> rows whose "wie" prints it without making it owner
    kinds: dict[str, Flags] = field(default_factory=dict)  # kind -> rows that are of it by their own subject
    kinds_defensible: dict[str, Flags] = field(default_factory=dict)  # kind -> rows that only mention it, or a sibling
    kinds_mentioned: dict[str, Flags] = field(default_factory=dict)  # kind -> rows in which its word stands
    people: dict[tuple[str, str], Flags] = field(default_factory=dict)  # (name, role) -> rows
    printed_when: tuple[str, ...] = ()  # the cells "wanneer" and "wie" as printed, folded
    printed_who: tuple[str, ...] = ()
    pages: dict[int, Flags] = field(default_factory=dict)  # page -> rows that stand on it, whole or in part

    @classmethod
    def from_measures(cls, measures: Sequence[Measure]) -> "Columns":
        """The columns of measures, in their order; no measures gives columns of length 0."""
        count = len(measures)

        def flags(names: Sequence[Iterable[Key]]) -> dict[Key, Flags]:
            columns: dict[Key, Flags] = {}
            for row, codes in enumerate(names):
                for code in codes:
                    columns.setdefault(code, np.zeros(count, dtype=np.bool_))[row] = True
            return columns

        def days(values: Sequence[int]) -> Days:
            return np.array(values, dtype=np.int32)

        kinds = [measure_kinds(m) for m in measures]
        codes = {code for m in measures for code in m.owners}
        themes = tuple(dict.fromkeys(m.theme for m in measures))
        headings = tuple(dict.fromkeys(m.heading for m in measures))
        reports = tuple(dict.fromkeys(m.report for m in measures))
        theme_index = {name: n for n, name in enumerate(themes)}
        heading_index = {name: n for n, name in enumerate(headings)}
        report_index = {name: n for n, name in enumerate(reports)}
        ends = [(m.deadline.end, m.deadline.alternative_ends[:1]) for m in measures]
        return cls(
            count=count,
            ids=tuple(m.id for m in measures),
            ministries=flags([m.owners for m in measures]),
            bodies=flags([m.bodies for m in measures]),
            ministry_count=np.array([len(m.owners) for m in measures], dtype=np.int16),
            body_count=np.array([len(m.bodies) for m in measures], dtype=np.int16),
            government_wide=np.array([m.government_wide for m in measures], dtype=np.bool_),
            status=np.array([UNKNOWN_STATUS if m.status is None else m.status for m in measures], dtype=np.int8),
            start=days([m.deadline.start.toordinal() if m.deadline.start else 0 for m in measures]),
            end_first=days([e.first.toordinal() if e and e.first else 0 for e, _ in ends]),
            end_last=days([e.last.toordinal() if e and e.last else 0 for e, _ in ends]),
            alternative_first=days([a[0].first.toordinal() if a and a[0].first else 0 for _, a in ends]),
            alternative_last=days([a[0].last.toordinal() if a and a[0].last else 0 for _, a in ends]),
            ongoing=np.array([m.deadline.ongoing for m in measures], dtype=np.bool_),
            theme=np.array([theme_index[m.theme] for m in measures], dtype=np.int16),
            themes=themes,
            heading=np.array([heading_index[m.heading] for m in measures], dtype=np.int32),
            headings=headings,
            report=np.array([report_index[m.report] for m in measures], dtype=np.int16),
            reports=reports,
            row_of={(m.report, m.id): row for row, m in enumerate(measures)},
            beside=flags([_printed_codes(m, codes) for m in measures]),
            kinds=flags([k.certain for k in kinds]),
            kinds_defensible=flags([k.defensible for k in kinds]),
            kinds_mentioned=flags([k.mentioned for k in kinds]),
            people=flags([people_named(m) for m in measures]),
            printed_when=tuple(fold(" ".join(m.deadline.text.split())) for m in measures),
            printed_who=tuple(fold(" ".join(m.who.split())) for m in measures),
            pages=flags([m.source.pages for m in measures]),
        )


def _printed_codes(measure: Measure, codes: set[str]) -> list[str]:
    """Codes of ministries that stand in "wie" as part of another name: OCW in "Rijksdienst ... afdeling OCW"."""
    return [c for c in re.findall(r"\w+", measure.who) if c in codes and c not in measure.owners]
