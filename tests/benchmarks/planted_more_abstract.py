"""Planters: what the abstract says, and the figures with their captions and signs."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_sentence,
    caption_line,
    caption_numbers,
    is_method,
    mark,
    paragraphs,
    plants,
    sign_table,
    split_number,
    subject,
)
from tests.benchmarks.planted_more_people import absent_from
from tests.benchmarks.planted_wordings import in_abstract

PRAISE = (
    "{本产品深受消费者喜爱}。", "该产品{投放市场后供不应求}。", "{具有无可比拟的优势，堪称典范}。",
    "{欢迎来电咨询订购}。", "{达到国际先进水平}。", "{是同类产品中的佼佼者}。", "{已远销东南亚和欧美}。",
    "该技术{属于世界首创}。", "{性价比之王，值得拥有}。", "{荣获省级科技进步一等奖}。",
    "{市场前景十分广阔，经济效益巨大}。", "{质量过硬，信誉至上}。", "{价格低廉，是您的最佳选择}。",
    "{广受用户好评}。", "{畅销全国二十多个省市}。", "该产品{引领行业潮流}。",
)  # fmt: skip
FUNCTIONS = (
    "使用方便，节省人力，能够满足各种场合的需要", "操作简单，安全可靠，提高了工作效率，降低了成本",
    "适用范围广，使用寿命长，便于推广", "能够快速完成作业，减轻劳动强度，受到使用者的欢迎",
    "美观大方，省时省力，具有良好的使用效果",
)  # fmt: skip
EFFECTS = (
    "本发明使用方便，节省人力，具有较好的应用前景。", "能够提高工作效率，降低成本，适于推广应用。",
    "解决了现有技术中效率低的问题，提升了使用体验。", "其安全可靠，节约能源，减轻了工作人员的负担。",
)  # fmt: skip
OTHER_SOLUTIONS = (
    "其上方设有承接斗，下方设有翻转架，二者通过皮带传动，翻转架的外侧罩有防尘罩。",
    "先称取原料，再依次经过筛分、烘干和包装，成品送入周转箱。",
    "由摇臂、滚珠和齿圈组成，摇臂带动滚珠沿齿圈移动，齿圈固定在外罩内。",
)  # fmt: skip
_PURPOSE = re.compile(r"用于|使|以便|从而|解决|提高|避免|防止|实现|便于|为了|降低|减少|保证|确保|应用|提升|能够|可以")
_PLAIN_CAPTIONS = ("现有技术中同类产品的结构示意图", "背景技术中常用方案的示意图", "现有方案的示意图")
_CURVES = ("测试结果的曲线图", "效果对比的柱状图", "误差随时间变化的曲线图", "不同方案的数据对比图")

in_abstract("abstract-commercial", "a sentence more", PRAISE)


@plants("abstract-commercial", "before the title")
def praised_in_abstract(draft: Draft, rng: Random) -> Draft | None:
    bare = re.sub(r"^一种", "", draft.title)
    word = rng.choice(("深受好评的", "国内领先的", "首创的", "畅销的", "顶级", "高档", "风靡全球的", "划时代的"))
    if bare not in draft.abstract[0]:
        return None
    draft.abstract[0] = draft.abstract[0].replace(bare, mark(word) + bare, 1)
    return draft


def _field_words(draft: Draft) -> str:
    found = re.search(r"(?:属于|涉及)([^，。；：]{2,14}?技术领域)", "".join(draft.abstract))
    return f"，涉及{found[1]}" if found else "，属于机械技术领域"


@plants("abstract-element-missing", "no solution")
def no_solution(draft: Draft, rng: Random) -> Draft | None:
    kind = f"本{draft.kind.chinese}"
    told = rng.choice(EFFECTS).replace("本发明", kind)
    draft.abstract = [mark(f"{kind}公开了{draft.title}{_field_words(draft)}。{told}")]
    return draft


@plants("abstract-element-missing", "neither problem nor effect nor use")
def no_purpose(draft: Draft, rng: Random) -> Draft | None:
    """The abstract is the first claim and nothing else."""
    words = (
        re.sub(r"，?其特征在于[，：:]?", "，", split_number(draft.claims[0])[1]).replace("\n", "").replace("所述", "")
    )
    if _PURPOSE.search(words + draft.title) or not 40 < len(words) < 290:
        return None
    draft.abstract = [mark(f"本{draft.kind.chinese}公开了{words}")]
    return draft


@plants("abstract-function-only", "advantages", "models")
def only_functions(draft: Draft, rng: Random) -> Draft | None:
    one, two = rng.sample(FUNCTIONS, 2)
    told = rng.choice((one, f"{one}。{two}"))
    draft.abstract = [mark(f"本实用新型公开了{draft.title}。该产品{told}。")]
    return draft


@plants("abstract-function-only", "problem and advantages", "models")
def problem_and_functions(draft: Draft, rng: Random) -> Draft | None:
    told = f"{draft.title}，解决了现有产品{rng.choice(('费时费力', '效率低下', '容易损坏', '精度不高'))}的问题，"
    draft.abstract = [mark(f"本实用新型提供{told}{rng.choice(FUNCTIONS)}。")]
    return draft


@plants("abstract-vs-claim1", "other solution")
def other_solution(draft: Draft, rng: Random) -> Draft | None:
    """The abstract tells another solution than claim 1, whose parts it does not name."""
    match = re.search(
        r"包括[:：]?((?:[一-鿿]{2,8}(?:[（(]\d+[)）])?、)+[一-鿿]{2,8}(?:[（(]\d+[)）])?(?:[和及与以]+[一-鿿]{2,8})?)",
        draft.claims[0],
    )
    if match is None or is_method(subject(draft, 0)):
        return None
    told = rng.choice(OTHER_SOLUTIONS)
    parts = [part for part in re.split(r"[、和及与]|以及|[（(]\d+[)）]", match[1]) if len(part) >= 2]
    if len(parts) < 3 or any(part[-2:] in told + draft.title for part in parts):
        return None
    draft.abstract = [mark(f"本{draft.kind.chinese}公开了{draft.title}。{told}提高了效率。")]
    return draft


@plants("abstract-vs-claim1", "claim 1 rewritten", "models")
def claim_rewritten(draft: Draft, rng: Random) -> Draft | None:
    """Claim 1 has got new parts; the abstract has remained."""
    number, _ = split_number(draft.claims[0])
    name = subject(draft, 0)
    if not name:
        return None
    told = rng.choice(
        (
            "包括蜗杆箱、摆动臂、拨叉和棘轮，所述摆动臂铰接在所述蜗杆箱上，所述拨叉与所述棘轮啮合。",
            "包括吸盘、真空泵、软管和泄压阀，所述软管连接所述吸盘与所述真空泵，所述泄压阀安装在所述软管上。",
        )
    )
    draft.claims = [f"{number}一种{name}，其特征在于，{mark(told)}"]
    absent_from(draft.abstract)
    return draft


def _recaption(draft: Draft, rng: Random, told: str) -> Draft | None:
    """One figure but the first gets another caption, and is designated for the abstract."""
    numbers = caption_numbers(draft)
    index = next((place for place, line in enumerate(draft.request) if line.startswith("摘要附图：")), None)
    if len(numbers) < 2 or index is None:
        return None
    number = rng.choice(numbers[1:])
    line = draft.description[caption_line(draft, number)]
    end = line[-1] if line[-1] in "；。" else "；"
    lead = re.match(r"(?:\s*\[\d{4}\]\s*)?(?:附)?图\s*\d+", line)
    draft.description[caption_line(draft, number)] = (lead[0] if lead else f"图{number}") + mark(f"为{told}") + end
    draft.request[index] = f"摘要附图：{mark(f'图{number}')}"
    return draft


@plants("abstract-figure-unsuitable", "prior art", "formal-figured")
def prior_art_designated(draft: Draft, rng: Random) -> Draft | None:
    return _recaption(draft, rng, rng.choice(_PLAIN_CAPTIONS))


@plants("abstract-figure-unsuitable", "curve", "formal-figured")
def curve_designated(draft: Draft, rng: Random) -> Draft | None:
    first = draft.description[caption_line(draft, 1)]
    return _recaption(draft, rng, rng.choice(_CURVES)) if re.search(r"结构|流程|框图|示意", first) else None


@plants("figure-caption-style", "number alone", "figured")
def number_alone(draft: Draft, rng: Random) -> Draft | None:
    number = rng.choice(caption_numbers(draft))
    index = caption_line(draft, number)
    draft.description[index] = mark(f"图{number}{rng.choice(('；', '。', '', '：', '为；'))}")
    return draft


@plants("figure-caption-style", "another number alone", "figured")
def one_more_number(draft: Draft, rng: Random) -> Draft | None:
    number = len(draft.drawings) + 1
    draft.description.insert(
        caption_line(draft, number - 1) + 1, mark(f"图{number}{rng.choice(('；', '。', '', ' 。'))}")
    )
    draft.drawings.append(f"图{number}")
    return draft


@plants("figure-never-discussed", "figure added", "figured")
def figure_added(draft: Draft, rng: Random) -> Draft | None:
    number = len(draft.drawings) + 1
    if not any(re.search(r"图\s*\d", draft.description[index]) for index in draft.section(SectionName.EMBODIMENTS)):
        return None
    told = rng.choice(("另一角度的示意图", "局部放大图", "使用状态的示意图", "变形例的示意图", "数据的示例图"))
    draft.description.insert(caption_line(draft, number - 1) + 1, mark(f"图{number}为{told}。"))
    draft.drawings.append(f"图{number}")
    return draft


@plants("figure-never-discussed", "mentions lost", "figured")
def mentions_lost(draft: Draft, rng: Random) -> Draft | None:
    """The embodiments speak of figure 1 where they spoke of another."""
    places = draft.section(SectionName.EMBODIMENTS)[1:]
    text = "".join(draft.description[index] for index in places)
    numbers = [number for number in caption_numbers(draft)[1:] if re.search(rf"图\s*{number}(?![\d\-‑至~～])", text)]
    if not numbers or re.search(r"图\s*\d+\s*[-‑至~～到]", text):
        return None
    number = rng.choice(numbers)
    for index in places:
        draft.description[index] = re.sub(rf"图\s*{number}(?!\d)", "图1", draft.description[index])
    draft.description[caption_line(draft, number)] += ABSENT
    return draft


@plants("prior-art-figure-unlabelled", "figure of the background", "figured")
def background_figure(draft: Draft, rng: Random) -> Draft | None:
    number = len(draft.drawings) + 1
    caption = rng.choice(
        (f"图{number}为夹紧机构的结构示意图。", f"图{number}是处理流程的示意图。", f"图{number}示出了一种布置方式。")
    )
    lead = mark(rng.choice((f"如图{number}所示", f"参照图{number}", f"参见附图{number}")))
    told = rng.choice((f"{lead}，通常的做法是逐件处理。", f"{lead}，目前常用的设备由人工操作。"))
    draft.description.insert(caption_line(draft, number - 1) + 1, mark(caption))
    draft.drawings.append(f"图{number}")
    return draft if add_sentence(draft, rng, told, SectionName.BACKGROUND) else None


def _signed_places(draft: Draft, name: str, sign: str) -> list[tuple[int, re.Match[str]]]:
    return [
        (index, match)
        for index in paragraphs(draft, SectionName.EMBODIMENTS)
        for match in re.finditer(rf"{name}{sign}(?![\da-zA-Z])", draft.description[index])
    ]


@plants("name-two-refsigns", "sign mistyped", "signed")
def sign_mistyped(draft: Draft, rng: Random) -> Draft | None:
    table = sign_table(draft)
    choice = [(name, sign) for sign, name in table.items() if len(_signed_places(draft, name, sign)) >= 2]
    if not choice:
        return None
    name, sign = rng.choice(choice)
    free = [number for number in (f"{sign}0", f"{sign}5", f"1{sign}", "98") if number not in table]
    index, match = rng.choice(_signed_places(draft, name, sign)[1:])
    line = draft.description[index]
    draft.description[index] = line[: match.start()] + mark(name + rng.choice(free)) + line[match.end() :]
    return draft


@plants("name-two-refsigns", "sentence with another sign", "signed")
def sentence_with_other_sign(draft: Draft, rng: Random) -> Draft | None:
    table = sign_table(draft)
    choice = [(name, sign) for sign, name in table.items() if _signed_places(draft, name, sign)]
    if not choice:
        return None
    name, _ = rng.choice(choice)
    sign = str(max(int(re.sub(r"\D", "", known)) for known in table) + rng.randint(1, 9))
    told = rng.choice(("{}的外侧留有间隙。", "此时{}处于静止状态。", "维修时可以将{}单独取下。")).format(
        mark(name + sign)
    )
    return draft if add_sentence(draft, rng, told, SectionName.EMBODIMENTS) else None


@plants("refsign-not-arabic", "in the list", "signed")
def letter_in_list(draft: Draft, rng: Random) -> Draft | None:
    """One entry of the list, and every place of it in the embodiments, has a letter for a sign."""
    table = sign_table(draft)
    sign, name = rng.choice(sorted(table.items()))
    new = rng.choice(("A", "B", "Ⅱ", "Ⅳ", "三", "a", "十二", "M"))
    for index in [*draft.section(SectionName.FIGURES)[1:], *draft.section(SectionName.EMBODIMENTS)[1:]]:
        line = re.sub(rf"(?<!\d){sign}(?=\s*[-—、.：:]\s*{name})", mark(new), draft.description[index])
        draft.description[index] = re.sub(rf"{name}{sign}(?!\d)", name + mark(new), line)
    return draft


@plants("refsign-not-arabic", "entry added to the list", "signed")
def letter_added(draft: Draft, rng: Random) -> Draft | None:
    table = sign_table(draft)
    sign, name = next(reversed(table.items()))
    for index in [*draft.section(SectionName.FIGURES)[1:], *draft.section(SectionName.EMBODIMENTS)[1:4]]:
        match = re.search(rf"{sign}(\s*[-—、.：:]\s*){name}", draft.description[index])
        if match:
            joint = "，" if f"{name}，" in draft.description[index] or "，" in draft.description[index][-30:] else "；"
            new = mark(rng.choice(("C", "Ⅲ", "五", "K")))
            line = draft.description[index]
            draft.description[index] = f"{line[: match.end()]}{joint}{new}{match[1]}锁紧扣{line[match.end() :]}"
            return draft if add_sentence(draft, rng, f"锁紧扣{new}扣在外侧。", SectionName.EMBODIMENTS) else None
    return None
