from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmNationalMedal(ListedWordCheck):
    """商标与国家勋章、国家荣誉称号的名称相同或者含有它。

    勋章和荣誉称号代表国家授予的荣誉，不得作商标；“勋章菊”这样的成词不算。
    换掉勋章、称号的名称。
    """

    code = "TMA007"
    level = Level.ERROR
    basis = (cite("商标法", "15(2)"), cite("商指", "2-3-3.1.4"))
    message = "{told}：国家勋章、荣誉称号的名称不得作为商标，换掉"
    uses = ("国家勋章和荣誉称号",)

    good = ("商标\t类别\n勋章菊\t31\n", "商标\t类别\n人民英雄牌画册\t16\n")
    bad = ("商标\t类别\n⟦共和国勋章⟧\t14\n", "商标\t类别\n⟦友谊勋章酒⟧\t33\n", "商标\t类别\n⟦人民英雄⟧\t33\n")
