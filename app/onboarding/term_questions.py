# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Questions that ask what a term means, how two terms differ, or where a term stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.onboarding.asking import terms_asked, unknown_asked
from app.onboarding.terms import Glossary, Term, in_title, occurrences, printed_in
from app.wording import listed, quoted
from index.folding import fold
from ingest.records import Measure

_WHERE = re.compile(
    r"^(?:en )?(?:waar|in welke (?:maatregel(?:en)?|rij(?:en)?|tabel(?:len)?)|bij welke maatregel(?:en)?|op welke (?:pagina|plek|plaats)\w*) "
    r"(?:komt|komen|staat|staan|vind ik|wordt|worden|lees ik|kom ik)\b (?P<x>.{1,60}?) ?"
    r"(?:voor|genoemd|vermeld|gebruikt|in de (?:rapportage|bijlage|tabel)|ter sprake|terug|tegen|aan de orde)?[\s?.!]*$"
)
_AND_WHERE = re.compile(r",? en (?:waar (?:komt|staat|vind|wordt)|in welke|bij welke|welke maatregelen|waar in)\b.*$")

_KIND_WORDS = {
    "organisaties": "organisatie", "instanties": "organisatie", "instellingen": "organisatie", "clubs": "organisatie",
    "wetten": "wet", "verdragen": "wet", "personen": "persoon", "kamerleden": "persoon", "namen": "persoon",
    "afkortingen": "",
}  # fmt: skip
_ALL_OF_KIND = re.compile(
    rf"^(?:en )?(?:welke|wat voor|wat zijn (?:alle|de)|noem (?:me )?(?:alle|de)|geef (?:me )?(?:alle|de)|lijst (?:van|met) (?:alle )?(?:de )?|alle) ?(?:\w+ )?(?P<kind>{'|'.join(_KIND_WORDS)})"
    r"(?: (?:worden|wordt|komen|staan|zijn|gebruikt|gebruiken|kom ik|lees ik|vind ik|moet ik|er|allemaal|in|de|het|dit|deze|die|rapportage|rapport|document|bijlage|tabellen|toelichtingen|genoemd|vermeld|voor|tegen|terug|kennen|bestaan|ze|erin))*$"
)


@dataclass(frozen=True, slots=True)
class TermQuestion:
    """What is asked of one term, or of two."""

    ask: Literal["meaning", "difference", "unknown"]
    terms: tuple[Term, ...]
    words: str = ""  # as asked
    where: bool = False  # also asks where it stands


def read_term_question(question: str, glossary: Glossary) -> TermQuestion | None:
    """The term question, or None where the wording or the words are no term's.

    "unknown" only where the wording can ask for nothing but a meaning, of what looks like an abbreviation.
    """
    text = " ".join(question.split())
    plain = fold(text)
    where = _AND_WHERE.search(plain)
    if where and len(text) == len(plain):
        text, plain = text[: where.start()], plain[: where.start()]
    found = _bare(text, glossary) or _in_any_order(text, glossary) or _unknown(text, glossary)
    return replace(found, where=True) if found is not None and where else found


_SHORT = 6  # letters of a name in small letters that is asked by itself: "nnmb?"


def _bare(text: str, glossary: Glossary) -> TermQuestion | None:
    """The message "SRGR?": an abbreviation alone, with a question mark; a ministry's is a question for its measures."""
    words = text.rstrip(" ?!")
    if not text.endswith("?") or len(words.split()) != 1:
        return None
    term = glossary.find(words, typos=False)
    capitals = sum(c.isupper() for c in words) and sum(c.isupper() or c.isdigit() for c in words) > 1
    if not capitals and not (term is not None and term.stands_for and len(words) <= _SHORT):
        return None
    return TermQuestion("meaning", (term,), words, where=True) if term and term.kind != "ministerie" else None


def _in_any_order(text: str, glossary: Glossary) -> TermQuestion | None:
    terms = terms_asked(text, glossary)
    return TermQuestion("meaning" if len(terms) == 1 else "difference", terms, text) if terms else None


def _unknown(text: str, glossary: Glossary) -> TermQuestion | None:
    unknown = unknown_asked(text, glossary)
    return TermQuestion("unknown", (), ", ".join(unknown)) if unknown else None


def read_where_question(question: str, glossary: Glossary) -> tuple[Term | None, str] | None:
    """The term and the words of "In welke maatregelen komt X voor?"; None where the wording is another."""
    text = " ".join(question.split())
    plain = fold(text)
    match = _WHERE.search(plain)
    if match is None:
        return None
    words = _printed(text, plain, match, "x")
    return glossary.find(words), words


def _printed(text: str, plain: str, match: re.Match[str], part: str) -> str:
    """The part of a match as it was typed; folding keeps the length of what people type, else the folded text."""
    start, end = match.span(part)
    return text[start:end] if len(text) == len(plain) else match[part]


def explanation_of(terms: Sequence[Term], glossary: Glossary) -> str:
    """The explanation of one term, or of two that are compared; with what it is easily confused with."""
    sentences = [_said(term) for term in terms]
    if len(terms) == 1:
        others = [glossary.find(name, typos=False) for name in terms[0].see]
        near = [other for other in others if other is not None and other is not terms[0] and other.stands_for]
        if near:
            named = listed([f"{other.term} ({other.stands_for})" for other in near[:3]])
            sentences.append(f"Zie ook {named}.")
    return " ".join(sentences)


def _said(term: Term) -> str:
    full = term.stands_for
    if full and fold(full) not in fold(term.explanation):
        return f"{term.term} staat voor {full}. {term.explanation}"
    return term.explanation


def asked_kind(question: str) -> str | None:
    """The kind of term that a question asks all of: "welke organisaties worden genoemd?"; "" for abbreviations."""
    match = _ALL_OF_KIND.match(fold(question).strip(" ?.!"))
    return _KIND_WORDS[match["kind"]] if match else None


def all_of_kind(kind: str, glossary: Glossary, measures: Sequence[Measure]) -> str:
    """All terms of a kind that the report prints, in one sentence; of "" all abbreviations with their meaning."""
    printed = [t for t in glossary.terms if (t.kind == kind if kind else t.stands_for) and occurrences(t, measures)]
    names = sorted({t.term if kind else f"{t.term} ({t.stands_for})" for t in printed}, key=str.lower)
    word = next(word for word, name in _KIND_WORDS.items() if name == kind)
    return f"In de rapportage staan {len(names)} {word} die ik kan uitleggen: {listed(names)}."


def where_it_stands(terms: Sequence[Term], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures in which any of the terms is printed, in printed order."""
    found = {measure.id: measure for term in terms for measure in occurrences(term, measures)}
    return tuple(measure for measure in measures if measure.id in found)


def is_about(term: Term, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures that are the thing itself: a programme or paper whose name stands in their title."""
    return (
        in_title(term, measures)
        if term.kind in ("programma", "document") and any(c.isupper() for c in term.term)
        else ()
    )


def printed_words(words: Sequence[str], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures in which words that are no terms are printed."""
    return printed_in(words, measures)


def unknown_words(words: Sequence[str]) -> str:
    """What is said of abbreviations that are neither terms nor in the report."""
    named = listed([quoted(word) for word in words])
    verbs = ("komt", "staat") if len(words) == 1 else ("komen", "staan")
    return f"{named} {verbs[0]} in de rapportage niet voor en {verbs[1]} niet in de begrippenlijst."
