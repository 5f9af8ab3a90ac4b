"""From a business scope to the classes it may need: by words, coarse, good for a hint only."""

from __future__ import annotations

import re
from functools import lru_cache

# Written by hand after the headings of the Nice classes; 35 (advertising, sales) belongs to any business.
_WORDS = {
    1: "化工|化学|肥料|试剂|胶粘",
    2: "涂料|油漆|颜料|染料|油墨",
    3: "化妆品|护肤|日化|洗涤|清洁用品|香料|美妆|日用品|日用百货",
    4: "润滑油|燃料|石油|蜡烛|煤炭",
    5: "药|消毒|医用|保健食品|兽药|农药|营养|婴幼儿配方",
    6: "金属|五金|钢材|铝材",
    7: "机械|设备制造|机电|发动机|泵|机床",
    8: "手工具|刀具|餐具|五金工具",
    9: "软件|电子产品|计算机|数码|仪器|电池|眼镜|通讯设备|芯片|通信设备",
    10: "医疗器械|按摩|医用|假肢|情趣",
    11: "照明|灯具|家用电器|空调|卫浴|厨具|电器",
    12: "汽车|车辆|自行车|电动车|摩托|船|交通工具|零配件",
    13: "烟花|爆竹|火药",
    14: "珠宝|首饰|钟表|饰品|贵金属|黄金",
    15: "乐器",
    16: "文具|办公用品|纸|印刷|图书|文化用品|出版",
    17: "橡胶|塑料|绝缘|密封",
    18: "皮革|箱包|伞|皮具",
    19: "建筑材料|建材|木材|水泥|陶瓷|石材|门窗",
    20: "家具|家居|木制品|工艺品",
    21: "厨房|日用品|日用百货|餐具|玻璃器皿|清洁用品|陶瓷制品",
    22: "绳|帐篷|麻袋|网具",
    23: "纱|线|毛线",
    24: "纺织|家纺|床上用品|布料|针纺",
    25: "服装|服饰|鞋|帽|针纺织品|内衣",
    26: "服装辅料|纽扣|花边|假发|饰品",
    27: "地毯|墙纸|席",
    28: "玩具|体育用品|健身器材|游戏机|渔具",
    29: "食品|肉|水产|乳制品|食用油|蛋|蔬菜|水果|干货|农产品",
    30: "食品|粮食|茶|咖啡|糕点|面|调味|糖|米|冷饮",
    31: "种植|养殖|农产品|花卉|饲料|种子|水果|蔬菜|农业|宠物",
    32: "饮料|啤酒|饮用水|食品|果汁",
    33: "酒",
    34: "烟",
    35: "广告|策划|咨询|企业管理|会展|人力资源|商务代理",
    36: "保险|金融|投资|房地产|物业|租赁住房|典当|资产管理|证券|基金|银行",
    37: "建筑工程|装修|维修|安装|施工|保养|装饰",
    38: "电信|通信业务|通信服务|增值电信|广播|互联网信息服务",
    39: "运输|物流|仓储|快递|旅行|旅游|租车",
    40: "加工|印刷|环保|污水处理|制造",
    41: "教育|培训|文化|体育|演出|会议|展览|影视|娱乐|出版|健身|艺术",
    42: "软件|技术开发|技术服务|设计|研发|信息技术|检测|计算机",
    43: "餐饮|酒店|住宿|民宿|茶馆|咖啡馆|养老",
    44: "医疗|美容|诊所|健康|园艺|宠物|医院|养生",
    45: "法律|知识产权|安保|婚|殡葬|社交|家政",
}
_PATTERNS = {number: re.compile(words) for number, words in _WORDS.items()}
# Who trades in everything may need any class.
_ANY = re.compile(r"百货|贸易|进出口|商贸|互联网销售|综合零售|超市")

# Classes with goods and services that need a licence: what is meant, words of the goods, words of a scope for it.
REGULATED = {
    1: ("危险化学品", re.compile(r"危险|易燃|易爆|剧毒|炸药"), re.compile(r"化工|化学|危险")),
    5: ("药品", re.compile(r"药(?!用|膳)|疫苗|血液制品"), re.compile(r"药|医|生物|保健|健康|消毒")),
    36: (
        "金融、保险",
        re.compile(r"保险|银行|金融|证券|基金|信托|贷款|典当|期货|支付"),
        re.compile(r"保险|银行|金融|证券|基金|信托|贷款|典当|期货|投资|资产|担保|租赁|支付"),
    ),
    38: (
        "电信",
        re.compile(r"电信|通信|广播|电视播放|卫星|数据流"),
        re.compile(r"电信|通信|广播|互联网|网络|信息|电视"),
    ),
}


@lru_cache(maxsize=50_000)
def classes_of(scope: str) -> frozenset[int]:
    """The classes a business scope may need; empty if it names nothing known or trades in everything."""
    if not scope or _ANY.search(scope):
        return frozenset()
    found = {number for number, pattern in _PATTERNS.items() if pattern.search(scope)}
    return frozenset(found | {35}) if found else frozenset()


__all__ = ["REGULATED", "classes_of"]
