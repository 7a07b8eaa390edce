"""One field of one measure, all fields of one measure, and what is not there."""

from datetime import date

import pytest

from app.filters import EndIn, StatusIn
from app.query import Query
from ingest.records import Period
from tests.app.answering.shipped import answered, ids, shipped


@pytest.mark.parametrize(
    ("measure", "field", "value", "headline"),
    [
        ("1.34", "owners", "EZK",
         "Maatregel 1.34 (Steunen van FundRight initiatief) is van EZK (Economische Zaken en Klimaat)."),
        ("5.1", "owners", "NCDR",
         "Maatregel 5.1 (Programma NCDR) is van NCDR (Nationaal Coördinator tegen Discriminatie en Racisme)."),
        ("4.2", "owners", "OCW/DE",
         "Maatregel 4.2 (Alliantie Gezondheidszorg op Maat 2) is van OCW/DE (Onderwijs, Cultuur en Wetenschap)."),
        ("3.21", "owners", "n.v.t.",
         "Maatregel 3.21 (Onderzoek naar keuzegedrag van jongeren in het onderwijs) heeft geen verantwoordelijke in de "
         "rapportage: in de kolom “Wie” staat “n.v.t.”."),
        ("6.2", "owners", "Kabinetsbreed",
         "Maatregel 6.2 (Gendergelijkheid en gelijke rechten voor lhbtqi+ personen zijn onderdeel van bilaterale en "
         "EU-gesprekken) is van alle ministeries samen: in de kolom “Wie” staat “Kabinetsbreed”."),
        ("1.14", "end", "Q1 2024",
         "Maatregel 1.14 (Invoeringstoets betaald ouderschapsverlof) is volgens de planning klaar in Q1 2024."),
        ("2.7", "end", "2023 - 2026",
         "Maatregel 2.7 (Samenwerking met regenboogsteden) is volgens de planning klaar op 31 december 2026. In de "
         "kolom “Wanneer” staat “2023 - 2026”."),
        ("1.11", "end", "Q4 2022",
         "Maatregel 1.11 (Werkgevers stimuleren en ondersteunen om transparant te zijn over loonverschillen) is "
         "afgerond; volgens de planning moest dat in Q4 2022."),
        ("1.21", "end", "Q1 2023",
         "Maatregel 1.21 (Ondersteunen langdurig bijstandsgerechtigden) had volgens de planning klaar moeten zijn in "
         "Q1 2023; de status is “in uitvoering”."),
        ("1.34", "end", "n.v.t.",
         "Maatregel 1.34 (Steunen van FundRight initiatief) heeft geen einddatum in de rapportage: in de kolom "
         "“Wanneer” staat “n.v.t.”. De status is “doorlopend”."),
        ("3.10", "end", "Vanaf studiejaar 2023-2024",
         "Maatregel 3.10 (Professionalisering mbo-docenten) heeft geen einddatum in de rapportage: in de kolom "
         "“Wanneer” staat “Vanaf studiejaar 2023-2024”, dat is een begin. De status is “in uitvoering”."),
        ("1.38", "end", "Q2 2023",
         "Maatregel 1.38 (Techniepact Monitor (cijferpublicatie over o.a. keuzegedrag voor technische profielen en "
         "opleidingen in vo/mbo/ho)) had volgens de planning klaar moeten zijn in Q2 2023; de status is “doorlopend”."),
        ("6.9", "status", "doorlopend", "Maatregel 6.9 (Uitwerken Feministisch Buitenlandbeleid (FBB)) is doorlopend."),
        ("4.10", "theme", "Zorg",
         "Maatregel 4.10 (Project Genderpraatjes (chatservice)) valt binnen het thema “Zorg”."),
        ("4.10", "heading", "Toegankelijke en toekomstbestendige transgenderzorg",
         "Maatregel 4.10 (Project Genderpraatjes (chatservice)) staat onder het kopje “Toegankelijke en "
         "toekomstbestendige transgenderzorg” (thema Zorg)."),
    ],
)  # fmt: skip
def test_a_field_is_said_in_a_sentence_that_stands_alone(measure, field, value, headline):
    answer = answered(Query(ask="field", field=field, target=(measure,)))
    assert (answer.kind, answer.field, answer.headline) == ("field", (field, value), headline)
    assert ids(answer.measures) == [measure]


