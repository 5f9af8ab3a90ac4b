from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmEthnicDiscrimination(ListedWordCheck):
    """商标含有歧视民族、种族的称谓。

    法律禁止带有民族歧视性的标志；民族的名称本身不是歧视。
    换掉称谓。
    """

    code = "TMA014"
    level = Level.ERROR
    basis = (cite("商标法", "15(7)"), cite("商指", "2-3-3.8.3.4"))
    message = "{told}：带有民族、种族歧视的称谓不得作为商标，换掉"
    uses = ("歧视性称谓",)

    good = (
        "商标\t类别\n蒙古奶茶\t30\n",
        "商标\t类别\n苗家阿妹\t30\n",
        "商标\t类别\nKITCHINK\t21\n",
        "商标\t类别\n三哥面馆\t43\n",
    )
    bad = ("商标\t类别\n⟦黑鬼⟧\t3\n", "商标\t类别\n⟦蛮夷⟧\t25\n", "商标\t类别\n⟦DARKIE⟧\t3\n")
