from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName

_CITED = lazy(
    r"(?:CN|ZL|US|EP|WO|JP|KR|DE|FR|GB)[ ]?\d{4}|专利(?:文献|文件|申请)?(?:公开号|公告号|号|CN)|公开号|公告号|"
    r"(?:申请|专利)号?(?:为|是|:)"
    r"?[ ]?\d{7}|"
    r"授权公告|《[^》\n]{2,60}》|"
    r"GB/T|YY/T|IEEE|et al|doi|DOI|\[\d{1,2}\]|第\d+卷|第\d+期|Vol|pp\."
)


# Somebody's work is told of: then there is something to cite.
_TOLD = lazy(
    r"研究(?:表明|发现|显示|指出|证明|者|人员)|有?学者|文献|论文|有人提出|报道|(?<!发明)(?<!申请)(?<!本)公开了(?=一)|(?<!发明)(?<!本)提出了(?=(?:一种|多种|了|基于|[A-Z]))|现有技术[一二三123]|已有(?:专利|技术方案)"
)


class BackgroundNoCitation(PatentCheck):
    """背景技术讲到了别人的方案或者研究，却没有写明出处。

    实施细则要求“有可能的”引证反映背景技术的文件；讲到“研究表明”“公开了一种”“现有技术一”，就有可引证的文件。
    写明专利文件的国别和公开号，或者非专利文献的标题和出处；只泛泛地说现状的不报。
    许多代理机构有意不引证，也不算缺陷，所以不在默认检查之内。
    """

    code = "DSC007"
    level = Level.ADVICE
    default = False
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.3"))
    message = "背景技术讲到“{words}”，没有写明出处：有可能的，请写明专利文件的国别和公开号，或者非专利文献的标题和出处"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n中国专利CN105000000A公开了一种泵。",
        "说明书\n一种泵\n背景技术\n《泵的设计》一书介绍了叶轮。",
        "说明书\n一种泵\n背景技术\n申请号为201910345678.3的中国专利申请公开了一种泵。",
        "说明书\n一种泵\n技术领域\n涉及泵。",
        "说明书\n一种泵\n背景技术\n现有的泵容易漏水。",
    )
    bad = (
        "说明书\n一种泵\n背景技术\n现有的泵容易漏水。⟦研究表明⟧，密封圈老化是主要原因。",
        "说明书\n一种阀\n【背景技术】⟦现有技术一⟧的阀容易卡死。",
    )
    missed = (
        "说明书\n一种泵\n背景技术\n现有的泵容易漏水。⟦有人做过实验⟧，密封圈老化是主要原因。",
        "说明书\n一种泵\n背景技术\n⟦某大学提出过⟧一种泵，叶轮为六片。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.BACKGROUND)
        if any(_CITED.search(paragraph.body.folded) for paragraph in paragraphs):
            return
        told = (paragraph.body.at(match) for paragraph in paragraphs for match in paragraph.body.find(_TOLD))
        for words in told:
            yield self.at(words)
            return
