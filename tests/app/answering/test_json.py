"""The JSON of an answer is the contract's."""

from datetime import date

from app.answer import measure_json, understood
from app.filters import EndIn, Owners, StatusIn
from app.query import Order, Query
from ingest.records import Period
from tests.app.answering.shipped import answered, shipped

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def test_a_measure_is_written_as_the_contract_writes_it():
    measure = next(m for m in shipped().measures if m.id == "1.23")
    assert measure_json(measure) == {
        "id": "1.23",
        "report": "2023",
        "theme": "Arbeid",
        "heading": "Arbeidstoeleiding/economische zelfstandigheid",
        "title": "Projecten economische zelfstandigheid programma Vakkundig aan het Werk",
        "status": 3,
        "status_label": "in uitvoering",
        "owners": ["OCW"],
        "who": "OCW",
        "when": "Q4 2024",
        "start": None,
        "end": "2024-12-31",
        "pages": [],
        "explanation": measure.explanation,
    }


def test_an_answer_holds_the_keys_of_the_contract():
    made = answered(Query(filters=(Owners(("OCW",)), EndIn(YEAR)))).to_json()
    assert made["understood"] == {"owners": ["OCW"], "ends": {"from": "2024-01-01", "to": "2024-12-31"}}
    del made["measures"], made["answer"]
    wanted = {"kind": "list", "count": 21, "total": 149, "groups": None, "field": None, "as_of": "2023-11-30"}
    assert {key: made[key] for key in wanted} == wanted


def test_groups_and_field_are_written_as_objects():
    groups = answered(Query(ask="groups", group_by=("status",), filters=(Owners(("FIN",)),))).to_json()
    assert groups["groups"] == {"afgerond": 0, "in uitvoering": 2, "doorlopend": 0, "niet (meer) in uitvoering": 0}
    field = answered(Query(ask="field", field="owners", target=("1.34",))).to_json()
    assert field["field"] == {"name": "owners", "value": "EZK"}


def test_filters_of_one_kind_are_understood_together():
    query = Query(
        ask="count", filters=(Owners(("OCW",)), Owners(("SZW",)), StatusIn((4,))), order=Order("end"), limit=3
    )
    assert understood(query) == {
        "ask": "count",
        "owners": ["OCW", "SZW"],
        "statuses": [4],
        "limit": 3,
        "order": {"by": "end", "descending": False},
    }
    assert understood(None) == {}
