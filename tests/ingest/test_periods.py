from datetime import date

import pytest

from ingest.periods import find_periods, find_units
from ingest.records import Period

Q = {1: ((1, 1), (3, 31)), 2: ((4, 1), (6, 30)), 3: ((7, 1), (9, 30)), 4: ((10, 1), (12, 31))}


def quarter(year, number):
    first, last = Q[number]
    return Period(date(year, *first), date(year, *last))


def year(number):
    return Period(date(number, 1, 1), date(number, 12, 31))


def day(y, m, d):
    return Period(date(y, m, d), date(y, m, d))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Q4 2023", quarter(2023, 4)),
        ("q4 2023", quarter(2023, 4)),
        ("Q4-2023", quarter(2023, 4)),
        ("Q42023", quarter(2023, 4)),
        ("Q4 '23", quarter(2023, 4)),
        ("2023-Q4", quarter(2023, 4)),
        ("2023 Q4", quarter(2023, 4)),
        ("K4 2023", quarter(2023, 4)),
        ("vierde kwartaal 2023", quarter(2023, 4)),
        ("4e kwartaal van 2023", quarter(2023, 4)),
        ("het laatste kwartaal van 2023", quarter(2023, 4)),
        ("in het 1ste kwartaal van 2024", quarter(2024, 1)),
        ("kwartaal 2 van 2024", quarter(2024, 2)),
        ("IVe kwartaal 2023", None),
        ("IV kwartaal 2023", quarter(2023, 4)),
        ("eerste helft 2024", Period(date(2024, 1, 1), date(2024, 6, 30))),
        ("tweede helft van 2024", Period(date(2024, 7, 1), date(2024, 12, 31))),
        ("2e halfjaar 2024", Period(date(2024, 7, 1), date(2024, 12, 31))),
        ("H1 2024", Period(date(2024, 1, 1), date(2024, 6, 30))),
        ("november 2023", Period(date(2023, 11, 1), date(2023, 11, 30))),
        ("nov. 2023", Period(date(2023, 11, 1), date(2023, 11, 30))),
        ("februari 2024", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("eind november 2023", Period(date(2023, 11, 1), date(2023, 11, 30))),
        ("11-2023", Period(date(2023, 11, 1), date(2023, 11, 30))),
        ("2023-11", Period(date(2023, 11, 1), date(2023, 11, 30))),
        ("1 juli 2024", day(2024, 7, 1)),
        ("1 JULI 2024", day(2024, 7, 1)),
        ("01-07-2024", day(2024, 7, 1)),
        ("1/7/2024", day(2024, 7, 1)),
        ("2024-07-01", day(2024, 7, 1)),
        ("14-16 Mei 2024", Period(date(2024, 5, 14), date(2024, 5, 16))),
        ("14 t/m 16 mei 2024", Period(date(2024, 5, 14), date(2024, 5, 16))),
        ("30 april - 2 mei 2025", Period(date(2025, 4, 30), date(2025, 5, 2))),
        ("2024", year(2024)),
        ("2022 – 2024", Period(date(2022, 1, 1), date(2024, 12, 31))),
        ("2022-2023", Period(date(2022, 1, 1), date(2023, 12, 31))),
        ("2022 t/m 2024", Period(date(2022, 1, 1), date(2024, 12, 31))),
        ("2022-25", Period(date(2022, 1, 1), date(2025, 12, 31))),
        ("Q4 2023 - Q2 2024", Period(date(2023, 10, 1), date(2024, 6, 30))),
        ("Q1-Q2 2024", Period(date(2024, 1, 1), date(2024, 6, 30))),
        ("nov. 2023 - mrt 2024", Period(date(2023, 11, 1), date(2024, 3, 31))),
        ("mei - juli 2024", Period(date(2024, 5, 1), date(2024, 7, 31))),
        ("begin 2024", quarter(2024, 1)),
        ("medio 2024", quarter(2024, 2)),
        ("eind 2024", quarter(2024, 4)),
        ("het einde van 2024", quarter(2024, 4)),
        ("voorjaar 2024", Period(date(2024, 3, 1), date(2024, 5, 31))),
        ("zomer van 2024", Period(date(2024, 6, 1), date(2024, 8, 31))),
        ("voor de zomer van 2024", quarter(2024, 2)),
        ("na de zomer 2024", Period(date(2024, 9, 1), date(2024, 12, 31))),
        ("najaar 2024", Period(date(2024, 9, 1), date(2024, 11, 30))),
        ("winter 2023-2024", Period(date(2023, 12, 1), date(2024, 2, 29))),
        ("schooljaar 2023-2024", Period(date(2023, 8, 1), date(2024, 7, 31))),
        ("studiejaar 2023/24", Period(date(2023, 8, 1), date(2024, 7, 31))),
        ("week 1 2024", Period(date(2024, 1, 1), date(2024, 1, 7))),
    ],
)
def test_a_period_is_found_in_all_its_spellings(text, period):
    found = [p for _, _, p in find_periods(text)]
    assert found[:1] == [period] if period else quarter(2023, 4) not in found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Q4",
        "november",
        "dit jaar",
        "Wi2021",
        "€ 2024",
        "12024",
        "2024,5 miljoen",
        "1.2024.3",
        "15 mei",
        "lhbtqi+",
        "20-20",
    ],
)
def test_what_names_no_year_is_no_period(text):
    assert find_periods(text) == ()


def test_the_place_in_the_text_is_told():
    text = "Q4 2023/ Q1 2024 of later"
    assert [text[a:b] for a, b, _ in find_periods(text)] == ["Q4 2023", "Q1 2024"]


def test_two_years_around_en_are_two_periods():
    assert [p for _, _, p in find_periods("tussen 2024 en 2026")] == [year(2024), year(2026)]


def test_a_range_remembers_the_unit_in_which_it_ends():
    (unit,) = find_units("14-16 mei 2024")
    assert unit.last == day(2024, 5, 16)
    assert unit.ranged


def test_medio_may_be_the_third_quarter():
    (unit,) = find_units("medio 2024")
    assert unit.alternatives == (quarter(2024, 3),)


def test_a_range_that_runs_backwards_is_none():
    assert all(p.first <= p.last for _, _, p in find_periods("Q4 2024 - Q1 2023, 2026-2024, 16-14 mei 2024"))
