"""``ipcheck accept``: note findings of a report as accepted, with reason, name and date."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from ipcheck.cli.chinese import ChineseHelp
from ipcheck.cli.files import write_whole
from ipcheck.cli.reports import read_report, root_of
from ipcheck.config import ACCEPTED_NAME, Accepted, as_toml, is_day, read_accepted
from ipcheck.model import Acceptance, Record

_HEAD = "# 已接受的发现：由 ipcheck accept 追加，也可以手改；一条一个 [[accepted]]，删去一条，该发现就重新列出。\n"


@click.command("accept", cls=ChineseHelp)
@click.argument("report_path", type=click.Path(path_type=Path), metavar="报告.json")
@click.option("--select", multiple=True, metavar="编号", help="接受这些检查的发现：编号、名称或者编号开头")
@click.option("--fingerprint", "fingerprints", multiple=True, metavar="指纹", help="接受有这些指纹的发现（可只写开头）")
@click.option("--all", "everything", is_flag=True, help="接受报告里的全部发现")
@click.option("--reason", required=True, metavar="文字", help="为什么可以接受")
@click.option("--name", required=True, metavar="姓名", help="谁决定的")
@click.option("--until", metavar="日期", help="到哪一天为止（含当天），过后重新列出")
@click.option("--date", "day", metavar="日期", help="哪一天决定的（默认今天）")
@click.option("--output", type=click.Path(path_type=Path), default=Path(ACCEPTED_NAME), help=f"默认 {ACCEPTED_NAME}")
def command(
    report_path: Path,
    select: tuple[str, ...],
    fingerprints: tuple[str, ...],
    everything: bool,
    reason: str,
    name: str,
    until: str | None,
    day: str | None,
    output: Path,
) -> None:
    """把报告里的发现记为已接受，追加到 ipcheck-accepted.toml。

    以后检查时它们不再列出、不影响退出码，只计数（-v 显示）。指纹由检查编号、部分、文字和前后文组成：
    别处改动、权利要求和段落重新编号、换字体都不影响；这处文字一改，接受就失效。
    """
    if not (select or fingerprints or everything):
        raise click.UsageError("请用 --select、--fingerprint 或者 --all 说明接受哪些")
    for option, value in (("--until", until), ("--date", day)):
        if value is not None and not is_day(value):
            raise click.UsageError(f"{option} 应写成 2026-11-22 的样子，现在是 {value}")
    decided = day or date.today().isoformat()
    if until is not None and until < decided:
        raise click.UsageError(f"--until {until} 早于决定的那一天 {decided}：写了也已经到期")
    if not reason.strip() or not name.strip():
        raise click.UsageError("--reason 和 --name 不能是空的")
    report = read_report(report_path)
    root = root_of(report, report_path)
    wishes = tuple(piece.strip() for value in select for piece in value.split(",") if piece.strip())
    chosen = [item for item in report.open if everything or _wished(item, wishes, fingerprints)]
    idle = list(_idle(wishes, fingerprints, report.open))
    if idle or not chosen:
        click.echo(f"报告里没有还没接受的这些发现：{'、'.join(idle) or '一条也没有'}；没有写任何东西", err=True)
        raise click.exceptions.Exit(2)
    old, known = _existing(output, report.as_of)
    acceptance = Acceptance(reason.strip(), name.strip(), decided, until)
    entries = [
        entry for entry in (_entry(item, acceptance, root, output) for item in chosen) if _key(entry) not in known
    ]
    if entries:
        write_whole(output, (old or _HEAD) + as_toml(entries))
    same = len(chosen) - len(entries)
    click.echo(f"{output.as_posix()}：新接受 {len(entries)} 条" + (f"，另有 {same} 条早已在内" if same else "") + "。")


def _wished(record: Record, wishes: Sequence[str], fingerprints: Sequence[str]) -> bool:
    return any(_means(wish, record) for wish in wishes) or any(
        record.fingerprint.startswith(start) for start in fingerprints if start
    )


def _means(wish: str, record: Record) -> bool:
    by_code = wish.isupper() and record.code.startswith(wish)
    return by_code or wish == record.check


def _idle(wishes: Sequence[str], fingerprints: Sequence[str], records: Sequence[Record]) -> Iterator[str]:
    """What was named but means no finding: a slip of the pen should not pass in silence."""
    for wish in wishes:
        if not any(_means(wish, record) for record in records):
            yield wish
    for start in fingerprints:
        if not start or not any(record.fingerprint.startswith(start) for record in records):
            yield start or "空的 --fingerprint"


def _key(entry: Accepted) -> tuple[str, str, str]:
    return entry.code, entry.fingerprint, entry.file


def _existing(output: Path, day: date) -> tuple[str, set[tuple[str, str, str]]]:
    """The text of the file and what it holds that is valid on ``day``; ends with exit code 2 where it is broken."""
    if not output.exists():
        return "", set()
    faults: list[str] = []
    entries = read_accepted(output, faults)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise click.exceptions.Exit(2)
    today = day.isoformat()
    text = output.read_text(encoding="utf-8-sig")
    valid = {_key(entry) for entry in entries if (entry.acceptance.until or today) >= today}
    return text if text.endswith("\n") or not text else text + "\n", valid


def _entry(record: Record, acceptance: Acceptance, root: Path, output: Path) -> Accepted:
    path = record.words.path
    if path != "-":
        # Relative to the file of acceptances, so that the folder can be moved as a whole.
        try:
            path = Path(os.path.relpath(root / path, output.parent)).as_posix()
        except ValueError:  # another drive of Windows
            path = (root / path).absolute().as_posix()
    return Accepted(record.code, record.check, record.fingerprint, record.words.text, acceptance, file=path)


__all__ = ["command"]
