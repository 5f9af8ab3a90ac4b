from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmTerrorCult(ListedWordCheck):
    """商标是或者含有恐怖、邪教、黑社会组织的名称。

    这样的标志有不良影响，缩写另有含义的（ISIS是埃及女神名）仍会被驳回；首领的姓名不在名单里，请使用者放进“禁用词”。
    换掉；过去的注册不能作为理由。
    """

    code = "TMA025"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.2.7"))
    message = "{told}：恐怖、邪教、黑社会组织的名称不得作为商标，换掉"
    uses = ("恐怖和邪教组织",)

    good = ("商标\t类别\nCRISIS\t9\n", "商标\t类别\n统一\t29\n", "商标\t类别\n东方闪光\t9\n")
    bad = (
        "商标\t类别\n⟦ISIS⟧\t14\n",
        "商标\t类别\n⟦基地组织⟧\t25\n",
        "商标\t类别\n⟦山口组烧肉⟧\t43\n",
        "商标\t类别\n⟦黑手党披萨⟧\t30\n",
    )
