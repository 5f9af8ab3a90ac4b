"""Planters: which claim cites which, and what a definite mention goes back to."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_clause,
    ancestors,
    cited,
    dependents,
    independents,
    is_method,
    mark,
    plants,
    recite,
    root,
    split_number,
    subject,
)

PRODUCTS = ("装置", "系统", "设备", "机构", "组件", "支架", "机器人", "传感器", "清洗机", "检测仪", "控制器", "终端")
METHODS = ("数据加密方法", "图像压缩方法", "焊接方法", "路径规划方法", "清洗方法", "温度控制方法", "固件升级方法")
CLOSED_ADDS = ("还包括", "还包含", "进一步包括", "还具有", "还设有", "还含有")


@plants("no-independent-claim")
def first_depends(draft: Draft, rng: Random) -> Draft | None:
    number, words = split_number(draft.claims[0])
    match = re.match(r"一种(?=[^，]{2,40}，)", words)
    if match is None or len(draft.claims) < 2:
        return None
    lead = rng.choice(("根据", "如", "按照"))
    told = rng.choice((f"{lead}权利要求2所述的", f"{lead}权利要求2或3所述的", f"{lead}权利要求1所述的"))
    draft.claims[0] = number + mark(told) + words[match.end() :]
    return draft


@plants("dep-cites-later-or-self")
def cites_self_or_later(draft: Draft, rng: Random) -> Draft | None:
    places = dependents(draft)
    if not places:
        return None
    index = rng.choice(places)
    new = rng.choice(range(index + 1, len(draft.claims) + 1))
    draft.claims[index] = recite(draft.claims[index], mark(str(new)))
    return draft


@plants("dep-cites-later-or-self")
def cites_up_to_itself(draft: Draft, rng: Random) -> Draft | None:
    places = [index for index in dependents(draft) if index >= 2]
    if not places:
        return None
    index = rng.choice(places)
    told = rng.choice((f"1至{index + 1}中任一项", f"1或{index + 1}", f"1-{index + 1}任意一项", f"{index}或{index + 1}"))
    draft.claims[index] = recite(draft.claims[index], mark(told))
    return draft


@plants("dep-cites-nonexistent")
def cites_nothing(draft: Draft, rng: Random) -> Draft | None:
    places = dependents(draft)
    if not places:
        return None
    index, beyond = rng.choice(places), len(draft.claims) + rng.randint(1, 9)
    told = rng.choice((str(beyond), str(beyond), f"1或{beyond}", f"1至{beyond}中任一项", f"1、2或{beyond}"))
    draft.claims[index] = recite(draft.claims[index], mark(told))
    return draft


@plants("multi-dep-not-alternative")
def cites_together(draft: Draft, rng: Random) -> Draft | None:
    places = [index for index in dependents(draft) if index >= 3 and root(draft, index) == 0]
    if not places:
        return None
    told = rng.choice(("1和2", "1、2", "1及2", "1与2", "1-3", "1至3", "1、2和3", "1～3", "1以及2", "1，2"))
    index = rng.choice(places)
    draft.claims[index] = recite(draft.claims[index], mark(told))
    return draft


@plants("multi-dep-on-multi-dep")
def multiple_on_multiple(draft: Draft, rng: Random) -> Draft | None:
    places = [index for index in dependents(draft) if root(draft, index) == 0]
    pairs = [(low, high) for low in places if low >= 2 for high in places if high > low]
    if not pairs or any(len(cited(claim)) > 1 for claim in draft.claims):
        return None
    low, high = rng.choice(pairs)
    draft.claims[low] = recite(draft.claims[low], rng.choice(("1或2", f"1至{low}中任一项")))
    told = rng.choice((f"1或{low + 1}", f"2或{low + 1}", f"1至{high}任一项", f"1、2或{low + 1}"))
    draft.claims[high] = recite(draft.claims[high], mark(told))
    return draft


def _rename(draft: Draft, index: int, name: str) -> Draft | None:
    old = subject(draft, index)
    number, words = split_number(draft.claims[index])
    match = re.match(rf"(.{{0,12}}权利要求\s*\d+\s*所述的?(?:一种)?){re.escape(old)}", words)
    if not old or match is None:
        return None
    draft.claims[index] = number + match[1] + mark(name) + words[match.end() :]
    return draft


@plants("dep-subject-mismatch")
def other_subject(draft: Draft, rng: Random) -> Draft | None:
    places = [
        index for index in dependents(draft) if subject(draft, index)[-2:] == subject(draft, root(draft, index))[-2:]
    ]
    if not places:
        return None
    index = rng.choice(places)
    told = subject(draft, root(draft, index))
    if is_method(told) or "方法" in told:
        names = [name for name in METHODS if name not in told and told != "方法"]
    else:
        names = [name for name in PRODUCTS if name not in told and not re.search(rf"{name[-2:]}$", told)]
    return _rename(draft, index, rng.choice(names)) if names else None


@plants("dep-type-mismatch")
def other_type(draft: Draft, rng: Random) -> Draft | None:
    places = [index for index in dependents(draft) if index == root(draft, index) or len(subject(draft, index)) >= 2]
    if not places:
        return None
    index = rng.choice(places)
    told = subject(draft, root(draft, index))
    if not told or "方法及" in told:
        return None
    if is_method(told):
        return _rename(draft, index, rng.choice(("装置", "系统", "设备", re.sub(r"方法$", "装置", told))))
    if "方法" in told:
        return None
    return _rename(draft, index, rng.choice(("方法", "工艺方法", "控制方法", "使用方法")))


@plants("dep-not-grouped")
def out_of_group(draft: Draft, rng: Random) -> Draft | None:
    others = [index for index in independents(draft)[1:] if subject(draft, index)]
    method = is_method(subject(draft, 0))
    first = [
        index for index in dependents(draft) if root(draft, index) == 0 and is_method(subject(draft, index)) == method
    ]
    if not others or not first or is_method(subject(draft, others[-1])) == is_method(subject(draft, 0)):
        return None
    name = subject(draft, rng.choice(first))
    parent = rng.choice([0, *first]) + 1
    lead = rng.choice(("根据", "如", "按照"))
    number = f"{len(draft.claims) + 1}."
    tail = "，其特征在于，所述步骤由人工确认后执行。" if is_method(name) else "，其特征在于，外表面涂有防锈漆。"
    draft.claims.append(mark(f"{number} {lead}权利要求{parent}所述的{name}") + tail)
    return draft


@plants("dep-of-closed-adds", carriers="patents")
def closed_then_more(draft: Draft, rng: Random) -> Draft | None:
    places = dependents(draft, 1)
    named = subject(draft, 0)
    # Only what the subject itself consists of, right after the preamble; not what a part of it includes.
    match = re.search(
        r"(?<=特征在于[，：])包括(?!以下|如下|：|:)([^；。，：\n]{4,80}(?:和|以及|及)[^；。，：\n]+)(?=[，；。])",
        draft.claims[0],
    )
    if not places or match is None or not named or is_method(named):
        return None
    claim = draft.claims[0]
    draft.claims[0] = claim[: match.start()] + rng.choice(("由", "仅由")) + match[1] + "组成" + claim[match.end() :]
    return draft if _adds(draft, rng, places, named, "防尘罩", "散热翅片") else None


@plants("dep-of-closed-adds", "composition", "composition")
def closed_composition_then_more(draft: Draft, rng: Random) -> Draft | None:
    return draft if _adds(draft, rng, dependents(draft, 1), subject(draft, 0), "增稠剂", "防腐剂", "颜料") else None


def _adds(draft: Draft, rng: Random, places: list[int], named: str, *things: str) -> bool:
    """A dependent claim adds a thing to the whole: after its preamble, or told of the subject at its end."""
    places = [index for index in places if not re.search(r"还|进一步包", draft.claims[index])]
    if not places:
        return False
    index, word, thing = rng.choice(places), rng.choice(CLOSED_ADDS), rng.choice(things)
    match = re.search(r"特征在于[，：]", draft.claims[index])
    if match is None or rng.random() < 0.5:
        return add_clause(draft, index, f"所述{named}{mark(word)}{thing}")
    claim = draft.claims[index]
    draft.claims[index] = claim[: match.end()] + mark(word) + f"{thing}，" + claim[match.end() :]
    return True


@plants("antecedent-wrong-branch", "introduced beside")
def from_a_sibling(draft: Draft, rng: Random) -> Draft | None:
    """A part that one dependent claim introduces is meant by another that does not cite it."""
    pairs = sibling_terms(draft)
    if not pairs:
        return None
    taker, term = rng.choice(pairs)
    said = rng.choice(("所述", "所述的", "该", "上述"))
    clause = rng.choice(("{}位于外侧", "{}的数量为两个", "且{}可更换", "{}按照预设的次序工作"))
    return draft if add_clause(draft, taker, clause.format(mark(said + term))) else None


def sibling_terms(draft: Draft) -> list[tuple[int, str]]:
    """Dependent claims, each with a term that only an earlier one it does not go back to introduces."""
    return [(taker, term) for taker, term, _ in sibling_givers(draft)]


def sibling_givers(draft: Draft) -> list[tuple[int, str, int]]:
    """The same, each with the claim that introduces the term."""
    return [
        (taker, term, giver)
        for giver in dependents(draft)
        for term in _introduced(draft, giver)
        for taker in dependents(draft)
        if taker > giver and giver not in ancestors(draft, taker) and term not in _chain(draft, taker)
    ]


def _chain(draft: Draft, index: int) -> str:
    return "".join(draft.claims[other] for other in [index, *ancestors(draft, index)])


def _introduced(draft: Draft, index: int) -> list[str]:
    """Terms a claim introduces: named without 所述 first and then meant by 所述 in it or in what depends on it."""
    above = "".join(draft.claims[other] for other in ancestors(draft, index))
    claim = draft.claims[index]
    below = claim + "".join(text for other, text in enumerate(draft.claims) if index in ancestors(draft, other))
    found = []
    for match in re.finditer(
        r"(?:设有|包括|安装有|连接有|固定有|设置有|得到|获取|开有|铰接有|、|和)([一-鿿]{2,8})(?=[，；、。和（(])", claim
    ):
        term = match[1]
        if term not in above and term not in draft.claims[0] and f"所述{term}" in below:
            found.append(term)
    return found


@plants("antecedent-wrong-branch", "cites too high")
def cites_too_high(draft: Draft, rng: Random) -> Draft | None:
    """The claim cites its grandparent, which does not have the part it means."""
    return _cut_off(draft, rng, lambda above, _: str(above + 1))


@plants("antecedent-wrong-branch", "one way without")
def one_way_without(draft: Draft, rng: Random) -> Draft | None:
    """The claim cites 1或3 where only claim 3 has the part it means."""
    return _cut_off(draft, rng, lambda above, parent: f"{above + 1}或{parent + 1}")


def _cut_off(draft: Draft, rng: Random, told: Callable[[int, int], str]) -> Draft | None:
    places = []
    for index in dependents(draft):
        parent = cited(draft.claims[index])[0] - 1
        grand = cited(draft.claims[parent])
        if parent >= index or len(grand) != 1 or root(draft, index) == parent:
            continue
        above = grand[0] - 1
        higher = draft.claims[above] + "".join(draft.claims[other] for other in ancestors(draft, above))
        places += [(index, parent, above, found) for found in _lost(draft, index, parent, higher)]
    if not places:
        return None
    index, parent, above, (start, end) = rng.choice(places)
    claim = draft.claims[index]
    # The cut may leave more mentions without antecedent than this one: any place in the claim's lines will do.
    marked = (claim[:start] + mark(claim[start:end]) + claim[end:]).replace("\n", f"{ABSENT}\n") + ABSENT
    draft.claims[index] = recite(marked, told(above, parent))
    return draft


def _lost(draft: Draft, index: int, parent: int, higher: str) -> list[tuple[int, int]]:
    """Places of 所述X in a claim whose X only its parent introduces."""
    found = []
    for term in _introduced(draft, parent):
        match = re.search(rf"(?:所述的?|该|上述){re.escape(term)}", draft.claims[index])
        first = draft.claims[index].find(term)
        if match and term not in higher and match.end() == first + len(term):
            found.append(match.span())
    return found
