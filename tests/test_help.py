"""The help of every command is Chinese: headings, what values are called, columns that stand in line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest

from ipcheck.cli.main import main
from ipcheck.reporters.columns import width_of


def every_command(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from every_command(inner, click.Context(inner, info_name=name, parent=context))


COMMANDS = list(every_command(main, click.Context(main, info_name="ipcheck")))


@pytest.mark.parametrize(("command", "context"), COMMANDS, ids=[context.command_path for _, context in COMMANDS])
def test_what_values_are_called_is_chinese(command: click.Command, context: click.Context) -> None:
    for param in command.params:
        if not isinstance(param.type, click.Choice) and not (isinstance(param, click.Option) and param.is_flag):
            called = param.make_metavar(context)
            assert re.search(r"[\u4e00-\u9fff]", called) or called == "[A B]", (param.name, called)
    told = command.get_help(context)
    assert not re.search(r"\b(?:PATH|FILE|DIR|CODE|NAME|DATE|TEXT|INTEGER|INDEX|TABLE|OPTIONS)\b|%Y", told), told


def test_explanations_stand_in_one_column() -> None:
    command, context = next(pair for pair in COMMANDS if pair[1].command_path == "ipcheck patent")
    told = command.get_help(context).splitlines()
    starts = {
        width_of(line[: found.end()]) for line in told if (found := re.match(r"  -\S+(?:, --\S+)?(?: \S+)?  +", line))
    }
    assert len(starts) == 1
