"""``ipcheck report``: a JSON report told again in any format, without checking again."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.delivery import deliver
from ipcheck.cli.files import put_utf8
from ipcheck.cli.options import delivering
from ipcheck.cli.reports import read_report, root_of
from ipcheck.reporters import json_report
from ipcheck.reporters.formats import Look


@click.command("report", cls=ChineseHelp)
@click.argument("report_path", required=False, type=click.Path(path_type=Path), metavar="报告.json")
@click.option("--schema", is_flag=True, help="显示 JSON 报告的 JSON Schema")
@delivering
def command(
    report_path: Path | None,
    schema: bool,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    fail_on: str | None,
    templates: Path | None,
    quiet: bool,
    verbose: bool,
    summary: bool,
    no_color: bool,
) -> None:
    """把 --format json 写的报告换一种格式再写一次，不重新检查。

    报告里的相对路径先从当前目录找，再从报告所在的文件夹找。文件改过或者不在了，要显示原文的格式就只用报告里的文字。
    """
    if schema:
        put_utf8(json.dumps(json_report.schema(), ensure_ascii=False, indent=2) + "\n")
        return
    if report_path is None:
        raise click.UsageError("请给出 JSON 报告，或者用 --schema")
    report = read_report(report_path)
    deliver(
        report,
        formats=formats,
        outputs=outputs,
        fail_on=fail_on or "error",
        look=Look(quiet=quiet, verbose=verbose, summary=summary, templates=templates),
        no_color=no_color,
        root=root_of(report, report_path),
    )


__all__ = ["command"]
