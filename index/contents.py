"""The content of an index: what is made from reports, questions and thesaurus, and how it lies in a folder."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns import Columns
from index.concepts import ConceptField
from index.divide import NONE, Divide, is_asked_about, learn
from index.interaction import PieceField
from index.lexical import Words
from index.likeness import QuestionField
from index.model import Encoder, Progress, no_progress
from index.pieces import Pieces, joined
from index.subjects import Background, read_subjects, read_unanswered, subject_texts, treated_subjects, unanswered_by
from index.texts import Passage, Question, part_passages, sentence_passages, title_text, whole_text
from index.thesaurus import Concept, Thesaurus
from index.threads import settle
from index.vectors import VectorField
from index.words import grams, parts, stems, words
from ingest.records import Measure, Report
from ingest.report_file import report_from_json, report_to_json

VECTOR_FIELDS = ("text", "title", "sentence", "question")
WORD_FIELDS = ("stem", "gram", "stem_question", "gram_question")  # the last two hold the editorial questions too
BACKGROUND = ("vectors", "treated", "treated_with_questions", "unanswered", "divide")
HUB_QUESTIONS = 420  # of the unanswered ones, that tell which measures suit everything
TITLE_TIMES = 2  # a word in the title counts twice (notes on retrieval: 0.47 to 0.51)


@dataclass(frozen=True, eq=False)
class Index:
    """All that is needed to search reports; row n is measure n in every part of it."""

    reports: tuple[Report, ...]
    questions: tuple[Question, ...]
    passages: tuple[str, ...]  # sentences as encoded, in the order of the field "sentence"
    vectors: Mapping[str, VectorField]  # {} where the index was built without a model
    pieces: PieceField | None  # None likewise
    concepts: ConceptField | None  # None likewise
    asked: QuestionField | None  # the editorial questions; None likewise
    unanswered: QuestionField | None  # those of `background.unanswered`; None likewise
    words: Mapping[str, Words]
    thesaurus: Thesaurus
    background: Background
    encoder: Encoder | None

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, in row order."""
        return tuple(measure for report in self.reports for measure in report.measures)

    @cached_property
    def columns(self) -> Columns:
        """The columns that filters work on."""
        return Columns.from_measures(self.measures)

    @cached_property
    def known_stems(self) -> frozenset[str]:
        """All stems of the reports and the editorial questions."""
        return frozenset(self.words["stem_question"].vocabulary)

    @cached_property
    def known_words(self) -> tuple[str, ...]:
        """All words of the reports and the editorial questions, folded, each once: what a misspelt word may mean."""
        found: dict[str, None] = {}
        for measure in self.measures:
            found.update(dict.fromkeys(words(whole_text(measure))))
        for question in self.questions:
            found.update(dict.fromkeys(words(question.text)))
        return tuple(word for word in found if len(word) > 3)


