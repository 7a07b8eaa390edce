"""How many threads work on one question, set once: libraries that each start their own get in each other's way.

Measured on 2 cores with other work beside it: encoding a question took 196 ms at the median with two threads and 37
with one; on idle cores 21 and 25.
"""

import os
from functools import lru_cache


def cores() -> int:
    """The cores that this process may use, at most 4, or `MAATWIJZER_THREADS`: for encoding many texts."""
    named = os.environ.get("MAATWIJZER_THREADS", "")
    return int(named) if named.isdigit() and int(named) > 0 else min(4, os.cpu_count() or 1)


@lru_cache(maxsize=1)
def settle() -> None:
    """One thread for numpy's and FAISS's products; what they do for a question takes less than a millisecond."""
    import faiss
    from threadpoolctl import threadpool_limits

    faiss.omp_set_num_threads(1)
    threadpool_limits(limits=1, user_api="blas")
