"""Marks that one applicant files as a series: names of places, figures of the classics, descriptive words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from ipcheck.trademark.holdings import Holding
from ipcheck.trademark.lists import Lists, fold
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.names import PLACES
from ipcheck.trademark.portfolio import MarkRegister

# Words that end the name of a sight or a building, and those that end many other names as well.
_SIGHT = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:风景区|景区|古镇|古城|古村|湿地|国家公园|森林公园|地质公园|大峡谷|瀑布|长城|故居|遗址|石窟|"
    r"博物馆|大桥|水库|草原|沙漠|温泉|书院|寺庙|禅寺|寺|祠|陵园|皇陵|塔林|机场|火车站|大剧院|体育场)"
)
_HILL = re.compile(r"[\u4e00-\u9fff]{1,4}(?:山|湖|河|江|岛|峰|峡|溪|泉|海|岭|洞|湾|潭)")

# Invented figures of the classics, written by hand; persons are never shipped.
_CLASSICS = (
    "孙悟空 猪八戒 沙悟净 沙和尚 白龙马 牛魔王 铁扇公主 红孩儿 白骨精 哪吒 二郎神 太上老君 "
    "托塔天王 贾宝玉 林黛玉 薛宝钗 王熙凤 刘姥姥 贾母 史湘云 晴雯 袭人 林冲 鲁智深 武松 "
    "李逵 潘金莲 西门庆 白素贞 白娘子 小青 许仙 法海 姜子牙 妲己 嫦娥 后羿 吴刚 玉兔 女娲 盘古 "
    "夸父 精卫 牛郎 织女 七仙女 董永 梁山伯 祝英台 花木兰 穆桂英 杨宗保 聂小倩 宁采臣 钟馗 "
    "阿凡提 孟姜女 财神 灶王爷 月老 福禄寿 灰姑娘 白雪公主 美人鱼 匹诺曹 罗密欧 朱丽叶 堂吉诃德 "
    "福尔摩斯"
)
_FIGURES = frozenset(_CLASSICS.split())
_PLAIN_WORDS = (
    "优质 新鲜 天然 正宗 纯正 纯天然 特级 特制 精选 精品 上等 高级 原味 原浆 原生态 绿色 "
    "有机 无糖 低脂 低糖 无添加 手工 现做 现磨 鲜榨 快速 高效 强力 持久 耐用 防水 防滑 "
    "防晒 保湿 美白 祛斑 补水 抗皱 去屑 柔顺 速干 透气 保暖 轻便 便携 智能 全自动 多功能 "
    "无线 节能 环保 静音 高清 超薄 大容量 加厚 纯棉 真皮 实木 不锈钢 家用 商用 儿童 婴儿 "
    "老年 男士 女士 大众 公斤 香脆 麻辣 酸甜 香辣 五香 糖醋 清香 浓香 醇厚 爽口 好吃 美味 "
    "营养 健康 养生 补钙 降火 润喉 速溶 即食 冷冻 干货"
)
_DESCRIPTIVE = re.compile("(?:" + "|".join(sorted(_PLAIN_WORDS.split(), key=len, reverse=True)) + ")")


def place_of(text: str) -> str:
    """What place a folded mark names: 行政区划, 景点建筑, 山川; empty if none. 山川 ends many other names too."""
    if text in PLACES or (text[-1:] in "省市" and text[:-1] in PLACES):
        return "行政区划"
    if _SIGHT.fullmatch(text):
        return "景点建筑"
    return "山川" if _HILL.fullmatch(text) else ""


def figure_of(text: str, lists: Lists) -> str:
    """The person, work or figure that a folded mark names, by the user's lists and the classics; empty if none."""
    for name in ("公众人物", "作品角色"):
        listed = lists.of_user(name)
        if listed is not None:
            entry = listed.get(text) or next((hit for *_, hit in listed.inside(text[:40], least=3)), None)
            if entry is not None:
                return text if listed.hashed else entry.word
    return text if text in _FIGURES else ""


@lru_cache(maxsize=4)
def goods_names(register: MarkRegister) -> frozenset[str]:
    """The names of goods and services that the rows of a register hold."""
    return frozenset(fold(item.name) for mark in register.rows for item in mark.goods if len(item.name) >= 2)


def is_generic(text: str, goods: frozenset[str]) -> bool:
    """Whether a folded mark is the name of goods, or made of descriptive words alone, also before such a name."""
    if len(text) < 2:
        return False
    rest = _DESCRIPTIVE.sub("", text)
    return text in goods or not rest or (rest != text and rest in goods)


def series_of(holding: Holding, kind: Callable[[str], str]) -> dict[str, tuple[str, Mark]]:
    """The different marks of a holding that ``kind`` knows: folded text → (what it says, first row)."""
    found: dict[str, tuple[str, Mark]] = {}
    for mark in holding.rows:
        text = fold(mark.text)
        if text and text not in found and (told := kind(text)):
            found[text] = told, mark
    return found


__all__ = ["figure_of", "goods_names", "is_generic", "place_of", "series_of"]