def make_index(
    reports: Sequence[Report],
    questions: Sequence[tuple[str, Question]],
    thesaurus: Thesaurus,
    encoder: Encoder | None,
    on_progress: Progress = no_progress,
) -> Index:
    """Index reports.

    Args:
        reports: in the order in which their measures are numbered as rows.
        questions: (report key, question); questions for a measure that is not there are left out.
        thesaurus: other words for the same things.
        encoder: None makes an index of words alone.
        on_progress: see `index.model.Progress`.
    """
    measures = [measure for report in reports for measure in report.measures]
    row_of = {(measure.report, measure.id): row for row, measure in enumerate(measures)}
    kept: list[Question] = []
    places: list[tuple[int, int]] = []  # (row, number of the question)
    for report, question in questions:
        rows = [row_of[key] for name in (question.measure, *question.also) if (key := (report, name)) in row_of]
        places += [(row, len(kept)) for row in dict.fromkeys(rows)]
        kept.append(question)
    asked: list[list[str]] = [[] for _ in measures]
    for row, number in places:
        asked[row].append(kept[number].text)
    on_progress("Woorden tellen", 0.0)
    plain_stems, plain_grams = [], []
    for measure in measures:
        texts = (*[measure.title] * TITLE_TIMES, measure.heading, measure.theme, measure.explanation, *_extra(measure))
        plain_stems.append([term for text in texts for term in stems(text)])
        plain_grams.append([term for text in texts for term in grams(text)])
    terms = {
        "stem": plain_stems,
        "gram": plain_grams,
        "stem_question": [own + stems(" ".join(more)) for own, more in zip(plain_stems, asked, strict=True)],
        "gram_question": [own + grams(" ".join(more)) for own, more in zip(plain_grams, asked, strict=True)],
    }
    _add_parts(terms)
    fields = {name: Words.from_texts(texts) for name, texts in terms.items()}
    on_progress("Woorden tellen", 1.0)
    passages = sentence_passages(measures)
    whole = _asked_about(reports, [row for row, _ in places])
    against = unanswered_by(read_unanswered(), fields["stem"])
    meanings = encoder.query_pieces([question.text for question in kept]) if encoder else []
    refused = encoder.query_pieces(against) if encoder else []
    vectors = _vectors(measures, passages, meanings, places, encoder, on_progress) if encoder else {}
    pieces = _pieces(measures, encoder, on_progress) if encoder and measures else None
    return Index(
        reports=tuple(reports),
        questions=tuple(kept),
        passages=tuple(passage.text for passage in passages),
        vectors=vectors,
        pieces=pieces,
        concepts=ConceptField.from_thesaurus(thesaurus, pieces, encoder) if encoder and pieces is not None else None,
        asked=QuestionField.from_pieces(meanings, pieces) if pieces is not None else None,
        unanswered=QuestionField.from_pieces(refused, pieces) if pieces is not None else None,
        words=fields,
        thesaurus=thesaurus,
        background=_background(thesaurus, fields, encoder, refused, vectors["question"] if vectors and whole else None),
        encoder=encoder,
    )


def _asked_about(reports: Sequence[Report], rows: Sequence[int]) -> bool:
    """Whether there is a report of which most measures have editorial questions."""
    start = 0
    for report in reports:
        end = start + len(report.measures)
        if is_asked_about(len(report.measures), [row for row in rows if start <= row < end]):
            return True
        start = end
    return False


def _background(
    thesaurus: Thesaurus,
    fields: Mapping[str, Words],
    encoder: Encoder | None,
    refused: Sequence[Pieces],
    asked: VectorField | None,
) -> Background:
    """The subjects and unanswered questions of an index; asked: its editorial questions, if they stand for a report."""
    subjects = read_subjects()
    texts = subject_texts(subjects, thesaurus)
    against = _wholes(refused)
    return Background(
        encoder.encode_queries(texts) if encoder else np.zeros((len(texts), 0), dtype=np.float32),
        treated_subjects(subjects, thesaurus, fields["stem"]),
        treated_subjects(subjects, thesaurus, fields["stem_question"]),
        against,
        NONE if asked is None else _divide(asked, against),
    )


def _wholes(texts: Sequence[Pieces]) -> NDArray[np.float32]:
    return np.stack([text.vector for text in texts]) if texts else np.zeros((0, 0), dtype=np.float32)


def _divide(asked: VectorField, unanswered: NDArray[np.float32]) -> Divide:
    vectors = asked.index.reconstruct_n(0, asked.index.ntotal)
    return learn(vectors, unanswered)


