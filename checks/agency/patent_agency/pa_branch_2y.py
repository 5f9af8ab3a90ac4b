from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck, years_after
from ipcheck.agency.branches import open_branches
from ipcheck.agency.tables import Branch
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 办法 20(1).
_YEARS = 2


class PaBranch2y(AgencyCheck):
    """设立分支机构的时候，机构办理专利代理业务还不满两年。

    设分支机构要办理专利代理业务满两年；按设立的那一天核对，不按今天，两年按日历计算。
    核对开始办理业务的日期和分支机构的设立日；确实不满的，向主管部门说明并整改。
    """

    code = "AGP014"
    level = Level.ERROR
    basis = (cite("代理办法", "20(1)"),)
    message = "{name}设立于{founded}，那时办理专利代理业务（自{since}起）还不满两年，到{full}才满：请核对并整改"
    keys = ("business_since",)
    columns = (Branch.NAME, Branch.FOUNDED)

    _HEAD = "# 分支机构\n名称,设立日\n"
    good = (
        "business_since = 2020-02-29\n" + _HEAD + "武汉分所,2022-02-28\n",
        "business_since = 2020-03-01\n" + _HEAD + "无,\n",
    )
    bad = (
        "business_since = 2020-02-29\n" + _HEAD + "武汉分所,⟦2022-02-27⟧\n",
        "business_since = 2020-03-01\n" + _HEAD + "武汉分所,⟦2021-11-01⟧\n",
    )

    @classmethod
    def check_name(cls) -> str:
        """The catalogue's name; class names do not tell where 2y begins."""
        return "pa-branch-2y"

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        since = agency.day("business_since")
        for row, founded in open_branches(agency):
            if since is not None and (full := years_after(since, _YEARS)) > founded:
                yield self.at(
                    row.span(Branch.FOUNDED),
                    related=[agency.span("business_since")],
                    on=founded,
                    name=row.text(Branch.NAME),
                    founded=founded.isoformat(),
                    since=since.isoformat(),
                    full=full.isoformat(),
                )
