from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, SectionName

_UNIT = (
    r"(?:wt%|vol%|mol%|%|份|℃|°C|K|h|min|s|小时|分钟|秒|MPa|kPa|Pa|mm|cm|μm|um|nm|m|mg|kg|g|mL|ml|L|mol/L|rpm|"
    r"r/min|Hz|kHz|MHz|V|A|W|kW)"
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


class RangeEndpointsUnsupported(PatentCheck):
    """权利要求的数值范围，实施例只给了中间的一点，没有给两端附近的值。

    改进在于数值范围的，审查指南要求给出两端值附近（最好是两端值）的实施例，范围较宽的还要有一个中间值；
    只有一个点的，范围得不到说明书支持，以后只能缩到这一点。
    补充取两端值的实施例，或者把范围缩小到实施例能支持的程度。
    机器看不出改进是不是在于这个范围，也分不清同一单位的几个参数，所以不在默认检查之内；
    实施例里有同一单位、落在范围内的点值，却没有一个在某一端附近（范围宽度的15%以内，内部阈值）才报。
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
        "1. 一种合成方法，在10～90℃反应。\n说明书\n一种合成方法\n具体实施方式\n实施例1\n反应在10～90℃进行，加热5 h。",
    )
    bad = (
        "1. 一种合成方法，在⟦10～90℃⟧反应。\n说明书\n一种合成方法\n具体实施方式\n实施例1\n在50℃反应。",
        "1. 一种合金，包括铜和⟦5%至30%⟧的锌。\n说明书\n一种合金\n具体实施方式\n实施例一\n含5%的锌。\n"
        "实施例二\n含10%的锌。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.EMBODIMENTS)
        if not any(_EXAMPLE.search(paragraph.body.folded) for paragraph in paragraphs):
            return
        points: dict[str, set[float]] = {}
        for paragraph in paragraphs:
            for match in paragraph.body.find(_POINT):
                points.setdefault(match["unit"], set()).add(float(match["value"]))
        seen: set[tuple[float, float, str]] = set()
        for claim in filing.claims:
            for match in claim.body.find(_RANGE):
                low, high, unit = float(match["low"]), float(match["high"]), match["unit"]
                near = (high - low) * 0.15
                inside = sorted(value for value in points.get(unit, ()) if low - near <= value <= high + near)
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
