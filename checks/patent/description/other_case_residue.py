from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.residue import residues

_FAULTS = {
    "office": "像是事务所内部的编号或者材料",
    "placeholder": "像是模板里没有填写的占位文字",
    "subject": "与本案的名称“{title}”和权利要求没有相同的字，像是另一件申请的内容",
}


class OtherCaseResidue(PatentCheck):
    """文件里残留着模板的占位文字、内部批注，或者自称“本发明涉及一种轮椅”而本案并不是轮椅。

    别的案件或者模板的内容留在申请文件里，使说明书不清楚，还可能泄露另一位委托人的内容，违反保密义务。
    删去残留的内容，补上应当填写的文字。
    占位文字看的是空框、叉号、“此处填写”“待发明人确认”“批注：”、案卷号和交底书一类的话。
    第二种情形只在主题的实义部分与名称、权利要求没有任何两个字相同时才报，并且只是警告；背景技术里的话、
    “本发明还提供一种存储介质”不报。
    """

    code = "DSC053"
    level = Level.ERROR
    basis = (cite("法", "26.3"), cite("代理条例", "17"), cite("质量评价", "10"))
    message = "“{words}”{fault}：请核对，删去残留的内容"

    good = (
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及一种水泵。\n背景技术\n"
        "现有一种轮椅使用水泵，XX市有售。该轮椅包括扶手。\n"
        "发明内容\n本发明还提供一种电子设备，以及一种泵组。本发明的核心思想包括以下内容，本发明的优点包括成本低。",
        "权利要求书\n1. 一种水泵的控制方法，包括启动。\n说明书\n一种水泵的控制方法\n技术领域\n本发明涉及机械领域，"
        "日志为XXXX，系统待机，待测模块请求输入，提示用户请输入密码，步骤二重复，备注信息，(如图1所示)，待补偿的值。",
        "权利要求书\n1. 一种专利交底书的生成方法，包括输入。\n说明书\n一种专利交底书的生成方法\n技术领域\n"
        "本发明涉及交底书。\n发明内容\n用户按模板填写交底书。",
    )
    bad = (
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及⟦XXX⟧领域。\n具体实施方式\n"
        "⟦【此处插入实施例】⟧",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及一种⟦折叠轮椅⟧。\n发明内容\n"
        "⟦（待补充）⟧",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n技术领域\n本发明涉及⟦____⟧技术领域。\n发明内容\n"
        "本发明的⟦折叠轮椅⟧结构简单。\n具体实施方式\n⟦请发明人确认⟧是否准确。⟦批注：⟧换图。⟦案卷号：P20-01⟧，"
        "见⟦交底书⟧，"
        "⟦此处补充⟧参数。",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n背景技术\n专利⟦CN1012XXXXXA⟧由⟦某某⟧公司申请。\n"
        "发明内容\n本实用新型的目的是提供一种⟦婴儿奶瓶的清洗装置⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for item in residues(filing):
            yield self.at(
                item.span,
                level=Level.WARNING if item.kind == "subject" else None,
                fault=_FAULTS[item.kind].format(title=filing.title),
            )
