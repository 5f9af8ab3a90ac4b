"""``ipcheck review collect``: read the experts' workbooks back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.machine import machine_reports
from ipcheck.cli.review.step import FOLDER, run
from ipcheck.review.filling import collect_sheets
from ipcheck.review.folder import COLLECTED, Folder

_SHOWN = 20


@click.command("collect", cls=ChineseHelp)
@FOLDER
@click.option("--by", metavar="姓名", help="谁在操作（记入日志；默认系统的用户名）")
def command(folder: Path, by: str | None) -> None:
    """收回评分表，写 收回评分.json；说出哪份表的哪个格子没填或者超出范围（退出码 1）。"""

    def work(evaluation: Folder) -> dict[str, Any]:
        return collect_sheets(evaluation, machine_reports(evaluation))

    result = run(folder, "collect", by, work)
    for kind, told in (("没填", result["missing"]), ("不对", result["faults"])):
        for line in told[:_SHOWN]:
            click.echo(line)
        if len(told) > _SHOWN:
            click.echo(f"……{kind}的还有 {len(told) - _SHOWN} 处，全部在 {COLLECTED}")
    complete = sum(item["complete"] for item in result["experts"].values())
    missing, faults = len(result["missing"]), len(result["faults"])
    click.echo(f"{len(result['experts'])} 份评分表，{complete} 份完整；没填 {missing} 处，不对 {faults} 处")
    raise click.exceptions.Exit(int(bool(result["missing"] or result["faults"])))


__all__ = ["command"]
