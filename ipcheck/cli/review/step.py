"""What all steps of an evaluation have in common on the command line."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from ipcheck.review.errors import ReviewError
from ipcheck.review.folder import Folder

Command = TypeVar("Command", bound=Callable[..., Any])
Result = TypeVar("Result")

FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="评查文件夹")


def writing(function: Command) -> Command:
    """Options of a step that writes results: --again --by."""
    function = click.option("--by", metavar="姓名", help="谁在操作（记入日志；默认系统的用户名）")(function)
    return click.option("--again", is_flag=True, help="结果已有且不同时重来（旧的移到 旧/ 里保留）")(function)


def run(folder: Path, step: str, by: str | None, work: Callable[[Folder], Result], *, looking: bool = False) -> Result:
    """Do a step's work over the folder and log it; problems go to standard error, one a line, with exit code 2.

    A step that only looks (``looking``) writes nothing unless somebody says who looks: the log is the evidence of it.
    Where it cannot be written then, that is told.
    """
    evaluation = Folder(folder)
    try:
        if not folder.is_dir():
            raise ReviewError(f"没有文件夹 {folder.as_posix()}；新建用 ipcheck review init")
        result = work(evaluation)
        if looking and not by:
            return result
        try:
            evaluation.log(step, by or _user())
        except ReviewError as error:
            if not looking:
                raise
            click.echo(f"没有记入日志：{error}", err=True)
    except ReviewError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        raise click.exceptions.Exit(2) from error
    return result


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "（不明）"


__all__ = ["FOLDER", "run", "writing"]
