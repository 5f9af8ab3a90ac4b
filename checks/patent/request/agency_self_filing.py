from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_PATENT_FIRM = lazy(r"(?:专利(?:商标)?代理|专利(?:商标)?(?:律师)?事务所)")
_FIRM = lazy(r"知识产权代理")


class AgencySelfFiling(PatentCheck):
    """申请人就是专利代理机构，或者与本件的专利代理师同名。

    专利代理机构和专利代理师不得以自己的名义申请专利或者请求宣告专利权无效，违反的依照《专利代理条例》处罚。
    申请人一栏填写真实的委托人。
    与本件代理机构同名、或者名称表明是专利代理机构的报错误；只与代理师同名的可能是同名的人，
    名称里只写“知识产权代理”的可能没有专利代理执业许可，都只给警告。
    """

    code = "REQ020"
    level = Level.ERROR
    basis = (cite("代理条例", "18"), cite("指南", "1-1-4.1.6"))
    message = "申请人“{words}”{why}：代理机构和代理师不得以自己的名义申请专利，请填写真实的申请人"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n申请人：某某机械有限公司\n专利代理机构：甲乙专利代理事务所\n专利代理师：张三",
        "请求书\n申请人：某某专利技术开发有限公司\n专利代理机构：甲乙专利代理事务所\n专利代理师：张三",
    )
    bad = (
        "请求书\n申请人：⟦甲乙专利代理事务所（普通合伙）⟧\n专利代理机构：甲乙专利代理事务所（普通合伙）\n专利代理师：张三",
        "请求书\n申请人：⟦丙丁知识产权代理有限公司⟧",
        "请求书\n申请人：⟦张三⟧\n专利代理机构：甲乙专利代理事务所\n专利代理师：张三、李四",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        agencies = {squeeze(str(agency)) for agency in request.all("agency")}
        agents = {squeeze(str(agent)) for agent in request.names("agent")}
        for applicant in request.names("applicant"):
            name = squeeze(str(applicant))
            if name in agencies:
                yield self.at(applicant, why="就是本件的专利代理机构")
            elif _PATENT_FIRM.search(name):
                yield self.at(applicant, why="的名称表明是专利代理机构")
            elif name in agents:
                yield self.at(applicant, why="与本件的专利代理师同名", level=Level.WARNING)
            elif _FIRM.search(name):
                yield self.at(applicant, why="的名称表明可能是专利代理机构", level=Level.WARNING)
