from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.licences import Register
from ipcheck.agency.solicitation import PATENT_SERVICE, TITLE, offers
from ipcheck.agency.tables import FILINGS, Ad, Filed, Licensed
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class NaRevoked(AgencyCheck):
    """许可证被撤销、吊销以后，还代理新的专利申请，或者还以代理机构的名义招揽。

    撤销、吊销以后擅自代理或者招揽的，属于擅自开展专利代理业务；以前没有办结的业务可以妥善处理，不算。
    按申请日、发布日比状态日，当天的不报；注销的不属于这一项。只是线索，先核对申请日是不是分案、以前接的案。
    """

    code = "AGN003"
    level = Level.ERROR
    clue = True
    business = ""
    basis = (cite("代理办法", "52(3)"), cite("代理条例", "27"))
    message = "风险线索：{subject}的许可证{since}被{status}，{day}又{what}，请核实"
    clears = "委托在撤销、吊销以前，属于没有办结业务的处理，决定已经撤回，或者名称相同的是另一家"
    keep = ("撤销或者吊销决定", "委托合同的日期", "广告的发布时间")
    columns = (Licensed.NAME, Licensed.STATUS, Licensed.SINCE)
    further = (Filed.AGENCY, Filed.DAY, Ad.SUBJECT, Ad.DAY)

    _HEAD = "# 机构库\n名称,许可状态,状态日\n砚湖代理有限公司,吊销,2026-03-05\n磁湖代理有限公司,注销,2026-03-05\n"
    _FILED = _HEAD + "# 著录\n申请号,业务,申请日,代理机构\n"
    good = (
        _FILED + "20261,专利,2026-03-05,砚湖代理有限公司\n20262,专利,2026-04-05,磁湖代理有限公司\n",
        _FILED + "70000001,商标,2026-03-06,砚湖代理有限公司\n",
    )
    bad = (
        _FILED + "20261,专利,⟦2026-03-06⟧,砚湖代理有限公司\n20262,专利,2026-04-06,砚湖代理有限公司\n",
        _HEAD + "# 广告\n编号,主体,发布日,文本\nG1,砚湖代理有限公司,⟦2026-04-05⟧,资深专利代理机构\n",
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: no snapshot of the agencies, or nothing to hold against it."""
        given = any(name in agency.tables for name in ("著录", "广告"))
        return super().unseen(agency) or ("" if given else "没有给出著录、广告表")

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        register = Register(agency)
        told: dict[str, tuple[str, str, Span]] = {}
        more: dict[str, list[Span]] = {}
        signs = [
            (row.text(Filed.AGENCY), row.day(Filed.DAY), "代理了专利申请", row.span(Filed.DAY))
            for row in agency.rows(FILINGS)
            if "专利" in row.text(Filed.KIND)
        ]
        for pattern in (TITLE, PATENT_SERVICE):
            signs += [
                (ad.text(Ad.SUBJECT), ad.day(Ad.DAY), "以代理机构的名义招揽", ad.span(Ad.DAY))
                for ad, _ in offers(agency, pattern)
            ]
        for name, day, what, span in signs:
            withdrawn = register.withdrawn(name) if name else None
            if withdrawn is not None and day is not None and day > withdrawn[0]:
                plain = plain_firm(name)
                if told.setdefault(plain, (name, what, span))[2] is not span:
                    more.setdefault(plain, []).append(span)
        for plain, (name, what, span) in told.items():
            since, status = register.withdrawn(name) or (agency.as_of, "")
            related = [other for other in more.get(plain, ()) if other != span]
            yield self.at(
                span,
                related=related[:30],
                facts={"signs": 1 + len(related)},
                subject=name,
                since=since.isoformat(),
                status=status,
                day=str(span),
                what=what,
            )
