"""The workbook that an expert fills in: points with limits that Excel keeps, the machine's findings beside them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from ipcheck.model import Report
from ipcheck.review.machine import by_mark
from ipcheck.review.rosters import File
from ipcheck.review.scheme import Scheme
from ipcheck.review.scoring import OPINIONS

POINTS, FINDINGS, REMARKS, ABOUT = "评分", "机检发现", "总评", "说明"
POINT_HEAD = ("卷号", "部分", "项", "评分项", "满分", "得分", "扣分理由", "看什么")
FINDING_HEAD = ("卷号", "序号", "级别", "编号", "位置", "原文", "说明", "依据", "意见")
REMARK_HEAD = ("卷号", "类型", "领域", "总评")
_POINT_WIDTHS = (8, 14, 6, 24, 6, 8, 36, 44)
_FINDING_WIDTHS = (8, 11, 6, 9, 26, 24, 60, 30, 9)
_REMARK_WIDTHS = (8, 12, 12, 80)
_MOST = 32_000
# The same sheet gives the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)


def workbook(
    expert: str, scheme: Scheme, files: Mapping[str, File], reports: Mapping[str, Report], title: str
) -> bytes:
    """The bytes of an expert's .xlsx: the files by code, what the machine found in each.

    Cells to fill in are open, all others are locked (without a password: against slips, not against people).
    """
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": "ipcheck", "created": _MADE})
    looks = _looks(book)
    _points(book, looks, scheme, files)
    _findings(book, looks, files, reports)
    _remarks(book, looks, files)
    _about(book, looks, expert, scheme, title)
    book.close()
    return buffer.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    common = {"font_name": "宋体", "font_size": 10, "valign": "top", "text_wrap": True, "border": 1}
    return {
        "head": book.add_format({**common, "bold": True, "bg_color": "#DDE6F0", "align": "center"}),
        "fixed": book.add_format({**common, "bg_color": "#F5F5F5"}),
        "open": book.add_format({**common, "locked": False}),
        "title": book.add_format({"font_name": "宋体", "font_size": 12, "bold": True}),
        "plain": book.add_format({"font_name": "宋体", "font_size": 10, "text_wrap": True, "valign": "top"}),
    }


def _sheet(book: Any, looks: Mapping[str, Any], name: str, head: Sequence[str], widths: Sequence[int]) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True, "sort": False})
    for column, (words, width) in enumerate(zip(head, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words, looks["head"])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _points(book: Any, looks: Mapping[str, Any], scheme: Scheme, files: Mapping[str, File]) -> None:
    sheet = _sheet(book, looks, POINTS, POINT_HEAD, _POINT_WIDTHS)
    row = 0
    for code in files:
        for item in scheme.items:
            row += 1
            for column, words in enumerate((code, item.part, item.number, item.name)):
                sheet.write_string(row, column, words, looks["fixed"])
            sheet.write_number(row, 4, item.points, looks["fixed"])
            sheet.write_blank(row, 5, None, looks["open"])
            sheet.write_blank(row, 6, None, looks["open"])
            sheet.write_string(row, 7, item.hint, looks["fixed"])
            sheet.data_validation(
                row,
                5,
                row,
                5,
                {
                    "validate": "decimal",
                    "criteria": "between",
                    "minimum": 0,
                    "maximum": item.points,
                    "error_title": "得分",
                    "error_message": f"请填 0 到 {item.points:g} 的数",
                },
            )
    sheet.autofilter(0, 0, max(row, 1), len(POINT_HEAD) - 1)


def _findings(book: Any, looks: Mapping[str, Any], files: Mapping[str, File], reports: Mapping[str, Report]) -> None:
    sheet = _sheet(book, looks, FINDINGS, FINDING_HEAD, _FINDING_WIDTHS)
    row = 0
    for code in files:
        for mark, record in by_mark(reports[code]).items() if code in reports else ():
            row += 1
            place = record.words.source if record.claim is None else f"权利要求{record.claim} {record.words.source}"
            basis = "；".join(item.short for item in record.basis)
            told = (code, mark, record.level.chinese, record.code, place, record.words.text, record.message, basis)
            for column, words in enumerate(told):
                sheet.write_string(row, column, _plain(words), looks["fixed"])
            sheet.write_blank(row, 8, None, looks["open"])
            sheet.data_validation(row, 8, row, 8, {"validate": "list", "source": list(OPINIONS)})
    sheet.autofilter(0, 0, max(row, 1), len(FINDING_HEAD) - 1)


def _remarks(book: Any, looks: Mapping[str, Any], files: Mapping[str, File]) -> None:
    sheet = _sheet(book, looks, REMARKS, REMARK_HEAD, _REMARK_WIDTHS)
    for row, (code, file) in enumerate(files.items(), 1):
        for column, words in enumerate((code, file.kind, file.field)):
            sheet.write_string(row, column, words, looks["fixed"])
        sheet.write_blank(row, 3, None, looks["open"])


def _about(book: Any, looks: Mapping[str, Any], expert: str, scheme: Scheme, title: str) -> None:
    sheet = book.add_worksheet(ABOUT)
    sheet.set_column(0, 0, 100)
    lines = (
        title,
        f"专家：{expert}",
        f"评分方案：{scheme.title}",
        "“评分”表：每份案卷每一项填得分（0 到满分），扣了分的写明理由。",
        "“机检发现”表：机器的发现只供参考；在“意见”列选 成立、不成立 或者 存疑，不选表示没有意见。"
        "过半专家认为不成立的不扣分。",
        "“总评”表：每份案卷一两句话，会反馈给机构。",
        "灰色的格子不要改；案卷已经匿名，请不要打听是谁写的；认出来了请告诉组织者并回避。",
    )
    for row, words in enumerate(lines):
        sheet.write_string(row, 0, words, looks["title" if row == 0 else "plain"])


def _plain(text: str) -> str:
    """``text`` as a cell can hold it: no control characters, not too long."""
    shown = "".join(character if character >= " " or character == "\n" else " " for character in text)
    return shown if len(shown) <= _MOST else shown[:_MOST] + "……"


__all__ = [
    "FINDINGS",
    "FINDING_HEAD",
    "POINTS",
    "POINT_HEAD",
    "REMARKS",
    "REMARK_HEAD",
    "workbook",
]
