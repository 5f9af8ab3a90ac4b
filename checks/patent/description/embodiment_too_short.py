from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName
from ipcheck.patent.prose import bare


class EmbodimentTooShort(PatentCheck):
    """具体实施方式的字数比权利要求书还少。

    具体实施方式要把权利要求里的每个特征展开到能够实现；比权利要求还短，多半公开不充分，以后也没有修改的余地。
    按部件或者步骤逐一展开：结构、连接、工作过程、参数、替代方式。
    没有法定的比例，1.0倍是内部阈值，可以在配置里改；权利要求很多、互相重复的，请自行判断。
    """

    code = "DSC020"
    level = Level.WARNING
    basis = (cite("法", "26.3"), cite("质量评价", "169"))
    message = "具体实施方式只有权利要求书的{ratio:.1f}倍（内部阈值{least:g}倍）：请把权利要求里的特征逐一展开"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    @dataclass(frozen=True)
    class Options:
        """ratio：具体实施方式的字数应当是权利要求书的几倍以上"""

        ratio: float = 1.0

    good = (
        "1. 一种泵，包括壳体和叶轮。\n说明书\n一种泵\n具体实施方式\n壳体为圆筒，叶轮装在壳体里面，"
        "叶轮有六个叶片，电机带动叶轮转动，把水从进口送到出口。",
        "1. 一种泵，包括壳体和叶轮。\n说明书\n一种泵\n发明内容\n装垫。",
    )
    bad = (
        "1. 一种泵，包括壳体、叶轮、转轴、轴承和密封圈，叶轮固定在转轴上，转轴通过轴承与壳体转动连接，"
        "密封圈套在转轴上，壳体设有进口和出口。\n"
        "说明书\n一种泵\n⟦具体实施方式⟧\n壳体为铸铁，叶轮为不锈钢，转轴为碳钢，轴承为滚珠轴承，密封圈为橡胶。",
        "1. 一种识别方法，包括采集图像、滤波、分割、提取特征、分类、输出结果，并把结果发送给服务器保存。\n"
        "说明书\n一种识别方法\n【⟦具体实施方式⟧】依次采集图像、滤波、分割、提取特征、分类、输出。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        section = filing.description and filing.description.section(SectionName.EMBODIMENTS)
        if filing.description is None or not section or not section.paragraphs:
            return
        claimed = sum(len(bare(claim.body.folded)) for claim in filing.claims)
        told = 0
        for item in filing.description.paragraphs_of(SectionName.EMBODIMENTS):
            told += len(bare(item.body.folded))
            if told >= self.options.ratio * claimed:
                return
        if not any("\ufffc" in str(item.body) for item in section.paragraphs):
            ratio = told / claimed
            yield self.at(section.heading, ratio=ratio, least=self.options.ratio, facts={"ratio": round(ratio, 2)})
