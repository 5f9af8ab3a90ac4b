"""``ipcheck agency lists``: what would put the agency or a person on which negative list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.agency.lists import ListsError, list_reports, read_lists
from ipcheck.agency.lists_told import as_json, as_markdown, as_text
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.cli.options import choosing, settings_from, tell_failures
from ipcheck.engine.agency import look_at_agency
from ipcheck.model import Level
from ipcheck.plugins import shipped

_SHAPES = {"text": as_text, "json": as_json, "markdown": as_markdown}


@click.command("lists", cls=ChineseHelp)
@click.argument("folder", type=click.Path(path_type=Path), metavar="路径")
@click.option("--table", type=click.Path(path_type=Path), metavar="文件", help="名单与检查的对照（默认随包的一份）")
@choosing
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "advice", "never")),
    help="达到这一级就以 1 退出（默认 error）",
)
@click.option("--format", "shape", type=click.Choice(tuple(_SHAPES)), default="text", help="格式（默认 text）")
@click.option("--output", type=click.Path(path_type=Path), metavar="文件", help="写到文件")
def command(
    folder: Path, table: Path | None, fail_on: str | None, shape: str, output: Path | None, **choice: Any
) -> None:
    """负面清单自查：哪些情形会让机构或者个人列入哪个名单，证据在哪里，什么可以说明，怎么办。只是线索。

    路径是放着 agency.toml 和各表的文件夹。名单：非正常专利申请代理、恶意商标注册代理、无资质代理、经营异常名录、
    严重违法失信名单。没有给出的表没有查，报告里写明。
    """
    settings = settings_from(**choice, fail_on=fail_on, paths=(folder,), room="agency")
    try:
        lists = read_lists(table or shipped("templates") / "负面清单.toml")
    except ListsError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        raise click.exceptions.Exit(2) from error
    looked = look_at_agency(folder, settings)
    if not looked.report.subjects:
        tell_failures(looked.report.failures)
    reports = list_reports(lists, looked)
    content = _SHAPES[shape](looked, reports)
    if output is None:
        click.echo(content if shape == "text" else content.encode("utf-8"), nl=False)
    else:
        write_whole(output, content)
    tell_failures(looked.report.failures)
    if settings.fail_on != "never":
        least = Level(settings.fail_on).rank
        raise click.exceptions.Exit(int(any(clue.level.rank >= least for item in reports for clue in item.clues)))


__all__ = ["command"]
