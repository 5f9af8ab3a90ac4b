from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, SectionName, first_words

_PROGRAM = lazy(
    r"(?:计算机|机器|非暂态|非易失性|可读|程序)(?:可读)?存储介质|计算机程序(?:产品)?|存储有(?:计算机)?程序|"
    r"处理器执行所述(?:计算机)?程序"
)
# What a caption calls a chart of steps; a 架构图 or 框架图 shows modules, no order.
_FLOW = lazy(
    r"(?:附?图)\s*\d[^。；;\n]{0,120}?(?:流程|步骤|过程|时序|算法|逻辑(?:示意)?[框]?图|控制逻辑|方法|工作原理|程序框?图|程序示意|"
    r"交互(?:示意)?图|信令|泳道|活动图|[Ff]low)"
)


class SoftwareFlowchartMissing(PatentCheck):
    """涉及计算机程序的发明，附图里没有流程图。

    审查指南要求说明书附图给出计算机程序的主要流程图，并按时间顺序用自然语言描述各步骤。
    补一幅流程图，在附图说明里写明“图1为……的流程图”，具体实施方式对照它逐步说明。
    只查权利要求写了存储介质、计算机程序的；附图说明里有“流程”“步骤”“过程”“时序”“方法”一类的图名就算有，
    “架构图”“框图”“界面图”不算。
    """

    code = "DSC029"
    level = Level.WARNING
    basis = (cite("指南", "2-9-5.1"),)
    message = "涉及计算机程序的发明应当有主要流程图，附图说明里没有：请在“{words}”处补一幅流程图和它的说明"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)
    kinds = (Kind.INVENTION,)

    good = (
        "1. 一种计算机可读存储介质，存储有程序。\n说明书\n一种存储介质\n附图说明\n图1为程序的流程图。\n"
        "具体实施方式\n如图1所示。",
        "1. 一种计算机可读存储介质，存储有程序。\n说明书\n一种存储介质\n附图说明\n图1为系统的架构图；"
        "图2为排序方法的示意图。\n"
        "具体实施方式\n如图1所示。",
        "1. 一种存储介质盒，包括盒体。\n说明书\n一种存储介质盒\n具体实施方式\n盒体为纸。",
    )
    bad = (
        "1. 一种计算机可读存储介质，存储有程序。\n说明书\n一种存储介质\n⟦附图说明⟧\n图1为服务器的结构图。\n"
        "具体实施方式\n如图1所示。",
        "1. 一种计算机程序产品，存储有程序。\n说明书\n一种存储介质\n⟦附图说明⟧\n为说明本方法的流程，附图如下：\n"
        "图1为系统的架构图。\n"
        "具体实施方式\n如图1所示。",
        "1. 一种排序装置，包括处理器，所述处理器执行所述计算机程序时实现排序。\n说明书\n⟦一种排序装置⟧\n"
        "具体实施方式\n逐个比较。",
    )
    missed = (
        (
            "1. 一种检测方法，⟦由计算机执行⟧，包括采样。\n"
            "说明书\n"
            "一种检测方法\n"
            "附图说明\n"
            "图1为服务器的结构图。\n"
            "具体实施方式\n"
            "如图1所示。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None or not any(_PROGRAM.search(claim.body.folded) for claim in filing.claims):
            return
        figures = description.paragraphs_of(SectionName.FIGURES)
        if any(_FLOW.search(paragraph.body.folded) for paragraph in figures):
            return
        section = description.section(SectionName.FIGURES)
        yield self.at(section.heading if section else first_words(description.title or description.part.span, 20))
