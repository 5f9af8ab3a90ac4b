from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Column, Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmReligion(ListedWordCheck):
    """商标是或者含有宗教、民间信仰的名称、人物、圣地、经籍。

    用作商业标志容易伤害宗教感情；铁观音、佛手等成词不算，宗教团体自用的要人看。
    换掉；宗教团体申请的，在“申请人类型”列写明并准备登记证明。
    """

    code = "TMA030"
    level = Level.WARNING
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.5"))
    message = "{told}：宗教、民间信仰的名称和人物用作商标容易有不良影响，换掉；宗教团体自用的请说明"
    uses = ("宗教",)
    contained = Level.WARNING

    good = (
        "商标\t类别\n铁观音\t30\n",
        "商标\t类别\n佛手柑\t31\n",
        "商标\t类别\n罗汉果\t5\n",
        "商标\t类别\t申请人\t申请人类型\n少林寺\t41\t某县少林寺\t宗教团体\n",
    )
    bad = ("商标\t类别\n⟦释迦牟尼⟧\t33\n", "商标\t类别\n⟦弥勒佛素食⟧\t43\n", "商标\t类别\n⟦BUDDHA BEER⟧\t32\n")
    missed = (
        "商标\t类别\n⟦弥勒⟧\t33\n",
        "商标\t类别\n⟦济公⟧\t33\n",
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        if "宗教" in mark.row.text(Column.APPLICANT_TYPE):
            return None
        return super().weigh(mark, words, hit, day)
