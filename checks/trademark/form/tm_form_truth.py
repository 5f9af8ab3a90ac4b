from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck
from ipcheck.trademark.periods import days_told


class TmFormTruth(MarkCheck):
    """申报的事项互相矛盾：使用证据的日期晚于申请日，或者成立日期晚于证据日期。

    为申请商标注册所申报的事项和提供的材料应当真实、准确、完整；矛盾的材料会影响采信。
    核对证据的日期，删去或者更正；这里只提示矛盾，材料是否真实由人核对。
    """

    code = "TMF028"
    basis = (cite("商标法", "31"),)
    message = "“{words}”{what}：请核对，材料应当真实、准确"

    good = (
        "商标\t申请日\t使用证据\n福来\t2026-05-01\t2025-03-02销售合同；2026年4月发票\n",
        "商标\t申请日\t使用证据\n福来\t2026-05-01\t\n",
        "商标\t申请日\t使用证据\t成立日期\n福来\t2026-05-01\t2025-03-02销售合同\t2020-01-05\n",
    )
    bad = (
        "商标\t申请日\t使用证据\n福来\t2026-05-01\t2025-03-02销售合同；⟦2026-06-02⟧发票\n",
        "商标\t申请日\t使用证据\t成立日期\n福来\t2026-05-01\t⟦2019-03-02⟧销售合同\t2020-01-05\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell, founded = mark.row.cell(Column.EVIDENCE), mark.row.day(Column.FOUNDED)
        for day, span in days_told(cell) if cell is not None else ():
            what = ""
            if day > self.day(mark):
                what = f"晚于申请日{self.day(mark).isoformat()}"
            elif founded is not None and day < founded:
                what = f"早于申请人的成立日期{founded.isoformat()}"
            if what:
                yield self.at(span, what=what, on=self.day(mark))
