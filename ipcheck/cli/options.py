"""Options that several commands share, and how settings and reports are made from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click

from ipcheck.cli.reports import read_report
from ipcheck.cli.targets import pairs
from ipcheck.config import ConfigError, Settings, Wishes, make_settings
from ipcheck.config.limits import limits_of
from ipcheck.model import Failure, Level, Report
from ipcheck.readers.limits import DEFAULT, KNOWN
from ipcheck.reporters.formats import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


def choosing(function: Command) -> Command:
    """Options that choose checks, and those of ``limiting``: --config --profile --checks --select --ignore --as-of."""
    for option in reversed(
        (
            click.option(
                "--config",
                type=click.Path(path_type=Path),
                metavar="文件",
                help="设置文件（默认：当前目录或者文件旁的 ipcheck.toml）",
            ),
            click.option("--profile", metavar="名称", help="检查方案：default、strict 或者设置文件里自定的"),
            click.option(
                "--checks",
                "check_dirs",
                multiple=True,
                type=click.Path(path_type=Path),
                metavar="文件夹",
                help="另加一个检查目录（可重复）",
            ),
            click.option(
                "--select",
                multiple=True,
                metavar="编号",
                help="只运行这些检查：编号、名称或者编号开头（可重复、可用逗号）",
            ),
            click.option("--ignore", multiple=True, metavar="编号", help="不运行这些检查"),
            click.option("--as-of", metavar="日期", help="按哪一天的法律（默认今天）"),
            click.option(
                "--accepted",
                type=click.Path(path_type=Path),
                metavar="文件",
                help="已接受的发现（默认：当前目录和文件旁的 ipcheck-accepted.toml）",
            ),
        )
    ):
        function = option(function)
    return limiting(function)


def limiting(function: Command) -> Command:
    """Options that bound what a file may take: --max-file-size and its like, as ``limits`` by key."""

    def keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
        limits = context.params.setdefault("limits", {})
        if value is not None:
            limits[next(limit.key for limit in KNOWN.values() if limit.field == parameter.name)] = value

    for limit in reversed([limit for limit in KNOWN.values() if limit.option]):
        default = limit.as_toml(getattr(DEFAULT, limit.field)).strip('"')
        function = click.option(
            limit.option,
            limit.field,
            metavar={"size": "大小", "seconds": "秒数", "count": "个数"}[limit.unit],
            help=f"{limit.what}至多这么多（默认 {default}）",
            callback=keep,
            expose_value=False,
            is_eager=True,
        )(function)
    return function


def delivering(function: Command) -> Command:
    """Options that shape the report: --format --output --fail-on --templates -q -v --summary --no-color."""
    function = _fitting(function)
    for option in reversed(
        (
            click.option(
                "--format",
                "formats",
                multiple=True,
                type=click.Choice(tuple(FORMATS)),
                help="报告格式（可与 --output 成对重复）",
            ),
            click.option(
                "--output", "outputs", multiple=True, type=click.Path(path_type=Path), help="报告写到文件或者文件夹"
            ),
            click.option(
                "--fail-on",
                type=click.Choice(("error", "warning", "advice", "never")),
                help="达到这一级就以 1 退出（默认 error）",
            ),
            click.option(
                "--templates",
                metavar="文件夹",
                type=click.Path(path_type=Path),
                help="html 报告先用这个目录里自己的模板",
            ),
            click.option("-q", "--quiet", is_flag=True, help="每个发现一行"),
            click.option("-v", "--verbose", is_flag=True, help="附上法条摘要和已接受的发现"),
            click.option("--summary", is_flag=True, help="只显示汇总：各级多少、哪些检查、哪些文件最多"),
            click.option("--no-color", is_flag=True, help="不用颜色"),
        )
    ):
        function = option(function)
    return function


def _fitting(function: Command) -> Command:
    """The command, told before it begins what of --format and --output does not fit: checking may take minutes."""

    @wraps(function)
    def command(*arguments: Any, **values: Any) -> Any:
        if (values["formats"] or values["outputs"]) and not values.get("tree"):
            pairs(values["formats"], values["outputs"])
        return function(*arguments, **values)

    return cast(Command, command)


def reporting(function: Command) -> Command:
    """Options of ``delivering`` and those of a run that checks: --new-since --jobs."""
    for option in (
        click.option(
            "--jobs", type=int, help="同时用几个进程（默认 Linux 上有几个处理器就用几个，至多4；Windows、macOS 上 1）"
        ),
        click.option(
            "--new-since",
            type=click.Path(path_type=Path),
            metavar="报告.json",
            # Read before anything is checked: a wrong file is told at once.
            callback=lambda _, __, path: read_report(path) if path is not None else None,
            help="只列比这份 JSON 报告新增的发现和已改好的发现；退出码只看新增的",
        ),
    ):
        function = option(function)
    return delivering(function)


def settings_from(
    *,
    config: Path | None,
    profile: str | None,
    check_dirs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: str | None,
    accepted: Path | None = None,
    kind: str = "",
    jobs: int | None = None,
    fail_on: str | None = None,
    paths: tuple[Path, ...] = (),
    room: str | None = None,
    limits: Mapping[str, str] | None = None,
) -> Settings:
    """The settings these options ask for. Ends the command with exit code 2 and every fault, if there are any."""
    wishes = Wishes(
        config=config,
        profile=profile,
        select=_split(select),
        ignore=_split(ignore),
        checks=check_dirs,
        as_of=as_of,
        accepted=accepted,
        kind=kind,
        jobs=jobs,
        fail_on=fail_on,
        paths=paths,
        room=room,
        limits=limits or {},
    )
    try:
        return make_settings(wishes)
    except ConfigError as error:
        for problem in error.problems:
            click.echo(f"设置有误：{problem}", err=True)
        raise click.exceptions.Exit(2) from error


def bounded(limits: Mapping[str, str], kind: str = "") -> Settings:
    """Settings for a command that checks nothing: only the limits count. Ends the command with every fault."""
    problems: list[str] = []
    found = limits_of({}, limits, lambda message, asked: problems.append(f"{asked}：{message}"))
    for problem in problems:
        click.echo(f"设置有误：{problem}", err=True)
    if problems:
        raise click.exceptions.Exit(2)
    return Settings(kind=kind, limits=found)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(piece.strip() for value in values for piece in value.split(",") if piece.strip())


def tell_failures(failures: Sequence[Failure]) -> None:
    """Write failures to standard error and end with exit code 2 if there are any."""
    for failure in failures:
        click.echo(f"{failure.path}：{failure.message}", err=True)
    if failures:
        raise click.exceptions.Exit(2)


def exit_code(report: Report, fail_on: str) -> int:
    """0 nothing at or above ``fail_on``, 1 findings at or above it, 2 something could not be done."""
    if report.failures:
        return 2
    if fail_on == "never":
        return 0
    return int(any(record.level.rank >= Level(fail_on).rank for record in report.open))
