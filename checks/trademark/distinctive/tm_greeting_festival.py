from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Mark, MarkCheck, fold
from ipcheck.trademark.wording import cut


class TmGreetingFestival(MarkCheck):
    """商标只是祝语、节日名称、问候语或者普通称呼。

    大家都在说的祝语、节日和称呼不能让消费者分辨出处；节日加有显著性的部分可以注册。
    加上有显著性的文字或者换一个名称。
    """

    code = "TMD009"
    basis = (cite("商标法", "17.1(3)"),)
    message = "“{words}”是常用的祝语、节日或者称呼：请加上有显著性的文字"
    uses = ("祝语节日称呼",)

    good = (
        "商标\t类别\n恭禧兔\t30\n",
        "商标\t类别\n中秋福来\t30\n",
        "商标\t类别\n老师傅\t30\n",
    )
    bad = (
        "商标\t类别\n⟦恭喜发财⟧\t33\n",
        "商标\t类别\n⟦中秋⟧\t30\n",
        "商标\t类别\n⟦恭喜发财大吉大利⟧\t33\n",
        "商标\t类别\n⟦Happy New Year⟧\t16\n",
    )
    missed = (
        "商标\t类别\n⟦哥们儿⟧\t33\n",
        "商标\t类别\n⟦么么哒⟧\t30\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        known = mark.lists.shipped("祝语节日称呼")
        found = cut(fold(mark.text), {entry.word for entry in known}, set())
        if found and mark.words is not None and all(piece.kind == "generic" for piece in found):
            yield self.at(mark.words, on=self.day(mark))
