from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmOfficialMark(ListedWordCheck):
    """商标是或者含有表明实施控制、予以保证的官方标志、检验印记。

    使用官方标志会让人以为商品经过官方检验，经授权的除外。
    换掉；有授权的写在“授权文件”列。
    """

    code = "TMA012"
    level = Level.ERROR
    basis = (cite("商标法", "15(5)"),)
    message = "{told}：官方控制、保证的标志和检验印记不得作为商标，换掉，或者提交授权文件"
    uses = ("官方标志",)
    consent = True

    good = (
        "商标\t类别\n3CE\t3\n",
        "商标\t类别\n绿色时光\t30\n",
        "商标\t类别\nCCCP\t25\n",
        "商标\t类别\t授权文件\n绿色食品\t30\t许可证明\n",
    )
    bad = (
        "商标\t类别\n⟦CCC⟧\t9\n",
        "商标\t类别\n⟦国家免检⟧\t30\n",
        "商标\t类别\n⟦绿色食品⟧\t29\n",
        "商标\t类别\n⟦3C⟧\t9\n",
    )
