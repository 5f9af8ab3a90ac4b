"""Reference signs (附图标记): where they stand, the part name before each, and the sign list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ipcheck.model import Span
from ipcheck.patent.description import Description, SectionName

SIGN = r"(?:\d{1,4}(?:[a-zA-Z]\d{0,2}|['’′]{1,2})?(?:[-.]\d{1,3}(?!\d|%|％))?|[A-Z]{1,2}\d{1,3}[a-z]?)"
_BRACKETED = re.compile(
    rf"(?P<name>[一-鿿A-Za-z]{{1,24}})[ \t]*[(（\[〔][ \t]*(?P<signs>{SIGN}(?:[ \t]*[,，、;；/和~～-][ \t]*{SIGN}){{0,12}})[ \t]*[)）\]〕]"
)
_SIGN_RE = re.compile(SIGN)
# What may follow a bare sign: anything but a unit, a measure word or more of a number.
_NOT_SIGN_AFTER = (
    r"(?![\dA-Za-z%％‰℃°Ω.．:：]|[ \t]*(?:[～~]|个|根|只|块|条|层|组|对|件|套|次|台|倍|份|度|年|月|日|天|号|种|类|项|位|级|人|秒|分钟|小时|"
    r"毫|厘|微|纳|千|万|亿|米|克|吨|升|帕|伏|安|瓦|赫|℃|mm|cm|km|nm|μm|um|kg|mg|mL|ml|L|Pa|MPa|kPa|V|A|W|Hz|%|转|行|列|列|维|帧|"
    r"字节|比特|像素|阶|代|折|步|轮|点|元|岁|周|型|路|英寸|寸|页|条|章|节|款|或\d|至\d|-\d|—\d|×|\*|/|=|＝|<|>|＜|＞|≤|≥|\+|±))"
)
_BARE = re.compile(rf"(?P<name>[一-鿿]{{2,24}})[ \t]?(?P<sign>{SIGN}){_NOT_SIGN_AFTER}")
# Words before a number that make it something else than a reference sign.
_NOT_NAME = re.compile(
    r"(?:图|表|式|公式|权利要求|步骤|第|约|为|是|在|到|至|等于|大于|小于|超过|达|以上|以下|少于|多于|不足|近|共|有|和|与|及|或|取|按|每|前|后|"
    r"实施例|例|对比例|试验例|方案|方式|方程|编号|级别|等级|型号|版本|阶段|章|项|设为|记为|值|数量|长度|宽度|高度|厚度|直径|温度|时间|"
    r"压力|比例|比|浓度|含量|概率|系数|参数|阈值|距离|角度|速度|频率|功率|电压|电流|个数|次数|范围|窗口|维度|大小|被|将|从|由|对|把|给|向|于|"
    r"输出|输入|加|减|乘|除|置|乘以|除以|加上|减去|得到|标签|类别|编码|序列号|版|不超过|不低于|不少于|不大于|不小于|低于|高于|不足|仅|只|剩余|"
    r"剩|满|减少|增加|提高|降低|下降|上升|样本|场景|案例|情况|情形|条件|情景|样品|用例)$"
)
_LIST_CUE = re.compile(r"图中|附图标记|标号|附图标识|图号|标记说明|其中[，,:：]|零部件|部件名称|主要元件|符号说明|元件符号|附图中")
_ENTRY = re.compile(
    rf"(?:^|(?<=[；;，,。、:：\s\n]))[ \t]*(?P<sign>{SIGN})[ \t]*(?P<sep>[-—–－:：、.．，,=＝为是]{{1,3}}|[ \t]+|(?=[一-鿿]))[ \t]*"
    r"(?P<name>[一-鿿A-Za-z][一-鿿A-Za-z0-9/（()）\-]{0,30}?)(?=[ \t]*(?:[；;，,。、\n\t]|[ \t]{2,}|[ \t]\d|$))"
)
_REVERSED = re.compile(
    rf"(?:^|(?<=[；;，,。、:：\s\n]))[ \t]*(?P<name>[一-鿿][一-鿿A-Za-z0-9]{{1,24}}?)[ \t]*(?P<sep>[-—–－:：=＝])[ \t]*(?P<sign>{SIGN})"
    r"(?=[ \t]*(?:[；;，,。、\n]|$))"
)


@dataclass(frozen=True, slots=True)
class ListedSign:
    """An entry of the sign list."""

    sign: str
    span: Span
    name: Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A sign in the text. ``context`` is the Chinese words right before it, at most 24 characters."""

    sign: str
    span: Span
    context: Span
    bracketed: bool
    where: str


