"""``ipcheck compare``: how alike two drafts are, and why."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ipcheck.abnormal.alike import Alike, Judge
from ipcheck.abnormal.drafts import Draft, draft_of
from ipcheck.abnormal.stock import shipped
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import put_utf8
from ipcheck.cli.options import bounded, limiting, tell_failures
from ipcheck.config import Settings
from ipcheck.engine import draw_patents
from ipcheck.model import Failure
from ipcheck.readers import ReadError
from ipcheck.readers.table import read_table
from ipcheck.trademark.devices import DeviceError, compare
from ipcheck.trademark.likeness import likeness
from ipcheck.trademark.meanings import AVAILABLE
from ipcheck.whole import why_unread


class _Drafts:
    """Reads each draft once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.failures: list[Failure] = []
        self._read: dict[Path, Draft | None] = {}

    def get(self, path: Path) -> Draft | None:
        if path not in self._read:
            filings, failures = draw_patents([path], self._settings)
            self.failures.extend(failures)
            usable = [filing for filing in filings if any(filing.parts.values())]
            if not usable and not failures:
                self.failures.append(Failure(path.as_posix(), None, "没有认出专利申请文件的任何部分，未比较"))
            elif len(usable) > 1:
                told = "里面有几件申请，不知道比较哪一件；请指明文件"
                self.failures.append(Failure(path.as_posix(), None, told))
            self._read[path] = draft_of(usable[0]) if len(usable) == 1 else None
        return self._read[path]


def _pairs_of(path: Path, settings: Settings) -> list[tuple[str, str]]:
    """The pairs named in a table with the columns a and b."""
    try:
        table = read_table(path, path.as_posix(), settings.limits)
    except (ReadError, OSError) as error:
        raise click.UsageError(f"--pairs {path.as_posix()}：{why_unread(error)}") from error
    names = [str(cell).strip().lower() for cell in table.header]
    if "a" not in names or "b" not in names:
        raise click.UsageError("--pairs 的表格要有列 a 和 b")
    one, other = names.index("a"), names.index("b")
    return [(str(row[one]), str(row[other])) for row in table.rows if len(row) > max(one, other)]


def _rules(alike: Alike) -> list[dict[str, Any]]:
    """Why the score is what it is: each kind, each section, the swaps, the order."""
    told: list[dict[str, Any]] = [
        {"rule": f"kind:{kind.value}", "score": alike.score, "why": kind.chinese} for kind in alike.kinds
    ]
    told += [
        {
            "rule": f"part:{name.name.lower()}",
            "score": max(one, other),
            "why": f"{name.chinese}：{one:.0%} 与 {other:.0%}",
        }
        for name, one, other in alike.parts
    ]
    if alike.swaps:
        swaps = "、".join(map(str, alike.swaps[:20]))
        told.append({"rule": "swaps", "score": alike.score, "why": f"成批替换：{swaps}"})
    told.append({"rule": "order", "score": alike.order, "why": f"相同的文字有 {alike.order:.0%} 次序也相同"})
    return told


def _compare(pairs: Sequence[tuple[Path, Path]], drafts: _Drafts) -> list[dict[str, Any]]:
    found = []
    for one, other in pairs:
        left, right = drafts.get(one), drafts.get(other)
        alike = Judge((left, right), shipped()).compare(0, 1, always=True) if left and right else None
        entry: dict[str, Any] = {"a": one.as_posix(), "b": other.as_posix()}
        if alike is None:
            found.append({**entry, "score": None, "rules": []})
            continue
        # Copies of a sentence or two are no likeness: without a kind that holds, only the score stands.
        found.append({**entry, "score": alike.score, "meaning": alike.meaning, "rules": _rules(alike)})
    return found


def _compare_marks(pairs: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    found = []
    for one, other in pairs:
        if Path(one).is_file() and Path(other).is_file():
            found.append(_compare_pictures(one, other))
            continue
        alike = likeness(one, other)
        rules = [
            {"rule": rule.rule, "score": round(rule.score, 3), "why": f"{rule.rule} {rule.why}（{rule.score:.2f}）"}
            for rule in alike.rules
        ]
        meaning = "音、形、义按审查审理指南下编第五章逐条打分，取最高的一条；不代表审查结论"
        if not AVAILABLE:
            meaning += "；没有装 ipcheck[trademark]，含义和译文没有比"
        found.append(
            {
                "a": one,
                "b": other,
                "score": alike.score,
                "meaning": meaning,
                "rules": rules,
                "aligned": [list(pair) for pair in alike.aligned],
            }
        )
    return found


def _compare_pictures(one: str, other: str) -> dict[str, Any]:
    """Two device marks by their pictures: a hint of the machine, no rule of the guidelines."""
    try:
        alike = compare(Path(one).read_bytes(), Path(other).read_bytes())
    except DeviceError as error:
        raise click.UsageError(f"{one} 与 {other}：{error}") from error
    except ModuleNotFoundError as error:
        raise click.UsageError("比较图样要安装 ipcheck[image]") from error
    score = round(alike.score, 3)
    why = [{"rule": "device", "score": score, "why": alike.why}]
    return {"a": one, "b": other, "score": score, "meaning": "图形只由机器提示，要人来看", "rules": why}


@click.command("compare", cls=ChineseHelp)
@click.argument("what", type=click.Choice(("drafts", "marks")), metavar="drafts|marks")
@click.argument("names", nargs=-1, metavar="[A B]")
@click.option("--pairs", type=click.Path(path_type=Path), metavar="文件", help="表格，列 a 和 b 各是一份文件或一个商标")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", help="输出格式")
@limiting
def command(what: str, names: tuple[str, ...], pairs: Path | None, shape: str, limits: Mapping[str, str]) -> None:
    """比较两份申请文件或者两个商标：有多像（0 到 1）、为什么。商标写文字，或者写两个图样文件。"""
    if (pairs is None and len(names) != 2) or (pairs is not None and names):
        raise click.UsageError("请给出 A 和 B，或者用 --pairs 给出表格")
    settings = bounded(limits)
    wanted = _pairs_of(pairs, settings) if pairs is not None else [(names[0], names[1])]
    drafts = _Drafts(settings)
    if what == "marks":
        found = _compare_marks(wanted)
    else:
        # Paths of a table count from its folder.
        base = pairs.parent if pairs is not None else Path()
        found = _compare([(base / one, base / other) for one, other in wanted], drafts)
    if shape == "json":
        put_utf8(json.dumps({"pairs": found}, ensure_ascii=False, indent=2) + "\n")
    else:
        for entry in found:
            score = "没有比较成" if entry["score"] is None else f"{entry['score']:.3f}"
            click.echo(f"{entry['a']} 与 {entry['b']}：{score}")
            if entry["score"] is not None:
                click.echo(f"  {entry['meaning']}")
            for rule in entry["rules"]:
                click.echo(f"  {rule['why']}")
    tell_failures(drafts.failures)


__all__ = ["command"]
