"""``ipcheck review assign``: experts to files."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.review.filling import assign_third
from ipcheck.review.folder import ASSIGNMENT, THIRD
from ipcheck.review.steps import assign_experts


@click.command("assign", cls=ChineseHelp)
@FOLDER
@writing
@click.option("--third", is_flag=True, help="给两名专家相差太大的案卷指派第三名")
def command(folder: Path, again: bool, by: str | None, third: bool) -> None:
    """把抽中的案卷指派给专家，写 指派结果.json。

    有任职、客户、近亲属、竞争、同案关系或者申报了回避的不指派；各人的份数至多差一；先后由种子定。
    办不到时说出是哪些案卷、哪些专家卡住，不降低要求。
    """
    if third:
        chosen = run(folder, "assign --third", by, assign_third)
        click.echo(f"{len(chosen['files'])} 份案卷有第三名专家；结果在 {THIRD}")
        return
    result = run(folder, "assign", by, lambda evaluation: assign_experts(evaluation, again=again))
    loads = result["loads"]
    barred = sum(len(item["barred"]) for item in result["files"])
    spread = f"{min(loads.values())}—{max(loads.values())}" if loads else "0"
    click.echo(
        f"{len(result['files'])} 份案卷、{len(loads)} 名专家，每人 {spread} 份；回避 {barred} 处；结果在 {ASSIGNMENT}"
    )


__all__ = ["command"]
