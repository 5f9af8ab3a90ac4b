from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmRankTitle(ListedWordCheck):
    """商标与党政机关、军队、警察的职务、职级、职衔名称相同。

    指南只禁止“相同”，含有而整体不同的不报；“秘书”这样日常用得多的也只提示。
    换掉，或者加上有显著性的文字。
    """

    code = "TMA032"
    level = Level.WARNING
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.7"))
    message = "{told}：与职务、职级、职衔的名称相同，换掉或者加上有显著性的文字"
    uses = ("职务职级职衔",)
    contained = None

    good = ("商标\t类别\n校长\t41\n", "商标\t类别\n局长夫人\t25\n", "商标\t类别\n上校烤鸡\t43\n")
    bad = ("商标\t类别\n⟦局长⟧\t34\n", "商标\t类别\n⟦上校⟧\t33\n", "商标\t类别\n⟦大使 DASHI⟧\t33\n")
    missed = ("商标\t类别\n⟦警长⟧\t33\n",)

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        return super().weigh(mark, words, hit, day) if words.alone(hit) else None
