import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

# Trade names and what to call the thing instead. What everybody calls so (尼龙, 有机玻璃, 魔术贴, 吐温80) is not here.
_NAMES = {
    "特氟龙": "聚四氟乙烯", "铁氟龙": "聚四氟乙烯", "特富龙": "聚四氟乙烯", "Teflon": "聚四氟乙烯",
    "派热克斯": "硼硅酸盐玻璃", "Pyrex": "硼硅酸盐玻璃", "凯夫拉": "对位芳纶", "Kevlar": "对位芳纶",
    "诺梅克斯": "间位芳纶", "Nomex": "间位芳纶", "莱卡纤维": "氨纶", "Lycra": "氨纶", "赛璐珞": "硝化纤维塑料",
    "乐高积木": "拼插积木", "LEGO": "拼插积木", "Velcro": "粘扣带", "iPhone": "智能手机", "iPad": "平板电脑",
    "Arduino": "单片机开发板", "树莓派": "单板计算机", "Raspberry Pi": "单板计算机", "Loctite": "厌氧胶",
    "乐泰胶": "厌氧胶", "思高胶带": "胶粘带", "Viton": "氟橡胶", "Delrin": "聚甲醛", "Hastelloy": "镍基耐蚀合金",
    "哈氏合金": "镍基耐蚀合金", "Inconel": "镍基高温合金", "Styrofoam": "聚苯乙烯泡沫塑料", "Plexiglas": "有机玻璃",
    "微信": "即时通信软件", "支付宝": "移动支付软件", "淘宝": "电子商务平台", "抖音": "短视频平台",
    "Nafion": "全氟磺酸", "Gore-Tex": "膨体聚四氟乙烯",
    "Kapton": "聚酰亚胺", "Mylar": "聚酯薄膜", "Tyvek": "高密度聚乙烯无纺布", "特卫强": "高密度聚乙烯无纺布",
    "Dyneema": "超高分子量聚乙烯纤维", "Lexan": "聚碳酸酯", "Ultem": "聚醚酰亚胺", "Vespel": "聚酰亚胺",
    "Bakelite": "酚醛树脂", "Dacron": "聚酯纤维", "Araldite": "环氧胶", "乐泰": "厌氧胶", "哥俩好": "胶粘剂",
    "WD-40": "防锈润滑剂", "立邦": "涂料", "Tween": "聚山梨酯", "3M胶": "胶粘制品", "502胶": "氰基丙烯酸酯胶",
    "STM32": "微控制器", "ESP32": "微控制器", "ESP8266": "无线通信模块", "杜邦": "该材料的化学名称",
    "MATLAB": "数值计算软件", "SolidWorks": "三维设计软件",
    "LabVIEW": "图形化编程软件", "ChatGPT": "大语言模型", "Photoshop": "图像处理软件", "AutoCAD": "计算机辅助设计软件",
}  # fmt: skip
_PATTERN = lazy(
    r"(?P<marked>[A-Za-z]{1,20}|[一-鿿]{1,2})[ ]?[®™]|(?<![A-Za-z0-9])(?:"
    + "|".join(map(re.escape, sorted(_NAMES, key=len, reverse=True)))
    + r")(?![A-Za-z])(?!号|线)",
    re.IGNORECASE,
)
_BY_LOWER = {name.lower(): generic for name, generic in _NAMES.items()}


class TrademarkOrTradeName(PatentCheck):
    """权利要求用商标或者商品名称呼物质、产品：特氟龙涂层、Arduino板。

    商标所指的东西由商标权人决定，成分和结构会变，用它限定的保护范围可能不清楚；指南只说应当避免使用注册商标，所以是警告。
    改用通用的技术名称：特氟龙写成聚四氟乙烯；没有通用名称的，写出它的组成或者结构。
    只查几十个常见的商品名和®、™标记，每个名称在一件申请里只报一处；已经成为通用名称的（尼龙、有机玻璃、蓝牙、
    魔术贴、吐温80、安卓系统）不报；产品代号、型号查不出来，请自行核对。
    """

    code = "CLR031"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("指南", "2-2-2.2.7"))
    message = "权利要求{claim}里的“{words}”是商标或者商品名（权利要求书里共{count}处）：请改用通用的技术名称{instead}"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种锅，内壁涂有聚四氟乙烯，手柄为尼龙或者有机玻璃，用魔术贴固定，经蓝牙与安卓系统的智能手机连接，"
        "加入吐温80和凡士林，由微信号识别，LEGOS为变量。",
        "1. 一种锅，包括壳体。\n说明书\n一种锅\n具体实施方式\n内壁涂有特氟龙（型号A-1，某公司制造）。",
    )
    bad = (
        "1. 一种锅，内壁涂有⟦特氟龙⟧。\n2. 根据权利要求1所述的锅，手柄缠有⟦Kevlar⟧纤维，外壁涂有特氟龙。",
        "1. 一种车，包括⟦Arduino⟧板，涂有⟦泰美®⟧漆。",
    )
    missed = ("1. 一种锅，外壁涂有⟦Scotchgard⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found: dict[str, list[tuple[int, Span]]] = {}
        for claim in filing.claims:
            for match in claim.body.find(_PATTERN):
                found.setdefault(match[0].lower(), []).append((claim.number, claim.body.at(match)))
        for name, places in found.items():
            number, first = places[0]
            instead = f"（如“{_BY_LOWER[name]}”）" if name in _BY_LOWER else ""
            related = [span for _, span in places[1:6]]
            yield self.at(first, related=related, claim=number, count=len(places), instead=instead)
