import re
from collections import Counter
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck
from ipcheck.patent.terms import INHERENT, MARK, Plain, TermIndex, ends_at, first_boundary

_ARTICLE = r"(?:一个|一种|一块|一根|一条|一台|一套|一片|一组|一对|一只|一张|一段)"
# 还包括弹簧, 还设有一个弹簧: said to be one thing more.
_MORE = lazy(
    rf"还(?:进一步)?(?:包括有?|包含有?|含有|设有|设置有|开设有|安装有|装有|配有|配备有|具有|固定有|连接有)"
    rf"[：:\n]?(?:{_ARTICLE}|一)?"
)
# 设有一个弹簧, in a claim that cites one where the spring already is.
_AGAIN = lazy(rf"(?:设|装|开设|固定|连接|包括|套设|安装|配备|设置|具)有?(?:{_ARTICLE}|一(?=[一-鿿]{{2}}))")
# 设有弹簧, only for a part that has one sign of its own.
_AGAIN_BARE = lazy(rf"(?:设|装|固定|连接|套设|安装|设置)有(?!{_ARTICLE}|一)")
# Of these a thing has several, on this side and on that.
_REPEATED = lazy(
    r"(?:孔|槽|口|起|台|面|边|角|肋|筋|缝|齿|轴承|螺钉|螺栓|螺母|螺丝|垫|圈|环|销|铆钉|卡扣|块|片|柱|轮|层|阀|管"
    r"|模块|按钮|灯)$"
)
_LEAD = lazy(rf"{_ARTICLE}|一(?=[一-鿿]{{2}})")
_NOUN = lazy(r"[一-鿿A-Za-z]{2,14}")
_LIST = lazy(r"、|以及|和(?!/)|与|及")
_MANY = lazy(r"另|其他|其它|多|两|三|四|若干|至少|第|各|每|分别|新的|再|又|相应|对应|不同|额外")
_BEFORE = lazy(rf"(?:^|[，。；：、,;:\n{MARK}的和与及或有括含设将对在由从把为于至经]|{_ARTICLE}|一)$")


