"""The XLSX report: an overview, a sheet of findings for each room, what was not done, the articles cited."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ipcheck import __version__
from ipcheck.model import Level, Record, Report, lazy
from ipcheck.reporters.columns import width_of
from ipcheck.reporters.digest import cited, room_name, visible
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clues, part_name, skipped, summary

# A cell of a workbook holds so many characters, a sheet so many rows.
_CELL = 32_767
_ROWS = 1_048_576
_CUT = "……（太长，已截断）"
_MOST_RELATED = 5
_FONT = "Microsoft YaHei"
# The height of a line in points, and how many of them a row shows at most.
_LINE, _HIGHEST = 14.5, 20
_COLOURS = {
    Level.ERROR: ("#FEE4E2", "#B42318"),
    Level.WARNING: ("#FDECC8", "#93470B"),
    Level.ADVICE: ("#DBE9FE", "#175CD3"),
}
_OTHER_SIDE = {"other": "对方", "earlier": "在先商标", "owner": "权利人", "score": "相似度", "strength": "强度"}
_VERDICTS = ("采纳", "不采纳", "待定")
# What no sheet's name may hold.
_NO_NAME = lazy(r"[\[\]:*?/\\']")
_COLUMNS = (
    ("序号", 6),
    ("级别", 6),
    ("编号", 9),
    ("检查", 18),
    ("文件", 22),
    ("部分", 10),
    ("权利要求", 6),
    ("位置", 11),
    ("原文", 40),
    ("问题", 46),
    ("改为", 14),
    ("依据", 24),
    ("参见", 30),
    ("数据", 30),
    ("处理", 8),
    ("备注", 20),
    ("已接受", 24),
    ("指纹", 18),
)
# What is printed ends here; the rest is for the screen.
_PRINTED = [name for name, _ in _COLUMNS].index("依据")
_WORDS = [name for name, _ in _COLUMNS].index("原文")
_VERDICT = [name for name, _ in _COLUMNS].index("处理")


def render(report: Report, sources: Sources, look: Look) -> bytes:
    """The report as the bytes of an .xlsx file; the same report gives the same bytes.

    Text of drafts is always written as text, never as a formula or an address.
    """
    buffer = io.BytesIO()
    book = Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    # The day of the law stands in for the day of writing, which would change the bytes.
    day = datetime.combine(report.as_of, datetime.min.time())
    book.set_properties({"title": f"ipcheck 报告：{room_name(report.room)}", "author": "ipcheck", "created": day})
    _Book(book, report).write()
    book.close()
    return buffer.getvalue()


def cell(text: str) -> str:
    """``text`` as a cell can hold it: what cannot be seen is told by its number, what is too long is cut."""
    shown = visible(text)
    return shown if len(shown) <= _CELL else shown[: _CELL - len(_CUT)] + _CUT


class _Book:
    """Writes the sheets of a workbook."""

    def __init__(self, book: Workbook, report: Report) -> None:
        self._book = book
        self._report = report
        self._named: Counter[str] = Counter()
        self._plain = self._format()
        self._head = self._format(bold=True, bg_color="#E7E9EE", border=1)
        self._title = self._format(bold=True, font_size=14, text_wrap=False)
        self._bold = self._format(bold=True)
        self._run = book.add_format({"font_name": _FONT, "font_size": 10})
        self._red = book.add_format({"font_name": _FONT, "font_size": 10, "bold": True, "font_color": "#B42318"})
        self._levels = {
            level: self._format(bg_color=back, font_color=ink, bold=True) for level, (back, ink) in _COLOURS.items()
        }

    def _format(self, **more: Any) -> Format:
        base = {
            "font_name": _FONT,
            "font_size": 10,
            "text_wrap": True,
            "valign": "top",
            "border": 1,
            "border_color": "#D9DEE6",
        }
        made: Format = self._book.add_format(base | more)
        return made

    def write(self) -> None:
        """All sheets, in order."""
        self._overview()
        for room, records in groupby(sorted(self._report.findings, key=lambda item: item.room), lambda item: item.room):
            self._findings(room, list(records))
        self._undone()
        self._laws()

    def _sheet(self, name: str) -> Worksheet:
        base = _NO_NAME.sub("_", visible(name))[:27] or "报告"
        self._named[base.lower()] += 1
        times = self._named[base.lower()]
        sheet: Worksheet = self._book.add_worksheet(base if times == 1 else f"{base} {times}")
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _table(self, sheet: Worksheet, row: int, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
        """Write a table from ``row`` on; the row after it."""
        for column, name in enumerate(heads):
            sheet.write_string(row, column, name, self._head)
        for number, values in enumerate(rows, row + 1):
            for column, value in enumerate(values):
                sheet.write_string(number, column, cell(value), self._plain)
        return row + len(rows) + 1

    def _overview(self) -> None:
        report, sheet = self._report, self._sheet("概览")
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 90)
        sheet.write_string(0, 0, room_name(report.room), self._title)
        lines = [
            ("结果", summary(report)),
            ("按哪天的法律", report.as_of.isoformat()),
            ("申请或者商标", str(report.subjects)),
            ("检查项", str(report.checks)),
            *((level.chinese, str(report.count(level))) for level in Level),
            ("已接受", str(report.accepted)),
            ("没做完", str(len(report.failures))),
            ("已改好", str(len(report.mended))),
            ("旧报告已有、没有改", str(report.known)),
            *((("旧报告日期", report.since.isoformat()),) if report.since is not None else ()),
            ("工具", f"ipcheck {__version__}"),
        ]
        row = 2
        for name, value in lines:
            sheet.write_string(row, 0, name, self._bold)
            sheet.write_string(row, 1, cell(value), self._plain)
            row += 1
        inputs = [(str(number), f"{item.path}  {item.sha256}") for number, item in enumerate(report.inputs, 1)]
        row = self._table(sheet, row + 1, ("序号", "文件和 SHA-256"), inputs[: _ROWS // 4])
        told = [
            (code, f"{len(records)} 条：{records[0].facts['clears']}；材料：{_listed(records[0].facts.get('keep'))}")
            for code, records in clues(report).items()
        ]
        if told:
            self._table(sheet, row + 1, ("线索", "合理解释和材料"), told)

    def _findings(self, room: str, records: list[Record]) -> None:
        """A sheet for the findings of a room; of more than a sheet holds, the next goes on."""
        most = _ROWS - 1
        for start in range(0, len(records), most):
            sheet = self._sheet(room_name(room))
            some = records[start : start + most]
            for column, (head, width) in enumerate(_COLUMNS):
                sheet.set_column(column, column, width)
                sheet.write_string(0, column, head, self._head)
            sheet.freeze_panes(1, 4)
            sheet.autofilter(0, 0, len(some), len(_COLUMNS) - 1)
            sheet.repeat_rows(0)
            sheet.print_area(0, 0, len(some), _PRINTED)
            sheet.data_validation(1, _VERDICT, len(some), _VERDICT, {"validate": "list", "source": list(_VERDICTS)})
            for row, record in enumerate(some, 1):
                self._finding(sheet, row, start + row, record)

    def _finding(self, sheet: Worksheet, row: int, number: int, record: Record) -> None:
        sheet.write_number(row, 0, number, self._plain)
        sheet.write_string(row, 1, record.level.chinese, self._levels[record.level])
        values = list(_values(record))
        sheet.set_row(row, _height(values, record))
        for column, value in enumerate(values, 2):
            if column == _WORDS:
                self._words(sheet, row, record)
            elif isinstance(value, int):
                sheet.write_number(row, column, value, self._plain)
            else:
                sheet.write_string(row, column, cell(value), self._plain)

    def _words(self, sheet: Worksheet, row: int, record: Record) -> None:
        """The words found in red between what surrounds them."""
        before, words, after = (visible(text) for text in (record.words.before, record.words.text, record.words.after))
        if len(before) + len(words) + len(after) > _CELL or not words.strip() or not (before or after):
            sheet.write_string(row, _WORDS, cell(before + words + after), self._plain)
            return
        pieces: list[Any] = [self._run, before] if before else []
        pieces += [self._red, words]
        pieces += [self._run, after] if after else []
        sheet.write_rich_string(row, _WORDS, *pieces, self._plain)

    def _undone(self) -> None:
        sheet = self._sheet("未做完")
        heads = (("种类", 12), ("文件或者检查", 44), ("原因", 80))
        for column, (_, width) in enumerate(heads):
            sheet.set_column(column, column, width)
        rows = [("没有做完", item.path, item.message) for item in self._report.failures]
        rows += [("没有看", "、".join(names), reason) for reason, names in skipped(self._report)]
        rows += [("已接受", "", remark) for remark in self._report.remarks]
        self._table(sheet, 0, [name for name, _ in heads], rows[: _ROWS - 1])
        sheet.freeze_panes(1, 0)

    def _laws(self) -> None:
        sheet = self._sheet("法条")
        heads = (("法条", 44), ("版本", 16), ("要点（ipcheck 自拟）", 70), ("核实", 8), ("发现", 8), ("检查", 40))
        for column, (_, width) in enumerate(heads):
            sheet.set_column(column, column, width)
        rows = [
            (
                item.basis.label,
                item.basis.edition,
                item.basis.summary,
                "是" if item.basis.verified else "未核实",
                str(item.count),
                "、".join(item.codes),
            )
            for item in cited(self._report)
        ]
        end = self._table(sheet, 0, [name for name, _ in heads], rows)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, end - 1, len(heads) - 1)


def _height(values: Sequence[str | int], record: Record) -> float:
    """How high the row has to be, in points: not every program finds out by itself for text that wraps."""
    around = record.words.before + record.words.text + record.words.after
    lines = 1
    for column, value in enumerate(values, 2):
        text = around if column == _WORDS else str(value)
        width = _COLUMNS[column][1] - 1
        rows = (width_of(line[: _HIGHEST * width]) for line in text.split("\n")[:_HIGHEST])
        lines = max(lines, sum(max(1, -(-columns // width)) for columns in rows))
    return min(lines, _HIGHEST) * _LINE + 2


def _values(record: Record) -> Iterator[str | int]:
    """The cells of a finding from its code on."""
    words, fix, accepted = record.words, record.fix, record.accepted
    yield record.code
    yield record.check
    yield words.path
    yield part_name(record.part) if record.part else ""
    yield record.claim if record.claim is not None else ""
    yield words.source + (f"第{words.column}字" if words.source.endswith("行") else "")
    yield words.text
    yield record.message
    yield ("" if fix is None else fix.text or "（删去）") + ("（可自动修改）" if fix is not None and fix.safe else "")
    yield "；".join(item.short + ("" if item.verified else "（未核实）") for item in record.basis)
    others = [f"{item.path} {item.source}：{item.text[:80]}" for item in record.related[:_MOST_RELATED]]
    if len(record.related) > _MOST_RELATED:
        others.append(f"另有 {len(record.related) - _MOST_RELATED} 处")
    yield "\n".join(others)
    yield "；".join(_facts(record))
    yield ""
    yield ""
    yield f"{accepted.reason}（{accepted.name}，{accepted.date}）" if accepted is not None else ""
    yield record.fingerprint


def _facts(record: Record) -> Iterator[str]:
    """What a finding of two sides tells of the other: its name, how alike, which words were swapped."""
    facts = record.facts
    for key, name in _OTHER_SIDE.items():
        if isinstance(facts.get(key), (str, int, float)) and facts[key] != "":
            yield f"{name}：{facts[key]}"
    swaps = facts.get("swaps")
    if isinstance(swaps, list) and swaps:
        pairs = [f"{item.get('from')}→{item.get('to')}" for item in swaps if isinstance(item, dict)]
        yield f"换词：{'、'.join(pairs)}"


def _listed(value: Any) -> str:
    return "、".join(map(str, value)) if isinstance(value, list) else ""


__all__ = ["cell", "render"]
