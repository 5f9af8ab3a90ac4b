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


class BackgroundNoCitation(PatentCheck):
    """背景技术没有引证任何文件。

    实施细则要求“有可能的”引证反映背景技术的文件；引证了，审查员容易看清改进之处。
    写明最接近的专利文件的国别和公开号，或者非专利文献的标题和出处。
    许多代理机构有意不引证，也不算缺陷，几乎每件都会报，所以不在默认检查之内。
    """

    code = "DSC007"
    level = Level.ADVICE
    default = False
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.3"))
    message = (
        "“{words}”没有引证任何文件：有可能的，请写明反映背景技术的专利文件的国别和公开号，或者非专利文献的标题和出处"
    )
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n中国专利CN105000000A公开了一种泵。",
        "说明书\n一种泵\n背景技术\n《泵的设计》一书介绍了叶轮。",
        "说明书\n一种泵\n背景技术\n申请号为201910345678.3的中国专利申请公开了一种泵。",
        "说明书\n一种泵\n技术领域\n涉及泵。",
    )
    bad = (
        "说明书\n一种泵\n⟦背景技术⟧\n现有的泵容易漏水。",
        "说明书\n一种阀\n【⟦背景技术⟧】现有的阀容易卡死。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        paragraphs = filing.description.paragraphs_of(SectionName.BACKGROUND)
        section = filing.description.section(SectionName.BACKGROUND)
        if section and paragraphs and not any(_CITED.search(paragraph.body.folded) for paragraph in paragraphs):
            yield self.at(section.heading)
