"""Reading in a copy of this process, which a parser may take down or hang without harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ipcheck import apart
from ipcheck.apart import Budget, Done, Lost, Steps
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import Limits, limit_told

Read = TypeVar("Read")


def read_guarded(read: Callable[[], Read], limits: Limits) -> Read:
    """What ``read`` gives, which must be able to travel between processes. Raises its ReadErrors and others.

    Where processes cannot be copied it is called here.
    """
    if not apart.forks():
        return read()

    def work(_: int, __: Steps) -> Read | ReadError:
        try:
            return read()
        except ReadError as error:
            return ReadError(*error.args)

    def again(_: int, lost: Lost) -> int | Done[Read | ReadError]:
        return Done(ReadError(lost_reading(lost, limits)))

    answer = next(apart.run([0], lambda: work, again, budget=lambda _: reading_budget(limits)))
    if isinstance(answer, ReadError):
        raise answer
    return answer


def reading_budget(limits: Limits) -> Budget:
    """What reading a file may take."""
    return Budget(limits.seconds, limits.seconds, limits.seconds, limits.memory)


def lost_reading(lost: Lost, limits: Limits) -> str:
    """Why a file was not read."""
    if lost.why in ("step", "task"):
        return f"读取超过时间（{limit_told(limits, 'seconds')}），已停止"
    if lost.why == "memory":
        return f"读取时用完了内存（{limit_told(limits, 'memory')}），已停止"
    if lost.why == "crash":
        return f"读取时进程意外退出（{lost.detail}），未检查"
    return f"读取时出错（{lost.detail}），未检查"


__all__ = ["lost_reading", "read_guarded", "reading_budget"]
