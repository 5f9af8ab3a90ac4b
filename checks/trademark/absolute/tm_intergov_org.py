from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmIntergovOrg(ListedWordCheck):
    """商标是或者含有政府间国际组织的名称，或者就是它的缩写。

    经该组织同意或者不易误导公众的除外；UN、EU、WHO等短缩写常有别的意思，只提示。
    换掉名称；有同意书的写在“授权文件”列。
    """

    code = "TMA011"
    level = Level.ERROR
    basis = (cite("商标法", "15(4)"),)
    message = "{told}：政府间国际组织的名称不得作为商标，换掉，或者提交同意书，说明不会误导公众"
    uses = ("政府间国际组织",)
    consent = True

    good = ("商标\t类别\n联合国际\t35\n", "商标\t类别\nWHOLE\t30\n", "商标\t类别\nEUREKA\t9\n", "商标\t类别\nUNO\t28\n")
    bad = (
        "商标\t类别\n⟦WTO⟧\t35\n",
        "商标\t类别\n⟦世界卫生组织⟧\t5\n",
        "商标\t类别\n⟦WHO⟧\t41\n",
        "商标\t类别\n⟦世贸组织之窗⟧\t16\n",
    )
    missed = ("商标\t类别\n⟦世卫⟧\t33\n",)
