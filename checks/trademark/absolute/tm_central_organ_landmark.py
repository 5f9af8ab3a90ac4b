from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmCentralOrganLandmark(ListedWordCheck):
    """商标与中央和国家机关的名称、所在地特定地点、标志性建筑物的名称相同。

    法律只禁止“相同”，含有而整体不同的不按此项，也不跑近似。
    换掉名称。
    """

    code = "TMA008"
    level = Level.ERROR
    basis = (cite("商标法", "15(2)"), cite("商指", "2-3-3.1.5"))
    message = "{told}：中央和国家机关的名称、所在地、标志性建筑物的名称不得作为商标，换掉"
    uses = ("中央机关和标志性建筑",)
    contained = None

    good = ("商标\t类别\n南海\t29\n", "商标\t类别\n天安门情\t16\n", "商标\t类别\n外交部落\t41\n")
    bad = ("商标\t类别\n⟦中南海⟧\t34\n", "商标\t类别\n⟦紫光阁⟧\t33\n", "商标\t类别\n⟦天安门 TIANANMEN⟧\t34\n")

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        return super().weigh(mark, words, hit, day) if words.alone(hit) else None
