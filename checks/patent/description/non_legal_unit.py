import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

_LEGAL = {
    "英寸": "毫米（1英寸=25.4 mm）",
    "英尺": "米（1英尺=0.3048 m）",
    "英里": "千米（1英里=1.609 km）",
    "英亩": "平方米（1英亩≈4047 m²）",
    "平方英尺": "平方米（1平方英尺≈0.0929 m²）",
    "平方英寸": "平方厘米（1平方英寸≈6.452 cm²）",
    "立方英尺": "立方米",
    "立方英寸": "立方厘米",
    "密耳": "微米（1密耳=25.4 μm）",
    "市寸": "厘米",
    "市斤": "千克（1市斤=0.5 kg）",
    "斤": "千克（1斤=0.5 kg）",
    "市尺": "米",
    "市亩": "平方米（1亩≈666.7 m²）",
    "亩": "平方米（1亩≈666.7 m²）",
    "华里": "千米",
    "马力": "千瓦（1马力≈0.735 kW）",
    "匹马力": "千瓦（1马力≈0.735 kW）",
    "公斤力": "牛（1 kgf≈9.8 N）",
    "kgf": "牛（1 kgf≈9.8 N）",
    "mmHg": "千帕（1 mmHg≈0.133 kPa）",
    "毫米汞柱": "千帕（1 mmHg≈0.133 kPa）",
    "标准大气压": "千帕（1 atm≈101.3 kPa）",
    "大气压": "千帕（1 atm≈101.3 kPa）",
    "atm": "千帕（1 atm≈101.3 kPa）",
    "Torr": "帕（1 Torr≈133 Pa）",
    "torr": "帕（1 Torr≈133 Pa）",
    "psi": "千帕（1 psi≈6.895 kPa）",
    "大卡": "千焦（1大卡≈4.187 kJ）",
    "卡路里": "焦（1 cal≈4.187 J）",
    "千卡": "千焦（1千卡≈4.187 kJ）",
    "kcal": "千焦（1 kcal≈4.187 kJ）",
    "cal": "焦（1 cal≈4.187 J）",
    "Btu": "焦（1 Btu≈1055 J）",
    "BTU": "焦（1 Btu≈1055 J）",
    "毫米水柱": "帕（1 mmH₂O≈9.8 Pa）",
    "mmH2O": "帕（1 mmH₂O≈9.8 Pa）",
    "inHg": "千帕（1 inHg≈3.386 kPa）",
    "毫托": "帕（1毫托≈0.133 Pa）",
    "mTorr": "帕（1 mTorr≈0.133 Pa）",
    "厘泊": "毫帕秒（1厘泊=1 mPa·s）",
    "cP": "毫帕秒（1 cP=1 mPa·s）",
    "奥斯特": "安每米（1 Oe≈79.58 A/m）",
    "居里": "贝可（1 Ci=3.7×10¹⁰ Bq）",
    "毫居里": "贝可（1 Ci=3.7×10¹⁰ Bq）",
    "伦琴": "库每千克",
    "埃": "纳米（1埃=0.1 nm）",
    "Å": "纳米（1 Å=0.1 nm）",
    "lbs": "千克（1 lb≈0.4536 kg）",
    "lb": "千克（1 lb≈0.4536 kg）",
    "oz": "克（1 oz≈28.35 g）",
    "ft": "米（1 ft=0.3048 m）",
    "inch": "毫米（1 inch=25.4 mm）",
    "品脱": "升",
    "夸脱": "升",
    "加仑": "升",
    "盎司": "克",
    "英磅": "千克",
    "磅": "千克（1磅≈0.4536 kg）",
    "°F": "摄氏度",
    "℉": "摄氏度",
    "华氏度": "摄氏度",
    "尔格": "焦",
    "达因": "牛",
    "高斯": "特斯拉（1 Gs=10⁻⁴ T）",
    "丝米": "微米",
    "英分": "毫米",
}
# Ordinary characters that are units only of a certain quantity: that quantity, what may not follow, the legal unit.
_OF_QUANTITY = {
    "匹": (r"功率|空调|制冷|压缩机|电机|马达|发动机|动力|机组", "配", "千瓦（1匹≈0.735 kW）"),
    "托": (r"真空|压力|压强|气压|负压", "盘架板辊举起住运管座", "帕（1托≈133 Pa）"),
    "尺": (r"(?:[长宽高深厚径距阔幅]度?)(?:约|为|达|是|近|有)?$", "寸子度规标码骨侧神土带", "米（1尺≈0.333 m）"),
    "寸": (r"(?:[长宽高深厚径距阔幅]度?)(?:约|为|达|是|近|有)?$", "金步头", "厘米（1寸≈3.33 cm）"),
    "丈": (r"(?:[长宽高深厚径距阔幅]度?)(?:约|为|达|是|近|有)?$", "量夫", "米（1丈≈3.33 m）"),
    "泊": (r"[黏粘]度", "车位松船停入", "帕秒（1泊=0.1 Pa·s）"),
    "卡": (r"热量|能量|热值|热耗", "片车路口槽扣接座箍环板爪号盘尺紧", "焦（1卡≈4.187 J）"),
}
_UNITS = "|".join(re.escape(unit) for unit in sorted(_LEGAL, key=len, reverse=True))
_PATTERN = lazy(
    rf"(?P<value>(?<![\d.A-Za-z])\d{{1,9}}(?:\.\d{{1,4}})?(?:[ ]?(?:[~～—–\-]|至|到)[ ]?\d{{1,9}}(?:\.\d{{1,4}})?)?)"
    rf"[ ]?(?:多|余|几)?(?P<unit>{_UNITS})(?![A-Za-z])"
    r"(?!子|秤|礴|力|滤|分布|噪声|白噪|模糊|核|函数|模型|滤波|数)"
)
_QUANTITY = lazy(
    rf"(?<![\d.A-Za-z第])\d{{1,9}}(?:\.\d{{1,4}})?(?:[ ]?(?:[~～—–\-]|至|到)[ ]?\d{{1,9}}(?:\.\d{{1,4}})?)?[ ]?(?:多|"
    rf"余|几)?"
    rf"(?P<unit>{'|'.join(_OF_QUANTITY)})"
)
# Goods that everyone counts in inches, and pressures of the body.
_INCHES = lazy(
    r"晶圆|传感器|CMOS|CCD|靶面|光学尺寸|光学格式|硅片|晶片|衬底|屏|显示|液晶|电视|平板|手机|管螺纹|轮毂|轮胎"
    r"|轮辋|硬盘|笔记本"
    r"|触摸|面板|机柜|机架|单晶"
)
_BLOOD = lazy(r"血压|收缩压|舒张压|眼压|动脉|静脉|颅内压|氧分压|二氧化碳分压|PaO|SBP|DBP|ICP")


