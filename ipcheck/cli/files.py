"""Writing files whole or not at all, and what the user is told when that fails."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.whole import why, write_atomically


def write_whole(target: Path, content: str | bytes) -> None:
    """Write ``content`` to ``target`` whole or not at all.

    Ends the command with a sentence and exit code 2 when it cannot be written.
    """
    try:
        write_atomically(target, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        click.echo(f"写不进 {target.as_posix()}：{why(error)}；原有文件没有改动", err=True)
        raise click.exceptions.Exit(2) from error


def put_utf8(content: str) -> None:
    """Write what a program will read to standard output: UTF-8, whatever the console speaks.

    A Chinese Windows gives a redirected stream GBK; JSON and XML in it would be read wrongly, and what GBK does not
    hold would be escaped in a way that JSON does not know.
    """
    click.echo(content.encode("utf-8"), nl=False)


__all__ = ["put_utf8", "write_whole"]
