"""Three-valued membership: certain, defensible or not.

Each filter gives every row one of three values (notes: a measure is certain, defensible or wrong). Filters combine as
in Kleene's strong logic: and is the least, or the greatest, not turns certain and no around and leaves defensible.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Truth = NDArray[np.int8]  # (rows,), values NO, DEFENSIBLE, CERTAIN

NO = 0
DEFENSIBLE = 1
CERTAIN = 2


def truth(certain: NDArray[np.bool_], defensible: NDArray[np.bool_] | None = None) -> Truth:
    """CERTAIN where `certain`, else DEFENSIBLE where `defensible`, else NO."""
    values: Truth = certain.astype(np.int8) * np.int8(CERTAIN)
    return values if defensible is None else np.maximum(values, defensible.astype(np.int8) * np.int8(DEFENSIBLE))


def both(values: Iterable[Truth], count: int) -> Truth:
    """Kleene's and; of nothing, all rows are certain."""
    result = np.full(count, CERTAIN, dtype=np.int8)
    for value in values:
        result = np.minimum(result, value)
    return result


def either(values: Iterable[Truth], count: int) -> Truth:
    """Kleene's or; of nothing, no row is in."""
    result = np.full(count, NO, dtype=np.int8)
    for value in values:
        result = np.maximum(result, value)
    return result


def opposite(value: Truth) -> Truth:
    """Kleene's not."""
    return (CERTAIN - value).astype(np.int8)
