"""``ipcheck review verify``: draw again and compare."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.step import FOLDER, run
from ipcheck.review.steps import verify


@click.command("verify", cls=ChineseHelp)
@FOLDER
@click.option("--by", metavar="姓名", help="谁在核对：写了就记入 日志.jsonl，不写什么文件也不动")
def command(folder: Path, by: str | None) -> None:
    """按名册、种子和案卷重算抽样：相同退出码 0；不同退出码 1，并说出每一处。"""
    found = run(folder, "verify", by, verify, looking=True)
    for told in found:
        click.echo(told)
    click.echo(f"不同：{len(found)} 处" if found else "相同：名册、种子、案卷的字节和抽样结果都对得上")
    raise click.exceptions.Exit(int(bool(found)))


__all__ = ["command"]
