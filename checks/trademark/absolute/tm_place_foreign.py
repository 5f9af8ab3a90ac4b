from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.hanzi import is_han
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmPlaceForeign(ListedWordCheck):
    """商标是或者含有公众知晓的外国地名。

    公众知晓的外国地名不得作商标，整体另有含义且不使人误认的除外（伦敦雾）；与姓氏、
    普通词相同的只在单独成为标志时提示。
    换掉地名，或者说明整体另有的含义。
    """

    code = "TMA046"
    level = Level.WARNING
    basis = (cite("商标法", "16.1"), cite("商指", "2-3-3.9.2"))
    message = "{told}：公众知晓的外国地名不得作为商标，换掉，或者说明整体另有的含义"
    uses = ("外国地名",)
    contained = Level.WARNING

    good = (
        "商标\t类别\n伦敦雾\t18\n",
        "商标\t类别\n汉堡包\t30\n",
        "商标\t类别\nJACKSON HOLE LAMP\t11\n",
        "商标\t类别\nPARISIAN\t25\n",
        "商标\t类别\n维也纳香肠\t29\n",
    )
    bad = (
        "商标\t类别\n⟦加州⟧\t33\n",
        "商标\t类别\n⟦柏林⟧\t25\n",
        "商标\t类别\n⟦WARSAW⟧\t25\n",
        "商标\t类别\n⟦巴黎之恋⟧\t3\n",
        "商标\t类别\n⟦Houston⟧\t25\n",
    )
    missed = ("商标\t类别\n⟦湄公河⟧\t33\n",)

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        level = super().weigh(mark, words, hit, day)
        if level and is_han(hit.words[0]) and not (hit.first or hit.whole or words.word_before(hit.start)):
            return None
        # A name alone, well known as a place and as nothing else, is refused; anything more is for a person.
        return Level.ERROR if level and words.alone(hit) and "level" not in hit.entry.facts else level
