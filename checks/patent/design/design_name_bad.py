import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

_PATTERN = re.compile(
    r"(?P<规格大小>\d+(?:\.\d+)?[ ]?(?:英寸|寸|升|毫升|公斤|千克|克|瓦|伏|mm|cm|m|ml|mL|L|kg|W|V|Ah)(?![A-Za-z]))"
    r"|(?P<数量>^(?:[一二两三四五六七八九十]|\d+)(?:副|套|双|对|个|种|只|台|件|组|盒|瓶|张)(?!装|色|门|层|轮|用|人))"
    r"|(?P<型号>(?<![A-Za-z\d])(?!(?:MP[345]|3D|5G|4G|U2|H2|O2|CO2|PM2|A4|A3|B5|12V"
    r"|24V)(?![A-Za-z\d]))(?:[A-Z]{1,4}-?\d{2,}[A-Z\d-]*|[A-Z]{2,4}-\d[A-Z\d-]*)型?)"
    r"|(?P<技术效果>节油|高效|多功能|抗菌|节能型?(?!灯)|省电|增高|增效|减肥|降血?压|治疗(?!仪|床|台|椅|车|机|灯)"
    r"|防癌|壮阳)"
    r"|(?P<年份>(?:19|20)\d{2}(?:款|年款?|版))"
    r"|(?P<含糊的尾巴>及其?(?:配件|附件|部件|类似物|其他))"
    r"|(?P<商标>^(?!指示|警示|广告|安全|导向)[一-鿿]{2,3}牌(?!匾|楼|坊|照|子|[一-鿿]?$))"
    r"|(?P<内部构造>装有[一-鿿]{2,}的|内置[一-鿿]{2,}的)"
    r"|(?P<外文>(?<![A-Za-z])(?!(?:DVD|VCD|CD|USB|LED|LCD|OLED|MP|GPS|VR|AR|XR|MR|TV|PC|POS|ATM|IC|KTV|PVC|PE|PU"
    r"|UV|CT|X|U|T|V|D|AI|APP|App|WiFi|WIFI|ETC|PLC|PCB|SIM|NFC|LNG|SUV|MPV|USB-C|Type)(?![A-Za-z]))[A-Za-z]{2,})"
)
_ABSTRACT = {
    "灯",
    "文具",
    "炊具",
    "乐器",
    "家具",
    "工具",
    "用具",
    "用品",
    "电器",
    "玩具",
    "装置",
    "设备",
    "机器",
    "产品",
    "建筑用物品",
    "日用品",
    "器械",
    "仪器",
    "部件",
    "零件",
    "配件",
}


class DesignNameBad(PatentCheck):
    """外观设计的产品名称里有型号、规格、数量、技术效果、内部构造、外文，或者只是“灯”“文具”一类抽象的名称。

    产品名称应当表明产品本身，审查指南列出了这些不允许的写法；名称不当要补正，还会影响分类。
    改为产品的通用名称：“21英寸电视机”改为“电视机”，“节油发动机”改为“发动机”。
    DVD、USB、LED一类已经通用的外文不报；人名、地名、商标要人看。
    """

    code = "DSN002"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.1.1"),)
    message = "产品名称里的“{words}”是{what}，不允许写在外观设计的产品名称里：请改为产品的通用名称"
    kinds = (Kind.DESIGN,)

    good = (
        Sample("请求书\n使用外观设计的产品名称：DVD播放机", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：USB充电器（LED显示）", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：台灯。\n2. 用途：照明，21英寸。", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：三轮车。", kind="design"),
    )
    bad = (
        Sample("请求书\n使用外观设计的产品名称：⟦21英寸⟧电视机", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：⟦节油⟧发动机。", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦一副⟧手套", kind="design"),
        Sample("简要说明\n1. 本外观设计产品的名称：⟦文具⟧。", kind="design"),
        Sample("请求书\n使用外观设计的产品名称：⟦XK-200⟧搅拌机", kind="design"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in design_names(filing):
            if "".join(name.folded.split()) in _ABSTRACT:
                yield self.at(name, what="抽象的名称")
                continue
            # A match at a given end needs the name's own text: ^ means its beginning.
            for match in _PATTERN.finditer(name.folded):
                yield self.at(name.sub(match.start(), match.end()), what=match.lastgroup)
