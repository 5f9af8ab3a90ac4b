"""Words that name goods or services and are weak on those only (商标审查审理指南 下编第五章 5.1.12, 5.1.14).

服饰 adds nothing to a mark on clothes (class 25) and something to one on interior design (42); TRAIN adds nothing on
training (41). Written by hand from the headings of the Nice classes, class 35 with every trade whose wares are sold.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

# Words that most people use for trades: weak too where the classes are not known.
_TRADES = {
    "服饰 男装 女装": "18 24 25 26 35 40",
    "鞋业": "18 25 35",
    "酒业": "32 33 35",
    "茶业": "30 32 35 43",
    "食品": "5 29 30 31 32 35 40 43",
    "餐饮 美食": "29 30 35 43",
    "家居 家具": "8 11 16 19 20 21 24 27 35 37 42",
    "电器": "7 8 9 11 35 37",
    "珠宝": "14 26 35 37 40",
    "眼镜": "9 35 44",
    "医美": "3 5 10 35 44",
    "文旅": "35 36 39 41 43",
}
# Words that are weak on their goods, and looked at only where the classes are known.
_GOODS = {
    "服装 童装 内衣 鞋": "25 35",
    "箱包 皮具": "18 35",
    "化妆品 护肤 美妆 洗护": "3 35 44",
    "药业 医药 制药 药房": "5 35 44",
    "医疗 口腔 门诊 诊所 医院": "10 44",
    "美容 美发": "3 35 44",
    "电子 数码 软件": "9 35 42",
    "照明 灯饰": "11 35",
    "汽车 车业": "12 35 37",
    "玩具": "28 35",
    "咖啡 奶茶 茶饮": "30 32 35 43",
    "茶 茶叶 糕点 面馆 小吃": "30 35 43",
    "火锅 烧烤 民宿": "43",
    "白酒 老酒 酒": "33 35",
    "啤酒 饮料 果汁": "32 35",
    "农业 种业 果业 鲜花": "31 35 44",
    "金融 贷款 保险 地产 房产 支付": "36",
    "物流 快递 旅游 租车": "39",
    "体育": "25 28 35 41",
    "教育 培训 学堂 课堂 学院 文化 传媒": "35 41",
    "装饰 维修": "37",
    "法律 律师": "45",
}
_LATIN = {
    "FASHION WEAR CLOTHING APPAREL JEANS DENIM SHOES": "18 25 35",
    "BEAUTY COSMETICS SKIN SKINCARE": "3 35 44",
    "PHARMA MEDICAL CLINIC DENTAL": "5 10 44",
    "JEWELRY JEWELLERY": "14 35",
    "DIGITAL SOFTWARE AUDIO ELECTRONICS": "9 35 42",
    "LIGHT LAMP": "11",
    "MOTOR MOTORS AUTO CAR": "12 35 37",
    "FURNITURE": "20 35",
    "TOYS GAMES": "28 35 41",
    "COFFEE TEA BAKERY": "30 35 43",
    "FOOD FOODS": "29 30 31 35 43",
    "CAFE HOTEL RESTAURANT KITCHEN": "43",
    "WINE WINERY": "33 35",
    "BEER JUICE": "32 35",
    "BANK FINANCE INSURANCE": "36",
    "TRAVEL LOGISTICS": "39",
    "TRAIN TRAINING EDUCATION SCHOOL ACADEMY": "41",
}


@cache
def _by_class(table: str) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for words, classes in {"han": _TRADES | _GOODS, "latin": _LATIN}[table].items():
        for number in classes.split():
            found.setdefault(int(number), set()).update(words.split())
    return {number: frozenset(words) for number, words in found.items()}


@cache
def _trades() -> frozenset[str]:
    return frozenset(word for words in _TRADES for word in words.split())


def han_goods(classes: Collection[int]) -> frozenset[str]:
    """The Chinese words that name goods or services of ``classes``; those of the commonest trades if none is told."""
    return frozenset().union(*(_by_class("han").get(number, ()) for number in classes)) if classes else _trades()


def latin_goods(classes: Collection[int]) -> frozenset[str]:
    """The English words, in capitals, that name goods or services of ``classes``; none if no class is told."""
    return frozenset().union(*(_by_class("latin").get(number, ()) for number in classes))


__all__ = ["han_goods", "latin_goods"]
