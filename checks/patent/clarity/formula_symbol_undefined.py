import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_LETTER = "A-Za-zα-ωΓΘΛΞΦΨΩ"
_RUN = rf"(?:Δ?[{_LETTER}]){{1,3}}[0-9]{{0,2}}'?"
_TERM = rf"(?:\d+(?:\.\d+)?[ ]?(?:{_RUN})?|{_RUN})"
_SIGN = r"[-+*/×÷·∙^()\[\]]"
# A formula simple enough to be read: Q=k·A·ΔT, v = s / t, y=ax+b. No indices, no functions.
_FORMULA = lazy(
    rf"(?<![{_LETTER}0-9_.>)\]])(?P<left>Δ?[{_LETTER}][0-9]{{0,2}}'?)[ ]?=[ ]?"
    rf"(?P<right>[(\[]{{0,2}}-?{_TERM}(?:[ ]?{_SIGN}{{1,3}}[ ]?{_TERM}){{0,14}}[)\]]{{0,2}})"
    rf"(?=[ ]*(?:[,，。；;、\n]|$|[一-鿿]))"
)
_SYMBOLS = lazy(rf"(?<![{_LETTER}Δ])(?P<run>(?:Δ?[{_LETTER}])+)(?P<digits>[0-9]{{0,2}}'?)")
_ONE = lazy(rf"Δ?[{_LETTER}]")
_WORDS = lazy(rf"Δ?[{_LETTER}][{_LETTER}0-9_']{{0,8}}")
_FUNCTION = lazy(r"sin|cos|tan|log|ln|lg|exp|max|min|lim|mod|abs|sum|arg|(?<![A-Za-z])[A-Za-z]\(")
_UNIT = lazy(
    r"(?<![A-Za-z])\d+(?:\.\d+)?[ ]?(?:[kMGmμn]?(?:m|g|s|V|A|W|Pa|Hz|L|J|N|K|Ω|F|H|mol)|h|min|dB|rpm)(?![A-Za-z])"
)
_CUE = lazy(r"式|计算|表达|满足|其中|关系|得到|按照?|即|为|由|[:\n][ ]*$")
_SURE = lazy(r"(?:公式|下式|计算|满足)[^，。；,;]{0,6}$")
_CONSTANTS = frozenset("πed")


class FormulaSymbolUndefined(PatentCheck):
    """权利要求的公式里有符号没有说明含义。

    公式的每个符号都要有确定的含义，必要时写明单位，否则公式所限定的保护范围不清楚。
    在公式之后逐个写明：“其中，Q为热量，k为传热系数”；所引用的权利要求里已经说明的，不必重复。
    只看能从文字里读出来的简单公式（单个字母加数字的符号，用加减乘除连接或者并写），符号在本权利要求和所引用的
    权利要求的公式以外的文字里一次也没有出现过才报，一个公式报一处；图片公式、带下标和函数的公式、π、e 不报，
    请人工核对。
    """

    code = "CLR029"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}的公式“{formula}”里，符号{symbols}没有说明含义：请写明各代表什么"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种测热方法，热量按下式计算：\nQ=k×A×T，\n其中，Q为热量，k为传热系数，A为面积，T表示温差。\n"
        "2. 根据权利要求1所述的方法，S=2×π×A+Q，S为总值，按Q=kAT修正。",
        "1. 一种测热方法，令i=0，执行i=i+1，其中i为序号，电阻R=5Ω，函数y=f(x)，压力P=10MPa，材料M=PVC，电压U=5V+3V，"
        "由y=sin(x)得到。",
        "1. 一种测热方法，型号为X=B，损失L=loss+w，由字段S=ID标识。",
    )
    bad = (
        "1. 一种测热方法，热量按下式计算：Q=⟦k⟧×A×T，其中，Q为热量，A为面积，T为温差。",
        "1. 一种测热方法，按Q=⟦k⟧AΔT，其中，Q为热量，A为面积，ΔT为温差，计算热量。",
        "1. 一种测速方法，包括计时。\n2. 根据权利要求1所述的方法，速度v=(s-⟦b⟧)/t，其中，s表示路程，t是时间，v是速度。",
        "1. 一种校正方法，按照⟦y⟧=ax+b修正测量值，满足⟦E⟧=hN。",
    )
    missed = ("1. 一种测热方法，热量按下式计算：Q等于⟦k⟧乘以A乘以T，其中，Q为热量，A为面积，T为温差。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        known: dict[int, set[str]] = {}
        for claim in filing.claims:
            told: set[str] | None = None
            seen: set[str] = set()
            for formula in claim.body.find(_FORMULA):
                right = formula["right"]
                if _FUNCTION.search(right) or _UNIT.search(right) or not _reads_as_formula(right):
                    continue
                told = _told(claim, known) if told is None else told
                strange, symbols = _strange(formula, told)
                strange = [(at, name) for at, name in strange if name not in seen]
                before = claim.body.document.folded[max(claim.body.start, formula.start() - 30) : formula.start()]
                # Of a formula of which nothing is told, more must show that it is one.
                signed = re.search(r"[-+*/×÷·^]", right) is not None
                sure = _SURE.search(before) is not None or (signed and _CUE.search(before) is not None)
                if not strange or (len(strange) == symbols and not sure):
                    continue
                seen.update(name for _, name in strange)
                at, name = strange[0]
                names = "、".join(f"“{name}”" for name in dict.fromkeys(name for _, name in strange))
                place = Span(claim.body.document, at, at + len(name))
                yield self.at(place, claim=claim.number, formula=claim.body.at(formula), symbols=names)


def _reads_as_formula(right: str) -> bool:
    """Two terms joined by a sign, or symbols side by side; not a single name or number."""
    return re.search(r"[-+*/×÷·^]", right) is not None or len(_ONE.findall(right)) >= 2


def _strange(formula: re.Match[str], told: set[str]) -> tuple[list[tuple[int, str]], int]:
    """The symbols that are not told, with their places, and how many symbols there are."""
    strange: list[tuple[int, str]] = []
    count = 0
    for match in _SYMBOLS.finditer(formula[0]):
        whole = match["run"] + match["digits"]
        if whole in told or match["run"] in told:
            count += 1
            continue
        pieces = list(_ONE.finditer(match["run"]))
        for piece in pieces:
            name = piece[0] + (match["digits"] if len(pieces) == 1 else "")
            count += 1
            if name not in told and piece[0].strip("Δ") not in told and name not in _CONSTANTS:
                strange.append((formula.start() + match.start() + piece.start(), name))
    return strange, count


def _told(claim: Claim, known: dict[int, set[str]]) -> set[str]:
    """The symbols that the words of the claim and of those it cites contain outside formulas; ``known`` keeps each."""
    found: set[str] = set()
    seen = {id(claim): claim} | {id(item): item for path in claim.paths for item in path}
    for key, item in seen.items():
        if key not in known:
            text = item.body.folded
            for formula in reversed(list(_FORMULA.finditer(text))):
                text = f"{text[: formula.start()]} {text[formula.end() :]}"
            runs = _WORDS.findall(text)
            known[key] = {name for run in runs for name in (run, run.rstrip("0123456789'"), run.partition("_")[0])}
        found |= known[key]
    return found
