from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmForeignStateName(ListedWordCheck):
    """商标是或者含有外国国名：中英文、简称、旧称。

    外国国名不得作商标，该国政府同意的除外；国名有别的含义（TURKEY火鸡）或者整体另有含义的要人看。
    换掉国名；已经该国政府同意的，在“授权文件”列写上。
    """

    code = "TMA009"
    level = Level.ERROR
    basis = (cite("商标法", "15(3)"),)
    message = "{told}：外国国名不得作为商标，换掉，或者提交该国政府同意的证明；整体另有含义的请说明"
    uses = ("外国国名", "外国国名-CLDR")
    contained = Level.WARNING
    consent = True

    good = (
        "商标\t类别\n法国梧桐\t31\n",
        "商标\t类别\n美国际\t35\n",
        "商标\t类别\n马里奥\t28\n",
        "商标\t类别\nPANAMERA\t12\n",
        "商标\t类别\n英伦风\t25\n",
        "商标\t类别\t授权文件\n法兰西\t33\t法国政府同意书\n",
    )
    bad = (
        "商标\t类别\n⟦法兰西⟧\t33\n",
        "商标\t类别\n⟦JAPAN 料理⟧\t43\n",
        "商标\t类别\n⟦TURKEY⟧\t29\n",
        "商标\t类别\n⟦苏联往事⟧\t33\n",
        "商标\t类别\n⟦日本匠心⟧\t21\n",
    )
