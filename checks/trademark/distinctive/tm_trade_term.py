from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck, fold
from ipcheck.trademark.wording import classed, cut, generic_names


class TmTradeTerm(MarkCheck):
    """商标仅由行业常用语、经营场所或者促销用语组成。

    旗舰店、批发部、包邮这样的用语谁都在用，消费者不会当作商标；加了有显著性的部分就不报。
    换成有显著性的文字。
    """

    code = "TMD007"
    basis = (cite("商标法", "17.1(3)"),)
    message = "“{words}”只由行业常用语组成（{parts}）：请加上有显著性的文字"
    uses = ("行业用语", "商品通用名称", "描述性词")

    good = (
        "商标\t类别\n旗舰鲸\t35\n",
        "商标\t类别\n福来旗舰店\t35\n",
        "商标\t类别\n爆款\t\n",
    )
    bad = (
        "商标\t类别\n⟦旗舰店⟧\t35\n",
        "商标\t类别\n⟦优质白酒专卖店⟧\t33\n",
        "商标\t类别\n⟦厂家直销批发部⟧\t35\n",
    )
    missed = (
        "商标\t类别\n⟦买一送一⟧\t35\n",
        "商标\t类别\n⟦小卖部⟧\t35\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is None or not mark.classes:
            return
        trade = {entry.word for entry in mark.lists.shipped("行业用语")}
        plain = generic_names(mark) | classed("描述性词", mark.classes)
        found = cut(fold(mark.text), trade, plain)
        if found and any(piece.kind == "generic" for piece in found):
            yield self.at(mark.words, parts="、".join(piece.word for piece in found), on=self.day(mark))
