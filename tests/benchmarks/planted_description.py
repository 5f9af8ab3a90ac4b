"""Planters: sections and language of the description."""

from __future__ import annotations

import re
from random import Random

from ipcheck.patent import Kind, SectionName
from tests.benchmarks.planted_draft import (
    ABSENT,
    Draft,
    add_clause,
    add_line,
    add_sentence,
    any_claim,
    mark,
    mentions,
    paragraphs,
    plants,
    replace_once,
    sign_table,
    subject,
)

NEW_FEATURES = (
    ("还设有", "磁吸式防尘盖"), ("外壁缠绕有", "电加热丝"), ("底部铰接有", "折叠踏板"), ("还连接有", "蓄能飞轮"),
    ("内嵌有", "温度保险丝"), ("侧面卡接有", "反光标识牌"), ("还包括", "量子随机数发生器"),
    ("还采用", "区块链存证节点"),
    ("还设置有", "虹膜识别单元"), ("外侧套有", "波纹防护套"), ("端部安装有", "压电陶瓷片"), ("还包括", "超声波清洗槽"),
    ("顶部装有", "太阳能遮阳篷"),
)  # fmt: skip
OTHER_CASES = (
    "一种折叠式轮椅", "一种奶茶封口机", "一种猪舍消毒喷雾车", "一种枇杷膏的熬制锅", "一种乒乓球发球机",
    "一种窗帘轨道", "一种铅笔削切器",
    "一种羽绒服充绒机", "一种儿童安全座椅",
)  # fmt: skip
TEMPLATES = (
    "【请在此处填写技术领域】", "本发明涉及XXX技术领域，具体涉及一种XXX。", "（此段为模板，请按具体案情修改）",
    "［发明名称］",
    "此处插入实施例的描述", "案号：P2023-0000 申请人：某某公司",
)  # fmt: skip
SYNONYMS = (
    ("模块", "单元"), ("装置", "设备"), ("构", "件"), ("板", "片"), ("杆", "轴"), ("座", "台"), ("槽", "沟"),
    ("架", "台"), ("套", "筒"),
    ("轮", "盘"), ("罐", "箱"), ("数据", "资料"), ("网络", "模型"), ("序列", "队列"), ("袋", "囊"), ("图", "谱"),
    ("器", "仪"),
)  # fmt: skip
ENDLESS = (
    "电动机带动发电机发电，发电机发出的电又供给电动机，无需外接电源即可一直运转下去",
    "该装置的输出功率大于输入功率，多余的能量可以对外做功",
    "启动之后不再消耗任何能源，能够永久自行转动",
    "整机的能量转换效率达到125%",
    "依靠磁铁的排斥力持续驱动转轮，不需要外部能量",
    "属于一种永动装置，实现了能量的自循环",
    "水流下落带动水轮机发电，所发的电驱动水泵把水送回高处，如此循环往复而无需补充能量",
    "利用自身重力持续转动，不消耗能源即可不断向外输出电能",
)


@plants("section-missing")
def heading_lost(draft: Draft, rng: Random) -> Draft | None:
    """A section's heading is left out; what stood under it runs on."""
    names = [name for name in SectionName if draft.section(name)]
    if len(names) < 4:
        return None
    name = rng.choice(names)
    del draft.description[draft.section(name)[0]]
    draft.anywhere = True
    return draft


@plants("section-missing", "whole section lost")
def section_lost(draft: Draft, rng: Random) -> Draft | None:
    names = [name for name in SectionName if draft.section(name)]
    if len(names) < 4:
        return None
    place = draft.section(rng.choice(names))
    del draft.description[place.start : place.stop]
    draft.anywhere = True
    return draft


@plants("section-order")
def figures_last(draft: Draft, rng: Random) -> Draft | None:
    place = draft.section(SectionName.FIGURES)
    if not place or not draft.section(SectionName.EMBODIMENTS):
        return None
    lines = draft.description[place.start : place.stop]
    del draft.description[place.start : place.stop]
    draft.description[draft.section(SectionName.EMBODIMENTS)[0]] += ABSENT
    draft.description += [lines[0] + ABSENT, *lines[1:]]
    return draft


@plants("section-order", "sections swapped")
def sections_swapped(draft: Draft, rng: Random) -> Draft | None:
    first, second = rng.choice(
        (
            (SectionName.FIELD, SectionName.BACKGROUND),
            (SectionName.BACKGROUND, SectionName.SUMMARY),
            (SectionName.SUMMARY, SectionName.FIGURES),
        )
    )
    one, two = draft.section(first), draft.section(second)
    if not one or not two or one.stop != two.start:
        return None
    before, after = draft.description[one.start : one.stop], draft.description[two.start : two.stop]
    before[0] += ABSENT
    after[0] += ABSENT
    draft.description[one.start : two.stop] = after + before
    return draft


@plants("section-title-type", carriers="patents")
def title_of_other_kind(draft: Draft, rng: Random) -> Draft | None:
    place = draft.section(SectionName.SUMMARY)
    if not place:
        return None
    line = draft.description[place[0]]
    new = "实用新型内容" if draft.kind is Kind.INVENTION else "发明内容"
    if new == line or not re.search(r"(?:发明|实用新型)内容", line):
        return None
    draft.description[place[0]] = re.sub(r"(?:发明|实用新型)内容", mark(new), line)
    return draft


