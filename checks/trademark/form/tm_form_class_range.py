from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormClassRange(MarkCheck):
    """类别不在 1 到 45 之内，或者没有写类别。

    商品和服务按尼斯分类分为 45 类，类别写错的申请要补正或者不予受理。
    核对分类表，一份申请可以写多个类别，逐类写清商品。
    """

    code = "TMF001"
    level = Level.ERROR
    basis = (cite("商标法", "26.1"), cite("商标条例", "15.1"))
    message = "{what}：类别应当是 1 到 45"

    good = ("商标\t类别\n福来\t33\n", "商标\t类别\n福来\t9、35\n", "商标\t类别\n福来\t第09类\n")
    bad = ("商标\t类别\n福来\t⟦46⟧\n", "商标\t类别\n⟦福来⟧\t\n", "商标\t类别\n福来\t⟦酒类⟧\n")

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.CLASS)
        wrong = [number for number in mark.classes if not 1 <= number <= 45]
        if cell is None:
            yield self.at(mark.span, what="没有写类别", on=self.day(mark))
        elif not mark.classes:
            yield self.at(cell, what=f"“{cell}”里没有类别号", on=self.day(mark))
        elif wrong:
            yield self.at(cell, what=f"没有第{'、'.join(map(str, wrong))}类", on=self.day(mark))
