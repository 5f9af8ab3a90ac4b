"""What no table of the agency tells: sanctions of the association, sentences, talks, honours, one row an event."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ipcheck.agency.credit.table import CreditError
from ipcheck.agency.privacy import masked_table
from ipcheck.model import InputFile, Span
from ipcheck.readers.errors import ReadError
from ipcheck.readers.sheet import Columns, Row, Sheet
from ipcheck.readers.table import read_table


class Told(StrEnum):
    """A column of the table."""

    ITEM = "指标"
    SUBJECT = "对象"
    DAY = "日期"
    UNTIL = "到期日"
    WHAT = "事项"
    PROOF = "凭证"


_COLUMNS = Columns(
    Told,
    {
        Told.ITEM: "指标码 指标代码 代码 code",
        Told.SUBJECT: "机构或者代理师 姓名 subject",
        Told.DAY: "决定日 发生日 获奖日 date",
        Told.UNTIL: "期满日 有效期至 until",
        Told.WHAT: "内容 说明 what",
        Told.PROOF: "文号 证书号 proof",
    },
)
_NEEDED = (Told.ITEM, Told.SUBJECT, Told.DAY)


@dataclass(frozen=True, slots=True)
class Event:
    """An event that counts under the item ``code``; ``until`` is the last day on which it counts, if that is told."""

    code: str
    subject: str
    day: date
    until: date | None
    what: str
    span: Span


@dataclass(frozen=True, slots=True)
class Events:
    """The events of a file."""

    input: InputFile
    all: tuple[Event, ...]


def read_events(path: Path, codes: Collection[str]) -> Events:
    """The events in a file, whose items must be among ``codes``. Raises CreditError with every fault and its place."""
    shown = path.as_posix()
    try:
        table, _ = masked_table(read_table(path, shown), ())
    except (ReadError, OSError) as error:
        raise CreditError([f"{shown}：{error}"]) from error
    sheet = Sheet(table, _COLUMNS)
    faults = [f"{shown}：不认识列“{header}”，可以写的是 {'、'.join(Told)}" for header in sheet.unknown if header]
    lacking = [column for column in _NEEDED if not sheet.has(column)]
    if lacking:
        raise CreditError([*faults, f"{shown}：缺少列“{'”“'.join(lacking)}”"])
    rows = sheet.rows
    if len(rows) == 1 and [str(cell) for cell in rows[0].cells if len(cell)] == ["无"]:
        rows = ()
    elif not rows:
        faults.append(f"{shown}：没有填写；确实没有的，在第一格写“无”")
    seen: dict[tuple[str, ...], Row[Told]] = {}
    for row in rows:
        first = seen.setdefault(tuple(str(cell) for cell in row.cells), row)
        if first is not row:
            faults.append(f"{shown} 第{row.span().line}行：与第{first.span().line}行完全相同，请删去重复的一行")
    events = [event for row in rows if (event := _event(row, codes, shown, faults)) is not None]
    if faults:
        raise CreditError(faults)
    return Events(InputFile(shown, table.document.sha256), tuple(events))


def _event(row: Row[Told], codes: Collection[str], shown: str, faults: list[str]) -> Event | None:
    where = f"{shown} 第{row.span().line}行"
    code, day = row.text(Told.ITEM), row.day(Told.DAY)
    problems = []
    if code not in codes:
        problems.append(f"指标“{code}”不在分值表里" if code else "没有填写指标")
    if not row.text(Told.SUBJECT):
        problems.append("没有填写对象；机构自己的写“本机构”")
    if day is None:
        problems.append(f"日期“{row.text(Told.DAY)}”读不出来，写成 2026-03-05")
    until = row.day(Told.UNTIL)
    if until is None and row.text(Told.UNTIL):
        problems.append(f"到期日“{row.text(Told.UNTIL)}”读不出来，写成 2026-03-05")
    if day is not None and until is not None and until < day:
        problems.append("到期日早于日期")
    faults.extend(f"{where}：{problem}" for problem in problems)
    if problems or day is None:
        return None
    return Event(code, row.text(Told.SUBJECT), day, until, row.text(Told.WHAT), row.span(Told.WHAT, Told.ITEM))


__all__ = ["Event", "Events", "Told", "read_events"]
