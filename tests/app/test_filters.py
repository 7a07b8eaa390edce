# ruff: noqa: E501 - tables of cases
"""Filters: certain, defensible or not, on measures made for it; and each filter's words, JSON and address."""

from datetime import date

import numpy as np
import pytest

from app.address import from_address
from app.filters import (
    AllOf,
    AnyOf,
    EndIn,
    GovernmentWide,
    HasEnd,
    Headings,
    Ids,
    KindIs,
    Lasts,
    MinistryCount,
    Not,
    Overdue,
    Owners,
    PersonIs,
    Printed,
    RunsAfter,
    RunsDuring,
    StartIn,
    StatusIn,
    Themes,
    ToDoBy,
    Upcoming,
)
from app.query import Filter, Query, select
from index.columns import Columns
from ingest.records import Deadline, Measure, Period

AS_OF = date(2023, 11, 30)


def period(first: tuple[int, int, int], last: tuple[int, int, int]) -> Period:
    return Period(date(*first), date(*last))


Y2024 = period((2024, 1, 1), (2024, 12, 31))
Q2_2023, Q4_2023 = period((2023, 4, 1), (2023, 6, 30)), period((2023, 10, 1), (2023, 12, 31))
Q1_2024, Q2_2024 = period((2024, 1, 1), (2024, 3, 31)), period((2024, 4, 1), (2024, 6, 30))


def measure(number: str, title: str = "Maatregel", **more: object) -> Measure:
    values: dict[str, object] = {
        "id": number, "report": "2023", "theme_number": 1, "theme": "Arbeid", "heading": "Loon", "title": title,
        "status": 3, "status_text": "3", "deadline": Deadline(), "owners": ("OCW",), **more,
    }  # fmt: skip
    values.setdefault("who", ", ".join(values["owners"]))  # type: ignore[arg-type]
    return Measure(**values)  # type: ignore[arg-type]


MEASURES = (
    measure("1.1", deadline=Deadline("Q2 2023", end=Q2_2023)),
    measure("1.2", status=1, deadline=Deadline("Q2 2023", end=Q2_2023), owners=("OCW", "SZW")),
    measure("1.3", status=4, deadline=Deadline("Q2 2023", end=Q2_2023), owners=("SZW",)),
    measure("1.4", deadline=Deadline("Q4 2023", end=Q4_2023), owners=("OCW",), bodies=("SER",)),
    measure("1.5", deadline=Deadline("Q4 2023/ Q1 2024", end=Q1_2024, alternative_ends=(Q4_2023,)), owners=("BZK",)),
    measure("1.6", deadline=Deadline("2024", end=Y2024), owners=("SZW", "OCW", "VWS")),
    measure("1.7", deadline=Deadline("Doorlopend", ongoing=True), owners=("OCW",)),
    measure("1.8", status=0, owners=(), who="n.v.t.", heading="Zorg"),
    measure("1.9", owners=(), who="Kabinetsbreed", government_wide=True, theme="Zorg"),
    measure("1.10", owners=("SZW",), who="SZW, Rijksdienst afdeling OCW", bodies=("RCN",), status=None),
    measure("1.11", "Motie van lid Jansen", deadline=Deadline("2023 - 2026", start=date(2023, 1, 1), end=period((2026, 1, 1), (2026, 12, 31)))),
    measure("1.12", "Verkenning", explanation="In lijn met de motie Van der Berg en Pietersen en het onderzoek.", owners=("JenV",)),
)  # fmt: skip
COLUMNS = Columns.from_measures(MEASURES)


