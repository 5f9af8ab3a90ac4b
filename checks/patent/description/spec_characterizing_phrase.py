from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.prose import prose

_WORDS = lazy(r"其特征(?:在于|是(?!指)|为(?!了))")
# A claim of another document quoted (该专利的权利要求1…其特征在于), or the phrase itself spoken of in quotation marks.
_QUOTED = lazy(r"(?:专利|文献|权利要求\s*\d+)[^。\n]{0,60}$|[“\"‘《][^”\"’》\n]{0,40}$")


class SpecCharacterizingPhrase(PatentCheck):
    """说明书里写了“其特征在于”。

    “其特征在于”是权利要求划分前序和特征两部分的用语，写进说明书多半是把权利要求原样搬了过来。
    改为“其中”或者直接叙述技术方案。
    没有法律明文禁止，只有实务文件不主张，所以只是建议；一件申请只报一处，并写明一共有多少处；
    引述他人权利要求的不报。
    """

    code = "DSC033"
    level = Level.ADVICE
    basis = (cite("质量评价", "22"),)
    message = "说明书里有{count}处“{words}”：这是权利要求的用语，请改为“其中”或者直接叙述"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n背景技术\n专利CN101234567A公开了一种阀，其特征在于有弹簧。\n发明内容\n其特征是指流量大，特征在于简单。",
        "权利要求书\n1. 一种泵，其特征在于，有壳体。\n说明书\n一种泵\n发明内容\n一种泵，其中有壳体。",
    )
    bad = (
        "说明书\n一种泵\n发明内容\n一种泵，⟦其特征在于⟧，有壳体。\n具体实施方式\n泵，其特征在于：有盖。",
        "说明书\n一种阀\n发明内容\n该阀⟦其特征是⟧有弹簧。",
    )
    missed = (
        "说明书\n一种泵\n发明内容\n一种泵，⟦特征为⟧有壳体。",
        "说明书\n一种泵\n发明内容\n一种泵，⟦其特点在于⟧有壳体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found = [
            span.at(match)
            for span in prose(filing, PartName.DESCRIPTION)
            for match in span.find(_WORDS)
            if not _QUOTED.search(span.folded[: match.start() - span.start])
        ]
        if found:
            yield self.at(found[0], related=found[1:6], count=len(found), facts={"count": len(found)})
