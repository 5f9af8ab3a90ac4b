from datetime import date

from ipcheck.check import Sample
from ipcheck.law import Cite, cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import WordHit


class TmExpoContestName(ListedWordCheck):
    """商标是或者含有世博会、进博会、亚运会等赛事、展会的名称、标志。

    特殊标志和赛会名称未经许可不得商业使用，抢注是重点打击的行为；“博览”等常用词不报。
    换掉；组委会自己申请或者有许可的，写在“授权文件”列。
    """

    code = "TMA039"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"),)
    message = "{told}：赛事、展会的名称和标志未经许可不得用作商标，换掉，或者提交许可文件"
    uses = ("赛事展会",)
    consent = True
    own = True

    good = ("商标\t类别\n博览\t41\n", "商标\t类别\n海宝蓝\t25\n", "商标\t类别\n世博览\t41\n")
    bad = (
        "商标\t类别\n⟦进博会⟧\t35\n",
        "商标\t类别\n⟦亚运之家⟧\t43\n",
        "商标\t类别\n⟦世博会⟧\t41\n",
        Sample("商标\t类别\n⟦大运会⟧\t25\n", as_of=date(2027, 1, 1)),
    )

    def basis_on(self, mark: Mark, hit: WordHit, day: date) -> tuple[Cite, ...]:
        # From 2027 the statute itself refers to the special rules.
        return (cite("商标法", "16.2"), *self.basis) if day >= date(2027, 1, 1) else self.basis
