"""``ipcheck checks``: list all checks."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from ipcheck.check import Check, load_checklist, load_measured
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import put_utf8
from ipcheck.config import check_folders
from ipcheck.places import profile_tables
from ipcheck.plugins import load_checks
from ipcheck.reporters.reference import markdown, room_page
from ipcheck.trademark import TrademarkCheck
from ipcheck.trademark.lists import shipped_lists


def lists_of(check: type[Check[Any]]) -> list[dict[str, str | None]]:
    """The word lists that a trademark check looks into: name, source and date; the user's own have none."""
    if not issubclass(check, TrademarkCheck):
        return []
    known = shipped_lists()
    found: list[dict[str, str | None]] = []
    for name in check.uses:
        words = known.get(name)
        source = words.source if words is not None else "自备（--lists）"
        seen = words.seen.isoformat() if words is not None and words.seen is not None else None
        found.append({"name": name, "source": source, "seen": seen})
    return found


def entry(check: type[Check[Any]]) -> dict[str, Any]:
    """A check as ``--format json`` shows it."""
    return {
        "code": check.code,
        "name": check.check_name(),
        "room": check.room,
        "level": check.level.value,
        "kinds": [str(kind) for kind in check.kinds],
        "basis": [{"law": cited.law, "article": cited.article, "verified": cited.verified} for cited in check.basis],
        "fixable": check.fixable(),
        "default": check.default,
        "explain": check.explain(),
        # Only checks that look into word lists have this key.
        **({"lists": used} if (used := lists_of(check)) else {}),
    }


@click.command("checks", cls=ChineseHelp)
@click.option("--room", type=click.Choice(("patent", "abnormal", "trademark", "agency")), help="只列一个房间的")
@click.option("--format", "format_", type=click.Choice(("text", "json", "markdown")), default="text", help="格式")
@click.option(
    "--checks", "check_dirs", multiple=True, type=click.Path(path_type=Path), metavar="文件夹", help="另加一个检查目录"
)
def command(room: str | None, format_: str, check_dirs: tuple[Path, ...]) -> None:
    """列出全部检查：编号、名称、级别、依据。"""
    folders = check_folders(check_dirs)
    loaded = load_checks(folders, room)
    if format_ == "json":
        items = load_checklist(folders, room)
        listed = {
            "checks": [entry(check) for check in loaded.checks],
            "checklist": [
                {"name": item.name, "room": item.room, "why": item.why, "look_at": item.look_at} for item in items
            ],
        }
        put_utf8(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    elif format_ == "markdown":
        # Without a room the index of all checks; with one that room's checks, each whole.
        page = (
            room_page(room, loaded.checks, date.today(), load_measured(folders), profile_tables())
            if room
            else markdown(loaded.checks, load_checklist(folders))
        )
        put_utf8(page)
    else:
        for check in loaded.checks:
            marks = ("" if check.default else "（默认不运行）") + ("（可改）" if check.fixable() else "")
            used = "、".join(f"{item['name']}（{item['seen'] or '自备'}）" for item in lists_of(check))
            marks += f"（名单：{used}）" if used else ""
            summary = check.explain().split("\n", 1)[0].rstrip("。")
            click.echo(f"{check.code} {check.level.chinese} {check.check_name()}{marks}：{summary}")
        click.echo(f"共 {len(loaded.checks)} 项检查。")
    for path, message in loaded.failures:
        click.echo(f"检查文件没有加载：{path}：{message}", err=True)
    if loaded.failures:
        raise click.exceptions.Exit(2)
