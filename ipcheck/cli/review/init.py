"""``ipcheck review init``: the folder of a new evaluation."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.cli.review.step import FOLDER
from ipcheck.places import shipped
from ipcheck.review.folder import PLAN
from ipcheck.review.rosters import templates
from ipcheck.whole import why

_MARK = "\ufeff"


@click.command("init", cls=ChineseHelp)
@FOLDER
def command(folder: Path) -> None:
    """建一个评查文件夹：计划、评分方案、空白的机构、案卷、专家名册和回避申报；已有的文件不覆盖。"""
    shipped_files = shipped("templates") / "review"
    blanks = {
        PLAN: (shipped_files / PLAN).read_text("utf-8"),
        "评分方案.toml": (shipped_files / "评分方案.toml").read_text("utf-8"),
        **{f"{stem}.csv": _MARK + text for stem, text in templates().items()},
    }
    for name in blanks:
        if (folder / name).exists():
            click.echo(f"{(folder / name).as_posix()} 已经存在，没有改动；要重来请先改名或者删除它", err=True)
            raise click.exceptions.Exit(2)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        click.echo(f"文件夹建不了：{folder.as_posix()}（{why(error)}）", err=True)
        raise click.exceptions.Exit(2) from error
    for name, blank in blanks.items():
        write_whole(folder / name, blank)
        click.echo(f"已写好 {(folder / name).as_posix()}")


__all__ = ["command"]
