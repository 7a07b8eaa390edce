"""How long reading a question takes, and selecting among a million measures; run as a program.

    python -m tests.benchmarks.reading_speed

Prints medians and 95th percentiles on one core; the goals are 5 ms for a reading and 50 ms for a selection (issue 4).
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import statistics
import time
import tomllib
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from app.query import select
from app.reading import Lexicon, read
from index.columns import Columns
from index.places import DATA
from ingest.documents import read_report

AS_OF = date(2023, 11, 30)
ROWS = 1_000_000
ROUNDS = 5
QUESTIONS = Path(__file__).parent.parent / "app" / "reading" / "readings.toml"
SELECTIONS = (
    "Welke maatregelen van OCW lopen af in 2024?",
    "Welke maatregelen van OCW, SZW of VWS zijn nog niet af?",
    "Wat doen JenV en OCW samen?",
    "Welke maatregelen zijn niet van OCW, SZW, VWS, JenV of BZ?",
    "Welke maatregelen van SZW zijn over tijd per 1 december 2023?",
    "Welke onderzoeken van OCW in het thema Zorg zijn in uitvoering en lopen af tussen 2024 en 2026?",
    "Wat loopt er in 2025?",
)


def milliseconds(run: Callable[[], object], rounds: int) -> list[float]:
    """The times of `rounds` runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1000)
    return times


def repeated(columns: Columns, rows: int) -> Columns:
    """The columns with their rows repeated and shuffled to a number of rows; numbers of measures are not repeated."""
    order = np.random.default_rng(0).integers(0, columns.count, rows)

    def many(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return value[order]
        if isinstance(value, dict) and all(isinstance(v, np.ndarray) for v in value.values()):
            return {key: v[order] for key, v in value.items()}
        return value

    return Columns(**{f.name: rows if f.name == "count" else many(getattr(columns, f.name)) for f in fields(columns)})


def main() -> None:
    """Print both tables."""
    report = read_report(DATA / "bijlage-emancipatie-2023.txt")
    lexicon, small = Lexicon.from_index(report.measures), Columns.from_measures(report.measures)
    entries = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))["reading"]
    questions = [question for entry in entries for question in entry["questions"]]
    read(questions[0], lexicon=lexicon, as_of=AS_OF)
    times = [t for q in questions for t in milliseconds(lambda q=q: read(q, lexicon=lexicon, as_of=AS_OF), 1)]
    print(f"reading, {len(questions)} questions: median {statistics.median(times):.2f} ms, "
          f"95% {np.percentile(times, 95):.2f} ms, longest {max(times):.2f} ms")  # fmt: skip
    columns = repeated(small, ROWS)
    print(f"selecting among {ROWS:,} measures:")
    for question in SELECTIONS:
        query = read(question, lexicon=lexicon, as_of=AS_OF).query
        took = statistics.median(milliseconds(lambda query=query: select(query, columns, AS_OF), ROUNDS))
        print(f"  {took:6.1f} ms  {query.describe()}")


if __name__ == "__main__":
    main()
