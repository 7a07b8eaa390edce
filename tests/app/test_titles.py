"""Measures named as people name them: by number, and by titles abbreviated, garbled, misspelt, or partly given."""

from pathlib import Path

import pytest

from app.titles import NUMBER_SCORE, Named, named_measures
from ingest.documents import read_report

ROOT = Path(__file__).parents[2]
NAMINGS = [line.split("\t") for line in (Path(__file__).parent / "namings.tsv").read_text("utf-8").splitlines()]
FLOOR = 0.97  # of the namings found first; 1.0 when this was written, by hand and by the same hand as the rules


@pytest.fixture(scope="module")
def measures():
    return read_report(ROOT / "data" / "bijlage-emancipatie-2023.txt").measures


def ids(text, measures):
    return [measures[named.row].id for named in named_measures(text, measures)]


def test_every_measure_has_a_naming_of_its_own(measures):
    assert {measure for measure, _ in NAMINGS} == {measure.id for measure in measures}
    assert len(NAMINGS) == 295


def test_measures_are_found_by_the_names_that_people_give_them(measures):
    missed = [(wanted, text, ids(text, measures)) for wanted, text in NAMINGS if ids(text, measures)[:1] != [wanted]]
    assert 1 - len(missed) / len(NAMINGS) >= FLOOR, missed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie gaat over het FundRight initiatief?", ["1.34"]),
        ("Wanneer is de invoeringstoets ouderschapsverlof klaar?", ["1.14"]),
        ("Wat is de deadline voor de EU-richtlijn loontransparantie?", ["1.10"]),
        ("Is het eenouderpunt nog in beeld of is dat afgerond?", ["1.29"]),
        ("Loopt het feministisch buitenlandbeleid nog?", ["6.9"]),
        ("alliantie gelijk spelen", ["2.16"]),
        ("wetsvoorstel draagmoederschap", ["5.15"]),
        ("Ik ben nieuw hier. Tot wanneer loopt de samenwerking met de Regenboogsteden?", ["2.7"]),
        ("professionalisering mbo-docenten", ["3.10", "3.15"]),  # two measures of one title
        ("kinderopvang: status?", ["1.19", "6.23", "1.18"]),  # one word of three titles: all of them, never just one
    ],
)
def test_a_title_is_recognised(text, expected, measures):
    assert ids(text, measures) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maatregel 3.10", ["3.10"]),
        ("3.10?", ["3.10"]),
        ("2023:3.10", ["3.10"]),
        ("vergelijk 3.10 en 1.2", ["3.10", "1.2"]),
        ("3.10 en nog eens 3.10", ["3.10"]),
    ],
)
def test_a_number_names_its_measure(text, expected, measures):
    assert ids(text, measures) == expected


def test_a_naming_has_its_place_in_the_text(measures):
    row = next(row for row, measure in enumerate(measures) if measure.id == "3.10")
    assert named_measures("Wie doet maatregel 3.10?", measures) == (Named(row, NUMBER_SCORE, (19, 23)),)
    (named,) = named_measures("Loopt Roze in Blauw nog?", measures)
    assert "Loopt Roze in Blauw nog?"[slice(*named.span)] == "Roze in Blauw"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "Wie is verantwoordelijk voor het onderzoek?",  # a word of many titles
        "Loopt de pilot nog?",
        "Wanneer is de wet klaar?",
        "Wie gaat over zwangerschapsdiscriminatie?",  # a heading, and half a compound of a title
        "Wat is de status van het klimaatakkoord?",
        "Wanneer komt de nieuwe donorwet?",
        "Wie is de minister van Defensie?",
        "Wat kun je niet?",
        "Hoe staat het ermee?",
        "maatregel 9.9",
        "2019:3.10",
        "het kostte 2.1 miljoen",
        "per 3.10.2024",
        "x" * 100_000,
    ],
)
def test_what_names_no_measure_is_not_forced_into_one(text, measures):
    assert named_measures(text, measures) == ()


def test_no_measures_are_named_where_there_are_none():
    assert named_measures("Wie gaat over Roze in Blauw? En 3.10?", ()) == ()
