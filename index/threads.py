"""How many threads work on one question, set once: libraries that each start their own get in each other's way.

Measured on 2 cores, encoding a question of 20 pieces with the ONNX form, median in ms:

| threads | alone | two ask at once | beside one busy process | beside two |
|---|---|---|---|---|
| 1 | 15.0 | 14.9 | 14.2 | 24.2 |
| 2 that wait spinning | 9.8 | 16.9 | 19.3 | 23.5 |
| 2 that wait asleep | 10.8 | 14.8 | 12.1 | 18.3 |
"""

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOR_ONE = 2  # threads that encode one question, at most


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


def session(model: str | bytes) -> "InferenceSession":
    """A model of ONNX Runtime, from its file or its content, on two threads that sleep when there is nothing to do."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = min(FOR_ONE, cores())
    settings.inter_op_num_threads = 1
    settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])
