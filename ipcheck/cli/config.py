"""``ipcheck config``: the settings in force, and why each check runs or does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.check.extras import missing
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.options import choosing, settings_from
from ipcheck.config import option_names, shipped_profiles
from ipcheck.plugins import load_checks
from ipcheck.readers.limits import KNOWN


@click.command("config", cls=ChineseHelp)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径…]")
@choosing
def command(paths: tuple[Path, ...], **choice: Any) -> None:
    """显示生效的设置，以及每项检查为什么运行或者不运行。"""
    settings = settings_from(**choice, paths=paths)
    click.echo(f"设置文件：{settings.source or '（无，用默认设置）'}")
    profiles = shipped_profiles()
    title = profiles[settings.profile].title if settings.profile in profiles else "自定"
    click.echo(f"方案：{settings.profile}（{title}）")
    click.echo(f"法律日期：{settings.as_of.isoformat()}")
    click.echo(f"退出码：发现达到 {settings.fail_on} 时为 1；进程数 {settings.jobs}")
    click.echo("单个文件的上限（[limits]）：")
    for limit in KNOWN.values():
        click.echo(f"  {limit.key} = {limit.as_toml(getattr(settings.limits, limit.field))}（{limit.what}）")
    click.echo("检查目录：" + "、".join(folder.as_posix() for folder in settings.check_folders))
    loaded = load_checks(settings.check_folders)
    for check in loaded.checks:
        name = check.check_name()
        runs = settings.runs(check)
        if any(wish for wish in settings.ignore if wish in (check.code, name) or check.code.startswith(wish)):
            why = "被 ignore 关闭"
        elif settings.select:
            why = "在 select 中" if runs else "不在 select 中"
        else:
            why = "默认运行" if check.default else "默认不运行" if not runs else "方案包括它"
        lacking = missing(check.requires)
        if runs and lacking:
            runs, why = False, lacking
        level = settings.levels.get(name)
        extra = f"，级别改为{level.chinese}" if level else ""
        values = option_names(check) | {
            key.replace("_", "-"): value for key, value in settings.options.get(name, {}).items()
        }
        shown = "；".join(f"{key} = {value!r}" for key, value in values.items())
        click.echo(f"{'+' if runs else '-'} {check.code} {name}：{why}{extra}" + (f"（{shown}）" if shown else ""))