def _kind_words(draft: Draft) -> tuple[str, str]:
    return ("本发明", "本实用新型") if draft.kind is Kind.INVENTION else ("本实用新型", "本发明")


@plants("type-word-mixed")
def other_kind_word(draft: Draft, rng: Random) -> Draft | None:
    own, other = _kind_words(draft)
    places = [index for index, line in enumerate(draft.description) if index and own in line]
    if not places:
        return None
    index = rng.choice(places)
    draft.description[index] = replace_once(draft.description[index], own, mark(other), rng)
    return draft


@plants("type-word-mixed", "sentence of the twin")
def sentence_of_twin(draft: Draft, rng: Random) -> Draft | None:
    _, other = _kind_words(draft)
    sentence = rng.choice(
        ("以上仅为{}的具体实施方式。", "{}不限于上述结构。", "下面说明{}的工作过程。", "这也属于{}的保护范围。")
    )
    added = sentence.format(mark(other))
    return draft if add_sentence(draft, rng, added, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("abstract-type-word")
def other_kind_in_abstract(draft: Draft, rng: Random) -> Draft | None:
    own, other = _kind_words(draft)
    places = [index for index, line in enumerate(draft.abstract) if own in line]
    if places:
        index = rng.choice(places)
        draft.abstract[index] = replace_once(draft.abstract[index], own, mark(other), rng)
    else:
        draft.abstract[-1] += f"{mark(other)}{rng.choice(('结构简单。', '提高了效率。', '解决了上述问题。'))}"
    return draft


@plants("spec-cites-claim")
def cites_claim(draft: Draft, rng: Random) -> Draft | None:
    number = rng.randint(1, len(draft.claims))
    told = rng.choice(
        (
            f"如权利要求{number}所述",
            f"权利要求{number}所述的",
            f"根据权利要求1-{max(2, number)}任一项所述的",
            f"按照权利要求{number}的记载",
            f"如权利要求1至{max(2, number)}中任意一项所述的",
        )
    )
    sentence = rng.choice(("该部分{}技术方案。", "其结构{}内容相同。", "本实施例采用{}方案实施。")).format(mark(told))
    return draft if add_sentence(draft, rng, sentence, SectionName.SUMMARY, SectionName.EMBODIMENTS) else None


@plants("spec-cites-claim", "claim pasted")
def claim_pasted(draft: Draft, rng: Random) -> Draft | None:
    """A dependent claim is pasted into the summary, citation and all."""
    claims = [
        claim for claim in draft.claims if re.match(r"\d+\s*[.．、]\s*(?:根据|如)权利要求", claim) and "\n" not in claim
    ]
    if not claims:
        return None
    words = re.sub(r"^\d+\s*[.．、]\s*", "", rng.choice(claims))
    match = re.match(r"(?:根据|如)权利要求.{1,20}?所述", words)
    if match is None:
        return None
    line = mark(match[0]) + words[match.end() :].replace("其特征在于", "其中")
    return draft if add_line(draft, rng, line, SectionName.SUMMARY) else None


def _new_feature(draft: Draft, rng: Random) -> tuple[str, str]:
    """How a feature is brought in, and its name, which the description has not."""
    text = "".join(draft.description)
    lead, name = rng.choice([item for item in NEW_FEATURES if item[1] not in text])
    return lead, name


@plants("claim-feature-not-in-spec", "named once")
def feature_named_once(draft: Draft, rng: Random) -> Draft | None:
    lead, name = _new_feature(draft, rng)
    return draft if add_clause(draft, any_claim(draft, rng), mark(lead + name)) else None


@plants("claim-feature-not-in-spec", "named again")
def feature_named_again(draft: Draft, rng: Random) -> Draft | None:
    lead, name = _new_feature(draft, rng)
    more = rng.choice(("所述{}可拆卸", "所述{}的数量为两个", "该{}与外部连通", "所述{}由开关控制")).format(mark(name))
    return draft if add_clause(draft, any_claim(draft, rng), f"{lead}{mark(name)}，{more}") else None


@plants("claim-feature-not-in-spec", "new dependent claim")
def claim_only(draft: Draft, rng: Random) -> Draft | None:
    lead, name = _new_feature(draft, rng)
    title = subject(draft, 0)
    if not title:
        return None
    told = f"{lead}{mark(name)}，所述{mark(name)}{rng.choice(('为一体式', '位于外侧', '设有编号'))}"
    draft.claims.append(f"{len(draft.claims) + 1}. 根据权利要求1所述的{title}，其特征在于，{told}。")
    return draft


def _renamed(draft: Draft, rng: Random, pairs: tuple[tuple[str, str], ...]) -> Draft | None:
    """The claims call a part, without a sign, by another name than the description does."""
    text, spec = "".join(draft.claims), "".join(draft.description)
    known = set(sign_table(draft).values()) | {
        term for index in range(len(draft.claims)) for _, _, term in mentions(draft, index)
    }
    found = [
        (term, term[: -len(old)] + new)
        for term in sorted(known)
        for old, new in pairs
        if term.endswith(old) and len(term) > len(old) and text.count(term) >= 2 and spec.count(term) >= 2
    ]
    found = [
        (old, new)
        for old, new in found
        if new not in spec and new not in text and text.count(old) <= 8 and not re.search(rf"{old}[（(]\d", text)
    ]
    if not found:
        return None
    old, new = rng.choice(found)
    draft.claims = [claim.replace(old, mark(new)) for claim in draft.claims]
    return draft


@plants("claim-spec-term-mismatch", "one character")
def one_character(draft: Draft, rng: Random) -> Draft | None:
    return _renamed(draft, rng, tuple(pair for pair in SYNONYMS if len(pair[0]) == 1))


@plants("claim-spec-term-mismatch", "another word")
def another_word(draft: Draft, rng: Random) -> Draft | None:
    return _renamed(draft, rng, tuple(pair for pair in SYNONYMS if len(pair[0]) == 2))


@plants("other-case-residue", "other case named")
def other_case(draft: Draft, rng: Random) -> Draft | None:
    other = rng.choice(OTHER_CASES)
    word = rng.choice(_kind_words(draft)[:1])
    sentence = rng.choice(
        (
            f"{word}涉及{mark(other)}。",
            f"{word}的目的在于提供{mark(other)}。",
            f"{word}公开了{mark(other)}。",
            f"{word}提供{mark(other)}。",
        )
    )
    return draft if add_sentence(draft, rng, sentence, SectionName.FIELD, SectionName.SUMMARY) else None


@plants("other-case-residue", "template left")
def template_left(draft: Draft, rng: Random) -> Draft | None:
    line = mark(rng.choice(TEMPLATES))
    return draft if add_line(draft, rng, line, rng.choice((SectionName.BACKGROUND, SectionName.EMBODIMENTS))) else None


@plants("other-case-residue", "left by a chat assistant")
def chat_left(draft: Draft, rng: Random) -> Draft | None:
    told = rng.choice(
        (
            mark("**") + "安装要求**包括水平和垂直两个方向。",
            mark("好的，以下") + "是具体的说明。",
            mark("希望以上内容对您") + "有所帮助。",
            mark("### ") + "安装要求",
        )
    )
    if rng.random() < 0.3:
        draft.abstract.append(told)
        return draft
    return draft if add_line(draft, rng, told, rng.choice((SectionName.BACKGROUND, SectionName.EMBODIMENTS))) else None


@plants("tracked-changes-present")
def revised(draft: Draft, rng: Random) -> Draft | None:
    words = rng.choice(("此处的连接方式由设计人员选定", "各处的次序不作限制", "余下部分与前一例子相同"))
    if not add_sentence(draft, rng, mark(words) + "。", SectionName.BACKGROUND, SectionName.EMBODIMENTS):
        return None
    kind, detail = rng.choice(
        (("inserted", "李"), ("comment", "请发明人核对"), ("highlight", "yellow"), ("hidden", ""))
    )
    draft.marks.append((kind, words, detail))
    return draft


@plants("tracked-changes-present", "in abstract or claim")
def revised_elsewhere(draft: Draft, rng: Random) -> Draft | None:
    words = "其余各处按照常规方式布置"
    if rng.random() < 0.5:
        draft.abstract[-1] += mark(words) + "。"
    elif not add_clause(draft, any_claim(draft, rng), mark(words)):
        return None
    draft.marks.append((*rng.choice((("inserted", words), ("comment", words), ("highlight", words))), "王"))
    return draft


@plants("spec-image-inline")
def picture_in_text(draft: Draft, rng: Random) -> Draft | None:
    name = rng.choice((SectionName.EMBODIMENTS, SectionName.SUMMARY, SectionName.BACKGROUND))
    if not add_line(draft, rng, mark("\ufffc"), name) or draft.description[-1] == mark("\ufffc"):
        return None
    draft.objects.append("picture")
    return draft


@plants("spec-image-inline", "with a caption")
def picture_with_caption(draft: Draft, rng: Random) -> Draft | None:
    """A paragraph says that the flow is shown below; the picture and its caption follow."""
    places = [index for index in paragraphs(draft, SectionName.EMBODIMENTS) if index + 1 < len(draft.description)]
    if not places:
        return None
    index = rng.choice(places)
    draft.description[index] += rng.choice(("具体流程如下图所示：", "其结构见下图。", "测试结果如下："))
    caption = rng.choice(("图9 处理流程", "图 结构示意图", "图8 测试曲线"))
    draft.description[index + 1 : index + 1] = [mark(chr(0xFFFC)), mark(caption)]
    draft.objects.append("picture")
    return draft


@plants("perpetual-motion")
def endless(draft: Draft, rng: Random) -> Draft | None:
    words = mark(rng.choice(ENDLESS))
    if rng.random() < 0.3:
        return draft if add_clause(draft, any_claim(draft, rng), words) else None
    names = (SectionName.SUMMARY, SectionName.EMBODIMENTS)
    return draft if add_sentence(draft, rng, words + "。", *names) else None
