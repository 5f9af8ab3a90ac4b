from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmMajorProject(ListedWordCheck):
    """商标是或者含有国家重大工程、重大科技项目的名称。

    公众会以为商品与该项目有关，有不良影响；嫦娥、悟空等神话人物本身含义强，只提示。
    换掉；项目单位自己申请的，写明授权。
    """

    code = "TMA034"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.9"))
    message = "{told}：国家重大工程、科技项目的名称不得由他人作为商标，换掉；项目单位自己申请的请说明"
    uses = ("重大工程和项目",)
    consent = True

    good = ("商标\t类别\n北斗星\t14\n", "商标\t类别\n天问阁\t33\n", "商标\t类别\n三峡人家\t43\n")
    bad = (
        "商标\t类别\n⟦北斗⟧\t9\n",
        "商标\t类别\n⟦神舟⟧\t9\n",
        "商标\t类别\n⟦嫦娥⟧\t30\n",
        "商标\t类别\n⟦南水北调牌⟧\t32\n",
        "商标\t类别\n⟦天问一号⟧\t33\n",
    )
