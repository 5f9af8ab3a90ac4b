"""Which lines are which part."""

from __future__ import annotations

from ipcheck.patent.parts import PartName, draw_parts
from tests.readers.docx_samples import cell, load, p, row, table


def test_a_cell_of_the_request_form_opens_no_part() -> None:
    form = table(
        row(cell(p("发明名称")), cell(p("一种杯子"))),
        row(cell(p("摘要附图")), cell(p("图1"))),
        row(cell(p("申请文件清单")), cell(p("权利要求书"), p("1份3页"))),
    )
    parts = draw_parts([load(p("发明专利请求书") + form + p("权利要求书") + p("1. 一种杯子，包括杯体。"))])
    assert [str(line) for line in parts[PartName.REQUEST].lines] == [
        "发明名称",
        "一种杯子",
        "摘要附图",
        "图1",
        "申请文件清单",
        "权利要求书",
        "1份3页",
    ]
    assert [str(line) for line in parts[PartName.CLAIMS].lines] == ["1. 一种杯子，包括杯体。"]
