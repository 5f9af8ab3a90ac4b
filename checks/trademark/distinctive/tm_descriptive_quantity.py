import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck

_UNIT = (
    "毫升|升|公升|克|千克|公斤|斤|两|毫克|吨|厘米|毫米|米|寸|英寸|伏|瓦|千瓦|毫安时?|片装?|粒装?|只装|支装|袋装|瓶装|包装|件套|度|℃"
    "|ml|l|g|kg|mg|t|cm|mm|m|inch|v|w|kw|mah|gb|tb|pcs|oz|lb"
)
_QUANTITY = re.compile(
    rf"\d+(?:\.\d+)?\s*(?:{_UNIT})(?:\s*[*×x]\s*\d+\s*\w{{0,2}})?|\d+(?:\.\d+)?\s*%|百分之[一二三四五六七八九十百零]+",
    re.IGNORECASE,
)


class TmDescriptiveQuantity(MarkCheck):
    """商标仅表示重量、数量、容量或者百分比。

    数字加计量单位直接表示商品的数量，没有显著性；五粮液这样含数字而没有计量单位的不报。
    去掉数量，换成有显著性的文字。
    """

    code = "TMD004"
    level = Level.ERROR
    basis = (cite("商标法", "17.1(2)"),)
    message = "“{words}”只表示数量：请换成有显著性的文字"

    good = (
        "商标\t类别\n五粮液\t33\n",
        "商标\t类别\n500里\t43\n",
        "商标\t类别\n百分茶\t30\n",
        "商标\t类别\n一克拉的梦\t14\n",
        "商标\t类别\n三斤\t29\n",
    )
    bad = (
        "商标\t类别\n⟦500毫升⟧\t32\n",
        "商标\t类别\n⟦100%⟧\t25\n",
        "商标\t类别\n⟦2.5kg⟧\t30\n",
        "商标\t类别\n⟦百分之百⟧\t29\n",
        "商标\t类别\n⟦12 PCS⟧\t21\n",
        "商标\t类别\n⟦52度⟧\t33\n",
    )
    missed = (
        "商标\t类别\n⟦半斤⟧\t33\n",
        "商标\t类别\n⟦一打⟧\t33\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is not None and _QUANTITY.fullmatch(mark.text):
            yield self.at(mark.words, on=self.day(mark))
