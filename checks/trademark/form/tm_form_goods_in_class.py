from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck


class TmFormGoodsInClass(MarkCheck):
    """商品或者服务不属于所填的类别。

    商品项目要按分类表的类别号和名称填写，类别填错的要补正，补正期满不改的不予受理。
    改到它所属的类别，或者换成该类的规范项目；只认手写的常见商品名称，名称完全相同才报。
    """

    code = "TMF004"
    level = Level.ERROR
    basis = (cite("商标条例", "15.1"), cite("商标法", "26.1"))
    message = "“{item}”通常属于第{right}类，不在所填的第{written}类：请改类别或者换成该类的规范项目"
    uses = ("商品通用名称",)

    good = (
        "商标\t类别\t商品\n福来\t33\t白酒、葡萄酒\n",
        "商标\t类别\t商品\n福来\t32,33\t啤酒；白酒\n",
        "商标\t类别\t商品\n福来\t35\t替他人推销\n",
        "商标\t类别\t商品\n福来\t30\t药膳面\n",
    )
    bad = (
        "商标\t类别\t商品\n福来\t32\t啤酒、⟦白酒⟧\n",
        "商标\t类别\t商品\n福来\t18\t⟦服装（2501）⟧\n",
        "商标\t类别\t商品\n福来\t9,33\t第9类：⟦白酒⟧；第33类：葡萄酒\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        known = mark.lists.shipped("商品通用名称")
        for item in mark.goods:
            entry = known.get(item.name)
            written = (item.nice,) if item.nice in mark.classes else mark.classes
            if entry is None or not written:
                continue
            right = entry.facts["classes"].split()
            if not set(right) & set(map(str, written)):
                yield self.at(
                    item.span,
                    item=item.name,
                    right="、".join(right),
                    written="、".join(map(str, written)),
                    on=self.day(mark),
                )