@pytest.mark.parametrize(
    ("measure", "begin"),
    [
        ("6.9", "Ja, maatregel 6.9 ("),
        ("4.10", "Ja, maatregel 4.10 ("),
        ("1.29", "Nee, maatregel 1.29 ("),
        ("1.31", "Nee, maatregel 1.31 ("),
    ],
)
def test_a_filter_beside_the_measure_makes_it_yes_or_no(measure, begin):
    query = Query(ask="field", field="status", target=(measure,), filters=(StatusIn((3,), (1,)),))
    assert answered(query).headline.startswith(begin)


def test_a_name_in_the_question_is_resolved_to_its_measure():
    answer = answered(Query(ask="field", field="end", topic="EU-richtlijn loontransparantie"))
    assert (answer.query.target, answer.query.topic, answer.field) == (("1.10",), None, ("end", "Q2 2024"))


def test_two_measures_of_one_title_are_both_answered():
    answer = answered(Query(ask="field", field="end", topic="professionalisering mbo-docenten"))
    assert ids(answer.measures) == ["3.10", "3.15"]
    assert answer.field == ("end", "3.10: Vanaf studiejaar 2023-2024; 3.15: Q1 2024")
    assert answer.headline == "Er zijn 2 maatregelen die hierbij passen; van elk staat hieronder het antwoord."
    assert "- Maatregel 3.15 (Professionalisering mbo-docenten) is volgens de planning klaar in Q1 2024." in answer.text
    owners = answered(Query(ask="field", field="owners", target=("3.10", "3.15")))
    assert owners.headline == "De maatregelen 3.10 en 3.15 zijn alle van OCW (Onderwijs, Cultuur en Wetenschap)."


def test_a_field_of_what_names_no_measure_is_sought_by_meaning():
    answer = answered(Query(ask="field", field="owners", topic="genderpoli"))
    assert ids(answer.measures) == ["1.31"]
    nothing = answered(Query(ask="field", field="owners", topic="kerncentrales"))
    assert (nothing.kind, nothing.measures) == ("abstain", ())


def test_everything_of_a_measure_is_said_with_footnote_and_source():
    answer = answered(Query(ask="field", field="all", target=("1.6",)))
    (measure,) = answer.measures
    assert measure.id == "1.6"
    for part in (measure.title, measure.theme, measure.heading, measure.who, measure.explanation, "doorlopend",
                 "Wet Evenwichtiger verhouding tussen mannen en vrouwen", answer.source):  # fmt: skip
        assert part in answer.text
    assert answer.source == "Bron: Bijlage voortgangsrapportage emancipatie, maatregel 1.6 (peildatum november 2023)"


def test_details_of_a_few_are_given_in_full_and_of_many_as_a_list():
    few = answered(Query(ask="detail", target=("3.10", "3.15")))
    assert few.headline == "Er zijn 2 maatregelen met de titel “Professionalisering mbo-docenten”."
    assert all(m.explanation in few.text for m in few.measures)
    many = answered(Query(ask="detail", filters=(StatusIn((1,)),)))
    assert (many.kind, many.count) == ("list", 24)


def test_a_number_that_no_measure_has_is_said():
    answer = answered(Query(ask="field", field="all", target=("9.9",)))
    assert answer.headline == ("De rapportage heeft geen maatregel 9.9; de nummers lopen van 1.1 tot en met 6.24.")
    assert (answer.kind, answer.measures, answer.count) == ("abstain", (), None)


def test_a_report_that_is_not_loaded_is_said():
    answer = answered(Query(report="2019"))
    assert answer.headline == "De rapportage “2019” is niet geladen; wel geladen: “2023”."
    assert (answer.kind, answer.as_of) == ("clarify", date(2023, 11, 30))


def test_another_reference_date_is_said():
    quarter = Period(date(2024, 1, 1), date(2024, 3, 31))
    answer = answered(Query(filters=(EndIn(quarter),), as_of=date(2024, 2, 1)))
    assert "Peildatum: 1 februari 2024 (de stand is die van de rapportage: november 2023)." in answer.text
    assert answer.as_of == date(2024, 2, 1)


def test_every_field_of_every_measure_is_answered():
    for measure in shipped().measures:
        for field in ("owners", "end", "status", "theme", "heading", "page", "explanation", "all"):
            answer = answered(Query(ask="field", field=field, target=(measure.id,)))
            assert answer.measures == (measure,)
            assert measure.title.rstrip(".") in answer.text
