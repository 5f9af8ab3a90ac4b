"""``ipcheck agency credit``: a credit score for the agency itself to know."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from ipcheck.agency.credit import CreditError, CreditTable, Score, State, read_credit_table, read_events, scores
from ipcheck.agency.credit.events import Events
from ipcheck.agency.credit.told import Trend, as_json, as_text, trend_text
from ipcheck.agency.looked import Looked
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.cli.options import choosing, settings_from, tell_failures
from ipcheck.config import Settings
from ipcheck.engine.agency import look_at_agency
from ipcheck.plugins import shipped

_SHIPPED = {
    "patent": ("credit-专利机构.toml", "credit-专利代理师.toml"),
    "trademark": ("credit-商标机构.toml",),
}
_MOST_MONTHS = 120


@click.command("credit", cls=ChineseHelp)
@click.argument("folder", type=click.Path(path_type=Path), metavar="路径")
@click.option(
    "--table",
    "tables",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="文件",
    help="协会或者机构填好分值的表（可重复；默认随包的空表，只有结构）",
)
@click.option(
    "--events",
    type=click.Path(path_type=Path),
    metavar="文件",
    help="机构各表里没有的：行业惩戒、约谈、判决、荣誉（列：指标、对象、日期、到期日、事项、凭证）",
)
@click.option("--without", multiple=True, metavar="案号", help="假设没有这一行：案号，或者 文件名:行号（可重复）")
@click.option("--trend", type=click.Choice(("month",)), help="每个月末的总分")
@click.option("--since", metavar="日期", help="--trend 从哪一天起（默认一年前）")
@click.option("--fail-under", metavar="分数", help="总分低于它就以 1 退出")
@choosing
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", help="格式（默认 text）")
@click.option("--output", type=click.Path(path_type=Path), metavar="文件", help="写到文件")
def command(
    folder: Path,
    tables: tuple[Path, ...],
    events: Path | None,
    without: tuple[str, ...],
    trend: str | None,
    since: str | None,
    fail_under: str | None,
    shape: str,
    output: Path | None,
    **choice: Any,
) -> None:
    """信用计分自测：按给出的分值表计分，每一分有证据和起止日。只是自测，不是官方评价。

    路径是放着 agency.toml 和各表的文件夹。总分＝基础分－扣分＋附加分（不超过上限）。官方的分值没有核实，
    随包的表只有结构：命中没有配置分值的指标，只列出命中，不给总分，以 2 退出；总分低于 --fail-under 以 1 退出。
    """
    settings = settings_from(**choice, paths=(folder,), room="agency")
    least = _points(fail_under)
    looked = look_at_agency(folder, settings, without)
    if not looked.report.subjects:
        tell_failures(looked.report.failures)
    used, told = _read(tables or _defaults(looked), events)
    results = _all(used, looked, told)
    months: Trend = _trend(folder, settings, without, used, told, since) if trend is not None else ()
    if shape == "json":
        content = as_json(results, without, months)
    else:
        content = as_text(results, without) if trend is None else trend_text(months)
    if output is None:
        click.echo(content if shape == "text" else content.encode("utf-8"), nl=False)
    else:
        write_whole(output, content)
    _end(looked, results, least)


def _end(looked: Looked, results: Sequence[Score], least: Decimal | None) -> None:
    """End with 2 where no whole total can be told, with 1 where one is below the least, else with 0."""
    for failure in looked.report.failures:
        click.echo(f"{failure.path}：{failure.message}", err=True)
    unset = [score for score in results if score.state is State.UNSET]
    if unset:
        click.echo("分值未配置：命中的指标没有分值或者有效期，没有总分；用 --table 给出填好的分值表", err=True)
    partial = any(score.state is State.PARTIAL for score in results)
    if partial:
        click.echo("有指标没有查，总分只算查过的；补上缺的表或者 --events 再计", err=True)
    if looked.report.failures or unset or partial:
        raise click.exceptions.Exit(2)
    below = least is not None and any(score.total is not None and score.total < least for score in results)
    raise click.exceptions.Exit(int(below))


def _defaults(looked: Looked) -> tuple[Path, ...]:
    kind = looked.agency.text("kind")
    names = _SHIPPED.get(kind, (*_SHIPPED["patent"], *_SHIPPED["trademark"]))
    return tuple(shipped("templates") / name for name in names)


def _read(paths: Sequence[Path], events: Path | None) -> tuple[list[CreditTable], Events | None]:
    """The tables and the events; every fault of all files is told, then the command ends with exit code 2."""
    problems: list[str] = []
    found: list[CreditTable] = []
    for path in dict.fromkeys(paths):
        try:
            ours = path.parent == shipped("templates")
            found.append(read_credit_table(path, f"随包的 {path.name}" if ours else ""))
        except CreditError as error:
            problems.extend(error.problems)
    told = None
    if events is not None and not problems:
        try:
            told = read_events(events, {item.code for table in found for item in table.items})
        except CreditError as error:
            problems.extend(error.problems)
    if problems:
        for problem in problems:
            click.echo(problem, err=True)
        raise click.exceptions.Exit(2)
    return found, told


def _all(tables: Sequence[CreditTable], looked: Looked, events: Events | None) -> list[Score]:
    return [score for table in tables for score in scores(table, looked, events)]


def _trend(
    folder: Path,
    settings: Settings,
    without: tuple[str, ...],
    tables: Sequence[CreditTable],
    events: Events | None,
    since: str | None,
) -> Trend:
    first = _day(since) if since is not None else settings.as_of.replace(day=1, year=settings.as_of.year - 1)
    days = list(_month_ends(first, settings.as_of))
    if not days or len(days) > _MOST_MONTHS:
        raise click.UsageError(f"--since 应当早于检查日，最多 {_MOST_MONTHS} 个月")
    return [(day, _all(tables, look_at_agency(folder, replace(settings, as_of=day), without), events)) for day in days]


def _month_ends(first: date, last: date) -> Iterator[date]:
    """The last days of the months from ``first`` on, and ``last`` itself."""
    year, month = first.year, first.month
    while (end := date(year, month, monthrange(year, month)[1])) < last:
        yield end
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    if first <= last:
        yield last


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(f"--since 的日期“{text}”不对，写成 2026-03-05") from error


def _points(text: str | None) -> Decimal | None:
    try:
        points = Decimal(text) if text is not None else None
    except InvalidOperation as error:
        raise click.UsageError(f"--fail-under 的“{text}”不是数") from error
    if points is not None and not points.is_finite():
        raise click.UsageError(f"--fail-under 的“{text}”不是数")
    return points


__all__ = ["command"]
