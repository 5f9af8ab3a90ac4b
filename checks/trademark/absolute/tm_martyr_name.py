from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmMartyrName(ListedWordCheck):
    """商标与英雄烈士的姓名相同，或者含有它而容易使人联想。

    法律禁止把烈士的姓名用于商标；另有含义、是申请人本人的姓名或者字号、不能对应到具体烈士的三种情形除外。
    名单由使用者提供，可写籍贯。
    换掉姓名；属于例外的，写明是哪一种并准备证明。
    """

    code = "TMA035"
    level = Level.ERROR
    basis = (cite("英烈法", "22"), cite("商标法", "15(9)"), cite("商指", "2-3-3.8.3.10"))
    message = "{told}：与烈士名单里的姓名相同或者含有它，换掉；另有含义、本人姓名或者字号、不能对应的，请说明"
    uses = ("烈士",)
    own = True

    good = (
        Sample("商标\t类别\n欧班长\t33\n", lists=(("烈士", "姓名\n欧试样\n"),)),
        Sample("商标\t类别\t申请人\n欧试样\t33\t欧试样\n", lists=(("烈士", "姓名\n欧试样\n"),)),
        "商标\t类别\n欧试样\t33\n",
    )
    bad = (
        Sample("商标\t类别\n⟦欧试样⟧\t33\n", lists=(("烈士", "姓名\n欧试样\n"),)),
        Sample("商标\t类别\n⟦欧试样故里⟧\t33\n", lists=(("烈士", "姓名\n欧试样\n"),)),
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        # Two characters inside a longer mark are a chance meeting too often.
        if len(hit.words) < 3 and not hit.whole:
            return None
        return super().weigh(mark, words, hit, day)
