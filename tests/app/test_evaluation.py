"""The scores mean what the question sets say: must is certain, ok is defensible, anything else is wrong."""

import math

import pytest

from app import evaluation

NAMES = {"ocw": "Onderwijs, Cultuur en Wetenschap"}


def answer(*ids, **rest):
    return {"measures": [{"id": i} for i in ids], "answer": "", **rest}


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        (["1.1", "1.2"], True),
        (["1.2", "1.1"], True),  # order does not matter in a list
        (["1.1", "1.2", "1.3"], True),  # a defensible one may be there
        (["2023:1.1", "2023:1.2"], True),  # with the report's key
        (["1.1"], False),  # one certain is missing
        (["1.1", "1.2", "9.9"], False),  # one wrong
        ([], False),
    ],
)
def test_a_list_is_right_when_all_certain_and_no_wrong_measures_are_shown(shown, right):
    gold = {"must": ["1.1", "1.2"], "ok": ["1.3"]}
    assert evaluation.turn_is_right(answer(*shown), gold, NAMES) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (answer(count=21), True),
        (answer(count=20), False),
        ({"answer": "Dat zijn er 21."}, True),  # the number in the text counts only without a number
        ({"answer": "Dat zijn er 121."}, False),
        ({"answer": "Dat zijn er 21.", "count": 3}, False),
    ],
)
def test_a_count_is_right_when_the_number_is_equal(given, right):
    assert evaluation.turn_is_right(given, {"count": 21}, NAMES) is right


@pytest.mark.parametrize(("given", "right"), [(15.8, True), (15.6, True), (16.2, False), (None, False)])
def test_a_percentage_may_differ_by_rounding(given, right):
    gold = {"count": 15.8, "groups": {"teller": 6, "noemer": 38}}
    assert evaluation.turn_is_right(answer(count=given), gold, NAMES) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (answer(groups={"OCW": 3, "SZW": 2}), True),
        (answer(groups={"ocw": 3, "SZW": 2, "BZ": 9}), True),  # a group that the gold does not name is passed over
        (answer(groups={"OCW": 3}), False),
        ({"answer": "OCW heeft de meeste."}, True),
        ({"answer": "Onderwijs, Cultuur en Wetenschap heeft de meeste."}, True),
        ({"answer": "SZW heeft de meeste."}, False),
    ],
)
def test_groups_are_right_when_all_numbers_are_or_the_top_is_named(given, right):
    assert evaluation.turn_is_right(given, {"groups": {"OCW": 3, "SZW": 2}, "top": ["OCW"]}, NAMES) is right


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (answer("2.16", field={"name": "owners", "value": "OCW, VWS"}), True),
        (answer("2.16", answer="Dat zijn OCW en VWS."), True),
        (answer("2.16", answer="Dat is OCW."), False),
        (answer("1.1", "2.16", field={"name": "owners", "value": "OCW, VWS"}), False),  # another stands first
    ],
)
def test_a_field_is_right_when_the_measure_stands_first_and_the_value_is_said(given, right):
    gold = {"must": ["2.16"], "ok": [], "field": {"name": "owners", "value": "OCW, VWS"}}
    assert evaluation.turn_is_right(given, gold, NAMES) is right


def test_ndcg_passes_over_defensible_measures_and_discounts_by_place():
    gold = {"must": ["1.1", "1.2"], "ok": ["1.3"]}
    assert evaluation.ndcg(["1.3", "1.1", "1.2"], gold) == 1.0
    # the second certain measure on the third place: (1 + 1/log2(4)) / (1 + 1/log2(3))
    assert evaluation.ndcg(["1.1", "9.9", "1.2"], gold) == pytest.approx(1.5 / (1 + 1 / math.log2(3)))
    assert evaluation.ndcg([], gold) == 0.0


def test_a_dialogue_is_right_when_all_its_turns_are():
    sets = {
        "dialogues": [
            {"id": "a", "turns": [{"question": "x", "must": ["1.1"]}, {"question": "y", "must": ["1.2"]}]},
            {"id": "b", "turns": [{"question": "x", "must": ["1.1"]}, {"question": "y", "must": ["9.9"]}]},
        ]
    }
    answers = {"x": answer("1.1"), "y": answer("1.2")}
    scores, misses = evaluation.evaluate(sets, lambda questions: [answers[q] for q in questions], NAMES)
    assert scores == {"dialogue turns": (0.75, 4), "dialogues": (0.5, 2)}
    assert [miss[:3] for miss in misses] == [("dialogues", "b", "y")]


def test_a_score_under_its_floor_or_not_measured_is_named(tmp_path):
    floors = tmp_path / "floors.toml"
    floors.write_text("[floors]\nstructured = 0.9\noutside = 0.5\nonboarding = 0.2\n")
    assert evaluation.below_floors({"structured": (0.89, 10), "outside": (0.5, 10)}, floors) == [
        "structured: 0.890 ligt onder de ondergrens 0.9",
        "onboarding: niet gemeten, ondergrens 0.2",
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [({}, "geen vragenbestanden"), ({"outside.jsonl": '{"id": "o1"}\n{kapot\n'}, "outside.jsonl, regel 2")],
)
def test_a_folder_that_cannot_be_used_is_named_in_one_line(tmp_path, files, said):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(evaluation.QuestionSetError, match=said):
        evaluation.load_sets(tmp_path)
