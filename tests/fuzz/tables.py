"""Tables of known columns with cells of anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from tests.fuzz.draw import Draw

_CELLS = (
    "", "", "1", "0", "-1", "46", "2024-03-05", "2024/3/5", "20240305", "2026-13-45", "0000-00-00", "45000",
    "9999999", "1900-01-01", "2099-12-31", "长期", "无", "是", "否", "有", "甲", "乙公司", "某某科技有限公司", "张三",
    "张三；李四", "张三,李四、王五", "202610000000.0", "CN202610000000.1", "2.02E+12", "1e999", "nan", "25.0",
    "发明专利", "实用新型", "外观设计", "注册", "已无效", "驳回", "福来", "热干面", "GREEN LEAF", "中国",
    "人民大会堂", "100%", "33", "9；35", "类别 9", "３３", "白酒（3301）", "手机；计算机", "3301", "B60R 1/00",
    "G06F", "85%", "北京市海淀区1号", "湖北省武汉市", "13800000000", "a@b.c", "110101199001011234", "x",
    "=cmd|'/c calc'!A1", "+1", "@A", "\x1b[31m", "\u202e", "a\nb", "a\tb", "“", "<b>", "长" * 200, "转让", "费减",
    "100万元", "-", "1,000", "图样.jpg", "../../etc/passwd", "文字", "图形", "声音", "颜色组合", "法人", "自然人",
    "2020年12月", "²", "٣", "①", "十",
)  # fmt: skip


def table_text(draw: Draw, columns: Sequence[str], most: int = 25) -> str:
    """A .csv of some of ``columns``, mostly all of them, with rows of cells."""
    kind = draw.byte()
    header = list(columns) if kind < 160 else [name for name in columns if draw.byte() % 3]
    if kind % 7 == 0:
        header.append(draw.one(("备注", "", "列", *columns)))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for _ in range(draw.below(most + 1)):
        if not draw.left:
            break
        row = [draw.text(5) if draw.byte() % 6 == 0 else draw.one(_CELLS) for _ in header]
        writer.writerow(row[: -1 if draw.byte() % 16 == 0 else None])
        if draw.byte() % 3 == 0:
            writer.writerow(row)
    return buffer.getvalue().replace("\x00", "")


__all__ = ["table_text"]
