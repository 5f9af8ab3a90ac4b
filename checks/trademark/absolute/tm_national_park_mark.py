from datetime import date

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import MarkWords, WordHit


class TmNationalParkMark(ListedWordCheck):
    """商标含有国家公园的名称。

    2027年起商标法规定国家公园标志作商标要依照有关规定；此前提交的不适用。“公园里”等常用词不报。
    换掉；国家公园管理机构自己申请或者有许可的，写在“授权文件”列。
    """

    code = "TMA040"
    level = Level.WARNING
    basis = (cite("商标法", "16.2"),)
    message = "{told}：国家公园的标志自2027年起受商标法保护，换掉，或者提交许可文件"
    uses = ("国家公园",)
    contained = Level.WARNING
    consent = True
    own = True

    good = ("商标\t类别\n公园里\t43\n", Sample("商标\t类别\n三江源国家公园\t32\n", as_of=date(2026, 12, 31)))
    bad = (
        Sample("商标\t类别\n⟦三江源国家公园⟧\t32\n", as_of=date(2027, 1, 1)),
        "商标\t类别\t申请日\n⟦大熊猫国家公园⟧\t16\t2027-03-01\n",
    )

    def weigh(self, mark: Mark, words: MarkWords, hit: WordHit, day: date) -> Level | None:
        return super().weigh(mark, words, hit, day) if day >= date(2027, 1, 1) else None
