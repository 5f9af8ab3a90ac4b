"""``ipcheck init``: a configuration with explanations, and the blank tables of a room."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.abnormal.columns import COLUMNS
from ipcheck.agency.folder import FILE
from ipcheck.agency.tables import TABLES
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.config import CONFIG_NAME
from ipcheck.plugins import shipped
from ipcheck.trademark.columns import application_template, register_template
from ipcheck.trademark.lists import LIST_COLUMNS, USER_LISTS
from ipcheck.whole import why


@click.command("init", cls=ChineseHelp)
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[文件夹]")
@click.option(
    "--room",
    type=click.Choice(("patent", "abnormal", "trademark", "agency", "credit", "ci")),
    default="patent",
    help="abnormal：空白的专利申请台账；trademark：空白的商标申请表、台账和名单；agency：机构情况和空白的各表；"
    "credit：信用计分的空白分值表；ci：流水线和编辑器的样板（GitHub、GitLab、pre-commit、VS Code）",
)
def command(folder: Path, room: str) -> None:
    """在目录里放一份带说明的 ipcheck.toml，或者一个房间的空白表格；已有的文件不覆盖。"""
    blanks = {
        "patent": _config,
        "abnormal": _register,
        "trademark": _trademark_tables,
        "agency": _agency,
        "credit": _credit,
        "ci": _pipelines,
    }[room]()
    for name in blanks:
        if (folder / name).exists():
            click.echo(f"{(folder / name).as_posix()} 已经存在，没有改动；要重来请先改名或者删除它", err=True)
            raise click.exceptions.Exit(2)
    for name, blank in blanks.items():
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            click.echo(f"目录建不了：{target.parent.as_posix()}（{why(error)}）", err=True)
            raise click.exceptions.Exit(2) from error
        write_whole(target, blank)
        click.echo(f"已写好 {target.as_posix()}")


# Spreadsheets take a file for UTF-8 only by its mark.
_MARK = "\ufeff"


def _config() -> dict[str, str]:
    return {CONFIG_NAME: (shipped("templates") / CONFIG_NAME).read_text("utf-8")}


def _credit() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(shipped("templates").glob("credit-*.toml"))}


def _pipelines() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((shipped("templates") / "ci").iterdir())}


def _register() -> dict[str, str]:
    return {"申请台账.csv": _MARK + COLUMNS.template()}


def _trademark_tables() -> dict[str, str]:
    lists = {
        f"名单/{name}.csv": _MARK + ",".join((name, *LIST_COLUMNS.get(name, ()), "起", "止", "说明", "来源")) + "\n"
        for name in USER_LISTS
    }
    tables = {"商标申请.csv": _MARK + application_template(), "商标台账.csv": _MARK + register_template()}
    return {**tables, **lists}


def _agency() -> dict[str, str]:
    particulars = {FILE: (shipped("templates") / FILE).read_text("utf-8")}
    return {**particulars, **{f"{kind.name}.csv": _MARK + kind.template() for kind in TABLES}}
