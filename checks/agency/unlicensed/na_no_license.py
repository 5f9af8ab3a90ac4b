from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.licences import Register
from ipcheck.agency.records import is_own
from ipcheck.agency.solicitation import PATENT_SERVICE, offers
from ipcheck.agency.tables import FILINGS, Ad, Filed, Licensed
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class NaNoLicense(AgencyCheck):
    """机构库里查不到许可证的主体，代理了专利申请，或者在广告里说自己办理专利代理。

    没有取得执业许可证擅自代理专利申请、宣告无效等业务的，责令停止、没收违法所得并处罚款。
    按名称查机构库，总所有许可的分所不报；只做商标、咨询、检索的不需要许可；平台展示入驻机构、写明由别的机构办理的不报。只是线索，不公开，先核对机构库的日期和名称。
    """

    code = "AGN001"
    level = Level.ERROR
    clue = True
    business = ""
    basis = (cite("代理条例", "27"), cite("代理办法", "52(2)"), cite("代理条例", "9.1"))
    message = "风险线索：{subject}{what}，机构库里查不到它的专利代理执业许可证，请核实"
    clears = "机构库的快照过期，名称有变更或者写法不同，业务实际由合作的持证机构承办，或者只做商标、咨询、检索"
    keep = ("机构库查询的截图和日期", "广告原件", "申请的著录信息")
    columns = (Licensed.NAME, Licensed.LICENCE, Licensed.STATUS)
    further = (Filed.AGENCY, Filed.KIND, Ad.SUBJECT, Ad.TEXT)

    _HEAD = (
        "# 机构库\n名称,许可证号,许可状态,状态日\n"
        "岚山专利代理事务所（普通合伙）,42901,有效,\n砚湖代理有限公司,42902,吊销,2025-03-05\n"
    )
    _FILED = _HEAD + "# 著录\n申请号,业务,申请日,代理机构\n"
    _ADS = _HEAD + "# 广告\n编号,主体,文本,平台展示\n"
    good = (
        _FILED
        + "202610000001.X,专利,2026-03-05,岚山专利代理事务所武汉分所\n70000001,商标,2026-03-05,磁湖科技有限公司\n",
        _FILED + "202610000001.X,专利,2026-03-05,无\n202610000002.X,专利,2026-03-05,砚湖代理有限公司\n",
        _ADS + "G1,磁湖科技有限公司,专利检索、商标查询、专利代理由岚山专利代理事务所承办,\n",
        _ADS + "G1,磁湖平台,专利代理,是\nG2,磁湖科技有限公司,本公司不办理专利代理,\n",
        _ADS + "G1,岚山专利代理事务所,专利代理、商标注册,\nG2,,专利代理,\n",
        _ADS + "G1,磁湖教育,专利代理师考试培训、专利代理实务课程,\n",
        _ADS + "G2,磁湖科技有限公司,代写专利交底书；专利代理费政策解读,\n",
    )
    bad = (
        _FILED + "202610000001.X,专利,2026-03-05,⟦磁湖科技有限公司⟧\n202610000002.X,专利,2026-03-05,磁湖科技有限公司\n",
        _ADS + "G1,磁湖科技有限公司,高企申报、⟦专利代理⟧、商标注册,\n",
        _ADS + "G1,磁湖科技有限公司,⟦代写发明专利⟧,\n",
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: no snapshot of the agencies, or nothing to hold against it."""
        return super().unseen(agency) or _nothing(agency)

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        register = Register(agency)
        found: dict[str, list[tuple[str, Span]]] = defaultdict(list)
        names: dict[str, str] = {}

        def unlicensed(name: str, day: date | None) -> bool:
            known = is_lacking(name) or is_own(agency, name) or register.withdrawn(name) is not None
            return not known and not register.licensed(name, day)

        for row in agency.rows(FILINGS):
            name = row.text(Filed.AGENCY)
            if "专利" in row.text(Filed.KIND) and unlicensed(name, row.day(Filed.DAY)):
                found[plain_firm(name)].append(("代理了专利申请", row.span(Filed.AGENCY)))
                names.setdefault(plain_firm(name), name)
        for ad, span in offers(agency, PATENT_SERVICE):
            name = ad.text(Ad.SUBJECT)
            if unlicensed(name, ad.day(Ad.DAY)):
                found[plain_firm(name)].append(("在广告里说办理专利代理", span))
                names.setdefault(plain_firm(name), name)
        for plain, signs in found.items():
            what = "、".join(dict.fromkeys(words for words, _ in signs))
            related = [span for _, span in signs[1:30]]
            yield self.at(signs[0][1], related=related, facts={"signs": len(signs)}, subject=names[plain], what=what)


def _nothing(agency: Agency) -> str:
    given = any(name in agency.tables for name in ("著录", "广告"))
    return "" if given else "没有给出著录、广告表"
