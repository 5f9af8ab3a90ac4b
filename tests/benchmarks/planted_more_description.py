"""Planters: what each section of the description must say."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_line,
    add_sentence,
    any_claim,
    independents,
    mark,
    paragraphs,
    plants,
    split_number,
)
from tests.benchmarks.planted_wordings import lines, sentences

BACKGROUND = (SectionName.BACKGROUND,)
BROAD = (
    "电子", "机械", "计算机", "化工", "通信", "自动化", "信息", "设备", "材料", "日用品", "制造", "工业", "人工智能",
    "科学",
)  # fmt: skip
NEUTRAL = (
    "这一类产品由若干部分组成，各部分依次工作，广泛用于工厂、学校和家庭。",
    "通常的做法是由操作人员逐件处理，处理之后送往下一道工序，每天处理若干批次。",
    "随着社会的发展，这类产品的种类越来越多，不同厂家的产品在外形上各有特点。",
)  # fmt: skip
PROBLEM = re.compile(
    r"解决|克服|目的|旨在|缺点|不足|缺陷|问题|弊端|难题|困难|难以|无法|不能|不便|需求|亟需|亟待|目标|任务|为了|改善|局限|瓶颈|挑战"
)
EFFECT = re.compile(
    r"效果|优点|有益|从而|避免|提高|改善|降低|减少|防止|节省|节约|提升|优势|便于|保证|确保|增强|有利|稳定|准确|缩短|简化|方便|克服|解决"
    r"|有效|更加|增加|能够|可靠|进而|以便|实现了|达到|使得|快速|优化|精准|及时|高效|减轻|消除"
    # The same in other words: a text in which they stay does tell an effect.
    r"|不易|不会|更[好快准稳轻强长为]|减小|灵活|优越|不?利于|节约|显著|积极|大大|(?:因此|因而)[^。；]{0,12}(?:不|无需|易|减|增)"
)
STOCK = (
    "结构简单，使用方便，造价低", "构造简洁，操作便捷，实用性强", "设计合理，经久耐用，值得推广",
    "成本低，效率高，安全可靠", "新颖实用，易于推广，经济效益好", "方便快捷，省时省力",
)  # fmt: skip
INCOMPLETE = (
    "{专利201510023456}公开了一种同类产品。", "{公开号为105123456A}的专利文件记载了类似的做法。",
    "例如{专利号201420567890.1}所示的产品。", "{申请号201710345678.9}的专利提出过一种改进。",
    "{专利文献107654321A}披露了另一种布置。", "{授权公告号208765432U}的专利对此有所记载。",
    "{第201811234567.8号专利}采用双层布置。",
)  # fmt: skip
IMPOSSIBLE = (
    "中国专利{CN20151002345}公开了一种同类产品。", "中国专利申请{201710345678.A}提出过一种改进。",
    "中国专利{CN1051234567890A}记载了类似的做法。", "公开号为{CN105123456Q}的中国专利文件披露了另一种布置。",
    "中国专利{ZL2014205678.1}采用双层布置。", "申请号为{CN201912345678.12}的中国专利对此有所记载。",
    "中国实用新型专利{CN20876A}采用单层布置。", "公告号为{CN2087654U321}的中国专利也是如此。",
    "申请号为{203510012345.1}的中国专利申请记载了另一方案。",
    "申请号为{202010123456.0}和{202010123456.1}的中国专利申请均有记载。",
)  # fmt: skip
LATE = (
    "{王明等，《工程学报》，2027年第2期}提出过一种估计方法。",
    "该现象见{李华，《材料导论》，科学出版社，2028年3月}。", "参见{Smith J., Nature, 2029, 12(3): 45-50}。",
    "文献{“一种改进的分选模型”（张伟，江州大学学报，2027年6月）}介绍了这一做法。",
    "{赵敏，博士学位论文，江州大学，2027年}对此进行了研究。",
    "{《中国机械工程》2027年第12期第33页}刊载了类似的结果。",
)  # fmt: skip
DISPARAGING = (
    "{江州宏图公司的产品粗制滥造，坑害用户}。", "{华星牌产品是名副其实的垃圾货}。",
    "{某些厂商昧着良心生产假冒伪劣产品}。", "{宏图公司的工程师水平低劣，抄袭他人成果}。",
    "{市面上的启明牌设备质量极差，一用就坏}。", "{张某的专利纯属骗人}。", "{同行的产品都是偷工减料的破烂}。",
    "{宏图公司一贯欺骗消费者，其设备不堪一击}。", "{该厂家毫无诚信，产品低劣不堪}。",
)  # fmt: skip
REFERENCES = (
    "{该部分的具体构造参见中国专利CN105123456A的记载}，此处从略。", "{CN107654321A的全部内容在此引入作为参考}。",
    "{其算法按照专利US9876543B2中公开的步骤实施}，不再描述。", "{美国专利US10234567的内容通过引用整体结合于此}。",
    "{装配的方法详见申请号201710345678.9的中国专利申请}。", "{未写明的细节请参考期刊论文《分选机理研究》}。",
)  # fmt: skip
RANGES = (
    ("照度", "lx", 100, 900),
    ("扬程", "m", 10, 90),
    ("温度", "℃", 20, 180),
    ("间隙", "mm", 5, 45),
    ("压力", "kPa", 50, 450),
    ("浓度", "mol/L", 2, 18),
    ("电压", "V", 12, 96),
    ("频率", "Hz", 20, 120),
)
POINTERS = (
    "同发明内容。", "具体实施方式与上述技术方案一致，此处略。", "参见发明内容部分的描述。", "略。", "见权利要求书。",
    "如附图所示。", "本领域技术人员可以根据上述内容实施。",
)  # fmt: skip
FIGURELESS_DATA = (
    "经统计，{产量提高了35%}。", "{能耗降低28%}，{寿命延长到原来的三倍}。", "{准确率由82%上升到97%}。",
    "{成本下降了四成以上}。", "{故障率减少60%}。", "{处理速度提升2.5倍}。", "{强度比原来增加45%}。",
)  # fmt: skip

sentences("citation-incomplete", "sentence", INCOMPLETE, BACKGROUND)
sentences("citation-number-invalid", "sentence", IMPOSSIBLE, BACKGROUND)
sentences("citation-date-late", "sentence", LATE, BACKGROUND)
sentences("background-disparaging", "sentence", DISPARAGING, BACKGROUND)
lines("background-disparaging", "paragraph", DISPARAGING, SectionName.EMBODIMENTS)
sentences("essential-by-reference", "sentence", REFERENCES, (SectionName.EMBODIMENTS,))


def put(draft: Draft, name: SectionName, *content: str) -> bool:
    """Write ``content`` instead of what stands under the heading; False where there is no such section."""
    place = draft.section(name)
    if not place:
        return False
    draft.description[place.start + 1 : place.stop] = content
    return True


def drop_sentences(draft: Draft, name: SectionName, pattern: re.Pattern[str]) -> None:
    """Leave out every sentence of the section in which ``pattern`` is found."""
    place = draft.section(name)
    kept = [
        "".join(part for part in re.findall(r"[^。；]*[。；]?", line) if not pattern.search(part))
        for line in draft.description[place.start + 1 : place.stop]
    ]
    draft.description[place.start + 1 : place.stop] = [line for line in kept if re.search(r"[一-鿿]{2}", line)]


@plants("tech-field-too-broad", "broad field")
def broad_field(draft: Draft, rng: Random) -> Draft | None:
    word, kind = rng.choice(BROAD), f"本{draft.kind.chinese}"
    told = rng.choice(
        (f"{kind}涉及{word}技术领域。", f"{kind}属于{word}领域。", f"{kind}涉及{word}行业。", f"{word}技术领域。")
    )
    return draft if put(draft, SectionName.FIELD, mark(told)) else None


def _own_clause(draft: Draft, rng: Random) -> str:
    """A clause of an independent claim's characterizing part, without signs."""
    told = [
        re.sub(r"[（(]\d+[a-z]?[)）]", "", part)
        for index in independents(draft)
        for part in re.split(r"[，；。：\n]", draft.claims[index].partition("特征在于")[2])
    ]
    told = [part for part in told if 14 <= len(part) <= 60]
    return rng.choice(told) if told else ""


