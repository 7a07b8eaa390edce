"""The line between the questions that a report answers and those that it does not, learned from both.

Where a report has editorial questions, a logistic regression tells their vectors from those of the questions that were
written because no measure answers them (`data/unanswered.jsonl`). A question's distance from the line is one of the
signs of `familiarity.py`: single neighbours tell less, as a near miss has neighbours on both sides.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STRENGTH = 10.0  # scikit-learn's C: the inverse of the regularisation
LEAST = 0.5  # share of a report's measures that must have questions, so that the line is one of the report

Vectors = NDArray[np.float32]
Divide = NDArray[np.float32]  # (2, dimension + 1): centre and 0, then slope and constant; (2, 0): not learned

NONE: Divide = np.zeros((2, 0), dtype=np.float32)


def learn(answered: Vectors, unanswered: Vectors) -> Divide:
    """The line between two sets of vectors of unit length, (n, dimension) each; NONE where one of them is empty."""
    from sklearn.linear_model import LogisticRegression

    if not len(answered) or not len(unanswered):
        return NONE
    centre = answered.mean(0)
    x = _from_centre(np.concatenate([answered, unanswered]), centre)
    y = np.array([1] * len(answered) + [0] * len(unanswered))
    line = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=3000).fit(x, y)
    slope = np.append(line.coef_[0], line.intercept_)
    return np.stack([np.append(centre, 0.0), slope]).astype(np.float32)


def side(divide: Divide, vector: Vectors) -> float:
    """How far a question, (dimension,), lies on the side of what is answered; below 0 on the other; 0 without line."""
    if not divide.size:
        return 0.0
    centre, slope = divide
    return float(_from_centre(vector[None, :], centre[:-1])[0] @ slope[:-1] + slope[-1])


def is_asked_about(measures: int, rows: Sequence[int] | NDArray[np.int64]) -> bool:
    """Whether editorial questions stand for the whole of a report: those of the rows for so many measures."""
    return measures > 0 and len(set(rows)) >= LEAST * measures


def _from_centre(vectors: Vectors, centre: Vectors) -> Vectors:
    moved = vectors - centre
    return np.asarray(moved / (np.linalg.norm(moved, axis=1, keepdims=True) + 1e-9), dtype=np.float32)
