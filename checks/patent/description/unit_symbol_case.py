import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

# Wrong writings of unit symbols after a number; only those that can be nothing else.
_RIGHT = {
    "KG": "kg", "Kg": "kg", "kG": "kg", "KW": "kW", "Kw": "kW", "kw": "kW", "MPA": "MPa", "Mpa": "MPa", "mpa": "MPa",
    "KPA": "kPa", "KPa": "kPa", "Kpa": "kPa", "kpa": "kPa", "KHZ": "kHz", "KHz": "kHz", "Khz": "kHz", "khz": "kHz",
    "kHZ": "kHz", "MHZ": "MHz", "Mhz": "MHz", "GHZ": "GHz", "Ghz": "GHz", "HZ": "Hz", "hz": "Hz",
    "ML": "mL", "Ml": "mL", "MM": "mm", "CM": "cm", "KM": "km", "Km": "km", "KV": "kV", "Kv": "kV", "kv": "kV",
    "mah": "mAh", "MAH": "mAh", "mAH": "mAh", "KWh": "kWh", "kwh": "kWh", "KWH": "kWh", "KN": "kN", "Kn": "kN",
    "KJ": "kJ", "KΩ": "kΩ", "KV/cm": "kV/cm", "um": "μm", "ug": "μg", "uL": "μL", "ul": "μL", "uF": "μF", "uA": "μA",
    "uV": "μV", "uH": "μH", "oC": "℃", "ºC": "℃",
}  # fmt: skip
_PATTERN = lazy(
    r"(?<![A-Za-z\d.\-_#])\d{1,9}(?:\.\d{1,6})?[ ]?(?:(?:[~～]|至|到)[ ]?\d{1,9}(?:\.\d{1,6})?[ ]?)?"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, _RIGHT), key=len, reverse=True))})(?![A-Za-z\d_\-])(?!\.[a-zA-Z])"
)


class UnitSymbolCase(PatentCheck):
    """计量单位符号的大小写或者写法不对：5KG、2Mpa、10KHZ、3um。

    单位符号的大小写有规定，写错会变成别的单位（m是毫，M是兆；k是千，K是开尔文）。
    按国家标准书写：kg、MPa、kHz、mL、μm、℃。
    只查跟在数字后面、不会是别的意思的写法；数据量的KB、MB，型号里的K5、KV100，“mpa·s”（毫帕秒）不报。
    """

    code = "DSC043"
    level = Level.ADVICE
    basis = (cite("指南", "2-2-2.2.7"), cite("指南", "5-1-3.3"))
    message = "单位符号“{words}”的写法不对：请改为“{right}”"

    good = (
        "说明书\n一种泵\n技术领域\n重5 kg，压力2 MPa，容量16KB，型号K5-3KV10，黏度5mpa·s，"
        "频率10kHz，温度25℃，温度300K，版本V2.0-KM。",
    )
    bad = (
        "1. 一种泵，重5⟦KG→kg⟧，压力为1~2⟦Mpa→MPa⟧。",
        "说明书\n一种泵\n技术领域\n频率为10 ⟦KHZ→kHz⟧，粒径3⟦um→μm⟧，温度25⟦oC→℃⟧，电池2000⟦mah→mAh⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing):
            for match in span.find(_PATTERN):
                unit = match["unit"]
                after = span.document.folded[match.end() : min(match.end() + 2, span.end)]
                if unit == "mpa" and re.match(r"[·.*]?s", after):
                    continue
                yield self.at(span.at(match, "unit"), fix=Fix(_RIGHT[unit], safe=unit != "mpa"), right=_RIGHT[unit])
