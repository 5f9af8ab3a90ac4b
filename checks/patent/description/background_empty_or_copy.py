from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName, first_words
from ipcheck.patent.prose import bare, shingles

_ALIKE = 0.8


class BackgroundEmptyOrCopy(PatentCheck):
    """背景技术只有一两句话，或者几乎照抄了摘要。

    背景技术应当写明对理解、检索、审查有用的现有技术，并客观地指出它的问题和缺点。
    写清与本方案最接近的现有技术是怎样的、有什么缺点、为什么会有。
    少于40个字，或者摘要的八成文字（都是内部阈值，字数可以在配置里改）出现在背景技术里时才报。
    """

    code = "DSC006"
    level = Level.WARNING
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.3"))
    message = "背景技术{fault}：请写明最接近的现有技术和它存在的问题"
    needs = (PartName.DESCRIPTION,)

    @dataclass(frozen=True)
    class Options:
        """least：背景技术不足几个字才报"""

        least: int = 40

    good = (
        "说明书\n一种泵\n背景技术\n现有的泵由壳体和叶轮组成，叶轮与壳体之间没有密封，水从缝隙漏出，"
        "使用一段时间以后流量明显下降。",
        "说明书\n一种泵\n技术领域\n涉及泵。",
    )
    bad = (
        "说明书\n一种泵\n⟦背景技术⟧\n现有的泵漏水。\n发明内容\n加垫。",
        "说明书摘要\n本发明公开一种泵，包括壳体、叶轮和密封圈，叶轮固定在转轴上，"
        "密封圈套在转轴上并与壳体过盈配合，能够防止漏水。\n"
        "说明书\n一种泵\n背景技术\n⟦本发明公开一种泵，包括壳⟧体、叶轮和密封圈，叶轮固定在转轴上，"
        "密封圈套在转轴上并与壳体过盈配合，"
        "能够防止漏水。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        section = filing.description and filing.description.section(SectionName.BACKGROUND)
        if filing.description is None or not section:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.BACKGROUND)
        written = sum(len("".join(str(paragraph.body).split())) for paragraph in paragraphs)
        if written < self.options.least:
            fault = f"只有{written}个字（内部阈值{self.options.least}字）"
            yield self.at(section.heading, fault=fault, facts={"characters": written})
            return
        if filing.abstract is None:
            return
        abstract = shingles(bare("\n".join(str(line) for line in filing.abstract.lines)), 8)
        background = shingles(bare("\n".join(str(paragraph.body) for paragraph in paragraphs)), 8)
        if len(abstract) >= 20 and len(abstract & background) >= _ALIKE * len(abstract):
            yield self.at(first_words(paragraphs[0].body), fault="与摘要几乎相同（内部阈值80%）")
