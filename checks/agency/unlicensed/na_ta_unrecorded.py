from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.licences import Register
from ipcheck.agency.mark_record import NEW_LAW
from ipcheck.agency.records import is_own
from ipcheck.agency.tables import FILINGS, Filed, Licensed
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class NaTaUnrecorded(AgencyCheck):
    """商标申请的代理机构，在申请那天的机构库里查不到商标代理备案。

    从事国家知识产权局主管的商标代理业务应当及时备案；2027年起未备案逾期不改正的，处一万元以上五万元以下罚款。
    按名称查，总所备案的分所不报；备案起止日写明的按申请日比；只做国内查询的不出现在著录里。只是线索，先核对机构库的日期和名称。
    """

    code = "AGN007"
    level = Level.ERROR
    clue = True
    business = ""
    basis = (cite("令63", "5.1"), cite("商标条例", "84.2"), cite("商标法", "65.4"))
    message = "风险线索：{agency}代理了{count}件商标申请，机构库里查不到那时的商标代理备案，请核实{fine}"
    clears = "机构库的快照过期，名称有变更或者写法不同，或者备案正在延续"
    keep = ("备案查询的截图和日期", "商标申请的著录信息")
    columns = (Filed.KIND, Filed.AGENCY, Filed.DAY, Licensed.NAME, Licensed.RECORD)
    further = (Licensed.RECORD_FROM, Licensed.RECORD_TO)

    _HEAD = (
        "# 机构库\n名称,商标备案号,备案起日,备案止日\n青禾商标代理有限公司,鄂1,2023-03-06,2026-03-05\n"
        "# 著录\n申请号,业务,申请日,代理机构\n"
    )
    good = (
        _HEAD + "1,商标,2026-03-05,青禾商标代理有限公司\n2,商标,2023-03-06,青禾商标代理有限公司\n",
        _HEAD + "1,专利,2026-04-05,磁湖科技有限公司\n2,商标,2026-04-05,无\n",
    )
    bad = (
        _HEAD + "1,商标,2026-03-06,⟦青禾商标代理有限公司⟧\n",
        Sample(
            _HEAD + "1,商标,2027-01-01,⟦磁湖科技有限公司⟧\n2,商标,2027-01-02,磁湖科技有限公司\n", as_of=date(2027, 2, 1)
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        register = Register(agency)
        found: dict[str, list[Row[Filed]]] = defaultdict(list)
        for row in agency.rows(FILINGS):
            name = row.text(Filed.AGENCY)
            foreign = "商标" in row.text(Filed.KIND) and not is_lacking(name) and not is_own(agency, name)
            if foreign and not register.recorded(name, row.day(Filed.DAY)):
                found[plain_firm(name)].append(row)
        for rows in found.values():
            days = [day for row in rows if (day := row.day(Filed.DAY)) is not None]
            new = bool(days) and max(days) >= NEW_LAW
            yield self.at(
                rows[0].span(Filed.AGENCY),
                related=[row.span(Filed.AGENCY) for row in rows[1:30]],
                basis=(*self.basis, cite("商标法", "67.3")) if new else None,
                facts={"count": len(rows)},
                on=max(days, default=None),
                agency=rows[0].text(Filed.AGENCY),
                count=len(rows),
                fine="；2027-01-01起逾期不改正的另有罚款" if new else "",
            )
