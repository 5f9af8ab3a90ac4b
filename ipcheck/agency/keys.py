"""The keys of agency.toml: what each is called, what it holds. The explained example is templates/agency.toml."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a key holds."""

    TEXT = auto()
    DAY = auto()


@dataclass(frozen=True)
class Key:
    """A key: its Chinese name, what it holds, the words it may hold (any, if there are none)."""

    label: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()


# The systems that an agency must have: 办法 23 for patents, 令63 第11条 for trademarks; they are not the same.
PATENT_SYSTEMS = {
    "quality": "质量管理",
    "conflict": "利益冲突审查",
    "complaints": "投诉处理",
    "appraisal": "年度考核",
    "staff": "人员管理",
    "finance": "财务管理",
    "archive": "档案管理",
}
TRADEMARK_SYSTEMS = {
    "quality": "质量管理",
    "conflict": "利益冲突审查",
    "screening": "恶意申请筛查",
    "complaints": "投诉处理",
    "confidentiality": "保密管理",
    "staff": "人员管理",
    "finance": "财务管理",
    "archive": "档案管理",
}

_SYSTEMS = PATENT_SYSTEMS | TRADEMARK_SYSTEMS

KEYS: dict[str, Key] = {
    "name": Key("机构名称"),
    "kind": Key("业务", choices=("patent", "trademark", "both", "association")),
    "form": Key("组织形式", choices=("partnership", "llc", "law-firm", "individual", "other")),
    "credit_code": Key("统一社会信用代码"),
    "business_since": Key("开始办理专利代理业务的日期", Kind.DAY),
    "licence.number": Key("执业许可证号"),
    "licence.status": Key("执业许可证状态"),
    "licence.applied": Key("申请执业许可的日期", Kind.DAY),
    "licence.issued": Key("执业许可证颁发日期", Kind.DAY),
    "registered.name": Key("登记机关登记的名称"),
    "registered.address": Key("登记机关登记的经营场所"),
    "registered.representative": Key("登记机关登记的法定代表人或者执行事务合伙人"),
    "published.name": Key("专利代理管理系统公示的名称"),
    "published.address": Key("专利代理管理系统公示的经营场所"),
    "published.representative": Key("专利代理管理系统公示的法定代表人或者执行事务合伙人"),
    "sign.name": Key("牌匾、网站上用的名称"),
    "trademark.record_number": Key("商标代理机构备案号"),
    "trademark.recorded": Key("本次商标代理备案有效期的起日", Kind.DAY),
    "trademark.expires": Key("商标代理备案有效期届满日", Kind.DAY),
    "trademark.renewed": Key("办理延续备案的日期", Kind.DAY),
    "trademark.ceased": Key("停止商标代理业务的日期", Kind.DAY),
    "trademark.displayed": Key("经营场所是否悬挂执照"),
    "trademark.website": Key("办理商标代理业务的网站或者网店"),
    "trademark.website_discloses": Key("网站是否公示执照和备案信息"),
    **{f"systems.{name}.document": Key(f"{label}制度的文件") for name, label in _SYSTEMS.items()},
    **{
        f"systems.{name}.last_used": Key(f"{label}制度最近一次执行记录的日期", Kind.DAY)
        for name, label in _SYSTEMS.items()
    },
}


__all__ = ["KEYS", "PATENT_SYSTEMS", "TRADEMARK_SYSTEMS", "Key", "Kind"]
