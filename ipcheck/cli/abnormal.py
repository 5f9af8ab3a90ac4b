"""``ipcheck abnormal``: clues to 非正常专利申请 in a batch of drafts, against a history, in a register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.delivery import deliver
from ipcheck.cli.options import choosing, reporting, settings_from
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.model import Report
from ipcheck.reporters.formats import Look


@click.command("abnormal", cls=ChineseHelp)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="路径…")
@click.option(
    "--history", type=click.Path(path_type=Path), metavar="索引", help="历史索引的目录（ipcheck index build）"
)
@click.option("--register", type=click.Path(path_type=Path), metavar="文件", help="申请台账（.csv .xlsx）")
@choosing
@reporting
def command(
    paths: tuple[Path, ...],
    history: Path | None,
    register: Path | None,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    fail_on: str | None,
    templates: Path | None,
    jobs: int | None,
    new_since: Report | None,
    summary: bool,
    quiet: bool,
    verbose: bool,
    no_color: bool,
    **choice: Any,
) -> None:
    """查非正常专利申请的风险线索（局令第77号），只提示、不下结论。

    路径是文件、案件文件夹或者“-”（从标准输入读文字）；也可以只给 --register。
    件数多时用 --jobs 让几个进程同时读文件、比对；结果与进程数无关。
    """
    if not paths and register is None:
        raise click.UsageError("请给出要查的文件夹或者文件，或者用 --register 给出台账")
    files = tuple(path for path in paths if str(path) != "-")
    settings = settings_from(**choice, jobs=jobs, fail_on=fail_on, paths=files, room="abnormal")
    stdin = sys.stdin.buffer.read() if len(files) < len(paths) else None
    report = check_abnormal(files, settings, history=history, register=register, stdin=stdin)
    deliver(
        report,
        formats=formats,
        outputs=outputs,
        fail_on=settings.fail_on,
        look=Look(quiet=quiet, verbose=verbose, summary=summary, templates=templates),
        new_since=new_since,
        no_color=no_color,
        stdin=stdin,
    )


__all__ = ["command"]
