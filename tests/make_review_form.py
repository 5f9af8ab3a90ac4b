"""Makes templates/review/评分单.docx: ``python -m tests.make_review_form``."""

from __future__ import annotations

import io

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ipcheck.review.forms import _without_clock
from tests.conftest import ROOT

TARGET = ROOT / "templates" / "review" / "评分单.docx"
_ITEMS = ("项", "部分", "评分项", "满分", "得分", "扣分理由")
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
    _table(document, _ITEMS, "items", ("i.number", "i.part", "i.name + '：' + i.hint", "i.points", "''", "''"))
    document.add_heading("机检发现（供参考；意见填 成立、不成立 或者 存疑）", 2)
    row = ("i.mark", "i.level", "i.place", "i.words", "i.message + '（' + i.basis + '）'", "''")
    _table(document, _FINDINGS, "findings", row)
    document.add_heading("总评", 2)
    for _ in range(4):
        document.add_paragraph("")
    document.add_paragraph("专家签名：　　　　　　　　日期：")
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_clock(buffer.getvalue())


def _table(document: docx.document.Document, head: tuple[str, ...], name: str, cells: tuple[str, ...]) -> None:
    table = document.add_table(rows=4, cols=len(head), style="Table Grid")
    for column, words in enumerate(head):
        table.cell(0, column).text = words
    table.cell(1, 0).text = f"{{%tr for i in {name} %}}"
    for column, value in enumerate(cells):
        table.cell(2, column).text = f"{{{{ {value} }}}}"
    table.cell(3, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    TARGET.write_bytes(build())
