import re
from collections.abc import Iterator
from typing import NamedTuple

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_UNIT = r"(?:%|‰|℃|°C?|[A-Za-zμΩ]{1,4}(?:[/·][A-Za-z]{1,3})?[²³]?|[毫厘微纳千]?[米克升秒]|分钟|小时|天|度|次|倍|个|岁)"
_NUMBER = rf"\d{{1,6}}(?:\.\d{{1,4}})?[ ]?{_UNIT}?"
_ABOVE = ("大于", "高于", "超过", "多于", ">")
_BELOW = ("小于", "低于", "不足", "少于", "未达到", "<")
_FROM = (
    *("大于或等于", "大于或者等于", "大于等于", "高于或等于", "高于或者等于", "不小于", "不低于", "不少于", "≥", ">="),
    "以上",
)
_TO = (
    *("小于或等于", "小于或者等于", "小于等于", "低于或等于", "低于或者等于", "不大于", "不高于", "不超过", "不多于"),
    *("未超过", "≤", "<=", "以下", "以内"),
)
_WORDS = "|".join(sorted((*_ABOVE, *_BELOW, *_FROM, *_TO), key=len, reverse=True))
_BEFORE = lazy(
    rf"(?<!不)(?P<word>{_WORDS})[ ]?(?P<value>{_NUMBER}|(?:所述|该)?[一-鿿]{{0,8}}(?:阈值|预设值|设定值|标准值"
    rf"|临界值))"
)
_AFTER = lazy(rf"(?P<value>{_NUMBER})(?:及|或者?)?(?P<word>以上|以下|以内)")
# The bands stand in cases: 当……时, 若……则, ……的情况下.
_CASE = lazy(r"(?:当|若|如果|如|在|响应于|一旦)[^，。；,;\n]{0,30}$")
_CASE_AFTER = lazy(r"[^，。；,;\n]{0,6}?(?:时|则|的情况|的条件|的话|为[一-鿿]{1,4}[级档等])")
_CLAUSE = 40


class _Bound(NamedTuple):
    span: Span
    kind: str
    value: str


class RangeBoundaryWord(PatentCheck):
    """相邻的两档在分界点上重叠，或者都不包括分界点：“10℃以上时……；10℃以下时……”。

    审查指南规定，“大于”“小于”“超过”不包括本数，“以上”“以下”“以内”包括本数；两档都包括分界值时就重叠，
    都不包括时就漏了分界值，方案在这一点上不确定。
    改一档的用词：“10℃以上”配“小于10℃”，“大于10℃”配“10℃以下”。
    只比较一项权利要求里同一数值（或者同名阈值）、都写成条件（当、若、……时、……则）的两档；
    都不包括的只报带数字的，“大于阈值时……，小于阈值时……”常见，不报；范围的上下限（“大于5且小于10”）不报。
    """

    code = "CLR026"
    level = Level.ADVICE
    basis = (cite("指南", "2-2-3.3"),)
    message = "权利要求{claim}的“{words}”与前面的“{other}”{fault}：请把其中一档改为{cure}本数的写法"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种控制方法，当温度为10℃以上时开机，当温度小于10℃时停机；若电压大于5V则报警，若电压小于等于5V则不报警。",
        "1. 一种控制方法，温度大于10℃且小于20℃，铜为10%以上，铝为10%以下；当得分大于阈值时通过，"
        "当得分小于阈值时不通过。",
    )
    bad = (
        "1. 一种控制方法，当温度为10℃以上时开机，当温度为⟦10℃以下⟧时停机。",
        "1. 一种控制方法，若电压大于5V则报警，若电压⟦小于5V⟧则停止报警。",
        "1. 一种识别方法，若得分大于或等于阈值，则通过；若得分⟦不大于阈值⟧，则不通过。",
    )
    missed = ("1. 一种控制方法，当温度达到10℃时开机，当温度⟦降到10℃⟧时停机。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            bounds = sorted(_bounds(claim.body), key=lambda item: item.span.start)
            last: dict[str, _Bound] = {}
            for bound in bounds:
                other = last.get(bound.value)
                last[bound.value] = bound
                if other is None:
                    continue
                kinds = {other.kind, bound.kind}
                if kinds == {"from", "to"}:
                    fault, cure = "都包括分界值，两档重叠", "不包括"
                elif kinds == {"above", "below"} and bound.value[:1].isdigit():
                    fault, cure = "都不包括分界值，漏了这一点", "包括"
                else:
                    continue
                yield self.at(
                    bound.span,
                    related=[other.span],
                    claim=claim.number,
                    other=other.span,
                    fault=fault,
                    cure=cure,
                )


def _bounds(body: Span) -> Iterator[_Bound]:
    text = body.document.folded
    for pattern in (_BEFORE, _AFTER):
        for match in body.find(pattern):
            before = text[max(body.start, match.start() - _CLAUSE) : match.start()]
            if not _CASE.search(before) and not _CASE_AFTER.match(text, match.end(), body.end):
                continue
            word = match["word"]
            kind = "from" if word in _FROM else "to" if word in _TO else "above" if word in _ABOVE else "below"
            value = re.sub(r"\s|所述|该", "", match["value"])
            yield _Bound(body.at(match), kind, value)