class FeatureReintroduced(PatentCheck):
    """前面已经引入的特征，后面又用“还包括”“还设有”当作新的特征引入了一次。

    同一名称两次引入，读者分不清是同一个部件还是又一个同名的部件，保护范围不清楚。
    指同一个的，写“所述弹簧”；确是另一个的，用“第一弹簧”“第二弹簧”或者别的名称区分。
    看“还包括”“还设有”之后、从属权利要求里“设有一个”之后列出的名称，以及带附图标记的部件在“设有”“安装有”之后再次出现；
    不同分支各自引入的、写明“另一个”“多个”“第二”的不报；同一项里“一弹簧”写了两次的，往往是左右各一个，不报；
    孔、槽、螺钉、轴承一类本来就有好几个的，只看“还包括”。
    """

    code = "CLR003"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("质量评价", "57"))
    message = "权利要求{claim}又引入了一次“{words}”，{where}已有：指同一个的写“所述{words}”，不是同一个的请另起名称"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种座椅，包括椅面和弹簧，所述弹簧支承所述椅面。\n2. 根据权利要求1所述的座椅，"
        "还包括另一个弹簧和多个垫片。\n"
        "3. 根据权利要求1所述的座椅，还包括第二弹簧、弹簧座和靠背，所述靠背倾斜。\n"
        "4. 根据权利要求1所述的座椅，还设有靠背。",
        "1. 一种座椅，包括椅面，所述椅面的左侧设有一弹簧，右侧设有一弹簧。\n"
        "2. 根据权利要求1所述的座椅，所述椅面包括弹簧，还包括端面和步骤。",
        "1. 一种车，包括车架(1)，所述车架(1)的左侧设有安装孔(2)。\n2. 根据权利要求1所述的车，右侧设有一安装孔(2)。",
        "1. 一种识别方法，包括：获取图像；识别所述图像。\n2. 根据权利要求1所述的方法，还包括：获取图像的时间。",
    )
    bad = (
        "1. 一种座椅，包括椅面和弹簧，所述弹簧支承所述椅面。\n2. 根据权利要求1所述的座椅，还包括靠背和⟦弹簧⟧。",
        "1. 一种座椅，包括椅面和弹簧，所述弹簧弯曲。\n2. 根据权利要求1所述的座椅，所述椅面下方设有一个⟦弹簧⟧。",
        "1. 一种车，包括车架(1)和电机(2)。\n2. 根据权利要求1所述的车，所述车架(1)上安装有⟦电机⟧(2)。",
        "1. 一种加热炉，包括炉体(1)、风机(2)和阀门(3)。\n"
        "2. 根据权利要求1所述的加热炉，还设有一个⟦风机⟧(2)，所述风机(2)朝向炉体(1)。",
    )
    missed = (("1. 一种座椅，包括椅面和弹簧。\n2. 根据权利要求1所述的座椅，其特征在于，所述椅面下方⟦有一弹簧⟧。"),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        index = filing.terms
        signs = Counter(numeral.name for numeral in filing.numerals.values())
        for claim in filing.claims:
            plain = index.plain(claim)
            places = [(item.start(), item.end(), _MORE) for item in _MORE.finditer(plain.text)]
            # Within one claim 设有一弹簧 twice may be one on either side.
            for pattern in (_AGAIN, _AGAIN_BARE) if claim.parents else ():
                places += [(0, item.end(), pattern) for item in pattern.finditer(plain.text)]
            seen: set[int] = set()
            for before, begin, pattern in places:
                for start, noun in _listed(plain.text, begin):
                    if start in seen or (pattern is not _MORE and _REPEATED.search(noun)):
                        continue
                    if pattern is _AGAIN_BARE and signs[noun] != 1:
                        continue
                    seen.add(start)
                    where = _where(index, claim, before, noun)
                    if where:
                        yield self.at(_span(claim, plain, start, noun), claim=claim.number, where=where)


def _where(index: TermIndex, claim: Claim, before: int, noun: str) -> str:
    """Where the noun was brought in before, "" unless so on every chain."""
    if _introduces(index.plain(claim).text[:before], noun):
        return "前文"
    found = ""
    for path in claim.paths:
        at = next((item for item in path if _introduces(index.plain(item).text, noun)), None)
        if at is None:
            return ""
        found = found or f"权利要求{at.number}"
    return found


def _listed(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The nouns listed from ``start`` on, with their places; up to the first that has more to it than a name."""
    while start < len(text):
        rest = text[start : start + 40]
        article = _LEAD.match(rest)
        skip = article.end() if article else 0
        noun = rest[skip : skip + first_boundary(rest[skip:])]
        after = start + skip + len(noun)
        joined = _LIST.match(text, after)
        # 还包括弹簧座的端面, 还包括获取图像: no plain list of parts.
        if joined is None and not re.match(r"[，。；,;\n]|$", text[after : after + 1]):
            return
        if not _NOUN.fullmatch(noun) or _MANY.match(noun) or INHERENT.match(noun):
            return
        yield start + skip, noun
        if joined is None:
            return
        start = joined.end()


def _introduces(text: str, noun: str) -> bool:
    """Whether ``text`` holds the noun as a term of its own, not behind another thing's 多个 or 第一."""
    at = text.find(noun)
    while at >= 0:
        if _BEFORE.search(text[max(0, at - 3) : at]) and ends_at(text[at : at + len(noun) + 10], len(noun)):
            return True
        at = text.find(noun, at + 1)
    return False


def _span(claim: Claim, plain: Plain, start: int, noun: str) -> Span:
    return Span(claim.body.document, plain.offsets[start], plain.offsets[start + len(noun) - 1] + 1)
