"""``ipcheck review sample``: draw agencies and files."""

from __future__ import annotations

from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.review.folder import SAMPLE
from ipcheck.review.steps import sample


@click.command("sample", cls=ChineseHelp)
@FOLDER
@writing
def command(folder: Path, again: bool, by: str | None) -> None:
    """双随机抽样，写 抽样结果.json。

    键是代码在种子下的 HMAC-SHA256，种子由名册的摘要、批次号、公开随机数和各方的盐组成：先公布名册的摘要，
    再产生公开随机数，谁也挑不了结果。必查机构另列，不占名额。
    """
    result = run(folder, "sample", by, lambda evaluation: sample(evaluation, again=again))
    for stratum in result["strata"]:
        must = f"，另必查 {stratum['must']} 家" if stratum["must"] else ""
        click.echo(f"{stratum['stratum']}：{stratum['size']} 家，抽 {stratum['drawn']} 家{must}")
    drawn = sum(item["drawn"] for item in result["agencies"])
    cases = sum(item["drawn"] for item in result["cases"])
    click.echo(f"共 {drawn} 家机构、{cases} 份案卷；种子 {result['seed']['value'][:16]}……；结果在 {SAMPLE}")
    for told in (*result["shortfalls"], *result["missing"]):
        click.echo(f"注意：{told}", err=True)


__all__ = ["command"]
