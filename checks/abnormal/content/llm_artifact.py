from collections.abc import Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing
from ipcheck.patent.chat import ANSWER, CHAT, MARKUP
from ipcheck.patent.prose import prose, quoted

_CHAT = lazy(f"{CHAT}|{ANSWER}")
_MARKUP = lazy(MARKUP)
# An invention about such programs may say what they say.
_ABOUT = lazy(
    r"语言模型|大模型|对话|聊天|问答|智能助手|提示词|提示语|话术|客服|机器人|语音交互|文本生成|Markdown|标记语言"
)


class LlmArtifact(FilingCheck):
    """文件里留着对话软件的客套话（“作为AI语言模型”“以下是为您整理的”“希望对您有帮助”）或者成对的**、```等标记。

    用人工智能帮助撰写本身并不违反第三条第（三）项，该项说的是发明创造内容主要为随机生成；
    但是整段粘贴没有核对的文字会使人怀疑内容的来历，也不是申请文件应有的文字。
    引号里的话、关于对话软件本身的案件不报客套话；Markdown格式的文件不报标记。
    删去残留的话，逐句核对内容是不是本案的方案，备好研发记录。
    """

    code = "GEN004"
    level = Level.ERROR
    basis = (cite("令77", "3(3)"), cite("令77", "2"))
    message = "风险线索：“{words}”像是从对话软件粘贴来的，请删去并逐句核对内容"
    clears = "只用软件润色文字，发明内容来自真实的研发"
    keep = ("交底书", "研发记录", "撰写过程的往来记录")

    good = (
        "说明书\n一种泵\n具体实施方式\n以下是实施例的说明，希望技术人员理解。如有需要，请联系维修人员。a**b表示乘方，**表示注。",
        "说明书\n一种客服对话方法\n具体实施方式\n程序输出：作为AI语言模型，我无法回答；如有需要请告诉我。",
        "说明书\n一种门铃\n具体实施方式\n门铃播报“希望以上内容对您有帮助”。",
    )
    bad = (
        "说明书\n一种泵\n具体实施方式\n⟦作为AI语言模型，⟧我写出下列内容。⟦希望以上内容对您有帮助⟧！",
        "说明书\n一种泵\n发明内容\n⟦以下是根据您的要求撰写的⟧说明书：\n⟦**技术方案**⟧：泵体装在架上。\n具体实施方式\n⟦```⟧",
        "权利要求书\n1. 一种泵，包括叶轮。\n⟦如有需要请随时告诉我⟧。",
    )
    missed = (
        "说明书\n一种泵\n具体实施方式\n⟦综上，这就是完整的具体实施方式部分。⟧",
        "说明书\n一种泵\n具体实施方式\n⟦（以上内容由AI生成）⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        about = any(_ABOUT.search(title.folded) for title in filing.titles)
        about = about or any(_ABOUT.search(claim.body.folded) for claim in filing.claims)
        for line in prose(filing):
            if not about:
                for match in line.find(_CHAT):
                    if not quoted(line.folded, match.start() - line.start):
                        yield self.at(line.at(match))
            yield from self._marks(line)

    def _marks(self, line: Span) -> Iterator[Finding]:
        if line.document.format != "markdown":
            for match in line.find(_MARKUP):
                yield self.at(line.at(match), level=Level.WARNING)
