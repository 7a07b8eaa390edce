"""Scores of answers on question sets with the right answers, and the floors under them.

A set is a JSONL file of questions with `must` (certain measures), `ok` (defensible ones) and, by kind, a count, groups,
a field or a fragment. What is scored, each between 0 and 1:

- structured: a list is right when must <= shown <= must | ok; a count when the number is equal (a percentage within
  0.3); groups when every group is equal, or, for a ranking answered in words, when every top label is named; a field
  when the measure stands first and the printed value stands in the answer.
- topical: recall@10 and nDCG@10 (Järvelin and Kekäläinen 2002, binary gains, `ok` passed over) of `must`, whether the
  first shown is in `must`, the precision of all that is shown, whether the wanted sentence is quoted.
- outside: no measure is shown and something is said. onboarding: every fragment stands in the answer and must <= shown.
- dialogues: a turn is right as a list, count or field is; a dialogue when all its turns are.
"""

import json
import math
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ingest.errors import UserFacingError

SETS = ("structured", "topical", "outside", "onboarding", "dialogues")
PERCENTAGE_TOLERANCE = 0.3

Gold = Mapping[str, Any]
Given = Mapping[str, Any]  # an ANSWER of the contract
Ask = Callable[[Sequence[str]], Sequence[Given]]  # the questions of one conversation -> their answers


class QuestionSetError(UserFacingError):
    """A folder or file of questions that cannot be used."""


def fold(text: object) -> str:
    """The text without accents, capitals and repeated white space, for comparing."""
    plain = unicodedata.normalize("NFKD", str(text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"\s+", " ", plain)


def _label(text: object) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


def shown(answer: Given) -> list[str]:
    """The ids of the answer's measures in the order shown, without the report's key."""
    return [re.sub(r"^[^:]*:", "", measure["id"]) for measure in answer.get("measures") or []]


def list_is_right(answer: Given, gold: Gold) -> bool:
    """Whether every certain measure is shown, and nothing but certain and defensible ones."""
    measures, must, ok = set(shown(answer)), set(gold.get("must") or []), set(gold.get("ok") or [])
    return must <= measures <= must | ok


def count_is_right(answer: Given, gold: Gold) -> bool:
    """Whether the number is equal; without a number, whether it stands in the text."""
    wanted = gold["count"]
    if answer.get("count") == wanted:
        return True
    number = re.escape(str(wanted).replace(".", ","))
    return answer.get("count") is None and bool(re.search(rf"(?<!\d){number}(?!\d)", str(answer.get("answer", ""))))


def groups_are_right(answer: Given, gold: Gold, names: Mapping[str, str]) -> bool:
    """Whether every group has its number, or every top label of a ranking stands in the text.

    names: ministry code, folded -> full name, so that a ranking may name either
    """
    got = {_label(key): value for key, value in (answer.get("groups") or {}).items()}
    if got:
        return all(got.get(_label(key), 0) == value for key, value in gold["groups"].items())
    words = f" {_label(answer.get('answer', ''))} "
    top = gold.get("top") or []
    return bool(top) and all(
        any(f" {_label(name)} " in words for name in {label, names.get(_label(label), label)}) for label in top
    )


def field_is_right(answer: Given, gold: Gold) -> bool:
    """Whether the measure stands first and every part of the printed value stands in the field or the text."""
    value = fold(gold["field"]["value"])
    got = fold(json.dumps(answer.get("field") or "", ensure_ascii=False)) + " " + fold(answer.get("answer", ""))
    parts = [part for part in re.split(r"[,/;]\s*| en ", value) if part]
    measures = shown(answer)
    allowed = set(gold.get("must") or []) | set(gold.get("ok") or [])
    return all(part in got for part in parts) and (not gold.get("must") or (bool(measures) and measures[0] in allowed))


def turn_is_right(answer: Given, gold: Gold, names: Mapping[str, str]) -> bool:
    """Whether one answer is right, by the strictest thing that its gold states."""
    if gold.get("field"):
        return field_is_right(answer, gold)
    groups = gold.get("groups")
    if groups and "teller" in groups:
        count = answer.get("count")
        return isinstance(count, int | float) and abs(count - gold["count"]) < PERCENTAGE_TOLERANCE
    if groups:
        return groups_are_right(answer, gold, names)
    if gold.get("count") is not None:
        return count_is_right(answer, gold)
    return list_is_right(answer, gold)


def f1(answer: Given, gold: Gold) -> float:
    """The harmonic mean of precision (must | ok) and recall (must)."""
    measures, must, ok = set(shown(answer)), set(gold.get("must") or []), set(gold.get("ok") or [])
    if not measures and not must:
        return 1.0
    precision = len(measures & (must | ok)) / len(measures) if measures else 0.0
    recall = len(measures & must) / len(must) if must else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ndcg(order: Sequence[str], gold: Gold, cut: int = 10) -> float:
    """NDCG at `cut` of the certain measures; defensible ones are passed over: they neither help nor hurt."""
    defensible, must = set(gold.get("ok") or []), set(gold["must"])
    ranked = [measure for measure in order if measure not in defensible][:cut]
    gain = sum(1 / math.log2(place + 2) for place, measure in enumerate(ranked) if measure in must)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(cut, len(must))))
    return gain / ideal if ideal else 1.0