def chosen(condition: Filter) -> tuple[str, str]:
    """The certain and the defensible measures, without the theme's number."""
    values = condition.select(COLUMNS, AS_OF)
    return tuple(" ".join(COLUMNS.ids[n][2:] for n in np.flatnonzero(values == v)) for v in (2, 1))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("condition", "certain", "defensible"),
    [
        (Owners(("OCW",)), "1 2 4 6 7 11", "9 10"),  # government-wide, and named within another body's name
        (Owners(("OCW", "SZW")), "1 2 3 4 6 7 10 11", "9"),
        (Owners(("OCW", "SZW"), "all"), "2 6", "9 10"),
        (Owners(("OCW",), "only"), "1 4 7 11", "9"),
        (Owners(("OCW",), "alone"), "1 7 11", ""),
        (Owners(("OCW", "SZW"), "only"), "2", "9 10"),
        (Owners(("SER",)), "4", ""),
        (Owners(("DEF",)), "", "9"),
        (Not(Owners(("OCW",))), "3 5 8 12", "9 10"),
        (MinistryCount(2), "2 6", "9"),
        (MinistryCount(3), "6", "9"),
        (MinistryCount(0, 0), "8", "9"),
        (MinistryCount(1, 1), "1 3 4 5 7 10 11 12", ""),
        (GovernmentWide(), "9", ""),
        (StatusIn((3,)), "1 4 5 6 7 9 11 12", "10"),
        (StatusIn((3,), (1,)), "1 4 5 6 7 9 11 12", "2 10"),
        (StatusIn((3,), (1, 0)), "1 4 5 6 7 9 11 12", "2 8 10"),
        (StatusIn((1,)), "2", "7 10"),  # status 3 that says "Doorlopend"
        (StatusIn((4,)), "3", "10"),
        (Not(StatusIn((4,))), "1 2 4 5 6 7 8 9 11 12", "10"),
        (Not(StatusIn((1,))), "1 3 4 5 6 8 9 11 12", "7 10"),
        (EndIn(Q4_2023), "4", "5"),
        (EndIn(Q1_2024), "5", "6"),  # a bare 2024 only overlaps
        (EndIn(Y2024), "5 6", ""),
        (EndIn(Period(None, date(2023, 12, 31))), "1 2 3 4", "5"),
        (EndIn(Period(date(2024, 1, 1), None)), "5 6 11", ""),
        (EndIn(Q2_2024, Y2024), "", "5 6"),
        (Not(EndIn(Y2024)), "1 2 3 4 7 8 9 10 11 12", ""),
        (HasEnd(True), "1 2 3 4 5 6 11", ""),
        (HasEnd(False), "7 8 9 10 12", ""),
        (StartIn(period((2023, 1, 1), (2023, 12, 31))), "11", ""),
        (StartIn(Y2024), "", ""),
        (Lasts(37), "11", ""),  # begin and end are stated of no other
        (Lasts(0, 47), "", ""),
        (Lasts(48, 48), "11", ""),
        (RunsDuring(period((2025, 1, 1), (2025, 12, 31))), "11", "7 9 12"),
        (RunsDuring(Q2_2023), "1 2 4 5 6 11", "3 7 9 12"),
        (RunsAfter(date(2023, 12, 31)), "5 6 11", "7 9 12"),
        (RunsAfter(date(2024, 2, 1)), "11", "5 6 7 9 12"),
        (ToDoBy(date(2023, 12, 31)), "4", "1 2 5"),
        (ToDoBy(date(2024, 12, 31)), "4 5 6", "1 2"),
        (Overdue(), "1", "2"),
        (Overdue(date(2023, 12, 31)), "1", "2"),
        (Overdue(date(2024, 1, 1)), "1 4", "2 5"),
        (Overdue(date(2023, 6, 30)), "", ""),
        (Upcoming(), "4 5 6 11", ""),
        (Themes(("Zorg",)), "9", ""),
        (Themes(("Sport",)), "", ""),
        (Headings(("Zorg",)), "8", ""),
        (Ids(("1.2", "2023:1.3", "1.99", "2022:1.4")), "2 3", ""),
        (KindIs(("motie",)), "11", "12"),
        (KindIs(("motie",), mentioned=True), "11 12", ""),
        (KindIs(("onderzoek",)), "", "12"),
        (KindIs(("verkenning",)), "12", ""),
        (PersonIs("jansen"), "11", ""),
        (Printed("when", "Doorlopend"), "7", ""),
        (Printed("when", "Q1 2024"), "5", ""),
        (Printed("when", "2024"), "6", "5"),  # all that the cell says, and part of "Q4 2023/ Q1 2024"
        (Printed("when", "Q"), "", ""),  # whole words
        (Printed("who", "N.v.t."), "8", ""),
        (Not(Printed("who", "ocw")), "3 5 8 9 12", ""),
        (PersonIs("van der berg", "motie"), "12", ""),
        (PersonIs("pietersen"), "12", ""),
        (PersonIs("pietersen", "amendement"), "", ""),
        (AnyOf((Themes(("Zorg",)), Ids(("1.1",)))), "1 9", ""),
        (AnyOf((Ids(("1.9",)), AllOf((StatusIn((3,)), Ids(("1.1", "1.2")))))), "1 9", ""),
        (AnyOf(()), "", ""),
    ],
)  # fmt: skip
def test_a_filter_tells_certain_from_defensible(condition: Filter, certain: str, defensible: str):
    assert chosen(condition) == (certain, defensible)


