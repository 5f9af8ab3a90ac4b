import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck

_SAID = re.compile(r"非规范|非标准|自拟|自造|未列入")
_COINED = re.compile(
    r"(?:智能|量子|纳米|负离子|元宇宙|区块链|AI|太赫兹|能量)\w{0,4}(?:养生|理疗|保健|健康|美容|减肥|排毒|熏蒸)\w{0,2}"
    r"(?:仪|机|器|舱|毯|垫|馆|屋|床|椅)",
    re.IGNORECASE,
)


class TmFormGoodsNonstandard(MarkCheck):
    """商品或者服务项目不是规范名称，又没有附说明。

    项目名称没有列入分类表的，应当附送说明，否则容易收到补正。
    换成区分表里的规范项目，或者在“商品说明”列写明它的用途、材料、与哪个规范项目相近。
    给出名单“商品项目”（区分表的规范项目，每行一个）时逐项对照；没有名单时只看自己标为非规范、自拟的项目和“智能养生仪”一类自造名称。
    """

    code = "TMF005"
    basis = (cite("商标条例", "15.1"),)
    message = "“{item}”{why}：请换成规范项目，或者在“商品说明”里说明"
    uses = ("商品项目",)

    good = (
        "商标\t类别\t商品\t商品说明\n福来\t10\t智能养生仪\t家用低频按摩器具，与1003群按摩器械相近\n",
        "商标\t类别\t商品\n福来\t9\t智能手机；智能手表\n",
        "商标\t类别\t商品\n福来\t10\t医疗分析仪器\n",
        "商标\t类别\t商品\n福来\t11\t空气净化装置\n",
    )
    bad = (
        "商标\t类别\t商品\n福来\t10\t⟦智能养生仪⟧\n",
        "商标\t类别\t商品\t商品说明\n福来\t9\t手机；⟦元气手环（自拟）⟧\t\n",
        "商标\t类别\t商品\n福来\t44\t⟦量子理疗舱⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.row.text(Column.GOODS_NOTE):
            return
        standard = mark.lists.of_user("商品项目")
        for item in mark.goods:
            why = ""
            if _SAID.search(str(item.span)):
                why = "标明不是规范项目，没有附说明"
            elif standard is not None:
                why = "不在名单“商品项目”里，没有附说明" if standard.get(item.name) is None else ""
            elif _COINED.fullmatch(item.name):
                why = "像是自造的名称，没有附说明"
            if why:
                yield self.at(item.span, item=item.name, why=why, on=self.day(mark))
