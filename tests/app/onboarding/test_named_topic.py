"""A topic that is a name alone is found by letter; one that says more is found by meaning."""

from dataclasses import dataclass

import pytest

from app.onboarding.named_topic import Named, finding_by_name, named_examples, named_topic, named_topics
from app.onboarding.terms import occurrences


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Ik zoek de maatregelen die over de Raad van Europa gaan.", "Raad van Europa"),
        ("Wat doet Nederland bij de Raad van Europa?", "Raad van Europa"),
        ("Wat doet Nederland bij de VN?", "VN"),
        ("Wat staat er over het Verdrag van Istanbul?", "Verdrag van Istanbul"),
        # near misses: more than the name is asked
        ("Wat zegt de Raad van Europa over onderwijs?", None),
        ("diversiteit en inclusie bij inkoop", None),
        ("Wat doet het kabinet aan straatintimidatie in de VN?", None),
        ("lhbtiq+", None),  # a subject
        ("Wat wordt er gedaan?", None),
        ("", None),
    ],
)
def test_a_question_is_a_name_alone(question, term, assistant):
    found = named_topic(assistant.glossary, question)
    assert (found.term if found else None) == term


@dataclass(frozen=True)
class Found:
    row: int


def finder(assistant, *ids):
    """The way by name over a search that finds these measures, the last one merely near by."""
    row_of = {measure.id: row for row, measure in enumerate(assistant.measures)}
    *hits, near = (Found(row_of[id]) for id in ids)

    def find(topic, rows, *, broad, filtered):  # noqa: ARG001
        return Named(tuple(hits), (near,), known=True, quote=None)

    found = finding_by_name(find, assistant.glossary, assistant.measures)

    def shown(question, *, broad=False):
        finding = found(question, (), broad=broad, filtered=False)
        return [[assistant.measures[hit.row].id for hit in hits] for hits in (finding.hits, finding.nearby)]

    return shown


def test_what_prints_the_name_is_shown_and_the_rest_stands_beside_it(assistant):
    shown = finder(assistant, "6.10", "6.11", "6.3", "6.17", "1.1")
    assert shown("Wat doet Nederland bij de Raad van Europa?") == [["6.11", "6.17"], ["6.10", "6.3", "1.1"]]


def test_all_that_was_found_stays(assistant):
    shown = finder(assistant, "6.10", "6.11", "6.3", "6.17", "1.1")
    everything = [["6.10", "6.11", "6.3", "6.17"], ["1.1"]]
    assert shown("de Raad van Europa", broad=True) == everything  # "alles over ..."
    assert shown("Wat zegt de Raad van Europa over onderwijs?") == everything  # more than the name
    assert shown("Wat doet Nederland bij de VN?") == everything  # none of it prints the name


@pytest.mark.parametrize("question", ["Wat doet Nederland bij de Raad van Europa?", "Wat doet Nederland bij de VN?"])
def test_what_is_shown_of_a_name_prints_it(question, assistant):
    answer = assistant.respond(question).answer
    term = named_topic(assistant.glossary, question)
    printing = {measure.id for measure in occurrences(term, assistant.measures)}
    assert {measure.id for measure in answer.measures} <= printing
    assert answer.measures


@pytest.mark.parametrize(
    ("question", "names", "examples"),
    [
        ("VN en OESO", ["VN", "OESO"], []),
        ("Wat doet Nederland bij de VN, de OESO en de Raad van Europa?", ["VN", "OESO", "Raad van Europa"], []),
        ("Awgb en Wazo", ["Awgb", "Wazo"], []),
        ("In welke gremia (VN, G20, OESO) zet Nederland zich in?", [], ["VN", "G20", "OESO"]),
        ("Welke organisaties, zoals COC en Movisie, doen mee?", [], ["COC", "Movisie"]),
        # near misses: one name, a subject, more than names, ministries (these are filters)
        ("Wat doet Nederland bij de VN?", [], []),
        ("lhbtiq+ en gender", [], []),
        ("diversiteit en inclusie", [], []),
        ("Wat zeggen de VN en de OESO over onderwijs?", [], []),
        ("OCW en SZW", [], []),
        ("In welke landen (en hoe) zet Nederland zich in?", [], []),
        ("", [], []),
    ],
)
def test_names_are_enumerated(question, names, examples, assistant):
    assert [term.term for term in named_topics(assistant.glossary, question)] == names
    if not names:
        assert [term.term for term in named_examples(assistant.glossary, question)] == examples


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "names"), [("VN en OESO", ["VN", "OESO"]), ("In welke gremia (VN, G20) zijn we?", ["VN", "G20"])]
)
def test_several_names_find_what_each_finds(question, names, assistant):
    shown = {measure.id for measure in assistant.respond(question).answer.measures}
    for name in names:
        assert {measure.id for measure in assistant.respond(f"Wat staat er over {name}?").answer.measures} <= shown
