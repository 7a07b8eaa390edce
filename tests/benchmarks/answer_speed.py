"""How long an answer takes: warm, from a cold command line, and how long the index takes to open.

usage: python tests/benchmarks/answer_speed.py

Prints milliseconds and, because machines differ, ratios within the same run. It never fails on a time.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILTER_QUESTION = "welke maatregelen van OCW lopen af in 2024?"
TOPIC_QUESTION = "Wat gebeurt er tegen zwangerschapsdiscriminatie?"


def percentile(values, share):
    """The value below which `share` of the values lie (nearest rank)."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cold_command(question):
    """Seconds of a fresh process that answers one question."""
    code = "import sys; from app.command_line import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "ask", question]
    return seconds(lambda: subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL))


def resident_megabytes():
    """Resident memory of this process, from the kernel; None where it does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, ValueError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def turn_seconds(assistant, conversations):
    """The seconds of each turn of conversations, warm."""
    from app.conversation import Conversation

    times = []
    for turns in conversations:
        state = Conversation()
        for turn in turns:
            began = time.perf_counter()
            state = assistant.respond(turn["question"], state).conversation
            times.append(time.perf_counter() - began)
    return times


def main():
    sys.path.insert(0, str(ROOT))
    from app.assistant import Assistant
    from app.command_line import keep_loaded
    from app.evaluation import load_sets, question_text

    Assistant.open()  # builds what is missing, so that the times below are those of a built index
    opened = min(seconds(Assistant.open) for _ in range(3))
    assistant = Assistant.open()
    warmed = seconds(assistant.warm)
    keep_loaded()
    sets = load_sets(ROOT / "tests" / "questions")
    texts = [question_text(q["question"]) for name, qs in sets.items() if name != "dialogues" for q in qs]
    took = {text: [] for text in texts}
    for _ in range(3):
        for text in texts:
            took[text].append(seconds(lambda text=text: assistant.respond(text)))
    times = [statistics.median(values) for values in took.values()]
    conversations = [q["turns"] for q in load_sets(ROOT / "tests" / "questions_own")["dialogues"]]
    turn_seconds(assistant, conversations[:10])
    turns = turn_seconds(assistant, conversations)
    filter_cold = min(cold_command(FILTER_QUESTION) for _ in range(3))
    topic_cold = min(cold_command(TOPIC_QUESTION) for _ in range(2))
    memory = resident_megabytes()
    print("| what | measured |")
    print("|---|---|")
    print(f"| a question, warm, median of {len(times)} | {statistics.median(times) * 1e3:.0f} ms |")
    print(f"| a question, warm, 95th percentile | {percentile(times, 0.95) * 1e3:.0f} ms |")
    print(f"| a turn of a conversation, warm, median of {len(turns)} | {statistics.median(turns) * 1e3:.0f} ms |")
    print(f"| a turn of a conversation, warm, 95th percentile | {percentile(turns, 0.95) * 1e3:.0f} ms |")
    print(f"| opening the built index | {opened * 1e3:.0f} ms |")
    print(f"| loading the model, once | {warmed:.1f} s |")
    print(f"| `maatwijzer ask`, a filter question, fresh process | {filter_cold:.2f} s |")
    print(f"| `maatwijzer ask`, a topic question, fresh process | {topic_cold:.2f} s |")
    print(f"| topic / filter, fresh process | {topic_cold / filter_cold:.1f} x |")
    if memory:
        print(f"| resident memory with the model | {memory:.0f} MB |")


if __name__ == "__main__":
    main()
