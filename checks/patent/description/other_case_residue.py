from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose, quoted
from ipcheck.patent.residue import residues

_FAULTS = {
    "office": "像是事务所内部的编号或者材料",
    "placeholder": "像是模板里没有填写的占位文字",
    "subject": "与本案的名称“{title}”和权利要求没有相同的字，像是另一件申请的内容",
}
# What a chat assistant leaves: the marks of its markup around Chinese words, and its talk.
_MARKUP = lazy(r"\*\*(?=[一-鿿“])|(?<=[一-鿿。，；：”])\*\*(?=[一-鿿\s]|$)|(?<![^\n])[ ]{0,3}#{1,6}[ ](?=[一-鿿])|```")
_CHAT = lazy(
    r"作为一?[个名]?(?:AI|人工智能)(?:语言)?(?:模型|助手)[，,]我|(?<![^\n])(?:好的|当然)[，,!！](?:以下|下面|这)"
    r"|希望(?:以上|这些?|本)[^。，\n]{0,12}(?:对您|对你|能帮)|如[有需]要?[^。，\n]{0,10}请(?:随时)?(?:告诉|告知)我"
    r"|以下[是为](?:修改|优化|润色|改写|重写|整理)后的(?:版本|内容)[:：]"
)


class OtherCaseResidue(PatentCheck):
    """文件里残留着模板的占位文字、内部批注、对话软件的标记，或者自称“本发明涉及一种轮椅”而本案并不是轮椅。

    别的案件或者模板的内容留在申请文件里，使说明书不清楚，还可能泄露另一位委托人的内容，违反保密义务。
    删去残留的内容，补上应当填写的文字。
    占位文字看的是空框、叉号、“此处填写”“待发明人确认”“批注：”、案卷号和交底书一类的话；
    说明书和摘要里的“**”“###”和“好的，以下是……”是对话软件留下的，每个文件只报第一处，标记只是警告，
    引号里的和公式里的a**b不报；权利要求里的由“编辑痕迹”一项报。
    自称别的主题的只在主题的实义部分与名称、权利要求没有任何两个字相同时才报，并且只是警告；背景技术里的话、
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
        "权利要求书\n1. 一种问答方法，包括检索。\n说明书\n一种问答方法\n具体实施方式\n"
        "提示词为“作为AI助手，我只答相关的问题，**加粗**”，幂为a**2。",
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
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n发明内容\n"
        "⟦好的，以下⟧是水泵的说明。\n⟦**⟧水泵的叶轮**有六片。",
        "权利要求书\n1. 一种水泵，包括叶轮。\n说明书\n一种水泵\n背景技术\n专利⟦CN1012XXXXXA⟧由⟦某某⟧公司申请。\n"
        "发明内容\n本实用新型的目的是提供一种⟦婴儿奶瓶的清洗装置⟧。",
    )
    missed = ("说明书\n一种水泵\n技术领域\n本发明涉及水泵。\n具体实施方式\n⟦该电饭煲⟧的内胆由钢制成。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for item in residues(filing):
            yield self.at(
                item.span,
                level=Level.WARNING if item.kind == "subject" else None,
                fault=_FAULTS[item.kind].format(title=filing.title),
            )
        yield from self._assistant(filing)

    def _assistant(self, filing: Filing) -> Iterator[Finding]:
        for pattern, what, level in ((_MARKUP, "标记", Level.WARNING), (_CHAT, "话", None)):
            found = [
                span.at(match)
                for span in prose(filing, PartName.ABSTRACT, PartName.DESCRIPTION)
                for match in span.find(pattern)
                if not quoted(span.folded, match.start() - span.start)
            ]
            if found:
                count = f"（共{len(found)}处）" if len(found) > 1 else ""
                fault = f"像是对话软件留下的{what}{count}"
                yield self.at(found[0].trimmed(), related=found[1:], level=level, fault=fault)
