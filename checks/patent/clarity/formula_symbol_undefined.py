import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_LETTER = "A-Za-zα-ωΓΘΛΞΦΨΩ"
_SYMBOL = rf"Δ?[{_LETTER}][0-9]{{0,2}}'?"
_TERM = rf"(?:{_SYMBOL}|\d+(?:\.\d+)?)"
_SIGN = r"[-+*/×÷·^()\[\]]"
# A formula simple enough to be read: Q=k·A·ΔT, v = s / t. One letter, perhaps a digit, is one symbol.
_FORMULA = lazy(
    rf"(?<![{_LETTER}0-9_.>])(?P<left>{_SYMBOL})[ ]?=[ ]?"
    rf"(?P<right>[(\[]?-?{_TERM}(?:[ ]?{_SIGN}[ ]?){{1,3}}[(\[]?{_TERM}"
    rf"(?:[ ]?{_SIGN}{{0,3}}[ ]?{_TERM}){{0,12}}[)\]]*)(?=[ ]*(?:[，。；,;、\n(]|$|[一-鿿]))"
)
# Q=kAΔT: letters side by side, each a symbol if the others are told one by one.
_PRODUCT = lazy(
    rf"(?<![{_LETTER}0-9_.>])(?P<left>[{_LETTER}])[ ]?=[ ]?"
    rf"(?P<right>(?:Δ?[{_LETTER}]){{2,6}})(?=[ ]*(?:[，。；,;、\n]|$))"
)
_FUNCTION = lazy(rf"[{_LETTER}]{{2}}|(?<![{_LETTER}])[A-Za-z]\(")
_ONE = lazy(rf"(?<![{_LETTER}Δ_]){_SYMBOL}(?![{_LETTER}_\[({{])")
_CUE = lazy(r"公式|式|计算|表达|满足|其中|关系|得到|即|[:\n][ ]*$")
_CONSTANTS = frozenset("πed")


class FormulaSymbolUndefined(PatentCheck):
    """权利要求的公式里有符号没有说明含义。

    公式的每个符号都要有确定的含义，必要时写明单位，否则公式所限定的保护范围不清楚。
    在公式之后逐个写明：“其中，Q为热量，k为传热系数”；所引用的权利要求里已经说明的，不必重复。
    只看能从文字里读出来的简单公式（单个字母加数字的符号，用加减乘除连接），
    公式里的符号在本权利要求和所引用的权利要求的文字里
    一次也没有出现过才报；图片公式、带下标和函数的公式、π、e 不报，请人工核对。
    """

    code = "CLR029"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}的公式“{formula}”里，符号“{words}”没有说明含义：请写明它代表什么"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种测热方法，热量按下式计算：\nQ=k×A×T，\n其中，Q为热量，k为传热系数，A为面积，T表示温差。\n"
        "2. 根据权利要求1所述的方法，S=2×π×A+Q，S为总值。",
        "1. 一种测热方法，令i=0，执行i=i+1，其中i为序号，电阻R=5Ω，函数y=f(x)，压力P=10MPa，材料M=PVC，M为材料。",
    )
    bad = (
        "1. 一种测热方法，热量按下式计算：Q=⟦k⟧×A×T，其中，Q为热量，A为面积，T为温差。",
        "1. 一种测热方法，按Q=⟦k⟧AΔT，其中，Q为热量，A为面积，ΔT为温差，计算热量。",
        "1. 一种测速方法，包括计时。\n2. 根据权利要求1所述的方法，速度v=(s-⟦b⟧)/t，其中，s表示路程，t是时间，v是速度。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        known: dict[int, set[str]] = {}
        for claim in filing.claims:
            yield from self._side_by_side(claim, known)
            formulas = list(claim.body.find(_FORMULA))
            if not formulas:
                continue
            told: set[str] | None = None
            seen: set[str] = set()
            for formula in formulas:
                place = claim.body.at(formula)
                before = place.document.folded[max(claim.body.start, place.start - 30) : place.start]
                # f(x), kA: a function, or letters that are one symbol or two.
                if _FUNCTION.search(formula["right"]):
                    continue
                cued = _CUE.search(before) is not None
                for symbol in place.find(_ONE):
                    name = symbol[0]
                    if name in seen or name in _CONSTANTS:
                        continue
                    seen.add(name)
                    if told is None:
                        told = _told(claim, known)
                    if name not in told and name.strip("Δ0123456789'") not in told and (cued or told):
                        shown = str(place)
                        yield self.at(Span(place.document, *symbol.span()), claim=claim.number, formula=shown)

    def _side_by_side(self, claim: Claim, known: dict[int, set[str]]) -> Iterator[Finding]:
        for formula in claim.body.find(_PRODUCT):
            told = _told(claim, known)
            letters = list(re.finditer(rf"Δ?[{_LETTER}]", formula["right"]))
            strange = [letter for letter in letters if letter[0] not in told and letter[0] not in _CONSTANTS]
            if formula["right"] not in told and len(strange) * 2 <= len(letters) and formula["left"] in told:
                for letter in strange:
                    start = formula.start("right") + letter.start()
                    place = Span(claim.body.document, start, start + len(letter[0]))
                    yield self.at(place, claim=claim.number, formula=claim.body.at(formula))


def _told(claim: Claim, known: dict[int, set[str]]) -> set[str]:
    """The symbols that the words of the claim and of those it cites contain outside formulas; ``known`` keeps each."""
    found: set[str] = set()
    seen = {id(claim): claim} | {id(item): item for path in claim.paths for item in path}
    for key, item in seen.items():
        if key not in known:
            words = _PRODUCT.sub(" ", _FORMULA.sub(" ", item.body.folded))
            runs = re.findall(rf"Δ?[{_LETTER}][{_LETTER}0-9_']{{0,6}}", words)
            known[key] = {name for run in runs for name in (run, run[:1], run.rstrip("0123456789'"))}
        found |= known[key]
    return found
