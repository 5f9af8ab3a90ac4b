"""``ipcheck review appeal``: reopen the score of a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.step import FOLDER, run
from ipcheck.review.filling import appeal
from ipcheck.review.folder import APPEALS


@click.command("appeal", cls=ChineseHelp)
@FOLDER
@click.option("--file", "code", required=True, metavar="卷号", help="哪一份案卷")
@click.option("--reason", required=True, metavar="理由", help="复议的理由")
@click.option("--by", required=True, metavar="姓名", help="谁申请的复议")
@click.option("--date", "day", type=click.DateTime(("%Y-%m-%d",)), metavar="日期", help="哪一天（默认今天）")
def command(folder: Path, code: str, reason: str, by: str, day: object) -> None:
    """记下一份复议，重新打开这份案卷的成绩，并指派另一名无利害关系的专家。

    之后运行 sheets、collect、score --again；变了的每一个数在 成绩变化.json。
    """
    on = day.date() if hasattr(day, "date") else date.today()
    entry = run(folder, "appeal", by, lambda evaluation: appeal(evaluation, code, reason, by, on))
    click.echo(f"{entry['code']} 复议，由 {entry['expert']} 重评；记在 {APPEALS}")


__all__ = ["command"]
