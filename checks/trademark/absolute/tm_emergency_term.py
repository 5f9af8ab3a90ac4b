from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmEmergencyTerm(ListedWordCheck):
    """商标是或者含有突发公共事件的特有词汇。

    借突发事件牟利有不良影响，也是重点打击的行为；名单里写着起止日，事件之前提交的不报，过期以后只提示。
    换掉。
    """

    code = "TMA033"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.8"), cite("令63", "29.1(1)"))
    message = "{told}：突发公共事件的特有词汇不得作为商标，换掉"
    uses = ("突发事件用词",)

    good = ("商标\t类别\n火山岩\t19\n", "商标\t类别\t申请日\n火神山\t33\t2018-03-05\n")
    bad = ("商标\t类别\t申请日\n⟦火神山⟧\t5\t2020-03-05\n", "商标\t类别\n⟦雷神山⟧\t5\n", "商标\t类别\n⟦汶川地震⟧\t41\n")
