# ruff: noqa: E501 - the rules are tables of expressions, one a line
"""Cross references and footnotes: rows and lines of the document that are no measures, but lead to one."""

import re
from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz

from app.onboarding.parts import is_filler, words_for
from app.wording import listed, named, quoted
from index.folding import fold
from index.words import content_words, stem
from ingest.records import CrossReference, Footnote, Measure, Report

_ALL = re.compile(
    r"\b(?:verwijs\w*|verwijz\w*|kruisverwijzing\w*|doorverwij\w*)\b.{0,60}\b(?:tabel|tabellen|thema|ander\w*|elders|hoofdstuk\w*)\b"
    r"|\bkruisverwijzing\w*\b|\bzie tabel\b|\b(?:welke|hoeveel|zijn er) (?:\w+ )?verwijzingen\b|\bregels zonder (?:eigen )?(?:maatregel|status|invulling)\b"
    r"|\b(?:tabel|tabellen|hoofdstuk)\b.{0,30}\bverwezen\b|\bverwezen\b.{0,30}\b(?:tabel|tabellen)\b"
)
_ABOUT_DOCUMENT = re.compile(r"\b(?:welke|hoeveel|zijn|staan|wat|waarom|waar|noem|toon|geef|regels?|rijen|rij|tabel)\b")
_WHERE = re.compile(
    r"^(?:en )?(?:in welke tabel|onder welk thema|waar|bij welk thema|in welk thema|in welk hoofdstuk|waar in (?:het|de) \w+) "
    r"(?:staat|staan|vind ik|vind je|valt|vallen|hoort|kan ik|is|wordt)\b (?P<x>.{2,90}?)[\s?.!]*$"
)
_WHERE_TAIL = re.compile(
    r"(?: (?:te vinden|vinden|in (?:de|het|dit|deze) \w+|genoemd|behandeld|beschreven|ingevuld|terug|onder|bij|nou|nu|dan|eigenlijk|uitgewerkt))+$"
)
_REFERS = re.compile(
    r"\b(?:naar|op) (?:welke (?:tabel|maatregel|regel)|welk (?:thema|hoofdstuk)|wat|waar) (?:verwijst|wijst|verwijzen) (?:de (?:regel|rij|titel) )?(?P<x>.{3,90}?)[\s?.!]*$|"
    r"\bwaar(?:heen|naartoe)? verwijst (?:de (?:regel|rij|titel) )?(?P<y>.{3,90}?)(?: naar(?:toe)?)?[\s?.!]*$"
)
_SEE = re.compile(
    r"\bwat (?:staat er|is er|vind ik|gebeurt er)\b.{0,20}\b(?:over|bij|onder|met) (?P<x>.{3,80}?)[\s?.!]*$"
)
_REFERRED = re.compile(
    r"\b(?:door)?(?:verwijs\w*|verwijz\w*|verwezen)\b|\bzie (?:de )?tabel\b|\b(?:naar|in) (?:een|de) andere tabel\b|\bdoorgestuurd\b|\bgeen (?:eigen )?(?:status|invulling|toelichting|cijfer)\b|\bleeg\b"
    r"|\bcursie\w*\b|\bschuin\w*\b|\bzonder (?:eigen )?(?:status|inhoud|invulling|toelichting|cijfer|uitleg|stand van zaken)\b"
)
_WHITHER = re.compile(r"\b(?:waar\w*|welke?|wat|waarheen|heen|wel)\b")
_NOTE = re.compile(
    r"\b(?:voet)?no(?:ot|ten|tes?|otjes?)\b(?: ?(?:nummer |nr\.? )?(?P<mark>[\d¹²³⁴⁵⁶⁷⁸⁹]+))?|\bvoetno\w*\b"
)
_ORDINAL = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5"}
_SUPERSCRIPT = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_RAISED = re.compile(r"(?:cijfertje|cijfer|nummertje|teken(?:tje)?|verwijzing|noot|voetnoot)? ?([¹²³⁴⁵⁶⁷⁸⁹])")
NEAR = 90  # of 100, how alike a misspelt title must be


def asks_for_all_references(question: str) -> bool:
    """Whether the question asks which rows only refer to another table."""
    plain = fold(question)
    return bool(_ALL.search(plain) and _ABOUT_DOCUMENT.search(plain) and "motie" not in plain)


