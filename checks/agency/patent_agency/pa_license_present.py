from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_NONE = ("无", "没有", "未取得", "申请中")
_SOUND = ("有效", "正常")


class PaLicensePresent(AgencyCheck):
    """没有专利代理机构执业许可证，或者许可证的状态不是有效。

    从事专利代理业务应当取得执业许可证；被撤销、吊销、注销以后不能再办理，责令停止承接新业务期间不能接新案。
    没有许可证的停止专利代理业务、去申请许可；状态写错的按专利代理管理系统改正。律师事务所的条件另行核对。
    """

    code = "AGP001"
    level = Level.ERROR
    basis = (cite("代理条例", "9.1"), cite("代理条例", "24.2"))
    message = "{what}：不能承接新的专利代理业务，请停止并核对"
    keys = ("licence.number",)

    good = (
        '[licence]\nnumber = "42101"\nstatus = "有效"\n',
        '[licence]\nnumber = "42101"\n',
        'kind = "trademark"\n[licence]\nnumber = "无"\n',
    )
    bad = (
        '[licence]\nnumber = "⟦无⟧"\n',
        '[licence]\nnumber = "42101"\nstatus = "⟦吊销⟧"\n',
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        if agency.text("licence.number") in _NONE:
            yield self.at(agency.span("licence.number"), what="没有专利代理机构执业许可证")
        elif agency.given("licence.status") and agency.text("licence.status") not in _SOUND:
            yield self.at(agency.span("licence.status"), what=f"执业许可证的状态是“{agency.text('licence.status')}”")
