from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Description, Filing, Kind, PartName, PatentCheck, SectionName

_SUBJECT = lazy(
    r"化合物|药物|药剂|制剂|组合物|中药|药用|疫苗|抗体|催化剂|农药|杀虫剂|除草剂|培养基|合金|青铜|黄铜|树脂|涂料|釉料|胶粘剂|润滑油|洗涤剂|饲料|肥料"
)
_DATA = lazy(
    r"实验|试验|测试|检测|测定|测得|药效|疗效|临床|IC50|EC50|MIC|抑制率|有效率|治愈率|存活率|收率|产率|转化率|"
    # 变形量均小于0.3mm
    r"(?:[^含用重质数]量|率|强度|硬度|寿命)(?:均|分别|都)(?:小于|大于|低于|高于|达到?|提高了?|降低了?)[ ]?\d|"
    r"选择性|纯度|对比例|对照组|结果(?:见|如|表明|显示)|表\s*\d"
)


# Outside the examples only with a figure: 现有品种抑制率低的问题 measures nothing.
_FIGURES = lazy(rf"(?:{_DATA.pattern})[^。；\n]{{0,24}}?\d")


class ChemNoEffectData(PatentCheck):
    """化学、药物发明的说明书里一处实验或者数据也没有。

    化学是实验科学，用途和效果难以预测；依赖实验结果才能成立的方案没有给出实验证据的，属于公开不充分，
    而且申请日以后补交的数据不能弥补。
    补写实验方法和定性、定量的结果：药效、活性、性能的测试，最好有对照。
    只查权利要求主题是化合物、药物、组合物、催化剂一类，而且具体实施方式里没有一处“实验”“测定”“表1”一类文字、
    发明内容里也没有这类数字的；背景技术里说别人的数据不算；
    数据够不够、能不能证明效果，请人工核对。
    """

    code = "DSC025"
    level = Level.ERROR
    basis = (cite("法", "26.3"), cite("指南", "2-2-2.1.3"), cite("指南", "2-10-3.1"))
    message = "要求保护“{words}”，说明书里却没有一处实验或者数据：请补写实验方法和证明效果的结果，申请日以后不能再补"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种治疗感冒的中药组合物，由甘草和桔梗组成。\n说明书\n一种中药组合物\n具体实施方式\n小鼠实验，"
        "抑制率为60%，见表1。",
        "1. 一种釉料，由石英和硼砂组成。\n说明书\n一种釉料\n具体实施方式\n两种釉料烧成以后坯体的变形量均小于0.3mm。",
        "1. 一种泵，包括壳体。\n说明书\n一种泵\n具体实施方式\n装垫。",
    )
    bad = (
        "1. 一种治疗感冒的⟦中药组合物⟧，由甘草和桔梗组成。\n说明书\n一种中药组合物\n具体实施方式\n"
        "取甘草和桔梗，水煎服用，效果很好。",
        "1. 一种吡啶⟦化合物⟧，结构如式（I）。\n说明书\n一种吡啶化合物\n背景技术\n已有品种的试验做过三次，"
        "抑制率为80%。\n"
        "发明内容\n以解决现有品种抑制率低的问题。\n具体实施方式\n加热回流，得到固体。",
        "1. 一种⟦合金⟧，包括铜和锌。\n说明书\n一种合金\n具体实施方式\n熔炼铜和锌，浇铸。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        if _measured(filing.description):
            return
        for claim in filing.independent_claims:
            if claim.is_method or claim.subject is None:
                continue
            found = [match for match in claim.subject.find(_SUBJECT) if match.end() == claim.subject.end]
            if found:
                start = min(match.start() for match in claim.subject.find(_SUBJECT))
                yield self.at(claim.subject.sub(start - claim.subject.start, len(claim.subject)))
                return


def _measured(description: Description) -> bool:
    """Whether anything is measured in the examples, or told with its figure in the summary."""
    examples = description.paragraphs_of(SectionName.EMBODIMENTS)
    if any(paragraph.body.holds(_DATA) for paragraph in examples or description.paragraphs):
        return True
    return any(paragraph.body.holds(_FIGURES) for paragraph in description.paragraphs_of(SectionName.SUMMARY))
