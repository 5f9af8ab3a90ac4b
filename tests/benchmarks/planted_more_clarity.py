"""Planters: the rest of what makes a claim unclear: references, alternatives, formulas, numbers, subjects."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_clause,
    any_claim,
    dependents,
    independents,
    is_method,
    mark,
    mentions,
    plants,
    recite,
    sign_table,
    split_number,
    subject,
)
from tests.benchmarks.planted_wordings import clauses, marked, more_claims

PARTS = ("挡片", "滚珠", "吊环", "卡箍", "垫片", "搭扣", "顶针", "护罩", "铭牌", "缓存区", "计时器", "指示灯")
PRONOUNS = (
    "{其与其}转动配合", "当{其}转动时{其}随之移动", "{它}位于一侧", "{它们}相互平行", "将{其}套在{其}外侧",
    "{它}与{它}的外侧相连", "{其}一端与{其}底面固定", "由{其}检测后将{其}发送出去", "{此者}与{彼者}可拆卸连接",
    "{它们}的数量为三个",
)  # fmt: skip
GENERA = (
    "外罩由{金属或铝合金}制成", "由{塑料或者聚乙烯}制成", "采用{紧固件或螺钉}固定", "垫层为{橡胶或丁腈橡胶}",
    "通过{弹性件或弹簧}复位", "由{电机或步进电机}驱动", "采用{有机溶剂或乙醇}清洗", "所用的气体为{惰性气体或氩气}",
    "涂有{油漆或者环氧漆}", "由{木材或松木}制成", "采用{传感器或温度传感器}检测", "通过{无线通信或蓝牙}传送",
    "由{酸或盐酸}处理", "外层为{织物或棉布}",
)  # fmt: skip
OPEN_ENDED = (
    "通过螺钉、销钉{或其他紧固方式}固定", "外形为圆形、方形{或其他形状}", "由木材、竹材{或类似材料}制成",
    "采用卡扣、粘接{或其它合适的方式}连接", "显示在手机、平板{或类似设备}上", "材质为铜、铝{或其他金属等}",
    "采用弹簧、橡胶块{或诸如此类的部件}", "由电力、气压{或任何其他动力}驱动", "涂有红漆、黄漆{或同类涂料}",
    "填充有棉花、海绵{或相似物}",
)  # fmt: skip
AND_OR = (
    "{挡片与滚珠和/或吊环}由钢制成", "{护罩和卡箍及/或垫片}可拆卸", "记录{温度、湿度以及压力和/或流量}",
    "{铭牌、指示灯与搭扣和/或吊环}位于外侧", "{左侧和右侧和/或底部}设有垫片", "检测{电压和电流和/或功率和频率}",
    "发送{编号与时间和/或位置}",
)  # fmt: skip
RESPECTIVE = (
    "{左杆、中杆、右杆分别与前座、后座}连接", "{第一触点和第二触点分别连接正极、负极和地线}",
    "{红线、蓝线和绿线分别接入甲端、乙端}", "{甲管、乙管、丙管、丁管分别连通进口、出口和排污口}",
    "{温度、湿度分别以℃、%和Pa为单位}", "{上卡箍和下卡箍分别套在左管、中管和右管上}",
)  # fmt: skip
BOUNDARIES = (
    "{温度在30℃以上时开启，在30℃以下时关闭}", "{当重量为5kg以上时亮红灯，当重量为5kg以下时亮绿灯}",
    "{若压力大于2MPa则泄压，若压力小于2MPa则加压}", "{流量不低于8L/min时减速，流量不高于8L/min时加速}",
    "{湿度超过60%时除湿，湿度低于60%时加湿}", "{数量大于或等于10个时报警，小于或等于10个时不报警}",
)  # fmt: skip
FORMULAS = (
    "满足{P=m×V/t}", "按照{Q=k×A×T}计算热量", "所述距离由{L=vt+c}得到", "分值为{F=a*X+b*Y}", "满足{E=hN}",
    "功率由{W=UI/n}确定", "系数满足{K=A/B+C}", "按照{y=ax+b}修正测量值",
)  # fmt: skip
ACRONYMS = (
    "还包括{RDM}单元", "通过{QXF}与外部相连", "将结果写入{HTB}", "经由{MVP}接口输出", "由{DRS}统一调度",
    "采用{FBT}方式编码", "连接有{PZX}模块", "由{LKM}检测位置",
)  # fmt: skip
BRANDED = (
    "表面涂有{特氟龙}", "采用{Arduino}板控制", "隔膜为{Nafion}膜", "绳索由{凯夫拉}编织", "涂有{乐泰}胶",
    "由{树莓派}执行", "外层为{Gore-Tex}面料", "采用{Kapton}胶带包裹", "由{特卫强}制成", "采用{WD-40}润滑",
    "垫圈由{Viton}制成", "外壳涂有{立邦}漆", "含有{Tween}助剂", "粘贴有{Velcro®}扣带", "采用{3M}胶固定",
)  # fmt: skip
MIXED = (
    "一种薄膜，其特征在于，{由内膜、中膜和外膜组成，还包括防潮膜}。",
    "一种罩壳，其特征在于，{由前罩和后罩组成，并包含顶罩}。",
    "一种提手，其特征在于，{包括握杆和连杆组成}。",
    "一种清洗液，其特征在于，{由水和乙醇组成，还含有香精}。",
    "一种夹片，其特征在于，{由左片、右片构成，还具有中片}。",
    "一种焊剂，其特征在于，{由松香和酒精组成，进一步包括活化剂}。",
    "一种支座，其特征在于，{包含底板、立柱所组成}。",
)
DIRECTIONS = (
    "{左侧}设有吊环", "{上方}安装有护罩", "{右边}开有通孔", "{前面}贴有铭牌", "{下部}设有垫片", "{后侧}固定有搭扣",
    "{顶部}装有指示灯", "{左端}连接有卡箍", "{底下}放置有托盘", "{内侧}涂有涂层", "{背面}开有散热孔",
)  # fmt: skip
NEGATIVES = (
    "{不包括电池}", "{不含有卤素}", "{不设置外壳}", "所述处理过程{不使用溶剂}", "{不具有轴承}", "{除铅以外}的金属",
    "{不采用焊接}", "其中{没有隔板}", "{排除人工干预}", "{不与外部接触}",
)  # fmt: skip
SOFTWARE = (
    "所述控制器采用{模糊控制算法}调节转速", "所述控制器{运行有识别人脸的程序}",
    "{当温度超过阈值时，所述控制器判断为异常并计算停机时间}", "{通过卷积神经网络识别物料的种类}",
    "所述单片机{按照卡尔曼滤波对信号进行处理}", "{若检测值大于设定值则执行报警程序，否则继续采样}",
    "{利用遗传算法优化运行参数}", "所述芯片内{烧录有加密算法}", "{根据历史数据预测下一时刻的负荷并调整输出}",
)  # fmt: skip
FUNCTIONAL = (
    "一种节水装置，其特征在于，能够减少用水量的一半以上。", "一种防盗系统，其特征在于，使得盗贼无法打开。",
    "一种快速充电器，其特征在于，实现在十分钟之内充满。", "一种静音风扇，其特征在于，能够防止产生噪声并提高风量。",
    "一种保温容器，其特征在于，可以使内部的温度长时间不下降。",
    "一种净水器，其特征在于，能够有效去除水中的全部杂质。",
    "一种自清洁墙体，其特征在于，能够实现自动清洁，避免灰尘附着。",
)  # fmt: skip
BARE_PARTS = (
    "一种吹风机，其特征在于，包括电机、叶片、电热丝、外罩和开关。",
    "一种手推车，其特征在于，包括车架、车轮、扶手和货箱。", "一种台钻，包括立柱、主轴、钻头、工作台、电机。",
    "一种灌溉机构，其特征在于，由水泵、水管、喷头和阀门构成。",
    "一种晾衣架，其特征在于，包括横杆、立杆、底座、挂钩以及手轮。",
    "一种门锁，其特征在于，设有锁体、锁舌、把手、弹簧。",
)  # fmt: skip
WRONG_CONTENT = (
    "一种压片机，其特征在于，包括以下步骤：称取粉料；倒入模腔；压制成片；取出成品。",
    "一种烘干装置，其特征在于，步骤一、送入物料；步骤二、通入热风；步骤三、排出湿气。",
    "一种包装机，其特征在于，包括如下步骤：送膜，灌装，封口，切断。",
    "一种焊接方法，其特征在于，包括焊枪、送丝机构、电源和夹具。",
    "一种分拣方法，其特征在于，包括传送带、摄像头、机械臂和控制器。",
    "一种清洗设备，其特征在于，先浸泡，再刷洗，然后漂洗，最后烘干。",
)  # fmt: skip
ONLY_GREATER = (
    "一种焊料，其特征在于，锡的含量大于60%，余量为铅。",
    "一种饮料，其特征在于，含有茶多酚、水和糖，所述茶多酚的质量百分比高于5%。",
    "一种不锈钢，其特征在于，按质量百分比计，铬＞12%，镍＞8%，余量为铁。",
    "一种胶黏剂组合物，其特征在于，包括环氧树脂和固化剂，所述环氧树脂的含量超过40wt%。",
    "一种肥料，其特征在于，包括氮、磷和钾，氮的含量≥20%。", "一种洗涤剂，其特征在于，包含表面活性剂15份以上和水。",
)  # fmt: skip

clauses("pronoun-in-claim", "clause", PRONOUNS)
clauses("genus-or-species", "clause", GENERA)
clauses("open-alternative", "clause", OPEN_ENDED)
clauses("and-or-many", "clause", AND_OR)
clauses("respectively-many-to-many", "clause", RESPECTIVE)
clauses("range-boundary-word", "clause", BOUNDARIES)
clauses("formula-symbol-undefined", "clause", FORMULAS)
clauses("acronym-undefined", "clause", ACRONYMS)
clauses("trademark-or-trade-name", "clause", BRANDED)
clauses("relative-direction", "clause", DIRECTIONS)
clauses("negative-limitation", "clause", NEGATIVES)
clauses("um-software-feature", "clause", SOFTWARE, "models")
more_claims("open-closed-mixed", "claim added", MIXED, "patents")
more_claims("pure-functional-claim", "claim added", FUNCTIONAL, "patents")
more_claims("parts-without-relation", "claim added", BARE_PARTS, "patents")
more_claims("subject-content-mismatch", "claim added", WRONG_CONTENT, "patents")
more_claims("composition-gt-only", "claim added", ONLY_GREATER, "inventions")


@plants("antecedent-ambiguous", "two brought in")
def two_brought_in(draft: Draft, rng: Random) -> Draft | None:
    name = rng.choice([part for part in PARTS if part not in "".join(draft.claims)])
    told = rng.choice(("所述{}与外部相连", "所述{}的表面设有刻度", "所述{}可拆卸", "该{}位于一侧"))
    lead = rng.choice(
        (
            f"还包括第一{name}和第二{name}",
            f"还设有第一{name}以及第二{name}",
            f"还包括第一{name}、第二{name}和第三{name}",
        )
    )
    return draft if add_clause(draft, any_claim(draft, rng), f"{lead}，{told.format(mark(name))}") else None


@plants("antecedent-ambiguous", "in a dependent claim")
def ambiguous_below(draft: Draft, rng: Random) -> Draft | None:
    name = rng.choice([part for part in PARTS if part not in "".join(draft.claims)])
    if not subject(draft, 0) or not add_clause(draft, 0, f"还包括第一{name}和第二{name}"):
        return None
    told = mark(f"所述{name}")
    draft.claims.append(f"{len(draft.claims) + 1}. 根据权利要求1所述的{subject(draft, 0)}，其特征在于，{told}为圆形。")
    return draft


@plants("feature-reintroduced", "brought in again")
def brought_in_again(draft: Draft, rng: Random) -> Draft | None:
    signs = {name: sign for sign, name in sign_table(draft).items()}
    terms = sorted({term for _, _, term in mentions(draft, 0) if 2 <= len(term) <= 5} - {"方法", "步骤"})
    if not terms or not subject(draft, 0):
        return None
    term = rng.choice(terms)
    sign = f"（{signs[term]}）" if term in signs and re.search(rf"{term}[（(]", draft.claims[0]) else ""
    lead = rng.choice(("还包括", "还设有", "还包括一个", "还设置有"))
    draft.claims.append(
        f"{len(draft.claims) + 1}. 根据权利要求1所述的{subject(draft, 0)}，其特征在于，{mark(f'{lead}{term}{sign}')}。"
    )
    return draft


@plants("step-label-gap", "a label lost")
def label_lost(draft: Draft, rng: Random) -> Draft | None:
    """A method claim of several lines gets labels, of which one is left out."""
    choice = [index for index in range(len(draft.claims)) if draft.claims[index].count("\n") >= 3]
    choice = [index for index in choice if is_method(subject(draft, index))]
    if not choice or re.search(r"S\d|步骤[一二三四\d]", "".join(draft.claims)):
        return None
    index, style = rng.choice(choice), rng.choice(("S{n}、", "步骤S{n}，", "步骤{c}、", "步骤{n}：", "({n})"))
    head, *steps = draft.claims[index].split("\n")
    lost, number = rng.randrange(1, min(len(steps), 9)), 0
    told = []
    for place, step in enumerate(steps[:9]):
        number += 2 if place == lost else 1
        label = style.format(n=number, c="一二三四五六七八九十"[number - 1])
        told.append((mark(label) if place in (lost, lost - 1) else label) + step)
    draft.claims[index] = "\n".join([head, *told, *steps[9:]])
    return draft


@plants("step-label-gap", "renumbered")
def label_skipped(draft: Draft, rng: Random) -> Draft | None:
    """The draft's own labels: one step is taken out."""
    choice = [
        (index, line)
        for index, claim in enumerate(draft.claims)
        if len(re.findall(r"^(?:步骤)?S\d+\s*[、:：，,]", claim, re.MULTILINE)) >= 4
        for line in range(2, claim.count("\n"))
    ]
    if not choice:
        return None
    index, line = rng.choice(choice)
    rows = draft.claims[index].split("\n")
    if not re.match(r"(?:步骤)?S\d", rows[line]) or not re.match(r"(?:步骤)?S\d", rows[line + 1]):
        return None
    del rows[line]
    rows[line] = re.sub(r"^((?:步骤)?S\d+)", lambda match: mark(match[1]), rows[line])
    rows[line - 1] = ABSENT + rows[line - 1]
    draft.claims[index] = "\n".join(rows)
    return draft


