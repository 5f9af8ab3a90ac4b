"""Whose house a unit is of: its trade name, without the place in front and the words of every trade behind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.register import Row

_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
# Cities whose firms often leave 市 out of their names.
_CITIES = (
    "石家庄|唐山|太原|沈阳|大连|长春|哈尔滨|南京|无锡|徐州|常州|苏州|南通|扬州|镇江|昆山|江阴|张家港|常熟|杭州|宁波|温州|嘉兴"
    "|湖州|绍兴|金华|台州|义乌|合肥|芜湖|福州|厦门|泉州|南昌|济南|青岛|烟台|潍坊|郑州|洛阳|武汉|长沙|株洲|广州|深圳|珠海|佛山"
    "|东莞|中山|惠州|南宁|海口|成都|绵阳|贵阳|昆明|西安|兰州|西宁|银川|乌鲁木齐"
)
_PLACE = re.compile(
    rf"(?:中国|(?:{_PROVINCES}|{_CITIES})(?:壮族|回族|维吾尔)?(?:省|市|自治区|特别行政区)?|[^省市区县]{{2,4}}(?:省|自治州|市|新区|区|县))"
)
_BRACKETS = re.compile(r"\([^()]{1,12}\)")
# What every trade calls itself; the trade name ends where the first of these begins.
_TRADE = re.compile(
    r"有限|股份|集团|控股|公司|企业|工厂|厂|事务所|科技|技术|电子|电气|电器|电力|机械|机电|实业|工业|工程|材料|新材|生物|医药|医疗|制药|药业|"
    r"智能|信息|网络|软件|通信|通讯|汽车|能源|新能源|环保|环境|化工|化学|食品|家居|家具|建设|建筑|贸易|商贸|进出口|投资|设计|制造|装备|设备|"
    r"文化|教育|农业|服饰|服装|纺织|塑料|塑胶|包装|玩具|陶瓷|五金|金属|精密|自动化|光电|半导体|知识产权|专利"
)


def _without_place(name: str) -> tuple[str, int]:
    """The name without brackets and the places in front, and how many characters of it are none of a trade."""
    bare, least = _BRACKETS.sub("", name), 2
    while (match := _PLACE.match(bare)) and len(bare) - match.end() >= 2:
        if _TRADE.match(bare, match.end()):
            # A name that is all place and trade (上海电气) keeps both.
            return bare, match.end() + 2
        bare = bare[match.end() :]
    return bare, least


# What follows the trade name of a house in the names of its firms: its trade, or what this one of them does.
_WHAT_IT_DOES = re.compile(
    rf"{_TRADE.pattern}|生活|厨具|厨房|厨卫|智慧|移动|创新|科创|数字|光伏|太阳能|阳光|制冷|空调|洗涤|影像|显示|终端|安全|云|轨道|动力"
    r"|重工|储能|锂电|航空|电热|消费|商业|产业|研究|网联|出行"
)


@lru_cache(maxsize=100_000)
def trade_name(name: str) -> str:
    """The trade name of a unit, folded name given: 浙江美好电器有限公司 is 美好. Empty if nothing is left of it."""
    bare, least = _without_place(name)
    match = _TRADE.search(bare, least)
    return bare[: match.start()] if match else bare


@lru_cache(maxsize=1)
def _known() -> tuple[str, ...]:
    lines = (resources.files("ipcheck.abnormal") / "known_filers.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


def is_known_filer(name: str, more: Iterable[str] = ()) -> bool:
    """Whether a unit bears the trade name of a house that files every year in many fields, or one of ``more``.

    A stranger may bear such a name: it makes a clue weaker and never takes it away.
    """
    bare, _ = _without_place(name)
    return any(
        known and bare.startswith(known) and (len(bare) == len(known) or _WHAT_IT_DOES.match(bare, len(known)))
        for known in (*_known(), *more)
    )


def same_house(one: str, other: str) -> bool:
    """Whether two names may be of one house: one trade name, or one that begins with the other.

    Strangers may bear one trade name; here that only keeps a clue from being told.
    """
    first, second = trade_name(one), trade_name(other)
    short, long = sorted((first, second), key=len)
    return len(short) >= 2 and long.startswith(short)


def within_group(row: Row) -> bool:
    """Whether the transferee of a row is of its applicants' house, or of the group that the register names."""
    transferee, group = row.text(Column.TRANSFEREE), row.text(Column.GROUP)
    owners = (*row.applicants, group) if group else row.applicants
    return any(owner == transferee or same_house(owner, transferee) for owner in owners)


def province(address: str) -> str:
    """The province that an address begins with (a postcode or 中国 may precede it), empty if it names none."""
    match = re.match(rf"[\d\s]*(?:中国)?({_PROVINCES})", address)
    return match[1] if match else ""


__all__ = ["is_known_filer", "province", "same_house", "trade_name", "within_group"]
