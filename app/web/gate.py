"""The gate before the engine: a few questions at a time, some more waiting, and a clear answer when it is full."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from anyio import to_thread

Result = TypeVar("Result")

AT_ONCE = 2  # one per core of the machines measured in notes/speed.md; more only makes everybody wait
MAX_WAITING = 60  # three classes of twenty; at some 20 ms a question the last one waits about a second


class FullError(Exception):
    """So many questions are waiting that one more would have to wait too long."""


class Gate:
    """Lets `at_once` pieces of work run in threads and `max_waiting` others wait; refuses the rest at once."""

    def __init__(self, at_once: int = AT_ONCE, max_waiting: int = MAX_WAITING) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._max_waiting = max_waiting
        self.waiting = 0

    async def run(self, work: Callable[[], Result]) -> Result:
        """The result of the work, done in a thread; raises FullError when too much is waiting already."""
        if self.waiting >= self._max_waiting and self._places.locked():
            raise FullError
        self.waiting += 1
        try:
            async with self._places:
                return await to_thread.run_sync(work)
        finally:
            self.waiting -= 1
