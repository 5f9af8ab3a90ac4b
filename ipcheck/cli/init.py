"""``ipcheck init``: a configuration with explanations, and the blank tables of a room."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.abnormal.columns import template
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.options import write_whole
from ipcheck.config import CONFIG_NAME
from ipcheck.plugins import shipped


@click.command("init", cls=ChineseHelp)
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[DIR]")
@click.option("--room", type=click.Choice(("patent", "abnormal")), default="patent", help="abnormal：空白的申请台账")
def command(folder: Path, room: str) -> None:
    """在目录里放一份带说明的 ipcheck.toml，或者一个房间的空白表格；已有的文件不覆盖。"""
    target = folder / (CONFIG_NAME if room == "patent" else "申请台账.csv")
    if target.exists():
        click.echo(f"{target.as_posix()} 已经存在，没有改动；要重来请先改名或者删除它", err=True)
        raise click.exceptions.Exit(2)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        click.echo(f"目录建不了：{folder.as_posix()}（{error.strerror or error}）", err=True)
        raise click.exceptions.Exit(2) from error
    # Spreadsheets take a file for UTF-8 only by its mark.
    blank = "\ufeff" + template() if room == "abnormal" else (shipped("templates") / CONFIG_NAME).read_text("utf-8")
    write_whole(target, blank)
    click.echo(f"已写好 {target.as_posix()}")
