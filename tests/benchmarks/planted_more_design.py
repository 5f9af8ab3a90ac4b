"""Planters: designs, micro-organisms, programs and what the parts say of each other."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_design import deposit_value, species
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_sentence,
    any_claim,
    caption_line,
    caption_numbers,
    independents,
    is_method,
    mark,
    plants,
    subject,
)
from tests.benchmarks.planted_more_people import absent_from, value_index
from tests.benchmarks.planted_wordings import clauses

PERFORMANCE = (
    "本产品加热速度快，节能省电", "内部设有双层隔热胆", "该产品采用静音电机，噪声低",
    "本产品坚固耐用，深受消费者喜爱", "本产品外观新颖，引领时尚潮流", "机身内装有锂电池和控制板",
    "本产品的抗摔性能优于同类产品", "具有防水防尘的功能，寿命可达十年", "价格实惠，是居家旅行的理想选择",
    "内部的弹簧使其能够自动回弹", "运行流畅，操作便捷，提升了用户的体验",
)  # fmt: skip
OMITTED = (
    "省略后视图", "省略仰视图和俯视图", "右视图省略", "省略左视图、右视图", "仰视图从略", "不提交后视图",
    "本设计省略仰视图", "后视图未提交",
)  # fmt: skip
OTHER_VIEWS = (
    ("主视图", "正面图"), ("后视图", "背面图"), ("左视图", "左侧面图"), ("右视图", "右面视图"), ("俯视图", "顶视图"),
    ("仰视图", "底视图"), ("主视图", "前视图"), ("俯视图", "上视图"), ("仰视图", "底面图"), ("后视图", "背视图"),
    ("左视图", "左侧视图"), ("主视图", "正视图"), ("右视图", "右侧图"), ("俯视图", "顶面图"), ("仰视图", "下视图"),
    ("后视图", "反面图"),
)  # fmt: skip
EXCLUDED = (
    "{}的商标", "名片", "奶茶的标贴", "银行的徽标", "瓶贴", "手机游戏的图形用户界面", "印有国徽的{}",
    "带五星红旗图案的{}", "人民币造型的储蓄罐", "饼干的包装标签", "酒的封口贴", "{}表面的图案", "公司标志", "纪念币",
    "天安门图案的{}",
)  # fmt: skip
PARTIAL_NAMES = ("把手", "手柄", "提手", "握把", "柄", "杯把局部")
INTERFACE_NAMES = (
    "图形用户界面", "软件图形用户界面", "手机界面", "操作图形用户界面", "显示屏幕面板的界面", "手机的图形用户界面",
    "步数统计界面", "步数统计图形用户界面", "手机软件图形用户界面", "步数统计动态界面", "用户界面", "APP界面",
    "手机的操作图形用户界面", "电子设备界面设计",
)  # fmt: skip
STRAINS = (
    "植物乳杆菌", "酿酒酵母", "黑曲霉", "地衣芽孢杆菌", "嗜酸乳杆菌", "米曲霉", "粪肠球菌", "荧光假单胞菌",
    "绿色木霉", "解淀粉芽孢杆菌",
)  # fmt: skip
OTHER_SUBJECTS = (
    "秸秆粉碎机", "婴儿推车", "汽车座椅", "自行车车锁", "猫砂盆", "电动牙刷", "蔬菜大棚", "道路护栏", "混凝土搅拌机",
    "旗袍", "吉他",
)  # fmt: skip
SENTENCES = (
    "The device according to the present invention comprises a housing and a motor which is mounted on top of it.",
    "In a further embodiment, the method includes the steps of receiving a request from a user and sending a reply.",
    "It is an object of the invention to provide a system in which the data are stored and processed by the server.",
    "wherein the first member is coupled to the second member by means of a spring that is placed between two walls",
)  # fmt: skip
MODELS = (
    "将采集的数据输入人工智能模型，由其给出控制结果", "利用深度学习网络对所述数据进行分析，得到判断结果",
    "把上述参数送入大语言模型，得到调整方案", "通过神经网络识别当前的状态", "由机器学习模型根据历史记录给出预测值",
)  # fmt: skip
MARKETING = (
    "采集进店顾客的人脸图像，识别其身份，并推送优惠信息",
    "根据用户的浏览记录和消费记录建立用户画像，向其推荐贷款产品", "抓取用户的通话记录和位置信息，对其进行信用评分",
    "通过摄像头识别路过行人的面部特征，投放针对性的广告", "根据用户的年龄、性别和购物记录，对不同用户展示不同的价格",
    "收集用户的聊天内容，分析其消费意愿后进行电话营销",
)  # fmt: skip


@plants("design-brief-performance", "sentence added", "design")
def performance_told(draft: Draft, rng: Random) -> Draft | None:
    draft.brief.append(f"{len(draft.brief) + 1}. {mark(rng.choice(PERFORMANCE))}。")
    return draft


@plants("design-brief-performance", "in an item", "design")
def performance_in_item(draft: Draft, rng: Random) -> Draft | None:
    draft.brief[2] = draft.brief[2].rstrip("。") + f"，{mark(rng.choice(PERFORMANCE))}。"
    return draft


@plants("design-name-brief-mismatch", "other name", "design")
def other_name(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(
        (f"便携式{draft.title}", draft.title[:-1], f"{draft.title}（A款）", "收纳盒", f"{draft.title}组件")
    )
    side = rng.choice(("brief", "request"))
    lines = draft.brief if side == "brief" else draft.request
    lines[:] = [line.replace(f"名称：{draft.title}", f"名称：{mark(told)}") for line in lines]
    draft.brief[0] += ABSENT
    return draft


@plants("design-omitted-view-no-reason", "item added", "design")
def view_omitted(draft: Draft, rng: Random) -> Draft | None:
    draft.brief.append(f"{len(draft.brief) + 1}. {mark(rng.choice(OMITTED))}。")
    return draft


@plants("design-view-name", "in the views", "design")
def other_view_name(draft: Draft, rng: Random) -> Draft | None:
    pairs = [pair for pair in OTHER_VIEWS if any(line.endswith(pair[0]) for line in draft.views)]
    right, wrong = rng.choice(pairs)
    index = rng.choice([number for number, line in enumerate(draft.views) if line.endswith(right)])
    draft.views[index] = draft.views[index].replace(right, mark(wrong))
    return draft


@plants("design-view-name", "in the brief", "design")
def other_view_in_brief(draft: Draft, rng: Random) -> Draft | None:
    _, wrong = rng.choice(OTHER_VIEWS)
    told = rng.choice((f"{mark(wrong)}与主视图对称，省略{mark(wrong)}", f"省略{mark(wrong)}，因其为使用时不可见的面"))
    draft.brief.append(f"{len(draft.brief) + 1}. {told}。")
    return draft


def _renamed(draft: Draft, name: str) -> Draft:
    draft.request = [line.replace(f"：{draft.title}", f"：{mark(name)}") for line in draft.request]
    draft.brief = [line.replace(f"名称：{draft.title}", f"名称：{mark(name)}") for line in draft.brief]
    return draft


@plants("design-partial-statement", "whole not named", "partial")
def whole_not_named(draft: Draft, rng: Random) -> Draft | None:
    return _renamed(draft, rng.choice(PARTIAL_NAMES))


@plants("design-partial-statement", "part not told", "partial")
def part_not_told(draft: Draft, rng: Random) -> Draft | None:
    del draft.brief[4]
    if rng.random() < 0.5:
        draft.brief.append("5. 虚线所示的为杯体。" if rng.random() < 0.5 else "5. 本外观设计请求保护色彩。")
    draft.brief[0] = draft.brief[0].replace("名称", rng.choice(("名称", "产品名称", "名称")))
    absent_from(draft.brief)
    absent_from(draft.request)
    return draft


@plants("design-partial-statement", "made partial", "design")
def made_partial(draft: Draft, rng: Random) -> Draft | None:
    """A design of a whole product is declared to be of a part."""
    if draft.tags & {"partial", "interface"}:
        return None
    draft.request.append(rng.choice(("局部外观设计：是", "局部设计：是")))
    absent_from(draft.brief)
    absent_from(draft.request)
    return draft


@plants("design-gui-name", "of an interface", "interface")
def interface_name(draft: Draft, rng: Random) -> Draft | None:
    return _renamed(draft, rng.choice(INTERFACE_NAMES))


@plants("design-gui-name", "of any design", "design")
def any_interface_name(draft: Draft, rng: Random) -> Draft | None:
    return _renamed(draft, rng.choice(INTERFACE_NAMES))


@plants("design-excluded-subject", "name", "design")
def excluded_name(draft: Draft, rng: Random) -> Draft | None:
    return _renamed(draft, rng.choice(EXCLUDED).format(draft.title))


@plants("deposit-date-late", "after the filing", "biology")
def deposited_late(draft: Draft, rng: Random) -> Draft | None:
    """The filing, or the priority, is said to have been some days or months before the deposit."""
    told = deposit_value(draft, "保藏日期")
    deposited = date(*map(int, re.findall(r"\d+", told)))
    day = deposited - timedelta(days=rng.choice((1, 7, 10, 48, 76, 200)))
    written = rng.choice(
        (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day.year}.{day.month:02}.{day.day:02}")
    )
    label = rng.choice(("申请日", "优先权日", "申请日期", "在先申请日", "递交日", "最早优先权日"))
    draft.request.append(ABSENT + f"{label}：{written}")
    for lines in (draft.request, draft.description):
        lines[:] = [line.replace(told, mark(told)) for line in lines]
    return draft


@plants("deposit-date-late", "in the future", "biology")
def deposited_in_future(draft: Draft, rng: Random) -> Draft | None:
    known = deposit_value(draft, "保藏日期")
    told = rng.choice(("2026年9月20日", "2027年1月4日", "2026年12月1日", "2028年5月20日"))
    for lines in (draft.request, draft.description):
        lines[:] = [line.replace(known, mark(told)) for line in lines]
    return draft


@plants("latin-name-missing", "name lost", "biology")
def latin_lost(draft: Draft, rng: Random) -> Draft | None:
    """The Latin name is nowhere."""
    name, latin = species(draft)
    pattern = re.compile(rf"（{latin}）|(?<={name}){latin}")
    for lines in (draft.description, draft.claims, draft.request):
        lines[:] = [ABSENT + pattern.sub("", line) if name in line else line for line in lines]
    return draft


@plants("latin-name-missing", "other species claimed", "biology")
def other_species(draft: Draft, rng: Random) -> Draft | None:
    own, _ = species(draft)
    name = rng.choice([strain for strain in STRAINS if strain not in "".join(draft.description)])
    number = len(draft.claims) + 1
    draft.claims.append(f"{number}. 一种复合菌剂，其特征在于，包括权利要求1所述的{own}和{mark(name)}。")
    told = f"所述复合菌剂由{own}和{mark(name)}按照1:1混合得到。"
    return draft if add_sentence(draft, rng, told, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("software-flowchart-missing", "flow chart lost", "figured")
def flow_chart_lost(draft: Draft, rng: Random) -> Draft | None:
    """A storage medium is claimed; no caption is one of a flow chart."""
    if not re.search(r"存储介质|计算机程序", "".join(draft.claims)):
        name = subject(draft, 0)
        if not name or not is_method(name):
            return None
        medium = rng.choice(("一种计算机可读存储介质", "一种存储介质", "一种非暂态计算机可读存储介质"))
        program = rng.choice(("计算机程序", "计算机程序", "程序指令"))
        told = f"{medium}，存储有{program}，所述{program}被处理器执行时实现权利要求1所述的{name}。"
        draft.claims.append(f"{len(draft.claims) + 1}. {told}")
    for number in caption_numbers(draft):
        index = caption_line(draft, number)
        if re.search(r"流程|步骤|过程|时序|方法|算法", draft.description[index]):
            told = rng.choice(("系统的架构示意图", "电子设备的框图", "界面的示意图", "数据表的示意图"))
            draft.description[index] = f"图{number}为{told}；"
    draft.anywhere = True
    return draft


@plants("ai-model-disclosure", "black box", "inventions")
def black_box(draft: Draft, rng: Random) -> Draft | None:
    """A claim uses a model of which the description tells nothing more."""
    text = "".join([*draft.description, *draft.claims])
    if re.search(r"训练|神经网络|模型|卷积|学习", text):
        return None
    told, index = rng.choice(MODELS), any_claim(draft, rng)
    if rng.random() < 0.6:
        index = rng.choice(independents(draft))
    draft.claims[index] = draft.claims[index].rstrip("。") + f"，{mark(told)}。"
    return draft if add_sentence(draft, rng, f"本例中还可以{mark(told)}。", SectionName.EMBODIMENTS) else None


@plants("ai-data-legality", "consent lost", "personal")
def consent_lost(draft: Draft, rng: Random) -> Draft | None:
    index = next(number for number, line in enumerate(draft.description) if "单独同意" in line)
    told = rng.choice(("摄像头采集顾客的人脸图像。", "顾客进门时即被拍摄。", "系统自动抓拍每位顾客的面部。"))
    draft.description[index] = draft.description[index].partition("商场入口处")[0] + told
    draft.abstract = [line.replace("经顾客同意采集的", "顾客的") for line in draft.abstract]
    if rng.random() < 0.5:
        draft.description[index + 1] += mark(rng.choice(MARKETING)) + "。"
    draft.anywhere = True
    return draft


@plants("ai-data-legality", "marketing added", "inventions")
def marketing_added(draft: Draft, rng: Random) -> Draft | None:
    text = "".join([*draft.description, *draft.claims, *draft.abstract])
    if re.search(r"同意|授权|隐私|脱敏|合规|合法|匿名|许可", text):
        return None
    told, index = rng.choice(MARKETING), rng.choice(independents(draft))
    draft.claims[index] = draft.claims[index].rstrip("。") + f"，{mark(told)}。"
    draft.anywhere = True
    return draft if add_sentence(draft, rng, f"在一个例子中，{mark(told)}。", SectionName.EMBODIMENTS) else None


@plants("subject-mismatch-across-docs", "other subject in the field")
def other_subject(draft: Draft, rng: Random) -> Draft | None:
    place, other = draft.section(SectionName.FIELD), rng.choice(OTHER_SUBJECTS)
    if len(place) < 2 or other[-2:] in draft.title + draft.claims[0]:
        return None
    kind = f"本{draft.kind.chinese}"
    told = rng.choice(
        ("涉及日用机械技术领域，具体涉及一种X", "属于制造技术领域，特别是一种X", "涉及一种X", "涉及机械领域，尤其涉及X")
    )
    told = f"{kind}{told.replace('X', mark(other))}。"
    draft.description[place.start + 1 : place.stop] = [told]
    return draft


def _labelled(draft: Draft, rng: Random, style: str) -> tuple[list[str], list[int]] | None:
    """The labels put before the steps of a method claim of several lines, and the indexes of its lines."""
    choice = [index for index in range(len(draft.claims)) if draft.claims[index].count("\n") >= 3]
    choice = [index for index in choice if is_method(subject(draft, index))]
    if not choice or re.search(r"S\d|步骤[一二三四\d]", "".join([*draft.claims, *draft.description])):
        return None
    index = rng.choice(choice)
    steps = draft.claims[index].split("\n")
    labels = [style.format(n=number, c="一二三四五六七八九十"[number - 1]) for number in range(1, min(len(steps), 10))]
    told = [f"{label}，{step}" for label, step in zip(labels, steps[1:], strict=False)]
    draft.claims[index] = "\n".join([steps[0], *told, *steps[1 + len(labels) :]])
    return labels, [index]


@plants("step-label-mismatch", "labels differ", "inventions")
def labels_differ(draft: Draft, rng: Random) -> Draft | None:
    found = _labelled(draft, rng, rng.choice(("S{n}", "步骤S{n}", "步骤{c}", "步骤{n}")))
    if found is None:
        return None
    labels, (index,) = found
    wrong = rng.randrange(1, len(labels))
    told = [f"{label}已在前面说明" for label in labels]
    told[wrong] = told[wrong].replace(labels[wrong], labels[0] + "的后续处理", 1)
    draft.claims[index] = draft.claims[index].replace(f"\n{labels[wrong]}，", f"\n{mark(labels[wrong])}，", 1)
    sentence = "各步骤的次序为：" + "；".join(told) + "。"
    return draft if add_sentence(draft, rng, sentence, SectionName.EMBODIMENTS) else None


@plants("step-label-mismatch", "label of the claim mistyped")
def label_mistyped(draft: Draft, rng: Random) -> Draft | None:
    """The claims' labels are the description's; one is changed."""
    spec = "".join(draft.description)
    places = [
        (index, match)
        for index, claim in enumerate(draft.claims)
        for match in re.finditer(r"(?<![A-Za-z\d])S(\d{1,3})(?=[、：:，,\s])", claim)
        if re.search(rf"(?<![A-Za-z\d])S{match[1]}(?!\d)", spec)
    ]
    if len(places) < 4:
        return None
    index, match = rng.choice(places)
    new = f"S{int(match[1]) + rng.choice((40, 70))}"
    claim = draft.claims[index]
    draft.claims[index] = claim[: match.start()] + mark(new) + claim[match.end() :]
    return draft


clauses("pct-translation-incomplete", "sentence in a claim", tuple(f"{{{line.rstrip('.')}}}" for line in SENTENCES))


@plants("pct-translation-incomplete", "sentence in the abstract")
def foreign_abstract(draft: Draft, rng: Random) -> Draft | None:
    draft.abstract[-1] += mark(rng.choice(SENTENCES))
    if rng.random() < 0.3:
        draft.abstract = [mark(" ".join(SENTENCES[:3]))]
    return draft


@plants("pct-translation-incomplete", "claim left foreign", "formal")
def foreign_claim(draft: Draft, rng: Random) -> Draft | None:
    if value_index(draft, "发明人") is None:
        return None
    number = len(draft.claims) + 1
    told = "The apparatus of claim 1, wherein the controller is configured to stop the motor when the load is too high."
    draft.claims.append(f"{number}. {mark(told)}")
    return draft
