from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

_RUN = lazy(r"[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．％＋－／]*[０-９Ａ-Ｚａ-ｚ％])?")
_MANY = 20


class FullwidthMixed(PatentCheck):
    """数字或者字母是全角的：１０mm、ＡＢＣ。

    全角的数字、字母与半角的混用，同一个词检索不到、数值读不出来，文件也不整齐。
    改成半角；只换字形，意思不变，可以自动修改。
    括号的全角半角混用很常见，也不影响理解，不查；全文都是全角（超过20处，内部阈值）时只报一处。
    """

    code = "DSC049"
    level = Level.ADVICE
    basis = (cite("细则", "20.3"), cite("质量评价", "16"))
    message = "“{words}”是全角的{many}：请改为半角“{right}”"

    good = ("说明书\n一种泵\n技术领域\n长10mm（约1cm），型号A-1(B)。",)
    bad = (
        "1. 一种泵，壳体长⟦１０→10⟧mm。",
        "说明书摘要\n一种⟦ＬＥＤ→LED⟧灯，含量⟦５．５％→5.5%⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found = [span.at(match) for span in prose(filing) for match in span.find(_RUN, folded=False)]
        if len(found) > _MANY:
            many = f"，全文共{len(found)}处"
            yield self.at(found[0], many=many, right=found[0].folded, facts={"count": len(found)})
            return
        for span in found:
            yield self.at(span, fix=Fix(span.folded, safe=True), many="", right=span.folded)
