"""``ipcheck explain``: everything about one check."""

from __future__ import annotations

import difflib
import importlib
from datetime import date
from pathlib import Path

import click

from ipcheck.check import CheckError, Leaflet, find_leaflet, load_checklist, load_measured
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.places import profile_tables, shipped
from ipcheck.reporters.reference import explain_lines


@click.command("explain", cls=ChineseHelp)
@click.argument("names", nargs=-1, metavar="[编号|名称…]")
@click.option("--checklist", is_flag=True, help="列出程序不判断、要人来看的项目")
@click.option(
    "--room", type=click.Choice(("patent", "abnormal", "trademark", "agency")), help="--checklist 只列一个房间的"
)
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="按哪一天的法律（默认今天）")
@click.option(
    "--checks", "check_dirs", multiple=True, type=click.Path(path_type=Path), metavar="文件夹", help="另加一个检查目录"
)
def command(
    names: tuple[str, ...], checklist: bool, room: str | None, as_of: object, check_dirs: tuple[Path, ...]
) -> None:
    """解释检查：查什么、为什么、怎么改，依据，好例与坏例。"""
    day = getattr(as_of, "date", date.today)()
    folders = [shipped("checks"), *check_dirs]
    if checklist:
        try:
            items = load_checklist(folders, room)
        except CheckError as error:
            click.echo(str(error), err=True)
            raise click.exceptions.Exit(2) from error
        for item in items:
            click.echo(f"□ {item.name}\n  看什么：{item.look_at}\n  为什么不由程序判断：{item.why}")
    elif room is not None:
        raise click.UsageError("--room 和 --checklist 一起用；一个房间的检查见 ipcheck checks --room")
    elif not names:
        raise click.UsageError("写上检查的编号或者名称，如 ipcheck explain CLM020；全部检查见 ipcheck checks")
    missing = False
    measured, profiles = load_measured(folders), profile_tables()
    for number, name in enumerate(names):
        found = find_leaflet(folders, name)
        leaflets = [found] if found else _loaded(check_dirs, name)
        missing = missing or not leaflets
        for leaflet in leaflets:
            if number:
                click.echo()
            click.echo("\n".join(explain_lines(leaflet, day, measured, profiles)))
    if missing:
        raise click.exceptions.Exit(2)


def _loaded(check_dirs: tuple[Path, ...], name: str) -> list[Leaflet]:
    """The leaflets of the checks that ``name`` means, by loading them all.

    For groups (CLM), misspellings, and the folders that the working directory's ipcheck.toml names.
    """
    plugins = importlib.import_module("ipcheck.plugins")
    config = importlib.import_module("ipcheck.config")
    checks = plugins.load_checks(config.check_folders(check_dirs)).checks
    found = [Leaflet.of(check) for check in checks if config.matches(name, check)]
    if not found:
        known = [word for check in checks for word in (check.code, check.check_name())]
        close = difflib.get_close_matches(name, known, n=1)
        click.echo(f"没有这项检查：{name}" + (f"；是不是想写 {close[0]}？" if close else ""), err=True)
    return found
