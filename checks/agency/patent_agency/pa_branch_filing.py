from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import unrecorded_branches
from ipcheck.agency.tables import Branch
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaBranchFiling(AgencyCheck):
    """分支机构的设立、变更、注销没有备案，或者备案晚了。

    分支机构设立、变更、注销没有按规定备案的列入经营异常名录，严重损害当事人利益的还要受罚。
    备案的期限没有核对到原文，三十日是内部阈值，末日逢节假日顺延；办法施行（2019年5月）以前的、境外的不看。
    尽快补办备案并留存回执。
    """

    code = "AGP019"
    level = Level.WARNING
    basis = (cite("代理办法", "22"), cite("代理办法", "37(4)"), cite("代理办法", "51(7)"))
    message = "{told}（期限内部阈值{days}日）"
    further = (Branch.CHANGED, Branch.CHANGED_RECORDED, Branch.CLOSED, Branch.CLOSED_RECORDED)
    columns = (Branch.NAME, Branch.FOUNDED, Branch.FOUNDED_RECORDED)

    @dataclass(frozen=True)
    class Options:
        """days：设立、变更、注销之后应当在几日之内备案"""

        days: int = 30

    _HEAD = "# 分支机构\n名称,设立日,设立备案日,注销日,注销备案日\n"
    good = (
        _HEAD + "武汉分所,2025-03-03,2025-04-02,,\n",
        Sample(_HEAD + "武汉分所,2025-03-03,,,\n", as_of=date(2025, 4, 2)),
        _HEAD + "武汉分所,2012-03-03,2012-08-03,,\n岚山专利代理事务所东京办事处,2024-03-03,,,\n",
    )
    bad = (
        _HEAD + "武汉分所,⟦2025-03-03⟧,2025-04-03,,\n",
        Sample(_HEAD + "武汉分所,⟦2025-03-03⟧,未备案,,\n", as_of=date(2025, 4, 3)),
        Sample(_HEAD + "武汉分所,2022-03-03,2022-03-04,⟦2025-03-03⟧,\n", as_of=date(2025, 4, 3)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for item in unrecorded_branches(agency, self.options.days):
            yield self.at(item.span, facts={"open": item.open}, told=item.told, days=self.options.days)
