from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Batch, BatchCheck
from ipcheck.abnormal.grids import title_grids, titles_of
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class TitleGrammarGrid(BatchCheck):
    """多件申请的名称由两组词两两搭配而成，像是按格子生成的。

    对象和产品各列一张表、逐格出题，是批量编造题目的常见做法。
    各件确有研发的，备好每件的研发记录；是一个项目的系列产品的，列入系列申请清单并写理由。
    """

    @dataclass(frozen=True)
    class Options:
        """least：两两搭配而成的名称几件起报"""

        least: int = 5

    code = "DUP012"
    level = Level.ADVICE
    basis = (cite("令77", "3(3)"), cite("令77", "3(1)"))
    message = (
        "风险线索：{count} 件申请的名称由 {rows} 个词与 {columns} 个词两两搭配而成（内部阈值 {least} 件），"
        "请说明各件的研发"
    )
    clears = "各件分别有研发，或者是一个项目的系列产品"
    keep = ("立项材料", "各件的研发记录")

    good = (
        "说明书\n一种猫用饮水器\n技术领域\n本发明涉及宠物用品。\n=====\n说明书\n一种猫用梳毛器\n技术领域\n本发明涉及宠物用品。\n=====\n"
        "说明书\n一种狗用饮水器\n技术领域\n本发明涉及宠物用品。",
    )
    bad = (
        "说明书\n⟦一种猫用饮水器⟧\n技术领域\n本发明涉及宠物用品。\n=====\n说明书\n一种猫用梳毛器\n技术领域\n本发明涉及宠物用品。\n=====\n"
        "说明书\n一种狗用饮水器\n技术领域\n本发明涉及宠物用品。\n=====\n说明书\n一种狗用梳毛器\n技术领域\n本发明涉及宠物用品。\n=====\n"
        "说明书\n一种兔用饮水器\n技术领域\n本发明涉及宠物用品。\n=====\n说明书\n一种兔用梳毛器\n技术领域\n本发明涉及宠物用品。",
    )

    def find(self, batch: Batch, /) -> Iterator[Finding]:
        for cells in title_grids(titles_of(batch), self.options.least):
            rows = sorted({row for _, _, row, _ in cells})
            columns = sorted({column for _, _, _, column in cells})
            yield self.at(
                cells[0][1],
                related=[span for _, span, _, _ in cells[1:]],
                facts={"rows": rows, "columns": columns},
                count=len(cells),
                rows=len(rows),
                columns=len(columns),
                least=self.options.least,
            )
