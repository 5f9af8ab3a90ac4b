from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmStateNameIdentical(ListedWordCheck):
    """商标就是我国国名的全称、简称、英文或者缩写。

    法律禁止用国名作商标，不因商品不同而例外；缩写CN、PRC常有别的意思，只提示。
    换掉国名，或者改用不含国名的标志。
    """

    code = "TMA001"
    level = Level.ERROR
    basis = (cite("商标法", "15(2)"), cite("商指", "2-3-3.1.1"))
    message = "{told}：我国国名不得作为商标，换掉国名"
    uses = ("我国国名",)
    contained = None

    good = (
        "商标\t类别\n中桦\t33\n",
        "商标\t类别\nCHINATOWN\t25\n",
        "商标\t类别\nMACHINA\t7\n",
        "商标\t类别\n中国喜\t33\n",
    )
    bad = (
        "商标\t类别\n⟦CHINA⟧\t33\n",
        "商标\t类别\n⟦中华人民共和国⟧\t30\n",
        "商标\t类别\n⟦中国 CHINA⟧\t9\n",
        "商标\t类别\n⟦PRC⟧\t9\n",
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        rest = "".join(found.words for _, found in self.hits(mark, words))
        return super().weigh(mark, words, hit, day) if rest == words.text else None