def _pieces(measures: Sequence[Measure], encoder: Encoder, on_progress: Progress) -> PieceField:
    passages = part_passages(measures)
    encoded = encoder.passage_pieces([passage.text for passage, _ in passages], on_progress)
    parts: list[list[Pieces]] = [[] for _ in measures]
    for (passage, before), pieces in zip(passages, encoded, strict=True):
        parts[passage.row].append(pieces.after(before))
    unanswered = read_unanswered()
    some = unanswered[:: max(1, len(unanswered) // HUB_QUESTIONS)]
    return PieceField.from_pieces([joined(own) for own in parts], encoder.query_pieces(some))


def _extra(measure: Measure) -> list[str]:
    return [text for _, text in measure.extra]


def _add_parts(terms: dict[str, list[list[str]]]) -> None:
    """Add the parts of compounds to the stems, so that "discriminatie" finds "zwangerschapsdiscriminatie"."""
    for name in ("stem", "stem_question"):
        known = frozenset(term for text in terms[name] for term in text)
        cut = {term: parts(term, known) for term in known}
        terms[name] = [text + [part for term in text for part in cut[term]] for text in terms[name]]


def _vectors(
    measures: Sequence[Measure],
    passages: Sequence[Passage],
    questions: Sequence[Pieces],
    places: Sequence[tuple[int, int]],
    encoder: Encoder,
    on_progress: Progress,
) -> dict[str, VectorField]:
    count = len(measures)
    texts = [whole_text(measure) for measure in measures]
    titles = [title_text(measure) for measure in measures]
    sentences = [passage.text for passage in passages]
    encoded = encoder.encode_passages([*texts, *titles, *sentences], on_progress)
    return {
        "text": VectorField.from_vectors(encoded[:count], range(count), count),
        "title": VectorField.from_vectors(encoded[count : 2 * count], range(count), count),
        "sentence": VectorField.from_vectors(encoded[2 * count :], [passage.row for passage in passages], count),
        "question": VectorField.from_vectors(
            _wholes(questions).reshape(-1, encoded.shape[1]),
            [row for row, _ in places],
            count,
            [number for _, number in places],
        ),
    }


def save_index(index: Index, folder: Path) -> None:
    """Write an index into an empty folder; the vectors of FAISS, the rest as arrays and JSON."""
    for name, field in index.vectors.items():
        field.save(folder, name)
    if index.pieces is not None:
        index.pieces.save(folder)
    if index.concepts is not None:
        index.concepts.save(folder)
    if index.asked is not None and index.unanswered is not None:
        index.asked.save(folder, "asked")
        index.unanswered.save(folder, "unanswered")
    for name, words_field in index.words.items():
        words_field.save(folder, name)
    for name in BACKGROUND:
        np.save(folder / f"background.{name}.npy", getattr(index.background, name), allow_pickle=False)
    content = {
        "reports": [report_to_json(report) for report in index.reports],
        "questions": [[q.text, q.measure, list(q.also)] for q in index.questions],
        "passages": list(index.passages),
        "vectors": sorted(index.vectors),
        "pieces": index.pieces is not None,
        "thesaurus": [
            [c.name, list(c.terms), list(c.english), list(c.broader), list(c.related)] for c in index.thesaurus.concepts
        ],
    }
    (folder / "content.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def load_index(folder: Path, encoder: Encoder | None) -> Index:
    """Read what `save_index` wrote; raises ValueError, KeyError or OSError when a file is missing or damaged."""
    settle()
    content = json.loads((folder / "content.json").read_text(encoding="utf-8"))
    reports = tuple(report_from_json(report) for report in content["reports"])
    count = sum(len(report.measures) for report in reports)
    thesaurus = Thesaurus.from_concepts(
        [
            Concept(name, tuple(terms), tuple(english), tuple(broader), tuple(related))
            for name, terms, english, broader, related in content["thesaurus"]
        ]
    )
    return Index(
        reports=reports,
        questions=tuple(Question(text, measure, tuple(also)) for text, measure, also in content["questions"]),
        passages=tuple(content["passages"]),
        vectors={name: VectorField.load(folder, name, count) for name in content["vectors"]},
        pieces=PieceField.load(folder) if content["pieces"] else None,
        concepts=ConceptField.load(folder, thesaurus) if content["pieces"] else None,
        asked=QuestionField.load(folder, "asked") if content["pieces"] else None,
        unanswered=QuestionField.load(folder, "unanswered") if content["pieces"] else None,
        words={name: Words.load(folder, name) for name in WORD_FIELDS},
        thesaurus=thesaurus,
        background=Background(*(np.load(folder / f"background.{name}.npy", allow_pickle=False) for name in BACKGROUND)),
        encoder=encoder,
    )
