from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmForeignLeaderName(ListedWordCheck):
    """商标与公众知晓的外国、国际组织领导人的姓名、译名相同，或者含有它。

    这样的标志容易产生政治上的不良影响；译名常有几种写法，名单由使用者提供。
    换掉姓名；译名另有含义的请说明。
    """

    code = "TMA022"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.2.2"))
    message = "{told}：与外国领导人名单里的姓名相同或者含有它，换掉；另有含义的请说明"
    uses = ("外国领导人",)

    good = (
        Sample("商标\t类别\n特斯拉曼\t9\n", lists=(("外国领导人", "姓名\n特斯特曼\n"),)),
        "商标\t类别\n特斯特曼\t33\n",
    )
    bad = (
        Sample("商标\t类别\n⟦特斯特曼⟧\t33\n", lists=(("外国领导人", "姓名\n特斯特曼\n"),)),
        Sample("商标\t类别\n⟦TESTERMAN COFFEE⟧\t30\n", lists=(("外国领导人", "姓名\nTESTERMAN\n"),)),
    )
