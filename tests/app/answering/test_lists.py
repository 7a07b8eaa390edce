"""Lists, counts and shares: all that passes, the number and the denominator first."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.filters import EndIn, HasEnd, Ids, KindIs, Not, Overdue, Owners, StatusIn, Themes, ToDoBy
from app.query import Order, Query, select
from ingest.records import Period
from tests.app.answering.shipped import answered, ids, shipped

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))
OCW_2024 = ["1.23", "1.24", "1.25", "1.33", "2.3", "2.14", "2.18", "3.2", "3.3", "3.15", "3.16", "3.17", "3.18", "3.24",
            "4.11", "5.14", "5.15", "6.13", "6.20", "6.21", "6.22"]  # fmt: skip


def test_the_users_own_example_gives_its_21_measures_and_names_them_all():
    answer = answered(Query(filters=(Owners(("OCW",)), EndIn(YEAR))))
    assert (answer.kind, answer.count, answer.total) == ("list", 21, 149)
    assert ids(answer.measures) == OCW_2024
    assert answer.headline == "21 van de 149 maatregelen zijn van OCW en hebben een einde in 2024."
    assert answer.text.startswith(
        answer.headline
        + "\n\nGelezen als: Maatregelen van OCW, met einde in 2024. Peildatum: 30 november 2023.\n\n"
        + "- 1.23 Projecten economische zelfstandigheid programma Vakkundig aan het Werk | in uitvoering | wie: OCW | "
        + "wanneer: Q4 2024\n"
    )
    assert answer.text.endswith("Bron: Bijlage voortgangsrapportage emancipatie (peildatum november 2023)")


@pytest.mark.parametrize(
    ("filters", "headline"),
    [
        ((), "De rapportage bevat 149 maatregelen."),
        ((StatusIn((0,)),), "7 van de 149 maatregelen zijn niet (meer) in uitvoering."),
        ((Owners(("IenW",)),), "Eén van de 149 maatregelen is van IenW."),
        (
            (Owners(("EZK",)), EndIn(YEAR)),
            "Geen enkele maatregel is van EZK en heeft een einde in 2024 (0 van de 149).",
        ),
        ((Not(Owners(("OCW",))), StatusIn((4,))), "9 van de 149 maatregelen zijn afgerond en niet van OCW."),
        (
            (KindIs(("motie",)), StatusIn((3,), (1,)), Owners(("OCW",))),
            "Eén van de 149 maatregelen is een motie, loopt nog en is van OCW.",
        ),
        (
            (Themes(("Zorg",)), HasEnd(False)),
            "3 van de 149 maatregelen vallen binnen het thema Zorg en hebben geen einddatum.",
        ),
        ((Overdue(date(2023, 12, 1)),), "5 van de 149 maatregelen zijn over tijd op 1 december 2023."),
        ((Ids(("3.10",)),), "Eén van de 149 maatregelen heeft nummer 3.10."),
    ],
)
def test_the_first_sentence_carries_number_denominator_and_filters(filters, headline):
    assert answered(Query(filters=filters)).headline == headline


def test_nothing_is_said_as_nothing_and_the_defensible_ones_stand_apart():
    answer = answered(Query(filters=(Owners(("FIN",)), StatusIn((1,)))))
    assert (answer.measures, answer.count) == ((), 0)
    assert ids(answer.related) == ["1.41"]
    assert (answer.related_label, answer.reasons) == ("Ook mogelijk", (("1.41", "niet zeker: van FIN"),))
    assert "Ook mogelijk (1):\n- 1.41 " in answer.text


def test_measures_without_a_date_are_named_apart_when_an_end_is_asked():
    answer = answered(Query(filters=(Owners(("EZK",)), EndIn(YEAR))))
    assert ids(answer.undated) == ["1.34", "1.35", "1.36", "1.37", "3.20"]
    assert "Zonder einddatum in de rapportage, en daarom niet meegeteld: 5 maatregelen: 1.34 (" in answer.text
    assert answered(Query(filters=(Owners(("EZK",)),))).undated == ()


def test_finished_measures_without_a_date_matter_only_for_a_past_period():
    past = answered(Query(filters=(Owners(("OCW",)), EndIn(Period(date(2022, 1, 1), date(2022, 12, 31))))))
    assert {"3.25", "3.26"} <= set(ids(past.undated))
    assert {"3.25", "3.26"}.isdisjoint(ids(answered(Query(filters=(Owners(("OCW",)), EndIn(YEAR)))).undated))
    to_do = answered(Query(filters=(Owners(("OCW",)), ToDoBy(date(2025, 12, 31)))))
    assert "3.25" not in ids(to_do.undated)


def test_order_and_limit_show_the_first_of_all_and_say_so():
    query = Query(filters=(Owners(("OCW",)), EndIn(YEAR)), order=Order("end"), limit=3)
    answer = answered(query)
    assert ids(answer.measures) == ["3.15", "5.15", "6.20"]
    assert answer.headline == (
        "21 van de 149 maatregelen zijn van OCW en hebben een einde in 2024; dit zijn de eerste 3, "
        "gesorteerd op einddatum, vroegste eerst."
    )


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order("end"), ["1.39", "1.40"]),  # without an end: last, in printed order
        (Order("end", descending=True), ["1.39", "1.40"]),
        (Order("title"), ["1.39", "1.40"]),
        (Order("title", descending=True), ["1.40", "1.39"]),
        (Order("printed", descending=True), ["1.40", "1.39"]),
        (Order("status"), ["1.39", "1.40"]),
    ],
)
def test_every_order_keeps_all_measures_and_ties_in_printed_order(order, expected):
    assert ids(answered(Query(filters=(Owners(("FIN",)),), order=order)).measures) == expected


def test_a_count_is_the_length_of_what_is_listed():
    answer = answered(Query(ask="count", filters=(StatusIn((1,)),)))
    assert (answer.kind, answer.count, len(answer.measures)) == ("count", 24, 24)


def test_a_percentage_names_its_numerator_and_denominator():
    answer = answered(Query(ask="percentage", filters=(Owners(("SZW",)),), share=(StatusIn((4,)),)))
    assert answer.headline == "15,8 procent: van de 38 maatregelen van SZW zijn er 6 afgerond."
    assert answer.count == 15.8 == round(100 * 6 / 38, 1)
    assert ids(answer.measures) == ["1.1", "1.11", "1.12", "1.13", "1.20", "1.29"]


@pytest.mark.parametrize(
    ("filters", "share", "count", "headline"),
    [
        (
            (),
            (Owners(("OCW",)),),
            59.7,  # 89 of 149
            "59,7 procent: van de 149 maatregelen zijn er 89 van OCW.",
        ),
        (
            (Owners(("IenW",)),),
            (StatusIn((1,)),),
            100.0,
            "100 procent: van de 1 maatregelen van IenW is er één doorlopend.",
        ),
        (
            (Owners(("EZK",)),),
            (EndIn(YEAR),),
            0.0,
            "0 procent: van de 6 maatregelen van EZK heeft er geen enkele een einde in 2024.",
        ),
        ((Owners(("LNV",)),), (StatusIn((4,)),), None, "Geen enkele maatregel is van LNV (0 van de 149)."),
    ],
)
def test_percentages_of_all_one_and_nothing(filters, share, count, headline):
    answer = answered(Query(ask="percentage", filters=filters, share=share))
    assert (answer.count, answer.headline) == (count, headline)


OWNERS = st.sampled_from(["OCW", "SZW", "VWS", "JenV", "BZ", "BZK", "EZK", "FIN", "IenW"])
STATUSES = st.sampled_from([4, 3, 1, 0])
YEARS = st.integers(2022, 2028)


@settings(max_examples=120, deadline=None)
@given(
    owners=st.lists(OWNERS, max_size=2, unique=True),
    statuses=st.lists(STATUSES, max_size=2, unique=True),
    year=st.none() | YEARS,
    themes=st.lists(st.sampled_from(["Arbeid", "Zorg", "Internationaal"]), max_size=2, unique=True),
    ask=st.sampled_from(["list", "count"]),
)
def test_the_answer_is_the_table_filter_and_its_text_names_every_measure(owners, statuses, year, themes, ask):
    filters = (
        *((Owners(tuple(owners)),) if owners else ()),
        *((StatusIn(tuple(statuses)),) if statuses else ()),
        *((EndIn(Period(date(year, 1, 1), date(year, 12, 31))),) if year else ()),
        *((Themes(tuple(themes)),) if themes else ()),
    )
    source, query = shipped(), Query(ask=ask, filters=filters)
    answer = answered(query)
    values = select(query, source.columns, source.reports[0].reference_date)
    assert ids(answer.measures) == [source.columns.ids[row] for row in np.flatnonzero(values == 2)]
    assert ids(answer.related) == [source.columns.ids[row] for row in np.flatnonzero(values == 1)]
    assert answer.count == len(answer.measures)
    assert ("Geen enkele maatregel" in answer.headline) == (answer.count == 0)
    assert all(f"- {m.id} {m.title} | " in answer.text for m in (*answer.measures, *answer.related))
    assert all(m.id in answer.text for m in answer.undated)
