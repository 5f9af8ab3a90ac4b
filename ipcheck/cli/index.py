"""``ipcheck index``: a history of filings on disk, as fingerprints."""

from __future__ import annotations

import csv
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ipcheck.abnormal.distributed import local_pairs, session, spark_pairs
from ipcheck.abnormal.drafts import draft_of
from ipcheck.abnormal.history import Entry, History
from ipcheck.abnormal.kinship import Identity
from ipcheck.abnormal.segments import HistoryError
from ipcheck.cli.chinese import ChineseHelp, write_table
from ipcheck.cli.files import put_utf8
from ipcheck.cli.options import bounded, limiting, tell_failures
from ipcheck.config import Settings
from ipcheck.engine import draw_patents
from ipcheck.model import Failure
from ipcheck.toml_text import too_long_a_number
from ipcheck.trademark.figures import Figures
from ipcheck.trademark.search import MarkIndex, MarksIndexError, is_mark_index
from ipcheck.trademark.tables import earlier_marks
from ipcheck.whole import why_unread


class _Group(ChineseHelp, click.Group):
    """A group with Chinese headings."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            write_table(
                formatter, [(name, item.get_short_help_str(60)) for name, item in sorted(self.commands.items())]
            )


@click.group("index", cls=_Group, subcommand_metavar="命令 …")
def command() -> None:
    """历史索引：以前提交过的专利申请的指纹，或者在先商标（--marks）。

    专利的索引除非用 --keep-text，里面没有可读的文字；商标的索引里就是商标本身。
    """


_INDEX = click.argument("index", type=click.Path(path_type=Path), metavar="索引")


def _add(open_index: Callable[[], History], paths: Sequence[Path], settings: Settings) -> None:
    """Put the filings under ``paths`` into an index, which is opened (or made) only if there is something to put."""
    filings, failures = draw_patents(paths, settings)
    usable = [filing for filing in filings if any(filing.parts.values())]
    identities = [Identity.of(filing) for filing in usable]
    entries = [
        Entry(draft_of(filing), identity.number, identity) for filing, identity in zip(usable, identities, strict=True)
    ]
    if failures and not entries:
        # A wrong path must not leave an empty index, in which nothing is ever found.
        click.echo("没有读到申请，索引没有改动。", err=True)
        tell_failures(failures)
    history = open_index()
    added = history.add(entries)
    click.echo(f"添加 {added} 件，共 {history.documents} 件。")
    tell_failures(failures)


def _marks(index: Path, paths: Sequence[Path], settings: Settings, *, more: bool) -> None:
    """Build an index of earlier marks from tables, or the same with the marks it already holds."""
    marks, pictures, problems = earlier_marks(paths, settings.limits)
    if problems and not marks:
        click.echo("没有读到商标，索引没有改动。", err=True)
        tell_failures([Failure(path, None, message) for path, message in problems])
    figures = None
    if more:
        held = MarkIndex.open(index)
        figures = held.figures
        marks = [*(held.mark(row) for row in range(len(held))), *marks]
    elif index.exists() and any(index.iterdir()):
        raise MarksIndexError("已经存在，没有改动；要添加请用 ipcheck index add，要重来请先改名或者删除它")
    built = MarkIndex.of(marks, Figures.of(pictures, figures))
    built.save(index)
    click.echo(f"共 {len(built)} 件商标" + (f"，{len(built.figures)} 幅图样。" if pictures or figures else "。"))
    if built.figures.unseen:
        click.echo(
            f"{built.figures.unseen} 幅图样没有放进去：打不开、只有一种颜色，或者没有安装 ipcheck[image]", err=True
        )
    tell_failures([Failure(path, None, message) for path, message in problems])


def _fail(error: Exception, folder: Path) -> None:
    told = too_long_a_number(error) or why_unread(error)
    click.echo(f"{folder.as_posix()}：{told}", err=True)
    raise click.exceptions.Exit(2) from error


@command.command("build", cls=ChineseHelp)
@_INDEX
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="路径…")
@click.option("--keep-text", is_flag=True, help="把文字也存进去（索引就不能随便给人了）")
@click.option("--marks", is_flag=True, help="在先商标的索引：路径是表格，至少有“商标”列，最好有类别、申请人、状态")
@limiting
def build(index: Path, paths: tuple[Path, ...], keep_text: bool, marks: bool, limits: Mapping[str, str]) -> None:
    """在新目录里建立索引，把各路径下的申请或者表里的商标放进去。"""
    try:
        if marks:
            _marks(index, paths, bounded(limits), more=False)
            return
        History.refuse_used(index)
        _add(lambda: History.build(index, keep_text=keep_text), paths, bounded(limits))
    except (HistoryError, MarksIndexError, OSError) as error:
        _fail(error, index)


@command.command("add", cls=ChineseHelp)
@_INDEX
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="路径…")
@limiting
def add(index: Path, paths: tuple[Path, ...], limits: Mapping[str, str]) -> None:
    """把各路径下的申请加进索引；中途断电，原有的索引不受影响。"""
    try:
        if is_mark_index(index):
            _marks(index, paths, bounded(limits), more=True)
            return
        history = History(index)
        _add(lambda: history, paths, bounded(limits))
    except (HistoryError, MarksIndexError, OSError) as error:
        _fail(error, index)


@command.command("info", cls=ChineseHelp)
@_INDEX
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", help="输出格式")
def info(index: Path, shape: str) -> None:
    """索引里有什么：件数、大小、格式、参数。"""
    if is_mark_index(index):
        _marks_info(index, shape)
        return
    try:
        told = History(index).info()
    except (HistoryError, OSError) as error:
        _fail(error, index)
        return
    if shape == "json":
        put_utf8(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return
    kept = "存有文字" if told["keepText"] else "没有可读的文字"
    click.echo(
        f"第 {told['format']} 版格式，{told['filings']} 件申请，{told['segments']} 段，"
        f"{told['bytes'] / 1e6:.1f} MB，{kept}。"
    )


def _marks_info(index: Path, shape: str) -> None:
    try:
        told: dict[str, Any] = {
            "kind": "marks",
            "marks": len(MarkIndex.open(index)),
            "bytes": sum(file.stat().st_size for file in index.iterdir()),
        }
    except (MarksIndexError, OSError) as error:
        _fail(error, index)
        return
    if shape == "json":
        put_utf8(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        click.echo(f"在先商标索引：{told['marks']} 件商标，{told['bytes'] / 1e6:.1f} MB。")


@command.command("pairs", cls=ChineseHelp)
@click.argument("table", type=click.Path(), metavar="表格")
@click.option("--engine", type=click.Choice(("local", "spark")), default="local", help="在本机算，还是交给 Spark")
@click.option(
    "--master", default="", metavar="地址", help="Spark Connect 的地址（sc://主机:端口）；不写就在本机起一个 Sail"
)
@click.option("--work", default="", metavar="文件夹", help="各台机器都能读写的目录，放中间结果（--engine spark）")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="同时用几个线程（--engine local）")
def pairs(table: str, engine: str, master: str, work: str, jobs: int) -> None:
    """全库找出值得比对的成对申请，一行一对（CSV），两种引擎结果相同。

    表格每行一件申请（.jsonl；Spark 还能读 .parquet），栏目是 name（不能重复）、title、abstract、claims、field、
    background、summary、figures、embodiments。只是候选，还要用 ipcheck compare 或者 ipcheck abnormal 逐对比对。
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("first", "second"))
    try:
        if engine == "local":
            writer.writerows(local_pairs(Path(table), jobs=jobs))
            return
        with tempfile.TemporaryDirectory(prefix="ipcheck-") as folder, session(master) as spark:
            writer.writerows(tuple(row) for row in spark_pairs(spark, table, work or folder).toLocalIterator())
    except ModuleNotFoundError as error:
        click.echo("需要安装附加组件：pip install 'ipcheck[spark]'", err=True)
        raise click.exceptions.Exit(2) from error
    except (OSError, ValueError, KeyError) as error:
        _fail(error, Path(table))


@command.command("verify", cls=ChineseHelp)
@_INDEX
def verify(index: Path) -> None:
    """核对索引的每个文件：校验和、次序、数目。"""
    try:
        if is_mark_index(index):
            click.echo(f"完好：{MarkIndex.verify(index)} 件商标。")
            return
        history = History(index)
        faults = history.verify()
    except (HistoryError, MarksIndexError, OSError) as error:
        _fail(error, index)
        return
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise click.exceptions.Exit(2)
    click.echo(f"完好：{history.documents} 件申请。")


__all__ = ["command"]
