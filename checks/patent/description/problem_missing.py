from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_CUE = lazy(
    r"解决|克服|目的|旨在|为了|为此|针对|问题|不足|缺陷|缺点|弊端|难题|难以|无法|不能|不便|容易|影响|困难|需求|"
    r"亟需|迫切|任务|意在|以便|改善|提高|避免|防止|降低|减少|得以"
)


class ProblemMissing(PatentCheck):
    """说明书没有写所要解决的技术问题。

    实施细则要求发明内容写明所要解决的技术问题；没有问题，就说不清方案的创造性。
    在发明内容的开头写一段：针对现有技术的什么缺点，要解决什么技术问题。
    背景技术和发明内容里有“解决”“克服”“目的”“旨在”“缺点”“不足”一类的词就算写了，写得对不对请人来看。
    """

    code = "DSC013"
    level = Level.ERROR
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.4"))
    message = "“{words}”里没有写所要解决的技术问题：请写明针对现有技术的什么缺点，要解决什么问题"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n泵漏水。\n发明内容\n本发明的目的在于提供一种不漏的泵。",
        "说明书\n一种泵\n背景技术\n现有的泵存在漏水的缺点。\n发明内容\n加垫。",
        "说明书\n一种泵\n技术领域\n涉及泵。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n现有的泵有壳体。\n⟦发明内容⟧\n一种泵，包括壳体和垫。\n具体实施方式\n"
        "解决安装问题时用螺栓。",
        "说明书\n一种阀\n技术领域\n涉及阀。\n⟦实用新型内容⟧\n一种阀，有弹簧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        section = filing.description and filing.description.section(SectionName.SUMMARY)
        if filing.description is None or not section or not section.paragraphs:
            return
        names = (SectionName.FIELD, SectionName.BACKGROUND, SectionName.SUMMARY)
        told = (paragraph for name in names for paragraph in filing.description.paragraphs_of(name))
        if not any(_CUE.search(paragraph.body.folded) for paragraph in told):
            yield self.at(section.heading)
