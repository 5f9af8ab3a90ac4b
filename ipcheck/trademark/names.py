"""What an applicant's name tells: its trade name, and whether it is an agency, a large or a trading firm."""

from __future__ import annotations

import re
from functools import lru_cache

_PLACES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 "
    "湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 "
    "香港 澳门 石家庄 太原 沈阳 大连 长春 哈尔滨 南京 苏州 无锡 常州 南通 徐州 扬州 杭州 "
    "宁波 温州 嘉兴 绍兴 金华 义乌 台州 合肥 芜湖 福州 厦门 泉州 晋江 漳州 南昌 九江 济南 "
    "青岛 烟台 潍坊 临沂 郑州 洛阳 武汉 宜昌 襄阳 长沙 株洲 广州 深圳 佛山 东莞 中山 珠海 "
    "汕头 惠州 江门 南宁 桂林 海口 三亚 成都 绵阳 贵阳 昆明 拉萨 西安 咸阳 兰州 西宁 银川 "
    "乌鲁木齐 呼和浩特 黄石 孝感 荆州 黄冈 十堰"
)
PLACES = frozenset(_PLACES.split())
_FORM = re.compile(
    r"(?:集团)?(?:股份)?(?:有限)?(?:责任)?公司$|(?:有限合伙|普通合伙|个人独资)$|合伙企业$|集团$|工作室$|经营部$|商行$|批发部$|"
    r"个体工商户$|专卖店$|专业合作社$|合作社$|事务所$|中心$|商店$|总店$|分公司$|厂$|店$|铺$|坊$|部$"
)
_TRADE = re.compile(
    r"(?:科技|网络|信息|技术|文化|传媒|传播|贸易|商贸|科贸|实业|工贸|进出口|国际|食品|餐饮|服饰|服装|鞋业|酒业|电子|商务|"
    r"品牌|管理|运营|企业|咨询|服务|知识产权|代理|商标|营销|策划|广告|投资|控股|发展|产业|农业|生物|医药|医疗|健康|器械|"
    r"化妆品|日化|用品|家居|家具|家电|电器|建材|装饰|工程|设备|机械|制造|智能|软件|供应链|物流|教育|体育|旅游|酒店|百货|"
    r"母婴|宠物|美容|珠宝|饰品|茶业|乳业|饮料|粮油|新能源|能源|汽车|零部件|材料|化工|环保|数码|通信|影视|娱乐|游戏|"
    r"设计|制品|药业|生态|农产品|种植|养殖|批发|零售|销售|商业|集团|中国)$"
)
_AREA = re.compile(r"^[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|县|区|镇)(?=[\u4e00-\u9fff]{4})")
# A longer cell is no name.
_LONGEST = 80
_BRACKETS = re.compile(r"[(（〔\[][^()（）〔\]\[]*[)）〕\]]")
_AGENCY = re.compile(r"(?:知识产权|商标|专利)[\u4e00-\u9fff]{0,6}代理|(?:商标|知识产权|专利)[\u4e00-\u9fff]{0,4}事务所")
_LARGE = re.compile(
    r"集团|股份|株式会社|大学|研究院|科学院|烟草|航空|铁路|银行|"
    r"(?i:\b(?:inc|ltd|llc|gmbh|corp|corporation|company|limited|ag|s\.?a|n\.?v|plc)\b)|·"
)
_ORGANISATION = re.compile(
    r"公司|集团|厂|店|社|所|中心|工作室|部|行|院|校|会|企业|合伙|铺|坊|馆|局|政府|商户|农场|学|站|园|队|团|[A-Za-z]"
)
_TRADING = re.compile(r"品牌(?:管理|运营|孵化|策划)?|电子商务|电商|互联网销售|跨境|网络销售|供应链")
_PUBLIC = re.compile(r"管理委员会|管委会|人民政府|管理局|管理处|文物|博物|景区|旅游|文旅|风景|协会")


@lru_cache(maxsize=200_000)
def trade_name(name: str) -> str:
    """The distinctive words of an organisation's name: 杭州青禾文化传媒有限公司 → 青禾; empty for a person's name."""
    if len(name) > _LONGEST or not _ORGANISATION.search(name):
        return ""
    core = _AREA.sub("", _BRACKETS.sub("", name))
    for place in (core[:4], core[:3], core[:2]):
        if place in PLACES and len(core) > len(place) + 3:
            core = core[len(place) :].removeprefix("省").removeprefix("市")
            break
    while (shorter := _TRADE.sub("", _FORM.sub("", core))) != core and len(shorter) >= 2:
        core = shorter
    return core if 2 <= len(core) <= 8 else ""


def same_group(first: str, second: str) -> bool:
    """Whether two names are those of one house: equal, or with one trade name (青禾集团, 青禾食品)."""
    if first == second:
        return True
    one, two = trade_name(first), trade_name(second)
    return bool(one) and one == two


def is_agency(name: str) -> bool:
    """Whether the name says a trademark or patent agency; law firms do not, most of them are none."""
    return _AGENCY.search(name) is not None


def is_large(name: str) -> bool:
    """Whether the name is that of a group, a listed or foreign company, a university."""
    return _LARGE.search(name) is not None


def is_trading(name: str, scope: str) -> bool:
    """Whether it manages brands or sells online: many marks are its daily trade."""
    return _TRADING.search(name) is not None or _TRADING.search(scope) is not None


def is_public(name: str) -> bool:
    """Whether it is an authority or a body that looks after a place: names of places are its own."""
    return _PUBLIC.search(name) is not None


__all__ = ["PLACES", "is_agency", "is_large", "is_public", "is_trading", "same_group", "trade_name"]
