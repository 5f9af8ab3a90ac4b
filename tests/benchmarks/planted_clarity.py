"""Planters: words and numbers that leave the scope of a claim open."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import (
    Draft,
    add_clause,
    add_sentence,
    any_claim,
    dependents,
    independents,
    mark,
    plants,
    split_number,
    subject,
)

DEGREE = (
    "其中加热采用{较高的}温度",
    "壁厚{较薄}",
    "间距{较大}",
    "并在{适当}的时间后停止",
    "连接处的强度{很强}",
    "具有{很宽}的调节范围",
    "转速{较快}",
    "在{高温}下处理",
    "并保持{足够}的余量",
    "且{尽可能}靠近边缘",
    "间隙{很小}",
    "采用{合适}的压力压紧",
    "外侧为{较厚}的保护层",
    "置于{低温}环境中",
    "施加{适量}的润滑油",
    "精度{更高}",
    "{显著}增大了接触面积",
)
OPTIONAL = (
    "材料为金属，{优选}不锈钢",
    "数量为多个，{例如}三个",
    "{最好是}对称布置",
    "{尤其是}采用螺栓连接",
    "{必要时}进行二次校验",
    "可以采用多种形式，{比如}圆形",
    "{特别是}布置在端部",
    "{优选地}，间隔相等",
    "{较佳地}，采用双层结构",
    "{可选地}，外侧涂有涂层",
    "{更优选}为六个",
    "{如有需要}，可重复上述操作",
    "长度可以是{诸如}三米",
)
APPROXIMATE = (
    "厚度{约}为5mm",
    "角度为30度{左右}",
    "间距{大约}为20mm",
    "两者的高度{接近}",
    "{大致}呈长方形",
    "采用螺栓、铆钉{等}",
    "或{类似物}",
    "材料为铜、铝{等}金属",
    "{基本上}垂直于水平面",
    "形状{近似}为圆形",
    "时长{大概}为10秒",
    "长度为50cm{上下}",
    "{几乎}平行于端面",
    "宽度为8mm{左右}",
)
VAGUE_SUBJECTS = ("技术", "方案", "设计", "思路", "技术方案", "结构设计", "新技术")
PARAMETERS = (
    ("厚度", "mm"),
    ("长度", "cm"),
    ("间距", "mm"),
    ("温度", "℃"),
    ("压力", "MPa"),
    ("时长", "s"),
    ("质量", "g"),
)
PREFERRED = ("优选", "优选为", "最好为", "更优选为", "较佳为", "优选地为", "进一步优选", "特别是", "尤其是", "最优选")
PROCESS = (
    "加工时{先将其在80℃下烘烤30分钟}",
    "{浸泡10～15分钟}后晾干",
    "表面经{200℃加热2小时}处理",
    "安装时{首先插入销轴，然后拧紧螺母，最后涂胶}",
    "由{步骤一切割、步骤二折弯、步骤三焊接}制成",
    "使用时{S1、将管件放入；S2、旋紧手轮}",
    "并在{120℃下保温40min}后冷却",
    "成型过程中{以5℃/min的速度升温至180℃}",
    "经{真空干燥12h}得到",
    "所述粘接处{在常温下固化24小时}",
)
MATERIAL = (
    "由{质量百分比为20%的聚乙烯和80%的碳酸钙}制成",
    "其材料{按重量份计包括橡胶60份、炭黑25份}",
    "所用合金中{铬的含量为12%～18%}",
    "表面涂层{含有5wt%的石墨烯}",
    "由{聚丙烯70份、玻璃纤维30份混合}而成",
    "其中{碳的质量分数为0.3%～0.5%}",
    "所述胶层{由环氧树脂、固化剂和填料按3：1：1的质量比混合}得到",
    "材料{配方为：丁腈橡胶50%、氧化锌5%、硫磺2%}",
)


def _told(clause: str) -> str:
    """The clause with what stands in braces marked."""
    return re.sub(r"\{([^}]*)\}", lambda match: mark(match[1]), clause)


def _add_one(draft: Draft, rng: Random, clauses: tuple[str, ...]) -> Draft | None:
    return draft if add_clause(draft, any_claim(draft, rng), _told(rng.choice(clauses))) else None


@plants("vague-degree-word")
def degree(draft: Draft, rng: Random) -> Draft | None:
    return _add_one(draft, rng, DEGREE)


@plants("optional-word")
def optional(draft: Draft, rng: Random) -> Draft | None:
    return _add_one(draft, rng, OPTIONAL)


@plants("approx-word")
def approximate(draft: Draft, rng: Random) -> Draft | None:
    return _add_one(draft, rng, APPROXIMATE)


@plants("approx-word", "in a number of the claim")
def approximate_number(draft: Draft, rng: Random) -> Draft | None:
    places = [
        (index, match)
        for index, claim in enumerate(draft.claims)
        for match in re.finditer(r"(?<=为)\d+(?:\.\d+)?\s?(?:mm|cm|m|kPa|MPa|℃|%|％|个|秒|分钟)(?=[，；。])", claim)
    ]
    if not places:
        return None
    index, match = rng.choice(places)
    claim = draft.claims[index]
    words = rng.choice((mark("约") + match[0], mark("大约") + match[0], match[0] + mark("左右")))
    draft.claims[index] = claim[: match.start()] + words + claim[match.end() :]
    return draft


@plants("two-ranges-one-claim")
def two_ranges(draft: Draft, rng: Random) -> Draft | None:
    name, unit = rng.choice(PARAMETERS)
    low = rng.randint(1, 20)
    high = low + rng.randint(20, 60)
    dash, preferred = rng.choice("～~-—至"), rng.choice(PREFERRED)
    inner = rng.choice(
        (f"{low + 5}{dash}{high - 5}{unit}", f"{low + 5}{unit}", f"{low + 5}{unit}{dash}{high - 5}{unit}")
    )
    clause = f"{name}为{low}{dash}{high}{unit}{rng.choice('，、；')}{mark(preferred + inner)}"
    return draft if add_clause(draft, any_claim(draft, rng), clause) else None


@plants("two-ranges-one-claim", "own range followed up")
def own_range_followed(draft: Draft, rng: Random) -> Draft | None:
    places = [
        (index, match)
        for index, claim in enumerate(draft.claims)
        for match in re.finditer(r"(?<=为)(\d+)([a-zA-Z℃%]*)～(\d+)([a-zA-Z℃%/]+)(?=[，；。])", claim)
        if int(match[3]) - int(match[1]) >= 2
    ]
    if not places:
        return None
    index, match = rng.choice(places)
    claim = draft.claims[index]
    clause = f"，{mark(rng.choice(PREFERRED) + str(int(match[1]) + 1) + match[4])}"
    draft.claims[index] = claim[: match.end()] + clause + claim[match.end() :]
    return draft


@plants("claim-subject-vague")
def vague_subject(draft: Draft, rng: Random) -> Draft | None:
    index = rng.choice(independents(draft))
    old = subject(draft, index)
    head = re.search(r"(?:方法|装置|系统|设备|结构|夹具|机|涂料)$", old)
    if not old or head is None:
        return None
    new = old[: head.start()] + rng.choice(VAGUE_SUBJECTS)
    draft.claims[index] = draft.claims[index].replace(old, mark(new), 1)
    return draft


@plants("claim-subject-vague", "product and method in one")
def product_and_method(draft: Draft, rng: Random) -> Draft | None:
    index = rng.choice(independents(draft))
    old = subject(draft, index)
    if not re.search(r"(?:装置|系统|设备|结构|夹具|机|涂料)$", old):
        return None
    new = old + rng.choice(("及其制造方法", "及其使用方法", "及方法", "和制备工艺", "及其控制方法"))
    draft.claims[index] = draft.claims[index].replace(old, mark(new), 1)
    return draft


@plants("um-process-feature", carriers="models")
def process(draft: Draft, rng: Random) -> Draft | None:
    return _add_one(draft, rng, PROCESS)


@plants("um-material-feature", carriers="models")
def material(draft: Draft, rng: Random) -> Draft | None:
    return _add_one(draft, rng, MATERIAL)


def _bad_range(rng: Random) -> str:
    _, unit = rng.choice(PARAMETERS)
    low = rng.randint(2, 40)
    high = low + rng.randint(5, 100)
    dash = rng.choice("～~至")
    return rng.choice(
        (
            f"{high}{dash}{low}{unit}",
            f"{high}{unit}{dash}{low}{unit}",
            f"{high}.5{dash}{low}.5{unit}",
            f"{low}{unit}{dash}{high}",
        )
    )


@plants("range-format", "in a claim")
def range_in_claim(draft: Draft, rng: Random) -> Draft | None:
    name, _ = rng.choice(PARAMETERS)
    told = rng.choice((f"{name}为", f"{name}的取值范围是", f"{name}在"))
    return draft if add_clause(draft, any_claim(draft, rng), told + mark(_bad_range(rng))) else None


@plants("range-format", "in the description")
def range_in_description(draft: Draft, rng: Random) -> Draft | None:
    name, _ = rng.choice(PARAMETERS)
    sentence = f"本实施例中，{name}{rng.choice(('为', '控制在', '可以是'))}{mark(_bad_range(rng))}。"
    return draft if add_sentence(draft, rng, sentence, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("ordinal-gap")
def second_alone(draft: Draft, rng: Random) -> Draft | None:
    text = "".join(draft.claims)
    names = [
        name
        for name in (
            "弹性件",
            "阈值",
            "限位块",
            "滤波器",
            "卡槽",
            "缓存区",
            "连接管",
            "支撑板",
            "标签",
            "轴承",
            "时间窗",
            "指标",
        )
        if name[:2] not in text
    ]
    ordinal = rng.choice(("第二", "第二", "第三"))
    clause = rng.choice(("还包括{}", "还设有{}", "并根据{}进行调整", "且与{}相配合", "其中包含一个{}"))
    words = mark(ordinal + rng.choice(names))
    return draft if add_clause(draft, any_claim(draft, rng), clause.format(words)) else None


@plants("ordinal-gap", "first lost its number")
def first_lost(draft: Draft, rng: Random) -> Draft | None:
    text = "".join(draft.claims)
    names = {
        match[1]
        for match in re.finditer(r"第一(?![轮次步方级个种类阶层])([一-鿿]{2,4})(?=[，、；。（(的])", text)
        if f"第二{match[1]}" in text and text.index(f"第一{match[1]}") < text.index(f"第二{match[1]}")
    }
    if not names:
        return None
    name = rng.choice(sorted(names))
    draft.claims = [claim.replace(f"第一{name}", name) for claim in draft.claims]
    index = next(index for index, claim in enumerate(draft.claims) if f"第二{name}" in claim)
    draft.claims[index] = draft.claims[index].replace(f"第二{name}", mark(f"第二{name}"), 1)
    return draft


@plants("composition-sum", carriers="composition")
def sums_do_not_match(draft: Draft, rng: Random) -> Draft | None:
    """One bound is moved so far that the others cannot make it up."""
    claim = draft.claims[0]
    ranges = list(re.finditer(r"(\d+)%～(\d+)%", claim))
    low, high = sum(int(match[1]) for match in ranges), sum(int(match[2]) for match in ranges)
    match = rng.choice(ranges)
    first, last = int(match[1]), int(match[2])
    if rng.random() < 0.5:
        last = 100 - (low - first) + rng.randint(3, 12)
    else:
        first = max(1, 100 - (high - last) - rng.randint(3, 12))
        if first + (high - last) >= 100:
            return None
    if first >= last or last > 99:
        return None
    draft.claims[0] = claim[: match.start()] + mark(f"{first}%～{last}%") + claim[match.end() :]
    return draft


@plants("composition-sum", "in a dependent claim", "composition")
def narrower_does_not_match(draft: Draft, rng: Random) -> Draft | None:
    """A dependent claim gives single contents that do not make 100."""
    index = rng.choice(dependents(draft, 1))
    number, _ = split_number(draft.claims[index])
    parts = re.findall(r"([一-鿿]+)(\d+)%～(\d+)%", draft.claims[0])
    middle = [(int(low) + int(high)) // 2 for _, low, high in parts]
    middle[rng.randrange(len(middle))] += 100 - sum(middle) + rng.choice((3, 4, 6))
    words = mark("、".join(f"{name}{share}%" for (name, _, _), share in zip(parts, middle, strict=True)))
    told = subject(draft, 0)
    draft.claims[index] = f"{number}根据权利要求1所述的{told}，其特征在于，由以下质量百分比的组分组成：{words}。"
    return draft


@plants("composition-sum", "lower bounds too high", "composition")
def lower_bound(draft: Draft, rng: Random) -> Draft | None:
    """The smallest contents already leave no room for the largest of one."""
    claim = draft.claims[0]
    match = rng.choice(list(re.finditer(r"(\d+)%～(\d+)%", claim)))
    first, last = int(match[1]), int(match[2])
    up = rng.randint(8, 20)
    ranges = [(int(a), int(b)) for a, b in re.findall(r"(\d+)%～(\d+)%", claim)]
    total = sum(a for a, _ in ranges) - first
    if total + last + up <= 100 or last + up > 95:
        return None
    draft.claims[0] = claim[: match.start()] + mark(f"{first}%～{last + up}%") + claim[match.end() :]
    return draft
