import re
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import says_no
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_NONE = ("申请中", "办理中", "审批中")
_SOUND = re.compile(r"^(?:有效|正常|存续|在业|在营|执业|有许可)")
# What else a status says is only asked about.
_LOST = re.compile(r"撤销|吊销|注销|失效|无效|停止|暂停|停业|终止|过期|届满")


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
        '[licence]\nnumber = "42101"\nstatus = "正常执业（2024年换证）"\n',
        'kind = "trademark"\n[licence]\nnumber = "无"\n',
    )
    bad = (
        '[licence]\nnumber = "⟦无⟧"\n',
        '[licence]\nnumber = "42101"\nstatus = "⟦吊销⟧"\n',
        '[licence]\nnumber = "⟦尚未取得⟧"\n',
        '[licence]\nnumber = "42101"\nstatus = "⟦正常（责令停止承接新业务6个月）⟧"\n',
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        number, status = agency.text("licence.number"), agency.text("licence.status")
        if says_no(number) or number in _NONE:
            yield self.at(agency.span("licence.number"), what="没有专利代理机构执业许可证")
        elif status and (_LOST.search(status) or not _SOUND.match(status)):
            level = None if _LOST.search(status) else Level.WARNING
            yield self.at(agency.span("licence.status"), what=f"执业许可证的状态是“{status}”", level=level)
