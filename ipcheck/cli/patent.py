"""``ipcheck patent``: check patent applications."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from ipcheck.check.extras import missing
from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.delivery import deliver
from ipcheck.cli.files import write_whole
from ipcheck.cli.fixing import fixing
from ipcheck.cli.options import choosing, reporting, settings_from, tell_failures
from ipcheck.config import Settings
from ipcheck.engine import check_patents, draw_patents
from ipcheck.model import Report
from ipcheck.reporters import claim_tree
from ipcheck.reporters.formats import Look

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


def _draw_tree(
    paths: tuple[Path, ...], settings: Settings, stdin: bytes | None, shape: str, outputs: tuple[Path, ...]
) -> None:
    """Write the claim trees to standard output or to the one output named."""
    filings, failures = draw_patents(paths, settings, stdin=stdin)
    drawn = {"text": claim_tree.as_text, "markdown": claim_tree.as_markdown, "svg": claim_tree.as_svg}[shape](filings)
    if outputs:
        write_whole(outputs[0], drawn)
    else:
        click.echo(drawn if shape == "text" else drawn.encode("utf-8"), nl=False)
    tell_failures(failures)


@click.command("patent", cls=ChineseHelp)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), metavar="路径…")
@click.option(
    "--kind", type=click.Choice(("invention", "utility-model", "design")), help="申请的种类（默认从文字判断）"
)
@click.option("--tree", type=click.Choice(("text", "markdown", "svg")), help="不检查，只画权利要求树和附图标记表")
@click.option("--ocr", is_flag=True, help="识别附图里的标记，与文字核对（要安装 ipcheck[ocr]，每幅图约1秒）")
@fixing
@choosing
@reporting
def command(
    paths: tuple[Path, ...],
    kind: str | None,
    tree: str | None,
    ocr: bool,
    fix: bool,
    diff: bool,
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
    """检查专利申请文件。

    路径是文件、案件文件夹、CNIPA 案卷 ZIP 或者“-”（从标准输入读文字）。一个文件夹里分写各部分的文件算一件申请。
    """
    files = tuple(path for path in paths if str(path) != "-")
    settings = settings_from(**choice, kind=kind or "", jobs=jobs, fail_on=fail_on, paths=files, room="patent")
    if ocr:
        settings = replace(settings, ocr=True)
        if lacking := missing(("rapidocr", "onnxruntime", "PIL")):
            raise click.UsageError(lacking)
    stdin = sys.stdin.buffer.read() if len(files) < len(paths) else None
    if tree is not None:
        _draw_tree(files, settings, stdin, tree, outputs)
        return
    report = check_patents(files, settings, stdin=stdin, progress=_progress)
    deliver(
        report,
        formats=formats,
        outputs=outputs,
        fail_on=settings.fail_on,
        look=Look(quiet=quiet, verbose=verbose, summary=summary, templates=templates, fix=fix),
        new_since=new_since,
        no_color=no_color,
        stdin=stdin,
        diff=diff,
    )
