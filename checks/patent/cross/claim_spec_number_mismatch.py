import re
from collections.abc import Iterator
from typing import NamedTuple

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Description, Filing, PartName, PatentCheck

_UNIT = (
    r"(?:wt ?%|vol ?%|mol ?%|%|‰|℃|°C|°|[numkcd]?m(?:²|³)?|μm|[mkμn]?g|[mμ]?[lL]|[kMG]?Pa|[km]?V|[mμ]?A|[kMG]?Hz"
    r"|[kM]?W"
    r"|rpm|r/min|mol/L|g/L|mg/L|g/cm³|m/s|min|ms|s|h|分钟|小时|秒|天|重量份|质量份|份|倍|转/分钟?|毫米|厘米|微米"
    r"|米|度|目|层|个|片|根)"
)
_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_RANGE = lazy(
    rf"(?<![\dA-Za-z.~～×^:/\-])(?P<low>-?{_NUMBER})[ ]?(?P<unit1>{_UNIT})?[ ]?(?:[~～∼—–-]{{1,2}}|至|到)[ ]?"
    rf"(?P<high>-?{_NUMBER})[ ]?(?P<unit>{_UNIT})(?![A-Za-z/²³\d])"
)
# 10、15和20mm: a list of values with one unit.
_QUANTITY = lazy(
    rf"(?<![\dA-Za-z.])(?P<values>-?{_NUMBER}(?:[ ]?[、,/和或与][ ]?-?{_NUMBER}){{0,12}})[ ]?"
    rf"(?P<unit>{_UNIT})(?![A-Za-z\d])"
)
# 所述底板(1)的厚度为: the thing and its parameter, then the range.
_NAMED = lazy(
    r"(?P<name>[一-鿿]{2,16}?)[ ]?(?:的?(?:取值|数值)?范围)?(?:优选|控制|设置|设定|保持)?(?:为|是|在|取|于|:|介于"
    r"|等于)?(?:约|大约)?[ ]?$"
)
_SIGN = lazy(r"[(（]\s*[A-Z]{0,2}\d{1,4}[a-z]?\s*[)）]|(?<=[一-鿿])\d{1,3}[a-z]?(?=的)")
_IDLE = lazy(r"所述的?|上述的?|该|其中|其|的|所有|各个?|每个|优选地?|进一步地?|具体地?|并且|而且|并|且|使得?|将")
_SAME_UNIT = {
    "°C": "℃",
    "ml": "mL",
    "l": "L",
    "r/min": "rpm",
    "毫米": "mm",
    "厘米": "cm",
    "微米": "μm",
    "米": "m",
    "小时": "h",
    "分钟": "min",
    "秒": "s",
}
_SHORTEST = 3


class _Range(NamedTuple):
    low: float
    high: float
    unit: str
    name: str
    span: Span


class ClaimSpecNumberMismatch(PatentCheck):
    """同一参数的数值范围，权利要求与说明书写得不一样：权利要求10～20mm，说明书10～15mm。

    权利要求应当以说明书为依据，超出说明书范围的部分得不到支持；多半是改了一处忘了另一处。
    核对哪一个是对的，改成一致；确要较宽的范围，先在说明书里写明并给出实施例。
    参数的名称（如“底板厚度”）和单位都相同，说明书里找不到权利要求的这个范围，给出的范围也都盖不住它的，才报；
    比说明书窄的优选范围、两个端点在说明书里都另有记载的、名称不同的参数不报。
    """

    code = "XDC001"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-2.2.4"))
    message = "权利要求{claim}的{name}为“{words}”，说明书里却是“{other}”：请核对，改成一致"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种搁板，底板的厚度为10～20mm，面板的厚度为2～3mm。\n2. 根据权利要求1所述的搁板，"
        "所述底板的厚度为12～15mm。\n"
        "说明书\n一种搁板\n具体实施方式\n底板的厚度为10mm至20mm，面板的厚度为2-3毫米。",
        "权利要求书\n1. 一种搁板，底板的厚度为10～25mm。\n说明书\n一种搁板\n具体实施方式\n"
        "底板的厚度为10～20mm。另一例中底板的厚度为25mm，最薄10mm。",
        "权利要求书\n1. 一种搁板，底板的宽度为10～25mm，在60～90℃烘干。\n说明书\n一种搁板\n具体实施方式\n"
        "面板的宽度为5～8mm，在20～30℃放置，底板的宽度为5～30mm。",
    )
    bad = (
        "权利要求书\n1. 一种搁板，所述底板（1）的厚度为⟦10～20mm⟧。"
        "\n说明书\n一种搁板\n具体实施方式\n底板1的厚度为10～15mm。",
        "权利要求书\n1. 一种烘干方法，烘干温度为60℃～80℃。\n2. 根据权利要求1所述的方法，所述烘干时间为⟦2h至6h⟧。\n"
        "说明书\n一种烘干方法\n发明内容\n烘干温度为60～80℃，烘干时间为3～5h。",
    )
    missed = (("权利要求书\n1. 一种搁板，底板的厚度为⟦10mm⟧。\n说明书\n一种搁板\n具体实施方式\n底板的厚度为15mm。"),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        claimed = [(claim, item) for claim in filing.claims for item in _ranges(claim.body) if item.name]
        if filing.description is None or not claimed:
            return
        told: dict[str, list[_Range]] = {}
        known: set[tuple[float, float, str]] = set()
        for paragraph in filing.description.paragraphs:
            for item in _ranges(paragraph.body):
                known.add((item.low, item.high, item.unit))
                if item.name:
                    told.setdefault(item.name, []).append(item)
        values: set[tuple[float, str]] | None = None
        for claim, item in claimed:
            others = [other for other in told.get(item.name, ()) if other.unit == item.unit]
            if (item.low, item.high, item.unit) in known or not others:
                continue
            if any(other.low <= item.low and item.high <= other.high for other in others):
                continue
            values = _values(filing.description) if values is None else values
            ends = {(end, item.unit) for other in others for end in (other.low, other.high)} | values
            if (item.low, item.unit) in ends and (item.high, item.unit) in ends:
                continue
            other = others[0]
            yield self.at(item.span, related=[other.span], claim=claim.number, name=item.name, other=other.span)


def _values(description: Description) -> set[tuple[float, str]]:
    """Every value that stands in the description by itself, with its unit."""
    found: set[tuple[float, str]] = set()
    for paragraph in description.paragraphs:
        body = _RANGE.sub(lambda match: " " * len(match[0]), paragraph.body.folded)
        for match in _QUANTITY.finditer(body):
            found.update((float(value), _unit(match["unit"])) for value in re.findall(_NUMBER, match["values"]))
    return found


def _ranges(span: Span) -> Iterator[_Range]:
    text = span.document.folded
    for match in span.find(_RANGE):
        if match["unit1"] in (None, match["unit"]):
            before = text[max(span.start, match.start() - 40) : match.start()]
            low, high = float(match["low"]), float(match["high"])
            yield _Range(low, high, _unit(match["unit"]), _name(before), span.at(match))


def _name(before: str) -> str:
    """The thing and its parameter that the words before a range name, without 所述, 的 and signs; "" if unclear."""
    clause = re.split(r"[，。；,;、\n(]", _SIGN.sub("", before))[-1]
    named = _NAMED.fullmatch(_IDLE.sub("", clause).strip())
    return named["name"] if named is not None and len(named["name"]) >= _SHORTEST else ""


def _unit(written: str) -> str:
    unit = written.replace(" ", "")
    return _SAME_UNIT.get(unit, unit)
