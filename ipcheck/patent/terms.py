"""Definite mentions (所述弹簧) and what they can refer back to.

The method: normalise each claim (spaces, reference signs and markers out), then ask of every mention whether
some beginning of it that ends at a word boundary stands earlier in the claim or in every claim it depends on.
The draft's own part names decide boundaries before any list of words does (catalogue, gotchas 1–5, 9,
14, 29). Before complaining, looser ways of having introduced a thing are tried: 左、右支架 for 右支架, 电机的轴 for
电机轴, 判断 for 判断结果.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from ipcheck.model import Span, lazy
from ipcheck.patent.claims import Claim
from ipcheck.patent.numerals import Numeral

_SIGNS = lazy(
    r"[(（\[〔]\s*(?:[A-Za-z]{0,3}\d{1,4}[A-Za-z]?\d{0,2}['’′]*(?:[-.]\d{1,3})?|[A-Z])"
    r"(?:\s*[,，、;；/和~～\-]\s*(?:[A-Za-z]{0,3}\d{1,4}[A-Za-z]?\d{0,2}['’′]*(?:[-.]\d{1,3})?|[A-Z])){0,20}\s*[)）\]〕]"
)
_BARE_SIGN = lazy(r"(?<=[一-鿿])\d{1,4}[a-z]?(?=[一-鿿，。；、,;:：\n]|$)")
_SKIP = lazy(r"[^\S\n“”]+|[“”\"'‘’\u200b\ufeff]+")
_CITED_TAIL = lazy(r"\s*(?:中|的|任意?[一何]?项?)*\s*(?:所述|所说)?的?")
MARK = "\x01"
_MARKERS = lazy(
    r"(?:(?<![如上综前下])所述|所说|所称|(?<!综)前述|(?<![综如])上述|(?<![应活本当])该(?!等|当|死)|所(?=(?:生成|采集|提取)的[一-鿿]))(?:的(?!是))?(?:些)?"
)
QUANTITY = lazy(
    r"(?:至少|任意|任何|全部|所有|其余|另外?|其它|其他)?的?(?:每|各|任|某|另)?(?:[一二两三四五六七八九十几\d]+|多|若干|数|复数)?"
    r"(?:个?(?:或|及|和|/)(?:更?多|两|以上)|)(?:个|种|条|根(?!据|部|系)|组|块|片|只|段|类|项|台|份|张|名|位|套|侧的|帧|幅|批|级|处)(?:以上)?的?(?!的|别|数|性|人|体|识|型|合|件|电|路|状|式|号|移|置|进|分|内)"
    r"|(?:至少部分|任意|任一|任何|全部|所有|其余|每一|每|各个|各|其中|相应的?|对应的?)(?:的)?"
)

_WORDS = tomllib.loads((resources.files("ipcheck.patent") / "boundaries.toml").read_text(encoding="utf-8"))
_HARD_WORDS = frozenset(_WORDS["hard"].split()) | {"\n", MARK}
# Longest first; in one order whatever the hash seed, as the pattern made of them is kept (ipcheck.model.compiled).
STOPS = tuple(sorted(frozenset(_WORDS["soft"].split()) | _HARD_WORDS, key=lambda word: (-len(word), word)))
STOP_RE = lazy("|".join(re.escape(word) for word in STOPS))
_MOST_VERBS = 2
_STOPS_OF_TWO = frozenset(word for word in STOPS if len(word) == 2)
# What makes a compound of the verb before it: 采集|单元, 固定|座, 连接|件.
_HEAD_ALTERNATIVES = "|".join(sorted(_WORDS["heads"].split(), key=len, reverse=True))
_HEAD_RE = lazy(f"(?:{_HEAD_ALTERNATIVES})")
HEAD_END = lazy(f"(?:{_HEAD_ALTERNATIVES})$")
# “所述将…”, “所述在…”: an act is referred to, not a thing.
_ACT = lazy(
    r"将|对(?!象|比|称|应|侧|角)|在(?!线|先)|从(?!动)|由|把(?!手|柄|持)|根据|利用|通过|当(?!前)|若|如果|使(?!用)|为(?!了)|与|和|按照|基于"
)
# 所述S42, 所述步骤S42: a step by its label.
STEP = lazy(r"(?:步骤)?(?P<label>S\d{1,4}(?:[-.]\d{1,3})?)(?![A-Za-z\d])")
_LABEL = lazy(r"(?:步骤)?[(（]?[A-Za-z]{0,2}\d|步骤[一二三四五六七八九十A-Za-z]|[A-Za-z][)）]")
_LOCATIVE = lazy(
    r"[中内外上下里](?![壳盖板端部层侧腔心间轴轮体表面缘圈环管套筒孔轨料模架游述位限级拉滑压升降传行一二])"
)
# Parts every thing has, and words that name the claim itself: they need no introduction (质量评价 第56条, gotcha 5).
INHERENT = lazy(
    r"^(?:[上下左右前后内外顶底侧正背首尾末两一另各中]*(?:侧壁|侧面|顶部|底部|顶端|底端|顶面|底面|端面|端部|管口|阳极|阴极|正极|负极|中心|中部|轴线|"
    r"外周|内周|外围|周缘|边缘|表面|外表面|内表面|一端|两端|一侧|两侧|四周|周侧|外壁|内壁|侧边|端|侧|部|面|方向|位置|高度|宽度|长度|厚度|直径|"
    r"半径|内径|外径|重心|质心|背面|正面|内部|外部|上部|下部|前部|后部|根部|头部|尾部|轴心|圆心|边|角|内侧|外侧|上侧|下侧|前端|后端|"
    r"上端|下端|左端|右端|始端|末端|外缘|内缘|自由端|轴向|径向|周向|内腔|开口端|中央|中间|交点|交线|起点|终点|形状|数量|个数|大小|尺寸|面积|体积|"
    r"重量|质量|颜色|材料|材质|名称|编号|类型|种类|时间|时刻|过程|方法|步骤|装置|系统|设备|产品|组合物|用途|发明|实用新型|"
    r"技术方案|方案|技术|目的|情况|部分|部件|特征|内容|公式|式|比例|条件|要求|操作|功能|作用|结果|问题|对象|参数|数值|值|取值范围|"
    r"取值|范围|关系|表达式|流程|程序|具体|如|具有|包括|为))$"
)
_DERIVED = lazy(
    r"(?:结果|信息|数据|值|信号|过程|步骤|操作|指令|条件|情况|处理|时间|时刻|关系|方式|方法|数量|类型|集合|集|列表|序列|"
    r"阶段|功能|任务|请求|内容|参数|次数|状态|位置|方向|率|度|量|系数|公式|规则|结论|后|前|时|者|性|力|物|液|化合物|材料|装置|系统|设备|部分|图|表|组|体|面|点|等)$"
)


@dataclass(frozen=True)
class Plain:
    """A text normalised for comparing terms: ``text`` with spaces, quotes and reference signs left out and each
    marker (所述, 该 …) as one MARK; ``offsets[i]`` is where character *i* stands in the document."""

    text: str
    offsets: tuple[int, ...]

    @cached_property
    def unmarked(self) -> str:
        """The text without markers."""
        return self.text.replace(MARK, "")


def normalise(span: Span, cited: Iterable[Span] = ()) -> Plain:
    """Normalise ``span``; markers that directly follow one of the ``cited`` phrases are dropped, not marked.

    “根据权利要求1所述的泵” names the claim's own subject and refers to nothing inside it.
    """
    folded = span.folded
    base = span.start
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for start, end, instead in _cuts(folded, [(phrase.start - base, phrase.end - base) for phrase in cited]):
        if start > last:
            pieces.append(folded[last:start])
            offsets.extend(range(base + last, base + start))
        if instead and start >= last:
            pieces.append(instead)
            offsets.append(base + start)
        last = max(last, end)
    pieces.append(folded[last:])
    offsets.extend(range(base + last, base + len(folded)))
    return Plain("".join(pieces), tuple(offsets))


def unmarked(folded: str) -> str:
    """Folded text normalised, without markers and without places."""
    pieces: list[str] = []
    last = 0
    for start, end, _ in _cuts(folded):
        if start > last:
            pieces.append(folded[last:start])
        last = max(last, end)
    pieces.append(folded[last:])
    return "".join(pieces).replace(MARK, "")


def _cuts(folded: str, cited: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int, str]]:
    """What normalising cuts out of a text, in order: from, to, what stands instead."""
    cuts = [(match.start(), match.end(), "") for pattern in (_SIGNS, _BARE_SIGN) for match in pattern.finditer(folded)]
    for begin, stop in cited:
        tail = _CITED_TAIL.match(folded, stop)
        cuts.append((begin, tail.end() if tail else stop, ""))
    dropped = sorted(cuts)
    passed = covered = 0
    for match in _MARKERS.finditer(folded):
        while passed < len(dropped) and dropped[passed][0] <= match.start():
            covered = max(covered, dropped[passed][1])
            passed += 1
        if match.start() >= covered:
            cuts.append((match.start(), match.end(), MARK))
    cuts += [(match.start(), match.end(), "") for match in _SKIP.finditer(folded)]
    return sorted(cuts)


@dataclass(frozen=True)
class Mention:
    """A definite mention: the claim, where its marker and its first word stand (indexes into ``plain``).

    ``verb`` is the act passed over before the thing (所述|读取的|参数), ``unit`` the measure word (该|帧|图像), or "".
    """

    claim: Claim
    plain: Plain
    marker: int
    start: int
    verb: str = ""
    unit: str = ""

    @property
    def rest(self) -> str:
        """What follows the marker, at most 40 characters, up to the next marker."""
        return self.plain.text[self.start : self.start + 40].split(MARK)[0]

    def span(self, length: int) -> Span:
        """The document's words for the first ``length`` characters of the mention."""
        last = self.plain.offsets[self.start + max(length, 1) - 1]
        return Span(self.claim.body.document, self.plain.offsets[self.start], last + 1)


