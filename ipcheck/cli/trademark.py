"""``ipcheck trademark``: absolute and relative grounds, form and bad-faith patterns of trademark applications."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.delivery import deliver
from ipcheck.cli.options import choosing, reporting, settings_from
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Report
from ipcheck.reporters.formats import Look


@click.command("trademark", cls=ChineseHelp)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="路径…")
@click.option("--earlier", type=click.Path(path_type=Path), metavar="索引|文件", help="在先商标：索引或者表格")
@click.option("--register", type=click.Path(path_type=Path), metavar="文件", help="商标申请台账（.csv .xlsx）")
@click.option("--lists", type=click.Path(path_type=Path), metavar="文件夹", help="自备名单的目录（驰名商标.csv 等）")
@choosing
@reporting
def command(
    paths: tuple[Path, ...],
    earlier: Path | None,
    register: Path | None,
    lists: Path | None,
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
    """商标申请预检：禁用标志、显著性、在先商标、申请形式、恶意注册线索。不代表审查结论。

    路径是申请表（.csv .xlsx，一行一个商标；空白表用 ipcheck init --room trademark）、.toml、.json、
    .docx 申请书，或者放着这些文件的文件夹；也可以只给 --register。图样写相对路径，从表格所在的文件夹算起。
    """
    if not paths and register is None:
        raise click.UsageError("请给出申请表，或者用 --register 给出台账")
    settings = settings_from(**choice, jobs=jobs, fail_on=fail_on, paths=paths, room="trademark")
    report = check_trademarks(paths, settings, earlier=earlier, register=register, lists=lists)
    deliver(
        report,
        formats=formats,
        outputs=outputs,
        fail_on=settings.fail_on,
        look=Look(quiet=quiet, verbose=verbose, summary=summary, templates=templates),
        new_since=new_since,
        no_color=no_color,
    )


__all__ = ["command"]
