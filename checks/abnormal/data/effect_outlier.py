from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, SectionName
from ipcheck.patent.quantities import NUMBER

_GAIN = lazy(
    r"(?P<what>[一-鿿]{2,10}?)(?P<words>(?:可|能|将|也|均|大幅|显著)?(?P<way>提高|提升|增加|增强|延长|降低|减少|缩短|节约|节省|下降)"
    rf"(?:了|约|近|至少|达|达到|超过|高达){{0,3}}[ ]?(?P<number>{NUMBER})[ ]?(?P<unit>%|倍))(?!的(?:概率|置信))"
)
# Why it should be so, or how it was measured.
_WHY = lazy(
    r"由于|因为|因此|从而|通过|使得|利用|借助|归因|原因|原理|机理|避免了|取代|代替|不再|无需|以便|这是"
    r"|测试|试验|实验|测得|实测|检测结果|仿真|表\s?\d|对比例|对照|数据集|计算"
    # The figures themselves stand beside it.
    r"|\d[ ]?(?:[kMG]?Pa|℃|[mkμn]?m|[mk]?g|[mk]?[VAW]|h|s)(?![A-Za-z])"
)
# From next to nothing everything is a multiple.
_ZERO = lazy(r"(?:从|由)[ ]?0(?:\.0+)?[ ]?%?|未检出|基数|原为零|为零")


class EffectOutlier(FilingCheck):
    """有益效果写着提高或者降低九成以上，全文没有说明靠什么做到，也没有数据。

    一下子改进九成以上的效果并不多见，没有机理和试验支持的幅度容易被怀疑编造。
    同一段及其前一段写有原因、原理、试验或者对比的不报，基数为零的不报；幅度是内部阈值。
    写明带来这一效果的技术特征和机理，给出试验的条件和结果；没有试验依据的，改为定性的说法。
    """

    @dataclass(frozen=True)
    class Options:
        """percent：提高或者降低百分之几起报；写成几倍的，一倍算一百"""

        percent: float = 90.0

    code = "DAT008"
    level = Level.ADVICE
    basis = (cite("令77", "3(2)"),)
    message = "风险线索：“{words}”的幅度很大（内部阈值 {limit:g}%），附近没有说明机理，也没有试验：请补写依据"
    clears = "有试验记录，或者对照的基数很小"
    keep = ("原始实验记录", "对照试验的条件和结果", "原理的推导或者仿真文件")

    good = (
        "说明书\n一种泵\n发明内容\n由于取消了节流阀，压力损失降低95%。\n具体实施方式\n装垫。",
        "说明书\n一种泵\n发明内容\n经过测试，寿命提高3倍。能耗降低20%。\n具体实施方式\n装垫。",
        "说明书\n一种膜\n发明内容\n应力可达59.2MPa，与纯膜相比提高了3.3倍。\n具体实施方式\n拉伸。",
        "说明书\n一种泵\n发明内容\n残留从0.0%起算，检出量提高2倍。\n具体实施方式\n当转速增加100%时报警。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n本泵结构简单，能耗⟦降低了95%⟧，寿命⟦延长10倍⟧。\n具体实施方式\n装垫。",
        "说明书摘要\n一种泵，效率⟦提高120%⟧。\n说明书\n一种泵\n具体实施方式\n装垫。",
    )
    missed = (
        "说明书\n一种泵\n发明内容\n本泵结构简单，能耗⟦几乎降为零⟧。\n具体实施方式\n装垫。",
        "说明书\n一种泵\n发明内容\n寿命⟦是原来的二十倍⟧。\n具体实施方式\n装垫。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        told: list[Span] = list(filing.abstract.lines) if filing.has(PartName.ABSTRACT) and filing.abstract else []
        if filing.description is not None:
            told += [item.body for item in filing.description.paragraphs_of(SectionName.SUMMARY)]
        before = ""
        for span in told:
            text = span.folded
            if not _WHY.search(before + text) and not _ZERO.search(text):
                for match in span.find(_GAIN):
                    size = float(match["number"]) * (100 if match["unit"] == "倍" else 1)
                    if size >= self.options.percent:
                        yield self.at(span.at(match, "words"), limit=self.options.percent)
            before = text