@plants("tech-field-too-broad", "own features told")
def features_in_field(draft: Draft, rng: Random) -> Draft | None:
    clause = _own_clause(draft, rng)
    title = re.sub("^一种", "", draft.title)
    told = f"本{draft.kind.chinese}涉及一种{title}，{mark(clause)}。"
    return draft if clause and put(draft, SectionName.FIELD, told) else None


@plants("background-leaks-solution", "clause of a claim")
def solution_in_background(draft: Draft, rng: Random) -> Draft | None:
    clause = _own_clause(draft, rng)
    lead = rng.choice(("", "也有人提出，", "为此，", "现有的做法中，"))
    return draft if clause and add_sentence(draft, rng, f"{lead}{mark(clause)}。", *BACKGROUND) else None


@plants("background-empty-or-copy", "a sentence")
def short_background(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(
        (
            "目前尚无相关产品。",
            "现有技术存在不足。",
            "现有的产品使用不便，效率低下。",
            "无。",
            "市场上的同类产品成本较高，急需改进。",
        )
    )
    return draft if put(draft, SectionName.BACKGROUND, mark(told)) else None


@plants("background-empty-or-copy", "the abstract")
def abstract_as_background(draft: Draft, rng: Random) -> Draft | None:
    told = "".join(draft.abstract)
    if rng.random() < 0.5:
        told = "随着技术的发展，同类产品不断增多。" + told
    return draft if put(draft, SectionName.BACKGROUND, mark(told)) else None


@plants("background-no-citation", "others' work told of without saying where")
def citation_lost(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(
        (
            "近年的研究表明，这类问题在使用一段时间之后更加突出。",
            "现有技术一采用加厚的办法，重量因此增加。",
            "业内已提出了多种改进的办法，效果仍不理想。",
            "有学者尝试以反馈的方式加以修正，但是计算量较大。",
            "此前有论文讨论过类似的结构，没有给出稳定的做法。",
        )
    )
    if not put(draft, SectionName.BACKGROUND, *rng.sample(NEUTRAL, 1), told):
        return None
    draft.anywhere = True
    return draft


@plants("problem-missing", "nothing told of it")
def no_problem(draft: Draft, rng: Random) -> Draft | None:
    if not put(draft, SectionName.BACKGROUND, *(ABSENT + line for line in rng.sample(NEUTRAL, 2))):
        return None
    drop_sentences(draft, SectionName.SUMMARY, PROBLEM)
    place = draft.section(SectionName.SUMMARY)
    if len(place) < 2:
        return None
    draft.anywhere = True
    return draft


@plants("problem-missing", "neither problem nor effect told of")
def neither_problem_nor_effect(draft: Draft, rng: Random) -> Draft | None:
    drop_sentences(draft, SectionName.SUMMARY, EFFECT)
    return no_problem(draft, rng)


@plants("effect-missing", "nothing told of it")
def no_effect(draft: Draft, rng: Random) -> Draft | None:
    for name in (SectionName.SUMMARY, SectionName.EMBODIMENTS):
        drop_sentences(draft, name, EFFECT)
        if len(draft.section(name)) < 3:
            return None
    draft.anywhere = True
    return draft


@plants("effect-assertion-only", "stock phrases")
def stock_effects(draft: Draft, rng: Random) -> Draft | None:
    drop_sentences(draft, SectionName.SUMMARY, re.compile(r"效果|优点|优势|相比|能够|提高|降低|提升|避免"))
    kind, told = f"本{draft.kind.chinese}", rng.choice(STOCK)
    lead = rng.choice(
        (f"{kind}的有益效果：", f"与现有技术相比，{kind}具有如下优点：", f"{kind}的有益效果在于，", "有益效果：")
    )
    place = draft.section(SectionName.SUMMARY)
    if len(place) < 2:
        return None
    draft.description.insert(place.stop, mark(f"{lead}{told}。"))
    return draft


@plants("solution-not-match-claim1", "a feature lost")
def feature_lost(draft: Draft, rng: Random) -> Draft | None:
    """The summary tells claim 1 word for word, but for one clause."""
    place = draft.section(SectionName.SUMMARY)
    text = "".join(draft.description[place.start : place.stop])
    words = re.sub(r"[（(]\d+[a-z]?[)）]", "", split_number(draft.claims[0])[1].partition("特征在于")[2])
    parts = [part for part in re.split(r"[，；。：\n]", words) if len(part) >= 10]
    known = [part for part in parts if part in text]
    if len(known) < 4 or len(known) < 0.8 * len(parts):
        return None
    lost = rng.choice(known[1:])
    for index in place[1:]:
        if lost in draft.description[index]:
            draft.description[index] = ABSENT + re.sub(rf"{re.escape(lost)}[，；：]?", "", draft.description[index])
    left = "".join(draft.description[place.start : place.stop])
    if any(lost[at : at + 6] in left for at in range(len(lost) - 5)):
        return None  # told once more, in other words
    draft.claims[0] = "\n".join(ABSENT + line for line in draft.claims[0].split("\n"))
    return draft


@plants("embodiment-missing", "only a pointer")
def only_a_pointer(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(POINTERS)
    place = draft.section(SectionName.EMBODIMENTS)
    if not place:
        return None
    put(draft, SectionName.EMBODIMENTS, mark(told))
    draft.description[place[0]] += ABSENT
    return draft


@plants("three-part-copy", "claims for embodiments")
def claims_as_embodiments(draft: Draft, rng: Random) -> Draft | None:
    told = []
    for claim in draft.claims:
        words = re.sub(r"^(?:根据|如)权利要求.{1,30}?所述的?[^，]*，", "", split_number(claim)[1])
        told.append(
            re.sub(r"[，]?其特征在于[，：:]?", rng.choice(("，", "，其中，")), words).lstrip("，").replace("\n", "")
        )
    told[0] = rng.choice(("", "本实施例提供", "实施例一：")) + told[0]
    place = draft.section(SectionName.EMBODIMENTS)
    if not place or not put(draft, SectionName.EMBODIMENTS, *map(mark, told)):
        return None
    draft.description[place[0]] += ABSENT
    return draft


@plants("embodiment-too-short", "cut off")
def embodiments_cut(draft: Draft, rng: Random) -> Draft | None:
    claims = sum(map(len, draft.claims))
    place = draft.section(SectionName.EMBODIMENTS)
    whole = "\n".join(draft.description[place.start + 1 : place.stop])
    length = int(claims * rng.uniform(0.3, 0.85))
    if len(whole) < claims or length < 80:
        return None
    put(draft, SectionName.EMBODIMENTS, *(ABSENT + line for line in whole[:length].split("\n")))
    draft.description[place[0]] += ABSENT
    return draft


@plants("range-endpoints-unsupported", "middle value alone")
def middle_alone(draft: Draft, rng: Random) -> Draft | None:
    name, unit, low, high = rng.choice(RANGES)
    if re.search(rf"\d\s*{unit}(?![A-Za-z])", "".join(draft.description)):
        return None
    index, dash = any_claim(draft, rng), rng.choice("～~-")
    draft.claims[index] = draft.claims[index][:-1] + f"，所处环境的{name}为{mark(f'{low}{dash}{high}{unit}')}。"
    middle = (low + high) // 2
    told = f"{rng.choice(('本实施例中', '在实施例1中', '实施例一：'))}所处环境的{name}为{middle}{unit}。"
    return draft if add_sentence(draft, rng, told, SectionName.EMBODIMENTS) else None


@plants("generalisation-one-example", "one of many")
def one_of_many(draft: Draft, rng: Random) -> Draft | None:
    part, kinds = rng.choice(
        (
            ("垫圈的材质", ("丁腈橡胶", "氟橡胶", "硅橡胶", "氯丁橡胶")),
            ("外罩的材质", ("黄铜", "钛合金", "铸铁", "聚碳酸酯")),
            ("清洗剂", ("乙醇", "丙酮", "异丙醇", "正己烷")),
            ("填充物", ("珍珠岩", "岩棉", "气凝胶")),
        )
    )
    if any(kind in "".join(draft.description) for kind in kinds):
        return None
    lead, tail = rng.choice(
        (("选自", "中的一种"), ("选自", "中的任意一种"), ("为", "中的一种"), ("选自", "中的至少一种"))
    )
    index = any_claim(draft, rng)
    told = f"{part}{lead}{'、'.join(kinds[:-1])}{rng.choice('和或')}{kinds[-1]}{tail}"
    draft.claims[index] = draft.claims[index][:-1] + f"，{mark(told)}。"
    return draft if add_sentence(draft, rng, f"本例中{part}为{rng.choice(kinds)}。", SectionName.EMBODIMENTS) else None


_TESTED = re.compile(r"测试|实验|试验|仿真|样本|对比|测定|测得|数据集|统计|评估|检测|测量|验证|考核|调查")


@plants("experiment-conditions-missing", "data alone")
def data_alone(draft: Draft, rng: Random) -> Draft | None:
    """A figure of the effect, in a text that tells of no experiment."""
    for name in (SectionName.BACKGROUND, SectionName.SUMMARY, SectionName.EMBODIMENTS):
        if len("".join(draft.description[index] for index in draft.section(name))) > 4000:
            return None
        drop_sentences(draft, name, _TESTED)
    told = rng.choice(FIGURELESS_DATA).replace("经统计，", "")
    told = re.sub(r"\{([^{}]*)\}", lambda match: mark(match[1]), told)
    return draft if add_sentence(draft, rng, told, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("chem-no-effect-data", "data lost", "chemistry")
def data_lost(draft: Draft, rng: Random) -> Draft | None:
    """Whatever was measured is left out of the examples."""
    drop_sentences(draft, SectionName.EMBODIMENTS, re.compile(r"测|试验|实验|抑制率|变形量|GB/T|质谱|核磁|化学位移"))
    drop_sentences(draft, SectionName.SUMMARY, re.compile(r"效果|提高|提升"))
    told = rng.choice(("所得产品的各项性能均良好。", "所得产品能够满足使用要求。", "所得产品外观正常。"))
    draft.anywhere = True
    return draft if add_sentence(draft, rng, told, SectionName.EMBODIMENTS) else None


@plants("chem-product-triple", "one of the three lost", "compound")
def one_of_three_lost(draft: Draft, rng: Random) -> Draft | None:
    lost = rng.choice(
        (r"核磁|质谱|化学位移|结构", r"三口瓶|制备|加入|滴加|反应|冷却|制得", r"抑制|杀菌|防治|应用|用途|病菌")
    )
    draft.claims = draft.claims[:1]
    for name in (SectionName.SUMMARY, SectionName.EMBODIMENTS, SectionName.FIELD, SectionName.BACKGROUND):
        drop_sentences(draft, name, re.compile(lost))
    bare = "一种吡啶肟醚化合物"
    draft.title = draft.description[0] = bare
    draft.abstract = [f"本发明公开了{bare}，属于有机化学技术领域。"]
    draft.anywhere = True
    return (
        draft
        if add_line(draft, rng, rng.choice(NEUTRAL), SectionName.SUMMARY) or paragraphs(draft, SectionName.FIELD)
        else None
    )