def reference_named(question: str, report: Report) -> CrossReference | None:
    """The cross reference whose title a question names when it asks where something stands."""
    plain = " ".join(fold(question).split())
    match = _WHERE.search(plain) or _REFERS.search(plain)
    if match is None:
        return None
    words = _WHERE_TAIL.sub("", match["x"] or match.groupdict().get("y") or "").strip("\"'“”‘’ ")
    words = re.sub(
        r"^(?:de|het|een|die|dat|regel|rij|maatregel|maatregelen|over|informatie over|iets over|\W)+ ", "", words
    )
    wanted = [stem(word) for word in content_words(words)]
    if not wanted:
        return None
    exact = [reference for reference in report.cross_references if _covers(reference, wanted)]
    if exact:
        return min(exact, key=lambda reference: len(reference.title))
    near = [r for r in report.cross_references if fuzz.ratio(fold(r.title), words) >= NEAR]
    return near[0] if near else None


def reference_meant(question: str, report: Report) -> CrossReference | None:
    """The cross reference whose title stands in a question that says that a row refers elsewhere."""
    plain = fold(question)
    if not (_REFERRED.search(plain) and _WHITHER.search(plain)) and not _tells_of_a_gap(plain, report):
        return None
    asked = {stem(word) for word in content_words(plain)}
    titles = [([stem(word) for word in content_words(r.title)], r) for r in report.cross_references]
    found = [(len(asked & set(title)), -len(title), r) for title, r in titles if _stands_in(title, asked)]
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _words(plain: str) -> list[str]:
    return [word.strip("'") for word in re.findall(r"[\w']+", plain)]


def asks_of_gaps(question: str, report: Report) -> Literal["when", "rows"] | None:
    """What is empty where the question asks why, and names no row: "Waarom is bij sommige rijen niets ingevuld?".

    "when" is the column of dates alone, "rows" whatever else.
    """
    plain = fold(question)
    words = set(_words(plain))
    why = words & set(words_for("why")) or re.search(r"\bhoe (?:komt|kan)\b", plain)
    titles = {stem(word) for r in report.cross_references for word in content_words(r.title)}
    named = not titles.isdisjoint(stem(word) for word in words) or any(word.isdigit() for word in words)
    if not why or named or not _tells_of_a_gap(plain, report):
        return None
    if words & set(words_for("gap_when")):
        return "when"
    return "rows" if words & set(words_for("gap_rows")) else None


def _tells_of_a_gap(plain: str, report: Report) -> bool:
    """Whether a message says that a cell or a row is empty, and nothing else than where: "bij Techniekpact staat niks".

    Words of the titles, themes and columns tell where.
    """
    data = {name: frozenset(words_for(name)) for name in ("gap", "gap_not", "gap_filled", "gap_where", "gap_rows")}
    words = _words(plain)
    told = set(words)
    empty = data["gap"] & told or (data["gap_not"] & told and data["gap_filled"] & told)
    named = {stem(word) for r in report.cross_references for word in content_words(r.title)}
    places = {word for theme in report.themes for word in re.findall(r"\w+", fold(theme.name))}
    known = data["gap"] | data["gap_not"] | data["gap_filled"] | data["gap_where"] | data["gap_rows"] | places
    rest = [w for w in words if w not in known and stem(w) not in named and not is_filler(w) and not w.isdigit()]
    return bool(empty) and not rest


def _stands_in(title: Sequence[str], asked: set[str]) -> bool:
    """Whether a question holds a title: half of its words, or the words that it begins with, tell it from others."""
    return bool(title) and (2 * len(asked & set(title)) > len(title) or set(title[:2]) <= asked)


def _covers(reference: CrossReference, wanted: Sequence[str]) -> bool:
    title = {stem(word) for word in content_words(reference.title)}
    return set(wanted) <= title and (len(wanted) >= 2 or len(title) == 1 or fold(reference.title).startswith(wanted[0]))


