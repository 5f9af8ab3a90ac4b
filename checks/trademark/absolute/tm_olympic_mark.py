from datetime import date

from ipcheck.check import Sample
from ipcheck.law import Cite, cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import WordHit


class TmOlympicMark(ListedWordCheck):
    """商标是或者含有奥林匹克标志：名称、简称、格言、吉祥物、“主办城市＋举办年份”。

    未经权利人许可，任何人不得为商业目的使用；奥林匹斯是山名，只提示，一般的城市加年份不报。
    换掉；有许可的写在“授权文件”列。
    """

    code = "TMA038"
    level = Level.ERROR
    basis = (cite("奥标条例", "2"), cite("奥标条例", "4"), cite("商标法", "15(9)"))
    message = "{told}：奥林匹克标志未经许可不得用作商标，换掉，或者提交许可文件"
    uses = ("奥林匹克",)
    consent = True

    good = (
        "商标\t类别\n奥林\t25\n",
        "商标\t类别\n武汉2030\t33\n",
        "商标\t类别\nOLYMPUSS\t9\n",
        "商标\t类别\n奥来\t25\n",
    )
    bad = (
        "商标\t类别\n⟦奥林匹克⟧\t25\n",
        "商标\t类别\n⟦奥运小子⟧\t25\n",
        "商标\t类别\n⟦BEIJING 2022⟧\t25\n",
        "商标\t类别\n⟦OLYMPUS⟧\t9\n",
        Sample("商标\t类别\n⟦残奥之星⟧\t25\n", as_of=date(2027, 1, 1)),
    )

    def basis_on(self, mark: Mark, hit: WordHit, day: date) -> tuple[Cite, ...]:
        # From 2027 the statute itself refers to the special rules.
        return (cite("商标法", "16.2"), *self.basis) if day >= date(2027, 1, 1) else self.basis
