from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_PATTERN = lazy(
    rf"(?P<words>(?:如|根据|按照?|依据|依照|采用|由)?[ ]?(?:本?(?:发明|实用新型"
    rf"|申请)的?)?权利要求书?[ ]?(?:第[ ]?)?{_NUMBER}(?:[ ]?项)?"
    rf"(?:[ ]?(?:[~～—–\-、,，]|至|到|或|和|及|或者)[ ]?(?:权利要求)?{_NUMBER}){{0,12}}+)"
    r"(?P<rest>(?:中?的?任[一意何][一]?[项个]?(?:权利要求)?|之一)?[ ]?所?[ ]?(?:述|记载|限定|要求保护)"
    r"|的(?:记载|内容|描述|技术方案|方法|装置|系统)|所述)"
)
_LEAD = lazy(r"[如根据按照依]")
# The claims of another document: 该专利的权利要求1所述, CN…的权利要求1记载.
_OTHER = lazy(r"(?:专利|文献|文件|CN\d+[A-Z]?|US\d+[A-Z]?\d?|申请)[一-鿿]{0,2}的?$")


class SpecCitesClaim(PatentCheck):
    """说明书里用了“如权利要求1所述的……”一类的引用语。

    说明书要自己把技术方案写清楚，权利要求以后可能修改，引用会落空，所以实施细则明文禁止。
    把引用的内容原文写出来（直接描述那个技术方案）。
    “权利要求的保护范围”一类的套话没有引用具体的权利要求，引证他人专利的权利要求也不报。
    """

    code = "DSC032"
    level = Level.ERROR
    basis = (cite("细则", "20.3"), cite("指南", "1-2-7.2"))
    message = "说明书里有引用语“{words}”：请直接写出所引用的技术内容"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n技术领域\n涉及泵，不脱离权利要求的保护范围，以权利要求书为准，权利要求及其等同物。",
        "说明书\n一种泵\n背景技术\n该专利的权利要求1所述的阀容易漏，中国专利CN101234567A的权利要求2记载了弹簧。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n⟦如权利要求1⟧所述的泵，还有垫。\n具体实施方式\n"
        "采用⟦根据权利要求1至3⟧中任一项所述的泵。",
        "说明书\n一种泵\n发明内容\n本发明还提供实现⟦权利要求5⟧所述方法的装置。",
    )
    missed = (
        "说明书\n一种泵\n发明内容\n⟦上述各权利要求⟧所述的泵，还有垫。",
        "说明书\n一种泵\n发明内容\n⟦权1⟧所述的泵，还有垫。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.description is None:
            return
        for paragraph in filing.description.paragraphs:
            for match in paragraph.body.find(_PATTERN):
                words = match["words"]
                if match["rest"].startswith("的") and not _LEAD.match(words):
                    continue
                before = paragraph.body.folded[: match.start() - paragraph.body.start][-14:]
                if not _OTHER.search(before):
                    yield self.at(paragraph.body.at(match, "words").trimmed())
