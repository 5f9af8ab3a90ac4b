import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck
from ipcheck.trademark.matching import mark_words

# A company's name by its ending; 梦工厂 and 面馆 are no names of companies.
_NAME = re.compile(r"[\u4e00-\u9fff]{2,24}?(?:股份有限公司|有限责任公司|有限公司|公司|集团|合作社|事务所|研究院)")
_FORM = re.compile(r"股份|有限|责任|公司|集团")


class TmDeceptiveEntityName(MarkCheck):
    """商标里写着企业名称，与申请人的名称有实质差异。

    公众会以为商品来自那家企业，容易对来源误认；只含申请人的字号不算。
    换掉企业名称，或者以该企业的名义申请。
    """

    code = "TMA018"
    level = Level.ERROR
    basis = (cite("商标法", "15(8)"), cite("商指", "2-3-3.7.3"))
    message = "商标里的企业名称“{hit}”与申请人“{applicant}”不是同一家：换掉，或者以该企业的名义申请"

    good = (
        "商标\t类别\t申请人\n甲试样\t9\t武汉甲试样有限公司\n",
        "商标\t类别\t申请人\n武汉甲试样有限公司\t9\t武汉甲试样有限公司\n",
        "商标\t类别\t申请人\n武汉甲试样公司\t9\t武汉甲试样有限公司\n",
        "商标\t类别\n武汉甲试样有限公司\t9\n",
        "商标\t类别\t申请人\n梦工厂\t9\t武汉甲试样有限公司\n",
    )
    bad = (
        "商标\t类别\t申请人\n⟦武汉甲试样有限公司⟧\t9\t荆门乙试样有限公司\n",
        "商标\t类别\t申请人\n⟦宏样集团⟧\t9\t荆门乙试样有限公司\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        name = _NAME.search(mark_words(mark.text).text)
        if mark.words is None or name is None or not mark.applicants:
            return
        # 有限 and 股份 may be left out in a specimen; what is left is to stand in the applicant's name.
        core = _FORM.sub("", name[0])
        if not any(core in _FORM.sub("", mark_words(applicant).text) for applicant in mark.applicants):
            yield self.at(mark.words, on=self.day(mark), hit=name[0], applicant=mark.applicant)
