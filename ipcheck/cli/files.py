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


__all__ = ["write_whole"]
