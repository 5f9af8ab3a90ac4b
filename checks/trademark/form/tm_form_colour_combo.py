import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck, MarkKind


class TmFormColourCombo(MarkCheck):
    """颜色组合商标没有说明使用方式。

    颜色组合是指由两种以上颜色组成、不限定形状的标志，应当在申请书中声明并说明使用方式；它与“指定颜色”是两回事。
    在“商标说明”里写明颜色（最好有色号）、各占的比例和用在商品的什么位置。
    """

    code = "TMF013"
    level = Level.ERROR
    basis = (cite("商标条例", "13.4"), cite("商标条例", "13.1"))
    message = "颜色组合商标{what}：请在“商标说明”里写明颜色和使用方式"

    good = (
        "商标\t商标类型\t商标说明\n橙灰\t颜色组合\t橙色和灰色组合，使用于电动工具外壳\n",
        "商标\t商标类型\t指定颜色\t商标说明\n福来\t文字\t红色\t\n",
    )
    bad = (
        "商标\t商标类型\t商标说明\n橙灰\t⟦颜色组合⟧\t\n",
        "商标\t商标类型\t商标说明\n橙灰\t⟦颜色组合⟧\t橙色与灰色\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        told = mark.row.text(Column.DESCRIPTION)
        if mark.kind is MarkKind.COLOURS and not re.search(r"使用|用于|用在|用作|施用|涂", told):
            what = "没有说明使用方式" if told else "没有任何说明"
            yield self.at(mark.row.span(Column.KIND), what=what, on=self.day(mark))
