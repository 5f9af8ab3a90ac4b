from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, SectionName

_UNIT = (
    r"(?:wt%|vol%|mol%|%|份|℃|°C|K|mol/L|mmol/L|mg/L|g/L|mg/mL|m/s|mm/s|r/min|rpm|h|min|s|ms|小时|分钟|秒|天|MPa|kPa|Pa|mm|cm|"
    r"μm|um|nm|m|mg|μg|kg|g|mL|ml|μL|L|mmol|mol|kHz|MHz|GHz|Hz|kV|mV|V|mA|A|kW|mW|W|kJ|J|kN|N|lx|lm|dB|Ω|度|目|倍|次|转)"
)
_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_RANGE = lazy(
    rf"(?<![\d.A-Za-z])(?P<low>{_NUMBER})[ ]?(?P<unit1>{_UNIT})?[ ]?(?:[~～—–\-]|至|"
    rf"到)[ ]?(?P<high>{_NUMBER})[ ]?(?P<unit>{_UNIT})(?![A-Za-z/])"
)
_POINT = lazy(
    rf"(?<![\d.A-Za-z~～—–\-至到])(?<![~～—–\-至到][ ])(?P<value>{_NUMBER})[ ]?(?P<unit>{_UNIT})(?![A-Za-z/])(?"
    rf"![ ]?(?:[~～—–\-至到]))"
)
_EXAMPLE = lazy(r"实施例\s*[一二三四五六七八九十\d]")
# What the range is of: 照度|为, 温度|控制在.
_NAME = lazy(
    r"(?P<name>[一-鿿]{2})(?:值|范围|数值)?(?:可以|优选|通常|一般|控制|保持|设定|维持|取值)?(?:[为是在于:约]|介于)"
    r"{1,3}[ ]?\Z"
)
# A bound is no value of an example: 压力不低于132kPa.
_BOUND = lazy(r"(?:[≥≤<>＞＜]|[大高多小低少]于等?于?|超过|以上|以下|至少|至多|不足)[ ]?\Z")
_TABLE_NUMBER = lazy(r"[如见由在]下?表[ ]?[一二三四\d]|表[ ]?[一二三四\d][ ]?(?:所示|中|为|是|给出|列出)")
_GENERIC = frozenset(("范围", "区间", "取值", "数值", "之间"))


class RangeEndpointsUnsupported(PatentCheck):
    """权利要求的数值范围，实施例只给了中间的一点，没有给两端附近的值。

    改进在于数值范围的，审查指南要求给出两端值附近（最好是两端值）的实施例，范围较宽的还要有一个中间值；
    只有一个点的，范围得不到说明书支持，以后只能缩到这一点。
    补充取两端值的实施例，或者把范围缩小到实施例能支持的程度。
    机器看不出改进是不是在于这个范围，也不总分得清同一单位的几个参数，所以不在默认检查之内；
    写了参数名称的（温度为10～90℃）只看同一名称的点值；没有写名称的，只在实施例编了号时才看同一单位的点值；
    说明书说到“表1”而表读不到（是图片）的不报；实施例里有同一单位、落在范围内的点值，却没有一个在某一端附近（范围宽度的15%以内，内部阈值）才报。
    """

    code = "DSC021"
    level = Level.WARNING
    default = False
    basis = (cite("指南", "2-2-2.2.6"), cite("指南", "2-2-3.2.1"))
    message = "范围“{words}”在实施例里只见到{points}，{end}没有实施例：改进在于这个范围的，请补充两端值附近的实施例"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种合成方法，在10～90℃反应。\n说明书\n一种合成方法\n具体实施方式\n实施例1\n在10℃反应。\n"
        "实施例2\n在50℃反应。\n实施例3\n在88℃反应。",
        "1. 一种温室，照度为100～900lx。\n说明书\n一种温室\n具体实施方式\n灯的光强不低于500lx。",
        "1. 一种合成方法，在10～90℃反应。\n说明书\n一种合成方法\n具体实施方式\n实施例1\n反应在10～90℃进行，加热5 h。",
        "1. 一种合成方法，在10～90℃反应。\n说明书\n一种合成方法\n具体实施方式\n实施例1\n在50℃反应，其余见表1。",
    )
    bad = (
        "1. 一种合成方法，在⟦10～90℃⟧反应。\n说明书\n一种合成方法\n具体实施方式\n实施例1\n在50℃反应。",
        "1. 一种温室，照度为⟦100～900lx⟧。\n说明书\n一种温室\n具体实施方式\n本实施例中照度为500lx。",
        "1. 一种合金，包括铜和⟦5%至30%⟧的锌。\n说明书\n一种合金\n具体实施方式\n实施例一\n含5%的锌。\n"
        "实施例二\n含10%的锌。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.EMBODIMENTS)
        if _values_in_a_picture(filing):
            return
        numbered = any(_EXAMPLE.search(paragraph.body.folded) for paragraph in paragraphs)
        points: dict[str, list[tuple[float, str]]] = {}
        for paragraph in paragraphs:
            folded, base = paragraph.body.folded, paragraph.body.start
            for match in paragraph.body.find(_POINT):
                before = folded[max(0, match.start() - base - 10) : match.start() - base]
                if _BOUND.search(before):
                    continue
                points.setdefault(match["unit"], []).append((float(match["value"]), before))
        seen: set[tuple[float, float, str]] = set()
        for claim in filing.claims:
            for match in claim.body.find(_RANGE):
                low, high, unit = float(match["low"]), float(match["high"]), match["unit"]
                near = (high - low) * 0.15
                known = points.get(unit, [])
                name = _name(claim.body.document.folded[max(claim.body.start, match.start() - 20) : match.start()])
                named = [point for point in known if name and name in point[1]]
                if not named and not numbered:
                    continue
                inside = sorted({value for value, _ in named or known if low - near <= value <= high + near})
                if high <= low or not inside or (low, high, unit) in seen:
                    continue
                seen.add((low, high, unit))
                ends = [
                    name
                    for name, lacking in (("下端", inside[0] > low + near), ("上端", inside[-1] < high - near))
                    if lacking
                ]
                if ends:
                    shown = "、".join(f"{value:g}{unit}" for value in inside[:5])
                    yield self.at(claim.body.at(match), points=shown, end="和".join(ends))


def _values_in_a_picture(filing: Filing) -> bool:
    """Whether the description speaks of a table where no table can be read: its values may all be there."""
    part = filing.parts.get(PartName.DESCRIPTION)
    if part is None or not any(part.span.find(_TABLE_NUMBER)):
        return False
    return not any(paragraph.table is not None for paragraph in part.document.paragraphs)


def _name(before: str) -> str:
    """The last two characters of what a range is of, "" where that is not told."""
    match = _NAME.search(before)
    return match["name"] if match and match["name"] not in _GENERIC else ""
