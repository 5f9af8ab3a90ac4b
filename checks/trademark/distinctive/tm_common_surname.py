import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck, MarkKind, fold
from ipcheck.trademark.hanzi import standard

_CALLED = re.compile(
    r"(?P<before>老?)(?P<name>\w{1,2}?)"
    r"(?P<after>先生|女士|小姐|太太|师傅|老师|医生|大夫|老板|大爷|大妈|阿姨|叔|哥|姐|总|氏|姓)?"
)


class TmCommonSurname(MarkCheck):
    """商标只是一个常见姓氏，或者姓氏加普通称谓。

    常见姓氏和李先生、王师傅这样的称呼同行都可能用，容易被认为没有显著性。
    加上有显著性的文字，或者做成有设计的图样；这一类没有核对到指南原文，只作提示。
    """

    code = "TMD010"
    basis = (cite("商标法", "17.1(3)"),)
    message = "“{words}”只是常见姓氏{what}：请加上有显著性的文字或者设计"
    uses = ("常见姓氏",)

    good = (
        "商标\t类别\n李锦记\t30\n",
        "商标\t类别\n王老吉\t32\n",
        "商标\t商标类型\t类别\n王\t组合\t30\n",
        "商标\t类别\n老唐家\t29\n",
        "商标\t类别\n赤先生\t30\n",
    )
    bad = (
        "商标\t类别\n⟦王⟧\t30\n",
        "商标\t类别\n⟦李先生⟧\t30\n",
        "商标\t类别\n⟦张氏⟧\t44\n",
        "商标\t类别\n⟦歐陽先生⟧\t25\n",
        "商标\t类别\n⟦老王⟧\t43\n",
    )
    missed = (
        "商标\t类别\n⟦老王家⟧\t30\n",
        "商标\t类别\n⟦WANG⟧\t30\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        if mark.words is None or mark.kind is not MarkKind.WORD:
            return
        text = standard(fold(mark.text))
        match = _CALLED.fullmatch(text)
        if (
            match
            and not (match["before"] and match["after"])
            and mark.lists.shipped("常见姓氏").get(match["name"]) is not None
        ):
            called = match["before"] or match["after"]
            yield self.at(mark.words, what=f"加称谓“{called}”" if called else "", on=self.day(mark))
