from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, MarkCheck, MarkKind, fold
from ipcheck.trademark.wording import Piece, pieces


class TmDescriptive(MarkCheck):
    """商标仅直接表示商品的质量、原料、功能、用途或者其他特点。

    直接描述商品特点的词同行都要用，不能由一家独占；暗示性的词可以注册，同一个词在不同类别结论不同。
    加上有显著性的文字或者图形；已经通过使用取得显著性的，准备证据在驳回复审中主张。
    按类别的描述词和商品名称把整个商标拆得一字不剩才报；只剩一个描述词加一个字的不报。
    """

    code = "TMD003"
    level = Level.ERROR
    basis = (cite("商标法", "17.1(2)"), cite("商标法", "17.2"))
    message = "“{words}”只由描述性的词组成（{parts}）：请加上有显著性的部分，或者准备使用取得显著性的证据"
    uses = ("描述性词", "商品通用名称")

    good = (
        "商标\t类别\n柔丝雨\t24\n",
        "商标\t类别\n柔软\t9\n",
        "商标\t类别\n福来柔软\t24\n",
        "商标\t类别\n白酒\t33\n",
        "商标\t类别\n大大\t30\n",
        "商标\t类别\n鲜\t30\n",
    )
    bad = (
        "商标\t类别\n⟦柔软⟧\t24\n",
        "商标\t类别\n⟦优质大米⟧\t30\n",
        "商标\t类别\n⟦正宗 热干面⟧\t30\n",
        "商标\t类别\t商品\n⟦纯天然蜂花粉⟧\t30\t蜂花粉\n",
    )
    missed = (
        "商标\t类别\n⟦超软和⟧\t24\n",
        "商标\t类别\n⟦SOFT⟧\t24\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        # A single character may mean anything.
        if mark.words is None or len(fold(mark.text)) < 2:
            return
        found = pieces(mark)
        telling = [piece for piece in found or () if piece.kind == "descriptive"]
        if not found or not telling or all(len(piece.word) == 1 for piece in found):
            return
        grave = Level.WARNING if mark.kind is MarkKind.COMPOSITE or _weak(found) else None
        parts = "、".join(piece.word for piece in found)
        yield self.at(mark.words, parts=parts, level=grave, on=self.day(mark))


def _weak(found: tuple[Piece, ...]) -> bool:
    """Whether little or single-character words make up half of it: such a mark may well be a word of its own."""
    return any(piece.kind == "filler" or len(piece.word) == 1 for piece in found)
