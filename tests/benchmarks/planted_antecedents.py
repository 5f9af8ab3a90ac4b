"""Planters: antecedent-missing, by what is wrong with the name. By how it is meant: planted_mentions."""

from __future__ import annotations

import re
from random import Random

from tests.benchmarks.planted_draft import Draft, add_clause, ancestors, any_claim, cited, mark, mentions, plants

PARTS = (
    "弹簧座", "限位销", "缓冲垫", "导向套", "锁紧螺母", "观察窗", "密封圈", "挡料板", "滑轮组", "减速箱", "连杆",
    "卡扣",
    "凸轮", "滤网", "棘爪", "拉索", "吊耳", "隔板", "冷却管", "支撑腿",
)  # fmt: skip
SOFTWARE = (
    "校验码", "日志文件", "缓存队列", "告警等级表", "密钥对", "残差网络", "知识蒸馏模块", "训练集", "词典", "热力图",
    "心跳包",
    "时间片", "哈希表", "加密芯片", "滑动窗口", "奖励函数", "注意力权重", "白名单", "投票结果", "配置文件",
)  # fmt: skip
SAID = ("所述", "所述的", "该", "上述", "前述", "所述")
# What may be hung on a known part to make another one of it.
HUNG = ("座", "罩", "支架", "护套", "盖板", "压板", "衬套", "固定架")
HUNG_SOFT = ("索引", "备份库", "校验码", "日志", "摘要表", "编号规则", "缓存区")
_SOFT = re.compile(r"数据|信息|方法|模型|算法|图像|信号|模块|单元|网络|序列")


def absent_names(draft: Draft) -> list[str]:
    """Names of parts of the draft's own sort that stand nowhere in its claims, nor what they are derived from.

    训练集 is brought in by 训练.
    """
    text = "".join(draft.claims)
    known = SOFTWARE if len(_SOFT.findall(text)) >= 6 else PARTS
    return [name for name in known if name not in text and name[:2] not in text]


@plants("antecedent-missing", "other name")
def other_name(draft: Draft, rng: Random) -> Draft | None:
    """A mention names something else than what was introduced."""
    places = [(index, place) for index in range(len(draft.claims)) for place in mentions(draft, index)]
    if not places:
        return None
    index, (start, end, _) = rng.choice(places)
    claim = draft.claims[index]
    said = rng.choice(SAID) + rng.choice(absent_names(draft))
    draft.claims[index] = claim[:start] + mark(said) + claim[end:]
    return draft


@plants("antecedent-missing", "clause added")
def clause_added(draft: Draft, rng: Random) -> Draft | None:
    """A clause is added that speaks of a part never introduced."""
    clause = rng.choice(
        (
            "{}设置于外侧",
            "{}的数量至少为两个",
            "且{}可拆卸更换",
            "{}定期更新",
            "由{}进行限位",
            "其位置与{}相对应",
            "并对{}进行检查",
        )
    )
    said = mark(rng.choice(SAID) + rng.choice(absent_names(draft)))
    return draft if add_clause(draft, any_claim(draft, rng), clause.format(said), rng.choice("，；")) else None


@plants("antecedent-missing", "compound")
def compound(draft: Draft, rng: Random) -> Draft | None:
    """A known part's name with another noun hung on it: 弹簧 introduced, 弹簧座 meant."""
    text = "".join(draft.claims)
    places = [
        (index, start, end, term)
        for index in range(len(draft.claims))
        for start, end, term in mentions(draft, index)
        if len(term) <= 6 and draft.claims[index][end : end + 1] in "的，；。与上"
    ]
    if not places:
        return None
    index, start, end, term = rng.choice(places)
    soft = len(_SOFT.findall(text)) >= 6
    name = term + rng.choice(HUNG_SOFT if soft else HUNG)
    if name in text or term.endswith(("时", "时间", "过程", "步骤", "数量")):
        return None
    claim = draft.claims[index]
    draft.claims[index] = claim[:start] + mark(rng.choice(("所述", "该", "所述的")) + name) + claim[end:]
    return draft


@plants("antecedent-missing", "list")
def in_a_list(draft: Draft, rng: Random) -> Draft | None:
    """The second of two parts meant together was never introduced.

    Without a marker of its own it is meant only where something is said of both (的, 均): in “驱动所述轴和齿轮。” the
    gear may be brought in right there.
    """
    places = [
        (index, end, "的均都分".find(draft.claims[index][end]) >= 0)
        for index in range(len(draft.claims))
        for _, end, _ in mentions(draft, index)
        if draft.claims[index][end : end + 1] in tuple("的均都分，；。")
    ]
    if not places:
        return None
    index, end, together = rng.choice(places)
    joints = (
        ("和", "与", "、", "以及", "和所述", "及所述") if together else ("和所述", "及所述", "、所述的", "以及上述")
    )
    claim = draft.claims[index]
    draft.claims[index] = claim[:end] + mark(rng.choice(joints) + rng.choice(absent_names(draft))) + claim[end:]
    return draft


@plants("antecedent-missing", "introduction deleted")
def introduction_deleted(draft: Draft, rng: Random) -> Draft | None:
    """An item of the list that introduces the parts is deleted, its later mention stays."""
    places = []
    for index, claim in enumerate(draft.claims):
        for match in re.finditer(r"、([一-鿿]{2,8})(?:[（(]\w{1,4}[)）])?(?=[、和]|以及)", claim):
            rest = claim[: match.start()] + claim[match.end() :]
            above = "".join(draft.claims[other] for other in ancestors(draft, index))
            at = rest.find(match[1])
            if match[1] not in above and at > 0 and re.search(r"所述的?$", rest[:at]):
                places.append((index, match, at))
    if not places:
        return None
    index, match, at = rng.choice(places)
    claim = draft.claims[index]
    rest = claim[: match.start()] + claim[match.end() :]
    draft.claims[index] = rest[:at] + mark(match[1]) + rest[at + len(match[1]) :]
    return draft


@plants("antecedent-missing", "renamed but once")
def renamed_but_once(draft: Draft, rng: Random) -> Draft | None:
    """A part is renamed everywhere in the claims but in one mention, which still has the old name."""
    places = []
    for index in range(len(draft.claims)):
        for start, end, term in mentions(draft, index):
            others = "".join(draft.claims)
            if 2 <= len(term) <= 6 and others.count(term) >= 3 and not _is_part_of_longer(others, term):
                places.append((index, start, end, term))
    if not places:
        return None
    index, start, end, term = rng.choice(places)
    new = rng.choice(absent_names(draft))
    held = "\ue010"
    claim = draft.claims[index]
    draft.claims[index] = claim[:start] + held + claim[end:]
    kept = claim[start:end]
    draft.claims = [text.replace(term, new).replace(held, mark(kept)) for text in draft.claims]
    return draft


def _is_part_of_longer(text: str, term: str) -> bool:
    """Whether the term mostly stands inside longer words, so that replacing it would tear them."""
    places = list(re.finditer(re.escape(term), text))
    whole = sum(bool(re.match(r"[的，；。、（(与和及内上]", text[match.end() : match.end() + 1])) for match in places)
    return whole < len(places)


@plants("antecedent-missing", "in a preamble list")
def after_multiple_citation(draft: Draft, rng: Random) -> Draft | None:
    """A claim that cites several means a part that none of them has."""
    places = [index for index, claim in enumerate(draft.claims) if len(cited(claim)) > 1 and claim.rstrip()[-1] == "。"]
    if not places:
        return None
    said = mark(rng.choice(SAID) + rng.choice(absent_names(draft)))
    return draft if add_clause(draft, rng.choice(places), f"{said}位于内部") else None
