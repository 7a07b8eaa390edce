"""Numbers per group, and rankings: ties are all named, shared ownership counts for each."""

from datetime import date

import pytest

from app.filters import EndIn, KindIs, MinistryCount, Overdue, Owners, StatusIn, Themes, Upcoming
from app.query import Query
from ingest.records import Period
from tests.app.answering.shipped import answered, ids

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def test_a_shared_measure_counts_for_each_ministry_and_that_is_said():
    answer = answered(Query(ask="groups", group_by=("owner",)))
    assert answer.groups == (
        ("OCW", 89), ("SZW", 38), ("JenV", 19), ("VWS", 18), ("BZ", 16), ("BZK", 10), ("EZK", 6), ("FIN", 2),
        ("IenW", 1), ("zonder ministerie", 6),
    )  # fmt: skip
    assert answer.notes == (
        "Een gedeelde maatregel telt bij elk van de ministeries mee; samen is dat 205, meer dan de 149 maatregelen. "
        "De maatregelen 1.41, 1.42 en 6.2 zijn van het hele kabinet en tellen alleen mee bij een ministerie dat erbij "
        "staat.",
    )
    assert (answer.kind, answer.count, answer.measures) == ("groups", None, ())
    assert all(f"- {label}: {count}" in answer.text for label, count in answer.groups)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            Query(ask="groups", group_by=("theme",)),
            (("Arbeid", 43), ("Veiligheid", 20), ("Onderwijs en media", 26), ("Zorg", 13),
             ("Gelijke behandeling en wetgeving", 23), ("Internationaal", 24)),
        ),
        (
            Query(ask="groups", group_by=("status",), filters=(Owners(("SZW",)),)),
            (("afgerond", 6), ("in uitvoering", 27), ("doorlopend", 3), ("niet (meer) in uitvoering", 2)),
        ),
        (
            Query(ask="groups", group_by=("year",), filters=(Owners(("JenV",)),)),
            (("2023", 3), ("2024", 3), ("2025", 2), ("zonder einddatum", 11)),
        ),
        (
            Query(ask="groups", group_by=("quarter",), filters=(Owners(("JenV",)), EndIn(YEAR))),
            (("Q1 2024", 1), ("2024 (kwartaal niet genoemd)", 2)),
        ),
        (
            Query(ask="groups", group_by=("theme", "status"), filters=(Owners(("FIN", "EZK")),)),
            (("Arbeid | in uitvoering", 3), ("Arbeid | doorlopend", 4), ("Onderwijs en media | in uitvoering", 1)),
        ),
        (
            Query(ask="groups", group_by=("heading",), filters=(Owners(("FIN",)),)),
            (("Herstel en Veerkrachtplan", 2),),
        ),
    ],
)  # fmt: skip
def test_groups_are_counted_from_all_measures(query, expected):
    assert answered(query).groups == expected


def test_the_label_with_the_most_is_named_with_its_ties():
    answer = answered(Query(ask="rank", group_by=("theme",), extreme="most", filters=(StatusIn((4,)),)))
    assert answer.headline == (
        "De thema's “Arbeid” en “Onderwijs en media” hebben de meeste maatregelen die afgerond zijn: elk 8 van de 24."
    )
    assert answer.groups == (
        ("Arbeid", 8), ("Onderwijs en media", 8), ("Gelijke behandeling en wetgeving", 4), ("Veiligheid", 2),
        ("Zorg", 1), ("Internationaal", 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        (
            Query(ask="rank", group_by=("owner",), extreme="most"),
            "OCW (Onderwijs, Cultuur en Wetenschap) heeft de meeste maatregelen: 89 van de 149.",
        ),
        (
            Query(ask="rank", group_by=("owner",), extreme="least"),
            "IenW (Infrastructuur en Waterstaat) heeft de minste maatregelen: 1 van de 149.",
        ),
        (
            Query(ask="rank", group_by=("status",), extreme="most", filters=(Themes(("Zorg",)),)),
            "De status “in uitvoering” heeft de meeste maatregelen binnen het thema Zorg: 10 van de 13.",
        ),
        (
            Query(ask="rank", group_by=("theme",), extreme="most", filters=(Owners(("LNV",)),)),
            "Geen enkele maatregel is van LNV, dus er is geen thema te noemen.",
        ),
        (
            Query(ask="rank", group_by=("theme",), extreme="most", limit=2),
            "De 2 thema's met de meeste maatregelen: “Arbeid”: 43 en “Onderwijs en media”: 26.",
        ),
    ],
)
def test_rankings_of_groups_in_words(query, headline):
    assert answered(query).headline == headline


