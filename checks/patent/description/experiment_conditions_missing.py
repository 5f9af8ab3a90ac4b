from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_CHANGE = r"(?:提高|提升|降低|减少|增加|缩短|下降|上升|节约|节省|延长|增强|改善|增长|加快|扩大|缩小)"
_DATA = lazy(
    rf"(?P<words>{_CHANGE}(?:了|约|近|至少|到|至|达|达到|大约|超过){{0,3}}[ ]?"
    r"(?:\d{1,4}(?:\.\d{1,3})?[ ]?(?:[~～\-至][ ]?\d{1,4}(?:\.\d{1,3})?[ ]?)?(?:%|倍)|[一二两三四五六七八九]成(?!型|"
    r"为|本|分|品)|一半|"
    r"(?:原来|原先|传统|现有)[一-鿿]{0,6}的[ ]?[一-鿿\d./]{1,6}(?:倍|%))"
    rf"|(?:由|从)[ ]?\d{{1,3}}(?:\.\d{{1,3}})?[ ]?%[一-鿿]{{0,4}}?{_CHANGE}?(?:到|至|为)"
    rf"了?[ ]?\d{{1,3}}(?:\.\d{{1,3}})?[ ]?%)"
    r"(?!时|的(?:情况|条件|概率))"
)
# How figures come about; 样本, 测量, 验证 and the like are as often the invention's own business.
_TOLD = lazy(
    r"测试(?!脚本|用例|人员|代码|工程师|系统|平台)|检测(?:结果|方法|条件|标准)|试验|实验(?!室)|测定|测得|测量(?:结果|得|其)|仿真|模拟(?:结果|计算|实验)|"
    r"GB[/ ]?T?[ ]?\d|ASTM|ISO[ ]?\d|IEC[ ]?\d|数据集上|测试集|对比例|对照组|(?:据|经|数据)统计|统计(?:结果|数据|得|"
    r"表明)|(?:分析|测试|检测|测量)仪|"
    r"表\s*\d[^。；\n]{0,24}(?:结果|数据|性能|效果|对比)|评测|(?:经|理论)计算(?=[可，,得])|计算(?:可得|可知|表明)|实测|(?:经|实践|应用)验证|验证(?:集|结果|表明|了)|对比(?:分析|结果|试验)|应用(?:案例|实例)|试运行|"
    r"试用|考核|现场应用"
)


class ExperimentConditionsMissing(PatentCheck):
    """写了“提高30%”一类的效果数据，全文却没有交代怎样得来：没有条件、方法、仪器或者样本。

    引用实验数据说明有益效果时，应当给出必要的实验条件和方法；来路不明的数据没有说服力，还可能被怀疑编造。
    写明测试的标准、条件、仪器、样本数和对照；没有做过实验的，改为定性的说法并说明原理。
    全文有“测试”“实验”“仿真”“样本”“对比例”一类的话就不报，写得够不够请人来看；每件申请只报一处。
    """

    code = "DSC024"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.4"), cite("指南", "2-10-3.1"))
    message = "写了“{words}”，全文却没有交代测试的条件、方法或者样本：请写明数据是怎样得来的"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n发明内容\n流量提高30%。\n具体实施方式\n按GB/T 3216测试，流量由10提高到13。",
        "说明书\n一种泵\n具体实施方式\n当转速提高20%时报警，把阈值增加5%的情况下重算，温度降低。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n与现有技术相比，流量⟦提高了30%⟧，能耗降低20%。\n具体实施方式\n装垫。",
        "说明书\n一种阀\n具体实施方式\n装弹簧以后，寿命⟦延长3倍⟧。",
        "说明书\n一种表\n具体实施方式\n测量电压，取样本，准确率⟦由82%上升到97%⟧，成本下降了四成。",
        "说明书\n一种阀\n发明内容\n成本⟦下降了四成⟧，焊缝减少成本。\n具体实施方式\n装弹簧。",
    )
    missed = (
        "说明书\n一种泵\n发明内容\n与现有技术相比，⟦流量翻了一番⟧，能耗降到一半。\n具体实施方式\n装垫。",
        "说明书\n一种泵\n发明内容\n⟦流量是现有泵的三倍⟧。\n具体实施方式\n装垫。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        told = [*filing.description.paragraphs_of(SectionName.SUMMARY)]
        told += filing.description.paragraphs_of(SectionName.EMBODIMENTS)
        if any(paragraph.body.holds(_TOLD) for paragraph in told):
            return
        for paragraph in told:
            for match in paragraph.body.find(_DATA):
                yield self.at(paragraph.body.at(match, "words"))
                return
