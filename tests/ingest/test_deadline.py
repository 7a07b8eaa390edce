from datetime import date

import pytest

from ingest.deadline import read_deadline
from ingest.records import Deadline, Period


def days(*parts):
    return Period(date(*parts[:3]), date(*parts[3:]))


def year(number):
    return days(number, 1, 1, number, 12, 31)


Q4_2023, Q1_2024, Q2_2024 = (
    days(2023, 10, 1, 2023, 12, 31),
    days(2024, 1, 1, 2024, 3, 31),
    days(2024, 4, 1, 2024, 6, 30),
)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("", {}),
        ("n.v.t.", {}),
        ("N.v.t.", {}),
        ("-", {}),
        ("Loopt", {}),
        ("Opgestart", {}),
        ("Afgerond", {}),
        ("Is aan de TK-initiatiefnemers van het wetsvoorstel", {}),
        ("Doorlopend", {"ongoing": True}),
        ("Doorlopend, jaarlijks", {"ongoing": True}),
        ("Jaarlijks", {"ongoing": True}),
        ("Doorlopend vanaf nu tot start actieplan", {"ongoing": True}),
        ("Doorlopend, want NL is waarschijnlijk in 2024 weer gastland", {"ongoing": True}),
        ("Doorlopend t/m 2026", {"ongoing": True, "alternative_ends": (year(2026),)}),
        ("Q4 2023", {"end": Q4_2023}),
        ("2024", {"end": year(2024)}),
        ("Q4 2023/ Q1 2024", {"end": Q1_2024, "alternative_ends": (Q4_2023,)}),
        ("Q1 2024 of Q4 2023", {"end": Q1_2024, "alternative_ends": (Q4_2023,)}),
        ("2022 – 2024", {"start": date(2022, 1, 1), "end": year(2024)}),
        ("2022-2023", {"start": date(2022, 1, 1), "end": year(2023)}),
        ("2023 - 2026", {"start": date(2023, 1, 1), "end": year(2026)}),
        ("Van 2022 tot 2024", {"start": date(2022, 1, 1), "end": year(2024)}),
        ("Loopt door tot 2025", {"end": year(2025)}),
        ("Loopt t/m 2025", {"end": year(2025)}),
        ("T/m 2031", {"end": year(2031)}),
        ("Voorzien 2025", {"end": year(2025)}),
        ("Gepland voor 2025", {"end": year(2025)}),
        ("Afronding voorzien in Q2 2024", {"end": Q2_2024}),
        ("Afronding voorzien november 2023", {"end": days(2023, 11, 1, 2023, 11, 30)}),
        ("Gereed Q2 2024", {"end": Q2_2024}),
        ("14-16 Mei 2024; Forum op 15 mei", {"start": date(2024, 5, 14), "end": days(2024, 5, 16, 2024, 5, 16)}),
        ("Vanaf studiejaar 2023-2024", {"start": date(2023, 8, 1)}),
        ("Per 1 januari 2024", {"start": date(2024, 1, 1)}),
        ("Gestart in 2023", {"start": date(2023, 1, 1)}),
        ("Na 2025", {"start": date(2026, 1, 1)}),
        ("Niet voor 2025", {"start": date(2025, 1, 1)}),
        ("Start Q1 2024, gereed Q2 2024", {"start": date(2024, 1, 1), "end": Q2_2024}),
        ("Uiterlijk 31-12-2024", {"end": days(2024, 12, 31, 2024, 12, 31)}),
        ("Vóór 1 juli 2024", {"end": days(2024, 6, 30, 2024, 6, 30)}),
        ("Voor 2025", {"end": year(2024)}),
        ("Voor de zomer van 2024", {"end": Q2_2024}),
        ("Medio 2024", {"end": Q2_2024, "alternative_ends": (days(2024, 7, 1, 2024, 9, 30),)}),
        # near misses: kept verbatim, never guessed
        ("Q4", {"understood": False}),
        ("najaar", {"understood": False}),
        ("Q5 2024", {"understood": False}),
        ("n.v.t. (Q4 2023)", {"understood": False}),
    ],
)
def test_a_deadline_is_read_from_the_printed_cell(printed, expected):
    assert read_deadline(printed) == Deadline(printed, **expected)


def test_white_space_is_folded_in_the_kept_text():
    assert read_deadline(" Q4\n 2023 ").text == "Q4 2023"