def question_text(question: str | Mapping[str, Any]) -> str:
    """A question, written out where the set gives it as {"repeat": ..., "times": ...}."""
    return question if isinstance(question, str) else str(question["repeat"]) * int(question["times"])


def load_sets(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The question sets of a folder, by name; raises QuestionSetError where there are none or a line is no JSON."""
    if not folder.is_dir():
        raise QuestionSetError(f"{folder}: geen map gevonden; geef de map met vragenbestanden ({', '.join(SETS)}).")
    sets: dict[str, list[dict[str, Any]]] = {}
    for name in SETS:
        path = folder / f"{name}.jsonl"
        if not path.exists():
            continue
        records = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                try:
                    records.append(json.loads(line))
                except json.JSONDecodeError as cause:
                    raise QuestionSetError(f"{path}, regel {number}: geen geldige JSON ({cause.msg}).") from cause
        sets[name] = records
    if not sets:
        raise QuestionSetError(f"{folder}: geen vragenbestanden gevonden; verwacht werd {SETS[0]}.jsonl of een ander.")
    return sets


Scores = dict[str, tuple[float, int]]  # score's name -> (mean, number of questions)
Miss = tuple[str, str, str, list[str], list[str], str]  # set, id, question, shown, must, text


def evaluate(
    sets: Mapping[str, Sequence[Gold]],
    ask: Ask,
    names: Mapping[str, str],
    on_question: Callable[[], None] = lambda: None,
) -> tuple[Scores, list[Miss]]:
    """Ask every question of the sets and score the answers; also what was missed."""
    values: dict[str, list[float]] = defaultdict(list)
    misses: list[Miss] = []

    def miss(name: str, gold: Gold, question: str, answer: Given) -> None:
        text = str(answer.get("answer", ""))[:160]
        misses.append((name, str(gold.get("id")), question, shown(answer), list(gold.get("must") or []), text))

    for name, records in sets.items():
        for gold in records:
            turns = gold["turns"] if name == "dialogues" else [gold]
            questions = [question_text(turn["question"]) for turn in turns]
            answers = list(ask(questions))
            on_question()
            if name == "dialogues":
                right = [turn_is_right(answer, turn, names) for answer, turn in zip(answers, turns, strict=True)]
                values["dialogue turns"] += [float(value) for value in right]
                values["dialogues"].append(float(all(right)))
                if not all(right):
                    at = right.index(False)
                    miss(name, {"id": gold.get("id"), **turns[at]}, questions[at], answers[at])
                continue
            for key, value in _single(name, gold, answers[0], names):
                values[key].append(value)
                if value < 1 and key not in ("topical nDCG@10", "topical precision", "structured F1", "structured"):
                    miss(key, gold, questions[0], answers[0])
    return {key: (sum(v) / len(v), len(v)) for key, v in sorted(values.items())}, misses


def _single(name: str, gold: Gold, answer: Given, names: Mapping[str, str]) -> Iterable[tuple[str, float]]:
    """The scores of one question outside dialogues."""
    measures = shown(answer)
    if name == "structured":
        right = float(turn_is_right(answer, gold, names))
        yield "structured", right
        yield f"structured/{gold['kind']}", right
        if not gold.get("field") and gold.get("count") is None and not gold.get("groups"):
            yield "structured F1", f1(answer, gold)
    elif name == "topical":
        must, ok = set(gold["must"]), set(gold["ok"])
        yield "topical nDCG@10", ndcg(measures, gold)
        yield "topical recall@10", len(set(measures[:10]) & must) / min(10, len(must))
        yield "topical precision", len(set(measures) & (must | ok)) / len(set(measures)) if measures else 0.0
        yield "topical first right", float(bool(measures) and measures[0] in must)
        if gold.get("detail"):
            said = str(answer.get("answer", "")) + json.dumps(answer.get("measures") or [], ensure_ascii=False)
            yield "topical detail quoted", float(fold(gold["fragment"]) in fold(said))
    elif name == "outside":
        yield "outside", float(not measures and bool(answer.get("answer")))
    elif name == "onboarding":
        said = fold(answer.get("answer", ""))
        fragments = all(fold(fragment) in said for fragment in gold["answer_contains"])
        yield "onboarding", float(fragments and set(gold["must"]) <= set(measures))


def below_floors(scores: Scores, floors_file: Path) -> list[str]:
    """One Dutch line for each score that is under its floor, or that a floor names and nothing measured."""
    floors = tomllib.loads(floors_file.read_text(encoding="utf-8"))["floors"]
    lines = []
    for name, floor in floors.items():
        if name not in scores:
            lines.append(f"{name}: niet gemeten, ondergrens {floor}")
        elif scores[name][0] < floor - 1e-9:
            lines.append(f"{name}: {scores[name][0]:.3f} ligt onder de ondergrens {floor}")
    return lines