def part_names(numerals: Iterable[Numeral]) -> frozenset[str]:
    """The part names known for certain: those of reference signs, normalised, two characters and more."""
    names = (_SKIP.sub("", _SIGNS.sub("", numeral.name)) for numeral in numerals)
    return frozenset(name for name in names if len(name) >= 2 and not STOP_RE.match(name))


class TermIndex:
    """The mentions in a filing's claims and the texts they can refer back to.

    ``names`` are the part names known for certain; they decide boundaries before any list of words does.
    """

    def __init__(self, claims: tuple[Claim, ...], names: frozenset[str]) -> None:
        self.claims = claims
        self.names = names
        self._plain: dict[int, Plain] = {}
        self._mentions: dict[int, tuple[Mention, ...]] = {}

    def plain(self, claim: Claim) -> Plain:
        """The claim's body normalised."""
        key = id(claim)
        if key not in self._plain:
            self._plain[key] = normalise(claim.body, [citation.span for citation in claim.citations])
        return self._plain[key]

    def mentions(self, claim: Claim) -> tuple[Mention, ...]:
        """The definite mentions of a claim, in order."""
        key = id(claim)
        if key not in self._mentions:
            self._mentions[key] = tuple(self._find_mentions(claim))
        return self._mentions[key]

    def _find_mentions(self, claim: Claim) -> Iterator[Mention]:
        plain = self.plain(claim)
        for marker in re.finditer(MARK, plain.text):
            index, start = marker.start(), marker.end()
            unit = verb = ""
            quantity = QUANTITY.match(plain.text, start)
            if quantity:
                start, unit = quantity.end(), quantity[0]
            # “所述读取的参数” refers to the parameter.
            act = STOP_RE.match(plain.text, start)
            if act and len(act[0]) >= 2 and plain.text.startswith("的", act.end()):
                start, verb = act.end() + 1, act[0]
            if start >= len(plain.text) or plain.text[start] in "，。；：、,;:\n" + MARK:
                continue
            step = STEP.match(plain.text, start)
            if _ACT.match(plain.text, start) or (_LABEL.match(plain.text, start) and step is None):
                continue
            mention = Mention(claim, plain, index, start, verb, unit)
            # “所述获取所述图像” names an act by its verb alone.
            if mention.rest not in STOPS:
                yield mention

    def before(self, mention: Mention) -> str:
        """The claim's own words before the mention, unmarked."""
        return mention.plain.text[: mention.marker].replace(MARK, "")

    def chain_text(self, chain: tuple[Claim, ...]) -> str:
        """The words of a chain of ancestors, unmarked."""
        return "\n".join(self.plain(claim).unmarked for claim in chain)

    def longest_known(self, rest: str) -> str:
        """The longest part name with which ``rest`` begins, "" if none does."""
        for length in range(min(len(rest), 24), 1, -1):
            if rest[:length] in self.names:
                return rest[:length]
        return ""


