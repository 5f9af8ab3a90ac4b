from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmSovereignty(ListedWordCheck):
    """商标含有有损国家主权、尊严和统一的表述。

    这样的标志有政治上的不良影响；“台湾小吃”只是地名，由地名检查看。
    换掉。
    """

    code = "TMA026"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.2.3"))
    message = "{told}：有损国家主权、尊严或者统一，换掉"
    uses = ("有损主权的表述",)

    good = ("商标\t类别\n台湾小吃\t43\n", "商标\t类别\n满洲里\t29\n", "商标\t类别\nFORM\t9\n")
    bad = ("商标\t类别\n⟦中华民国⟧\t16\n", "商标\t类别\n⟦大东亚共荣⟧\t35\n", "商标\t类别\n⟦FORMOSA⟧\t30\n")
