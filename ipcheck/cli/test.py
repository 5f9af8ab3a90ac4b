"""``ipcheck test``: run checks' own examples."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.check.extras import missing
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.config import matches
from ipcheck.plugins import load_checks, shipped
from ipcheck.testing import manners, run_examples


@click.command("test", cls=ChineseHelp)
@click.argument("targets", nargs=-1, metavar="[DIR|CODE…]")
def command(targets: tuple[str, ...]) -> None:
    """运行检查自带的例子，并查写法是否合规。DIR 是自己的检查目录；不写就测自带的全部检查。"""
    folders = [Path(target) for target in targets if Path(target).is_dir()]
    wishes = [target for target in targets if not Path(target).is_dir()]
    loaded = load_checks(folders or [shipped("checks")])
    checks = [check for check in loaded.checks if not wishes or any(matches(wish, check) for wish in wishes)]
    unknown = [wish for wish in wishes if not any(matches(wish, check) for check in loaded.checks)]
    examples = bad = untried = 0
    for path, message in loaded.failures:
        click.echo(f"没有加载 {path}：{message}", err=True)
    for wish in unknown:
        click.echo(f"没有这项检查或者目录：{wish}", err=True)
    for check in checks:
        if lacking := missing(check.requires):
            untried += 1
            click.echo(f"未测 {check.code} {check.check_name()}：{lacking}", err=True)
        problems = [f"写法：{fault}" for fault in manners(check, loaded.files[check.code])]
        for outcome in run_examples(check):
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
