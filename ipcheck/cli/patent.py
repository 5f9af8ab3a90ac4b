"""``ipcheck patent``: check patent applications."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ipcheck.cli.options import choosing, deliver, reporting, settings_from
from ipcheck.engine import check_patents

_PROGRESS_FROM = 5


def _progress(count: int) -> Callable[[], None]:
    """A bar on a terminal for more than a few files; nothing elsewhere."""
    if count < _PROGRESS_FROM or not sys.stderr.isatty():
        return lambda: None
    bar = click.progressbar(length=count, label="检查中", file=sys.stderr)

    def step() -> None:
        bar.update(1)
        if bar.finished:
            bar.render_finish()

    return step


@click.command("patent")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="PATH…")
@click.option(
    "--kind", type=click.Choice(("invention", "utility-model", "design")), help="申请的种类（默认从文字判断）"
)
@choosing
@reporting
def command(
    paths: tuple[Path, ...],
    kind: str | None,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    fail_on: str | None,
    jobs: int | None,
    quiet: bool,
    verbose: bool,
    no_color: bool,
    **choice: Any,
) -> None:
    """检查专利申请文件。

    PATH 是文件、案件文件夹、CNIPA 案卷 ZIP 或者“-”（从标准输入读文字）。一个文件夹里分写各部分的文件算一件申请。
    """
    files = tuple(path for path in paths if str(path) != "-")
    settings = settings_from(**choice, kind=kind or "", jobs=jobs, fail_on=fail_on, paths=files)
    stdin = sys.stdin.buffer.read() if len(files) < len(paths) else None
    report = check_patents(files, settings, stdin=stdin, progress=_progress)
    deliver(
        report,
        formats=formats,
        outputs=outputs,
        fail_on=settings.fail_on,
        quiet=quiet,
        verbose=verbose,
        no_color=no_color,
    )
