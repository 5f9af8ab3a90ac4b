from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

# A doubled function word, and what may rightly stand around it: 目的|的, 与|与门, 为了|了解, 其|其他.
_CHARACTERS = {
    "的": ("目标", "确士"),
    "与": ("参", "门非或逻运会"),
    "和": ("", "谐平睦善声弦"),
    "在": ("存现正内潜所", "线校岗职用产研建场编途位"),
    "是": ("", "否非"),
    "或": ("", "门非逻许运"),
    "并": ("合归", "行联列排发入接网购存非"),
    "及": ("涉普波触", "时格"),
    "了": ("", "解望结然"),
    "将": ("", "军来领近要"),
    "被": ("", "测动控检试保子套褥"),
    "于": ("", "是"),
    "其": ("尤", "他它余中实次"),
    "该": ("应", ""),
    "由": ("理自缘经", "此于"),
    "从": ("", "动属机节站业设前"),
    "至": ("甚乃以直", "少多今"),
}
_WORDS = tuple(
    "所述 上述 通过 包括 进行 以及 或者 并且 其中 因此 如果 可以 能够 根据 采用 具有 用于 位于 从而 使得 由于".split()  # noqa: SIM905
)
_FIRST = "".join(sorted({*_CHARACTERS, *(word[0] for word in _WORDS)}))
_PATTERN = lazy(
    # Few places begin with one of them twice or with a word of two; elsewhere the alternatives are not tried.
    rf"(?=(?P<one>[{_FIRST}])(?:(?P=one)|.(?P=one)))(?:"
    + "|".join(
        [f"(?:{'|'.join(word + word for word in _WORDS)})"]
        + [
            (f"(?<![{before}{word}])" if before else f"(?<!{word})")
            + word * 2
            + (f"(?![{after}{word}])" if after else f"(?!{word})")
            for word, (before, after) in _CHARACTERS.items()
        ]
    )
    + ")"
)


class DuplicateWord(PatentCheck):
    """同一个虚词或者常用词连写了两遍：的的、与与、所述所述。

    多半是改稿、拼接时留下的，说明书应当用词规范、语句清楚。
    删去重复的一个；删去以后意思不变，可以自动修改。
    只查常用的虚词和连接词；“目的的”“与与门相连”“为了了解”“其其他”一类本来就要连写的不报，
    “逐渐渐变”一类实词的重复不查。
    """

    code = "DSC090"
    level = Level.ADVICE
    basis = (cite("细则", "20.3"), cite("质量评价", "16"))
    message = "“{words}”连写了两遍，像是改稿时留下的：请删去一个，改为“{right}”"

    good = (
        "说明书\n一种泵\n技术领域\n为了达到目的的实现，电路与与门相连，为了了解流量，在在线时，其其他部件，应该该时停，的的确确，现在在此。",
        "1. 一种泵，包括壳体，或或门与与非门，甚至至少一个，从从动轮，理由由用户选择，并并联，是是否。",
    )
    bad = (
        "1. 一种泵，包括壳体⟦的的→的⟧盖。\n2. 根据权利要求1所述的泵，⟦所述所述→所述⟧壳体⟦与与→与⟧盖相连。",
        "说明书摘要\n一种泵，⟦包括包括→包括⟧壳体。",
        "说明书\n一种泵\n技术领域\n涉及泵⟦和和→和⟧阀，安装⟦在在→在⟧壳体上。",
    )
    missed = (
        "1. 一种泵，包括⟦壳体壳体⟧和盖。",
        "1. 一种泵，壳体⟦设有设有⟧盖。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing):
            for match in span.find(_PATTERN):
                right = match[0][: len(match[0]) // 2]
                yield self.at(span.at(match), fix=Fix(right, safe=True), right=right)
