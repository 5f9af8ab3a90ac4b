from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmLeaderName(ListedWordCheck):
    """商标与党和国家领导人的姓名相同，或者含有它。

    这样的标志有政治上的不良影响；名单由使用者提供，本软件不带任何人名。
    换掉姓名；只是同姓或者字面偶合的请说明。
    """

    code = "TMA021"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.2.1"))
    message = "{told}：与领导人名单里的姓名相同或者含有它，换掉；同名者请说明"
    uses = ("领导人",)

    good = (Sample("商标\t类别\n司徒酒家\t43\n", lists=(("领导人", "姓名\n司徒试样\n"),)), "商标\t类别\n司徒试样\t33\n")
    bad = (
        Sample("商标\t类别\n⟦司徒试样⟧\t33\n", lists=(("领导人", "姓名\n司徒试样\n"),)),
        Sample("商标\t类别\n⟦老司徒试样酒⟧\t33\n", lists=(("领导人", "姓名\n司徒试样\n"),)),
    )
