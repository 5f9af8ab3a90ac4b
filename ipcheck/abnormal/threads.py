"""Compiled kernels let go of the interpreter, so threads are enough to use all processors."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Result = TypeVar("Result")


def in_threads(work: Callable[[Given], Result], items: Iterable[Given], jobs: int) -> Iterator[Result]:
    """The results of ``work`` in the order of ``items``; few items wait at a time, so memory stays bounded."""
    if jobs <= 1:
        yield from map(work, items)
        return
    waiting: deque[Future[Result]] = deque()
    with ThreadPoolExecutor(jobs) as pool:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > 2 * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


__all__ = ["in_threads"]
