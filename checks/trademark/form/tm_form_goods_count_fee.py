from collections import Counter
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormGoodsCountFee(MarkCheck):
    """一个类别里的商品超过十项，要加收申请费。

    按收费标准每类十项以内一次收费，超出的每项另收；这里只提示费用，不影响能否注册。
    核对超出的项目是否都需要，不用的删去。收费标准凭公开信息手写、未核对原文，以缴费时公布的为准。
    """

    code = "TMF007"
    level = Level.ADVICE
    basis = (cite("商标条例", "18.2"),)
    message = "第{nice}类有{count}项商品，超过10项，加收{more}项（电子申请每项约27元，以缴费时公布的标准为准）"

    good = (
        "商标\t类别\t商品\n福来\t33\t白酒、黄酒、果酒\n",
        "商标\t类别\t商品\n福来\t1,2\t甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子、丑\n",
    )
    bad = (
        "商标\t类别\t商品\n福来\t33\t⟦甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子、丑⟧\n",
        "商标\t类别\t商品\n福来\t1,2\t⟦第1类：甲、乙、丙、丁、戊、己、庚、辛、壬、癸、子；第2类：丑⟧\n",
    )

    # 每类十项以内一次收费（收费标准，未核对原文）。
    _FREE = 10

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.GOODS)
        if cell is None:
            return
        counts: Counter[int] = Counter()
        for item in mark.goods:
            nice = item.nice or (int(item.group[:2]) if item.group else 0)
            if not nice and len(mark.classes) == 1:
                nice = mark.classes[0]
            counts[nice] += 1
        for nice, count in sorted(counts.items()):
            if nice and count > self._FREE:
                yield self.at(cell, nice=nice, count=count, more=count - self._FREE, on=self.day(mark))