@lru_cache(maxsize=65536)
def is_boundary(rest: str) -> bool:
    """Whether a noun phrase can end where ``rest`` (what follows it) begins."""
    if not rest:
        return True
    # 将所述釉浆|过250目的筛
    if rest[0] == "过" and rest[1:2].isdigit():
        return True
    match = STOP_RE.match(rest)
    if match is None:
        return not ("一" <= rest[0] <= "鿿")
    word = match[0]
    if word in _HARD_WORDS:
        return True
    if word in "中内外上下里":
        return _LOCATIVE.match(rest) is not None
    if len(word) < 2:
        return not (word == "设" and rest[1:2] in ("备", "施"))
    # 预警|提示。: at the end of a phrase a word that is verb and noun is the noun.
    if _HEAD_RE.fullmatch(word) and not "一" <= rest[len(word) : len(word) + 1] <= "鿿":
        return False
    # 采集|单元, 运动|统计|模块: the verbs belong to the noun if a noun's head follows them.
    end = match.end()
    for _ in range(_MOST_VERBS):
        following = STOP_RE.match(rest, end)
        if following is None or len(following[0]) < 2 or following[0] in _HARD_WORDS:
            break
        end = following.end()
    return _HEAD_RE.match(rest, match.end()) is None and _HEAD_RE.match(rest, end) is None


def ends_at(rest: str, length: int) -> bool:
    """Whether the phrase with which ``rest`` begins can end after ``length`` characters.

    Inside a Latin word or a number it cannot.
    """
    following = rest[length : length + 1]
    before = rest[length - 1 : length]
    if following.isascii() and following.isalnum() and before.isascii() and before.isalnum():
        return False
    if following == "则" and before in "规法准原细守":
        return False
    if following == "沿" and before in "边升降前后床帽上下外内口岸":
        return False
    # 比|较 is inside 比较.
    if length >= 2 and before + following in _STOPS_OF_TWO:
        return False
    return is_boundary(rest[length:])


def derived_stem(term: str) -> str:
    """What an act's or a property's name rests on: 判断结果 → 判断, "" if it has no such ending or too short a stem."""
    match = _DERIVED.search(term)
    stem = term[: match.start()] if match else ""
    return stem if len(stem) >= 2 else ""


def first_boundary(rest: str, least: int = 2) -> int:
    """The length of the noun phrase with which ``rest`` begins, ``least`` or more, by word boundaries alone."""
    limit = min(len(rest), 24)
    for index in range(min(least, limit), limit):
        if ends_at(rest, index):
            return index
    return limit
