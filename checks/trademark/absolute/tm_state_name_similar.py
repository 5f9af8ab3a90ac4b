from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmStateNameSimilar(ListedWordCheck):
    """商标与我国国名读音、字形近似。

    拼音、增减一个字母、换一个同音字仍然使人想到国名；CHAIN这样有自己含义的词不算。
    换一个与国名没有联系的标志。
    """

    code = "TMA002"
    level = Level.ERROR
    basis = (cite("商标法", "15(2)"), cite("商指", "2-3-3.1.1"))
    message = "{told}：与我国国名近似，换一个标志"
    uses = ("我国国名-近似",)
    contained = None

    good = ("商标\t类别\nCHAIN\t14\n", "商标\t类别\nCHIN\t25\n", "商标\t类别\nCHINATOWN\t43\n")
    bad = (
        "商标\t类别\n⟦ZHONGGUO⟧\t33\n",
        "商标\t类别\n⟦CHINAR⟧\t9\n",
        "商标\t类别\n⟦ZHONG GUO⟧\t9\n",
        "商标\t类别\n⟦CHINO⟧\t25\n",
    )
    missed = (
        "商标\t类别\n⟦忠国⟧\t33\n",
        "商标\t类别\n⟦C H 1 N A⟧\t33\n",
    )
