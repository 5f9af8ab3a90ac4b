"""``--fix`` and ``--diff``: copies of the files with safe fixes, or what would change, on the screen."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ipcheck.model import Report
from ipcheck.reporters.fixes import Names, diff
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clean

if TYPE_CHECKING:
    from ipcheck.reporters.fixed_copies import FixedCopy

Command = TypeVar("Command", bound=Callable[..., Any])
_MOST_TOLD = 20


def fixing(function: Command) -> Command:
    """Options that fix: --fix --diff."""
    function = click.option(
        "--diff", is_flag=True, help="在屏幕上显示会改哪些行，不显示报告（不写文件，除非同用 --fix）"
    )(function)
    return click.option("--fix", is_flag=True, help="写一份改好的副本（只改不影响含义的），.docx 里写成修订")(function)


def fixed(
    report: Report, sources: Sources, folder: Path | None, *, write: bool, show: bool, texts_only: bool = False
) -> list[tuple[Path, bytes]]:
    """The copies to write, into ``folder`` or beside their files; with ``show`` the difference goes to the screen.

    ``texts_only``: the copies of .docx files are made elsewhere (by the Word report). What is not fixed is told.
    """
    # By name: it reads .docx with lxml, which only those pay for who fix something.
    copies: list[FixedCopy] = list(
        importlib.import_module("ipcheck.reporters.fixed_copies").fixed_copies(report, sources)
    )
    made: list[tuple[Path, bytes]] = []
    names: dict[Path, Names] = {}
    inputs = [item.path for item in report.inputs]
    for copy in copies:
        if show:
            _show(diff(copy.path, copy.before, copy.after))
        if write and copy.taken and copy.data is None:
            click.echo(f"{copy.path}：标准输入没有副本可写，请用 --diff 看改法", err=True)
        if write and copy.taken and copy.data is not None and not (texts_only and copy.before and _is_word(copy)):
            place = folder if folder is not None else sources.file(copy.path).parent
            target = place / names.setdefault(place, Names(inputs)).copy(copy.path, copy.suffix)
            made.append((target, copy.data))
            click.echo(f"{target.as_posix()}：改 {len(copy.taken)} 处", err=True)
        for record, reason in copy.left[:_MOST_TOLD]:
            click.echo(
                clean(f"{copy.path} {record.words.source}：“{record.words.text}”未自动修改（{reason}）"), err=True
            )
        if len(copy.left) > _MOST_TOLD:
            click.echo(f"{copy.path}：另有 {len(copy.left) - _MOST_TOLD} 处未自动修改", err=True)
    if not any(copy.taken or copy.left for copy in copies):
        click.echo("没有可以自动修改的地方：只改意思肯定不变的；报告里的“改为”请自己判断、自己改", err=True)
    return made


def _show(changes: str) -> None:
    """Write to standard output; on a terminal without control characters, by which a draft could steer it."""
    if sys.stdout.isatty():
        changes = "".join(clean(line) + "\n" for line in changes.split("\n")[:-1])
    click.echo(changes, nl=False)


def _is_word(copy: FixedCopy) -> bool:
    return copy.suffix.startswith((".doc", ".dot"))


__all__ = ["fixed", "fixing"]
