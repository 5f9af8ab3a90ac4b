import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_AFTER_NOUN = "的和与及或在是有为位中上下内外"
_NUMBERS = "一二三四五六七八九"
# 第二方面, 第二次 count; 第二代 is a word of its own.
_ORDINAL = lazy(
    r"第(?P<number>[二三四五六七八九])(?=(?P<noun>(?![方种次步代天年类项节章条款届批轮行列页者个])[一-鿿A-Za-z]{2,10}))"
)
_LISTED = lazy(r"第[一二三四五六七八九](?:[和与、或及/至到～~-]|以及|或者)+第?[一二三四五六七八九]")


class OrdinalGap(PatentCheck):
    """权利要求里有“第二某某”，它自己和它引用的权利要求里却没有“第一某某”。

    序数词只用来区分同名的特征；没有第一而出现第二，读者会以为漏写了一个特征，保护范围不清楚。
    补写“第一某某”，或者在只有一个时删去序数词。
    只比较名称的开头两个字，“第一”“第二”修饰的名称不同（第一驱动电机、第二电机）也算有；先后次序颠倒不报；
    前一个只在它不引用的权利要求里有的，只作建议。
    """

    code = "CLR005"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("质量评价", "20"))
    message = "权利要求{claim}写了“{words}”，它和它引用的权利要求里却没有“{before}”：请补写前一个，或者删去序数词"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种泵，包括第一电机和第二电机。",
        "1. 一种泵，包括第一电机。\n2. 根据权利要求1所述的泵，还包括第二电机。",
        "1. 一种泵，包括泵体和叶轮，在第二方面，所述叶轮第二次转动。",
        "1. 一种泵，包括第一驱动电机和第二电机。",
        "1. 一种泵，第一、第二电机相连，第一和第二轴承相对。",
        "1. 一种泵，包括第一阀和第二阀。\n2. 根据权利要求1所述的泵，所述第二阀是球阀。",
    )
    bad = (
        "1. 一种泵，包括泵体和⟦第二电机⟧。\n2. 根据权利要求1所述的泵，所述第二电机有风扇。",
        "1. 一种泵，包括第一阀芯和第二阀芯。\n2. 一种阀，包括阀座和⟦第二弹簧⟧。",
        "1. 一种炉，包括炉体。\n2. 根据权利要求1所述的炉，有第一风门。\n3. 根据权利要求1所述的炉，有⟦第二风门⟧。",
        "1. 一种炉，包括第一风门、第二风门和⟦第四风门⟧。",
    )
    missed = (
        "1. 一种泵，包括泵体和⟦电机二⟧。",
        "1. 一种泵，包括泵体和⟦2号电机⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            seen: set[str] = set()
            chain = _chain(claim)
            inherited = "\n".join(ancestor.body.folded for ancestor in chain)
            own = claim.body.folded
            for match in claim.body.find(_ORDINAL):
                head = match["noun"][: 1 if match["noun"][1] in _AFTER_NOUN else 2]
                key = f"第{match['number']}{head}"
                if key in seen or key in inherited:
                    continue
                seen.add(key)
                before = _NUMBERS[_NUMBERS.index(match["number"]) - 1]
                if _has(own, before, head) or _has(inherited, before, head):
                    continue
                end = match.start("noun") + _noun_length(match["noun"])
                span = Span(claim.body.document, match.start(), end)
                # A numbering that runs on from a claim it does not depend on is untidy, but nobody is misled.
                elsewhere = any(_has(other.body.folded, before, head) for other in filing.claims)
                level = Level.ADVICE if elsewhere else None
                yield self.at(span, level=level, claim=claim.number, before=f"第{before}{span.folded[2:]}")


def _chain(claim: Claim) -> list[Claim]:
    found: dict[int, Claim] = {}
    waiting = list(claim.parents)
    while waiting:
        parent = waiting.pop()
        if id(parent) not in found:
            found[id(parent)] = parent
            waiting.extend(parent.parents)
    return list(found.values())


def _has(text: str, number: str, head: str) -> bool:
    if f"第{number}{head}" in text:
        return True
    if any(number in listed[0] for listed in _LISTED.finditer(text)):
        return True
    return re.search(rf"第{number}[一-鿿A-Za-z]{{0,8}}{re.escape(head)}", text) is not None


def _noun_length(noun: str) -> int:
    """How much of ``noun`` to mark: up to the first word that is clearly no noun, at most four characters."""
    if noun[1] in _AFTER_NOUN:
        return 1
    stop = re.search(rf"[{_AFTER_NOUN}]|设|连|包|通过|固定|安装", noun[2:])
    return min(4, 2 + stop.start() if stop else len(noun))
