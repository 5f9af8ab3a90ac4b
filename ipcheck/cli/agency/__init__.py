"""``ipcheck agency``: a folder is checked; credit, lists and record are further commands."""

from __future__ import annotations

import importlib
from typing import Any

import click

from ipcheck.cli.lazy import LazyGroup

MORE = {
    "credit": ("ipcheck.cli.agency.credit", "信用计分自测：按协会给出的分值表"),
    "lists": ("ipcheck.cli.agency.lists", "负面清单：哪些情形会让机构或者个人列入哪个名单"),
    "record": ("ipcheck.cli.agency.record", "尽职留痕：一个案件查了什么、谁接受了什么，签名存档"),
}


class _OrCheck(LazyGroup):
    """The command ``check`` under the group's own name, unless the first word is one of the further commands."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the group, or of the command that checks a folder."""
        if args and args[0] in MORE:
            return super().make_context(info_name, args, parent, **extra)
        check: click.Command = importlib.import_module("ipcheck.cli.agency.check").command
        return check.make_context(info_name, args, parent, **extra)


@click.group("agency", cls=_OrCheck, table=MORE, subcommand_metavar="命令 …")
def command() -> None:
    """代理机构自查。"""


__all__ = ["command"]
