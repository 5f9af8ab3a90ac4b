"""Drafts with honest measurements, and ways to spoil them: what ``abnormal_data`` plants, each at several strengths.

Everything is made up and follows from a seed. A plant returns the drafts of one batch.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from tests.benchmarks.abnormal_texts import Grammar

Drafts = list[str]
Planter = Callable[[random.Random], Drafts]

_PRODUCTS = ("遮光膜", "耐磨涂层", "饲料颗粒", "吸水垫", "密封胶", "陶土砖", "复合纸板", "防锈油")
_RESULTS = (
    ("抗拉强度", "MPa", 24.0, 2),
    ("断裂伸长率", "%", 310.0, 1),
    ("透光率", "%", 66.0, 2),
    ("邵氏硬度", "HA", 62.0, 1),
    ("磨损量", "mg", 14.0, 2),
)
_METHOD = "抗拉强度按GB/T 1040测定，其余用万能试验机和分光光度计测试，每组平行测试5次，环境温度23℃。"


def _value(rng: random.Random, middle: float, decimals: int) -> str:
    return f"{rng.gauss(middle, middle * 0.08):.{decimals}f}"


Table = list[list[str]]


def results(rng: random.Random, rows: int = 6, middle: float = 1.0) -> Table:
    """A table of results that scatter as measurements do: a head, examples, a baseline."""
    table = [["样品", *(f"{name}({unit})" for name, unit, _, _ in _RESULTS)]]
    for number in range(1, rows + 1):
        table.append([f"实施例{number}", *(_value(rng, mean * middle, places) for _, _, mean, places in _RESULTS)])
    table.append(["对比例1", *(_value(rng, mean * 0.7, places) for _, _, mean, places in _RESULTS)])
    return table


def shown(table: Table, rng: random.Random) -> str:
    """The table as text: parted by tabs, bars or gaps."""
    style = rng.choice(("tab", "bar", "gap"))
    if style == "bar":
        return "\n".join("| " + " | ".join(row) + " |" for row in table)
    return "\n".join(("\t" if style == "tab" else "   ").join(row) for row in table)


def draft(rng: random.Random, tables: Sequence[Table] = (), extra: str = "", *, method: str = _METHOD) -> str:
    """A draft about a product that does not exist, with a recipe, a method and tables of results."""
    grammar = Grammar(rng, [])
    product = rng.choice(_PRODUCTS)
    names = grammar.nouns
    recipe = "\n".join(
        f"实施例{number}\n取{names[0]}粉{number * 5 + 10}份、{names[1]}液{60 - number}份，在{40 + 10 * number}℃下搅拌"
        f"{number * 10}分钟，得到{product}。"
        for number in range(1, 7)
    )
    count = rng.choice((20, 25, 30, 40, 48, 60))
    good = rng.randint(count // 2, count - 1)
    tested = f"取{count}件{product}跌落，合格率为{100 * good / count:.1f}%。"
    body = "\n".join(grammar.sentence() + "。" for _ in range(12))
    told = "\n各例的测试结果如下。\n".join(["", *(shown(table, rng) for table in tables)])
    return (
        f"权利要求书\n1. 一种{product}，其特征在于，包括{names[0]}和{names[1]}，{grammar.sentence()}。\n"
        f"说明书\n一种{product}\n技术领域\n本发明涉及一种{product}。\n背景技术\n{grammar.sentence()}。\n"
        f"发明内容\n{grammar.sentence()}。\n具体实施方式\n{body}\n{recipe}\n{method}\n{tested}{told}\n{extra}"
    )


def honest(rng: random.Random) -> Drafts:
    """Two clean drafts with two tables each: before and after ageing, scattered on their own."""
    return [draft(rng, [results(rng, rng.randint(4, 8)), results(rng, rng.randint(4, 8), 0.9)]) for _ in range(2)]


def _series(rng: random.Random, values: Sequence[str], name: str = "细胞数") -> Table:
    return [["样品", name], *([f"A{number}", value] for number, value in enumerate(values, 1))]


def benford(number: int) -> Planter:
    """So many values over three powers of ten whose first digits are even."""

    def plant(rng: random.Random) -> Drafts:
        values = [f"{rng.uniform(1, 10) * 10 ** rng.randint(0, 3):.1f}" for _ in range(number)]
        return [draft(rng, [_series(rng, values)])]

    return plant


def last_digit(number: int, share: float) -> Planter:
    """So many values, ``share`` of which end in 3, 7 or 8."""

    def plant(rng: random.Random) -> Drafts:
        values = []
        for _ in range(number):
            value = f"{rng.uniform(100, 400):.1f}"
            values.append(value[:-1] + rng.choice("378") if rng.random() < share else value)
        return [draft(rng, [_series(rng, values, "峰面积")])]

    return plant


def progression(rows: int, noise: int) -> Planter:
    """Results that rise by one step each; with ``noise`` one of them is off by so many units of the last digit."""

    def plant(rng: random.Random) -> Drafts:
        table = results(rng, rows)
        start, step = rng.randint(1000, 2000), rng.randint(5, 60)
        off = rng.randint(2, rows - 1) if noise else 0
        for row in range(1, rows + 1):
            table[row][1] = f"{(start + step * row + (noise if row == off else 0)) / 100:.2f}"
        return [draft(rng, [table])]

    return plant


def listed_progression(rng: random.Random) -> Drafts:
    """The same in a sentence."""
    start, step = rng.randint(700, 800), rng.randint(4, 30)
    values = [f"{(start + step * number) / 10:.1f}" for number in range(5)]
    told = rng.choice(("实施例1-5的去除率分别为{}。", "经检测，实施例1至实施例5所得产品的去除率依次为{}。"))
    return [draft(rng, [], told.format("、".join(f"{value}%" for value in values)))]


def monotone(rng: random.Random) -> Drafts:
    """All results of six examples in order, without any condition that would explain it."""
    table = results(rng, 6)
    for column in range(1, 6):
        values = sorted((float(table[row][column]) for row in range(1, 7)), reverse=column == 5)
        for row in range(1, 7):
            table[row][column] = f"{values[row - 1]:.2f}"
    text = draft(rng, [table])
    # Without its recipes, whose temperatures rise from example to example.
    return ["\n".join(line for line in text.splitlines() if "份、" not in line)]


def percentage(rng: random.Random) -> Drafts:
    """A share that so many individuals cannot have."""
    count = rng.choice((20, 24, 30, 36, 50))
    while True:
        share = round(rng.uniform(60, 99), 1)
        if all(abs(share - 100 * part / count) > 0.15 for part in range(count + 1)):
            break
    told = rng.choice(
        (
            "取小鼠{n}只灌胃，四周后存活率为{x}%。",
            "选取{n}例患者服用，总有效率达{x}%。",
            "播种{n}粒，发芽率为{x}%。",
            "对{n}名患者给药，有效率为{x}%。",
        )
    )
    return [draft(rng, [], told.format(n=count, x=share))]


def mean(rng: random.Random) -> Drafts:
    """A mean of whole scores that so many people cannot give."""
    count = rng.choice((10, 12, 15, 20))
    while True:
        value = round(rng.uniform(6, 9.5), 2)
        if all(abs(value - part / count) > 0.012 for part in range(12 * count)):
            break
    told = rng.choice(("请{n}名人员品尝，平均得分为{x}。", "由{n}人打分（n={n}），平均评分为{x}。"))
    return [draft(rng, [], told.format(n=count, x=f"{value:.2f}"))]


def same_row(rng: random.Random) -> Drafts:
    """Two examples with the same results."""
    table = results(rng)
    one, other = rng.sample(range(1, 7), 2)
    table[other] = [table[other][0], *table[one][1:]]
    return [draft(rng, [table])]


def scaled(factor: float) -> Planter:
    """A second table that is the first one times a constant."""

    def plant(rng: random.Random) -> Drafts:
        table = results(rng)
        other = [table[0]]
        for row in table[1:]:
            cells = [f"{float(cell) * factor:.{_RESULTS[at][3]}f}" for at, cell in enumerate(row[1:])]
            other.append([row[0], *cells])
        return [draft(rng, [table, other])]

    return plant


def same_table(rng: random.Random) -> Drafts:
    """One table in two applications, shown in two ways."""
    table = results(rng)
    return [draft(rng, [table]), draft(rng, [table])]


_IMPOSSIBLE = (
    ("调节pH至15.2后静置。", "用盐酸调节体系的pH值为-1.5。"),
    ("产物的收率为103.5%。", "提纯后纯度达到100.8%。", "COD去除率高达108%。"),
    ("冷却至-300℃保存。", "在零下280℃冷冻。"),
    ("两组差异显著（P=1.25）。", "经t检验，P值为1.05，差异不显著。"),
    ("取12.5只大鼠分笼饲养。", "招募22.5名志愿者试用。"),
    ("残渣的质量为-2.5g。", "测得涂层厚度为-3μm。"),
    ("该合金由65%的铜、25%的锌和20%的锡组成。", "料浆由40%的水、45%的土和25%的沙组成。"),
)


def impossible(kind: int) -> Planter:
    """One sentence with a figure that cannot be."""
    return lambda rng: [draft(rng, [results(rng)], rng.choice(_IMPOSSIBLE[kind]))]


def no_spread(rng: random.Random) -> Drafts:
    """A column of means with spreads, one of them nought."""
    rows = [[f"实施例{n}", f"{rng.gauss(24, 2):.2f}±{rng.uniform(0.1, 0.9):.2f}"] for n in range(1, 6)]
    rows[rng.randrange(5)][1] = "24.31±0.00"
    return [draft(rng, [[["样品", "抗拉强度(MPa)"], *rows]])]


def wrong_total(rng: random.Random) -> Drafts:
    """A recipe in per cent that does not come to its total."""
    one, other = rng.randint(30, 40), rng.randint(20, 30)
    rows = [
        ["组分", "实施例1(%)"],
        ["树脂", f"{one}"],
        ["填料", f"{other}"],
        ["水", f"{100 - one - other - 7}"],
        ["合计", "100"],
    ]
    return [draft(rng, [rows])]


def no_provenance(rng: random.Random) -> Drafts:
    """A table of results and not a word of how they came about."""
    text = draft(rng, [results(rng)], method="")
    return ["\n".join(line for line in text.splitlines() if not line.startswith("取"))]


def outlier(rng: random.Random) -> Drafts:
    """A great improvement out of nothing."""
    told = rng.choice(("能耗降低了95%，成本低廉。", "使用寿命延长了8倍以上，方便实用。", "生产效率提高300%。"))
    return [draft(rng).replace("发明内容\n", f"发明内容\n{told}\n")]


def inconsistent(rng: random.Random) -> Drafts:
    """The text says another value than the table."""
    table = results(rng)
    value = float(table[3][1]) + rng.choice((-1, 1)) * rng.uniform(0.5, 3)
    told = rng.choice(("实施例3的抗拉强度为{}MPa。", "其中，实施例3所得的抗拉强度达到{}MPa。"))
    return [draft(rng, [table], told.format(f"{value:.2f}"))]


__all__ = ["Drafts", "Planter", "draft", "honest", "results"]


DATA: dict[str, tuple[str, Planter]] = {
    "benford-100": ("data-benford", benford(100)),
    "benford-300": ("data-benford", benford(300)),
    "last-digit-60-30%": ("data-last-digit", last_digit(60, 0.3)),
    "last-digit-60-60%": ("data-last-digit", last_digit(60, 0.6)),
    "last-digit-200-30%": ("data-last-digit", last_digit(200, 0.3)),
    "last-digit-200-60%": ("data-last-digit", last_digit(200, 0.6)),
    "progression-4": ("data-arithmetic-progression", progression(4, 0)),
    "progression-6": ("data-arithmetic-progression", progression(6, 0)),
    "progression-6-one-off": ("data-arithmetic-progression", progression(6, 1)),
    "progression-sentence": ("data-arithmetic-progression", listed_progression),
    "monotone-6x5": ("data-arithmetic-progression", monotone),
    "grim-percentage": ("data-grim", percentage),
    "grim-mean": ("data-grim", mean),
    "same-row": ("data-duplicate-rows", same_row),
    "scaled-0.9": ("data-duplicate-rows", scaled(0.9)),
    "scaled-1.37": ("data-duplicate-rows", scaled(1.37)),
    "same-table-two-filings": ("data-duplicate-rows", same_table),
    **{
        f"impossible-{name}": ("data-impossible", impossible(kind))
        for kind, name in enumerate(("pH", "over-100%", "cold", "p-value", "animals", "negative", "composition"))
    },
    "impossible-no-spread": ("data-impossible", no_spread),
    "impossible-total": ("data-impossible", wrong_total),
    "no-provenance": ("data-no-provenance", no_provenance),
    "outlier": ("effect-outlier", outlier),
    "inconsistent": ("self-inconsistent-data", inconsistent),
}