def references_answer(report: Report, measures: Sequence[Measure]) -> tuple[str, tuple[Measure, ...]]:
    """All cross references in words, and the measures they lead to."""
    if not report.cross_references:
        return "In dit document verwijst geen regel alleen naar een andere tabel.", ()
    amount = len(report.cross_references)
    lines = [f"- {_sentence(reference, measures)}" for reference in report.cross_references]
    start = "Eén regel verwijst" if amount == 1 else f"{amount} regels verwijzen"
    text = f"{start} alleen naar een andere tabel. Zo'n regel telt niet als maatregel.\n" + "\n".join(lines)
    return text, _led_to(report.cross_references, measures)


def reference_answer(reference: CrossReference, measures: Sequence[Measure]) -> tuple[str, tuple[Measure, ...]]:
    """Where one cross reference leads."""
    return _sentence(reference, measures), _led_to([reference], measures)


def _sentence(reference: CrossReference, measures: Sequence[Measure]) -> str:
    led = _led_to([reference], measures)
    where = f"{quoted(reference.title)} staat bij het thema {reference.theme}" + (
        f", onder het kopje {quoted(reference.heading)}" if reference.heading else ""
    )
    to = f" Dat is maatregel {listed([named(m) for m in led])}, in de tabel {led[0].theme}." if led else ""
    return f"{where}, met alleen de verwijzing {quoted(reference.see)}.{to}"


def _led_to(references: Sequence[CrossReference], measures: Sequence[Measure]) -> tuple[Measure, ...]:
    ids = [id_ for reference in references for id_ in reference.leads_to]
    return tuple(measure for id_ in dict.fromkeys(ids) for measure in measures if measure.id == id_)


def footnote_answer(
    question: str, report: Report, measures: Sequence[Measure], focus: Sequence[str] = ()
) -> tuple[str, tuple[Measure, ...]] | None:
    """The footnotes asked for, with the measures that cite them; None when the question is about something else."""
    plain = fold(question.translate(_SUPERSCRIPT))
    plain = _RAISED.sub(r"voetnoot \1", question) if _RAISED.search(question) else plain
    plain = fold(plain.translate(_SUPERSCRIPT))
    match = _NOTE.search(plain)
    if match is None or not re.search(r"\b(?:voetno\w*|noot|noten|nootjes?)\b", plain):
        return None
    if not report.footnotes:
        return "Dit document heeft geen voetnoten.", ()
    mark = match["mark"] or next((n for word, n in _ORDINAL.items() if re.search(rf"\b{word}\b", plain)), None)
    number = re.search(r"\bmaatregel (\d\.\d+)\b", plain)
    cited = (
        [number[1]]
        if number
        else list(focus)
        if re.search(r"\b(?:daar|hier|die|deze|daarbij|hierbij)\b", plain)
        else []
    )
    chosen = [note for note in report.footnotes if mark is not None and note.mark.translate(_SUPERSCRIPT) == mark]
    if mark is not None and not chosen:
        return f"Er is geen voetnoot {mark}; het document heeft er {len(report.footnotes)}.", ()
    if not chosen and cited:
        chosen = [note for note in report.footnotes if cites(note, measures, cited)]
        if not chosen:
            return f"Bij maatregel {listed(cited)} staat geen voetnoot.", ()
    notes = chosen or list(report.footnotes)
    lines = [_note(note, measures) for note in notes]
    intro = "" if len(notes) == 1 else f"Het document heeft {len(notes)} voetnoten.\n"
    cited_by = tuple(measure for note in notes for measure in measures if measure.id == note.measure)
    return intro + "\n".join(lines), cited_by


def cites(note: Footnote, measures: Sequence[Measure], ids: Sequence[str]) -> bool:
    """Whether one of these measures, or the heading above it, cites the footnote."""
    return any(m.id in ids and (note.measure == m.id or note.mark in m.footnotes) for m in measures)


def _note(note: Footnote, measures: Sequence[Measure]) -> str:
    mark = note.mark.translate(_SUPERSCRIPT)
    measure = next((m for m in measures if m.id == note.measure), None)
    if measure is not None:
        place = f"bij maatregel {named(measure)}"
    else:
        place = (
            f"bij het kopje {quoted(note.heading.rstrip(note.mark))}"
            if note.heading
            else "zonder verwijzing in de tabellen"
        )
    return f"Voetnoot {mark}, {place}: {quoted(note.text)}"
