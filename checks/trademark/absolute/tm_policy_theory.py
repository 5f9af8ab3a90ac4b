from datetime import date

from ipcheck.law import Cite, cite
from ipcheck.model import Level
from ipcheck.trademark import Mark
from ipcheck.trademark.listed import ListedWordCheck
from ipcheck.trademark.matching import WordHit


class TmPolicyTheory(ListedWordCheck):
    """商标是或者含有党的理论、国家战略、国家政策、重要会议的名称。

    把它们用作商标有政治上的不良影响；名单里写着首次公开的日子，此前提交的不报。“振兴”等常用词单独不算。
    换掉这些词。
    """

    code = "TMA023"
    level = Level.ERROR
    basis = (cite("商标法", "15(9)"), cite("商指", "2-3-3.8.2.4"))
    message = "{told}：党的理论、国家战略和政策、重要会议的名称不得作为商标，换掉"
    uses = ("政策和理论",)

    good = ("商标\t类别\n振兴\t7\n", "商标\t类别\n路带\t25\n", "商标\t类别\t申请日\n新质生产力\t9\t2022-05-06\n")
    bad = (
        "商标\t类别\n⟦一带一路⟧\t33\n",
        "商标\t类别\n⟦乡村振兴牌⟧\t31\n",
        "商标\t类别\t申请日\n⟦新质生产力⟧\t9\t2024-05-06\n",
    )
    missed = ("商标\t类别\n⟦碳中和⟧\t33\n",)

    def basis_on(self, mark: Mark, hit: WordHit, day: date) -> tuple[Cite, ...]:
        # From 2027 the theories have an item of their own.
        return (cite("商标法", "15(1)"), *self.basis) if day >= date(2027, 1, 1) else self.basis
