from datetime import date

from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmStateNameContained(ListedWordCheck):
    """商标含有“中国”“中华”“CHINA”，而整体与国名不同。

    含国名的标志可能损害国家尊严，按其他不良影响处理；成词（中华鲟、发展中国家）和依法登记的企事业单位全称除外。
    去掉国名；申请人就是名称含国名的单位、标志就是它的全称的，准备登记证明。
    """

    code = "TMA003"
    level = Level.WARNING
    basis = (cite("商标授权规定", "3"), cite("商标法", "15(9)"))
    message = "{told}：整体与国名不同，也可能损害国家尊严，去掉国名，或者准备登记的全称的证明"
    uses = ("我国国名",)
    contained = Level.WARNING

    good = (
        "商标\t类别\n中华鲟\t29\n",
        "商标\t类别\n中国结\t26\n",
        "商标\t类别\n发展中国家\t41\n",
        "商标\t类别\n凯中国际\t35\n",
        "商标\t类别\nMACHINA\t9\n",
        "商标\t类别\t申请人\n中国试样集团\t9\t中国试样集团有限公司\n",
    )
    bad = ("商标\t类别\n⟦中国喜⟧\t33\n", "商标\t类别\n⟦CHINA JOY TEA⟧\t30\n")
    missed = ("商标\t类别\n⟦大中国风⟧\t25\n",)

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        rest = "".join(found.words for _, found in self.hits(mark, words))
        if rest == words.text or "level" in hit.entry.facts or (words.han and words.han in mark.applicant):
            return None
        return Level.WARNING
