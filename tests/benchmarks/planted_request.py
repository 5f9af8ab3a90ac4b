"""Planters: the request form, the title and the abstract."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import Kind, PartName, SectionName
from tests.benchmarks.planted_draft import ABSENT, Draft, mark, plants, sign_table

TAILS = ("及其他", "等", "及其类似物", "及类似装置", "及其它", "等等", "及其改进等")
NAMED = (
    "XK-200型", "LX-5A型", "华星牌", "江州启衡公司", "北京大学", "立邦", "“飞燕”牌", "ABC-3000", "美的", "启衡集团",
    "ZT800系列", "张建国式", "南京", "QH2023型", "江州大学", "永安牌",
)  # fmt: skip
FILLER = (
    "本方案还可以根据实际需要对各个部分的参数进行调整，以适应不同的使用场合。",
    "使用者可以按照说明逐步完成操作，整个过程无需借助其他专用工具。",
    "各部分之间的连接关系清楚，便于日常的检查、维护和更换。",
    "在实际使用中，上述过程可以重复多次，直至达到预定的要求为止。",
    "操作人员只要经过简单的培训就能够独立完成全部步骤，不需要掌握专门的知识。",
    "当外界条件发生变化时，各个部分仍然能够按照设定的方式协同工作，不会互相干扰。",
    "与现有的做法相比，所需的时间和人工均有所减少，运行的成本也随之下降。",
)


def _value(draft: Draft, label: str) -> int | None:
    return next((index for index, line in enumerate(draft.request) if re.match(rf"{label}：", line)), None)


def _fill(draft: Draft, label: str, value: str) -> Draft | None:
    index = _value(draft, label)
    if index is None:
        return None
    draft.request[index] = f"{draft.request[index].split('：')[0]}：{mark(value)}"
    return draft


@plants("title-mismatch", carriers="formal")
def requested_otherwise(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    draft.description[0] = mark(draft.title)
    told = rng.choice(
        (f"一种新型{bare}", f"{bare}及系统", f"一种改进的{bare}", bare[:-1], f"一种高效{bare}", "一种" + bare[2:])
    )
    if told == draft.title:
        return None
    return _fill(draft, r"\S*名称", told)


@plants("title-too-long", carriers="formal")
def long_title(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    lead = rng.choice(
        (
            "一种基于多级联动与自适应反馈调节的用于复杂工况环境下的",
            "一种能够在多种应用场景中实现快速部署和稳定可靠运行的",
        )
    )
    more = rng.choice(("", "兼具状态监测、故障预警、远程维护以及数据统计分析功能的可扩展的"))
    draft.retitle(lead + more + bare)
    return draft


@plants("title-nontechnical-word", carriers="formal")
def named_title(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    draft.retitle(rng.choice(("一种", "")) + rng.choice(NAMED) + bare)
    return draft


@plants("title-vague-tail", carriers="formal")
def tailed_title(draft: Draft, rng: Random) -> Draft | None:
    draft.retitle(draft.title + rng.choice(TAILS))
    return draft


@plants("title-label-prefix", carriers="formal")
def labelled_title(draft: Draft, rng: Random) -> Draft | None:
    label = rng.choice(
        (f"{draft.kind.chinese}名称：", "名称：", "发明名称:", f"{draft.kind.chinese}名称 ", "发明创造名称：")
    )
    draft.description[0] = mark(label) + draft.title
    return draft


@plants("um-title-method", carriers="models")
def method_title(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    draft.retitle(
        f"一种{bare}"
        + rng.choice(("的使用方法", "的制造工艺", "及其使用方法", "的控制程序", "的用途", "的加工方法", "的装配工艺"))
    )
    return draft


@plants("applicant-id-invalid", "company", "formal")
def wrong_code(draft: Draft, rng: Random) -> Draft | None:
    index = _value(draft, "统一社会信用代码")
    if index is None:
        return None
    code = draft.request[index].split("：")[1]
    at = rng.randrange(8, 17)
    other = rng.choice([digit for digit in "0123456789" if digit != code[at]])
    wrong = rng.choice((code[:at] + other + code[at + 1 :], code[:at] + code[at + 1 :], code[:-1] + other, code + "0"))
    return _fill(draft, "统一社会信用代码", wrong) if wrong != code else None


@plants("applicant-id-invalid", "person", "formal")
def wrong_identity(draft: Draft, rng: Random) -> Draft | None:
    number = "".join(rng.choice("0123456789") for _ in range(3))
    right = "1101051985" + rng.choice(("0312", "1127", "0908")) + number
    weights = [pow(2, 17 - place, 11) for place in range(17)]
    check = sum(int(digit) * weight for digit, weight in zip(right, weights, strict=True)) % 11
    other = rng.choice([digit for digit in "10X98765432" if digit != "10X98765432"[check]])
    wrong = rng.choice((right + other, right + other, right, right + other + "1"))
    index = _value(draft, "统一社会信用代码")
    if index is None:
        return None
    draft.request[_value(draft, "申请人") or 0] = "申请人：孟怀瑾"
    label = rng.choice(("身份证件号码", "居民身份证件号码或统一社会信用代码", "居民身份证件号码"))
    draft.request[index] = f"{label}：{mark(wrong)}"
    return draft


@plants("agent-count", carriers="formal")
def three_agents(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(
        ("裴景行、钟若溪、祁远", "裴景行，钟若溪，祁远", "裴景行 钟若溪 祁远", "裴景行、钟若溪、祁远、阮清")
    )
    return _fill(draft, "专利代理师", told)


@plants("agent-count", "a line each", "formal")
def three_agent_lines(draft: Draft, rng: Random) -> Draft | None:
    index = _value(draft, "专利代理师")
    if index is None:
        return None
    label = rng.choice(("代理师{}", "专利代理师（{}）", "第{}代理师"))
    numbers = "一二三" if "第" in label else "123"
    names = ("裴景行", "钟若溪", "祁远")
    draft.request[index : index + 1] = [
        f"{label.format(number)}：{mark(name)}" for number, name in zip(numbers, names, strict=True)
    ]
    return draft


@plants("agency-self-filing", "agency applies", "formal")
def agency_applies(draft: Draft, rng: Random) -> Draft | None:
    own = "江州明理知识产权代理有限公司"
    told = rng.choice((own, own, "恒信专利代理事务所（普通合伙）", f"{own}、江州市启衡机电有限公司"))
    return _fill(draft, "申请人", told)


@plants("agency-self-filing", "agent applies", "formal")
def agent_applies(draft: Draft, rng: Random) -> Draft | None:
    return _fill(draft, "申请人", rng.choice(("裴景行", "钟若溪")))


@plants("priority-declaration-incomplete", carriers="formal")
def priority_lacks(draft: Draft, rng: Random) -> Draft | None:
    lines = ["在先申请日：2024-03-18", "在先申请号：202410312345.8", "原受理机构名称：中国"]
    del lines[rng.randrange(3)]
    if rng.random() < 0.3:
        del lines[rng.randrange(2)]
    draft.request += [ABSENT + line for line in ("要求优先权声明：是", *lines)]
    return draft


@plants("divisional-data", "form lacks", "formal")
def divisional_lacks(draft: Draft, rng: Random) -> Draft | None:
    lines = ["原申请号：202210567890.1", "原申请日：2022-05-24"]
    del lines[rng.randrange(2)]
    draft.request += [ABSENT + line for line in ("分案申请：是", *lines)]
    place = draft.section(SectionName.FIELD)
    statement = (
        f"本申请是申请日为2022年5月24日、申请号为202210567890.1、名称为“{draft.title}”的发明专利申请的分案申请。"
    )
    draft.description.insert(place.start or 1, statement)
    return draft


@plants("divisional-data", "description says nothing", "formal")
def divisional_unsaid(draft: Draft, rng: Random) -> Draft | None:
    draft.request += [mark(line) for line in ("分案申请：是", "原申请号：202210567890.1", "原申请日：2022-05-24")]
    draft.description[0] += ABSENT
    draft.description[1] += ABSENT
    return draft


@plants("abstract-figure-not-designated", "no such figure", "formal-figured")
def no_such_figure(draft: Draft, rng: Random) -> Draft | None:
    return _fill(draft, "摘要附图", f"图{len(draft.drawings) + rng.randint(1, 5)}")


@plants("abstract-figure-not-designated", "not designated", "formal-figured")
def figure_undesignated(draft: Draft, rng: Random) -> Draft | None:
    index = _value(draft, "摘要附图")
    if index is None:
        return None
    if rng.random() < 0.5:
        del draft.request[index]
    else:
        draft.request[index] = "摘要附图："
    draft.anywhere = True
    return draft


@plants("mandatory-part-missing", carriers="formal")
def part_missing(draft: Draft, rng: Random) -> Draft | None:
    parts = [PartName.CLAIMS, PartName.DESCRIPTION]
    if draft.kind is Kind.UTILITY_MODEL:
        parts.append(PartName.DRAWINGS)
    lost = rng.choice(parts)
    {
        PartName.CLAIMS: draft.claims,
        PartName.DESCRIPTION: draft.description,
        PartName.DRAWINGS: draft.drawings,
    }[lost].clear()
    draft.anywhere = True
    return draft


@plants("abstract-too-long")
def long_abstract(draft: Draft, rng: Random) -> Draft | None:
    sentences = list(FILLER)
    rng.shuffle(sentences)
    while sentences and len(re.sub(r"\s", "", "".join(draft.abstract))) <= 330:
        draft.abstract[-1] += sentences.pop()
    if len(re.sub(r"[A-Za-z\d.]+", "x", re.sub(r"\s", "", "".join(draft.abstract)))) <= 300:
        return None
    draft.abstract = [ABSENT + line for line in draft.abstract]
    return draft


@plants("abstract-heading", "label before the words")
def labelled_abstract(draft: Draft, rng: Random) -> Draft | None:
    draft.abstract[0] = (
        mark(rng.choice(("摘要：", "【摘要】", "说明书摘要：", "摘 要：", "[摘要]", "内容摘要："))) + draft.abstract[0]
    )
    return draft


@plants("abstract-heading", "line of its own")
def abstract_title_line(draft: Draft, rng: Random) -> Draft | None:
    line = rng.choice((draft.title, f"{draft.kind.chinese}名称：{draft.title}"))
    draft.abstract.insert(0, mark(line))
    return draft


@plants("abstract-title-missing")
def unnamed(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    if bare not in "".join(draft.abstract):
        return None
    new = rng.choice(("技术方案", "新的解决手段", "改进措施", "技术"))
    draft.abstract = [ABSENT + line.replace(bare, new) for line in draft.abstract]
    # A later sentence may name the first subject all the same (该标注方法…); then the name is not missing.
    first = re.split(r"及其|以及|[及和与、]", re.sub(r"^一[种株类]", "", bare))[0].replace("的", "")
    return None if first in "".join(draft.abstract).replace("的", "") else draft


@plants("abstract-refsign-unbracketed", carriers="signed")
def bare_in_abstract(draft: Draft, rng: Random) -> Draft | None:
    names = sign_table(draft)
    places = [
        (index, match, sign)
        for index, line in enumerate(draft.abstract)
        for sign, name in names.items()
        for match in re.finditer(rf"{re.escape(name)}(?:[（(]{sign}[)）])?(?=[，。；、的上内与和])", line)
    ]
    if not places:
        return None
    index, match, sign = rng.choice(places)
    line = draft.abstract[index]
    name = names[sign]
    draft.abstract[index] = line[: match.start()] + name + mark(sign) + line[match.end() :]
    return draft


@plants("abstract-refsign-unbracketed", "all of them", "signed")
def all_bare_in_abstract(draft: Draft, rng: Random) -> Draft | None:
    before = "".join(draft.abstract)
    for sign, name in sign_table(draft).items():
        draft.abstract = [
            re.sub(rf"{re.escape(name)}(?:[（(]{sign}[)）])?(?=[，。；、的上内与和])", name + mark(sign), line)
            for line in draft.abstract
        ]
    return draft if "".join(draft.abstract) != before else None
