"""Topics: what was found, the sentence that answers, what lies near by, and honest refusals."""

from dataclasses import replace
from datetime import date

from app.answer import Quote
from app.filters import EndIn, Owners, StatusIn
from app.query import Query
from ingest.records import Period
from tests.app.answering.shipped import answered, ids, shipped, source_of

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


def test_a_topic_shows_what_was_found_with_its_reasons():
    answer = answered(Query(topic="draagmoederschap"))
    assert (answer.kind, ids(answer.measures)) == ("topic", ["5.15"])
    assert answer.headline == "Eén van de 149 maatregelen gaat over “draagmoederschap”."
    assert answer.reasons == (("5.15", "dezelfde woorden: “draagmoederschap”"),)


def test_a_detail_is_answered_with_its_sentence_first():
    answer = answered(Query(ask="detail", topic="Almere"))
    sentence = (
        "In Almere is een project gestart waarbij zestig vrouwen met een migratieachtergrond begeleid worden naar "
        "duurzame participatie in de stad."
    )
    assert answer.quote == Quote("1.27", sentence)
    assert answer.headline == (
        "In maatregel 1.27 (Effectieve aanpakken breder toepassen (Voor een Inclusieve Arbeidsmarkt (VIA))) staat: "
        f"“{sentence}”"
    )
    assert sentence in answer.measures[0].explanation


def test_filters_select_and_the_topic_decides_among_them():
    answer = answered(Query(topic="verlof", filters=(EndIn(YEAR),)))
    assert ids(answer.measures) == ["1.14"]
    assert answer.headline == "Eén van de 149 maatregelen gaat over “verlof” en heeft een einde in 2024."


def test_what_runs_for_a_subject_counts_what_is_doorlopend():
    answer = answered(Query(topic="kinderopvang", filters=(StatusIn((3,), (1,)),)))
    assert "6.23" in ids(answer.measures)  # doorlopend
    assert "1.19" not in ids((*answer.measures, *answer.related))  # niet (meer) in uitvoering
    assert "6.23" in ids(answered(Query(filters=(StatusIn((3,), (1,)),))).related)


def test_a_topic_that_only_other_measures_treat_is_said_so():
    answer = answered(Query(topic="draagmoederschap", filters=(Owners(("EZK",)),)))
    assert (answer.kind, answer.measures, answer.count) == ("topic", (), 0)
    assert answer.headline == "Geen enkele maatregel gaat over “draagmoederschap” en is van EZK (0 van de 149)."
    assert (answer.related_label, ids(answer.related)) == ("Wel over dit onderwerp", ["5.15"])


def test_a_topic_that_the_report_does_not_treat_gives_an_abstention():
    for query in (Query(topic="kerncentrales"), Query(topic="kerncentrales", filters=(Owners(("EZK",)),))):
        answer = answered(query)
        assert (answer.kind, answer.measures, answer.count) == ("abstain", (), None)
        assert answer.headline == "De rapportage bevat geen maatregel over “kerncentrales”."
        assert (answer.related_label, ids(answer.related)) == ("In de buurt", ["1.1"])


def test_counts_of_a_topic_count_what_was_found():
    answer = answered(Query(ask="count", topic="kinderopvang"))
    assert (answer.kind, answer.count, ids(answer.measures)) == ("count", 4, ["1.18", "1.19", "1.22", "6.23"])
    assert answer.headline == "4 van de 149 maatregelen gaan over “kinderopvang”."


def test_with_two_reports_the_newest_answers_and_numbers_carry_the_report():
    (report,) = shipped().reports
    older = replace(
        report,
        key="2021",
        reference_date=date(2021, 11, 30),
        measures=tuple(replace(m, report="2021") for m in report.measures[:3]),
    )
    source = source_of(older, report)
    answer = answered(Query(filters=(Owners(("FIN",)),)), source)
    assert (answer.total, [m["id"] for m in answer.to_json()["measures"]]) == (149, ["2023:1.39", "2023:1.40"])
    assert "- 2023:1.39 " in answer.text
    old = answered(Query(report="2021"), source)
    assert (old.total, [m["id"] for m in old.to_json()["measures"]]) == (3, ["2021:1.1", "2021:1.2", "2021:1.3"])
    assert old.as_of == date(2021, 11, 30)
    named = answered(Query(ask="field", field="owners", topic="FundRight initiatief"), source)
    assert (named.query.target, named.field) == (("2023:1.34",), ("owners", "EZK"))
