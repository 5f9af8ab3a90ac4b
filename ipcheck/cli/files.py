"""Writing files whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click


def write_whole(target: Path, content: str | bytes) -> None:
    """Write ``content`` to ``target`` whole or not at all: to a temporary file beside it, then renamed.

    Ends the command with a sentence and exit code 2 when it cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=".ipcheck-", delete=False) as file:
            temporary = file.name
            file.write(data)
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        click.echo(f"写不进 {target.as_posix()}：{error.strerror or error}；原有文件没有改动", err=True)
        raise click.exceptions.Exit(2) from error


__all__ = ["write_whole"]
