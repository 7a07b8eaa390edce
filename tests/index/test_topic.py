"""Topics to measures, on a small report with a fake encoder."""

import numpy as np
import pytest

from index import topic
from index.contents import make_index
from index.evidence import read_words
from index.lexical import Words
from index.texts import sentences
from index.vectors import VectorField
from index.words import content_words, grams, parts, stem
from tests.index.small import MEASURES, QUESTIONS, THESAURUS, FakeEncoder, report


@pytest.fixture(scope="module")
def index():
    return make_index([report()], [("t", question) for question in QUESTIONS], THESAURUS, FakeEncoder())


@pytest.fixture(scope="module")
def words_only():
    return make_index([report()], [("t", question) for question in QUESTIONS], THESAURUS, None)


def ids(hits):
    return [MEASURES[hit.row].id for hit in hits]


def test_a_keyword_finds_its_measure_first(index, words_only):
    assert ids(topic.find(index, "politie").hits)[0] == "2.1"
    assert ids(topic.find(words_only, "politie").hits)[0] == "2.1"


def test_without_a_model_the_finding_says_that_it_went_by_words(index, words_only):
    assert topic.find(index, "politie").by == "meaning"
    assert topic.find(words_only, "politie").by == "words"


def test_another_word_of_the_thesaurus_finds_the_measure_and_is_its_reason(words_only):
    hit = topic.find(words_only, "salaris").hits[0]
    assert MEASURES[hit.row].id == "1.1"
    assert ("concept", "beloning") in [(reason.kind, reason.text) for reason in hit.reasons]


def test_a_misspelt_word_is_read_as_the_word_that_is_known(index):
    assert read_words(index, "ouderschapverlof").read_as[0][0] in index.known_stems
    assert ids(topic.find(index, "ouderschaapsverlof").hits)[0] == "1.2"


def test_editorial_questions_find_their_measure_and_can_be_left_out(words_only):
    assert ids(topic.find(words_only, "papa's vrij").hits)[0] == "1.2"
    assert topic.find(words_only, "papa's vrij", with_questions=False).hits == ()


def test_the_nearest_editorial_question_is_a_reason(index, monkeypatch):
    monkeypatch.setattr("index.reasons.NEAR", 0.5)
    hit = topic.find(index, "school").hits[0]
    assert ("question", "veilig naar de klas") not in [(r.kind, r.text) for r in hit.reasons]  # it holds no such word
    assert ("words", "school") in [(r.kind, r.text) for r in hit.reasons]


def test_rows_that_a_filter_leaves_out_are_never_found(index):
    finding = topic.find(index, "politie", [0, 1], filtered=True)
    assert {hit.row for hit in (*finding.hits, *finding.nearby)} <= {0, 1}
    assert 2 not in {hit.row for hit in topic.find(index, "politie", [], filtered=True).hits}


def test_a_filter_does_not_make_an_unrelated_measure_belong(index):
    assert topic.find(index, "politie", [0], filtered=True).hits == ()


@pytest.mark.parametrize("text", ["", "   ", "?", "de het een", "👍", "\x00\x00"])
def test_a_text_without_content_is_not_known_and_never_raises(index, text):
    finding = topic.find(index, text)
    assert finding.known is False
    assert finding.hits == ()


@pytest.mark.parametrize("text", ["x" * 100_000, "loon " * 50_000, "1" * 5000, "'; DROP TABLE maatregelen; --"])
def test_hostile_texts_never_raise(index, words_only, text):
    assert topic.find(index, text).by == "meaning"
    assert topic.find(words_only, text).by == "words"


def test_the_quote_is_a_sentence_of_the_measure_verbatim_and_holds_what_is_asked(index, monkeypatch):
    monkeypatch.setattr(topic, "margin", lambda *given, **named: 1.0)  # noqa: ARG005
    assert (
        topic.find(index, "wanneer is de loonwijzer verschenen").quote.sentence
        == "Op 1 mei 2023 is de loonwijzer verschenen."
    )
    assert topic.find(index, "hoeveel euro politie").quote.sentence == "De politie krijgt 2 miljoen euro per jaar."


def test_an_empty_report_gives_nothing():
    empty = make_index([report(())], [], THESAURUS, FakeEncoder())
    assert topic.find(empty, "politie") == topic.Finding((), (), known=False, quote=None, by="meaning")


def test_each_row_gets_its_best_vector_and_filtered_rows_are_not_looked_at():
    vectors = np.array([[1, 0], [0, 1], [0.6, 0.8]], dtype=np.float32)
    field = VectorField.from_vectors(vectors, [1, 0, 1], 3)
    found = field.nearest(np.array([0, 1], dtype=np.float32))
    assert found.scores[:2].tolist() == pytest.approx([1.0, 0.8])
    assert found.places[2] == -1
    only = field.nearest(np.array([0, 1], dtype=np.float32), np.array([False, True, False]))
    assert only.places[0] == -1
    assert only.scores[1] == pytest.approx(0.8)
    assert only.scores[0] == only.scores[2] == 0.0  # not reached: the lowest that was found
    assert (only.mean, only.deviation) == pytest.approx((0.9, 0.1), abs=1e-4)  # of all rows, whatever the filter


def test_bm25_follows_lucenes_formula():
    words = Words.from_texts([["a", "b"], ["a", "a", "c"], ["d"]])
    idf = np.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    length = 1.2 * (1 - 0.6 + 0.6 * 3 / 2)
    assert words.scores([("a", 1.0)])[1] == pytest.approx(idf * 2 / (2 + length), abs=1e-5)
    assert words.scores([("a", 2.0)])[2] == 0
    assert words.frequency("a") == 2
    assert words.frequency("unknown") == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LHBTIQ+'ers op school", ["lhbti", "school"]),
        ("lhbtqi+ personen", ["lhbti", "personen"]),
        ("homosexualiteit", ["homoseksualiteit"]),
        ("Wat doet het kabinet aan reële loonkloof?", ["reele", "loonkloof"]),
        ("D&I in 2024", ["d&i", "2024"]),
        ("de het een", []),
    ],
)
def test_content_words_are_folded_and_without_stop_words(text, expected):
    assert content_words(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("zwangerschapsdiscriminatie", ("zwangerschap", "discriminatie")),
        ("loonkloof", ("loon", "kloof")),
        ("loonzzzz", ()),
        ("loon", ()),
    ],
)
def test_compounds_are_cut_where_all_parts_are_known(word, expected):
    known = frozenset(stem(part) for part in ("zwangerschap", "discriminatie", "loon", "kloof"))
    assert parts(word, known) == tuple(stem(part) for part in expected)


def test_grams_stand_between_marks():
    assert grams("wet") == ["_wet", "wet_"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Motie Bisschop d.d. 5 december 2022. Klaar.", ["Motie Bisschop d.d. 5 december 2022.", "Klaar."]),
        ("Zie o.a. NOC*NSF en art. 1 Grondwet.", ["Zie o.a. NOC*NSF en art. 1 Grondwet."]),
        ("Het heet 'Meer uren werkt!' Het loopt.", ["Het heet 'Meer uren werkt!'", "Het loopt."]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert sentences(text) == expected
