from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmSuperlativeSpecial(ListedWordCheck):
    """商标是或者含有国酒、特供、国宴、顶级、第一、驰名一类词。

    这些词夸大品质，或者使人以为商品由国家机关特定、供应，容易误导并有不良影响；商品上也不得用“驰名商标”字样。
    换掉这些词；既有字号（第一百货）准备登记证明。
    """

    code = "TMA019"
    level = Level.ERROR
    basis = (cite("商标法", "15(8)"), cite("商标法", "15(9)"), cite("广告法", "9(3)"))
    message = "{told}：夸大品质或者使人以为是国家特供，换掉"
    uses = ("特供和绝对化用语",)

    good = (
        "商标\t类别\n第一次\t25\n",
        "商标\t类别\n第一时间\t9\n",
        "商标\t类别\n顶级域名\t42\n",
        "商标\t类别\n酒国\t33\n",
    )
    bad = (
        "商标\t类别\n⟦特供⟧\t33\n",
        "商标\t类别\n⟦国宴⟧\t30\n",
        "商标\t类别\n⟦顶级男士⟧\t25\n",
        "商标\t类别\n⟦第一百货⟧\t35\n",
        "商标\t类别\n⟦世界第一鲜⟧\t29\n",
    )
    missed = (
        "商标\t类别\n⟦至尊级⟧\t33\n",
        "商标\t类别\n⟦御用⟧\t33\n",
    )
