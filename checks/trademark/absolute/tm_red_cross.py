from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmRedCross(ListedWordCheck):
    """商标是或者含有“红十字”“红新月”的名称。

    红十字标志受国际公约和我国法律保护，不得用于商标；“红十字绣”指的是红色的十字绣，只提示。
    换掉这些文字；指定颜色的十字图形由人看。
    """

    code = "TMA013"
    level = Level.ERROR
    basis = (cite("商标法", "15(6)"),)
    message = "{told}：“红十字”“红新月”的名称不得作为商标，换掉"
    uses = ("红十字",)

    good = ("商标\t类别\n十字绣\t26\n", "商标\t类别\n红十月\t33\n", "商标\t类别\nCROSS\t16\n")
    bad = ("商标\t类别\n⟦红十字⟧\t10\n", "商标\t类别\n⟦RED CRESCENT⟧\t5\n", "商标\t类别\n⟦红十字绣⟧\t26\n")
