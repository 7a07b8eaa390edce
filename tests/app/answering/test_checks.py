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
