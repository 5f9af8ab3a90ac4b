import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck

# Letters, then at least two digits, as nameplates have them; a screw's size.
_MODEL = re.compile(
    r"[A-Z]{1,4}[-/ ]?\d{2,5}(?:[-/]?[A-Z0-9]{1,3})?(?:型|系列|号)?|M\d{1,2}[×xX*]\d{1,3}|\d{2,4}[-/]\d{2,4}型?",
    re.ASCII,
)


class TmGenericModel(MarkCheck):
    """商标仅有商品的型号、规格、代码。

    型号规格用来区分同一厂家的不同产品，消费者不会当作商标；但臆造的短码（3M、7-UP）可以注册，所以只作提示。
    去掉型号，换成有显著性的文字；确是臆造的品牌短码的，在商标说明里写明并准备使用证据。
    """

    code = "TMD002"
    basis = (cite("商标法", "17.1(1)"),)
    message = "“{words}”像是型号或者规格代码：容易被看作仅有商品型号，请加上有显著性的部分"

    good = (
        "商标\t类别\nThinkPad X1\t9\n",
        "商标\t类别\n3M\t17\n",
        "商标\t类别\n7-UP\t32\n",
        "商标\t类别\nA8\t12\n",
        "商标\t类别\nKIVOR 2000\t9\n",
        "商标\t类别\n1912\t33\n",
        "商标\t类别\nF1\t12\n",
    )
    bad = (
        "商标\t类别\n⟦XK-100⟧\t7\n",
        "商标\t类别\n⟦CK6140⟧\t7\n",
        "商标\t类别\n⟦YZ-2000B型⟧\t9\n",
        "商标\t类别\n⟦DN50⟧\t6\n",
        "商标\t类别\n⟦M8×20⟧\t6\n",
    )
    missed = ("商标\t类别\n⟦二〇〇型⟧\t7\n",)

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is not None and _MODEL.fullmatch(mark.text):
            yield self.at(mark.words, on=self.day(mark))
