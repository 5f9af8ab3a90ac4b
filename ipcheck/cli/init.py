"""``ipcheck init``: a configuration with explanations."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.options import write_whole
from ipcheck.config import CONFIG_NAME
from ipcheck.plugins import shipped


@click.command("init", cls=ChineseHelp)
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[DIR]")
def command(folder: Path) -> None:
    """在目录里放一份带说明的 ipcheck.toml；已有的文件不覆盖。"""
    target = folder / CONFIG_NAME
    if target.exists():
        click.echo(f"{target.as_posix()} 已经存在，没有改动；要重来请先改名或者删除它", err=True)
        raise click.exceptions.Exit(2)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        click.echo(f"目录建不了：{folder.as_posix()}（{error.strerror or error}）", err=True)
        raise click.exceptions.Exit(2) from error
    write_whole(target, (shipped("templates") / CONFIG_NAME).read_text(encoding="utf-8"))
    click.echo(f"已写好 {target.as_posix()}")
