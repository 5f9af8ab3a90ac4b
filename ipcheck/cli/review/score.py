"""``ipcheck review score``: scores, agreement, ranking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.review.machine import machine_reports
from ipcheck.cli.review.step import FOLDER, run, writing
from ipcheck.plugins import load_checks, shipped
from ipcheck.review.filling import scheme_of
from ipcheck.review.folder import CHANGES, SCORES, Folder
from ipcheck.review.gates import unknown_gates
from ipcheck.review.results import score


@click.command("score", cls=ChineseHelp)
@FOLDER
@writing
def command(folder: Path, again: bool, by: str | None) -> None:
    """合成成绩，写 成绩.json：机检和专家分开，两人合并，一致性，名次和分不出先后的名次。

    重算后变了的逐条写进 成绩变化.json。有案卷还没有成绩时退出码 1。
    """

    def work(evaluation: Folder) -> tuple[dict[str, Any], bool]:
        before = evaluation.bytes_of(SCORES) if evaluation.has(SCORES) else b""
        reports = machine_reports(evaluation)
        known = {check.check_name() for check in load_checks([shipped("checks")], "patent").checks}
        found = {record.check for report in reports.values() for record in report.findings}
        for told in unknown_gates(scheme_of(evaluation), known | found):
            # It may be a check of the user's own that found nothing: whether it ran is not known here.
            click.echo(f"注意：{evaluation.plan.scheme}：{told}", err=True)
        result = score(evaluation, reports, again=again)
        return result, bool(before) and evaluation.bytes_of(SCORES) != before

    result, changed = run(folder, "score", by, work)
    agreement = result["agreement"]
    click.echo(
        f"一致性（{agreement['files']} 份）：Krippendorff α {_figure(agreement['alpha'], agreement['alphaInterval'])}，"
        f"等级的加权 κ {_figure(agreement['kappa'], agreement['kappaInterval'])}"
    )
    for place in result["agencies"]:
        alike = f"，与 {len(place['alike'])} 家分不出先后" if place["alike"] else ""
        low, high = place["interval"]
        click.echo(f"第 {place['place']} 名 {place['name']} {place['score']:.2f}（{low:.2f}—{high:.2f}）{alike}")
    waiting = [item for item in result["files"] if item["waiting"]]
    for item in waiting:
        click.echo(f"还没有成绩：{item['code']}（{item['waiting']}）")
    if any(item["third"] for item in waiting):
        click.echo("请第三名专家：ipcheck review assign --third，然后 sheets、collect、score --again")
    if changed and (folder / CHANGES).exists():
        click.echo(f"与上一次的不同在 {CHANGES}")
    raise click.exceptions.Exit(int(bool(waiting)))


def _figure(value: float | None, interval: list[float] | None) -> str:
    if value is None:
        return "（算不出）"
    return f"{value:.3f}" + (f"（{interval[0]:.3f}—{interval[1]:.3f}）" if interval else "")


__all__ = ["command"]
