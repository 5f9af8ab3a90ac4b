"""The manners of checks, as a list of faults: what model-codebases.md calls "manners are tests, not requests"."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipcheck.check import Check
from ipcheck.model import Level


def manners(check: type[Check[Any]], path: Path | None = None) -> Iterator[str]:
    """Yield what is wrong with how a check presents itself (Chinese sentences); nothing if all is well.

    ``path`` is the file it came from; with it the file's name is held against the check's name.
    """
    name = check.check_name()
    explanation = check.explain()
    if len(re.findall(r"[。！？]", explanation)) < 3:
        yield "说明（docstring）至少三句：查什么、为什么、怎么改"
    if not re.fullmatch(r"[A-Z]{3}\d{3}", check.code):
        yield f"编号应为三个大写字母加三位数字：{check.code!r}"
    if not check.basis:
        yield "没有法律依据（basis）"
    elif check.level is Level.ERROR and not any(cited.binding and cited.verified for cited in check.basis):
        yield "只有未核实的或者实务文件作依据的检查不能是错误（error）"
    if not check.message:
        yield "没有消息（message）"
    if not check.good:
        yield "没有好例（good）"
    if not check.bad:
        yield "没有坏例（bad）"
    for field in string.Formatter().parse(check.message):
        if field[1] == "":
            yield "消息里的占位符要有名字"
    if check.clue and ("认定" in check.message or "认定" in explanation):
        yield "风险线索里不能出现“认定”"
    if check.clue and "风险线索" not in check.message:
        yield "风险线索的消息要写明“风险线索”"
    if path is not None and path.stem.replace("_", "-") != name:
        words = path.stem.split("_")
        yield (
            f"文件名应为 {name.replace('-', '_')}{path.suffix}，现在是 {path.name}；"
            f"或者类名应为 {''.join(map(str.capitalize, words))}，现在是 {check.__name__}"
        )
    if not check.room:
        yield "没有写属于哪个房间（room）"
