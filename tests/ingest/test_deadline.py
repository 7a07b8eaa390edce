from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.deadline import read_deadline
from ingest.printed_text import fold
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
Q4_2024 = days(2024, 10, 1, 2024, 12, 31)


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


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # one quarter
        *(
            (printed, {"end": Q4_2024})
            for printed in (
                "Q4 2024",
                "Q4-2024",
                "Q4, 2024",
                "Q4 '24",
                "Q4 24",
                "4Q 2024",
                "4Q24",
                "4e Q 2024",
                "2024 Q4",
                "2024-Q4",
                "2024 (Q4)",
                "Q4 (2024)",
                "K4 2024",
                "4e kwartaal 2024",
                "4de kwartaal 2024",
                "4e kw. 2024",
                "kwartaal 4, 2024",
                "vierde kwartaal 2024",
                "vierde kwartaal van 2024",
                "Laatste kwartaal 2024",
                "uiterlijk Q4 2024",
                "t/m Q4 2024",
                "Loopt tot eind 2024",
                "eind 2024",
                "einde 2024",
                "ultimo 2024",
                "Uiterlijk eind 2024",
                "Naar verwachting Q4 2024",
                "Publicatie Q4 2024",
                "Gereed Q4 2024",
                "Afgerond (Q4 2024)",
                "Tweede Kamer in Q4 2024",
                "Q4 2024 (was Q2 2024)",
            )
        ),
        # halves, seasons, months, days
        *(
            (printed, {"end": days(2024, 1, 1, 2024, 6, 30)})
            for printed in (
                "eerste helft 2024",
                "1e helft 2024",
                "eerste helft van 2024",
                "eerste halfjaar 2024",
                "H1 2024",
                "1H 2024",
            )
        ),
        ("tweede helft van 2024", {"end": days(2024, 7, 1, 2024, 12, 31)}),
        ("voorjaar 2024", {"end": days(2024, 3, 1, 2024, 5, 31)}),
        ("zomer 2024", {"end": days(2024, 6, 1, 2024, 8, 31)}),
        ("najaar 2024", {"end": days(2024, 9, 1, 2024, 11, 30)}),
        ("Voor zomerreces 2024", {"end": Q2_2024}),
        ("begin 2024", {"end": Q1_2024}),
        ("medio 2025", {"end": days(2025, 4, 1, 2025, 6, 30), "alternative_ends": (days(2025, 7, 1, 2025, 9, 30),)}),
        *(
            (printed, {"end": days(2024, 12, 1, 2024, 12, 31)})
            for printed in (
                "december 2024",
                "Dec 2024",
                "dec. 2024",
                "dec-24",
                "dec-2024",
                "december '24",
                "12-2024",
                "12/2024",
                "eind december 2024",
            )
        ),
        *(
            (printed, {"end": days(2024, 12, 31, 2024, 12, 31)})
            for printed in (
                "31-12-2024",
                "31-12-24",
                "31/12/2024",
                "31.12.2024",
                "31 december 2024",
                "31 dec. 2024",
                "2024-12-31",
                "uiterlijk 31 december 2024",
                "voor 1 januari 2025",
                "vóór 1-1-2025",
            )
        ),
        # years and ranges
        *(
            (printed, {"end": year(2026)})
            for printed in (
                "2026",
                "t/m 2026",
                "T/m 2026",
                "tot en met 2026",
                "in 2026",
                "ca. 2026",
                "In de loop van 2026",
            )
        ),
        *(
            (printed, {"start": date(2023, 1, 1), "end": year(2026)})
            for printed in (
                "2023-2026",
                "2023 - 2026",
                "2023–2026",
                "2023 t/m 2026",
                "2023 tot en met 2026",
                "2023-26",
                "Periode 2023-2026",
                "2023-2024-2025-2026",
            )
        ),
        ("2023/2024", {"end": year(2024), "alternative_ends": (year(2023),)}),
        ("2024 en 2025", {"end": year(2025), "alternative_ends": (year(2024),)}),
        ("Q1 2024 - Q4 2024", {"start": date(2024, 1, 1), "end": Q4_2024}),
        ("Q1/Q2 2024", {"end": Q2_2024, "alternative_ends": (Q1_2024,)}),
        ("schooljaar 2023/2024", {"end": days(2023, 8, 1, 2024, 7, 31)}),
        # starts
        *(
            (printed, {"start": date(2024, 1, 1)})
            for printed in (
                "Vanaf 2024",
                "vanaf 1 januari 2024",
                "per 1-1-2024",
                "Start 2024",
                "Start in Q1 2024",
                "2024 e.v.",
                "2024 en verder",
                "m.i.v. 2024",
            )
        ),
        ("vanaf 2024 structureel", {"start": date(2024, 1, 1), "ongoing": True}),
        ("Q1 2024, daarna doorlopend", {"start": date(2024, 1, 1), "ongoing": True}),
        # no end
        *(
            (printed, {})
            for printed in (
                "n.t.b.",
                "N.t.b.",
                "ntb",
                "nog te bepalen",
                "nader te bepalen",
                "n.n.b.",
                "PM",
                "Gereed",
                "gereed",
                "afgerond",
                "Lopend",
                "In uitvoering",
                "Reeds gestart",
                "Vervallen",
                "Gestopt",
                "nvt",
                "–",
                "Onbekend",
            )
        ),
        *(
            (printed, {"ongoing": True})
            for printed in ("Continu", "Structureel", "Permanent", "jaarlijks in maart", "Structureel vanaf 2024")
        ),
        # as ministries print them too
        ("vanaf Q1 2024 t/m Q4 2025", {"start": date(2024, 1, 1), "end": days(2025, 10, 1, 2025, 12, 31)}),
        ("2024 Q3-Q4", {"start": date(2024, 7, 1), "end": Q4_2024}),
        ("Q2-Q3 2024", {"start": date(2024, 4, 1), "end": days(2024, 7, 1, 2024, 9, 30)}),
        ("2024 Q1/Q2", {"end": Q2_2024, "alternative_ends": (Q1_2024,)}),
        ("eind 2023/begin 2024", {"end": Q1_2024, "alternative_ends": (Q4_2023,)}),
        ("schooljaar 24/25", {"end": days(2024, 8, 1, 2025, 7, 31)}),
        ("studiejaar '24-'25", {"end": days(2024, 8, 1, 2025, 7, 31)}),
        ("eind jaar 2024", {"end": Q4_2024}),
        ("voor kerst 2024", {"end": days(2024, 12, 1, 2024, 12, 31)}),
        ("Prinsjesdag 2024", {"end": days(2024, 9, 1, 2024, 9, 30)}),
        *((printed, {}) for printed in ("Lopende", "nog onduidelijk", "wordt nog bepaald", "afhankelijk van formatie")),
        *((printed, {}) for printed in ("vanaf heden", "per direct")),
        *(
            (printed, {"ongoing": True})
            for printed in (
                "ieder jaar",
                "elk kwartaal",
                "per kwartaal",
                "halfjaarlijks",
                "maandelijks",
                "Doorlopende actie",
            )
        ),
        ("III 2024", {"understood": False}),
        # near misses: what says more than we read is kept verbatim, and no part of it is passed off as the whole
        *(
            (printed, {"understood": False})
            for printed in (
                "Q5 2024",
                "Q0 2024",
                "31 februari 2024",
                "1 april",
                "december",
                "Q4",
                "zomer",
                "eind dit jaar",
                "Kabinetsperiode",
                "week 60 van volgend jaar",
                "z.s.m.",
                "4Q",
                "Zie toelichting",
            )
        ),
    ],
)
def test_the_spellings_of_other_reports_are_read_too(printed, expected):
    assert read_deadline(printed) == Deadline(printed, **expected)


@given(st.text(alphabet=st.sampled_from("Q1234 20245'/-–.()tmejunivóórherfstvanaf "), max_size=30))
def test_any_cell_is_read_without_error_and_ends_after_it_begins(printed):
    read = read_deadline(printed)
    assert read.text == fold(printed)
    assert read_deadline(read.text) == read
    if not read.understood:
        assert (read.end, read.ongoing) == (None, False)
    if read.end:
        assert read.end.first <= read.end.last
