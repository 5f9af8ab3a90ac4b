"""``ipcheck agency``: would this agency pass an inspection today, and what is overdue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.delivery import deliver
from ipcheck.cli.options import choosing, reporting, settings_from
from ipcheck.engine.agency import check_agency
from ipcheck.model import Report
from ipcheck.reporters.formats import Look


@click.command("agency", cls=ChineseHelp)
@click.argument("folder", type=click.Path(path_type=Path), metavar="路径")
@choosing
@reporting
def command(
    folder: Path,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    fail_on: str | None,
    templates: Path | None,
    jobs: int | None,
    new_since: Report | None,
    summary: bool,
    quiet: bool,
    verbose: bool,
    no_color: bool,
    **choice: Any,
) -> None:
    """代理机构自查：执业许可条件、分支机构、代理师备案、利益冲突、合同、档案、年度报告。只是自查，不是官方结论。

    路径是放着 agency.toml 和各表（人员、股东合伙人、分支机构、案件等，.csv 或者 .xlsx）的文件夹；
    空白的一份用 ipcheck init --room agency 建。没有给出的表不检查，报告里写明。证件号码在报告里一律打星号。

    另有三个命令（各有 --help）：ipcheck agency credit 信用计分自测，lists 负面清单，record 尽职留痕。
    """
    settings = settings_from(**choice, jobs=jobs, fail_on=fail_on, paths=(folder,), room="agency")
    deliver(
        check_agency(folder, settings),
        formats=formats,
        outputs=outputs,
        fail_on=settings.fail_on,
        look=Look(quiet=quiet, verbose=verbose, summary=summary, templates=templates),
        new_since=new_since,
        no_color=no_color,
    )


__all__ = ["command"]
