"""Makes templates/review/评分单.docx: ``python -m tests.make_review_form``."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ipcheck.word_form import without_clock
from tests.conftest import ROOT

TARGET = ROOT / "templates" / "review" / "评分单.docx"
_ITEMS = ("项", "部分", "评分项", "满分", "得分", "扣分理由")
# Centimetres of the 17 that a page has.
_ITEM_WIDTHS = (1.2, 2.6, 6.4, 1.3, 1.5, 4.0)
_FINDING_WIDTHS = (2.0, 1.2, 2.6, 3.2, 6.4, 1.6)
_FINDINGS = ("序号", "级别", "位置", "原文", "说明", "意见")


def build() -> bytes:
    """The bytes of the template."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "宋体", Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    document.core_properties.author = document.core_properties.last_modified_by = "ipcheck"
    document.add_heading("{{ title }}", 1)
    document.add_paragraph("案卷 {{ code }}　类型 {{ kind }}　领域 {{ field }}")
    document.add_paragraph("评分方案：{{ scheme }}")
    _table(
        document,
        _ITEMS,
        "items",
        ("i.number", "i.part", "i.name + '：' + i.hint", "i.points", "''", "''"),
        _ITEM_WIDTHS,
    )
    document.add_heading("机检发现（供参考；意见填 成立、不成立 或者 存疑）", 2)
    row = ("i.mark", "i.level", "i.place", "i.words", "i.message + '（' + i.basis + '）'", "''")
    _table(document, _FINDINGS, "findings", row, _FINDING_WIDTHS)
    document.add_heading("总评", 2)
    for _ in range(4):
        document.add_paragraph("")
    document.add_paragraph("专家签名：　　　　　　　　日期：")
    buffer = io.BytesIO()
    document.save(buffer)
    return without_clock(buffer.getvalue())


def _table(
    document: docx.document.Document,
    head: tuple[str, ...],
    name: str,
    cells: tuple[str, ...],
    widths: tuple[float, ...],
) -> None:
    table = document.add_table(rows=4, cols=len(head), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
    for column, words in enumerate(head):
        table.cell(0, column).text = words
    table.cell(1, 0).text = f"{{%tr for i in {name} %}}"
    for column, value in enumerate(cells):
        table.cell(2, column).text = f"{{{{ {value} }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    TARGET.write_bytes(build())
