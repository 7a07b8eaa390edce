"""A topic that is nothing but a name that the reports print is found by letter: "Wat doet Nederland bij de VN?".

What is merely near it in meaning belongs less than what prints the name, and stands beside the answer. Of several
names, alone ("VN en OESO") or as examples ("in welke gremia (VN, G20, OESO) ..."), each is found as by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.answering.source import Finding, Hit, Quote, Rows, TopicFinder
from app.onboarding.terms import Glossary, Term, key, printed_in
from app.reading.lexicon import noise
from index.folding import fold
from ingest.records import Measure

_MARKS = " \"'“”‘’?.!,;:()"
_SEVERAL = 2
_NAMES = ("organisatie", "programma", "wet", "document")  # kinds of terms that an enumeration may name
_BETWEEN = re.compile(r"\s*[,;/&]\s*|\s+(?:en|of|and|or)\s+")
_EXAMPLES = re.compile(
    r"\((?P<within>[^()]+)\)|\b(?:zoals|bijvoorbeeld|waaronder|te weten|namelijk)\s+(?P<behind>[^()?]+)"
)


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
    name = _without_idle(question, glossary)
    term = glossary.by_name.get(key(name)) if name else None
    return term if term is not None and term.kind != "begrip" else None


def named_topics(glossary: Glossary, question: str) -> tuple[Term, ...]:
    """The names that a question enumerates and nothing else; () where there are fewer than two, or it says more."""
    terms = [named_topic(glossary, part) for part in _BETWEEN.split(_without_idle(question, glossary)) if part.strip()]
    names = tuple(dict.fromkeys(term for term in terms if term is not None and term.kind in _NAMES))
    return names if len(terms) >= _SEVERAL and len(names) == len(terms) else ()


def named_examples(glossary: Glossary, question: str) -> tuple[Term, ...]:
    """The names that stand in a question as examples of what it asks for; () where it gives none."""
    said = (match["within"] or match["behind"] for match in _EXAMPLES.finditer(question))
    return next((names for words in said if (names := named_topics(glossary, words))), ())


def _without_idle(question: str, glossary: Glossary) -> str:
    """The question without the words at both ends that are no topic."""
    words = question.strip(_MARKS).split()
    idle = noise()
    while words and fold(words[0]).strip(_MARKS) in idle and key(" ".join(words)) not in glossary.by_name:
        words.pop(0)
    while words and fold(words[-1]).strip(_MARKS) in idle and key(" ".join(words)) not in glossary.by_name:
        words.pop()
    return " ".join(words)


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
        if broad:
            return finding
        names = named_topics(glossary, topic)
        several = names or named_examples(glossary, topic)
        if several:
            each = [found(term.term, rows, broad=False, filtered=filtered) for term in several]
            words = [word for term in names for word in term.in_report]
            return _joined(finding, each, words, measures)
        term = None if len(finding.hits) <= 1 else named_topic(glossary, topic)
        return finding if term is None else _printing(finding, term.in_report, measures)

    return found


def _printing(finding: Finding, words: Sequence[str], measures: Sequence[Measure]) -> Finding:
    """What prints any of the words, and all else near by; the finding as it was where nothing does."""
    kept = tuple(hit for hit in finding.hits if printed_in(words, (measures[hit.row],)))
    if not kept or len(kept) == len(finding.hits):
        return finding
    rest = tuple(hit for hit in finding.hits if hit not in kept)
    quote = finding.quote if finding.quote and any(hit.row == finding.quote.row for hit in kept) else None
    return Named(kept, (*rest, *finding.nearby), finding.known, quote)


def _joined(finding: Finding, each: Sequence[Finding], words: Sequence[str], measures: Sequence[Measure]) -> Finding:
    """A finding with what each name finds; where only names were asked, printed as `words`, no other."""
    first = _printing(finding, words, measures) if words else finding
    hits = {hit.row: hit for one in (first, *each) for hit in one.hits}
    nearby = {hit.row: hit for hit in first.nearby if hit.row not in hits}
    known = any(one.known for one in (first, *each))
    return Named(tuple(hits.values()), tuple(nearby.values()), known, first.quote)
