"""``ipcheck review report``: the reports of an evaluation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.machine import machine_reports
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.model.shapes import misfits
from ipcheck.review.errors import ReviewError
from ipcheck.review.folder import REPORTS, Folder
from ipcheck.review.publishing import publish
from ipcheck.review.shapes import SCORES_SHAPE
from ipcheck.toml_text import told_plainly


@click.command("report", cls=ChineseHelp)
@FOLDER
@writing
@click.option(
    "--previous", multiple=True, type=click.Path(path_type=Path), metavar="成绩.json", help="以前各次的成绩（早的在前）"
)
@click.option("--templates", type=click.Path(path_type=Path), metavar="文件夹", help="自己的模板，先于自带的")
def command(folder: Path, again: bool, by: str | None, previous: tuple[Path, ...], templates: Path | None) -> None:
    """写报告：公布的（HTML、XLSX）、给每家机构的反馈（HTML）、给主管部门的表（CSV）。"""

    def work(evaluation: Folder) -> list[str]:
        return publish(
            evaluation, machine_reports(evaluation), previous=_earlier(previous), templates=templates, again=again
        )

    names = run(folder, "report", by, work)
    click.echo(f"写好 {len(names)} 份报告，在 {REPORTS}/：公布报告.html 和 .xlsx、机构/、主管部门/")


def _earlier(paths: Sequence[Path]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in paths:
        try:
            scores = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError) as error:
            raise ReviewError(f"{path.as_posix()} 不是以前的 成绩.json（{told_plainly(error)}）") from error
        if fault := next(misfits(scores, SCORES_SHAPE), ""):
            raise ReviewError(f"{path.as_posix()} 不是以前的 成绩.json（{fault}）")
        found.append((scores["title"], scores))
    return found


__all__ = ["command"]
