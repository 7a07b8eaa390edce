"""The data files that people write by hand are valid: they load, refer to what exists and say nothing twice."""

import json
import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
MEASURES_PER_THEME = {1: 43, 2: 20, 3: 26, 4: 13, 5: 23, 6: 24}  # the contract's numbers for the appendix of 2023
MEASURES = [f"{theme}.{n}" for theme, count in MEASURES_PER_THEME.items() for n in range(1, count + 1)]
NEAR = 85  # of 100, by rapidfuzz: the same words, whatever their order, but for a typing error
KINDS = {"afkorting", "organisatie", "wet", "programma", "begrip", "document", "ministerie", "persoon", "gebied"}


def folded(text):
    """Without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9+]+", plain))


def twice(values):
    return sorted(value for value, count in Counter(values).items() if count > 1)


@pytest.fixture(scope="module")
def questions():
    lines = (DATA / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def terms():
    return tomllib.loads((DATA / "terms.toml").read_text(encoding="utf-8"))["term"]


@pytest.fixture(scope="module")
def concepts():
    return tomllib.loads((DATA / "thesaurus.toml").read_text(encoding="utf-8"))["concept"]


@pytest.fixture(scope="module")
def transcript():
    text = (DATA / "bijlage-emancipatie-2023.txt").read_text(encoding="utf-8")
    return " ".join(re.sub(r"</?[uip]>", "", text).split()).casefold()


def test_every_question_has_its_three_fields_and_measures_that_exist(questions):
    assert {tuple(question) for question in questions} == {("measure", "question", "also")}
    assert {question["measure"] for question in questions} == set(MEASURES)
    assert {other for question in questions for other in question["also"]} - set(MEASURES) == set()


def test_a_question_names_no_measure_twice(questions):
    assert [q for q in questions if twice([q["measure"], *q["also"]])] == []


def test_no_question_is_asked_twice_whatever_its_capitals_and_punctuation(questions):
    assert twice(folded(question["question"]) for question in questions) == []


def test_every_measure_has_at_least_fifteen_questions(questions):
    counts = Counter(question["measure"] for question in questions)
    assert {measure: count for measure, count in counts.items() if count < 15} == {}


@pytest.mark.parametrize("name", ["topical", "structured", "outside", "onboarding"])
def test_no_question_of_the_question_sets_stands_in_the_editorial_index(questions, name):
    path = ROOT / "tests" / "questions" / f"{name}.jsonl"
    asked = [json.loads(line)["question"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    known = [folded(question["question"]) for question in questions]
    near = [
        (question, found[0])
        for question in asked
        if isinstance(question, str)
        and (found := process.extractOne(folded(question), known, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR))
    ]
    assert near == []


def test_every_term_is_explained_in_known_fields(terms):
    required = {"term", "explanation", "source", "kind"}
    allowed = required | {"forms", "stands_for", "in_report", "see"}
    assert [term for term in terms if not required <= set(term) <= allowed] == []
    assert {term["source"] for term in terms} == {"rapportage", "algemeen"}
    assert {term["kind"] for term in terms} <= KINDS


def test_there_are_more_than_a_hundred_and_fifty_terms(terms):
    assert len(terms) > 150


def test_no_spelling_belongs_to_two_terms(terms):
    # of one term, "Verslag" and "verslag" are one spelling; of two terms they are a mistake
    owners = {(spelling.casefold(), t["term"]) for t in terms for spelling in {t["term"], *t.get("forms", ())}}
    assert twice(spelling for spelling, _ in owners) == []


def test_an_explanation_holds_the_full_name_and_ends_as_a_sentence(terms):
    named = [term for term in terms if "stands_for" in term]
    assert [t["term"] for t in named if t["stands_for"].casefold() not in t["explanation"].casefold()] == []
    assert [t["term"] for t in terms if not t["explanation"].endswith(".")] == []


def test_what_a_term_is_confused_with_is_a_term(terms):
    names = {term["term"] for term in terms}
    assert {other for term in terms for other in term.get("see", ())} - names == set()


def test_the_words_of_a_term_are_printed_in_the_report(terms, transcript):
    missing = [
        (term["term"], word)
        for term in terms
        for word in term.get("in_report", [term["term"]])
        if word.casefold() not in transcript
    ]
    assert missing == []


def test_every_concept_has_known_fields_and_its_name_is_its_first_term(concepts):
    allowed = {"name", "terms", "english", "broader", "related"}
    assert [concept for concept in concepts if not {"name", "terms"} <= set(concept) <= allowed] == []
    assert [concept["name"] for concept in concepts if concept["terms"][0] != concept["name"]] == []


def test_there_are_at_least_four_hundred_concepts_with_names_of_their_own(concepts):
    assert len(concepts) >= 400
    assert twice(concept["name"].casefold() for concept in concepts) == []


def test_no_word_stands_for_two_concepts(concepts):
    assert twice(term.casefold() for concept in concepts for term in concept["terms"]) == []


def test_broader_and_related_concepts_exist_and_are_others(concepts):
    names = {concept["name"] for concept in concepts}
    for concept in concepts:
        others = [*concept.get("broader", ()), *concept.get("related", ())]
        assert set(others) <= names - {concept["name"]}, concept["name"]


def test_no_concept_is_broader_than_itself(concepts):
    broader = {concept["name"]: concept.get("broader", []) for concept in concepts}
    for name in broader:
        seen, todo = set(), list(broader[name])
        while todo:
            other = todo.pop()
            assert other != name
            if other not in seen:
                seen.add(other)
                todo += broader[other]
