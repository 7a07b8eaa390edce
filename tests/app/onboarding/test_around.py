"""What is answered without a search: terms, legend, structure, the document, the assistant, and what lies outside."""

import json
import re
from pathlib import Path

import pytest

from app.onboarding.legend import legend_answer
from app.onboarding.overview import overview_subject
from app.onboarding.phrases import first_match
from app.onboarding.smalltalk import smalltalk, without_opening
from app.onboarding.term_questions import read_term_question
from app.outside import is_noise
from index.folding import fold

LINES = (Path(__file__).parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
QUESTIONS = [json.loads(line) for line in LINES]


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["question"])
def test_a_question_around_the_measures_is_answered(case, assistant):
    answer = assistant.respond(case["question"]).answer
    shown = [measure.id for measure in answer.measures]
    missing = [words for words in case["contains"] if fold(words) not in fold(answer.text)]
    assert (answer.kind, missing, [i for i in case["must"] if i not in shown]) == (case["kind"], [], [])


@pytest.mark.parametrize(
    "case", [c for c in QUESTIONS if c["kind"] in ("greeting", "abstain", "clarify")], ids=lambda c: c["question"]
)
def test_what_lies_outside_shows_no_measure(case, assistant):
    answer = assistant.respond(case["question"]).answer
    assert (answer.measures, answer.count) == ((), None)


@pytest.mark.parametrize(
    "question",
    [
        "Wat doet de NCDR?",
        "Wat is de status van het FundRight initiatief?",
        "Wat is afgerond in het thema Onderwijs?",
        "Welke thema's hebben de meeste afgeronde maatregelen?",
        "Wat doet OCW met algoritmes en AI?",
        "Welke maatregelen van OCW lopen af in 2024?",
        "Welke besluiten worden doorgeschoven naar de volgende regering?",
        "Wie is verantwoordelijk voor de Alliantie Gelijk Spelen?",
        "Welke maatregelen uit de rapportage lopen af in 2024?",
    ],
)
def test_a_question_about_measures_is_left_to_the_search(question, assistant):
    around = assistant.around
    found = [first_match(question, "about.toml"), first_match(question, "outside.toml"), smalltalk(question)]
    found += [around.term_question(question), around.document(question), around.overview(question, None)]
    assert found == [None] * 6


@pytest.mark.parametrize(
    ("message", "rest"),
    [
        ("Hoi, welke moties zijn er?", "welke moties zijn er?"),
        ("Goedemorgen! Wat is over tijd?", "Wat is over tijd?"),
        ("Bedankt. En de tweede?", "En de tweede?"),
        ("OCW, welke moties?", "OCW, welke moties?"),
        ("hallo welke moties zijn er", "welke moties zijn er"),
    ],
)
def test_small_talk_in_front_of_a_question_is_left_out(message, rest):
    assert without_opening(message) == rest


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("Ik ben nieuw bij VWS, wat moet ik weten?", "vws"),
        ("geef een overzicht van het hele rapport", ""),
        ("praat me bij over BZK", "bzk"),
        ("Ik ben nieuw hier", ""),
        ("Ik ben nieuw bij de directie Emancipatie. Tot wanneer loopt de samenwerking met de Regenboogsteden?", None),
        ("Ik ben nieuw. Welke maatregelen zijn er van VWS?", None),
    ],
)
def test_an_overview_is_asked_of_a_ministry_a_theme_or_the_whole(question, subject):
    assert overview_subject(question) == subject


def test_an_overview_counts_by_status_and_names_what_is_shared(assistant):
    text = assistant.respond("Ik ben nieuw bij VWS, wat moet ik weten?").answer.text
    assert "18 van de 149 maatregelen zijn van VWS." in text
    assert "Stand van zaken: 2 afgerond, 13 in uitvoering en 3 doorlopend." in text
    assert "Over tijd: 4.5 (" in text
    assert "Gedeeld met anderen: 12, met " in text


@pytest.mark.parametrize("message", ["", "   ", "\n"])
def test_an_empty_message_is_asked_back(message, assistant):
    assert assistant.respond(message).answer.kind == "clarify"


def test_a_message_that_is_too_long_gets_one_line_with_the_limit(assistant):
    answer = assistant.respond("maatregelen van OCW " * 500).answer
    assert answer.kind == "clarify"
    assert answer.text == "Uw vraag telt 10000 tekens; een vraag mag hooguit 2000 tekens lang zijn."


@pytest.mark.parametrize("message", ["12 345 67", "????", "asdfghjkl", "aaaaaaa", "…"])
def test_noise_is_noise(message):
    assert is_noise(message)


@pytest.mark.parametrize("message", ["ocw", "szw afgerond", "slachtstroming", "lhbtiq+", "jenv"])
def test_short_and_hard_words_are_no_noise(message):
    assert not is_noise(message)


def test_every_term_is_found_by_its_own_name(assistant):
    lost = [term.term for term in assistant.terms if assistant.glossary.find(term.term, typos=False) is None]
    assert lost == []


def test_every_term_that_the_report_uses_is_explained_when_asked(assistant):
    asked = [t for t in assistant.terms if t.in_report]
    lost = [t.term for t in asked if read_term_question(f"Wat betekent {t.term}?", assistant.glossary) is None]
    assert lost == []


def test_a_sign_that_the_legend_does_not_have_is_said_to_be_missing(assistant):
    text = legend_answer("waarom is er geen status 2?", assistant.report, assistant.report.measures)
    assert text is not None
    assert text.startswith("Een 2 komt in de legenda niet voor")


@pytest.mark.parametrize(
    "wording",
    [
        "wat is {}?",
        "{} betekent?",
        "wie of wat is {}?",
        "wat wordt verstaan onder {}?",
        "ik kwam {} tegen, wat is dat?",
        "{} = ?",
        "{}, nooit van gehoord",
    ],
)
@pytest.mark.parametrize(
    "name", ["SRGR", "NCDR", "Wazo", "Raad van State", "Movisie", "I&O Research", "ECAD-P", "Topvrouwenwet"]
)
def test_a_term_is_explained_however_it_is_asked(wording, name, assistant):
    term = assistant.glossary.find(name, typos=False)
    assert term.explanation in assistant.respond(wording.format(name)).answer.text


def _row(measure):
    return f"{measure.title} {measure.who} {measure.explanation}"


def test_every_abbreviation_that_the_report_prints_is_a_term(assistant):
    printed = {
        word
        for measure in assistant.measures
        for word in re.findall(
            r"(?<![\w/-])[A-Z][A-Za-z+&*]*[A-Z+&*](?![\w-])", f"{measure.title} {measure.who} {measure.explanation}"
        )
    }
    assert len(printed) > 60
    unknown = {word for word in printed if assistant.glossary.find(word, typos=False) is None}
    assert unknown <= {"WOMEN", "VieW", "WIJ", "VC"}  # words of longer names, which are terms


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Welke organisaties worden genoemd?", "Movisie"),
        ("Welke wetten komen voor?", "Awgb"),
        ("Welke Kamerleden worden genoemd?", "Ellemeet"),
    ],
)
def test_all_terms_of_a_kind_are_named(question, name, assistant):
    answer = assistant.respond(question).answer
    assert (answer.kind, answer.measures) == ("explain", ())
    assert name in answer.text
