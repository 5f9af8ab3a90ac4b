"""``ipcheck review check``: the machine's findings over all files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.options import limiting, settings_from
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.engine import check_patents
from ipcheck.model import Level
from ipcheck.plugins import load_checks
from ipcheck.reporters import json_report
from ipcheck.review.codes import codes
from ipcheck.review.errors import ReviewError
from ipcheck.review.filling import scheme_of
from ipcheck.review.folder import BLIND, BLIND_KEY, MACHINE, Folder
from ipcheck.review.gates import unknown_gates
from ipcheck.review.machine import split
from ipcheck.review.steps import case_files

_MOST_TOLD = 20


@click.command("check", cls=ChineseHelp)
@FOLDER
@writing
@click.option("--profile", default="evaluation", metavar="名称", help="检查方案（默认 evaluation）")
@click.option("--config", type=click.Path(path_type=Path), help="设置文件（默认不用）")
@click.option("--as-of", metavar="日期", help="按哪一天的法律（默认计划的截止日）")
@click.option("--jobs", type=int, help="同时用几个进程（默认 1）")
@limiting
def command(
    folder: Path,
    again: bool,
    by: str | None,
    profile: str,
    config: Path | None,
    as_of: str | None,
    jobs: int | None,
    limits: Mapping[str, str],
) -> None:
    """对全部抽中的案卷运行专利检查，每份案卷的发现写进 机检结果/。有匿名卷时检查匿名卷。"""

    def work(evaluation: Folder) -> tuple[list[str], list[str]]:
        day = as_of or evaluation.plan.end.isoformat()
        settings = settings_from(
            config=config,
            profile=profile,
            check_dirs=(),
            select=(),
            ignore=(),
            as_of=day,
            jobs=jobs,
            room="patent",
            limits=limits,
        )
        known = {check.check_name() for check in load_checks(settings.check_folders, "patent").checks}
        if wrong := list(unknown_gates(scheme_of(evaluation), known)):
            raise ReviewError(f"{evaluation.plan.scheme}：{told}" for told in wrong)
        paths = case_paths(evaluation)
        report = check_patents([Path(path) for path in paths.values()], settings)
        failures = [f"{item.path}：{item.message}" for item in report.failures]
        count = 0
        for code, own in split(report, paths, evaluation.path.as_posix()):
            count += sum(own.count(level) for level in Level)
            evaluation.keep(f"{MACHINE}/{code}.json", json_report.render(own).encode(), again=again)
        plain = [code for code, path in paths.items() if Path(path).parent.name != BLIND]
        told = [f"{len(plain)} 份没有匿名卷，检查的是原件：{'、'.join(plain[:_MOST_TOLD])}"] if plain else []
        return [f"{len(paths)} 份案卷，{count} 处发现；结果在 {MACHINE}/", *told], failures

    lines, failures = run(folder, "check", by, work)
    for line in lines:
        click.echo(line)
    if not (folder / BLIND_KEY).exists():
        told = "注意：没有匿名卷，查的是原件，发现里可能有机构和人的名称；要匿名请先运行 blind，再 check --again"
        click.echo(told, err=True)
    for told in failures:
        click.echo(told, err=True)
    raise click.exceptions.Exit(2 if failures else 0)


def case_paths(evaluation: Folder) -> dict[str, str]:
    """What is checked of each file, by code: its blind copy, else the file itself. Raises ReviewError."""
    paths: dict[str, str] = {}
    problems = []
    hidden = evaluation.has(BLIND_KEY)
    for code, file in codes(evaluation).items():
        named = (path for path in (evaluation.path / BLIND).glob(f"{code}*") if path.stem == code)
        blind = sorted(path for path in named if path.is_file() or any(path.rglob("*.*")))
        if blind:
            paths[code] = blind[0].as_posix()
        elif hidden:
            # The original would put names and paths into the experts' sheets.
            problems.append(f"{code} 没有匿名卷；请按 ipcheck review blind 说的改好文件，再运行 blind --again")
        elif file.path and case_files(evaluation, file.path):
            paths[code] = (evaluation.path / file.path).as_posix()
        else:
            problems.append(f"{code}（机构 {file.agency} 案卷 {file.number}）没有文件：{file.path or '名册里没有写'}")
    if problems:
        raise ReviewError(problems)
    return paths


__all__ = ["case_paths", "command"]
