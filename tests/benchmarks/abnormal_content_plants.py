"""Drafts whose content is spoilt: what ``abnormal_data`` plants besides figures, at several strengths."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import pairwise

from tests.benchmarks.abnormal_data_plants import Drafts, Planter, draft
from tests.benchmarks.abnormal_texts import Grammar
from tests.benchmarks.corpus import real_patents


def residue(rng: random.Random) -> Drafts:
    """The text calls itself something else once."""
    told = rng.choice(("本发明涉及一种折叠轮椅。", "本发明的目的在于提供一种婴儿奶瓶。", "案卷号：P21-0377"))
    return [draft(rng).replace("发明内容\n", f"发明内容\n{told}\n")]


def chat(rng: random.Random) -> Drafts:
    """What a chat program says around the text that was asked of it."""
    told = rng.choice(
        (
            "作为AI语言模型，我将给出如下实施方式。",
            "以下是根据您的要求撰写的具体实施方式：",
            "以下是为您整理的技术方案。",
            "希望以上内容对您有所帮助！",
            "希望这些内容对您有帮助。",
            "如果您需要进一步修改，请随时告诉我。",
            "当然！以下是修改后的说明书。",
            "**技术效果**：结构稳定。",
            "### 三、有益效果",
        )
    )
    return [draft(rng, [], told)]


def perpetual(rng: random.Random) -> Drafts:
    """A machine that feeds itself."""
    told = rng.choice(
        (
            "电机带动发电机发电，发出的电再供给电机，无需外接电源即可持续运转。",
            "该装置的输出功率大于输入功率。",
            "能量转换效率可达120%。",
            "本装置为一种永动机。",
            "一次启动后即可永久运转，不消耗任何能源。",
        )
    )
    return [draft(rng, [], told)]


@lru_cache(maxsize=1)
def _real() -> list[list[str]]:
    """The paragraphs of the real patents; nothing of them is kept."""
    return [patent.description.splitlines() for patent in real_patents()]


def patchwork(pieces: int) -> Planter:
    """A description of so many stretches of 1,500 characters, each of another real patent (some are of one field)."""

    def plant(rng: random.Random) -> Drafts:
        body: list[str] = []
        for lines in rng.sample(_real(), pieces):
            start, length = rng.randrange(max(1, len(lines) - 3)), 0
            for line in lines[start:]:
                body.append(line)
                length += len(line)
                if length > 1500:
                    break
        return ["说明书\n一种架子\n具体实施方式\n" + "\n".join(body)]

    return plant


def loose_parts(rng: random.Random) -> Drafts:
    """A claim that only names parts, of which the description speaks one by one."""
    names = Grammar(rng, []).nouns[:6]
    body = "".join(f"{name}表面平整。" for name in names)
    return [f"权利要求书\n1. 一种架子，包括{'、'.join(names)}。\n说明书\n一种架子\n具体实施方式\n{body}"]


_SIDES, _WAYS = ("一侧", "顶部", "内壁"), ("固定", "转动", "滑动")


def hung(parts: int) -> Planter:
    """So many parts, each hung on the one before, none for the problem."""

    def plant(rng: random.Random) -> Drafts:
        names = list(dict.fromkeys(name for _ in range(4) for name in Grammar(rng, []).nouns))[: parts + 1]
        body = "。".join(
            f"{one}{index}的{rng.choice(_SIDES)}{rng.choice(_WAYS)}连接有{other}{index + 1}"
            for index, (one, other) in enumerate(pairwise(names), 1)
        )
        return [
            "说明书\n一种伞\n背景技术\n伞容易滴水，弄湿地面。\n发明内容\n本发明的目的是避免滴水。\n"
            f"附图说明\n图1为伞的结构图。\n具体实施方式\n{body}。"
        ]

    return plant


_SIDE = (
    "照明灯",
    "充电接口",
    "称重传感器",
    "香薰盒",
    "驱蚊灯",
    "蜂鸣报警器",
    "紫外消毒灯",
    "播放音乐的喇叭",
    "计时器",
    "储物盒",
)


def stacked(number: int) -> Planter:
    """A plain thing with so many side functions."""

    def plant(rng: random.Random) -> Drafts:
        chosen = rng.sample(_SIDE, number)
        claims = "\n".join(
            f"{index}. 根据权利要求1所述的晾衣杆，其特征在于，所述杆体上设有{part}。"
            for index, part in enumerate(chosen, 2)
        )
        first = "权利要求书\n1. 一种晾衣杆，其特征在于，包括杆体和挂钩。"
        return [f"{first}\n{claims}\n说明书\n一种晾衣杆\n具体实施方式\n挂衣。"]

    return plant


def narrow(rng: random.Random) -> Drafts:
    """One claim of two thousand characters among thirty short ones."""
    texts = []
    for index in range(30):
        grammar = Grammar(rng, [])
        clauses = 60 if index == 7 else rng.randint(4, 12)
        limits = "；".join(grammar.sentence() for _ in range(clauses))
        texts.append(f"权利要求书\n1. 一种{grammar.nouns[0]}，其特征在于，包括{grammar.nouns[1]}；{limits}。")
    return texts


CONTENT: dict[str, tuple[str, Planter]] = {
    "residue": ("residue-of-other-case", residue),
    "chat": ("llm-artifact", chat),
    "perpetual": ("perpetual", perpetual),
    "patchwork-2": ("patchwork", patchwork(2)),
    "patchwork-3": ("patchwork", patchwork(3)),
    "patchwork-5": ("patchwork", patchwork(5)),
    "loose-parts": ("random-combination", loose_parts),
    "hung-45": ("over-complex", hung(45)),
    "hung-70": ("over-complex", hung(70)),
    "stacked-3": ("stacked-effects", stacked(3)),
    "stacked-5": ("stacked-effects", stacked(5)),
    "stacked-8": ("stacked-effects", stacked(8)),
    "narrow": ("narrow-claim1", narrow),
}

__all__ = ["CONTENT"]
