from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmGovOrgName(ListedWordCheck):
    """商标是或者含有我国党派、政府机构、社会团体的名称。

    公众会以为商品与该机构有关，有不良影响；申请人就是该机构的除外。
    换掉名称；本机构申请的，申请人要写机构的名称。
    """

    code = "TMA031"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.6"))
    message = "{told}：党派、政府机构、社会团体的名称不得由他人作为商标，换掉"
    uses = ("党派机关团体",)
    contained = Level.WARNING
    own = True

    good = (
        "商标\t类别\n红军鸭\t29\n",
        "商标\t类别\n海关锁\t6\n",
        "商标\t类别\t申请人\n消费者协会\t45\t某市消费者协会\n",
    )
    bad = (
        "商标\t类别\n⟦共青团⟧\t41\n",
        "商标\t类别\n⟦工商局⟧\t35\n",
        "商标\t类别\n⟦武警牌⟧\t25\n",
        "商标\t类别\n⟦妇联⟧\t41\n",
    )
    missed = ("商标\t类别\n⟦城管⟧\t33\n",)
