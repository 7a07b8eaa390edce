"""Phrases of time: what period they are, and what only looks like time."""

from datetime import date

import pytest

from app.reading import Lexicon
from app.reading.line import Line, tokenise
from app.reading.time import When, find_times
from ingest.records import Period
from tests.app.reading.shorthand import AS_OF, unit


def found(text: str, lexicon: Lexicon) -> list[When]:
    line = Line(tokenise(text, lexicon.split))
    find_times(line, AS_OF)
    return [s.value for s in line.symbols if s.text.startswith("«t")]


def period(text: str) -> Period:
    first, dots, last = text.partition("..")
    if not dots:
        first, last = unit(first)
    else:
        first, last = (unit(first)[0] if first else ""), (unit(last)[1] if last else "")
    return Period(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("text", "expected", "possible"),
    [
        ("2024", "2024", None),
        ("in 2024", "2024", None),
        ("Q1 2024", "2024Q1", None),
        ("Q1-2024", "2024Q1", None),
        ("kwartaal 3 van 2024", "2024Q3", None),
        ("het derde kwartaal van 2025", "2025Q3", None),
        ("3e kwartaal 2025", "2025Q3", None),
        ("het laatste kwartaal van 2024", "2024Q4", None),
        ("het eerste kwartaal van volgend jaar", "2024Q1", None),
        ("begin 2024", "2024Q1", None),
        ("eind 2024", "2024Q4", None),
        ("het einde van 2024", "2024Q4", None),
        ("medio 2024", "2024Q2", "2024-04-01..2024-09-30"),
        ("halverwege 2024", "2024Q2", "2024-04-01..2024-09-30"),
        ("de eerste helft van 2024", "2024H1", None),
        ("het tweede halfjaar van 2024", "2024H2", None),
        ("mei 2024", "2024-05", None),
        ("de maand mei 2024", "2024-05", None),
        ("in mei", "2024-05", None),  # the next one to come
        ("16 mei 2024", "2024-05-16", None),
        ("16-5-2024", "2024-05-16", None),
        ("2024-05-16", "2024-05-16", None),
        ("dit jaar", "2023", None),
        ("volgend jaar", "2024", None),
        ("vorig jaar", "2022", None),
        ("dit kwartaal", "2023Q4", None),
        ("komend kwartaal", "2024Q1", None),
        ("dit en komend kwartaal", "2023-10-01..2024-03-31", None),
        ("deze maand", "2023-11", None),
        ("volgend jaar december", "2024-12", None),
        ("uiterlijk volgend jaar december", "..2024-12-31", None),
        ("2025 in maart", "2025-03", None),
        ("voor de kerst", "..2023-12-31", None),
        ("vóór het kerstreces van 2024", "..2024-12-31", None),
        ("na de jaarwisseling", "2024-01-01..", None),
        ("vanaf nieuwjaar", "2024-01-01..", None),
        ("voor oud en nieuw", "..2023-12-31", None),
        ("rond de jaarwisseling", "2023-10-01..2024-03-31", None),
        ("rond Q2 2024", "2024Q2", None),
        ("de rest van 2024", "2024", None),
        ("de rest van dit jaar", "2023", None),
        ("binnen nu en een half jaar", "2023-10-01..2024-05-30", "2023-10-01..2024-05-30"),
        ("binnen nu en drie maanden", "2023-10-01..2024-02-29", "2023-10-01..2024-02-29"),
        ("volgende maand", "2023-12", None),
        ("de zomer van 2024", "2024Q3", "2024-06-01..2024-09-30"),
        ("het najaar van 2024", "2024-09-01..2024-12-31", "2024H2"),
        ("voor de zomer", "..2024-06-30", None),
        ("vóór de zomer van 2025", "..2025-06-30", None),
        ("voor 1 juli 2024", "..2024-06-30", None),
        ("vóór 2025", "..2024-12-31", None),
        ("voor eind 2024", "..2024-12-31", None),
        ("t/m 2025", "..2025-12-31", None),
        ("tot en met juni 2024", "..2024-06-30", None),
        ("uiterlijk 1 april 2024", "..2024-04-01", None),
        ("uiterlijk in 2025", "..2025-12-31", None),
        ("na 2026", "2027-01-01..", None),
        ("na de zomer van 2024", "2024-10-01..", "-"),
        ("vanaf 2025", "2025-01-01..", None),
        ("sinds 2022", "2022-01-01..", None),
        ("in 2027 of later", "2027-01-01..", None),
        ("2025 en verder", "2025-01-01..", None),
        ("2022 of eerder", "..2022-12-31", None),
        ("tussen 2024 en 2026", "2024-01-01..2025-12-31", "2024-01-01..2026-12-31"),
        ("tussen 1 januari 2024 en 1 juli 2024", "2024-01-01..2024-07-01", None),
        ("van 2024 tot en met 2026", "2024-01-01..2026-12-31", None),
        ("van januari tot en met juni 2024", "2024H1", None),
        ("2024-2026", "2024-01-01..2026-12-31", None),
        ("2023 – 2026", "2023-01-01..2026-12-31", None),
        ("in 2023 of 2024", "2023-01-01..2024-12-31", None),
        ("Q1 en Q2 2024", "2024H1", None),
        ("afgelopen drie maanden", "2023-08-30..2023-11-30", None),
    ],
)
def test_a_phrase_of_time_is_a_period(text: str, expected: str, possible: str | None, lexicon: Lexicon):
    (when,) = found(text, lexicon)
    assert when.period == period(expected)
    if possible != "-":
        assert when.possible == (period(possible) if possible else None)


@pytest.mark.parametrize(
    "text",
    [
        "Wet inburgering 2021",
        "Artikel 23",
        "artikel 1 van de Grondwet",
        "OVIVI 2.0",
        "agenda 2030",
        "CSW67",
        "G20",
        "Gezondheidszorg op Maat 2",
        "emancipatienota 2018-2021",
        "wetsvoorstel 35825",
        "172 duizend bijstandsgerechtigden",
        "een half miljoen",
        "de tweede motie",
        "het eerste halve uur",
        "maatregel 3.10",
    ],
)
def test_what_only_looks_like_time_is_no_time(text: str, lexicon: Lexicon):
    assert found(text, lexicon) == []


def test_years_that_do_not_join_stay_apart(lexicon: Lexicon):
    (both,) = found("in 2022 of 2024", lexicon)
    assert [w.period for w in both] == [period("2022"), period("2024")]
