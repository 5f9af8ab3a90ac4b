from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck, MarkKind, fold
from ipcheck.trademark.wording import generic_names


class TmGenericName(MarkCheck):
    """商标仅有本商品或者服务的通用名称。

    通用名称是同行都要用的词，不能由一家独占；加了有显著性的部分就不是“仅有”，不报。
    加上有显著性的文字或者图形；确已通过使用取得显著性的，准备证据在驳回复审中主张。
    通用名称取自手写的常见名称（按类别）和本行商品栏里的项目，完全相同才报；是不是通用以申请日的事实为准，区域性的通用名称要另查。
    """

    code = "TMD001"
    level = Level.ERROR
    basis = (cite("商标法", "17.1(1)"), cite("商标法", "17.2"))
    message = "“{words}”是第{classes}类商品或者服务的通用名称：请加上有显著性的部分，或者准备使用取得显著性的证据"
    uses = ("商品通用名称",)

    good = (
        "商标\t类别\n蔡林记热干面\t30\n",
        "商标\t类别\n苹果\t9\n",
        "商标\t类别\t商品\n福来\t33\t白酒\n",
        "商标\t类别\t图样\n热干面\t\t\n",
        "商标\t商标类型\t类别\n茶\t组合\t9\n",
    )
    bad = (
        "商标\t类别\n⟦热干面⟧\t30\n",
        "商标\t类别\t商品\n⟦养蜂箱⟧\t21\t养蜂箱、茶壶\n",
        "商标\t类别\n⟦热 干 面⟧\t30\n",
        "商标\t类别\n⟦苹果⟧\t9、31\n",
    )
    missed = (
        "商标\t类别\n⟦馍馍⟧\t30\n",
        "商标\t类别\n⟦洗碗帕⟧\t21\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is not None and fold(mark.text) in generic_names(mark):
            # Beside a device the words alone are not the mark.
            grave = Level.WARNING if mark.kind is MarkKind.COMPOSITE else None
            classes = "、".join(map(str, mark.classes))
            yield self.at(mark.words, classes=classes, level=grave, on=self.day(mark))
