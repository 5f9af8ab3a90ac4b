"""``ipcheck help``: the guides that ship with ipcheck."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.places import shipped


def guides() -> dict[str, tuple[str, Path]]:
    """The guides: topic → title, file."""
    found = {}
    for path in sorted((shipped("templates") / "guides").glob("*.md")):
        with path.open(encoding="utf-8") as stream:
            found[path.stem] = (stream.readline().lstrip("# ").strip(), path)
    return found


@click.command("help", cls=ChineseHelp)
@click.argument("topic", required=False, metavar="[题目]")
def command(topic: str | None) -> None:
    """显示随附的指南；不写题目时列出有哪些。"""
    known = guides()
    if topic is None:
        width = max(map(len, known))
        for name, (title, _) in known.items():
            click.echo(f"{name:{width}}  {title}")
        click.echo("看一份：ipcheck help agents；命令的用法：ipcheck patent --help")
    elif topic in known:
        click.echo(known[topic][1].read_text("utf-8"), nl=False)
    else:
        near = difflib.get_close_matches(topic, known, n=1)
        meant = f"，是不是想看 {near[0]}" if near else ""
        raise click.UsageError(f"没有题目 {topic}{meant}；有 {'、'.join(known)}")


__all__ = ["command", "guides"]
