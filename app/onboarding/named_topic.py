"""A topic that is nothing but a name that the reports print is found by letter: "Wat doet Nederland bij de VN?".

What is merely near it in meaning belongs less than what prints the name, and stands beside the answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.answering.source import Finding, Hit, Quote, Rows, TopicFinder
from app.onboarding.terms import Glossary, Term, key, printed_in
from app.reading.lexicon import noise
from index.folding import fold
from ingest.records import Measure

_MARKS = " \"'“”‘’?.!,;:()"


@dataclass(frozen=True, slots=True)
class Named:
    """What was found of a topic, as far as it prints a name."""

    hits: tuple[Hit, ...]
    nearby: tuple[Hit, ...]
    known: bool
    quote: Quote | None


def named_topic(glossary: Glossary, question: str) -> Term | None:
    """The term whose name is all that a question says, beside words that are no topic; None where it says more.

    A subject that the glossary explains ("lhbtiq+", "gendergelijkheid") is no name: it is told in many words.
    """
    words = question.strip(_MARKS).split()
    idle = noise()
    while words and fold(words[0]).strip(_MARKS) in idle and key(" ".join(words)) not in glossary.by_name:
        words.pop(0)
    while words and fold(words[-1]).strip(_MARKS) in idle and key(" ".join(words)) not in glossary.by_name:
        words.pop()
    term = glossary.by_name.get(key(" ".join(words))) if words else None
    return term if term is not None and term.kind != "begrip" else None


def finding_by_name(find: TopicFinder, glossary: Glossary, measures: Sequence[Measure]) -> TopicFinder:
    """A finder that keeps, of a topic that is a name alone, what prints the name; all else of it is near by.

    Where nothing that was found prints it, and where "alles over ..." is asked, all that was found stays.

    Args:
        find: finds any topic.
        glossary: the names, with the words by which the reports print them.
        measures: of all rows.
    """

    def found(topic: str, rows: Rows, *, broad: bool, filtered: bool) -> Finding:
        finding = find(topic, rows, broad=broad, filtered=filtered)
        term = None if broad or len(finding.hits) <= 1 else named_topic(glossary, topic)
        if term is None:
            return finding
        kept = tuple(hit for hit in finding.hits if printed_in(term.in_report, (measures[hit.row],)))
        if not kept or len(kept) == len(finding.hits):
            return finding
        rest = tuple(hit for hit in finding.hits if hit not in kept)
        quote = finding.quote if finding.quote and any(hit.row == finding.quote.row for hit in kept) else None
        return Named(kept, (*rest, *finding.nearby), finding.known, quote)

    return found
