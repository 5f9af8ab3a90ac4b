from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_ORDER = tuple(SectionName)


class SectionOrder(PatentCheck):
    """说明书五个部分的次序不对，例如“附图说明”写在“具体实施方式”之后。

    说明书应当按技术领域、背景技术、发明内容、附图说明、具体实施方式的次序撰写。
    把这一部分移到规定的位置；性质特殊、用其他次序能节约篇幅的除外。
    只看每个标题第一次出现的位置；生物材料保藏一类的其他标题不参加排序。
    """

    code = "DSC002"
    level = Level.ERROR
    basis = (cite("细则", "20.2"), cite("指南", "1-1-4.2"))
    message = (
        "“{words}”写在了“{before}”之后：说明书应当按技术领域、背景技术、发明内容、附图说明、具体实施方式的次序撰写"
    )
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n技术领域\n涉及泵。\n背景技术\n泵漏。\n发明内容\n加垫。\n附图说明\n图1为泵。\n"
        "具体实施方式\n装垫。",
        "说明书\n一种菌\n技术领域\n涉及菌。\n背景技术\n菌少。\n发明内容\n新菌。\n生物材料保藏信息\n保藏编号为甲。\n"
        "附图说明\n图1为菌。\n具体实施方式\n实施例\n培养。\n背景\n培养菌。",
    )
    bad = (
        "说明书\n一种泵\n技术领域\n涉及泵。\n背景技术\n泵漏。\n发明内容\n加垫。\n具体实施方式\n装垫。\n⟦附图说明⟧\n"
        "图1为泵。",
        "说明书\n一种泵\n【背景技术】\n泵漏。\n⟦【技术领域】⟧\n涉及泵。\n【发明内容】\n加垫。\n【具体实施方式】\n"
        "装垫。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        seen: set[SectionName] = set()
        highest = None
        for section in filing.description.sections:
            if section.name in seen:
                continue
            seen.add(section.name)
            if highest is not None and _ORDER.index(section.name) < _ORDER.index(highest.name):
                yield self.at(section.heading, related=[highest.heading], before=highest.name.chinese)
            else:
                highest = section
