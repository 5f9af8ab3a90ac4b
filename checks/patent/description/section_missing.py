from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Description, Filing, Kind, PartName, PatentCheck, SectionName, first_words

_ORDER = tuple(SectionName)


class SectionMissing(PatentCheck):
    """说明书缺少“技术领域”“背景技术”“发明内容”“附图说明”“具体实施方式”五个标题中的某一个。

    说明书应当分五部分撰写，并在每一部分前写明标题；没有附图的不写“附图说明”。
    补写缺少的标题和内容；内容已经写在别的标题下的，在它前面加上标题。
    标题加括号、加序号、字间有空格、写在同一行里都算有；提到了“图1”或者提交了附图，才要求“附图说明”；
    进入国家阶段的国际申请可以不理会。
    """

    code = "DSC001"
    level = Level.ERROR
    basis = (cite("细则", "20.2"), cite("指南", "1-1-4.2"), cite("指南", "1-2-7.2"))
    message = "说明书缺少标题“{section}”：请在“{words}”{where}补写这一部分和它的标题"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n技术领域\n涉及泵。\n背景技术\n泵漏。\n发明内容\n加垫。\n具体实施方式\n装上垫。",
        "说明书\n一种泵\n【技术领域】涉及泵。\n二、背景技术\n泵漏。\n[发 明 内 容]\n加垫。\n图面说明：\n图1为泵。\n"
        "具体实施例\n如图1所示，装上垫。",
        "说明书\n一种泵\n技术领域\n涉及泵。\n背景技术\n某专利的图3有阀。\n发明内容\n加垫。\n具体实施方式\n装上垫。",
        "说明书\n一种泵\n技术领域\n涉及泵。\n现有技术\n泵漏。\n实用新型内容\n加垫。\n实施例\n装上垫，如图表1所示。",
    )
    bad = (
        "说明书\n一种泵\n技术领域\n涉及泵。\n背景技术\n泵漏。\n发明内容\n加垫。\n⟦具体实施方式⟧\n如图1所示，装上垫。",
        "说明书\n一种泵\n⟦背景技术⟧\n泵漏。\n发明内容\n加垫。\n具体实施方式\n装上垫。",
        "说明书\n⟦一种泵⟧\n本发明涉及泵。泵漏，加垫即可。",
    )
    missed = (
        ("说明书\n一种泵\n技术领域\n涉及泵。\n背景技术\n泵漏。\n发明内容\n加垫。\n⟦具体实施方式⟧\n参见附图，装上垫。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        description = filing.description
        if description is None:
            return
        if not description.sections:
            yield self.at(_top(description), section="技术领域”“背景技术”等", where="之后")
            return
        present = [section.name for section in description.sections]
        for name in _ORDER:
            if name in present:
                continue
            if name is SectionName.FIGURES and not (_own_figures(filing, description) or filing.has(PartName.DRAWINGS)):
                continue
            later = [section for section in description.sections if _ORDER.index(section.name) > _ORDER.index(name)]
            nearest = later[0] if later else description.sections[-1]
            title = name.chinese
            if name is SectionName.SUMMARY and filing.kind is Kind.UTILITY_MODEL:
                title = "实用新型内容"
            yield self.at(nearest.heading, section=title, where="之前" if later else "之后")


def _top(description: Description) -> Span:
    return first_words(description.title or description.part.span)


def _own_figures(filing: Filing, description: Description) -> bool:
    """Whether the text speaks of figures of its own; those of the background may be another document's."""
    background = [paragraph.body for paragraph in description.paragraphs_of(SectionName.BACKGROUND)]
    return any(
        not any(body.start <= mention.span.start < body.end for body in background) for mention in filing.mentions
    )