def test_the_least_names_those_that_have_none_first():
    answer = answered(Query(ask="rank", group_by=("theme",), extreme="least", filters=(Owners(("FIN", "EZK")),)))
    assert answer.headline.startswith("De thema's “Veiligheid”, “Zorg”, “Gelijke behandeling en wetgeving” en ")
    assert answer.headline.endswith(
        "hebben geen maatregelen van FIN of EZK; daarna volgt “Onderwijs en media” met 1 van de 8."
    )


def test_the_next_deadline_names_all_that_tie_and_the_ones_that_are_late():
    query = Query(ask="rank", extreme="first", filters=(Owners(("VWS",)), StatusIn((3,), (1,)), Upcoming()))
    answer = answered(query)
    assert ids(answer.measures) == ["1.3", "4.3", "4.12"]
    assert ids(answer.related) == ["4.5"]
    assert answer.related_label == "Termijn al verstreken"
    assert answer.headline.startswith(
        "De eerstvolgende deadline van de maatregelen van VWS die nog lopen, is Q4 2023 (tot en met 31 december 2023), "
        "van 3 maatregelen: 1.3 (Pilot stimuleren meer uren werken in zorg), 4.3 ("
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(ask="rank", extreme="first", filters=(Owners(("OCW",)), EndIn(YEAR))), ["3.15", "5.15"]),
        (Query(ask="rank", extreme="last", filters=(Owners(("SZW",)),)), ["1.18"]),
        (Query(ask="rank", extreme="first", filters=(Overdue(),)), ["1.21"]),
        (Query(ask="rank", extreme="last"), ["3.23"]),
        (Query(ask="rank", extreme="first", limit=2, filters=(Owners(("OCW",)), EndIn(YEAR))), ["3.15", "5.15"]),
        (
            Query(ask="rank", extreme="first", limit=3, filters=(Owners(("OCW",)), EndIn(YEAR))),
            ["3.15", "5.15", "6.20"],
        ),
        (Query(ask="rank", extreme="most"), ["2.5", "5.14", "6.1"]),  # five ministries each
        (Query(ask="rank", extreme="first", filters=(Owners(("FIN",)),)), []),
    ],
)
def test_the_first_and_the_last_deadline(query, expected):
    assert ids(answered(query).measures) == expected


def test_that_no_deadline_is_stated_is_said():
    answer = answered(Query(ask="rank", extreme="last", filters=(Owners(("FIN",)),)))
    assert answer.headline == "Van de 2 maatregelen van FIN heeft er geen een einddatum in de rapportage."


def test_the_pair_of_ministries_that_shares_most_is_named_with_its_number():
    answer = answered(Query(ask="rank", extreme="most", group_by=("pair",)))
    shared = answered(Query(filters=(Owners(("OCW", "SZW"), "all"),)))
    assert answer.groups and answer.groups[0] == ("OCW en SZW", shared.count)
    assert "OCW en SZW" in answer.headline


def test_a_measure_of_three_ministries_counts_in_each_of_their_pairs():
    answer = answered(Query(ask="groups", group_by=("pair",)))
    assert answer.groups and sum(number for _, number in answer.groups) > (
        answered(Query(filters=(MinistryCount(2),))).count or 0
    )


def test_numbers_per_kind_are_those_of_the_lists():
    groups = dict(answered(Query(ask="groups", group_by=("kind",))).groups or ())
    assert groups["pilot"] == (answered(Query(filters=(KindIs(("pilot",)),))).count or 0)
    assert groups["motie"] == (answered(Query(filters=(KindIs(("motie",)),))).count or 0)


def test_groups_without_any_come_before_those_with_few():
    answer = answered(Query(ask="rank", extreme="least", group_by=("owner",), filters=(StatusIn((4,)),)))
    assert answer.headline.startswith("EZK") and "hebben geen maatregelen die afgerond zijn" in answer.headline
