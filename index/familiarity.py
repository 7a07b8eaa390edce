"""Whether a topic is one that the reports treat at all."""

import numpy as np
from numpy.typing import NDArray

from index.contents import Index
from index.evidence import Evidence


def is_known(
    index: Index,  # noqa: ARG001
    evidence: Evidence,
    vector: NDArray[np.float32] | None,  # noqa: ARG001
    score: NDArray[np.float32],  # noqa: ARG001
    *,
    with_questions: bool,  # noqa: ARG001
) -> bool:
    """Whether the reports treat the topic."""
    return bool(evidence.asked.words)
