from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import report_year
from ipcheck.agency.tables import REPORTS, Annual
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_FIELDS = (
    Annual.CONTACT, Annual.NAMES, Annual.CAPITAL, Annual.BRANCHES, Annual.WEBSITES, Annual.BUSINESS, Annual.FINANCE,
    Annual.ABROAD,
)  # fmt: skip


class PaAnnualReportFields(AgencyCheck):
    """最近一年的年度报告缺少应当填写的内容。

    年度报告应当包括联系方式、姓名和从业人数、出资、分支机构、网络平台、业务、财务、境外机构和资质等九项；“其他”一项可以空着。
    没有的写“无”，空着的算没有填；律师事务所只报专利业务，不查。补填后重新提交。
    """

    code = "AGP040"
    level = Level.WARNING
    basis = (cite("代理办法", "35"),)
    message = "{year}年度报告没有填写{fields}：请补填，没有的写“无”"
    forms = ("partnership", "llc", "other")
    columns = (Annual.YEAR, *_FIELDS)

    _HEAD = (
        'form = "partnership"\n# 年度报告\n'
        "年度,联系方式,姓名和从业人数,出资情况,分支机构信息,网络平台,业务信息,财务信息,境外机构和资质\n"
    )
    good = (
        _HEAD + "2023,,,,,,,,\n2024,有,12人,有,无,无,有,有,无\n",
        _HEAD.replace("partnership", "law-firm") + "2024,,,,,,有,,\n",
    )
    bad = (_HEAD + "⟦2024⟧,有,12人,有,无,,有,,无\n",)

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        years = [(year, row.index, row) for row in agency.rows(REPORTS) if (year := report_year(row)) is not None]
        if not years:
            return
        year, _, row = max(years, key=lambda item: item[:2])
        lacking = [field.value for field in _FIELDS if not row.text(field)]
        if lacking:
            yield self.at(row.span(Annual.YEAR), year=year, fields="、".join(lacking))
