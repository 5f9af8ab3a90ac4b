import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkCheck

_UNSEEN = re.compile("[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


class TmFormUnseenCharacter(MarkCheck):
    """商标、申请人或者商品里夹着看不见的字符（零宽字符、方向符、控制符）。

    这些字符多从网页或者聊天里复制来，眼睛看不出，检索和比对却会对不上。
    删去以后重新输入；其他检查已经当作没有它们。
    """

    code = "TMF032"
    basis = (cite("商标法", "31"),)
    message = "“{shown}”里有{count}个看不见的字符（{codes}）：请删去"

    good = (
        "商标\t申请人\n福来\t青禾食品有限公司\n",
        "商标\t申请人\n福 来\t青禾　食品有限公司\n",
    )
    bad = (
        "商标\t申请人\n⟦福\u200b来⟧\t青禾食品有限公司\n",
        "商标\t申请人\n福来\t⟦青禾食品\u202e有限公司⟧\n",
    )

    def find(self, mark: Mark, /) -> Iterator[Finding]:
        for column in (Column.MARK, Column.APPLICANT, Column.GOODS):
            cell = mark.row.cell(column)
            found = _UNSEEN.findall(str(cell)) if cell is not None else []
            if found and cell is not None:
                shown = _UNSEEN.sub("", str(cell))[:20]
                codes = "、".join(f"U+{ord(character):04X}" for character in sorted(set(found)))
                yield self.at(cell, shown=shown, count=len(found), codes=codes, on=self.day(mark))
