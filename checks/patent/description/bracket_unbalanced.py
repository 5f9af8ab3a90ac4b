import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

_PAIRS = {"(": ")", "[": "]", "{": "}", "【": "】", "“": "”", "《": "》", "「": "」"}
_CLOSING = {close: open_ for open_, close in _PAIRS.items()}
# 1) 2) a) i) number the items of a list, also where they are spoken of: 步骤1)、2)或3).
_ITEM = lazy(
    r"(?:(?<![一-鿿A-Za-z\d.])|(?<=步骤|方式|方案|如下|包括)|(?<=[或和及与到至]))"
    r"[A-Za-z]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[ivx]{1,4}|(?<=[A-Za-z]))[)\]]"
)
# [0,1) and (0, 1] are intervals.
_INTERVAL = lazy(
    r"\[[^\[\]()。；\n一-鿿]{1,24},[^\[\]()。；\n一-鿿]{1,24}\)|"
    r"\([^\[\]()。；\n一-鿿]{1,24},[^\[\]()。；\n一-鿿]{1,24}\]"
)
_MARKUP = lazy(r"</?m[a-z]+|\ufffc")
_MARK = lazy("[" + re.escape("".join(_PAIRS) + "".join(_CLOSING)) + "]")


class BracketUnbalanced(PatentCheck):
    """括号或者引号不成对：（图1、【技术领域。

    少了一半的括号使人读不出括进去的是哪些字，文字、标点应当无明显错误。
    补上缺少的一半，或者删去多余的一半。
    逐段检查；全角与半角的括号可以互相配对；1)、a)一类的序号、[0,1)一类的半开区间、
    含有公式或者图片的段落、没有汉字的公式行不查。
    """

    code = "DSC050"
    level = Level.WARNING
    basis = (cite("质量评价", "16"), cite("细则", "20.3"))
    message = "“{words}”没有与它配对的另一半：请补上“{other}”，或者删去它"

    good = (
        "说明书\n一种泵\n技术领域\n如(图1)和（图2)，步骤：1)装泵；a) 装盖，取值[0,1)或(0, 1]，称为“泵（旧）”。",
        "1. 一种泵，包括：\n1）壳体（1）；\n2）盖。",
    )
    bad = (
        "1. 一种泵，包括壳体⟦（⟧1，和盖（2）。",
        "说明书\n一种泵\n技术领域\n如图1⟦）⟧所示，称为⟦“⟧泵。",
        "说明书摘要\n一种泵，包括⟦[⟧壳体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        lonely: list[tuple[str, Span]] = []
        for span in prose(filing):
            if not _MARKUP.search(str(span)) and re.search(r"[一-鿿]", str(span)):
                for mark, place in self._line(span):
                    # A bracket may be closed in the next paragraph, where a formula has cut the sentence in two.
                    if lonely and lonely[-1][0] == _CLOSING.get(mark) and place.line - lonely[-1][1].line <= 12:
                        lonely.pop()
                    else:
                        lonely.append((mark, place))
        for mark, place in lonely:
            yield self.at(place, other=_PAIRS.get(mark) or _CLOSING[mark])

    def _line(self, span: Span) -> Iterator[tuple[str, Span]]:
        skipped = {
            offset
            for pattern in (_ITEM, _INTERVAL)
            for match in span.find(pattern)
            for offset in range(match.start(), match.end())
        }
        opened: list[tuple[str, int]] = []
        lonely: list[tuple[str, int]] = []
        for match in span.find(_MARK):
            mark, offset = match[0], match.start()
            if mark in _PAIRS:
                if offset not in skipped:
                    opened.append((mark, offset))
            elif opened and opened[-1][0] == _CLOSING[mark]:
                opened.pop()
            elif offset not in skipped:
                # “（图1” closed by ”: the inner one is lonely, the outer one is not.
                at = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == _CLOSING[mark]), None)
                if at is None:
                    lonely.append((mark, offset))
                else:
                    lonely.extend(opened[at + 1 :])
                    del opened[at:]
        for mark, offset in sorted(lonely + opened, key=lambda item: item[1]):
            yield mark, Span(span.document, offset, offset + 1)
