"""``ipcheck review blind``: copies without names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.review.blinding import blind
from ipcheck.review.folder import BLIND, BLIND_KEY, Folder


@click.command("blind", cls=ChineseHelp)
@FOLDER
@writing
def command(folder: Path, again: bool, by: str | None) -> None:
    """给抽中的案卷做匿名的副本，放进 匿名卷/，卷号与机构的对照表另存。

    隐去机构、代理师、申请人、发明人、电话、邮箱、证件号；去掉页眉页脚、文档属性、批注和修改者。
    做完再查一遍，还有名称的不放进去并说出位置。图片里的字不看，请人工过一遍附图。
    """

    def work(evaluation: Folder) -> dict[str, Any]:
        return blind(evaluation, again=again)

    result = run(folder, "blind", by, work)
    done = sum(bool(item["files"]) for item in result["codes"])
    click.echo(f"{done} 份案卷在 {BLIND}/；对照表 {BLIND_KEY} 请与匿名卷分开保管")
    for told in result["problems"]:
        click.echo(told, err=True)
    raise click.exceptions.Exit(2 if result["problems"] else 0)


__all__ = ["command"]