class NonLegalUnit(PatentCheck):
    """数值用了非法定计量单位：6英寸、5马力、10亩、120mmHg。

    说明书里的计量单位应当使用国家法定计量单位；必要时可以在括号里同时标注本领域公知的其他单位。
    先写换算成法定单位的数值，原来的单位放在后面的括号里：152.4 mm（6英寸）。
    放在括号里的不报；晶圆、屏幕的英寸和血压的mmHg是行业惯例，不报；“里”“两”“度”“目”“转”不查，
    “匹”“托”“尺”“寸”“泊”“卡”只在前面写了功率、真空、长度、黏度、热量时才查；
    同一单位在一件申请里只报一处，并写明处数。
    """

    code = "DSC042"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.7"), cite("指南", "5-1-3.3"), cite("计量法", "3"))
    message = "“{words}”用了非法定计量单位{unit}（全文{count}处）：请换算成{legal}，原单位可以放在后面的括号里"

    good = (
        "说明书\n一种管\n技术领域\n管长152.4 mm（6英寸），8英寸晶圆，10英寸的显示屏，血压高于140mmHg，"
        "重5公斤，行5公里，1/2.9英寸的图像传感器。",
        "1. 一种管，旋转90度，长5里程，高斯滤波，3高斯分布，2 atmega芯片，100目筛网，第3磅秤。",
        "说明书\n一种床\n技术领域\n床架有3托盘和2托架，10匹马，长5尺子，宽3寸头，流量2泊车，覆铜板为1oz铜箔，"
        "8 inch晶圆，插3卡片，真空腔的5托板，加热2卡槽。",
    )
    bad = (
        "1. 一种泵，管径为⟦6英寸⟧，功率5kW。",
        "说明书\n一种床\n技术领域\n空调的功率为⟦2匹⟧，真空度为⟦100托⟧，床长⟦6尺⟧，油的黏度为⟦5泊⟧，板厚⟦20密耳⟧。",
        "说明书\n一种犁\n技术领域\n用⟦5马力⟧的电机，每小时耕⟦10~20亩⟧，气压为⟦3 kgf⟧/cm2，又用8马力的电机。",
    )
    missed = ("1. 一种泵，管径为⟦六寸⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found: dict[str, list[Span]] = {}
        for span in prose(filing):
            text, base = span.folded, span.start
            for match in span.find(_PATTERN):
                start, end = match.start() - base, match.end() - base
                around = text[max(0, start - 16) : end + 24]
                if match["unit"] in ("英寸", "inch") and _INCHES.search(around):
                    continue
                # Copper foil goes by ounces a square foot.
                if match["unit"] in ("盎司", "oz") and "铜" in around:
                    continue
                if match["unit"] in ("mmHg", "毫米汞柱") and _BLOOD.search(text[max(0, start - 40) : end + 20]):
                    continue
                # In brackets after the legal unit: 152.4 mm（6英寸）.
                if re.search(r"[(（\[][^()（）]{0,12}$", text[max(0, start - 14) : start]):
                    continue
                found.setdefault(match["unit"], []).append(span.at(match))
            for match in span.find(_QUANTITY):
                cue, others, _ = _OF_QUANTITY[match["unit"]]
                before = text[max(0, match.start() - base - 12) : match.start() - base]
                after = text[match.end() - base : match.end() - base + 1]
                if re.search(cue, re.split(r"[，。；;]", before)[-1]) and (not after or after not in others):
                    found.setdefault(match["unit"], []).append(span.at(match))
        for unit, places in sorted(found.items(), key=lambda item: item[1][0].start):
            yield self.at(
                places[0],
                related=places[1:6],
                unit=unit,
                legal=_LEGAL.get(unit) or _OF_QUANTITY[unit][2],
                count=len(places),
                facts={"count": len(places)},
            )
