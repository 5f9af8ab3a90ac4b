from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmCurrency(ListedWordCheck):
    """商标是法定货币的名称、标记，或者含有“人民币”一类名称。

    货币的名称和标记用作商标有不良影响；“元宝”和“元”“镑”单字另有含义，不报。
    换掉货币名称、标记。
    """

    code = "TMA028"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.2"))
    message = "{told}：法定货币的名称、标记不得作为商标，换掉"
    uses = ("货币", "货币-CLDR")

    good = ("商标\t类别\n元宝\t30\n", "商标\t类别\n欧元素\t3\n", "商标\t类别\nFRANCIS\t25\n", "商标\t类别\n美元素\t3\n")
    bad = (
        "商标\t类别\n⟦人民币⟧\t36\n",
        "商标\t类别\n⟦RMB⟧\t9\n",
        "商标\t类别\n⟦￥⟧\t36\n",
        "商标\t类别\n⟦英镑先生⟧\t25\n",
        "商标\t类别\n⟦兰特⟧\t12\n",
    )
    missed = ("商标\t类别\n⟦软妹币⟧\t33\n",)