@plants("step-label-gap", "in the description")
def label_lost_in_description(draft: Draft, rng: Random) -> Draft | None:
    """The embodiments go on with labelled steps of their own, of which one is left out."""
    text = "".join(draft.description)
    places = draft.section(SectionName.EMBODIMENTS)
    if len(places) < 2 or re.search(r"S\d|步骤[一二三四\d]", text):
        return None
    style = rng.choice(("S{n}、", "步骤{n}：", "步骤{c}、"))
    steps = ["准备所用的物料", "检查各处的状态", "依次进行操作", "记录得到的结果", "收拾场地"]
    lost, number = rng.randrange(1, len(steps)), 0
    told = []
    for place, step in enumerate(steps):
        number += 2 if place == lost else 1
        label = style.format(n=number, c="一二三四五六"[number - 1])
        told.append((mark(label) if place in (lost, lost - 1) else label) + step + "；")
    draft.description[places.stop : places.stop] = told
    return draft


@plants("too-few-effective-claims", "claims struck out")
def struck_out(draft: Draft, rng: Random) -> Draft | None:
    if len(draft.claims) < 8:
        return None
    draft.claims = draft.claims[: rng.randint(2, 6)]
    draft.anywhere = True
    return draft


@plants("too-few-effective-claims", "told again")
def few_told_again(draft: Draft, rng: Random) -> Draft | None:
    """Eight claims and more, but half of them say what others say."""
    few = dependents(draft)[:3]
    if len(few) < 2 or len(draft.claims) < 8:
        return None
    draft.claims = draft.claims[: max(few) + 1]
    while len(draft.claims) < 9:
        words = split_number(draft.claims[rng.choice(few)])[1]
        draft.claims.append(f"{len(draft.claims) + 1}. {recite(words, str(rng.randint(1, 2)))}")
    draft.anywhere = True
    return draft if len(independents(draft)) < 4 else None


