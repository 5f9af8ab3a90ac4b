"""Makes templates/尽职留痕.docx: ``python -m tests.make_duty_form``."""

from __future__ import annotations

import io

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from ipcheck.word_form import without_clock
from tests.conftest import ROOT

TARGET = ROOT / "templates" / "尽职留痕.docx"
_INPUTS = (("文件", "i.path", 8.0), ("SHA-256", "i.sha256", 9.0))
_FINDINGS = (
    ("级别", "i.level", 1.2),
    ("编号", "i.code", 2.0),
    ("位置", "i.place", 2.6),
    ("原文", "i.words", 2.6),
    ("问题", "i.message + '（' + i.basis + '）'", 5.0),
    ("处理", "i.handled", 3.6),
)


def build() -> bytes:
    """The bytes of the template."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "宋体", Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    document.core_properties.author = document.core_properties.last_modified_by = "ipcheck"
    document.add_heading("尽职留痕", 1)
    document.add_paragraph("案件：{{ case }}")
    document.add_paragraph("检查：{{ room }}，按 {{ day }} 的法律，ipcheck {{ version }}")
    document.add_paragraph("检查项：{{ checks }} 项（{{ codes }}）")
    document.add_heading("检查的文件", 2)
    _table(document, "inputs", _INPUTS)
    document.add_heading("发现和处理", 2)
    document.add_paragraph("{{ counts }}")
    _table(document, "findings", _FINDINGS)
    document.add_paragraph("{%p for i in failures %}")
    document.add_paragraph("{{ i }}")
    document.add_paragraph("{%p endfor %}")
    document.add_heading("签名", 2)
    document.add_paragraph("以上由机器检查，供本机构留存，不代表官方结论。本人已阅看上述发现和处理。")
    document.add_paragraph("经办：{{ by }}　　签名：　　　　　　　　日期：")
    document.add_paragraph("复核：　　　　　　签名：　　　　　　　　日期：")
    document.add_paragraph("记录摘要（SHA-256）：{{ digest }}")
    buffer = io.BytesIO()
    document.save(buffer)
    return without_clock(buffer.getvalue())


def _table(document: docx.document.Document, name: str, columns: tuple[tuple[str, str, float], ...]) -> None:
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    table.autofit = False
    for number, (head, value, width) in enumerate(columns):
        table.columns[number].width = Cm(width)
        for row in table.rows:
            row.cells[number].width = Cm(width)
        table.cell(0, number).text = head
        table.cell(2, number).text = f"{{{{ {value} }}}}"
    for row, mark in ((table.rows[0], "w:tblHeader"), (table.rows[2], "w:cantSplit")):
        row._tr.get_or_add_trPr().append(OxmlElement(mark))
    table.cell(1, 0).text = f"{{%tr for i in {name} %}}"
    table.cell(3, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    TARGET.write_bytes(build())
