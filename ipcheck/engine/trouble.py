"""What is told of a check that broke and of a file that took too much: whose fault, which limit, what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from ipcheck.apart import Budget, Lost
from ipcheck.check import Check
from ipcheck.model import Failure
from ipcheck.readers import Limits
from ipcheck.readers.guarded import lost_reading
from ipcheck.readers.limits import limit_told

_READ = "请把文件另存为 .docx 再试"

# So much of what an exception says is shown.
_LONGEST = 500


def raised(check: Check[Any], path: str, error: BaseException) -> Failure:
    """A check that raised; what it had found before is kept."""
    words = f"{type(error).__name__}: {error}"
    shown = words if len(words) <= _LONGEST else words[:_LONGEST] + "……"
    told = f"检查 {check.code} {check.check_name()} 出错，它的结果不完整（{shown}）"
    return Failure(path, check.check_name(), f"{told}{_home(check)}")


def lost_check(check: Check[Any], path: str, lost: Lost, limits: Limits) -> Failure:
    """A check that was stopped, or took its process down with it; it has no result for this file."""
    why = {
        "step": f"超过时间（{limit_told(limits, 'check_seconds')}），已停止",
        "task": f"运行时，文件的时间用完了（{limit_told(limits, 'seconds')}），已停止",
        "memory": f"用完了内存（{limit_told(limits, 'memory')}），已停止",
        "crash": f"使检查进程意外退出（{lost.detail}）",
        "error": f"出错（{lost.detail}）",
    }[lost.why]
    told = f"检查 {check.code} {check.check_name()} {why}，它对这个文件没有结果；其他检查不受影响"
    return Failure(path, check.check_name(), f"{told}{_home(check)}")


def lost_file(path: str, lost: Lost, limits: Limits, *, reading: bool) -> Failure:
    """A file whose reading (or drawing, or checking as a whole) was stopped or took its process down."""
    if reading:
        return Failure(path, None, f"{lost_reading(lost, limits)}；{_READ}")
    told = {
        "step": f"检查超过时间（{limit_told(limits, 'seconds')}），已停止",
        "task": f"读取和检查超过时间（{limit_told(limits, 'seconds')}），已停止",
        "memory": f"检查时用完了内存（{limit_told(limits, 'memory')}），已停止",
        "crash": f"检查时进程意外退出（{lost.detail}），未检查",
        "error": f"检查时出错（{lost.detail}），未检查",
    }[lost.why]
    return Failure(path, None, told)


def left_out(check: Check[Any], path: str, times: int) -> Failure:
    """A check that has been stopped so often in a run that it is not tried any more."""
    told = f"检查 {check.code} {check.check_name()} 在前面 {times} 个文件上被停止，不再运行，它对这个文件没有结果"
    return Failure(path, check.check_name(), f"{told}{_home(check)}")


def budget_of(limits: Limits, files: int = 1, share: int = 1) -> Budget:
    """What a task of so many files may take; ``share``: how many times as much a check may."""
    return Budget(
        limits.check_seconds * share, limits.seconds * share, limits.seconds * files * share, limits.memory * share
    )


def _home(check: Check[Any]) -> str:
    """The file of a check that came from one, in brackets."""
    for kind in type(check).__mro__:
        file = getattr(sys.modules.get(kind.__module__), "__file__", None)
        if kind.__module__.startswith("_ipcheck_checks_") and file:
            return f"（检查文件：{Path(file).as_posix()}）"
    return ""


__all__ = ["budget_of", "left_out", "lost_check", "lost_file", "raised"]
