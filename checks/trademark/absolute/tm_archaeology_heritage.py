from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmArchaeologyHeritage(ListedWordCheck):
    """商标是或者含有重大考古发现、世界遗产、重要文物的名称。

    抢注公共文化资源是重点打击的行为，也可能有不良影响；博物馆等保护单位自己申请、已有老商标的要人看。
    换掉；保护单位申请的，写明授权。
    """

    code = "TMA041"
    level = Level.WARNING
    basis = (cite("商标法", "15(9)"), cite("商指", "2-2-5"))
    message = "{told}：考古发现、世界遗产、文物的名称是公共文化资源，换掉；保护单位自己申请的请说明"
    uses = ("考古和世界遗产",)
    contained = Level.WARNING
    consent = True
    own = True

    good = ("商标\t类别\n三星\t9\n", "商标\t类别\n故里\t43\n", "商标\t类别\n金沙江\t33\n")
    bad = ("商标\t类别\n⟦三星堆⟧\t33\n", "商标\t类别\n⟦清明上河图⟧\t33\n", "商标\t类别\n⟦良渚茶⟧\t30\n")
    missed = ("商标\t类别\n⟦金缕玉衣⟧\t33\n",)
