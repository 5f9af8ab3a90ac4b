"""Reference signs (附图标记): where they stand, the part name before each, and the sign list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ipcheck.model import Span, lazy
from ipcheck.patent.description import Description, DescriptionParagraph, SectionName

SIGN = r"(?:\d{1,4}(?:[a-zA-Z]\d{0,2}|['’′]{1,2})?(?:[-.]\d{1,3}(?!\d|%|％))?|[A-Z]{1,2}\d{1,3}[a-z]?)"
_BRACKETED = lazy(
    rf"(?P<name>[一-鿿A-Za-z]{{1,24}})[ \t]*[(（\[〔][ \t]*"
    rf"(?P<signs>{SIGN}(?:[ \t]*[,，、;；/和~～-][ \t]*{SIGN}){{0,12}})[ \t]*[)）\]〕]"
)
_SIGN_RE = lazy(SIGN)
_CHINESE = lazy(r"[一-鿿]")
# What may follow a bare sign: anything but a unit, a measure word or more of a number. A measure word's character
# may begin an ordinary word: 丝杆7套设于, 底座1安装在, 电机5转动.
_MEASURE = (
    r"个(?!别)|根(?!据|部)|只(?!能|要|有|需)|块|条(?!形|状)|层(?!叠|压)|组(?!成|装|合)|对(?!应|称|接|准|齐|置|其"
    r"|所|该|中|向|角|着|此|每|各|进|采)"
    r"|件|套(?!设|接|在|装|管|筒|入|于|有|合|住)|次(?!级)|台(?!阶)|倍|份|度(?!盘)|年|月|日|天(?!线)|号|种|类|项"
    r"|位(?!于|置|移)|级(?!联)"
    r"|人(?!工)|秒|分钟|小时|毫(?!米波)|厘|微(?!动|调|型)|纳|千|万(?!向)|亿|米|克(?!服)|吨|升(?!降|起|温|高|压)|帕|伏"
    r"|安(?!装|置|全|放|设)|瓦|赫|℃|转(?!动|移|向|轴|换|盘|到|至|子|为|化|发)|行(?!程|走|驶|进)|列(?!车)|维(?!持"
    r"|护)|帧|字节|比特|像素"
    r"|阶(?!梯)|代(?!替)|折(?!叠|弯|返)|步(?!进|骤)|轮(?!流|毂|轴|缘)|点(?!焊|胶|接|触|动|击|亮)|元(?!件)|岁"
    r"|周(?!向|围|边|缘|侧|面)"
    r"|型|路(?!径)|英寸|寸|页(?!面)|条|章|节(?!流|点|能)|款|不锈钢|钢|铝合金"
)
_NOT_SIGN_AFTER = (
    rf"(?![\dA-Za-z%％‰℃°Ω#.．:：_^]|[ \t]*(?:[～~]|{_MEASURE}|[或至到—–-][ \t]*\d"
    r"|×|\*|/|=|＝|<|>|＜|＞|≤|≥|\+|±|mm|cm|km|nm|μm|um|kg|mg|mL|ml|L|Pa|MPa|kPa|V|A|W|Hz|%))"
)
_BARE = lazy(rf"(?P<name>[一-鿿]{{2,24}})[ \t]?(?P<sign>{SIGN}){_NOT_SIGN_AFTER}")
# Words before a number that make it something else than a reference sign.
_NOT_NAME = lazy(
    r"(?:图|(?<![仪电水力度气油分用钟])表|式|公式|权利要求|步骤|第|约|为|是|在|到|至|等于|大于|小于|超过|达|以上|以下|少于|多于|不足|近|共|有"
    r"|和|与|及|或|取|按|每|前|后|"
    r"实施例|例|对比例|试验例|方案|方式|方程|编号|级别|等级|型号|版本|阶段|章|项|设为|记为|值|数量|长度|宽度|高度"
    r"|厚度|直径|温度|时间|"
    r"压力|比例|比|浓度|含量|概率|系数|参数|阈值|距离|角度|速度|频率|功率|电压|电流|个数|次数|范围|窗口|维度|大小"
    r"|被|将|从|由|对|把|给|向|于|"
    r"输出|输入|加|减|乘|除|(?<!装)置|乘以|除以|加上|减去|得到|标签|类别|编码|序列号|版|不超过|不低于|不少于|不大于"
    r"|不小于|低于|高于|不足|仅|只|剩余|"
    r"剩|满|减少|增加|提高|降低|下降|上升|样本|场景|案例|情况|情形|条件|情景|样品|用例|"
    r"采用|使用|选用|选择|利用|通过|连接|安装|设置|具有|执行|进入|返回|跳转|包括|包含|例如|比如|分别|牌号|材质"
    r"|其中|所述|上述|且|则|若|当|"
    r"质量|重量|体积|面积|份数|时刻|周期|频段|波段|等于|标准|协议|接口|端口|世纪|年代|编码器输出|公开号|申请号|专利)$"
)
# Before a bracketed number these make it the number of a formula, a step or an item.
_NOT_BRACKETED_NAME = lazy(
    r"(?:图|表|式|公式|方程|不等式|表达式|表达|步骤|权利要求|实施例|条件|文献|方案|例|如下|为|有|包括|包含|模型"
    r"|定义|得到|即|程度|休息|时|可得|满足|"
    r"化合物|通式|反应式|函数|约束|阶段|项|第|章|节|书|如|见|所述|其中|[a-z]|(?<![A-Za-z])[A-Za-z]{1,2})$"
)
_LIST_CUE = lazy(
    r"图中|附图标记|标号|附图标识|图号|标记说明|其中[，,:：]|零部件|部件名称|主要元件|符号说明|元件符号|附图中"
)
_ENTRY_NAME = r"[一-鿿A-Za-z“\ufffc][一-鿿A-Za-z0-9“”\ufffc/（()）\-·]{0,30}?(?:[ \t]{1,2}[一-鿿]{1,6})?"
_ENTRY_END = r"(?=[ \t]*(?:[;,。、.:\n]|$))"
# “1-壳体”, “1、壳体”, “1为壳体”, “1 壳体 2 电机”, “101～103：传感器”, “5、6—滚轮”
_ENTRY = lazy(
    rf"(?P<sign>{SIGN})(?P<last>[ \t]*[~～/][ \t]*{SIGN})?"
    rf"[ \t]*(?P<sep>[-—–:、.,=为是]{{1,3}}|表示|(?<=[ \t])|(?=[一-鿿]))[ \t]*"
    rf"(?P<name>{_ENTRY_NAME})(?:(?=[ \t]+{SIGN}(?:[ \t]|[-—–:、.=一-鿿]))|{_ENTRY_END})"
)
# “壳体-1”, “壳体：1”, “壳体1”
_REVERSED = lazy(
    rf"(?P<name>[一-鿿][一-鿿A-Za-z]{{1,24}}?)[ \t]*(?P<sep>[-—–:=]{{0,2}})[ \t]*\(?(?P<sign>{SIGN})\)?"
    rf"(?=[ \t]*(?:[;,。、.\n]|$|[ \t][一-鿿]))"
)
_REVERSED_SEPARATED = lazy(_REVERSED.pattern.replace("{0,2}", "{1,2}"))
_ENTRY_STOP = lazy(r"[;,。、:\n]")
_LEADING_WORDS = lazy(
    # 两侧设置有限位轮: what is there is named behind the verb, whatever stands before it.
    r"^(?:[一-鿿]{0,8}(?:(?:设置|安装|连接|开设|固定|固设|装设|套设|穿设|嵌设|铰接|焊接|卡接|形成|[设装开套])有(?![机源色线效害毒轨][一-鿿])|还?包括|包含)"
    r"|所述的?|上述的?|前述的?|的|以及|和|与(?!非)|并|中的|在(?!线)|从(?!动)|将|确定|返回|至)+"
)
# 弧形卡板二 and 弧形卡板 are told apart by their signs, not by their names.
_UP_TO_NOUN = lazy(r".*(?:的|所述|设有|装有|具有|包括|通过|连接|以及|[及和与在将个中经由])(?=[一-鿿]{2})")
_BEFORE_NOUN = frozenset("有的该设述和与为在个一及含将由从至到各两每其内外上下前后左右中侧通小大")
_TRAILING_WORDS = lazy(r"(?:[一二三四五六七八九十甲乙A-Za-z]{1,2}|本体|主体|上|内|中|处|的)$")


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
    figures = description.paragraphs_of(SectionName.FIGURES)
    opening = description.paragraphs_of(SectionName.EMBODIMENTS)[:3]
    return (*_listed(figures), *_listed(opening))


def _listed(paragraphs: tuple[DescriptionParagraph, ...]) -> list[ListedSign]:
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
        entries = _entries(Span(body.document, start, body.end), cued=cue is not None)
        covered = sum(max(item.span.end, item.name.end) - min(item.span.start, item.name.start) for item in entries)
        dense = covered * 2 >= len(body) - (cue.end() if cue else 0)
        if entries and dense and (cue or open_list or len(entries) >= 3):
            found.extend(entries)
            open_list = True
        else:
            open_list = bool(cue) and len(words) <= 40
    return found


def _entries(span: Span, *, cued: bool) -> list[ListedSign]:
    """The entries of a paragraph. “壳体1、电机2” is a list only after a cue: else it may be any sentence."""
    forward = _scan(span, _ENTRY)
    backward = _scan(span, _REVERSED if cued else _REVERSED_SEPARATED)
    return backward if len(backward) > len(forward) else forward


def _scan(span: Span, pattern: re.Pattern[str]) -> list[ListedSign]:
    """Entries one after another; what is no entry is skipped up to the next separator."""
    text = span.document.folded
    found: list[ListedSign] = []
    position = span.start
    while position < span.end:
        if text[position] in " \t;,。、.:":
            position += 1
            continue
        match = pattern.match(text, position, span.end)
        if match is None:
            stop = _ENTRY_STOP.search(text, position, span.end)
            position = stop.end() if stop else span.end
            continue
        name = span.at(match, "name").trimmed()
        signs = [match["sign"]]
        if pattern is _ENTRY and match["last"]:
            signs = _expand(match["sign"], match["last"])
        found.extend(ListedSign(sign, span.at(match, "sign"), name) for sign in signs)
        position = max(match.end(), position + 1)
    return found


def _expand(first: str, rest: str) -> list[str]:
    """The signs of 101～103 (all three) or 5/6 (both)."""
    last = rest.lstrip(" \t~～/").strip()
    if "/" not in rest and first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + 60:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last]


def find_occurrences(span: Span, where: str, known: frozenset[str] | None = None) -> list[Occurrence]:
    """Signs in ``span``: bracketed ones after a name, and bare ones after a name that is no measure or label.

    ``where`` names the part. With ``known`` given, only bare signs among these are taken.
    """
    found: list[Occurrence] = []
    taken: set[int] = set()
    for match in span.find(_BRACKETED):
        signs = span.at(match, "signs")
        context = span.at(match, "name")
        if not _CHINESE.search(str(context)) or _NOT_BRACKETED_NAME.search(str(context)):
            continue
        for sign in signs.find(_SIGN_RE):
            if sign.start() not in taken:
                taken.add(sign.start())
                found.append(Occurrence(sign[0], signs.at(sign), context, True, where))
    for match in span.find(_BARE):
        number = match["sign"]
        if match.start("sign") in taken or (known is not None and number not in known) or not _may_bear(match["name"]):
            continue
        found.append(Occurrence(number, span.at(match, "sign"), span.at(match, "name"), False, where))
    return sorted(found, key=lambda item: item.span.start)


@lru_cache(maxsize=10_000)
def _may_bear(name: str) -> bool:
    """Whether the words before a bare number can be the name of a part that bears it; the same come again and again."""
    return _NOT_NAME.search(name) is None


_MARKER = lazy(r"所述的?|(?<!应)该|上述的?|前述的?")


def name_of(contexts: Iterable[str]) -> str:
    """The part name that a sign's contexts share: their longest common ending met in at least half of them.

    Returns "" when no ending of two characters is shared that often.
    """
    counted: Counter[str] = Counter()
    total = 0
    # Most places of a sign have the same words before it.
    for context, times in Counter(contexts).items():
        context = _MARKER.split(context)[-1]
        total += times
        for length in range(2, min(len(context), 14) + 1):
            counted[context[-length:]] += times
    best = ""
    for ending, count in counted.items():
        if count * 2 >= total and count >= 2 and len(ending) > len(best):
            best = ending
    cleaned = _LEADING_WORDS.sub("", best)
    return cleaned if len(cleaned) >= 2 else ""


def draw_numerals(listed: tuple[ListedSign, ...], occurrences: Iterable[Occurrence]) -> dict[str, Numeral]:
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


@lru_cache(maxsize=10_000)
def names_differ(context: str, name: str) -> bool:
    """Whether the words before a sign (``context``) plainly name another part than ``name``.

    Shortened and widened names are the same part: 卡板 for 弧形卡板, 盖板 for 板, 壳体内部 for 壳体, 通孔 for 孔.
    What is left ends in another word: 支座 for 支架, 拉杆 for 连杆.
    """
    context = _TRAILING_WORDS.sub("", "".join(context.split()))
    name = _TRAILING_WORDS.sub("", "".join(name.split()))
    if len(context) < 2 or len(name) < 1:
        return False
    if name in context or context[-2:] in name or name[-2:] in context[-8:]:
        return False
    if context[-1] == name[-1] and (context[-2] in _BEFORE_NOUN or len(name) == 1):
        return False
    # 电机 for 电动机, 转轴 for 旋转轴
    return not (_is_within(name, context[-len(name) - 2 :]) or _is_within(context[-2:], name))


def _is_within(short: str, long: str) -> bool:
    """Whether the characters of ``short`` stand in ``long`` in that order."""
    rest = iter(long)
    return all(character in rest for character in short)


def last_noun(context: str) -> str:
    """The part name at the end of the words before a sign, as near as can be told without a dictionary."""
    return _UP_TO_NOUN.sub("", context)[-8:]
