"""Planters: the form of the claims."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import Kind
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_clause,
    any_claim,
    cited,
    dependents,
    independents,
    mark,
    plants,
    sign_table,
    split_number,
    subject,
)

SPEC_POINTERS = (
    "如图2所示",
    "具体结构见图1",
    "其形状如说明书附图1所示",
    "连接方式参见说明书第3页的记载",
    "参照说明书具体实施方式部分的描述",
    "如实施例2所述",
    "工作过程如说明书中所述",
    "各部件的位置关系参见附图",
    "参数的取值如说明书表1所示",
    "布置形式如附图3中所示",
)
BOASTS = (
    "本产品质量上乘，畅销全国各地",
    "深受广大用户的欢迎和好评",
    "填补了国内该领域的空白",
    "性价比极高，是同类产品中的首选",
    "达到了国际领先水平",
    "明显优于某品牌的劣质产品",
    "市面上的同类产品粗制滥造、不堪使用",
    "申请人要求保护其制造、销售和许可他人使用的权利",
    "未经本公司许可任何单位和个人不得仿制",
    "欢迎广大客户来电订购",
    "该产品经济实惠、物美价廉",
)
FOREIGN_TERMS = (
    ("信号", "讯号"),
    ("程序", "程式"),
    ("存储器", "记忆体"),
    ("接口", "介面"),
    ("网络", "网路"),
    ("通过", "藉由"),
    ("信息", "资讯"),
    ("屏幕", "萤幕"),
    ("视频", "视讯"),
    ("晶体管", "电晶体"),
    ("光盘", "光碟"),
)
LEADS_TO_PICTURE = (
    "各部件的位置关系如下图所示：",
    "所述连接处的截面形状为：",
    "具体如下图：",
    "结构示意图：",
    "外观如图",
)
RESIDUES = (
    "长度为XXmm",
    "厚度为××毫米",
    "【待补充】",
    "（此处请发明人补充参数）",
    "[请确认该特征是否必要]",
    "（待定）",
    "数值为？？？",
    "TODO：补充连接关系",
    "____",
    "（发明人确认后填写）",
    "温度为***℃",
    "（需核实）",
)


@plants("claim-number-sequence")
def gap(draft: Draft, rng: Random) -> Draft | None:
    last = len(draft.claims) - 1
    number, words = split_number(draft.claims[last])
    if last < 1 or not number:
        return None
    wrong = last + 1 + rng.randint(1, 3)
    draft.claims[last] = mark(number.replace(str(last + 1), str(wrong))) + words
    return draft


@plants("claim-number-sequence")
def repeated(draft: Draft, rng: Random) -> Draft | None:
    if len(draft.claims) < 3:
        return None
    index = rng.randrange(1, len(draft.claims))
    number, words = split_number(draft.claims[index])
    draft.claims[index] = mark(number.replace(str(index + 1), str(index))) + words
    return draft


@plants("claim-number-sequence")
def unnumbered(draft: Draft, rng: Random) -> Draft | None:
    choice = [index for index in dependents(draft) if draft.claims[index - 1].rstrip().endswith("。")]
    if not choice:
        return None
    index = rng.choice(choice)
    draft.claims[index] = ABSENT + split_number(draft.claims[index])[1]
    return draft


@plants("claim-number-prefix")
def prefixed(draft: Draft, rng: Random) -> Draft | None:
    index = rng.randrange(len(draft.claims))
    number, words = split_number(draft.claims[index])
    prefix = rng.choice(("权利要求", "权项", "权利要求 ", "权项"))
    after = rng.choice((number, f"{index + 1}：", f"{index + 1}、", f"{index + 1} "))
    draft.claims[index] = mark(prefix + after) + words
    return draft


@plants("claims-heading")
def heading_line(draft: Draft, rng: Random) -> Draft | None:
    line = rng.choice(
        (
            draft.title,
            "权利要求如下：",
            "本发明的权利要求为：",
            "要求保护的技术方案如下：",
            f"{draft.title}的权利要求书",
        )
    )
    draft.claims.insert(0, mark(line))
    return draft


@plants("claims-heading")
def heading_alone(draft: Draft, rng: Random) -> Draft | None:
    draft.abstract, draft.description = [], []
    draft.claims.insert(0, mark(draft.title))
    return draft


@plants("claim-period-count")
def inner_period(draft: Draft, rng: Random) -> Draft | None:
    places = [
        (index, match.start())
        for index, claim in enumerate(draft.claims)
        if claim.rstrip().endswith("。") and claim.count("。") == 1 and "math" not in claim
        for match in re.finditer(r"(?<=[一-鿿）)])[；，](?=\s*(?:所述|其中|还|并|将|根据|且|该))", claim)
        if match.start() > 30
    ]
    if not places:
        return None
    index, at = rng.choice(places)
    claim = draft.claims[index]
    draft.claims[index] = claim[:at] + mark("。") + claim[at + 1 :]
    return draft


@plants("claim-final-period-missing")
def no_period(draft: Draft, rng: Random) -> Draft | None:
    index = any_claim(draft, rng)
    claim = draft.claims[index].rstrip()
    if re.search(r"[=＝]", claim[-30:]):
        return None
    ending = rng.choice(("；", "，", "", "、", ";"))
    draft.claims[index] = claim[:-2] + mark(claim[-2] + ending)
    return draft


@plants("claim-line-separator")
def line_end(draft: Draft, rng: Random) -> Draft | None:
    places = []
    for index, claim in enumerate(draft.claims):
        lines = claim.split("\n")
        ended = [number for number, line in enumerate(lines[1:-1], 1) if re.search(r"[一-鿿）)][；，]$", line)]
        if len(ended) >= 2 and len(ended) >= (len(lines) - 2) * 0.7:
            places += [(index, number) for number in ended]
    if not places:
        return None
    index, number = rng.choice(places)
    lines = draft.claims[index].split("\n")
    lines[number] = lines[number][:-2] + mark(lines[number][-2] + rng.choice(("、", "", "！", "．")))
    draft.claims[index] = "\n".join(lines)
    return draft


@plants("claim-image")
def picture_line(draft: Draft, rng: Random) -> Draft | None:
    index = any_claim(draft, rng)
    if not add_clause(draft, index, rng.choice(LEADS_TO_PICTURE)):
        return None
    draft.claims[index] = draft.claims[index][:-1] + f"\n{mark(chr(0xFFFC))}。"
    draft.objects.append("picture")
    return draft


@plants("claim-image")
def picture_inline(draft: Draft, rng: Random) -> Draft | None:
    clause = rng.choice(("其外形为{}形", "按照{}所示的方式布置", "表面具有{}图案", "采用{}这样的排列", "形状如{}"))
    if not add_clause(draft, any_claim(draft, rng), clause.format(mark("\ufffc"))):
        return None
    draft.objects.append("picture")
    return draft


@plants("claim-refers-to-spec")
def points_to_spec(draft: Draft, rng: Random) -> Draft | None:
    return draft if add_clause(draft, any_claim(draft, rng), mark(rng.choice(SPEC_POINTERS))) else None


@plants("claim-refers-to-spec")
def points_in_preamble(draft: Draft, rng: Random) -> Draft | None:
    index = any_claim(draft, rng)
    match = re.search(r"其?特征(?:在于|是)[，：:]?", draft.claims[index])
    if match is None:
        return None
    words = mark(rng.choice(("如图1所示", "如说明书所述", "如附图2所示", "参见图1和图2")))
    draft.claims[index] = draft.claims[index][: match.end()] + words + "，" + draft.claims[index][match.end() :]
    return draft


@plants("claim-refsign-unbracketed", "bracket lost", "signed")
def bracket_lost(draft: Draft, rng: Random) -> Draft | None:
    names = sign_table(draft)
    places = [
        (index, match)
        for index, claim in enumerate(draft.claims)
        for match in re.finditer(r"([一-鿿]{2})[（(](\d{1,3}[a-z]?)[)）]", claim)
        if match[2] in names and names[match[2]].endswith(match[1])
    ]
    if not places:
        return None
    index, match = rng.choice(places)
    claim = draft.claims[index]
    draft.claims[index] = claim[: match.start()] + match[1] + mark(match[2]) + claim[match.end() :]
    return draft


@plants("claim-refsign-unbracketed", "written bare", "signed")
def written_bare(draft: Draft, rng: Random) -> Draft | None:
    text = "".join(draft.claims)
    names = {
        sign: name for sign, name in sign_table(draft).items() if f"所述{name}" in text and f"{name}{sign}" not in text
    }
    if not names or re.search(r"[（(]\d", text):
        return None
    sign = rng.choice(sorted(names))
    index = rng.choice([number for number, claim in enumerate(draft.claims) if f"所述{names[sign]}" in claim])
    before, after = draft.claims[index].split(f"所述{names[sign]}", 1)
    draft.claims[index] = f"{before}所述{names[sign]}{mark(sign)}{after}"
    return draft


@plants("claim-commercial-or-disparaging")
def boast(draft: Draft, rng: Random) -> Draft | None:
    words = mark(rng.choice(BOASTS))
    return draft if add_clause(draft, any_claim(draft, rng), words, rng.choice("，；")) else None


@plants("claim-tw-jp-term", "foreign citation")
def foreign_citation(draft: Draft, rng: Random) -> Draft | None:
    places = dependents(draft)
    if not places:
        return None
    index = rng.choice(places)
    new = rng.choice(("请求项", "請求項", "请求项"))
    draft.claims[index] = draft.claims[index].replace("权利要求", mark(new), 1)
    return draft


@plants("claim-tw-jp-term", "foreign term")
def foreign_term(draft: Draft, rng: Random) -> Draft | None:
    places = [
        (index, old, new)
        for index, claim in enumerate(draft.claims)
        for old, new in FOREIGN_TERMS
        if old in claim and new not in claim
    ]
    if not places:
        return None
    index, old, new = rng.choice(places)
    draft.claims[index] = draft.claims[index].replace(old, mark(new), 1)
    return draft


@plants("claim-editor-residue", "placeholder")
def placeholder(draft: Draft, rng: Random) -> Draft | None:
    return draft if add_clause(draft, any_claim(draft, rng), mark(rng.choice(RESIDUES))) else None


@plants("claim-editor-residue", "revision mark")
def revision_in_claim(draft: Draft, rng: Random) -> Draft | None:
    words = rng.choice(("并且在其外侧另设防护罩体", "所述外侧另行布设保温层体", "且该处的边缘做圆角化处理"))
    if words in "".join(draft.claims) or not add_clause(draft, any_claim(draft, rng), mark(words)):
        return None
    kind, detail = rng.choice((("inserted", "张"), ("comment", "这里要再确认"), ("highlight", "yellow")))
    draft.marks.append((kind, words, detail))
    return draft


@plants("indep-no-characterizing")
def undivided(draft: Draft, rng: Random) -> Draft | None:
    places = [
        index
        for index in independents(draft)
        if re.search(r"，?其特征(?:在于|是)", draft.claims[index])
        and not re.search(r"介质|设备$|涂料|产品|处理器|杆菌", subject(draft, index))
    ]
    if not places:
        return None
    index = rng.choice(places)
    claim = re.sub(r"[，,]?其特征(?:在于|是)[，：:]?", "，", draft.claims[index], count=1)
    draft.claims[index] = ABSENT + claim
    return draft


@plants("um-method-claim", carriers="models")
def method_in_model(draft: Draft, rng: Random) -> Draft | None:
    name = re.sub(r"^一种", "", draft.title)
    number = len(draft.claims) + 1
    told = rng.choice(
        (
            f"一种如权利要求1所述的{name}的使用方法",
            f"一种{name}的制造方法",
            f"一种{name}的装配工艺",
            f"权利要求1所述的{name}在设备检修中的应用",
            f"一种{name}的控制方法",
            f"一种采用权利要求1所述{name}的加工方法",
            "一种计算机可读存储介质",
            f"一种{name}的用途",
        )
    )
    draft.claims.append(f"{number}. {mark(told)}，其特征在于，先将各部件就位，再依次紧固。")
    return draft


@plants("um-method-claim", "retold", "models")
def retold(draft: Draft, rng: Random) -> Draft | None:
    places = [index for index in dependents(draft) if cited(draft.claims[index]) == [1]]
    if not places or draft.kind is not Kind.UTILITY_MODEL:
        return None
    name = re.sub(r"^一种", "", draft.title)
    told = rng.choice((f"一种{name}的安装方法", f"一种{name}的加工工艺", f"一种使用{name}的作业方法"))
    draft.claims[places[-1]] = f"{places[-1] + 1}. {mark(told)}，其特征在于，按照由下至上的次序安装各部件。"
    return draft
