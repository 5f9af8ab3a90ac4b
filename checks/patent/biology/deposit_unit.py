from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PatentCheck

# The three Chinese units, and depositary authorities under the Budapest Treaty met in Chinese filings.
_RECOGNISED = lazy(
    r"CGMCC|CCTCC|GDMCC|普通微生物(?:菌种保藏管理)?中心|典型培养物保藏中心|广东省微生物菌种保藏中心|ATCC"
    r"|美国典型培养物|DSMZ?|德国微生物|NRRL|KCTC|KCCM|KACC"
    r"|NITE|NPMD|NBRC|IPOD|BCCM|CBS|NCIMB|NCTC|ECACC|CABI|CNCM|IDAC|MTCC|MCC|VKM|VKPM|CECT|CCM|CCY|LMG|PCM|NMLHC"
    r"|国际保藏"
)
_UNIT = lazy(r"保藏(?:单位|机构)(?:名称)?[ ]*(?:为|是|[:])[ ]*(?P<unit>[^，。；,;\n（(]{2,40})")
_KEPT = lazy(
    r"(?:菌株|菌种|细胞株|细胞系|菌|该株)[^，。；\n]{0,20}?保藏(?:于|在)(?P<unit>[^，。；,;\n（(]{2,40}?(?:菌种室"
    r"|菌种库|实验室|研究室|课题组|教研室|公司|学院|研究所))(?=[，。；,;\n（(]|$)"
)


class DepositUnit(PatentCheck):
    """生物材料的保藏单位不是国家知识产权局认可的保藏单位。

    专利程序用的生物材料，应当保藏在国家知识产权局认可的单位（CGMCC、CCTCC、GDMCC）或者布达佩斯条约的国际保藏单位；
    保藏在本单位的菌种室等不算保藏。
    在申请日前送到认可的单位保藏，再写明保藏编号。
    只报写明“保藏单位为……”或者写明菌株保藏于实验室、公司等的；武汉大学内的典型培养物保藏中心等带有认可单位名称的不报。
    """

    code = "BIO005"
    level = Level.ERROR
    basis = (cite("指南", "2-10-9.2.1"), cite("指南", "1-1-5.2.1"))
    message = "保藏单位“{words}”不是认可的保藏单位：请保藏在CGMCC、CCTCC、GDMCC或者布达佩斯条约的国际保藏单位"
    kinds = (Kind.INVENTION,)

    good = (
        "说明书\n一种菌\n具体实施方式\n保藏单位为中国典型培养物保藏中心，该菌株保藏于武汉大学中国典型培养物保藏中心。",
        "说明书\n一种菌\n具体实施方式\n保藏单位：CGMCC；菌液保藏于4℃冰箱，图书保藏在实验室。",
    )
    bad = (
        "说明书\n一种菌\n具体实施方式\n保藏单位为⟦甲大学微生物菌种室⟧，保藏编号为A1。",
        "说明书\n一种菌\n具体实施方式\n该菌株已保藏于⟦乙公司菌种库⟧。",
    )
    missed = ("说明书\n一种菌\n具体实施方式\n该菌株⟦存放在甲大学微生物菌种室⟧，保藏编号为A1。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        spans: list[Span] = []
        if filing.request is not None:
            for value in filing.request.all("deposit-unit"):
                if not _RECOGNISED.search(value.folded):
                    yield self.at(value)
        if filing.description is not None:
            spans = [paragraph.body for paragraph in filing.description.paragraphs]
        for span in spans:
            seen: set[int] = set()
            for pattern in (_UNIT, _KEPT):
                for match in span.find(pattern):
                    # The recognised name may stand in brackets after it.
                    after = span.document.folded[match.start() : min(span.end, match.end() + 40)]
                    if match.start("unit") not in seen and not _RECOGNISED.search(after):
                        seen.add(match.start("unit"))
                        yield self.at(span.at(match, "unit").trimmed())
