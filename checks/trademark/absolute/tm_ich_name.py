from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmIchName(ListedWordCheck):
    """商标是或者含有非物质文化遗产项目的名称。

    非遗名称属于公共文化资源，独占有不良影响，往往还是该商品的通用名称；传承人用个性字号的不报。
    换成自己的字号；传承单位申请组合标志的，写明身份。
    """

    code = "TMA042"
    level = Level.WARNING
    basis = (cite("商标法", "15(9)"), cite("商指", "2-2-5"))
    message = "{told}：非物质文化遗产的项目名称是公共文化资源，换成自己的字号；传承单位请说明"
    uses = ("非物质文化遗产",)
    contained = Level.WARNING
    consent = True

    good = ("商标\t类别\n绣娘\t25\n", "商标\t类别\n京居\t43\n", "商标\t类别\n太极\t25\n")
    bad = ("商标\t类别\n⟦汉绣⟧\t25\n", "商标\t类别\n⟦缂丝坊⟧\t24\n", "商标\t类别\n⟦黄梅戏⟧\t33\n")
