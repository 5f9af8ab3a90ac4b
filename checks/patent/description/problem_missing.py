import re
from collections.abc import Iterable, Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import DescriptionParagraph, Filing, PartName, PatentCheck, SectionName

# The problem named as one, in any section before the drawings.
_TOLD = lazy(
    r"解决|克服|目的|旨在|为了|问题|不足|缺陷|缺点|弊端|难题|难以|无法|不能|不便|困难|需求|需要一种|亟需|亟待|急需|迫切|任务|意在|"
    r"挑战|瓶颈|局限|痛点|短板|隐患|针对(?:现有|上述|目前|以上|背景|传统|该|这|此|前述|已有)"
)
# What is wrong with the known things, told without a name for it.
_FAULTS = lazy(
    r"容易|影响|较?[低差慢]|高昂|昂贵|繁琐|复杂|麻烦|费[时力工]|耗时|浪费|漏|磨损|误[差判报]|损[坏伤失耗]|危险|危害|事故|噪|不[易够利准稳佳良]|"
    r"没有|缺[乏少]|尚未|有待|堵|卡死|失效|故障|延迟|泄露|污染|断裂|脱落|风险|限制|受限|仅能|只能|针对|为此"
)
# An effect alone lets the problem be guessed.
_EFFECT = lazy(r"以便|改善|提高|提升|避免|防止|降低|减少|得以|增强|优化|简化|节省|节约|便于")


class ProblemMissing(PatentCheck):
    """说明书没有写所要解决的技术问题。

    实施细则要求发明内容写明所要解决的技术问题；没有问题，就说不清方案的创造性。
    在发明内容的开头写一段：针对现有技术的什么缺点，要解决什么技术问题。
    背景技术和发明内容里有“解决”“克服”“目的”“旨在”“缺点”“不足”一类的词，或者背景技术写了现有技术的毛病，就算写了，
    写得对不对请人来看；只写了“提高”“避免”一类的效果、要靠效果去猜问题的，降为警告。
    """

    code = "DSC013"
    level = Level.ERROR
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.4"))
    message = "“{words}”里没有写所要解决的技术问题{though}：请写明针对现有技术的什么缺点，要解决什么问题"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n泵漏水。\n发明内容\n本发明的目的在于提供一种不漏的泵。",
        "说明书\n一种泵\n背景技术\n现有的泵存在漏水的缺点。\n发明内容\n加垫。",
        "说明书\n一种泵\n技术领域\n涉及泵。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n现有的泵有壳体。\n⟦发明内容⟧\n一种泵，包括壳体和垫。\n具体实施方式\n"
        "解决安装问题时用螺栓。",
        "说明书\n一种泵\n背景技术\n泵由壳体和叶轮组成，用于工厂和家庭。\n⟦发明内容⟧\n一种泵，包括壳体和垫，提高了流量。",
        "说明书\n一种阀\n技术领域\n涉及阀。\n⟦实用新型内容⟧\n一种阀，有弹簧。",
    )
    missed = (
        (
            "说明书\n"
            "一种泵\n"
            "背景技术\n"
            "现有的泵有壳体。\n"
            "⟦发明内容⟧\n"
            "本发明要解决的就是上面说的。\n"
            "一种泵，包括壳体和垫。\n"
            "具体实施方式\n"
            "装垫。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        section = filing.description and filing.description.section(SectionName.SUMMARY)
        if filing.description is None or not section or not section.paragraphs:
            return
        before = (SectionName.FIELD, SectionName.BACKGROUND)
        known = [paragraph for name in before for paragraph in filing.description.paragraphs_of(name)]
        summary = filing.description.paragraphs_of(SectionName.SUMMARY)
        if _said(_TOLD, (*known, *summary)) or _said(_FAULTS, known):
            return
        if _said(_EFFECT, (*known, *summary)):
            yield self.at(section.heading, level=Level.WARNING, though="，只写了效果")
        else:
            yield self.at(section.heading, though="")


def _said(cue: re.Pattern[str], paragraphs: Iterable[DescriptionParagraph]) -> bool:
    return any(cue.search(paragraph.body.folded) for paragraph in paragraphs)
