import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_RUN = lazy(r"(?<![A-Za-z'’\-])[A-Za-z][A-Za-z'’\-]*+(?:[ ,;:()/]++(?:[A-Za-z][A-Za-z'’\-]*|\d+(?:\.\d+)?)){11,}[.;]?")
_WORD = lazy(r"[A-Za-z]{2,}")
_SMALL = lazy(r"\b(?:the|of|and|is|are|a|an|to|in|for|with|by|that|which|comprising|wherein|said)\b", re.IGNORECASE)
_CITED = lazy(
    r"\b(?:vol|pp|no|doi|journal|proceedings|conference|ieee|et al|university|press)\b|\b(?:19|20)\d\d\b", re.IGNORECASE
)


class PctTranslationIncomplete(PatentCheck):
    """申请文件里留着整句的外文，没有译成中文。

    提交的文件应当使用中文；国际申请进入国家阶段时，说明书、权利要求书、附图中的文字、摘要都要提交中文译文。
    把整句外文译成中文；确需保留原文的术语，写成“中文（原文）”。
    只看权利要求书和摘要，只报十二个词以上、带有冠词介词的整句；说明书里的文献、例句、代码常常本来就是外文，请人工看。
    """

    code = "PCT002"
    level = Level.ERROR
    basis = (cite("细则", "3.1"), cite("指南", "5-1-3.3"))
    message = "这里有整句外文：申请文件应当使用中文，请译出"

    good = (
        "权利要求书\n1. 一种神经网络，采用Transformer（变换器）模型和BERT模型，损失函数为cross entropy loss。",
        "说明书\n一种方法\n背景技术\n"
        "参见Smith et al., Deep learning for the detection of falls, IEEE Journal, vol. 3, 2019.",
        "说明书\n一种方法\n具体实施方式\n"
        "运行 pip install numpy pandas scipy torch flask click lxml rich httpx pytest 即可。",
    )
    bad = (
        "权利要求书\n1. 一种泵，⟦the pump comprising a body and an impeller which is arranged in the body⟧。",
        "说明书摘要\n本发明公开了一种泵。\n"
        "⟦The impeller is driven by the motor, and the water is pumped to the outlet of the pump.⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.CLAIMS, PartName.ABSTRACT):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                for match in line.find(_RUN):
                    if self._is_prose(match[0]):
                        yield self.at(Span(line.document, match.start(), match.end()))

    @staticmethod
    def _is_prose(text: str) -> bool:
        words = len(_WORD.findall(text))
        return len(_SMALL.findall(text)) * 5 >= words and not _CITED.search(text)
