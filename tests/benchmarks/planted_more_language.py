"""Planters: the language of the application: units, characters, marks, words out of place."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import SectionName
from tests.benchmarks.planted_draft import Draft, add_sentence, mark, mentions, paragraphs, plants, sign_table
from tests.benchmarks.planted_wordings import BODY, clauses, in_abstract, marked, sentences, swapped

COMMERCIAL = (
    "{本产品质量可靠，价格公道，欢迎垂询}。", "该设备{已成为行业标杆}。", "{订购热线全天开通}。",
    "{深得广大客户信赖}。", "{堪称同类产品之最}。", "{本公司拥有二十年的生产经验，信誉卓著}。",
    "{一经推出便供不应求}。", "该技术{填补了国内空白}。", "{产品远销海外多个国家}。", "{是送礼佳品}。",
    "{荣获国家金奖}。", "{市场占有率稳居第一}。", "{可为企业带来滚滚财源}。", "{本品物超所值}。",
)  # fmt: skip
ABSOLUTE = (
    "能够{彻底杜绝}泄漏。", "可以{百分之百}识别出异常。", "{绝不会}发生故障。", "{完全消除}了误差。",
    "{永远不会}磨损。", "{根本不可能}出错。", "{毫无}噪声。", "{万无一失}。", "能够{一劳永逸}地解决这一问题。",
)  # fmt: skip
SPOKEN = (
    "这样干起来就{省事儿}多了。", "转速{差不离}就行。", "螺丝{拧巴拧巴}就紧了。", "这个{玩意儿}放在下面。",
    "操作人员{咔嚓一下}把它合上。", "水多了就{倒掉一点得了}。", "零件{搁那儿}就可以。", "这种办法{挺管用}。",
    "把盖子{弄开}以后再装料。", "{反正}两种都可以用。", "声音{老大了}。", "用手{掰一掰}就能取下。",
    "这么做{没啥}坏处。", "{大伙儿}都可以使用。", "把它{鼓捣}好之后再开机。",
)  # fmt: skip
TRANSLATED = (
    "{透过}该介面传送。", "使用者可{藉此}得知状态。", "{硬碟}内储存有资料。", "该{资讯}由{伺服器}送出。",
    "{于一实施例中}，其具有两段。", "上述{印表机}与{滑鼠}相连。", "{在其中该元件被配置以}转动。",
    "{吾人}可知其数值。", "使用{软体}予以控制。", "其{系为}一种常见的{晶片}。",
)  # fmt: skip
UNITS = (
    "管径为{3英尺}。", "额定功率为{10匹}。", "砝码重{5磅}。", "容积为{2加仑}。", "压力为{3公斤力/平方厘米}。",
    "真空度为{100托}。", "气压为{760mmHg}。", "内部压力为{2个大气压}。", "木条长{3寸}。", "试验田为{5亩}。",
    "每袋重{20斤}。", "热量为{300大卡}。", "扭矩为{20kgf·m}。", "压力为{150psi}。", "温度为{98℉}。",
    "磁感应强度为{200高斯}。", "布料宽{4尺}。", "行程为{2英里}。", "质量为{8盎司}。", "动力黏度为{5泊}。",
    "管道承压{2kgf/cm²}。",
)  # fmt: skip
CASES = (
    "功率为{3KW}。", "电压为{220v}。", "频率为{50hz}。", "长度为{20MM}。", "质量为{20Kg}。", "电阻为{10KΩ}。",
    "容积为{100ML}。", "噪声低于{30DB}。", "频率为{2400MHZ}。", "压强为{30PA}。", "压强为{500kpa}。",
    "温度为{25oC}。", "电流为{300ma}。", "电池容量为{2000mah}。", "负载为{15KN}。", "质量为{30KG}。", "膜厚为{5um}。",
    "直径为{6Mm}。", "压力为{0.6mpa}。", "功率为{60w}。",
)  # fmt: skip
FLATTENED = (
    "截面积为{20mm2}。", "容积为{0.5m3}。", "密度为{7.8g/cm3}。", "加速度为{2m/s2}。", "电阻率为{10-6}Ω·m。",
    "占地{5km2}。", "流量为{3m3/h}。", "传热系数为{20W/m2·K}。", "浓度为{1×10-5}mol/L。", "转动惯量为{0.02kg·m2}。",
    "菌数为{1×106}CFU/mL。", "功率密度为{5W/cm2}。", "压强为{3×105Pa}。",
)  # fmt: skip
TRADITIONAL = (
    ("动", "{動}"), ("机", "{機}"), ("电", "{電}"), ("结", "{結}"), ("连", "{連}"), ("数", "{數}"), ("设", "{設}"),
    ("时", "{時}"), ("压", "{壓}"), ("转", "{轉}"), ("检", "{檢}"), ("单", "{單}"), ("产", "{產}"), ("应", "{應}"),
    ("该", "{該}"), ("为", "{為}"), ("与", "{與}"), ("过", "{過}"), ("进", "{進}"), ("对", "{對}"), ("个", "{個}"),
    ("实", "{實}"), ("图", "{圖}"), ("线", "{線}"),
)  # fmt: skip
TYPOS = (
    ("螺纹", "{罗纹}"), ("阈值", "{阀值}"), ("部署", "{布署}"), ("圆形", "{园形}"), ("凹槽", "{凹糟}"),
    ("步骤", "{步聚}"), ("模块", "{模快}"), ("候选", "{侯选}"), ("坐标", "{座标}"), ("预设", "{予设}"),
    ("摩擦", "{磨擦}"), ("作用", "{做用}"), ("即可", "{既可}"), ("基于", "{其于}"), ("图像", "{图象}"),
    ("安装", "{按装}"), ("垂直", "{垂真}"), ("弹簧", "{弹黄}"), ("零件", "{另件}"), ("系统", "{糸统}"),
    ("已知", "{己知}"), ("末端", "{未端}"), ("覆盖", "{复盖}"), ("辐射", "{幅射}"), ("通信", "{通迅}"),
    ("账户", "{帐户}"), ("处理", "{处里}"), ("检测", "{检侧}"), ("特征", "{特证}"), ("包括", "{包刮}"),
    ("确定", "{却定}"),
)  # fmt: skip
MISSPELT = (
    "罩壳用{螺拴}固定。", "边缘{渡锌}。", "{既使}断电也能保持。", "避免{防碍}转动。", "管口焊有{法栏}。",
    "外缘呈{园弧}状。", "{喷咀}朝下。", "防止{松驰}。", "按{顺时计}方向转动。", "用{罗丝}拧紧。",
)  # fmt: skip
BRANDS = (
    "底座用{乐高}积木拼成。", "控制板为{树莓派}。", "罩布由{凯夫拉}制成。", "接缝处涂有{乐泰}胶。",
    "铰链喷涂{WD-40}。", "隔膜为{Nafion}膜。", "外层为{Gore-Tex}面料。", "绝缘层用{Nomex}纸。", "用{魔术贴}粘合。",
    "包装袋由{Tyvek}制成。", "处理器为{酷睿}处理器。", "涂层为{特氟龙}。", "垫片由{Viton}制成。",
    "容器为{特百惠}塑料盒。", "用{Velcro}固定。",
)  # fmt: skip
FOREIGN = (
    "采用{Dropout}防止过拟合。", "利用{Softmax}层输出概率。", "通过{Attention}机制加权。", "数据先写入{Buffer}。",
    "由{Server}统一调度。", "将文本切分为{Token}。", "使用{Encoder}和{Decoder}。", "用{Sensor}采集数据。",
    "经{Gateway}转发。", "得到{Embedding}向量。", "结果写入{Cache}。", "由{Client}发起请求。",
    "采用{Pooling}层降维。", "作为{Baseline}比较。", "将{Batch}大小设为八。", "划分为若干{Cluster}。",
)  # fmt: skip
CHARACTERIZED = (
    "该方案{其特征在于}采用双层布置。", "一种实施方式，{其特征在于}，各部分依次相连。",
    "其余部分的{其特征在于}可以拆卸。", "{其特征是}两端对称。",
)  # fmt: skip
DOUBLED = (
    ("的", "{的的}"), ("所述", "{所述所述}"), ("进行", "{进行进行}"), ("通过", "{通过通过}"), ("以及", "{以及以及}"),
    ("可以", "{可以可以}"), ("与", "{与与}"), ("和", "{和和}"), ("并且", "{并且并且}"), ("从而", "{从而从而}"),
    ("根据", "{根据根据}"), ("在", "{在在}"), ("是", "{是是}"),
)  # fmt: skip
DOTS = (
    ("，", "{，，}"), ("，", "{，、}"), ("，", "{；，}"), ("。", "{。。}"), ("。", "{；。}"), ("，", "{、，}"),
    ("、", "{、、}"), ("。", "{，。}"),
)  # fmt: skip
LIKE = (
    "杆秆竿", "板版", "座坐", "柱住", "槽糟", "块快", "管官", "箱厢", "架驾", "网往", "销消", "模膜", "信讯", "丝司",
    "预予", "测侧", "数树", "控空", "置至", "检捡", "轮伦", "环还", "盘盆", "壳克", "筒统", "泵蹦", "阀伐", "轴抽",
    "像象", "征证", "频贫", "据剧", "度渡", "络洛", "型形",
)  # fmt: skip

sentences("spec-commercial", "sentence", COMMERCIAL)
sentences("spec-absolute-word", "sentence", ABSOLUTE)
sentences("spoken-language", "sentence", SPOKEN)
clauses("spoken-language", "in a claim", tuple(wording.rstrip("。") for wording in SPOKEN))
sentences("translationese", "sentence", TRANSLATED)
sentences("non-legal-unit", "sentence", UNITS)
sentences("unit-symbol-case", "sentence", CASES)
clauses("unit-symbol-case", "in a claim", tuple(wording.rstrip("。") for wording in CASES))
sentences("superscript-lost", "sentence", FLATTENED)
sentences("trademark-in-spec", "sentence", BRANDS)
sentences("foreign-term-unexplained", "sentence", FOREIGN)
sentences("spec-characterizing-phrase", "sentence", CHARACTERIZED)
sentences("typo-confusion", "sentence", MISSPELT)
swapped("typo-confusion", "word of the text", TYPOS, "description claims abstract")
swapped("traditional-char", "character of the text", TRADITIONAL, "description claims abstract")
swapped("duplicate-word", "word of the text", DOUBLED, "description claims abstract")
swapped("punctuation-error", "mark of the text", DOTS, "description claims abstract")
in_abstract(
    "traditional-char", "sentence of the abstract", ("該{機構}的{運動}平穩。", "{節約}能源。", "便於{檢測}和{維護}。")
)


def _body(draft: Draft) -> list[int]:
    return [index for name in BODY for index in paragraphs(draft, name)]


def _at(draft: Draft, rng: Random, pattern: str, new: str | None = None) -> tuple[int, re.Match[str]] | None:
    """A place of ``pattern`` in the body of the description; ``new`` is written there if given."""
    places = [(index, match) for index in _body(draft) for match in re.finditer(pattern, draft.description[index])]
    if not places:
        return None
    index, match = rng.choice(places)
    if new is not None:
        line = draft.description[index]
        draft.description[index] = line[: match.start()] + mark(new) + line[match.end() :]
    return index, match


@plants("punctuation-error", "half-width comma")
def half_comma(draft: Draft, rng: Random) -> Draft | None:
    return draft if _at(draft, rng, r"(?<=[一-鿿])，(?=[一-鿿])", rng.choice((",", ", ", ";"))) else None


@plants("fullwidth-mixed", "number of the text")
def wide_number(draft: Draft, rng: Random) -> Draft | None:
    found = _at(draft, rng, r"(?<![\[\d.A-Za-z])\d{1,4}(?![\d\].])")
    if found is None:
        return None
    index, match = found
    line = draft.description[index]
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in match[0])
    draft.description[index] = line[: match.start()] + mark(wide) + line[match.end() :]
    return draft


sentences(
    "fullwidth-mixed",
    "letters",
    ("采用{ＣＰＵ}控制。", "接口为{ＵＳＢ}接口。", "厚度为５ｍｍ至{８ｍｍ}。", "型号为{ＡＢ１２}。"),
)
clauses("fullwidth-mixed", "in a claim", ("长度为{１２０}mm", "数量为{３}个", "所述控制器为{ＰＬＣ}"))


@plants("bracket-unbalanced", "half lost")
def half_lost(draft: Draft, rng: Random) -> Draft | None:
    found = _at(draft, rng, r"[（(][^（）()\n]{2,30}[)）]|“[^“”\n]{1,30}”|【[^】\n]{1,20}】")
    if found is None or re.search(r"[a-zA-Z=]{2}", found[1][0]):
        return None
    index, match = found
    line, whole = draft.description[index], match[0]
    draft.description[index] = line[: match.start()] + mark(rng.choice((whole[1:], whole[:-1]))) + line[match.end() :]
    return draft


sentences(
    "bracket-unbalanced",
    "sentence",
    (
        "外壳{（由铸铁制成}固定在地面上。",
        "{该处呈弧形）}便于抓握。",
        "称为{“主控单元}的部分位于上方。",
        "标有{合格”}字样。",
        "{【备注}各处倒角。",
    ),
)


@plants("duplicate-paragraph", "pasted twice")
def pasted_twice(draft: Draft, rng: Random) -> Draft | None:
    places = [index for index in _body(draft) if 45 <= len(draft.description[index]) <= 400]
    if not places:
        return None
    index = rng.choice(places)
    line = re.sub(r"^\s*\[\d{4}\]\s*", "", draft.description[index])
    draft.description[index] = "".join(marked(draft.description[index].rstrip("。"))) + "。"
    draft.description.insert(index + rng.choice((1, 1, 2)), mark(line))
    return draft


@plants("duplicate-paragraph", "background told twice")
def background_told_twice(draft: Draft, rng: Random) -> Draft | None:
    """A paragraph of the background stands there again with another beginning and another end."""
    places = paragraphs(draft, SectionName.BACKGROUND, 90)
    if not places:
        return None
    index = rng.choice(places)
    line = re.sub(r"^\s*\[\d{4}\]\s*", "", draft.description[index]).rstrip("。")
    told = f"{rng.choice(('如上所述', '可见', '总的来说'))}，{line}，{rng.choice(('亟待改进', '难以令人满意'))}。"
    draft.description.insert(places[-1] + 1, mark(told))
    return draft


@plants("paragraph-number-format", "wrong number")
def wrong_number(draft: Draft, rng: Random) -> Draft | None:
    """Every paragraph is numbered by hand; one number is wrong."""
    heads = {draft.section(name).start for name in SectionName if draft.section(name)}
    places = [index for index in range(1, len(draft.description)) if index not in heads]
    if len(places) < 6:
        return None
    wrong = rng.randrange(3, len(places) - 1)
    shift = rng.choice((-1, -1, 1, 3, -3, 10))
    after = rng.random() < 0.5
    for number, index in enumerate(places, 1):
        line = re.sub(r"^\s*\[\d{4}\]\s*", "", draft.description[index])
        told = number + (shift if number == wrong or (after and number > wrong) else 0)
        label = f"[{told:04}]"
        draft.description[index] = (mark(label) if abs(number - wrong) <= 1 else label) + line
    return draft


@plants("pages-over-30", "long text")
def long_text(draft: Draft, rng: Random) -> Draft | None:
    """The embodiments go on and on."""
    places = paragraphs(draft, SectionName.EMBODIMENTS)
    if not places:
        return None
    told = [re.sub(r"^\s*\[\d{4}\]\s*", "", draft.description[index]) for index in places]
    goal, number = rng.randint(34_000, 45_000), 1
    length = sum(map(len, draft.description))
    while length < goal:
        line = f"变形例{number}：{rng.choice(told)}"
        draft.description.append(line)
        length, number = length + len(line), number + 1
    draft.anywhere = True
    return draft


@plants("term-inconsistent", "one character")
def one_character_wrong(draft: Draft, rng: Random) -> Draft | None:
    """A term of the application is written once with a character that looks or sounds like the right one."""
    text = "".join([*draft.description, *draft.claims, *draft.abstract])
    terms = set(sign_table(draft).values())
    terms |= {term for index in range(len(draft.claims)) for _, _, term in mentions(draft, index)}
    choice = [
        (term, term.replace(right, wrong))
        for term in sorted(terms)
        for group in LIKE
        for right in group[:1]
        for wrong in group[1:]
        if right in term and text.count(term) >= 12 and term.replace(right, wrong) not in text
    ]
    if not choice:
        return None
    old, new = rng.choice(choice)
    return draft if _at(draft, rng, old, new) else None


@plants("foreign-term-unexplained", "word of its own in the field")
def foreign_in_field(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(
        (
            "该过程由{Robot}完成。",
            "其中的{Switch}处于断开状态。",
            "通过{Bluetooth}与外部通信。",
            "结果显示在{Dashboard}上。",
        )
    )
    return draft if add_sentence(draft, rng, marked(told), SectionName.EMBODIMENTS) else None
