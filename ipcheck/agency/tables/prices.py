"""The table 价目: what the agency asks for its services, one row a service."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Price(StrEnum):
    """A column of the table."""

    SERVICE = "服务"
    TOTAL = "全包价"
    OFFICIAL = "官费"
    COST = "成本"
    PROMOTION = "促销"


PRICES = TableKind(
    "价目",
    Price,
    {
        Price.SERVICE: "服务项目 服务名称 service",
        Price.TOTAL: "报价 总价 价格 total",
        Price.OFFICIAL: "含官费 官方费用 official",
        Price.COST: "其他成本 cost",
        Price.PROMOTION: "是否促销 单件优惠 promotion",
    },
    also="价格 价目表 报价",
    optional=True,
)

__all__ = ["PRICES", "Price"]
