from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, SectionName

_INVENTION = lazy(r"发[ ]*明[ ]*内[ ]*容")
_MODEL = lazy(r"实[ ]*用[ ]*新[ ]*型[ ]*内[ ]*容")


class SectionTitleType(PatentCheck):
    """说明书第三部分的标题与专利类型不符：实用新型写了“发明内容”，或者发明写了“实用新型内容”。

    审查指南规定发明用“发明内容”，实用新型用“实用新型内容”；实施细则笼统地写“发明内容”，所以只是警告。
    按专利类型改写标题。
    """

    code = "DSC003"
    level = Level.WARNING
    basis = (cite("指南", "1-2-7.2"), cite("指南", "1-1-4.2"))
    message = "{kind}说明书的标题不应是“{words}”：请改为“{right}”"
    needs = (PartName.DESCRIPTION,)

    good = (
        Sample("说明书\n一种泵\n技术领域\n涉及泵。\n实用新型内容\n加垫。", kind="utility-model"),
        Sample("说明书\n一种泵\n技术领域\n涉及泵。\n发明内容\n加垫。", kind="invention"),
        Sample("说明书\n一种泵\n技术领域\n涉及泵。\n内容\n加垫，不同于背景的发明内容。", kind="utility-model"),
    )
    bad = (
        Sample("说明书\n一种泵\n技术领域\n涉及泵。\n⟦发明内容→实用新型内容⟧\n加垫。", kind="utility-model"),
        Sample("说明书\n一种泵\n技术领域\n涉及泵。\n【⟦实用新型内容→发明内容⟧】\n加垫。", kind="invention"),
    )
    missed = ("说明书\n一种泵\n技术领域\n本实用新型涉及泵。\n⟦发明的内容⟧\n加垫。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None or filing.kind is None:
            return
        model = filing.kind is Kind.UTILITY_MODEL
        right = "实用新型内容" if model else "发明内容"
        for section in filing.description.sections:
            if section.name is SectionName.SUMMARY:
                for match in section.heading.find(_INVENTION if model else _MODEL):
                    place = section.heading.at(match)
                    yield self.at(place, fix=Fix(right, safe=True), kind=filing.kind.chinese, right=right)
