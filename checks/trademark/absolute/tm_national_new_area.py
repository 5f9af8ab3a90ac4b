from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmNationalNewArea(ListedWordCheck):
    """商标是或者含有国家级新区、重点开发区域的名称和规范简称。

    用作商标容易产生不良影响；“两江”“滨海”等简称与普通词相同，只在单独成为标志时提示。
    换掉名称；本区的管理机构申请的，写明授权。
    """

    code = "TMA027"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.1"))
    message = "{told}：国家级新区、重点开发区域的名称不宜作为商标，换掉"
    uses = ("国家级新区",)
    consent = True

    good = ("商标\t类别\n两江渔火\t43\n", "商标\t类别\n滨海渔村\t43\n", "商标\t类别\n雄心\t9\n")
    bad = ("商标\t类别\n⟦雄安⟧\t33\n", "商标\t类别\n⟦两江新区⟧\t36\n", "商标\t类别\n⟦两江⟧\t33\n")
