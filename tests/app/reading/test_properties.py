"""What must hold for any question: it is read, and the selection is the table's own filter."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.query import select
from app.reading import LONGEST, Lexicon, read
from app.reading.reader import Reading
from index.columns import Columns
from ingest.records import Measure, Report
from tests.app.reading.shorthand import AS_OF

MINISTRIES = {
    "OCW": ("OCW", "Onderwijs, Cultuur en Wetenschap", "de minister van Onderwijs"),
    "SZW": ("SZW", "Sociale Zaken", "het ministerie van Sociale Zaken en Werkgelegenheid"),
    "VWS": ("VWS", "Volksgezondheid", "het departement van Volksgezondheid, Welzijn en Sport"),
    "JenV": ("JenV", "Justitie", "de minister van Justitie en Veiligheid"),
    "BZ": ("BZ", "Buitenlandse Zaken", "het ministerie van Buitenlandse Zaken"),
    "BZK": ("BZK", "Binnenlandse Zaken", "het ministerie van BZK"),
    "EZK": ("EZK", "Economische Zaken", "het ministerie van Economische Zaken en Klimaat"),
    "FIN": ("FIN", "Financiën", "de minister van Financiën"),
    "IenW": ("IenW", "Infrastructuur en Waterstaat", "het ministerie van IenW"),
}
STATUSES = {
    4: ("afgerond", "klaar"),
    3: ("in uitvoering",),
    1: ("doorlopend",),
    0: ("gestopt", "niet meer in uitvoering"),
}
YEARS = (2022, 2023, 2024, 2025, 2026, 2027)
THEMES = ("Arbeid", "Veiligheid", "Onderwijs en media", "Zorg", "Gelijke behandeling en wetgeving", "Internationaal")


def ends_in(measure: Measure, first: date, last: date) -> bool:
    end = measure.deadline.end
    return (
        end is not None and end.first is not None and end.last is not None and first <= end.first and end.last <= last
    )


def cases() -> Iterator[tuple[str, Callable[[Measure], bool]]]:
    for code, names in MINISTRIES.items():
        for name in names:
            yield f"Welke maatregelen van {name} zijn er?", lambda m, c=code: c in m.owners
            for status, words in STATUSES.items():
                for word in words:
                    yield (
                        f"Welke maatregelen van {name} zijn {word}?",
                        lambda m, c=code, s=status: c in m.owners and m.status == s,
                    )
            for year in YEARS:
                first, last = date(year, 1, 1), date(year, 12, 31)
                for text in (f"Welke maatregelen van {name} lopen af in {year}?", f"{name} deadline {year}"):
                    yield text, lambda m, c=code, a=first, b=last: c in m.owners and ends_in(m, a, b)
                yield (
                    f"wat is bij {name} in uitvoering en loopt af in {year}",
                    lambda m, c=code, a=first, b=last: c in m.owners and m.status == 3 and ends_in(m, a, b),
                )
            for theme in THEMES:
                yield (
                    f"Welke maatregelen van {name} staan in het thema {theme}?",
                    lambda m, c=code, t=theme: c in m.owners and m.theme == t,
                )
    for theme in THEMES:
        for status, words in STATUSES.items():
            yield f"thema {theme} {words[0]}", lambda m, t=theme, s=status: m.theme == t and m.status == s
    for (one, names), (other, others) in combinations(MINISTRIES.items(), 2):
        a, b = names[1], others[1]
        yield f"Wat doen {one} en {other} samen?", lambda m, x=one, y=other: x in m.owners and y in m.owners
        yield f"maatregelen van {a} samen met {b}", lambda m, x=one, y=other: x in m.owners and y in m.owners
        yield f"Welke maatregelen zijn van {one} of {other}?", lambda m, x=one, y=other: x in m.owners or y in m.owners
        yield f"maatregelen van {a} maar niet van {b}", lambda m, x=one, y=other: x in m.owners and y not in m.owners
        yield f"{a} zonder {b}", lambda m, x=one, y=other: x in m.owners and y not in m.owners


CASES = list(cases())


@pytest.mark.parametrize(("question", "belongs"), CASES, ids=[question for question, _ in CASES])
def test_the_certain_measures_are_the_tables_own_filter(
    question: str, belongs: Callable[[Measure], bool], lexicon: Lexicon, columns: Columns, report: Report
):
    reading = read(question, lexicon=lexicon, as_of=AS_OF)
    assert reading.query.topic is None
    values = select(reading.query, columns, AS_OF)
    certain = {columns.ids[n] for n in np.flatnonzero(values == 2)}
    possible = {columns.ids[n] for n in np.flatnonzero(values == 1)}
    expected = {m.id for m in report.measures if belongs(m)}
    # a government-wide measure, and one "Rijksdienst ... afdeling OCW", is only defensible for and against a ministry
    assert certain <= expected <= certain | possible
    doubtful = {m.id for m in report.measures if m.government_wide or "Rijksdienst" in m.who or m.deadline.ongoing}
    assert expected - certain <= doubtful


@given(st.text(max_size=300))
@settings(max_examples=500, deadline=None)
def test_any_string_is_read(lexicon: Lexicon, text: str):
    assert isinstance(read(text, lexicon=lexicon, as_of=AS_OF), Reading)


words = st.sampled_from(
    [
        "welke",
        "maatregelen",
        "van",
        "OCW",
        "of",
        "SZW",
        "niet",
        "zonder",
        "samen",
        "alleen",
        "nog",
        "af",
        "klaar",
        "in",
        "2024",
        "Q1",
        "voor",
        "na",
        "tot",
        "en",
        "met",
        "t/m",
        "tussen",
        "de",
        "het",
        "moties",
        "Bikker",
        "lid",
        "thema",
        "Zorg",
        "kopje",
        "Gelijk",
        "loon",
        "hoeveel",
        "procent",
        "per",
        "ministerie",
        "status",
        "eerste",
        "drie",
        "deadline",
        "3.10",
        "over",
        "tijd",
        "1-1-2024",
        "«o1»",
        "·",
        "¤",
        '"',
        "“",
        "”",
        "(",
        ")",
        ",",
        "?",
        "!",
        ":",
        "%",
        "&",
        "/",
        "-",
        "+",
        "'",
        "é",
        "0.0",
        "99-99-2024",
        "q9",
        "behalve",
        "wie",
        "gaat",
        "over",
        "wanneer",
        "is",
        "loopt",
        "gesorteerd",
        "op",
        "top",
        "5",
        "meeste",
        "verste",
        "eerstvolgende",
        "komende",
        "nul",
        "maanden",
        "jaar",
        "geen",
        "einddatum",
        "vandaag",
        "peildatum",
        "als",
        "we",
        "op",
        "kijken",
    ]
)


@given(st.lists(words, max_size=40).map(" ".join), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
@settings(max_examples=1500, deadline=None)
def test_any_heap_of_question_words_is_read(lexicon: Lexicon, columns: Columns, text: str, day: date):
    reading = read(text, lexicon=lexicon, as_of=day)
    select(reading.query, columns, day)
    reading.query.describe()


def test_a_very_long_question_is_cut_and_that_is_said(lexicon: Lexicon):
    text = "welke maatregelen van OCW lopen af in 2024 " * 2500
    start = time.perf_counter()
    reading = read(text, lexicon=lexicon, as_of=AS_OF)
    assert len(text) > 100_000 and reading.cut and time.perf_counter() - start < 5
    assert not read("x" * LONGEST, lexicon=lexicon, as_of=AS_OF).cut


def test_an_empty_lexicon_reads_as_well():
    lexicon = Lexicon.from_index(())
    for text in (
        "",
        "?",
        "Welke maatregelen van OCW lopen af in 2024?",
        "thema Zorg",
        "kopje Gelijk loon",
        "maatregel 3.10",
    ):
        assert isinstance(read(text, lexicon=lexicon, as_of=AS_OF), Reading)


FRAMES = (
    "{}",
    "kun je mij even {} geven",
    "graag {}",
    "{} aub",
    "ik wil graag {} zien",
    "hoi, {} svp",
    "zou u mij {} kunnen sturen",
)
ASKED = (
    "alle maatregelen van OCW die nog lopen",
    "de maatregelen van SZW met een deadline in 2024",
    "de afgeronde maatregelen in het thema Zorg",
    "de maatregelen die BZK en JenV samen doen",
    "de maatregelen van VWS die op 1 april 2024 over tijd zijn",
    "de maatregelen onder het kopje Gelijk loon",
    "de maatregelen op pagina 5",
    "het aantal doorlopende maatregelen van BZ",
)


@pytest.mark.parametrize("frame", FRAMES[1:])
@pytest.mark.parametrize("asked", ASKED)
def test_a_polite_frame_changes_nothing_of_the_reading(asked: str, frame: str, lexicon: Lexicon):
    bare = read(asked, lexicon=lexicon, as_of=AS_OF)
    framed = read(frame.format(asked), lexicon=lexicon, as_of=AS_OF)
    assert framed.query == bare.query
    assert framed.ignored == bare.ignored == ()


LISTED = (
    "van OCW", "die nog lopen", "met een deadline in 2024", "in het thema Zorg", "die over tijd zijn",
    "zonder einddatum", "onder het kopje Gelijk loon", "op pagina 12", "van precies twee ministeries",
    "die niet van SZW zijn",
)  # fmt: skip


@pytest.mark.parametrize("pair", list(combinations(LISTED, 2)), ids=" | ".join)
def test_any_two_conditions_combine_and_their_order_does_not_matter(pair: tuple[str, str], lexicon: Lexicon):
    one, other = pair
    apart = [read(f"welke maatregelen {part}", lexicon=lexicon, as_of=AS_OF).query for part in pair]
    assert all(len(query.filters) == 1 and query.topic is None for query in apart)
    wanted = {condition for query in apart for condition in query.filters}
    if {"met een deadline in 2024", "zonder einddatum"} == set(pair) or "over tijd" in " ".join(pair):
        wanted = {type(condition) for condition in wanted}  # a period beside these may be told by the other
    for text in (f"welke maatregelen {one} en {other}", f"welke maatregelen {other} en {one}"):
        found = read(text, lexicon=lexicon, as_of=AS_OF)
        got = set(found.query.filters)
        assert found.query.topic is None
        assert (got if all(not isinstance(w, type) for w in wanted) else {type(c) for c in got}) == wanted
        assert found.ignored == ()


TURNING = ("procentueel", "urgente", "bijna", "gemiddelde", "goedkoopste")


@pytest.mark.parametrize("word", TURNING)
@pytest.mark.parametrize(
    "asked", ["welke {} maatregelen zijn van OCW", "hoeveel {} maatregelen zijn afgerond", "{} maatregelen per thema"]
)
def test_a_word_that_could_have_mattered_is_named_and_not_lost(word: str, asked: str, lexicon: Lexicon):
    assert word in read(asked.format(word), lexicon=lexicon, as_of=AS_OF).ignored


content = st.sampled_from(
    [
        "OCW", "SZW", "afgerond", "doorlopend", "deadline 2024", "zonder", "niet", "alleen", "samen", "eerste",
        "meeste", "drie", "kinderopvang", "zwangerschap", "Gelijk loon", "thema Zorg",
    ]
)  # fmt: skip


@given(st.lists(content, min_size=1, max_size=5, unique=True))
@settings(max_examples=300, deadline=None)
def test_no_word_of_a_question_is_lost_in_silence(lexicon: Lexicon, parts: list[str]):
    """Each content word is in the words of a filter, in the ask, in the topic, or named as not understood."""
    text = "welke maatregelen " + " ".join(parts)
    reading = read(text, lexicon=lexicon, as_of=AS_OF)
    query = reading.query
    told = " ".join([*(span.words for span in reading.spans), query.topic or "", *reading.ignored]).lower()
    for word in " ".join(parts).lower().split():
        ranked = word in ("eerste", "meeste", "deadline", "thema") and (query.extreme or query.limit or query.group_by)
        limited = word == "drie" and query.limit
        assert word in told or ranked or limited, (text, query.describe(), reading.ignored)
