"""The table 广告: what was said to win clients, one row a text: of the agency, or of somebody else whom it looks at."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Ad(StrEnum):
    """A column of the table."""

    NUMBER = "编号"
    SUBJECT = "主体"
    CHANNEL = "渠道"
    DAY = "发布日"
    TEXT = "文本"
    PLATFORM = "平台展示"


ADS = TableKind(
    "广告",
    Ad,
    {
        Ad.NUMBER: "广告编号 number",
        Ad.SUBJECT: "发布主体 广告主 subject",
        Ad.CHANNEL: "载体 平台 channel",
        Ad.DAY: "发布日期 day",
        Ad.TEXT: "广告文本 内容 话术 text",
        Ad.PLATFORM: "展示入驻机构 platform",
    },
    also="广告文本 宣传 宣传话术",
    days=(Ad.DAY,),
    optional=True,
)

__all__ = ["ADS", "Ad"]
