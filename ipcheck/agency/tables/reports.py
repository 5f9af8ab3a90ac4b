"""The table 年度报告: one row a year; a column for each of the nine things that 办法 35 asks for."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Annual(StrEnum):
    """A column of the table."""

    YEAR = "年度"
    SUBMITTED = "提交日"
    CONTACT = "联系方式"
    NAMES = "姓名和从业人数"
    CAPITAL = "出资情况"
    BRANCHES = "分支机构信息"
    WEBSITES = "网络平台"
    BUSINESS = "业务信息"
    FINANCE = "财务信息"
    ABROAD = "境外机构和资质"
    OTHER = "其他"
    ATTORNEYS = "代理师人数"
    OWNERS = "合伙人股东人数"
    BRANCH_COUNT = "分支机构数"
    FILINGS = "申请件数"


REPORTS = TableKind(
    "年度报告",
    Annual,
    {
        Annual.YEAR: "报告年度 年份 year",
        Annual.SUBMITTED: "提交日期 报送日 submitted",
        Annual.CONTACT: "通信地址电话邮箱 contact",
        Annual.NAMES: "人员信息 names",
        Annual.CAPITAL: "出资额 出资信息 capital",
        Annual.BRANCHES: "分支机构 branches",
        Annual.WEBSITES: "网址 网络平台名称网址 websites",
        Annual.BUSINESS: "业务情况 business",
        Annual.FINANCE: "财务情况 资产和营业 finance",
        Annual.ABROAD: "境外 境外分支机构和资质 abroad",
        Annual.OTHER: "其他事项 other",
        Annual.ATTORNEYS: "专利代理师人数 执业代理师人数 attorneys",
        Annual.OWNERS: "股东人数 合伙人人数 owners",
        Annual.BRANCH_COUNT: "分支机构数量 branch_count",
        Annual.FILINGS: "代理申请件数 办理申请件数 filings",
    },
    also="年报",
    days=(Annual.SUBMITTED,),
)

__all__ = ["REPORTS", "Annual"]
