from collections.abc import Iterator
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck, MarkKind


class TmFormDynamic(MarkCheck):
    """2027年1月1日以前提交动态标志的申请。

    动态标志由2026年修订的商标法新列为可以注册的标志，2027年1月1日起施行，此前提交没有依据。
    等到施行以后再提交；材料要求届时以国家知识产权局公布的为准。
    """

    code = "TMF015"
    basis = (cite("商标法", "14"), cite("商标法", "18"))
    message = "动态标志自2027年1月1日起才可以申请，拟申请日是{day}：请推迟提交"

    good = (
        "商标\t商标类型\t申请日\n翻页\t动态\t2027-02-01\n",
        "商标\t商标类型\t申请日\n福来\t文字\t2026-12-01\n",
    )
    bad = ("商标\t商标类型\t申请日\n翻页\t⟦动态⟧\t2026-12-01\n",)

    _SINCE = date(2027, 1, 1)

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        day = self.day(mark)
        if mark.kind is MarkKind.MOTION and day < self._SINCE:
            yield self.at(mark.row.span(Column.KIND), day=day.isoformat(), on=day)
