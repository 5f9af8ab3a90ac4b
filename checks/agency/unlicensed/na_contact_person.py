import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import FILINGS, Filed
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# Offices that file for many for good reasons.
_OFFICES = re.compile(
    r"科研处|科技处|科研院|大学|学院|学校|研究[院所]|法务|园区|孵化|服务中心|服务窗口|保护中心|政务|集团"
)


# Shorter cells are no number: 同上, 见附件.
_SHORTEST = 7


class NaContactPerson(AgencyCheck):
    """没有委托代理机构的许多互不相关的申请，用的是同一个联系电话、邮箱或者联系人和地址。

    以联系人的名义替很多申请人办专利、不出现代理机构，是专项整治查过的无资质代理做法。
    申请人按集团合并计数，件数的下限是内部阈值；申请人本人、集团法务、高校科研处、园区窗口不算，电话、邮箱在报告里打星号。只是线索，先问申请人由谁撰写、向谁付费。
    """

    code = "AGN004"
    level = Level.WARNING
    clue = True
    business = ""
    basis = (cite("代理条例", "27"), cite("代理办法", "52(2)"))
    message = (
        "风险线索：{count}个申请人（内部阈值{least}个）没有委托代理机构，却用同一个{what}“{shown}”，"
        "像是以联系人名义代理，请核实由谁撰写、向谁付费"
    )
    clears = "联系人是集团法务、高校科研处或者园区服务窗口，申请人之间有关联，或者是申请人自己申请"
    keep = ("申请人的说明", "联系人与申请人的关系证明", "付款记录")
    columns = (Filed.APPLICANT, Filed.AGENCY)
    further = (Filed.PHONE, Filed.EMAIL, Filed.CONTACT, Filed.ADDRESS, Filed.GROUP, Filed.OFFICE)

    @dataclass(frozen=True)
    class Options:
        """applicants：用同一联系方式的申请人（同一集团算一个）达到几个起报"""

        applicants: int = 5

    _HEAD = "# 著录\n申请号,申请人,所属集团,代理机构,联系人,联系人单位,联系电话\n"
    _ROWS = "".join(f"2026{n},申请人{n}有限公司,{{0}},{{1}},何某,{{2}},{{3}}13900000000\n" for n in range(5))
    good = (
        _HEAD + _ROWS.format("", "岚山专利代理事务所", "", ""),
        _HEAD + _ROWS.format("青禾集团", "", "", ""),
        _HEAD + _ROWS.format("", "", "青禾大学科研处", ""),
        _HEAD + "".join(_ROWS.format("", "", "", "").splitlines(keepends=True)[:4]),
    )
    bad = (
        _HEAD
        + "20269,申请人九有限公司,,无,⟦何某⟧,,13900000000\n"
        + "".join(_ROWS.format("", "", "", "").splitlines(keepends=True)[:4]),
        Sample(
            "# 著录\n申请号,申请人,代理机构,联系人,联系地址\n1,甲公司,,⟦何某⟧,团城路8号\n2,乙公司,,何 某,团城路8号\n",
            options=(("applicants", 2),),
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        same: dict[tuple[str, str], list[Row[Filed]]] = defaultdict(list)
        for row in agency.rows(FILINGS):
            itself = plain_name(row.text(Filed.CONTACT)) in {plain_name(name) for name in row.names(Filed.APPLICANT)}
            office = _OFFICES.search(row.text(Filed.OFFICE) + row.text(Filed.CONTACT))
            if is_lacking(row.text(Filed.AGENCY)) and not itself and not office:
                for what, value in _contacts(agency, row):
                    same[what, value].append(row)
        told: set[int] = set()
        for (what, _), rows in sorted(same.items(), key=lambda item: -len(item[1])):
            applicants = {plain_firm(row.text(Filed.GROUP) or row.text(Filed.APPLICANT)) for row in rows} - {""}
            if len(applicants) < self.options.applicants or told.issuperset(row.index for row in rows):
                continue
            told.update(row.index for row in rows)
            column = {"联系电话": Filed.PHONE, "邮箱": Filed.EMAIL}.get(what, Filed.ADDRESS)
            yield self.at(
                rows[0].span(Filed.CONTACT, column),
                related=[row.span(Filed.APPLICANT) for row in rows[1:30]],
                facts={"applicants": len(applicants), "filings": len(rows)},
                count=len(applicants),
                least=self.options.applicants,
                what=what,
                shown=rows[0].text(column),
            )


def _contacts(agency: Agency, row: Row[Filed]) -> Iterator[tuple[str, str]]:
    """Yield by what rows are alike: telephone, mail, contact with address."""
    # Numbers and addresses of people are masked; what they were is compared by digest.
    for what, column in (("联系电话", Filed.PHONE), ("邮箱", Filed.EMAIL)):
        if (digest := agency.digest(FILINGS, row, column)) and len(row.text(column)) >= _SHORTEST:
            yield what, digest
    contact, address = plain_name(row.text(Filed.CONTACT)), plain_name(row.text(Filed.ADDRESS))
    if contact and len(address) >= 4:
        yield "联系人和地址", f"{contact} {address}"
