"""A group that imports a command only when it is called."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp, write_table


class LazyGroup(ChineseHelp, click.Group):
    """A group whose commands are named in a table and imported on use.

    ``table``: name → (module, one line of help); the module's ``command`` is the click command.
    """

    def __init__(self, *arguments: Any, table: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._table = table

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(self._table)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, with a Chinese sentence for a name that is none."""
        if args[0] not in self._table and not args[0].startswith("-"):
            raise click.UsageError(f"没有命令 {args[0]}，有：{'、'.join(self._table)}", ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, None if there is none of that name."""
        if cmd_name not in self._table:
            return None
        command: click.Command = importlib.import_module(self._table[cmd_name][0]).command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without importing anything."""
        with formatter.section("命令"):
            write_table(formatter, [(name, text) for name, (_, text) in self._table.items()])


__all__ = ["LazyGroup"]
