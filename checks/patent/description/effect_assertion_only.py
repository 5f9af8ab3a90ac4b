import re
from collections.abc import Iterator, Sequence

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import DescriptionParagraph, Filing, PartName, PatentCheck, SectionName, first_words
from ipcheck.patent.prose import bare, clauses

_LEAD = lazy(
    r"(?:与现有技术相比|相对于现有技术|同现有技术相比|本(?:发明|实用新型|申请)?的?(?:有益效果|优点|有益技术效果|"
    r"积极效果)|(?:具有|有)(?:以下|如下|下列)?的?"
    r"(?:有益效果|优点|积极效果|有益技术效果)|有益效果(?:是|为|在于|如下)?)[^。\n]{0,30}?(?:[:：，,]|是|为|在于)?"
)
_PRAISE = (
    r"(?:简单|简洁|简易|巧妙|合理|新颖|紧凑|方便|便捷|简便|快捷|迅速|容易|灵活|轻便|轻巧|小巧|低廉|低|便宜|经济|实惠|强|好|高|广|广泛|广阔|可靠|"
    r"安全|稳定|稳固|牢固|美观|大方|实用|耐用|经久耐用|优良|优异|优越|良好|突出|明显|显著|长|小|少|快|先进|科学|环保|节能|高效|智能|舒适|齐全|完善|完备|"
    r"多样|省力|省时|省工|省电|省心|"
    r"推广|普及|使用|应用|操作|制造|制作|生产|加工|安装|拆装|拆卸|维护|维修|携带|运输|清洗|清洁|实现|实施)"
)
_STOCK = lazy(
    r"(?:整体)?(?:结构|构造|设计|原理|布局|工艺|操作|使用|制作|制造|生产|加工|安装|拆装|拆卸|维护|维修|维护成本|携带|成本|造价|投资|能耗|噪音|体积|"
    r"重量|价格|实用性|适用性|通用性|适应性|推广性|安全性|可靠性|稳定性|效率|工作效率|生产效率|自动化程度|智能化程度|适用范围|应用范围|用途|美观性?|外形|"
    r"外观|造型|性能|质量|精度|灵敏度|寿命|使用寿命|效果|使用效果|功能|(?:经济|社会|环境|综合)(?:和社会)?(?:效益|价值)|(?:应用|市场|推广|发展)(?:前景|价值)|"
    r"实用价值|使用价值|便于|易于|方便|适合|适宜|值得|利于|可以|大规模|大范围|大面积|批量|工业化|广泛)*"
    rf"(?:非常|十分|更加|较为|极其|更|较|很|极)?{_PRAISE}+(?:等)?(?:的)?(?:优点|特点|效果)?"
)
_REST = lazy(
    r"本(?:发明|实用新型|申请|装置|方案|产品|设备)|具有|该|其|一种|所述|的|和|与|且|并且?|及|以及|、|等|优点|"
    r"特点|[^\w]|\d"
)
_LEAST, _MOST = 2, 4
# What tells an effect, wherever it stands.
_EFFECT = lazy(
    r"从而|以便|使得|进而|有效|提[高升]|降低|避免|减[少小]|改善|节[省约]|增[强加大]|便于|方便|防止|保[证障]|确保|简化|缩短|克服|解决|不[易会再用]|"
    r"更[加好高快为准稳轻强长]|利于|大大|显著|灵活|快速|可靠|稳定|良好|优[于越化]|实现|能够|可以|达到|加快|延长|扩大|无[需须]|充分|[较最]好|性能"
)
_COPIED = 0.7


class EffectAssertionOnly(PatentCheck):
    """有益效果只有“结构简单、使用方便、成本低廉”一类的套话，或者只把技术方案抄了一遍，没有说明由什么特征带来什么。

    审查指南要求有益效果由技术特征直接带来，可以通过结构特点的分析、理论说明或者实验数据来写，不得只断言有益效果。
    逐条写成“由于设置了限位块，叶轮不会碰到壳体，因此避免了磨损”。
    只在整段有益效果除了套话以外什么都没有时，或者七成以上的字（内部阈值）抄自前面的技术方案、
    又没有“提高”“避免”“从而”一类说效果的词时才报。
    """

    code = "DSC016"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.4"), cite("细则", "20.1"))
    message = "有益效果{fault}：请写明由什么技术特征、通过什么原理带来了什么效果"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n发明内容\n有益效果：由于设有限位块，叶轮不碰壳体，结构简单，使用方便。",
        "说明书\n一种泵\n发明内容\n有益效果：泄漏少，密封圈磨损小，寿命提高。",
        "说明书\n一种阀\n发明内容\n一种阀，包括阀体和阀芯，阀芯通过弹簧与阀体连接，弹簧套在导杆上。\n"
        "本发明的有益效果是：阀芯通过弹簧与阀体连接，弹簧套在导杆上，避免卡死。",
        "说明书\n一种泵\n发明内容\n与现有技术相比，本发明的有益效果是：\n结构简单，成本低廉。\n通过限位块避免了磨损。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n加垫。\n本发明的有益效果是：⟦结构简单、使用方便、成本低⟧。",
        "说明书\n一种阀\n发明内容\n一种阀，包括阀体和阀芯，阀芯通过弹簧与阀体连接，弹簧套在导杆上。\n"
        "本发明的有益效果是：⟦阀芯通过弹簧与阀体连接，⟧弹簧套在导杆上。",
        "说明书\n一种阀\n发明内容\n装弹簧。\n有益效果：⟦方便快捷，省时省力⟧。",
        "说明书\n一种阀\n实用新型内容\n装弹簧。\n与现有技术相比，本实用新型具有以下优点：\n"
        "⟦设计合理，操作方便，实用性强，易于推广⟧。",
    )
    missed = (
        "说明书\n一种泵\n发明内容\n加垫。\n本发明的有益效果是：⟦很实用，效果不错⟧。",
        "说明书\n一种泵\n发明内容\n加垫。\n本发明的有益效果是：⟦各方面性能都有改善⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.SUMMARY)
        for index, paragraph in enumerate(paragraphs):
            body = paragraph.body
            leads = list(body.find(_LEAD))
            if not leads:
                continue
            rest = body.sub(leads[-1].end() - body.start, len(body))
            told = [rest.sub(len(rest) - len(rest.folded.lstrip(" :,，。")), len(rest))]
            told += [later.body for later in paragraphs[index + 1 :]]
            told = [span for span in told if len(span) and re.search(r"[一-鿿]", str(span))]
            words = "，".join(span.folded for span in told)
            if not told:
                return
            stock = [match for match in _STOCK.finditer(words) if len(match[0]) >= 3] if len(words) <= 200 else []
            if len(stock) >= _LEAST and len(_REST.sub("", _STOCK.sub("", words))) <= _MOST:
                first = told[0]
                stop = len(first.folded.rstrip("。.;；，, "))
                place = first.sub(0, max(1, stop))
                yield self.at(place, fault=f"只有“{place}”这样的断言")
            elif not _EFFECT.search(words) and _copied(told, paragraphs[:index]) >= _COPIED:
                place = first_words(told[0])
                yield self.at(place, fault=f"只是把前面的技术方案抄了一遍（“{place}……”，内部阈值七成）")
            return


def _copied(told: list[Span], before: Sequence[DescriptionParagraph]) -> float:
    """The share of what is told, by its words, that stands in the paragraphs before."""
    known = "\n".join(bare(str(paragraph.body)) for paragraph in before)
    words = [piece for span in told for piece, _ in clauses(span)]
    return sum(len(piece) for piece in words if piece in known) / max(1, sum(map(len, words)))
