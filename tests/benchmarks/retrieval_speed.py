"""Time of a topic question, of opening the index, and memory.

    python tests/benchmarks/retrieval_speed.py [FILE.jsonl ...]

Asks each question of the files (default: tests/questions/topical.jsonl) once to warm up and three times measured.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np

from index.store import ensure, open_index
from index.topic import find

QUESTIONS = Path(__file__).parent.parent / "questions" / "topical.jsonl"


def memory(name):
    """A line of /proc/self/status in MB; None where the system has none."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(name)), None)


def main():
    files = [Path(name) for name in sys.argv[1:]] or [QUESTIONS]
    questions = [json.loads(line)["question"] for file in files for line in file.read_text("utf-8").splitlines()]
    ensure()
    begun = time.perf_counter()
    open_index()
    opened = time.perf_counter() - begun
    before = "torch" in sys.modules
    index = ensure()
    begun = time.perf_counter()
    find(index, questions[0])
    first = time.perf_counter() - begun
    for question in questions:
        find(index, question)
    times, encoding = [], []
    for _ in range(3):
        for question in questions:
            begun = time.perf_counter()
            find(index, question)
            times.append(1000 * (time.perf_counter() - begun))
            begun = time.perf_counter()
            index.encoder.encode_queries([question])
            encoding.append(1000 * (time.perf_counter() - begun))
    print("| what | measured |\n|---|---|")
    print(f"| index opened, all files checked | {opened:.2f} s |")
    print(f"| torch loaded for that | {'yes' if before else 'no'} |")
    print(f"| first question, with loading the model | {first:.1f} s |")
    print(f"| topic question, median | {np.median(times):.1f} ms |")
    print(f"| topic question, 95th percentile | {np.percentile(times, 95):.1f} ms |")
    print(f"| of which encoding, median | {np.median(encoding):.1f} ms |")
    print(f"| resident memory | {memory('VmRSS'):.0f} MB |")
    print(f"| resident memory, highest | {memory('VmHWM'):.0f} MB |")


if __name__ == "__main__":
    main()
