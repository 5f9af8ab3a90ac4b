"""Which format of a report goes to which output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ipcheck.reporters import formats as known
from ipcheck.reporters.formats import FORMATS


def pairs(formats: Sequence[str], outputs: Sequence[Path]) -> list[tuple[str, Path | None]]:
    """Which format goes to which output, in the order of the formats; None is standard output.

    As many outputs as formats: one each, in order. Fewer: an output goes to the format its suffix names, else to the
    next that has none. Without formats the suffixes name them. Raises click.UsageError for what fits nothing.
    """
    if not formats:
        formats = [_named_by(path) for path in outputs] or ["text"]
    if len(outputs) > len(formats):
        raise click.UsageError("--output 多于 --format：每个 --output 前写一个 --format")
    targets: list[Path | None] = [None] * len(formats)
    if len(outputs) == len(formats):
        targets = list(outputs)
    else:
        rest = []
        for path in outputs:
            name = known.of_suffix(path)
            free = [index for index, item in enumerate(formats) if item == name and targets[index] is None]
            if free:
                targets[free[0]] = path
            else:
                rest.append(path)
        for path in rest:
            targets[targets.index(None)] = path
    for name, target in zip(formats, targets, strict=True):
        if target is not None and FORMATS[name].makes == "files" and target.suffix.lower() in FORMATS[name].suffixes:
            raise click.UsageError(f"{name} 格式给每个文件写一份：--output 请写文件夹，不写文件名")
        if target is None and FORMATS[name].makes != "text":
            raise click.UsageError(f"{name} 格式不能显示在屏幕上，请用 --output 写到" + _where(name))
    if targets.count(None) > 1:
        raise click.UsageError("只能有一种格式显示在屏幕上；其余的各写一个 --output")
    return list(zip(formats, targets, strict=True))


def _named_by(path: Path) -> str:
    """The format that the suffix of an output names, text for a name without one. Raises click.UsageError for others.

    Words under a name that promises something else would open as a broken file, or be looked for in vain.
    """
    name = known.of_suffix(path)
    if name is None and path.suffix:
        ends = "、".join(end for item in FORMATS.values() if item.makes != "files" for end in item.suffixes)
        raise click.UsageError(
            f"{path.name}：没有 {path.suffix} 的报告，认得的后缀有 {ends}；"
            "要用别的后缀，另写 --format；批注版写 --format docx"
        )
    return name or "text"


def _where(name: str) -> str:
    return "文件夹" if FORMATS[name].makes == "files" else f"文件（如 报告{FORMATS[name].suffixes[0]}）"


__all__ = ["pairs"]
