import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck

_PLACEHOLDER = re.compile(
    r"(?P<todo>待补充|待完善|待定稿|待确认|待核实|TODO|此处(?:插入|填写|补充)|请(?:在此)?(?:输入|填写)"
    r"|[\[【(（](?:待|请|此处|此段|发明名称|申请人名称|实用新型名称)[^\]】)）\n]{0,20}[\]】)）])"
    r"|(?P<blank>(?<![A-Za-z×XxＸ])(?:X{2,6}|x{3,6}|×{2,6}|某某)(?=公司|大学|学院|研究所|号专利|领域|技术领域|装置"
    r"|方法|系统|设备|发明|部件|模块))"
)
_OPENING = re.compile(
    r"本(?:发明|实用新型|申请)(?:的实施例)?(?:主要|具体|公开|属于|还)?(?:的?目的(?:在于|是)?)?(?:涉及|公开"
    r"|提供)了?[^，。；\n"
    r"]{0,30}?一种(?P<subject>[^，。；,;\n]{2,60})"
)
# Subjects that stand beside any other: the devices and media of a program, wholes and parts.
_GENERAL = re.compile(
    r"(?:方法|装置|系统|设备|介质|产品|程序|终端|服务器|芯片|平台|终端设备|组合物|用途|应用|结构|机构|组件|工艺|技术)$"
)


class OtherCaseResidue(PatentCheck):
    """文件里残留着模板的占位文字，或者自称“本发明涉及一种轮椅”而本案并不是轮椅。

    别的案件或者模板的内容留在申请文件里，使说明书不清楚，还可能泄露另一位委托人的内容，违反保密义务。
    删去残留的内容，补上应当填写的文字。
    第二种情形只在主题与名称、权利要求没有任何两个字相同时才报，并且只是警告；背景技术里的话、
    “本发明还提供一种存储介质”不报。
    """

    code = "DSC053"
    level = Level.ERROR
    basis = (cite("法", "26.3"), cite("代理条例", "17"), cite("质量评价", "10"))
    message = "“{words}”{fault}：请核对，删去残留的内容"

    good = (
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及一种水泵。\n背景技术\n"
        "现有一种轮椅使用水泵，XX市有售。\n"
        "发明内容\n本发明还提供一种电子设备，以及一种泵组。",
        "权利要求书\n1. 一种水泵的控制方法，包括启动。\n说明书\n一种水泵的控制方法\n技术领域\n本发明涉及机械领域，"
        "日志为XXXX，系统待机，待测模块请求输入。",
    )
    bad = (
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及⟦XXX⟧领域。\n具体实施方式\n"
        "⟦【此处插入实施例】⟧",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及一种⟦折叠轮椅⟧。\n发明内容\n"
        "⟦（待补充）⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                for match in line.find(_PLACEHOLDER):
                    yield self.at(line.at(match), fault="像是模板里没有填写的占位文字")
        yield from self._subjects(filing)

    def _subjects(self, filing: Filing) -> Iterator[Finding]:
        own = filing.title.folded if filing.title else ""
        own += "\n".join(claim.body.folded for claim in filing.claims)
        if not filing.claims or filing.title is None or filing.description is None:
            return
        pairs = {own[index : index + 2] for index in range(len(own) - 1)}
        for paragraph in filing.description.paragraphs:
            for match in paragraph.body.find(_OPENING):
                subject = match["subject"]
                if _GENERAL.search(subject):
                    continue
                if not any(subject[index : index + 2] in pairs for index in range(len(subject) - 1)):
                    place: Span = paragraph.body.at(match, "subject")
                    yield self.at(
                        place,
                        level=Level.WARNING,
                        fault=f"与本案的名称“{filing.title}”和权利要求没有相同的字，像是另一件申请的内容",
                    )
