from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

# Two marks where one belongs; …… and —— are one mark each.
_DOUBLED = lazy(
    r"(?P<mark>[，、；：])(?P=mark)+|(?<!。)。。(?!。)|[，、；]+[。；]|。[，、；：]|[，、][：；]|；，|(?<=[一-鿿）)])(?:，、|、，)(?=[一-鿿])"
)
_HALF = lazy(r"(?<=[一-鿿])[,;](?=[ ]?[一-鿿])")


class PunctuationError(PatentCheck):
    """标点连用或者用错：，，、。。、，。，或者汉字之间用了半角的逗号、分号。

    标点是用词规范、语句清楚的一部分，连用的标点多半是改稿时留下的。
    只留一个标点；汉字之间的逗号、分号改用全角。
    两个相同的标点、句末的“，。”可以自动修改；半角标点一件申请只报一处并写明处数；
    小数点、公式、代码、外文里的半角标点和省略号不报。
    """

    code = "DSC048"
    level = Level.ADVICE
    basis = (cite("细则", "20.3"), cite("质量评价", "16"))
    message = "标点“{words}”{fault}"

    good = (
        "说明书\n一种泵\n技术领域\n流量为1.5升……以及a,b,c，调用f(x,y)，含水、油，等等；参见Smith, J.的论文。",
        "1. 一种泵，包括：壳体；盖，其长1.5米。",
    )
    bad = (
        "1. 一种泵，包括壳体⟦，，→，⟧盖。",
        "说明书\n一种泵\n技术领域\n涉及泵⟦。。→。⟧\n背景技术\n泵漏⟦，。→。⟧\n发明内容\n加垫⟦,⟧装盖,拧紧。",
        "说明书摘要\n一种泵，包括壳体⟦、、→、⟧盖⟦。，⟧装紧，轻便⟦，、⟧耐用⟦、，⟧防锈。",
    )
    missed = (
        "1. 一种泵，包括“壳体⟦“⟧。",
        "1. 一种泵，包括壳体⟦、以及⟧盖。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        half: list[Span] = []
        for span in prose(filing):
            for match in span.find(_DOUBLED, folded=False):
                words = match[0]
                right = words[0] if len(set(words)) == 1 else "。" if words.endswith("。") else ""
                cure = f"连用：请改为“{right}”" if right else "连用：请只留一个"
                yield self.at(span.at(match), fix=Fix(right, safe=len(set(words)) == 1) if right else None, fault=cure)
            half.extend(span.at(match) for match in span.find(_HALF, folded=False))
        if half:
            fault = f"是半角的，汉字之间应当用全角标点，全文共{len(half)}处：请改为“，”“；”"
            yield self.at(half[0], related=half[1:6], fault=fault, facts={"count": len(half)})
