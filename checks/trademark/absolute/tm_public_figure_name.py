from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmPublicFigureName(ListedWordCheck):
    """商标与公众人物的姓名、艺名、译名相同，或者含有它。

    属于其他不良影响，也可能侵害姓名权；本人申请或者有本人授权的除外。名单由使用者提供。
    换掉姓名；本人申请的附身份证明，授权的在“授权文件”列写上。
    """

    code = "TMA036"
    level = Level.ERROR
    basis = (
        cite("商标授权规定", "5"),
        cite("商标授权规定", "20"),
        cite("商标法", "15(9)"),
        cite("商指", "2-3-3.8.3.11"),
    )
    message = "{told}：与公众人物名单里的姓名相同或者含有它，换掉，或者附本人身份证明、授权书"
    uses = ("公众人物",)
    own = True
    consent = True

    good = (
        Sample("商标\t类别\n闻人酒家\t43\n", lists=(("公众人物", "姓名\n闻人试样\n"),)),
        Sample("商标\t类别\t申请人\n闻人试样\t25\t闻人试样\n", lists=(("公众人物", "姓名\n闻人试样\n"),)),
        Sample("商标\t类别\t授权文件\n闻人试样\t25\t本人授权书\n", lists=(("公众人物", "姓名\n闻人试样\n"),)),
    )
    bad = (
        Sample("商标\t类别\n⟦闻人试样⟧\t25\n", lists=(("公众人物", "姓名\n闻人试样\n"),)),
        Sample("商标\t类别\n⟦闻人试样运动⟧\t25\n", lists=(("公众人物", "姓名\n闻人试样\n"),)),
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        # Two characters inside a longer mark are a chance meeting too often.
        if len(hit.words) < 3 and not hit.whole:
            return None
        return super().weigh(mark, words, hit, day)
