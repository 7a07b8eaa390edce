"""Measures to the texts that are searched: the whole row, its title, its sentences, and editorial questions."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from index.faults import IndexFault
from ingest.records import Measure


@dataclass(frozen=True, slots=True)
class Question:
    """An editorial question: another person's words for a measure. More text of the measure, never a source."""

    text: str
    measure: str  # id
    also: tuple[str, ...] = ()  # ids of other measures that answer it


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to encode, and the row that it belongs to."""

    row: int
    text: str


def whole_text(measure: Measure) -> str:
    """Title, heading, theme, explanation and the columns without a name, as one text."""
    parts = [measure.title, measure.heading, measure.theme, measure.explanation, *(text for _, text in measure.extra)]
    return ". ".join(part.strip().rstrip(".") for part in parts if part.strip())


def title_text(measure: Measure) -> str:
    """Heading and title."""
    return f"{measure.heading}: {measure.title}" if measure.heading else measure.title


def sentence_passages(measures: Sequence[Measure]) -> list[Passage]:
    """Each sentence of each explanation, behind the measure's title: alone it seldom says what it is about."""
    return [
        Passage(row, f"{measure.title}. {sentence}")
        for row, measure in enumerate(measures)
        for sentence in sentences(measure.explanation)
    ]


def part_passages(measures: Sequence[Measure]) -> list[tuple[Passage, int]]:
    """What late interaction compares: heading with title, then each sentence behind the title, of all columns of text.

    Beside each passage the number of its letters that only say what the sentence is about, and are not compared again.
    """
    found = []
    for row, measure in enumerate(measures):
        found.append((Passage(row, title_text(measure)), 0))
        for text in (measure.explanation, *(text for _, text in measure.extra)):
            before = len(measure.title) + 1
            found += [(Passage(row, f"{measure.title}. {sentence}"), before) for sentence in sentences(text)]
    return found


# A stop ends a sentence when a space and a capital, digit or opening quote follow, and no abbreviation stands before.
_END = re.compile(r"""(?<=[.!?])["'”’)]?\s+(?=["'“‘(]?[A-ZÀ-Þ0-9])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:o\.a|d\.d|m\.b\.t|t\.a\.v|i\.v\.m|n\.a\.v|nr|art|dhr|mw|dr|prof|bijv|ca|resp|incl|jl|[A-Z])|\b\d)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a text, verbatim, in order; no text gives none."""
    found, start = [], 0
    for match in _END.finditer(text):
        piece = text[start : match.start()]
        if _ABBREVIATION.search(piece) and not re.search(r"\d{4}\.$", piece):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def read_questions(path: Path) -> tuple[Question, ...]:
    """The editorial questions of one report, from JSON lines {"measure", "question", "also"}; no file gives none."""
    if not path.is_file():
        return ()
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            found.append(Question(str(entry["question"]), str(entry["measure"]), tuple(entry.get("also") or ())))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise IndexFault(
                f'{path.name}, regel {number}: verwacht {{"measure": "1.1", "question": "...", "also": []}}. '
                "Verbeter de regel of haal hem weg."
            ) from error
    return tuple(found)
