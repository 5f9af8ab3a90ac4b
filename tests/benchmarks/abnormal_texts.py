"""Drafts for the benchmarks of the abnormal room: made-up inventions of a grammar of our own, with shared boilerplate.

``draft`` writes an application about things that do not exist; ``KINDS`` are ways to make another one out of it.
Everything follows from a seed.
"""

from __future__ import annotations

import random
from importlib import resources

from ipcheck.abnormal.drafts import Section

_STARTS = (
    "导转滑支固密封传感驱夹锁压推拉升降冷热过滤混搅切割磨抛喷涂检测"
    "控储送料废清洗烘干粉碎筛分定位缓冲减震调节防护警示照明通风除尘"
)
_MIDDLES = "向动形面板环槽孔条杆轴轮盘筒罐箱盒架座体件块片管道腔室台梁柱臂爪钩网层膜带链索簧"
_ENDS = ["机构", "组件", "装置", "单元", "模块", "结构", "器", "构件", "部", "套件"]
_ACTS = [
    "带动",
    "抵住",
    "挤压",
    "牵引",
    "罩住",
    "托起",
    "穿过",
    "绕过",
    "扣合",
    "贴合",
    "推开",
    "吸附",
    "压紧",
    "隔开",
    "导引",
    "限制",
    "冲刷",
    "覆盖",
]
_WAYS = [
    "沿水平方向",
    "沿竖直方向",
    "以均匀的速度",
    "在弹力作用下",
    "断电之后",
    "负载变大时",
    "在雨天",
    "温度偏低时",
    "间歇地",
    "反复多次",
    "在高速旋转中",
    "停机以前",
]
_GAINS = [
    "不再卡滞",
    "磨损变小",
    "响声降低",
    "省去人工对准",
    "受力更均匀",
    "拆换只需数秒",
    "不易进灰",
    "残料随之落下",
    "能耗随之下降",
    "偏移得到补偿",
    "回程误差缩小",
    "受潮也能使用",
]
_FRAMES = [
    "所述{a}设置在{b}的一侧，{b}{w}{v}{c}，从而{g}",
    "{a}与{b}固定连接，{c}套在{b}的外面，{w}，{a}{v}{c}",
    "当{a}{w}运动时，{b}{v}{c}，{g}",
    "{b}上开设有容纳{a}的空腔，{a}{v}{b}后{g}",
    "在{a}和{b}之间夹有{c}，{c}{w}{v}{a}",
    "{c}的末端伸入{a}，通过{b}{v}{c}使得{g}",
    "为了让{a}{v}{b}，在{b}的下方另设{c}，{w}{g}",
    "操作者取下{a}，将{b}转过{n}度，{c}随即{v}{a}",
    "{a}的厚度为{n}mm，{b}的厚度为{m}mm，{w}{v}{c}",
    "控制{a}{v}{b}{n}秒，再由{c}{w}复位",
]


def boilerplate() -> list[str]:
    """The shipped boilerplate: every draft takes some of it."""
    text = (resources.files("ipcheck.abnormal") / "boilerplate.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _noun(rng: random.Random) -> str:
    return rng.choice(_STARTS) + rng.choice(_STARTS + _MIDDLES) + rng.choice(_MIDDLES) + rng.choice(["", *_ENDS])


class Grammar:
    """One field: its nouns, its firm's stock sentences, its own way with sentences."""

    def __init__(self, rng: random.Random, stock: list[str]) -> None:
        self.rng = rng
        self.nouns = [_noun(rng) for _ in range(24)]
        self.stock = stock

    def sentence(self) -> str:
        """A sentence about three of the nouns."""
        a, b, c = self.rng.sample(self.nouns, 3)
        lead = self.rng.choice(["", "", "进一步地，", "具体地，", "使用时，", "优选地，", "此时"])
        one = self._clause(a, b, c)
        other = self._clause(*self.rng.sample(self.nouns, 3)) if self.rng.random() < 0.5 else ""
        return lead + one + ("；" + other if other else "")

    def _clause(self, a: str, b: str, c: str) -> str:
        rng = self.rng
        extra = "".join(rng.choice(_STARTS + _MIDDLES) for _ in range(rng.randint(0, 4)))
        return rng.choice(_FRAMES).format(
            a=a, b=b, c=c + extra, w=rng.choice(_WAYS), v=rng.choice(_ACTS), g=rng.choice(_GAINS),
            n=rng.randint(11, 980) / 10, m=rng.randint(11, 980) / 10,
        )  # fmt: skip


Sections = dict[Section, str]


def draft(seed: int, size: int = 1) -> Sections:
    """A draft of about 3,000 × ``size`` characters; one seed in thirty is of one firm with stock sentences."""
    rng = random.Random(seed)
    firm = random.Random(seed % 30)
    house = Grammar(firm, [])
    stock = [house.sentence() + "。" for _ in range(6)]
    grammar = Grammar(rng, stock)
    names = grammar.nouns
    title = f"一种{names[0]}用{names[1]}"
    first = "；".join(grammar.sentence() for _ in range(5))
    claims = [f"1. {title}，其特征在于，包括{'、'.join(names[:5])}；{first}。"]
    for number in range(2, 9):
        cited = rng.randint(1, number - 1)
        claims.append(f"{number}. 根据权利要求{cited}所述的{title[2:]}，其特征在于，{grammar.sentence()}。")
    common = boilerplate()
    background = [grammar.sentence() + "。" for _ in range(5 * size)] + rng.sample(stock, 2)
    summary = [grammar.sentence() + "。" for _ in range(6 * size)] + [rng.choice(common)]
    body = [grammar.sentence() + "。" for _ in range(22 * size)] + rng.sample(stock, 2)
    for line in rng.sample(common, 5):
        body.insert(rng.randint(0, len(body)), line)
    return {
        Section.TITLE: title,
        Section.CLAIMS: "\n".join(claims),
        Section.FIELD: f"本发明涉及{names[1]}技术领域，尤其涉及{title}。",
        Section.BACKGROUND: _paragraphs(background, 3),
        Section.SUMMARY: _paragraphs(summary, 3),
        Section.FIGURES: f"图1为{names[0]}的结构示意图；\n图2为{names[2]}的剖视图。",
        Section.EMBODIMENTS: _paragraphs(body, 4),
    }


def _paragraphs(sentences: list[str], each: int) -> str:
    return "\n".join("".join(sentences[start : start + each]) for start in range(0, len(sentences), each))


__all__ = ["Grammar", "Sections", "boilerplate", "draft"]
