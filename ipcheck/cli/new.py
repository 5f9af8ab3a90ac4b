"""``ipcheck new``: a check from the template."""

from __future__ import annotations

import re
from pathlib import Path

import click

from ipcheck.check import kebab_name
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.plugins import load_checks, shipped


@click.command("new", cls=ChineseHelp)
@click.argument("code", metavar="编号")
@click.argument("name", metavar="名称")
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[文件夹]")
def command(code: str, name: str, folder: Path) -> None:
    """按模板新建一项专利检查：编号如 MYC001，名称用小写英文和连字符，说的是毛病，如 cup-without-lid。"""
    problems = []
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        problems.append(f"编号应为三个大写字母加三位数字，如 MYC001，不能是 {code}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        problems.append(f"名称应为小写英文加连字符，如 cup-without-lid，不能是 {name}")
    class_name = "".join(piece.capitalize() for piece in name.split("-"))
    if not problems and kebab_name(class_name) != name:
        problems.append(f"名称里的数字和单个字母不能自成一词（由类名 {class_name} 得不出来），请改写 {name}")
    folders = [shipped("checks"), *([folder] if folder.is_dir() else [])]
    problems += [
        f"已经有检查用了 {word}"
        for check in load_checks(folders).checks
        for word in (check.code, check.check_name())
        if word in (code, name)
    ]
    target = folder / f"{name.replace('-', '_')}.py"
    if target.exists():
        problems.append(f"文件已经存在：{target.as_posix()}")
    if problems:
        for problem in problems:
            click.echo(problem, err=True)
        raise click.exceptions.Exit(2)
    template = (shipped("templates") / "new_check.py.txt").read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(target, template.replace("__CODE__", code).replace("__CLASS__", class_name))
    click.echo(f"已写好 {target.as_posix()}；先改例子，再写 find，然后运行 ipcheck test {folder.as_posix()}")
