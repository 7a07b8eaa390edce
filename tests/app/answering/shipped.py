"""The shipped report as a source of answers, with a topic finder that looks for words: no model, no index."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.answering import answer
from index.columns import Columns
from index.folding import fold
from ingest.documents import read_report

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True, eq=False)
class FakeSource:
    reports: tuple
    measures: tuple
    columns: Columns


@dataclass(frozen=True)
class FakeReason:
    kind: str
    text: str


@dataclass(frozen=True)
class FakeHit:
    row: int
    reasons: tuple = ()


@dataclass(frozen=True)
class FakeQuote:
    row: int
    sentence: str


@dataclass(frozen=True)
class FakeFinding:
    hits: tuple = ()
    nearby: tuple = ()
    known: bool = False
    quote: FakeQuote | None = None


def source_of(*reports):
    measures = tuple(m for report in reports for m in report.measures)
    return FakeSource(reports, measures, Columns.from_measures(measures))


@lru_cache(maxsize=1)
def shipped():
    return source_of(read_report(ROOT / "data" / "bijlage-emancipatie-2023.txt"))


def word_finder(source):
    """Finds what holds the topic as a word; the quote is the first sentence of the first hit."""

    def find(topic, rows, *, broad, filtered):  # noqa: ARG001 - the finder's signature
        def holds(row):
            measure = source.measures[row]
            return fold(topic) in fold(f"{measure.title} {measure.explanation}")

        hits = tuple(FakeHit(int(row), (FakeReason("words", topic),)) for row in rows if holds(int(row)))
        if not hits:
            return FakeFinding(nearby=(FakeHit(0),))
        sentence = source.measures[hits[0].row].explanation.split(". ")[0].rstrip(".") + "."
        return FakeFinding(hits, (), True, FakeQuote(hits[0].row, sentence))

    return find


def answered(query, source=None):
    source = source or shipped()
    return answer(query, source, topic_find=word_finder(source))


def ids(measures):
    return [measure.id for measure in measures]
