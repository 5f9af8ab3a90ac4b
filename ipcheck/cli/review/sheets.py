"""``ipcheck review sheets``: workbooks for the experts, forms for the files."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.check.extras import missing
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.machine import machine_reports
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.review.filling import write_sheets
from ipcheck.review.folder import FORMS, SHEETS, Folder


@click.command("sheets", cls=ChineseHelp)
@FOLDER
@writing
def command(folder: Path, again: bool, by: str | None) -> None:
    """给每名专家写一份评分表（.xlsx），给每份案卷写一张评分单（.docx）。

    评分表里有取值范围、机检发现和位置；填过的评分表不会被覆盖。
    """

    def work(evaluation: Folder) -> list[str]:
        return write_sheets(evaluation, machine_reports(evaluation), again=again)

    if lacking := missing(("docxtpl",)):
        raise click.UsageError(lacking)
    fresh = run(folder, "sheets", by, work)
    sheets = sum(name.startswith(SHEETS) for name in fresh)
    click.echo(f"新写 {sheets} 份评分表（{SHEETS}/）、{len(fresh) - sheets} 张评分单（{FORMS}/）")


__all__ = ["command"]
