import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

# Brands that drafts use as names of things, and what to call the thing instead.
_BRANDS = {
    "Arduino": "单片机开发板", "树莓派": "单片机开发板", "RaspberryPi": "单片机开发板", "特氟龙": "聚四氟乙烯",
    "铁氟龙": "聚四氟乙烯", "特富龙": "聚四氟乙烯", "Teflon": "聚四氟乙烯", "派热克斯": "硼硅酸盐玻璃",
    "Pyrex": "硼硅酸盐玻璃", "大猩猩玻璃": "强化玻璃", "GorillaGlass": "强化玻璃", "凯夫拉": "对位芳纶",
    "Kevlar": "对位芳纶", "Twaron": "对位芳纶", "Technora": "对位芳纶", "诺梅克斯": "间位芳纶", "Nomex": "间位芳纶",
    "迪尼玛": "超高分子量聚乙烯纤维", "Dyneema": "超高分子量聚乙烯纤维", "Kapton": "聚酰亚胺薄膜",
    "卡普顿": "聚酰亚胺薄膜", "Mylar": "聚酯薄膜", "Delrin": "聚甲醛",
    "Lexan": "聚碳酸酯", "Makrolon": "聚碳酸酯", "模克隆": "聚碳酸酯", "Plexiglas": "聚甲基丙烯酸甲酯",
    "Perspex": "聚甲基丙烯酸甲酯", "Ultem": "聚醚酰亚胺", "Torlon": "聚酰胺酰亚胺", "Vespel": "聚酰亚胺",
    "Viton": "氟橡胶", "Kalrez": "全氟醚橡胶", "Nafion": "全氟磺酸膜",
    "Gore-Tex": "膨体聚四氟乙烯膜", "GORE-TEX": "膨体聚四氟乙烯膜", "Goretex": "膨体聚四氟乙烯膜",
    "戈尔特斯": "膨体聚四氟乙烯膜", "Tyvek": "闪蒸法聚乙烯无纺布", "特卫强": "闪蒸法聚乙烯无纺布",
    "Tencel": "莱赛尔纤维", "莱卡": "氨纶", "Lycra": "氨纶", "Cordura": "锦纶面料",
    "考杜拉": "锦纶面料", "Thinsulate": "保温棉", "新雪丽": "保温棉", "Styrofoam": "聚苯乙烯泡沫",
    "Bakelite": "酚醛树脂", "乐高": "拼插积木", "LEGO": "拼插积木", "Lego": "拼插积木", "魔术贴": "粘扣带",
    "Velcro": "粘扣带", "维克罗": "粘扣带", "吐温": "聚山梨酯", "赛璐珞": "硝化纤维塑料", "乐泰": "厌氧胶",
    "Loctite": "厌氧胶", "Araldite": "环氧胶", "爱牢达": "环氧胶", "思高": "胶粘带", "Scotch": "胶粘带",
    "WD-40": "防锈润滑剂", "WD40": "防锈润滑剂", "Post-it": "不干胶便签", "邦迪": "创可贴", "Band-Aid": "创可贴",
    "Ziploc": "自封袋", "席梦思": "弹簧床垫", "特百惠": "塑料容器", "Tupperware": "塑料容器", "乐扣乐扣": "塑料容器",
    "酷睿": "处理器", "锐龙": "处理器", "骁龙": "处理器", "Snapdragon": "处理器", "Xeon": "处理器",
    "iPhone": "智能手机", "iPad": "平板电脑", "Kindle": "电子书阅读器", "Kinect": "体感摄像头", "Xbox": "游戏机",
    "PlayStation": "游戏机", "GoPro": "运动相机", "天猫精灵": "智能音箱", "小爱同学": "智能音箱",
    "AppleWatch": "智能手表",
}  # fmt: skip
_MARKED = lazy(r"(?:[A-Za-z]{1,20}|[一-鿿]{1,2})?[®™]")
_FIRST = "".join(sorted({re.escape(name[0]) for name in _BRANDS}))
_NAMES = lazy(
    # Few places begin like a brand; elsewhere the long alternation is not tried.
    rf"(?<![A-Za-z])(?=[{_FIRST}])(?:"
    + "|".join(sorted(_BRANDS, key=len, reverse=True))
    # 娱乐|高清, 意思|高于 are no brands.
    + r")(?<![娱音欢快]乐高)(?<![意心]思高)(?![A-Za-z])"
    # 海光牌水泥: goods by their brand; 铭牌, 路牌, 品牌 are things.
    r"|(?<=[用为是买])[一-鿿]{2}(?<![名铭标吊招路车挂门品王告示位卡骨纸扑警站灯奖冒盾工胸桌指金电])牌(?=[一-鿿]{2})(?![照号子匾面型位坊识桩楼])"
)
_TOLD = lazy(r"型号|规格|厂家|公司|制造|生产|购自|购于|注册商标|商品名|牌号|市售")


class TrademarkInSpec(PatentCheck):
    """申请文件用注册商标、商品名来称呼物质或者产品：特氟龙涂层、Arduino板。

    审查指南要求避免用注册商标来确定物质或者产品；商标所指的东西会变，别人也可能不知道它的成分和结构。
    写成通用的技术名称；非写商品名不可的，在后面注明型号、规格、性能和制造单位。
    同一句里已经写了型号、厂家或者说明是商标的不报；常用词表之外的商品名查不出来，请自行留意；
    每个名称在一件申请里只报一处。
    """

    code = "DSC047"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.7"),)
    message = "“{words}”是商标或者商品名（全文{count}处）：请改用通用的技术名称{instead}，或者注明型号、规格和制造单位"

    good = (
        "说明书\n一种板\n技术领域\n采用单片机开发板（型号Arduino Uno，由某公司生产），"
        "内衬为聚四氟乙烯（商品名特氟龙），吐温模型；用金属牌固定，用作标识牌底板，电阻（R）升高至强度极限，纤维通过喷嘴，娱乐高清屏。",
    )
    bad = (
        "1. 一种锅，内壁涂有⟦特氟龙⟧。",
        "说明书\n一种车\n具体实施方式\n垫片由⟦Viton⟧制成，外层为⟦Gore-Tex⟧面料，用⟦海光牌⟧水泥粘接。",
        "说明书\n一种车\n具体实施方式\n控制板为⟦Arduino⟧板，涂层⟦泰美®⟧，再接Arduino板。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found: dict[str, list[Span]] = {}
        explained: set[str] = set()
        for span in prose(filing):
            marked = span.find(_MARKED) if "®" in span.folded or "™" in span.folded else ()
            for match in sorted((*marked, *span.find(_NAMES)), key=lambda item: item.start()):
                name = match[0]
                text = span.folded
                place = match.start() - span.start
                start = max(text.rfind(mark, 0, place) for mark in "。；\n") + 1
                end = min((at for mark in "。；\n" if (at := text.find(mark, place)) >= 0), default=len(text))
                if _TOLD.search(text, start, end):
                    explained.add(name)
                found.setdefault(name, []).append(span.at(match))
        for name, places in sorted(found.items(), key=lambda item: item[1][0].start):
            if name in explained:
                continue
            instead = f"（如“{_BRANDS[name]}”）" if name in _BRANDS else ""
            yield self.at(places[0], related=places[1:6], instead=instead, count=len(places))