def test_filters_together_are_the_least_certain_of_them():
    together = Query(filters=(Owners(("OCW",)), StatusIn((3,), (1,))))
    values = select(together, COLUMNS, AS_OF)
    assert [m.id for m, v in zip(MEASURES, values, strict=True) if v == 2] == ["1.1", "1.4", "1.6", "1.7", "1.11"]
    assert [m.id for m, v in zip(MEASURES, values, strict=True) if v == 1] == ["1.2", "1.9", "1.10"]


def test_no_measures_give_empty_columns_and_selections():
    none = Columns.from_measures(())
    for condition in (
        Owners(("OCW",)),
        EndIn(Y2024),
        KindIs(("motie",)),
        Themes(("Zorg",)),
        Overdue(),
        MinistryCount(2),
    ):
        assert condition.select(none, AS_OF).shape == (0,)


@pytest.mark.parametrize(
    ("condition", "words", "understood", "address"),
    [
        (Owners(("OCW", "SZW")), "van OCW of SZW", {"owners": ["OCW", "SZW"]}, (("ministerie", "OCW,SZW"),)),
        (Owners(("OCW", "SZW"), "all"), "van OCW en SZW samen", {"owners": ["OCW", "SZW"], "owners_mode": "all"}, (("samen", "OCW,SZW"),)),
        (EndIn(Y2024), "met einde in 2024", {"ends": {"from": "2024-01-01", "to": "2024-12-31"}}, (("einde", "2024-01-01..2024-12-31"),)),
        (StatusIn((3,), (1,)), "die nog lopen", {"statuses": [3], "statuses_possible": [1]}, (("status", "3~1"),)),
        (Not(StatusIn((4,))), "niet afgerond", {"not": {"statuses": [4]}}, (("niet.status", "4"),)),
        (Overdue(date(2023, 12, 1)), "over tijd op 1 december 2023", {"overdue": "2023-12-01"}, (("overtijd", "2023-12-01"),)),
        (Printed("when", "Loopt"), "met “Loopt” in de kolom Wanneer", {"printed": {"column": "when", "words": "Loopt"}}, (("wanneer-staat", "Loopt"),)),
        (Lasts(13), "met een genoemde duur van 13 maanden of meer", {"lasts_months": {"from": 13, "to": None}}, (("duur", "13.."),)),
        (KindIs(("motie",)), "van de soort motie", {"kinds": ["motie"]}, (("soort", "motie"),)),
        (PersonIs("van der laan", "motie"), "waarin het lid Van der Laan als indiener van een motie genoemd wordt", {"person": "Van der Laan", "role": "motie"}, (("lid", "van der laan:motie"),)),
    ],
)  # fmt: skip
def test_one_value_makes_the_words_the_json_and_the_address(
    condition: Filter, words: str, understood: dict, address: tuple
):
    assert condition.describe() == words
    assert condition.understood() == understood
    assert condition.address() == address
    assert from_address(address) == Query(filters=(condition,))
