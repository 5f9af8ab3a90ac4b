from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmForeignFlagEmblem(ListedWordCheck):
    """商标是或者含有外国国旗、国徽、军旗的名称。

    该国政府同意的除外；申请人就该商标在相同、类似商品上已经在该国注册的，视为同意。
    换掉旗名，或者提交同意的证明、该国的注册证。
    """

    code = "TMA010"
    level = Level.ERROR
    basis = (cite("商标法", "15(3)"), cite("商指", "2-3-3.2.2"))
    message = "{told}：外国国旗、国徽、军旗的名称不得作为商标，换掉，或者提交该国同意的证明、该国的注册证"
    uses = ("外国国旗",)
    consent = True

    good = ("商标\t类别\n米字格\t16\n", "商标\t类别\n三色堇\t31\n", "商标\t类别\nUNION\t9\n")
    bad = ("商标\t类别\n⟦UNION JACK⟧\t25\n", "商标\t类别\n⟦旭日旗⟧\t25\n", "商标\t类别\n⟦STAR OF DAVID⟧\t14\n")
