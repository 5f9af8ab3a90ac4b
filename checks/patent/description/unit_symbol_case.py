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
    "Mm": "mm", "Cm": "cm", "mM²": "mm²", "mhz": "MHz", "ghz": "GHz", "KVA": "kVA", "Kva": "kVA", "kva": "kVA",
    "KVar": "kvar", "hpa": "hPa", "Hpa": "hPa", "HPa": "hPa", "Gpa": "GPa", "gpa": "GPa", "KA": "kA", "MAh": "mAh",
    "Mah": "mAh", "Kwh": "kWh", "KW·h": "kW·h", "kw·h": "kW·h", "Min": "min", "MIN": "min", "umol": "μmol", "Kj": "kJ",
    "LUX": "lx", "Lux": "lx", "KN·m": "kN·m",
}  # fmt: skip
# Letters that are a unit only of a certain quantity; the quantity stands a few characters before the number.
_OF_QUANTITY = (
    ("V", ("v",), r"电压|供电|电源|电池|直流|交流|电位|电势|额定"),
    ("mV", ("mv",), r"电压|电位|电势|幅[值度]"),
    ("W", ("w",), r"功率|功耗|瓦数|耗电"),
    ("A", ("a",), r"电流"),
    ("mA", ("ma", "Ma", "MA"), r"电流"),
    ("dB", ("DB", "Db", "db"), r"噪|声|增益|衰减|信噪|分贝|损耗|隔离度|电平|功率|灵敏度"),
    ("Pa", ("PA", "pa"), r"压|真空|应力|模量|强度"),
    ("s", ("S", "sec", "Sec", "SEC"), r"时间|时长|间隔|持续|延时|延迟|周期|每隔|历时"),
    ("h", ("H", "hr", "hrs", "Hr"), r"时间|时长|搅拌|加热|保温|干燥|老化|静置|浸泡|煅烧|持续"),
    ("g", ("G",), r"(?:质量|重量|称取)(?:为|是|约|:)?$"),
    ("m", ("M",), r"(?<!数据)(?<!报文)(?<!文件)(?:长度?|宽度?|高度?|深度?|距离|厚度|直径)(?:为|是|约|:|达)?$"),
)
_BY_UNIT = {written: (right, quantity) for right, writings, quantity in _OF_QUANTITY for written in writings}
_QUANTITY = lazy(
    r"(?<![A-Za-z\d.\-_#])\d{1,9}(?:\.\d{1,6})?[ ]?(?:(?:[~～]|至|到)[ ]?\d{1,9}(?:\.\d{1,6})?[ ]?)?"
    rf"(?P<unit>{'|'.join(sorted(_BY_UNIT, key=len, reverse=True))})"
    r"(?![A-Za-z\d_\-=+*/^(（\[.·]|字节|比特|[ ]?NMR|网络)"
)
_CLAUSE = lazy(r"[，。；;\n]")
_PATTERN = lazy(
    r"(?<![A-Za-z\d.\-_#])\d{1,9}(?:\.\d{1,6})?[ ]?(?:(?:[~～]|至|到)[ ]?\d{1,9}(?:\.\d{1,6})?[ ]?)?"
    rf"(?P<unit>{'|'.join(sorted(map(re.escape, _RIGHT), key=len, reverse=True))})(?![A-Za-z\d_\-])(?!\.[a-zA-Z])"
)


class UnitSymbolCase(PatentCheck):
    """计量单位符号的大小写或者写法不对：5KG、2Mpa、10KHZ、3um。

    单位符号的大小写有规定，写错会变成别的单位（m是毫，M是兆；k是千，K是开尔文）。
    按国家标准书写：kg、MPa、kHz、mL、μm、℃。
    只查跟在数字后面、不会是别的意思的写法，以及前面写了电压、功率、电流、噪声、压力、时间的v、w、ma、DB、PA、S；数据量的KB、MB，型号里的K5、KV100，“mpa·s”（毫帕秒）不报。
    """

    code = "DSC043"
    level = Level.ADVICE
    basis = (cite("指南", "2-2-2.2.7"), cite("指南", "5-1-3.3"))
    message = "单位符号“{words}”的写法不对：请改为“{right}”"

    good = (
        "说明书\n一种泵\n技术领域\n重5 kg，压力2 MPa，容量16KB，型号K5-3KV10，黏度5mpa·s，"
        "频率10kHz，温度25℃，温度300K，版本V2.0-KM。",
        "说明书\n一种泵\n技术领域\n聚酰胺10PA，噪声模型有3DBSCAN，通信质量和5G网络，速度2v，文件长度5M字节，电压为2v+1，声学数据库1DB1。",
    )
    bad = (
        "1. 一种泵，重5⟦KG→kg⟧，压力为1~2⟦Mpa→MPa⟧。",
        "说明书\n一种泵\n技术领域\n频率为10 ⟦KHZ→kHz⟧，粒径3⟦um→μm⟧，温度25⟦oC→℃⟧，电池2000⟦mah→mAh⟧。",
        "1. 一种泵，电压为220⟦v→V⟧，噪声低于30⟦DB→dB⟧，管内压力30⟦PA→Pa⟧，每隔5⟦S→s⟧动作，电流为300⟦ma→mA⟧。",
    )
    missed = ("1. 一种泵，转速为⟦100RPM⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing):
            for match in span.find(_PATTERN):
                unit = match["unit"]
                after = span.document.folded[match.end() : min(match.end() + 2, span.end)]
                if unit == "mpa" and re.match(r"[·.*]?s", after):
                    continue
                yield self.at(span.at(match, "unit"), fix=Fix(_RIGHT[unit], safe=unit != "mpa"), right=_RIGHT[unit])
            for match in span.find(_QUANTITY):
                right, quantity = _BY_UNIT[match["unit"]]
                before = span.document.folded[max(span.start, match.start() - 14) : match.start()]
                if re.search(quantity, _CLAUSE.split(before)[-1]):
                    yield self.at(span.at(match, "unit"), fix=right, right=right)
