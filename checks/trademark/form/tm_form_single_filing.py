from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Column, Mark, MarkCheck


class TmFormSingleFiling(MarkCheck):
    """一份申请写了几个类别，商品没有按类别分列。

    一份申请可以就多个类别申请同一商标，但每个类别要各列自己的商品；混在一起看不出哪项属于哪类。
    写成“第9类：……；第35类：……”，或者在商品后写类似群，也可以一类一行。
    """

    code = "TMF030"
    level = Level.ADVICE
    basis = (cite("商标法", "26.2"), cite("商标条例", "15.1"))
    message = "写了第{classes}类，{what}：请按类别分列商品"
    needs = (Column.GOODS,)

    good = (
        "商标\t类别\t商品\n福来\t9、35\t第9类：手机；第35类：广告\n",
        "商标\t类别\t商品\n福来\t9、35\t手机（0907）、广告（3501）\n",
        "商标\t类别\t商品\n福来\t9\t手机、耳机\n",
        "商标\t类别\t商品\n福来\t9、35\t\n",
    )
    bad = (
        "商标\t类别\t商品\n福来\t9、35\t⟦手机、广告⟧\n",
        "商标\t类别\t商品\n福来\t9、35、43\t⟦第9类：手机；第35类：广告⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        cell = mark.row.cell(Column.GOODS)
        if cell is None or len(mark.classes) < 2 or not mark.goods:
            return
        told = {item.nice or (int(item.group[:2]) if item.group else 0) for item in mark.goods}
        empty = [number for number in mark.classes if number not in told]
        written = "、".join(map(str, mark.classes))
        if told == {0}:
            yield self.at(cell, classes=written, what="商品没有分类别", on=self.day(mark))
        elif empty:
            what = f"第{'、'.join(map(str, empty))}类没有商品"
            yield self.at(cell, classes=written, what=what, on=self.day(mark))