@dataclass(frozen=True)
class Numeral:
    """One reference sign with all its places. ``name`` is the part name it most often follows ("" if unclear)."""

    sign: str
    name: str
    listed: tuple[ListedSign, ...]
    occurrences: tuple[Occurrence, ...]


def draw_sign_list(description: Description | None) -> tuple[ListedSign, ...]:
    """The sign list under 附图说明 (or opening 具体实施方式): “1-壳体；2-电机”, “1、壳体”, “壳体-1”, “1为热管”.

    A paragraph counts when it has a cue (图中：, 附图标记说明：) or the one before it is only a cue or a list,
    and holds at least two entries; captions (图1为…) never count.
    """
    if description is None:
        return ()
    paragraphs = [*description.paragraphs_of(SectionName.FIGURES)]
    paragraphs += list(description.paragraphs_of(SectionName.EMBODIMENTS))[:3]
    found: list[ListedSign] = []
    open_list = False
    for paragraph in paragraphs:
        body = paragraph.body
        words = body.folded
        cue = _LIST_CUE.search(words[:40])
        if re.match(r"\s*(?:附)?图\s*\d", words) and not cue:
            open_list = False
            continue
        start = body.start + (cue.end() if cue else 0)
        entries = _entries(Span(body.document, start, body.end))
        covered = sum(len(item.name) + len(item.span) for item in entries)
        dense = covered * 2 >= len(body) - (cue.end() if cue else 0)
        if (cue and entries and dense) or (open_list and entries and dense) or (len(entries) >= 3 and dense):
            found.extend(entries)
            open_list = True
        else:
            open_list = bool(cue) and len(words) <= 40
    return tuple(found)


def _entries(span: Span) -> list[ListedSign]:
    forward = [
        ListedSign(match["sign"], span.at(match, "sign"), span.at(match, "name"))
        for match in span.find(_ENTRY)
    ]
    backward = [
        ListedSign(match["sign"], span.at(match, "sign"), span.at(match, "name"))
        for match in span.find(_REVERSED)
    ]
    return backward if len(backward) > len(forward) else forward


def find_occurrences(span: Span, where: str, known: frozenset[str] | None = None) -> list[Occurrence]:
    """Signs in ``span``: bracketed ones after a name, and bare ones after a name that is no measure or label.

    ``where`` names the part. With ``known`` given, only bare signs among these are taken.
    """
    found: list[Occurrence] = []
    taken: set[int] = set()
    for match in span.find(_BRACKETED):
        signs = span.at(match, "signs")
        context = span.at(match, "name")
        if not re.search(r"[一-鿿]", str(context)):
            continue
        for sign in signs.find(_SIGN_RE):
            if sign.start() not in taken:
                taken.add(sign.start())
                found.append(Occurrence(sign[0], signs.at(sign), context, True, where))
    for match in span.find(_BARE):
        sign_span = span.at(match, "sign")
        if sign_span.start in taken or (known is not None and match["sign"] not in known):
            continue
        if _NOT_NAME.search(match["name"]):
            continue
        found.append(Occurrence(match["sign"], sign_span, span.at(match, "name"), False, where))
    return sorted(found, key=lambda item: item.span.start)


def name_of(contexts: Iterable[str]) -> str:
    """The part name that a sign's contexts share: their longest common ending met in at least half of them.

    Returns "" when no ending of two characters is shared that often.
    """
    counted: Counter[str] = Counter()
    total = 0
    for context in contexts:
        total += 1
        for length in range(2, min(len(context), 14) + 1):
            counted[context[-length:]] += 1
    best = ""
    for ending, count in counted.items():
        if count * 2 >= total and count >= 2 and len(ending) > len(best):
            best = ending
    return best


def draw_numerals(
    listed: tuple[ListedSign, ...], occurrences: Iterable[Occurrence]
) -> dict[str, Numeral]:
    """Reference signs by sign, in order of first appearance.

    A bare number counts only if the sign list holds it, it stands in brackets somewhere, or it follows the same
    noun at least twice (gotcha 14).
    """
    by_sign: dict[str, list[Occurrence]] = {}
    for occurrence in occurrences:
        by_sign.setdefault(occurrence.sign, []).append(occurrence)
    entries: dict[str, list[ListedSign]] = {}
    for entry in listed:
        entries.setdefault(entry.sign, []).append(entry)
    numerals: dict[str, Numeral] = {}
    for sign in dict.fromkeys([*entries, *by_sign]):
        places = by_sign.get(sign, [])
        known = entries.get(sign, [])
        shared = name_of(str(place.context) for place in places)
        if not known and not any(place.bracketed for place in places) and not shared:
            continue
        name = str(known[0].name) if known else shared
        numerals[sign] = Numeral(sign, name, tuple(known), tuple(places))
    return numerals
