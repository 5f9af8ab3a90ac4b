"""A held-out set: other wordings for the checks that go by words, kept from those who wrote the checks.

    python -m tests.benchmarks.heldout                      plants, hits and recall of each check
    python -m tests.benchmarks.heldout --misses             and the wordings missed
    python -m tests.benchmarks.heldout --per 30 --seed 11   plants for each check, seed of the choices

The planters are those of the planted-defect benchmark; only what they plant is replaced. A recall well below the
benchmark's own says that a check has learnt the benchmark's words rather than the defect. Do not tune a check by
these words: once that is done they must be replaced by others.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from tests.benchmarks import (
    planted,
    planted_claims,
    planted_clarity,
    planted_description,
    planted_design,
)
from tests.benchmarks.planted import Outcome, recall
from tests.benchmarks.planted_carriers import real_are_there

# The checks, and the tables of words their planters choose from with what stands there instead. {…} marks the words
# at fault as in the tables themselves.
HELD_OUT: dict[str, tuple[ModuleType, str, tuple[str, ...]]] = {
    "vague-degree-word": (
        planted_clarity,
        "DEGREE",
        (
            "管壁{较厚}",
            "所述壳体采用{强度较高}的材料",
            "在{较短}时间内完成",
            "覆盖{很大}的范围",
            "温度{过高}时停机",
            "施加{足够大}的压力",
            "以{较慢}的速度移动",
            "{大幅}缩短所述时间",
            "厚度{适中}",
            "留有{充足}的空间",
            "具有{良好}的弹性",
            "在{高压}条件下保持",
            "间距{较近}",
            "{稍微}倾斜设置",
            "选取{合理}的阈值",
        ),
    ),
    "optional-word": (
        planted_clarity,
        "OPTIONAL",
        (
            "{优选的}，数量为两个",
            "材料可以是塑料，{例如}尼龙",
            "{作为优选}，两端对称",
            "{推荐}采用双排布置",
            "{比如说}采用卡扣",
            "{尤其}为三层",
            "{必要的话}增加支撑",
            "{更佳的}，设置两个",
            "{最好}为圆形",
            "{特别地}，位于中部",
            "{举例来说}，采用弹簧",
            "{更优选地}，为四个",
        ),
    ),
    "approx-word": (
        planted_clarity,
        "APPROXIMATE",
        (
            "长度{大致}为3m",
            "与水平面{大体}平行",
            "质量为2kg{左右}",
            "{差不多}位于中央",
            "{约}占总面积的一半",
            "夹角{约为}45°",
            "采用不锈钢、钛合金{等}",
            "{近乎}垂直",
            "周期{接近}1s",
            "{将近}10mm",
            "深度为3cm{或其左右}",
            "直径{大概为}6mm",
        ),
    ),
    "claim-subject-vague": (
        planted_clarity,
        "VAGUE_SUBJECTS",
        ("工艺技术", "设计方案", "应用技术", "解决方案", "新设计"),
    ),
    "two-ranges-one-claim": (
        planted_clarity,
        "PREFERRED",
        (
            "优选的为",
            "最佳为",
            "更好地为",
            "更优为",
            "优选在",
            "最优为",
            "较优为",
        ),
    ),
    "um-process-feature": (
        planted_clarity,
        "PROCESS",
        (
            "由{在150℃下热压20min}得到",
            "{冷却至室温后}再装配",
            "焊后{退火处理3h}",
            "{第一步将板材折弯，第二步冲孔}",
            "经{超声清洗15分钟}后使用",
            "{先喷砂，再于60℃烘干1h}",
            "在{0.5MPa压力下保压30s}成型",
        ),
    ),
    "um-material-feature": (
        planted_clarity,
        "MATERIAL",
        (
            "由{重量比为2:1的树脂和石英粉}制成",
            "表面镀层{含铬10%～15%}",
            "采用{添加3%炭黑的橡胶}",
            "{按质量份计，水泥100份、砂200份}浇筑而成",
            "所用钢材的{含碳量为0.2%}",
            "材料为{聚氨酯与石墨按比例混合的复合物}",
        ),
    ),
    "claim-refers-to-spec": (
        planted_claims,
        "SPEC_POINTERS",
        (
            "如附图1所示",
            "见说明书附图2",
            "如实施例一所记载",
            "按照说明书第5段所述的方法",
            "具体如说明书所记载",
            "如上述图3所示",
            "参阅图4",
            "详见具体实施方式",
        ),
    ),
    "claim-commercial-or-disparaging": (
        planted_claims,
        "BOASTS",
        (
            "堪称行业标杆",
            "用户口碑极佳",
            "投放市场后供不应求",
            "远超国内外同类产品",
            "开创了行业先河",
            "本专利产品由我公司独家生产销售",
            "同行产品质量低劣",
            "价格低廉，值得购买",
            "全球首创",
            "获得了客户的一致好评",
            "侵权必究",
        ),
    ),
    "claim-editor-residue": (
        planted_claims,
        "RESIDUES",
        (
            "直径为XXX",
            "【待定】",
            "（待发明人补充）",
            "[此处需补充]",
            "???",
            "TBD",
            "……（待续）",
            "厚度为 mm（待填）",
            "##参数##",
            "（此处存疑）",
            "宽度为□□mm",
        ),
    ),
    "perpetual-motion": (
        planted_description,
        "ENDLESS",
        (
            "无需任何外部能源即可长期自动运行并对外供电",
            "输入1kW的电能可以输出3kW的电能",
            "转轮依靠永磁体之间的作用力永远旋转",
            "发电机给电池充电，电池又驱动发电机，实现无限循环供电",
            "能量利用率高达150%",
            "不消耗燃料和电力便可持续做功",
            "依靠浮力循环实现永续发电",
            "实现能量的无限放大",
        ),
    ),
    "other-case-residue": (
        planted_description,
        "OTHER_CASES",
        (
            "一种宠物自动喂食器",
            "一种榨汁机的刀头",
            "一种雨伞",
            "一种消防水带接头",
            "一种陶瓷釉料",
            "一种汽车座椅骨架",
        ),
    ),
    "design-name-bad": (
        planted_design,
        "BAD_NAMES",
        (
            "32寸{}",
            "省电{}",
            "格力牌{}",
            "AX-9型{}",
            "{}（一套）",
            "新款{}",
            "Mini{}",
            "两个{}",
            "1.5L{}",
            "静音{}",
            "高性能{}",
            "{}系列",
        ),
    ),
}
_TEMPLATES = (
    "【插入背景技术】",
    "本发明涉及___技术领域。",
    "（以下为示例文字，使用时请删除）",
    "{{发明名称}}",
    "请输入技术效果",
    "XXXX有限公司",
)


@contextmanager
def _other_words() -> Iterator[None]:
    """The planters choose from the held-out words while this is open."""
    tables = [*HELD_OUT.values(), (planted_description, "TEMPLATES", _TEMPLATES)]
    kept = [(module, name, getattr(module, name)) for module, name, _ in tables]
    for module, name, words in tables:
        setattr(module, name, words)
    try:
        yield
    finally:
        for module, name, words in kept:
            setattr(module, name, words)


def run_held_out(per: int, seed: int, *, real: bool) -> dict[str, list[Outcome]]:
    """The outcomes by check, planted with the held-out words."""
    with _other_words():
        return planted.run(tuple(HELD_OUT), per, seed, real=real)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--per", type=int, default=30)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    results = run_held_out(options.per, options.seed, real=real_are_there())
    print(f"{'check':36}{'plants':>8}{'hits':>6}{'recall':>8}")
    for name, outcomes in results.items():
        print(f"{name:36}{len(outcomes):8}{sum(item.hit for item in outcomes):6}{recall(outcomes):8.0%}")
    everything = [item for outcomes in results.values() for item in outcomes]
    print(f"\noverall: {sum(item.hit for item in everything)}/{len(everything)} = {recall(everything):.1%}")
    for name, outcomes in results.items() if options.misses else ():
        missed = {re.split("[⟦⟧]", item.sentence)[1] for item in outcomes if not item.hit}
        if missed:
            print(f"{name}: {'、'.join(sorted(missed))}")


if __name__ == "__main__":
    main()
