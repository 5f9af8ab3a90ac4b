"""How a report leaves: in which formats, to which files, with which exit code."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from ipcheck.cli.files import write_whole
from ipcheck.cli.fixing import fixed
from ipcheck.cli.options import exit_code
from ipcheck.cli.targets import pairs
from ipcheck.engine import only_new
from ipcheck.model import Report
from ipcheck.reporters import formats as known
from ipcheck.reporters.formats import FORMATS, FormatError, Look
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clean, summary
from ipcheck.whole import is_folder, why

_COLUMNS = 120


def deliver(
    report: Report,
    *,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    fail_on: str,
    look: Look,
    no_color: bool = False,
    stdin: bytes | None = None,
    root: Path | None = None,
    new_since: Report | None = None,
    diff: bool = False,
) -> None:
    """Write the report in each format to its output (one may go to standard output) and end with its exit code.

    Everything is made before anything is written, so that a format that fails leaves no half of the answer.
    ``root`` is the folder that the report's relative paths start from. ``new_since`` is an earlier report: only what
    is new against it is told, and what was mended.
    With ``look.fix`` copies with safe fixes are written too; with ``diff`` the changes take the screen.
    """
    if new_since is not None:
        report = _against(report, new_since)
    sources = Sources(report, root=root, stdin=stdin)
    made: list[tuple[Path | None, str | bytes]] = []
    wanted = pairs(formats, outputs) if formats or outputs or not diff else []
    if diff and any(target is None for _, target in wanted):
        raise click.UsageError("--diff 占用屏幕：报告用 --output 写到文件")
    try:
        for name, target in wanted:
            if FORMATS[name].makes == "files":
                assert target is not None
                _make_folder(target)
                made += [(target / inner, data) for inner, data in known.files(name, report, sources, look)]
            else:
                shown = look if target is not None else _for_screen(look, no_color=no_color)
                content = known.render(name, report, sources, shown)
                if target is None and name != "text" and isinstance(content, str):
                    # For programs: UTF-8 whatever the console speaks.
                    content = content.encode("utf-8")
                made.append((target, content))
    except FormatError as error:
        click.echo(f"报告没有写成：{error}", err=True)
        raise click.exceptions.Exit(2) from error
    if look.fix or diff:
        folder = next((target for name, target in wanted if name == "docx"), None)
        made += fixed(report, sources, folder, write=look.fix, show=diff, texts_only=folder is not None)
    _refuse(report, sources, [path for path, _ in made if path is not None])
    for path, content in made:
        if path is None:
            click.echo(content, nl=False)
            continue
        if isinstance(content, bytes) and ".ipcheck." in path.name:
            _put_by(path, content)
        write_whole(path, content)
    if wanted and all(target is not None for _, target in wanted) and not diff:
        # Otherwise the screen would stay empty, and nobody could tell a clean draft from a bad one.
        places = "、".join(target.as_posix() for _, target in wanted if target is not None)
        click.echo(f"已写好 {places}：{clean(summary(report))}", err=True)
    raise click.exceptions.Exit(exit_code(report, fail_on))


def _refuse(report: Report, sources: Sources, targets: Sequence[Path]) -> None:
    """Say what of ``targets`` cannot be written and end with exit code 2, before anything is."""
    drafts = {_real(sources.file(item.path.split("!/", 1)[0])) for item in report.inputs if item.path != "-"}
    seen: set[Path] = set()
    faults = []
    for target in targets:
        real, shown = _real(target), target.as_posix()
        if real in drafts:
            faults.append(f"{shown} 是被检查的文件，报告不能写在它上面；请换一个名字")
        elif real in seen:
            faults.append(f"{shown} 写了两次，后一份会盖掉前一份；请给每种格式一个 --output")
        elif is_folder(target):
            faults.append(f"写不进 {shown}：这是文件夹，请写文件名")
        elif not is_folder(target.parent):
            faults.append(f"写不进 {shown}：上级文件夹不存在，请先建立它")
        seen.add(real)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise click.exceptions.Exit(2)


def _put_by(copy: Path, content: bytes) -> None:
    """Keep the copy of an earlier run under another name: people work on copies, accept changes and write in them."""
    try:
        old = copy.read_bytes()
        if old == content:
            return
        stem = copy.name.removesuffix(f".ipcheck{copy.suffix}")
        kept = copy.with_name(f"{stem}.旧-{hashlib.sha256(old).hexdigest()[:8]}.ipcheck{copy.suffix}")
        copy.replace(kept)
    except FileNotFoundError:
        return
    except OSError as error:
        click.echo(f"{copy.as_posix()} 已经存在，改不了名（{why(error)}）；请把它移走后重试", err=True)
        raise click.exceptions.Exit(2) from error
    click.echo(f"原有的 {copy.as_posix()} 与这次的不同，改名为 {kept.name} 保留", err=True)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _against(report: Report, earlier: Report) -> Report:
    if earlier.room != report.room:
        told = f"--new-since 的报告是 ipcheck {earlier.room} 写的，不能和 ipcheck {report.room} 的比"
    elif earlier.since is not None:
        told = "--new-since 的报告本身只列了新增的发现，请给出一份完整的报告"
    else:
        return only_new(report, earlier)
    click.echo(told, err=True)
    raise click.exceptions.Exit(2)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        click.echo(f"文件夹建不了：{folder.as_posix()}（{why(error)}）", err=True)
        raise click.exceptions.Exit(2) from error


def _for_screen(look: Look, *, no_color: bool) -> Look:
    """The look on standard output: as wide as the terminal, coloured if it is one and nobody minds."""
    on_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((80, 24)).columns if on_terminal else 80
    colour = on_terminal and not no_color and "NO_COLOR" not in os.environ
    return replace(look, width=min(width, _COLUMNS), colour=colour)


__all__ = ["deliver"]
