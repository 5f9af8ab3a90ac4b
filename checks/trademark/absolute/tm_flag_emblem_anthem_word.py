from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark.listed import ListedWordCheck


class TmFlagEmblemAnthemWord(ListedWordCheck):
    """商标是或者含有国旗、国徽、国歌、军旗、军徽、军歌的名称。

    国旗、国徽、国歌和军队的标志不得作商标；“红旗”单独不等于国旗。
    换掉这些名称。
    """

    code = "TMA005"
    level = Level.ERROR
    basis = (cite("商标法", "15(2)"), cite("国旗法", "20"), cite("国歌法", "8"))
    message = "{told}：国旗、国徽、国歌、军旗、军徽、军歌的名称不得作为商标，换掉"
    uses = ("国旗国徽国歌军旗",)

    good = ("商标\t类别\n红旗\t12\n", "商标\t类别\n义勇军\t25\n")
    bad = ("商标\t类别\n⟦五星红旗⟧\t25\n", "商标\t类别\n⟦义勇军进行曲⟧\t9\n", "商标\t类别\n⟦国徽牌⟧\t33\n")