@plants("negative-result-of-multiline", "broken at a word")
def broken_line(draft: Draft, rng: Random) -> Draft | None:
    index = any_claim(draft, rng)
    claim = draft.claims[index]
    places = [match.start() for match in re.finditer(r"(?<=[一-鿿])(?:的|和|与|，|、)(?=[一-鿿]{2})", claim)]
    places += [match.end() for match in re.finditer(r"所述|位于|与|根据", claim)]
    places = [at for at in places if 15 < at < len(claim) - 6]
    if not places:
        return None
    at = rng.choice(places)
    draft.claims[index] = claim[: at - 3] + mark(claim[at - 3 : at]) + "\n" + mark(claim[at : at + 3]) + claim[at + 3 :]
    return draft


@plants("relative-direction", "in the middle of a claim")
def direction_in_the_middle(draft: Draft, rng: Random) -> Draft | None:
    return _in_the_middle(draft, rng, DIRECTIONS)


@plants("pronoun-in-claim", "in the middle of a claim")
def pronoun_in_the_middle(draft: Draft, rng: Random) -> Draft | None:
    return _in_the_middle(draft, rng, PRONOUNS)


@plants("open-alternative", "in the middle of a claim")
def alternative_in_the_middle(draft: Draft, rng: Random) -> Draft | None:
    return _in_the_middle(draft, rng, OPEN_ENDED)


@plants("negative-limitation", "in the middle of a claim")
def negative_in_the_middle(draft: Draft, rng: Random) -> Draft | None:
    return _in_the_middle(draft, rng, NEGATIVES)


def _in_the_middle(draft: Draft, rng: Random, wordings: tuple[str, ...]) -> Draft | None:
    """A clause of its own between two clauses of a claim's own part."""
    index = any_claim(draft, rng)
    claim = draft.claims[index]
    places = [match.start() for match in re.finditer(r"[，；]", claim) if match.start() > claim.find("特征在于") + 8]
    if not places:
        return None
    at = rng.choice(places)
    draft.claims[index] = f"{claim[:at]}，{marked(rng.choice(wordings))}{claim[at:]}"
    return draft
