"""What is answered without looking for measures: small talk, the document, terms, overviews, and what lies outside."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from app.answer import Answer, Choice, Kind
from app.answering.composing import measure_line
from app.filters import Owners, Themes
from app.onboarding import overview, references
from app.onboarding.about import facts, filled, page_count
from app.onboarding.asking import terms_asked
from app.onboarding.aspects import Aspect, aspect_of
from app.onboarding.headings import column_explained, heading_answer
from app.onboarding.legend import legend_answer, legend_explained
from app.onboarding.other_papers import paper_not_named
from app.onboarding.phrases import first_match, phrase_named
from app.onboarding.smalltalk import smalltalk
from app.onboarding.term_questions import (
    TermQuestion,
    all_of_kind,
    asked_kind,
    explanation_of,
    is_about,
    printed_words,
    read_term_question,
    read_where_question,
    unknown_words,
    where_it_stands,
)
from app.onboarding.terms import SOURCES, Glossary
from app.query import Query, certain_rows, select
from app.reading import Reading
from app.wording import as_of_line, count_of, listed, quoted, source_line
from index.columns import Columns
from index.folding import fold
from ingest.records import Measure, Report

_THEME_NUMBER = re.compile(
    r"\b(?:wat|welk|hoe)\b(?: (?:is|zijn|was|heet|heette|heten|betekent|behelst|bedoelen|ze|jullie|de|het|naam|titel|"
    r"onderwerp|van|voor|er|met|ook|alweer|weer|nou|eigenlijk|precies|nummer))*? thema\b"
    r"(?: heeft| met| is| heet)?(?: het)?(?: nummer| nr\.?)? (\d{1,2})[\s?.!]*$"
)
EXAMPLES = (
    "Welke maatregelen van OCW lopen af in 2024?",
    "Hoeveel maatregelen zijn er per thema?",
    "Welke maatregelen zijn over tijd?",
)


@dataclass(frozen=True, eq=False)
class Around:
    """What is known of the loaded reports, for answers that are no search. Build it once."""

    report: Report
    reports: tuple[Report, ...]
    measures: tuple[Measure, ...]  # of the report
    columns: Columns  # of these measures
    glossary: Glossary
    read: Callable[[str], Reading]

    @cached_property
    def facts(self) -> dict[str, str]:
        """What answers are filled in with."""
        return dict(facts(self.report, self.measures, self.reports, page_count(self.measures)))

    def plain(
        self,
        kind: Kind,
        text: str,
        as_of: date | None = None,
        *,
        measures: Sequence[Measure] = (),
        related: Sequence[Measure] = (),
        related_label: str = "",
        choices: tuple[Choice, ...] = (),
        suggestions: tuple[str, ...] = (),
        query: Query | None = None,
        headline: str | None = None,
        source: bool = False,
    ) -> Answer:
        """An answer with this text; the measures it names are written out below it."""
        several = len(self.reports) > 1
        blocks = [text]
        if measures:
            blocks.append("\n".join(measure_line(measure, several=several) for measure in measures))
        if related:
            lines = "\n".join(measure_line(measure, several=several) for measure in related)
            blocks.append(f"{related_label} ({len(related)}):\n{lines}")
        said = source_line(self.report, tuple(measures)) if source or measures or related else ""
        if said:
            blocks.append(said)
        return Answer(
            kind=kind,
            text="\n\n".join(blocks),
            headline=headline or text,
            query=query,
            as_of=as_of or self.report.reference_date,
            total=len(self.measures),
            measures=tuple(measures),
            related=tuple(related),
            related_label=related_label if related else "",
            count=len(measures) if measures else None,
            choices=choices,
            suggestions=suggestions,
            source=said,
            several_reports=several,
        )

    def greeting(self, message: str) -> Answer | None:
        """One line for a greeting, thanks, a goodbye or an acknowledgement."""
        found = smalltalk(message)
        return None if found is None else self.plain("greeting", found.reply, suggestions=EXAMPLES[:2])

    def phrase(self, message: str, file: str) -> Answer | None:
        """The answer that a file of phrases has for the message."""
        found = first_match(message, file)
        if found is None:
            return None
        kind: Kind = "abstain" if found.kind == "abstain" else "explain"
        return self.plain(kind, filled(found.answer, self.facts), suggestions=EXAMPLES)

    def other_report(self) -> Answer:
        """What is said of a question about a report that is not loaded."""
        text = (
            "Die rapportage is hier niet geladen. Ik ken alleen {title} van {edition}, over de maatregelen uit de "
            "emancipatienota 2022-2025."
        )
        return self.plain("explain", filled(text, self.facts), suggestions=EXAMPLES)

    def other_paper(self, message: str) -> Answer | None:
        """What is said of a question about the contents of a plan that the report does not name."""
        name = paper_not_named(message, self.measures)
        if name is None:
            return None
        said = "wordt in {title} ({edition}) niet genoemd, en wat in een ander stuk staat, weet ik niet."
        text = filled(said, self.facts)
        return self.plain("abstain", f"{quoted(name)} {text[:1].lower()}{text[1:]}", suggestions=EXAMPLES)

    def document(self, message: str, focus: Sequence[str] = ()) -> Answer | None:
        """Legend, cross references, footnotes, and all terms of a kind."""
        kind = asked_kind(message)
        if kind is not None:
            return self.plain("explain", all_of_kind(kind, self.glossary, self.measures), suggestions=EXAMPLES)
        heading = heading_answer(message)
        if heading is not None:
            return self.plain("explain", filled(heading, self.facts), source=True)
        aspect = aspect_of(message, alone=not focus)
        terms = terms_asked(message, self.glossary)
        if aspect is not None and not (terms and aspect.name == "kolommen"):  # "DE in de kolom Wie, wat is dat?"
            return self._aspect(aspect)
        legend = legend_answer(message, self.report, self.measures)
        if legend is not None:
            return self.plain("explain", legend, source=True)
        theme = _THEME_NUMBER.search(fold(message))
        if theme and 0 < int(theme[1]) <= len(self.report.themes):
            own = self.report.themes[int(theme[1]) - 1]
            amount = count_of(sum(m.theme == own.name for m in self.measures), len(self.measures))
            return self.plain("explain", f"Thema {own.number} is {own.name}: {amount}.")
        note = references.footnote_answer(message, self.report, self.measures, focus)
        if note is not None:
            return self.plain("explain", note[0], measures=note[1], source=True)
        named = references.reference_meant(message, self.report)
        gap = references.asks_of_gaps(message, self.report) if named is None else None
        if gap == "when":
            return self.plain("explain", filled(column_explained("when"), self.facts), source=True)
        if named is None and (gap or references.asks_for_all_references(message)):
            text, led = references.references_answer(self.report, self.measures)
            return self.plain("explain", text, measures=led, source=True)
        if named is None and len(terms) < 2:  # "Waar staan vo, mbo en ho voor?"
            named = references.reference_named(message, self.report)
        if named is not None:
            text, led = references.reference_answer(named, self.measures)
            return self.plain("explain", text, measures=led, source=True)
        return None

    def _aspect(self, aspect: Aspect) -> Answer:
        """What the document is, has or lacks."""
        if aspect.name == "legenda":
            return self.plain("explain", legend_explained(self.report), source=True)
        if aspect.name == "verwijzingen":
            text, led = references.references_answer(self.report, self.measures)
            return self.plain("explain", text, measures=led, source=True)
        if aspect.name.startswith("kolom "):
            return self.plain("explain", filled(column_explained(aspect.name[6:]), self.facts), source=True)
        answer = aspect.answer or phrase_named(aspect.name, "about.toml").answer
        return self.plain("explain", filled(answer, self.facts), suggestions=EXAMPLES)

    def term_question(self, message: str) -> TermQuestion | None:
        """The question about a term that the message asks."""
        return read_term_question(message, self.glossary)

    def term(self, question: TermQuestion) -> Answer:
        """The explanation of a term, with the measures in which it stands."""
        if question.ask == "unknown":
            words = question.words.split(", ")
            printed = printed_words(words, self.measures)
            if not printed:
                return self.plain("abstain", unknown_words(words), suggestions=EXAMPLES)
            named = listed([quoted(word) for word in words])
            text = f"{named} staat niet in de begrippenlijst. De rapportage gebruikt het wel."
            return self.plain("explain", text, related=printed, related_label="Komt voor in")
        text = explanation_of(question.terms, self.glossary)
        sources = listed(list(dict.fromkeys(SOURCES[term.source] for term in question.terms)))
        about = tuple(dict.fromkeys(m for term in question.terms for m in is_about(term, self.measures)))
        places = where_it_stands(question.terms, self.measures)
        if question.where:
            about = places
        stands = [m for m in places if m not in about]
        absent = [t.term for t in question.terms if not where_it_stands([t], self.measures)]
        if absent:
            text = f"{text} In de rapportage zelf staat {listed(absent)} niet."
        suggestions = tuple(f"In welke maatregelen komt {term.term} voor?" for term in question.terms[:1] if stands)
        return self.plain(
            "explain",
            f"{text} (Bron van de uitleg: {sources}.)",
            measures=about,
            related=stands,
            related_label="Komt voor in",
            suggestions=suggestions,
            headline=text,
        )

    def where(self, message: str) -> Answer | None:
        """The measures in which a term, or words that the report prints, stand."""
        asked = read_where_question(message, self.glossary)
        if asked is None:
            return None
        term, _words = asked
        if term is None or term.kind == "ministerie":
            return None
        found = where_it_stands([term], self.measures)
        if not found:
            return self.plain("abstain", f"{term.term} komt in de rapportage niet voor. {term.explanation}")
        verb = "noemt" if len(found) == 1 else "noemen"
        text = f"{count_of(len(found), len(self.measures))} {verb} {term.term}. {term.explanation}"
        return self.plain("explain", text, measures=found)

    def overview(self, message: str, as_of: date | None) -> Answer | None:
        """An overview of a ministry, a theme or the whole report."""
        subject = overview.overview_subject(message)
        if subject is None:
            return None
        query = self._subject(subject)
        if query is None:
            return None
        day = as_of or self.report.reference_date
        rows = [int(row) for row in certain_rows(select(query, self.columns, day))]
        headline, lines = overview.overview(query, rows, self.measures, self.columns, day)
        shown = [self.measures[row] for row in rows] if query.filters else []
        text = "\n\n".join([headline, "\n".join(lines), as_of_line(day, self.report)])
        name = subject.upper() if len(subject) <= 4 else subject
        more = ("Welke maatregelen zijn over tijd?", "Hoeveel maatregelen zijn er per ministerie?")
        suggestions = ("alleen die nog lopen", "welke zijn over tijd?", "welke zijn gedeeld?") if name else more
        return self.plain(
            "list" if shown else "explain",
            text,
            as_of,
            measures=shown,
            suggestions=suggestions,
            query=query if shown else None,
            headline=headline,
            source=True,
        )

    def _subject(self, words: str) -> Query | None:
        """The query of a subject that is a ministry or a theme and nothing else; of "" the whole report."""
        if not words:
            return Query()
        for asked in (words, f"maatregelen van {words}", f"thema {words}"):
            reading = self.read(asked)
            kept = reading.query.filters
            if len(kept) == 1 and isinstance(kept[0], Owners | Themes) and reading.query.topic is None:
                return Query(filters=kept)
        return None


def around_of(
    reports: Sequence[Report], measures: Sequence[Measure], glossary: Glossary, read: Callable[[str], Reading]
) -> Around:
    """The surroundings of the newest report."""
    report = max(reports, key=lambda r: r.reference_date)
    own = tuple(measure for measure in measures if measure.report == report.key)
    return Around(report, tuple(reports), own, Columns.from_measures(own), glossary, read)


def rows_of(ids: Sequence[str], columns: Columns) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The rows of measures by number, with or without a report's key; unknown numbers are passed over."""
    found = []
    for wanted in ids:
        key, _, number = wanted.rpartition(":")
        for report in (key,) if key else columns.reports[-1:]:
            row = columns.row_of.get((report, number))
            if row is not None:
                found.append(row)
    return np.array(found, dtype=np.int64)
