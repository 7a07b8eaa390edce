# ruff: noqa: E501 - the table of answers, one a line
"""A list that is asked for yes or no opens with the answer, the numbers, and keeps its measures."""

import pytest

from app.filters import EndIn, HasEnd, KindIs, Not, Overdue, Owners, StatusIn, Themes
from app.query import Filter, Query
from app.reading.time import months
from tests.app.answering.shipped import answered

DONE, RUNNING = StatusIn((4,)), StatusIn((3,))


def asked_of_all(*base: Filter, have: Filter) -> Query:
    return Query(filters=(*base, have), whether=(have,))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (asked_of_all(Owners(("VWS",)), have=RUNNING), "Nee: 13 van de 18 maatregelen van VWS zijn in uitvoering."),
        (asked_of_all(KindIs(("motie",)), have=DONE), "Nee: één van de 4 moties is afgerond."),
        (asked_of_all(Owners(("EZK",)), have=DONE), "Nee: geen van de 6 maatregelen van EZK is afgerond."),
        (asked_of_all(EndIn(months(2022, 1, 12)), have=DONE), "Ja: alle 7 maatregelen met einde in 2022 zijn afgerond."),
        (asked_of_all(Owners(("FIN",)), have=Not(DONE)), "Ja: beide maatregelen van FIN zijn niet afgerond."),
        (asked_of_all(Owners(("IenW",)), have=DONE), "Nee: de enige maatregel van IenW is niet afgerond."),
        (asked_of_all(have=HasEnd(True)), "Nee: 89 van de 149 maatregelen hebben een einddatum."),
        (asked_of_all(Themes(("Sport",)), have=DONE), "Nee: geen enkele maatregel valt binnen het thema Sport (0 van de 149)."),
        (Query(filters=(Owners(("BZ",)), Overdue()), whether=()), "Nee: geen enkele maatregel is van BZ en over tijd (0 van de 149)."),
        (Query(filters=(Owners(("VWS",)), Overdue()), whether=()), "Ja: één van de 149 maatregelen is van VWS en over tijd."),
        (Query(filters=(Owners(("VWS",)), DONE), whether=(RUNNING,)), "2 van de 149 maatregelen zijn van VWS en afgerond."),
    ],
)  # fmt: skip
def test_the_first_sentence_is_the_answer(query: Query, first: str):
    assert answered(query).headline == first


def test_the_measures_are_those_of_the_list_and_the_exceptions_are_named():
    query = asked_of_all(Owners(("VWS",)), have=RUNNING)
    found = answered(query)
    assert found.measures == answered(Query(filters=query.filters)).measures
    assert found.kind == "list" and found.to_json()["understood"]["whether"] == "all"
    exceptions = {m.id for m in answered(Query(filters=(Owners(("VWS",)),))).measures} - {m.id for m in found.measures}
    told = next(line for line in found.text.splitlines() if line.startswith(f"Voor {len(exceptions)} maatregelen"))
    assert all(f"{number} (" in told for number in exceptions - {m.id for m in found.related})


TWO = Owners(("OCW", "SZW"))


def groups(*filters: Filter, by: str, whether: tuple[Filter, ...] | None = None) -> Query:
    return Query(ask="groups", filters=filters, group_by=(by,), whether=whether)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        (groups(TWO, by="owner"), "89 maatregelen van OCW en 38 van SZW, een verschil van 51."),
        (groups(TWO, DONE, by="owner"), "Maatregelen die afgerond zijn: 15 van OCW en 6 van SZW, een verschil van 9."),
        (groups(TWO, by="owner", whether=(Owners(("OCW",)),)), "Ja: 89 maatregelen van OCW en 38 van SZW, een verschil van 51."),
        (groups(TWO, by="owner", whether=(Owners(("SZW",)),)), "Nee: 89 maatregelen van OCW en 38 van SZW, een verschil van 51."),
        (groups(StatusIn((4, 0)), by="status"), "24 maatregelen afgerond en 7 niet (meer) in uitvoering, een verschil van 17."),
        (groups(Owners(("EZK", "FIN")), Overdue(), by="owner"), "Maatregelen die over tijd zijn: 0 van EZK en 0 van FIN, evenveel."),
    ],
)  # fmt: skip
def test_two_groups_are_told_with_their_difference(query: Query, first: str):
    assert answered(query).headline == first


def test_the_numbers_of_the_two_are_the_groups():
    assert answered(groups(TWO, Overdue(), by="owner")).groups == (("OCW", 1), ("SZW", 3))


def ranked(*filters: Filter, by: str, whether: tuple[Filter, ...] | None) -> Query:
    return Query(ask="rank", extreme="least", filters=filters, group_by=(by,), whether=whether)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "begins"),
    [
        (ranked(DONE, by="theme", whether=()), "Elk thema heeft minstens één van de 24 maatregelen die afgerond zijn; de thema's “Zorg” en “Internationaal” hebben de minste"),
        (ranked(DONE, by="theme", whether=(DONE,)), "Ja: elk thema heeft minstens één van de 24 maatregelen"),
        (ranked(DONE, by="theme", whether=None), "De thema's “Zorg” en “Internationaal” hebben de minste maatregelen die afgerond zijn"),
        (ranked(DONE, by="owner", whether=(DONE,)), "Nee: EZK (Economische Zaken en Klimaat), FIN (Financiën) en IenW"),
        (ranked(DONE, by="owner", whether=()), "EZK (Economische Zaken en Klimaat), FIN (Financiën) en IenW"),
    ],
)  # fmt: skip
def test_where_groups_with_none_are_asked_it_is_said_that_there_are_none(query: Query, begins: str):
    assert answered(query).headline.startswith(begins)


@pytest.mark.parametrize(
    ("base", "part", "begins"),
    [((), Owners(("OCW",)), "Ja: 59,7 procent: van de 149 maatregelen"), ((), DONE, "Nee: 16,1 procent: van de 149 maatregelen")],
)  # fmt: skip
def test_whether_most_of_them_have_it_is_answered_with_the_percentage(
    base: tuple[Filter, ...], part: Filter, begins: str
):
    found = answered(Query(ask="percentage", filters=base, share=(part,), whether=()))
    assert found.headline.startswith(begins)
