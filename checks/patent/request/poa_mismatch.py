from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, Kind, PartName, PatentCheck
from ipcheck.patent.poa import draw_poa


class PoaMismatch(PatentCheck):
    """专利代理委托书的发明名称、代理机构、代理师或者委托人与请求书不一致。

    委托书应当写明委托权限、发明创造名称、专利代理机构名称、专利代理师姓名，并与请求书一致；不一致的要补正，期满未补正视为未委托。
    以请求书的定稿为准更新委托书，并请委托人重新签字或者盖章。
    总委托书不写发明名称，不比较名称；比较时不计空格和全角半角，委托书里没有读到的项目不报。
    """

    code = "REQ032"
    level = Level.ERROR
    basis = (cite("指南", "1-1-6.1.2"),)
    message = "委托书的{what}“{words}”与请求书的“{wanted}”不一致：两处应当一致，请更新委托书"
    needs = (PartName.REQUEST, PartName.POA)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    _REQUEST = (
        "请求书\n发明名称：一种折叠杯\n申请人：某某公司\n专利代理机构：甲乙专利代理事务所（普通合伙）\n"
        "专利代理师：张三、李四\n"
    )
    good = (
        _REQUEST + "专利代理委托书\n根据专利法的规定，兹委托 甲乙专利代理事务所（普通合伙）\n"
        "代为办理名称为 一种折叠杯 的发明专利申请。\n专利代理机构接受上述委托，\n"
        "并指定专利代理师 张三、李四 办理此项委托。\n"
        "委托人（单位或个人）：某某公司",
        _REQUEST + "专利代理总委托书\n委托人：某某公司\n专利代理机构：甲乙专利代理事务所(普通合伙)",
        _REQUEST + "委托书\n发明名称：一种 折叠杯",
    )
    bad = (
        _REQUEST + "专利代理委托书\n兹委托 甲乙专利代理事务所（普通合伙）\n"
        "代为办理名称为“⟦一种杯子⟧”的发明专利申请。\n"
        "指定专利代理师 张三、⟦王五⟧ 办理此项委托。",
        _REQUEST + "委托书\n发明名称：⟦一种伸缩杯⟧\n专利代理机构：⟦丙丁专利代理有限公司⟧\n委托人：⟦某某股份公司⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request, poa = filing.request, draw_poa(filing)
        if request is None or poa is None:
            return
        title, agency = request.first("title"), request.first("agency")
        if not poa.general:
            yield from self._compare("发明名称", (poa.title,), (title,))
        yield from self._compare("代理机构", (poa.agency,), (agency,))
        yield from self._compare("代理师", poa.agents, request.names("agent"))
        yield from self._compare("委托人", poa.principals, request.names("applicant"))

    def _compare(self, what: str, given: tuple[Span | None, ...], wanted: tuple[Span | None, ...]) -> Iterator[Finding]:
        known = {squeeze(str(span)): span for span in wanted if span is not None}
        for span in given:
            if span is not None and known and squeeze(str(span)) not in known:
                told = "、".join(str(other) for other in known.values())
                yield self.at(span, what=what, wanted=told, related=tuple(known.values()))
