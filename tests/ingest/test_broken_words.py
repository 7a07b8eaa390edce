"""Words broken without a hyphen at a filled line: joined on evidence, kept apart on evidence, else unsure."""

import pytest

from ingest.hyphens import FULL, Words, join_lines, unsure_ends
from tests.ingest.typesetting import Row, document

SEEN = [("zwangerschapsdiscrimin", "atie")]  # this word stands whole in the document: it breaks words


def words_of(text, breaks=True):
    words = Words(["OCW", "SZW"])
    for line in text:
        words.learn(line)
    words.weigh_full_lines(SEEN if breaks else [], [])
    return words


APPENDIX = [cell for item in document() if isinstance(item, Row) for cell in item.cells]


@pytest.mark.parametrize(
    ("left", "right", "parts"),
    [
        ("onderwijsbegro", "tingen", "one"),
        ("huisvestingsmogelijkhe", "den", "one"),
        ("zwangerschapsdis", "criminatie", "one"),
        ("buurtgemeenschappen", "in", "two"),
        ("scholen", "voor", "two"),
        ("kwaliteit", "onderzoek", "unsure"),  # the document has compounds that begin so
        ("OCW", "Het", "two"),
        ("geslachtsvermelding", "(x)", "two"),
        ("arbeidsmarkt", ".", "one"),
        ("beleidsvoornemen", "s", "one"),
        ("j", "aarlijks", "one"),
        ("VWS/O", "CW", "one"),
        ("T", "K-initiatiefnemers", "unsure"),
        ("EU-commissie", "en", "unsure"),
        ("2022-20", "23", "one"),
        ("2022", "2023", "two"),
        ("100", "000", "unsure"),
        ("2023", "-2024", "one"),
        ("mbo", "-docenten", "one"),
        ("scholen", "-", "two"),
        ("en", "-gezag", "two"),
        ("(semi", "-)publieke", "one"),
        ("(semi-)", "publieke", "one"),
        ("(grote-)", "en", "two"),
        ("(her)", "ontwikkeling", "unsure"),
        ("(OCW)", "samen", "two"),
        ("(", "medefinanciers", "one"),
        ("'", "Arbeid'", "one"),
        ("(n.n.", "t.b.)", "unsure"),
        ("(n.n", ".t.b.)", "one"),
    ],
)
def test_the_document_s_words_tell_one_word_from_two(left, right, parts):
    assert words_of(APPENDIX).goes_on(left, right) == parts


def test_a_document_that_breaks_no_words_joins_none_by_their_letters():
    words = words_of(APPENDIX, breaks=False)
    assert not words.breaks_long_words
    assert words.goes_on("onderwijsbegro", "tingen") == "unsure"


def test_a_small_document_tells_nothing_of_words_that_it_does_not_have():
    words = words_of(["De school begint."])
    assert words.goes_on("Aaaaaaaaaa", "aaaaaaa") == "unsure"
    lines = ["Aaaaaaaaaa" + FULL, "aaaaaaa"]
    assert join_lines(lines, words) == "Aaaaaaaaaa aaaaaaa"
    assert unsure_ends(lines, words) == ["Aaaaaaaaaa|aaaaaaa"]


def test_two_words_that_also_stand_as_one_are_unsure():
    assert words_of(["onder wijs onderwijs"]).goes_on("onder", "wijs") == "unsure"
