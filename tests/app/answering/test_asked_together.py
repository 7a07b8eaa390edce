"""Two fields in one answer, yes or no, shares per group, comparisons, ties at a limit, what was not understood."""

from dataclasses import replace
from datetime import date

import pytest

from app.answer import naming_ignored
from app.filters import (
    AnyOf,
    EndIn,
    HasEnd,
    MinistryCount,
    Overdue,
    Owners,
    Pages,
    PersonIs,
    StatusIn,
    Upcoming,
)
from app.query import Order, Query
from app.reading.time import months
from index.columns import Columns
from ingest.records import Box, Source
from tests.app.answering.shipped import answered, ids, shipped


def test_two_fields_asked_in_one_breath_are_both_said():
    found = answered(Query(ask="field", field="owners", also=("end",), target=("4.5",)))
    owners = answered(Query(ask="field", field="owners", target=("4.5",))).headline
    end = answered(Query(ask="field", field="end", target=("4.5",))).headline
    assert found.headline.startswith(owners)
    assert found.headline.removeprefix(owners).startswith(" Zij had volgens de planning klaar moeten zijn")
    assert end.split(") ")[1] in found.headline
    assert found.field is not None and found.field[0] == "owners"
    assert found.to_json()["understood"]["also"] == ["end"]


@pytest.mark.parametrize(
    ("measure", "condition", "begin"),
    [
        ("1.34", Owners(("EZK",)), "Ja, "),
        ("1.34", Owners(("OCW",)), "Nee, "),
        ("1.21", Overdue(), "Ja, "),
        ("3.10", Overdue(), "Nee, "),
        ("2.16", MinistryCount(2), "Ja, "),
        ("3.10", HasEnd(True), "Nee, "),
    ],
)
def test_what_is_asked_of_a_measure_takes_yes_or_no(measure, condition, begin):
    found = answered(Query(ask="field", field="owners", filters=(condition,), target=(measure,)))
    assert found.headline.startswith(begin) and ids(found.measures) == [measure]


def test_a_measure_named_by_title_takes_yes_or_no_as_well():
    found = answered(Query(ask="field", field="status", filters=(StatusIn((4,)),), topic="FundRight initiatief"))
    assert found.headline.startswith("Nee, maatregel 1.34 (Steunen van FundRight initiatief) is doorlopend") or (
        found.headline.startswith("Nee, maatregel 1.34 (Steunen van FundRight initiatief) is in uitvoering")
    )


def by_theme(belongs):
    """Of each theme the share of its measures, with one decimal, from the table itself."""
    measures = shipped().measures
    found = {}
    for theme in dict.fromkeys(m.theme for m in measures):
        own = [m for m in measures if m.theme == theme]
        found[theme] = round(100 * sum(map(belongs, own)) / len(own) + 1e-9, 1)
    return found


def test_a_share_per_theme_is_of_the_themes_own_measures():
    found = answered(Query(ask="groups", share=(StatusIn((4,)),), group_by=("theme",)))
    assert dict(found.groups or ()) == by_theme(lambda m: m.status == 4)


def test_relatively_the_most_is_the_largest_share_and_not_the_largest_number():
    found = answered(Query(ask="rank", extreme="most", share=(StatusIn((4,)),), group_by=("theme",)))
    shares = by_theme(lambda m: m.status == 4)
    best = max(shares, key=lambda theme: shares[theme])
    assert found.headline.startswith(f"Het thema “{best}” heeft het hoogste aandeel")
    assert (found.groups or ())[0] == (best, shares[best])


def test_a_comparison_of_ministries_counts_only_those():
    found = answered(Query(ask="groups", filters=(Owners(("OCW", "SZW")),), group_by=("owner",)))
    assert dict(found.groups or ()) == {"OCW": 89, "SZW": 38}


def test_a_comparison_of_years_counts_each():
    periods = AnyOf((EndIn(months(2024, 1, 12)), EndIn(months(2025, 1, 12))))
    found = answered(Query(ask="groups", filters=(periods,), group_by=("year",)))
    assert dict(found.groups or ()) == {"2024": 27, "2025": 7}


def test_with_whom_a_ministry_shares_is_not_itself():
    query = Query(ask="groups", filters=(Owners(("VWS",)), MinistryCount(2)), group_by=("owner",))
    assert "VWS" not in dict(answered(query).groups or ())


def test_a_limit_in_order_of_deadline_takes_in_what_ends_on_the_same_day():
    query = Query(filters=(Upcoming(),), order=Order("end", descending=True), limit=3)
    found = answered(query)
    ends = [m.deadline.end.last for m in found.measures if m.deadline.end]
    everything = sorted((m.deadline.end.last for m in shipped().measures if m.deadline.end), reverse=True)
    assert ends == [end for end in everything if end >= everything[2]]
    assert "wat op dezelfde dag eindigt, telt mee" in found.headline


def test_a_measure_stands_on_each_of_its_pages():
    first, second, third = shipped().measures[:3]
    on = [
        replace(m, source=Source(tuple(Box(n, 0, 0, 1, 1) for n in p)))
        for m, p in ((first, (4,)), (second, (4, 5)), (third, (6,)))
    ]
    columns = Columns.from_measures(on)
    assert Pages((5,)).select(columns, date(2023, 11, 30)).tolist() == [0, 2, 0]
    assert Pages((4, 6)).select(columns, date(2023, 11, 30)).tolist() == [2, 2, 2]


def test_a_document_without_pages_has_nothing_on_any_page():
    found = answered(Query(filters=(Pages((12,)),)))
    assert found.headline == "Geen enkele maatregel staat op pagina 12 (0 van de 149)."


def test_any_member_of_parliament_is_named_by_what_names_one():
    any_member = ids(answered(Query(filters=(PersonIs(""),))).measures)
    assert "5.12" in any_member and set(any_member) >= set(ids(answered(Query(filters=(PersonIs("bikker"),))).measures))


def test_no_measure_without_a_status_is_said_as_none():
    found = answered(Query(filters=(StatusIn((-1,)),)))
    assert found.measures == () and found.headline.startswith("Geen enkele maatregel")
    assert found.to_json()["understood"] == {"statuses": [None]}


def test_words_that_were_not_understood_stand_in_the_text():
    found = naming_ignored(answered(Query(filters=(Owners(("OCW",)),))), ("urgent",))
    assert found.text.split("\n\n")[1] == "Niet begrepen: “urgent”."
    assert found.ignored == ("urgent",)
    assert naming_ignored(found, ()) is found
