"""``ipcheck test``: run checks' own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from ipcheck.apart import Budget, Done, Lost, Steps, forks, run
from ipcheck.check import Check
from ipcheck.check.extras import missing
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.config import matches
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers import Limits
from ipcheck.testing import Outcome, manners, run_examples


@click.command("test", cls=ChineseHelp)
@click.argument("targets", nargs=-1, metavar="[文件夹|编号…]")
def command(targets: tuple[str, ...]) -> None:
    """运行检查自带的例子，并查写法是否合规。给出文件夹就测自己的检查；不写就测自带的全部检查。"""
    folders = [Path(target) for target in targets if Path(target).is_dir()]
    wishes = [target for target in targets if not Path(target).is_dir()]
    own = shipped("checks").resolve()
    strange = [folder for folder in folders if own not in (folder.resolve(), *folder.resolve().parents)]
    # A code or name that a shipped check has is taken; what is ours is named by the folders or by nothing.
    loaded = load_checks([*([own] if strange else []), *(folders or [own])])
    checks = [
        check
        for check in loaded.checks
        if (not wishes or any(matches(wish, check) for wish in wishes))
        and (not strange or own not in loaded.files[check.code].resolve().parents)
    ]
    unknown = [wish for wish in wishes if not any(matches(wish, check) for check in loaded.checks)]
    examples = bad = untried = 0
    for path, message in loaded.failures:
        click.echo(f"没有加载 {path}：{message}", err=True)
    for wish in unknown:
        click.echo(f"没有这项检查或者目录：{wish}", err=True)
    for check, outcomes in zip(checks, _outcomes(checks), strict=True):
        if lacking := missing(check.requires):
            untried += 1
            click.echo(f"未测 {check.code} {check.check_name()}：{lacking}", err=True)
        problems = [f"写法：{fault}" for fault in manners(check, loaded.files[check.code])]
        for outcome in outcomes:
            examples += 1
            if outcome.problem:
                problems.append(f"{outcome.problem}\n    例：{outcome.example}".replace("\n", "\n  "))
        if problems:
            bad += 1
            click.echo(f"不通过 {check.code} {check.check_name()}")
            for problem in problems:
                click.echo(f"  {problem}")
    told = f"{len(checks)} 项检查、{examples} 个例子：{len(checks) - bad - untried} 项通过，{bad} 项不通过"
    click.echo(told + (f"，{untried} 项未测。" if untried else "。"))
    if loaded.failures or unknown or not checks:
        raise click.exceptions.Exit(2)
    raise click.exceptions.Exit(1 if bad else 0)


def _outcomes(checks: Sequence[type[Check[Any]]]) -> Iterator[list[Outcome]]:
    """How the examples of each check fared; in a copy of this process, so that a check may hang or die."""

    def work(number: int, steps: Steps) -> list[Outcome]:
        steps.at(number)
        return list(run_examples(checks[number]))

    def again(number: int, lost: Lost) -> Done[list[Outcome]]:
        why = {"step": "超过时间，已停止", "task": "超过时间，已停止", "memory": "用完了内存，已停止"}
        told = why.get(lost.why) or f"进程意外退出（{lost.detail}）"
        return Done([Outcome(checks[number].check_name(), "（全部例子）", f"运行例子时{told}")])

    if not forks():
        yield from (list(run_examples(check)) for check in checks)
        return
    limits = Limits()
    budget = Budget(limits.check_seconds, limits.check_seconds, limits.seconds, limits.memory)
    yield from run(range(len(checks)), lambda: work, again, budget=lambda _: budget)
